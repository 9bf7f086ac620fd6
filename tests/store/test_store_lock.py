"""One writer at a time, in this process and among processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from builders import unit

from heiltid.errors import StoreError
from heiltid.model import UnitFile
from heiltid.store import lock_unit, open_unit, save_unit

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from heiltid.store import lock_unit
lock_unit(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_lock_in_the_same_process_is_refused_until_the_first_is_freed(tmp_path: Path) -> None:
    path = tmp_path / "x.heiltid"
    with lock_unit(path) as first:
        with pytest.raises(StoreError) as caught:
            lock_unit(tmp_path / "." / "x.heiltid")
        assert caught.value.key == "locked"
        save_unit(path, UnitFile(unit=unit()))  # the holder may save
    first.release()  # once more does no harm
    lock_unit(path).release()


def test_another_process_that_has_the_file_keeps_us_from_saving_not_from_reading(tmp_path: Path) -> None:
    path = tmp_path / "x.heiltid"
    save_unit(path, UnitFile(unit=unit(name="theirs")))
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        for action in (lambda: lock_unit(path), lambda: save_unit(path, UnitFile(unit=unit()))):
            with pytest.raises(StoreError) as caught:
                action()
            assert caught.value.key == "locked"
        assert open_unit(path).unit.name == "theirs"
        holder.kill()
    save_unit(path, UnitFile(unit=unit(name="ours")))  # a dead holder holds nothing
    assert open_unit(path).unit.name == "ours"
