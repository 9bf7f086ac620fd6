"""python -m tests.bench.random_units [SECONDS [FIRST [COUNT [SOLVER_SEED]]]]: a table of units by chance.

Seed, people, weeks, kind, how it ended, seconds to the first plan, understaffed hours, average
position, its bound and the gap, and what the checker refuses (there must be nothing).
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "solver")]

from asking_engine import never, quiet, unlawful  # noqa: E402
from random_units import random_file  # noqa: E402

from heiltid.jobs import Goal, SolveReport, SolveRequest  # noqa: E402
from heiltid.model import PlanRole, UnitFile  # noqa: E402
from solver.run import solve  # noqa: E402

HEADINGS = ("seed", "people", "weeks", "kind", "status", "first s", "open h", "average", "bound", "gap", "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One unit's line of the table."""

    cells: tuple[str, ...]
    is_good: bool


def measured(seed: int, seconds: float, solver_seed: int) -> Line:
    """Solves the unit of that seed."""
    file = random_file(seed)
    request = SolveRequest(
        unit=file.unit,
        today=file.plan(PlanRole.TODAY),
        time_limit_seconds=seconds,
        seed=solver_seed,
        workers=2,
    )
    started = time.monotonic()
    try:
        report = solve(request, quiet, never)
    except Exception as trouble:  # the table goes on: every failure is to be seen
        return Line(cells=(str(seed), *_size(file), repr(trouble)[:70]), is_good=False)
    broken = [] if report.plan is None else [f.rule for f in unlawful(file.unit, report.plan)]
    cells = (str(seed), *_size(file), *_figures(report), f"{time.monotonic() - started:.1f}", *broken)
    unbound = [entry.goal.value for entry in report.objective if entry.bound is None]
    return Line(cells=(*cells, *unbound), is_good=report.plan is not None and not broken and not unbound)


def _size(file: UnitFile) -> tuple[str, str, str]:
    unit = file.unit
    return str(len(unit.planned_employees)), str(unit.weeks), unit.kind.value


def _figures(report: SolveReport) -> tuple[str, ...]:
    values = {entry.goal: entry for entry in report.objective}
    if not values:
        return (report.status.value, "-", "-", "-", "-", "-")
    lines, bound = values[Goal.LINES], report.bound_average_position_bp
    gap = (bound - lines.value) / bound if bound else None
    return (
        report.status.value,
        f"{report.first_plan_seconds:.1f}",
        f"{values[Goal.STAFFING].value / 60:.1f}",
        f"{lines.value / 100:.2f}",
        "-" if bound is None else f"{bound / 100:.2f}",
        "-" if gap is None else f"{gap:.2%}",
    )


def main() -> int:
    """Prints the table; 1 if any unit has no lawful plan or a value has passed its bound."""
    seconds, first, count, solver_seed = (*sys.argv[1:], *("20", "0", "20", "1")[len(sys.argv) - 1 :])
    print("  ".join(f"{heading:>8}" for heading in HEADINGS))
    lines = []
    for seed in range(int(first), int(first) + int(count)):
        line = measured(seed, float(seconds), int(solver_seed))
        lines.append(line)
        print("  ".join(f"{cell:>8}" for cell in line.cells), flush=True)
    return 0 if all(line.is_good for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
