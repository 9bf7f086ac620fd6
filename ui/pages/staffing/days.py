"""The days a picture can show: weekdays staffed alike, red days, single dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from heiltid.calendar import Calendar
from heiltid.coverage import rows_in_force
from heiltid.model import DAYS_PER_WEEK, SATURDAY, SUNDAY, DaySelector, DemandRow, Unit
from heiltid.rules.wording import runs
from ui.texts import tr

WORKDAYS = range(SATURDAY)
WEEKEND = range(SATURDAY, DAYS_PER_WEEK)
RED = "red"
_SHORTEST_RANGE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """Days with the same staffing. key: stays the same while the days do; rows: places in unit.demand."""

    key: str
    title: str
    days: DaySelector
    rows: tuple[int, ...]


def workday_views(unit: Unit) -> tuple[DayView, ...]:
    """Monday to Friday, parted where their rows differ; the most days first."""
    return _weekday_views(unit, WORKDAYS)


def other_views(unit: Unit) -> tuple[DayView, ...]:
    """Saturday and Sunday, red days where they differ from Sundays, and each date with rows of its own."""
    calendar = Calendar(unit)
    views = list(_weekday_views(unit, WEEKEND))
    on_red, on_sunday = rows_on(unit, SUNDAY, is_red=True), rows_on(unit, SUNDAY)
    if on_red != on_sunday or (has_red_rows(unit) and not unit.is_cyclic):
        days = DaySelector(red=True)
        views.append(DayView(key=RED, title=tr("ui.days.red_days"), days=days, rows=on_red))
    dates = sorted(frozenset[date]().union(*(row.days.dates for row in unit.demand)))
    return (*views, *(_date_view(unit, calendar, when) for when in dates))


def has_red_rows(unit: Unit) -> bool:
    """Whether any row is for red days only."""
    return any(row.days.red and not row.days.weekdays for row in unit.demand)


def _weekday_views(unit: Unit, weekdays: Iterable[int]) -> tuple[DayView, ...]:
    alike: dict[tuple[int, ...], list[int]] = {}
    for weekday in weekdays:
        alike.setdefault(rows_on(unit, weekday), []).append(weekday)
    views = [
        DayView(
            key=",".join(map(str, days)),
            title=weekdays_title(days),
            days=DaySelector(weekdays=frozenset(days)),
            rows=rows,
        )
        for rows, days in alike.items()
    ]
    return tuple(sorted(views, key=lambda view: -len(view.days.weekdays)))


def _date_view(unit: Unit, calendar: Calendar, when: date) -> DayView:
    is_red = calendar.is_red(calendar.day_of(when))
    weekday = SUNDAY if is_red else when.weekday()
    return DayView(
        key=when.isoformat(),
        title=f"{when:%d.%m.%Y}",
        days=DaySelector(dates=frozenset({when})),
        rows=rows_on(unit, weekday, is_red=is_red, when=when),
    )


def rows_on(unit: Unit, weekday: int, *, is_red: bool = False, when: date | None = None) -> tuple[int, ...]:
    """Places in unit.demand of the rows that count on a day."""
    shifts = unit.shift_by_code()
    found = rows_in_force(unit.demand, shifts, weekday=weekday, is_red=is_red, when=when)
    return tuple(place for place, _, _ in found)


def weekdays_title(weekdays: list[int]) -> str:
    """ "Måndag–fredag", "Laurdag og søndag", "Måndag, onsdag"."""
    names = tr("ui.days.names").split()
    if weekdays == list(WEEKEND):
        return tr("ui.days.weekend")
    parts: list[str] = []
    for first, last in runs(weekdays):
        is_range = last - first + 1 >= _SHORTEST_RANGE
        parts += [f"{names[first]}–{names[last]}"] if is_range else names[first : last + 1]
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def copied_for(unit: Unit, rows: Iterable[int], days: DaySelector) -> tuple[DemandRow, ...]:
    """The same rows for other days, to change from."""
    return tuple(replace(unit.demand[place], days=days) for place in rows)
