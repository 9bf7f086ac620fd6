"""What stands on one person's page, in words and in the order it is read: values for its template.

Nothing of other people passes here: not whose shift it was, nor why it is open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from heiltid.booking.places.position_if_taken import list_weeks
from heiltid.calendar import Calendar
from heiltid.contract import ROTA_WEEK_MINUTES
from heiltid.exchange.booking import offer_words, page_words
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, SATURDAY, Employee, ShiftKind, Unit
from heiltid.model.asking import PersonOffer, SentList
from heiltid.model.booking import OpenPlace, Standing
from heiltid.texts import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Offered places that are all the same to her. on: their date as 2027-06-05; kind: day, evening, ..."""

    numbers: tuple[int, ...]
    on: str
    day: str
    shift: str
    code: str
    kind: str
    times: str
    hours: str
    counts: str
    strains: tuple[str, ...]
    is_free_day: bool  # Saturday, Sunday or a red day
    is_red: bool
    has_overtime: bool
    minutes: int
    extra_minutes: int
    overtime_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The cards of one calendar week. key: 2027-23."""

    key: str
    number: int
    days: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOffered:
    """Places that are not for her, for one reason."""

    reason: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionNow:
    """What her position is reckoned from while she chooses, as `position_if_taken` does it."""

    position_bp: int
    most_bp: int
    full_time_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """All of a page that is hers."""

    title: str
    name: str
    unit_name: str
    answer_by: str
    made_on: str
    weeks: tuple[Week, ...]
    not_offered: tuple[NotOffered, ...]
    position: PositionNow

    @property
    def cards(self) -> tuple[Card, ...]:
        """All that is offered, in order."""
        return tuple(card for week in self.weeks for card in week.cards)

    @property
    def offered(self) -> tuple[int, ...]:
        """The numbers of all places offered."""
        return tuple(sorted(number for card in self.cards for number in card.numbers))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of shift that are offered, in the usual order."""
        found = {card.kind for card in self.cards}
        return tuple(name for kind in ShiftKind if (name := kind.name.lower()) in found)


def page_view(unit: Unit, sent: SentList, offer: PersonOffer, language: Language) -> PageView:
    """The page of one person. Raises KeyError for somebody the unit does not know."""
    person = unit.employee_by_number()[offer.employee]
    by_number = {place.number: place for place in sent.places}
    pairs = [(by_number[standing.place], standing) for standing in offer.standings]
    return PageView(
        title=page_words.title((place.on for place in sent.places), language),
        name=page_words.called(person.name),
        unit_name=unit.name,
        answer_by=page_words.answer_by(sent.deadline, language),
        made_on=page_words.weekday_date(sent.made_at.date(), language),
        weeks=tuple(_weeks(_cards(pairs, unit, language), language)),
        not_offered=tuple(_not_offered(pairs, language)),
        position=_position(unit, sent, person),
    )


def _cards(
    pairs: Iterable[tuple[OpenPlace, Standing]], unit: Unit, language: Language
) -> Iterator[tuple[date, Card]]:
    """Places by day and time; those that differ in nothing she can see stand on one card."""
    calendar = Calendar(unit)
    alike: dict[tuple[object, ...], list[tuple[OpenPlace, Standing]]] = {}
    for place, standing in pairs:
        if standing.can:
            seen = replace(standing, place=0)
            when = (place.on, place.start_minute, place.end_minute, place.code or "")
            alike.setdefault((*when, seen), []).append((place, standing))
    for same in sorted(alike.values(), key=_order):
        place, standing = same[0]
        numbers = tuple(sorted(entry.number for entry, _ in same))
        yield place.on, _card(place, standing, numbers, unit, calendar, language)


def _order(same: Sequence[tuple[OpenPlace, Standing]]) -> tuple[date, int, int]:
    place, _ = same[0]
    return place.on, place.start_minute, place.number


def _card(
    place: OpenPlace,
    standing: Standing,
    numbers: tuple[int, ...],
    unit: Unit,
    calendar: Calendar,
    language: Language,
) -> Card:
    shift = offer_words.shift_of(place, unit)
    kind = ShiftKind.OTHER if shift is None else shift.kind
    minutes = offer_words.paid_minutes(place, unit)
    is_red = calendar.is_red(calendar.day_of(place.on))
    return Card(
        numbers=numbers,
        on=place.on.isoformat(),
        day=page_words.weekday_date(place.on, language),
        shift=page_words.shift_name(shift, kind, language),
        code=place.code or "",
        kind=kind.name.lower(),
        times=offer_words.times_words(place),
        hours=offer_words.hours_words(minutes, language),
        counts=page_words.counts(standing, language),
        strains=page_words.strains(standing, language),
        is_free_day=is_red or place.on.weekday() >= SATURDAY,
        is_red=is_red,
        has_overtime=standing.overtime_minutes > 0,
        minutes=minutes,
        extra_minutes=standing.extra_minutes,
        overtime_minutes=standing.overtime_minutes,
    )


def _weeks(cards: Iterable[tuple[date, Card]], language: Language) -> Iterator[Week]:
    for (year, number), group in groupby(cards, key=lambda pair: pair[0].isocalendar()[:2]):
        monday = date.fromisocalendar(year, number, 1)
        yield Week(
            key=f"{year}-{number:02}",
            number=number,
            days=page_words.days(monday, monday + timedelta(days=DAYS_PER_WEEK - 1), language),
            cards=tuple(card for _, card in group),
        )


def _not_offered(pairs: Sequence[tuple[OpenPlace, Standing]], language: Language) -> Iterator[NotOffered]:
    """By reason, the one that holds for most places first."""
    found: dict[str, Counter[tuple[date, str]]] = {}
    for place, standing in pairs:
        if not standing.can:
            reason = offer_words.refusal_words(standing, place, language)
            found.setdefault(reason, Counter())[place.on, place.code or ""] += 1
    for reason, places in sorted(found.items(), key=lambda item: -item[1].total()):
        shown = (page_words.short(on, code, count, language) for (on, code), count in places.items())
        yield NotOffered(reason=reason, count=places.total(), places=tuple(shown))


def _position(unit: Unit, sent: SentList, person: Employee) -> PositionNow:
    _, weeks = list_weeks(sent)
    most = max(person.position_bp, FULL_TIME_BP - person.elsewhere_bp)
    full_time = (unit.full_time_week_minutes or ROTA_WEEK_MINUTES) * weeks
    return PositionNow(position_bp=person.position_bp, most_bp=most, full_time_minutes=full_time)


def minute_text(when: datetime) -> str:
    """A local time as the page's script and the answer file write it: 2027-05-16T18:32."""
    return f"{when:%Y-%m-%dT%H:%M}"
