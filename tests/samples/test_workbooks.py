"""The workbooks that lie in sample_rotas are those the script writes, and read back whole."""

from pathlib import Path

import pytest
from random_units import random_file

from heiltid.exchange.workbook.read import read_workbook
from heiltid.exchange.workbook.write import write_unit
from heiltid.texts import Language
from sample_rotas import make_samples
from sample_rotas.catalogue import SAMPLES, Sample, unit_file

FOLDER = Path(make_samples.__file__).parent
LANGUAGES = tuple(Language)


@pytest.mark.parametrize("entry", SAMPLES, ids=lambda entry: entry.name)
def test_the_workbook_holds_the_sample(entry: Sample) -> None:
    result = read_workbook(FOLDER / f"{entry.name}.xlsx")
    assert result.file == unit_file(entry), "stale: run sample_rotas/make_samples.py"
    assert result.warnings == ()


def test_there_is_a_workbook_for_every_sample_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.xlsx")} == {entry.name for entry in SAMPLES}


def test_the_script_writes_one_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_samples, "HERE", tmp_path)
    assert make_samples.main(["--only", "liten"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["liten.xlsx"]


@pytest.mark.parametrize("seed", range(20))
def test_a_random_file_is_read_back_as_it_was_written(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    file = random_file(seed)
    write_unit(path, file, LANGUAGES[seed % len(LANGUAGES)])
    assert read_workbook(path).file == file
