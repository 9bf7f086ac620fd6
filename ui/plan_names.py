"""What a plan is called, in every page alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heiltid.model import Plan, PlanRole, Unit
from heiltid.texts import Language, text
from ui.texts import tr

AUTOMATIC = ("ui.plan.stem", "edit_word.earlier_rota")


def plan_name(plan: Plan) -> str:
    """What today's rota and the one before it are; a scenario by its own name."""
    if plan.role is PlanRole.SCENARIO:
        return plan.name or tr("ui.plan.stem")
    if is_positions_only(plan):
        return tr("ui.plan.positions_before")
    return plan.name or tr(f"ui.plan.{plan.role.value}")


def is_positions_only(plan: Plan) -> bool:
    """Whether it stands for the time before there was any rota: positions, and nobody on duty."""
    return plan.role is PlanRole.BEFORE and plan.is_empty


def listed(plans: Sequence[Plan]) -> list[int]:
    """Places of the plans somebody can look at."""
    return [place for place, plan in enumerate(plans) if not is_positions_only(plan)]


def name_in_use(unit: Unit, plan: Plan) -> str:
    """What a plan is called once it is the rota in use: as the leader named it, else after its first day.

    "Framlegg 1" says nothing of a rota people work by.
    """
    if plan.name and not _is_automatic(plan.name):
        return plan.name
    return tr("ui.plan.in_use", start=f"{unit.start:%d.%m.%Y}")


def _is_automatic(name: str) -> bool:
    stems = "|".join(re.escape(text(key, language)) for key in AUTOMATIC for language in Language)
    return re.fullmatch(rf"({stems})( \d+)?( \(\d+\))?", name) is not None
