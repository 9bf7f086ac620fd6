"""The command line from outside: what it writes, says and returns. The solver is a stand-in."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from builders import demand, person, plan, row, unit
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from heiltid.cli import build_app, language_of
from heiltid.command_reports import CheckReport, CompareReport, StatsReport
from heiltid.exchange.files import read_file
from heiltid.exchange.workbook.write import write_unit
from heiltid.jobs import (
    Clash,
    Goal,
    GoalValue,
    OnProgress,
    ShouldStop,
    SolveProgress,
    SolveReport,
    SolveRequest,
)
from heiltid.jobs import Status as RunStatus
from heiltid.model import Plan, PlanRole, Status, Unit, UnitFile
from heiltid.report import Report
from heiltid.store import save_unit
from heiltid.terminal.screen import Screen
from heiltid.texts import Language

ROOT = Path(__file__).parent.parent
WARD = unit(
    weeks=1,
    name="Solbakken",
    demand=(demand(frozenset({0, 2, 4}), "07:30-15:00", 1),),
    employees=(
        person("1", 4_000, wanted_bp=6_400, name="Kari [Nordmann]"),
        person("2", 2_400, min_bp=0, status=Status.VACANT),
    ),
)
TODAY = plan(row("D1 - - - D1 - -", "1", 4_000), row("- - D1 - - - -", "2", 2_400))
NEW = plan(row("D1 - D1 - D1 - -", "1", 6_400), row("- - - - - - -", "2", 0))
UNLAWFUL = plan(row("D1 - D1 N1 D1 - -", "1", 6_400), row("- - - - - - -", "2", 0))


def answer(request: SolveRequest, status: RunStatus, made: Plan | None) -> SolveReport:
    return SolveReport(
        status=status,
        plan=made,
        objective=() if made is None else (GoalValue(goal=Goal.STAFFING, value=0.0, bound=0.0),),
        bound_average_position_bp=None if made is None else 6_450.0,
        fte_budget_bp=6_500,
        seconds=2.0,
        first_plan_seconds=None if made is None else 1.0,
        seed=request.seed,
        workers=request.workers,
    )


class FakeSolver:
    """Answers what it is told to and remembers what it was asked."""

    def __init__(self, status: RunStatus = RunStatus.FEASIBLE, made: Plan | None = NEW) -> None:
        self.status, self.made = status, made
        self.request: SolveRequest | None = None
        self.clashes: tuple[Clash, ...] = ()
        self.error: Exception | None = None

    def __call__(self, request: SolveRequest, tell: OnProgress, stop: ShouldStop) -> SolveReport:
        self.request = request
        tell(SolveProgress(stage="bound", seconds=0.1, fraction=0.1))
        if self.error is not None:
            raise self.error
        return replace(answer(request, self.status, self.made), clashes=self.clashes)


@pytest.fixture
def solver() -> FakeSolver:
    return FakeSolver()


Run = Callable[..., Result]


@pytest.fixture
def heiltid(solver: FakeSolver) -> Run:
    app = build_app(solver, Language.ENGLISH)

    def run(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words])

    return run


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    return saved(tmp_path / "ward.heiltid", WARD, TODAY)


def saved(path: Path, ward: Unit, *plans: Plan) -> Path:
    save_unit(path, UnitFile(unit=ward, plans=plans))
    return path


# --- solve ---


def test_solve_writes_a_workbook_and_says_what_changed(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.xlsx"
    found = heiltid("solve", ward, "--out", out)
    assert found.exit_code == 0, found.output
    assert "Solbakken: 2 lines, 1 weeks, from 04.01.2027" in found.stdout
    average = next(line for line in found.stdout.splitlines() if "Average position  " in line)
    assert average.split() == ["Average", "position", "40", "%", "64", "%", "+24", "64.5", "%", "71.5", "%"]
    assert "Full-time equivalents used: 0.64 of 0.65." in found.stdout
    assert "Every shift is covered." in found.stdout
    assert str(out.resolve()) in found.stdout
    again = read_file(out).file
    assert {entry.number: entry.position_bp for entry in again.unit.employees} == {"1": 6_400, "2": 0}
    before = again.plan(PlanRole.BEFORE)
    assert before is not None
    assert [line.position_bp for line in before.rows] == [4_000, 2_400]


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


# --- input ---


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


# --- check ---


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


# --- stats, compare ---


def test_stats_before_and_after(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    target = tmp_path / "stats.json"
    found = heiltid("stats", tmp_path / "new.xlsx", "--json", target)
    assert found.exit_code == 0
    assert "KS 2023, rota staff in health and care" in found.stdout
    answer = StatsReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.after is not None
    assert (answer.before.average_position_pct, answer.after.average_position_pct) == (40, 64)
    assert answer.wanted_average_pct == 64
    assert answer.references[0].about == "rota staff in health and care"


def test_stats_of_an_input_has_only_today(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    target = tmp_path / "stats.json"
    heiltid("stats", ward, "--json", target)
    answer = StatsReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.after is None
    assert answer.weekend_arithmetic is None  # the ward has no weekend work


def test_stats_shows_the_weekend_arithmetic(heiltid: Run, tmp_path: Path) -> None:
    weekend = replace(WARD, demand=(demand(frozenset({5, 6}), "07:30-15:00", 2),))
    target = tmp_path / "stats.json"
    heiltid("stats", saved(tmp_path / "weekend.heiltid", weekend), "--json", target)
    part = StatsReport.model_validate_json(target.read_text(encoding="utf-8")).weekend_arithmetic
    assert part is not None
    assert (part.people_per_weekend, part.weekly_hours) == (2, 30)
    assert [(line.weekend_every, line.least_people) for line in part.by_frequency] == [(2, 4), (3, 6), (4, 8)]


def test_compare_weights_its_totals(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    large = replace(WARD, name="Large", employees=tuple(person(str(n), 10_000) for n in range(3)))
    other = saved(tmp_path / "large.heiltid", large)
    target, out = tmp_path / "compare.json", tmp_path / "compare.xlsx"
    found = heiltid("compare", ward, other, "--json", target, "--out", out)
    assert found.exit_code == 0, found.output
    answer = CompareReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert (answer.total.units, answer.total.before.employees) == (2, 4)
    assert answer.total.before.average_position_pct == (40 + 300) / 4
    assert (answer.total.after, answer.renewed) == (None, None)
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert [line[0] for line in rows[2:5]] == ["Solbakken", "Large", "All units (2)"]
    assert rows[4][6] == 85


def test_compare_keeps_units_with_and_without_a_new_rota_apart(
    heiltid: Run, ward: Path, tmp_path: Path
) -> None:
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    target = tmp_path / "compare.json"
    found = heiltid("compare", tmp_path / "new.xlsx", ward, "--json", target)
    answer = CompareReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.renewed is not None
    assert answer.renewed.after is not None
    assert (answer.renewed.units, answer.renewed.after.average_position_pct) == (1, 64)
    assert (answer.total.units, answer.total.after) == (2, None)
    assert "With a new rota (1)" in found.stdout
    both = heiltid("compare", tmp_path / "new.xlsx", tmp_path / "new.xlsx", "--json", target)
    assert both.exit_code == 0
    answer = CompareReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.renewed is None
    assert answer.total.after is not None
    assert answer.total.after.employees == 2


# --- template, convert ---


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


# --- language, colour, help ---


@pytest.mark.parametrize(
    ("language", "said"),
    [("nn", "Ingen brot på lov eller avtale."), ("nb", "Ingen brudd"), ("en", "No breach")],
)
def test_every_command_speaks_the_language_asked_for(
    heiltid: Run, ward: Path, language: str, said: str
) -> None:
    assert said in heiltid("check", ward, "--language", language).stdout


def test_the_language_is_found_before_the_words_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    assert language_of(["check", "a.xlsx"]) is Language.BOKMAL
    assert language_of(["check", "a.xlsx", "--language", "en"]) is Language.ENGLISH
    assert language_of(["check", "--language=nn"]) is Language.NYNORSK
    assert language_of(["check", "--language"]) is Language.BOKMAL
    assert language_of(["check", "--language", "fr"]) is Language.BOKMAL


@pytest.mark.parametrize("command", ["template", "solve", "check", "stats", "convert", "compare"])
def test_every_command_has_help_and_language(command: str) -> None:
    shown = {
        language: CliRunner().invoke(build_app(FakeSolver(), language), [command, "--help"]).stdout
        for language in Language
    }
    assert all("--language" in text for text in shown.values())
    assert len(set(shown.values())) == len(Language)


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "coloured"), [(Terminal(), True), (StringIO(), False)])
def test_colour_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch, stream: StringIO, coloured: bool) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    Screen(Language.NYNORSK, out=stream).say("verdict.lawful", style="green")
    assert ("\x1b[" in stream.getvalue()) is coloured
    assert "Ingen brot" in stream.getvalue()


def test_numbers_have_a_decimal_comma_in_norwegian(heiltid: Run, ward: Path) -> None:
    assert "71,5 %" in heiltid("stats", ward, "--language", "nn").stdout
    assert "71.5 %" in heiltid("stats", ward, "--language", "en").stdout


def test_a_wrong_option_is_exit_code_2(heiltid: Run, ward: Path) -> None:
    assert heiltid("solve", ward).exit_code == 2  # --out is missing
    assert heiltid("solve", ward, "--out", "a.xlsx", "--seed", "-1").exit_code == 2
    assert heiltid("check", ward, "--language", "fr").exit_code == 2


# --- stopping, starting ---

STOPPABLE = """
    import sys, time
    sys.path[:0] = [{root!r}, {tests!r}]
    from test_cli import NEW, answer
    from heiltid.cli import build_app
    from heiltid.jobs import Status
    from heiltid.texts import Language

    def solve(request, tell, stop):
        print("solving", flush=True)
        started = time.monotonic()
        while not ({obedient} and stop()) and time.monotonic() - started < 20:
            time.sleep(0.05)
        return answer(request, Status.STOPPED if stop() else Status.NO_ANSWER, NEW if stop() else None)

    build_app(solve, Language.ENGLISH)()
"""


def interrupted(ward: Path, out: Path, *, obedient: bool, times: int) -> tuple[int, str]:
    script = textwrap.dedent(STOPPABLE).format(root=str(ROOT), tests=str(ROOT / "tests"), obedient=obedient)
    words = [sys.executable, "-c", script, "solve", str(ward), "--out", str(out)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        assert run.stdout is not None
        said = ""
        while "solving" not in said:
            said += run.stdout.readline()
        for _ in range(times):
            run.send_signal(signal.SIGINT)
            said += run.stdout.readline()
        said += run.stdout.read()
    return run.returncode, said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_stops_with_the_best_plan(ward: Path, tmp_path: Path) -> None:
    code, said = interrupted(ward, tmp_path / "new.xlsx", obedient=True, times=1)
    assert code == 0, said
    assert "Stopped after" in said
    assert (tmp_path / "new.xlsx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_a_second_ctrl_c_gives_up(ward: Path, tmp_path: Path) -> None:
    code, said = interrupted(ward, tmp_path / "new.xlsx", obedient=False, times=2)
    assert code == 130, said
    assert "Nothing has been written" in said
    assert not (tmp_path / "new.xlsx").exists()


def test_check_starts_without_the_solver(ward: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['heiltid', 'check', {str(ward)!r}]\n"
        "import heiltid.__main__ as main\n"
        "try: main.main()\n"
        "except SystemExit as end: code = end.code\n"
        "print('ortools' in sys.modules, code)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "False 0"
