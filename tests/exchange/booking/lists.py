"""A list of five open shifts in one week, sent to three people of whom one may take nothing.


1  tue 01.06.2027 D1   anyone        2  wed 02.06.2027 A1   nurse     3  sat 05.06.2027 L1   anyone
4  sun 06.06.2027 N1   anyone        5  fri 04.06.2027 no code, 10:00-13:00
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from builders import SHIFTS, person, unit

from heiltid.booking.answers.tokens import personal_code, token
from heiltid.exchange.booking.list_workbook import write_person_list
from heiltid.exchange.booking.shared_workbook import write_shared_list
from heiltid.model import ShiftKind, Status, Unit
from heiltid.model.asking import Booking, PersonOffer, SentList
from heiltid.model.booking import OpenPlace, OpenWhy, Refusal, Standing
from heiltid.model.unit import RotaKind
from heiltid.texts import Language

MADE = datetime(2027, 5, 10, 9, 30, 20)
DEADLINE = datetime(2027, 5, 18, 12)
SECRET = bytes(range(32))
CODE = "K7F2"
NAMES = {
    "D1": "Dagvakt",
    "A1": "Kveldsvakt",
    "N1": "Nattevakt",
    "L1": "Langvakt tidleg",
    "L2": "Langvakt sein",
}


def home(**names: str) -> Unit:
    """Kari at 75 %, Ola at 100 %, an hourly substitute: numbers 1, 2, 9."""
    return unit(
        weeks=1,
        start=date(2027, 5, 31),
        kind=RotaKind.DATED,
        name=names.get("unit", "Solbakken"),
        shifts=tuple(replace(shift, name=names.get("shift", NAMES[shift.code])) for shift in SHIFTS),
        employees=(
            person("1", 7500, name=names.get("person", "Kari Nordmann"), max_bp=10_000, competence="nurse"),
            person("2", 10_000, name="Ola Dunk", kinds=frozenset({ShiftKind.DAY})),
            person("9", 0, name="Vikar", status=Status.HOURLY, max_bp=10_000),
        ),
    )


def _place(number: int, day: int, code: str | None, times: tuple[int, int], **more: Any) -> OpenPlace:
    more.setdefault("competence", None)
    more.setdefault("why", OpenWhy.ABSENCE)
    return OpenPlace(
        number=number,
        on=date(2027, 6, day),
        code=code,
        start_minute=times[0] * 60,
        end_minute=times[1] * 60,
        whose="2",
        **more,
    )


PLACES = (
    _place(1, 1, "D1", (7, 15)),
    _place(2, 2, "A1", (14, 22), competence="nurse"),
    _place(3, 5, "L1", (7, 20)),
    _place(4, 6, "N1", (21, 31), why=OpenWhy.VACANCY),
    _place(5, 4, None, (10, 13), why=OpenWhy.UNDERSTAFFED),
)


def _can(employee: str, place: int, **minutes: int) -> Standing:
    return Standing(place=place, employee=employee, **minutes)


def _cannot(employee: str, place: int, refusal: Refusal, rule: str | None = None) -> Standing:
    return Standing(place=place, employee=employee, refusal=refusal, rule=rule)


OFFERS = (
    PersonOffer(
        employee="1",
        standings=(
            _can("1", 1, extra_minutes=450),
            _can("1", 2, extra_minutes=300, overtime_minutes=150),
            _can("1", 3, unbound_minutes=750),
            _cannot("1", 4, Refusal.REST, "daily_rest"),
            _cannot("1", 5, Refusal.NO_CODE),
        ),
    ),
    PersonOffer(
        employee="2",
        standings=(
            _cannot("2", 1, Refusal.WORKS),
            _cannot("2", 2, Refusal.COMPETENCE),
            _cannot("2", 3, Refusal.RULE, "weekend_frequency"),
            _cannot("2", 4, Refusal.OVERTIME, "overtime"),
            _cannot("2", 5, Refusal.NO_CODE),
        ),
    ),
    PersonOffer(
        employee="9",
        standings=(
            _can("9", 1, extra_minutes=450),
            _cannot("9", 2, Refusal.COMPETENCE),
            _can("9", 3, extra_minutes=750),
            _can("9", 4, extra_minutes=600),
            _cannot("9", 5, Refusal.NO_CODE),
        ),
    ),
)
SENT = SentList(code=CODE, made_at=MADE, deadline=DEADLINE, places=PLACES, offers=OFFERS)
BOOKING = Booking(secret=SECRET, lists=(SENT,))


def token_of(employee: str) -> str:
    """All 32 signs of somebody's token."""
    return token(SECRET, CODE, employee, DEADLINE)


def code_of(employee: str) -> str:
    """Somebody's personal code."""
    return personal_code(CODE, token_of(employee))


def person_list(
    folder: Path, employee: str = "1", language: Language = Language.NYNORSK, **names: str
) -> Path:
    """Somebody's workbook as it is sent."""
    path = folder / f"list-{employee}.xlsx"
    offer = SENT.offer_of(employee)
    assert offer is not None
    write_person_list(path, home(**names), SENT, offer, token_of(employee), language)
    return path


def shared_list(folder: Path, language: Language = Language.NYNORSK) -> Path:
    """The workbook for all."""
    path = folder / "all.xlsx"
    write_shared_list(path, home(), SENT, language)
    return path


def filled(path: Path, answers: dict[int, Any], hours: Any = None) -> Path:
    """A person's workbook with answers written beside the numbers of places."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(6, sheet.max_row + 1):
        if sheet.cell(row, 1).value in answers:
            sheet.cell(row, 8).value = answers[sheet.cell(row, 1).value]
    sheet["H4"].value = hours
    book.save(path)
    return path


def with_rows(path: Path, *rows: tuple[Any, Any, Any]) -> Path:
    """The shared workbook with rows of code, number and answer."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    for place, values in enumerate(rows, 3):
        for column, value in enumerate(values, 1):
            sheet.cell(place, column).value = value
    book.save(path)
    return path
