"""The unit being worked on. One door for every edit; pages listen to `changed`, never to one another.

A document holds a UnitFile (frozen values) and which of its plans is shown. An edit hands in the
whole new file, which shares all it did not change with the old one; a step of undo keeps both.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from heiltid.calendar import Calendar
from heiltid.edits.units import with_unit
from heiltid.model import Plan, PlanRole, Unit, UnitFile, empty_plan
from heiltid.rules.context import Context
from heiltid.rules.judgement import Judgement, judge_all, rejudge
from ui.undo import FileStep, State, end_stack


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an edit changed, for whoever shows it.

    rows: employees whose line of the shown plan is another, None = all of them (another plan, another
    unit); days: first and last day of the shown plan that differ, None when no day does or rows is None.
    """

    unit: bool = True
    plans: bool = True  # any plan, its name or its role
    shown_plan: bool = True  # the shown plan is another one or differs
    rows: frozenset[str] | None = None
    days: tuple[int, int] | None = None


EVERYTHING = Change()


class Document(QObject):
    """The file in work, its shown plan, how that is judged, and the way back."""

    changed = Signal(object)  # Change
    replaced = Signal()  # another file altogether: opened, new

    def __init__(self, file: UnitFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State(file=file, shown=_first_shown(file))
        self._judgement: Judgement | None = None
        self._calendar: Calendar | None = None
        self._bare: tuple[Unit, Plan] | None = None
        self.undo_stack = QUndoStack(self)
        weakref.finalize(self, end_stack, self.undo_stack)
        self.names_seen: frozenset[str] = _names(file)  # of plans since the file was opened, also gone ones

    @property
    def file(self) -> UnitFile:
        """All there is to save."""
        return self._state.file

    @property
    def unit(self) -> Unit:
        """The unit as it is now."""
        return self._state.file.unit

    @property
    def calendar(self) -> Calendar:
        """The unit's days and dates."""
        if self._calendar is None or self._calendar.unit is not self.unit:
            self._calendar = Calendar(self.unit)
        return self._calendar

    @property
    def shown_index(self) -> int | None:
        """Place of the shown plan in `file.plans`; None while the unit has no plan at all."""
        return self._state.shown

    @property
    def plan(self) -> Plan:
        """The shown plan; an empty rota of today while the unit has none."""
        if self._state.shown is None:
            return self._bare_plan()
        return self.file.plans[self._state.shown]

    def _bare_plan(self) -> Plan:
        if self._bare is None or self._bare[0] is not self.unit:  # the same value each time it is asked for
            self._bare = (self.unit, empty_plan(self.unit, role=PlanRole.TODAY))
        return self._bare[1]

    @property
    def today(self) -> Plan | None:
        """The rota in force, if the unit has one."""
        return self.file.plan(PlanRole.TODAY)

    @property
    def compared_with(self) -> Plan | None:
        """What the shown plan is compared with: the rota it replaces; the oldest with itself."""
        plan = self.plan
        return plan if plan.role is PlanRole.BEFORE else self.file.rota_before(plan)

    @property
    def judgement(self) -> Judgement:
        """How the rules judge the shown plan; only what an edit touched is judged again."""
        plan, known = self.plan, self._judgement
        if known is None or known.unit is not self.unit:
            self._judgement = judge_all(self.unit, plan)
        elif known.plan is not plan:
            self._judgement = rejudge(known, plan)
        assert self._judgement is not None
        return self._judgement

    @property
    def attendance(self) -> Context:
        """Who is there on each day: for the lines below the grid."""
        return self.judgement.context

    @property
    def is_modified(self) -> bool:
        """Whether anything is unsaved; the undo stack alone knows."""
        return not self.undo_stack.isClean()

    def apply(self, label: str, file: UnitFile, *, shown: int | None = None) -> None:
        """Make `file` the file in work, as one step of undo. shown: the plan to show after it."""
        if file == self.file and shown in (None, self._state.shown):
            return
        place = self._kept_place(file) if shown is None else shown
        self.undo_stack.push(FileStep(label, self._state, State(file=file, shown=place), self._take))

    def apply_aside(self, label: str, file: UnitFile) -> None:
        """A step of undo that leaves what is shown as it is; `file` has the old plans in their old places."""
        state = State(file=file, shown=self._state.shown)
        self.undo_stack.push(FileStep(label, self._state, state, self._take))

    def apply_to_step(self, name: str, label: str, file: UnitFile) -> None:
        """What belongs to the step `name`: taken back with it where it is the last; else a step `label`."""
        stack = self.undo_stack
        step = stack.command(stack.index() - 1) if 0 < stack.index() == stack.count() else None
        if not isinstance(step, FileStep) or step.text() != name:
            self.apply_aside(label, file)
        elif file != self.file:
            step.join(State(file=file, shown=self._state.shown))
            stack.resetClean()  # what was saved is not this

    def apply_plan(self, label: str, plan: Plan) -> None:
        """Replace the shown plan; the first edit of a unit without a rota makes today's."""
        index = self._state.shown
        if plan == self.plan:
            return
        if index is None:
            self.apply(label, replace(self.file, plans=(*self.file.plans, plan)), shown=len(self.file.plans))
        else:
            plans = (*self.file.plans[:index], plan, *self.file.plans[index + 1 :])
            self.apply(label, replace(self.file, plans=plans))

    def apply_unit(self, label: str, unit: Unit) -> None:
        """Replace the unit; every plan follows it."""
        if unit != self.unit:
            self.apply(label, with_unit(self.file, unit))

    def show_plan(self, index: int) -> None:
        """Show another plan. Looking is no edit: nothing to undo."""
        if index != self._state.shown:
            self._take(replace(self._state, shown=index))

    def load(self, file: UnitFile) -> None:
        """Start over with another file; there is no way back to the old one."""
        self._judgement = None
        self.undo_stack.clear()
        self._state = State(file=file, shown=_first_shown(file))
        self.names_seen = _names(file)
        self.replaced.emit()
        self.changed.emit(EVERYTHING)

    def mark_saved(self) -> None:
        """What is in work now stands in a file."""
        self.undo_stack.setClean()

    def _kept_place(self, file: UnitFile) -> int | None:
        """Where a new file has the shown plan, or what has become of it; else what is shown first."""
        shown = self._state.plan
        for index, plan in enumerate(file.plans):
            if plan is shown:
                return index
        return self._state.shown if len(file.plans) == len(self.file.plans) else _first_shown(file)

    def _take(self, state: State) -> None:
        """The one place where the state changes: do, undo and redo come here."""
        before, self._state = self._state, _remembering(state, self._state)
        if self._state is not state:
            self.undo_stack.resetClean()  # no file has it
        self.names_seen |= _names(self.file)
        self.changed.emit(_difference(before, self._state))


def _remembering(state: State, before: State) -> State:
    """A state that knows what people have been told till now: what went out is not undone with the rest."""
    booking, known = state.file.booking, before.file.booking
    if booking is None or booking is known:
        return state
    kept = booking.remembering(known)
    return state if kept is booking else replace(state, file=replace(state.file, booking=kept))


def _names(file: UnitFile) -> frozenset[str]:
    return frozenset(plan.name for plan in file.plans)


def _first_shown(file: UnitFile) -> int | None:
    """Today's rota; else the newest plan."""
    for index, plan in enumerate(file.plans):
        if plan.role is PlanRole.TODAY:
            return index
    return len(file.plans) - 1 if file.plans else None


def _difference(before: State, after: State) -> Change:
    unit = before.file.unit is not after.file.unit
    plans = before.file.plans is not after.file.plans and before.file.plans != after.file.plans
    old, new = before.plan, after.plan
    if unit or old is None or new is None or before.shown != after.shown:
        return Change(unit=unit, plans=plans, shown_plan=True)
    if old is new:
        return Change(unit=False, plans=plans, shown_plan=False, rows=frozenset(), days=None)
    if [row.employee for row in old.rows] != [row.employee for row in new.rows]:
        return Change(unit=False, plans=plans)
    return _rows_difference(old, new)


def _rows_difference(old: Plan, new: Plan) -> Change:
    pairs = [(was, now) for was, now in zip(old.rows, new.rows, strict=True) if was is not now and was != now]
    days = [
        day
        for was, now in pairs
        for day, (one, other) in enumerate(zip(was.cells, now.cells, strict=True))
        if one is not other and one != other
    ]
    return Change(
        unit=False,
        rows=frozenset(now.employee for _, now in pairs),
        days=(min(days), max(days)) if days else None,
    )
