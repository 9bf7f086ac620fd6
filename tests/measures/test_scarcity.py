"""Nights and competences that the few who can cover them cannot cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from builders import A1, D1, N1, WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.advice.scarcity_words import scarcity_sentences
from heiltid.calendar import Calendar
from heiltid.contract import accepted_shifts, reckon
from heiltid.coverage import Coverage
from heiltid.measures.room import most_weekends
from heiltid.measures.scarcity import Part, Scarce, scarcities
from heiltid.model import SATURDAY, Employee, Plan, ShiftKind, Unit
from heiltid.texts import Language

EVERY_DAY = frozenset(range(7))
DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT
ROWS = (demand(EVERY_DAY, "07:45-15:00", 1), demand(EVERY_DAY, "21:45-07:45", 1))


def ward(*people: Employee, **more: object) -> Unit:
    """One by day and one by night, every day; N1 is 10 h, so the nights are 70 h a week."""
    by_day = [person(f"d{number}", weekend_every=2, kinds=frozenset({DAY, EVENING})) for number in range(3)]
    known = {"weeks": 6, "shifts": (D1, A1, N1), "demand": ROWS, "employees": (*by_day, *people)}
    return unit(**{**known, **more})


def night(number: int, position: int = 10_000, every: int = 2) -> Employee:
    return person(f"n{number}", position, weekend_every=every, kinds=frozenset({NIGHT}))


def test_hours_of_the_nights_against_what_those_who_take_them_may_have() -> None:
    # 70 h are asked for. 100 + 92 % of 35.5 h = 68.2 h, 100 + 93 % = 68.5 h; and each may have half a night
    # of 10 h more in six weeks, as contracts are rounded: 2 x 5 h / 6 = 1.67 h a week.
    # 1/2 + 1/2 is one each weekend.
    (found,) = scarcities(ward(night(1), night(2, 9_200)))
    assert (found.competence, found.people, found.lacks_hours, found.lacks_weekends) == (None, 2, True, False)
    assert (found.needed_minutes, found.available_minutes) == (70 * 60, Fraction(192, 100) * 2130)
    assert scarcities(ward(night(1), night(2, 9_300))) == ()


def test_weekends_of_the_nights() -> None:
    # Three with every third weekend are one each weekend; of two, one weekend in three has nobody.
    (found,) = scarcities(ward(night(1, every=3), night(2, every=3)))
    assert (found.lacks_hours, found.lacks_weekends) == (False, True)
    assert (found.weekend_needed, found.weekend_available) == (1, Fraction(2, 3))
    (seldom,) = scarcities(ward(night(1, every=3), night(2, every=0)))
    assert (seldom.people, seldom.weekend_people, seldom.weekend_available) == (2, 1, Fraction(1, 3))
    assert scarcities(ward(*(night(number, every=3) for number in range(3)))) == ()


def test_nobody_takes_nights_or_has_the_competence() -> None:
    # Until 22:00 an evening and from 07:30 a day shift could be there too: 9 h 30 a night lack somebody.
    (found,) = scarcities(ward())
    assert (found.people, found.needed_minutes, found.lacks_weekends) == (0, 7 * 570, False)
    row = demand(WEEKDAYS, "07:45-15:00", 1, competence="nurse")
    (asked,) = scarcities(ward(demand=(ROWS[0], row)))
    assert (asked.competence, asked.people, asked.needed_minutes) == ("nurse", 0, 5 * 435)


def test_a_time_no_code_reaches_is_no_night_and_a_nurse_by_night_is_one_person() -> None:
    # The evening ends at 22:00 and is asked for until 23:00; the unit has no nights at all.
    late = demand(EVERY_DAY, "15:00-23:00", 1)
    assert scarcities(ward(shifts=(D1, A1), demand=(ROWS[0], late))) == ()
    # Anybody and a nurse are asked for by night: 9 h 30, once, and the nurse's row beside it.
    nurse = demand(EVERY_DAY, "21:45-07:45", 1, competence="nurse")
    nights, nurses = scarcities(ward(demand=(*ROWS, nurse)))
    assert (nights.competence, nights.needed_minutes) == (None, 7 * 570)
    assert (nurses.competence, nurses.needed_minutes) == ("nurse", 7 * 600)


@pytest.mark.parametrize(("nurses", "is_scarce"), [(2, True), (3, False)])
def test_a_competence_is_reckoned_by_its_own_rows(nurses: int, is_scarce: bool) -> None:
    # A nurse on weekdays by day and evening: 5 x 15 h = 75 h; two have 71 h, three 106.5 h. As contracts are
    # rounded each may have half a shift more in all, in six weeks 2 x 3.75 / 6 = 1.25 h a week.
    rows = tuple(demand(WEEKDAYS, times, 1, competence="nurse") for times in ("07:30-15:00", "15:00-22:00"))
    able = tuple(person(f"s{number}", competence="nurse", weekend_every=0) for number in range(nurses))
    others = tuple(person(str(number)) for number in range(3))
    found = scarcities(unit(weeks=6, shifts=(D1, A1), demand=rows, employees=(*able, *others)))
    assert bool(found) is is_scarce
    by_night = person("n", competence="nurse", kinds=frozenset({NIGHT}))  # is there at no such time
    with_her = scarcities(
        unit(weeks=6, shifts=(D1, A1, N1), demand=rows, employees=(*able, by_night, *others))
    )
    assert bool(with_her) is is_scarce
    if found:
        assert (found[0].competence, found[0].people, found[0].needed_minutes) == ("nurse", 2, 75 * 60)
    # In one week 7.5 h more are enough, and so are five shifts for each.
    assert scarcities(unit(shifts=(D1, A1), demand=rows, employees=(*able, *others))) == ()
    # Where the tariff gives the week, who works no Sunday may work 37.5 h: two have 75 h.
    by_tariff = unit(
        weeks=6, shifts=(D1, A1), demand=rows, employees=(*able, *others), full_time_week_minutes=None
    )
    assert scarcities(by_tariff) == ()


NURSE_ROWS = tuple(demand(WEEKEND, times, 1, competence="nurse") for times in ("08:00-15:00", "15:00-21:00"))


def nurses(count: int, *, kinds: frozenset[ShiftKind] = frozenset({DAY, EVENING, NIGHT})) -> list[Employee]:
    return [person(f"s{number}", competence="nurse", weekend_every=2, kinds=kinds) for number in range(count)]


@pytest.mark.parametrize(("count", "told"), [(5, [Part.BOTH]), (6, [])])
def test_nurses_who_alone_take_nights_are_not_there_by_day(count: int, told: list[Part]) -> None:
    # A weekend takes one nurse by day, one by evening and one for the night: 3. Five with every second
    # weekend are 2.5, which is enough for the 2 of the days and for the night, but not for all three.
    night_row = demand(WEEKEND, "22:00-07:00", 1)
    ward_ = unit(weeks=6, shifts=(D1, A1, N1), demand=(*NURSE_ROWS, night_row), employees=(*nurses(count),))
    found = scarcities(ward_)
    assert [scarce.part for scarce in found] == told
    if told:
        assert (found[0].weekend_needed, found[0].weekend_available) == (3, Fraction(5, 2))
        (said,) = scarcity_sentences(ward_, Language.NYNORSK)
        assert said == (
            "Til nettene og kravet om sjukepleiar til saman trengst minst 3 kvar helg. Dei som dekkjer noko "
            "av det og arbeider helg (5 personar), rekk i snitt til 2,5 med dei helgene dei har."
        )
        others = (person("h1", weekend_every=2, kinds=frozenset({NIGHT})), person("h2", weekend_every=0))
        assert scarcities(replace(ward_, employees=(*ward_.employees, *others))) == ()


def test_nurses_by_night_alone_help_nobody_by_day() -> None:
    # Two for the days and one for the night are 3 a weekend; six nurses are 3, three of them by night alone.
    night_row = demand(WEEKEND, "22:00-07:00", 1, competence="nurse")
    people = (*nurses(3, kinds=frozenset({DAY, EVENING})), *(night(number) for number in range(3)))
    people = tuple(replace(one, competence="nurse") for one in people)
    (found,) = scarcities(
        unit(weeks=6, shifts=(D1, A1, N1), demand=(*NURSE_ROWS, night_row), employees=people)
    )
    assert (found.part, found.people, found.lacks_hours) == (Part.BY_DAY, 3, False)
    assert (found.weekend_needed, found.weekend_available) == (2, Fraction(3, 2))


def test_one_who_works_the_day_on_saturday_and_the_evening_on_sunday_is_one() -> None:
    rows = (
        demand(frozenset({5}), "08:00-15:00", 1, competence="nurse"),
        demand(frozenset({6}), "15:00-21:00", 1, competence="nurse"),
    )
    always = person(competence="nurse", weekend_every=1)
    assert scarcities(unit(weeks=2, shifts=(D1, A1), demand=rows, employees=(always,))) == ()


def drawn(dice: Random) -> tuple[Unit, Plan]:
    """A ward of four or five, and a rota that keeps the weekends each may work."""
    people = [
        person(
            str(number),
            competence=dice.choice(("nurse", "nurse", None)),
            weekend_every=dice.choice((0, 1, 2, 2, 3)),
            extra_weekends=dice.choice((0, 0, 1)),
            kinds=frozenset(dice.choice(((DAY, EVENING), (DAY, EVENING, NIGHT), (NIGHT,)))),
        )
        for number in range(dice.choice((4, 5)))
    ]
    week = dice.choice((None, 2130))
    ward_ = unit(weeks=3, shifts=(D1, A1, N1), employees=tuple(people), full_time_week_minutes=week)
    lines = [row(_line(dice, ward_, one), one.number) for one in people]
    calendar = Calendar(ward_)
    worked = {
        one.number: reckon(ward_, calendar, one, line.cells).contract_bp
        for one, line in zip(people, lines, strict=True)
    }
    able = tuple(replace(one, min_bp=0, max_bp=worked[one.number]) for one in people)
    return replace(ward_, employees=able), plan(*lines)


def _line(dice: Random, ward_: Unit, one: Employee) -> str:
    weekends = dice.sample(range(ward_.weeks), most_weekends(one, ward_.weeks))
    codes = [shift.code for shift in accepted_shifts(ward_, one)]
    free = [day for day in range(ward_.day_count) if day % 7 >= SATURDAY and day // 7 not in weekends]
    return " ".join(
        "-" if day in free or dice.random() < 0.25 else dice.choice(codes) for day in range(ward_.day_count)
    )


def _asked_by(ward_: Unit, made: Plan, times: Sequence[tuple[str, str | None]]) -> Unit:
    """Asks, by weekday, for as many as the rota has there in its leanest week."""
    rows = [
        demand(frozenset({day}), span, 9, competence=competence)
        for span, competence in times
        for day in range(7)
    ]
    asking = replace(ward_, demand=tuple(rows))
    coverage = Coverage(asking, Calendar(asking))
    there = list(rows)
    for place, segment in zip(coverage.counts(made), coverage.segments, strict=True):
        index = segment.requirement.row
        least = min(there[index].minimum, place)
        there[index] = replace(rows[index], minimum=least, target=least)
    return replace(ward_, demand=tuple(there))


@pytest.mark.parametrize("seed", range(60))
def test_no_lack_is_told_of_what_a_rota_covers(seed: int) -> None:
    """A demand made from a rota that keeps the weekends and the positions can be covered: by that rota."""
    ward_, made = drawn(Random(seed))
    times = [(span, None) for span in ("08:00-14:00", "15:00-21:00", "22:00-07:00")]
    times += [(span, "nurse") for span, _ in times]
    asked = _asked_by(ward_, made, times)
    assert scarcities(asked) == ()
    # More asked for than before: nothing above but what the bound proves keeps it from telling.
    more = tuple(replace(one, minimum=one.minimum + 3, target=one.minimum + 3) for one in asked.demand)
    assert scarcities(replace(asked, demand=more))


@pytest.mark.parametrize(
    ("needed", "available", "shown"),
    [
        ("3", "5/3", "minst 3 kvar helg|snitt til 1,67 med"),  # rounded, not cut
        ("2", "1.996", "minst 2 kvar helg|snitt til 1,99 med"),  # 2 would be enough
        ("5/3", "1.666", "minst 1,67 kvar helg|snitt til 1,66 med"),
        ("1.664", "1.661", "minst 1,67 kvar helg|snitt til 1,66 med"),
    ],
)
def test_what_people_suffice_for_is_rounded_and_never_looks_like_enough(
    monkeypatch: pytest.MonkeyPatch, needed: str, available: str, shown: str
) -> None:
    part = Scarce(
        part=Part.NIGHTS,
        competence=None,
        people=5,
        needed_minutes=Fraction(0),
        available_minutes=Fraction(1),
        slack_minutes=Fraction(0),
        weekend_needed=Fraction(needed),
        weekend_people=5,
        weekend_available=Fraction(available),
    )
    monkeypatch.setattr("heiltid.advice.scarcity_words.scarcities", lambda _: (part,))
    (said,) = scarcity_sentences(unit(), Language.NYNORSK)
    assert all(words in said for words in shown.split("|"))
