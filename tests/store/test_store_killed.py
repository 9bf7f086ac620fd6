"""Saving killed at random points 200 times: the old or the new file stands there whole, every time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(Path(__file__).with_name("kill_saves.py")), str(folder), *words],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@needs_fork
@pytest.mark.slow
def test_a_killed_save_leaves_a_whole_file(tmp_path: Path) -> None:
    ended = run(tmp_path, "200")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "200 kills, every file whole" in ended.stdout
    assert "killed, old file" in ended.stdout, "no kill came before the new file stood there"


@needs_fork
def test_the_killing_notices_a_careless_save(tmp_path: Path) -> None:
    ended = run(tmp_path, "200", "careless")
    assert (ended.returncode, ended.stdout[:14]) == (1, "BROKEN by kill"), ended.stdout + ended.stderr
