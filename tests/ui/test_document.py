"""The document: one door for edits, an exact way back, and what each change tells those who listen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from builders import A1, D1, person, unit
from pytestqt.qtbot import QtBot

from heiltid.edits.cells import locked, with_cells
from heiltid.model import Cell, Decision, Plan, PlanRole, UnitFile, empty_plan
from heiltid.rules.judgement import judge_all
from tests.ui.screens import sample
from ui.document import EVERYTHING, Change, Document
from ui.starting import bare_unit

WARD = unit(weeks=2, shifts=(D1, A1), employees=(person("1"), person("2"), person("3")))
TODAY = empty_plan(WARD, role=PlanRole.TODAY)
FIRST = replace(empty_plan(WARD), name="Framlegg 1")
SECOND = with_cells(replace(FIRST, name="Framlegg 2"), {("1", 3): Cell(shift="D1")})


class Listener:
    """A document and the changes it has told."""

    def __init__(self, *plans: Plan) -> None:
        self.document = Document(UnitFile(unit=WARD, plans=plans))
        self.changes: list[Change] = []
        self.document.changed.connect(self.changes.append)


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Listener]:
    return Listener


def test_an_edit_undo_and_redo_lead_exactly_there_and_back(make: Callable[..., Listener]) -> None:
    document = make(TODAY).document
    before = document.file
    document.apply_plan("D1", with_cells(document.plan, {("2", 0): Cell(shift="D1")}))
    after = document.file
    assert after.plans[0].row_of()["2"].cells[0] == Cell(shift="D1")
    assert document.undo_stack.undoText() == "D1"
    document.undo_stack.undo()
    assert document.file is before
    document.undo_stack.redo()
    assert document.file is after


def test_an_edit_that_changes_nothing_is_no_step(make: Callable[..., Listener]) -> None:
    listener = make(TODAY)
    document = listener.document
    document.apply("ingenting", document.file)
    document.apply("likt", replace(document.file))
    document.apply_plan("likt", replace(document.plan))
    document.apply_unit("likt", replace(document.unit))
    document.show_plan(0)
    assert (document.undo_stack.count(), document.is_modified, listener.changes) == (0, False, [])


def test_modified_is_what_the_undo_stack_says(make: Callable[..., Listener]) -> None:
    document = make(TODAY).document
    document.apply_unit("namn", replace(WARD, name="Ny"))
    document.mark_saved()
    assert not document.is_modified
    document.undo_stack.undo()
    assert document.is_modified  # the file holds the later state
    document.undo_stack.redo()
    assert not document.is_modified
    document.undo_stack.undo()
    document.apply_unit("namn", replace(WARD, name="Annan"))
    document.undo_stack.undo()
    assert document.is_modified  # the saved state can no longer be reached


def test_looking_at_another_plan_is_no_edit(make: Callable[..., Listener]) -> None:
    listener = make(FIRST, TODAY, SECOND)
    document = listener.document
    assert document.plan is TODAY  # today's first, wherever it stands
    document.show_plan(2)
    assert (document.plan, document.shown_index, document.is_modified) == (SECOND, 2, False)
    assert listener.changes == [Change(unit=False, plans=False, shown_plan=True)]


def test_a_change_names_just_the_rows_and_days_that_differ(make: Callable[..., Listener]) -> None:
    listener = make(TODAY)
    document = listener.document
    cells = {("1", 3): Cell(shift="D1"), ("3", 9): Cell(shift="A1")}
    document.apply_plan("to celler", with_cells(document.plan, cells))
    wanted = Change(unit=False, rows=frozenset({"1", "3"}), days=(3, 9))
    assert listener.changes == [wanted]
    document.undo_stack.undo()
    assert listener.changes == [wanted, wanted]


def test_a_change_of_position_or_history_touches_rows_but_no_days(make: Callable[..., Listener]) -> None:
    listener = make(TODAY)
    document = listener.document
    row = document.plan.rows[1]
    document.apply_plan("stilling", document.plan.with_rows({"2": replace(row, position_bp=4_200)}))
    document.apply_plan("før start", with_cells(document.plan, {("2", -1): Cell(shift="D1")}))
    assert [(change.rows, change.days) for change in listener.changes] == [(frozenset({"2"}), None)] * 2


def test_a_change_of_something_else_in_the_plan_touches_no_row(make: Callable[..., Listener]) -> None:
    listener = make(TODAY)
    document = listener.document
    document.apply_plan("namn", replace(document.plan, name="Haust"))
    assert listener.changes == [Change(unit=False, rows=frozenset(), days=None)]


def test_a_change_of_a_plan_that_is_not_shown(make: Callable[..., Listener]) -> None:
    listener = make(TODAY, FIRST)
    document = listener.document
    document.apply("namn", replace(document.file, plans=(TODAY, replace(FIRST, name="Haust"))))
    assert listener.changes == [Change(unit=False, shown_plan=False, rows=frozenset(), days=None)]


def test_a_change_of_the_unit_brings_its_plans_along(make: Callable[..., Listener]) -> None:
    listener = make(TODAY, FIRST)
    document = listener.document
    document.apply_unit("ny", replace(WARD, employees=(*WARD.employees, person("4"))))
    assert [len(plan.rows) for plan in document.file.plans] == [4, 4]
    assert listener.changes[0].unit
    assert listener.changes[0].rows is None  # all of them
    document.undo_stack.undo()
    assert document.file == UnitFile(unit=WARD, plans=(TODAY, FIRST))


def test_the_shown_plan_is_followed_when_others_come_and_go(make: Callable[..., Listener]) -> None:
    document = make(TODAY, FIRST, SECOND).document
    document.show_plan(2)
    document.apply("bort", replace(document.file, plans=(TODAY, SECOND)))
    assert document.plan is SECOND
    document.undo_stack.undo()
    assert (document.plan, document.shown_index) == (SECOND, 2)
    document.apply("bort", replace(document.file, plans=(FIRST, TODAY)))
    assert document.plan is TODAY  # what was shown is gone: today's
    document.undo_stack.undo()
    assert document.plan is SECOND


def test_a_unit_without_a_rota_has_an_empty_one_to_edit(make: Callable[..., Listener]) -> None:
    document = make().document
    bare = document.plan
    assert bare == TODAY
    assert document.plan is bare  # the same value each time it is asked for
    assert (document.shown_index, document.today, document.compared_with) == (None, None, None)
    document.apply_plan("D1", with_cells(bare, {("1", 0): Cell(shift="D1")}))
    assert document.judgement.plan is document.plan
    assert (document.shown_index, document.today) == (0, document.plan)
    document.undo_stack.undo()
    assert document.file == UnitFile(unit=WARD)
    assert document.plan == TODAY  # and not what has just been undone
    document.apply_plan("tom", replace(document.plan))
    assert document.file.plans == ()


def test_what_the_shown_plan_is_compared_with(make: Callable[..., Listener]) -> None:
    before = replace(FIRST, role=PlanRole.BEFORE)
    document = make(TODAY, before, SECOND).document
    assert document.compared_with is before
    document.show_plan(2)
    assert document.compared_with is TODAY
    document.show_plan(1)
    assert document.compared_with is before


def test_each_edit_is_judged_as_if_all_were_judged_anew(qtbot: QtBot) -> None:
    document = Document(sample("liten"))
    row = document.plan.rows[0]
    for day, cell in ((0, Cell()), (5, Cell(shift=document.unit.shifts[0].code)), (6, Cell())):
        document.apply_plan("celle", with_cells(document.plan, {(row.employee, day): cell}))
        assert document.judgement.findings == judge_all(document.unit, document.plan).findings
    document.apply_plan("lås", locked(document.plan, [(row.employee, 5)], True))
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.judgement.findings == judge_all(document.unit, document.plan).findings
    document.show_plan(1)
    assert document.judgement.plan is document.plan
    shorter = replace(document.unit, employees=document.unit.employees[1:])
    document.apply_unit("færre", shorter)
    assert document.judgement.unit is document.unit
    assert document.judgement.findings == judge_all(document.unit, document.plan).findings


def test_decisions_live_in_the_plan_and_go_with_undo(make: Callable[..., Listener]) -> None:
    document = make(TODAY).document
    decision = Decision(
        rule="daily_rest", employee="1", days=(3,), reason="avtalt", by="NN", decided_at=datetime(2026, 1, 5)
    )
    document.apply_plan("avgjerd", replace(document.plan, decisions=(decision,)))
    assert document.plan.decisions == (decision,)
    document.undo_stack.undo()
    assert document.plan.decisions == ()


def test_another_file_begins_without_a_way_back(make: Callable[..., Listener], qtbot: QtBot) -> None:
    listener = make(TODAY)
    document = listener.document
    document.apply_unit("namn", replace(WARD, name="Ny"))
    other = bare_unit()
    with qtbot.waitSignal(document.replaced):
        document.load(other)
    assert document.file is other
    assert (document.is_modified, document.undo_stack.canUndo()) == (False, False)
    assert listener.changes[-1] == EVERYTHING
    assert document.calendar.unit is other.unit
