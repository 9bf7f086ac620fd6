"""Edits of one person's wishes in her calendar: a place is one day, or every such weekday."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from heiltid.calendar import Calendar
from heiltid.model import DAYS_PER_WEEK, ShiftKind, Wish, WishDays, WishStrength
from heiltid.wishes import named_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a wish asks for: exactly one of off, code, kind; `negated` turns it round."""

    off: bool = False
    code: str | None = None
    kind: ShiftKind | None = None
    negated: bool = False

    def stands_with(self, other: Asked) -> bool:
        """Whether somebody may ask for both on one day: only shifts one does not want add up."""
        return self.negated and other.negated and not self.off and not other.off


def asked_by(wish: Wish) -> Asked:
    """What a wish asks for."""
    return Asked(off=wish.off, code=wish.code, kind=wish.kind, negated=wish.negated)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishPlace:
    """A day of the rota, or with day None every such weekday (0 = Monday)."""

    weekday: int
    day: int | None = None


def place_of_day(day: int) -> WishPlace:
    """A day of the rota as a place."""
    return WishPlace(weekday=day % DAYS_PER_WEEK, day=day)


def place_of(when: WishDays, calendar: Calendar) -> WishPlace | None:
    """Where a wish stands in the calendar; None for a date outside the rota."""
    if when.on is None and when.week is None and when.weekday is not None:
        return WishPlace(weekday=when.weekday)
    days = named_days(when, calendar)
    return place_of_day(days[0]) if days else None


def repeated(places: Iterable[WishPlace], every: int, calendar: Calendar) -> tuple[WishPlace, ...]:
    """Days of the rota, and every so many weeks on to its end; every 1: the weekday itself."""
    if every == 1:
        return tuple(dict.fromkeys(WishPlace(weekday=place.weekday) for place in places))
    first = {place.day for place in places if place.day is not None}
    step = every * DAYS_PER_WEEK
    days = {day for begin in first for day in range(begin, calendar.day_count, step)}
    return tuple(place_of_day(day) for day in sorted(days))


def when_of(place: WishPlace, calendar: Calendar) -> WishDays:
    """A new wish's days: a date in a dated rota, a rotation week and weekday in a cyclic one."""
    if place.day is None:
        return WishDays(weekday=place.weekday)
    if calendar.unit.is_cyclic:
        return WishDays(week=calendar.week(place.day) + 1, weekday=place.weekday)
    return WishDays(on=calendar.date_of(place.day))


def wishes_at(calendar: Calendar, employee: str, place: WishPlace) -> tuple[Wish, ...]:
    """The person's wishes that stand at a place."""
    return tuple(
        wish
        for wish in calendar.unit.wishes
        if wish.employee == employee and place_of(wish.when, calendar) == place
    )


def toggled(
    calendar: Calendar, employee: str, places: Iterable[WishPlace], asked: Asked, strength: WishStrength
) -> tuple[Wish, ...]:
    """The unit's wishes with this one put in at every place, instead of what does not stand with it.

    Taken away again where every place has it already.
    """
    wanted = set(places)
    here = _standing(calendar, employee, wanted)
    has_it = {place for wish, place in here if asked_by(wish) == asked}
    if has_it == wanted:
        return _without(calendar, (wish for wish, _ in here if asked_by(wish) == asked))
    beside = (wish for wish, _ in here if asked_by(wish) != asked and not asked.stands_with(asked_by(wish)))
    made = (
        Wish(
            employee=employee,
            when=when_of(place, calendar),
            off=asked.off,
            code=asked.code,
            kind=asked.kind,
            negated=asked.negated,
            strength=strength,
        )
        for place in sorted(wanted - has_it, key=_order)
    )
    return (*_without(calendar, beside), *made)


def with_strength(
    calendar: Calendar, employee: str, places: Iterable[WishPlace], strength: WishStrength
) -> tuple[Wish, ...]:
    """The unit's wishes, those of the person at the places as strong as this."""
    here = {wish for wish, _ in _standing(calendar, employee, set(places))}
    return tuple(replace(wish, strength=strength) if wish in here else wish for wish in calendar.unit.wishes)


def cleared_wishes(calendar: Calendar, employee: str, places: Iterable[WishPlace]) -> tuple[Wish, ...]:
    """The unit's wishes without those of the person at the places."""
    return _without(calendar, (wish for wish, _ in _standing(calendar, employee, set(places))))


def _standing(
    calendar: Calendar, employee: str, places: Collection[WishPlace]
) -> list[tuple[Wish, WishPlace]]:
    return [(wish, place) for place in places for wish in wishes_at(calendar, employee, place)]


def _without(calendar: Calendar, gone: Iterable[Wish]) -> tuple[Wish, ...]:
    out = set(gone)
    return tuple(wish for wish in calendar.unit.wishes if wish not in out)


def _order(place: WishPlace) -> tuple[int, int]:
    return (-1 if place.day is None else place.day, place.weekday)
