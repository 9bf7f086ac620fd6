"""Small words for pasted lists: paste(lines("Namn | Stilling", "Kari Li | 80"))."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import A1, D1, N1, person, unit

from heiltid.exchange.pasted import PastedPeople, people_from_text
from heiltid.exchange.problems import problem_text
from heiltid.model import Unit
from heiltid.texts import Language

NN = Language.NYNORSK
EMPTY = unit(weeks=12, shifts=(D1, A1, N1), employees=())
STAFFED = replace(
    EMPTY,
    employees=(
        person("7", 8_000, name="Kari Li", competence="nurse", long_shifts=True),
        person("8", 5_000, name="Ola By", wanted_bp=7_000, competence="assistant"),
    ),
)


def paste(text: str, into: Unit = EMPTY, **more: Any) -> PastedPeople:
    return people_from_text(text, into, NN, **more)


def told(found: PastedPeople, *, warnings: bool = False) -> list[str]:
    return [problem_text(problem, NN) for problem in found.problems if problem.warning is warnings]


def lines(*rows: str) -> str:
    """Rows with | between the cells, as a spreadsheet copies them."""
    return "\r\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows) + "\r\n"
