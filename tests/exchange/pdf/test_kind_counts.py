"""People per kind of shift and day, and the sign that tells whether they are enough."""

from __future__ import annotations

from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.exchange.pdf.kind_counts import KindCount, kind_counts
from heiltid.model import ALL_WEEKDAYS, DemandRow, Plan, ShiftKind, Unit
from heiltid.rules.context import Context

TWO = (person("1"), person("2", competence="nurse"))


def counts(here: Unit, rota: Plan) -> dict[ShiftKind, tuple[KindCount, ...]]:
    return kind_counts(Context(here, rota))


def asked(*rows: DemandRow) -> Unit:
    return unit(employees=TWO, demand=rows)


def test_people_are_counted_by_kind_on_the_day_the_shift_starts() -> None:
    found = counts(asked(), plan(row("D1 N1 (A1)FE - L1 - -"), row("D1 - A1 - L2 - -", "2")))
    people = {kind: [day.people for day in days] for kind, days in found.items()}
    assert people == {
        ShiftKind.DAY: [2, 0, 0, 0, 0, 0, 0],
        ShiftKind.EVENING: [0, 0, 1, 0, 0, 0, 0],
        ShiftKind.LONG: [0, 0, 0, 0, 2, 0, 0],
        ShiftKind.NIGHT: [0, 1, 0, 0, 0, 0, 0],
    }


def test_too_few_more_than_asked_and_just_enough() -> None:
    day = counts(
        asked(demand(WEEKDAYS, "07:30-15:00", 1)),
        plan(row("D1 D1 - - - - -"), row("D1 - - - - - -", "2")),
    )[ShiftKind.DAY]
    assert [entry.above for entry in day] == [True, *[False] * 6]
    # Monday two for one, Tuesday one, then nobody; nothing is asked for in the weekend
    assert [entry.short for entry in day] == [False, False, True, True, True, False, False]


def test_a_lack_stands_at_the_kind_that_carries_most_of_the_time() -> None:
    # Two are asked for from 07:30 to 22:00. L1 works to 20:00, A1 from 14:30: 12.5 h against 7.5 h
    found = counts(
        asked(demand(frozenset({0}), "07:30-22:00", 2)),
        plan(row("L1 - - - - - -"), row("A1 - - - - - -", "2")),
    )
    assert {kind: days[0].short for kind, days in found.items()} == {
        ShiftKind.DAY: False,
        ShiftKind.EVENING: False,
        ShiftKind.LONG: True,
        ShiftKind.NIGHT: False,
    }


def test_where_nobody_works_the_lack_stands_at_the_kind_whose_time_it_is() -> None:
    found = counts(asked(demand(frozenset({2}), "22:00-07:00", 1)), plan(row("- - - - - - -")))
    assert [(kind, day) for kind, days in found.items() for day in range(7) if days[day].short] == [
        (ShiftKind.NIGHT, 2)
    ]


def test_a_competence_can_lack_but_is_never_too_many() -> None:
    nurses = demand(ALL_WEEKDAYS, "07:30-15:00", 1, competence="nurse", target=0)
    day = counts(asked(nurses), plan(row("D1 - - - - - -"), row("- D1 - - - - -", "2")))[ShiftKind.DAY]
    assert (day[0].short, day[1].short) == (True, False)
    assert not any(entry.above for entry in day)


def test_one_moment_above_the_target_is_the_handover_and_no_surplus() -> None:
    # D1 and A1 overlap from 14:30 to 15:00
    found = counts(
        asked(demand(WEEKDAYS, "07:30-15:00", 1)), plan(row("D1 - - - - - -"), row("A1 - - - - - -", "2"))
    )
    assert not found[ShiftKind.DAY][0].above
    assert not found[ShiftKind.EVENING][0].above
