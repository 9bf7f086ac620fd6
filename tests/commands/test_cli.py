"""The command line as a whole: languages, colour, help, stopping, starting."""

import signal
import subprocess
import sys
import textwrap
import time
from io import StringIO
from pathlib import Path

import pytest
from stand_in import NEW, WARD, FakeSolver, Run, answer
from typer.testing import CliRunner

from heiltid.cli import build_app, language_of
from heiltid.jobs import OnProgress, ShouldStop, SolveProgress, SolveReport, SolveRequest, Status
from heiltid.terminal.progress import solve_showing_progress
from heiltid.terminal.screen import Screen
from heiltid.texts import Language

ROOT = Path(__file__).parent.parent.parent


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


@pytest.mark.parametrize("command", ["template", "solve", "check", "stats", "report", "convert", "compare"])
def test_every_command_has_help_and_language(command: str) -> None:
    shown = {
        language: CliRunner().invoke(build_app(FakeSolver(), language), [command, "--help"]).stdout
        for language in Language
    }
    assert all("--language" in text for text in shown.values())
    assert len(set(shown.values())) == len(Language)


@pytest.mark.parametrize(
    "command",
    [
        *([], ["solve"], ["report"], ["convert"], ["compare"], ["rollout"]),
        *(["book"], ["book", "export"], ["book", "import"], ["book", "allocate"], ["book", "confirm"]),
    ],
)
@pytest.mark.parametrize("language", [Language.NYNORSK, Language.BOKMAL])
def test_help_has_no_english_word_in_norwegian(command: list[str], language: Language) -> None:
    app = build_app(FakeSolver(), language, share=lambda request, stop: pytest.fail("nobody asked"))
    shown = CliRunner().invoke(app, [*command, "--help"]).stdout
    assert shown.startswith("Bruk: ")
    for english in ("Usage", "Options", "Arguments", "Commands", "required", "default", "Show", "Path"):
        assert english not in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "Kommandoen «chek» finst ikkje. Meinte du «check»?"),
        (["xyz"], "Kommandoen «xyz» finst ikkje. Desse finst: template, solve,"),
        (["solve", "a.xlsx"], "Dette manglar: --out RESULT.xlsx"),
        (["check"], "Dette manglar: UNIT <fil>"),
        (["check", "a.xlsx", "b.xlsx"], "Dette er eitt ord for mykje: b.xlsx"),
        (["check", "a.xlsx", "--jsn", "x"], "Valet «--jsn» finst ikkje. Meinte du --json?"),
        (["check", "a.xlsx", "--zzzz"], "Valet «--zzzz» finst ikkje her."),
        (["check", "a.xlsx", "--json"], "Etter --json må det stå ein verdi."),
        (["solve", "a.xlsx", "--out", "b.xlsx", "--seed", "x"], "Verdien kan ikkje brukast her: --seed N"),
    ],
)
def test_usage_errors_in_nynorsk(words: list[str], said: str) -> None:
    found = CliRunner().invoke(build_app(FakeSolver(), Language.NYNORSK), words)
    assert found.exit_code == 2
    assert said in found.stderr


def test_no_words_at_all_give_the_help() -> None:
    found = CliRunner().invoke(build_app(FakeSolver(), Language.NYNORSK), [])
    assert found.exit_code == 2
    assert found.stderr.startswith("Bruk: ")


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


STOPPABLE = """
    import os, sys, time
    sys.path[:0] = [{root!r}, {tests!r}]
    from stand_in import NEW, answer
    from heiltid.cli import build_app
    from heiltid.jobs import Status
    from heiltid.texts import Language

    def solve(request, tell, stop):
        os.write(1, b"solving\\n")  # past stdout, whose lock this thread might hold when all ends
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


@pytest.mark.parametrize(("stream", "drawn"), [(Terminal(), True), (StringIO(), False)])
def test_the_progress_bar_is_drawn_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, stream: StringIO, drawn: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")

    def solve(request: SolveRequest, tell: OnProgress, stop: ShouldStop) -> SolveReport:
        tell(
            SolveProgress(
                stage="improve",
                seconds=1.0,
                fraction=0.5,
                understaffed_minutes=90,
                average_position_bp=7_812.3,
            )
        )
        time.sleep(0.3)  # the bar is drawn ten times a second
        return answer(request, Status.FEASIBLE, NEW)

    report = solve_showing_progress(solve, SolveRequest(unit=WARD), Screen(Language.NYNORSK, err=stream))
    assert report.status is Status.FEASIBLE
    shown = "Gjer turnusen betre · snittstilling 78,1 % · manglar 1,5 t"
    assert (shown in stream.getvalue()) is drawn
