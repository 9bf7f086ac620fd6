"""Dates and clock times as people write them, in the three languages."""

from __future__ import annotations

from datetime import date

from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR
from heiltid.texts import Language, text


def clock(minute: int) -> str:
    """Minutes from 00:00 as HH:MM; past midnight the next day's time, but 24:00 stays 24:00."""
    if minute != MINUTES_PER_DAY:
        minute %= MINUTES_PER_DAY
    return f"{minute // MINUTES_PER_HOUR:02}:{minute % MINUTES_PER_HOUR:02}"


def month(when: date, language: Language) -> str:
    """The month, shortened as in a table heading."""
    return text("workbook.months", language).split()[when.month - 1]


def date_text(when: date, language: Language) -> str:
    """4. januar 2027 in short: "4. jan. 2027", "4 Jan 2027"."""
    return text("workbook.date", language, day=when.day, month=month(when, language), year=when.year)


def range_text(first: date, last: date, language: Language) -> str:
    """A week's dates without the year: "4.–10. jan.", "28. feb.–6. mars"."""
    key = "workbook.range_in_month" if first.month == last.month else "workbook.range"
    return text(
        key,
        language,
        first=first.day,
        last=last.day,
        first_month=month(first, language),
        last_month=month(last, language),
    )
