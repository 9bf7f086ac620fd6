"""What the commands under `book` write with --json; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from heiltid.booking.open_places import open_places
from heiltid.booking.preview_lines import refusal_sentence
from heiltid.booking.raw_answers import Refused, Source
from heiltid.booking.receiving import Incoming, Preview
from heiltid.booking.sending import answers_of
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Booking, Choice, SentList
from heiltid.model.booking import OpenPlace, Standing
from heiltid.rules.staffing import clock_text
from heiltid.texts import Language


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ListState(_Value):
    """One list and how far it has come."""

    list: str
    made: datetime
    deadline: datetime
    state: Literal["waiting", "shared_out", "settled"]
    places: int
    asked: int
    answered: int
    filled: int
    decided: int
    settled: datetime | None


class BookStatus(_Value):
    """The answer of `book status`. first, weeks: of the roll-out in force."""

    name: str
    first: date | None
    weeks: int | None
    open_shifts: int | None
    lists: tuple[ListState, ...]


def list_state(booking: Booking, sent: SentList) -> ListState:
    """A list's state; asked are those who may take something on it."""
    filled = sum(entry.employee is not None for entry in sent.allotments)
    shared: Literal["waiting", "shared_out"] = "shared_out" if sent.allotments else "waiting"
    return ListState(
        list=sent.code,
        made=sent.made_at,
        deadline=sent.deadline,
        state=shared if sent.settled_at is None else "settled",
        places=len(sent.places),
        asked=sum(bool(offer.offered) for offer in sent.offers),
        answered=len(answers_of(booking, sent.code)),
        filled=filled,
        decided=sum(entry.is_decided for entry in sent.allotments),
        settled=sent.settled_at,
    )


def book_status(name: str, booking: Booking) -> BookStatus:
    """All lists of a booking, and its roll-out."""
    rollout = booking.rollout
    return BookStatus(
        name=name,
        first=None if rollout is None else rollout.unit.start,
        weeks=None if rollout is None else rollout.unit.weeks,
        open_shifts=None if rollout is None else len(open_places(rollout.unit, rollout.plan, rollout.lost)),
        lists=tuple(list_state(booking, sent) for sent in booking.lists),
    )


class PlaceLine(_Value):
    """One place of a list. code null: no code of the unit covers the time."""

    place: int
    date: date
    code: str | None
    start: str
    end: str
    competence: str | None


def place_line(place: OpenPlace) -> PlaceLine:
    """A place without whose shift it was."""
    return PlaceLine(
        place=place.number,
        date=place.on,
        code=place.code,
        start=clock_text(place.start_minute),
        end=clock_text(place.end_minute),
        competence=place.competence,
    )


class AskedLine(_Value):
    """Somebody a list was written for: the places she may take, and her files."""

    employee: str
    offered: tuple[int, ...]
    files: tuple[str, ...]


class BookExport(_Value):
    """The answer of `book export`. nobody: those who may take nothing and got no list."""

    list: str
    made: datetime
    deadline: datetime
    places: tuple[PlaceLine, ...]
    people: tuple[AskedLine, ...]
    nobody: tuple[str, ...]
    shared: str | None


class SaidLine(_Value):
    """What an answer says to one place."""

    place: int
    answer: Literal["gladly", "can", "no"]


class SourceLine(_Value):
    """Where an answer stood. file null: pasted text; place: a line or a cell, null: all of it."""

    file: str | None
    place: str | None


class AnswerLine(_Value):
    """One answer and what it comes to."""

    state: Literal["new", "replaces", "unchanged", "older", "leader", "late"]
    list: str
    employee: str
    channel: Literal["page", "code", "workbook", "typed", "leader"]
    given: datetime
    late: bool
    most_hours: int | None
    said: tuple[SaidLine, ...]
    source: SourceLine


class RefusedLine(_Value):
    """Something that was refused. employee null: nobody can tell whose it is."""

    why: str
    employee: str | None
    found: str
    source: SourceLine
    text: str


class BookImport(_Value):
    """The answer of `book import`. taken: how many answers the booking got; saved: whether the file was."""

    taken: int
    saved: bool
    answers: tuple[AnswerLine, ...]
    refused: tuple[RefusedLine, ...]


def book_import(shown: Preview, language: Language, *, saved: bool) -> BookImport:
    """A preview as values for other programs."""
    return BookImport(
        taken=len(shown.taken) if saved else 0,
        saved=saved,
        answers=tuple(map(_answer_line, shown.entries)),
        refused=tuple(_refused_line(entry, language) for entry in shown.refused),
    )


def _answer_line(entry: Incoming) -> AnswerLine:
    answer = entry.answer
    most = answer.most_minutes
    return AnswerLine(
        state=entry.state.value,
        list=answer.list,
        employee=answer.employee,
        channel=answer.channel.value,
        given=answer.given_at,
        late=entry.is_late,
        most_hours=None if most is None else most // MINUTES_PER_HOUR,
        said=said_lines(answer.choices),
        source=_source_line(entry.source),
    )


def said_lines(choices: Iterable[Choice]) -> tuple[SaidLine, ...]:
    """Choices as values."""
    return tuple(SaidLine(place=choice.place, answer=choice.willingness.value) for choice in choices)


def _refused_line(entry: Refused, language: Language) -> RefusedLine:
    return RefusedLine(
        why=entry.why.value,
        employee=entry.employee,
        found=entry.found,
        source=_source_line(entry.source),
        text=refusal_sentence(entry, language),
    )


def _source_line(source: Source) -> SourceLine:
    return SourceLine(file=source.name or None, place=source.place or None)


class GoalLine(_Value):
    """A goal of the sharing. bound null: none is known."""

    name: str
    value: int
    bound: int | None


class ShareLine(_Value):
    """Who gets one place. said null: nobody, or somebody who did not say yes."""

    place: int
    date: date
    code: str | None
    start: str
    end: str
    employee: str | None
    decided: bool
    said: Literal["gladly", "can", "no"] | None


class SharePerson(_Value):
    """What one person asked for and gets. right_hours: of those she had a preferential right to."""

    employee: str
    gladly: int
    can: int
    most_hours: int | None
    places: tuple[int, ...]
    hours: float
    right_hours: float
    overtime_hours: float


class BookAllocation(_Value):
    """The answer of `book allocate`."""

    list: str
    status: str
    seconds: float
    seed: int
    workers: int
    goals: tuple[GoalLine, ...]
    places: tuple[ShareLine, ...]
    people: tuple[SharePerson, ...]
    no_longer_open: tuple[int, ...]


class GivenLine(_Value):
    """A place somebody has after the list was settled, and how its hours count."""

    place: int
    date: date
    code: str | None
    unbound_hours: float
    extra_hours: float
    overtime_hours: float


class ConfirmedPerson(_Value):
    """What one person is told."""

    employee: str
    given: tuple[GivenLine, ...]
    missed: tuple[int, ...]
    called_off: tuple[int, ...]
    files: tuple[str, ...]


class BookConfirmation(_Value):
    """The answer of `book confirm`. misfits: places on the list that could not be laid into the rota."""

    list: str
    settled: datetime
    folder: str
    shared: str
    rota: str
    people: tuple[ConfirmedPerson, ...]
    misfits: tuple[int, ...]
    still_open: tuple[int, ...]


def relative(path: Path, folder: Path) -> str:
    """A file by its way within a folder, the same on every system."""
    return path.relative_to(folder).as_posix()


def hours(minutes: int) -> float:
    """Minutes as hours."""
    return round(minutes / MINUTES_PER_HOUR, 4)


def asked_numbers(standings: Iterable[Standing]) -> tuple[int, ...]:
    """The places of some standings."""
    return tuple(sorted(standing.place for standing in standings))
