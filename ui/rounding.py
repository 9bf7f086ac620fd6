"""Rounding the positions of the shown scenario: asked, done in one step, and told."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from heiltid.edits.round_positions import HALF_BP, WHOLE_BP, Kept, Obstacle, rounded_positions
from heiltid.model import PlanRole
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import who_text
from ui.asking import choose, tell
from ui.desk import Desk
from ui.texts import language, position, tr

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
    told = [*_kept_words(found.kept, desk)]
    if found.lowered:
        told.append(tr("ui.round.lowered", count=len(found.lowered), names=_names(found.lowered, desk)))
    if told:
        tell(said, "\n\n".join(told), window)
    else:
        desk.say(said)


def _kept_words(kept: tuple[Kept, ...], desk: Desk) -> Iterator[str]:
    """A sentence for each thing that hindered, with the people and their positions."""
    for obstacle in Obstacle:
        mine = [one for one in kept if one.obstacle is obstacle]
        names = listed_names(f"{_names((one.employee,), desk)} ({position(one.position_bp)})" for one in mine)
        if mine:
            yield tr(f"ui.round.kept_{obstacle.value}", count=len(mine), names=names)


def _names(numbers: tuple[str, ...], desk: Desk) -> str:
    return listed_names(who_text(number, desk.document.unit, language()) for number in numbers)
