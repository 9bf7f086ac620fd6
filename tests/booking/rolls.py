"""Short words for rolling out small rotas."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from builders import plan

from heiltid.booking.dates.rolling import rolled
from heiltid.model import Absence, Cell, Plan, PlanRow, Unit
from heiltid.model.booking import Booked, RollOut, RollOutOptions
from heiltid.notation import cell_text

MAY = date(2027, 5, 3)  # the Monday of Ascension Day, Thursday 6 May; 16 and 17 May are red too
SUMMER = date(2027, 6, 21)  # no red day for months
NOON = datetime(2027, 5, 1, 12, 0)


def roll(
    unit: Unit, *rows: PlanRow, first: date = SUMMER, week: int = 1, weeks: int | None = None, **more: Any
) -> RollOut:
    """A rota of these lines laid out; `absences` and `decisions` as further words."""
    options = RollOutOptions(first=first, from_week=week, weeks=weeks or unit.weeks)
    return rolled(unit, plan(*rows), options, **more)


def rolled_again(
    rollout: RollOut, *, unit: Unit | None = None, plan: Plan | None = None, **more: Any
) -> RollOut:
    """The roll-out made anew: of another base, for other weeks (`options`), with other `absences`."""
    return rolled(
        rollout.base_unit if unit is None else unit,
        rollout.base_plan if plan is None else plan,
        more.get("options", rollout.options),
        more.get("absences", rollout.absences),
        rollout.decisions,
    )


def shown(rollout: RollOut, number: str = "1") -> str:
    """A person's line as it is written, F1 left out: it is marked in every week."""
    texts = (cell_text(cell) for cell in rollout.plan.row_of()[number].cells)
    return " ".join("-" if text in ("", "F1") else text.replace(") ", ")") for text in texts)


def away(first: date, last: date, code: str = "FE", number: str = "1") -> Absence:
    return Absence(employee=number, first=first, last=last, code=code)


def booked(on: date, cell: str | None, was: str | None = None, number: str = "1", **more: Any) -> Booked:
    """A decision for a shift (None: a free day), made where another stood."""
    more.setdefault("at", NOON)
    return Booked(employee=number, on=on, cell=Cell(shift=cell), was=Cell(shift=was), by="L", **more)
