"""Where weeks are reckoned and nobody's hours settle, a line of days and evenings has a week that stands."""

from __future__ import annotations

import pytest
from asking_engine import anyone, ask, codes, position
from builders import A1, D1, N1, WEEKDAYS, demand, unit
from wards import assert_sound

from heiltid.model import Unit
from solver.improve import Incumbent
from solver.run import Run

ASKED = (
    demand(WEEKDAYS, "07:30-15:00", 1),
    demand(WEEKDAYS, "14:30-22:00", 1),
    demand(WEEKDAYS, "21:45-07:45", 1),
)


def reckoned(people: int) -> Unit:
    """Full-timers who work all three parts of the day, every third weekend."""
    staff = tuple(anyone(str(n), 10_000, min_bp=10_000) for n in range(people))
    return unit(6, full_time_week_minutes=None, shifts=(D1, A1, N1), employees=staff, demand=ASKED)


def test_who_would_not_settle_gets_the_hours_of_day_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def unsettled(run: Run, _improver: object, _mender: object, best: Incumbent, *_: object) -> Incumbent:
        nobody_works = run.frame.empty_roster()
        return Incumbent(nobody_works, run.scorer.score(nobody_works))

    monkeypatch.setattr(Run, "_settle", unsettled)
    monkeypatch.setattr(Run, "_improve", lambda _run, _improver, _mender, best: best)
    a_unit = reckoned(2)
    report = ask(a_unit, limit=2.0)
    assert_sound(a_unit, report)
    for number in ("0", "1"):
        # Six weeks of 37.5 h are 30 shifts of 7.5 h; 29 are 225 minutes less, just within half a shift.
        shifts = [code for code in codes(report, number) if code in ("D1", "A1", "N1")]
        assert len(shifts) in (29, 30, 31)
        assert "N1" not in shifts
        assert position(report, number) == 10_000
