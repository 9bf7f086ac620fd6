"""What a plan is called, in every page alike."""

from __future__ import annotations

from heiltid.model import Plan, PlanRole
from ui.texts import tr


def plan_name(plan: Plan) -> str:
    """What today's rota and the one before it are; a scenario by its own name."""
    if plan.role is PlanRole.SCENARIO:
        return plan.name or tr("ui.plan.stem")
    return plan.name or tr(f"ui.plan.{plan.role.value}")
