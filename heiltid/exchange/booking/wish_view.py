"""What stands on one person's page of wishes: the weeks of the rota, and what she is asked of herself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from heiltid.booking.wishing.rounds import kinds_to_wish
from heiltid.booking.wishing.said import WISHED, word_of
from heiltid.calendar import Calendar
from heiltid.exchange.booking import page_words
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, SATURDAY, ShiftKind, Unit
from heiltid.model.asking import WishRound
from heiltid.texts import Language, decimal, text

WEEKEND_CHOICES = (2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBox:
    """One day of the rota, from 0: "laurdag 18. september", "lau", "18." and "18.9."."""

    day: int
    said: str
    short: str
    date: str
    dated: str
    is_weekend: bool
    is_red: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WishWeek:
    """A week of the rota, from 1; days: "13.–19. september"."""

    number: int
    days: str
    boxes: tuple[DayBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WishView:
    """All of a page that is hers. kinds: what a day may be wished for, as a file writes it."""

    title: str
    name: str
    unit_name: str
    answer_by: str
    weeks: tuple[WishWeek, ...]
    kinds: tuple[str, ...]
    position: str
    weekend_every: int
    long_shifts: bool

    @property
    def asks_long(self) -> bool:
        """Whether the unit has long shifts to say yes or no to."""
        return ShiftKind.LONG.value in self.kinds


def wish_view(unit: Unit, asked: WishRound, employee: str, language: Language) -> WishView:
    """The page of one person. Raises KeyError for somebody the unit does not know."""
    person = unit.employee_by_number()[employee]
    found = frozenset(kinds_to_wish(unit))
    return WishView(
        title=title(asked, language),
        name=page_words.called(person.name),
        unit_name=unit.name,
        answer_by=page_words.answer_by(asked.deadline, language),
        weeks=tuple(_weeks(unit, asked, language)),
        kinds=tuple(word_of(kind) for kind in WISHED if kind is None or kind in found),
        position=decimal(person.position_bp * 100 / FULL_TIME_BP, language, 1),
        weekend_every=person.weekend_every,
        long_shifts=person.long_shifts,
    )


def title(asked: WishRound, language: Language) -> str:
    """ "Ønske for turnusen frå 30. august"."""
    day = page_words.date_words(asked.first, language)
    return text("wish_page.title", language, day=day)


def _weeks(unit: Unit, asked: WishRound, language: Language) -> Iterator[WishWeek]:
    calendar = Calendar(replace(unit, start=asked.first, weeks=asked.weeks))
    short = text("wording.weekdays", language).split()
    for week in range(asked.weeks):
        monday = asked.first + timedelta(weeks=week)
        boxes = []
        for weekday in range(DAYS_PER_WEEK):
            on = monday + timedelta(days=weekday)
            boxes.append(
                DayBox(
                    day=week * DAYS_PER_WEEK + weekday,
                    said=page_words.weekday_date(on, language),
                    short=short[weekday],
                    date=text("wish_page.day", language, day=on.day),
                    dated=f"{on.day}.{on.month}.",
                    is_weekend=weekday >= SATURDAY,
                    is_red=calendar.is_red(week * DAYS_PER_WEEK + weekday),
                )
            )
        days = page_words.days(monday, monday + timedelta(days=DAYS_PER_WEEK - 1), language)
        yield WishWeek(number=week + 1, days=days, boxes=tuple(boxes))
