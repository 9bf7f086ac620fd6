"""Cells to answer in, and the names by which the reader finds them."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import absolute_coordinate, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from heiltid.exchange.booking.offer_words import answer_word
from heiltid.exchange.workbook.sheet import Sheet
from heiltid.exchange.workbook.styles import ACCENT, BRAND, GOOD_FILL, GOOD_INK, PALE, QUIET, WEEKEND, Look
from heiltid.model.asking import Willingness
from heiltid.texts import Language, text

CODE, CODES = "heiltid_code", "heiltid_codes"
PLACES, ANSWERS, MOST_HOURS = "heiltid_places", "heiltid_answers", "heiltid_most_hours"
FEWEST_HOURS_ASKED, MOST_HOURS_ASKED = 1, 255
TO_FILL = "FFFBEA"  # where something is to be written; the heading says it too
ANSWER = Look(lines=True, bold=True, align="center", ink=ACCENT, fill=TO_FILL)
_OPEN = Protection(locked=False)
_ANSWERED: Mapping[Willingness, tuple[str, str]] = {
    Willingness.GLADLY: (GOOD_FILL, GOOD_INK),
    Willingness.CAN: (PALE, BRAND),
    Willingness.NO: (WEEKEND, QUIET),
}


def name_area(sheet: Sheet, name: str, area: str) -> None:
    """A name for the whole book: "heiltid_code" for an area such as "C4" or "A8:A40"."""
    place = f"{quote_sheetname(sheet.title)}!{absolute_coordinate(area)}"
    sheet.book.workbook.defined_names[name] = DefinedName(name, attr_text=place)


def open_cell(sheet: Sheet, row: int, column: int, look: Look = ANSWER) -> None:
    """An empty cell to write in, though the sheet is protected."""
    sheet.put(row, column, None, look)
    sheet.raw.cell(row, column).protection = _OPEN


def offer_answers(sheet: Sheet, area: str, language: Language) -> None:
    """The three answers to choose from; another word is asked about, then let be."""
    words = ",".join(answer_word(answer, language) for answer in Willingness)
    _validate(sheet, area, DataValidation(type="list", formula1=f'"{words}"'), "answer_wrong", language)
    corner = area.split(":")[0]
    for answer, (fill, ink) in _ANSWERED.items():
        shown = PatternFill("solid", start_color=fill, end_color=fill)
        rule = FormulaRule(
            formula=[f'{corner}="{answer_word(answer, language)}"'],
            fill=shown,
            font=Font(color=ink, bold=True),
        )
        sheet.raw.conditional_formatting.add(area, rule)


def ask_hours(sheet: Sheet, cell: str, language: Language) -> None:
    """Whole hours, or nothing."""
    rule = DataValidation(
        type="whole", operator="between", formula1=str(FEWEST_HOURS_ASKED), formula2=str(MOST_HOURS_ASKED)
    )
    _validate(sheet, cell, rule, "most_hours_wrong", language)


def _validate(sheet: Sheet, area: str, rule: DataValidation, key: str, language: Language) -> None:
    rule.allow_blank = True
    rule.errorStyle = "warning"
    rule.showErrorMessage = True
    rule.error = text(f"booking_list.{key}", language)
    rule.add(area)
    sheet.raw.add_data_validation(rule)


def protect(sheet: Sheet) -> None:
    """Only cells to answer in can be written, and Tab goes from one to the next. There is no password."""
    protection = sheet.raw.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False  # False: allowed
