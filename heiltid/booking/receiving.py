"""Answers taken in: first a preview of what each of them comes to, then one step that takes what counts.

Nothing an answer says about times, hours or other shifts is used: it is held against the list as it was
sent. The outcome does not depend on the order in which answers are read, nor on how often:
docs/booking-files.md, "Which answer counts".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from heiltid.booking.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.short_code import MOST_HOURS
from heiltid.booking.text_answers import offered_numbers
from heiltid.booking.tokens import SHORT_TOKEN_SIGNS, TOKEN_SIGNS, Holders
from heiltid.booking.which_counts import in_order, mark, rank
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Answer, Booking, Channel, Choice, SentList

_ROW_BY_ROW = frozenset({Channel.TYPED, Channel.WORKBOOK})  # people write in them; codes are whole or broken
_CHANNELS = tuple(Channel)


class State(StrEnum):
    """What an answer comes to."""

    NEW = "new"
    REPLACES = "replaces"  # an older one of hers that counted
    UNCHANGED = "unchanged"  # read before, or the same as what counts
    OLDER = "older"  # a newer one of hers counts
    LEADER = "leader"  # what the leader wrote down counts
    LATE = "late"  # given after the deadline, and not taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One answer before it is taken in.

    beside: the answer it replaces, or that counts in its place; is_known: it is in the booking already,
    or the same stands elsewhere in what is taken in.
    """

    source: Source
    state: State
    answer: Answer
    beside: Answer | None = None
    is_late: bool = False
    is_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking in some answers would do, by list and person; and what is refused, by where it stood."""

    entries: tuple[Incoming, ...] = ()
    refused: tuple[Refused, ...] = ()

    def of(self, *states: State) -> tuple[Incoming, ...]:
        """The answers that come to that."""
        return tuple(entry for entry in self.entries if entry.state in states)

    @property
    def taken(self) -> tuple[Answer, ...]:
        """What the booking gets; older answers are kept as well, below the newer."""
        return tuple(
            entry.answer for entry in self.entries if not entry.is_known and entry.state is not State.LATE
        )


def preview(
    booking: Booking, raws: Iterable[RawAnswer | Refused], now: datetime, *, takes_late: bool = False
) -> Preview:
    """What taking these in would do. now: local wall clock."""
    taking = _Taking(booking, now, takes_late=takes_late)
    for raw in raws:
        taking.read(raw)
    return taking.preview()


def received(booking: Booking, shown: Preview) -> Booking:
    """The booking with what a preview takes in; the very same where that is nothing."""
    known = {mark(answer) for answer in booking.answers}
    new = [answer for answer in shown.taken if mark(answer) not in known]
    return replace(booking, answers=in_order((*booking.answers, *new))) if new else booking


class _Taking:
    """One import."""

    def __init__(self, booking: Booking, now: datetime, *, takes_late: bool) -> None:
        self.booking, self.takes_late = booking, takes_late
        self.now = now.replace(microsecond=0)
        self.minute = now.replace(second=0, microsecond=0)
        self.holders = Holders(booking)
        self.known = {mark(answer): answer for answer in booking.answers}
        self.refused: set[Refused] = set()
        self.found: list[tuple[Source, Answer]] = []

    def read(self, raw: RawAnswer | Refused) -> None:
        """Hold one answer against its list."""
        if isinstance(raw, Refused):
            self.refused.add(raw)
            return
        sent, holder = self.booking.list_of(raw.list), self.holders.of(raw.list, raw.token)
        if sent is None:
            self._refuse(raw, NotAnAnswer.UNKNOWN_LIST, raw.list)
        elif holder is None or len(raw.token) not in (TOKEN_SIGNS, SHORT_TOKEN_SIGNS):
            self._refuse(raw, NotAnAnswer.FOREIGN, raw.list)
        else:
            self._judge(raw, sent, holder[0])

    def _refuse(self, raw: RawAnswer, why: NotAnAnswer, found: str = "", employee: str | None = None) -> None:
        self.refused.add(Refused(source=raw.source, why=why, found=found, employee=employee))

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
        claimed = raw.given_at
        if claimed is not None:  # a clock that is wrong cannot answer before it was asked
            claimed = max(claimed, sent.made_at).replace(second=0, microsecond=0)
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
        if sent.settled_at is not None and mark(answer) not in self.known:
            self._refuse(raw, NotAnAnswer.SETTLED, "", employee)
            return
        self.found.append((raw.source, answer))

    def preview(self) -> Preview:
        """What all that was read comes to."""
        self._refuse_contradictions()
        people = defaultdict(list)
        for source, answer in sorted(self.found, key=_by_place):
            people[answer.list, answer.employee].append((source, answer))
        entries = [entry for person in sorted(people) for entry in self._of_person(people[person])]
        return Preview(entries=tuple(entries), refused=tuple(sorted(self.refused, key=_by_refusal)))

    def _refuse_contradictions(self) -> None:
        """Of two different answers without a time, both new, none can be the later."""
        untimed = defaultdict(set)
        for _, answer in self.found:
            if answer.claimed_at is None and mark(answer) not in self.known:
                untimed[answer.list, answer.employee].add(mark(answer))
        gone = {entry for marks in untimed.values() if len(marks) > 1 for entry in marks}
        for source, answer in self.found:
            if mark(answer) in gone:
                why = NotAnAnswer.CONTRADICTS
                self.refused.add(Refused(source=source, why=why, employee=answer.employee))
        self.found = [(source, answer) for source, answer in self.found if mark(answer) not in gone]

    def _of_person(self, found: list[tuple[Source, Answer]]) -> Iterator[Incoming]:
        """One person's answers to one list, the one that counts last."""
        first = found[0][1]
        before = [
            answer
            for answer in self.booking.answers
            if (answer.list, answer.employee) == (first.list, first.employee)
        ]
        standing = max(before, key=rank, default=None)
        timely = [answer for _, answer in found if self.takes_late or not self._is_late(answer)]
        best = max((*before, *timely), key=rank, default=None)
        seen = set(self.known)
        for source, answer in sorted(found, key=lambda pair: rank(pair[1])):
            is_known = mark(answer) in seen
            seen.add(mark(answer))
            is_late = self._is_late(answer)
            state, beside = self._state(answer, standing, best)
            if is_known:
                state, beside = State.UNCHANGED, self.known.get(mark(answer), answer)
            elif is_late and not self.takes_late:
                state, beside = State.LATE, standing
            yield Incoming(
                source=source, state=state, answer=answer, beside=beside, is_late=is_late, is_known=is_known
            )

    def _is_late(self, answer: Answer) -> bool:
        sent = self.booking.list_of(answer.list)
        return sent is not None and answer.given_at > sent.deadline

    def _state(
        self, answer: Answer, standing: Answer | None, best: Answer | None
    ) -> tuple[State, Answer | None]:
        if best is None or mark(best) == mark(answer):
            if standing is None:
                return State.NEW, None
            same = (standing.choices, standing.most_minutes) == (answer.choices, answer.most_minutes)
            return State.UNCHANGED if same else State.REPLACES, standing
        return State.LEADER if best.channel is Channel.LEADER else State.OLDER, best


def _is_limit(minutes: int | None) -> bool:
    return minutes is None or (
        MINUTES_PER_HOUR <= minutes <= MOST_HOURS * MINUTES_PER_HOUR and minutes % MINUTES_PER_HOUR == 0
    )


def _by_place(pair: tuple[Source, Answer]) -> tuple[int, str, str]:
    """The same answer from several places is told of once, always of the same place."""
    source, answer = pair
    return _CHANNELS.index(answer.channel), source.name, source.place.rjust(9)


def _by_refusal(refused: Refused) -> tuple[str, str, str, str, str]:
    source = refused.source
    return source.name, source.place.rjust(9), refused.why.value, refused.found, refused.employee or ""
