"""What does not fit in an edit, as a value with its place, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heiltid.competence_words import competence_word
from heiltid.problem_text import sentence, with_suggestion
from heiltid.texts import Language

LONGEST_FOUND = 60
COMPETENCE_UNKNOWN = "problem.competence_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in what is edited.

    part: "unit", the name of one of its lists ("shifts", "employees", ...), or "rota". row: place in that
    list; in the rota the place in the order of people that was handed in. field: a field of the row's
    value. day: only in the rota.
    """

    part: str
    row: int | None = None
    field: str | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProblem:
    """One thing that does not fit: the key of its text, what was found and what is allowed.

    A warning is told but stops nothing.
    """

    key: str
    where: Where
    found: str | None = None
    allowed: str | None = None
    suggestion: str | None = None
    warning: bool = False


def cut(found: str) -> str:
    """A text found somewhere, short enough for a sentence."""
    return found if len(found) <= LONGEST_FOUND else found[: LONGEST_FOUND - 1] + "…"


def problem_sentence(problem: EditProblem, language: Language) -> str:
    """The problem as the user reads it beside what was typed: no place before it."""
    if problem.key == COMPETENCE_UNKNOWN and problem.allowed:
        names = problem.allowed.split(", ")
        problem = replace(problem, allowed=", ".join(competence_word(name, language) for name in names))
    said = sentence(problem.key, problem.found, problem.allowed, language)
    return with_suggestion(said[:1].upper() + said[1:], problem.suggestion, language)
