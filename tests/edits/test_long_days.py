"""Long shifts that may stand on weekdays too: whose they are, and where they are for weekends only."""

from __future__ import annotations

from dataclasses import replace

from builders import A1, D1, L1, N1, WEEKDAYS, WEEKEND, demand, person, shift, unit

from heiltid.edits.long_days import long_shifts_all_week, with_long_weekends
from heiltid.model import DaySelector

WILLING = (person("1", long_shifts=True),)
WARD = unit(employees=WILLING, demand=(demand(WEEKDAYS | WEEKEND, "07:30-22:00", 2),))


def test_long_shifts_of_all_days_are_limited_to_weekends_and_red_days() -> None:
    assert [one.code for one in long_shifts_all_week(WARD)] == ["L1", "L2"]
    limited = with_long_weekends(WARD)
    assert [one.days for one in limited.shifts[3:]] == [DaySelector(weekdays=WEEKEND, red=True)] * 2
    assert limited.shifts[:3] == WARD.shifts[:3]
    assert long_shifts_all_week(limited) == ()


def test_shifts_made_for_weekdays_alone_stay() -> None:
    own = replace(L1, code="L3", days=DaySelector(weekdays=WEEKDAYS))
    ward = replace(WARD, shifts=(*WARD.shifts, own))
    assert with_long_weekends(ward).shifts[-1] is own


def test_where_nobody_takes_them_or_weekdays_need_them_they_are_left_alone() -> None:
    assert long_shifts_all_week(replace(WARD, employees=(person("1"),))) == ()
    early = shift("D1", "07:30-13:00")  # on weekdays only L1 is there from 13:00 to 14:30
    ward = replace(WARD, shifts=(early, A1, N1, L1))
    assert long_shifts_all_week(ward) == ()
    assert with_long_weekends(ward) == ward
    assert long_shifts_all_week(replace(ward, shifts=(D1, A1, N1, L1))) == (L1,)
