"""From a judged plan to the cells of the coverage map: one row for each line of the staffing plan."""

from __future__ import annotations

from heiltid.competence_words import competence_word
from heiltid.model import DAYS_PER_WEEK, DemandRow
from heiltid.rules.context import Context
from heiltid.rules.wording import day_text
from ui.charts.coverage_map import CoverCell
from ui.texts import clock, language, tr

RANKS = {"enough": 0, "above": 1, "below_target": 2, "lacking": 3}


def coverage_cells(
    context: Context,
) -> tuple[list[str], list[str], list[list[CoverCell | None]]]:
    """Names of rows, names of weeks, and the cells by row and day; the worst of a row's pieces counts.

    Rows of the staffing plan with the same times and competence (weekdays and weekends) share a line.
    """
    names: dict[str, int] = {}
    line_of: dict[int, int] = {}
    for place, row in enumerate(context.unit.demand):
        line_of[place] = names.setdefault(row_name(row), len(names))
    days = context.calendar.day_count
    cells: list[list[CoverCell | None]] = [[None] * days for _ in names]
    for segment, present in zip(context.coverage.segments, context.staffing, strict=True):
        need = segment.requirement
        line = cells[line_of[need.row]]
        state = _state(present, need.minimum, need.target, need.maximum)
        old = line[need.day]
        if old is None or RANKS[state] > RANKS[old.state]:
            words = tr(
                "ui.results.cover_words",
                day=day_text(need.day, context.calendar, language()),
                present=present,
                least=need.minimum,
                target=need.target,
            )
            line[need.day] = CoverCell(state=state, words=words)
    weeks = [tr("wording.week", number=week + 1) for week in range(days // DAYS_PER_WEEK)]
    return list(names), weeks, cells


def row_name(row: DemandRow) -> str:
    """A line of the staffing plan in short: "07:30–15:00 nurse", or its code."""
    if row.shift is not None:
        return row.shift
    assert row.start_minute is not None
    assert row.end_minute is not None
    times = f"{clock(row.start_minute)}–{clock(row.end_minute)}"
    if row.competence is None:
        return times
    return f"{times} {competence_word(row.competence, language())}"


def _state(present: int, least: int, target: int, most: int | None) -> str:
    if present < least:
        return "lacking"
    if present < target:
        return "below_target"
    return "above" if most is not None and present > most else "enough"
