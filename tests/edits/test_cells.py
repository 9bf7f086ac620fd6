"""Cells changed by hand: typed, cleared, locked, filled, moved, swapped."""

from __future__ import annotations

import pytest
from builders import person, plan, row, unit

from heiltid.edits.cells import (
    UnknownCode,
    cell_at,
    cell_from_text,
    cleared,
    filled_down_weeks,
    locked,
    moved,
    moved_all,
    swapped,
    swapped_all,
    text_of_cell,
    with_cells,
)
from heiltid.errors import InternalError
from heiltid.model import FREE, Absence, Cell, Plan
from heiltid.notation import cell_text

D1, A1, N1 = Cell(shift="D1"), Cell(shift="A1"), Cell(shift="N1")
TWO = plan(row("D1 D1 - - - - -", "1"), row("- A1 !A1 - - - -", "2"))


def line(of: Plan, number: str = "1") -> str:
    """A person's cells as words, "-" for free."""
    return " ".join(cell_text(cell) or "-" for cell in of.row_of()[number].cells)


def test_cells_are_put_in_and_everything_else_stays_the_same_value() -> None:
    after = with_cells(TWO, {("1", 1): N1, ("1", 2): N1})
    assert line(after) == "D1 N1 N1 - - - -"
    assert after.rows[1] is TWO.rows[1]
    assert after.rows[0].cells[0] is TWO.rows[0].cells[0]


def test_a_change_to_the_same_is_no_change() -> None:
    assert with_cells(TWO, {("1", 0): D1}) is TWO
    after = with_cells(TWO, {("1", 0): D1, ("2", 0): D1})
    assert after.rows[0] is TWO.rows[0]
    assert line(after, "2") == "D1 A1 !A1 - - - -"


def test_the_days_before_the_start_can_be_changed_too() -> None:
    """-1 is the Sunday before: the last of the fourteen."""
    after = with_cells(TWO, {("1", -1): N1, ("1", -14): A1})
    assert after.rows[0].history == (A1, *(FREE,) * 12, N1)
    assert cell_at(after.rows[0], -1) == N1
    assert cell_at(after.rows[1], -1) == FREE


@pytest.mark.parametrize("place", [("3", 0), ("1", 7), ("1", -15)])
def test_a_place_outside_the_plan_is_our_fault(place: tuple[str, int]) -> None:
    with pytest.raises(InternalError):
        with_cells(TWO, {place: D1})


def test_clearing_and_locking_are_meant_for_locked_cells_too() -> None:
    assert line(cleared(TWO, [("2", 1), ("2", 2)]), "2") == "- - - - - - -"
    assert line(locked(TWO, [("2", 0), ("2", 1)], True), "2") == "! !A1 !A1 - - - -"
    assert line(locked(TWO, [("2", 1), ("2", 2)], False), "2") == "- A1 A1 - - - -"


def test_the_selected_days_are_repeated_over_the_weeks_after() -> None:
    """Monday and Tuesday of week 1 over weeks 2 and 3; the locked Tuesday of week 2 stays."""
    four = unit(weeks=4)
    before = plan(row("!D1 N1 A1 - - - -  - ! A1 - - - -  A1 A1 - - - - -  - - - - - - -"))
    found = filled_down_weeks(four, before, "1", [0, 1], 3)
    assert line(found.plan) == "!D1 N1 A1 - - - - D1 ! A1 - - - - D1 N1 - - - - - - - - - - - -"
    assert found.skipped_locked == (("1", 8),)


def test_a_pattern_of_two_weeks_is_repeated_two_weeks_later() -> None:
    """Friday of week 1 and Monday of week 2: Friday of 3, Monday of 4, Friday of 5; 6 does not exist."""
    five = unit(weeks=5)
    weeks = ["- - - - D1 - -", "A1 - - - - - -", *["- - - - - - -"] * 3]
    found = filled_down_weeks(five, plan(row("  ".join(weeks), "1")), "1", [7, 4], 9)
    assert line(found.plan) == " ".join([*weeks[:2], *weeks[:2], weeks[0]])


def test_filling_nothing_or_to_a_week_that_is_past_changes_nothing() -> None:
    assert filled_down_weeks(unit(), TWO, "1", [], 1).plan is TWO
    assert filled_down_weeks(unit(), TWO, "1", [0], 1).plan is TWO


def test_two_places_exchange_their_contents_but_a_locked_one_keeps_its_own() -> None:
    found = swapped(TWO, ("1", 0), ("2", 1))
    assert (line(found.plan), line(found.plan, "2")) == ("A1 D1 - - - - -", "- D1 !A1 - - - -")
    assert found.skipped_locked == ()
    held = swapped(TWO, ("1", 1), ("2", 2))
    assert held.plan is TWO
    assert held.skipped_locked == (("2", 2),)
    assert swapped(TWO, ("1", 0), ("1", 0)).plan is TWO


def test_pairs_are_exchanged_one_after_the_other() -> None:
    """D1 goes from Monday to Tuesday, then on to Wednesday."""
    one = plan(row("D1 A1 - - - - -", "1"))
    found = swapped_all(one, [(("1", 0), ("1", 1)), (("1", 1), ("1", 2))])
    assert line(found.plan) == "A1 - D1 - - - -"


def test_a_move_leaves_a_free_day_and_replaces_what_was_there() -> None:
    found = moved(TWO, ("1", 0), ("2", 1))
    assert (line(found.plan), line(found.plan, "2")) == ("- D1 - - - - -", "- D1 !A1 - - - -")
    assert moved(TWO, ("1", 0), ("1", 0)).plan is TWO
    onto_locked = moved(TWO, ("1", 0), ("2", 2))
    from_locked = moved(TWO, ("2", 2), ("1", 0))
    assert onto_locked.plan is from_locked.plan is TWO
    assert onto_locked.skipped_locked == from_locked.skipped_locked == (("2", 2),)


def test_a_selection_moves_one_day_on_over_itself() -> None:
    one = plan(row("D1 A1 N1 - - - -", "1"))
    found = moved_all(one, [(("1", day), ("1", day + 1)) for day in range(3)])
    assert line(found.plan) == "- D1 A1 N1 - - -"


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("", FREE),
        ("-", FREE),
        (" – ", FREE),
        ("!", Cell(locked=True)),
        ("!-", Cell(locked=True)),
        ("d1", D1),
        ("! d1", Cell(shift="D1", locked=True)),
        ("f1", Cell(day_off="F1")),
        ("fe", Cell(absence="FE")),
        ("kurs", Cell(absence="Kurs")),
        ("(a1) fe", Cell(shift="A1", absence="FE")),
        ("(A1)\u00a0FE\n", Cell(shift="A1", absence="FE")),
    ],
)
def test_what_is_typed(typed: str, cell: Cell) -> None:
    course = Absence(employee="1", first=unit().start, last=unit().start, code="Kurs")
    assert cell_from_text(unit(absences=(course,)), typed) == cell


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [("D7", "D1"), ("a1 fe", "(a1) fe"), ("!D1!", "D1"), ("--", None), ("Kurs", None)],
)
def test_what_is_not_understood_says_so_and_names_the_nearest(typed: str, suggestion: str | None) -> None:
    with pytest.raises(UnknownCode) as caught:
        cell_from_text(unit(employees=(person(),)), typed)
    assert (caught.value.found, caught.value.suggestion) == (typed, suggestion)
    assert caught.value.allowed == "D1, A1, N1, L1, L2, F1-F5"
    assert typed not in str(caught.value)


def test_a_cell_is_shown_as_it_is_typed() -> None:
    assert text_of_cell(Cell(shift="A1", absence="FE", locked=True)) == "!(A1) FE"
    assert text_of_cell(FREE) == ""
