"""F3 and F5: how many are due, and F3 laid over shifts that nobody needs.

Weeks from Monday 22 March 2027: Thursday 25, Friday 26 and Monday 29 March are red (Easter), and so is
Sunday 28 March; Solbakken's 12 weeks add Saturday 1, Thursday 6, Sunday 16 and Monday 17 May.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import demand, person, plan, row, unit
from judging import override
from rolls import SUMMER, away, roll, shown

from heiltid.booking.dates.red_days import days_off_due
from heiltid.booking.dates.rolling import rolled
from heiltid.model import RotaKind, Status
from heiltid.model.booking import DaysOffDue, LostTo, RollOut, RollOutOptions

EASTER = date(2027, 3, 22)
THURSDAY, FRIDAY, SUNDAY, MONDAY = (date(2027, 3, day) for day in (25, 26, 28, 29))
EVERY_DAY = frozenset(range(7))


def easter(*rows: Any, minimum: int = 0, **more: Any) -> RollOut:
    """Two Easter weeks of a rota; so many people needed by day on all of them."""
    people = more.pop("employees", tuple(person(entry.employee) for entry in rows))
    needed = (demand(EVERY_DAY, "07:30-15:00", minimum),) if minimum else ()
    base = unit(2, employees=people, demand=needed, overrides=more.pop("overrides", ()))
    return roll(base, *rows, first=EASTER, **more)


def due(found: RollOut, code: str) -> list[DaysOffDue]:
    return [entry for entry in days_off_due(found.unit, found.plan) if entry.code == code]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        # Three red days, Sunday left out: one of every two must be free, so one.
        ("- - - D1 D1 - - D1 - - - - - -", 1),
        ("- - - D1 D1 - - - - - - - - -", 0),  # one is free already
        ("- - - - - - D1 - - - - - - -", 0),  # the Sunday alone: not counted
        ("D1 D1 D1 - - - - - D1 D1 - - - -", 0),
    ],
)
def test_f3_is_due_where_fewer_than_every_second_red_day_is_free(line: str, count: int) -> None:
    found = easter(row(line), minimum=1)  # nobody can be spared: what is due stays due
    assert [entry.count for entry in due(found, "F3")] == ([count] if count else [])


def test_a_setting_counts_red_sundays_and_another_asks_for_more() -> None:
    all_four = row("- - - D1 D1 - D1 D1 - - - - - -")
    counted = easter(all_four, minimum=1, overrides=(override("red_days_off", "sundays_count", "yes"),))
    assert [entry.count for entry in due(counted, "F3")] == [2]  # four red days: two of them
    every = easter(all_four, minimum=1, overrides=(override("red_days_off", "every", "1"),))
    assert [entry.count for entry in due(every, "F3")] == [3]
    off = easter(all_four, minimum=1, overrides=(override("red_days_off", "every", "none"),))
    assert due(off, "F3") == []


def test_f3_is_laid_over_a_shift_when_enough_are_left() -> None:
    line = "- - - D1 D1 - - D1 - - - - - -"
    found = easter(row(line, "1"), row(line, "2"), minimum=1)
    # One of two is needed on each red day. Thursday: both have one due, the first line comes first;
    # Friday: the other has most left.
    assert shown(found, "1").split()[3:5] == ["(D1)F3", "D1"]
    assert shown(found, "2").split()[3:5] == ["D1", "(D1)F3"]
    assert [(entry.employee, entry.given, entry.left) for entry in due(found, "F3")] == [
        ("1", (THURSDAY,), 0),
        ("2", (FRIDAY,), 0),
    ]
    assert [(lost.employee, lost.on, lost.to) for lost in found.lost] == [
        ("1", THURSDAY, LostTo.RED_DAY),
        ("2", FRIDAY, LostTo.RED_DAY),
    ]


def test_f3_is_not_given_where_it_would_be_missed_nor_over_a_lock_nor_unasked() -> None:
    line = "- - - D1 D1 - - D1 - - - - - -"
    assert "F3" not in shown(easter(row(line), minimum=1))
    assert shown(easter(row(line.replace("D1", "!D1", 1)))).split()[3:5] == ["!D1", "(D1)F3"]
    options = RollOutOptions(first=EASTER, from_week=1, weeks=2, gives_red_days=False)
    assert "F3" not in shown(rolled(unit(2), plan(row(line)), options))


def test_f3_is_laid_over_shifts_only_and_over_as_many_as_are_due() -> None:
    """All three red days are to be free: Thursday is, so the two others are given."""
    every = (override("red_days_off", "every", "1"),)
    found = easter(row("- - - - D1 - - D1 - - - - - -"), overrides=every)
    assert shown(found).split()[3:8] == ["-", "(D1)F3", "-", "-", "(D1)F3"]
    assert [lost.on for lost in found.lost] == [FRIDAY, MONDAY]


def test_an_f5_that_is_due_is_no_f3() -> None:
    found = easter(row("D1 D1 D1 F1 D1 - - - - - - - - -"))
    assert [(entry.code, entry.left) for entry in days_off_due(found.unit, found.plan)] == [("F5", 1)]
    assert "F3" not in shown(found)


def test_a_shift_is_spared_where_others_are_enough_at_its_own_time() -> None:
    """One is needed from morning to night. Nobody comes in the evening, which two by day do not mend."""
    line = "- - - D1 D1 - - D1 - - - - - -"
    people = (person("1"), person("2"))
    base = unit(2, employees=people, demand=(demand(EVERY_DAY, "07:30-22:00", 1),))
    found = roll(base, row(line, "1"), row(line, "2"), first=EASTER)
    assert [lost.employee for lost in found.lost] == ["1", "2"]


def test_f3_given_though_none_is_due_is_told_and_a_holiday_laid_by_hand_is_a_free_red_day() -> None:
    base = unit(2, start=EASTER, kind=RotaKind.DATED)
    given = plan(row("- - - F3 - - - D1 - - - - - -"))
    assert [(entry.count, entry.given, entry.left) for entry in days_off_due(base, given)] == [
        (0, (THURSDAY,), 0)
    ]
    away_then = plan(row("- - - (D1)FE D1 - - D1 - - - - - -"))
    assert days_off_due(base, away_then) == ()


def test_a_competence_that_is_needed_is_not_given_free() -> None:
    line = "- - - D1 D1 - - D1 - - - - - -"
    people = (person("1", competence="nurse"), person("2", competence="assistant"))
    one_nurse = demand(EVERY_DAY, "07:30-15:00", 1, competence="nurse")
    base = unit(2, employees=people, demand=(one_nurse,))
    found = roll(base, row(line, "1"), row(line, "2"), first=EASTER)
    assert [lost.employee for lost in found.lost] == ["2"]


def test_neither_illness_nor_a_booking_moves_a_red_day_off() -> None:
    line = "- - - D1 D1 - - D1 - - - - - -"
    rows = (row(line, "1"), row(line, "2"))
    ill = easter(*rows, minimum=1, absences=(away(THURSDAY, FRIDAY, "SJUK", "1"),))
    assert shown(ill, "1").split()[3:5] == ["(D1)SJUK", "(D1)SJUK"]
    assert shown(ill, "2").split()[3:5] == ["D1", "(D1)F3"]  # as without the illness


def test_vacant_lines_and_substitutes_have_nothing_due() -> None:
    line = "- - - D1 D1 - - D1 - - - - - -"
    for status in (Status.VACANT, Status.HOURLY):
        assert due(easter(row(line), employees=(person(status=status),)), "F3") == []


def test_who_begins_after_easter_has_nothing_due() -> None:
    line = "- - - D1 D1 - - D1 - D1 - - - -"
    late = person(employed_from=date(2027, 3, 29))
    assert due(easter(row(line), employees=(late,), minimum=1), "F3") == []  # one red day: 1 // 2 = 0


@pytest.mark.parametrize(
    ("line", "red"),
    [
        ("D1 D1 D1 F1 D1 - - - - - - - - -", (THURSDAY,)),
        ("D1 D1 D1 D1 D1 - F1 F1 - - - - - -", (MONDAY,)),  # Easter Sunday is a Sunday
        ("D1 F1 D1 D1 D1 - - - F1 - - - - -", ()),
    ],
)
def test_f5_is_due_where_f1_falls_on_a_red_weekday(line: str, red: tuple[date, ...]) -> None:
    found = due(easter(row(line)), "F5")
    assert [(entry.count, entry.red) for entry in found] == ([(len(red), red)] if red else [])
    off = (override("red_days_off", "replaces_weekly_day_off", "no"),)
    assert due(easter(row(line), overrides=off), "F5") == []


def test_f5_given_later_counts_against_it() -> None:
    found = due(easter(row("D1 D1 D1 F1 D1 - - F5 D1 D1 - - - F1")), "F5")
    assert [(entry.count, entry.given, entry.left) for entry in found] == [(1, (MONDAY,), 0)]


def test_f1_on_a_red_day_one_is_away_on_gives_nothing() -> None:
    found = easter(row("D1 D1 D1 F1 D1 - - - - - - - - -"), absences=(away(THURSDAY, THURSDAY),))
    assert due(found, "F5") == []


def test_without_red_days_nothing_is_due() -> None:
    found = roll(unit(2), row("D1 D1 D1 D1 D1 - - D1 D1 D1 D1 - - -"), first=SUMMER)
    assert days_off_due(found.unit, found.plan) == ()
