"""The house's arrows: heiltid <- solver, heiltid <- ui, no circles, libraries in their rooms, small files."""

from __future__ import annotations

from pathlib import Path

import pytest
from arrows import faults, modules

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 400
SOURCES = ("heiltid", "solver", "ui", "resources", "sample_rotas", "tests")


def test_no_arrow_goes_where_it_may_not() -> None:
    assert faults(ROOT) == []


def test_there_is_something_to_look_at() -> None:
    known = modules(ROOT)
    assert {"heiltid.rules.registry", "heiltid.store.tables", "resources"} <= set(known)
    assert len(known) > 40


def long_files(root: Path) -> list[str]:
    files = [*root.glob("*.py"), *(path for folder in SOURCES for path in (root / folder).rglob("*.py"))]
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    return [f"{path.relative_to(root)}: {lines}" for path, lines in counted.items() if lines > LONGEST_FILE]


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    assert long_files(ROOT) == []


def test_a_long_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "solver").mkdir()
    (tmp_path / "solver" / "good.py").write_text("a = 1\n" * LONGEST_FILE)
    (tmp_path / "solver" / "bad.py").write_text("a = 1\n" * (LONGEST_FILE + 1))
    assert long_files(tmp_path) == [f"{Path('solver', 'bad.py')}: 401"]


def tree(root: Path, files: dict[str, str]) -> Path:
    """A small program: each file with its source; packages get their __init__.py."""
    for name, source in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
        for folder in path.parents:
            if folder == root:
                break
            (folder / "__init__.py").touch()
    return root


ALLOWED = {
    "heiltid/__main__.py": "from heiltid.cli import run\nfrom solver.run import solve\nimport ui.main",
    "heiltid/cli/run.py": "import typer\nfrom heiltid.store import tables\nfrom heiltid.rules import rest",
    "heiltid/store/tables.py": "import sqlalchemy.orm\nfrom heiltid.model import unit",
    "heiltid/rules/rest.py": "from . import limits\nfrom ..model import unit",
    "heiltid/rules/limits.py": "import json",
    "heiltid/model/unit.py": "from resources import read_text",
    "heiltid/calendar.py": "import holidays\nfrom heiltid.model import unit",
    "solver/run.py": "from ortools.sat.python import cp_model\nfrom heiltid.rules import rest",
    "ui/main.py": "from PySide6.QtCore import QObject\nfrom heiltid.store import tables",
    "resources/__init__.py": "from importlib.resources import files",
}


def test_a_program_as_the_house_wants_it_has_no_fault(tmp_path: Path) -> None:
    assert faults(tree(tmp_path, ALLOWED)) == []


@pytest.mark.parametrize(
    ("file", "source", "fault"),
    [
        ("heiltid/rules/x.py", "import solver.run", "heiltid.rules.x -> solver.run"),
        ("heiltid/cli/x.py", "from ui import main", "heiltid.cli.x -> ui.main"),
        ("heiltid/model/x.py", "from heiltid.rules import rest", "heiltid.model.x -> heiltid.rules.rest"),
        ("heiltid/model/x.py", "from ..rules.rest import A", "heiltid.model.x -> heiltid.rules.rest"),
        ("heiltid/store/x.py", "from heiltid.exchange import files", "heiltid.store.x -> heiltid.exchange"),
        ("heiltid/rules/x.py", "def f():\n    import heiltid.cli.run", "heiltid.rules.x -> heiltid.cli.run"),
        ("heiltid/store/x.py", "import openpyxl", "heiltid.store.x -> openpyxl"),
        ("heiltid/exchange/x.py", "from sqlalchemy import Table", "heiltid.exchange.x -> sqlalchemy"),
        ("heiltid/cli/x.py", "import ortools.sat", "heiltid.cli.x -> ortools.sat"),
        ("solver/x.py", "from PySide6 import QtCore", "solver.x -> PySide6"),
        ("solver/x.py", "from ui import main", "solver.x -> ui.main"),
        ("solver/x.py", "from heiltid.store import tables", "solver.x -> heiltid.store.tables"),
        ("ui/x.py", "from solver import run", "ui.x -> solver.run"),
        ("ui/x.py", "import heiltid.__main__", "ui.x -> heiltid.__main__"),
        ("resources/x.py", "import heiltid.model", "resources.x -> heiltid.model"),
        ("solver/x.py", "import urllib.request", "solver.x -> urllib.request: no network"),
        ("heiltid/store/x.py", "from socket import socket", "heiltid.store.x -> socket: no network"),
        ("ui/x.py", "import requests", "ui.x -> requests: no network"),
        ("solver/x.py", "import pandas", "solver.x -> pandas: pandas may be used in no place"),
        ("ui/x.py", "import importlib\nimportlib.import_module('solver')", "ui.x -> import_module()"),
        ("heiltid/novel.py", "", "heiltid.novel: say in tests/arrows.py"),
        ("heiltid/rules/limits.py", "from heiltid.rules.rest import A", "circle: heiltid.rules."),
        ("heiltid/model/unit.py", "from heiltid import calendar", "circle: heiltid."),
    ],
)
def test_every_forbidden_arrow_is_noticed(tmp_path: Path, file: str, source: str, fault: str) -> None:
    found = faults(tree(tmp_path, ALLOWED | {file: source}))
    assert len(found) == 1
    assert found[0].startswith(fault)
