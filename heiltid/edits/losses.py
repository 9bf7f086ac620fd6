"""What an edit takes away, counted, for the window to say before or after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from heiltid.model import Cell, Plan, Unit, UnitFile
from heiltid.texts import Language, text

LISTS = ("employees", "shifts", "demand", "competences", "wishes", "absences", "agreements", "overrides")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """So many of something are gone. what: the key of the text, `edit_lost.<what>_one` or `_many`."""

    what: str
    count: int


def losses(before: UnitFile, after: UnitFile) -> tuple[Loss, ...]:
    """What the file had before and has no more: people, codes, shifts in the rotas, wishes, ...

    People are told apart by number: a renumbered person's line would count as lost.
    """
    found: Counter[str] = Counter()
    for name in LISTS:
        found[name] = len(getattr(before.unit, name)) - len(getattr(after.unit, name))
    found.update(_competences_lost(before.unit, after.unit))
    for was, now in zip(before.plans, after.plans, strict=False):
        found.update(_plan_losses(was, now))
    found["plans"] = len(before.plans) - len(after.plans)
    return tuple(Loss(what=what, count=number) for what, number in found.items() if number > 0)


def _plan_losses(before: Plan, after: Plan) -> Iterable[str]:
    rows = after.row_of()
    for row in before.rows:
        now = rows.get(row.employee)
        new = () if now is None else now.cells
        for day, cell in enumerate(row.cells):
            yield from _cell_losses(cell, new[day] if day < len(new) else None)
    yield from ("decisions",) * (len(before.decisions) - len(after.decisions))


def _cell_losses(cell: Cell, now: Cell | None) -> Iterable[str]:
    if cell.shift is not None and (now is None or now.shift is None):
        yield "rota_shifts"
    elif cell.absence is not None and now is None:
        yield "rota_absences"


def _competences_lost(before: Unit, after: Unit) -> Iterable[str]:
    """One word for each person and shift that had a competence and has none."""
    people, shifts = after.employee_by_number(), after.shift_by_code()
    for person in before.employees:
        left = people.get(person.number)
        if person.competence is not None and left is not None and left.competence is None:
            yield "employee_competences"
    for shift in before.shifts:
        still = shifts.get(shift.code)
        if shift.competence is not None and still is not None and still.competence is None:
            yield "shift_competences"


def loss_text(loss: Loss, language: Language) -> str:
    """ "3 vakter i turnusane"."""
    key = f"edit_lost.{loss.what}_{'one' if loss.count == 1 else 'many'}"
    return text(key, language, count=loss.count)


def losses_text(found: Iterable[Loss], language: Language) -> str:
    """One sentence that lists them; empty when nothing is lost."""
    parts = [loss_text(loss, language) for loss in found]
    return text("edit_word.lost", language, what=", ".join(parts)) if parts else ""
