"""The parts of the window, and going from one to the next by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def stops(area: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in an area, in its order; only what can be used now."""
    current = area
    while True:
        is_inside = current is area or area.isAncestorOf(current)
        takes_keys = current.focusPolicy() & Qt.FocusPolicy.TabFocus and current.focusProxy() is None
        if is_inside and takes_keys and current.isVisible() and current.isEnabled():
            yield current
        current = current.nextInFocusChain()
        if current is area:
            return


def give_focus(area: QWidget) -> bool:
    """The keyboard goes to where it was last in an area, else to its first stop; False where none is."""
    last, able = area.focusWidget(), list(stops(area))
    if not able:
        return False
    wanted = last if last is not None and last in able else able[0]
    wanted.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def has_focus(area: QWidget) -> bool:
    """Whether the keyboard is in an area."""
    here = QApplication.focusWidget()
    return here is not None and (here is area or area.isAncestorOf(here))


def go_on(areas: Sequence[QWidget], step: int) -> None:
    """From the area that has the keyboard to the next (1) or the one before (-1) that can take it."""
    places = [place for place, area in enumerate(areas) if has_focus(area)]
    start = places[-1] if places else (-1 if step > 0 else 0)
    for distance in range(1, len(areas) + 1):
        if give_focus(areas[(start + step * distance) % len(areas)]):
            return
