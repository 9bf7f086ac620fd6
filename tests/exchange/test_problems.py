"""The sentences for problems: place first, words in the user's language, none missing, none unused."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import heiltid.exchange as exchange_package
from heiltid.errors import Problem
from heiltid.exchange.problems import problem_lines, problem_text
from heiltid.texts import Language, catalogue

KEYS = sorted(key.removeprefix("problem.") for key in catalogue() if key.startswith("problem."))


def test_a_line_in_three_languages() -> None:
    problem = Problem(
        key="percent", sheet="Tilsette", cell="D7", found="8O %", allowed="0..100", suggestion="80 %"
    )
    assert problem_text(problem, Language.NYNORSK) == (
        "Tilsette!D7: fann «8O %», skal vere ein prosent frå 0 til 100. Meinte du «80 %»?"
    )
    assert problem_text(problem, Language.BOKMAL) == (
        "Tilsette!D7: fant «8O %», skal være en prosent fra 0 til 100. Mente du «80 %»?"
    )
    assert problem_text(problem, Language.ENGLISH) == (
        "Tilsette!D7: found “8O %”, must be a percentage from 0 to 100. Did you mean “80 %”?"
    )


def test_shares_have_a_decimal_comma_in_norwegian() -> None:
    tiny = Problem(key="share_tiny", found="0,755", allowed="0.76 %", suggestion="75.5 %")
    assert problem_text(tiny, Language.BOKMAL) == "«0,755» blir lest som 0,76 %. Mente du «75,5 %»?"
    assert problem_text(tiny, Language.ENGLISH) == "“0,755” is read as 0.76 %. Did you mean “75.5 %”?"
    room = Problem(key="percent", found="99", allowed="0..87.5")
    assert problem_text(room, Language.NYNORSK) == "Fann «99», skal vere ein prosent frå 0 til 87,5."
    date = Problem(key="text", found="x", suggestion="4.1.2027")
    assert "4.1.2027" in problem_text(date, Language.NYNORSK)


def test_places() -> None:
    missing = Problem(key="column_missing", sheet="Vakter", found="Kode")
    assert problem_text(missing, Language.NYNORSK).startswith("Vakter: kolonnen «Kode» manglar.")
    whole = Problem(key="file_empty", found="x.xlsx")
    assert problem_text(whole, Language.NYNORSK) == "Fila «x.xlsx» er tom."


def test_braces_in_a_cell_are_no_places() -> None:
    problem = Problem(key="text", sheet="A", cell="B2", found="{sheet} {0} {", suggestion="{x}")
    assert "«{sheet} {0} {»" in problem_text(problem, Language.NYNORSK)


@pytest.mark.parametrize("key", KEYS)
def test_every_problem_makes_a_sentence_of_one_line(key: str) -> None:
    bare = Problem(key=key)
    full = Problem(key=key, sheet="S", cell="A1", found="x", allowed="1..2", suggestion="y", warning=True)
    for language in Language:
        for problem in (bare, full):
            line = problem_text(problem, language)
            assert line.endswith((".", "?"))
            assert "\n" not in line
            assert "{" not in line


def test_errors_and_notes_are_told_apart() -> None:
    lines = problem_lines(
        (Problem(key="file_empty"), Problem(key="share_tiny", warning=True)), Language.NYNORSK
    )
    assert [line.split(":")[0] for line in lines] == ["Feil", "Til orientering"]


def test_every_sentence_is_used_and_every_key_has_one() -> None:
    folder = Path(str(exchange_package.__file__)).parent
    used: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                used.add(node.value)
    built = {"cell_formula", "cell_error"}  # cell_<fault>
    assert set(KEYS) - built <= used
    assert built <= set(KEYS)
