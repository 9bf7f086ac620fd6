"""Right answers of every kind to two small lists, as bytes, and whose they are."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from exchange.booking import lists
from exchange.booking.pages import page

from heiltid.booking.answers.short_code import encode
from heiltid.booking.answers.text_answers import offered_numbers
from heiltid.booking.answers.tokens import personal_code, token
from heiltid.booking.answers.which_counts import written_down
from heiltid.exchange.booking.answer_json import written_answer
from heiltid.model.asking import Answer, Booking, Channel, Choice, Willingness

NOW = datetime(2027, 5, 17, 8, 0, 20)
PEOPLE = ("1", "9")  # nothing is offered to the third
WORDS = {
    Willingness.GLADLY: ("gjerne", "vil gjerne", "gladly", "ja"),
    Willingness.CAN: ("kan", "can", "Kan", "ok"),
    Willingness.NO: ("nei", "no", "kan ikkje", "vil ikke"),
}
SETTLED = "P4ST"


def _booking() -> Booking:
    """Two lists that are open, one that is settled; a page's answer read before, and one of the leader's."""
    other = replace(lists.SENT, code="M3TA")
    past = replace(lists.SENT, code=SETTLED, settled_at=NOW - timedelta(days=1))
    booking = replace(lists.BOOKING, lists=(lists.SENT, other, past))
    read = Answer(
        list="K7F2",
        employee="1",
        choices=(Choice(place=1, willingness=Willingness.CAN),),
        given_at=datetime(2027, 5, 11, 10),
        claimed_at=datetime(2027, 5, 11, 10),
        received_at=datetime(2027, 5, 12, 10),
        channel=Channel.PAGE,
    )
    said = (Choice(place=4, willingness=Willingness.NO),)
    return written_down(replace(booking, answers=(read,)), "M3TA", "9", said, at=datetime(2027, 5, 12, 9))


BOOKING = _booking()


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One right answer. is_whole: a check holds all of it, so that it counts as it is or not at all."""

    kind: str
    content: bytes
    list: str
    employee: str
    choices: tuple[Choice, ...]
    most_hours: int | None
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    list: str
    employee: str
    choices: tuple[Choice, ...]
    most_hours: int | None
    given_at: datetime

    @property
    def token(self) -> str:
        return token(BOOKING.secret, self.list, self.employee, lists.DEADLINE)

    @property
    def offered(self) -> tuple[int, ...]:
        sent = BOOKING.list_of(self.list)
        assert sent is not None
        return offered_numbers(sent, self.employee)


def original(random: Random, kind: str) -> Original:
    """A right answer by chance."""
    employee = random.choice(PEOPLE)
    code = random.choice(("K7F2", "K7F2", "M3TA", SETTLED))
    blank = _Said(list=code, employee=employee, choices=(), most_hours=None, given_at=NOW)
    places = sorted(random.sample(blank.offered, random.randint(1, 3)))
    said = replace(
        blank,
        choices=tuple(Choice(place=place, willingness=random.choice(list(Willingness))) for place in places),
        most_hours=random.choice((None, None, random.randint(1, 255))),
        given_at=lists.MADE + timedelta(minutes=random.randint(-600, 20_000)),
    )
    return Original(
        kind=kind,
        content=MAKERS[kind](random, said),
        list=code,
        employee=employee,
        choices=said.choices,
        most_hours=said.most_hours,
        is_whole=kind in ("json", "code"),
    )


def _json(random: Random, said: _Said) -> bytes:
    return written_answer(
        said.list, said.token, said.choices, given_at=said.given_at, most_hours=said.most_hours
    ).encode()


def _code(random: Random, said: _Said) -> bytes:
    made = encode(
        said.list,
        said.token,
        said.offered,
        said.choices,
        made_at=lists.MADE,
        given_at=said.given_at,
        most_hours=said.most_hours,
    )
    return f"Hei!\n\n{made}\n\nHelsing {random.choice(('Kari', 'Åse'))}\n".encode()


def _typed(random: Random, said: _Said) -> bytes:
    rows = [f"{choice.place} {random.choice(WORDS[choice.willingness])}" for choice in said.choices]
    if said.most_hours is not None:
        rows.append(f"høgst {said.most_hours} timar")
    return f"{personal_code(said.list, said.token)}: {', '.join(rows)}\nMvh Åse".encode()


def _workbook(random: Random, said: _Said) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_blank(said.employee)))
    sheet = book.worksheets[0]
    answers = {choice.place: random.choice(WORDS[choice.willingness]) for choice in said.choices}
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, 1).value in answers:
            sheet.cell(row, 8).value = answers[sheet.cell(row, 1).value]
    sheet["H4"].value = said.most_hours
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == lists.code_of(said.employee):
                cell.value = personal_code(said.list, said.token)
    return _saved(book)


@cache
def _blank(employee: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return lists.person_list(Path(folder), employee).read_bytes()


def _saved(book: Any) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@cache
def _page_of(employee: str) -> bytes:
    return page(employee).encode()


MAKERS: dict[str, Callable[[Random, _Said], bytes]] = {
    "json": _json,
    "code": _code,
    "typed": _typed,
    "workbook": _workbook,
    "page": lambda random, said: _page_of(said.employee),
}
