"""Blocks copied and pasted between the rota and a spreadsheet."""

from __future__ import annotations

import pytest
from builders import SHIFTS, person, plan, row, unit
from hypothesis import given, settings
from hypothesis import strategies as st

from heiltid.edits.cells import block_from_text, cell_at, copied, pasted, swapped, with_cells
from heiltid.edits.problem import Where
from heiltid.model import FREE, Cell, Plan, PlanRow
from heiltid.notation import DAY_OFF_CODES

UNIT = unit(employees=(person("1"), person("2"), person("3")))
ORDER = ("3", "1", "2")  # as sorted in the grid
PLAN = plan(row("D1 - - - - - -", "1"), row("- - - - - - A1", "2"), row("- !N1 - - - - -", "3"))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("D1", [["D1"]]),
        ("\n", [[""]]),
        ("D1\n\n", [["D1"], [""]]),
        ("D1\tA1\r\n\tN1\r\n", [["D1", "A1"], ["", "N1"]]),
        ('"to\nliner"\t"ein ""kode"""\tD1\n', [["to\nliner", 'ein "kode"', "D1"]]),
        ('"open\tD1', [["open\tD1"]]),
        ('D"1\tA1', [['D"1', "A1"]]),
    ],
)
def test_a_clipboard_text_is_a_block(text: str, block: list[list[str]]) -> None:
    assert block_from_text(text) == block


def test_a_text_beyond_all_measure_is_a_block_too() -> None:
    assert block_from_text("x" * 200_000 + "\tD1\n") == [["x" * 200_000, "D1"]]


def test_a_block_is_pasted_from_its_corner_in_the_order_of_the_grid() -> None:
    """The corner is person 1 (second in the grid) on Tuesday; person 2 comes below."""
    found = pasted(UNIT, PLAN, ORDER, 1, 1, [["a1", "f1"], ["", "(d1) fe"]])
    assert found.problems == ()
    assert copied(found.plan, ORDER, range(1, 3), range(4)) == "D1\tA1\tF1\t\n\t\t(D1) FE\t\n"
    assert found.plan.row_of()["3"] is PLAN.row_of()["3"]


def test_locked_cells_are_gone_around_and_told_unless_they_hold_the_same() -> None:
    found = pasted(UNIT, PLAN, ORDER, 0, 0, [["D1", "A1"]])
    assert copied(found.plan, ORDER, range(1), range(2)) == "D1\t!N1\n"
    assert found.skipped_locked == (("3", 1),)
    assert pasted(UNIT, PLAN, ORDER, 0, 1, [["n1"]]).skipped_locked == ()


def test_what_reaches_beyond_the_grid_is_cut_and_told() -> None:
    """Two rows from the last person, three days from Sunday: one row and one day fit."""
    found = pasted(UNIT, PLAN, ORDER, 2, 6, [["D1", "QQ", "QQ"], ["QQ", "QQ", "QQ"]])
    assert found.plan.row_of()["2"].cells[6] == Cell(shift="D1")
    told = [(problem.key, problem.found, problem.allowed, problem.warning) for problem in found.problems]
    assert told == [
        ("edit_problem.paste_below", "1", "1", True),
        ("edit_problem.paste_beside", "2", "1", True),
    ]
    assert found.problems[0].where == Where(part="rota", row=2, day=6)


def test_nothing_is_pasted_unless_all_is_understood_and_every_fault_is_told_at_once() -> None:
    found = pasted(UNIT, PLAN, ORDER, 0, 0, [["D1", "D7"], ["x" * 500, "A1"]])
    assert found.plan is PLAN
    assert [(problem.where.row, problem.where.day) for problem in found.problems] == [(0, 1), (1, 0)]
    assert found.problems[0].suggestion == "D1"
    assert len(found.problems[1].found or "") == 60


def test_lines_of_unlike_length_leave_the_rest_alone() -> None:
    found = pasted(UNIT, PLAN, ORDER, 1, 0, [["A1", "A1"], ["A1"]])
    assert copied(found.plan, ORDER, range(1, 3), range(2)) == "A1\tA1\nA1\t\n"


def test_an_absence_that_the_plan_uses_can_be_copied_and_pasted() -> None:
    away = with_cells(PLAN, {("1", 0): Cell(absence="Kurs")})
    found = pasted(UNIT, away, ORDER, 2, 0, block_from_text(copied(away, ORDER, range(1, 2), range(1))))
    assert found.plan.row_of()["2"].cells[0] == Cell(absence="Kurs")


codes = st.sampled_from([shift.code for shift in SHIFTS])
cells = st.one_of(
    st.just(FREE),
    st.builds(Cell, shift=codes, absence=st.sampled_from([None, "FE", "Kurs"]), locked=st.booleans()),
    st.builds(Cell, day_off=st.sampled_from(DAY_OFF_CODES), locked=st.booleans()),
    st.builds(Cell, absence=st.sampled_from(["FE", "SJUK", "xyz"]), locked=st.booleans()),
    st.just(Cell(locked=True)),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    lines = [
        PlanRow(
            employee=number,
            position_bp=0,
            cells=tuple(draw(st.lists(cells, min_size=7, max_size=7))),
            history=tuple(draw(st.one_of(st.just([]), st.lists(cells, min_size=14, max_size=14)))),
        )
        for number in ("1", "2", "3")
    ]
    return Plan(rows=tuple(lines))


@settings(deadline=None, max_examples=60)
@given(plan=plans(), rows=st.tuples(st.integers(0, 2), st.integers(0, 2)), first=st.integers(-14, 6))
def test_what_is_copied_pastes_back_as_it_was(plan: Plan, rows: tuple[int, int], first: int) -> None:
    height, width = range(min(rows), max(rows) + 1), range(first, min(first + 5, 7))
    block = block_from_text(copied(plan, ORDER, height, width))
    assert [len(line) for line in block] == [len(width)] * len(height)
    found = pasted(UNIT, plan, ORDER, height.start, first, block)
    assert (found.plan, found.problems, found.skipped_locked) == (plan, (), ())
    bare = Plan(
        rows=tuple(PlanRow(employee=line.employee, position_bp=0, cells=(FREE,) * 7) for line in plan.rows)
    )
    wanted = {
        (ORDER[place], day): cell_at(plan.row_of()[ORDER[place]], day) for place in height for day in width
    }
    known = with_cells(bare, {("1", 0): Cell(absence="Kurs"), ("1", 1): Cell(absence="xyz")})
    fresh = pasted(UNIT, known, ORDER, height.start, first, block)
    assert all(cell_at(fresh.plan.row_of()[who], day) == cell for (who, day), cell in wanted.items())


places = st.tuples(st.sampled_from(ORDER), st.integers(-14, 6))


@settings(deadline=None, max_examples=60)
@given(plan=plans(), first=places, second=places)
def test_swapped_twice_is_as_it_was(plan: Plan, first: tuple[str, int], second: tuple[str, int]) -> None:
    once = swapped(plan, first, second)
    twice = swapped(once.plan, first, second)
    for place in (first, second):
        assert cell_at(twice.plan.row_of()[place[0]], place[1]) == cell_at(plan.row_of()[place[0]], place[1])
    assert [line.cells for line in twice.plan.rows] == [line.cells for line in plan.rows]
