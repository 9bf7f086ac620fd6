"""Whether a wish is met, and why not, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.advice.taker_words import beside_hours, in_short, joined, signed_hours, weeks_text
from heiltid.advice.why_words import shortfall_text
from heiltid.advice.wish_why import Instead, WishWhy, days_met, wish_why
from heiltid.calendar import Calendar
from heiltid.model import Wish
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import day_text
from heiltid.texts import Language, text

MOST_LACKING = 2  # rows of the demand told of


def wish_sentences(judgement: Judgement, wish: Wish, day: int | None, language: Language) -> str:
    """The wish on one of its days; day None: on how many of them it is met, and why not on the first other.

    "" for a wish without days in the rota. Raises KeyError for somebody who is not planned.
    """
    met = days_met(judgement, wish)
    if day is None and len(met) == 1:
        (day,) = met
    if day is not None:
        return "" if day not in met else " ".join(_of_day(judgement, wish, day, language))
    if not met:
        return ""
    told = [text("advice.wish_why.met_of", language, met=sum(met.values()), days=len(met))]
    unmet = next((day for day, is_met in met.items() if not is_met), None)
    if unmet is not None:
        told += _of_day(judgement, wish, unmet, language)
    return " ".join(told)


def _of_day(judgement: Judgement, wish: Wish, day: int, language: Language) -> Iterator[str]:
    why, calendar = wish_why(judgement, wish, day), judgement.context.calendar
    yield text(
        "advice.wish_why.met" if why.is_met else "advice.wish_why.unmet",
        language,
        day=day_text(day, calendar, language),
        standing=_standing(why, language),
    )
    if why.cell.works and why.cell.locked and not why.is_met:
        yield text("advice.why.locked", language)
    if why.closed is not None:
        yield text("advice.wish_why.closed", language, hindrance=_hindrance(why, language))
    if why.instead is not None:
        yield from _instead(why.instead, day, calendar, language)


def _standing(why: WishWhy, language: Language) -> str:
    return why.cell.absence or why.cell.shift or text("advice.wish.off", language)


def _hindrance(why: WishWhy, language: Language) -> str:
    assert why.closed is not None
    found, shift = why.closed
    return text(
        f"advice.hindrance.{found.value}",
        language,
        standing=_standing(why, language),
        code=shift.code,
        kind=text(f"wording.kind.{shift.kind.name.lower()}", language),
        competence=shift.competence or "",
    )


def _instead(instead: Instead, day: int, calendar: Calendar, language: Language) -> Iterator[str]:
    """Who would lack, what would break; where neither, that it could be met."""
    lacking = instead.shortfalls[:MOST_LACKING]
    for place, entry in enumerate(lacking):
        yield shortfall_text(entry, place == 0, day, calendar, language)
    brought = beside_hours(instead.breaches or instead.new)
    what = joined(in_short(finding, language) for finding in brought)
    if what and instead.code is None:
        yield text("advice.why.brought", language, what=what)
    elif what:
        yield text("advice.wish_why.given", language, code=instead.code, what=what)
    if not instead.new and not lacking:
        yield text("advice.wish_why.possible", language)
    if not what and not lacking and instead.deviation_after != instead.deviation_before:
        before = signed_hours(instead.deviation_before, language)
        after = signed_hours(instead.deviation_after, language)
        weeks = weeks_text(calendar.unit, language)
        yield text("advice.wish_why.hours", language, weeks=weeks, before=before, after=after)
