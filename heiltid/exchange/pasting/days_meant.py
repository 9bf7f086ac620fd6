"""When a wish applies, as people write it: "veke 52", "helgene i veke 50", "5.-6.12", "fredagar".

Turned into the words the Wishes sheet has for one day each; the sheet itself reads no more than it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heiltid.exchange.workbook import words
from heiltid.model import DAYS_PER_WEEK, Unit
from heiltid.spelling import MINUS_SIGNS
from heiltid.typed_dates import dates_after

_SPLIT = re.compile(r"[,;+&]|\b(?:og|and|samt)\b")
_FILLING = re.compile(
    r"\b(?:i|in|of|the|på|on|den|det|dei|de|heile|hele|whole|alle|all|kvar|hver|every|each|frå|fra|from)\b"
)
_TO = re.compile(r"\s*\b(?:til|to|t\.?o\.?m\.?|until)\b\s*")
_WEEK = re.compile(r"\b(?:vek[ae]ne|vek[ae]|ukene|uken|uk[ae]|weeks?|v|u|w)\.?\s?(\d{1,2})(?:-(\d{1,2}))?\b")
_BARE = re.compile(r"(\d{1,2})\.?")
_NUMBER = re.compile(r"\d+([.,]\d+)?")
_WEEKEND = re.compile(r"helg(?:a|i|en|ene|er|ar|ane)?|weekends?")
_MANY = re.compile(r"(?:ane|ene|ar|er|s)$")
WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysMeant:
    """Words of the Wishes sheet, one a day. first, last: the dates, where a week was told by number."""

    words: tuple[str, ...]
    first: date | None = None
    last: date | None = None
    week: int | None = None  # of the rota; None where a week of the calendar was meant


def days_meant(typed: str, unit: Unit) -> DaysMeant | None:
    """What was written, or None where no day of the rota can be made of it."""
    plain = re.sub(rf"\s*[{MINUS_SIGNS}-]\s*", "-", typed.casefold())
    plain = _TO.sub("-", plain)
    parts = [" ".join(_FILLING.sub(" ", part).split()) for part in _SPLIT.split(plain)]
    if not all(parts):
        return None
    found: list[DaysMeant] = []
    for place, part in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else ""
        made = _part(part, after, parts[place - 1] if place else "", unit)
        if made is None:
            return None
        found.append(made)
    return found[0] if len(found) == 1 else _together(found)


def is_mere_number(typed: str) -> bool:
    """Whether a cell might as well be a share: "7.5" is a date only where somebody says so."""
    return _NUMBER.fullmatch(typed.strip()) is not None


def _together(found: list[DaysMeant]) -> DaysMeant:
    begins = [made.first for made in found if made.first is not None]
    ends = [made.last for made in found if made.last is not None]
    return DaysMeant(
        words=tuple(dict.fromkeys(word for made in found for word in made.words)),
        first=min(begins, default=None),
        last=max(ends, default=None),
    )


def _part(part: str, after: str, before: str, unit: Unit) -> DaysMeant | None:
    bare = _BARE.fullmatch(part)
    if bare is not None and (week := _WEEK.search(before)):
        return _weeks(int(bare[1]), int(bare[1]), tuple(range(DAYS_PER_WEEK)), unit, week[0][:2].isalpha())
    if bare is not None and (days := dates_after(f"{part}-{after}", unit.start)):
        return _dates(days[:1], unit)
    if days := dates_after(_without_weekday(part), unit.start):
        return _dates(days, unit)
    week = _WEEK.search(part)
    if week is None:
        weekdays = _weekdays(part)
        return None if weekdays is None else DaysMeant(words=tuple(map(_english, weekdays)))
    rest = f"{part[: week.start()]} {part[week.end() :]}".strip(" .:")
    weekdays = _weekdays(rest) if rest else tuple(range(DAYS_PER_WEEK))
    if weekdays is None:
        return None
    return _weeks(int(week[1]), int(week[2] or week[1]), weekdays, unit, week[0][:2].isalpha())


def _without_weekday(part: str) -> str:
    """ "fre 14.01.2027", as the window itself writes, and "helga 5.-6.12" as the dates."""
    first, _, rest = part.partition(" ")
    is_day = words.weekday_of(first) is not None or _WEEKEND.fullmatch(first) is not None
    return rest if rest and is_day else part


def _dates(days: tuple[date, ...], unit: Unit) -> DaysMeant:
    """Of a range that reaches out of the rota only what lies within it."""
    inside = tuple(when for when in days if 0 <= (when - unit.start).days < unit.day_count)
    return DaysMeant(words=tuple(when.isoformat() for when in inside or days[:1]))


def _weekdays(text: str) -> tuple[int, ...] | None:
    """Weekdays, 0 = Monday, of "helgene", "fredagar", "lau-søn", "tys"."""
    if _WEEKEND.fullmatch(text):
        return WEEKEND
    first, dash, last = text.partition("-")
    begins = _weekday(first)
    if not dash:
        return None if begins is None else (begins,)
    ends = _weekday(last)
    if begins is None or ends is None:
        return None
    return tuple((begins + more) % DAYS_PER_WEEK for more in range((ends - begins) % DAYS_PER_WEEK + 1))


def _weekday(text: str) -> int | None:
    found = words.weekday_of(text)
    return words.weekday_of(_MANY.sub("", text)) if found is None else found


def _english(weekday: int) -> str:
    return words.WEEKDAYS[weekday]


def _weeks(
    first: int, last: int, weekdays: tuple[int, ...], unit: Unit, is_written_out: bool
) -> DaysMeant | None:
    """A week's number is the rota's own ("v3" always, "veke 3" where it rotates), else the calendar's."""
    if first > last or last > 53:
        return None
    numbers = range(first, last + 1)
    rotation = tuple(f"w{week} {_english(day)}" for week in numbers for day in weekdays)
    is_rotation = first >= 1 and last <= unit.weeks
    dates = tuple(_calendar(numbers, weekdays, unit))
    if is_rotation and (unit.is_cyclic or not is_written_out or not dates):
        if not is_written_out:
            return DaysMeant(words=rotation)
        begins = unit.start + timedelta(weeks=first - 1)
        ends = unit.start + timedelta(weeks=last, days=-1)
        return DaysMeant(words=rotation, first=begins, last=ends, week=first)
    if not dates:
        return None
    return DaysMeant(words=tuple(when.isoformat() for when in dates), first=dates[0], last=dates[-1])


def _calendar(numbers: range, weekdays: tuple[int, ...], unit: Unit) -> Iterator[date]:
    """The days of calendar weeks that lie within the rota."""
    asked = set(numbers)
    for day in range(unit.day_count):
        when = unit.start + timedelta(days=day)
        if when.isocalendar().week in asked and when.weekday() in weekdays:
            yield when
