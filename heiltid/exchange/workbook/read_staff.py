"""The Employees sheet: one line per person, substitute or empty post."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heiltid.exchange.workbook import word_values
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.read_shifts import Competences
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.table import Table
from heiltid.model import FULL_TIME_BP, PLANNABLE_KINDS, Employee, Status
from heiltid.problem_text import percent_text
from heiltid.spelling import Known

DEFAULT_WEEKEND_EVERY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """The unit's lines; `known` holds every readable number, also of rows with other faults."""

    values: tuple[Employee, ...]
    known: Known


def read_staff(table: Table | None, keys: UnitKeys, competences: Competences) -> Staff:
    """All employees; every problem goes to the table's collector."""
    if table is None:
        return Staff(values=(), known=Known((), is_complete=False))
    is_complete = table.has_required_columns()
    places: dict[str, str | None] = {}
    found: list[Employee] = []
    for fields in table.rows():
        number = fields.number("Number")
        if number is not None and number in places:
            fields.refuse("Number", "defined_twice", allowed=places[number])
        elif number is not None:
            places[number] = fields.place("Number")
        person = _employee(fields, number, keys, competences)
        if person is not None:
            found.append(person)
    if is_complete and not places:
        table.collector.add("no_rows", table.sheet)
    return Staff(values=tuple(found), known=Known(places, is_complete=is_complete))


def _employee(
    fields: Fields, number: str | None, keys: UnitKeys, competences: Competences
) -> Employee | None:
    """One row; None when it has a fault."""
    status_word = fields.choice("Status")
    status = Status.PERMANENT if status_word is None else Status(status_word)
    shares = _shares(fields, status)
    competence = competences.take(fields)
    kinds = fields.take("Kinds", word_values.kinds(fields.collector.language))
    first, last = fields.period()
    person = Employee(
        number=number or "",
        name=fields.text("Name") or "",
        competence=competence,
        position_bp=shares.position,
        wanted_bp=shares.wanted,
        min_bp=shares.least,
        max_bp=shares.most,
        elsewhere_bp=shares.elsewhere,
        status=status,
        chosen_part_time=bool(fields.yes_no("Chosen part-time")),
        kinds=PLANNABLE_KINDS if kinds is None else kinds,
        long_shifts=bool(fields.yes_no("Long shifts")),
        max_days_in_row=fields.whole("Max days in row"),
        max_nights_in_row=fields.whole("Max nights in row"),
        employed_from=first,
        employed_to=last,
    )
    person = _with_weekends(fields, person, keys)
    return None if fields.failed or number is None else person


def _with_weekends(fields: Fields, person: Employee, keys: UnitKeys) -> Employee:
    every = fields.whole("Weekend every")
    every = DEFAULT_WEEKEND_EVERY if every is None else every
    offset = fields.whole("Weekend offset")
    if offset is not None and offset > every:
        fields.refuse("Weekend offset", "whole_number", allowed=f"1..{every}" if every else "0")
    extra = fields.whole("Extra weekends") or 0
    if extra > keys.week_count:
        fields.refuse("Extra weekends", "whole_number", allowed=f"0..{keys.week_count}")
    return replace(person, weekend_every=every, weekend_offset=offset, extra_weekends=extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares:
    """Basis points, all within 0..10 000."""

    position: int
    wanted: int
    least: int
    most: int
    elsewhere: int


def _shares(fields: Fields, status: Status) -> _Shares:
    """Positions with their defaults (workbook.md, Employees), checked against one another.

    Wanted: Position. Min: Position (nobody is cut without consent), 0 for vacant and temporary lines.
    Max: the larger of Position and Wanted, 100 % for vacant lines, never above 100 % less Elsewhere.
    """
    typed = {name: _share(fields, name, status) for name in ("Position", "Wanted", "Min", "Max", "Elsewhere")}
    elsewhere = typed["Elsewhere"] or 0
    room = FULL_TIME_BP - elsewhere
    position = typed["Position"] or 0
    wanted = position if typed["Wanted"] is None else typed["Wanted"]
    may_close = status in (Status.VACANT, Status.TEMPORARY)
    usual_least = 0 if may_close else position
    usual_most = min(room, FULL_TIME_BP if status is Status.VACANT else max(position, wanted))
    shares = _Shares(
        position=position,
        wanted=wanted,
        least=usual_least if typed["Min"] is None else typed["Min"],
        most=usual_most if typed["Max"] is None else typed["Max"],
        elsewhere=elsewhere,
    )
    _check_shares(fields, shares, status)
    return shares


def _share(fields: Fields, heading: str, status: Status) -> int | None:
    """An hourly substitute's position is 0 and need not be written."""
    if heading == "Position" and status is Status.HOURLY and not fields.has(heading):
        return 0
    return fields.percent(heading)


def _check_shares(fields: Fields, shares: _Shares, status: Status) -> None:
    """Note the first field that does not fit with the others; a field wrong by itself is enough."""
    if fields.failed & {"Position", "Wanted", "Min", "Max", "Elsewhere", "Status"}:
        return
    room = FULL_TIME_BP - shares.elsewhere
    if status is Status.HOURLY and shares.position > 0:
        fields.refuse("Position", "hourly_position", allowed="0 %")
    elif shares.position > room:
        fields.refuse("Position", "above_room", allowed=f"0..{percent_text(room)}")
    elif shares.most > room:
        fields.refuse("Max", "above_room", allowed=f"0..{percent_text(room)}")
    elif shares.least > shares.most:
        _refuse_order(fields, shares)


def _refuse_order(fields: Fields, shares: _Shares) -> None:
    """Min above Max: told at the one that was written; at Min when both were."""
    if fields.has("Min"):
        fields.refuse("Min", "min_above_max", allowed=f"0..{percent_text(shares.most)}")
    else:
        fields.refuse("Max", "max_below_min", allowed=f"{percent_text(shares.least)}..100")
