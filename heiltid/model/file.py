"""What one file holds."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.model.asking import Booking
from heiltid.model.rota import Plan, PlanRole
from heiltid.model.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFile:
    """What one file holds: a unit, any number of plans (at most one TODAY, one BEFORE), its booking."""

    unit: Unit
    plans: tuple[Plan, ...] = ()
    booking: Booking | None = None

    def plan(self, role: PlanRole) -> Plan | None:
        """The first plan with that role."""
        return next((plan for plan in self.plans if plan.role is role), None)

    def rota_before(self, plan: Plan) -> Plan | None:
        """The rota a plan replaces: today's for a scenario, the one before it for today's; else none."""
        if plan.role is PlanRole.SCENARIO:
            return self.plan(PlanRole.TODAY)
        return self.plan(PlanRole.BEFORE) if plan.role is PlanRole.TODAY else None
