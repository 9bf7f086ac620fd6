"""Files are written whole or not at all, and trouble is told of the file that was asked for."""

import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from heiltid.atomic import write_atomically


def test_trouble_names_the_file_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "rota.xlsx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO), ".rota.xlsx.1234.tmp")

    monkeypatch.setattr("heiltid.atomic.os.replace", refuse)
    with pytest.raises(OSError, match=r"Input/output|I/O") as found:
        write_atomically(target, b"new")
    assert Path(str(found.value.filename)).name == "rota.xlsx"
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["rota.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="Invalid"):
        write_atomically(pipe, b"figures")
    assert pipe.is_fifo()
