"""Edits of wishes in a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from builders import MONDAY, person, unit

from heiltid.calendar import Calendar
from heiltid.edits.wishes import (
    Asked,
    WishPlace,
    cleared_wishes,
    place_of,
    place_of_day,
    repeated,
    toggled,
    wishes_at,
    with_strength,
)
from heiltid.model import RotaKind, ShiftKind, Wish, WishDays, WishStrength

OFF = Asked(off=True)
NO_NIGHT = Asked(kind=ShiftKind.NIGHT, negated=True)
NO_EVENING = Asked(kind=ShiftKind.EVENING, negated=True)
MONDAYS = WishPlace(weekday=0)
STRONG = WishStrength.STRONG
OTHER = Wish(employee="2", when=WishDays(week=1, weekday=2), off=True)
CYCLIC = unit(2, employees=(person("1"), person("2")), wishes=(OTHER,))
DATED = replace(CYCLIC, kind=RotaKind.DATED)


def with_wishes(wishes: tuple[Wish, ...], base: object = CYCLIC) -> Calendar:
    return Calendar(replace(base, wishes=wishes))  # type: ignore[type-var]


def test_days_are_repeated_to_the_end_of_the_rota() -> None:
    calendar = Calendar(unit(6, employees=(person("1"),)))
    friday_of_week_2 = place_of_day(11)
    # weeks 2, 4 and 6: 7 + 4, 21 + 4, 35 + 4
    assert repeated([friday_of_week_2], 2, calendar) == tuple(map(place_of_day, (11, 25, 39)))
    assert repeated([friday_of_week_2, place_of_day(25)], 2, calendar) == tuple(
        map(place_of_day, (11, 25, 39))
    )
    assert repeated([friday_of_week_2, place_of_day(25)], 1, calendar) == (WishPlace(weekday=4),)
    assert repeated([WishPlace(weekday=4)], 2, calendar) == ()


def test_a_wish_stands_on_its_day_however_the_day_is_written() -> None:
    calendar = Calendar(CYCLIC)
    # Wednesday of week 2 is day 7 + 2; two weeks after Start a cyclic rota begins again.
    assert place_of(WishDays(week=2, weekday=2), calendar) == place_of_day(9)
    assert place_of(WishDays(on=MONDAY + timedelta(days=9)), calendar) == place_of_day(9)
    assert place_of(WishDays(on=MONDAY + timedelta(days=14 + 9)), calendar) == place_of_day(9)
    assert place_of(WishDays(weekday=0), calendar) == MONDAYS
    assert place_of(WishDays(on=MONDAY + timedelta(days=14)), Calendar(DATED)) is None


def test_new_wishes_are_written_as_the_rota_counts() -> None:
    places = [place_of_day(9), MONDAYS]
    cyclic = toggled(Calendar(CYCLIC), "1", places, OFF, STRONG)
    dated = toggled(Calendar(DATED), "1", places, OFF, STRONG)
    assert [wish.when for wish in cyclic[1:]] == [WishDays(weekday=0), WishDays(week=2, weekday=2)]
    assert [wish.when for wish in dated[1:]] == [WishDays(weekday=0), WishDays(on=date(2027, 1, 13))]
    assert cyclic[0] is OTHER
    assert {wish.strength for wish in cyclic[1:]} == {STRONG}


def test_choosing_again_takes_away_only_where_every_day_has_it() -> None:
    once = toggled(Calendar(CYCLIC), "1", [place_of_day(0)], OFF, STRONG)
    both = toggled(with_wishes(once), "1", [place_of_day(0), place_of_day(1)], OFF, WishStrength.WEAK)
    assert [wish.strength for wish in both] == [OTHER.strength, STRONG, WishStrength.WEAK]
    assert toggled(with_wishes(both), "1", [place_of_day(0), place_of_day(1)], OFF, STRONG) == (OTHER,)


def test_shifts_not_wanted_add_up_and_anything_else_replaces() -> None:
    place = place_of_day(0)
    wishes = toggled(Calendar(CYCLIC), "1", [place], NO_NIGHT, STRONG)
    wishes = toggled(with_wishes(wishes), "1", [place], NO_EVENING, STRONG)
    assert len(wishes_at(with_wishes(wishes), "1", place)) == 2
    wishes = toggled(with_wishes(wishes), "1", [place], OFF, STRONG)
    assert [wish.off for wish in wishes_at(with_wishes(wishes), "1", place)] == [True]
    # Not off = wants to work: it stands with nothing else either.
    wishes = toggled(with_wishes(wishes), "1", [place], Asked(off=True, negated=True), STRONG)
    wishes = toggled(with_wishes(wishes), "1", [place], NO_NIGHT, STRONG)
    assert [wish.kind for wish in wishes_at(with_wishes(wishes), "1", place)] == [ShiftKind.NIGHT]


def test_strength_and_clearing_reach_one_person_on_the_chosen_days() -> None:
    wishes = toggled(Calendar(CYCLIC), "1", [place_of_day(2), place_of_day(3)], OFF, STRONG)
    stronger = with_strength(with_wishes(wishes), "1", [place_of_day(2)], WishStrength.MUST)
    assert [wish.strength for wish in stronger] == [OTHER.strength, WishStrength.MUST, STRONG]
    assert cleared_wishes(with_wishes(wishes), "1", [place_of_day(2)]) == (OTHER, wishes[2])
