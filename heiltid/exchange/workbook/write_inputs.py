"""The sheets a leader fills in, from Unit to Rules, written so that they read back to the same values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from openpyxl.utils import get_column_letter

from heiltid.exchange.workbook import columns
from heiltid.exchange.workbook.cell_words import (
    clock_cell,
    competences_text,
    date_look,
    days_text,
    kinds_text,
    share,
    when_value,
    wish_text,
    yes_no,
)
from heiltid.exchange.workbook.colouring import offer
from heiltid.exchange.workbook.columns import Column, Content, SheetDefinition
from heiltid.exchange.workbook.sheet import Book, Sheet, Value
from heiltid.exchange.workbook.styles import CELL, HEADING_RIGHT, NUMBER, Look
from heiltid.exchange.workbook.words import Group, canonical_names, competence_word, word
from heiltid.model import (
    FULL_TIME_BP,
    MINUTES_PER_HOUR,
    Agreement,
    DemandRow,
    Employee,
    NightWrittenOn,
    ShiftType,
    Unit,
)
from heiltid.texts import Language

Shown: TypeAlias = Value | tuple[Value, Look]
Row: TypeAlias = Mapping[str, Shown]
SPARE_ROWS = 100  # rows below the last one in which words to choose from are offered


def write_inputs(book: Book, unit: Unit, language: Language, night: NightWrittenOn) -> dict[str, Sheet]:
    """Every input sheet but the rotas, in the order a leader fills them in; sheets by canonical name."""
    writer = _Inputs(book, unit, language)
    tables: tuple[tuple[SheetDefinition, Sequence[Row]], ...] = (
        (columns.UNIT, writer.unit_rows(night)),
        (columns.SHIFTS, [writer.shift(entry) for entry in unit.shifts]),
        (columns.DEMAND, [writer.demand(entry) for entry in unit.demand]),
        (columns.COMPETENCES, writer.competences()),
        (columns.EMPLOYEES, [writer.employee(entry) for entry in unit.employees]),
        (columns.WISHES, writer.wishes()),
        (columns.ABSENCE, writer.absences()),
        (columns.AGREEMENTS, [writer.agreement(entry) for entry in unit.agreements]),
        (columns.RULES, writer.rules()),
    )
    return {definition.name: writer.table(definition, rows) for definition, rows in tables}


class _Inputs:
    """Rows of each sheet as mappings from canonical heading to what stands in the cell."""

    def __init__(self, book: Book, unit: Unit, language: Language) -> None:
        self.book = book
        self.unit = unit
        self.language = language
        self.codes = frozenset(shift.code for shift in unit.shifts)

    def table(self, definition: SheetDefinition, rows: Sequence[Row]) -> Sheet:
        """One sheet with its heading row, widths, and words to choose from."""
        sheet = self.book.sheet(word(Group.SHEET, definition.name, self.language))
        names = [column.heading for column in definition.columns]
        titles = [word(Group.HEADING, name, self.language) for name in names]
        sheet.headings(titles)
        widths = [_width(column, title) for column, title in zip(definition.columns, titles, strict=True)]
        for number, column in enumerate(definition.columns, start=1):
            if column.content in _AT_THE_RIGHT:
                sheet.put(1, number, titles[number - 1], HEADING_RIGHT)
        for place, entry in enumerate(rows):
            for number, name in enumerate(names, start=1):
                shown, look = _cell(entry.get(name))
                sheet.put(2 + place, number, shown, look)
                if isinstance(shown, str):
                    widths[number - 1] = max(widths[number - 1], min(len(shown) + 3, WIDEST))
        sheet.widths(widths)
        for number, column in enumerate(definition.columns, start=1):
            letter = get_column_letter(number)
            offer(sheet, f"{letter}2:{letter}{1 + len(rows) + SPARE_ROWS}", self._choices(column))
        sheet.print_setup(landscape=len(names) > 6)
        return sheet

    def _choices(self, column: Column) -> Iterable[str]:
        """The words a column allows, where it allows few."""
        if column.content is Content.YES_NO:
            return [yes_no(answer, self.language) for answer in (True, False)]
        if column.content is Content.CHOICE and column.group is not None:
            return [word(column.group, name, self.language) for name in canonical_names(column.group)]
        if column.content is Content.COMPETENCE:
            return [competence_word(entry.name, self.language) for entry in self.unit.competences]
        if column.content is Content.SHIFT:
            return [shift.code for shift in self.unit.shifts]
        return []

    def _date(self, when: date | None) -> Shown:
        return when, date_look(self.language)

    def _competence(self, name: str | None) -> str | None:
        return None if name is None else competence_word(name, self.language)

    def unit_rows(self, night: NightWrittenOn) -> list[Row]:
        """Key and value; what is not set stands with an empty value, which is its default."""
        unit, language = self.unit, self.language
        minutes = unit.full_time_week_minutes
        hours = word(Group.FULL_TIME, "three-part", language) if minutes is None else _hours(minutes)
        budget = None if unit.fte_budget_bp is None else unit.fte_budget_bp / FULL_TIME_BP
        values: dict[str, Shown] = {
            "Name": unit.name or None,
            "Municipality": unit.municipality or None,
            "Start": self._date(unit.start),
            "Weeks": unit.weeks,
            "Kind": word(Group.ROTA_KIND, unit.kind.value, language),
            "Full-time week": hours,
            "Residents": unit.residents,
            "Small position below": share(unit.small_position_below_bp),
            "Night written on": word(Group.NIGHT, night.value, language),
            "FTE budget": budget,
            "Rule book": word(Group.RULE_BOOK, unit.rule_book, language),
        }
        return [
            {"Key": (word(Group.HEADING, key, language), KEY), "Value": _left(value)}
            for key, value in values.items()
        ]

    def shift(self, entry: ShiftType) -> Row:
        """A row of Shifts."""
        return {
            "Code": (entry.code, KEY),
            "Name": entry.name or None,
            "Kind": entry.kind.value,
            "Start": clock_cell(entry.start_minute),
            "End": clock_cell(entry.end_minute),
            "Unpaid break": entry.unpaid_break_minutes,
            "Days": days_text(entry.days, self.language, all_means_red_too=True),
            "Competence": self._competence(entry.competence),
        }

    def demand(self, entry: DemandRow) -> Row:
        """A row of Demand, by time or by code."""
        return {
            "Days": days_text(entry.days, self.language, all_means_red_too=False),
            "From": None if entry.start_minute is None else clock_cell(entry.start_minute),
            "To": None if entry.end_minute is None else clock_cell(entry.end_minute),
            "Shift": entry.shift,
            "Competence": self._competence(entry.competence),
            "Min": entry.minimum,
            "Target": entry.target,
            "Max": entry.maximum,
        }

    def competences(self) -> list[Row]:
        """Rows of Competences."""
        return [
            {
                "Competence": competence_word(entry.name, self.language),
                "Covers": competences_text(entry.covers, self.language),
            }
            for entry in self.unit.competences
        ]

    def employee(self, person: Employee) -> Row:
        """A row of Employees; every share is written out, so that nothing hangs on a default."""
        return {
            "Number": (person.number, KEY),
            "Name": person.name or None,
            "Competence": self._competence(person.competence),
            "Position": share(person.position_bp),
            "Wanted": share(person.wanted_bp),
            "Min": share(person.min_bp),
            "Max": share(person.max_bp),
            "Elsewhere": share(person.elsewhere_bp),
            "Status": word(Group.STATUS, person.status.value, self.language),
            "Chosen part-time": yes_no(person.chosen_part_time, self.language),
            "Weekend every": person.weekend_every,
            "Weekend offset": person.weekend_offset,
            "Extra weekends": person.extra_weekends,
            "Kinds": kinds_text(person.kinds, self.language),
            "Long shifts": yes_no(person.long_shifts, self.language),
            "Max days in row": person.max_days_in_row,
            "Max nights in row": person.max_nights_in_row,
            "From": self._date(person.employed_from),
            "To": self._date(person.employed_to),
        }

    def wishes(self) -> list[Row]:
        """Rows of Wishes."""
        return [
            {
                "Number": wish.employee,
                "When": (when_value(wish.when, self.language), date_look(self.language)),
                "Wish": wish_text(wish, self.codes, self.language),
                "Strength": word(Group.STRENGTH, wish.strength.value, self.language),
            }
            for wish in self.unit.wishes
        ]

    def absences(self) -> list[Row]:
        """Rows of Absence."""
        return [
            {
                "Number": entry.employee,
                "From": self._date(entry.first),
                "To": self._date(entry.last),
                "Code": entry.code,
            }
            for entry in self.unit.absences
        ]

    def agreement(self, entry: Agreement) -> Row:
        """A row of Agreements."""
        return {
            "Paragraph": entry.paragraph,
            "Who": entry.employee,
            "Signed": word(Group.SIGNED, entry.signed.value, self.language),
            "By": entry.by or None,
            "Date": self._date(entry.signed_on),
        }

    def rules(self) -> list[Row]:
        """Rows of Rules."""
        return [
            {
                "Rule": entry.rule,
                "Parameter": entry.parameter,
                "Value": entry.value,
                "Who": entry.employee,
            }
            for entry in self.unit.overrides
        ]


KEY = replace(CELL, bold=True)
WIDEST = 44  # a column grows with its longest text up to here
_AT_THE_RIGHT = (Content.PERCENT, Content.WHOLE, Content.TIME, Content.END_TIME, Content.DATE)


def _cell(value: Shown) -> tuple[Value, Look]:
    """A value with its look: numbers stand at the right, all else at the left."""
    if isinstance(value, tuple):
        return value
    return value, NUMBER if isinstance(value, int | float) else CELL


def _width(column: Column, title: str) -> float:
    """The column's width, and room for the longest word of its heading."""
    return max(column.width, max(len(part) for part in title.split()) + 4)


def _hours(minutes: int) -> float | int:
    hours = minutes / MINUTES_PER_HOUR
    return int(hours) if hours == int(hours) else hours


def _left(value: Shown) -> Shown:
    """A value of the Unit sheet at the left of its cell, whatever its type."""
    shown, look = value if isinstance(value, tuple) else (value, CELL)
    return shown, replace(look, align="left")
