"""The figures of each plan of a file, reckoned once for each plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.measures.positions import is_by_hand
from heiltid.measures.room import Room, room_of
from heiltid.measures.wishes import wishes_lacking
from heiltid.model import Plan, PlanRole, Unit, UnitFile
from heiltid.report import figures_pair
from heiltid.report_model import Figures
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.context import Context
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from heiltid.rules.staffing import MINIMUM
from ui.full_time_week import is_settled_by_position
from ui.texts import language

MOST_KEPT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigures:
    """One plan's figures and how many findings of each severity it has."""

    figures: Figures
    findings: dict[Severity, int] | None  # None: positions only, there is no rota to judge
    agreements: int = 0  # papers to sign
    wishes: tuple[int, int] = (0, 0)  # with a day that is not met, and all


Pair: TypeAlias = tuple[PlanFigures | None, PlanFigures]


class FiguresShop:
    """Keeps the figures of plans it has seen; frozen values are known by what they are, not by name."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, int], tuple[Unit, Plan | None, Plan, Pair]] = {}
        self._room: tuple[tuple[Unit, Plan, Plan | None], Room] | None = None

    def pair(self, unit: Unit, before: Plan | None, plan: Plan) -> Pair:
        """The figures before, counting who holds a position, and those of the plan beside them."""
        key = (id(unit), id(before), id(plan))
        known = self._kept.get(key)
        if known is not None and known[0] is unit and known[1] is before and known[2] is plan:
            return known[3]
        first, last = figures_pair(unit, before, plan, language(), by_hand=is_by_hand(before, plan))
        assert last is not None
        has_rota = before is not None and not before.is_empty  # an empty one tells positions only
        earlier = _judged(unit, before, first) if has_rota else PlanFigures(figures=first, findings=None)
        made = (earlier, _judged(unit, plan, last))
        self._kept[key] = (unit, before, plan, made)
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return made

    def beside(self, file: UnitFile, plan: Plan) -> Pair:
        """A plan beside what it is compared with; the positions of today where there is no rota of today."""
        base = file.rota_before(plan)
        if base is None and plan.role is not PlanRole.SCENARIO:
            return None, self._alone(file.unit, plan)
        return self.pair(file.unit, base, plan)

    def _alone(self, unit: Unit, plan: Plan) -> PlanFigures:
        """The figures of a plan nothing came before: as the "before" of whatever comes after it."""
        earlier, _ = self.pair(unit, plan, plan)
        assert earlier is not None
        return earlier

    def today(self, unit: Unit, plan: Plan) -> PlanFigures:
        """The positions of today, where a plan has no rota to be compared with."""
        earlier, _ = self.pair(unit, None, plan)
        assert earlier is not None
        return earlier

    def room(self, file: UnitFile, plan: Plan) -> Room:
        """What keeps the plan's positions where they are."""
        before = file.rota_before(plan)
        source, known = (file.unit, plan, before), self._room
        if known is None or any(one is not other for one, other in zip(source, known[0], strict=True)):
            self._room = known = (source, room_of(*source))
        return known[1]


def _is_counted(finding: Finding, plan: Plan) -> bool:
    """Hours nobody covers have a line of their own; a note set aside, or settled, asks for nothing."""
    if finding.severity is not Severity.NOTE:
        return True
    is_open = finding.rule != MINIMUM and not is_settled_by_position(finding, plan)
    return is_open and decision_for(finding, plan) is None


def _judged(unit: Unit, plan: Plan, figures: Figures) -> PlanFigures:
    found = judge(unit, plan)
    counted = Counter(finding.severity for finding in found if _is_counted(finding, plan))
    return PlanFigures(
        figures=figures,
        findings={severity: counted[severity] for severity in Severity},
        agreements=len(agreement_list(found)),
        wishes=(0, 0) if plan.is_empty else wishes_lacking(Context(unit, plan)),
    )
