"""All places of a list in one workbook that several people answer in: no names, no reasons.

Whose a shift was, and why it is open, never stands here: it is passed from hand to hand.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from heiltid.exchange.booking.answer_cells import (
    ANSWER,
    ANSWERS,
    CODES,
    PLACES,
    name_area,
    offer_answers,
    open_cell,
    protect,
)
from heiltid.exchange.booking.list_workbook import (
    WRAPPED_CELL,
    heads,
    merged,
    put_place,
    save_book,
)
from heiltid.exchange.booking.offer_words import (
    deadline_words,
    need_words,
    paid_minutes,
    period_words,
    shift_words,
)
from heiltid.exchange.workbook.sheet import Book, Sheet, Value, least_height
from heiltid.exchange.workbook.styles import ACCENT, BRAND, NUMBER, SUBTITLE, TITLE, WRAPPED
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.model.asking import SentList
from heiltid.texts import Language, text

PLACE_COLUMNS = (
    ("number", 6.0),
    ("day", 16.0),
    ("shift", 26.0),
    ("times", 14.0),
    ("hours", 8.0),
    ("competence", 28.0),
)
ROW_COLUMNS = (("code", 34.0), ("number", 14.0), ("answer", 28.0))
FEWEST_ROWS = 60
ROWS_A_PLACE = 4
MOST_ROWS = 2_000


def write_shared_list(path: Path, unit: Unit, sent: SentList, language: Language) -> None:
    """The workbook for all, whole or not at all. Raises OSError."""
    book = Book()
    answers = text("booking_list.sheet.answer", language)
    _places(book.sheet(text("booking_list.sheet.places", language), tab=BRAND), unit, sent, answers, language)
    _rows(book.sheet(answers, tab=ACCENT), sent, language)
    save_book(book, path)


def _places(sheet: Sheet, unit: Unit, sent: SentList, answers: str, language: Language) -> None:
    widths = [width for _, width in PLACE_COLUMNS]
    merged(sheet, 1, period_words(sent.places, language), TITLE, widths)
    sheet.height(1, 28)
    line = " · ".join(filter(None, [unit.name, deadline_words(sent.deadline, language)]))
    merged(sheet, 2, line, replace(SUBTITLE, wrap=True), widths)
    merged(sheet, 3, text("booking_list.shared.how_to", language, sheet=answers), WRAPPED, widths)
    sheet.headings(heads(PLACE_COLUMNS, language), row=4)
    for row, place in enumerate(sorted(sent.places, key=lambda place: place.number), 5):
        put_place(sheet, row, place, unit, language)
        hours: Value = paid_minutes(place, unit) / MINUTES_PER_HOUR
        sheet.put(row, 5, hours, NUMBER)
        need = need_words(place, language)
        sheet.put(row, 6, need, WRAPPED_CELL)
        shown = [shift_words(place, unit, language), need]
        sheet.height(row, max(18.0, least_height(shown, [widths[2], widths[5]]) + 3))
    sheet.widths(widths)
    sheet.print_setup(landscape=False)
    protect(sheet)


def _rows(sheet: Sheet, sent: SentList, language: Language) -> None:
    """Rows of code, number and answer."""
    widths = [width for _, width in ROW_COLUMNS]
    merged(sheet, 1, text("booking_list.shared.rows", language), WRAPPED, widths)
    sheet.headings(heads(ROW_COLUMNS, language), row=2)
    last = 2 + min(MOST_ROWS, max(FEWEST_ROWS, ROWS_A_PLACE * len(sent.places)))
    typed = replace(ANSWER, number_format="@", bold=False)
    for row in range(3, last + 1):
        open_cell(sheet, row, 1, typed)
        open_cell(sheet, row, 2, replace(ANSWER, bold=False))
        open_cell(sheet, row, 3)
        sheet.height(row, 18)
    for name, column in ((CODES, "A"), (PLACES, "B"), (ANSWERS, "C")):
        name_area(sheet, name, f"{column}3:{column}{last}")
    offer_answers(sheet, f"C3:C{last}", language)
    sheet.widths(widths)
    sheet.print_setup(landscape=False)
    protect(sheet)
