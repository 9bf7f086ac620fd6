"""People pasted from a spreadsheet. Source of the defaults: workbook.md, sheet Employees."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count
from types import MappingProxyType

from heiltid.edits.people import only_nights_but_long
from heiltid.errors import Problem
from heiltid.exchange.pasting import nights, tidy
from heiltid.exchange.pasting.alike import Alike
from heiltid.exchange.pasting.cells import MOST_ROWS, PastedCells, cells_of, is_too_large
from heiltid.exchange.pasting.columns import ColumnGuess, people_columns
from heiltid.exchange.pasting.headings import people_meaning
from heiltid.exchange.pasting.laying import laid_over
from heiltid.exchange.pasting.lines import Line, LineReader
from heiltid.exchange.pasting.names import NameKey, Names, name_key
from heiltid.exchange.pasting.notes import Fault, Notes
from heiltid.exchange.pasting.places import names_of
from heiltid.exchange.pasting.top_rows import top_rows
from heiltid.exchange.pasting.weekend_cells import WeekendCells
from heiltid.exchange.pasting.word_lists import NIGHT, WEEKEND_GROUP
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
    whole = cells_of(text).corrected(corrected)
    if not whole.filled():
        return PastedPeople(problems=(Problem(key="pasted_nothing"),))
    above = top_rows(whole, people_meaning)
    top, sums = above.count, _sums(whole, above.count)
    cells = whole.without(sums)  # a sum tells nothing of its column
    columns = people_columns(cells, above, unit, meanings or {})
    crosses = _crosses(cells, columns, top)
    if only_nights:
        cells = cells.corrected(dict.fromkeys(crosses, nights.ONLY))
    notes = Notes(columns, language, names_of(whole, columns, top))
    notes.of_columns(cells, top, meanings or {})
    return replace(_Reading(unit, columns, twins, notes).read(cells, top, sums), crosses=crosses)


def _sums(cells: PastedCells, top: int) -> list[int]:
    return [number for number, row in cells.filled() if number > top and tidy.is_sum(row)]


def _crosses(cells: PastedCells, columns: tuple[ColumnGuess, ...], top: int) -> tuple[tuple[int, int], ...]:
    """Those in a column of nights, where no other column tells of shifts."""
    places = {guess.meaning: guess.column for guess in columns}
    if NIGHT not in places or "Kinds" in places:
        return ()
    return nights.cross_places(cells, places[NIGHT], top)


class _Reading:
    """One pasted table on its way to employees."""

    def __init__(self, unit: Unit, columns: tuple[ColumnGuess, ...], twins: Twins, notes: Notes) -> None:
        self.unit = unit
        self.columns = columns
        self.twins = twins
        self.notes = notes
        self.numbers = Known(person.number for person in unit.employees)
        self.people = unit.employee_by_number()
        known = Known((entry.name for entry in unit.competences), fold=normal)
        self.competences = Competences(values=unit.competences, known=known)
        self.names = Names(
            (person.name, person.number) for person in unit.employees if person.status is not Status.VACANT
        )

    def read(self, cells: PastedCells, top: int, sums: Iterable[int]) -> PastedPeople:
        """Everything: lines, twins, numbers, then the workbook's own reading.

        sums: the rows that were left out as no people's.
        """
        weekends = WeekendCells.of(cells, self.columns, top, self.notes)
        reader = LineReader(self.columns, weekends, self.competences, self.notes)
        lines = [line for line in reader.lines(cells, top) if self._found_twin(line)]
        for number in sums:
            self.notes.add("pasted_sum_row", number, warning=True)
        there = self._already_there(lines)
        self.notes.twins(len(there), is_update=self.twins is Twins.UPDATE)
        self._tell_same_names(lines)
        self._tell_near_names(lines)
        wanted = [line for line in lines if line.twin is None or self.twins is Twins.UPDATE]
        found = self._employees(wanted)
        rows = {line.text("Number"): line.row for line in wanted}
        read = [(person, rows[person.number]) for person, _ in found]
        self._tell_nameless(lines, {row for _, row in read})
        self._tell_nights_with_long(read)
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

    def _already_there(self, lines: list[Line]) -> tuple[AlreadyThere, ...]:
        return tuple(
            AlreadyThere(row=line.row, number=line.twin.number, name=line.twin.name, by_name=by_name)
            for line in lines
            if line.twin is not None
            for by_name in [self.numbers.find(line.text("Number")) != line.twin.number]
        )

    def _tell_same_names(self, lines: list[Line]) -> None:
        """Two rows of one name may be two people, or one pasted twice: only the leader knows."""
        rows: dict[str, list[int]] = {}
        names: dict[NameKey, str] = {}
        for line in lines:
            name = line.text("Name")
            if name and not line.is_vacant:
                rows.setdefault(names.setdefault(name_key(name), name), []).append(line.row)
        self.notes.same_names(rows)

    def _tell_near_names(self, lines: list[Line]) -> None:
        """Nearly the name of another row, or of somebody in the unit, may be a slip of the pen."""
        there, pasted = Alike(), Alike()
        for person in self.unit.employees:
            if person.status is not Status.VACANT:
                there.add(person.name, f"{person.name} ({person.number})")
        for line in lines:
            name = "" if line.is_vacant else line.text("Name")
            other, known = pasted.find(name), there.find(name)
            if other is not None:
                place = self.notes.places.named(int(other))
                self.notes.add("pasted_like_row", line.row, allowed=place, warning=True)
            elif known is not None and line.twin is None:
                self.notes.add("pasted_like_known", line.row, allowed=known, warning=True)
            pasted.add(name, str(line.row))

    def _tell_nameless(self, lines: list[Line], read: Container[int]) -> None:
        """A row without a name where others have one may be the second of one person, or a sum."""
        if not any(guess.meaning == "Name" and guess.has_content for guess in self.columns):
            return
        for line in lines:
            is_told = {"Name", "Number"} & line.pasted or line.is_vacant
            if line.row in read and not is_told:
                self.notes.add("pasted_nameless", line.row, warning=True)

    def _tell_nights_with_long(self, people: list[tuple[Employee, int]]) -> None:
        """Long shifts are governed by their own column alone, also for those who work nights only."""
        for person, row in people:
            if only_nights_but_long(person, self.unit):
                self.notes.add("pasted_nights_and_long", row, warning=True)

    def _found_twin(self, line: Line) -> bool:
        """Look for the person in the unit; False when it cannot be told who is meant."""
        number, name = self.numbers.find(line.text("Number")), line.text("Name")
        is_named = name and not line.is_vacant
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

    def _found_namesake(self, line: Line, same_name: list[Employee]) -> bool:
        """Which of those with the pasted name: the only one, or the only one of that competence."""
        if len(same_name) > 1:
            competence = self.competences.name_of(line.text("Competence"))
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

    def _employees(self, lines: list[Line]) -> list[tuple[Employee, Employee | None]]:
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

    def _read_staff(self, lines: list[Line]) -> dict[str, Employee]:
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
        return {person.number: person for person in read_staff(table, keys, self.competences).values}

    def _number(self, lines: list[Line]) -> None:
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

    def _fill_from_twin(self, line: Line, twin: Employee) -> None:
        """What the reading of the pasted shares depends on, where it was not pasted."""
        line.cells.setdefault("Status", (0, twin.status.value))
        if twin.elsewhere_bp:
            line.cells.setdefault("Elsewhere", (0, f"{percent_text(twin.elsewhere_bp)} %"))
        line.cells.setdefault("Position", (0, f"{percent_text(twin.position_bp)} %"))

    def _with_kinds(self, person: Employee, line: Line) -> Employee:
        """Without a word about kinds: day and evening, and night where the unit has night shifts."""
        if "Kinds" in line.cells or any(shift.kind is ShiftKind.NIGHT for shift in self.unit.shifts):
            return person
        return replace(person, kinds=PLANNABLE_KINDS - {ShiftKind.NIGHT})
