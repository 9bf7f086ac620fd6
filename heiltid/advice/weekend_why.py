"""Why somebody works just so many weekends in a plan; facts only, as for her position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from heiltid.advice.open_gap_words import hinder_words
from heiltid.advice.weekend_more import WeekendMore
from heiltid.calendar import Calendar
from heiltid.contract import takes_nights_only
from heiltid.measures.fairness import shares
from heiltid.measures.room import most_weekends, ordinary_weekends
from heiltid.measures.staffing import holes
from heiltid.measures.work import all_work
from heiltid.model import DAYS_PER_WEEK, SATURDAY, SUNDAY, Employee, ShiftKind, Status, Unit
from heiltid.rules.context import Context
from heiltid.rules.judgement import Judgement
from heiltid.rules.name_list import listed_names
from heiltid.rules.weekends import worked_weekends
from heiltid.rules.wording import percent_text
from heiltid.texts import Language, decimal, text
from heiltid.wishes import wish_days

MOST_HINDERS = 2
NEAR = 2  # weekends from her part: further away the part is no reason
CLEARLY_FEWER = Fraction(3, 2)  # weekends: with one fewer, somebody or other has to be a little below
A_WHOLE_ONE = 1  # weekend: where people lack in them, one that she might work is one too few


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendWhy:
    """Counts of weekends of the rota.

    fits: how many "one in `every`" gives with that distance everywhere, over the seam of a rolling rota too;
    most: the most the rule allows, extra ones included. away: on which she is not there on either day;
    asked_off: on which she asks to be free. open_weekends: those on which the unit lacks people, by night
    alone where she takes nothing else (by_night). fair: her part, by position and presence, of all that
    those who work nights alone or those who do not work.
    """

    every: int
    weeks: int
    worked: int
    fits: int
    most: int
    is_rolling: bool
    away: int
    asked_off: int
    open_weekends: int
    position_bp: int
    fair: Fraction
    by_night: bool = False

    @property
    def is_below_her_part(self) -> bool:
        """Whether she could work clearly more of the weekends, and would if they were shared by size."""
        could = min(self.fair, Fraction(self.most - self.away - self.asked_off))
        return could - self.worked >= (A_WHOLE_ONE if self.open_weekends else CLEARLY_FEWER)

    @property
    def is_left_out(self) -> bool:
        """Whether she works no weekend at all, and would if they were shared by size."""
        could = self.most - self.away - self.asked_off
        return self.worked == 0 and could > 0 and self.fair >= Fraction(1, 2)

    @property
    def may_take_more(self) -> bool:
        """Whether people lack at weekends and she works fewer than she may."""
        return self.worked < self.most and self.open_weekends > 0

    @property
    def is_uneven(self) -> bool:
        """Whether the rota is not a whole number of turns of `every` weeks."""
        return self.every > 1 and self.weeks % self.every != 0


def weekend_why(judgement: Judgement, person: Employee) -> WeekendWhy:
    """The facts on one planned employee."""
    context, calendar = judgement.context, judgement.context.calendar
    weeks, every = judgement.unit.weeks, person.weekend_every
    is_rolling, ordinary = judgement.unit.is_cyclic, ordinary_weekends(person, weeks)
    turns = weeks // every if every else 0
    by_night = takes_nights_only(judgement.unit, person)
    return WeekendWhy(
        every=every,
        weeks=weeks,
        worked=sum(week >= 0 for week in worked_weekends(context, person)),
        fits=turns if is_rolling else ordinary,
        most=most_weekends(person, weeks) if every else 0,
        is_rolling=is_rolling,
        away=sum(not any(calendar.is_present(person, day) for day in _days(week)) for week in range(weeks)),
        asked_off=len(_asked_off(calendar, person)),
        position_bp=context.row(person).position_bp,
        fair=_fair_weekends(context, person),
        open_weekends=_open_weekends(context, by_night=by_night),
        by_night=by_night,
    )


def _open_weekends(context: Context, *, by_night: bool) -> int:
    """by_night: only what a night shift would close."""
    lacking = {
        hole.segment.requirement.day
        for hole in holes(context)
        if not by_night
        or any(context.shifts[code].kind is ShiftKind.NIGHT for _, code in hole.segment.covers)
    }
    return len({day // DAYS_PER_WEEK for day in lacking if day % DAYS_PER_WEEK >= SATURDAY})


def below_their_part(judgement: Judgement) -> tuple[tuple[Employee, WeekendWhy], ...]:
    """Those who work clearly fewer weekends than their part without being away or asking for it."""
    people = [
        one for one in judgement.context.people if one.weekend_every and one.status is not Status.VACANT
    ]
    found = [(one, weekend_why(judgement, one)) for one in people]
    return tuple((one, why) for one, why in found if why.is_below_her_part)


def _fair_weekends(context: Context, person: Employee) -> Fraction:
    by_night = person.works_ordinary_nights_only
    takers = frozenset(
        one.number
        for one in context.people
        if one.weekend_every and one.works_ordinary_nights_only == by_night
    )
    theirs = [work for work in all_work(context) if work.employee in takers]
    found = shares("weekends", theirs, takers)
    return next((share.fair_amount for share in found if share.employee == person.number), Fraction(0))


def _days(week: int) -> tuple[int, int]:
    return week * DAYS_PER_WEEK + SATURDAY, week * DAYS_PER_WEEK + SUNDAY


def _asked_off(calendar: Calendar, person: Employee) -> set[int]:
    """The weeks on whose Saturday or Sunday she asks to be free."""
    return {
        day // DAYS_PER_WEEK
        for wish in calendar.unit.wishes
        if wish.employee == person.number and wish.off and not wish.negated
        for day in wish_days(wish, calendar)
        if day % DAYS_PER_WEEK >= SATURDAY
    }


def uneven_sentence(unit: Unit, every: int, language: Language) -> str:
    """What a frequency makes of a rolling rota whose weeks cannot be divided by it; "" where they can."""
    if not unit.is_cyclic or every < 2 or unit.weeks < every or unit.weeks % every == 0:
        return ""
    many = f"{unit.weeks // every}–{unit.weeks // every + 1}"
    return text("advice.weekends.uneven_rolling", language, every=every, weeks=unit.weeks, many=many)


def weekend_sentences(why: WeekendWhy, language: Language, more: WeekendMore | None = None) -> Iterator[str]:
    """How many of how many; what "one in four" makes of this rota; and why not all that she might.

    more: what hinders her where people lack, where that was asked.
    """
    yield text("advice.weekends.worked", language, worked=why.worked, weeks=why.weeks)
    if why.is_uneven:
        key = "advice.weekends.uneven_rolling" if why.is_rolling else "advice.weekends.uneven"
        many = str(why.fits) if why.fits == why.most else f"{why.fits}–{why.most}"
        yield text(key, language, every=why.every, weeks=why.weeks, many=many)
    if why.worked >= why.most:
        return
    if why.away:
        yield text("advice.weekends.away", language, count=why.away)
    if why.asked_off:
        yield text("advice.weekends.asked_off", language, count=why.asked_off)
    is_at_seam = why.is_uneven and why.is_rolling and why.worked == why.fits
    if is_at_seam:
        yield text("advice.weekends.seam", language, every=why.every)
    if why.open_weekends:
        yield _open_words(why, None if is_at_seam else more, language)
    else:
        yield text("advice.weekends.covered_nights" if why.by_night else "advice.weekends.covered", language)
        yield from _part_words(why, language)


def _part_words(why: WeekendWhy, language: Language) -> Iterator[str]:
    """Her part by the size of her position, where it is a reason or where she works clearly less than it."""
    told = {"fair": decimal(float(why.fair), language, 0), "weeks": why.weeks}
    if why.is_left_out:
        yield text("advice.weekends.left_out", language, **told)
    elif why.is_below_her_part:
        yield text("advice.weekends.below", language, **told)
    elif abs(why.worked - why.fair) < NEAR and why.fair < why.most - 1:
        share = percent_text(why.position_bp, language)
        yield text("advice.weekends.fair", language, position=share, **told)


def _open_words(why: WeekendWhy, more: WeekendMore | None, language: Language) -> str:
    """That people lack, and what keeps her from it or that nothing does."""
    key, told = "open", {}
    if more is not None and more.free_week is not None:
        key, told = "open_free", {"week": str(more.free_week)}
    elif more is not None and more.agreed_week is not None:
        key, told = "open_agreed", {"week": str(more.agreed_week)}
    elif more is not None and more.hinders:
        hinders = [hinder_words(name, language) for name in more.hinders[:MOST_HINDERS]]
        key, told = "open_hindered", {"hinders": listed_names(hinders)}
    return text(f"advice.weekends.{key}", language, count=why.open_weekends, **told)
