"""heiltid solve from outside. The solver is a stand-in."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from builders import plan, row
from openpyxl import load_workbook
from stand_in import TODAY, UNLAWFUL, FakeSolver, Run, answer

from heiltid.commands import solve as solve_command
from heiltid.exchange.files import read_file
from heiltid.jobs import Clash, Goal, GoalValue
from heiltid.jobs import Status as RunStatus
from heiltid.model import PlanRole
from heiltid.report import Report


def test_solve_writes_a_workbook_and_says_what_changed(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.xlsx"
    found = heiltid("solve", ward, "--out", out)
    assert found.exit_code == 0, found.output
    assert "Solbakken: 2 lines, 1 weeks, from 04.01.2027" in found.stdout
    average = next(line for line in found.stdout.splitlines() if "Average position  " in line)
    assert average.split() == ["Average", "position", "40", "%", "64", "%", "+24", "64.5", "%", "71.5", "%"]
    assert "Average position 40 % → 64 %. Proven bound: 64.5 %." in found.stdout
    assert "Full-time equivalents used: 0.64. The budget is 0.65." in found.stdout
    assert "Changed from today's rota: 2 of 14 days." in found.stdout
    assert "Every shift is covered." in found.stdout
    assert str(out.resolve()) in found.stdout
    again = read_file(out).file
    assert {entry.number: entry.position_bp for entry in again.unit.employees} == {"1": 6_400, "2": 0}
    before = again.plan(PlanRole.BEFORE)
    assert before is not None
    assert [line.position_bp for line in before.rows] == [4_000, 2_400]


@pytest.mark.parametrize(("bound", "said"), [(0.0, "More time"), (900.0, "Fewer are not possible")])
def test_holes_in_the_staffing_are_told_before_all_that_grew(
    heiltid: Run,
    solver: FakeSolver,
    ward: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bound: float,
    said: str,
) -> None:
    solver.made = plan(row("D1 - - - - - -", "1", 4_000), row("- - - - - - -", "2", 0))
    goal = GoalValue(goal=Goal.STAFFING, value=900.0, bound=bound)
    monkeypatch.setattr("stand_in.answer", lambda *words: replace(answer(*words), objective=(goal,)))
    out = tmp_path / "new.xlsx"
    found = heiltid("solve", ward, "--out", out)
    assert found.exit_code == 0
    assert f"NB: 15 person-hours are lacking on the least staffing. {said}" in found.stdout
    assert found.stdout.index("NB: 15") < found.stdout.index("Share in full time")
    verdict = load_workbook(out)["Guide"]["A4"].value
    assert verdict.endswith("15 person-hours are lacking on the least staffing.")


def test_solve_hands_the_options_on(heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path) -> None:
    words = ["--time-limit", 7, "--seed", 3, "--workers", 1, "--keep-today", 5]
    assert heiltid("solve", ward, "--out", tmp_path / "new.xlsx", *words).exit_code == 0
    assert solver.request is not None
    request = solver.request
    assert (request.time_limit_seconds, request.seed, request.workers) == (7.0, 3, 1)
    assert request.keep_today_weight == 5
    assert request.today is not None
    assert request.today.rows == TODAY.rows


def test_solve_has_defaults(heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path) -> None:
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    assert solver.request is not None
    request = solver.request
    assert (request.time_limit_seconds, request.seed, request.keep_today_weight) == (60.0, 1, 0)
    assert request.workers == min(2, os.cpu_count() or 1)


def test_solve_writes_the_json(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.json"
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx", "--json", target)
    report = Report.model_validate_json(target.read_text(encoding="utf-8"))
    assert (report.status, report.fte_used, report.fte_budget) == ("feasible", 0.64, 0.65)
    assert report.after is not None
    assert report.after.average_position_pct == 64
    assert "Kari" not in target.read_text(encoding="utf-8").split('"findings"')[0]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (RunStatus.IMPOSSIBLE, "No lawful rota exists"),
        (RunStatus.NO_ANSWER, "Found no rota in 2 s"),
        (RunStatus.STOPPED, "before there was any rota"),
    ],
)
def test_without_a_plan_the_report_is_written_and_the_code_is_1(
    heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path, status: RunStatus, said: str
) -> None:
    solver.status, solver.made = status, None
    target = tmp_path / "new.json"
    found = heiltid("solve", ward, "--out", tmp_path / "new.xlsx", "--json", target)
    assert found.exit_code == 1
    assert said in found.stdout
    assert json.loads(target.read_text(encoding="utf-8"))["status"] == status.value
    assert not (tmp_path / "new.xlsx").exists()


def test_clashes_are_said_in_words(heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path) -> None:
    solver.status, solver.made = RunStatus.IMPOSSIBLE, None
    solver.clashes = (Clash(rules=("daily_rest", "must_wish"), employee="1", days=(2,)),)
    found = heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    assert "Kari [Nordmann], w1 Wed: these cannot hold together: " in found.stdout


def test_a_stopped_run_with_a_plan_is_written(
    heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path
) -> None:
    solver.status = RunStatus.STOPPED
    found = heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    assert found.exit_code == 0
    assert "Stopped after 2 s" in found.stdout
    assert (tmp_path / "new.xlsx").exists()


def test_a_plan_the_checker_refuses_is_our_error(
    heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path
) -> None:
    solver.made = UNLAWFUL
    target = tmp_path / "new.json"
    found = heiltid("solve", ward, "--out", tmp_path / "new.xlsx", "--json", target)
    assert found.exit_code == 3
    assert "a rota that the checker refuses" in found.stderr
    assert not (tmp_path / "new.xlsx").exists()
    report = Report.model_validate_json(target.read_text(encoding="utf-8"))
    assert any(finding.severity == "breach" for finding in report.findings)


def test_our_own_error_is_a_plain_sentence(
    heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path
) -> None:
    solver.error = RuntimeError("Kari Nordmann is sick")
    words = ["solve", ward, "--out", tmp_path / "new.xlsx"]
    found = heiltid(*words)
    assert found.exit_code == 3
    assert "a fault in Heiltid" in found.stderr
    assert "Traceback" not in found.output
    assert "sick" not in found.output  # a message of somebody else's may quote what is in the file
    assert "Traceback" in heiltid(*words, "--debug").stderr


def test_solve_never_writes_over_its_input(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    before = ward.read_bytes()
    link = tmp_path / "link.heiltid"
    link.symlink_to(ward)
    for words in (
        ["--out", ward],
        ["--out", link],
        ["--out", tmp_path / "sub" / ".." / "ward.heiltid"],
        ["--out", tmp_path / "new.xlsx", "--json", ward],
    ):
        (tmp_path / "sub").mkdir(exist_ok=True)
        found = heiltid("solve", ward, *words)
        assert found.exit_code == 2
        assert "is the file you read from" in found.stderr
    assert ward.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--out", "{0}/nowhere/new.xlsx"], "does not exist"),
        (["--out", "{0}"], "is a folder"),
        (["--out", "{0}/new.pdf"], "does not know"),
        (["--out", "{0}/new.xlsx", "--json", "{0}/new.xlsx"], "cannot be the same file"),
    ],
)
def test_places_that_cannot_be_written_are_refused_before_solving(
    heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    found = heiltid("solve", ward, *(word.format(tmp_path) for word in words))
    assert found.exit_code == 2
    assert said in found.stderr
    assert solver.request is None


def test_solve_into_a_heiltid_file_keeps_todays_rota_as_before(
    heiltid: Run, ward: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new.heiltid"
    assert heiltid("solve", ward, "--out", out).exit_code == 0
    file = read_file(out).file
    now, before = file.plan(PlanRole.TODAY), file.plan(PlanRole.BEFORE)
    assert now is not None
    assert before is not None
    assert before.rows == TODAY.rows
    assert [line.position_bp for line in now.rows] == [6_400, 0]
    assert file.unit.employees[0].position_bp == 6_400


def test_a_result_that_is_open_elsewhere_is_written_beside(
    heiltid: Run, ward: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "new.xlsx"
    out.write_bytes(b"open in a spreadsheet")
    real = solve_command.write_result

    def refusing(path: Path, *more: object) -> None:
        if path == out:
            raise PermissionError(13, "Permission denied", str(path))
        real(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(solve_command, "write_result", refusing)
    found = heiltid("solve", ward, "--out", out)
    assert found.exit_code == 0
    assert "new.xlsx could not be written" in found.stderr
    assert str(tmp_path / "new-2.xlsx") in found.stdout
    assert (tmp_path / "new-2.xlsx").exists()
    assert out.read_bytes() == b"open in a spreadsheet"


def test_a_folder_one_may_not_write_in_is_refused_before_solving(
    heiltid: Run, solver: FakeSolver, ward: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    found = heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    assert found.exit_code == 2
    assert "You may not read or write new.xlsx" in found.stderr
    assert solver.request is None
