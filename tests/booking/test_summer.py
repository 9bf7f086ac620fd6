"""Solbakken over twelve summer weeks: enough open, nothing unlawful taken, decided shifts stay lawful."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from builders import person
from rolls import rolled_again
from summer import FIRST, SICK_SPELLS, WEEKS, summer

from heiltid.advice.differences import added
from heiltid.booking.dates.judging import judge_who_works
from heiltid.booking.dates.rolling import decide, undecide
from heiltid.booking.places.open_places import attended, open_places
from heiltid.booking.places.taking import Takers, cells_of_taking, open_list, takers_of
from heiltid.measures.staffing import holes
from heiltid.model import FREE, Cell, PlanRow, Status
from heiltid.model.booking import OpenPlace, OpenWhy, RollOut
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity


@pytest.fixture(scope="module")
def weeks() -> RollOut:
    return summer()


@pytest.fixture(scope="module")
def places(weeks: RollOut) -> tuple[OpenPlace, ...]:
    return open_places(weeks.unit, weeks.plan, weeks.lost)


def breaches(found: RollOut) -> list[Finding]:
    findings = judge_who_works(found.unit, found.plan)
    return [finding for finding in findings if finding.severity is Severity.BREACH]


def test_holidays_illness_and_vacancies_open_well_over_a_hundred_shifts(
    weeks: RollOut, places: tuple[OpenPlace, ...]
) -> None:
    assert len(places) >= 120
    whys = Counter(place.why for place in places)
    assert whys[OpenWhy.ABSENCE] > whys[OpenWhy.VACANCY] > 0
    assert [place.number for place in places] == list(range(1, len(places) + 1))
    assert all(place.on >= FIRST for place in places)
    # No more are open than were lost or stand on a vacant line, but for what nobody misses.
    vacant = {entry.number for entry in weeks.unit.employees if entry.status is Status.VACANT}
    lines = [row for row in weeks.plan.rows if row.employee in vacant]
    assert whys[OpenWhy.ABSENCE] <= len(weeks.lost)
    assert whys[OpenWhy.VACANCY] <= sum(cell.works for row in lines for cell in row.cells)
    assert (weeks.unit.weeks, len(weeks.absences)) == (WEEKS, 25 * 1 + SICK_SPELLS)


def test_filling_every_place_leaves_nothing_below_the_least(
    weeks: RollOut, places: tuple[OpenPlace, ...]
) -> None:
    come = attended(weeks.unit, weeks.plan)
    assert holes(Context(weeks.unit, come)) != ()
    # One more person for each place, with just the competence it asks for.
    more = {place.number: person(f"x{place.number}", competence=place.competence) for place in places}
    unit = replace(weeks.unit, employees=(*weeks.unit.employees, *more.values()))
    rows = []
    for place in places:
        cells = [FREE] * unit.day_count
        cells[(place.on - FIRST).days] = Cell(shift=place.code)
        rows.append(PlanRow(employee=f"x{place.number}", position_bp=0, cells=tuple(cells)))
    assert holes(Context(unit, replace(come, rows=(*come.rows, *rows)))) == ()
    assert all(place.lacking_minutes > 0 for place in places)  # Min and Target are the same there
    fewer = replace(come, rows=(*come.rows, *rows[1:]))
    assert (
        holes(Context(unit, replace(fewer, rows=(*fewer.rows, replace(rows[0], cells=(FREE,) * 84))))) != ()
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_taken_in_any_order_no_rule_is_broken_by_it(
    weeks: RollOut, places: tuple[OpenPlace, ...], seed: int
) -> None:
    chance = random.Random(seed)
    takers = Takers(weeks.unit, weeks.plan)
    cells = {}
    counted: Counter[str] = Counter()
    for place in chance.sample(places, 40):
        able = [entry for entry in takers.standings(place) if entry.can]
        if able:
            chosen = chance.choice(able)
            cells |= cells_of_taking(takers.plan, place, chosen.employee, FIRST)
            takers = takers.after(place, chosen.employee)
            counted[chosen.counts_as.value] += 1
    assert sum(counted.values()) > 30
    made = decide(weeks, cells, "L", datetime(2027, 6, 1, 12, 0))
    assert (made.unfit, made.covered) == ((), ())
    # Judged by all rules: hourly substitutes too, and extra weekends as those who said yes agreed to.
    assert added(breaches(weeks), breaches(made)) == ()
    then = takers_of(made)
    for employee in {who for who, _ in cells} & {entry.number for entry in then.people}:
        one, other = then.hours_of(employee), takers.hours_of(employee)
        assert (one.unbound, one.by_week) == (other.unbound, other.by_week)
    assert open_list(made, ("Home care",)).ring == (made.unit.name, "Home care")
    now = open_list(made).places
    assert len(now) == len(places) - sum(counted.values())
    # And none of it hinders the base from coming back, or the decisions from being taken off.
    assert undecide(made, made.decisions) == weeks
    assert rolled_again(made) == made
    assert (made.base_unit, made.base_plan) == (weeks.base_unit, weeks.base_plan)


def test_another_summer_is_another_but_the_same_seed_the_same() -> None:
    assert summer(2) == summer(2)
    assert summer(2).absences != summer(1).absences
