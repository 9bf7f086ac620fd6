"""Read a unit workbook: all of it, or every problem at once.

Source: workbook.md. Order of sheets and columns is free, words of three languages may be mixed. Nothing
is imported from a workbook with errors, and the file is never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from heiltid.errors import InputError, Problem
from heiltid.exchange.workbook import columns, words
from heiltid.exchange.workbook.columns import SheetDefinition
from heiltid.exchange.workbook.fields import Collector
from heiltid.exchange.workbook.read_demand import DemandLine, read_demand, warn_partial_overlaps
from heiltid.exchange.workbook.read_lists import (
    employee_of,
    read_absences,
    read_agreements,
    read_wishes,
)
from heiltid.exchange.workbook.read_rota import RotaContext, read_rota, with_positions
from heiltid.exchange.workbook.read_rules import read_rules
from heiltid.exchange.workbook.read_shifts import (
    Competences,
    Shifts,
    read_competences,
    read_shifts,
)
from heiltid.exchange.workbook.read_staff import Staff, read_staff
from heiltid.exchange.workbook.read_unit import UnitKeys, read_unit
from heiltid.exchange.workbook.sheets import Grid, LoadedSheets, load_sheets
from heiltid.exchange.workbook.table import HEADING_ROW, Table
from heiltid.exchange.workbook.values import plain_text
from heiltid.exchange.workbook.words import Group
from heiltid.model import Agreement, Plan, PlanRole, RuleOverride, Unit, UnitFile, empty_plan
from heiltid.spelling import nearest, normal
from heiltid.texts import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """A workbook without errors. The file holds the plan TODAY, and BEFORE when a result carries it.

    No workbook tells which run a plan came from or what was decided about it: origin and decisions are empty.
    """

    file: UnitFile
    warnings: tuple[Problem, ...] = ()


def read_workbook(path: str | Path) -> ReadResult:
    """The unit and plans of a workbook.

    Raises InputError with every error (and after them every warning) when anything is wrong.
    """
    loaded = load_sheets(path)
    collector = Collector(language=language_of(loaded), problems=_of_loading(loaded))
    reading = _Reading(loaded, collector)
    unit, lines = reading.unit()
    today = reading.today()
    if unit is not None and not _errors(collector):
        warn_partial_overlaps(unit, lines)
        before = _before(loaded, collector, reading)
        if before is None and today is not None and columns.BEFORE.name not in loaded.grids:
            before = _positions_only(loaded, collector, reading, empty_plan(unit, role=PlanRole.BEFORE))
        plans = tuple(plan for plan in (today, before) if plan is not None)
        return ReadResult(file=UnitFile(unit=unit, plans=plans), warnings=_ordered(collector))
    raise InputError(_ordered(collector))


def _of_loading(loaded: LoadedSheets) -> list[Problem]:
    """Problems of whole sheets; those of the rota from before are warnings, for it is only compared with."""
    compared = (columns.BEFORE.name, columns.POSITIONS.name)
    return [
        replace(problem, warning=words.canonical(Group.SHEET, problem.sheet or "") in compared)
        for problem in loaded.problems
    ]


def language_of(loaded: LoadedSheets) -> Language:
    """The language most sheet names and headings are written in; nynorsk when nothing tells."""
    texts = [title for title in loaded.titles if words.canonical(Group.SHEET, title) is not None]
    headings = [
        plain_text(cell) or ""
        for grid in loaded.grids.values()
        for cell in grid.rows.get(HEADING_ROW, {}).values()
    ]
    points = dict.fromkeys((Language.NYNORSK, Language.BOKMAL, Language.ENGLISH), 0)
    for group, typed in ((Group.SHEET, texts), (Group.HEADING, headings)):
        for text in typed:
            name = words.canonical(group, text)
            for language in points if name is not None else ():
                points[language] += normal(words.word(group, str(name), language)) == normal(text)
    return max(points, key=lambda language: points[language])


def _errors(collector: Collector) -> bool:
    return any(not problem.warning for problem in collector.problems)


def _ordered(collector: Collector) -> tuple[Problem, ...]:
    """Errors first, each once, otherwise in the order found."""
    return tuple(dict.fromkeys(sorted(collector.problems, key=lambda problem: problem.warning)))


class _Reading:
    """The sheets of one workbook read in the order in which they mention one another."""

    def __init__(self, loaded: LoadedSheets, collector: Collector) -> None:
        self.loaded = loaded
        self.collector = collector
        self._tables = {
            definition.name: _table(definition, loaded, collector)
            for definition in columns.SHEETS
            if definition not in (columns.BEFORE, columns.POSITIONS)
        }
        self.keys: UnitKeys = read_unit(self._tables["Unit"])
        self.competences: Competences = read_competences(self._tables["Competences"])
        self.shifts: Shifts = read_shifts(self._tables["Shifts"], self.competences)
        self.staff: Staff = read_staff(self._tables["Employees"], self.keys, self.competences)
        self._absences = read_absences(self._tables["Absence"], self.keys, self.shifts, self.staff.known)

    def unit(self) -> tuple[Unit | None, tuple[DemandLine, ...]]:
        """The unit, None when its frame is missing, and its demand rows with their places."""
        keys, tables, people = self.keys, self._tables, self.staff.known
        lines = read_demand(tables["Demand"], keys, self.shifts, self.competences)
        wishes = read_wishes(tables["Wishes"], keys, self.shifts, people)
        agreements, overrides = self._agreed()
        if keys.start is None or keys.weeks is None or keys.kind is None:
            return None, lines
        unit = Unit(
            name=keys.name,
            municipality=keys.municipality,
            start=keys.start,
            weeks=keys.weeks,
            kind=keys.kind,
            full_time_week_minutes=keys.full_time_week_minutes,
            residents=keys.residents,
            small_position_below_bp=keys.small_position_below_bp,
            night_written_on=keys.night_written_on,
            fte_budget_bp=keys.fte_budget_bp,
            rule_book=keys.rule_book,
            shifts=self.shifts.values,
            demand=tuple(line.row for line in lines),
            competences=self.competences.values,
            employees=self.staff.values,
            wishes=wishes,
            absences=self._absences,
            agreements=agreements,
            overrides=overrides,
        )
        return unit, lines

    def _agreed(self) -> tuple[tuple[Agreement, ...], tuple[RuleOverride, ...]]:
        people = self.staff.known
        agreements = read_agreements(self._tables["Agreements"], people)
        return agreements, read_rules(self._tables["Rules"], self.keys.rule_book, people)

    @property
    def rota_context(self) -> RotaContext:
        """What the cells of a rota may mention."""
        codes = frozenset(absence.code for absence in self._absences)
        return RotaContext(keys=self.keys, shifts=self.shifts, people=self.staff.known, absence_codes=codes)

    def today(self) -> Plan | None:
        """The rota in force, None when the sheet is missing or empty."""
        return read_rota(self._tables["Rota"], self.rota_context, self.staff.values, PlanRole.TODAY)


def _table(definition: SheetDefinition, loaded: LoadedSheets, collector: Collector) -> Table | None:
    """A sheet ready for reading; a required one that is missing is noted."""
    grid = loaded.grids.get(definition.name)
    if grid is not None and (grid.rows or definition.required):
        return Table(definition, grid, collector)
    if definition.required and grid is None and definition.name not in loaded.broken:
        shown = words.word(Group.SHEET, definition.name, collector.language)
        unknown = [title for title in loaded.titles if words.canonical(Group.SHEET, title) is None]
        collector.add("sheet_missing", shown, found=shown, suggestion=nearest(shown, unknown))
    return None


def _before(loaded: LoadedSheets, collector: Collector, reading: _Reading) -> Plan | None:
    """The rota that today's replaced, from a result workbook; anything wrong with it is one warning."""
    grid = loaded.grids.get(columns.BEFORE.name)
    if grid is None or not grid.rows:
        return None
    trial = Collector(language=collector.language)
    plan = read_rota(
        Table(columns.BEFORE, grid, trial), reading.rota_context, reading.staff.values, PlanRole.BEFORE
    )
    positions = _positions_before(loaded.grids.get(columns.POSITIONS.name), trial, reading)
    first = next((problem for problem in trial.problems if not problem.warning), None)
    if plan is None or first is not None or positions is None:
        collector.add(
            "before_unreadable",
            grid.title if first is None else first.sheet,
            None if first is None else first.cell,
            found=None if first is None else first.found,
            warning=True,
        )
        return None
    return with_positions(plan, positions)


def _positions_only(loaded: LoadedSheets, collector: Collector, reading: _Reading, bare: Plan) -> Plan | None:
    """What a result of a unit without a rota tells of before: the positions. None without such a sheet."""
    grid = loaded.grids.get(columns.POSITIONS.name)
    trial = Collector(language=collector.language)
    positions = _positions_before(grid, trial, reading)
    wrong = next((problem for problem in trial.problems if not problem.warning), None)
    if positions is None:
        return None
    if wrong is not None:
        collector.add("before_unreadable", wrong.sheet, wrong.cell, found=wrong.found, warning=True)
        return None
    return with_positions(bare, positions)


def _positions_before(grid: Grid | None, trial: Collector, reading: _Reading) -> Mapping[str, int] | None:
    """Positions by employee, from the Positions sheet; 0 for a line it does not list. None without it."""
    if grid is None:
        return None
    table = Table(columns.POSITIONS, grid, trial)
    if not table.has_required_columns() or table.lacks("Before"):
        return None
    found = {person.number: 0 for person in reading.staff.values}
    for fields in table.rows():
        number = employee_of(fields, reading.staff.known)
        share = fields.percent("Before")
        if number is not None and share is not None:
            found[number] = share
    return found
