"""What the words of the command line mean under `book`: days, times, people, parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import NoReturn, TypeVar

from heiltid.commands.common import ExitCode, Finished
from heiltid.model import Unit
from heiltid.terminal.screen import Screen
from heiltid.typed_dates import date_typed

_CLOCK = re.compile(r"(?P<day>.+?)[T\s](?:kl\.?\s*|at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
END_OF_DAY = time(23, 59)
MOST_SHOWN = 30  # employee numbers in a message
P = TypeVar("P", bound=StrEnum)


def refuse(screen: Screen, key: str, **values: str) -> NoReturn:
    """Say what is wrong with the words, and end."""
    screen.complain(key, **values)
    raise Finished(ExitCode.INPUT)


def words_of(typed: str) -> list[str]:
    """Words with commas between."""
    return [word.strip() for word in typed.split(",") if word.strip()]


def parts_meant(screen: Screen, typed: str, known: Iterable[P]) -> frozenset[P]:
    """Some of the parts there are, at least one."""
    by_word = {part.value: part for part in known}
    words = words_of(typed.lower())
    unknown = [word for word in words if word not in by_word]
    if unknown or not words:
        refuse(screen, "book.trouble.no_part", found=", ".join(unknown) or typed, known=", ".join(by_word))
    return frozenset(by_word[word] for word in words)


def date_meant(screen: Screen, typed: str | None) -> date | None:
    """A day, where one is told."""
    if typed is None:
        return None
    found = date_typed(typed)
    if found is None:
        refuse(screen, "booking.trouble.no_date", found=typed)
    return found


def moment_meant(screen: Screen, typed: str) -> datetime:
    """ "2027-06-10 12:00", "10.06.2027 kl. 12.00", or a date alone: the whole of that day."""
    plain = " ".join(typed.split())
    clock = _CLOCK.fullmatch(plain)
    day = date_typed(plain if clock is None else clock["day"])
    try:
        at = END_OF_DAY if clock is None else time(int(clock["hour"]), int(clock["minute"]))
    except ValueError:
        day = None
    if day is None:
        refuse(screen, "book.trouble.no_moment", found=typed)
    return datetime.combine(day, at)


def people_meant(screen: Screen, unit: Unit, typed: str | None) -> frozenset[str] | None:
    """Employee numbers, at least one, where any are told."""
    if typed is None:
        return None
    words = words_of(typed)
    unknown = [word for word in words if word not in unit.employee_by_number()]
    if unknown or not words:
        numbers = [person.number for person in unit.employees]
        known = ", ".join([*numbers[:MOST_SHOWN], *(["…"] if len(numbers) > MOST_SHOWN else [])])
        known = known or screen.words("book.none")
        refuse(screen, "book.trouble.no_person", found=", ".join(unknown) or typed, known=known)
    return frozenset(words)


def refuse_beside(screen: Screen, code: str, told: Mapping[str, object]) -> None:
    """What was made before cannot be made otherwise: options of a new one beside its code are refused.

    told: by option; None or False: it was not used.
    """
    used = [option for option, value in told.items() if value not in (None, False)]
    if used:
        refuse(screen, "book.trouble.made_before", code=code, found=", ".join(used))
