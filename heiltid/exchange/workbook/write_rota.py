"""The sheets that carry a rota to be read again: Rota, Before, and the scenarios.

Row 1 is the contract's heading row; row 2 (dates) and the rows below the people (counts against
demand) begin with the summary mark, so that the reader passes over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter

from heiltid.exchange.workbook.colouring import colour_codes, offer_codes
from heiltid.exchange.workbook.night_days import WrittenRow, WrittenRows
from heiltid.exchange.workbook.paging import RotaColumns, set_up_rota
from heiltid.exchange.workbook.rota_parts import (
    DAY,
    ONE_DECIMAL,
    RED_MARK,
    SIGNED,
    Scene,
    band_text,
    count_cell,
    is_closed,
    row_hours,
)
from heiltid.exchange.workbook.sheet import Book, Sheet
from heiltid.exchange.workbook.styles import BRAND, CELL, PALE, QUIET, RED_INK, Look, share_format
from heiltid.exchange.workbook.words import Group, day_heading, word
from heiltid.model import FULL_TIME_BP, HISTORY_DAYS, Cell, Employee, PlanRow
from heiltid.notation import SUMMARY_MARK, cell_text

HEADING_ROW, DATE_ROW, FIRST_PERSON = 1, 2, 3
DAY_WIDTH = 5.3
LEFT_WIDTHS = (11.0, 24.0)
RIGHT = ("Position", "Hours", "Average", "Deviation")
RIGHT_WIDTHS = (10.0, 10.0, 10.0, 11.0)
HEAD = Look(bold=True, size=9, fill=PALE, ink=BRAND, lines=True, wrap=True, indent=1)


def write_rota(book: Book, here: Scene, title: str, written: WrittenRows, *, tab: str | None = None) -> Sheet:
    """One plan as a sheet that reads back to the same plan."""
    sheet = book.sheet(title, tab=tab)
    layout = _Layout(here, written)
    layout.headings(sheet)
    layout.dates(sheet)
    bottom = layout.people(sheet, FIRST_PERSON)
    last_person = max(bottom - 1, FIRST_PERSON)
    layout.counts(sheet, bottom)
    area = f"{layout.letter(layout.days[0])}{FIRST_PERSON}:{layout.letter(layout.days[-1])}{last_person}"
    colour_codes(sheet, here.unit, area)
    offer_codes(sheet, here.unit, area)
    left = (*LEFT_WIDTHS, *[DAY_WIDTH] * len(layout.history))
    columns = RotaColumns(left=left, day=DAY_WIDTH, right=(*layout.extra_widths, *RIGHT_WIDTHS))
    set_up_rota(sheet, columns, here.unit.weeks, (HEADING_ROW, DATE_ROW))
    sheet.raw.print_title_cols = "A:B"
    sheet.raw.freeze_panes = sheet.raw.cell(FIRST_PERSON, len(LEFT_WIDTHS) + 1)
    return sheet


class _Layout:
    """Which day stands in which column: two weeks of history if there are any, the rota, the overflow."""

    def __init__(self, here: Scene, written: WrittenRows) -> None:
        self.here = here
        self.written = written
        self.history = range(-HISTORY_DAYS, 0) if written.has_history else range(0)
        last = here.unit.day_count + (1 if written.has_overflow else 0)
        self.days = [*self.history, *range(last)]
        self.first = len(LEFT_WIDTHS) + 1
        self.right = self.first + len(self.days)
        self.extra_widths = (DAY_WIDTH,) if written.has_overflow else ()

    def letter(self, day: int) -> str:
        """The letter of a day's column."""
        return str(get_column_letter(self.first + self.days.index(day)))

    def look(self, day: int) -> Look:
        """An empty cell of that day."""
        if 0 <= day < len(self.here.looks):
            return self.here.looks[day]
        return replace(DAY, fill=PALE, ink=QUIET, strong_left=day % 7 == 0)

    def headings(self, sheet: Sheet) -> None:
        """Row 1, in the words of the contract."""
        language = self.here.language
        for place, name in enumerate(("Number", "Name")):
            sheet.put(HEADING_ROW, 1 + place, word(Group.HEADING, name, language), replace(HEAD, size=10))
        for place, day in enumerate(self.days):
            sheet.put(HEADING_ROW, self.first + place, day_heading(day, language), self._head_look(day))
        for place, name in enumerate(RIGHT):
            look = replace(HEAD, align="right", strong_left=place == 0)
            sheet.put(HEADING_ROW, self.right + place, word(Group.HEADING, name, language), look)
        sheet.height(HEADING_ROW, 20)

    def _head_look(self, day: int) -> Look:
        look = replace(
            HEAD, align="center", indent=0, strong_left=day % 7 == 0, fill=self.look(day).fill or PALE
        )
        look = replace(look, size=7.5, wrap=False, shrink=True)
        return replace(look, ink=RED_INK) if self.here.calendar.is_sunday_like(day) else look

    def dates(self, sheet: Sheet) -> None:
        """Row 2: day and month of each column, red days marked."""
        calendar = self.here.calendar
        sheet.put(DATE_ROW, 1, SUMMARY_MARK, HEAD)
        sheet.put(DATE_ROW, 2, word(Group.HEADING, "Date", self.here.language), HEAD)
        for place, day in enumerate(self.days):
            when = calendar.date_of(day)
            mark = RED_MARK if calendar.is_red(day) else ""
            look = replace(self._head_look(day), bold=bool(mark))
            sheet.put(DATE_ROW, self.first + place, f"{when.day}.{when.month}.{mark}", look)
        for place in range(len(RIGHT)):
            sheet.put(DATE_ROW, self.right + place, None, replace(HEAD, strong_left=place == 0))

    def people(self, sheet: Sheet, first: int) -> int:
        """A row for every line of Employees, closed ones empty; returns the next free row."""
        rows = self.here.plan.row_of()
        row = first
        for person in self.here.unit.employees:
            line = rows.get(person.number)
            shown = self.written.rows.get(person.number)
            closed = line is None or is_closed(line)
            ink = QUIET if closed else CELL.ink
            sheet.put(row, 1, person.number, replace(CELL, ink=ink))
            sheet.put(row, 2, person.name or None, replace(CELL, ink=ink, bold=not closed, shrink=True))
            self._cells(sheet, row, self._in_order(shown))
            if line is not None:
                self._sums(sheet, row, person, line)
            row += 1
        return row

    def _in_order(self, shown: WrittenRow | None) -> Sequence[Cell | None]:
        if shown is None:
            return [None] * len(self.days)
        return [shown.cell(day) for day in self.days]

    def _cells(self, sheet: Sheet, row: int, cells: Sequence[Cell | None]) -> None:
        for place, (day, cell) in enumerate(zip(self.days, cells, strict=True)):
            shown = None if cell is None else cell_text(cell) or None
            sheet.put(row, self.first + place, shown, self.look(day))

    def _sums(self, sheet: Sheet, row: int, person: Employee, line: PlanRow) -> None:
        hours = row_hours(self.here, person, line)
        look = replace(CELL, align="right", number_format=ONE_DECIMAL)
        share = line.position_bp / FULL_TIME_BP
        percent = replace(look, number_format=share_format(line.position_bp), strong_left=True, bold=True)
        sheet.put(row, self.right, share, percent)
        sheet.put(row, self.right + 1, hours.hours, look)
        sheet.put(row, self.right + 2, hours.week, look)
        sheet.put(row, self.right + 3, hours.deviation, replace(look, number_format=SIGNED))

    def counts(self, sheet: Sheet, first: int) -> None:
        """People present against demand, by band of the day."""
        for place, (band, days) in enumerate(self.here.counts.items()):
            row = first + place
            sheet.put(row, 1, SUMMARY_MARK, HEAD)
            sheet.put(row, 2, band_text(band, self.here.language), replace(HEAD, wrap=False, shrink=True))
            for column, day in enumerate(self.days):
                look = self.look(day)
                sheet.put(row, self.first + column, *count_cell(days.get(day), look))
