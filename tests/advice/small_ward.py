"""A dated fortnight from Monday 4 January 2027, without red days, in which little is said of itself.

Full time is 37.5 h a week: 4500 minutes in the fortnight. Limits on single days and on how evenings
are shared are off, so that each test says itself what it is about.
"""

from __future__ import annotations

from typing import Any

from builders import unit
from judging import override

from heiltid.model import Employee, RotaKind, Unit

FREE = "- - - - - - -"
FORTNIGHT = 4500
QUIET = (
    override("kind_split", "tolerance_bp", "none"),
    override("isolated_days", "enabled", "no"),
)


def ward(*people: Employee, **more: Any) -> Unit:
    """A unit of these people."""
    more.setdefault("overrides", QUIET)
    return unit(2, kind=RotaKind.DATED, employees=people, full_time_week_minutes=2250, **more)


def fortnight(first_week: str) -> str:
    """A week's cells and a free week."""
    return f"{first_week} {FREE}"
