"""heiltid check, and input that cannot be used."""

from pathlib import Path

import pytest
from builders import person, plan, row, unit
from openpyxl import load_workbook
from stand_in import TODAY, UNLAWFUL, WARD, Run, saved

from heiltid.command_reports import CheckReport
from heiltid.exchange.workbook.write import write_unit
from heiltid.model import RotaKind, Status, UnitFile
from heiltid.texts import Language


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere.xlsx", "was not found"),
        ("nowhere.ods", "of a kind Heiltid does not know"),
        ("", "is a folder"),
    ],
)
@pytest.mark.parametrize("command", ["check", "stats"])
def test_files_that_cannot_be_read_are_named(
    heiltid: Run, tmp_path: Path, command: str, name: str, said: str
) -> None:
    found = heiltid(command, tmp_path / name)
    assert found.exit_code == 2
    assert said in found.stderr


def test_problems_are_told_one_a_line_with_their_cell(heiltid: Run, tmp_path: Path) -> None:
    path = tmp_path / "ward.xlsx"
    write_unit(path, UnitFile(unit=WARD, plans=(TODAY,)), Language.ENGLISH)
    book = load_workbook(path)
    sheet = book["Employees"]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Position") + 1
    sheet.cell(2, column).value = "plenty"
    sheet.cell(3, column).value = "scarce"
    book.save(path)
    target = tmp_path / "check.json"
    for words in (["check", path, "--json", target], ["solve", path, "--out", tmp_path / "new.xlsx"]):
        found = heiltid(*words)
        assert found.exit_code == 2
        lines = found.stderr.splitlines()
        assert lines[0] == "ward.xlsx cannot be used yet. Mend this and try again (2):"
        assert "Employees" in lines[1]
        assert "plenty" in lines[1]
    answer = CheckReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.status == "unreadable"
    assert [problem.sheet for problem in answer.problems] == ["Employees", "Employees"]


def test_check_of_a_lawful_rota(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    target = tmp_path / "check.json"
    found = heiltid("check", ward, "--json", target)
    assert found.exit_code == 0, found.output
    assert "No breach of law or agreement." in found.stdout
    assert CheckReport.model_validate_json(target.read_text(encoding="utf-8")).status == "lawful"


def test_check_of_an_unlawful_rota(heiltid: Run, tmp_path: Path) -> None:
    bad = saved(tmp_path / "bad.heiltid", WARD, UNLAWFUL)
    target = tmp_path / "check.json"
    found = heiltid("check", bad, "--json", target)
    assert found.exit_code == 1
    assert "Breaches (" in found.stdout
    assert "[10-8 (1)] " in found.stdout
    assert "Kari [Nordmann]" in found.stdout
    answer = CheckReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.status == "breaches"


def test_check_without_a_rota_checks_the_input(heiltid: Run, tmp_path: Path) -> None:
    bare = saved(tmp_path / "bare.heiltid", WARD)
    found = heiltid("check", bare)
    assert found.exit_code == 0
    assert "It holds no rota to check." in found.stdout


def test_check_names_the_open_shifts(heiltid: Run, tmp_path: Path) -> None:
    short = saved(
        tmp_path / "short.heiltid", WARD, plan(row("D1 - - - - - -", "1"), row("- - D1 - - - -", "2"))
    )
    lines = heiltid("check", short).stdout.splitlines()
    assert any(line.split() == ["w1", "Fri", "D1", "07:30–15:00", "anyone", "1"] for line in lines)


def test_hourly_substitutes_with_shifts_are_judged_too(heiltid: Run, tmp_path: Path) -> None:
    hourly = unit(
        1,
        kind=RotaKind.DATED,
        employees=(person("1", 0, name="Vikar", status=Status.HOURLY),),
        demand=WARD.demand,
    )
    booked = saved(tmp_path / "booked.heiltid", hourly, plan(row("N1 D1 - - - - -", "1", 0)))
    found = heiltid("check", booked)
    assert found.exit_code == 1
    assert "Vikar" in found.stdout
