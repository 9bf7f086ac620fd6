"""The Competences and Shifts sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from heiltid.exchange.workbook import values, word_values, words
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.table import Table
from heiltid.exchange.workbook.values import Misfit, plain_text
from heiltid.exchange.workbook.words import Group
from heiltid.model import (
    DEFAULT_COMPETENCES,
    EVERY_DAY,
    MINUTES_PER_DAY,
    Competence,
    DaySelector,
    ShiftKind,
    ShiftType,
)
from heiltid.notation import CODE, DAY_OFF_CODES, LONGEST_CODE
from heiltid.ranges import MOST_BREAK_MINUTES
from heiltid.spelling import Known, nearest, normal
from heiltid.texts import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Competences:
    """The unit's competences, and their names for the other sheets."""

    values: tuple[Competence, ...]
    known: Known

    def name_of(self, typed: str) -> str | None:
        """The competence meant by a word in any language; None for an unknown one."""
        ours = words.canonical(Group.COMPETENCE, typed)
        return ours if ours in self.known.names else self.known.find(typed)

    def take(self, fields: Fields, heading: str = "Competence") -> str | None:
        """The competence a cell names; None when empty or unknown (which is noted)."""
        typed = fields.text(heading)
        if typed is None:
            return None
        found = self.name_of(typed)
        if found is None and self.known.is_complete:
            _refuse_competence(fields, heading, typed, self.known)
        return found


def _refuse_competence(fields: Fields, heading: str, typed: str, known: Known) -> None:
    language = fields.collector.language
    shown = ", ".join(words.competence_word(name, language) for name in known.names)
    right = [words.competence_word(name, spoken) for name in known.names for spoken in Language]
    fields.refuse(heading, "competence_unknown", found=typed, allowed=shown, suggestion=nearest(typed, right))


def code(cell: RawCell) -> str | Misfit:
    """A code of a shift or an absence: short, without spaces, brackets, commas or "!"."""
    typed = plain_text(cell)
    if typed is None or not CODE.fullmatch(typed):
        return Misfit(key="code", allowed=f"1..{LONGEST_CODE}")
    if typed.upper() in DAY_OFF_CODES:
        return Misfit(key="code_is_day_off", allowed=", ".join(DAY_OFF_CODES))
    return typed


def read_competences(table: Table | None) -> Competences:
    """The sheet's competences; without the sheet (or with an empty one) the three usual ones."""
    if table is not None and not table.has_required_columns():
        return Competences(values=DEFAULT_COMPETENCES, known=Known((), is_complete=False))
    rows: dict[str, Fields] = {}
    for fields in table.rows() if table is not None else ():
        typed = fields.text("Competence")
        if typed is None:
            continue
        name = words.canonical(Group.COMPETENCE, typed) or typed
        twin = next((other for other in rows if normal(other) == normal(name)), None)
        if twin is not None:
            fields.refuse("Competence", "defined_twice", allowed=rows[twin].place("Competence"))
        else:
            rows[name] = fields
    if not rows:
        names = Known((entry.name for entry in DEFAULT_COMPETENCES), fold=normal)
        return Competences(values=DEFAULT_COMPETENCES, known=names)
    found = Competences(values=(), known=Known(rows, fold=normal))
    listed = (Competence(name=name, covers=_covers(fields, name, found)) for name, fields in rows.items())
    return Competences(values=tuple(listed), known=found.known)


def _covers(fields: Fields, own_name: str, competences: Competences) -> frozenset[str]:
    listed = fields.text("Covers") or ""
    covered = set()
    for part in (part.strip() for part in re.split(r"[,;]", listed)):
        name = competences.name_of(part) if part else own_name
        if name is None:
            _refuse_competence(fields, "Covers", part, competences.known)
        elif name != own_name:
            covered.add(name)
    return frozenset(covered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """The unit's shift types; `known` holds every readable code, also of rows with other faults."""

    values: tuple[ShiftType, ...]
    known: Known

    def by_code(self) -> dict[str, ShiftType]:
        """Those without faults, by code."""
        return {shift.code: shift for shift in self.values}


def read_shifts(table: Table | None, competences: Competences) -> Shifts:
    """All shift types; every problem goes to the table's collector."""
    if table is None:
        return Shifts(values=(), known=Known((), is_complete=False))
    is_complete = table.has_required_columns()
    places: dict[str, str | None] = {}
    found: list[ShiftType] = []
    for fields in table.rows():
        name = fields.take("Code", code)
        if name is not None and name in places:
            fields.refuse("Code", "defined_twice", allowed=places[name])
        elif name is not None:
            places[name] = fields.place("Code")
        shift = _shift(fields, name, competences)
        if shift is not None:
            found.append(shift)
    if is_complete and not places:
        table.collector.add("no_rows", table.sheet)
    return Shifts(values=tuple(found), known=Known(places, is_complete=is_complete))


def _shift(fields: Fields, name: str | None, competences: Competences) -> ShiftType | None:
    """One row; None when it has a fault."""
    kind = fields.choice("Kind")
    start = fields.take("Start", values.start_time)
    end = fields.take("End", values.end_time)
    pause = fields.take("Unpaid break", values.minutes(0, MOST_BREAK_MINUTES)) or 0
    days = fields.take("Days", word_values.days(fields.collector.language))
    competence = competences.take(fields)
    title = fields.text("Name") or ""
    if start is not None and end is not None:
        end = end_after(start, end)
        if pause >= end - start:
            fields.refuse("Unpaid break", "whole_number", allowed=f"0..{end - start - 1}")
    if name is None or kind is None or start is None or end is None or fields.failed:
        return None
    return ShiftType(
        code=name,
        name=title,
        kind=ShiftKind(kind),
        start_minute=start,
        end_minute=end,
        unpaid_break_minutes=pause,
        days=_with_red_days(days),
        competence=competence,
    )


def end_after(start: int, end: int) -> int:
    """An end at or before its start lies on the next day."""
    return end if end > start else end + MINUTES_PER_DAY


def _with_red_days(days: DaySelector | None) -> DaySelector:
    """A code for all weekdays may be worked on red days too."""
    if days is None or (days.weekdays == EVERY_DAY.weekdays and not days.dates):
        return EVERY_DAY
    return days
