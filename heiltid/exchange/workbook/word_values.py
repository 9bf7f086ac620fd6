"""Contents made of words: choices, yes/no, days, kinds, when a wish applies.

Words of all three languages are read, mixed; what is allowed is told in the workbook's own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit, Parser, date_of_text, date_value, decimal_of, plain_text
from heiltid.exchange.workbook.words import Group
from heiltid.model import (
    ALL_WEEKDAYS,
    DAYS_PER_WEEK,
    MINUTES_PER_HOUR,
    PLANNABLE_KINDS,
    DaySelector,
    ShiftKind,
    WishDays,
)
from heiltid.ranges import FULL_TIME_WEEKS_MINUTES
from heiltid.spelling import MINUS_SIGNS, nearest
from heiltid.texts import Language

T = TypeVar("T")
_SHORT_NAME = 4  # signs of a misspelt short name of a weekday
_LONGEST_LIST = 2_000  # signs of a list of days
_DASH = rf"[-{MINUS_SIGNS}]"
_LIST_SIGNS = re.compile(r"[,;]")
_RANGE = re.compile(rf"([^\W\d_]+)\.?\s*{_DASH}\s*([^\W\d_]+)\.?")


def choice(group: Group, language: Language, among: Iterable[str] | None = None) -> Parser[str]:
    """One of a group's words; gives the canonical name."""
    names = tuple(among) if among is not None else words.canonical_names(group)

    def parse(cell: RawCell) -> str | Misfit:
        typed = plain_text(cell) or ""
        found = words.canonical(group, typed, names)
        if found is not None:
            return found
        return Misfit(
            key="choice",
            allowed=words.allowed_words(group, language, names),
            suggestion=nearest(typed, words.spellings_of(group, names)),
        )

    return parse


def yes_no(language: Language) -> Parser[bool]:
    """Yes or no: a word, or a truth value."""
    by_word = choice(Group.YES_NO, language)

    def parse(cell: RawCell) -> bool | Misfit:
        if isinstance(cell.value, bool):
            return cell.value
        found = by_word(cell)
        return found if isinstance(found, Misfit) else found == "yes"

    return parse


def kinds(language: Language) -> Parser[frozenset[ShiftKind]]:
    """Which of D, A, N, as "D, A", "D A" or "DA"; "none" = none of them (long shifts only)."""

    def parse(cell: RawCell) -> frozenset[ShiftKind] | Misfit:
        typed = plain_text(cell) or ""
        nothing = words.word(Group.NOTHING, "none", language)
        misfit = Misfit(key="kinds", allowed=f"D, A, N ({nothing})")
        if words.canonical(Group.NOTHING, typed) is not None:
            return frozenset()
        if re.fullmatch(r"[danDAN]{1,3}", typed):
            return frozenset(ShiftKind(letter.upper()) for letter in typed)
        parts = [part for part in re.split(r"[\s,;+/]+", typed[:_LONGEST_LIST]) if part]
        names = [words.canonical(Group.SHIFT_KIND, part) for part in parts]
        found = frozenset(ShiftKind(name) for name in names if name is not None)
        return found if found and None not in names and found <= PLANNABLE_KINDS else misfit

    return parse


def days(language: Language) -> Parser[DaySelector]:
    """Days a row applies to: all, Mon-Fri, Sat,Sun, red, dates; several separated by commas.

    "all" gives the seven weekdays without red days; the sheet decides what red days do.
    """

    def parse(cell: RawCell) -> DaySelector | Misfit:
        if isinstance(cell.value, date | datetime):
            on = date_value(cell)
            return on if isinstance(on, Misfit) else DaySelector(dates=frozenset({on}))
        typed = cell.value if isinstance(cell.value, str) else ""
        parts = [part.strip() for part in _LIST_SIGNS.split(typed) if part.strip()]
        found = [_days_of(part) for part in parts] if len(typed) <= _LONGEST_LIST else []
        known = [part for part in found if part is not None]
        if not known or len(known) < len(found):
            wrong = next((part for part, right in zip(parts, found, strict=False) if right is None), "")
            return Misfit(key="days", allowed=_days_allowed(language), suggestion=_nearest_days(wrong))
        return DaySelector(
            weekdays=frozenset().union(*(part.weekdays for part in known)),
            red=any(part.red for part in known),
            dates=frozenset().union(*(part.dates for part in known)),
        )

    return parse


def _days_of(part: str) -> DaySelector | None:
    on = date_of_text(part)
    if on is not None:
        return DaySelector(dates=frozenset({on}))
    name = words.canonical(Group.DAYS, part)
    if name is not None:
        return DaySelector(red=True) if name == "red" else DaySelector(weekdays=ALL_WEEKDAYS)
    weekday = words.weekday_of(part)
    if weekday is not None:
        return DaySelector(weekdays=frozenset({weekday}))
    ends = _RANGE.fullmatch(part)
    first, last = (words.weekday_of(ends[1]), words.weekday_of(ends[2])) if ends else (None, None)
    if first is None or last is None:
        return None
    count = (last - first) % DAYS_PER_WEEK + 1  # Fri-Mon runs over the end of the week
    return DaySelector(weekdays=frozenset((first + step) % DAYS_PER_WEEK for step in range(count)))


def _nearest_days(wrong: str) -> str | None:
    """The part of a list of days put right, a range by both its ends."""
    ends = _RANGE.fullmatch(wrong)
    if ends is None:
        return nearest(wrong, (*words.spellings_of(Group.DAYS), *_weekday_names(wrong)))
    meant = [nearest(ends[place], _weekday_names(ends[place])) for place in (1, 2)]
    return None if None in meant else "-".join(str(end) for end in meant)


def _weekday_names(wrong: str) -> tuple[str, ...]:
    """Short names for a short misspelling, else the full ones too."""
    short = tuple(words.weekday_word(day, language) for language in Language for day in range(DAYS_PER_WEEK))
    return short if len(wrong) <= _SHORT_NAME else words.spellings_of(Group.WEEKDAY)


def _days_allowed(language: Language) -> str:
    def day(number: int) -> str:
        return words.weekday_word(number, language)

    every, red = (words.word(Group.DAYS, name, language) for name in ("all", "red"))
    return f"{every}; {day(0)}-{day(4)}; {day(5)},{day(6)}; {red}; 2027-01-14"


def wish_days(weeks: int, language: Language) -> Parser[WishDays]:
    """A date, a weekday, or a weekday of a rotation week 1..weeks as `w3 Tue`."""

    def parse(cell: RawCell) -> WishDays | Misfit:
        if isinstance(cell.value, date | datetime):
            on = date_value(cell)
            return on if isinstance(on, Misfit) else WishDays(on=on)
        typed = cell.value if isinstance(cell.value, str) else ""
        when = date_of_text(typed)
        if when is not None:
            return WishDays(on=when)
        weekday = words.weekday_of(typed)
        if weekday is not None:
            return WishDays(weekday=weekday)
        found = words.week_and_weekday(typed)
        if found is not None and 1 <= found[0] <= weeks:
            return WishDays(week=found[0], weekday=found[1])
        return Misfit(
            key="when",
            allowed=f"14.01.2027; {words.weekday_word(1, language)}; {words.day_heading(1, language)} – "
            f"{words.day_heading(weeks * DAYS_PER_WEEK - 1, language)}",
            suggestion=nearest(typed, words.spellings_of(Group.WEEKDAY)),
        )

    return parse


def full_time_week(language: Language) -> Parser[int | None]:
    """Minutes of the full-time week, or None for three-part (reckoned per person)."""

    def parse(cell: RawCell) -> int | Misfit | None:
        typed = plain_text(cell) or ""
        three_part = words.word(Group.FULL_TIME, "three-part", language)
        if words.canonical(Group.FULL_TIME, typed) is not None:
            return None
        value = cell.value
        number = decimal_of(typed) if isinstance(value, str) else decimal_of(str(value))
        if number is not None and number * MINUTES_PER_HOUR in FULL_TIME_WEEKS_MINUTES:
            return int(number * MINUTES_PER_HOUR)
        return Misfit(
            key="full_time_week",
            allowed=f"35.5, 33.6, 37.5, {three_part}",
            suggestion=nearest(typed, words.spellings_of(Group.FULL_TIME)),
        )

    return parse
