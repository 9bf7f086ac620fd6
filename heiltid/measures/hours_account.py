"""Where the hours go that a plan's positions hold beyond what the staffing needs: parts that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from heiltid.contract import full_time_week, takes_nights_only
from heiltid.coverage import Segment
from heiltid.measures.budget import LeastHours, full_time_week_minutes
from heiltid.measures.scarcity import night_minutes_needed
from heiltid.measures.surplus import SurplusTime
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, SATURDAY, Employee, ShiftKind, ShiftType
from heiltid.rules.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursAccount:
    """Minutes of the whole rota. positions - needed is all the plus parts less all the minus parts."""

    positions: Fraction  # what the plan's positions pay for
    needed: int  # the least paid minutes that meet every Target
    extra: int  # plus: whole shifts that could go without anybody lacking
    overlap: int  # plus: shifts that overlap or reach beyond what is asked for, more than they had to
    uncounted: int  # plus: shifts that staff nothing, and those with an absence laid over
    unplanned: Fraction  # plus: paid for, but not in the rota; below 0: in the rota beyond the positions
    hired: int  # minus: worked by those the positions do not pay for
    lacking: int  # minus: fewer on duty than wanted
    extra_at: Mapping[SurplusTime, int] = field(default_factory=dict)  # how many such shifts, by when

    @property
    def beyond(self) -> Fraction:
        """What the positions hold beyond the need."""
        return self.positions - self.needed

    @property
    def parts(self) -> tuple[tuple[str, Fraction], ...]:
        """The parts by name, with their signs: they sum to `beyond`."""
        over = max(-self.unplanned, Fraction(0))
        return (
            ("extra", Fraction(self.extra)),
            ("overlap", Fraction(self.overlap)),
            ("uncounted", Fraction(self.uncounted)),
            ("unplanned", self.unplanned + over),
            ("over", -over),
            ("hired", Fraction(-self.hired)),
            ("lacking", Fraction(-self.lacking)),
        )


def hours_account(context: Context) -> HoursAccount:
    """The account of a plan with a rota."""
    unit, shifts = context.unit, context.shifts
    positions = sum((position_minutes(context, person) for person in context.people), Fraction(0))
    planned = sum(context.paid_hours(person).total for person in context.people)
    own = sum(shifts[code].paid_minutes for _, code in _paid_covers(context))
    worked = sum(shifts[code].paid_minutes for _, code, _ in _covers(context))
    needed = LeastHours(unit, calendar=context.calendar, coverage=context.coverage).total_minutes
    extras = _extra_shifts(context)
    extra = sum(shift.paid_minutes for _, shift in extras)
    lacking = _lacking_minutes(context)
    overlap = worked - extra - needed + lacking
    if overlap < 0:  # what lacks in the row for a competence alone
        lacking, overlap = lacking - overlap, 0
    return HoursAccount(
        positions=positions,
        needed=needed,
        extra=extra,
        overlap=overlap,
        uncounted=planned - own,
        unplanned=positions - planned,
        hired=worked - own,
        lacking=lacking,
        extra_at=Counter(_time_of(context, day, shift) for day, shift in extras),
    )


def position_minutes(context: Context, person: Employee) -> Fraction:
    """As the deviation of the rota's hours from the position is reckoned."""
    weeks = Fraction(context.present_days(person), DAYS_PER_WEEK)
    week = full_time_week(context.unit, context.paid_hours(person), weeks)
    return week * weeks * context.row(person).position_bp / FULL_TIME_BP


def _covers(context: Context) -> Iterator[tuple[int, str, str]]:
    """Every (day, code, employee) really on duty in the rota itself, in shifts that staff."""
    for row in context.plan.rows:
        for day, code in context.coverage.covers_of(row):
            if day >= 0 and context.shifts[code].counts_as_cover:
                yield day, code, row.employee


def _paid_covers(context: Context) -> Iterator[tuple[int, str]]:
    """Those of them that a position pays for."""
    people = {person.number: person for person in context.people}
    for day, code, number in _covers(context):
        if number in people and context.calendar.is_present(people[number], day):
            yield day, code


def _extra_shifts(context: Context) -> Sequence[tuple[int, ShiftType]]:
    """The shifts that can go, the longest first, with no row falling below its Target."""
    coverage = context.coverage
    spare = [
        max(count - segment.requirement.target, 0)
        for segment, count in zip(coverage.segments, context.staffing, strict=True)
    ]
    places: dict[tuple[int, str], list[int]] = {}
    for place, segment in enumerate(coverage.segments):
        for cover in segment.covers:
            places.setdefault(cover, []).append(place)
    found: list[tuple[int, ShiftType]] = []
    ordered = sorted(_covers(context), key=lambda entry: -context.shifts[entry[1]].paid_minutes)
    for day, code, number in ordered:
        filled = [
            place
            for place in places.get((day, code), ())
            if coverage.may_fill(number, coverage.segments[place].requirement.competence)
        ]
        if all(spare[place] for place in filled):
            found.append((day, context.shifts[code]))
            for place in filled:
                spare[place] -= 1
    return found


def _time_of(context: Context, day: int, shift: ShiftType) -> SurplusTime:
    """When a shift lies, as `surplus_time` tells it of what is asked for."""
    if shift.kind is ShiftKind.NIGHT:
        return SurplusTime.NIGHT
    if context.calendar.weekday(day) >= SATURDAY or context.calendar.is_red(day):
        return SurplusTime.WEEKEND
    return SurplusTime.EVENING if shift.kind is ShiftKind.EVENING else SurplusTime.DAY


def _lacking_minutes(context: Context) -> int:
    """What lacks to Target: the shifts that would close it, or the times themselves where those are less.

    As surplus, who lacks is counted in the row for everybody where there is one.
    """
    coverage = context.coverage
    lacking: list[Segment] = []
    for segment, count in zip(coverage.segments, context.staffing, strict=True):
        asked = segment.requirement
        if asked.row in coverage.surplus_rows and count < asked.target:
            short = replace(asked, target=asked.target - count, minimum=0, maximum=None)
            lacking.append(replace(segment, requirement=short))
    least = LeastHours(context.unit, calendar=context.calendar, coverage=coverage, segments=lacking)
    times = sum(segment.requirement.target * segment.minutes for segment in lacking)
    return min(least.total_minutes, times)


@dataclass(frozen=True, slots=True, kw_only=True)
class NightRight:
    """Those who take nights alone have positions that hold more than the nights need. Basis points."""

    today_bp: int
    needed_bp: Fraction


def night_right(context: Context) -> NightRight | None:
    """Where that is why there are more than wanted by night; None where it is not.

    It is where their least positions hold more than the nights, and as much more as the nights that could
    go but for the part of a shift that cannot be planned, and nobody else works any.
    """
    unit = context.unit
    people = [person for person in unit.planned_employees if takes_nights_only(unit, person)]
    needed, week = night_minutes_needed(unit), full_time_week_minutes(unit)
    if not people or needed is None or _do_others_work_nights(context, people):
        return None
    days = context.calendar.present_days
    least = sum(min(person.min_bp, person.position_bp) * days(person) for person in people)
    beyond = (Fraction(least * week, unit.day_count * FULL_TIME_BP) - needed) * unit.weeks
    nights = [shift.paid_minutes for _, shift in _extra_shifts(context) if shift.kind is ShiftKind.NIGHT]
    if beyond <= 0 or sum(nights) >= beyond + max(nights, default=0):
        return None
    return NightRight(
        today_bp=sum(person.position_bp for person in people), needed_bp=needed * FULL_TIME_BP / week
    )


def _do_others_work_nights(context: Context, people: list[Employee]) -> bool:
    numbers = {person.number for person in people}
    return any(
        context.shifts[code].kind is ShiftKind.NIGHT and number not in numbers
        for _, code, number in _covers(context)
    )
