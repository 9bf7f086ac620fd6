"""The documents hold: their commands run, their paths exist, their words are the code's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
PREFIX = "python3 start.py "


def commands(document: str) -> list[str]:
    """The lines of the blocks marked sh."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / document).read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_two_commands_come_first_and_all_go_through_start() -> None:
    assert commands("README.md")[:2] == ["python3 start.py", "python3 start.py test"]
    assert all(line.startswith(PREFIX) for line in commands("README.md")[1:])


@pytest.mark.slow
def test_the_commands_of_the_readme_run_in_their_order(tmp_path: Path) -> None:
    """`python3 start.py WORDS` hands the words to heiltid; so they are run here without a new .venv."""
    shutil.copytree(
        ROOT / "sample_rotas", tmp_path / "sample_rotas", ignore=shutil.ignore_patterns("__pycache__")
    )
    lines = [line.removeprefix(PREFIX) for line in commands("README.md")[2:]]
    assert {line.split()[0] for line in lines} == {
        *("template", "check", "stats", "solve", "convert", "compare"),
    }
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    for line in lines:
        ended = subprocess.run(
            [sys.executable, "-P", "-m", "heiltid", *line.split()],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert ended.returncode == 0, f"{line}\n{ended.stdout}\n{ended.stderr}"
    for name in ("my-unit.xlsx", "small-ward.xlsx", "small-ward.json", "small-ward.heiltid", "compared.xlsx"):
        assert (tmp_path / name).stat().st_size > 0


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_a_document_names_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:heiltid|solver|resources|sample_rotas|tests)/[\w./]*)`", text))
    named |= set(re.findall(r"\]\(([\w./]+)\)", text))
    assert [path for path in sorted(named) if "NNNN" not in path and not (ROOT / path).exists()] == []
    assert named or document == "CHANGELOG.md"


def test_the_steps_for_a_new_rule_are_six_and_name_what_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split("## How to add a rule")[1].split("\n## ")[0]
    assert re.findall(r"^(\d)\. ", section, re.MULTILINE) == list("123456")
    assert "RULES" in (ROOT / "heiltid/rules/registry.py").read_text(encoding="utf-8")
    assert "def road(" in (ROOT / "heiltid/rules/agreements.py").read_text(encoding="utf-8")
    for name in ("cases_a.py", "cases_b.py"):
        assert "CASES" in (ROOT / "tests/rules" / name).read_text(encoding="utf-8")


def test_the_version_is_the_same_everywhere() -> None:
    import tomllib

    from heiltid import __version__

    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == __version__
