"""Answers of one sort held against those a booking has: which are new, which count, which are late.

The same for answers to lists and to questions about wishes: docs/booking-files.md, "Which answer counts".
Nothing here depends on the order in which answers are read, nor on how often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.model.asking import Answer, Channel, WishAnswer

A = TypeVar("A", bound=Answer | WishAnswer)
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
class Entry(Generic[A]):
    """One answer before it is taken in.

    beside: the answer it replaces, or that counts in its place; is_known: it is in the booking already,
    or the same stands elsewhere in what is taken in; counts: of such a one, the other that counts, None:
    it counts itself.
    """

    source: Source
    state: State
    answer: A
    beside: A | None = None
    is_late: bool = False
    is_known: bool = False
    counts: A | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner(Generic[A]):
    """How answers of one sort are told apart. rank: what counts is highest; mark: the same answer again."""

    about: Callable[[A], tuple[str, str]]  # the code of what it answers, and who
    rank: Callable[[A], Any]
    mark: Callable[[A], Hashable]
    content: Callable[[A], Hashable]  # all it says, but for its time


class Comparing(Generic[A]):
    """The answers of one import. deadlines: of every list or round, by code."""

    def __init__(
        self,
        manner: Manner[A],
        before: Iterable[A],
        deadlines: Mapping[str, datetime],
        *,
        takes_late: bool,
    ) -> None:
        self.manner, self.deadlines, self.takes_late = manner, deadlines, takes_late
        self.known = {manner.mark(answer): answer for answer in before}
        self.found: list[tuple[Source, A]] = []

    def add(self, source: Source, answer: A) -> None:
        """One more answer that was read."""
        self.found.append((source, answer))

    def is_known(self, answer: A) -> bool:
        """Whether the booking has it already."""
        return self.manner.mark(answer) in self.known

    def contradictions(self) -> Iterator[Refused]:
        """Of two different answers without a time, both new, none can be the later: they are left out."""
        mark = self.manner.mark
        untimed = defaultdict(set)
        for _, answer in self.found:
            if answer.claimed_at is None and not self.is_known(answer):
                untimed[self.manner.about(answer)].add(mark(answer))
        gone = {entry for marks in untimed.values() if len(marks) > 1 for entry in marks}
        for source, answer in self.found:
            if mark(answer) in gone:
                yield Refused(source=source, why=NotAnAnswer.CONTRADICTS, employee=answer.employee)
        self.found = [(source, answer) for source, answer in self.found if mark(answer) not in gone]

    def entries(self) -> tuple[Entry[A], ...]:
        """What every answer comes to, by list and person, the one that counts last."""
        people = defaultdict(list)
        for source, answer in sorted(self.found, key=_by_place):
            people[self.manner.about(answer)].append((source, answer))
        return tuple(entry for person in sorted(people) for entry in self._of_person(person, people[person]))

    def _of_person(self, person: tuple[str, str], found: list[tuple[Source, A]]) -> Iterator[Entry[A]]:
        rank, mark = self.manner.rank, self.manner.mark
        before = [answer for answer in self.known.values() if self.manner.about(answer) == person]
        standing = max(before, key=rank, default=None)
        timely = [answer for _, answer in found if self.takes_late or not self._is_late(answer)]
        best = max((*before, *timely), key=rank, default=None)
        seen = set(self.known)
        for source, answer in sorted(found, key=lambda pair: rank(pair[1])):
            is_known = mark(answer) in seen
            seen.add(mark(answer))
            is_late = self._is_late(answer)
            state, beside = self._state(answer, standing, best)
            is_outdone = is_known and best is not None and mark(best) != mark(answer)
            if is_known:
                state, beside = State.UNCHANGED, self.known.get(mark(answer), answer)
            elif is_late and not self.takes_late:
                state, beside = State.LATE, standing
            yield Entry(
                source=source,
                state=state,
                answer=answer,
                beside=beside,
                is_late=is_late,
                is_known=is_known,
                counts=best if is_outdone else None,
            )

    def _is_late(self, answer: A) -> bool:
        deadline = self.deadlines.get(self.manner.about(answer)[0])
        return deadline is not None and answer.given_at > deadline

    def _state(self, answer: A, standing: A | None, best: A | None) -> tuple[State, A | None]:
        mark, content = self.manner.mark, self.manner.content
        if best is None or mark(best) == mark(answer):
            if standing is None:
                return State.NEW, None
            same = content(standing) == content(answer)
            return State.UNCHANGED if same else State.REPLACES, standing
        return State.LEADER if best.channel is Channel.LEADER else State.OLDER, best


def _by_place(pair: tuple[Source, Answer | WishAnswer]) -> tuple[int, str, str]:
    """The same answer from several places is told of once, always of the same place."""
    source, answer = pair
    return _CHANNELS.index(answer.channel), source.name, source.place.rjust(9)
