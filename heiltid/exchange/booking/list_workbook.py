"""One person's list of open shifts as a workbook to answer in: what she may take, and what not and why.

What is read back, and by which names: docs/booking-files.md. Nothing stands in it about anybody else.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from heiltid.atomic import write_atomically
from heiltid.booking.answers.tokens import personal_code
from heiltid.booking.places.position_if_taken import position_if_taken
from heiltid.exchange.booking import page_words
from heiltid.exchange.booking.answer_cells import (
    ANSWER,
    ANSWERS,
    CODE,
    MOST_HOURS,
    PLACES,
    ask_hours,
    name_area,
    offer_answers,
    open_cell,
    protect,
)
from heiltid.exchange.booking.offer_words import (
    day_words,
    deadline_words,
    paid_minutes,
    period_words,
    refusal_words,
    shift_of,
    shift_words,
    times_words,
)
from heiltid.exchange.workbook.rota_parts import shown_name
from heiltid.exchange.workbook.sheet import Book, Sheet, Value, least_height
from heiltid.exchange.workbook.styles import (
    BRAND,
    CELL,
    CELL_WRAPPED,
    KIND_CHIPS,
    NUMBER,
    QUIET,
    SUBTITLE,
    TITLE,
    WRAPPED,
    Look,
)
from heiltid.model import MINUTES_PER_HOUR, SATURDAY, Unit
from heiltid.model.asking import PersonOffer, SentList
from heiltid.model.booking import OpenPlace, Standing
from heiltid.texts import Language, decimal, text

ANSWER_COLUMNS = (
    ("number", 6.0),
    ("day", 16.0),
    ("shift", 22.0),
    ("times", 13.0),
    ("hours", 8.0),
    ("counts", 34.0),
    ("position", 16.0),
    ("answer", 14.0),
)
REFUSED_COLUMNS = (("number", 6.0), ("day", 16.0), ("shift", 24.0), ("times", 14.0), ("why", 58.0))
HEADING_ROW = 5
LABEL = Look(ink=QUIET, align="right")
SHOWN_CODE = Look(bold=True, size=11, ink=BRAND)
MIDDLE = replace(CELL, upright="center")
WRAPPED_CELL = replace(CELL_WRAPPED, upright="center")


def write_person_list(
    path: Path,
    unit: Unit,
    sent: SentList,
    offer: PersonOffer,
    token: str,
    language: Language,
    answers_to: str = "",
) -> None:
    """The workbook of one person, whole or not at all. unit: the dated one the list was made of.

    token: hers on this list; answers_to: where answers are sent. Raises OSError.
    """
    book = Book()
    maker = _Maker(book, unit, sent, offer, language)
    maker.answer_sheet(personal_code(sent.code, token), answers_to)
    if any(not standing.can for standing in offer.standings):
        maker.refused_sheet()
    save_book(book, path)


def save_book(book: Book, path: Path) -> None:
    """The finished bytes, put in place whole."""
    content = io.BytesIO()
    book.workbook.save(content)
    write_atomically(path, content.getvalue())


def heads(keys: Sequence[tuple[str, float]], language: Language) -> list[str]:
    """The headings of columns given with their widths."""
    return [text(f"booking_list.head.{key}", language) for key, _ in keys]


def merged(sheet: Sheet, row: int, words: str, look: Look, widths: Sequence[float]) -> None:
    """A sentence over all columns, its row as high as it needs."""
    sheet.row(row, [words, *[None] * (len(widths) - 1)], look)
    sheet.raw.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
    if look.wrap:
        sheet.height(row, least_height([words], [sum(widths)]) + 3)


def put_place(sheet: Sheet, row: int, place: OpenPlace, unit: Unit, language: Language) -> None:
    """Number, day, shift and times of a place in the first four columns; the shift in its kind's colours."""
    weekend = place.on.weekday() >= SATURDAY
    shift = shift_of(place, unit)
    chip = None if shift is None else KIND_CHIPS[shift.kind]
    sheet.put(row, 1, place.number, replace(NUMBER, bold=True))
    sheet.put(row, 2, day_words(place.on, language), replace(MIDDLE, bold=weekend))
    shown = WRAPPED_CELL if chip is None else chip.on(WRAPPED_CELL)
    sheet.put(row, 3, shift_words(place, unit, language), shown)
    sheet.put(row, 4, times_words(place), replace(MIDDLE, align="center"))


class _Maker:
    """The two sheets of a person's workbook."""

    def __init__(
        self, book: Book, unit: Unit, sent: SentList, offer: PersonOffer, language: Language
    ) -> None:
        self.book, self.unit, self.sent, self.offer, self.language = book, unit, sent, offer, language
        self.person = unit.employee_by_number()[offer.employee]
        self.places = {place.number: place for place in sent.places}

    def answer_sheet(self, code: str, answers_to: str) -> None:
        """What she may take, a row each, with a cell to answer in."""
        sheet = self.book.sheet(text("booking_list.sheet.answer", self.language), tab=BRAND)
        widths = [width for _, width in ANSWER_COLUMNS]
        self._top(sheet, widths, answers_to)
        self._code_and_hours(sheet, code)
        sheet.headings(heads(ANSWER_COLUMNS, self.language), row=HEADING_ROW)
        offered = sorted(self.offer.offered, key=lambda standing: standing.place)
        for row, standing in enumerate(offered, HEADING_ROW + 1):
            self._offered(sheet, row, standing)
        last = max(HEADING_ROW + len(offered), HEADING_ROW + 1)
        if not offered:
            merged(sheet, last, text("booking_list.nothing_offered", self.language), WRAPPED_CELL, widths)
        name_area(sheet, PLACES, f"A{HEADING_ROW + 1}:A{last}")
        name_area(sheet, ANSWERS, f"H{HEADING_ROW + 1}:H{last}")
        if offered:
            offer_answers(sheet, f"H{HEADING_ROW + 1}:H{last}", self.language)
        sheet.widths(widths)
        sheet.print_setup(landscape=False)
        protect(sheet)

    def _top(self, sheet: Sheet, widths: Sequence[float], answers_to: str) -> None:
        merged(sheet, 1, period_words(self.sent.places, self.language), TITLE, widths)
        sheet.height(1, 28)
        who = [shown_name(self.person, self.language), self.unit.name]
        line = " · ".join([*filter(None, who), deadline_words(self.sent.deadline, self.language)])
        merged(sheet, 2, line, replace(SUBTITLE, wrap=True), widths)
        key = "booking_list.back_to" if answers_to else "booking_list.back"
        back = text(key, self.language, address=answers_to)
        how = text("booking_list.how_to", self.language, back=back)
        alone = text("booking_page.counts_alone", self.language)
        merged(sheet, 3, f"{how} {alone}", WRAPPED, widths)

    def _code_and_hours(self, sheet: Sheet, code: str) -> None:
        row = HEADING_ROW - 1
        sheet.height(row, 24)
        sheet.put(row, 1, text("booking_list.code", self.language), replace(LABEL, align="left"))
        sheet.put(row, 3, code, SHOWN_CODE)
        sheet.put(row, 7, text("booking_list.most_hours", self.language), LABEL)
        open_cell(sheet, row, 8)
        name_area(sheet, CODE, f"C{row}")
        name_area(sheet, MOST_HOURS, f"H{row}")
        ask_hours(sheet, f"H{row}", self.language)

    def _offered(self, sheet: Sheet, row: int, standing: Standing) -> None:
        place = self.places[standing.place]
        put_place(sheet, row, place, self.unit, self.language)
        hours: Value = paid_minutes(place, self.unit) / MINUTES_PER_HOUR
        sheet.put(row, 5, hours, NUMBER)
        counts = " ".join(
            [page_words.counts(standing, self.language), *page_words.strains(standing, self.language)]
        )
        sheet.put(row, 6, counts, WRAPPED_CELL)
        sheet.put(row, 7, self._position(standing), replace(MIDDLE, align="center"))
        open_cell(sheet, row, 8, ANSWER)
        shift = shift_words(place, self.unit, self.language)
        wrapped = least_height([shift, counts], [ANSWER_COLUMNS[2][1], ANSWER_COLUMNS[5][1]])
        sheet.height(row, max(20.0, wrapped + 4))

    def _position(self, standing: Standing) -> str:
        """ "75 → 76,8 %", or the one figure where taking it changes nothing."""
        now = decimal(self.person.position_bp / 100, self.language, 1)
        taken = position_if_taken(self.unit, self.sent, self.person.number, [standing])
        then = decimal(taken / 100, self.language, 1)
        return f"{now} %" if then == now else f"{now} → {then} %"

    def refused_sheet(self) -> None:
        """What is not for her, and why."""
        language = self.language
        sheet = self.book.sheet(text("booking_list.sheet.not_offered", language), tab=QUIET)
        widths = [width for _, width in REFUSED_COLUMNS]
        merged(sheet, 1, text("booking_list.not_offered", language), TITLE, widths)
        sheet.height(1, 28)
        note = text("booking_list.not_offered_note", language, date=f"{self.sent.made_at:%d.%m.%Y}")
        merged(sheet, 2, note, replace(WRAPPED, ink=QUIET), widths)
        sheet.headings(heads(REFUSED_COLUMNS, language), row=3)
        refused = sorted(
            (standing for standing in self.offer.standings if not standing.can),
            key=lambda standing: standing.place,
        )
        for row, standing in enumerate(refused, 4):
            place = self.places[standing.place]
            put_place(sheet, row, place, self.unit, language)
            why = refusal_words(standing, place, language)
            sheet.put(row, 5, why, WRAPPED_CELL)
            sheet.height(row, max(18.0, least_height([why], [widths[-1]]) + 3))
        sheet.widths(widths)
        sheet.print_setup(landscape=False)
        protect(sheet)
