"""People pasted from a spreadsheet. Source of the defaults: workbook.md, sheet Employees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count
from types import MappingProxyType

from heiltid.edits.people import only_nights_but_long
from heiltid.errors import Problem
from heiltid.exchange.pasting import nights, tidy
from heiltid.exchange.pasting.alike import Alike
from heiltid.exchange.pasting.cells import MOST_ROWS, PastedCells, Row, cells_of, is_too_large
from heiltid.exchange.pasting.columns import ColumnGuess, people_columns
from heiltid.exchange.pasting.laying import laid_over
from heiltid.exchange.pasting.names import Names, name_key
from heiltid.exchange.pasting.notes import Fault, Notes
from heiltid.exchange.pasting.places import names_of
from heiltid.exchange.pasting.weekend_cells import WeekendCells
from heiltid.exchange.pasting.weekend_groups import works_weekends
from heiltid.exchange.pasting.word_lists import FIRST_NAME, LAST_NAME, NIGHT, WEEKEND_GROUP
from heiltid.exchange.workbook import columns as sheet_columns
from heiltid.exchange.workbook.read_shifts import Competences
from heiltid.exchange.workbook.read_staff import read_staff
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.sheets import Grid, RawCell
from heiltid.exchange.workbook.table import HEADING_ROW, Table
from heiltid.model import PLANNABLE_KINDS, Employee, ShiftKind, Status, Unit
from heiltid.problem_text import percent_text
from heiltid.spelling import Known, normal
from heiltid.texts import Language

NO_PLACES: Mapping[tuple[int, int], str] = MappingProxyType({})


class Twins(StrEnum):
    """What to do with people who are there already."""

    SKIP = "skip"
    UPDATE = "update"  # what was pasted of them is laid over; the rest stays


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyThere:
    """A pasted row (from 1) about somebody the unit has; number and name as they are in the unit."""

    row: int
    number: str
    name: str
    by_name: bool  # found by her name, for the row has no number or another


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedPeople:
    """What a pasted text amounts to. Rows with an error are in neither `new` nor `changed`."""

    new: tuple[Employee, ...] = ()
    changed: tuple[Employee, ...] = ()  # with Twins.UPDATE: those there already, as they would become
    already_there: tuple[AlreadyThere, ...] = ()
    columns: tuple[ColumnGuess, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)  # as pasted, from 1, by number
    suggestions: Mapping[tuple[int, int], str] = field(default_factory=dict)  # see `corrected`
    faults: tuple[Fault, ...] = ()  # those of `problems` that a cell put right would take away
    crosses: tuple[tuple[int, int], ...] = ()  # rows and columns: see `only_nights`

    @property
    def employees(self) -> tuple[Employee, ...]:
        """Everybody to lay into the unit."""
        return (*self.new, *self.changed)

    @property
    def has_errors(self) -> bool:
        """Whether some row could not be used."""
        return any(not problem.warning for problem in self.problems)


def people_from_text(
    text: str,
    unit: Unit,
    language: Language,
    *,
    twins: Twins = Twins.SKIP,
    meanings: Mapping[int, str | None] | None = None,
    corrected: Mapping[tuple[int, int], str] = NO_PLACES,
    only_nights: bool = False,
) -> PastedPeople:
    """The people of a pasted table.

    meanings: canonical headings (PEOPLE_MEANINGS; None = leave out) by column number, where the user has put
    a guess right. corrected: what to read at some places instead (`suggestions` the user has accepted).
    only_nights: crosses in a column of nights mean nights alone, not nights too.
    Never raises for a text, whatever stands in it.
    """
    if is_too_large(text):
        problem = Problem(key="pasted_too_much", allowed=str(MOST_ROWS))
        return PastedPeople(problems=(problem,))
    cells = cells_of(text).corrected(corrected)
    if not cells.filled():
        return PastedPeople(problems=(Problem(key="pasted_nothing"),))
    columns, top = people_columns(cells, unit, meanings or {})
    crosses = _crosses(cells, columns, top)
    if only_nights:
        cells = cells.corrected(dict.fromkeys(crosses, nights.ONLY))
    reading = _Reading(unit, columns, twins, Notes(columns, language, names_of(cells, columns, top)))
    reading.notes.of_columns(cells, top, meanings or {})
    return replace(reading.read(cells, top), crosses=crosses)


def _crosses(cells: PastedCells, columns: tuple[ColumnGuess, ...], top: int) -> tuple[tuple[int, int], ...]:
    """Those in a column of nights, where no other column tells of shifts."""
    places = {guess.meaning: guess.column for guess in columns}
    if NIGHT not in places or "Kinds" in places:
        return ()
    return nights.cross_places(cells, places[NIGHT], top)


@dataclass
class _Line:
    """One pasted row: cells by canonical heading, each with its column."""

    row: int
    cells: dict[str, tuple[int, str]]
    twin: Employee | None = None

    def __post_init__(self) -> None:
        self.pasted = frozenset(self.cells)

    def text(self, heading: str) -> str:
        return self.cells[heading][1] if heading in self.cells else ""


class _Reading:
    """One pasted table on its way to employees."""

    def __init__(self, unit: Unit, columns: tuple[ColumnGuess, ...], twins: Twins, notes: Notes) -> None:
        self.unit = unit
        self.columns = columns
        self.twins = twins
        self.notes = notes
        self.numbers = Known(person.number for person in unit.employees)
        self.people = unit.employee_by_number()
        self.names = Names(
            (person.name, person.number) for person in unit.employees if person.status is not Status.VACANT
        )

    def read(self, cells: PastedCells, top: int) -> PastedPeople:
        """Everything: lines, twins, numbers, then the workbook's own reading."""
        self.weekends = WeekendCells.of(cells, self.columns, top, self.notes)
        read = [self._line(number, row) for number, row in cells.filled() if number > top]
        lines = [line for line in read if line is not None and self._found_twin(line)]
        there = tuple(
            AlreadyThere(row=line.row, number=line.twin.number, name=line.twin.name, by_name=by_name)
            for line in lines
            if line.twin is not None
            for by_name in [self.numbers.find(line.text("Number")) != line.twin.number]
        )
        self.notes.twins(len(there), is_update=self.twins is Twins.UPDATE)
        self._tell_same_names(lines)
        self._tell_near_names(lines)
        wanted = [line for line in lines if line.twin is None or self.twins is Twins.UPDATE]
        found = self._employees(wanted)
        rows = {line.text("Number"): line.row for line in wanted}
        self._tell_nights_with_long([(person, rows[person.number]) for person, _ in found])
        return PastedPeople(
            new=tuple(person for person, twin in found if twin is None),
            changed=tuple(person for person, twin in found if twin not in (None, person)),
            already_there=there,
            columns=self.columns,
            problems=self.notes.problems(),
            rows=rows,
            suggestions=self.notes.suggestions(),
            faults=self.notes.faults(cells),
        )

    def _tell_same_names(self, lines: list[_Line]) -> None:
        """Two rows of one name may be two people, or one pasted twice: only the leader knows."""
        rows: dict[str, list[int]] = {}
        names: dict[str, str] = {}
        for line in lines:
            name = line.text("Name")
            if name and line.text("Status") != "vacant":
                rows.setdefault(names.setdefault(normal(name), name), []).append(line.row)
        self.notes.same_names(rows)

    def _tell_near_names(self, lines: list[_Line]) -> None:
        """Nearly the name of another row, or of somebody in the unit, may be a slip of the pen."""
        there, pasted = Alike(), Alike()
        for person in self.unit.employees:
            if person.status is not Status.VACANT:
                there.add(person.name, f"{person.name} ({person.number})")
        for line in lines:
            name = "" if line.text("Status") == "vacant" else line.text("Name")
            other, known = pasted.find(name), there.find(name)
            if other is not None:
                place = self.notes.places.named(int(other))
                self.notes.add("pasted_like_row", line.row, allowed=place, warning=True)
            elif known is not None and line.twin is None:
                self.notes.add("pasted_like_known", line.row, allowed=known, warning=True)
            pasted.add(name, str(line.row))

    def _tell_nights_with_long(self, people: list[tuple[Employee, int]]) -> None:
        """Long shifts are governed by their own column alone, also for those who work nights only."""
        for person, row in people:
            if only_nights_but_long(person, self.unit):
                self.notes.add("pasted_nights_and_long", row, warning=True)

    def _line(self, number: int, row: Row) -> _Line | None:
        """A row with its cells tidied; None for a row of sums."""
        if tidy.is_sum(row):
            self.notes.add("pasted_sum_row", number, warning=True)
            return None
        found: dict[str, tuple[int, str]] = {}
        for guess in self.columns:
            typed = row[guess.column - 1] or guess.blank
            if not typed or guess.meaning is None:
                continue
            if guess.part in (FIRST_NAME, LAST_NAME) and "Name" in found:
                found["Name"] = self._joined(guess, found["Name"], typed)
                continue
            if guess.meaning == "Weekend every" and works_weekends(typed):
                continue  # as often as everybody
            if guess.meaning == "Weekend every" and self.weekends.is_amiss(number, guess.column, typed):
                return None
            tidied = tidy.tidier(guess.meaning, is_fraction=guess.is_fraction)(typed)
            found[guess.meaning] = (guess.column, self._word(guess.meaning, tidied))
        if not (self._read_nights(number, found) and self.weekends.read(number, found)):
            return None
        line = _Line(row=number, cells=found)
        self._see_vacant(line)
        return line

    def _read_nights(self, row: int, found: dict[str, tuple[int, str]]) -> bool:
        """What a column of nights says becomes kinds; False when it cannot be read."""
        if NIGHT not in found:
            return True
        column, typed = found.pop(NIGHT)
        given = found.get("Kinds")
        answer = nights.night_answer(typed)
        kinds = None if answer is None else nights.kinds_with(answer, given[1] if given else None)
        if kinds is None:
            self.notes.add("pasted_night", row, column, found=typed)
            return False
        found["Kinds"] = (column, kinds)
        return True

    def _joined(self, guess: ColumnGuess, other: tuple[int, str], typed: str) -> tuple[int, str]:
        """First and last name as one, the first name first."""
        column, text = other
        return column, f"{text} {typed}" if guess.part == LAST_NAME else f"{typed} {text}"

    def _word(self, meaning: str, typed: str) -> str:
        """A competence by another word; told once per word."""
        if meaning != "Competence" or self._competences.name_of(typed) is not None:
            return typed
        found = tidy.competence(typed, self.unit.competences)
        if found is None:
            return typed
        self.notes.competence(typed, found)
        return found

    @property
    def _competences(self) -> Competences:
        names = Known((entry.name for entry in self.unit.competences), fold=normal)
        return Competences(values=self.unit.competences, known=names)

    def _see_vacant(self, line: _Line) -> None:
        """A line called "Ledig stilling" is an empty post unless its status says otherwise."""
        if tidy.is_vacant_name(line.text("Name")) and "Status" not in line.cells:
            column = line.cells["Name"][0]
            line.cells["Status"] = (column, "vacant")
            self.notes.add("pasted_vacant", line.row, column, found=line.text("Name"), warning=True)

    def _found_twin(self, line: _Line) -> bool:
        """Look for the person in the unit; False when it cannot be told who is meant."""
        number, name = self.numbers.find(line.text("Number")), line.text("Name")
        is_named = name and line.text("Status") != "vacant"
        same_name = [self.people[found] for found in self.names.find(name)] if is_named else []
        if number is not None:
            there = self.people[number]
            if name and there.name and name_key(name) != name_key(there.name):
                column, typed = line.cells["Number"]
                self.notes.add("pasted_number_taken", line.row, column, found=typed, allowed=there.name)
                return False
            line.twin = there
        elif same_name:
            return self._found_namesake(line, same_name)
        return True

    def _found_namesake(self, line: _Line, same_name: list[Employee]) -> bool:
        """Which of those with the pasted name: the only one, or the only one of that competence."""
        if len(same_name) > 1:
            competence = self._competences.name_of(line.text("Competence"))
            alike = [person for person in same_name if person.competence == competence]
            same_name = alike if len(alike) == 1 else same_name
        if len(same_name) > 1:
            is_skipped = self.twins is Twins.SKIP
            self.notes.add(
                "pasted_name_there" if is_skipped else "pasted_name_ambiguous",
                line.row,
                line.cells["Name"][0],
                found=line.text("Name"),
                allowed=", ".join(person.number for person in same_name),
                warning=is_skipped,
            )
            if not is_skipped:
                return False
        line.twin = same_name[0]
        return True

    def _employees(self, lines: list[_Line]) -> list[tuple[Employee, Employee | None]]:
        """(person as she would be, as she is) of every line without a fault."""
        has_position = any(guess.meaning == "Position" for guess in self.columns)
        if not has_position and any(line.twin is None for line in lines):
            self.notes.add("pasted_no_position")
            lines = [line for line in lines if line.twin is not None]
        if not lines:
            return []
        read = self._read_staff(lines)
        found: list[tuple[Employee, Employee | None]] = []
        for line in lines:
            person = read.pop(line.text("Number"), None)  # the same number again was refused
            twin = line.twin
            if person is None or twin is None:
                found += [] if person is None else [(self._with_kinds(person, line), None)]
                continue
            whole = laid_over(twin, person, line.pasted)
            if whole is None:
                self.notes.add("pasted_does_not_fit", line.row, found=twin.name or twin.number)
            else:
                found.append((whole, twin))
        if any(twin is None for _, twin in found):
            self.notes.defaults()
        return found

    def _read_staff(self, lines: list[_Line]) -> dict[str, Employee]:
        """The workbook's reading of the lines, by number; numbers are made where none is given."""
        self._number(lines)
        rows: dict[int, dict[int, RawCell]] = {HEADING_ROW: {}}
        own = {guess.meaning: guess.column for guess in self.columns if guess.meaning is not None}
        if NIGHT in own:
            own.setdefault("Kinds", own.pop(NIGHT))
        if WEEKEND_GROUP in own:
            own.setdefault("Weekend every", own.pop(WEEKEND_GROUP))
        headings = dict.fromkeys([*own, *(heading for line in lines for heading in line.cells)])
        after = len(self.columns)
        for heading in headings:
            after += heading not in own
            column = own.setdefault(heading, after)
            rows[HEADING_ROW][column] = RawCell(HEADING_ROW, column, heading)
            for line in lines:
                if heading in line.cells:
                    place = line.row + HEADING_ROW
                    rows.setdefault(place, {})[column] = RawCell(place, column, line.text(heading))
        grid = Grid("", dict(sorted(rows.items())))
        table = Table(sheet_columns.EMPLOYEES, grid, self.notes.collector)
        keys = UnitKeys(start=self.unit.start, weeks=self.unit.weeks, kind=self.unit.kind)
        return {person.number: person for person in read_staff(table, keys, self._competences).values}

    def _number(self, lines: list[_Line]) -> None:
        """Known people by their own number, the others by the next free ones."""
        used = {*self.numbers.names, *(line.text("Number") for line in lines)}
        highest = max((int(name) for name in used if name.isdecimal() and len(name) < 10), default=0)
        free = (str(number) for number in count(highest + 1) if str(number) not in used)
        made: list[str] = []
        for line in lines:
            if line.twin is not None:
                line.cells["Number"] = (line.cells.get("Number", (0, ""))[0], line.twin.number)
                self._fill_from_twin(line, line.twin)
            elif "Number" not in line.cells:
                made.append(next(free))
                line.cells["Number"] = (0, made[-1])
        self.notes.numbers_made(made)

    def _fill_from_twin(self, line: _Line, twin: Employee) -> None:
        """What the reading of the pasted shares depends on, where it was not pasted."""
        line.cells.setdefault("Status", (0, twin.status.value))
        if twin.elsewhere_bp:
            line.cells.setdefault("Elsewhere", (0, f"{percent_text(twin.elsewhere_bp)} %"))
        line.cells.setdefault("Position", (0, f"{percent_text(twin.position_bp)} %"))

    def _with_kinds(self, person: Employee, line: _Line) -> Employee:
        """Without a word about kinds: day and evening, and night where the unit has night shifts."""
        if "Kinds" in line.cells or any(shift.kind is ShiftKind.NIGHT for shift in self.unit.shifts):
            return person
        return replace(person, kinds=PLANNABLE_KINDS - {ShiftKind.NIGHT})
