"""The engine's sharing: the best there is by every goal, lawful, and what the leader decided kept."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import datetime

import pytest
from builders import person
from shares import asked, best, by_chance, dated, free, place, request
from summer import FIRST, summer

from heiltid.advice.differences import added
from heiltid.allocation import Asked, ShareGoal, ShareReport, ShareRequest
from heiltid.booking.dates.judging import judge_who_works
from heiltid.booking.dates.rolling import decide
from heiltid.booking.places.open_places import open_places
from heiltid.booking.places.taking import cells_of_taking
from heiltid.booking.sharing.shares import Sharing, rank, scores
from heiltid.jobs import Status
from heiltid.model import Cell, Plan, Unit
from heiltid.model import Status as StaffStatus
from heiltid.model.asking import Allotment, BookingSettings, Choice, Willingness
from heiltid.model.booking import RollOut
from heiltid.rules.finding import Finding, Severity
from solver.allocate import allocate
from solver.share_greedy import completed
from solver.share_polish import polished


def never() -> bool:
    """Nobody stops it."""
    return False


def shared(asking: ShareRequest) -> ShareReport:
    """What the engine answers, which must be what it says and within every limit."""
    report = allocate(asking, never)
    sharing = Sharing(asking)
    assert [entry.place for entry in report.allotments] == [place.number for place in asking.places]
    assert [(v.goal, v.value) for v in report.goals] == [
        (v.goal, v.value) for v in scores(asking, report.allotments)
    ]
    assert set(asking.decided) <= set(report.allotments)
    for employee, numbers in sharing.proposed(report.allotments).items():
        assert numbers <= set(sharing.options(employee))
        assert sharing.limited(employee, numbers) is None
    return report


@pytest.mark.parametrize("seed", range(60))
def test_a_small_sharing_is_the_best_of_all_there_are(seed: int) -> None:
    request = by_chance(seed)
    report = shared(request)
    assert {value.goal: value.value for value in report.goals} == best(Sharing(request))
    assert report.status is Status.OPTIMAL
    assert all(value.bound == value.value for value in report.goals)


@pytest.mark.parametrize("seed", range(100, 130))
def test_small_exchanges_stay_lawful_and_are_never_to_the_worse(seed: int) -> None:
    sharing = Sharing(by_chance(seed))
    hasty = completed(sharing, {}, never)
    better = polished(sharing, hasty, never)
    assert rank(sharing.values_of(better)) >= rank(sharing.values_of(hasty))
    assert all(sharing.limited(employee, numbers) is None for employee, numbers in better.items())
    assert polished(sharing, hasty, lambda: True) == hasty


def test_two_people_turn_their_places_round() -> None:
    # Each has the place the other would gladly have.
    people = (person("1", 0, status=StaffStatus.HOURLY), person("2", 0, status=StaffStatus.HOURLY))
    wanted = request(
        dated(employees=people),
        (free("1", 0), free("2", 0)),
        (place(1, 0), place(2, 2)),
        asked("1", gladly=(2,), can=(1,)),
        asked("2", gladly=(1,), can=(2,)),
        settings=BookingSettings(most_shifts_in_four_weeks=1),
    )
    crossed = {"1": frozenset({1}), "2": frozenset({2})}
    turned = polished(Sharing(wanted), crossed, never)
    assert turned == {"1": frozenset({2}), "2": frozenset({1})}


def test_the_same_seed_on_one_worker_gives_the_same_answer() -> None:
    request = by_chance(8)
    one, other = allocate(request, never), allocate(request, never)
    assert replace(one, seconds=0.0) == replace(other, seconds=0.0)


def test_an_answer_comes_however_little_time_there_is() -> None:
    request = replace(by_chance(8), time_limit_seconds=0.0)
    report = shared(request)
    assert report.status is Status.FEASIBLE
    assert all(value.bound is None for value in report.goals)


def test_who_stops_it_gets_what_there_is() -> None:
    report = allocate(answered(summer(), 1), lambda: True)
    assert report.status is Status.STOPPED
    assert report.seconds < 5


def test_nothing_to_share_is_shared_at_once() -> None:
    request = replace(by_chance(8), places=(), asked=(), decided=())
    assert shared(request).allotments == ()


# -- Solbakken's summer -------------------------------------------------------------------------------


def answered(weeks: RollOut, seed: int) -> ShareRequest:
    """The summer's open places, and what people say to them by chance."""
    chance = random.Random(seed)
    places = open_places(weeks.unit, weeks.plan, weeks.lost)
    people = [p for p in weeks.unit.employees if p.status is not StaffStatus.VACANT]
    asked = []
    for who in people:
        eager = chance.choice((0.1, 0.3, 0.5))
        yes = [place.number for place in places if chance.random() < eager]
        said = [chance.choice((Willingness.GLADLY, Willingness.CAN)) for _ in yes]
        asked.append(
            Asked(
                employee=who.number,
                choices=tuple(
                    Choice(place=number, willingness=word) for number, word in zip(yes, said, strict=True)
                ),
                most_minutes=chance.choice((None, None, 1_200)),
                missing_minutes=max(0, who.wanted_bp - who.position_bp) * 2,
                carried_minutes=60 * chance.randrange(100),
            )
        )
    return ShareRequest(
        list="K7F2",
        weeks=1,
        unit=weeks.unit,
        plan=weeks.plan,
        planned=weeks.plan,
        overtime=(),
        places=places,
        asked=tuple(asked),
        settings=BookingSettings(),
        decided=(Allotment(place=places[0].number, employee=None, by="L", at=datetime(2027, 6, 1, 12, 0)),),
        time_limit_seconds=8.0,
        workers=1,
    )


def breaches(unit: Unit, plan: Plan) -> list[Finding]:
    return [entry for entry in judge_who_works(unit, plan) if entry.severity is Severity.BREACH]


def test_a_whole_summer_is_shared_lawfully_and_soon() -> None:
    weeks = summer()
    request = answered(weeks, 3)
    began = time.monotonic()
    report = shared(request)
    assert report.seconds <= time.monotonic() - began
    values = {value.goal: value for value in report.goals}
    assert values[ShareGoal.FILLED].value > 60
    assert values[ShareGoal.OVERTIME].value == 0
    # What is told of the first goals is proven, and no worse than giving place after place away.
    assert values[ShareGoal.NEEDED].bound is not None
    assert values[ShareGoal.NEEDED].value <= values[ShareGoal.NEEDED].bound
    hasty = allocate(replace(request, time_limit_seconds=0.8), never)
    assert values[ShareGoal.NEEDED].value >= hasty.goals[0].value
    # The checker finds nothing new in the whole unit when all of it is laid over the plan.
    cells: dict[tuple[str, object], Cell] = {}
    for wanted, entry in zip(request.places, report.allotments, strict=True):
        assert wanted.number == entry.place
        if entry.employee is not None:
            cells |= cells_of_taking(weeks.plan, wanted, entry.employee, FIRST)
    made = decide(weeks, cells, "L", datetime(2027, 6, 1, 12, 0))  # type: ignore[arg-type]
    assert (made.unfit, made.covered) == ((), ())
    assert added(breaches(weeks.unit, weeks.plan), breaches(made.unit, made.plan)) == ()
