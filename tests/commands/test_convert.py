"""heiltid template and heiltid convert."""

from pathlib import Path

import pytest
from stand_in import WARD, Run

from heiltid.exchange.files import read_file
from heiltid.texts import Language


@pytest.mark.parametrize("language", list(Language))
def test_a_template_is_an_input_that_can_be_read(heiltid: Run, tmp_path: Path, language: Language) -> None:
    out = tmp_path / "unit.xlsx"
    assert heiltid("template", out, "--language", language.value).exit_code == 0
    assert read_file(out).file.unit.employees
    filled_in = out.read_bytes()
    again = heiltid("template", out)
    assert again.exit_code == 2
    assert "exists already" in again.stderr
    assert out.read_bytes() == filled_in
    assert heiltid("template", out, "--force").exit_code == 0


def test_there_and_back_again(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    book, back = tmp_path / "ward.xlsx", tmp_path / "back.heiltid"
    assert heiltid("convert", ward, book).exit_code == 0
    assert heiltid("convert", book, back).exit_code == 0
    assert read_file(back).file.unit == WARD
    assert heiltid("convert", ward, book).exit_code == 2
    assert heiltid("convert", ward, ward).exit_code == 2
