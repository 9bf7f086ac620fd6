"""A dated plan judged step by step: as from the ground up, with substitutes, and nobody on a vacant line."""

from __future__ import annotations

from datetime import timedelta

from booking.rolls import NOON, SUMMER, roll
from builders import demand, person, row, unit

from heiltid.booking.dates.dated_judging import DatedJudging
from heiltid.booking.dates.judging import judge_who_works
from heiltid.booking.dates.rolling import decide
from heiltid.model import Cell, Status
from heiltid.model.booking import RollOut

WEEKDAYS = frozenset(range(5))


def laid() -> RollOut:
    """1 by day all week, 8 a vacant line by day on Monday and Tuesday, 9 by the hour; two are needed."""
    people = (person("1"), person("8", 5_000, status=Status.VACANT), person("9", 0, status=Status.HOURLY))
    ward = unit(1, employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", 2),))
    return roll(ward, row("D1 D1 D1 D1 D1 - -", "1"), row("D1 D1 - - - - -", "8", 5_000))


def with_shifts(made: RollOut, **codes: str) -> RollOut:
    """with_shifts(made, mon="A1"): 9 has these shifts."""
    days = {"mon": SUMMER, "tue": SUMMER + timedelta(days=1)}
    return decide(made, {("9", days[key]): Cell(shift=code) for key, code in codes.items()}, "L", NOON)


def told(judging: DatedJudging, made: RollOut) -> list[str]:
    judged = judging.judgement(made.unit, made.plan)
    return sorted(map(repr, judged.findings))


def test_a_substitute_is_judged_as_soon_as_she_has_shifts_and_as_from_the_ground_up() -> None:
    judging, made = DatedJudging(), laid()
    late = with_shifts(made, mon="A1")
    short = with_shifts(late, tue="D1")  # evening until 22:00 and day from 07:30: 9.5 h of rest
    for step in (made, late, short, late, made, short):
        assert told(judging, step) == sorted(map(repr, judge_who_works(step.unit, step.plan)))
    mine = judging.judgement(short.unit, short.plan).by_person["9"]
    assert any(1 in finding.days and "rest" in finding.rule for finding in mine)
    assert "9" not in judging.judgement(made.unit, made.plan).by_person


def there(judging: DatedJudging, made: RollOut) -> list[int]:
    """How many come on each weekday."""
    context = judging.attendance(made.unit, made.plan)
    return [min(context.staffing[span.start : span.stop]) for span in context.coverage.spans]


def test_nobody_stands_on_a_vacant_line() -> None:
    judging, made = DatedJudging(), laid()
    assert there(judging, made) == [1, 1, 1, 1, 1]
    taken = with_shifts(made, mon="D1")
    assert there(judging, taken) == [2, 1, 1, 1, 1]
    assert there(judging, made) == [1, 1, 1, 1, 1]
    # What the rules say of the vacant line is not lost by it: the line is still there to be filled.
    assert judging.judgement(made.unit, made.plan).plan.row_of()["8"].cells[0].shift == "D1"


def test_the_same_plan_is_judged_once() -> None:
    judging, made = DatedJudging(), laid()
    assert judging.judgement(made.unit, made.plan) is judging.judgement(made.unit, made.plan)
    assert judging.attendance(made.unit, made.plan) is judging.attendance(made.unit, made.plan)
