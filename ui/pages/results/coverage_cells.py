"""From a judged plan to the cells of the coverage map: one row for each line of the staffing plan."""

from __future__ import annotations

from heiltid.competence_words import competence_word
from heiltid.coverage import Requirement
from heiltid.measures.against import Against, Present, present_in, worse_of
from heiltid.model import DAYS_PER_WEEK, DemandRow
from heiltid.rules.context import Context
from heiltid.rules.wording import day_text
from ui.charts.coverage_map import CoverCell
from ui.pages.rota.coverage_rows import bands_of
from ui.texts import clock, language, tr

STATES = {
    Against.BELOW_MINIMUM: "lacking",
    Against.BELOW_TARGET: "below_target",
    Against.RIGHT: "enough",
    Against.ABOVE_TARGET: "above",
    Against.ABOVE_MAXIMUM: "above",
}


def coverage_cells(
    context: Context,
) -> tuple[list[str], list[str], list[list[CoverCell | None]]]:
    """Names of rows, names of weeks, and the cells by row and day; the worst of a row's pieces counts.

    Rows of the staffing plan with the same times and competence (weekdays and weekends) share a line;
    the lines stand as below the rota.
    """
    bands, line_of = bands_of(context.unit)
    names = [""] * len(bands)
    for line, row in zip(line_of, context.unit.demand, strict=True):
        names[line] = row_name(row)
    days, coverage = context.calendar.day_count, context.coverage
    found: list[list[Present | None]] = [[None] * days for _ in names]
    cells: list[list[CoverCell | None]] = [[None] * days for _ in names]
    for need, span in zip(coverage.requirements, coverage.spans, strict=True):
        people = context.staffing[span.start : span.stop]
        line, known = line_of[need.row], found[line_of[need.row]][need.day]
        present = present_in(need, people, counts_surplus=need.row in coverage.surplus_rows)
        if worse_of(known, present) is present:
            found[line][need.day] = present
            cells[line][need.day] = _cell(context, need, present)
    weeks = [tr("wording.week", number=week + 1) for week in range(days // DAYS_PER_WEEK)]
    return names, weeks, cells


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


def _cell(context: Context, need: Requirement, present: Present) -> CoverCell:
    words = tr(
        "ui.results.cover_words",
        day=day_text(need.day, context.calendar, language()),
        present=present.people,
        least=need.minimum,
        target=need.target,
    )
    return CoverCell(state=STATES[present.against], words=words)
