"""Where more people are on duty than wanted, and what hours beyond the staffing's have become, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from heiltid.calendar import Calendar
from heiltid.measures.hours_account import HoursAccount, NightRight, hours_account, night_right
from heiltid.measures.room import USED_UP_BP, Room
from heiltid.measures.surplus import SurplusTime, times_above, unasked_shifts
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR
from heiltid.rules.context import Context
from heiltid.rules.name_list import listed_names, listed_with_and
from heiltid.rules.wording import when_text
from heiltid.texts import Language, decimal, difference, fixed, text

TENTHS = 10  # hours are shown with one decimal
WHOLE_PERCENT_BP = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus:
    """What a plan has beyond what the staffing asks for. account, nights: None where not to be told.

    unasked: how many shifts lie where nobody is asked for, by day (of the calendar) and code.
    """

    weeks: int
    above: Mapping[SurplusTime, int]
    calendar: Calendar | None = None
    unasked: Mapping[tuple[int, str], int] = field(default_factory=dict)
    account: HoursAccount | None = None
    nights: NightRight | None = None


def surplus_of(context: Context) -> Surplus:
    """The surplus of a plan; without an account where no rota is laid in."""
    return Surplus(
        weeks=context.unit.weeks,
        above=times_above(context),
        calendar=context.calendar,
        unasked=unasked_shifts(context),
        account=None if context.plan.is_empty else hours_account(context),
        nights=night_right(context),
    )


def surplus_sentence(surplus: Surplus, language: Language) -> str:
    """Where there are more than wanted, and how often in the whole rota; "" where nowhere."""
    where = surplus_times(surplus.above, surplus.weeks, language)
    if not where:
        return ""
    rota = rota_words(surplus.weeks, language)
    said = text("advice.surplus.where", language, where=where, rota=rota)
    return _joined(said, _nights(surplus, surplus.above, language), _unasked(surplus, language))


def surplus_times(above: Mapping[SurplusTime, int], weeks: int, language: Language) -> str:
    """ "9 gonger i helger (1,5 i veka) og 3 gonger om natta"; "" for nothing."""
    return listed_with_and(
        [_told(when, count, weeks, language) for when, count in _most_first(above)], language
    )


def beyond_sentence(room: Room, surplus: Surplus, language: Language) -> str:
    """What a plan's positions have become that the staffing does not ask for; "" where it is little.

    Only the parts that are there, with their hours: those shown add up to the hours shown.
    """
    if room.used_bp - room.needed_bp < USED_UP_BP or surplus.account is None:
        return ""
    beyond = difference(room.needed_bp / FULL_TIME_BP, room.used_bp / FULL_TIME_BP, 2)
    total, parts = shown_parts(surplus.account)
    told = _told_parts(parts, surplus.account, language)
    plus = listed_with_and([told[name] for name in told if parts[name] > 0], language)
    less = listed_with_and([told[name] for name in told if parts[name] < 0], language)
    # Where the week is not the same for all, or some are away, positions can be more and hours fewer.
    said = text(
        "advice.surplus.beyond_parts" if total > 0 else "advice.surplus.beyond",
        language,
        beyond=decimal(beyond, language, 2),
        hours=_hours(total, language),
        rota=rota_words(surplus.weeks, language),
        parts=text("advice.surplus.less", language, plus=plus, less=less) if less else plus,
    )
    if total <= 0 or "extra" not in parts:
        return _joined(said, surplus_sentence(surplus, language))
    return _joined(said, _nights(surplus, surplus.account.extra_at, language), _unasked(surplus, language))


def lacking_sentence(room: Room, surplus: Surplus, language: Language) -> str:
    """Why people are fewer than wanted though the positions hold what the staffing needs; "" for nobody.

    It stands where "all hours are given out" would seem to say that nobody lacks.
    """
    account = surplus.account
    if account is None or abs(room.used_bp - room.needed_bp) >= USED_UP_BP:
        return ""
    _, parts = shown_parts(account)
    told = _told_parts(parts, account, language)
    plus = [told[name] for name in told if parts[name] > 0]
    if "lacking" not in told or not plus:
        return ""
    also = listed_with_and(plus, language)
    said = text("advice.surplus.lacking", language, less=told["lacking"], plus=also)
    return _joined(said, _nights(surplus, account.extra_at, language), _unasked(surplus, language))


def shown_parts(account: HoursAccount) -> tuple[int, dict[str, int]]:
    """The hours beyond the need and those of its parts, tenths of an hour: the parts sum to the whole.

    Each is rounded down, and what then lacks is given to those that lost most. A part of 0.0 is left out.
    """
    scale = MINUTES_PER_HOUR // TENTHS
    total = floor(account.beyond / scale + Fraction(1, 2))
    exact = {name: minutes / scale for name, minutes in account.parts if minutes}
    found = {name: floor(tenths) for name, tenths in exact.items()}
    losers = sorted(exact, key=lambda name: found[name] - exact[name])
    for name in losers[: total - sum(found.values())]:
        found[name] += 1
    return total, {name: tenths for name, tenths in found.items() if tenths}


def _told_parts(parts: Mapping[str, int], account: HoursAccount, language: Language) -> dict[str, str]:
    return {name: _part(name, tenths, account, language) for name, tenths in parts.items()}


def _part(name: str, tenths: int, account: HoursAccount, language: Language) -> str:
    """ "26,5 t fleire på vakt enn ønskt (2 vakter om natta)"."""
    said = text(f"advice.surplus.part.{name}", language, hours=_hours(abs(tenths), language))
    if name != "extra":
        return said
    shifts = [_at(when, "shift", count, language) for when, count in _most_first(account.extra_at)]
    return f"{said} ({listed_with_and(shifts, language)})"


def _hours(tenths: int, language: Language) -> str:
    return decimal(tenths / TENTHS, language, 1)


def _nights(surplus: Surplus, told: Mapping[SurplusTime, int], language: Language) -> str:
    """Why there are more than wanted by night, where those who take nights alone are why."""
    right = surplus.nights
    if right is None or not told.get(SurplusTime.NIGHT):
        return ""
    today, needed = (fixed(float(bp) / WHOLE_PERCENT_BP, 0) for bp in (right.today_bp, right.needed_bp))
    return text("advice.surplus.night_right", language, today=today, needed=needed) if today != needed else ""


def _unasked(surplus: Surplus, language: Language) -> str:
    """Which shifts lie where nobody is asked for; "" for none."""
    count = sum(surplus.unasked.values())
    if surplus.calendar is None or not count:
        return ""
    days: dict[str, list[int]] = {}
    for day, code in surplus.unasked:
        days.setdefault(code, []).append(day)
    shifts = listed_names(f"{code} {when_text(on, surplus.calendar, language)}" for code, on in days.items())
    key = "advice.surplus.unasked_one" if count == 1 else "advice.surplus.unasked"
    return text(key, language, count=count, shifts=shifts)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _most_first(counts: Mapping[SurplusTime, int]) -> list[tuple[SurplusTime, int]]:
    return sorted((item for item in counts.items() if item[1]), key=lambda item: -item[1])


def _told(when: SurplusTime, count: int, weeks: int, language: Language) -> str:
    """ "34 gonger på dagtid måndag–fredag (2,8 i veka)"."""
    said = _at(when, "time", count, language)
    if weeks == 1 or count < weeks:
        return said
    return text("advice.surplus.a_week", language, what=said, times=decimal(count / weeks, language, 1))


def _at(when: SurplusTime, what: str, count: int, language: Language) -> str:
    """ "2 gonger om natta", "2 vakter om natta"."""
    times = text(f"advice.surplus.{what}_{'one' if count == 1 else 'many'}", language, count=count)
    return text(f"advice.surplus.{when.value}", language, times=times)


def rota_words(weeks: int, language: Language) -> str:
    """ "heile turnusen på 12 veker"."""
    return text("advice.surplus.rota_one" if weeks == 1 else "advice.surplus.rota", language, weeks=weeks)
