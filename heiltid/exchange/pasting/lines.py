"""A pasted row about a person: its cells in the words of the workbook, by canonical heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heiltid.exchange.pasting import nights, tidy
from heiltid.exchange.pasting.cells import PastedCells, Row
from heiltid.exchange.pasting.columns import ColumnGuess
from heiltid.exchange.pasting.kind_marks import is_marked
from heiltid.exchange.pasting.notes import Notes
from heiltid.exchange.pasting.weekend_cells import WeekendCells
from heiltid.exchange.pasting.weekend_groups import works_weekends
from heiltid.exchange.pasting.word_lists import FIRST_NAME, LAST_NAME, NIGHT
from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.read_shifts import Competences
from heiltid.exchange.workbook.words import Group
from heiltid.model import Employee, Status


@dataclass
class Line:
    """One pasted row: cells by canonical heading, each with its column."""

    row: int
    cells: dict[str, tuple[int, str]]
    twin: Employee | None = None  # whom of the unit it is about

    def __post_init__(self) -> None:
        self.pasted = frozenset(self.cells)

    def text(self, heading: str) -> str:
        """The cell under a heading; "" where nothing was pasted."""
        return self.cells[heading][1] if heading in self.cells else ""

    @property
    def is_vacant(self) -> bool:
        """Whether it is an empty post, in any of the words for one."""
        return words.canonical(Group.STATUS, self.text("Status")) == Status.VACANT


class LineReader:
    """Reads the rows of one table; what cannot be read is noted."""

    def __init__(
        self, columns: tuple[ColumnGuess, ...], weekends: WeekendCells, competences: Competences, notes: Notes
    ) -> None:
        self._columns = columns
        self._weekends = weekends
        self._competences = competences
        self._notes = notes

    def lines(self, cells: PastedCells, top: int) -> Iterator[Line]:
        """The rows below the headings, without those that cannot be read."""
        for number, row in cells.filled():
            line = self._line(number, row) if number > top else None
            if line is not None:
                yield line

    def _line(self, number: int, row: Row) -> Line | None:
        """A row with its cells tidied; None where what is told of nights or weekends cannot be read."""
        found: dict[str, tuple[int, str]] = {}
        for guess in self._columns:
            typed = row[guess.column - 1] or guess.blank
            if not typed or guess.meaning is None:
                continue
            if guess.part in (FIRST_NAME, LAST_NAME) and "Name" in found:
                found["Name"] = self._joined(guess, found["Name"], typed)
                continue
            if guess.meaning == "Kinds" and guess.part:
                self._add_kind(guess, found, typed)
                continue
            if guess.meaning == "Weekend every" and works_weekends(typed):
                continue  # as often as everybody
            if guess.meaning == "Weekend every" and self._weekends.is_amiss(number, guess.column, typed):
                return None
            tidied = tidy.tidier(guess.meaning, is_fraction=guess.is_fraction)(typed)
            found[guess.meaning] = (guess.column, self._word(guess.meaning, tidied))
        if not (self._read_nights(number, found) and self._weekends.read(number, found)):
            return None
        line = Line(row=number, cells=found)
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
            self._notes.add("pasted_night", row, column, found=typed)
            return False
        found["Kinds"] = (column, kinds)
        return True

    def _add_kind(self, guess: ColumnGuess, found: dict[str, tuple[int, str]], typed: str) -> None:
        """A cross in a column of one kind adds it to the kinds of the row."""
        if is_marked(typed, guess.part):
            column, others = found.get("Kinds", (guess.column, ""))
            found["Kinds"] = (column, f"{others}, {guess.part}" if others else guess.part)

    def _joined(self, guess: ColumnGuess, other: tuple[int, str], typed: str) -> tuple[int, str]:
        """First and last name as one, the first name first."""
        column, text = other
        return column, f"{text} {typed}" if guess.part == LAST_NAME else f"{typed} {text}"

    def _word(self, meaning: str, typed: str) -> str:
        """A competence by another word; told once per word."""
        if meaning != "Competence" or self._competences.name_of(typed) is not None:
            return typed
        found = tidy.competence(typed, self._competences.values)
        if found is None:
            return typed
        self._notes.competence(typed, found)
        return found

    def _see_vacant(self, line: Line) -> None:
        """A line called "Ledig stilling" is an empty post unless its status says otherwise."""
        if tidy.is_vacant_name(line.text("Name")) and "Status" not in line.cells:
            column = line.cells["Name"][0]
            line.cells["Status"] = (column, "vacant")
            self._notes.add("pasted_vacant", line.row, column, found=line.text("Name"), warning=True)
