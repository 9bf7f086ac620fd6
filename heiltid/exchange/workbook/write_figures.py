"""Results (figures before, after, change, bound) and Positions (every line's way from today to now)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heiltid.exchange.workbook.cell_words import share
from heiltid.exchange.workbook.figure_rows import (
    COUNT,
    FTE,
    HOURS,
    FigureRow,
    band_rows,
    goal_rows,
    has_any,
    paid_rows,
    position_rows,
    rota_rows,
)
from heiltid.exchange.workbook.rota_parts import ONE_DECIMAL, SIGNED, tidy
from heiltid.exchange.workbook.sheet import Book, Sheet, Value
from heiltid.exchange.workbook.styles import (
    BAD_INK,
    CELL,
    GOOD_INK,
    HEADING,
    HEADING_RIGHT,
    NUMBER,
    QUIET,
    SECTION,
    Look,
)
from heiltid.exchange.workbook.words import Group, word
from heiltid.model import Plan, Unit
from heiltid.report_model import Report
from heiltid.texts import Language, text

SIGNED_HOURS = '+0.0" h";-0.0" h";0.0" h"'
SIGNED_COUNT, SIGNED_FTE = "+0;-0;0", "+0.00;-0.00;0.00"


def write_results(book: Book, report: Report, language: Language) -> Sheet:
    """Every figure of the report, in sections."""
    sheet = book.sheet(word(Group.SHEET, "Results", language))
    table = FigureTable(sheet, language)
    table.headings(1)
    sheet.raw.freeze_panes = "B2"
    sheet.raw.print_title_rows = "1:1"
    sections = (
        ("positions", position_rows(report, language)),
        ("bands", band_rows(report, language)),
        ("rota", rota_rows(report, language)),
        ("paid", paid_rows(report, language)),
        ("goals", goal_rows(report, language)),
    )
    row = 2
    for key, rows in sections:
        if has_any(rows):
            sheet.put(row, 1, text(f"workbook.results.{key}", language), SECTION)
            sheet.height(row, 24)
            row = table.rows(rows, row + 1)
    sheet.put(row + 1, 1, text("workbook.results.bound_note", language), Look(ink=QUIET, italic=True))
    sheet.widths((52, 14, 14, 14, 14, 14))
    sheet.print_setup(landscape=False)
    return sheet


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures on some sheet: name, before, after, change, bound, better or worse in words."""

    sheet: Sheet
    language: Language
    name_columns: int = 1  # columns the name lies over

    def headings(self, row: int) -> None:
        """The heading row."""
        names = ("Figure", "Before", "After", "Change", "Bound")
        cells: list[tuple[Value, Look]] = [
            (word(Group.HEADING, name, self.language), HEADING_RIGHT if place else HEADING)
            for place, name in enumerate(names)
        ]
        self._put(row, [*cells, (None, HEADING)])
        self.sheet.height(row, 20)

    def rows(self, rows: Sequence[FigureRow], first: int) -> int:
        """Write the figures; returns the next free row."""
        for place, entry in enumerate(rows):
            self._row(entry, first + place)
        return first + len(rows)

    def _row(self, entry: FigureRow, row: int) -> None:
        ink = {1: GOOD_INK, -1: BAD_INK}.get(entry.verdict, CELL.ink)
        plain = replace(NUMBER, number_format=self._form(entry.number_format))
        signed = self._form(_signed(entry.number_format))
        cells: list[tuple[Value, Look]] = [
            (entry.name, CELL),
            (entry.before, plain),
            (entry.after, replace(plain, bold=True)),
            (entry.change, replace(NUMBER, number_format=signed, ink=ink, bold=entry.verdict != 0)),
            (entry.bound, replace(plain, ink=QUIET)),
            (self._verdict(entry.verdict), replace(CELL, ink=ink)),
        ]
        self._put(row, cells)

    def _put(self, row: int, cells: Sequence[tuple[Value, Look]]) -> None:
        """A row of cells, the first one over all columns of the name."""
        for column in range(2, self.name_columns + 1):
            self.sheet.put(row, column, None, cells[0][1])
        for place, (value, look) in enumerate(cells):
            self.sheet.put(row, 1 + place + (self.name_columns - 1 if place else 0), value, look)
        if self.name_columns > 1:
            self.sheet.raw.merge_cells(
                start_row=row, end_row=row, start_column=1, end_column=self.name_columns
            )

    def _form(self, number_format: str) -> str:
        """The number format with the language's sign for hours."""
        return number_format.replace("h", text("workbook.hour_sign", self.language))

    def _verdict(self, judged: int) -> str | None:
        keys = {1: "workbook.better", -1: "workbook.worse"}
        return text(keys[judged], self.language) if judged else None


def _signed(number_format: str) -> str:
    if number_format == COUNT:
        return SIGNED_COUNT
    if number_format == HOURS:
        return SIGNED_HOURS
    return SIGNED_FTE if number_format == FTE else SIGNED


_POSITION_COLUMNS = (
    ("Number", 10.0),
    ("Name", 26.0),
    ("Status", 12.0),
    ("Before", 11.0),
    ("Wanted", 11.0),
    ("After", 11.0),
    ("Change", 11.0),
    ("Hours", 11.0),
    ("Deviation", 11.0),
    ("Weekends", 11.0),
)
_LEFT_COLUMNS = 3


def write_positions(
    book: Book, unit: Unit, before: Plan | None, report: Report | None, language: Language
) -> Sheet:
    """One row per line of the staff list; `unit` is the unit as it was before."""
    sheet = book.sheet(word(Group.SHEET, "Positions", language))
    for place, (name, _) in enumerate(_POSITION_COLUMNS):
        look = HEADING if place < _LEFT_COLUMNS else HEADING_RIGHT
        sheet.put(1, 1 + place, word(Group.HEADING, name, language), look)
    sheet.height(1, 22)
    old = {} if before is None else {row.employee: row.position_bp for row in before.rows}
    for place, person in enumerate(unit.planned_employees):
        row = 2 + place
        was = old.get(person.number, person.position_bp)
        sheet.put(row, 1, person.number)
        sheet.put(row, 2, person.name or None, replace(CELL, bold=True))
        sheet.put(row, 3, word(Group.STATUS, person.status.value, language))
        sheet.put(row, 4, *share(was))
        sheet.put(row, 5, *share(person.wanted_bp))
        _after(sheet, row, was, report, person.number)
    sheet.widths([width for _, width in _POSITION_COLUMNS])
    sheet.raw.freeze_panes = "C2"
    sheet.raw.print_title_rows = "1:1"
    sheet.print_setup(landscape=False)
    return sheet


def _after(sheet: Sheet, row: int, was_bp: int, report: Report | None, number: str) -> None:
    """After, change, hours, deviation, weekends; empty where the new rota has no row."""
    line = None if report is None else report.positions.get(number)
    if line is None or line.after is None:
        for column in range(6, 11):
            sheet.put(row, column, None, NUMBER)
        return
    now_bp = round(line.after * 100)
    value, look = share(now_bp)
    sheet.put(row, 6, value, replace(look, bold=True))
    change_bp = now_bp - was_bp
    ink = GOOD_INK if change_bp > 0 else BAD_INK if change_bp < 0 else QUIET
    signed = SIGNED_FTE if change_bp % 10 else SIGNED  # as many decimals as the two have
    sheet.put(row, 7, change_bp / 100, replace(NUMBER, number_format=signed, ink=ink))
    sheet.put(row, 8, line.hours, replace(NUMBER, number_format=ONE_DECIMAL))
    sheet.put(row, 9, tidy(line.deviation or 0.0), replace(NUMBER, number_format=SIGNED))
    sheet.put(row, 10, line.weekends, NUMBER)
