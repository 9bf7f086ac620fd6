"""The small menu of a day: what she wants there, what not, and how strongly."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from heiltid.edits.wishes import Asked
from heiltid.model import Unit, WishStrength
from ui.pages.wishes.words import kinds_of, options
from ui.texts import tr
from ui.wish_words import asked_word, strength_word


class WishMenu(QMenu):
    """What stands there already is ticked; choosing it again takes it away.

    there: what stands on every chosen day; there_every: the same for those days every so many weeks on,
    for the steps that can be chosen; strength: of all that stands there, None when it differs.
    """

    asked = Signal(object)  # Asked
    asked_every = Signal(object, int)  # Asked, every so many weeks
    strengthened = Signal(object)  # WishStrength
    cleared = Signal()

    def __init__(
        self,
        heading: str,
        unit: Unit,
        there: Collection[Asked],
        there_every: Mapping[int, Collection[Asked]],
        strength: WishStrength | None,
        has_any: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._there = there
        self.setObjectName("wish_menu")
        head = self.addAction(heading)
        head.setEnabled(False)
        self._add(self, Asked(off=True), tr("ui.wishes.wants_off"))
        for kind in kinds_of(unit):
            asked = Asked(kind=kind)
            self._add(self, asked, tr("ui.wishes.wants", what=asked_word(asked)))
        self.addSeparator()
        for kind in kinds_of(unit):
            asked = Asked(kind=kind)
            words = tr("ui.wishes.wants_not", what=asked_word(asked))
            self._add(self, Asked(kind=kind, negated=True), words)
        self._add_codes(unit)
        self.addSeparator()
        for every, standing in there_every.items():
            self._add_every(unit, every, standing)
        self._add_strengths(strength, has_any)
        clear = self.addAction(tr("ui.wishes.clear"))
        clear.setEnabled(has_any)
        clear.triggered.connect(self.cleared)

    def _add(self, menu: QMenu, asked: Asked, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(asked in self._there)
        action.setData(asked)
        action.triggered.connect(self._chose)

    def _add_every(self, unit: Unit, every: int, standing: Collection[Asked]) -> None:
        """The same wish for this weekday in more weeks."""
        inner = self.addMenu(tr("ui.wishes.repeat_1" if every == 1 else "ui.wishes.repeat_2"))
        for entry in options(unit):
            if entry.code is not None:
                continue
            action = inner.addAction(asked_word(entry))
            action.setCheckable(True)
            action.setChecked(entry in standing)
            action.setData((entry, every))
            action.triggered.connect(self._chose_every)

    def _add_codes(self, unit: Unit) -> None:
        """Single codes lie one step further in: most wishes are for a kind."""
        if not unit.shifts:
            return
        wanted, unwanted = self.addMenu(tr("ui.wishes.one_code")), self.addMenu(tr("ui.wishes.not_one_code"))
        for shift in unit.shifts:
            words = f"{shift.code}  {shift.name}".strip()
            self._add(wanted, Asked(code=shift.code), words)
            self._add(unwanted, Asked(code=shift.code, negated=True), words)

    def _add_strengths(self, strength: WishStrength | None, has_any: bool) -> None:
        """How strongly what stands there is wished; None where nothing stands, or it differs."""
        inner = self.addMenu(tr("ui.wishes.column_strength"))
        inner.setEnabled(has_any)
        group = QActionGroup(inner)
        for entry in WishStrength:
            action = inner.addAction(tr(f"ui.wishes.about_{entry.value}", word=strength_word(entry)))
            action.setCheckable(True)
            action.setChecked(entry is strength)
            action.setData(entry)
            action.triggered.connect(self._strengthen)
            group.addAction(action)

    def _chose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.asked.emit(action.data())

    def _chose_every(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.asked_every.emit(*action.data())

    def _strengthen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.strengthened.emit(WishStrength(action.data()))  # Qt hands an enumeration back as text
