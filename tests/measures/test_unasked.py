"""Times at which nobody is asked for, by hand."""

from __future__ import annotations

from datetime import date

from builders import A1, D1, N1, WEEKDAYS, demand, unit

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.measures.unasked import unasked_times
from heiltid.model import DemandRow, RotaKind, ShiftType


def found(
    *rows: DemandRow, shifts: tuple[ShiftType, ...], **more: object
) -> list[tuple[int, int, tuple[tuple[int, str], ...]]]:
    ward = unit(shifts=shifts, demand=rows, **more)
    coverage = Coverage(ward, Calendar(ward))
    return [(piece.day, piece.minutes, piece.covers) for piece in unasked_times(coverage)]


def test_weekends_without_staffing_and_what_lies_beside_it_on_other_days() -> None:
    # D1 is 07:30-15:00; asked for from 08:00 to 15:30: half an hour before it on weekdays, all of it else.
    told = found(demand(WEEKDAYS, "08:00-15:30", 1), shifts=(D1,))
    assert told == [(day, 30, ((day, "D1"),)) for day in range(5)] + [
        (5, 450, ((5, "D1"),)),
        (6, 450, ((6, "D1"),)),
    ]


def test_a_night_of_which_nobody_asks_lies_on_two_days_and_over_the_seam() -> None:
    # N1 is 21:45-07:45, asked for from Monday to Saturday: Sunday's reaches into Monday's morning.
    told = found(demand(frozenset(range(6)), "21:45-07:45", 1), shifts=(N1,))
    assert told == [(0, 465, ((6, "N1"),)), (6, 135, ((6, "N1"),))]


def test_a_dated_rota_knows_nothing_of_the_night_before_its_first_day() -> None:
    told = found(
        demand(frozenset(range(6)), "21:45-07:45", 1),
        shifts=(N1,),
        kind=RotaKind.DATED,
        start=date(2027, 2, 1),
    )
    assert told == [(6, 135, ((6, "N1"),))]


def test_where_shifts_overlap_both_may_be_there() -> None:
    # A1 is 14:30-22:00; nobody is asked for at all: 07:30-14:30, 14:30-15:00 and 15:00-22:00 on Monday.
    monday = found(shifts=(D1, A1))[:3]
    assert monday == [(0, 420, ((0, "D1"),)), (0, 30, ((0, "D1"), (0, "A1"))), (0, 420, ((0, "A1"),))]


def test_a_row_for_a_competence_asks_for_nobody_where_others_ask_for_anybody() -> None:
    nurse = demand(frozenset({0}), "07:30-15:00", 1, competence="nurse")
    assert found(nurse, shifts=(D1,))[0] == (1, 450, ((1, "D1"),))
    with_anybody = found(nurse, demand(frozenset({1}), "07:30-15:00", 1), shifts=(D1,))
    assert with_anybody[:2] == [(0, 450, ((0, "D1"),)), (2, 450, ((2, "D1"),))]
