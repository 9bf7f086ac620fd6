"""The samples, as whole real-looking units, through a .heiltid file and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from heiltid.exchange.files import read_file
from heiltid.store import open_unit, save_unit

SAMPLES = sorted(Path(__file__).parents[2].joinpath("sample_rotas").glob("*.xlsx"))


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 5


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_the_same_after_saving(sample: Path, tmp_path: Path) -> None:
    file = read_file(sample).file
    save_unit(tmp_path / "x.heiltid", file)
    assert open_unit(tmp_path / "x.heiltid") == file
