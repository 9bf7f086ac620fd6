"""What the codes, colours and signs of a rota mean, as sample cells with a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from heiltid.exchange.workbook.dates import clock
from heiltid.exchange.workbook.rota_parts import ABOVE_SIGN, BELOW_SIGN, DAY, RED_MARK, SHORT_SIGN, Scene
from heiltid.exchange.workbook.styles import (
    ABSENCE_CHIP,
    BAD_FILL,
    BAD_INK,
    DAY_OFF_CHIP,
    GOOD_FILL,
    GOOD_INK,
    KIND_CHIPS,
    NOT_EMPLOYED,
    RED_INK,
    WARN_INK,
    WEEKEND,
    Chip,
    Look,
)
from heiltid.texts import Language, decimal, text


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A sample cell and what it means."""

    sample: str
    meaning: str
    look: Look


def legend(here: Scene) -> Iterator[LegendEntry]:
    """Everything a reader of this plan meets: codes, day-off and absence codes, arrows, shading."""
    language = here.language
    for shift in here.unit.shifts:
        hours = decimal(shift.paid_minutes / 60, language)
        times = f"{clock(shift.start_minute)}–{clock(shift.end_minute)}"
        key = "workbook.print.code_named" if shift.name else "workbook.print.code"
        meaning = text(key, language, times=times, hours=hours, name=shift.name)
        yield _entry(shift.code, meaning, KIND_CHIPS[shift.kind])
    cells = {cell for line in here.plan.rows for cell in line.cells}
    for code in sorted({cell.day_off for cell in cells if cell.day_off}):
        yield _entry(code, text(f"workbook.day_off.{code}", language), DAY_OFF_CHIP)
    laid_over = {cell.absence for cell in cells if cell.absence}
    for code in sorted(laid_over | set(here.absences.values())):
        yield _entry(code, text("workbook.print.absence", language), ABSENCE_CHIP)
    people = here.unit.planned_employees
    if any(person.employed_from or person.employed_to for person in people):
        yield _meaning("", "not_employed", replace(DAY, fill=NOT_EMPLOYED), language)
    if here.counts:
        short = replace(DAY, bold=True, ink=BAD_INK, fill=BAD_FILL)
        yield _meaning(f"4{SHORT_SIGN}", "short", short, language)
        if any(row.target > row.minimum for row in here.unit.demand):
            wished = text("wished.some", language)
            yield LegendEntry(sample=f"4{BELOW_SIGN}", meaning=wished, look=replace(DAY, ink=WARN_INK))
        yield _meaning(f"7{ABOVE_SIGN}", "above", replace(DAY, ink=GOOD_INK, fill=GOOD_FILL), language)
    yield _meaning("", "weekend", replace(DAY, fill=WEEKEND), language)
    if any(here.calendar.is_red(day) for day in range(here.unit.day_count)):
        yield _meaning(f"17{RED_MARK}", "red", replace(DAY, ink=RED_INK, bold=True, fill=WEEKEND), language)


def _entry(sample: str, meaning: str, chip: Chip) -> LegendEntry:
    return LegendEntry(sample=sample, meaning=meaning, look=chip.on(DAY))


def _meaning(sample: str, key: str, look: Look, language: Language) -> LegendEntry:
    return LegendEntry(sample=sample, meaning=text(f"workbook.print.{key}", language), look=look)
