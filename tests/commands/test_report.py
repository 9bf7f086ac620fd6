"""heiltid report."""

from dataclasses import replace
from pathlib import Path

from stand_in import NEW, TODAY, WARD, Run, saved

from heiltid.model import PlanRole

SCENARIO = replace(NEW, role=PlanRole.SCENARIO, name="Langvakt")


def test_the_newest_proposal_is_reported(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "ward.heiltid", WARD, TODAY, SCENARIO)
    out = tmp_path / "report.pdf"
    ended = heiltid("report", source, "--out", out)
    assert ended.exit_code == 0
    assert "The report has" in ended.stdout
    data = out.read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/Lang (en)" in data
    assert heiltid("report", source, "--out", out, "--plan", "Langvakt", "--language", "nn").exit_code == 0
    assert b"/Lang (nn)" in out.read_bytes()


def test_a_result_is_reported_beside_the_rota_it_replaced(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    book, out = tmp_path / "new.xlsx", tmp_path / "report.pdf"
    assert heiltid("solve", ward, "--out", book).exit_code == 0
    ended = heiltid("report", book, "--out", out)
    assert ended.exit_code == 0, ended.stderr
    assert out.read_bytes().startswith(b"%PDF")


def test_a_file_without_a_proposal_is_refused_in_words(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    ended = heiltid("report", ward, "--out", out)
    assert ended.exit_code == 2
    assert "no proposal to report" in ended.stderr
    assert not out.exists()


def test_a_name_nobody_has_is_told_with_those_there_are(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "ward.heiltid", WARD, TODAY, SCENARIO)
    ended = heiltid("report", source, "--out", tmp_path / "report.pdf", "--plan", "Anna")
    assert ended.exit_code == 2
    assert "«Anna»" in ended.stderr
    assert "«Langvakt»" in ended.stderr


def test_only_a_pdf_is_written_and_never_over_the_input(heiltid: Run, ward: Path) -> None:
    kept = ward.read_bytes()
    ended = heiltid("report", ward, "--out", ward)
    assert ended.exit_code == 2
    assert ".pdf" in ended.stderr
    assert ward.read_bytes() == kept
