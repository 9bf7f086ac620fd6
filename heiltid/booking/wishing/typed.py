"""Wishes written by hand: "fri veke 3 laurdag, ikkje natt veke 5 fredag!, stilling 80, helg kvar 3.".

What is not understood is never guessed: such a part is refused and the rest taken, a day with two
different wishes has none. A part that names only days goes on from the one before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from heiltid.booking.answers.raw_answers import NotAnAnswer
from heiltid.booking.answers.typed import Row
from heiltid.booking.answers.typed_clauses import before_greeting, phrases
from heiltid.booking.wishing.said import WISHED, HomeWish, Said, in_range
from heiltid.booking.wishing.typed_words import (
    KINDS,
    LONGEST_PHRASE,
    MEANINGS,
    ORDINALS,
    WEEKDAYS,
    WEEKEND,
    WEEKEND_DAYS,
    Means,
)
from heiltid.model import DAYS_PER_WEEK, ShiftKind
from heiltid.ranges import MOST_WEEKS
from heiltid.spelling import normal
from heiltid.typed_dates import date_after

_MONTH = r"(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-z]{0,6}"
_TOKENS = re.compile(
    rf"""(?P<date>\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?\b|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.?\s?{_MONTH}\b)
    |(?P<number>\d{{1,3}})(?![\d:])(?:\.|st\b|nd\b|rd\b|th\b)?(?:\s*-\s*(?P<high>\d{{1,3}})(?!\d))?
    |(?P<word>[^\W\d_]+)
    |(?P<sign>[!%-])
    |(?P<odd>\d\S*)""",
    re.IGNORECASE | re.VERBOSE,
)
# A comma between figures stands in a number, "80,5", or between weeks, "3,4": neither may be torn apart.
_STOPS = re.compile(r"[;\n?]|(?<!\d),|,(?!\d)|(?<!\d)\.")
LONG = WISHED.index(ShiftKind.LONG)
WEEKDAYS_ALL = range(DAYS_PER_WEEK)
FREE_OR_FRIDAY, FRIDAY = "fri", 4  # free in two languages, a weekday in the third: "not night week 5 fri"
_MOST_WORDS = 12  # of something that was meant as a wish and cannot be understood


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWishes:
    """What was understood, and what was not. whole: why nothing of it counts."""

    said: Said = field(default_factory=Said)
    refused: tuple[Row, ...] = ()
    whole: Row | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything in it was meant as an answer."""
        return bool(self.refused) or not self.said.is_empty


@dataclass(slots=True)
class _Clause:
    """The words of one part, by what they mean."""

    text: str
    line: int
    kind: int | None = None
    weekdays: list[int] = field(default_factory=list)
    weeks: list[int] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    means: set[Means] = field(default_factory=set)
    is_weekend: bool = False
    unknown: int = 0
    after_week: bool = False
    ranges: bool = False  # a dash or "to" stands after a weekday

    @property
    def names_days(self) -> bool:
        """Whether it tells any day."""
        return bool(self.weeks or self.weekdays or self.dates)

    @property
    def looks_meant(self) -> bool:
        """Whether somebody meant it as an answer, and did not merely write something."""
        told = self.kind is not None or self.is_weekend or bool(self.means & {Means.POSITION, Means.NOT})
        return (told or self.names_days) and len(self.text.split()) <= _MOST_WORDS


def typed_wishes(text: str, first: date, weeks: int) -> TypedWishes:
    """What somebody wrote after her code. first, weeks: of the rota she was asked about."""
    reading = _Reading(first, weeks)
    for line, words in enumerate(before_greeting(text.split("\n"))):
        for part in _STOPS.split(words):
            if part.strip():
                reading.part(part.strip(), line)
    return reading.result()


class _Reading:
    """One answer, part by part."""

    def __init__(self, first: date, weeks: int) -> None:
        self.first, self.weeks = first, weeks
        self.days: dict[int, dict[HomeWish, int]] = defaultdict(dict)  # the line of each
        self.single: dict[str, dict[int, _Clause]] = defaultdict(dict)
        self.refused: list[Row] = []
        self.before: _Clause | None = None

    def part(self, text: str, line: int) -> None:
        """Take what one part says."""
        clause = _clause(text, line, self.first)
        if clause.unknown:
            if clause.looks_meant:
                self._refuse(NotAnAnswer.UNKNOWN_WISH, clause)
            self.before = None
            return
        single = _single(clause)
        if single is not None:
            self.single[single[0]].setdefault(single[1], clause)
            self.before = None
        elif clause.kind is not None or clause.names_days or clause.is_weekend or clause.numbers:
            self._wish(clause)

    def _wish(self, clause: _Clause) -> None:
        if clause.kind is None and self.before is not None:
            clause = _going_on(clause, self.before)
        days = None if clause.kind is None or clause.numbers else self._days(clause)
        if not days or clause.means - {Means.NOT, Means.STRONG, Means.TO}:
            self._refuse(NotAnAnswer.UNKNOWN_WISH, clause)
            self.before = None
            return
        assert clause.kind is not None
        self.before = clause
        if any(not 0 <= day < self.weeks * DAYS_PER_WEEK for day in days):
            self._refuse(NotAnAnswer.NO_SUCH_DAY, clause)
            return
        for day in days:
            wish = HomeWish(
                day=day,
                what=clause.kind,
                negated=Means.NOT in clause.means,
                strong=Means.STRONG in clause.means,
            )
            self.days[day].setdefault(wish, clause.line)

    def _days(self, clause: _Clause) -> list[int]:
        """The days of the rota, from 0; weekdays without a week name none."""
        weeks, weekdays = set(clause.weeks), set(clause.weekdays or WEEKDAYS_ALL)
        found = {(week - 1) * DAYS_PER_WEEK + weekday for week in weeks for weekday in weekdays}
        found |= {(when - self.first).days for when in clause.dates}
        return sorted(found)

    def _refuse(self, why: NotAnAnswer, clause: _Clause) -> None:
        self.refused.append(Row(why=why, found=clause.text, line=clause.line))

    def result(self) -> TypedWishes:
        """All of it."""
        wishes = []
        for day, found in sorted(self.days.items()):
            if len(found) == 1:
                wishes.append(next(iter(found)))
            else:
                week, weekday = divmod(day, DAYS_PER_WEEK)
                shown = f"{week + 1}.{weekday + 1}"
                self.refused.append(Row(why=NotAnAnswer.CONTRADICTS, found=shown, line=max(found.values())))
        long_shifts = self._only("long")
        said = Said(
            wishes=tuple(wishes),
            percent=self._only("percent"),
            weekend_every=self._only("weekends"),
            long_shifts=None if long_shifts is None else bool(long_shifts),
        )
        return TypedWishes(said=said, refused=tuple(self.refused))

    def _only(self, name: str) -> int | None:
        """A single answer; of two different ones none counts."""
        found = self.single[name]
        if len(found) > 1:
            shown = ", ".join(clause.text for clause in found.values())
            line = max(clause.line for clause in found.values())
            self.refused.append(Row(why=NotAnAnswer.CONTRADICTS, found=shown, line=line))
            return None
        return next(iter(found), None)


def _going_on(clause: _Clause, before: _Clause) -> _Clause:
    """ "fri veke 3 laurdag, sundag": the second part says the same of another day."""
    weeks = clause.weeks or ([] if clause.dates else before.weeks)
    if clause.numbers and not clause.names_days and before.weeks and not before.weekdays:
        weeks, clause.numbers = list(clause.numbers), []  # "fri veke 3, 4"
    return replace(clause, kind=before.kind, weeks=weeks, means=clause.means | (before.means & {Means.NOT}))


def _single(clause: _Clause) -> tuple[str, int] | None:
    """The position, the weekends or the long shifts a part is about; None: about days, or nothing."""
    means, numbers = clause.means, clause.numbers
    is_position = Means.POSITION in means and means <= {Means.POSITION, Means.STRONG}
    if is_position and len(numbers) == 1 and not clause.names_days and clause.kind is None:
        return ("percent", numbers[0]) if in_range(Said(percent=numbers[0])) else None
    if clause.is_weekend and not clause.weeks and clause.kind is None:
        if means <= {Means.NEVER, Means.NOT} and means and not numbers:
            return "weekends", 0
        if means == {Means.EVERY} and len(numbers) == 1 and numbers[0] > 0:
            return ("weekends", numbers[0]) if in_range(Said(weekend_every=numbers[0])) else None
        return None
    is_long = clause.kind == LONG and not clause.names_days
    if is_long and not numbers and means in ({Means.YES}, {Means.NO}, {Means.NOT}):
        return "long", Means.YES in means
    return None


def _clause(text: str, line: int, first: date) -> _Clause:
    clause = _Clause(text=text, line=line)
    words: list[str] = []
    for token in [*_TOKENS.finditer(text), None]:
        if token is not None and token["word"]:
            words.append(token["word"])
            continue
        for phrase in phrases(words, LONGEST_PHRASE, _is_known):
            _word(clause, normal(phrase))
        words = []
        if token is not None:
            _mark(clause, token, first)
    if clause.is_weekend and (clause.kind is not None or clause.weeks):
        clause.weekdays += WEEKEND_DAYS
    return clause


def _mark(clause: _Clause, token: re.Match[str], first: date) -> None:
    """A number, a date or a sign."""
    if token["sign"]:
        if token["sign"] == "!":
            clause.means.add(Means.STRONG)
        clause.ranges = token["sign"] == "-" and bool(clause.weekdays)
    elif token["date"]:
        when = date_after(token["date"], first)
        clause.unknown += when is None
        clause.dates += [] if when is None else [when]
    elif token["number"]:
        low = int(token["number"])
        high = int(token["high"] or low)
        found = range(low, min(high, low + MOST_WEEKS) + 1)  # longer ones end outside the rota, too
        clause.unknown += not found
        (clause.weeks if clause.after_week else clause.numbers).extend(found)
    else:
        clause.unknown += 1


def _word(clause: _Clause, word: str) -> None:
    meant = MEANINGS.get(word)
    if word in WEEKDAYS:
        _weekday(clause, WEEKDAYS[word])
    elif word in WEEKEND:
        clause.is_weekend = True
    elif word in KINDS and clause.kind is None:
        clause.kind = KINDS[word]
    elif word == FREE_OR_FRIDAY and clause.weeks:
        _weekday(clause, FRIDAY)
    elif word in ORDINALS and Means.EVERY in clause.means:
        clause.numbers.append(ORDINALS[word])
    elif meant is Means.WEEK:
        clause.after_week = True
    elif meant is Means.TO:
        clause.ranges = bool(clause.weekdays)
    elif isinstance(meant, Means):
        clause.means |= {meant} - {Means.FILLING, Means.PERCENT}
    else:
        clause.unknown += 1


def _weekday(clause: _Clause, weekday: int) -> None:
    clause.after_week = False
    if clause.ranges and clause.weekdays:
        begin = clause.weekdays[-1]
        span = (weekday - begin) % DAYS_PER_WEEK
        clause.weekdays += [(begin + more) % DAYS_PER_WEEK for more in range(1, span + 1)]
    else:
        clause.weekdays.append(weekday)
    clause.ranges = False


def _is_known(phrase: str) -> bool:
    return normal(phrase) in KINDS or normal(phrase) in MEANINGS
