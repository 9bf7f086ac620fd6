"""What does not fit in the staff list."""

from __future__ import annotations

from heiltid.edits.notes import Notes
from heiltid.model import FULL_TIME_BP, PLANNABLE_KINDS, Employee, Status, Unit
from heiltid.notation import SUMMARY_MARK
from heiltid.problem_text import percent_text
from heiltid.ranges import LONGEST_NUMBER, MOST_DAYS_IN_ROW, MOST_WEEKS

_SHARES = ("position_bp", "wanted_bp", "min_bp", "max_bp", "elsewhere_bp")


def employees(unit: Unit, notes: Notes) -> None:
    """Every line of the staff list."""
    names = [entry.name for entry in unit.competences]
    notes.twice("number", [person.number for person in unit.employees])
    for row, person in enumerate(unit.employees):
        _number(notes, row, person.number)
        notes.text(row, "name", person.name)
        notes.competence(row, "competence", person.competence, names)
        _shares(notes, row, person)
        _weekends(notes, row, person, unit.weeks)
        notes.whole(row, "max_days_in_row", person.max_days_in_row, 1, MOST_DAYS_IN_ROW)
        notes.whole(row, "max_nights_in_row", person.max_nights_in_row, 1, MOST_DAYS_IN_ROW)
        if not person.kinds <= PLANNABLE_KINDS:
            shown = ", ".join(sorted(kind.value for kind in person.kinds))
            notes.add("problem.kinds", row, "kinds", found=shown, allowed="D, A, N")
        notes.period(row, ("employed_from", "employed_to"), person.employed_from, person.employed_to)


def _number(notes: Notes, row: int, number: str) -> None:
    notes.text(row, "number", number, LONGEST_NUMBER)
    if not number.strip():
        notes.add("edit_problem.empty", row, "number")
    elif number != number.strip() or number.startswith(SUMMARY_MARK):
        notes.add("edit_problem.number", row, "number", found=number)


def _shares(notes: Notes, row: int, person: Employee) -> None:
    """Each by itself, then the first that does not fit with the others."""
    before = len(notes.problems)
    for field in _SHARES:
        notes.share(row, field, getattr(person, field))
    if len(notes.problems) > before:
        return
    room = FULL_TIME_BP - person.elsewhere_bp
    room_text = f"0..{percent_text(room)}"
    if person.status is Status.HOURLY and person.position_bp > 0:
        shown = percent_text(person.position_bp)
        notes.add("problem.hourly_position", row, "position_bp", found=shown, allowed="0 %")
    elif person.position_bp > room:
        shown = percent_text(person.position_bp)
        notes.add("problem.above_room", row, "position_bp", found=shown, allowed=room_text)
    elif person.max_bp > room:
        notes.add("problem.above_room", row, "max_bp", found=percent_text(person.max_bp), allowed=room_text)
    elif person.min_bp > person.max_bp:
        allowed = f"0..{percent_text(person.max_bp)}"
        notes.add("problem.min_above_max", row, "min_bp", found=percent_text(person.min_bp), allowed=allowed)


def _weekends(notes: Notes, row: int, person: Employee, weeks: int) -> None:
    every = person.weekend_every
    notes.whole(row, "weekend_every", every, 0, MOST_WEEKS)
    notes.whole(row, "weekend_offset", person.weekend_offset, 1, max(every, 1))
    if every == 0 and person.weekend_offset is not None:
        notes.add("edit_problem.never_weekend", row, "weekend_offset", found=str(person.weekend_offset))
    notes.whole(row, "extra_weekends", person.extra_weekends, 0, weeks)
