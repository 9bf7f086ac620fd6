"""What stands around a rota on paper: its name, its period, its weeks, what the codes mean."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.calendar import Calendar
from heiltid.exchange.pdf.chips import Chip, kind_chip
from heiltid.exchange.pdf.page import MUTED, PAPER, WARNING
from heiltid.exchange.pdf.rota_drawing import (
    ABOVE_SIGN,
    BELOW_SIGN,
    NOT_EMPLOYED,
    RED_MARK,
    SHORT_SIGN,
    LegendEntry,
)
from heiltid.exchange.workbook.dates import clock, date_text, range_text
from heiltid.exchange.workbook.rota_parts import is_closed
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_HOUR, Plan, ShiftType, Unit
from heiltid.rules.context import Context
from heiltid.texts import Language, decimal, text

MINUS, NO_DEVIATION = "−", "0"


def plan_name(unit: Unit, plan: Plan, language: Language) -> str:
    """The plan's own name, else what it is to its unit."""
    return plan.name or text(f"pdf_person.plan_{plan.role.value}", language, start=f"{unit.start:%d.%m.%Y}")


def period_text(context: Context, language: Language) -> str:
    """ "Rullerande turnus over 12 veker, første gong 4. jan. 2027 – 28. mars 2027"."""
    unit = context.unit
    key = "workbook.period_cyclic" if unit.is_cyclic else "workbook.period_dated"
    last = context.calendar.date_of(unit.day_count - 1)
    return text(
        key, language, weeks=unit.weeks, first=date_text(unit.start, language), last=date_text(last, language)
    )


def week_text(calendar: Calendar, week: int, language: Language) -> str:
    """ "Veke 2 · 11.–17. jan. (kal.veke 2)": a cyclic rota shows the dates of its first run."""
    monday = calendar.date_of(week * DAYS_PER_WEEK)
    sunday = calendar.date_of(week * DAYS_PER_WEEK + DAYS_PER_WEEK - 1)
    return text(
        "workbook.print.week_head",
        language,
        number=week + 1,
        calendar_week=monday.isocalendar().week,
        dates=range_text(monday, sunday, language),
    )


def shift_meaning(shift: ShiftType, language: Language) -> str:
    """ "Dagvakt 07:30–15:00, 7,5 t"."""
    key = "workbook.print.code_named" if shift.name else "workbook.print.code"
    times = f"{clock(shift.start_minute)}–{clock(shift.end_minute)}"
    hours = decimal(shift.paid_minutes / 60, language)
    return text(key, language, times=times, hours=hours, name=shift.name)


def day_off_codes(plan: Plan) -> list[str]:
    """The day-off codes a plan uses, in order."""
    return sorted({cell.day_off for row in plan.rows for cell in row.cells if cell.day_off})


def legend_entries(context: Context, language: Language) -> Iterator[LegendEntry]:
    """Everything a reader of the sheet meets."""
    for shift in context.unit.shifts:
        yield LegendEntry(chip=kind_chip(shift.code, shift.kind), meaning=shift_meaning(shift, language))
    for code in day_off_codes(context.plan):
        yield _entry(code, text(f"workbook.day_off.{code}", language))
    if context.unit.demand:
        chip = Chip(words=f"4{SHORT_SIGN}", fill=PAPER, edge=WARNING, ink=WARNING, bold=True)
        yield LegendEntry(chip=chip, meaning=text("pdf_person.short", language))
        if any(row.target > row.minimum for row in context.unit.demand):
            yield _entry(f"4{BELOW_SIGN}", text("wished.some", language))
        has_most = any(row.maximum is not None for row in context.unit.demand)
        above = text("pdf_person.above_most" if has_most else "pdf_person.above", language)
        yield _entry(f"7{ABOVE_SIGN}", above)
    if any(context.calendar.is_red(day) for day in range(context.unit.day_count)):
        yield _entry(f"17{RED_MARK}", text("workbook.print.red", language))
    if _is_anybody_not_employed(context):
        yield LegendEntry(chip=Chip(words="", fill=NOT_EMPLOYED), meaning=not_employed_words(language))
    yield _entry(text("pdf_person.deviation", language), text("pdf_person.deviation_meaning", language))


def deviation_text(minutes: int, language: Language) -> str:
    """Hours with the sign they have on the screen too: "+2,1", "−3", "0"."""
    shown = decimal(abs(minutes) / MINUTES_PER_HOUR, language, 1)
    return shown if shown == NO_DEVIATION else f"{'+' if minutes > 0 else MINUS}{shown}"


def not_employed_words(language: Language) -> str:
    """What the dark grey days of a sheet are."""
    return text("pdf_person.not_employed", language)


def _is_anybody_not_employed(context: Context) -> bool:
    days = range(context.unit.day_count)
    return any(
        not context.calendar.is_employed(person, day)
        for person in context.people
        if not is_closed(context.row(person))
        for day in days
    )


def _entry(words: str, meaning: str) -> LegendEntry:
    return LegendEntry(chip=Chip(words=words, ink=MUTED), meaning=meaning)


def absence_codes(context: Context) -> dict[tuple[str, int], str]:
    """Codes of absences known beforehand, by employee and day of the plan."""
    found = {}
    for entry in context.unit.absences:
        first, last = context.calendar.day_of(entry.first), context.calendar.day_of(entry.last)
        for day in range(max(first, 0), min(last, context.unit.day_count - 1) + 1):
            found[entry.employee, day] = entry.code
    return found
