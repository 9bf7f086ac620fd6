"""A leader who does anything to a unit, in any order: Hypothesis chooses, and shrinks what goes wrong.

After every step the file can be saved, what was told of the change is exact, and the plan is judged as
if all of it were judged anew; at the end undo leads back to the very same value it all began with.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from heiltid.edits.cells import (
    UnknownCode,
    cell_from_text,
    cleared,
    filled_down_weeks,
    locked,
    moved,
    pasted,
    swapped,
    with_cells,
)
from heiltid.edits.scenarios import decided, duplicated, removed, renamed, undecided, used_as_today
from heiltid.edits.unit_problems import unit_problems
from heiltid.edits.units import (
    remove_competence,
    remove_employee,
    remove_shift,
    rename_employee_number,
    rename_shift,
)
from heiltid.model import (
    Absence,
    Decision,
    Plan,
    PlanRole,
    RotaKind,
    Unit,
    UnitFile,
    Wish,
    WishDays,
    empty_plan,
)
from heiltid.rules.judgement import judge_all
from heiltid.store.faults import first_fault
from tests.ui.screens import sample
from ui.document import EVERYTHING, Change, Document
from ui.files import Files
from ui.settings import Settings
from ui.undo import State

STEPS = 40
JUDGED_EVERY = 5
TYPED = ("", "-", "!", "FE", "F1", "F3", "!FE", "SJUK", "tull", "()", "(D1) FE", "0", " ", "x" * 40)
PLACES = st.tuples(st.integers(0, 99), st.integers(-14, 400))
INDEX = st.integers(0, 99)


@cache
def beginning() -> UnitFile:
    """The small sample with a scenario beside its rota of today."""
    return sample("liten")


def weeks(unit: Unit, number: int) -> Unit:
    return replace(unit, weeks=1 + number % 8)


def kind(unit: Unit, number: int) -> Unit:
    return replace(unit, kind=list(RotaKind)[number % 2])


def start(unit: Unit, number: int) -> Unit:
    return replace(unit, start=unit.start + timedelta(weeks=number - 50))


def name(unit: Unit, number: int) -> Unit:
    return replace(unit, name=f"Eining {number}", small_position_below_bp=100 * number)


def position(unit: Unit, number: int) -> Unit:
    people = list(unit.employees)
    if not people:
        return unit
    person = people[number % len(people)]
    share = 100 * number
    people[number % len(people)] = replace(
        person, position_bp=share, wanted_bp=max(share, person.wanted_bp), min_bp=0, max_bp=10_000
    )
    return replace(unit, employees=tuple(people))


def one_person_more(unit: Unit, number: int) -> Unit:
    if not unit.employees or any(person.number == f"n{number}" for person in unit.employees):
        return unit
    person = replace(unit.employees[number % len(unit.employees)], number=f"n{number}", name="Ny Person")
    return replace(unit, employees=(*unit.employees, person))


def people_turned_round(unit: Unit, number: int) -> Unit:
    return replace(unit, employees=unit.employees[::-1])


def one_shift_more(unit: Unit, number: int) -> Unit:
    if not unit.shifts or any(shift.code == f"D{number}" for shift in unit.shifts):
        return unit
    shift = replace(unit.shifts[number % len(unit.shifts)], code=f"D{number}")
    return replace(unit, shifts=(*unit.shifts, shift))


def demand_twice(unit: Unit, number: int) -> Unit:
    if len(unit.demand) > 30 or not unit.demand:
        return replace(unit, demand=unit.demand[1:])
    return replace(unit, demand=(*unit.demand, unit.demand[number % len(unit.demand)]))


def wish(unit: Unit, number: int) -> Unit:
    if not unit.employees:
        return unit
    person = unit.employees[number % len(unit.employees)]
    when = WishDays(weekday=number % 7, week=1 + number % unit.weeks)
    return replace(unit, wishes=(*unit.wishes, Wish(employee=person.number, when=when, off=True)))


def absence(unit: Unit, number: int) -> Unit:
    if not unit.employees:
        return unit
    person = unit.employees[number % len(unit.employees)]
    first = unit.start + timedelta(days=number)
    away = Absence(employee=person.number, first=first, last=first + timedelta(days=5), code="FE")
    return replace(unit, absences=(*unit.absences, away))


UNIT_EDITS: tuple[Callable[[Unit, int], Unit], ...] = (
    *(weeks, kind, start, name, position, one_person_more, people_turned_round, one_shift_more),
    *(demand_twice, wish, absence),
)


class DocumentMachine(RuleBasedStateMachine):
    """A document with its file; every rule is something a page does."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.document = Document(beginning())
        self.files = Files(self.document, Settings(Path(self._folder.name)))
        self.files.start_new(beginning())
        self.start = self.document.file
        self.seen = self.document._state
        self.wrong: list[str] = []
        self.steps = 0
        self.document.changed.connect(self._hear)

    def _hear(self, change: Change) -> None:
        before, self.seen = self.seen, self.document._state
        if change is not EVERYTHING:
            self.wrong += wrongly_told(before, self.seen, change)  # Qt would swallow an exception here

    def _place(self, place: tuple[int, int]) -> tuple[str, int] | None:
        """Numbers as a place in the shown plan; days before the start only where there is history."""
        rows = self.document.plan.rows
        if not rows:
            return None
        row = rows[place[0] % len(rows)]
        days = len(row.cells)
        day = place[1] if place[1] < 0 and row.history else place[1] % days
        return row.employee, day

    @rule(places=st.lists(PLACES, min_size=1, max_size=6), typed=st.sampled_from(TYPED) | st.integers(0, 30))
    def types(self, places: list[tuple[int, int]], typed: str | int) -> None:
        unit = self.document.unit
        if isinstance(typed, int):
            typed = unit.shifts[typed % len(unit.shifts)].code if unit.shifts else ""
        try:
            cell = cell_from_text(unit, typed)
        except UnknownCode:
            return
        found = {where: cell for place in places if (where := self._place(place)) is not None}
        self.document.apply_plan("skriv", with_cells(self.document.plan, found))

    @rule(place=PLACES, block=st.lists(st.lists(st.sampled_from(TYPED), max_size=4), max_size=4))
    def pastes(self, place: tuple[int, int], block: list[list[str]]) -> None:
        plan = self.document.plan
        order = [row.employee for row in plan.rows]
        if order:
            corner = place[0] % len(order), place[1] % len(plan.rows[0].cells)
            self.document.apply_plan("lim inn", pasted(self.document.unit, plan, order, *corner, block).plan)

    @rule(one=PLACES, other=PLACES, what=st.sampled_from(["swap", "move", "clear", "lock", "unlock"]))
    def moves(self, one: tuple[int, int], other: tuple[int, int], what: str) -> None:
        first, second, plan = self._place(one), self._place(other), self.document.plan
        if first is None or second is None:
            return
        after = {
            "swap": lambda: swapped(plan, first, second).plan,
            "move": lambda: moved(plan, first, second).plan,
            "clear": lambda: cleared(plan, [first, second]),
            "lock": lambda: locked(plan, [first, second], True),
            "unlock": lambda: locked(plan, [first, second], False),
        }[what]()
        self.document.apply_plan(what, after)

    @rule(place=PLACES, length=st.integers(1, 10), to_week=st.integers(1, 9))
    def fills(self, place: tuple[int, int], length: int, to_week: int) -> None:
        where, unit, plan = self._place(place), self.document.unit, self.document.plan
        if where is not None and where[1] >= 0:
            days = [day for day in range(where[1], where[1] + length) if day < unit.day_count]
            weeks_there = min(to_week, unit.weeks)
            self.document.apply_plan(
                "gjenta", filled_down_weeks(unit, plan, where[0], days, weeks_there).plan
            )

    @rule(edit=st.sampled_from(UNIT_EDITS), number=INDEX)
    def changes_unit(self, edit: Callable[[Unit, int], Unit], number: int) -> None:
        unit = edit(self.document.unit, number)
        if not any(not problem.warning for problem in unit_problems(unit)):
            self.document.apply_unit(edit.__name__, unit)

    @rule(number=INDEX, what=st.sampled_from(["person", "shift", "competence", "number", "code"]))
    def removes_or_renames(self, number: int, what: str) -> None:
        file, unit = self.document.file, self.document.unit
        entries: tuple[object, ...] = {
            "person": unit.employees,
            "number": unit.employees,
            "shift": unit.shifts,
            "code": unit.shifts,
            "competence": unit.competences,
        }[what]
        if not entries:
            return
        entry = entries[number % len(entries)]
        done = {
            "person": lambda: remove_employee(file, entry.number),
            "number": lambda: rename_employee_number(file, entry.number, f"r{number}"),
            "shift": lambda: remove_shift(file, entry.code),
            "code": lambda: rename_shift(file, entry.code, f"A{number}"),
            "competence": lambda: remove_competence(file, entry.name),
        }[what]()
        if not done.problems:
            self.document.apply(what, done.file)

    @rule(number=INDEX, what=st.sampled_from(["duplicate", "remove", "rename", "use"]))
    def handles_plans(self, number: int, what: str) -> None:
        file = self.document.file
        if not file.plans:
            return
        place = number % len(file.plans)
        if what == "duplicate" and len(file.plans) < 6:
            after = duplicated(file, place, "Framlegg")
            self.document.apply(what, after, shown=len(after.plans) - 1)
        elif what == "remove":
            self.document.apply(what, removed(file, place))
        elif what == "rename":
            self.document.apply(what, renamed(file, place, "Haust"))
        elif what == "use":
            self.document.apply(what, used_as_today(file, place))

    @rule(place=PLACES, taken_back=st.booleans())
    def decides(self, place: tuple[int, int], taken_back: bool) -> None:
        where, plan = self._place(place), self.document.plan
        if where is None:
            return
        decision = Decision(
            rule="daily_rest", employee=where[0], days=(where[1],), reason="avtalt", by="N", decided_at=WHEN
        )
        after = undecided(plan, decision) if taken_back else decided(plan, decision)
        self.document.apply_plan("avgjer", after)

    @rule(number=INDEX)
    def looks_at_another_plan(self, number: int) -> None:
        if self.document.file.plans:
            self.document.show_plan(number % len(self.document.file.plans))

    @rule(times=st.integers(1, 12))
    def undoes(self, times: int) -> None:
        for _ in range(times):
            self.document.undo_stack.undo()

    @rule(times=st.integers(1, 12))
    def redoes(self, times: int) -> None:
        for _ in range(times):
            self.document.undo_stack.redo()

    @rule()
    def imports(self) -> None:
        self.document.apply("hent", sample("liten"))

    @rule(reopen=st.booleans())
    def saves(self, reopen: bool) -> None:
        path = self.files.save(Path(self._folder.name) / "eining.heiltid")
        assert not self.document.is_modified
        if reopen:
            before = self.document.file
            self.files.open(path)
            assert self.document.file == before
            assert not self.document.undo_stack.canUndo()
            self.start = self.document.file

    @rule()
    def a_copy_is_kept(self) -> None:
        assert self.files.recovery.keep()

    @invariant()
    def all_is_well(self) -> None:
        document = self.document
        assert self.wrong == []
        assert first_fault(document.file) is None
        plan: Plan = document.plan
        if document.shown_index is None:
            assert plan == empty_plan(document.unit, role=PlanRole.TODAY)
        assert [row.employee for row in plan.rows] == [person.number for person in document.unit.employees]
        stack = document.undo_stack
        assert document.is_modified == (stack.index() != stack.cleanIndex())
        found = document.judgement.findings
        self.steps += 1
        if self.steps % JUDGED_EVERY == 0:
            assert found == judge_all(document.unit, plan).findings

    def teardown(self) -> None:
        while self.document.undo_stack.canUndo():
            self.document.undo_stack.undo()
        self.files.close()
        self._folder.cleanup()
        assert self.document.file is self.start


WHEN = datetime(2027, 1, 4, 12, 0)


def wrongly_told(before: State, after: State, told: Change) -> Iterator[str]:
    """What was told of a change, against both states looked at cell by cell."""
    if told.unit != (before.file.unit is not after.file.unit):
        yield "unit"
    if not told.plans and before.file.plans != after.file.plans:
        yield "plans"
    if told.rows is None or before.plan is None or after.plan is None:
        return
    old, new = before.plan.row_of(), after.plan.row_of()
    rows = {number for number in new if old[number] != new[number]}
    days = [
        day
        for number in rows
        for day, (was, now) in enumerate(zip(old[number].cells, new[number].cells, strict=True))
        if was != now
    ]
    if before.shown != after.shown or (before.plan != after.plan and not told.shown_plan):
        yield "shown plan"
    if told.rows != rows:
        yield "rows"
    if told.days != ((min(days), max(days)) if days else None):
        yield "days"


def how_long(actions: int) -> settings:
    """Settings for about so many steps."""
    return settings(
        max_examples=max(1, actions // STEPS),
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
