"""Answers taken in: first a preview of what each of them comes to, then one step that takes what counts.

Answers to lists and to questions about wishes come mixed, and are shown and taken together. Nothing an
answer says about times, hours or other shifts is used: it is held against what was sent. The outcome does
not depend on the order in which answers are read, nor on how often.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from heiltid.booking.answers.comparing import Comparing, Entry, Manner
from heiltid.booking.answers.comparing import State as State  # users of a preview ask here
from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused
from heiltid.booking.answers.short_code import MOST_HOURS
from heiltid.booking.answers.text_answers import offered_numbers
from heiltid.booking.answers.tokens import Holders
from heiltid.booking.answers.which_counts import in_order, mark, rank
from heiltid.booking.wishing import which as which_wishes
from heiltid.booking.wishing.said import Raw, RawWishes, Said, answer_of, first_fault, in_range, said_in
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Answer, Booking, Channel, Choice, SentList, WishAnswer, WishRound

_ROW_BY_ROW = frozenset({Channel.TYPED, Channel.WORKBOOK})  # people write in them; codes are whole or broken

Incoming: TypeAlias = Entry[Answer]
IncomingWishes: TypeAlias = Entry[WishAnswer]

_TO_LISTS: Manner[Answer] = Manner(
    about=lambda answer: (answer.list, answer.employee),
    rank=rank,
    mark=mark,
    content=lambda answer: (answer.choices, answer.most_minutes),
)
_OF_WISHES: Manner[WishAnswer] = Manner(
    about=lambda answer: (answer.round, answer.employee),
    rank=which_wishes.rank,
    mark=which_wishes.mark,
    content=said_in,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking in some answers would do, by list and person; and what is refused, by where it stood.

    entries: answers to lists; wishes: to questions about wishes.
    """

    entries: tuple[Incoming, ...] = ()
    wishes: tuple[IncomingWishes, ...] = ()
    refused: tuple[Refused, ...] = ()

    def of(self, *states: State) -> tuple[Incoming | IncomingWishes, ...]:
        """The answers that come to that."""
        found: tuple[Incoming | IncomingWishes, ...] = (*self.entries, *self.wishes)
        return tuple(entry for entry in found if entry.state in states)

    @property
    def taken(self) -> tuple[Answer, ...]:
        """The answers to lists the booking gets; older answers are kept as well, below the newer."""
        return tuple(entry.answer for entry in self.entries if _is_taken(entry))

    @property
    def taken_wishes(self) -> tuple[WishAnswer, ...]:
        """The answers about wishes the booking gets."""
        return tuple(entry.answer for entry in self.wishes if _is_taken(entry))

    @property
    def taken_count(self) -> int:
        """How many answers the booking gets."""
        return len(self.taken) + len(self.taken_wishes)


def _is_taken(entry: Incoming | IncomingWishes) -> bool:
    return not entry.is_known and entry.state is not State.LATE


def preview(booking: Booking, raws: Iterable[Raw], now: datetime, *, takes_late: bool = False) -> Preview:
    """What taking these in would do. now: local wall clock."""
    taking = _Taking(booking, now, takes_late=takes_late)
    for raw in raws:
        taking.read(raw)
    return taking.preview()


def received(booking: Booking, shown: Preview) -> Booking:
    """The booking with what a preview takes in; the very same where that is nothing."""
    known = {mark(answer) for answer in booking.answers}
    new = [answer for answer in shown.taken if mark(answer) not in known]
    if new:
        booking = replace(booking, answers=in_order((*booking.answers, *new)))
    known_wishes = {which_wishes.mark(answer) for answer in booking.wish_answers}
    wishes = [answer for answer in shown.taken_wishes if which_wishes.mark(answer) not in known_wishes]
    if wishes:
        ordered = which_wishes.in_order((*booking.wish_answers, *wishes))
        booking = replace(booking, wish_answers=ordered)
    return booking


class _Taking:
    """One import."""

    def __init__(self, booking: Booking, now: datetime, *, takes_late: bool) -> None:
        self.booking = booking
        self.now = now.replace(microsecond=0)
        self.minute = now.replace(second=0, microsecond=0)
        self.holders = Holders(booking)
        sent: tuple[SentList | WishRound, ...] = (*booking.lists, *booking.wish_rounds)
        deadlines = {entry.code: entry.deadline for entry in sent}
        self.answers = Comparing(_TO_LISTS, booking.answers, deadlines, takes_late=takes_late)
        self.wishes = Comparing(_OF_WISHES, booking.wish_answers, deadlines, takes_late=takes_late)
        self.refused: set[Refused] = set()

    def read(self, raw: Raw) -> None:
        """Hold one answer against its list or round."""
        if isinstance(raw, Refused):
            self.refused.add(raw)
            return
        sent: SentList | WishRound | None
        is_wishes = isinstance(raw, RawWishes)
        sent = self.booking.round_of(raw.list) if is_wishes else self.booking.list_of(raw.list)
        holder = self.holders.of(raw.list, raw.token)
        if sent is None:
            self._refuse(raw, NotAnAnswer.UNKNOWN_LIST, raw.list)
        elif holder is None:
            self._refuse(raw, NotAnAnswer.FOREIGN, raw.list)
        elif isinstance(raw, RawAnswer) and isinstance(sent, SentList):
            self._judge(raw, sent, holder[0])
        elif isinstance(raw, RawWishes) and isinstance(sent, WishRound):
            self._judge_wishes(raw, sent, holder[0])

    def _refuse(
        self, raw: RawAnswer | RawWishes, why: NotAnAnswer, found: str = "", employee: str | None = None
    ) -> None:
        number = found if why is NotAnAnswer.NOT_OFFERED else ""
        self.refused.add(Refused(source=raw.source, why=why, found=found, employee=employee, number=number))

    def _judge(self, raw: RawAnswer, sent: SentList, employee: str) -> None:
        offered = frozenset(offered_numbers(sent, employee))
        numbers = [choice.place for choice in raw.choices]
        strange = sorted({number for number in numbers if number not in offered})
        is_by_row = raw.channel in _ROW_BY_ROW
        for number in strange if is_by_row else strange[:1]:
            self._refuse(raw, NotAnAnswer.NOT_OFFERED, str(number), employee)
        if len(set(numbers)) < len(numbers):
            self._refuse(raw, NotAnAnswer.CONTRADICTS, "", employee)
        elif not _is_limit(raw.most_minutes):
            self._refuse(raw, NotAnAnswer.BAD_HOURS, "", employee)
        elif not strange or is_by_row:
            self._keep(raw, sent, employee, [choice for choice in raw.choices if choice.place in offered])

    def _keep(self, raw: RawAnswer, sent: SentList, employee: str, choices: list[Choice]) -> None:
        if not choices:
            if not raw.choices:
                self._refuse(raw, NotAnAnswer.EMPTY, "", employee)
            return
        claimed = _claimed(raw.given_at, sent)
        answer = Answer(
            list=sent.code,
            employee=employee,
            choices=tuple(sorted(choices, key=lambda choice: choice.place)),
            most_minutes=raw.most_minutes,
            given_at=self.minute if claimed is None else min(claimed, self.minute),
            received_at=self.now,
            channel=raw.channel,
            claimed_at=claimed,
        )
        if sent.settled_at is not None and not self.answers.is_known(answer):
            self._refuse(raw, NotAnAnswer.SETTLED, "", employee)
            return
        self.answers.add(raw.source, answer)

    def _judge_wishes(self, raw: RawWishes, asked: WishRound, employee: str) -> None:
        fault = first_fault(raw.said, asked.weeks)
        if fault is not None:
            days = [wish.day for wish in raw.said.wishes]
            twice = days.count(fault.day) > 1
            self._refuse(raw, NotAnAnswer.CONTRADICTS if twice else NotAnAnswer.NO_SUCH_DAY, "", employee)
        elif not in_range(raw.said):
            self._refuse(raw, NotAnAnswer.UNKNOWN_WISH, "", employee)
        elif raw.said.is_empty and raw.channel in _ROW_BY_ROW:
            self._refuse(raw, NotAnAnswer.EMPTY, "", employee)
        else:
            self._keep_wishes(raw, asked, employee, raw.said)

    def _keep_wishes(self, raw: RawWishes, asked: WishRound, employee: str, said: Said) -> None:
        claimed = _claimed(raw.given_at, asked)
        answer = answer_of(
            asked,
            employee,
            said,
            given_at=self.minute if claimed is None else min(claimed, self.minute),
            received_at=self.now,
            channel=raw.channel,
            claimed_at=claimed,
        )
        self.wishes.add(raw.source, answer)

    def preview(self) -> Preview:
        """What all that was read comes to."""
        self.refused.update((*self.answers.contradictions(), *self.wishes.contradictions()))
        return Preview(
            entries=self.answers.entries(),
            wishes=self.wishes.entries(),
            refused=tuple(sorted(self.refused, key=_by_refusal)),
        )


def _claimed(given_at: datetime | None, sent: SentList | WishRound) -> datetime | None:
    """What an answer says of its time; a clock that is wrong cannot answer before it was asked."""
    return None if given_at is None else max(given_at, sent.made_at).replace(second=0, microsecond=0)


def _is_limit(minutes: int | None) -> bool:
    return minutes is None or (
        MINUTES_PER_HOUR <= minutes <= MOST_HOURS * MINUTES_PER_HOUR and minutes % MINUTES_PER_HOUR == 0
    )


def _by_refusal(refused: Refused) -> tuple[str, str, str, str, str]:
    source = refused.source
    return source.name, source.place.rjust(9), refused.why.value, refused.found, refused.employee or ""
