"""Hypothesis strategies for whole unit files: every field of every value, odd words included."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from heiltid.model import (
    FREE,
    HISTORY_DAYS,
    Absence,
    Agreement,
    Cell,
    Competence,
    DaySelector,
    Decision,
    DemandRow,
    Employee,
    GoalReached,
    NightWrittenOn,
    Origin,
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

words = st.text(max_size=8)
codes = st.text(min_size=1, max_size=4)
shares = st.integers(0, 10_000)
counts = st.integers(0, 60)
dates = st.dates(date(2020, 1, 1), date(2040, 12, 31))
kinds = st.sampled_from(ShiftKind)
day_selectors = st.builds(
    DaySelector,
    weekdays=st.frozensets(st.integers(0, 6)),
    red=st.booleans(),
    dates=st.frozensets(dates, max_size=3),
)
competences = st.builds(Competence, name=words, covers=st.frozensets(words, max_size=3))
wish_days = st.one_of(
    st.builds(WishDays, on=dates),
    st.builds(WishDays, weekday=st.integers(0, 6), week=st.none() | st.integers(1, 52)),
)
agreements = st.builds(
    Agreement,
    paragraph=words,
    employee=st.none() | words,
    signed=st.sampled_from(Signed),
    by=words,
    signed_on=st.none() | dates,
)
overrides = st.builds(RuleOverride, rule=words, parameter=words, value=words, employee=st.none() | words)


def shift_types(code: str) -> st.SearchStrategy[ShiftType]:
    """A shift type of that code."""
    return st.builds(
        ShiftType,
        code=st.just(code),
        name=words,
        kind=kinds,
        start_minute=st.integers(0, 1439),
        end_minute=st.integers(1, 2880),
        unpaid_break_minutes=counts,
        days=day_selectors,
        competence=st.none() | words,
    )


def employees(number: str) -> st.SearchStrategy[Employee]:
    """An employee of that number."""
    return st.builds(
        Employee,
        number=st.just(number),
        name=words,
        competence=st.none() | words,
        position_bp=shares,
        wanted_bp=shares,
        min_bp=shares,
        max_bp=shares,
        elsewhere_bp=shares,
        status=st.sampled_from(Status),
        chosen_part_time=st.booleans(),
        weekend_every=st.integers(0, 6),
        weekend_offset=st.none() | st.integers(1, 6),
        extra_weekends=counts,
        kinds=st.frozensets(kinds),
        long_shifts=st.booleans(),
        max_days_in_row=st.none() | counts,
        max_nights_in_row=st.none() | counts,
        employed_from=st.none() | dates,
        employed_to=st.none() | dates,
    )


def demand_rows(shift_codes: list[str]) -> st.SearchStrategy[DemandRow]:
    """Demand by time of day, or by one of the codes."""
    return st.builds(
        DemandRow,
        days=day_selectors,
        start_minute=st.none() | st.integers(0, 1439),
        end_minute=st.none() | st.integers(1, 2880),
        shift=st.sampled_from([None, *shift_codes]),
        competence=st.none() | words,
        minimum=counts,
        target=counts,
        maximum=st.none() | counts,
    )


def wishes(numbers: list[str]) -> st.SearchStrategy[Wish]:
    """A wish of one of the people."""
    return st.builds(
        Wish,
        employee=st.sampled_from(numbers),
        when=wish_days,
        off=st.booleans(),
        code=st.none() | words,
        kind=st.none() | kinds,
        negated=st.booleans(),
        strength=st.sampled_from(WishStrength),
    )


def absences(numbers: list[str]) -> st.SearchStrategy[Absence]:
    """An absence of one of the people."""
    return st.builds(Absence, employee=st.sampled_from(numbers), first=dates, last=dates, code=words)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A unit of 1-5 people and 1-4 codes over 1-3 weeks."""
    shift_codes = draw(st.lists(codes, min_size=1, max_size=4, unique=True))
    numbers = draw(st.lists(codes, min_size=1, max_size=5, unique=True))
    monday = date(2027, 1, 4) + timedelta(weeks=draw(st.integers(-200, 200)))
    return Unit(
        name=draw(words),
        municipality=draw(words),
        start=monday,
        weeks=draw(st.integers(1, 3)),
        kind=draw(st.sampled_from(RotaKind)),
        full_time_week_minutes=draw(st.sampled_from([None, 2016, 2130, 2250])),
        residents=draw(st.none() | counts),
        small_position_below_bp=draw(shares),
        night_written_on=draw(st.sampled_from(NightWrittenOn)),
        fte_budget_bp=draw(st.none() | shares),
        rule_book=draw(st.sampled_from(["law", "tariff", "local"])),
        shifts=tuple(draw(shift_types(code)) for code in shift_codes),
        demand=tuple(draw(st.lists(demand_rows(shift_codes), max_size=3))),
        competences=tuple(draw(st.lists(competences, max_size=3))),
        employees=tuple(draw(employees(number)) for number in numbers),
        wishes=tuple(draw(st.lists(wishes(numbers), max_size=3))),
        absences=tuple(draw(st.lists(absences(numbers), max_size=3))),
        agreements=tuple(draw(st.lists(agreements, max_size=3))),
        overrides=tuple(draw(st.lists(overrides, max_size=3))),
    )


def cells(shift_codes: list[str]) -> st.SearchStrategy[Cell]:
    """Any cell, most often a free day or just a shift."""
    return st.one_of(
        st.just(FREE),
        st.sampled_from(shift_codes).map(lambda code: Cell(shift=code)),
        st.builds(
            Cell,
            shift=st.sampled_from([None, *shift_codes]),
            day_off=st.sampled_from([None, "F1", "F3", "F5"]),
            absence=st.sampled_from([None, "FE", "SJUK"]),
            locked=st.booleans(),
        ),
    )


any_moment = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31))
moments = any_moment.map(lambda when: when.replace(microsecond=0))
figures = st.floats(allow_nan=False, allow_infinity=False)
goals_reached = st.builds(GoalReached, name=words, value=figures, bound=st.none() | figures)
origins = st.builds(
    Origin,
    made_at=moments,
    status=words,
    seconds=st.floats(0, 1e6),
    seed=st.integers(0, 2**31),
    workers=st.integers(1, 64),
    bound_average_position_bp=st.none() | figures,
    goals=st.lists(goals_reached, max_size=3).map(tuple),
)


def decisions(numbers: list[str], day_count: int) -> st.SearchStrategy[Decision]:
    """A decision about one of the people, or about the unit."""
    return st.builds(
        Decision,
        rule=words,
        employee=st.sampled_from([None, *numbers]),
        days=st.lists(st.integers(-HISTORY_DAYS, day_count - 1), max_size=4, unique=True).map(tuple),
        reason=words,
        by=words,
        decided_at=moments,
    )


@st.composite
def plans(draw: st.DrawFn, unit: Unit, role: PlanRole) -> Plan:
    """A plan of the unit: a row for each person, with or without history."""
    cell = cells([shift.code for shift in unit.shifts])
    rows = tuple(
        PlanRow(
            employee=person.number,
            position_bp=draw(shares),
            cells=tuple(draw(st.lists(cell, min_size=unit.day_count, max_size=unit.day_count))),
            history=tuple(draw(st.sampled_from([(), (FREE,) * HISTORY_DAYS]))),
        )
        for person in unit.employees
    )
    numbers = [person.number for person in unit.employees]
    return Plan(
        name=draw(words),
        role=role,
        rows=rows,
        origin=draw(st.none() | origins),
        decisions=tuple(draw(st.lists(decisions(numbers, unit.day_count), max_size=2))),
    )


@st.composite
def unit_files(draw: st.DrawFn) -> UnitFile:
    """A unit with up to four plans, at most one of today and one before."""
    unit = draw(units())
    roles = draw(
        st.sampled_from(
            [
                (),
                (PlanRole.TODAY,),
                (PlanRole.TODAY, PlanRole.BEFORE),
                (PlanRole.SCENARIO, PlanRole.TODAY, PlanRole.SCENARIO),
            ]
        )
    )
    return UnitFile(unit=unit, plans=tuple(draw(plans(unit, role)) for role in roles))
