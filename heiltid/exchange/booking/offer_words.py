"""What stands on a list of open shifts, in words: the same on a workbook, a page and a paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from heiltid.competence_words import competence_word
from heiltid.exchange.workbook.dates import clock
from heiltid.model import MINUTES_PER_HOUR, ShiftType, Unit
from heiltid.model.asking import Willingness
from heiltid.model.booking import OpenPlace, Refusal, Standing
from heiltid.texts import Language, decimal, text


def day_words(on: date, language: Language) -> str:
    """ "lau 05.06.2027"."""
    return f"{text('wording.weekdays', language).split()[on.weekday()]} {on:%d.%m.%Y}"


def times_words(place: OpenPlace) -> str:
    """ "07:30–20:00"."""
    return f"{clock(place.start_minute)}–{clock(place.end_minute)}"


def shift_of(place: OpenPlace, unit: Unit) -> ShiftType | None:
    """The shift a place is; None where no code of the unit covers its time any more."""
    return None if place.code is None else unit.shift_by_code().get(place.code)


def shift_words(place: OpenPlace, unit: Unit, language: Language) -> str:
    """ "L1 Langvakt"; the kind of shift where the code has no name."""
    shift = shift_of(place, unit)
    if shift is None:
        return place.code or text("booking_list.no_code", language)
    return f"{shift.code} {shift.name or text(f'wording.kind.{shift.kind.name.lower()}', language)}"


def paid_minutes(place: OpenPlace, unit: Unit) -> int:
    """What is paid of a place: the clock's length where it has no code."""
    shift = shift_of(place, unit)
    return place.end_minute - place.start_minute if shift is None else shift.paid_minutes


def hours_words(minutes: int, language: Language) -> str:
    """750 -> "12,5"."""
    return decimal(minutes / MINUTES_PER_HOUR, language)


def refusal_words(standing: Standing, place: OpenPlace, language: Language) -> str:
    """Why a place is not offered, said to the person herself."""
    refusal, rule = standing.refusal or Refusal.RULE, standing.rule
    if refusal is Refusal.COMPETENCE:
        return text("booking_list.refused.competence", language, competence=need_words(place, language))
    if refusal is Refusal.RULE and rule is not None:
        return text("booking_list.refused.named_rule", language, rule=text(f"rule.{rule}", language).lower())
    return text(f"booking_list.refused.{refusal.value}", language)


def need_words(place: OpenPlace, language: Language) -> str:
    """The competence somebody needs to take the place."""
    if place.competence is None:
        return text("booking_list.anyone", language)
    return competence_word(place.competence, language)


def period_words(places: Iterable[OpenPlace], language: Language) -> str:
    """ "Ekstravakter 01.06.2027–27.06.2027"."""
    days = sorted(place.on for place in places)
    first, last = (f"{days[0]:%d.%m.%Y}", f"{days[-1]:%d.%m.%Y}") if days else ("", "")
    if first == last:
        return text("booking_list.title_day", language, first=first).strip()
    return text("booking_list.title", language, first=first, last=last)


def deadline_words(deadline: datetime, language: Language) -> str:
    """ "svar innan tysdag 18.05.2027 kl. 12:00"."""
    return text(
        "booking_list.answer_by",
        language,
        weekday=text("ui.date.weekdays", language).split()[deadline.weekday()],
        date=f"{deadline:%d.%m.%Y}",
        time=f"{deadline:%H:%M}",
    )


def answer_word(answer: Willingness, language: Language) -> str:
    """One of the three answers."""
    return text(f"booking_list.answer.{answer.value}", language)
