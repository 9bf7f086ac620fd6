"""The engine's process seen from the window: whatever it does, there is one end and no exception."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import A1, D1, WEEKDAYS, demand, person, unit
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from heiltid.errors import InternalError
from heiltid.exchange.files import read_file
from heiltid.job_lines import EngineErrorKind
from heiltid.jobs import SolveProgress, SolveRequest, Status
from heiltid.model import PlanRole
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from heiltid.texts import Language, catalogue, text
from ui import solve_job
from ui.solve_job import JobEnd, JobEndKind, SolveJob

ROOT = Path(__file__).parents[2]
ENGINE = (sys.executable, "-m", "solver.worker")
FAKE = str(Path(__file__).with_name("fake_worker.py"))
REQUEST = SolveRequest(unit=unit(name="Kari Nordmann"), time_limit_seconds=0.5)
LONG_MS = 20_000
on_posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits are POSIX's")


class Listener:
    """Everything a job says."""

    def __init__(self, job: SolveJob) -> None:
        self.job = job
        self.progress: list[SolveProgress] = []
        self.ends: list[JobEnd] = []
        job.progressed.connect(self.progress.append)
        job.ended.connect(self.ends.append)

    @property
    def process(self) -> QProcess:
        return self.job.findChildren(QProcess)[-1]

    def is_over(self) -> bool:
        return bool(self.ends)

    def has_heard(self) -> bool:
        return bool(self.progress)

    def wait(self, qtbot: QtBot) -> JobEnd:
        qtbot.waitUntil(self.is_over, timeout=LONG_MS)
        qtbot.wait(20)
        assert len(self.ends) == 1
        assert not self.job.is_running
        return self.ends[0]


@pytest.fixture
def engine(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """The real engine."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    job = SolveJob(ENGINE)
    yield Listener(job)
    job.close()


def fake(behaviour: str) -> Listener:
    return Listener(SolveJob((sys.executable, FAKE, behaviour)))


def ended(qtbot: QtBot, behaviour: str) -> tuple[JobEnd, list[SolveProgress]]:
    """How a fake engine's job ends when nobody interferes."""
    listener = fake(behaviour)
    listener.job.start(REQUEST)
    assert listener.job.is_running
    return listener.wait(qtbot), listener.progress


def sample(name: str, seconds: float) -> SolveRequest:
    file = read_file(ROOT / "sample_rotas" / f"{name}.xlsx").file
    today = file.plan(PlanRole.TODAY)
    return SolveRequest(unit=file.unit, today=today, time_limit_seconds=seconds)


def test_the_real_engine_builds_a_rota_that_breaks_nothing(qtbot: QtBot, engine: Listener) -> None:
    request = sample("liten", 3.0)
    engine.job.start(request)
    end = engine.wait(qtbot)
    assert end.kind is JobEndKind.REPORT
    assert end.report is not None
    assert end.report.status in (Status.FEASIBLE, Status.OPTIMAL)
    assert end.report.plan is not None
    found = judge(request.unit, end.report.plan)
    assert [finding.rule for finding in found if finding.severity is Severity.BREACH] == []
    assert {progress.stage for progress in engine.progress} >= {"construct", "improve"}


def test_stop_brings_the_best_so_far_and_the_job_can_be_used_again(qtbot: QtBot, engine: Listener) -> None:
    ward = unit(
        weeks=6,
        shifts=(D1, A1),
        employees=tuple(person(str(n), 6_000, min_bp=0, wanted_bp=10_000) for n in range(8)),
        demand=(demand(WEEKDAYS, "07:30-15:00", 3), demand(WEEKDAYS, "14:30-22:00", 2)),
    )
    engine.job.start(SolveRequest(unit=ward, time_limit_seconds=8.0))
    qtbot.waitUntil(lambda: any(p.stage == "improve" for p in engine.progress), timeout=LONG_MS)
    asked = time.monotonic()
    engine.job.stop()
    end = engine.wait(qtbot)
    assert time.monotonic() - asked < 5
    assert end.report is not None
    assert end.report.plan is not None
    assert end.report.status in (Status.STOPPED, Status.OPTIMAL)
    engine.ends.clear()
    engine.job.start(REQUEST)
    assert engine.wait(qtbot).kind is JobEndKind.REPORT


@on_posix
def test_an_engine_killed_in_mid_run(qtbot: QtBot, engine: Listener) -> None:
    engine.job.start(sample("liten", 60.0))
    qtbot.waitUntil(engine.has_heard, timeout=LONG_MS)
    os.kill(engine.process.processId(), signal.SIGKILL)
    assert engine.wait(qtbot) == JobEnd(kind=JobEndKind.CRASHED, detail="signal 9")


@on_posix
@pytest.mark.parametrize("mebibytes", [100, 300])
def test_an_engine_that_runs_out_of_memory(
    qtbot: QtBot, engine: Listener, monkeypatch: pytest.MonkeyPatch, mebibytes: int
) -> None:
    monkeypatch.setenv("HEILTID_ENGINE_MEMORY_MIB", str(mebibytes))
    engine.job.start(sample("solbakken", 2.0))
    qtbot.waitUntil(lambda: engine.is_over() or len(engine.progress) > 1, timeout=LONG_MS)
    if not engine.is_over():
        engine.job.stop()  # where the room was enough, on a system that counts in another way
    end = engine.wait(qtbot)
    allowed = {JobEndKind.MEMORY, JobEndKind.CRASHED}
    assert end.kind in (allowed if mebibytes == 100 else allowed | {JobEndKind.REPORT})
    assert end.report is None or end.kind is JobEndKind.REPORT


@pytest.mark.parametrize(
    ("behaviour", "kind", "detail"),
    [
        ("garbage", JobEndKind.GARBAGE, ""),
        ("binary", JobEndKind.GARBAGE, ""),
        ("foreign", JobEndKind.GARBAGE, ""),
        ("empty_optimal", JobEndKind.GARBAGE, ""),
        ("dies_in_a_line", JobEndKind.CRASHED, "exit 7"),
        ("early_exit", JobEndKind.CRASHED, "exit 0"),
        ("raises", JobEndKind.CRASHED, "exit 1 ValueError"),
        ("error_memory", JobEndKind.MEMORY, "MemoryError"),
        ("error_internal", JobEndKind.INTERNAL, "KeyError"),
    ],
)
def test_every_way_to_go_wrong_is_an_end_with_a_name(
    qtbot: QtBot, behaviour: str, kind: JobEndKind, detail: str
) -> None:
    end, _ = ended(qtbot, behaviour)
    assert end == JobEnd(kind=kind, detail=detail)


@on_posix
def test_what_is_written_at_a_death_for_lack_of_memory_is_understood(qtbot: QtBot) -> None:
    end, _ = ended(qtbot, "no_memory")
    assert end == JobEnd(kind=JobEndKind.MEMORY, detail="signal 6")


def test_progress_before_garbage_is_not_told_in_the_same_breath(qtbot: QtBot) -> None:
    end, progress = ended(qtbot, "binary")
    assert (end.kind, progress) == (JobEndKind.GARBAGE, [])


def test_lines_in_pieces_are_put_together(qtbot: QtBot) -> None:
    end, progress = ended(qtbot, "half_lines")
    assert [told.seconds for told in progress] == [7.0]
    assert end.report is not None
    assert end.report.status is Status.STOPPED


def test_a_flood_of_progress_is_told_by_its_newest(qtbot: QtBot) -> None:
    end, progress = ended(qtbot, "flood")
    assert end.kind is JobEndKind.REPORT
    assert 1 <= len(progress) < 5_000  # of 50 001
    assert progress[0].seconds == 1.0


def test_a_line_without_end_is_given_up(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def small() -> object:
        return whole(1024 * 1024)

    whole = solve_job.LineBuffer
    monkeypatch.setattr(solve_job, "LineBuffer", small)
    end, _ = ended(qtbot, "endless_line")
    assert end == JobEnd(kind=JobEndKind.GARBAGE)


def test_a_report_counts_although_the_engine_will_not_leave(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solve_job, "LEAVE_GRACE_MS", 100)
    end, _ = ended(qtbot, "report")
    assert end.kind is JobEndKind.REPORT
    assert end.report is not None


def test_an_engine_that_is_not_there(qtbot: QtBot) -> None:
    listener = Listener(SolveJob((str(ROOT / "no-such-engine"), "x")))
    listener.job.start(REQUEST)
    assert listener.job.is_running
    assert listener.ends == []  # never from within a call
    assert listener.wait(qtbot).kind is JobEndKind.COULD_NOT_START
    listener.job.stop()
    listener.job.cancel()
    listener.ends.clear()
    listener.job.start(REQUEST)
    assert listener.wait(qtbot).kind is JobEndKind.COULD_NOT_START


def test_a_request_that_cannot_be_sent(qtbot: QtBot) -> None:
    listener = fake("obey")
    listener.job.start(replace(REQUEST, unit=unit(name="\ud83d")))
    assert listener.wait(qtbot) == JobEnd(kind=JobEndKind.INTERNAL, detail="BadLineError")


def test_a_large_request_arrives_whole(qtbot: QtBot) -> None:
    people = tuple(person(str(number), name="N" * 1_000) for number in range(3_000))
    listener = fake("obey")
    listener.job.start(replace(REQUEST, unit=unit(employees=people)))  # 3 MB: far more than a pipe holds
    qtbot.waitUntil(listener.has_heard, timeout=LONG_MS)
    listener.job.stop()
    assert listener.wait(qtbot).kind is JobEndKind.REPORT


def test_stop_is_asked_once_and_told(qtbot: QtBot) -> None:
    listener = fake("obey")
    listener.job.start(REQUEST)
    listener.job.stop()  # before it even runs: the request is read first
    listener.job.stop()
    end = listener.wait(qtbot)
    assert end.report is not None
    assert end.report.status is Status.STOPPED


def test_an_engine_that_does_not_hear_is_killed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solve_job, "STOP_GRACE_MS", 100)
    listener = fake("hang")
    listener.job.start(REQUEST)
    qtbot.waitUntil(listener.has_heard, timeout=LONG_MS)
    listener.job.stop()
    assert listener.wait(qtbot) == JobEnd(kind=JobEndKind.NO_ANSWER)


def test_cancel_ends_the_process_before_it_returns(qtbot: QtBot) -> None:
    listener = fake("hang")
    listener.job.start(REQUEST)
    qtbot.waitUntil(listener.has_heard, timeout=LONG_MS)
    process = listener.process
    listener.job.cancel()
    assert process.state() is QProcess.ProcessState.NotRunning
    assert listener.ends == []
    assert listener.wait(qtbot) == JobEnd(kind=JobEndKind.CANCELLED)


def test_cancel_at_once_and_again(qtbot: QtBot) -> None:
    listener = fake("hang")
    listener.job.start(REQUEST)
    listener.job.cancel()
    listener.job.cancel()
    assert listener.wait(qtbot) == JobEnd(kind=JobEndKind.CANCELLED)


def test_one_job_at_a_time(qtbot: QtBot) -> None:
    listener = fake("hang")
    listener.job.start(REQUEST)
    with pytest.raises(InternalError):
        listener.job.start(REQUEST)
    listener.job.cancel()
    assert listener.wait(qtbot).kind is JobEndKind.CANCELLED


def test_the_end_of_the_program_leaves_no_process(qtbot: QtBot) -> None:
    listener = fake("hang")
    listener.job.start(REQUEST)
    qtbot.waitUntil(listener.has_heard, timeout=LONG_MS)
    process = listener.process
    listener.job.close()
    assert process.state() is QProcess.ProcessState.NotRunning
    qtbot.wait(50)
    assert listener.ends == []


def test_every_end_has_its_words_and_says_that_all_is_kept() -> None:
    kept = {
        Language.NYNORSK: "Eininga og turnusane er som før",
        Language.BOKMAL: "Enheten og turnusene er som før",
        Language.ENGLISH: "The unit and its rotas are as before",
    }
    for kind in JobEndKind:
        end = JobEnd(kind=kind)
        assert {end.headline_key, end.text_key} <= set(catalogue())
        for language, words in kept.items():
            assert (words in text(end.text_key, language)) == (kind is not JobEndKind.REPORT)


def test_what_the_engine_may_complain_of_has_an_end_of_its_own() -> None:
    assert {kind.value for kind in EngineErrorKind} <= {kind.value for kind in JobEndKind}
