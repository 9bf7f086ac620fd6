"""What differs between two plans of the same unit: for whom, and on which days."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.model import FREE, Cell, Plan, PlanRow, Unit

SAME_WITHIN_BP = 50  # half a percent of full time: what the hours of a shift more or less make


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """One person's line in both plans; positions in basis points, 0 where a plan lacks the line."""

    employee: str
    was_bp: int
    now_bp: int
    days: tuple[int, ...]  # on which another shift, or none, is worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Locks:
    """The cells that were locked in the one plan: how many, and those that stand otherwise in the other."""

    count: int
    broken: tuple[tuple[str, int], ...]  # employee, day


def changes_between(unit: Unit, was: Plan, now: Plan) -> tuple[PersonChange, ...]:
    """Every planned line that is another, in the order of the staff list. Day-off codes make no change."""
    old, new = was.row_of(), now.row_of()
    found = (
        _change(unit, person.number, old.get(person.number), new.get(person.number))
        for person in unit.planned_employees
    )
    return tuple(change for change in found if change.days or change.was_bp != change.now_bp)


def _change(unit: Unit, employee: str, was: PlanRow | None, now: PlanRow | None) -> PersonChange:
    days = (day for day in range(unit.day_count) if _worked(_cell(was, day)) != _worked(_cell(now, day)))
    return PersonChange(
        employee=employee,
        was_bp=0 if was is None else was.position_bp,
        now_bp=0 if now is None else now.position_bp,
        days=tuple(days),
    )


def smaller_positions(unit: Unit, was: Plan, now: Plan) -> tuple[PersonChange, ...]:
    """Those who hold a position and get one that is clearly smaller, the one who loses most first."""
    people = unit.employee_by_number()
    smaller = (
        change
        for change in changes_between(unit, was, now)
        if people[change.employee].holds_position and change.was_bp - change.now_bp >= SAME_WITHIN_BP
    )
    return tuple(sorted(smaller, key=lambda change: change.now_bp - change.was_bp))


def locks_between(was: Plan, now: Plan) -> Locks:
    """What has become of the cells locked in the first plan."""
    new = now.row_of()
    locked = [
        (row.employee, day, cell) for row in was.rows for day, cell in enumerate(row.cells) if cell.locked
    ]
    broken = (
        (employee, day)
        for employee, day, cell in locked
        if _worked(cell) != _worked(_cell(new.get(employee), day))
    )
    return Locks(count=len(locked), broken=tuple(broken))


def _cell(row: PlanRow | None, day: int) -> Cell:
    return FREE if row is None or day >= len(row.cells) else row.cells[day]


def _worked(cell: Cell) -> str | None:
    return cell.shift if cell.works else None
