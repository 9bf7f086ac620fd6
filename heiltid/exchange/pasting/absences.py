"""Absences pasted from a spreadsheet: who, from, to, code. One date alone is one day.

The last two columns may be left out: who, from, code; or who, from, to, which is holiday.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from heiltid.absence_words import HOLIDAY, absence_meant
from heiltid.edits.problem import problem_sentence
from heiltid.edits.unit_problems import unit_problems
from heiltid.errors import Problem
from heiltid.exchange.pasting.cells import MOST_ROWS, Row, cells_of, is_too_large
from heiltid.exchange.pasting.staff import Staff
from heiltid.exchange.problems import reason_text
from heiltid.model import Absence, Unit
from heiltid.texts import Language
from heiltid.typed_dates import date_typed


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that cannot be used, from 1 (None: the whole text), and the sentence that says why."""

    row: int | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedAbsences:
    """What a pasted text amounts to. absences: those the unit does not have yet, each once."""

    absences: tuple[Absence, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    is_empty: bool = False  # there was no row at all


def absences_from_text(text: str, unit: Unit, language: Language) -> PastedAbsences:
    """The absences of a pasted table. A first row without any figure is the headings."""
    if is_too_large(text):
        problem = Problem(key="pasted_too_much", allowed=str(MOST_ROWS))
        return PastedAbsences(refused=(RefusedRow(row=None, why=reason_text(problem, language)),))
    rows = list(_rows(text))
    staff, known = Staff(unit, language), set(unit_problems(unit))
    new: list[Absence] = []
    refused: list[RefusedRow] = []
    for number, cells in rows:
        made = _absence(cells, unit, staff, language)
        if isinstance(made, Problem):
            refused.append(RefusedRow(row=number, why=reason_text(made, language)))
        elif made not in unit.absences and made not in new:
            after = unit_problems(replace(unit, absences=(*unit.absences, *new, made)))
            wrong = next((each for each in after if not each.warning and each not in known), None)
            if wrong is None:
                new.append(made)
            else:
                refused.append(RefusedRow(row=number, why=problem_sentence(wrong, language)))
    return PastedAbsences(absences=tuple(new), refused=tuple(refused), is_empty=not rows)


def _rows(text: str) -> Iterator[tuple[int, Row]]:
    for place, (number, cells) in enumerate(cells_of(text).filled()):
        if place or any(sign.isdigit() for cell in cells for sign in cell):
            yield number, cells


def _absence(cells: Row, unit: Unit, staff: Staff, language: Language) -> Absence | Problem:
    if len(cells) < 3:
        return Problem(key="pasted_absence_columns")
    who, typed_first, third, code = cells[0], cells[1], cells[2], cells[3] if len(cells) > 3 else None
    is_date = not third or bool(code) or any(sign.isdigit() for sign in third)
    if not is_date:
        code = third
    found = staff.named(who)
    if len(found) != 1:
        return staff.problem(who)
    dates = _dates(typed_first, third if is_date else "")
    if isinstance(dates, Problem):
        return dates
    if code == "":
        return Problem(key="pasted_absence_no_code")
    used = tuple(entry.code for entry in unit.absences)
    meant = HOLIDAY if code is None else absence_meant(code, language, used)
    return Absence(employee=found[0], first=dates[0], last=dates[1], code=meant)


def _dates(typed_first: str, typed_last: str) -> tuple[date, date] | Problem:
    first = date_typed(typed_first)
    if first is None:
        key = "pasted_absence_date" if typed_first else "pasted_absence_no_date"
        return Problem(key=key, found=typed_first)
    last = date_typed(typed_last) if typed_last else first
    return (first, last) if last is not None else Problem(key="pasted_absence_date", found=typed_last)
