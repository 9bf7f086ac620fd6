"""Rounding the positions of the shown scenario: asked, done in one step, and told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heiltid.edits.round_positions import HALF_BP, WHOLE_BP, rounded_positions
from heiltid.model import PlanRole
from heiltid.rules.wording import who_text
from ui.asking import choose, tell
from ui.desk import Desk
from ui.texts import language, tr

STEPS = {"ui.round.half": HALF_BP, "ui.round.whole": WHOLE_BP}


def round_positions(desk: Desk, window: QWidget) -> None:
    """Ask half or whole per cent, and round what the rules let be rounded."""
    document = desk.document
    if document.plan.role is not PlanRole.SCENARIO:
        tell(tr("ui.round.only_scenario"), tr("ui.round.only_scenario_details"), window)
        return
    answer = choose(tr("ui.round.asked"), tr("ui.round.details"), (*STEPS, "ui.ask.cancel"), window)
    if answer not in STEPS:
        return
    found = rounded_positions(document.unit, document.plan, STEPS[answer])
    if found.changed:
        document.apply_plan(tr("ui.round.step"), found.plan)
    said = tr("ui.round.done", count=len(found.changed))
    told = [
        tr(f"ui.round.{key}", count=len(numbers), names=_names(numbers, desk))
        for key, numbers in (("kept", found.kept), ("lowered", found.lowered))
        if numbers
    ]
    if told:
        tell(said, "\n\n".join(told), window)
    else:
        desk.say(said)


def _names(numbers: tuple[str, ...], desk: Desk) -> str:
    return ", ".join(who_text(number, desk.document.unit, language()) for number in numbers)
