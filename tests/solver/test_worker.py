"""The engine's process from outside: lines in, lines out, and gone when nobody asks any longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import A1, D1, WEEKDAYS, demand, person, plan, row, unit

from heiltid.allocation import Asked, ShareGoal, ShareReport, ShareRequest
from heiltid.job_lines import (
    STOP_LINE,
    EngineError,
    EngineErrorKind,
    Message,
    message_line,
    read_message,
    read_share_message,
    request_line,
)
from heiltid.jobs import SolveProgress, SolveReport, SolveRequest, Status
from heiltid.model import RotaKind, Unit
from heiltid.model.asking import Allotment, BookingSettings, Choice, Willingness
from heiltid.model.booking import OpenPlace, OpenWhy
from solver.worker import Exit, _failure, _is_about_memory, _Teller

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 20
on_posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits are POSIX's")


def ward(people: int) -> Unit:
    """Small enough to build in a second, too large to prove anything about."""
    return unit(
        weeks=6,
        shifts=(D1, A1),
        employees=tuple(person(str(n), 6_000, min_bp=0, wanted_bp=10_000) for n in range(people)),
        demand=(demand(WEEKDAYS, "07:30-15:00", 3), demand(WEEKDAYS, "14:30-22:00", 2)),
    )


def request(seconds: float, people: int = 8) -> bytes:
    return request_line(SolveRequest(unit=ward(people), time_limit_seconds=seconds, workers=1))


Engine = subprocess.Popen[bytes]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A running engine, started from a folder that is not the program's."""
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "solver.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        yield process
        process.kill()


def tell(engine: Engine, line: bytes) -> None:
    assert engine.stdin is not None
    engine.stdin.write(line)
    engine.stdin.flush()


def hear(engine: Engine) -> Message:
    assert engine.stdout is not None
    return read_message(engine.stdout.readline())


def hear_all(engine: Engine) -> list[Message]:
    """Every message until it ends: nothing else may stand in its output."""
    assert engine.stdout is not None
    return [read_message(line) for line in engine.stdout]


def test_it_tells_of_progress_and_then_the_result(engine: Engine) -> None:
    tell(engine, request(2.0))
    *before, last = hear_all(engine)
    assert isinstance(last, SolveReport)
    assert last.plan is not None
    assert [row.employee for row in last.plan.rows] == [str(n) for n in range(8)]
    assert {type(message) for message in before} == {SolveProgress}
    assert engine.wait(PATIENCE_SECONDS) == Exit.DONE


def test_a_stop_brings_the_best_so_far_at_once(engine: Engine) -> None:
    tell(engine, request(60.0))
    while (message := hear(engine)) and isinstance(message, SolveProgress) and message.stage != "improve":
        pass
    asked = time.monotonic()
    tell(engine, STOP_LINE)
    tell(engine, STOP_LINE)
    *_, last = hear_all(engine)
    assert time.monotonic() - asked < 5
    assert isinstance(last, SolveReport)
    assert last.plan is not None
    assert last.status is Status.STOPPED
    assert engine.wait(PATIENCE_SECONDS) == Exit.DONE


def test_the_end_of_its_input_is_its_end(engine: Engine) -> None:
    tell(engine, request(60.0))
    assert isinstance(hear(engine), SolveProgress)
    left = time.monotonic()
    assert engine.stdin is not None
    engine.stdin.close()
    assert engine.wait(PATIENCE_SECONDS) == Exit.LEFT_ALONE
    assert time.monotonic() - left < 3
    assert all(isinstance(message, SolveProgress) for message in hear_all(engine))


def test_nothing_asked_is_nothing_answered(engine: Engine) -> None:
    assert engine.stdin is not None
    engine.stdin.close()
    assert engine.wait(PATIENCE_SECONDS) == Exit.LEFT_ALONE
    assert hear_all(engine) == []


@on_posix
def test_it_does_not_outlive_a_front_end_that_is_killed(tmp_path: Path) -> None:
    line = tmp_path / "request"
    line.write_bytes(request(60.0))
    front_end = (
        "import subprocess, sys\n"
        "engine = subprocess.Popen([sys.executable, '-P', '-m', 'solver.worker'], stdin=-1, stdout=-1)\n"
        "engine.stdin.write(open(sys.argv[1], 'rb').read()); engine.stdin.flush()\n"
        "engine.stdout.readline(); print(engine.pid, flush=True); engine.wait()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", front_end, str(line)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout is not None
        engine = int(parent.stdout.readline())
        assert is_alive(engine)
        parent.kill()
    until = time.monotonic() + PATIENCE_SECONDS
    while is_alive(engine) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(engine)


def is_alive(process: int) -> bool:
    """Whether the process runs; one that waits for somebody to ask how it ended does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.mark.parametrize(
    "line", [b"Kari Nordmann\n", b"\n", bytes(range(128, 256)) + b"\n", b'{"solve":{}}\n', STOP_LINE]
)
def test_garbage_is_answered_with_an_error_that_quotes_nothing(engine: Engine, line: bytes) -> None:
    tell(engine, line)
    assert hear_all(engine) == [EngineError(kind=EngineErrorKind.INTERNAL, text="BadLineError")]
    assert engine.wait(PATIENCE_SECONDS) == Exit.BAD_INPUT
    assert engine.stderr is not None
    assert b"Nordmann" not in engine.stderr.read()


def test_garbage_in_mid_run_ends_it(engine: Engine) -> None:
    tell(engine, request(60.0))
    assert isinstance(hear(engine), SolveProgress)
    tell(engine, b"rubbish\n")
    *_, last = hear_all(engine)
    assert last == EngineError(kind=EngineErrorKind.INTERNAL, text="BadLineError")
    assert engine.wait(PATIENCE_SECONDS) == Exit.BAD_INPUT


@on_posix
def test_ctrl_c_in_the_terminal_is_not_for_it(engine: Engine) -> None:
    tell(engine, request(2.0))
    assert isinstance(hear(engine), SolveProgress)
    engine.send_signal(signal.SIGINT)
    *_, last = hear_all(engine)
    assert isinstance(last, SolveReport)


def test_a_unit_it_cannot_work_on_is_an_error_without_a_name(engine: Engine) -> None:
    nobody = unit(weeks=1, name="Kari Nordmann", rule_book="no such book")
    tell(engine, request_line(SolveRequest(unit=nobody)))
    (last,) = hear_all(engine)
    assert isinstance(last, EngineError)
    assert last.kind is EngineErrorKind.INTERNAL
    assert last.text.endswith("Error")
    assert engine.wait(PATIENCE_SECONDS) == Exit.FAILED
    assert engine.stderr is not None
    assert b"Nordmann" not in engine.stderr.read()


def test_what_others_print_does_not_stand_among_the_lines() -> None:
    chatty = (
        "import os, solver.worker as worker\n"
        "def solve(*asked):\n"
        "    print('printed', flush=True); os.system('echo printed')\n"
        "    raise KeyError('Ka' + 'ri')\n"
        "worker.solve = solve\n"
        "worker.main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", chatty],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as engine:
        tell(engine, request(1.0))
        assert hear_all(engine) == [EngineError(kind=EngineErrorKind.INTERNAL, text="KeyError")]
        assert engine.wait(PATIENCE_SECONDS) == Exit.FAILED
        assert engine.stderr is not None
        errors = engine.stderr.read()
        assert errors.count(b"printed") == 2
        assert b"Kari" not in errors


def test_want_of_memory_is_told_apart() -> None:
    assert _is_about_memory(MemoryError())
    assert _is_about_memory(RuntimeError("can't start new thread"))
    assert _is_about_memory(OSError(12, "Cannot allocate memory"))
    assert not _is_about_memory(ValueError("Kari"))
    assert read_message(_failure(ValueError("Kari"))) == EngineError(
        kind=EngineErrorKind.INTERNAL, text="ValueError"
    )


def test_progress_is_told_on_a_new_stage_and_else_five_times_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[bytes] = []
    clock = 0.0
    monkeypatch.setattr("solver.worker.time.monotonic", lambda: clock)
    teller = _Teller(told.append)
    tried = [("bound", 0.0), ("bound", 0.1), ("improve", 0.15), ("improve", 0.3), ("improve", 0.4)]
    for stage, clock in tried:
        teller(SolveProgress(stage=stage, seconds=clock, fraction=0.0))
    kept = [("bound", 0.0), ("improve", 0.15), ("improve", 0.4)]
    assert told == [message_line(SolveProgress(stage=s, seconds=t, fraction=0.0)) for s, t in kept]


def test_places_are_shared_out_in_one_line(engine: Engine) -> None:
    # One day shift on Wednesday for somebody who said yes: 7.5 h of the 14 h she misses.
    ward = unit(weeks=1, start=date(2027, 6, 21), kind=RotaKind.DATED, employees=(person("1", 5_000),))
    rota = plan(row("- - - - - - -", "1", 5_000))
    place = OpenPlace(
        number=1,
        on=date(2027, 6, 23),
        code="D1",
        start_minute=D1.start_minute,
        end_minute=D1.end_minute,
        competence=None,
        why=OpenWhy.UNDERSTAFFED,
        lacking_minutes=450,
    )
    yes = (Choice(place=1, willingness=Willingness.CAN),)
    asked = ShareRequest(
        list="K7F2",
        weeks=1,
        unit=ward,
        plan=rota,
        planned=rota,
        overtime=(),
        places=(place,),
        asked=(Asked(employee="1", choices=yes, missing_minutes=840),),
        settings=BookingSettings(),
        time_limit_seconds=2.0,
    )
    tell(engine, request_line(asked))
    assert engine.stdout is not None
    (line,) = engine.stdout
    report = read_share_message(line)
    assert isinstance(report, ShareReport)
    assert report.allotments == (Allotment(place=1, employee="1"),)
    assert {value.goal: value.value for value in report.goals}[ShareGoal.RIGHT] == 450
    assert engine.wait(PATIENCE_SECONDS) == Exit.DONE
