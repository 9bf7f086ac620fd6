"""How the weekends of a plan are shared, beside those of another: the mean, the distance, who has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from heiltid.measures.work import Range, all_work, weekends_per_year
from heiltid.model import Unit
from heiltid.rules.context import Context
from heiltid.rules.name_list import listed_first
from heiltid.rules.wording import who_text
from ui.texts import language, number, tr

MOST_NAMED = 3
BETTER, WORSE = 1, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekends:
    """Of a plan: a year for each person; of those with a frequency who works some, and who none of them."""

    unit: Unit
    a_year: Range
    working: tuple[str, ...]
    left_out: tuple[str, ...]  # nobody where nobody works any

    @property
    def least_and_most(self) -> str:
        """As shown: "17,3–26,0"."""
        return f"{number(float(self.a_year.least))}–{number(float(self.a_year.most))}"


def weekends_of(context: Context) -> Weekends:
    """Who is not there at all, or has no position, is in neither."""
    people = context.unit.employee_by_number()
    there = [one for one in all_work(context) if one.present_weeks]
    asked = [one for one in there if people[one.employee].weekend_every]
    working = tuple(one.employee for one in asked if one.weekends)
    return Weekends(
        unit=context.unit,
        a_year=weekends_per_year(there),
        working=working,
        left_out=tuple(one.employee for one in asked if working and not one.weekends),
    )


def weekend_differences(was: Weekends, now: Weekends) -> Iterator[tuple[int, str]]:
    """BETTER or WORSE, and the words. Better: fewer in the mean, a smaller distance, nobody left out."""
    yield from _figure("mean", was, now)
    spread = _way(_distance(was) - _distance(now))
    if spread:
        shown = {"before": was.least_and_most, "after": now.least_and_most}
        yield spread, tr("ui.beside.weekends_range", **shown)
    if spread != _way(was.a_year.most - now.a_year.most):  # else the range tells it
        yield from _figure("most", was, now)
    for key, way, those in (
        ("gained", BETTER, [one for one in now.working if one in was.left_out]),
        ("lost", WORSE, [one for one in now.left_out if one in was.working]),
    ):
        named = [who_text(one, now.unit, language()) for one in those]
        if named:
            people = listed_first(named, MOST_NAMED, language())
            yield way, tr(f"ui.beside.weekends_{key}", people=people)


def _figure(key: str, was: Weekends, now: Weekends) -> Iterator[tuple[int, str]]:
    """Fewer is better; what looks the same is the same to her."""
    before, after = (getattr(one.a_year, key) for one in (was, now))
    shown = {"before": number(float(before)), "after": number(float(after))}
    if shown["before"] != shown["after"]:
        yield _way(before - after), tr(f"ui.beside.weekends_{key}", **shown)


def _distance(weekends: Weekends) -> Fraction:
    return weekends.a_year.most - weekends.a_year.least


def _way(gained: Fraction) -> int:
    return (gained > 0) - (gained < 0)
