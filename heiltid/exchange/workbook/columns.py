"""The columns of every sheet, in one table that reader, template and result writer share.

Source: workbook.md, "Sheets". What a default depends on (Wanted on Position and the like) is reckoned
by the reader; `default` here is what the template says about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heiltid.exchange.workbook.words import Group
from heiltid.model import FULL_TIME_BP
from heiltid.ranges import MOST_BREAK_MINUTES, MOST_DAYS_IN_ROW, MOST_PEOPLE, MOST_RESIDENTS, MOST_WEEKS


class Content(StrEnum):
    """What a column's cells hold; the reader parses and the template validates by it."""

    TEXT = "text"
    CODE = "code"  # a code that is defined here
    NUMBER = "number"  # an employee number
    SHIFT = "shift"  # a shift code defined on Shifts
    COMPETENCE = "competence"
    COMPETENCES = "competences"  # several, comma separated
    TIME = "time"
    END_TIME = "end_time"
    DATE = "date"
    DAYS = "days"
    PERCENT = "percent"  # low and high in basis points
    WHOLE = "whole"
    YES_NO = "yes_no"
    CHOICE = "choice"  # a word of `group`
    KINDS = "kinds"
    FULL_TIME = "full_time"
    FTE = "fte"
    RULE_BOOK = "rule_book"
    WHEN = "when"
    WISH = "wish"
    PARAGRAPH = "paragraph"
    RULE = "rule"
    PARAMETER = "parameter"
    ANY = "any"  # typed by its key or rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, or one key of the Unit sheet. `heading` is canonical (English)."""

    heading: str
    content: Content
    required: bool = False
    low: int = 0
    high: int = 0
    group: Group | None = None
    width: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDefinition:
    """One sheet: its canonical name, its columns, and headings that may stand there unread."""

    name: str
    columns: tuple[Column, ...]
    required: bool = False
    ignored: tuple[str, ...] = ()

    def column(self, heading: str) -> Column:
        """The column of a canonical heading. Raises KeyError."""
        return {column.heading: column for column in self.columns}[heading]


def _column(heading: str, content: Content, **more: object) -> Column:
    return Column(heading=heading, content=content, **more)  # type: ignore[arg-type]


def _share(heading: str, *, required: bool = False, high: int = FULL_TIME_BP) -> Column:
    return Column(heading=heading, content=Content.PERCENT, required=required, high=high, width=11)


def _whole(heading: str, low: int, high: int, *, required: bool = False) -> Column:
    return Column(heading=heading, content=Content.WHOLE, required=required, low=low, high=high, width=11)


_NAME = _column("Name", Content.TEXT, width=24)
_NUMBER = _column("Number", Content.NUMBER, required=True, width=10)

UNIT_KEYS = (
    _NAME,
    _column("Municipality", Content.TEXT),
    _column("Start", Content.DATE, required=True),
    _whole("Weeks", 1, MOST_WEEKS, required=True),
    _column("Kind", Content.CHOICE, required=True, group=Group.ROTA_KIND),
    _column("Full-time week", Content.FULL_TIME, required=True),
    _whole("Residents", 0, MOST_RESIDENTS),
    _share("Small position below"),
    _column("Night written on", Content.CHOICE, group=Group.NIGHT),
    _column("FTE budget", Content.FTE),
    _column("Rule book", Content.RULE_BOOK),  # our own: which rule book the Rules sheet overrides
)

UNIT = SheetDefinition(
    name="Unit",
    required=True,
    columns=(
        _column("Key", Content.ANY, required=True, width=26),
        _column("Value", Content.ANY, required=True, width=28),
    ),
)
SHIFTS = SheetDefinition(
    name="Shifts",
    required=True,
    columns=(
        _column("Code", Content.CODE, required=True, width=9),
        _NAME,
        _column("Kind", Content.CHOICE, required=True, group=Group.SHIFT_KIND, width=8),
        _column("Start", Content.TIME, required=True, width=9),
        _column("End", Content.END_TIME, required=True, width=9),
        _whole("Unpaid break", 0, MOST_BREAK_MINUTES),
        _column("Days", Content.DAYS, width=16),
        _column("Competence", Content.COMPETENCE, width=18),
    ),
)
DEMAND = SheetDefinition(
    name="Demand",
    required=True,
    columns=(
        _column("Days", Content.DAYS, required=True, width=16),
        _column("From", Content.TIME, width=9),
        _column("To", Content.END_TIME, width=9),
        _column("Shift", Content.SHIFT, width=9),
        _column("Competence", Content.COMPETENCE, width=18),
        _whole("Min", 0, MOST_PEOPLE, required=True),
        _whole("Target", 0, MOST_PEOPLE),
        _whole("Max", 0, MOST_PEOPLE),
    ),
)
COMPETENCES = SheetDefinition(
    name="Competences",
    columns=(
        _column("Competence", Content.TEXT, required=True, width=22),
        _column("Covers", Content.COMPETENCES, width=32),
    ),
)
EMPLOYEES = SheetDefinition(
    name="Employees",
    required=True,
    columns=(
        _NUMBER,
        _NAME,
        _column("Competence", Content.COMPETENCE, width=18),
        _share("Position", required=True),
        _share("Wanted"),
        _share("Min"),
        _share("Max"),
        _share("Elsewhere"),
        _column("Status", Content.CHOICE, group=Group.STATUS, width=12),
        _column("Chosen part-time", Content.YES_NO, width=13),
        _whole("Weekend every", 0, MOST_WEEKS),
        _whole("Weekend offset", 1, MOST_WEEKS),
        _whole("Extra weekends", 0, MOST_WEEKS),
        _column("Kinds", Content.KINDS, width=11),
        _column("Long shifts", Content.YES_NO, width=13),
        _whole("Max days in row", 1, MOST_DAYS_IN_ROW),
        _whole("Max nights in row", 1, MOST_DAYS_IN_ROW),
        _column("From", Content.DATE, width=12),
        _column("To", Content.DATE, width=12),
    ),
)
WISHES = SheetDefinition(
    name="Wishes",
    columns=(
        _NUMBER,
        _column("When", Content.WHEN, required=True),
        _column("Wish", Content.WISH, required=True),
        _column("Strength", Content.CHOICE, group=Group.STRENGTH),
    ),
)
ABSENCE = SheetDefinition(
    name="Absence",
    columns=(
        _NUMBER,
        _column("From", Content.DATE, required=True),
        _column("To", Content.DATE, required=True),
        _column("Code", Content.CODE, required=True),
    ),
)
AGREEMENTS = SheetDefinition(
    name="Agreements",
    columns=(
        _column("Paragraph", Content.PARAGRAPH, required=True, width=16),
        _column("Who", Content.NUMBER),
        _column("Signed", Content.CHOICE, group=Group.SIGNED),
        _column("By", Content.TEXT, width=28),
        _column("Date", Content.DATE),
    ),
)
RULES = SheetDefinition(
    name="Rules",
    columns=(
        _column("Rule", Content.RULE, required=True, width=24),
        _column("Parameter", Content.PARAMETER, required=True, width=24),
        _column("Value", Content.ANY, required=True),
        _column("Who", Content.NUMBER),  # our own: an override for one person
    ),
)
_ROTA_IGNORED = (
    "Competence",
    "Position",
    "Wanted",
    "Before",
    "After",
    "Hours",
    "Average",
    "Deviation",
    "Weekends",
)
ROTA = SheetDefinition(name="Rota", columns=(_NUMBER, _NAME), ignored=_ROTA_IGNORED)
BEFORE = SheetDefinition(name="Before", columns=(_NUMBER, _NAME), ignored=_ROTA_IGNORED)
POSITIONS = SheetDefinition(
    name="Positions",
    columns=(_NUMBER, _share("Before")),
    ignored=("Name", "Competence", "Wanted", "After", "Hours", "Deviation", "Weekends", "Change", "Status"),
)

SHEETS = (
    UNIT,
    SHIFTS,
    DEMAND,
    COMPETENCES,
    EMPLOYEES,
    WISHES,
    ABSENCE,
    ROTA,
    AGREEMENTS,
    RULES,
    BEFORE,
    POSITIONS,
)
