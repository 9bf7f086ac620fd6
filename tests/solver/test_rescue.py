"""Hours that would not settle are settled again, longer each time, before the engine gives up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asking_engine import never, quiet
from builders import D1, WEEKDAYS, demand, person, unit

from heiltid.jobs import SolveReport, SolveRequest, Status
from solver.improve import Improver, Incumbent
from solver.mend import Mender
from solver.run import LAST_RESCUES_SECONDS, RESCUE_SECONDS, Run

WARD = unit(
    weeks=2,
    shifts=(D1,),
    employees=tuple(person(str(n), 5_000, min_bp=3_000, wanted_bp=8_000) for n in range(3)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)


def answer(monkeypatch: pytest.MonkeyPatch, fails: int) -> tuple[SolveReport, list[float | None]]:
    """A run whose settling fails so many times, and the seconds each try was given."""
    tried: list[float | None] = []
    settle = Run._settle

    def busy(
        run: Run, improver: Improver, mender: Mender, best: Incumbent, seconds: float | None = None
    ) -> Incumbent:
        tried.append(seconds)
        if len(tried) > fails:
            honest = Incumbent(best.roster, run.scorer.score(best.roster))
            return settle(run, improver, mender, honest, seconds)
        return Incumbent(best.roster, replace(best.score, outside_bp=1))

    monkeypatch.setattr(Run, "_settle", busy)
    monkeypatch.setattr(Run, "_improve", lambda run, improver, mender, best: best)
    monkeypatch.setattr("solver.run.is_small", lambda frame: False)
    request = SolveRequest(unit=WARD, time_limit_seconds=1.0, workers=1, seed=1)
    return Run(request, quiet, never).run(), tried


def test_it_is_tried_again_with_more_time_until_it_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    report, tried = answer(monkeypatch, fails=4)
    assert report.plan is not None
    assert tried == [None, RESCUE_SECONDS, *LAST_RESCUES_SECONDS]


def test_after_the_last_try_the_answer_is_that_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    report, tried = answer(monkeypatch, fails=5)
    assert (report.plan, report.status) == (None, Status.NO_ANSWER)
    assert len(tried) == 5
