"""start.py: from nothing to a command, again at once, and after whatever went wrong."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import string
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from heiltid.texts import Language

ROOT = Path(__file__).parents[1]
PROGRAM = "import os, sys\nprint('heiltid', *sys.argv[1:])\nprint('in', os.getcwd())\n"


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py as a module of its own, so that a test may bend it."""
    specification = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_an_old_python_can_read_the_file_that_refuses_it() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    refusal = next(node for node in tree.body if isinstance(node, ast.If))
    before = [node for node in tree.body if node.lineno < refusal.lineno]
    assert all(isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.Assign) for node in before)


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {name.name.split(".")[0] for name in node.names} <= sys.stdlib_module_names
        if isinstance(node, ast.ImportFrom):
            assert str(node.module).split(".")[0] in sys.stdlib_module_names


def test_every_message_is_there_in_three_languages_with_the_same_places(start: ModuleType) -> None:
    for texts in start.MESSAGES.values():
        assert set(texts) == {language.value for language in Language}
        places = [{part[1] for part in string.Formatter().parse(text)} for text in texts.values()]
        assert places[0] == places[1] == places[2]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({"LANG": "nb_NO.UTF-8"}, "nb"), ({"LC_ALL": "en_GB", "LANG": "nn_NO"}, "en"), ({"LANG": "C"}, "nn")],
)
def test_it_speaks_the_language_the_program_speaks(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    from heiltid.texts import system_language

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert start.language() == expected == system_language().value


def pins(name: str) -> set[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^(\S+==\S+(?: ; [^\\]+)?) \\$", text, re.MULTILINE))


def test_the_tools_lock_holds_everything_in_the_lock_at_the_same_versions() -> None:
    assert pins("requirements.lock") < pins("requirements-dev.lock")
    assert all("==" in pin for pin in pins("requirements.lock"))


def test_every_library_the_project_names_is_locked_with_hashes() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-dev.lock", project["dependencies"] + project["optional-dependencies"]["dev"]),
    ):
        locked = {pin.split("==")[0] for pin in pins(lock)}
        assert {re.split(r"[><=\[;]", name)[0].strip().lower() for name in wanted} <= locked
        entries = re.split(r"^(?=\S+==)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert all("--hash=sha256:" in entry for entry in entries[1:])


def test_without_venv_it_says_what_to_install(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(start.StartError) as caught:
        start.make_sure_of_venv()
    assert "apt install python3." in str(caught.value)
    assert "python.org" in str(caught.value)


def test_as_root_on_debian_it_installs_venv(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def record(command: list[str], **_: object) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(start, "has_venv", lambda: len(commands) >= 2)
    monkeypatch.setattr(start, "run", record)
    monkeypatch.setattr(start.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/apt-get")
    start.make_sure_of_venv()
    assert commands[1][:2] == ["apt-get", "install"]
    assert commands[1][-1] == f"python3.{sys.version_info[1]}-venv"


def test_the_main_job_writes_where_it_may(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    words = start.main_job()
    assert words[0] == "solve"
    assert Path(words[1]) == ROOT / "sample_rotas" / "solbakken.xlsx"
    assert Path(words[3]).parent == tmp_path / "out"
    (tmp_path / "out").rmdir()
    (tmp_path / "out").write_text("in the way")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert start.result_folder() == tmp_path / "home" / "heiltid" / "out"


def test_with_a_screen_the_first_job_is_the_window(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "has_screen", lambda: True)
    monkeypatch.setattr(start, "qt_works", lambda environment: True)
    assert start.first_job() == ["window", str(start.SAMPLE)]


def test_where_qt_does_not_start_it_says_what_to_install_and_does_the_job_in_the_terminal(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(start, "has_screen", lambda: True)
    monkeypatch.setattr(start, "qt_works", lambda environment: False)
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    assert start.first_job()[0] == "solve"
    assert "sudo apt install libegl1" in capsys.readouterr().err


def test_without_a_screen_the_first_job_is_the_rota(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert start.first_job()[0] == "solve"
    monkeypatch.setenv("DISPLAY", ":7")
    assert start.has_screen()


def test_as_root_on_debian_it_installs_what_qt_lacks(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(start, "run", lambda command, **how: commands.append(command) or 0)
    monkeypatch.setattr(start, "qt_works", lambda environment: len(commands) > 1)
    monkeypatch.setattr(start.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/apt-get")
    assert start.make_sure_of_qt({})
    assert commands[1][:2] == ["apt-get", "install"]
    assert commands[1][-len(start.QT_PACKAGES) :] == start.QT_PACKAGES


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without libraries: start.py, empty locks, and a program that repeats its words."""
    folder = tmp_path / "prosjekt å"
    (folder / "heiltid").mkdir(parents=True)
    (folder / "resources").mkdir()
    shutil.copy(ROOT / "start.py", folder)
    shutil.copy(ROOT / "resources" / "start.toml", folder / "resources")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).write_text("# nothing\n", encoding="utf-8")
    (folder / "heiltid" / "__init__.py").touch()
    (folder / "heiltid" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    return folder


def command(project: Path, *words: str) -> list[str]:
    return [sys.executable, str(project / "start.py"), *words]


def variables() -> dict[str, str]:
    """English, no package index, and nothing of the project under test."""
    hidden = {"PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY"}
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return inherited | {"LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.UTF-8", "PIP_NO_INDEX": "1"}


def started(project: Path, cwd: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """The ended start and its seconds."""
    before = time.perf_counter()
    ended = subprocess.run(
        command(project, *words), cwd=cwd, env=variables(), capture_output=True, encoding="utf-8", check=False
    )
    return ended, time.perf_counter() - before


@pytest.mark.slow
def test_first_start_second_start_and_mending(project: Path, tmp_path: Path) -> None:
    (tmp_path / "random.py").write_text("raise SystemExit('a file of the user hides a module')")
    first, _ = started(project, tmp_path, "check", "æ.xlsx")
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines() == ["heiltid check æ.xlsx", f"in {tmp_path}"]
    assert "fetching" in first.stderr

    second, seconds = started(project, tmp_path, "stats")
    assert (second.stdout.splitlines()[0], second.stderr) == ("heiltid stats", "")
    assert seconds < 1.0

    ready, unfinished = project / ".venv" / "heiltid-ready.json", project / ".venv" / "heiltid-unfinished"
    mine = project / ".venv" / "mine"
    mine.touch()
    (project / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    changed, _ = started(project, tmp_path)
    assert "fetching" in changed.stderr
    assert changed.stdout.startswith("heiltid solve ")
    assert mine.exists(), "a whole environment is brought up to date, not thrown away"

    ready.unlink()
    unfinished.touch()
    mended, _ = started(project, tmp_path, "stats")
    assert "Making it anew" in mended.stderr
    assert not mine.exists()
    assert json.loads(ready.read_text())["locks"].keys() == {"requirements.lock"}
    assert not unfinished.exists()


@pytest.mark.slow
def test_two_starts_at_once_make_one_environment(project: Path, tmp_path: Path) -> None:
    both = [
        subprocess.Popen(
            command(project, "stats"),
            cwd=tmp_path,
            env=variables(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    outcomes = [process.communicate(timeout=120) for process in both]
    assert [out.splitlines()[0] for out, _ in outcomes] == ["heiltid stats"] * 2
    assert sorted(bool("fetching" in err) for _, err in outcomes) == [False, True]


@pytest.mark.slow
def test_libraries_that_cannot_be_had_are_told_plainly(project: Path, tmp_path: Path) -> None:
    pin = "heiltid-finst-ikkje==1 --hash=sha256:" + "0" * 64 + "\n"
    (project / "requirements.lock").write_text(pin, encoding="utf-8")
    ended, _ = started(project, tmp_path, "stats")
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[-1].startswith("The libraries could not be installed")
    assert "Traceback" not in ended.stderr
