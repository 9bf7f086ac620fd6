"""What somebody wants of the next rota, as she says it: before anything in it is believed, and after.

The written form: docs/booking-files.md, "Wishes for the next rota".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from heiltid.booking.answers.raw_answers import RawAnswer, Refused, Source
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, ShiftKind, Wish, WishDays, WishStrength
from heiltid.model.asking import Channel, WishAnswer, WishRound

PERCENT_BP = FULL_TIME_BP // 100
MOST_PERCENT = 100
MOST_WEEKEND_EVERY = 14
OFF_WORD = "off"
# What a day may be wished for, in the order of the short code's numbers; None: free.
WISHED: tuple[ShiftKind | None, ...] = (
    None,
    ShiftKind.DAY,
    ShiftKind.EVENING,
    ShiftKind.NIGHT,
    ShiftKind.LONG,
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class HomeWish:
    """One day's wish. day: of the rota, from 0; what: place in WISHED."""

    day: int
    what: int
    negated: bool = False
    strong: bool = False

    @property
    def kind(self) -> ShiftKind | None:
        """The kind of shift; None: free."""
        return WISHED[self.what]

    @property
    def word(self) -> str:
        """As a file writes what is wished for: off, D, A, N, L."""
        return word_of(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A whole answer; None: nothing said. wishes: by day; weekend_every 0: never."""

    wishes: tuple[HomeWish, ...] = ()
    percent: int | None = None
    weekend_every: int | None = None
    long_shifts: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said at all."""
        return self == Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawWishes:
    """What one answer says. token: all its 32 signs or, in codes and by hand, the first 8.

    given_at: local wall clock; None: the answer does not say.
    """

    source: Source
    channel: Channel
    list: str
    token: str
    said: Said
    given_at: datetime | None = None


# Whatever was read, of either sort, or refused.
Raw: TypeAlias = RawAnswer | RawWishes | Refused


def word_of(kind: ShiftKind | None) -> str:
    """off, D, A, N, L."""
    return OFF_WORD if kind is None else kind.value


def first_fault(said: Said, weeks: int) -> HomeWish | None:
    """The first wish that cannot stand: for a day outside the rota, or a second one for a day."""
    before = -1
    for wish in sorted(said.wishes):
        if not before < wish.day < weeks * DAYS_PER_WEEK:
            return wish
        before = wish.day
    return None


def in_range(said: Said) -> bool:
    """Whether the single answers are ones that can be given."""
    percent, every = said.percent, said.weekend_every
    return (percent is None or 0 <= percent <= MOST_PERCENT) and (
        every is None or 0 <= every <= MOST_WEEKEND_EVERY
    )


def checked_text(list_code: str, given: str, said: Said) -> str:
    """What the check of a page's file is over."""
    numbers = ["" if number is None else str(number) for number in (said.percent, said.weekend_every)]
    long_shifts = "" if said.long_shifts is None else "yes" if said.long_shifts else "no"
    wishes = ",".join(map(_checked, sorted(said.wishes)))
    return "|".join([list_code, given, *numbers, long_shifts, wishes])


def _checked(wish: HomeWish) -> str:
    week, weekday = divmod(wish.day, DAYS_PER_WEEK)
    turned, strong = "-" if wish.negated else "", "!" if wish.strong else ""
    return f"{week + 1}.{weekday + 1}={turned}{wish.word}{strong}"


def answer_of(
    asked: WishRound,
    employee: str,
    said: Said,
    *,
    given_at: datetime,
    received_at: datetime,
    channel: Channel,
    claimed_at: datetime | None = None,
) -> WishAnswer:
    """An answer as a booking keeps it."""
    return WishAnswer(
        round=asked.code,
        employee=employee,
        wishes=wishes_of(employee, said.wishes),
        wanted_bp=None if said.percent is None else said.percent * PERCENT_BP,
        weekend_every=said.weekend_every,
        long_shifts=said.long_shifts,
        given_at=given_at,
        received_at=received_at,
        channel=channel,
        claimed_at=claimed_at,
    )


def wishes_of(employee: str, wishes: Iterable[HomeWish]) -> tuple[Wish, ...]:
    """The wishes by day, each for a weekday of a week of the round."""
    return tuple(
        Wish(
            employee=employee,
            when=WishDays(week=wish.day // DAYS_PER_WEEK + 1, weekday=wish.day % DAYS_PER_WEEK),
            off=wish.kind is None,
            kind=wish.kind,
            negated=wish.negated,
            strength=WishStrength.STRONG if wish.strong else WishStrength.WEAK,
        )
        for wish in sorted(wishes)
    )


def said_in(answer: WishAnswer) -> Said:
    """What an answer that is kept says."""
    return Said(
        wishes=tuple(map(home_wish, answer.wishes)),
        percent=None if answer.wanted_bp is None else answer.wanted_bp // PERCENT_BP,
        weekend_every=answer.weekend_every,
        long_shifts=answer.long_shifts,
    )


def home_wish(wish: Wish) -> HomeWish:
    """A wish of an answer as it was said."""
    return HomeWish(
        day=day_in_round(wish),
        what=WISHED.index(wish.kind),
        negated=wish.negated,
        strong=wish.strength is not WishStrength.WEAK,
    )


def day_in_round(wish: Wish) -> int:
    """The day of the round, from 0, that a wish of an answer is for."""
    assert wish.when.week is not None, "a wish from home is for a week and a weekday"
    assert wish.when.weekday is not None
    return (wish.when.week - 1) * DAYS_PER_WEEK + wish.when.weekday
