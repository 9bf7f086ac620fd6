"""The figures of a report as rows of a table: before, after, change, bound, and which way is better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from heiltid.measures.positions import Limits
from heiltid.model import MINUTES_PER_HOUR
from heiltid.report_model import Figures, ObjectiveLine, Report
from heiltid.texts import Language, decimal, difference, text

PERCENT, COUNT, DECIMAL, FTE = '0.0" %"', "0", "0.0", "0.00"
HOURS = '0.0" h"'  # the table puts the language's own sign for hours
DIGITS = {PERCENT: 1, COUNT: 0, DECIMAL: 1, FTE: 2, HOURS: 1}  # as the formats show a number
HIGHER, LOWER, NEITHER = 1, -1, 0
SHARE_POINT_BP = 100  # one percent


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure: its name, values, number format, and which way is better."""

    name: str
    before: float | None = None
    after: float | None = None
    bound: float | None = None
    number_format: str = COUNT
    better: int = NEITHER

    @property
    def change(self) -> float | None:
        """After less before as they are shown, where both are known."""
        if self.before is None or self.after is None:
            return None
        return difference(self.before, self.after, DIGITS[self.number_format])

    @property
    def verdict(self) -> int:
        """1 better, -1 worse, 0 neither."""
        change = self.change or 0.0
        return self.better * ((change > 0) - (change < 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A field of the report's figures by its path ("all_lines.fte"); text key `figure.<key>`."""

    key: str
    path: str = ""  # the key itself when empty
    form: str = COUNT
    better: int = NEITHER


_KEY = (
    _Figure(key="average_position_pct", form=PERCENT, better=HIGHER),
    _Figure(key="full_time_share_pct", form=PERCENT, better=HIGHER),
    _Figure(key="small_positions", better=LOWER),
    _Figure(key="unwanted_people", path="unwanted_part_time.people", better=LOWER),
    _Figure(key="understaffed_person_hours", form=HOURS, better=LOWER),
)
_POSITIONS = (
    _Figure(key="average_position_pct", form=PERCENT, better=HIGHER),
    _Figure(key="same_people_average_position_pct", form=PERCENT, better=HIGHER),
    _Figure(key="full_time_share_pct", form=PERCENT, better=HIGHER),
    _Figure(key="small_positions", better=LOWER),
    _Figure(key="large_positions", better=HIGHER),
    _Figure(key="unwanted_people", path="unwanted_part_time.people", better=LOWER),
    _Figure(key="missing_pct", path="unwanted_part_time.missing_pct", form=PERCENT, better=LOWER),
    _Figure(key="employees"),
    _Figure(key="fte", form=FTE),
    _Figure(key="positions_to_announce"),
    _Figure(key="vacant_fte", form=FTE),
    _Figure(key="lines", path="all_lines.lines"),
    _Figure(key="lines_fte", path="all_lines.fte", form=FTE),
    _Figure(key="lines_average", path="all_lines.average_position_pct", form=PERCENT, better=HIGHER),
)
_OF_VACANT = frozenset({"positions_to_announce", "vacant_fte", "lines", "lines_fte", "lines_average"})
_ROTA = (
    _Figure(key="understaffed_person_hours", form=HOURS, better=LOWER),
    _Figure(key="wishes_met_pct", form=PERCENT, better=HIGHER),
    _Figure(key="long_shifts"),
    _Figure(key="quick_returns", better=LOWER),
    _Figure(key="employees_met_per_week", form=DECIMAL, better=LOWER),
)
_SPREADS = (("weekends_per_year", DECIMAL), ("weekend_hours_per_year", HOURS))
_PAID = ("ordinary", "evening", "night", "saturday_sunday", "red")


def key_rows(report: Report, language: Language) -> list[FigureRow]:
    """The handful of figures to look at first."""
    return [*(_row(entry, report, language) for entry in _KEY), _budget(report, language)]


def position_rows(report: Report, language: Language, limits: Limits | None = None) -> list[FigureRow]:
    """Positions: averages, full time, small and large, unwanted part-time, lines, the budget.

    Where nobody's line is vacant or temporary, all lines are the employees: nothing is told of them twice.
    limits: told in the names of small and large positions.
    """
    left_out = frozenset[str]() if _has_vacant(report) else _OF_VACANT
    shown = (entry for entry in _POSITIONS if entry.key not in left_out)
    rows = [*(_row(entry, report, language) for entry in shown), _budget(report, language)]
    if limits is None:
        return rows
    told = {
        text("figure.small_positions", language): ("figure.small_below", limits.small_below_bp),
        text("figure.large_positions", language): ("figure.large_above", limits.large_above_bp),
    }
    return [_with_limit(row, told, language) for row in rows]


def _with_limit(row: FigureRow, told: Mapping[str, tuple[str, int]], language: Language) -> FigureRow:
    """The row with its limit in its name, where it has one. told: key of the text and the limit, by name."""
    if row.name not in told:
        return row
    key, limit_bp = told[row.name]
    limit = decimal(limit_bp / SHARE_POINT_BP, language, 2)
    return replace(row, name=text(key, language, limit=limit))


def _has_vacant(report: Report) -> bool:
    states = [state for state in (report.before, report.after) if state is not None]
    return any(
        state.vacant_fte or state.positions_to_announce or state.all_lines.lines != state.employees
        for state in states
    )


def band_rows(report: Report, language: Language) -> list[FigureRow]:
    """People per band of position."""
    was = {} if report.before is None else report.before.bands
    now = {} if report.after is None else report.after.bands
    return [
        FigureRow(
            name=text("figure.band", language, band=_shown_band(band, language)),
            before=was.get(band),
            after=now.get(band),
        )
        for band in dict.fromkeys([*was, *now])
    ]


def _shown_band(band: str, language: Language) -> str:
    """A band's key as people write it: "25–49,9"."""
    shown = band.replace("-", "–")
    return shown if language is Language.ENGLISH else shown.replace(".", ",")


def rota_rows(report: Report, language: Language) -> list[FigureRow]:
    """Staffing, wishes and load of the rota."""
    rows = [_row(entry, report, language) for entry in _ROTA]
    for key, form in _SPREADS:
        for part in ("min", "mean", "max"):
            name = f"{text(f'figure.{key}', language)}, {text(f'workbook.spread.{part}', language)}"
            rows.append(_named(name, f"{key}.{part}", form, report))
    return rows


def paid_rows(report: Report, language: Language) -> list[FigureRow]:
    """Paid hours of the whole rota by category."""
    return [
        _named(
            text("figure.paid_hours", language, category=text(f"paid.{key}", language)),
            f"paid_hours.{key}",
            HOURS,
            report,
        )
        for key in _PAID
    ]


def goal_rows(report: Report, language: Language) -> list[FigureRow]:
    """The engine's goals in their order, with what is proven to be unreachable."""
    return [_goal(line, language) for line in report.objective]


def _goal(line: ObjectiveLine, language: Language) -> FigureRow:
    """A goal in the unit people think in: percent for basis points, hours for minutes."""
    divisor, form = 1, COUNT if line.value == int(line.value) else FTE
    if line.name.endswith("_bp"):
        divisor, form = 100, PERCENT
    elif line.name.endswith("_minutes"):
        divisor, form = MINUTES_PER_HOUR, HOURS
    return FigureRow(
        name=text(f"workbook.goal.{line.name}", language),
        after=line.value / divisor,
        bound=None if line.bound is None else line.bound / divisor,
        number_format=form,
    )


def _row(entry: _Figure, report: Report, language: Language) -> FigureRow:
    path = entry.path or entry.key
    bound = report.bound_average_position_pct if entry.key == "average_position_pct" else None
    return FigureRow(
        name=text(f"figure.{entry.key}", language),
        before=_at(report.before, path),
        after=_at(report.after, path),
        bound=bound,
        number_format=entry.form,
        better=entry.better,
    )


def _named(name: str, path: str, form: str, report: Report) -> FigureRow:
    return FigureRow(
        name=name, before=_at(report.before, path), after=_at(report.after, path), number_format=form
    )


def _budget(report: Report, language: Language) -> FigureRow:
    return FigureRow(
        name=text("figure.fte_used", language),
        after=report.fte_used,
        bound=report.fte_budget,
        number_format=FTE,
    )


def _at(figures: Figures | None, path: str) -> float | None:
    """The number at a path; None where any part of it is missing."""
    found: object = figures
    for name in path.split("."):
        if found is None:
            return None
        found = getattr(found, name)
    return float(found) if isinstance(found, int | float) else None


def has_any(rows: Sequence[FigureRow]) -> bool:
    """Whether any of the rows has a number."""
    return any(value is not None for row in rows for value in (row.before, row.after, row.bound))
