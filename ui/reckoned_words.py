"""That the figures of a proposal are not those she read when it was made."""

from __future__ import annotations

from heiltid.model import Plan, PlanRole, Unit
from ui.plan_names import plan_name
from ui.run_record import has_changed
from ui.texts import tr


def reckoned_words(plan: Plan, was: Unit | None, now: Unit) -> str:
    """That a proposal is reckoned against the unit as it is now; "" where nothing has changed since.

    was: as the plan's run knew it; None: not known.
    """
    if plan.role is not PlanRole.SCENARIO or was is None or not has_changed(was, now):
        return ""
    key = "unit" if was.demand == now.demand else "staffing"
    return tr(f"ui.reckoned.{key}", plan=plan_name(plan))


def findings_words(plan: Plan, was: Unit | None, now: Unit) -> str:
    """The same, beside what is found in the proposal."""
    return tr("ui.reckoned.findings", plan=plan_name(plan)) if reckoned_words(plan, was, now) else ""
