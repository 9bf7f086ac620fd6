"""Where the parts are put together: which process is the engine's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heiltid.__main__ import worker_command
from heiltid.job_lines import EngineError, EngineErrorKind, read_message

ROOT = Path(__file__).parents[1]
REFUSED = EngineError(kind=EngineErrorKind.INTERNAL, text="BadLineError")


def answer_to_garbage(command: tuple[str, ...], folder: Path, path: str = "") -> tuple[EngineError, int]:
    """What an engine says, and how it ends, when it is told something else than a request."""
    done = subprocess.run(
        command,
        input=b"garbage\n",
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        timeout=60,
    )
    message = read_message(done.stdout)
    assert isinstance(message, EngineError)
    return message, done.returncode


def test_the_engine_is_started_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "solver").mkdir()
    (tmp_path / "solver" / "__init__.py").write_text("raise SystemExit('not this one')")
    assert answer_to_garbage(worker_command(), tmp_path) == (REFUSED, 2)


def test_a_packed_program_is_its_own_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    executable, *words = worker_command()
    assert executable == sys.executable
    # What a packed program does with these words, `python -m heiltid` does too.
    as_packed = (executable, "-P", "-m", "heiltid", *words)
    assert answer_to_garbage(as_packed, tmp_path, str(ROOT)) == (REFUSED, 2)
