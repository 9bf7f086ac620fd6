"""The Unit sheet: keys and values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from heiltid.exchange.workbook import word_values, words
from heiltid.exchange.workbook.columns import UNIT_KEYS
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.sheets import RawCell, address
from heiltid.exchange.workbook.table import Table
from heiltid.exchange.workbook.values import Misfit, Parser, full_time_equivalents, plain_text
from heiltid.exchange.workbook.words import Group
from heiltid.model import NightWrittenOn, RotaKind
from heiltid.ranges import MOST_WEEKS
from heiltid.rulebook import book_names, load_book
from heiltid.spelling import nearest, normal
from heiltid.texts import Language

DEFAULT_RULE_BOOK = "local"
DEFAULT_SMALL_POSITION_BP = 5_000
_KEYS = {column.heading: column for column in UNIT_KEYS}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitKeys:
    """The Unit sheet's values; None where a required one is missing or does not fit."""

    name: str = ""
    municipality: str = ""
    start: date | None = None
    weeks: int | None = None
    kind: RotaKind | None = None
    full_time_week_minutes: int | None = None
    residents: int | None = None
    small_position_below_bp: int = DEFAULT_SMALL_POSITION_BP
    night_written_on: NightWrittenOn = NightWrittenOn.START
    fte_budget_bp: int | None = None
    rule_book: str = DEFAULT_RULE_BOOK

    @property
    def week_count(self) -> int:
        """Weeks, or the most there may be while the true number is unknown."""
        return self.weeks or MOST_WEEKS

    @property
    def last(self) -> date | None:
        """The last day of the rota."""
        if self.start is None or self.weeks is None:
            return None
        return self.start + timedelta(weeks=self.weeks, days=-1)


def read_unit(table: Table | None) -> UnitKeys:
    """All keys of the sheet; every problem goes to the table's collector."""
    if table is None or not table.has_required_columns():
        return UnitKeys()
    fields = _fields(table)
    for heading, column in _KEYS.items():
        if column.required and heading not in fields.places:
            table.collector.add("key_missing", table.sheet, found=table.collector.word(heading))
    language = table.collector.language
    start = fields.date("Start")
    if start is not None and start.weekday() != 0:
        monday = start - timedelta(days=start.weekday())
        fields.refuse("Start", "start_not_monday", suggestion=monday.isoformat())
        start = None
    kind, night = fields.choice("Kind"), fields.choice("Night written on")
    small = fields.percent("Small position below")
    return UnitKeys(
        name=fields.text("Name") or "",
        municipality=fields.text("Municipality") or "",
        start=start,
        weeks=fields.whole("Weeks"),
        kind=None if kind is None else RotaKind(kind),
        full_time_week_minutes=fields.take("Full-time week", word_values.full_time_week(language)),
        residents=fields.whole("Residents"),
        small_position_below_bp=DEFAULT_SMALL_POSITION_BP if small is None else small,
        night_written_on=NightWrittenOn.START if night is None else NightWrittenOn(night),
        fte_budget_bp=fields.take("FTE budget", full_time_equivalents),
        rule_book=fields.take("Rule book", _rule_book(language)) or DEFAULT_RULE_BOOK,
    )


def _fields(table: Table) -> Fields:
    """The rows of key and value turned into named fields; unknown keys are told once each."""
    cells: dict[str, RawCell] = {}
    places: dict[str, str] = {}
    for row in table.rows():
        key = row.cells.get("Key")
        if key is None or key.fault is not None:
            row.take("Key", _any)
            continue
        typed = plain_text(key) or ""
        name = words.canonical(Group.HEADING, typed, _KEYS)
        if name is None:
            row.warn(
                "Key",
                "key_unknown",
                suggestion=nearest(typed, words.spellings_of(Group.HEADING, _KEYS)),
            )
        elif name in places:
            row.refuse("Key", "key_twice", allowed=places[name])
        else:
            places[name] = address(key.row, table.place_of["Value"])
            if "Value" in row.cells:
                cells[name] = row.cells["Value"]
    return Fields(table.collector, table.sheet, _KEYS, cells, places)


def _any(cell: RawCell) -> RawCell | Misfit:
    return cell


def _rule_book(language: Language) -> Parser[str]:
    """A rule book by its name, a word for it, or its title."""

    def parse(cell: RawCell) -> str | Misfit:
        typed = plain_text(cell) or ""
        found = words.canonical(Group.RULE_BOOK, typed)
        if found is not None:
            return found
        titles = {title: name for name in book_names() for title in (name, *load_book(name).titles.values())}
        for title, name in titles.items():
            if normal(title) == normal(typed):
                return name
        right = (*words.spellings_of(Group.RULE_BOOK), *titles)
        allowed = words.allowed_words(Group.RULE_BOOK, language)
        return Misfit(key="choice", allowed=allowed, suggestion=nearest(typed, right))

    return parse
