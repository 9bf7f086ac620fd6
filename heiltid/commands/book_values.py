"""What the commands under `book` but `import` write with --json; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from heiltid.booking.answers.sending import answers_of
from heiltid.booking.places.open_places import open_places
from heiltid.booking.sharing.reason_words import why_not, why_she
from heiltid.booking.sharing.reasons import PlaceReasons
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Booking, SentList
from heiltid.model.booking import OpenPlace, Standing
from heiltid.rules.staffing import clock_text
from heiltid.texts import Language


class Value(BaseModel):
    """A part of an answer: nothing in it changes, and nothing unknown is let in."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ListState(Value):
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


class BookStatus(Value):
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


class PlaceLine(Value):
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


class AskedLine(Value):
    """Somebody a list was written for: the places she may take, and her files."""

    employee: str
    offered: tuple[int, ...]
    files: tuple[str, ...]


class BookExport(Value):
    """The answer of `book export`. nobody: those who may take nothing and got no list."""

    list: str
    made: datetime
    deadline: datetime
    places: tuple[PlaceLine, ...]
    people: tuple[AskedLine, ...]
    nobody: tuple[str, ...]
    shared: str | None


class GoalLine(Value):
    """A goal of the sharing. bound null: none is known."""

    name: str
    value: int
    bound: int | None


class ShareLine(Value):
    """Who gets one place. said null: nobody, or somebody who did not say yes."""

    place: int
    date: date
    code: str | None
    start: str
    end: str
    employee: str | None
    decided: bool
    said: Literal["gladly", "can", "no"] | None


class SharePerson(Value):
    """What one person asked for and gets. right_hours: of those she had a preferential right to."""

    employee: str
    gladly: int
    can: int
    most_hours: int | None
    places: tuple[int, ...]
    hours: float
    right_hours: float
    overtime_hours: float


class NotHerLine(Value):
    """Somebody who said yes to a place and did not get it, and why, in words."""

    employee: str
    why: str


class ReasonLine(Value):
    """Who gets one place (null: nobody), why she, and why not the others who said yes."""

    place: int
    employee: str | None
    why: str
    others: tuple[NotHerLine, ...]


def reason_lines(
    sent: SentList, reasons: Iterable[PlaceReasons] | None, language: Language
) -> tuple[ReasonLine, ...] | None:
    """Reasons in words; None where they were not asked for."""
    if reasons is None:
        return None
    places = {place.number: place for place in sent.places}
    return tuple(
        ReasonLine(
            place=entry.place,
            employee=entry.employee,
            why=why_she(entry, language),
            others=tuple(
                NotHerLine(employee=other.employee, why=why_not(other, places, language))
                for other in entry.others
            ),
        )
        for entry in reasons
    )


class BookAllocation(Value):
    """The answer of `book allocate`."""

    list: str
    status: str
    seconds: float
    seed: int
    workers: int
    goals: tuple[GoalLine, ...]
    places: tuple[ShareLine, ...]
    people: tuple[SharePerson, ...]
    reasons: tuple[ReasonLine, ...] | None
    no_longer_open: tuple[int, ...]


class GivenLine(Value):
    """A place somebody has after the list was settled, and how its hours count."""

    place: int
    date: date
    code: str | None
    unbound_hours: float
    extra_hours: float
    overtime_hours: float


class ConfirmedPerson(Value):
    """What one person is told."""

    employee: str
    given: tuple[GivenLine, ...]
    missed: tuple[int, ...]
    called_off: tuple[int, ...]
    files: tuple[str, ...]


class BookConfirmation(Value):
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
