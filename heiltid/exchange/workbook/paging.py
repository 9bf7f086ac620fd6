"""Rotas on paper: A3 landscape, whole weeks on each page, headings and names on every page.

Manual page breaks only hold when a sheet is not fitted to its pages, so the scale is reckoned here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from heiltid.exchange.workbook.sheet import PAPER_A3, Sheet
from heiltid.model import DAYS_PER_WEEK

WEEKS_PER_PAGE = 6
PAGE_WIDTH_MM = 398.0  # A3 landscape inside its margins
MM_PER_DIGIT = 25.4 / 96 * 7 * 1.06  # 7 pixels at 96 per inch; LibreOffice draws 5 % wider


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaColumns:
    """Widths of a rota's columns: those at the left, a day, those at the right."""

    left: Sequence[float]
    day: float
    right: Sequence[float]

    @property
    def first_day(self) -> int:
        """The column of the first day."""
        return len(self.left) + 1


def weeks_per_page(weeks: int) -> int:
    """Weeks shared evenly over the pages, at most WEEKS_PER_PAGE on one."""
    pages = -(-weeks // WEEKS_PER_PAGE)
    return -(-weeks // pages)


def set_up_rota(sheet: Sheet, columns: RotaColumns, weeks: int, heading_rows: tuple[int, int]) -> None:
    """Column widths, frozen panes and the print set-up of a rota of whole weeks."""
    days = weeks * DAYS_PER_WEEK
    sheet.widths(columns.left)
    sheet.widths([columns.day] * days, first=columns.first_day)
    sheet.widths(columns.right, first=columns.first_day + days)
    sheet.print_setup(paper=PAPER_A3, fit_width=False)
    first, last = heading_rows
    sheet.raw.print_title_rows = f"{first}:{last}"
    sheet.raw.print_title_cols = f"A:{get_column_letter(columns.first_day - 1)}"
    per_page = weeks_per_page(weeks)
    widest = sum(columns.left) + per_page * DAYS_PER_WEEK * columns.day + sum(columns.right)
    sheet.raw.page_setup.scale = min(100, int(100 * PAGE_WIDTH_MM / (widest * MM_PER_DIGIT)))
    for week in range(per_page, weeks, per_page):
        sheet.raw.col_breaks.append(Break(id=columns.first_day - 1 + week * DAYS_PER_WEEK))
