"""What a cell's content means: times, shares, dates, days, numbers, words.

Every function takes any content whatever and gives a value, or a Misfit that says what would fit.
Source: workbook.md, "Rules for every sheet".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TypeAlias, TypeVar

from heiltid.exchange.workbook.sheets import LONGEST_SHOWN, RawCell
from heiltid.model import FULL_TIME_BP, MINUTES_PER_DAY, MINUTES_PER_HOUR
from heiltid.problem_text import clock_text, percent_text
from heiltid.ranges import FIRST_YEAR, LAST_YEAR, MOST_FULL_TIME_EQUIVALENTS
from heiltid.spelling import MINUS_SIGNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A content that does not fit: key of the text, what is allowed, the nearest right value."""

    key: str
    allowed: str | None = None
    suggestion: str | None = None


T = TypeVar("T")
Parser: TypeAlias = Callable[[RawCell], T | Misfit]

_LONGEST_NUMBER = 40  # signs of a number typed as text
_OFTEN_MISTYPED = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8"})
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]00)?")
_COMPACT_CLOCK = re.compile(r"(\d{1,2})(\d{2})|(\d{1,2})")
_DAY_FRACTION = re.compile(r"0[.,]\d{3,20}")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_NORWEGIAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
# Serial day 1 in the two date systems of Excel: 24:00 in a cell formatted as a clock time.
_FIRST_DAYS = (date(1900, 1, 1), date(1904, 1, 2))


def plain_text(cell: RawCell) -> str | None:
    """Text, or a whole number typed where text is meant; None for dates, truth values, fractions."""
    value = cell.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or cell.is_percent:
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return None


def text(longest: int) -> Parser[str]:
    """Text of at most `longest` signs."""

    def parse(cell: RawCell) -> str | Misfit:
        found = plain_text(cell)
        if found is None:
            return Misfit(key="text")
        if len(found) > longest:
            return Misfit(key="text_too_long", allowed=str(longest))
        return found

    return parse


def decimal_of(text_: str) -> Decimal | None:
    """A number typed as text, with comma or point; None for anything else."""
    plain = re.sub(f"[{MINUS_SIGNS}]", "-", text_).replace(" ", "").replace(",", ".")
    if len(plain) > _LONGEST_NUMBER or not re.fullmatch(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+", plain, re.ASCII):
        return None
    return Decimal(plain)


def _number(cell: RawCell) -> Decimal | None:
    """A finite number, typed or as text (without percent sign)."""
    value = cell.value
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return decimal_of(value)
    if isinstance(value, int | float):
        try:
            found = Decimal(str(value))
        except (InvalidOperation, ValueError):  # ValueError: an integer of thousands of digits
            return None
        return found if found.is_finite() else None
    return None


def whole(low: int, high: int) -> Parser[int]:
    """A whole number within bounds; an integer or a text of digits."""

    def parse(cell: RawCell) -> int | Misfit:
        misfit = Misfit(key="whole_number", allowed=f"{low}..{high}", suggestion=_repaired(cell, parse))
        number = None if cell.is_percent else _number(cell)
        if number is None or not low <= number <= high or number != int(number):
            return misfit
        return int(number)

    return parse


def minutes(low: int, high: int) -> Parser[int]:
    """Minutes as a whole number, "30 min" or a duration 0:30."""

    def parse(cell: RawCell) -> int | Misfit:
        value = cell.value
        if isinstance(value, time | timedelta):
            found = clock_minutes(value)
            return found if low <= found <= high else Misfit(key="whole_number", allowed=f"{low}..{high}")
        if isinstance(value, str) and value.casefold().endswith("min"):
            return whole(low, high)(RawCell(cell.row, cell.column, value[:-3].strip()))
        return whole(low, high)(cell)

    return parse


def _repaired(cell: RawCell, parse: Callable[[RawCell], object]) -> str | None:
    """The text with letters that look like digits put right, if that fits."""
    if not isinstance(cell.value, str) or len(cell.value) > LONGEST_SHOWN:
        return None
    better = cell.value.translate(_OFTEN_MISTYPED)
    if better == cell.value or isinstance(parse(RawCell(cell.row, cell.column, better)), Misfit):
        return None
    return better


def basis_points(cell: RawCell) -> int | None:
    """A share in basis points: "73,24 %", 73.24, or 0.7324 in a percent-formatted cell. "+20" is that much
    more than another share: none."""
    value = cell.value
    is_text = isinstance(value, str)
    number = decimal_of(str(value).removesuffix("%").strip()) if is_text else _number(cell)
    if number is None or abs(number) > FULL_TIME_BP or str(value).strip().startswith("+"):
        return None
    per_unit = FULL_TIME_BP if cell.is_percent else FULL_TIME_BP // 100
    return _rounded(number * per_unit)


def _rounded(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_HALF_UP))


def percent(low_bp: int, high_bp: int) -> Parser[int]:
    """A share within bounds, in basis points."""

    def parse(cell: RawCell) -> int | Misfit:
        found = basis_points(cell)
        if found is None or not low_bp <= found <= high_bp:
            allowed = f"{percent_text(low_bp)}..{percent_text(high_bp)}"
            suggestion = _hundredth(cell, low_bp, high_bp) or _repaired(cell, parse)
            return Misfit(key="percent", allowed=allowed, suggestion=suggestion)
        return found

    return parse


def _hundredth(cell: RawCell, low_bp: int, high_bp: int) -> str | None:
    """75 typed into a percent-formatted cell by a program stands there as 7500 %."""
    number = _number(cell) if cell.is_percent else None
    if number is None or not low_bp <= number * 100 <= high_bp:
        return None
    return f"{percent_text(_rounded(number * 100))} %"


def is_probably_a_fraction(cell: RawCell) -> bool:
    """A bare number above 0 and up to 1 where percent is meant: 0.8 is 0.8 %, but hardly ever meant so.

    Typed as text too ("0,8"), as long as it carries no percent sign.
    """
    if cell.is_percent:
        return False
    number = decimal_of(cell.value) if isinstance(cell.value, str) else _number(cell)
    return number is not None and 0 < number <= 1


def full_time_equivalents(cell: RawCell) -> int | Misfit:
    """A sum of positions in basis points: 18.94 people in full time, or "1894 %"."""
    value = cell.value
    is_text_percent = isinstance(value, str) and value.endswith("%")
    number = decimal_of(str(value)[:-1].strip()) if is_text_percent else _number(cell)
    if number is None or not 0 <= number <= MOST_FULL_TIME_EQUIVALENTS * (100 if is_text_percent else 1):
        return Misfit(key="fte", allowed=f"0..{MOST_FULL_TIME_EQUIVALENTS}")
    return _rounded(number * (100 if is_text_percent else FULL_TIME_BP))


def clock_minutes(value: time | timedelta) -> int:
    """Minutes of a time or duration, to the nearest; no bounds."""
    if isinstance(value, time):
        return round(value.hour * MINUTES_PER_HOUR + value.minute + value.second / 60)
    return round(value.total_seconds() / 60)


def start_time(cell: RawCell) -> int | Misfit:
    """Minutes from 00:00, 0..1439."""
    return _time(cell, MINUTES_PER_DAY - 1)


def end_time(cell: RawCell) -> int | Misfit:
    """Minutes from 00:00, 0..1440: 24:00 may be an end."""
    return _time(cell, MINUTES_PER_DAY)


def _time(cell: RawCell, latest: int) -> int | Misfit:
    found = None if cell.is_percent else _minute_of(cell)
    if found is not None and 0 <= found <= latest:
        return found
    suggestion = _clock_meant(cell, latest) or _repaired(cell, lambda other: _time(other, latest))
    return Misfit(key="time", allowed=f"00:00..{clock_text(latest)}", suggestion=suggestion)


def _minute_of(cell: RawCell) -> int | None:
    value = cell.value
    if isinstance(value, bool):
        return None
    if isinstance(value, datetime):
        midnight_after = value.date() in _FIRST_DAYS and value.time() == time()
        return MINUTES_PER_DAY if midnight_after else clock_minutes(value.time())
    if isinstance(value, time | timedelta):
        return clock_minutes(value)
    if isinstance(value, int | float):
        return _minute_of_number(value)
    return _minute_of_text(value) if isinstance(value, str) else None


def _minute_of_number(value: int | float) -> int | None:
    """A fraction of a day below 1; else 7 = 07:00, 730 = 07:30. 7.3 could be 07:30 or 07:18: refused."""
    if 0 <= value < 1:
        return round(value * MINUTES_PER_DAY)
    if not 1 <= value <= 2400 or value != int(value):
        return None
    return _minute_of_text(str(int(value)))


def _minute_of_text(text_: str) -> int | None:
    plain = text_.replace(" ", "")
    if _DAY_FRACTION.fullmatch(plain):
        return round(Decimal(plain.replace(",", ".")) * MINUTES_PER_DAY)
    if found := _CLOCK.fullmatch(plain):
        hours, past = found[1], found[2]
    elif found := _COMPACT_CLOCK.fullmatch(plain):
        hours, past = (found[3], "0") if found[3] else (found[1], found[2])
    else:
        return None
    total = int(hours) * MINUTES_PER_HOUR + int(past)
    return total if int(past) < MINUTES_PER_HOUR else None


def _clock_meant(cell: RawCell, latest: int) -> str | None:
    """What a number such as 7.3 or text such as "7,30" was probably meant to be."""
    value = cell.value
    if isinstance(value, float) and 1 <= value < 25:
        shown = f"{value:.2f}"
    elif isinstance(value, str) and len(value) <= _LONGEST_NUMBER:
        shown = value.replace(",", ".").replace(";", ".")
    else:
        return None
    hours, _, past = shown.partition(".")
    minute = _minute_of_text(f"{hours}:{past.ljust(2, '0')}")
    return clock_text(minute) if minute is not None and minute <= latest else None


def date_value(cell: RawCell) -> date | Misfit:
    """A date cell, 2027-01-14 or 14.01.2027, from 2000 to 2100."""
    found = _date_of(cell.value)
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return Misfit(key="date", allowed=f"{FIRST_YEAR}-01-01..{LAST_YEAR}-12-31")
    return found


def _date_of(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date_of_text(value) if isinstance(value, str) else None


def date_of_text(text_: str) -> date | None:
    """2027-01-14 or 14.01.2027; None for anything else."""
    plain = re.sub(f"[{MINUS_SIGNS}]", "-", text_.strip())
    if found := _ISO_DATE.fullmatch(plain):
        year, month, day = found[1], found[2], found[3]
    elif found := _NORWEGIAN_DATE.fullmatch(plain):
        day, month, year = found[1], found[2], found[3]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
