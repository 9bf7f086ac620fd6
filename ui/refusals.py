"""Why a change of the unit will not do, in one sentence, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.edits.problem import EditProblem, problem_sentence
from heiltid.edits.unit_problems import unit_problems
from heiltid.model import Unit
from ui.texts import language


def refusal(before: Unit, after: Unit) -> str:
    """What is wrong with the unit after the change and was not before; "" when it fits."""
    known = set(unit_problems(before))
    return sentence_of(problem for problem in unit_problems(after) if problem not in known)


def sentence_of(problems: Iterable[EditProblem]) -> str:
    """The first problem that stops something, in words; "" for none."""
    return next((problem_sentence(problem, language()) for problem in problems if not problem.warning), "")
