"""The staffing the unit has asked for: what the words about its minimum are measured against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from heiltid.competence_words import competence_word
from heiltid.coverage import rows_in_force
from heiltid.exchange.pdf.discussion.facts import Facts, day
from heiltid.exchange.pdf.page import A4_PORTRAIT, NOTE, paragraph, table, under_heading
from heiltid.exchange.workbook.dates import clock
from heiltid.model import DAYS_PER_WEEK, SUNDAY, Unit
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import weekday_runs

MOST_ROWS = 12
MOST_DATES = 6
TIMES_WIDTH, COMPETENCE_WIDTH, WIDEST_DAYS = 92.0, 100.0, 92.0
HEADING_ROOM, ROW_ROOM = 48.0, 14.8

Times: TypeAlias = tuple[str | None, int, int, str | None]  # competence, start, end, code
People: TypeAlias = tuple[int, int]  # least, wished


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAlike:
    """Weekdays (0 = Monday), and red days, for which the unit asks for the same."""

    weekdays: tuple[int, ...]
    red: bool
    asked: dict[Times, People]


def staffing_plan_part(facts: Facts) -> Iterator[Any]:
    """The flowables: a line for each time and competence, a column for days that are alike."""
    days = days_alike(facts.unit)
    lines = _ordered(facts.unit, days)
    if not lines:
        return
    heads = [facts.words("pdf_report.staffing.times"), facts.words("pdf_report.open.competence")]
    heads += [_head(facts, alike) for alike in days]
    rows = [heads, *(_row(facts, line, days) for line in lines[:MOST_ROWS])]
    room = A4_PORTRAIT.inner_width - TIMES_WIDTH - COMPETENCE_WIDTH
    widths = (TIMES_WIDTH, COMPETENCE_WIDTH, *([min(WIDEST_DAYS, room / len(days))] * len(days)))
    body = table(rows, widths, numbers=range(2, len(heads)))
    least = HEADING_ROOM + ROW_ROOM * len(rows)
    yield from under_heading(facts.words("pdf_report.staffing.title"), body, least)
    more = " ".join(_not_shown(facts, len(lines) - MOST_ROWS))
    if more:
        yield paragraph(more, NOTE)


def days_alike(unit: Unit) -> tuple[DaysAlike, ...]:
    """The week, then the red days, drawn together where they ask for the same."""
    shifts = unit.shift_by_code()
    found: list[DaysAlike] = []
    kinds = [(weekday, False) for weekday in range(DAYS_PER_WEEK)] + [(SUNDAY, True)]
    for weekday, red in kinds:
        asked: dict[Times, People] = {}
        for _, row, (start, end) in rows_in_force(unit.demand, shifts, weekday=weekday, is_red=red):
            line = (row.competence, start, end, row.shift)
            least, wished = asked.get(line, (0, 0))
            asked[line] = (max(least, row.minimum), max(wished, row.target))
        place = next((place for place, alike in enumerate(found) if alike.asked == asked), len(found))
        known = found[place].weekdays if place < len(found) else ()
        weekdays = known if red else (*known, weekday)
        found[place : place + 1] = [DaysAlike(weekdays=weekdays, red=red, asked=asked)]
    return tuple(alike for alike in found if alike.asked)


def _ordered(unit: Unit, days: Sequence[DaysAlike]) -> list[Times]:
    """Everybody's lines first, then each competence's in the order of the demand, by time."""
    order = list(dict.fromkeys([None, *(row.competence for row in unit.demand)]))
    lines = {line for alike in days for line in alike.asked}
    return sorted(lines, key=lambda line: (order.index(line[0]), line[1], line[2], line[3] or ""))


def _head(facts: Facts, alike: DaysAlike) -> str:
    if len(alike.weekdays) == DAYS_PER_WEEK:
        return facts.words("pdf_report.staffing.all")
    parts = weekday_runs(alike.weekdays, facts.language)
    if alike.red:
        parts.append(facts.words("pdf_report.staffing.red"))
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def _row(facts: Facts, line: Times, days: Sequence[DaysAlike]) -> list[str]:
    competence, start, end, code = line
    who = facts.words("pdf_report.open.anyone")
    return [
        " ".join(filter(None, (code, f"{clock(start)}–{clock(end)}"))),
        who if competence is None else competence_word(competence, facts.language),
        *(_people(alike.asked.get(line)) for alike in days),
    ]


def _people(asked: People | None) -> str:
    """ "7", or "7 (8)" where more are wished."""
    if asked is None:
        return ""
    least, wished = asked
    return f"{least} ({wished})" if wished > least else str(least)


def _not_shown(facts: Facts, left: int) -> Iterator[str]:
    """What the table leaves to the page it stands on."""
    if left > 0:
        yield facts.words("pdf_report.staffing.more", count=left)
    dates = sorted({when for row in facts.unit.demand for when in row.days.dates})
    if dates:
        named = [day(when) for when in dates[:MOST_DATES]]
        rest = len(dates) - len(named)
        told = f"{', '.join(named)} (+{rest})" if rest else listed_names(named)
        yield facts.words("pdf_report.staffing.dates", dates=told)
