"""What stands in format-0002.heiltid, a file saved by the Heiltid that knew no booking.

It was made once, by that program's save_unit(path, CONTENT), and is never made anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from first_format import CONTENT as FIRST

from heiltid.model import Decision, GoalReached, Origin

PATH = Path(__file__).with_name("format-0002.heiltid")
_ORIGIN = Origin(
    made_at=datetime(2027, 3, 28, 2, 30),
    status="feasible",
    seconds=61.25,
    seed=7,
    workers=2,
    bound_average_position_bp=8_612.5,
    goals=(GoalReached(name="understaffing", value=0, bound=0), GoalReached(name="wishes", value=1 / 3)),
)
_DECISION = Decision(
    rule="weekend_frequency",
    employee="101",
    days=(-2, 5, 6),
    reason="«etter eige ønske»",
    by="Leiar",
    decided_at=datetime(2027, 4, 1, 9, 0, 5),
)
_TODAY, _BEFORE, _SCENARIO = FIRST.plans
_PLANS = (
    replace(_TODAY, decisions=(_DECISION, replace(_DECISION, employee=None, days=()))),
    _BEFORE,
    replace(_SCENARIO, origin=_ORIGIN),
)
CONTENT = replace(FIRST, plans=_PLANS)
