"""The rota for the wall: A3 landscape, a few weeks and as many people on each page as can be read.

Every page stands alone: heading, coverage of the whole unit, and what the codes mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from heiltid.contract import present_weeks
from heiltid.exchange.pdf.chips import cell_chip
from heiltid.exchange.pdf.page import A3_LANDSCAPE, PageHead, write_pdf
from heiltid.exchange.pdf.rota_drawing import (
    DayHead,
    LegendEntry,
    Line,
    RotaPage,
    rows_on_page,
)
from heiltid.exchange.pdf.rota_words import (
    absence_codes,
    deviation_text,
    legend_entries,
    period_text,
    plan_name,
    week_text,
)
from heiltid.exchange.workbook.counts import counts_by_band
from heiltid.exchange.workbook.paging import weeks_per_page
from heiltid.exchange.workbook.rota_parts import band_text, is_closed, shown_name
from heiltid.model import (
    DAYS_PER_WEEK,
    FULL_TIME_BP,
    MINUTES_PER_HOUR,
    SATURDAY,
    Employee,
    Plan,
    PlanRow,
    Unit,
)
from heiltid.rules.context import Context
from heiltid.rules.contract import deviation_minutes
from heiltid.texts import Language, decimal, text


def write_rota_pdf(path: Path, unit: Unit, plan: Plan, language: Language, *, made_on: date) -> int:
    """Write the plan whole or not at all; gives the number of pages. Raises OSError."""
    head = PageHead(
        title=text("pdf_person.rota", language),
        unit_name=unit.name,
        plan_name=plan_name(unit, plan, language),
        made_on=made_on,
        language=language,
    )
    return write_pdf(path, rota_pages(unit, plan, language), head, A3_LANDSCAPE)


def rota_pages(unit: Unit, plan: Plan, language: Language) -> tuple[RotaPage, ...]:
    """All people of the first weeks, then of the next. A person's line stands at the same place in each."""
    return tuple(_Sheet(Context(unit, plan), language).pages())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """The weeks of one page, from `first` up to but without `end`."""

    first: int
    end: int

    @property
    def days(self) -> range:
        return range(self.first * DAYS_PER_WEEK, self.end * DAYS_PER_WEEK)


class _Sheet:
    """One plan being laid out."""

    def __init__(self, context: Context, language: Language) -> None:
        self.context = context
        self.unit = context.unit
        self.calendar = context.calendar
        self.language = language
        self.counts = counts_by_band(self.unit, self.calendar, context.plan)
        self.away = absence_codes(context)
        self.people = [
            (person, row) for person in context.people if not is_closed(row := context.row(person))
        ]
        self.totals = {person.number: self._totals(person) for person, _ in self.people}

    def pages(self) -> Iterator[RotaPage]:
        """Page by page. Weeks and people are shared evenly, so that all pages look alike."""
        unit, language = self.unit, self.language
        legend = tuple(legend_entries(self.context, language))
        room = rows_on_page(len(self.counts), legend)
        groups = -(-len(self.people) // room) or 1
        size = -(-len(self.people) // groups)
        step = weeks_per_page(unit.weeks)
        for first in range(0, unit.weeks, step):
            block = _Block(first=first, end=min(first + step, unit.weeks))
            for start in range(0, max(len(self.people), 1), max(size, 1)):
                yield self._page(block, start, size, legend)

    def _page(self, block: _Block, start: int, size: int, legend: tuple[LegendEntry, ...]) -> RotaPage:
        people = self.people[start : start + size]
        return RotaPage(
            title=self._title(block, start, len(people)),
            subtitle=period_text(self.context, self.language),
            headings=tuple(
                text(f"pdf_person.{key}", self.language)
                for key in ("name", "position", "hours", "per_week", "deviation")
            ),
            weeks=tuple(
                week_text(self.calendar, week, self.language) for week in range(block.first, block.end)
            ),
            days=tuple(self._day(day) for day in block.days),
            lines=tuple(self._line(person, row, block) for person, row in people),
            counts=tuple(
                (
                    text("pdf_person.on_duty", self.language, band=band_text(band, self.language)),
                    [days.get(day) for day in block.days],
                )
                for band, days in self.counts.items()
            ),
            legend=legend,
            widest=weeks_per_page(self.unit.weeks),
            rows=size,
        )

    def _title(self, block: _Block, start: int, shown: int) -> str:
        language = self.language
        title = text("pdf_person.weeks", language, first=block.first + 1, last=block.end, all=self.unit.weeks)
        if shown < len(self.people):
            title += text(
                "pdf_person.people", language, first=start + 1, last=start + shown, all=len(self.people)
            )
        return title

    def _day(self, day: int) -> DayHead:
        calendar = self.calendar
        letters = text("workbook.weekday_letters", self.language).split()
        return DayHead(
            letter=letters[calendar.weekday(day)],
            number=str(calendar.date_of(day).day),
            shaded=calendar.weekday(day) >= SATURDAY or calendar.is_red(day),
            sunday=calendar.is_sunday_like(day),
            red=calendar.is_red(day),
        )

    def _line(self, person: Employee, row: PlanRow, block: _Block) -> Line:
        hours, week, deviation = self.totals[person.number]
        chips = [
            cell_chip(
                row.cells[day],
                self.away.get((person.number, day)),
                self.context.shifts,
                self.language,
                own=False,
            )
            for day in block.days
        ]
        return Line(
            name=shown_name(person, self.language),
            position=f"{decimal(row.position_bp * 100 / FULL_TIME_BP, self.language)} %",
            chips=tuple(chips),
            absent=tuple(not self.calendar.is_employed(person, day) for day in block.days),
            hours=hours,
            week=week,
            deviation=deviation,
        )

    def _totals(self, person: Employee) -> tuple[str, str, str]:
        """Paid hours in the whole rota and in an average present week; how far the rota's lie off."""
        minutes = self.context.paid_hours(person).total
        weeks = present_weeks(self.calendar, person)
        week = Fraction(minutes) / weeks if weeks else Fraction(0)
        shown = (Fraction(minutes), week)
        hours, per_week = (decimal(float(part) / MINUTES_PER_HOUR, self.language, 1) for part in shown)
        return hours, per_week, deviation_text(deviation_minutes(self.context, person), self.language)
