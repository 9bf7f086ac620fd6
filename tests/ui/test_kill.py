"""A program killed while it edits; `python -m tests.fuzz.kill_window 50` does it at fifty moments."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fuzz.kill_window import MOST_SECONDS, killed


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_a_killed_program_leaves_whole_files_and_loses_little(tmp_path: Path) -> None:
    found = killed(tmp_path, 1.7)
    assert found.edits > 20
    assert found.has_copy
    assert 0 < found.kept <= found.edits
    assert found.lost_seconds <= MOST_SECONDS * 2  # a machine at work may hold the timer back
