"""The command line with a stand-in for the solver."""

from pathlib import Path

import pytest
from stand_in import TODAY, WARD, FakeSolver, Run, saved
from typer.testing import CliRunner, Result

from heiltid.cli import build_app
from heiltid.texts import Language


@pytest.fixture
def solver() -> FakeSolver:
    return FakeSolver()


@pytest.fixture
def heiltid(solver: FakeSolver, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "120")  # a narrow window would break lines elsewhere
    app = build_app(solver, Language.ENGLISH)

    def run(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words])

    return run


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    return saved(tmp_path / "ward.heiltid", WARD, TODAY)
