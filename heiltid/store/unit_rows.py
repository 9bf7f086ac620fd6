"""Between the values of a unit and the rows of its tables, each value with its pair of functions.

The readers raise ValueError, KeyError or TypeError for rows that no Heiltid can have written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Table

from heiltid.model import (
    Absence,
    Agreement,
    Competence,
    DaySelector,
    DemandRow,
    Employee,
    NightWrittenOn,
    RotaKind,
    RuleOverride,
    ShiftKind,
    ShiftType,
    Signed,
    Status,
    Unit,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.store import tables

Row: TypeAlias = Mapping[str, Any]


def same_named(table: Table, value: object) -> dict[str, Any]:
    """The fields of a value that stand in columns of the same name."""
    names = (column.name for column in table.columns)
    return {name: getattr(value, name) for name in names if hasattr(value, name)}


def unit_row(unit: Unit) -> dict[str, Any]:
    """The unit's own figures; its lists have tables of their own."""
    return same_named(tables.unit, unit) | {
        "kind": unit.kind.value,
        "night_written_on": unit.night_written_on.value,
    }


def unit_from_row(row: Row, lists: Mapping[str, tuple[Any, ...]]) -> Unit:
    """The unit of a row and of its lists, by the names in LIST_MAPPINGS."""
    enums = {
        "kind": RotaKind(row["kind"]),
        "night_written_on": NightWrittenOn(row["night_written_on"]),
    }
    return Unit(**{**row, **enums, **lists})


def _days_columns(days: DaySelector) -> dict[str, Any]:
    return {
        "weekdays": "".join(str(weekday) for weekday in sorted(days.weekdays)),
        "red": days.red,
        "dates": " ".join(when.isoformat() for when in sorted(days.dates)),
    }


def _take_days(row: dict[str, Any]) -> DaySelector:
    return DaySelector(
        weekdays=frozenset(int(digit) for digit in row.pop("weekdays")),
        red=row.pop("red"),
        dates=frozenset(date.fromisoformat(word) for word in row.pop("dates").split()),
    )


def _shift_row(shift: ShiftType) -> dict[str, Any]:
    columns = same_named(tables.shift_type, shift) | {"kind": shift.kind.value}
    return columns | _days_columns(shift.days)


def _shift(row: dict[str, Any]) -> ShiftType:
    row["kind"] = ShiftKind(row["kind"])
    return ShiftType(days=_take_days(row), **row)


def _demand_row(demand: DemandRow) -> dict[str, Any]:
    return same_named(tables.demand, demand) | _days_columns(demand.days)


def _demand(row: dict[str, Any]) -> DemandRow:
    return DemandRow(days=_take_days(row), **row)


def _competence_row(competence: Competence) -> dict[str, Any]:
    return {
        "name": competence.name,
        "covers": json.dumps(sorted(competence.covers), ensure_ascii=False),
    }


def _competence(row: dict[str, Any]) -> Competence:
    return Competence(name=row["name"], covers=frozenset(json.loads(row["covers"])))


def _employee_row(person: Employee) -> dict[str, Any]:
    return same_named(tables.employee, person) | {
        "status": person.status.value,
        "kinds": "".join(sorted(kind.value for kind in person.kinds)),
    }


def _employee(row: dict[str, Any]) -> Employee:
    row["status"] = Status(row["status"])
    row["kinds"] = frozenset(ShiftKind(letter) for letter in row["kinds"])
    return Employee(**row)


def wish_row(wish: Wish) -> dict[str, Any]:
    return same_named(tables.wish, wish) | {
        "on_date": wish.when.on,
        "weekday": wish.when.weekday,
        "week": wish.when.week,
        "kind": None if wish.kind is None else wish.kind.value,
        "strength": wish.strength.value,
    }


def wish_from_row(row: dict[str, Any]) -> Wish:
    when = WishDays(on=row.pop("on_date"), weekday=row.pop("weekday"), week=row.pop("week"))
    row["kind"] = None if row["kind"] is None else ShiftKind(row["kind"])
    row["strength"] = WishStrength(row["strength"])
    return Wish(when=when, **row)


def _absence_row(absence: Absence) -> dict[str, Any]:
    return same_named(tables.absence, absence)


def _absence(row: dict[str, Any]) -> Absence:
    return Absence(**row)


def _agreement_row(agreement: Agreement) -> dict[str, Any]:
    return same_named(tables.agreement, agreement) | {"signed": agreement.signed.value}


def _agreement(row: dict[str, Any]) -> Agreement:
    row["signed"] = Signed(row["signed"])
    return Agreement(**row)


def _override_row(override: RuleOverride) -> dict[str, Any]:
    return same_named(tables.rule_override, override)


def _override(row: dict[str, Any]) -> RuleOverride:
    return RuleOverride(**row)


ListMapping: TypeAlias = tuple[str, Table, Callable[[Any], dict[str, Any]], Callable[[dict[str, Any]], Any]]
LIST_MAPPINGS: tuple[ListMapping, ...] = (
    ("shifts", tables.shift_type, _shift_row, _shift),
    ("demand", tables.demand, _demand_row, _demand),
    ("competences", tables.competence, _competence_row, _competence),
    ("employees", tables.employee, _employee_row, _employee),
    ("wishes", tables.wish, wish_row, wish_from_row),
    ("absences", tables.absence, _absence_row, _absence),
    ("agreements", tables.agreement, _agreement_row, _agreement),
    ("overrides", tables.rule_override, _override_row, _override),
)


def numbered(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with their place in the list, which the tables sort by."""
    return [{"position": place, **row} for place, row in enumerate(rows)]
