"""A sample's rota of today as text: one line per employee, one word per day, weeks set apart by "|".

"-" is a free day. Kept in `today/<name>.txt`, so that the workbooks come out the same every time
without solving anything.
"""

from __future__ import annotations

from pathlib import Path

from heiltid.model import DAYS_PER_WEEK, FREE, Cell, Plan, PlanRole, PlanRow, Unit

FOLDER = Path(__file__).parent / "today"
FREE_WORD = "-"


def path_of(name: str) -> Path:
    """Where a sample's rota is kept."""
    return FOLDER / f"{name}.txt"


def to_text(plan: Plan) -> str:
    """The rota as text; only worked shifts are kept, days off are what is left."""
    return "".join(f"{row.employee}: {_weeks(row)}\n" for row in plan.rows)


def _weeks(row: PlanRow) -> str:
    words = [cell.shift if cell.works else FREE_WORD for cell in row.cells]
    weeks = (words[at : at + DAYS_PER_WEEK] for at in range(0, len(words), DAYS_PER_WEEK))
    return " | ".join(" ".join(str(word) for word in week) for week in weeks)


def from_text(text: str, unit: Unit) -> Plan:
    """The rota of a text, with today's positions. Raises ValueError where it does not fit the unit."""
    lines = dict(line.split(": ", 1) for line in text.splitlines() if line)
    expected = [person.number for person in unit.employees]
    if list(lines) != expected:
        raise ValueError("the rota's lines are not the unit's employees; run make_samples.py --solve-today")
    rows = tuple(
        PlanRow(
            employee=person.number,
            position_bp=person.position_bp,
            cells=_cells(lines[person.number], unit),
        )
        for person in unit.employees
    )
    return Plan(role=PlanRole.TODAY, rows=rows)


def _cells(text: str, unit: Unit) -> tuple[Cell, ...]:
    words = text.replace("|", " ").split()
    unknown = set(words) - {shift.code for shift in unit.shifts} - {FREE_WORD}
    if unknown or len(words) != unit.day_count:
        raise ValueError(f"{len(words)} days with unknown codes {sorted(unknown)}, not {unit.day_count} days")
    return tuple(FREE if word == FREE_WORD else Cell(shift=word) for word in words)


def read_rota(name: str, unit: Unit) -> Plan:
    """A sample's rota of today. Raises FileNotFoundError when there is none."""
    return from_text(path_of(name).read_text(encoding="utf-8"), unit)


def write_rota(name: str, plan: Plan) -> None:
    """Keeps a sample's rota of today."""
    path_of(name).write_text(to_text(plan), encoding="utf-8", newline="\n")
