"""The example in the template: a small unit of three weeks with a lawful rota, to be written over.

57 shifts of 7.5 h in three weeks are 4.01 full-time equivalents of 35.5 h; two people are needed each
weekend. A vacant post shows how such a line looks. Every default is left to the reader.
"""

from __future__ import annotations

from datetime import date

from heiltid.model import (
    EVERY_DAY,
    FREE,
    FULL_TIME_BP,
    Absence,
    Agreement,
    Cell,
    DaySelector,
    DemandRow,
    Employee,
    Plan,
    PlanRole,
    PlanRow,
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
from heiltid.texts import Language, text

_WEEKDAYS = DaySelector(weekdays=frozenset(range(5)))
_WEEKEND = DaySelector(weekdays=frozenset({5, 6}))
_START = date(2027, 1, 4)
_ROTA = {
    "1": "A1 - - D1 D1 D1 D1 | D1 - D1 D1 D1 - - | D1 D1 D1 D1 A1 - -",
    "2": "- - D1 A1 - - - | - D1 - A1 A1 - - | D1 D1 D1 A1 - A1 A1",
    "3": "D1 A1 A1 - A1 - - | D1 - D1 D1 - A1 A1 | - - - D1 D1 - -",
    "4": "D1 D1 D1 - - - - | - D1 A1 - - D1 D1 | A1 - - - D1 - -",
    "5": "- - - - D1 A1 A1 | A1 A1 - - D1 - - | - - A1 - - - -",
    "6": "- D1 - D1 - - - | - - - - - - - | - A1 - - - D1 D1",
}


def example_unit(language: Language) -> Unit:
    """The unit, its names in the user's language."""
    return Unit(
        name=text("template.example_unit", language),
        municipality=text("template.example_municipality", language),
        start=_START,
        weeks=3,
        residents=8,
        shifts=_shifts(language),
        demand=_demand(),
        employees=_staff(language),
        wishes=(
            Wish(employee="3", when=WishDays(week=2, weekday=1), off=True, strength=WishStrength.STRONG),
            Wish(employee="4", when=WishDays(weekday=4), kind=ShiftKind.EVENING, negated=True),
        ),
        absences=(Absence(employee="6", first=date(2027, 1, 11), last=date(2027, 1, 11), code="PERM"),),
        agreements=(
            Agreement(
                paragraph="10-8 (3)",
                signed=Signed.NO,  # an example left in place must not claim that anybody has signed
                by=text("template.example_signer", language),
            ),
        ),
        overrides=(RuleOverride(rule="days_in_row", parameter="soft", value="5"),),
    )


def example_rota(unit: Unit) -> Plan:
    """The rota in force; the vacant post has an empty line."""
    return Plan(
        role=PlanRole.TODAY,
        rows=tuple(
            PlanRow(employee=person.number, position_bp=person.position_bp, cells=_cells(person, unit))
            for person in unit.employees
        ),
    )


def _cells(person: Employee, unit: Unit) -> tuple[Cell, ...]:
    line = _ROTA.get(person.number)
    if line is None:
        return (FREE,) * unit.day_count
    return tuple(FREE if code == "-" else Cell(shift=code) for code in line.replace("|", "").split())


def _shifts(language: Language) -> tuple[ShiftType, ...]:
    def shift(kind: ShiftKind, times: str, key: str, days: DaySelector = EVERY_DAY) -> ShiftType:
        start, end = _minutes(times)
        return ShiftType(
            code=f"{kind.value}1",
            name=text(f"template.{key}", language),
            kind=kind,
            start_minute=start,
            end_minute=end,
            days=days,
        )

    return (
        shift(ShiftKind.DAY, "07:30-15:00", "example_day"),
        shift(ShiftKind.EVENING, "14:30-22:00", "example_evening"),
        shift(ShiftKind.LONG, "08:30-21:00", "example_long", _WEEKEND),
    )


def _staff(language: Language) -> tuple[Employee, ...]:
    vacant = Employee(
        number="7",
        name=text("template.example_vacant", language),
        competence="assistant",
        position_bp=2_000,
        wanted_bp=2_000,
        min_bp=0,
        max_bp=FULL_TIME_BP,
        status=Status.VACANT,
    )
    return (
        _person("1", "Kari Brattlid", "nurse", 100, 100, long_shifts=True),
        _person("2", "Ola Myrvang", "health worker", 80, 100, long_shifts=True),
        _person("3", "Anne Sundlo", "health worker", 75, 100, long_shifts=True),
        _person("4", "Hege Tverrli", "nurse", 60, 80),
        _person("5", "Mohamed Aasgard", "health worker", 50, 80, long_shifts=True),
        _person("6", "Bjørg Nilshaug", "assistant", 36, 36, chosen_part_time=True),
        vacant,
    )


def _person(
    number: str,
    name: str,
    competence: str,
    position: int,
    wanted: int,
    *,
    long_shifts: bool = False,
    chosen_part_time: bool = False,
) -> Employee:
    """Position and wanted in per cent; Min and Max as they are by default."""
    return Employee(
        number=number,
        name=name,
        competence=competence,
        position_bp=position * 100,
        wanted_bp=wanted * 100,
        min_bp=position * 100,
        max_bp=max(position, wanted) * 100,
        long_shifts=long_shifts,
        chosen_part_time=chosen_part_time,
    )


def _demand() -> tuple[DemandRow, ...]:
    return (
        _need(_WEEKDAYS, "07:30-15:00", 2),
        _need(_WEEKDAYS, "15:00-22:00", 1),
        _need(_WEEKEND, "08:30-21:00", 1),
        _need(_WEEKDAYS, "09:00-14:00", 1, competence="nurse"),
    )


def _need(days: DaySelector, times: str, people: int, *, competence: str | None = None) -> DemandRow:
    start, end = _minutes(times)
    return DemandRow(
        days=days,
        start_minute=start,
        end_minute=end,
        competence=competence,
        minimum=people,
        target=people,
    )


def _minutes(times: str) -> tuple[int, int]:
    """Minutes from 00:00 of "07:30-15:00"."""
    parts = [part.split(":") for part in times.split("-")]
    start, end = (int(hour) * 60 + int(minute) for hour, minute in parts)
    return start, end
