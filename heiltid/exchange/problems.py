"""Problems of an input file as the user reads them: one line each, place first."""

from __future__ import annotations

from heiltid.errors import Problem
from heiltid.problem_text import sentence, with_suggestion
from heiltid.texts import Language, text


def problem_text(problem: Problem, language: Language) -> str:
    """One line such as "Tilsette!D7: fann «tolv», skal vere ein prosent frå 0 til 100."

    The place is the sheet and cell as they stand in the file, left out for the file as a whole. Raises
    KeyError for a key that the catalogue lacks; a test holds every key the reader uses against it.
    """
    said = sentence(f"problem.{problem.key}", problem.found, problem.allowed, language)
    place = _place(problem)
    line = f"{place}: {said}" if place else said[:1].upper() + said[1:]
    return with_suggestion(line, problem.suggestion, language)


def problem_lines(problems: tuple[Problem, ...], language: Language) -> tuple[str, ...]:
    """A line for each problem, with the word for error or note before it."""
    return tuple(
        f"{text('problem_word.warning' if problem.warning else 'problem_word.error', language)}: "
        f"{problem_text(problem, language)}"
        for problem in problems
    )


def _place(problem: Problem) -> str:
    if problem.sheet is None:
        return ""
    return problem.sheet if problem.cell is None else f"{problem.sheet}!{problem.cell}"
