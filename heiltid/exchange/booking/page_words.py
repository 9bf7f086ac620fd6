"""Words that only the page has: dates as they are said, how a shift counts as a sentence, whom to answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from heiltid.exchange.booking.offer_words import hours_words
from heiltid.model import ShiftKind, ShiftType
from heiltid.model.booking import Standing
from heiltid.texts import Language, catalogue, text

# Only what can be nothing else goes into a link; any other way to answer is shown as it was written.
MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
NUMBER = re.compile(r"\+?[0-9](?: ?[0-9]){4,14}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersTo:
    """Where answers go. shown: as the leader wrote it; mail, number: for a link, "" where it is none."""

    shown: str
    mail: str = ""
    number: str = ""


def answers_to(written: str) -> AnswersTo:
    """An e-mail address or a telephone number, where it is one."""
    shown = " ".join(written.split())
    if MAIL.fullmatch(shown):
        return AnswersTo(shown=shown, mail=shown)
    if NUMBER.fullmatch(shown):
        return AnswersTo(shown=shown, number=shown.replace(" ", ""))
    return AnswersTo(shown=shown)


def called(name: str) -> str:
    """The first name; the whole where a figure tells that it is none ("Timevikar 2")."""
    words = name.split()
    return " ".join(words) if any(sign.isdigit() for sign in name) else words[0] if words else ""


def weekday_date(on: date, language: Language) -> str:
    """ "Laurdag 5. juni", said within a sentence too: "laurdag 5. juni"."""
    weekday = text("ui.date.weekdays", language).split()[on.weekday()]
    return text("booking_page.weekday_date", language, weekday=weekday, date=date_words(on, language))


def date_words(on: date, language: Language) -> str:
    """ "5. juni"."""
    return text("booking_page.date", language, day=on.day, month=_month(on, language))


def _month(on: date, language: Language) -> str:
    return text("booking_page.months", language).split()[on.month - 1]


def days(first: date, last: date, language: Language) -> str:
    """ "7.–13. juni", "28. juni–4. juli"."""
    if (first.year, first.month) == (last.year, last.month):
        month = _month(first, language)
        return text("booking_page.days_in_month", language, first=first.day, last=last.day, month=month)
    return text(
        "booking_page.days", language, first=date_words(first, language), last=date_words(last, language)
    )


def short(on: date, code: str, count: int, language: Language) -> str:
    """One of many days: "lau 05.06. L1", "ons 09.06. 2 × A1"."""
    weekday = text("wording.weekdays", language).split()[on.weekday()]
    shown = code if count == 1 else f"{count} × {code}".strip(" ×")
    return f"{weekday} {on:%d.%m.} {shown}".rstrip()


def numbers(found: Sequence[int]) -> str:
    """Numbers as somebody would write them in an answer: (3,) -> "3"; (3, 4, 5, 9) -> "3–5, 9"."""
    parts: list[list[int]] = []
    for number in found:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in parts)


def title(dates: Iterable[date], language: Language) -> str:
    """ "Ekstravakter i juni", "Ekstravakter juni–august"."""
    found = sorted(dates)
    if not found:
        return text("booking_list.sheet.places", language)
    first, last = _month(found[0], language), _month(found[-1], language)
    if first == last:
        return text("booking_page.title", language, month=first)
    return text("booking_page.title_months", language, first=first, last=last)


def answer_by(deadline: datetime, language: Language) -> str:
    """ "svar innan tysdag 18. mai kl. 12"; minutes only where there are some, or in English."""
    is_short = deadline.minute == 0 and language is not Language.ENGLISH
    time = str(deadline.hour) if is_short else f"{deadline:%H:%M}"
    day = weekday_date(deadline.date(), language)
    return text("booking_page.answer_by", language, day=day, time=time)


def shift_name(shift: ShiftType | None, kind: ShiftKind, language: Language) -> str:
    """The name of the code; the kind of shift where it has none."""
    if shift is not None and shift.name:
        return shift.name
    word = text(f"wording.kind.{kind.name.lower()}", language)
    return word[:1].upper() + word[1:]


def counts(standing: Standing, language: Language) -> str:
    """How a place would count, as a sentence."""
    parts = {
        "unbound": standing.unbound_minutes,
        "extra": standing.extra_minutes,
        "overtime": standing.overtime_minutes,
    }
    which = "_".join(name for name, minutes in parts.items() if minutes) or "extra"
    shown = {name: hours_words(minutes, language) for name, minutes in parts.items()}
    return text(f"booking_page.counts.{which}", language, **shown)


def strains(standing: Standing, language: Language) -> tuple[str, ...]:
    """What it would strain, as far as it concerns the reader."""
    keys = (f"booking_page.strain.{rule}" for rule in standing.strains)
    return tuple(text(key, language) for key in keys if key in catalogue())
