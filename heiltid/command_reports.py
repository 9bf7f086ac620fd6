"""What `check`, `stats` and `compare` write with --json; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from heiltid.errors import Problem
from heiltid.ledger_report import LedgerReport, ledger_report
from heiltid.measures.budget import fte_budget_bp, weekend_arithmetic_of
from heiltid.measures.combine import combined
from heiltid.measures.positions import (
    PositionFigures,
    figures_after,
    figures_before,
    positions_of,
    positions_today,
    wanted_average_bp,
)
from heiltid.measures.references import REFERENCES, Reference
from heiltid.measures.weekend_arithmetic import WeekendArithmetic
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, Plan, PlanRole, UnitFile
from heiltid.report import Figures, figures_pair, position_figures
from heiltid.report_model import AgreementLine, FindingLine
from heiltid.texts import Language, text

PlanPair: TypeAlias = tuple[Plan | None, Plan | None]
FREQUENCIES = (2, 3, 4)


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ProblemLine(_Value):
    """Something wrong or odd in the input, with its place as the user sees it."""

    sheet: str | None
    cell: str | None
    found: str | None
    allowed: str | None
    suggestion: str | None
    text: str


class CheckReport(_Value):
    """The answer of `check`. `no_rota`: the input is in order and holds no rota to judge."""

    status: Literal["lawful", "breaches", "no_rota", "unreadable"]
    problems: tuple[ProblemLine, ...] = ()
    warnings: tuple[ProblemLine, ...] = ()
    findings: tuple[FindingLine, ...] = ()
    agreements: tuple[AgreementLine, ...] = ()


class ReferenceLine(_Value):
    """A published figure. `about` in the user's language."""

    source: str
    about: str
    year: int | None
    full_time_share_pct: float | None
    average_position_pct: float | None
    wanted_average_pct: float | None


class WeekendLine(_Value):
    """The rule of thumb at one weekend in `weekend_every`."""

    weekend_every: int
    least_people: int
    highest_average_pct: float


class WeekendPart(_Value):
    """What the weekends ask of the unit: a rule of thumb, not a bound."""

    weekly_hours: float
    fte: float
    people_per_weekend: int
    weekend_every_for_full_time: float
    by_frequency: tuple[WeekendLine, ...]


class StatsReport(_Value):
    """The answer of `stats`. `after` is null for a file that is no result."""

    name: str
    before: Figures
    after: Figures | None
    wanted_average_pct: float | None
    fte_budget: float
    fte_used: float
    weekend_arithmetic: WeekendPart | None
    references: tuple[ReferenceLine, ...]
    booking: LedgerReport | None


class ComparedUnit(_Value):
    """One file of `compare`."""

    file: str
    name: str
    before: Figures
    after: Figures | None


class Totals(_Value):
    """Sums over units; averages and shares weighted by the people counted."""

    units: int
    before: Figures
    after: Figures | None


class CompareReport(_Value):
    """The answer of `compare`. `renewed`: the totals of only those units that have a new rota."""

    units: tuple[ComparedUnit, ...]
    total: Totals
    renewed: Totals | None


def problem_lines(problems: Iterable[Problem], texts: Sequence[str]) -> tuple[ProblemLine, ...]:
    """Problems with their texts in the user's language."""
    return tuple(
        ProblemLine(
            sheet=problem.sheet,
            cell=problem.cell,
            found=problem.found,
            allowed=problem.allowed,
            suggestion=problem.suggestion,
            text=shown,
        )
        for problem, shown in zip(problems, texts, strict=True)
    )


def plans_of(file: UnitFile) -> PlanPair:
    """The plans to set side by side: a result carries the rota it replaced, an input only its own."""
    today, replaced = file.plan(PlanRole.TODAY), file.plan(PlanRole.BEFORE)
    return (replaced, today) if replaced is not None else (today, None)


def stats_report(file: UnitFile, language: Language) -> StatsReport:
    """The figures of one file beside the published ones."""
    unit = file.unit
    before, after = figures_pair(unit, *plans_of(file), language)
    wanted = wanted_average_bp(unit)
    return StatsReport(
        name=unit.name,
        before=before,
        after=after,
        wanted_average_pct=None if wanted is None else _rounded(wanted / 100),
        fte_budget=fte_budget_bp(unit) / FULL_TIME_BP,
        fte_used=(after or before).all_lines.fte,
        weekend_arithmetic=_weekend_part(weekend_arithmetic_of(unit)),
        references=tuple(_reference_line(entry, language) for entry in REFERENCES),
        booking=ledger_report(file),
    )


def _weekend_part(found: WeekendArithmetic | None) -> WeekendPart | None:
    if found is None:
        return None
    return WeekendPart(
        weekly_hours=_rounded(Fraction(found.weekly_minutes, MINUTES_PER_HOUR)),
        fte=_rounded(found.full_time_equivalents),
        people_per_weekend=found.people_per_weekend,
        weekend_every_for_full_time=_rounded(found.frequency_needed),
        by_frequency=tuple(
            WeekendLine(
                weekend_every=every,
                least_people=found.least_people(every),
                highest_average_pct=_rounded(found.highest_average(every) * 100),
            )
            for every in FREQUENCIES
        ),
    )


def _reference_line(entry: Reference, language: Language) -> ReferenceLine:
    return ReferenceLine(
        source=entry.source,
        about=text(f"reference.{entry.key}", language),
        year=entry.year,
        full_time_share_pct=_percent(entry.full_time_share_bp),
        average_position_pct=_percent(entry.average_position_bp),
        wanted_average_pct=_percent(entry.wanted_average_bp),
    )


def compare_report(files: Sequence[tuple[Path, UnitFile]], language: Language) -> CompareReport:
    """Several units beside each other. Totals are made from the positions, not from rounded figures."""
    units = tuple(
        ComparedUnit(file=path.name, name=file.unit.name or path.stem, before=before, after=after)
        for path, file in files
        for before, after in [figures_pair(file.unit, *plans_of(file), language)]
    )
    counted = [_counted(file) for _, file in files]
    renewed = [(before, after) for before, after in counted if after is not None]
    return CompareReport(
        units=units,
        total=Totals(
            units=len(counted),
            before=position_figures(combined([before for before, _ in counted])),
            after=_combined_after(renewed) if len(renewed) == len(counted) else None,
        ),
        renewed=None
        if len(renewed) in (0, len(counted))
        else Totals(
            units=len(renewed),
            before=position_figures(combined([before for before, _ in renewed])),
            after=_combined_after(renewed),
        ),
    )


def _combined_after(renewed: Sequence[tuple[PositionFigures, PositionFigures]]) -> Figures:
    return position_figures(combined([after for _, after in renewed]))


def _counted(file: UnitFile) -> tuple[PositionFigures, PositionFigures | None]:
    before, after = plans_of(file)
    unit = file.unit
    was = positions_today(unit) if before is None else positions_of(unit, before)
    if after is None:
        return figures_before(unit, was), None
    return figures_before(unit, was), figures_after(unit, was, positions_of(unit, after))


def _rounded(number: Fraction) -> float:
    return round(float(number), 4)


def _percent(share_bp: int | None) -> float | None:
    return None if share_bp is None else share_bp / 100
