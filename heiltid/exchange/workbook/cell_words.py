"""Values in the words and types of the workbook: the reverse of what the reader parses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from heiltid.exchange.workbook.sheet import Value
from heiltid.exchange.workbook.styles import CELL, Look, share_format
from heiltid.exchange.workbook.word_tables import TABLES
from heiltid.exchange.workbook.words import (
    Group,
    competence_word,
    day_heading,
    weekday_word,
    word,
)
from heiltid.model import (
    ALL_WEEKDAYS,
    DAYS_PER_WEEK,
    FULL_TIME_BP,
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    DaySelector,
    ShiftKind,
    Wish,
    WishDays,
)
from heiltid.texts import Language

_SHORTEST_RANGE = 3  # Mon-Wed is a range, Sat,Sun are two days
_CLOCK_FORMAT = "hh:mm"
_FULL_WORD = {Language.ENGLISH: 3, Language.NYNORSK: 4, Language.BOKMAL: 4}  # places in the kinds' table


def date_look(language: Language) -> Look:
    """A date cell as the language writes dates."""
    pattern = "yyyy-mm-dd" if language is Language.ENGLISH else "dd.mm.yyyy"
    return replace(CELL, number_format=pattern, align="right")


def share(share_bp: int) -> tuple[Value, Look]:
    """A share as a number in a percent-formatted cell."""
    return share_bp / FULL_TIME_BP, replace(CELL, number_format=share_format(share_bp), align="right")


def clock_value(minute: int) -> Value:
    """Minutes as a clock time; the end of the day as 24:00, past midnight the next day's time."""
    if minute == MINUTES_PER_DAY:
        return "24:00"
    hours, minutes = divmod(minute % MINUTES_PER_DAY, MINUTES_PER_HOUR)
    return time(hours, minutes)


def clock_cell(minute: int) -> tuple[Value, Look]:
    """A clock time with its look."""
    return clock_value(minute), replace(CELL, number_format=_CLOCK_FORMAT, align="right")


def yes_no(answer: bool, language: Language) -> str:
    """Yes or no."""
    return word(Group.YES_NO, "yes" if answer else "no", language)


def kinds_text(kinds: Iterable[ShiftKind], language: Language) -> str:
    """ "D, A, N" in the order of the day; none of them has a word of its own."""
    letters = [kind.value for kind in ShiftKind if kind in frozenset(kinds)]
    return ", ".join(letters) or word(Group.NOTHING, "none", language)


def competences_text(names: Iterable[str], language: Language) -> str | None:
    """Names separated by commas, in the user's words; None for none."""
    return ", ".join(sorted(competence_word(name, language) for name in names)) or None


def days_text(days: DaySelector, language: Language, *, all_means_red_too: bool) -> str:
    """ "alle", "mån-fre", "lau,sun", "raude", dates; several with commas between."""
    red = days.red
    if days.weekdays == ALL_WEEKDAYS:
        parts = [word(Group.DAYS, "all", language)]
        red = red and not (all_means_red_too and not days.dates)
    else:
        parts = _weekdays(sorted(days.weekdays), language)
    if red:
        parts.append(word(Group.DAYS, "red", language))
    return ",".join([*parts, *(when.isoformat() for when in sorted(days.dates))])


def _weekdays(ordered: list[int], language: Language) -> list[str]:
    runs: list[list[int]] = []
    for weekday in ordered:
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    parts: list[str] = []
    for run in runs:
        names = [weekday_word(weekday, language) for weekday in run]
        parts += [f"{names[0]}-{names[-1]}"] if len(run) >= _SHORTEST_RANGE else names
    return parts


def when_value(when: WishDays, language: Language) -> Value:
    """A date, a weekday, or a weekday of a rotation week."""
    if when.on is not None:
        return when.on
    weekday = when.weekday or 0
    if when.week is None:
        return weekday_word(weekday, language)
    return day_heading((when.week - 1) * DAYS_PER_WEEK + weekday, language)


def wish_text(wish: Wish, codes: frozenset[str], language: Language) -> str:
    """ "fri", a code, or a kind; "ikkje N" for a negated one. A letter that is a code means the code."""
    if wish.off:
        said = word(Group.WISH, "off", language)
    elif wish.kind is not None:
        letter = wish.kind.value
        is_code = letter.casefold() in {code.casefold() for code in codes}
        said = TABLES["shift_kind"][letter][_FULL_WORD[language]] if is_code else letter
    else:
        said = wish.code or ""
    return f"{word(Group.WISH, 'not', language)} {said}" if wish.negated else said
