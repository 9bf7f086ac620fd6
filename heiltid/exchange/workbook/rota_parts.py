"""What the two pictures of a rota share: the text and colour of a cell, hours, counts with arrows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from heiltid.calendar import Calendar
from heiltid.contract import present_weeks, reckon
from heiltid.exchange.workbook.counts import Band, counts_by_band
from heiltid.exchange.workbook.dates import clock, date_text
from heiltid.exchange.workbook.styles import (
    ABSENCE_CHIP,
    BAD_FILL,
    BAD_INK,
    DAY_OFF_CHIP,
    GOOD_FILL,
    GOOD_INK,
    KIND_CHIPS,
    WARN_FILL,
    WARN_INK,
    WEEKEND,
    Chip,
    Look,
)
from heiltid.exchange.workbook.words import competence_word
from heiltid.measures.against import Against, Present
from heiltid.model import (
    FULL_TIME_BP,
    MINUTES_PER_HOUR,
    SATURDAY,
    Cell,
    Employee,
    Plan,
    PlanRow,
    ShiftType,
    Unit,
)
from heiltid.texts import Language, decimal, text

SHORT_SIGN, BELOW_SIGN, ABOVE_SIGN, RED_MARK = "▼", "▽", "▲", "*"
ONE_DECIMAL = "0.0"
SIGNED = "+0.0;-0.0;0.0"
DAY = Look(size=9, align="center", shrink=True, lines=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A unit with one of its plans, and what drawing it asks for again and again."""

    unit: Unit
    plan: Plan
    calendar: Calendar
    language: Language
    shifts: dict[str, ShiftType]
    counts: dict[Band, dict[int, Present]]
    looks: tuple[Look, ...]  # of an empty cell, by day
    absences: dict[tuple[str, int], str]  # codes known beforehand, by employee and day


def scene(unit: Unit, plan: Plan, language: Language) -> Scene:
    """Everything the pictures of one plan need, reckoned once."""
    calendar = Calendar(unit)
    return Scene(
        unit=unit,
        plan=plan,
        calendar=calendar,
        language=language,
        shifts=unit.shift_by_code(),
        counts=counts_by_band(unit, calendar, plan),
        looks=tuple(day_look(calendar, day) for day in range(unit.day_count)),
        absences=_absences(unit, calendar),
    )


def _absences(unit: Unit, calendar: Calendar) -> dict[tuple[str, int], str]:
    found = {}
    for entry in unit.absences:
        first, last = calendar.day_of(entry.first), calendar.day_of(entry.last)
        for day in range(max(first, 0), min(last, unit.day_count - 1) + 1):
            found[entry.employee, day] = entry.code
    return found


def day_look(calendar: Calendar, day: int, base: Look = DAY) -> Look:
    """The look of an empty cell: weekends and red days shaded, a strong line before each Monday."""
    weekday = calendar.weekday(day)
    shaded = weekday >= SATURDAY or calendar.is_red(day)
    return replace(base, fill=WEEKEND if shaded else base.fill, strong_left=weekday == 0)


def chip_of(cell: Cell, shifts: dict[str, ShiftType]) -> Chip | None:
    """The colours of a cell; None when it is free."""
    if cell.absence is not None:
        return ABSENCE_CHIP
    shift = shifts.get(cell.shift or "")
    if shift is not None:
        return KIND_CHIPS[shift.kind]
    return None if cell.day_off is None else DAY_OFF_CHIP


@dataclass(frozen=True, slots=True, kw_only=True)
class RowHours:
    """A line's paid hours in the rota, its average week, and how far it lies from its position."""

    hours: float
    week: float
    deviation: float


def row_hours(here: Scene, person: Employee, row: PlanRow) -> RowHours:
    """Hours as the contract reckons them; an average over present weeks only."""
    found = reckon(here.unit, here.calendar, person, row.cells)
    weeks = present_weeks(here.calendar, person)
    due = found.full_time_minutes * row.position_bp / FULL_TIME_BP
    return RowHours(
        hours=_hours(Fraction(found.hours_minutes)),
        week=_hours(found.hours_minutes / weeks) if weeks else 0.0,
        deviation=_hours(found.hours_minutes - due),
    )


def _hours(minutes: Fraction) -> float:
    return tidy(float(minutes / MINUTES_PER_HOUR))


def tidy(hours: float) -> float:
    """Hours as shown with one decimal: what would show as +0.0 or -0.0 is nothing."""
    return round(hours, 2) if abs(hours) >= 0.05 else 0.0


def band_text(band: Band, language: Language) -> str:
    """ "07:30–15:00 sjukepleiar", or the code that is counted."""
    when = band.shift or f"{clock(band.start)}–{clock(band.end)}"
    return when if band.competence is None else f"{when} {competence_word(band.competence, language)}"


def count_cell(count: Present | None, look: Look) -> tuple[str | int | None, Look]:
    """A count with its arrow, and its look: below Min, open below Target, up above it (bold: above Max)."""
    if count is None:
        return None, look
    if count.against is Against.BELOW_MINIMUM:
        return f"{count.people}{SHORT_SIGN}", replace(look, bold=True, ink=BAD_INK, fill=BAD_FILL)
    if count.against is Against.BELOW_TARGET:
        return f"{count.people}{BELOW_SIGN}", replace(look, ink=WARN_INK)
    if count.against is Against.ABOVE_MAXIMUM:
        return f"{count.people}{ABOVE_SIGN}", replace(look, bold=True, ink=WARN_INK, fill=WARN_FILL)
    if count.against is Against.ABOVE_TARGET:
        return f"{count.people}{ABOVE_SIGN}", replace(look, ink=GOOD_INK, fill=GOOD_FILL)
    return count.people, look


def is_closed(row: PlanRow) -> bool:
    """A line without position and without any cell filled in."""
    return row.position_bp == 0 and all(cell.shift is None for cell in row.cells)


def shown_name(person: Employee, language: Language) -> str:
    """The name, else the number; a post nobody holds says so."""
    if person.name:
        return person.name
    if person.may_close:
        return text(f"workbook.line_{person.status.value}", language, number=person.number)
    return person.number


def position_text(line: PlanRow, old: PlanRow | None, language: Language) -> str:
    """ "50 → 70 %", or the new one alone where nothing changed or nothing was before."""
    new = decimal(line.position_bp * 100 / FULL_TIME_BP, language)
    if old is None or old.position_bp == line.position_bp:
        return f"{new} %"
    return f"{decimal(old.position_bp * 100 / FULL_TIME_BP, language)} → {new} %"


def period_text(here: Scene) -> str:
    """ "12 veker frå 4. jan. 2027, rullerande"."""
    unit = here.unit
    key = "workbook.period_cyclic" if unit.is_cyclic else "workbook.period_dated"
    last = here.calendar.date_of(unit.day_count - 1)
    return text(
        key,
        here.language,
        weeks=unit.weeks,
        first=date_text(unit.start, here.language),
        last=date_text(last, here.language),
    )
