"""Reads the workbooks people answered in: numbers, answers, codes and hours, and nothing else.

What is read, and when an answer counts as given: docs/booking-files.md, "Workbooks". A row that cannot
be used is refused by itself; the rest of the workbook stands.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from heiltid.booking.answers.answer_words import willingness_meant
from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.answers.tokens import holder_of
from heiltid.booking.wishing.said import Raw
from heiltid.calendar import OSLO
from heiltid.errors import InputError, Problem
from heiltid.exchange.booking.answer_areas import AnswerRow, Areas, Found, areas_of, code_in
from heiltid.exchange.booking.answer_cells import FEWEST_HOURS_ASKED, MOST_HOURS_ASKED
from heiltid.exchange.booking.wish_areas import WishAreas, wish_areas_of
from heiltid.exchange.booking.wish_reading import wishes_read
from heiltid.exchange.workbook.package import DAMAGED_ZIP, read_bytes
from heiltid.exchange.workbook.sheets import (
    DAMAGED,
    MOST_CELLS,
    MOST_SHEETS,
    Grid,
    opened,
    read_grid,
)
from heiltid.exchange.workbook.values import plain_text
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Booking, Channel, Choice, Willingness

_TOO_LARGE = frozenset({"file_too_large", "file_too_large_inside", "too_many_sheets"})
LONGEST_NUMBER = 5  # digits of a place's number
_PROPERTIES = "docProps/core.xml"
_SAVED = re.compile(rb"<(?:\w{1,20}:)?modified\b[^>]{0,200}>\s{0,9}([0-9T:.Z+-]{11,40})\s{0,9}<")
_HOURS = re.compile(r"(\d{1,3})(?:[.,]0{1,3})?\s?(?:t|h|timar|timer|time|hours|hour)?\.?", re.IGNORECASE)


def read(path: Path, booking: Booking) -> tuple[Raw, ...]:
    """Every answer in a workbook, and every row that is none; never empty, never an exception but OSError.

    booking: for what the lists offered; tokens and times are judged by whoever takes the answers in.
    """
    source = Source(name=path.name)
    try:
        content = read_bytes(path)
        areas = _areas(content, path.name)
    except InputError as error:
        return (Refused(source=source, why=_why(error.problems)),)
    except DAMAGED:
        return (Refused(source=source, why=NotAnAnswer.UNREADABLE),)
    if areas is None:
        return (Refused(source=source, why=NotAnAnswer.NO_CODE),)
    if isinstance(areas, WishAreas):
        return tuple(wishes_read(source, areas, booking, saved_at(content)))
    return tuple(_Reading(source, areas, booking, saved_at(content)).results())


def _why(problems: Iterable[Problem]) -> NotAnAnswer:
    large = any(problem.key in _TOO_LARGE for problem in problems)
    return NotAnAnswer.TOO_LARGE if large else NotAnAnswer.UNREADABLE


def _areas(content: bytes, shown: str) -> Areas | WishAreas | None:
    with opened(content, shown) as (values, formulas):
        grids = _grids(values.worksheets, formulas.worksheets)
        return areas_of(values, grids) or wish_areas_of(values, grids)


def _grids(values: list[Any], formulas: list[Any]) -> dict[str, Grid]:
    """Every sheet's cells by title. Raises InputError where there are too many."""
    if len(values) > MOST_SHEETS:
        raise InputError((Problem(key="too_many_sheets"),))
    grids: dict[str, Grid] = {}
    room = MOST_CELLS
    for sheet, formula_sheet in zip(values, formulas, strict=True):
        grid = read_grid(sheet, formula_sheet, room)
        if isinstance(grid, Problem):
            raise InputError((Problem(key="file_too_large_inside"),))
        room -= sum(map(len, grid.rows.values()))
        grids[grid.title] = grid
    return grids


def saved_at(content: bytes) -> datetime | None:
    """When a workbook was last saved, by its own word, on the Norwegian clock; None: it does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            told = _SAVED.search(package.read(_PROPERTIES))
        if told is None:
            return None
        when = datetime.fromisoformat(told[1].decode("ascii"))
        aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
        return aware.astimezone(OSLO).replace(tzinfo=None, second=0, microsecond=0)
    except (*DAMAGED_ZIP, RuntimeError, OverflowError):  # a part that is missing or damaged says nothing
        return None


@dataclass(slots=True)
class _Person:
    """The rows of one personal code: each place with what was said to it, and where.

    offered: the numbers of what she may answer to; None where the code is nobody's.
    """

    list: str
    token: str
    offered: frozenset[int] | None
    said: dict[int, dict[Willingness, Found]] = field(default_factory=dict)


class _Reading:
    """One workbook, from cells to answers."""

    def __init__(self, source: Source, areas: Areas, booking: Booking, saved: datetime | None) -> None:
        self.source, self.areas, self.booking, self.saved = source, areas, booking, saved
        self.people: dict[tuple[str, str], _Person] = {}
        self.refused: list[Refused] = []

    def results(self) -> Iterator[RawAnswer | Refused]:
        """The answers, one for each code, and after them what is refused."""
        filled = [row for row in self.areas.rows if row.answer is not None]
        if not filled:
            yield Refused(source=self.source, why=NotAnAnswer.EMPTY)
            return
        minutes = self._most_minutes()
        if isinstance(minutes, Refused):
            yield minutes  # without her limit she might get more than she wants: nothing is taken
            return
        own = None if self.areas.is_shared else self._person(self.areas.code)
        if isinstance(own, Refused):
            yield own
            return
        for row in filled:
            self._row(row, own)
        for person in self.people.values():
            choices = tuple(self._choices(person))
            if choices:
                yield self._answer(person, choices, minutes)
        yield from self.refused

    def _row(self, row: AnswerRow, own: _Person | None) -> None:
        """Note what a row says, or why it says nothing."""
        person = self._person(row.code, row.answer) if own is None else own
        if isinstance(person, Refused):
            self.refused.append(person)
            return
        assert row.answer is not None
        answer = None if row.answer.cell.fault else willingness_meant(plain_text(row.answer.cell) or "")
        if answer is None:
            self.refused.append(self._refusal(NotAnAnswer.UNKNOWN_WORD, row.answer))
            return
        number = _number(row.number)
        if number is None or (person.offered is not None and number not in person.offered):
            refused = self._refusal(NotAnAnswer.NOT_OFFERED, row.number or row.answer)
            self.refused.append(replace(refused, number="" if number is None else str(number)))
            return
        person.said.setdefault(number, {}).setdefault(answer, row.answer)

    def _person(self, code: Found | None, beside: Found | None = None) -> _Person | Refused:
        """Whose code a cell holds; the same person for the same code."""
        if code is None:
            return self._refusal(NotAnAnswer.NO_CODE, beside)
        parts = code_in(code)
        if parts is None:
            return self._refusal(NotAnAnswer.BROKEN_CODE, code)
        if parts not in self.people:
            self.people[parts] = _Person(*parts, self._offered(*parts))
        return self.people[parts]

    def _offered(self, list_code: str, token: str) -> frozenset[int] | None:
        sent = self.booking.list_of(list_code)
        holder = None if sent is None else holder_of(self.booking.secret, sent, token)
        offer = None if sent is None or holder is None else sent.offer_of(holder[0])
        return None if offer is None else frozenset(standing.place for standing in offer.offered)

    def _choices(self, person: _Person) -> Iterator[Choice]:
        """By number; a place with two different answers has none."""
        for number, said in sorted(person.said.items()):
            if len(said) == 1:
                yield Choice(place=number, willingness=next(iter(said)))
            else:
                self.refused += [
                    self._refusal(NotAnAnswer.CONTRADICTS, found, str(number)) for found in said.values()
                ]

    def _answer(self, person: _Person, choices: tuple[Choice, ...], minutes: int | None) -> RawAnswer:
        return RawAnswer(
            source=self.source,
            channel=Channel.WORKBOOK,
            list=person.list,
            token=person.token,
            choices=choices,
            most_minutes=minutes,
            given_at=self.saved,
        )

    def _most_minutes(self) -> int | Refused | None:
        found = self.areas.hours
        if found is None or self.areas.is_shared:
            return None
        told = "" if found.cell.fault else plain_text(found.cell) or ""
        matched = _HOURS.fullmatch(told.strip())
        hours = 0 if matched is None else int(matched[1])
        if FEWEST_HOURS_ASKED <= hours <= MOST_HOURS_ASKED:
            return hours * MINUTES_PER_HOUR
        return self._refusal(NotAnAnswer.BAD_HOURS, found)

    def _refusal(self, why: NotAnAnswer, at: Found | None, found: str | None = None) -> Refused:
        if at is None:
            return Refused(source=self.source, why=why)
        shown = at.cell.shown() if found is None else f"{found}: {at.cell.shown()}"
        return Refused(source=replace(self.source, place=at.place), why=why, found=shown)


def _number(found: Found | None) -> int | None:
    """The number of a place, typed or as text."""
    if found is None or found.cell.fault:
        return None
    told = (plain_text(found.cell) or "").strip().rstrip(".")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= LONGEST_NUMBER else None
