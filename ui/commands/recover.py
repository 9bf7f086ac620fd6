"""After a crash: what was left unsaved is offered, never taken back without a yes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.asking import choose
from ui.desk import Desk
from ui.recovery import Left, forget, left_behind
from ui.texts import tr


def offer_recovery(desk: Desk, window: QWidget) -> bool:
    """Ask about the newest copy a program that died has left; True when it was taken back.

    Copies nobody wants stay until the user throws them away.
    """
    for left in left_behind(desk.settings.recovery_folder):
        answer = choose(
            tr("ui.recovery.found", name=left.file.unit.name or tr("ui.nameless")),
            tr("ui.recovery.details", when=f"{left.kept_at:%d.%m.%Y %H:%M}"),
            ("ui.ask.recover", "ui.ask.later", "ui.ask.throw_away"),
            window,
        )
        if answer == "ui.ask.recover":
            _take_back(desk, left)
            return True
        if answer == "ui.ask.throw_away":
            forget(left.copy)
    return False


def _take_back(desk: Desk, left: Left) -> None:
    """The copy becomes an unsaved unit; its own file, if any, stays as it is until the user saves."""
    name = left.original.stem if left.original is not None else left.file.unit.name
    desk.files.start_new(left.file, name)
    desk.document.undo_stack.resetClean()
    desk.files.recovery.take_over(left)
    desk.go_to("rota")
