"""Edits of the grid: each one step of undo, and a word in passing where something was left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from heiltid.day_off import with_days_off_moved
from heiltid.edits import cells as edits
from heiltid.edits.blocks import block_from_text
from heiltid.edits.problem import EditProblem
from heiltid.model import Cell, Decision, Plan
from heiltid.notation import ABSENCE_CODES, DAY_OFF_CODES
from heiltid.problem_text import sentence, with_suggestion
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from ui.document import Document
from ui.pages.rota.code_editor import Code
from ui.pages.rota.words import times_of
from ui.texts import language, tr

MOST_PROBLEMS = 3
MOVING = frozenset({"type", "clear", "cut", "paste", "fill", "swap", "move", "give"})


class GridEdits:
    """What typing, pasting, dragging and the menu do to the shown plan."""

    def __init__(self, document: Document, say: Callable[[str], None]) -> None:
        self._document = document
        self._say = say
        self.heard: Callable[[str, Judgement], None] | None = (
            None  # a step that moved shifts, as it was before
        )

    @property
    def _plan(self) -> Plan:
        return self._document.plan

    def codes(self) -> tuple[Code, ...]:
        """All that may be typed, the unit's own codes first."""
        unit = self._document.unit
        found = [
            Code(code=shift.code, about=f"{shift.name}  {times_of(shift)}".strip()) for shift in unit.shifts
        ]
        found += [Code(code=code, about=tr(f"ui.rota.day_off.{code}")) for code in DAY_OFF_CODES]
        absences = dict.fromkeys([entry.code for entry in unit.absences] + list(ABSENCE_CODES))
        found += [Code(code=code, about=tr("ui.rota.absence")) for code in absences]
        return tuple({entry.code.casefold(): entry for entry in reversed(found)}.values())[::-1]

    def trouble(self, typed: str) -> str | None:
        """Why a text is no cell, with the nearest code; None when it is one."""
        try:
            edits.cell_from_text(self._document.unit, typed)
        except edits.UnknownCode as unknown:
            if unknown.suggestion:
                return tr("ui.rota.unknown_meant", typed=typed, meant=unknown.suggestion)
            return tr("ui.rota.unknown", typed=typed, allowed=unknown.allowed)
        return None

    def type(self, places: Sequence[edits.Place], typed: str) -> None:
        """A text into these cells. An absence goes over the shift that stands there."""
        cell = edits.cell_from_text(self._document.unit, typed)
        rows = self._plan.row_of()
        wanted: dict[edits.Place, Cell] = {}
        held = 0
        for employee, day in places:
            now = edits.cell_at(rows[employee], day)
            if now.locked:
                held += 1
            else:
                wanted[employee, day] = _laid_over(now, cell)
        self._apply("type", edits.with_cells(self._plan, wanted))
        self._say_held(held)

    def clear(self, places: Sequence[edits.Place], step: str = "clear") -> None:
        """Free days where nothing is locked."""
        rows = self._plan.row_of()
        free = [place for place in places if not edits.cell_at(rows[place[0]], place[1]).locked]
        self._apply(step, edits.cleared(self._plan, free))
        self._say_held(len(places) - len(free))

    def toggle_lock(self, places: Sequence[edits.Place]) -> None:
        """Lock these cells; unlock them when all are locked."""
        rows = self._plan.row_of()
        are_locked = all(edits.cell_at(rows[employee], day).locked for employee, day in places)
        step = "unlock" if are_locked else "lock"
        self._apply(step, edits.locked(self._plan, places, not are_locked))
        self._say(tr(f"ui.rota.said_{step}", count=len(places)))

    def copied(self, order: Sequence[str], rows: range, days: range) -> str:
        """A rectangle for the clipboard."""
        return edits.copied(self._plan, order, rows, days)

    def paste(self, order: Sequence[str], rows: range, days: range, text: str) -> tuple[int, int] | None:
        """A block of the clipboard into the grid from the upper left corner; its size when it went in.

        One single cell goes into every selected one, as in a spreadsheet.
        """
        block = block_from_text(text)
        if not block:
            return None
        if len(block) == 1 and len(block[0]) == 1:
            block = [block[0] * len(days) for _ in rows]
        done = edits.pasted(self._document.unit, self._plan, order, rows.start, days.start, block)
        self._apply("paste", done.plan)
        stopping = [problem for problem in done.problems if not problem.warning]
        told = stopping or list(done.problems)
        if told:
            lines = [_told(problem) for problem in told[:MOST_PROBLEMS]]
            self._say(" ".join([tr("ui.rota.paste_stopped"), *lines] if stopping else lines))
        else:
            self._say_held(len(done.skipped_locked))
        return None if stopping else (len(block), max(len(line) for line in block))

    def fill_weeks(self, selected: dict[str, list[int]], to_week: int) -> None:
        """The selected days of each person repeated through a week (counted from 1)."""
        plan, skipped = self._plan, 0
        for employee, days in selected.items():
            done = edits.filled_down_weeks(self._document.unit, plan, employee, days, to_week)
            plan, skipped = done.plan, skipped + len(done.skipped_locked)
        self._apply("fill", plan)
        self._say_held(skipped)

    def drop(self, sources: Sequence[edits.Place], targets: Sequence[edits.Place]) -> bool:
        """Cells dragged to others: what stands there comes back in exchange.

        Where the two overlap, such as a week moved on by a day, the cells move and replace.
        """
        pairs = list(zip(sources, targets, strict=True))
        overlap = bool(set(sources) & set(targets))
        done = edits.moved_all(self._plan, pairs) if overlap else edits.swapped_all(self._plan, pairs)
        has_met = any(edits.cell_at(self._plan.row_of()[who], day).shift for who, day in targets)
        self._apply("swap" if has_met and not overlap else "move", done.plan)
        self._say_held(len(done.skipped_locked))
        return done.plan is self._plan

    def swap(self, one: edits.Place, other: edits.Place) -> None:
        """Two cells change places; nothing where one of them is locked."""
        done = edits.swapped(self._plan, one, other)
        self._apply("swap", done.plan)
        self._say_held(len(done.skipped_locked))

    def give(self, day: int, code: str, taker: str, giver: str | None) -> None:
        """A shift to somebody else, taken from whoever has it now."""
        wanted = {(taker, day): Cell(shift=code)}
        if giver is not None:
            wanted[giver, day] = Cell()
        self._apply("give", edits.with_cells(self._plan, wanted))

    def positions_from_hours(self, employee: str | None = None) -> None:
        """The positions the hours amount to, for one person or for everybody."""
        unit, before = self._document.unit, self._plan
        if employee is None:
            plan = edits.positions_from_hours(unit, before)
        else:
            plan = edits.position_from_hours(unit, before, employee)
        changed = sum(was is not now for was, now in zip(before.rows, plan.rows, strict=True))
        self._apply("positions", plan)
        self._say(tr("ui.rota.said_positions", count=changed))

    def set_aside(self, finding: Finding, reason: str, by: str) -> None:
        """A note answered: it is kept with reason, name and time."""
        decision = Decision(
            rule=finding.rule,
            employee=finding.employee,
            days=finding.days,
            reason=reason,
            by=by,
            decided_at=datetime.now().replace(microsecond=0),
        )
        self._apply("set_aside", replace(self._plan, decisions=(*self._plan.decisions, decision)))

    def take_back(self, decision: Decision) -> None:
        """The note asks for a look again."""
        left = tuple(entry for entry in self._plan.decisions if entry is not decision and entry != decision)
        self._apply("take_back", replace(self._plan, decisions=left))

    def _apply(self, step: str, plan: Plan) -> None:
        before = self._plan
        if plan is not before:
            if step in MOVING:
                plan = with_days_off_moved(self._document.unit, before, plan)
            judged = self._document.judgement if self.heard and step in MOVING else None
            self._document.apply_plan(tr(f"ui.rota.step.{step}"), plan)
            if self.heard and judged and self._plan is not before:
                self.heard(step, judged)

    def _say_held(self, count: int) -> None:
        if count:
            self._say(tr("ui.rota.held_one") if count == 1 else tr("ui.rota.held_many", count=count))


def _told(problem: EditProblem) -> str:
    line = sentence(problem.key, problem.found, problem.allowed, language())
    return with_suggestion(line, problem.suggestion, language())


def places_of(numbers: Sequence[str], cells: Iterable[tuple[int, int]]) -> list[edits.Place]:
    """(row, day) of the grid as places of the plan."""
    return [(numbers[row], day) for row, day in cells]


def _laid_over(now: Cell, typed: Cell) -> Cell:
    """An absence typed where a shift is planned keeps the shift below: its hours still count."""
    below = now.shift is not None or now.day_off is not None
    if typed.absence is None or typed.shift is not None or typed.day_off is not None or not below:
        return typed
    return replace(now, absence=typed.absence, locked=typed.locked)
