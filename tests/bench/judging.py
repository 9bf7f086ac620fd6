"""python -m tests.bench.judging [EDITS]: how long it takes to judge 60 people x 364 dated days.

Medians in milliseconds, on the clock and of the processor: the whole plan, one edited cell and its undo,
a week drawn for a person, ten people's locks, and advice on one cell. The unit is the sample Solbakken
twice over, its rota of today laid out on a dated year; at last the same people with nothing planned yet.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeAlias, TypeVar

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from heiltid.advice.swaps import swaps  # noqa: E402
from heiltid.advice.takers import who_can_take  # noqa: E402
from heiltid.advice.why import why_here  # noqa: E402
from heiltid.exchange.files import read_file  # noqa: E402
from heiltid.model import (  # noqa: E402
    FREE,
    Cell,
    DemandRow,
    Plan,
    PlanRole,
    PlanRow,
    RotaKind,
    Unit,
    empty_plan,
)
from heiltid.rules.judgement import Judgement, judge_all, rejudge  # noqa: E402

WEEKS, COPIES, HISTORY = 52, 2, 14
T = TypeVar("T")
Times: TypeAlias = list[tuple[float, float]]  # milliseconds on the clock, of the processor


def year_of_sixty() -> tuple[Unit, Plan]:
    """The dated year, with the last two weeks of the rota as its history."""
    file = read_file(ROOT / "sample_rotas" / "solbakken.xlsx").file
    today = file.plan(PlanRole.TODAY)
    assert today is not None
    rows = today.row_of()
    people, lines, wishes = [], [], []
    for copy in range(COPIES):
        for person in file.unit.planned_employees:
            number, row = f"{person.number}-{copy}", rows[person.number]
            people.append(replace(person, number=number))
            wishes += [
                replace(wish, employee=number) for wish in file.unit.wishes if wish.employee == person.number
            ]
            days = len(row.cells)
            lines.append(
                PlanRow(
                    employee=number,
                    position_bp=row.position_bp,
                    cells=tuple(row.cells[day % days] for day in range(WEEKS * 7)),
                    history=row.cells[-HISTORY:],
                )
            )
    unit = replace(
        file.unit,
        kind=RotaKind.DATED,
        weeks=WEEKS,
        employees=tuple(people),
        wishes=tuple(wishes),
        demand=tuple(map(_doubled, file.unit.demand)),
    )
    return unit, Plan(rows=tuple(lines))


def _doubled(row: DemandRow) -> DemandRow:
    maximum = None if row.maximum is None else row.maximum * COPIES
    return replace(row, minimum=row.minimum * COPIES, target=row.target * COPIES, maximum=maximum)


def timed(work: Callable[[], T], into: Times) -> T:
    """What the work gives; its milliseconds are noted."""
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    into.append(((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000))
    return found


def with_cells(plan: Plan, row: PlanRow, cells: dict[int, Cell]) -> Plan:
    """The plan with some cells of one line replaced."""
    changed = tuple(cells.get(day, cell) for day, cell in enumerate(row.cells))
    return plan.with_rows({row.employee: replace(row, cells=changed)})


def edits(first: Judgement, count: int) -> dict[str, Times]:
    """Random edits one after another, each undone once."""
    dice, judged = Random(1), first
    codes = [None, *(shift.code for shift in first.unit.shifts)]
    found: dict[str, Times] = {"one cell": [], "undo": [], "a person's week": [], "ten locks": []}
    for _ in range(count):
        row, day = dice.choice(judged.plan.rows), dice.randrange(WEEKS * 7)
        after = with_cells(judged.plan, row, {day: Cell(shift=dice.choice(codes))})
        edited = timed(
            lambda judged=judged, after=after: _looked_at(rejudge(judged, after)), found["one cell"]
        )
        before = judged.plan
        timed(lambda edited=edited, before=before: _looked_at(rejudge(edited, before)), found["undo"])
        monday = day - day % 7
        week = {monday + step: Cell(shift=dice.choice(codes)) for step in range(7)}
        after = with_cells(judged.plan, row, week)
        timed(lambda judged=judged, after=after: rejudge(judged, after), found["a person's week"])
        locked = {
            line.employee: replace(
                line, cells=(*line.cells[:day], replace(line.cells[day], locked=True), *line.cells[day + 1 :])
            )
            for line in judged.plan.rows[:10]
        }
        after = judged.plan.with_rows(locked)
        timed(lambda judged=judged, after=after: rejudge(judged, after), found["ten locks"])
        judged = edited
    return found


def _looked_at(judgement: Judgement) -> Judgement:
    """As a view does: all findings asked for."""
    assert judgement.findings is not None
    return judgement


def advice(judged: Judgement, count: int) -> dict[str, Times]:
    """Who can take a day shift, why a shift stands where it does, and with whom it may be swapped."""
    found: dict[str, Times] = {
        "who can take": [],
        "why, with colleagues": [],
        "why, alone": [],
        "swap with": [],
    }
    dice = Random(2)
    code = judged.unit.shifts[0].code
    for _ in range(count):
        day = dice.randrange(WEEKS * 7)
        timed(lambda day=day: who_can_take(judged, day, code), found["who can take"])
        at_work = [row.employee for row in judged.plan.rows if row.cells[day].works]
        if at_work:
            number = dice.choice(at_work)
            timed(lambda day=day, number=number: why_here(judged, number, day), found["why, with colleagues"])
            timed(
                lambda day=day, number=number: why_here(judged, number, day, colleagues=0),
                found["why, alone"],
            )
            timed(lambda day=day, number=number: swaps(judged, number, day), found["swap with"])
    return found


def table(title: str, found: dict[str, Times]) -> None:
    """One line for each: medians and the slowest."""
    print(title)
    for name, times in found.items():
        if times:
            clock, processor = (median(column) for column in zip(*times, strict=True))
            slowest = max(entry for entry, _ in times)
            print(
                f"  {name:22}{clock:8.1f} ms, {processor:7.1f} ms of the processor,"
                f" slowest {slowest:7.1f} ms, of {len(times)}"
            )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    unit, plan = year_of_sixty()
    whole: Times = []
    for _ in range(5):
        judged = timed(lambda: judge_all(unit, plan), whole)
    table(f"{len(plan.rows)} people x {unit.day_count} days", {"the whole plan": whole})
    table(f"edits ({len(judged.findings)} findings)", edits(judged, count))
    table("advice", advice(judged, max(10, count // 5)))
    nothing = judge_all(unit, empty_plan(unit))
    assert all(cell == FREE for row in nothing.plan.rows for cell in row.cells)
    table(f"edits of an empty rota ({len(nothing.findings)} findings)", edits(nothing, count))


if __name__ == "__main__":
    main()
