"""The figures of each plan of a file, reckoned once for each plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

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


class FiguresShop:
    """Keeps the figures of plans it has seen; frozen values are known by what they are, not by name."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, int, str], tuple[Unit, Plan | None, Plan, PlanFigures]] = {}

    def of(self, unit: Unit, before: Plan | None, plan: Plan) -> PlanFigures:
        """The plan's figures, counting people as beside `before`."""
        key = (id(unit), id(before), id(plan), language().value)
        known = self._kept.get(key)
        if known is not None and known[0] is unit and known[1] is before and known[2] is plan:
            return known[3]
        made = self._reckoned(unit, before, plan)
        self._kept[key] = (unit, before, plan, made)
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return made

    @staticmethod
    def _reckoned(unit: Unit, before: Plan | None, plan: Plan) -> PlanFigures:
        first, after = figures_pair(unit, before, plan, language())
        counted = Counter(finding.severity for finding in judge(unit, plan))
        return PlanFigures(
            figures=after or first, findings={severity: counted[severity] for severity in Severity}
        )


def comparison_base(file: UnitFile) -> Plan | None:
    """What scenarios are compared with: the rota of today."""
    return file.plan(PlanRole.TODAY)
