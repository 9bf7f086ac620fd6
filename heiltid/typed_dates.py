"""Dates as people type them: 17.01.2027, 17.1.27, 17/1-27, 2027-01-17, 17. januar 2027, "5.-6.12".

The unit workbook reads fewer forms (heiltid.exchange.workbook.values): a file is not typed in passing.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from heiltid.spelling import MINUS_SIGNS

MOST_DAYS = 366  # of a range
_DASHES = re.compile(rf"\s*[{MINUS_SIGNS}-]\s*")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTS = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})(?:\.|\.\s?(?P<year>\d{4}|\d{2}))?")
_SLASH = re.compile(r"(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})(?:\s?[-/.]\s?(?P<year>\d{4}|\d{2}))?")
_NAMED = re.compile(r"(?P<day>\d{1,2})\.?\s?(?P<month>[^\W\d_]{3,9})\.?(?:\s(?P<year>\d{4}))?")
_FORMS = (_ISO, _DOTS, _SLASH, _NAMED)
_DAY = re.compile(r"(\d{1,2})\.?")
# The first three letters of a month in nynorsk, bokmål and English.
_MONTHS = {
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8},
    **{"sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12},
}


def date_typed(typed: str) -> date | None:
    """A date with its year; None for anything else. Two digits are a year of this century."""
    found = _parts(_plain(typed))
    return None if found is None or found[0] is None else _made(found[0], found[1], found[2])


def date_after(typed: str, first: date) -> date | None:
    """The same; without a year the first such day on or after `first`."""
    found = _parts(_plain(typed))
    if found is None:
        return None
    year, month, day = found
    if year is not None:
        return _made(year, month, day)
    made = (_made(first.year + more, month, day) for more in range(5))  # 29.02. may be some years off
    return next((when for when in made if when is not None and when >= first), None)


def dates_after(typed: str, first: date) -> tuple[date, ...]:
    """Every day of a date or a range ("5.12.26-6.12.26", "5.-6.12", "5.12-7"); empty for anything else."""
    plain = _plain(typed)
    alone = date_after(plain, first)
    if alone is not None:
        return (alone,)
    for dash in re.finditer("-", plain):
        ends = _ends(plain[: dash.start()], plain[dash.end() :], first)
        if ends is not None and 0 <= (ends[1] - ends[0]).days < MOST_DAYS:
            return tuple(ends[0] + timedelta(days=more) for more in range((ends[1] - ends[0]).days + 1))
    return ()


def _ends(left: str, right: str, first: date) -> tuple[date, date] | None:
    """Both ends of a range; what one of them leaves out the other one tells."""
    begins, ends = _parts(left), _parts(right)
    if begins is None and ends is not None and (day := _DAY.fullmatch(left)):
        begins = (ends[0], ends[1], int(day[1]))
    if ends is None and begins is not None and (day := _DAY.fullmatch(right)):
        ends = (begins[0], begins[1], int(day[1]))
    if begins is None or ends is None:
        return None
    if begins[0] is None and ends[0] is not None:
        year = ends[0] - (begins[1:] > ends[1:])  # 28.12-2.1.27 begins the year before
        start = _made(year, begins[1], begins[2])
    else:
        start = _yearless(begins, first) if begins[0] is None else _made(begins[0], begins[1], begins[2])
    if start is None:
        return None
    end = _made(ends[0], ends[1], ends[2]) if ends[0] is not None else _yearless(ends, start)
    return None if end is None else (start, end)


def _yearless(found: tuple[int | None, int, int], first: date) -> date | None:
    return date_after(f"{found[2]}.{found[1]}", first)


def _plain(typed: str) -> str:
    """Any dash as "-" without room around it."""
    return _DASHES.sub("-", " ".join(typed.split()))


def _parts(plain: str) -> tuple[int | None, int, int] | None:
    """Year (None when it is left out), month and day."""
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is None:
            continue
        month = found["month"]
        number = int(month) if month.isdecimal() else _MONTHS.get(month[:3].casefold(), 0)
        year = found["year"]
        return (None if year is None else _century(year), number, int(found["day"]))
    return None


def _century(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
