"""Answers written by hand: "3 gjerne, 5-7 kan, høgst 20 timar", in any of the three languages.

What is not understood is never guessed: a row with a word too much is refused and the rest taken, a
place with two answers has none. A limit of hours that cannot be read refuses the whole: without it she
might get more than she wants.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from heiltid.booking.answers.raw_answers import NotAnAnswer
from heiltid.booking.answers.typed_clauses import SPLIT_HOURS, Clause, Items, Kind, Span, Word, clauses_of
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Choice, Willingness


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A part of a typed answer that is refused, and the line of the text it stands in, from 0.

    number: of the place it is about, where it is about one, as it was written: "3", "50-60".
    """

    why: NotAnAnswer
    found: str
    line: int
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was understood. whole: why nothing of it counts, None: the choices do."""

    choices: tuple[Choice, ...] = ()
    most_minutes: int | None = None
    refused: tuple[Row, ...] = ()
    whole: Row | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything in it was meant as an answer."""
        return bool(self.choices or self.refused or self.whole is not None)


_BEFORE_ANSWERS = ":;,.- "  # after a code, or between answers


@dataclass(slots=True)
class _Collected:
    """What has been understood so far."""

    offered: frozenset[int]
    said: dict[int, dict[Willingness, int]] = field(
        default_factory=dict
    )  # of a place: the line of each answer
    hours: set[int] = field(default_factory=set)
    refused: list[Row] = field(default_factory=list)
    whole: Row | None = None

    def refuse(self, why: NotAnAnswer, clauses: Iterable[Clause], number: str = "") -> None:
        """Leave some clauses out."""
        found = list(clauses)
        text = ", ".join(clause.text.lstrip(_BEFORE_ANSWERS) for clause in found)
        self.refused.append(Row(why=why, found=text, line=found[0].line, number=number))

    def refuse_all(self, why: NotAnAnswer, text: str, line: int) -> None:
        """Leave all out; the first reason is told."""
        self.whole = self.whole or Row(why=why, found=text, line=line)


def typed_answer(text: str, offered: Collection[int]) -> Typed:
    """What somebody wrote after her code. offered: the numbers of the places she may take."""
    split = SPLIT_HOURS.search(text)
    if split is not None:
        line = text.count("\n", 0, split.start())
        return Typed(whole=Row(why=NotAnAnswer.BAD_HOURS, found=split.group(), line=line))
    found = _Collected(offered=frozenset(offered))
    for kind, group in groupby(clauses_of(text), key=lambda clause: clause.kind):
        clauses = list(group)
        if kind is Kind.ITEMS:
            _take_run(found, clauses)
        elif kind is Kind.HOURS:
            _take_hours(found, clauses)
        elif kind is Kind.STRANGE:
            for clause in clauses:
                found.refuse(NotAnAnswer.UNKNOWN_WORD, [clause])
    if found.whole is not None:
        return Typed(whole=found.whole)
    choices = tuple(_choices(found))
    most = None if not found.hours else min(found.hours) * MINUTES_PER_HOUR
    return Typed(choices=choices, most_minutes=most, refused=tuple(found.refused))


def _choices(found: _Collected) -> Iterator[Choice]:
    for place, said in sorted(found.said.items()):
        if len(said) == 1:
            yield Choice(place=place, willingness=next(iter(said)))
        else:
            found.refused.append(
                Row(why=NotAnAnswer.CONTRADICTS, found=str(place), line=max(said.values()), number=str(place))
            )


def _take_hours(found: _Collected, clauses: Iterable[Clause]) -> None:
    for clause in clauses:
        if clause.hours is None:
            found.refuse_all(NotAnAnswer.BAD_HOURS, clause.text, clause.line)
        else:
            found.hours.add(clause.hours)
    if len(found.hours) > 1:
        found.refuse_all(NotAnAnswer.CONTRADICTS, clause.text, clause.line)


def _take_run(found: _Collected, clauses: list[Clause]) -> None:
    """Clauses with nothing but commas between them: each by itself, else all together."""
    alone = [_pairs(clause.items) for clause in clauses]
    if all(pairs is not None for pairs in alone):
        for clause, pairs in zip(clauses, alone, strict=True):
            _take_pairs(found, clause, pairs or [])
        return
    items = tuple(item for clause in clauses for item in clause.items)
    kept = items[: len(items) - _left_at_the_end(items)]
    directions = {_is_after(clause.items) for clause, pairs in zip(clauses, alone, strict=True) if pairs}
    together = _pairs(kept) if directions <= {_is_after(items)} else None
    if together is None:
        found.refuse(NotAnAnswer.UNKNOWN_WORD, clauses)
        return
    _take_pairs(found, clauses[0], together)
    if len(kept) < len(items):
        found.refuse(NotAnAnswer.UNKNOWN_WORD, clauses[-1:])


def _is_after(items: Items) -> bool:
    """Whether the answers stand after their numbers."""
    return isinstance(items[0], Span)


def _left_at_the_end(items: Items) -> int:
    """How many numbers at the end have no answer after them, where answers come after."""
    words = [place for place, item in enumerate(items) if isinstance(item, Word)]
    return len(items) - 1 - max(words, default=-1) if _is_after(items) else 0


def _pairs(items: Items) -> list[tuple[Span, Willingness]] | None:
    """Each number with its answer; None: it cannot be told which belong together."""
    if not items:
        return []
    is_after = _is_after(items)
    pairs: list[tuple[Span, Willingness]] = []
    waiting: list[Span] = []
    for item in items if is_after else items[::-1]:
        if isinstance(item, Span):
            waiting.append(item)
            continue
        if not waiting or (item.is_before if is_after else item.is_bare_not):
            return None
        pairs += [(span, item.said) for span in waiting]
        waiting = []
    return None if waiting else pairs


def _take_pairs(found: _Collected, clause: Clause, pairs: Iterable[tuple[Span, Willingness]]) -> None:
    for span, said in pairs:
        places = sorted(found.offered.intersection(range(span.low, span.high + 1)))
        if not places:
            number = str(span.low) if span.low == span.high else f"{span.low}-{span.high}"
            found.refuse(NotAnAnswer.NOT_OFFERED, [clause], number)
        for place in places:
            found.said.setdefault(place, {}).setdefault(said, clause.line)
