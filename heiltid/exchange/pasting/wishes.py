"""Wishes pasted from a spreadsheet: who, when, what and how strongly, as on the workbook's Wishes sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from heiltid.errors import Problem
from heiltid.exchange.pasting import heading_lists, tidy
from heiltid.exchange.pasting.cells import MOST_ROWS, PastedCells, Row, cells_of, is_too_large
from heiltid.exchange.pasting.columns import MOST_OF, ColumnGuess
from heiltid.exchange.pasting.days_meant import days_meant, is_mere_number
from heiltid.exchange.pasting.notes import Fault, Notes
from heiltid.exchange.pasting.people import NO_PLACES
from heiltid.exchange.pasting.places import names_of
from heiltid.exchange.pasting.staff import Staff
from heiltid.exchange.pasting.top_rows import top_rows
from heiltid.exchange.workbook import columns as sheet_columns
from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.read_lists import read_wishes
from heiltid.exchange.workbook.read_shifts import Shifts
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.sheets import Grid, RawCell
from heiltid.exchange.workbook.table import HEADING_ROW, Table
from heiltid.exchange.workbook.words import Group
from heiltid.model import Unit, Wish, WishStrength
from heiltid.spelling import Known
from heiltid.texts import Language

WHO = "Who"  # a name, or a number without a column of its own
WISH_MEANINGS = ("Number", WHO, "When", "Wish", "Strength")
_ANY = WishStrength.WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedWishes:
    """What a pasted text amounts to. Rows with an error give no wish.

    replaced: wishes of the unit that differ from a pasted one in strength only, to be taken out.
    """

    wishes: tuple[Wish, ...] = ()
    replaced: tuple[Wish, ...] = ()
    columns: tuple[ColumnGuess, ...] = ()
    problems: tuple[Problem, ...] = ()
    suggestions: Mapping[tuple[int, int], str] = field(default_factory=dict)  # see `corrected`
    faults: tuple[Fault, ...] = ()  # those of `problems` that a cell put right would take away

    @property
    def has_errors(self) -> bool:
        """Whether some row could not be used."""
        return any(not problem.warning for problem in self.problems)


def wishes_from_text(
    text: str,
    unit: Unit,
    language: Language,
    *,
    meanings: Mapping[int, str | None] | None = None,
    corrected: Mapping[tuple[int, int], str] = NO_PLACES,
    strength: WishStrength = WishStrength.WEAK,
) -> PastedWishes:
    """The wishes of a pasted table; who is meant by number or by name.

    meanings: WISH_MEANINGS (None = leave out) by column number, where the user has put a guess right.
    corrected: what to read at some places instead (`suggestions` the user has accepted).
    strength: of wishes that tell none.
    """
    if is_too_large(text):
        return PastedWishes(problems=(Problem(key="pasted_too_much", allowed=str(MOST_ROWS)),))
    cells = cells_of(text).corrected(corrected)
    if not cells.filled():
        return PastedWishes(problems=(Problem(key="pasted_nothing"),))
    people = Staff(unit, language)
    columns, top = _columns(cells, unit, people, meanings or {})
    notes = Notes(columns, language, names_of(cells, columns, top))
    notes.of_columns(cells, top, meanings or {}, may_be_shares=False)
    there = {guess.meaning for guess in columns}
    if not {"When", "Wish"} <= there or not {"Number", WHO} & there:
        notes.add("pasted_wish_columns")
        return PastedWishes(columns=columns, problems=notes.problems())
    found = _read(cells, top, unit, people, notes, strength)
    return replace(_sorted_out(found, unit, columns, notes), faults=notes.faults(cells))


def _columns(
    cells: PastedCells, unit: Unit, people: Staff, meanings: Mapping[int, str | None]
) -> tuple[tuple[ColumnGuess, ...], int]:
    above = top_rows(cells, _meaning)
    top, typed = above.count, above.headings
    chosen: dict[int, tuple[str | None, bool]] = {
        number: (meaning, False) for number, meaning in meanings.items()
    }
    for number, heading in enumerate(typed, start=1):
        meaning = _meaning(heading)
        if number not in chosen and meaning is not None and meaning not in _taken(chosen):
            chosen[number] = (meaning, False)
    for number in range(1, cells.width + 1):
        content = cells.column(number, after=top)
        for meaning, fits in _guesses(unit, people).items():
            if number not in chosen and meaning not in _taken(chosen) and _most(content, fits):
                chosen[number] = (meaning, True)
    columns = tuple(
        ColumnGuess(
            column=number,
            heading=typed[number - 1],
            meaning=meaning,
            by_content=by_content,
            has_content=bool(cells.column(number, after=top)),
        )
        for number in range(1, cells.width + 1)
        for meaning, by_content in [chosen.get(number, (None, False))]
    )
    return columns, top


def _taken(chosen: Mapping[int, tuple[str | None, bool]]) -> set[str | None]:
    return {meaning for meaning, _ in chosen.values()}


def _meaning(heading: str) -> str | None:
    word = tidy.bare(heading)
    if not word:
        return None
    found = words.canonical(Group.HEADING, heading, WISH_MEANINGS)
    return found or next((name for name, other in heading_lists.WISH_HEADINGS.items() if word in other), None)


def _most(content: tuple[str, ...], fits: Callable[[str], bool]) -> bool:
    return bool(content) and sum(fits(cell) for cell in content) > MOST_OF * len(content)


def _guesses(unit: Unit, people: Staff) -> Mapping[str, Callable[[str], bool]]:
    """What a column is by its cells, in the order tried."""
    codes = Known(shift.code for shift in unit.shifts)

    def is_wish(cell: str) -> bool:
        first, _, rest = cell.partition(" ")
        asked = rest if rest and words.canonical(Group.WISH, first) == "not" else cell
        known = any(words.canonical(group, asked) is not None for group in (Group.WISH, Group.SHIFT_KIND))
        return known or codes.find(asked) is not None

    return {
        "When": lambda cell: not is_mere_number(cell) and days_meant(cell, unit) is not None,
        "Strength": lambda cell: words.canonical(Group.STRENGTH, cell) is not None,
        "Wish": is_wish,
        WHO: lambda cell: bool(people.named(cell)),
    }


def _read(
    cells: PastedCells, top: int, unit: Unit, people: Staff, notes: Notes, strength: WishStrength
) -> tuple[Wish, ...]:
    """The workbook's reading of the rows whose person is known, a row for each day a pasted one means."""
    places = {guess.meaning: guess.column for guess in notes.columns if guess.meaning is not None}
    number_column = places.get("Number") or places[WHO]
    headings: dict[int, str] = {places[name]: name for name in ("When", "Wish", "Strength") if name in places}
    headings[number_column] = "Number"
    strength_column = places.get("Strength", cells.width + 1)
    headings[strength_column] = "Strength"
    more = len(cells.rows) + HEADING_ROW  # rows of the built sheet below the pasted ones
    rows: dict[int, dict[int, RawCell]] = {
        HEADING_ROW: {column: RawCell(HEADING_ROW, column, name) for column, name in headings.items()}
    }
    for row, texts in cells.filled():
        number = _who(row, texts, places, people, notes) if row > top else None
        if number is not None:
            entries = {column: texts[column - 1] for column in headings if column <= cells.width}
            entries[number_column] = number
            entries[strength_column] = entries.get(strength_column) or strength.value
            for count, day in enumerate(_days(row, entries[places["When"]], places["When"], unit, notes)):
                place = more + 1 if count else row + HEADING_ROW
                more += bool(count)
                notes.places.rows[place] = row
                entries[places["When"]] = day
                rows[place] = {
                    column: RawCell(place, column, cell) for column, cell in entries.items() if cell
                }
    table = Table(sheet_columns.WISHES, Grid("", rows), notes.collector)
    keys = UnitKeys(start=unit.start, weeks=unit.weeks, kind=unit.kind)
    shifts = Shifts(values=unit.shifts, known=Known(shift.code for shift in unit.shifts))
    return read_wishes(table, keys, shifts, people.numbers)


def _days(row: int, typed: str, column: int, unit: Unit, notes: Notes) -> tuple[str, ...]:
    """The words of the Wishes sheet for what was pasted; as it was where nothing can be made of it."""
    meant = days_meant(typed, unit)
    if meant is None:
        return (typed,)
    notes.places.typed[row, column] = typed
    if meant.first is not None and meant.last is not None:
        key = "pasted_rota_week" if meant.week is not None else "pasted_calendar_week"
        dates = f"{meant.first:%d.%m.%Y}–{meant.last:%d.%m.%Y}"
        notes.add(key, found=typed, allowed=dates, warning=True)
    return meant.words


def _who(row: int, texts: Row, places: Mapping[str, int], people: Staff, notes: Notes) -> str | None:
    """The number of the person a row is about: by number, else by name; an unknown or shared one is noted."""
    asked = [(places[name], texts[places[name] - 1]) for name in ("Number", WHO) if name in places]
    filled = [(column, typed) for column, typed in asked if typed] or asked
    column, typed = filled[0]
    found = people.named(typed)
    if len(found) == 1:
        return found[0]
    why = people.problem(typed)
    notes.add(why.key, row, column, found=why.found, allowed=why.allowed, suggestion=why.suggestion)
    return None


def _sorted_out(
    found: tuple[Wish, ...], unit: Unit, columns: tuple[ColumnGuess, ...], notes: Notes
) -> PastedWishes:
    """Without what is there already; of the same wish twice the last one counts."""
    there = {_asked(wish): wish for wish in unit.wishes}
    pasted = {_asked(wish): wish for wish in found}
    new = tuple(wish for asked, wish in pasted.items() if there.get(asked) != wish)
    same = len(pasted) - len(new)
    if same:
        notes.add("pasted_wishes_there", found=str(same), warning=True)
    replaced = tuple(there[_asked(wish)] for wish in new if _asked(wish) in there)
    return PastedWishes(
        wishes=new,
        replaced=replaced,
        columns=columns,
        problems=notes.problems(),
        suggestions=notes.suggestions(),
    )


def _asked(wish: Wish) -> Wish:
    """The wish without its strength."""
    return replace(wish, strength=_ANY)
