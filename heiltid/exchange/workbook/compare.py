"""The workbook of `compare`: several units before and after, one row each, the totals last."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl.utils import get_column_letter

from heiltid.atomic import write_atomically
from heiltid.command_reports import CompareReport
from heiltid.exchange.workbook.sheet import Book, Sheet, Value
from heiltid.exchange.workbook.styles import (
    CELL,
    HEADING,
    HEADING_RIGHT,
    NUMBER,
    PALE,
    Look,
)
from heiltid.report_model import Figures
from heiltid.texts import Language, text

PERCENT, COUNT, FTE = '0.0" %"', "0", "0.00"
HEAD_ROWS = 2
FIRST_FIGURE_COLUMN = 3  # after the unit and its file
UNIT_WIDTHS = (30.0, 26.0)
FIGURE_WIDTH = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A figure by its text key `figure.<key>` and the path of its field."""

    key: str
    path: str
    form: str


_COLUMNS = (
    _Column(key="employees", path="employees", form=COUNT),
    _Column(key="fte", path="fte", form=FTE),
    _Column(key="average_position_pct", path="average_position_pct", form=PERCENT),
    _Column(key="same_people_average_position_pct", path="same_people_average_position_pct", form=PERCENT),
    _Column(key="full_time_share_pct", path="full_time_share_pct", form=PERCENT),
    _Column(key="small_positions", path="small_positions", form=COUNT),
    _Column(key="large_positions", path="large_positions", form=COUNT),
    _Column(key="unwanted_people", path="unwanted_part_time.people", form=COUNT),
    _Column(key="missing_pct", path="unwanted_part_time.missing_pct", form=PERCENT),
    _Column(key="positions_to_announce", path="positions_to_announce", form=COUNT),
    _Column(key="lines_average", path="all_lines.average_position_pct", form=PERCENT),
)


def write_comparison(path: Path, found: CompareReport, language: Language) -> None:
    """Write the comparison; the old file stays whole until the new one is. Raises OSError."""
    book = Book()
    sheet = book.sheet(text("compare.sheet", language))
    _headings(sheet, language)
    row = HEAD_ROWS + 1
    for unit in found.units:
        _row(sheet, row, (unit.name, unit.file), unit.before, unit.after, CELL)
        row += 1
    bold = replace(CELL, bold=True, fill=PALE)
    for key, totals in (("table.total_renewed", found.renewed), ("table.total", found.total)):
        if totals is not None:
            label = text(key, language, count=totals.units)
            _row(sheet, row, (label, None), totals.before, totals.after, bold)
            row += 1
    sheet.put(row + 1, 1, text("compare.note", language), Look(italic=True))
    _set_up(sheet)
    content = io.BytesIO()
    book.workbook.save(content)
    write_atomically(path, content.getvalue())


def _headings(sheet: Sheet, language: Language) -> None:
    """Each figure over its two columns, today's and the new one."""
    sheet.row(1, [text("table.unit", language), text("compare.file", language)], HEADING)
    sheet.row(HEAD_ROWS, [None, None], HEADING)
    for place, column in enumerate(_COLUMNS):
        first = FIRST_FIGURE_COLUMN + 2 * place
        sheet.row(1, [text(f"figure.{column.key}", language), None], HEADING, first=first)
        sheet.raw.merge_cells(start_row=1, end_row=1, start_column=first, end_column=first + 1)
        heads = [text("table.before", language), text("table.after", language)]
        sheet.row(HEAD_ROWS, heads, HEADING_RIGHT, first=first)
    sheet.height(1, 32)


def _row(
    sheet: Sheet, row: int, names: Sequence[Value], before: Figures, after: Figures | None, look: Look
) -> None:
    sheet.row(row, names, look)
    for place, column in enumerate(_COLUMNS):
        number = replace(NUMBER, number_format=column.form, bold=look.bold, fill=look.fill)
        first = FIRST_FIGURE_COLUMN + 2 * place
        sheet.put(row, first, _value(before, column.path), number)
        sheet.put(row, first + 1, None if after is None else _value(after, column.path), number)


def _value(figures: Figures, path: str) -> float:
    found: object = figures
    for field in path.split("."):
        found = getattr(found, field)
    assert isinstance(found, int | float)
    return found


def _set_up(sheet: Sheet) -> None:
    sheet.widths((*UNIT_WIDTHS, *([FIGURE_WIDTH] * (2 * len(_COLUMNS)))))
    sheet.raw.freeze_panes = f"{get_column_letter(FIRST_FIGURE_COLUMN)}{HEAD_ROWS + 1}"
    sheet.raw.print_title_rows = f"1:{HEAD_ROWS}"
    sheet.print_setup()
