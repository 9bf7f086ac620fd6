"""Where the hours of positions beyond the staffing's need go: parts that add up exactly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import A1, D1, N1, WEEKDAYS, demand, person, plan, row, shift, unit

from heiltid.exchange.files import read_file
from heiltid.measures.hours_account import HoursAccount, hours_account, night_right
from heiltid.model import MINUTES_PER_HOUR, ShiftKind, Status, Unit
from heiltid.rules.context import Context

SAMPLES = Path(__file__).parents[2] / "sample_rotas"
DAY = demand(WEEKDAYS, "07:30-15:00", 1)
PEOPLE = (person("1"), person("2"))
WARD = unit(employees=PEOPLE, demand=(DAY,))
HALF_TIME_HOURS = 17.75  # of 35.5


def account_of(ward: Unit, *lines: tuple[str, int]) -> HoursAccount:
    """The account of one week; lines: shifts from Monday, and the position."""
    rows = (
        row(" ".join([*line.split(), *["-"] * 7][:7]), str(place), share)
        for place, (line, share) in enumerate(lines, 1)
    )
    return hours_account(Context(ward, plan(*rows)))


def hours(found: HoursAccount) -> dict[str, float]:
    """The parts that are there, in hours; that they sum up is asserted on the way."""
    assert sum(minutes for _, minutes in found.parts) == found.beyond
    return {name: float(minutes / MINUTES_PER_HOUR) for name, minutes in found.parts if minutes}


def test_whole_shifts_too_many_and_hours_paid_for_but_not_planned() -> None:
    # Needed: 5 x 7.5 = 37.5 h. Six shifts are 45 h: one too many. Two of 17.75 + 35.5 = 53.25 h are paid.
    found = account_of(WARD, ("D1 D1 D1", 5_000), ("- - D1 D1 D1", 10_000))
    assert found.beyond == (53.25 - 37.5) * MINUTES_PER_HOUR
    assert hours(found) == {"extra": 7.5, "unplanned": 8.25}


def test_hours_lacking_and_hours_beyond_the_positions_count_against() -> None:
    # Thursday and Friday lack 15 h, Monday has one too many, and 30 h are planned on 26.625 h.
    found = account_of(WARD, ("D1 D1 D1", 5_000), ("D1", 2_500))
    assert hours(found) == {"extra": 7.5, "over": -3.375, "lacking": -15.0}


def test_a_shift_that_lasts_longer_than_it_had_to_is_no_extra_shift() -> None:
    # 07:30-18:00 is had with D1 and A1, 15 h; D1 and D2 are 15.5 h and neither can go.
    d2 = shift("D2", "10:00-18:00")
    ward = replace(WARD, shifts=(D1, A1, d2), demand=(demand(frozenset({0}), "07:30-18:00", 1),))
    assert hours(account_of(ward, ("D1", 5_000), ("A1", 0))) == {"unplanned": HALF_TIME_HOURS - 15}
    assert hours(account_of(ward, ("D1", 5_000), ("D2", 0)))["overlap"] == 0.5


def test_overlap_that_the_need_has_too_is_no_part() -> None:
    # The half hour of D1 and A1 together is in both: only what nobody has planned is left.
    ward = replace(WARD, shifts=(D1, A1), demand=(demand(WEEKDAYS, "07:30-22:00", 1),))
    found = account_of(ward, ("D1 D1 D1 D1 D1", 12_000), ("A1 A1 A1 A1 A1", 12_000))
    assert hours(found) == {"unplanned": pytest.approx(10.2)}  # 85.2 - 75


def test_shifts_that_staff_nothing_and_whoever_no_position_pays_for() -> None:
    # A meeting of 2 h and a shift with an absence laid over are paid but staff nothing; 3 works two of
    # the days without a position, and Tuesday lacks.
    meeting = shift("O1", "12:00-14:00", kind=ShiftKind.OTHER)
    by_the_hour = person("3", status=Status.HOURLY)
    ward = replace(WARD, shifts=(D1, meeting), employees=(*PEOPLE, by_the_hour))
    found = account_of(
        ward, ("O1 (D1)FE D1", 5_000), ("- - - - -", 0), ("- - - D1 D1", 0)
    )  # 17.75 paid, 17 planned
    assert hours(found) == {"uncounted": 9.5, "unplanned": 0.75, "hired": -15.0, "lacking": -15.0}


def test_a_nurse_who_could_go_by_number_is_kept_for_her_competence() -> None:
    nurse = demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")
    ward = replace(WARD, demand=(DAY, nurse), employees=(person("1", competence="nurse"), person("2")))
    week = "D1 D1 D1 D1 D1"
    assert hours(account_of(ward, (week, 10_000), (week, 10_000)))["extra"] == 37.5
    # Without her the number is right; what lacks is told elsewhere, and no hour is both there and not.
    found = account_of(ward, ("- - - - -", 0), (week, 10_000))
    assert hours(found) == {"over": -2.0}


@pytest.mark.parametrize("name", ["solbakken", "liten", "heimeteneste", "miljoteneste"])
def test_the_parts_sum_up_exactly_in_the_samples(name: str) -> None:
    file = read_file(SAMPLES / f"{name}.xlsx").file
    assert file.plans
    for rota in file.plans:
        found = hours_account(Context(file.unit, rota))
        hours(found)
        assert min(found.extra, found.overlap, found.lacking, found.uncounted, found.hired) >= 0


def test_positions_that_hold_more_than_the_nights_explain_more_by_night() -> None:
    # Seven nights of 10 h; two by night alone with 100 % each, which they keep, have 71 h.
    night = demand(frozenset(range(7)), "22:00-07:30", 1)
    first, second = (person(number, kinds=frozenset({ShiftKind.NIGHT})) for number in "12")
    ward = unit(shifts=(D1, N1), employees=(first, second, person("3")), demand=(night,))
    rota = plan(row("N1 N1 N1 N1 - - -", "1"), row("- - - N1 N1 N1 N1", "2"), row("- - - - - - -", "3", 0))
    found = night_right(Context(ward, rota))
    assert found is not None
    assert found.today_bp == 20_000
    assert found.needed_bp * 2_130 / 10_000 == 4_200
    # Eight nights are one too many, which is what they hold more; twelve are more than any right gives.
    many = plan(row("N1 N1 N1 N1 N1 N1 -", "1"), row("- N1 N1 N1 N1 N1 N1", "2"), rota.rows[2])
    assert night_right(Context(ward, many)) is None
    # Who may go down keeps nothing; nor is it the reason where somebody else works a night too.
    may_go_down = replace(ward, employees=(replace(first, min_bp=9_000), *ward.employees[1:]))
    assert night_right(Context(may_go_down, rota)) is None
    other = plan(
        row("N1 N1 N1 N1 - - -", "1"), row("- - - - N1 N1 N1", "2"), row("- - - N1 - - -", "3", 3_000)
    )
    assert night_right(Context(ward, other)) is None
