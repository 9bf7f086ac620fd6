"""What "Set the positions from the hours" would change, told before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from heiltid.edits import cells as edits
from heiltid.model import Unit
from heiltid.rules.wording import who_text
from ui.asking import choose
from ui.document import Document
from ui.texts import language, position, tr

MOST_NAMED = 6
YES = "ui.rota.positions_yes"


class PositionChange(NamedTuple):
    """One person's position before and after, in basis points."""

    employee: str
    was_bp: int
    position_bp: int


def position_changes(document: Document) -> tuple[PositionChange, ...]:
    """Everybody whose position the hours would change, the largest change first."""
    before = document.plan
    after = edits.positions_from_hours(document.unit, before)
    found = [
        PositionChange(was.employee, was.position_bp, now.position_bp)
        for was, now in zip(before.rows, after.rows, strict=True)
        if was.position_bp != now.position_bp
    ]
    return tuple(sorted(found, key=lambda change: -abs(change.position_bp - change.was_bp)))


def changes_words(unit: Unit, changes: Sequence[PositionChange]) -> str:
    """Why, for how many, up and down, and who changes most."""
    ups = sum(change.position_bp > change.was_bp for change in changes)
    lines = [tr("ui.rota.positions_why"), tr("ui.rota.positions_count", up=ups, down=len(changes) - ups)]
    lines += [
        tr(
            "ui.rota.positions_one",
            who=who_text(change.employee, unit, language()),
            was=position(change.was_bp),
            now=position(change.position_bp),
        )
        for change in changes[:MOST_NAMED]
    ]
    if len(changes) > MOST_NAMED:
        lines.append(tr("ui.rota.and_more", count=len(changes) - MOST_NAMED))
    return "\n".join([*lines, "", tr("ui.rota.positions_undo")])


def may_set_positions(unit: Unit, changes: Sequence[PositionChange], parent: QWidget) -> bool:
    """Ask; True for yes."""
    number = "one" if len(changes) == 1 else "many"
    headline = tr(f"ui.rota.positions_ask_{number}", count=len(changes))
    return choose(headline, changes_words(unit, changes), (YES, "ui.ask.cancel"), parent) == YES
