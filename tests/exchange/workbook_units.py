"""Hypothesis strategies for unit files that a workbook can hold, odd words and every field included."""

from __future__ import annotations

import string
from datetime import date, timedelta

from hypothesis import strategies as st

from heiltid.model import (
    ALL_WEEKDAYS,
    EVERY_DAY,
    FREE,
    HISTORY_DAYS,
    PLANNABLE_KINDS,
    Absence,
    Agreement,
    Cell,
    Competence,
    DaySelector,
    DemandRow,
    Employee,
    NightWrittenOn,
    Plan,
    PlanRole,
    PlanRow,
    RotaKind,
    RuleOverride,
    ShiftKind,
    ShiftType,
    Signed,
    Status,
    Unit,
    UnitFile,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rules.agreements import SIGNERS
from heiltid.spelling import normal

MONDAY = date(2027, 1, 4)
ODD_NAMES = (
    "=SUM(A1:A9)",
    "+47 900 00 000",
    "-",
    "@kari",
    "#N/A",
    "007",
    "3.5",
    "'Åse",
    "Ødegård & Sønn <1>",
)
names = st.one_of(
    st.sampled_from(ODD_NAMES),
    st.text(alphabet=string.ascii_letters + "æøåÆØÅéü ,;.-+=@'\"&<>%", max_size=12).map(
        lambda text: " ".join(text.split())
    ),
)
shares = st.integers(0, 10_000)
small = st.integers(0, 6)
dates = st.dates(date(2026, 1, 1), date(2028, 12, 31))
CODES = ("D1", "A1", "N1", "N2", "L1", "O", "=X", "+N", "D", "K-2", '"q"')
NUMBERS = ("1", "02", "1001", "x-7", "=5", "Å1")


@st.composite
def shift_types(draw: st.DrawFn, code: str, competences: list[str]) -> ShiftType:
    """A shift of at most 24 h."""
    start = draw(st.integers(0, 1439))
    length = draw(st.integers(2, 1440))
    days = draw(
        st.one_of(st.just(EVERY_DAY), selectors().filter(lambda found: found.weekdays != ALL_WEEKDAYS))
    )
    return ShiftType(
        code=code,
        name=draw(names),
        kind=draw(st.sampled_from(ShiftKind)),
        start_minute=start,
        end_minute=start + length,
        unpaid_break_minutes=draw(st.integers(0, min(600, length - 1))),
        days=days,
        competence=draw(st.none() | st.sampled_from(competences)),
    )


def selectors() -> st.SearchStrategy[DaySelector]:
    """Some days at least."""
    return st.builds(
        DaySelector,
        weekdays=st.frozensets(st.integers(0, 6)),
        red=st.booleans(),
        dates=st.frozensets(st.dates(date(2027, 1, 4), date(2027, 1, 10)), max_size=2),
    ).filter(lambda days: bool(days.weekdays or days.red or days.dates))


@st.composite
def demand_rows(draw: st.DrawFn, codes: list[str], competences: list[str]) -> DemandRow:
    """Demand by time or by code, Min <= Target <= Max."""
    by_code = draw(st.booleans())
    start = draw(st.integers(0, 1439))
    minimum = draw(small)
    target = minimum + draw(small)
    return DemandRow(
        days=draw(selectors()),
        start_minute=None if by_code else start,
        end_minute=None if by_code else start + draw(st.integers(1, 1440)),
        shift=draw(st.sampled_from(codes)) if by_code else None,
        competence=draw(st.none() | st.sampled_from(competences)),
        minimum=minimum,
        target=target,
        maximum=draw(st.none() | st.just(target + 2)),
    )


@st.composite
def people(draw: st.DrawFn, number: str, competences: list[str], weeks: int) -> Employee:
    """A line whose shares fit with one another."""
    status = draw(st.sampled_from(Status))
    elsewhere = draw(shares)
    maximum = draw(st.integers(0, 10_000 - elsewhere))
    every = draw(st.integers(0, 6))
    first = draw(st.none() | dates)
    return Employee(
        number=number,
        name=draw(names),
        competence=draw(st.none() | st.sampled_from(competences)),
        position_bp=0 if status is Status.HOURLY else draw(st.integers(0, maximum)),
        wanted_bp=draw(st.integers(0, maximum)),
        min_bp=draw(st.integers(0, maximum)),
        max_bp=maximum,
        elsewhere_bp=elsewhere,
        status=status,
        chosen_part_time=draw(st.booleans()),
        weekend_every=every,
        weekend_offset=draw(st.none() | st.integers(1, every)) if every else None,
        extra_weekends=draw(st.integers(0, weeks)),
        kinds=draw(st.frozensets(st.sampled_from(sorted(PLANNABLE_KINDS)))),
        long_shifts=draw(st.booleans()),
        max_days_in_row=draw(st.none() | st.integers(1, 9)),
        max_nights_in_row=draw(st.none() | st.integers(1, 9)),
        employed_from=first,
        employed_to=draw(st.none() | st.just((first or MONDAY) + timedelta(days=40))),
    )


@st.composite
def wishes(draw: st.DrawFn, numbers: list[str], codes: list[str], weeks: int) -> Wish:
    """Exactly one of off, code, kind."""
    what = draw(st.sampled_from(("off", "code", "kind")))
    weekday = draw(st.integers(0, 6))
    when = draw(
        st.sampled_from(
            (
                WishDays(on=MONDAY + timedelta(days=weekday)),
                WishDays(weekday=weekday),
                WishDays(weekday=weekday, week=weeks),
            )
        )
    )
    return Wish(
        employee=draw(st.sampled_from(numbers)),
        when=when,
        off=what == "off",
        code=draw(st.sampled_from(codes)) if what == "code" else None,
        kind=draw(st.sampled_from(ShiftKind)) if what == "kind" else None,
        negated=draw(st.booleans()),
        strength=draw(st.sampled_from(WishStrength)),
    )


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A unit of 1-3 people, 1-4 codes and 1-2 weeks."""
    weeks = draw(st.integers(1, 2))
    numbers = draw(st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=3, unique=True))
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=4, unique=True))
    own = draw(st.lists(st.sampled_from(("vernepleiar", "lege", "=ernæring")), max_size=2, unique=True))
    competences = ["nurse", *own]
    covers = st.frozensets(st.sampled_from(competences))
    first = MONDAY + timedelta(days=draw(st.integers(0, 6)))
    return Unit(
        name=draw(names),
        municipality=draw(names),
        start=MONDAY,
        weeks=weeks,
        kind=draw(st.sampled_from(RotaKind)),
        full_time_week_minutes=draw(st.sampled_from([None, 2016, 2130, 2250])),
        residents=draw(st.none() | st.integers(0, 99)),
        small_position_below_bp=draw(shares),
        night_written_on=draw(st.sampled_from(NightWrittenOn)),
        fte_budget_bp=draw(st.none() | st.integers(0, 400_000)),
        rule_book=draw(st.sampled_from(["law", "tariff", "local"])),
        shifts=tuple(draw(shift_types(code, competences)) for code in codes),
        demand=tuple(draw(st.lists(demand_rows(codes, competences), min_size=1, max_size=3))),
        competences=tuple(
            Competence(name=name, covers=frozenset(other for other in draw(covers) if other != name))
            for name in competences
        ),
        employees=tuple(draw(people(number, competences, weeks)) for number in numbers),
        wishes=tuple(draw(st.lists(wishes(numbers, codes, weeks), max_size=3))),
        absences=tuple(
            Absence(employee=number, first=first, last=first + timedelta(days=2), code="FE*")
            for number in draw(st.sets(st.sampled_from(numbers)))
        ),
        agreements=tuple(
            draw(
                st.lists(
                    st.builds(
                        Agreement,
                        paragraph=st.sampled_from(sorted(SIGNERS)),
                        employee=st.none() | st.sampled_from(numbers),
                        signed=st.sampled_from(Signed),
                        by=names,
                        signed_on=st.none() | dates,
                    ),
                    max_size=3,
                )
            )
        ),
        overrides=tuple(
            RuleOverride(rule="daily_rest", parameter="minutes", value=value, employee=who)
            for value, who in draw(
                st.sampled_from([(), (("600", None),), (("660", numbers[0]), ("540", None))])
            )
        ),
    )


def _cells(unit: Unit) -> st.SearchStrategy[Cell]:
    """Any cell. Where nights stand on their end day, a mere day-off code gives way to them: left out."""
    shifts = st.sampled_from([shift.code for shift in unit.shifts])
    always_locked = unit.night_written_on is NightWrittenOn.END
    locks = st.just(True) if always_locked else st.booleans()
    return st.one_of(
        st.just(FREE),
        st.builds(Cell, shift=shifts, locked=st.booleans()),
        st.builds(Cell, shift=shifts, absence=st.sampled_from(["FE", "SJUK", "XYZ"])),
        st.builds(Cell, day_off=st.sampled_from(["F1", "F2", "F5"]), locked=locks),
        st.just(Cell(day_off="F1", absence="FE")),
        st.builds(Cell, absence=st.just("PERM"), locked=st.booleans()),
        st.just(Cell(locked=True)),
    )


@st.composite
def plans(draw: st.DrawFn, unit: Unit, role: PlanRole, *, history: bool) -> Plan:
    """A plan of any cells, with today's positions unless it is the one before."""
    cell = _cells(unit)
    rows = []
    for person in unit.employees:
        before = role is PlanRole.BEFORE and person.is_planned
        rows.append(
            PlanRow(
                employee=person.number,
                position_bp=draw(shares) if before else person.position_bp,
                cells=tuple(draw(cell) for _ in range(unit.day_count)),
                history=tuple(draw(cell) for _ in range(HISTORY_DAYS)) if history else (),
            )
        )
    return Plan(role=role, rows=tuple(rows))


@st.composite
def unit_files(draw: st.DrawFn) -> UnitFile:
    """A unit alone, with today's rota, or with the one before as well."""
    unit = draw(units())
    roles = draw(st.sampled_from([(), (PlanRole.TODAY,), (PlanRole.TODAY, PlanRole.BEFORE)]))
    history = draw(st.booleans())
    return UnitFile(unit=unit, plans=tuple(draw(plans(unit, role, history=history)) for role in roles))


assert len({normal(number) for number in NUMBERS}) == len(NUMBERS)
