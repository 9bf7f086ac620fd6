"""The figures of each plan of a file, reckoned once for each plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.model import Plan, PlanRole, Unit, UnitFile
from heiltid.report import figures_pair
from heiltid.report_model import Figures
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from ui.texts import language

MOST_KEPT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigures:
    """One plan's figures and how many findings of each severity it has."""

    figures: Figures
    findings: dict[Severity, int]


Pair: TypeAlias = tuple[PlanFigures | None, PlanFigures]


class FiguresShop:
    """Keeps the figures of plans it has seen; frozen values are known by what they are, not by name."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, int], tuple[Unit, Plan | None, Plan, Pair]] = {}

    def pair(self, unit: Unit, before: Plan | None, plan: Plan) -> Pair:
        """The figures before, counting who holds a position, and those of the plan beside them."""
        key = (id(unit), id(before), id(plan))
        known = self._kept.get(key)
        if known is not None and known[0] is unit and known[1] is before and known[2] is plan:
            return known[3]
        first, last = figures_pair(unit, before, plan, language())
        assert last is not None
        earlier = None if before is None else PlanFigures(figures=first, findings=_counted(unit, before))
        made = (earlier, PlanFigures(figures=last, findings=_counted(unit, plan)))
        self._kept[key] = (unit, before, plan, made)
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return made

    def alone(self, unit: Unit, plan: Plan) -> PlanFigures:
        """The figures of a plan nothing came before: as the "before" of whatever comes after it."""
        earlier, _ = self.pair(unit, plan, plan)
        assert earlier is not None
        return earlier


def _counted(unit: Unit, plan: Plan) -> dict[Severity, int]:
    counted = Counter(finding.severity for finding in judge(unit, plan))
    return {severity: counted[severity] for severity in Severity}


def base_of(file: UnitFile, plan: Plan) -> Plan | None:
    """What a plan is compared with: today's rota for a scenario, the one before it for today's."""
    if plan.role is PlanRole.SCENARIO:
        return file.plan(PlanRole.TODAY)
    return file.plan(PlanRole.BEFORE) if plan.role is PlanRole.TODAY else None
