"""A sheet to write on: values with a look, safe text, widths, frozen panes, print set-up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from heiltid.exchange.workbook.styles import CELL, FONT, HEADING, Look

Value: TypeAlias = str | int | float | date | time | None

# What XML 1.0 cannot hold: control characters, lone surrogates and two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TEXT = 32_767  # characters in a cell, by Excel's limits
_LONGEST_TITLE = 31
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_FORMULA_START = ("=", "+", "-", "@", "\t")
LETTERS_PER_DIGIT = 1.2  # letters of running text that fit where one digit does
BROKEN_WORD = 4  # room lost at the end of a line
HIGHEST_ROW_POINTS = 405.0  # the format ends at 409
PAPER_A4, PAPER_A3 = 9, 8  # numbers of the file format


def safe_text(text: str) -> str:
    """Text an XML cell can hold: illegal characters removed, line ends as one sign, cut at the limit."""
    clean = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean[:_LONGEST_TEXT]


class Book:
    """A workbook being made, and the looks it has used so far."""

    def __init__(self) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.active)
        self.workbook.properties.creator = "Heiltid"
        # Column widths count digits of the first font, so it is the one the cells use.
        normal = Font(name=FONT, size=10)
        self.workbook._fonts = IndexedList([normal])
        self.workbook._named_styles["Normal"].font = normal
        self._styles: dict[tuple[Look, bool], StyleArray] = {}

    def sheet(self, title: str, *, tab: str | None = None) -> Sheet:
        """A new sheet at the end, its title made lawful and unique; `tab` colours it (RRGGBB)."""
        worksheet = self.workbook.create_sheet(self._free_title(title))
        worksheet.sheet_properties.tabColor = tab
        return Sheet(self, worksheet)

    def _free_title(self, title: str) -> str:
        clean = _NOT_IN_TITLE.sub(" ", safe_text(title)).strip(" '\n\t") or "-"
        taken = {name.casefold() for name in self.workbook.sheetnames}
        shown, number = clean[:_LONGEST_TITLE], 1
        while shown.casefold() in taken:
            number += 1
            ending = f" ({number})"
            shown = clean[: _LONGEST_TITLE - len(ending)] + ending
        return shown

    def style(self, look: Look, worksheet: Worksheet, *, quoted: bool) -> StyleArray:
        """The style numbers of a look; made once, for building fonts per cell is slow."""
        found = self._styles.get((look, quoted))
        if found is None:
            cell = worksheet.cell(1, 1)
            kept = cell._style
            cell._style = StyleArray()
            cell.font = look.font()
            cell.fill = look.background()
            cell.alignment = look.alignment()
            cell.border = look.border()
            cell.number_format = look.number_format
            cell.quotePrefix = quoted
            found = self._styles[look, quoted] = cell._style
            cell._style = kept
        return found


class Sheet:
    """One sheet. Rows and columns count from 1."""

    def __init__(self, book: Book, worksheet: Worksheet) -> None:
        self.book = book
        self.raw = worksheet

    @property
    def title(self) -> str:
        """The title as it stands on the tab."""
        return str(self.raw.title)

    def put(self, row: int, column: int, value: Value, look: Look = CELL) -> None:
        """Write one cell. Text stays text: whatever it begins with, it never becomes a formula."""
        cell = self.raw.cell(row, column)
        quoted = False
        if isinstance(value, str):
            shown = safe_text(value)
            cell.value = None
            cell._value = shown  # past the guessing of formulas, errors and numbers
            cell.data_type = "s"
            quoted = shown.startswith(_FORMULA_START)
        else:
            cell.value = value
            look = _dated(value, look)
        cell._style = self.book.style(look, self.raw, quoted=quoted)

    def row(self, row: int, values: Sequence[Value], look: Look = CELL, *, first: int = 1) -> None:
        """Write a row of cells with one look."""
        for place, value in enumerate(values):
            self.put(row, first + place, value, look)

    def headings(self, texts: Sequence[str], *, row: int = 1, look: Look = HEADING) -> None:
        """A heading row that stays in view and is repeated on every printed page."""
        self.row(row, texts, look)
        self.raw.row_dimensions[row].height = 30
        self.raw.freeze_panes = f"A{row + 1}"
        self.raw.print_title_rows = f"{row}:{row}"

    def link(self, row: int, column: int, sheet: str, text: str, look: Look) -> None:
        """A cell that leads to another sheet."""
        self.put(row, column, text, look)
        place = f"{get_column_letter(column)}{row}"
        quoted = sheet.replace("'", "''")
        self.raw.cell(row, column)._hyperlink = Hyperlink(ref=place, location=f"'{quoted}'!A1")

    def widths(self, widths: Sequence[float], *, first: int = 1) -> None:
        """Column widths in digits, from column `first` on."""
        for place, width in enumerate(widths):
            self.raw.column_dimensions[get_column_letter(first + place)].width = width

    def height(self, row: int, points: float) -> None:
        """The height of a row; rows without one grow with their text."""
        self.raw.row_dimensions[row].height = points

    def print_setup(self, *, paper: int = PAPER_A4, landscape: bool = True, fit_width: bool = True) -> None:
        """Margins of 10 mm, page numbers at the foot, and the sheet's width on one page."""
        page = self.raw.page_setup
        page.paperSize = paper
        page.orientation = "landscape" if landscape else "portrait"
        if fit_width:
            self.raw.sheet_properties.pageSetUpPr.fitToPage = True
            page.fitToWidth, page.fitToHeight = 1, 0
        margins = self.raw.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom = 0.4, 0.55
        margins.header = margins.footer = 0.25
        self.raw.oddFooter.left.text = _footer(self.title)
        self.raw.oddFooter.right.text = "&P / &N"


def _dated(value: Value, look: Look) -> Look:
    """A date or a time without a format of its own would show, and be read, as a number."""
    if look.number_format != "General" or not isinstance(value, date | time):
        return look
    return replace(look, number_format="yyyy-mm-dd" if isinstance(value, date) else "hh:mm")


def _footer(text: str) -> str:
    """Text in a foot line, where & begins a code."""
    return text.replace("&", "&&")


def least_height(texts: Sequence[str], widths: Sequence[float], *, points: float = 13.5) -> float:
    """Height for wrapped texts in columns of these widths, a little generously.

    Office programs do not reckon the height of merged cells, and not all reckon others on opening.
    """
    most = 1
    for text, width in zip(texts, widths, strict=True):
        room = max(1, int(width * LETTERS_PER_DIGIT) - BROKEN_WORD)
        most = max(most, sum(max(1, -(-len(line) // room)) for line in text.split("\n")))
    return min(most * points + 2, HIGHEST_ROW_POINTS)
