"""Answers to a round of wishes, held against the unit and taken over by the leader, person by person.

The leader chooses what of an answer she takes. What she wrote herself is never lost: a wish from home is
left out where a wish of hers for that day cannot stand beside it, and an answer that is taken over takes
away only what an earlier answer of the same person put there, unless the leader has changed it since. Long
shifts are voluntary: a no is taken with whatever else is taken of the answer; a yes only when she chooses it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from heiltid.booking.wishing.rounds import kinds_to_wish, wish_answers_of
from heiltid.booking.wishing.said import day_in_round
from heiltid.booking.wishing.which import mark
from heiltid.calendar import Calendar
from heiltid.edits.people import with_fields
from heiltid.edits.units import with_unit
from heiltid.edits.wishes import asked_by, place_of_day, when_of
from heiltid.errors import InternalError
from heiltid.model import Employee, ShiftKind, Unit, UnitFile, Wish
from heiltid.model.asking import Booking, WishAnswer, WishRound
from heiltid.wishes import named_days


class TakenPart(StrEnum):
    """What of an answer can be taken by itself; the word the command line knows it by."""

    WISHES = "wishes"
    WANTED = "wanted"
    WEEKENDS = "weekends"
    LONG = "long"


class LeftOutWhy(StrEnum):
    """Why a wish is not put into the unit; the sentence is `booking_wishes.left_out.<value>`."""

    LEADER = "leader"  # a wish the leader wrote stands on that day, and not both can
    OUTSIDE = "outside"  # the day is none of the rota's
    NO_SHIFT = "no_shift"  # the unit has no such shift
    NO_LONG = "no_long"  # she works no long shifts


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A wish of an answer that is not put into the unit."""

    wish: Wish
    why: LeftOutWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One person's answer beside what the unit has. parts: those in which taking it changes anything.

    added, removed: wishes of the unit; stay: those an earlier answer put there and this one holds, too;
    kept: those the leader wrote that say the same.
    """

    before: Employee
    after: Employee  # as she becomes when all is taken
    answer: WishAnswer
    added: tuple[Wish, ...] = ()
    removed: tuple[Wish, ...] = ()
    stay: tuple[Wish, ...] = ()
    kept: tuple[Wish, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def parts(self) -> tuple[TakenPart, ...]:
        """What taking over would change."""
        found = {
            TakenPart.WISHES: bool(self.added or self.removed),
            TakenPart.WANTED: self.before.wanted_bp != self.after.wanted_bp,
            TakenPart.WEEKENDS: self.before.weekend_every != self.after.weekend_every,
            TakenPart.LONG: self.before.long_shifts != self.after.long_shifts,
        }
        return tuple(part for part, changes in found.items() if changes)

    @property
    def closes_long_shifts(self) -> bool:
        """Whether she says no to long shifts she is set to work: that is taken with anything else."""
        return self.answer.long_shifts is False and self.before.long_shifts


def differences(
    file: UnitFile, code: str, chosen: Mapping[str, Collection[TakenPart]] | None = None
) -> tuple[Difference, ...]:
    """Everybody who has answered a round and is in the unit, in the order of the staff list.

    chosen: what is taken of whom, by employee number, others left out; None: everything of everybody.
    """
    booking, asked = _round(file, code)
    answers, calendar = wish_answers_of(booking, code), Calendar(file.unit)
    people = [person for person in file.unit.employees if person.number in answers]
    if chosen is not None:
        people = [person for person in people if chosen.get(person.number)]
    return tuple(
        _difference(
            calendar,
            person,
            answers[person.number],
            asked,
            _laid(booking, person.number),
            frozenset(TakenPart if chosen is None else chosen[person.number]),
        )
        for person in people
    )


def taken_over(
    file: UnitFile, code: str, chosen: Mapping[str, Collection[TakenPart]], at: datetime
) -> UnitFile:
    """The file with the chosen parts of people's answers in its unit; one step of undo.

    chosen: by employee number; whoever is not named is let be.
    """
    found = {entry.before.number: entry for entry in differences(file, code, chosen)}
    if not found or file.booking is None:
        return file
    people = tuple(
        found[person.number].after if person.number in found else person for person in file.unit.employees
    )
    gone = {wish for entry in found.values() for wish in entry.removed}
    added = (wish for entry in found.values() for wish in entry.added)
    wishes = (*(wish for wish in file.unit.wishes if wish not in gone), *added)
    takes = {number: TakenPart.WISHES in chosen[number] for number in found}
    answers = tuple(
        _noted(answer, found[answer.employee], takes[answer.employee], at.replace(microsecond=0))
        if answer.employee in found
        else answer
        for answer in file.booking.wish_answers
    )
    booking = replace(file.booking, wish_answers=answers)
    return replace(with_unit(file, replace(file.unit, employees=people, wishes=wishes)), booking=booking)


def _round(file: UnitFile, code: str) -> tuple[Booking, WishRound]:
    asked = None if file.booking is None else file.booking.round_of(code)
    if file.booking is None or asked is None:
        raise InternalError(f"no round of wishes {code}")
    return file.booking, asked


def _laid(booking: Booking, employee: str) -> frozenset[Wish]:
    """What earlier answers of somebody, to this round or an older one, put into the unit."""
    mine = (answer for answer in booking.wish_answers if answer.employee == employee)
    return frozenset(wish for answer in mine for wish in answer.laid)


def _noted(answer: WishAnswer, entry: Difference, takes_wishes: bool, at: datetime) -> WishAnswer:
    """An answer of somebody of whom something is taken over: which of the unit's wishes it brought."""
    is_it = mark(answer) == mark(entry.answer)
    laid = answer.laid
    if takes_wishes:
        laid = (*entry.stay, *entry.added) if is_it else ()
    return replace(answer, laid=laid, taken_at=at if is_it else answer.taken_at)


def _difference(
    calendar: Calendar,
    person: Employee,
    answer: WishAnswer,
    asked: WishRound,
    laid: frozenset[Wish],
    parts: frozenset[TakenPart],
) -> Difference:
    after = _changed(person, answer, calendar.unit, parts)
    if TakenPart.WISHES not in parts:
        return Difference(before=person, after=after, answer=answer)
    fitting = _Fitting(calendar, after, asked, laid)
    for wish in answer.wishes:
        fitting.read(wish)
    still = laid & set(calendar.unit.wishes)
    return Difference(
        before=person,
        after=after,
        answer=answer,
        added=tuple(wish for wish in fitting.fitting if wish not in still),
        removed=tuple(wish for wish in calendar.unit.wishes if wish in still - set(fitting.fitting)),
        stay=tuple(wish for wish in fitting.fitting if wish in still),
        kept=tuple(fitting.kept),
        left_out=tuple(fitting.left_out),
    )


def _changed(person: Employee, answer: WishAnswer, unit: Unit, parts: Collection[TakenPart]) -> Employee:
    """The person with what is taken of what she said of herself, and what follows from it."""
    if TakenPart.WANTED in parts and answer.wanted_bp is not None:
        person = with_fields(person, wanted_bp=answer.wanted_bp)
    if TakenPart.WEEKENDS in parts and answer.weekend_every is not None:
        person = with_fields(person, weekend_every=answer.weekend_every)
    if answer.long_shifts is False:
        return replace(person, long_shifts=False)
    if TakenPart.LONG in parts and answer.long_shifts and ShiftKind.LONG in kinds_to_wish(unit):
        return replace(person, long_shifts=True)
    return person


class _Fitting:
    """One person's wishes from home, held against the days of the rota and what the leader wrote."""

    def __init__(
        self, calendar: Calendar, person: Employee, asked: WishRound, laid: Collection[Wish]
    ) -> None:
        self.calendar, self.person, self.asked = calendar, person, asked
        self.kinds = frozenset(kinds_to_wish(calendar.unit))
        self.own = [
            (wish, frozenset(named_days(wish.when, calendar)))
            for wish in calendar.unit.wishes
            if wish.employee == person.number and wish not in laid
        ]
        self.fitting: list[Wish] = []
        self.kept: list[Wish] = []
        self.left_out: list[LeftOut] = []

    def read(self, wish: Wish) -> None:
        """Where one wish belongs."""
        day = self._day(wish)
        if day is None:
            self.left_out.append(LeftOut(wish=wish, why=LeftOutWhy.OUTSIDE))
            return
        here = [own for own, days in self.own if day in days]
        same = next((own for own in here if asked_by(own) == asked_by(wish)), None)
        why = self._not_worked(wish)
        if (
            why is None
            and same is None
            and not all(asked_by(wish).stands_with(asked_by(own)) for own in here)
        ):
            why = LeftOutWhy.LEADER
        if why is not None:
            self.left_out.append(LeftOut(wish=wish, why=why))
        elif same is not None:
            self.kept.append(same)
        else:
            self.fitting.append(replace(wish, when=when_of(place_of_day(day), self.calendar)))

    def _day(self, wish: Wish) -> int | None:
        """The day of the rota as it is now; a cyclic one is gone through by weeks, whenever it starts."""
        day = day_in_round(wish)
        if not self.calendar.unit.is_cyclic:
            day = self.calendar.day_of(self.asked.first + timedelta(days=day))
        return day if 0 <= day < self.calendar.day_count else None

    def _not_worked(self, wish: Wish) -> LeftOutWhy | None:
        if wish.kind is None or wish.negated:
            return None
        if wish.kind not in self.kinds:
            return LeftOutWhy.NO_SHIFT
        if wish.kind is ShiftKind.LONG and not self.person.long_shifts:
            return LeftOutWhy.NO_LONG
        return None
