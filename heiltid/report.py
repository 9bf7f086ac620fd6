"""From plans and a solver's answer to the report that JSON, workbook and terminal show."""

from __future__ import annotations

from fractions import Fraction
from typing import TypedDict

from heiltid.contract import reckon
from heiltid.jobs import Goal, GoalValue, SolveReport, Status
from heiltid.measures.budget import fte_budget_bp
from heiltid.measures.positions import (
    PositionFigures,
    figures_before,
    figures_beside,
    is_by_hand,
    positions_of,
    positions_today,
)
from heiltid.measures.rota_figures import RotaFigures, rota_figures
from heiltid.measures.work import Range, work_of
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, Employee, Plan, Unit
from heiltid.report_lines import agreement_lines, clash_lines, finding_lines, open_shift_lines
from heiltid.report_model import (
    AllLines,
    Figures,
    ObjectiveLine,
    OpenShiftLine,
    PaidHoursBy,
    PositionLine,
    Report,
    Spread,
    UnwantedPartTime,
)
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.registry import check
from heiltid.texts import Language

__all__ = [
    "Figures",
    "OpenShiftLine",
    "Report",
    "build_report",
    "figures_pair",
    "position_figures",
    "report_of_plan",
]

DECIMALS = 4


class _PersonPart(TypedDict):
    after: float | None
    hours: float | None
    deviation: float | None
    weekends: int | None
    weekend_hours: float | None


def build_report(
    unit: Unit,
    before: Plan | None,
    after: Plan | None,
    solve_report: SolveReport,
    *,
    language: Language = Language.NYNORSK,
    findings: tuple[Finding, ...] | None = None,
    by_hand: bool = False,
) -> Report:
    """The report of a run. before: today's rota, or None where the unit has only positions.

    findings: those of `after` where they are known already; else the plan is judged here. by_hand: as
    for `figures_pair`.
    """
    judged = Context(unit, after) if after is not None else None
    if findings is None:
        findings = check(judged) if judged is not None else ()
    first, last = figures_pair(unit, before, after, language, by_hand=by_hand)
    bound = solve_report.bound_average_position_bp
    now = None if after is None else positions_of(unit, after)
    return Report(
        status=solve_report.status.value,
        seconds=_rounded(solve_report.seconds),
        first_plan_seconds=_maybe(solve_report.first_plan_seconds),
        seed=solve_report.seed,
        workers=solve_report.workers,
        objective=tuple(
            ObjectiveLine(name=goal.goal.value, value=_rounded(goal.value), bound=_maybe(goal.bound))
            for goal in solve_report.objective
        ),
        before=first,
        after=last,
        fte_budget=_fte(solve_report.fte_budget_bp),
        fte_used=None if now is None else _fte(sum(now.values())),
        bound_average_position_pct=None if bound is None else _rounded(bound / 100),
        positions=_position_lines(unit, before, judged),
        findings=finding_lines(unit, findings, language),
        agreements=agreement_lines(findings),
        clashes=clash_lines(unit, solve_report.clashes, language),
    )


def report_of_plan(
    unit: Unit,
    before: Plan | None,
    plan: Plan,
    *,
    language: Language = Language.NYNORSK,
    findings: tuple[Finding, ...] | None = None,
) -> Report:
    """The report of a plan at rest, with what it remembers of the run it came from.

    A plan made by hand or read from a workbook remembers none: no bound is then known.
    """
    return build_report(
        unit,
        before,
        plan,
        run_of(unit, plan),
        language=language,
        findings=findings,
        by_hand=is_by_hand(before, plan),
    )


def run_of(unit: Unit, plan: Plan) -> SolveReport:
    """The run a plan came from, as far as the plan remembers it; one of no seconds where it does not."""
    origin = plan.origin
    return SolveReport(
        status=Status.FEASIBLE if origin is None else Status(origin.status),
        plan=plan,
        objective=()
        if origin is None
        else tuple(
            GoalValue(goal=Goal(goal.name), value=goal.value, bound=goal.bound) for goal in origin.goals
        ),
        bound_average_position_bp=None if origin is None else origin.bound_average_position_bp,
        fte_budget_bp=fte_budget_bp(unit),
        seconds=0.0 if origin is None else origin.seconds,
        first_plan_seconds=None,
        seed=0 if origin is None else origin.seed,
        workers=0 if origin is None else origin.workers,
    )


def figures_pair(
    unit: Unit, before: Plan | None, after: Plan | None, language: Language, *, by_hand: bool = False
) -> tuple[Figures, Figures | None]:
    """The figures before and after. Without a rota today, or with an empty one: positions only.

    by_hand: `after` was not built, see `figures_beside`.
    """
    was = positions_today(unit) if before is None else positions_of(unit, before)
    rota = None if before is None or before.is_empty else before
    first = _figures(unit, figures_before(unit, was), rota, language)
    if after is None:
        return first, None
    counted = figures_beside(unit, was, positions_of(unit, after), by_hand=by_hand)
    return first, _figures(unit, counted, after, language)


def _figures(unit: Unit, counted: PositionFigures, plan: Plan | None, language: Language) -> Figures:
    shown: dict[str, object] = {} if plan is None else _rota_part(Context(unit, plan), language)
    return Figures.model_validate(_position_part(counted) | shown)


def position_figures(counted: PositionFigures) -> Figures:
    """Figures without a rota."""
    return Figures.model_validate(_position_part(counted))


def _position_part(counted: PositionFigures) -> dict[str, object]:
    return {
        "employees": counted.employees,
        "fte": _fte(counted.fte_bp),
        "vacant_fte": _fte(counted.vacant_fte_bp),
        "positions_to_announce": counted.positions_to_announce,
        "average_position_pct": _rounded(counted.average_bp / 100),
        "same_people_average_position_pct": _rounded(counted.same_people_average_bp / 100),
        "full_time_share_pct": _rounded(counted.full_time_share * 100),
        "bands": dict(counted.bands),
        "small_positions": counted.small,
        "large_positions": counted.large,
        "unwanted_part_time": UnwantedPartTime(
            people=counted.unwanted_people, missing_pct=_rounded(counted.missing_bp / 100)
        ),
        "all_lines": AllLines(
            lines=counted.lines,
            fte=_fte(counted.lines_fte_bp),
            average_position_pct=_rounded(counted.lines_average_bp / 100),
        ),
    }


def _rota_part(context: Context, language: Language) -> dict[str, object]:
    found: RotaFigures = rota_figures(context)
    return {
        "understaffed_person_hours": _hours(found.understaffed_person_minutes),
        "open_shifts": open_shift_lines(context, found.open_shifts, language),
        "wishes_met_pct": None if found.wishes_met is None else _rounded(found.wishes_met * 100),
        "weekends_per_year": _spread(found.weekends_per_year, 1),
        "weekend_hours_per_year": _spread(found.weekend_minutes_per_year, MINUTES_PER_HOUR),
        "long_shifts": found.long_shifts,
        "quick_returns": found.quick_returns,
        "paid_hours": PaidHoursBy(
            ordinary=_hours(found.paid.ordinary),
            evening=_hours(found.paid.evening),
            night=_hours(found.paid.night),
            saturday_sunday=_hours(found.paid.saturday_sunday),
            red=_hours(found.paid.red),
        ),
        "employees_met_per_week": _rounded(found.employees_met_per_week),
    }


def _position_lines(unit: Unit, before: Plan | None, judged: Context | None) -> dict[str, PositionLine]:
    was = positions_today(unit) if before is None else positions_of(unit, before)
    return {
        person.number: PositionLine(
            before=was[person.number] / 100,
            wanted=person.wanted_bp / 100,
            **_person_part(judged, person),
        )
        for person in unit.planned_employees
    }


def _person_part(judged: Context | None, person: Employee) -> _PersonPart:
    """What the new rota gives one person; all null without a rota."""
    if judged is None or person.number not in judged.rows:
        return _PersonPart(after=None, hours=None, deviation=None, weekends=None, weekend_hours=None)
    row = judged.row(person)
    reckoned = reckon(judged.unit, judged.calendar, person, row.cells)
    paid_for = reckoned.full_time_minutes * row.position_bp / FULL_TIME_BP
    work = work_of(judged, person)
    return _PersonPart(
        after=row.position_bp / 100,
        hours=_hours(reckoned.hours_minutes),
        deviation=_hours(reckoned.hours_minutes - paid_for),
        weekends=work.weekends,
        weekend_hours=_hours(work.weekend_minutes),
    )


def _spread(found: Range, divisor: int) -> Spread:
    return Spread(
        min=_rounded(found.least / divisor),
        mean=_rounded(found.mean / divisor),
        max=_rounded(found.most / divisor),
    )


def _fte(share_bp: int) -> float:
    return share_bp / FULL_TIME_BP


def _hours(minutes: int | Fraction) -> float:
    return _rounded(minutes / MINUTES_PER_HOUR)


def _rounded(number: float | Fraction) -> float:
    return round(float(number), DECIMALS)


def _maybe(number: float | None) -> float | None:
    return None if number is None else _rounded(number)
