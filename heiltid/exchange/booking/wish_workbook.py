"""The question about wishes as a workbook for one person: a calendar sheet to write short words in.

What is read back, and by which names: docs/booking-files.md. Nothing stands in it about anybody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from heiltid.booking.answers.tokens import personal_code
from heiltid.exchange.booking.answer_cells import ANSWER, CODE, name_area, open_cell, protect
from heiltid.exchange.booking.list_workbook import LABEL, SHOWN_CODE, merged, save_book
from heiltid.exchange.booking.offer_words import deadline_words
from heiltid.exchange.booking.wish_page import kind_word
from heiltid.exchange.booking.wish_view import WishView, WishWeek, wish_view
from heiltid.exchange.workbook.rota_parts import shown_name
from heiltid.exchange.workbook.sheet import Book, Sheet
from heiltid.exchange.workbook.styles import BRAND, QUIET, RED_INK, SUBTITLE, TITLE, WEEKEND, WRAPPED, Look
from heiltid.model import DAYS_PER_WEEK, Unit
from heiltid.model.asking import WishRound
from heiltid.texts import Language, text

WEEKS, WISHES = "heiltid_weeks", "heiltid_wishes"
WANTED, WEEKENDS, LONG = "heiltid_wanted", "heiltid_weekends", "heiltid_long"
QUESTIONS = (("wanted", WANTED), ("weekends", WEEKENDS), ("long", LONG))
FIRST_QUESTION, QUESTION_COLUMN = 5, 6
HEADING_ROW = FIRST_QUESTION + len(QUESTIONS)
WIDTHS = (9.0, *[12.5] * DAYS_PER_WEEK)
DATE = Look(size=8, ink=QUIET, align="center", upright="bottom")
WEEK = Look(bold=True, align="center")


def write_wish_workbook(
    path: Path,
    unit: Unit,
    asked: WishRound,
    employee: str,
    token: str,
    language: Language,
    answers_to: str = "",
) -> None:
    """The workbook of one person, whole or not at all. token: hers in this round. Raises OSError."""
    view = wish_view(unit, asked, employee, language)
    book = Book()
    sheet = book.sheet(text("booking_wishes.sheet.title", language), tab=BRAND)
    person = unit.employee_by_number()[employee]
    line = [shown_name(person, language), unit.name, deadline_words(asked.deadline, language)]
    _top(sheet, view.title, " · ".join(filter(None, line)), answers_to, language)
    sheet.put(4, 1, text("booking_list.code", language), replace(LABEL, align="left"))
    sheet.put(4, 3, personal_code(asked.code, token), SHOWN_CODE)
    name_area(sheet, CODE, "C4")
    _questions(sheet, view, language)
    _calendar(sheet, view, language)
    sheet.widths(WIDTHS)
    sheet.print_setup(landscape=False)
    protect(sheet)
    save_book(book, path)


def _top(sheet: Sheet, title: str, line: str, answers_to: str, language: Language) -> None:
    merged(sheet, 1, title, TITLE, WIDTHS)
    sheet.height(1, 28)
    merged(sheet, 2, line, replace(SUBTITLE, wrap=True), WIDTHS)
    key = "booking_list.back_to" if answers_to else "booking_list.back"
    back = text(key, language, address=answers_to)
    merged(sheet, 3, text("booking_wishes.sheet.how_to", language, back=back), WRAPPED, WIDTHS)


def _questions(sheet: Sheet, view: WishView, language: Language) -> None:
    """What she is asked of herself, a row each; where there are no long shifts, nothing about them."""
    now = {
        "wanted": text("booking_wishes.sheet.wanted_now", language, position=view.position),
        "weekends": text("booking_wishes.sheet.weekends_now", language, every=view.weekend_every),
        "long": text("booking_wishes.sheet.long_now", language),
    }
    for row, (key, name) in enumerate(QUESTIONS, FIRST_QUESTION):
        if key == "long" and not view.asks_long:
            continue
        sheet.put(row, 1, text(f"booking_wishes.sheet.{key}", language), Look(bold=True))
        open_cell(sheet, row, QUESTION_COLUMN)
        sheet.put(row, QUESTION_COLUMN + 1, now[key], Look(ink=QUIET, indent=1))
        name_area(sheet, name, f"{get_column_letter(QUESTION_COLUMN)}{row}")


def _calendar(sheet: Sheet, view: WishView, language: Language) -> None:
    """Every week two rows: the dates, and below them the cells to write in."""
    weekdays = text("wording.weekdays", language).split()
    sheet.headings([text("booking_wishes.sheet.week", language), *weekdays], row=HEADING_ROW)
    row = HEADING_ROW
    for week in view.weeks:
        _week(sheet, row + 1, week)
        row += 2
    area = f"B{HEADING_ROW + 1}:{get_column_letter(DAYS_PER_WEEK + 1)}{row}"
    name_area(sheet, WEEKS, f"A{HEADING_ROW + 1}:A{row}")
    name_area(sheet, WISHES, area)
    _offer_words(sheet, area, view.kinds, language)


def _week(sheet: Sheet, row: int, week: WishWeek) -> None:
    sheet.put(row + 1, 1, week.number, WEEK)
    sheet.height(row, 13)
    sheet.height(row + 1, 20)
    for column, box in enumerate(week.boxes, 2):
        ink = RED_INK if box.is_red else QUIET
        sheet.put(row, column, box.dated, replace(DATE, ink=ink))
        open_cell(sheet, row + 1, column, replace(ANSWER, fill=WEEKEND) if box.is_weekend else ANSWER)


def _offer_words(sheet: Sheet, area: str, kinds: Sequence[str], language: Language) -> None:
    """The usual wishes to choose from; any other word is let be, and read or refused."""
    words = [kind_word(kind, language) for kind in kinds]
    turned = [text("booking_wishes.not", language, wish=word) for word in words[1:]]
    rule = DataValidation(type="list", formula1=f'"{",".join([*words, *turned])}"')
    rule.allow_blank, rule.showErrorMessage = True, False
    rule.add(area)
    sheet.raw.add_data_validation(rule)
