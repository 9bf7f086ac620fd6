"""Who counts, and what the figures of positions are."""

from dataclasses import replace
from fractions import Fraction

import pytest
from builders import engine_run, person, plan, row, unit

from heiltid.measures.positions import (
    Limits,
    counted_after,
    counted_before,
    figures_after,
    figures_before,
    figures_beside,
    is_by_hand,
    limits_of,
    positions_of,
    positions_today,
)
from heiltid.model import RuleOverride, Status, Unit

RUN = engine_run()
PEOPLE = (
    person("full"),
    person("large", 8_500, wanted_bp=10_000),
    person("small", 2_499, wanted_bp=7_499),
    person("shared", 4_000, elsewhere_bp=6_000),
    person("chosen", 6_000, wanted_bp=9_000, chosen_part_time=True),
    person("student", 1_500, status=Status.STUDENT),
    person("vacant", 6_200, wanted_bp=10_000, status=Status.VACANT),
    person("temporary", 1_400, wanted_bp=5_000, status=Status.TEMPORARY),
    person("hourly", 0, status=Status.HOURLY),
)


@pytest.fixture
def ward() -> Unit:
    return unit(employees=PEOPLE)


def test_before_counts_people_who_hold_a_position(ward: Unit) -> None:
    counted = counted_before(ward, positions_today(ward))
    assert [entry.number for entry in counted] == ["full", "large", "small", "shared", "chosen", "student"]


def test_before_figures(ward: Unit) -> None:
    found = figures_before(ward, positions_today(ward))
    assert (found.employees, found.fte_bp) == (6, 32_499)
    assert found.average_bp == Fraction(32_499, 6)
    assert found.same_people_average_bp == found.average_bp
    assert (found.vacant_fte_bp, found.positions_to_announce) == (7_600, 2)
    assert (found.lines, found.lines_fte_bp) == (8, 40_099)
    assert found.full_time_share == Fraction(2, 6)  # the shared position makes a full one
    assert dict(found.bands) == {"0-24.9": 2, "25-49.9": 0, "50-74.9": 1, "75-99.9": 1, "100": 2}
    assert (found.small, found.large) == (2, 3)
    assert (found.unwanted_people, found.missing_bp) == (2, 1_500 + 5_000)


def test_after_counts_the_same_people_and_lines_that_still_have_hours(ward: Unit) -> None:
    was = positions_today(ward)
    now = was | {"vacant": 0, "temporary": 5_000, "small": 0}
    assert [entry.number for entry in counted_after(ward, was, now)] == [
        "full",
        "large",
        "small",
        "shared",
        "chosen",
        "student",
        "temporary",
    ]
    found = figures_after(ward, was, now)
    assert (found.employees, found.fte_bp) == (7, 30_000 + 5_000)
    assert (found.positions_to_announce, found.vacant_fte_bp) == (1, 5_000)
    assert (found.lines, found.lines_fte_bp) == (6, 35_000)
    assert found.same_people_average_bp == Fraction(30_000, 6)


def test_a_temporary_line_wants_nothing_for_itself(ward: Unit) -> None:
    was = positions_today(ward)
    found = figures_after(ward, was, was | {"large": 10_000, "small": 7_499})
    assert (found.unwanted_people, found.missing_bp) == (0, 0)


@pytest.mark.parametrize(
    ("share", "band"),
    [(0, "0-24.9"), (2_499, "0-24.9"), (2_500, "25-49.9"), (9_999, "75-99.9"), (10_000, "100")],
)
def test_band_edges(share: int, band: str) -> None:
    assert Limits().band_of(share) == band


@pytest.mark.parametrize(("share", "large"), [(8_000, 0), (8_001, 1)])
def test_large_is_above_eighty_percent(share: int, large: int) -> None:
    one = unit(employees=(person("1", share),))
    assert figures_before(one, positions_today(one)).large == large


@pytest.mark.parametrize(("share", "small"), [(4_999, 1), (5_000, 0)])
def test_small_is_below_the_units_own_limit(share: int, small: int) -> None:
    one = unit(employees=(person("1", share),))
    assert figures_before(one, positions_today(one)).small == small
    wider = unit(employees=(person("1", share),), small_position_below_bp=6_000)
    assert figures_before(wider, positions_today(wider)).small == 1


def test_the_edges_are_settings() -> None:
    overrides = (
        RuleOverride(rule="figures", parameter="band_1_bp", value="2000"),
        RuleOverride(rule="figures", parameter="band_3_bp", value="none"),
        RuleOverride(rule="figures", parameter="large_above_bp", value="9000"),
    )
    limits = limits_of(unit(overrides=overrides))
    assert limits.band_names() == ("0-19.9", "20-49.9", "50-99.9", "100")
    assert limits.large_above_bp == 9_000


def test_positions_of_a_plan_leave_missing_lines_at_zero(ward: Unit) -> None:
    found = positions_of(ward, plan(row("- - - - - - -", "large", 9_000)))
    assert found["large"] == 9_000
    assert found["full"] == 0
    assert "hourly" not in found


def test_nobody_at_all_gives_zeros() -> None:
    empty = unit(employees=())
    found = figures_before(empty, {})
    assert (found.average_bp, found.full_time_share, found.lines_average_bp) == (0, 0, 0)


def test_a_copy_gives_the_same_figures_before_and_after_however_many_lines_are_vacant(ward: Unit) -> None:
    was = positions_today(ward)
    before = figures_before(ward, was)
    # Counted as for a run: six people and two lines nobody holds, 40 099 : 8 instead of 32 499 : 6.
    assert figures_after(ward, was, was).average_bp == Fraction(40_099, 8)
    assert figures_beside(ward, was, dict(was), by_hand=True) == before
    # A run that kept both lines kept two positions to announce: what its figures mean stays.
    assert figures_beside(ward, was, was, by_hand=False) == figures_after(ward, was, was)


def test_a_position_changed_by_hand_is_counted_as_after_a_run(ward: Unit) -> None:
    was = positions_today(ward)
    now = was | {"vacant": 0, "large": 10_000}
    assert figures_beside(ward, was, now, by_hand=True) == figures_after(ward, was, now)


def test_a_plan_is_by_hand_where_no_run_stands_between_it_and_the_one_before() -> None:
    today = plan(row("- - - - - - -", "1", 9_000))
    built = replace(today, origin=RUN)
    assert is_by_hand(today, replace(today, name="kopi"))
    assert not is_by_hand(today, built)
    assert not is_by_hand(None, built)
    assert is_by_hand(built, replace(built, name="kopi"))  # of a rota that was built, and taken into use
