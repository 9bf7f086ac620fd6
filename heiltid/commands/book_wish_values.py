"""What `book wishes ask` and `book wishes take` write with --json; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from heiltid.booking.wishing.said import PERCENT_BP, home_wish
from heiltid.booking.wishing.taking_over import Difference, LeftOut
from heiltid.commands.book_answer_values import WishLine, wish_line
from heiltid.commands.book_values import Value
from heiltid.model import Employee
from heiltid.model.asking import WishRound


class RoundPerson(Value):
    """Somebody asked, and the files written for her."""

    employee: str
    files: tuple[str, ...]


class WishesAsked(Value):
    """The answer of `book wishes ask`."""

    list: str
    made: datetime
    deadline: datetime
    first: date
    weeks: int
    people: tuple[RoundPerson, ...]


class SelfLine(Value):
    """What the staff list says of somebody that she may want otherwise."""

    wanted_pct: float
    weekend_every: int
    long_shifts: bool


class LeftOutLine(Value):
    """A wish that is not put into the unit."""

    wish: WishLine
    why: Literal["leader", "outside", "no_shift", "no_long"]


class TakenLine(Value):
    """One answer held against the unit. Counts of wishes: new, going out, standing there already."""

    employee: str
    given: datetime
    parts: tuple[Literal["wishes", "wanted", "weekends", "long"], ...]
    before: SelfLine
    after: SelfLine
    added: int
    removed: int
    kept: int
    left_out: tuple[LeftOutLine, ...]


class WishesTaken(Value):
    """The answer of `book wishes take`."""

    list: str
    saved: bool
    people: tuple[TakenLine, ...]


def wishes_taken(asked: WishRound, found: Iterable[Difference], *, saved: bool) -> WishesTaken:
    """What was, or would be, taken over."""
    return WishesTaken(list=asked.code, saved=saved, people=tuple(map(_taken_line, found)))


def _taken_line(entry: Difference) -> TakenLine:
    return TakenLine(
        employee=entry.before.number,
        given=entry.answer.given_at,
        parts=tuple(part.value for part in entry.parts),
        before=_self_line(entry.before),
        after=_self_line(entry.after),
        added=len(entry.added),
        removed=len(entry.removed),
        kept=len(entry.stay) + len(entry.kept),
        left_out=tuple(map(_left_out_line, entry.left_out)),
    )


def _self_line(person: Employee) -> SelfLine:
    return SelfLine(
        wanted_pct=person.wanted_bp / PERCENT_BP,
        weekend_every=person.weekend_every,
        long_shifts=person.long_shifts,
    )


def _left_out_line(left: LeftOut) -> LeftOutLine:
    return LeftOutLine(wish=wish_line(home_wish(left.wish)), why=left.why.value)
