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
    place = _place(problem)
    if not place:
        return reason_text(problem, language)
    said = sentence(f"problem.{problem.key}", problem.found, problem.allowed, language)
    return with_suggestion(f"{place}: {said}", problem.suggestion, language)


def reason_text(problem: Problem, language: Language) -> str:
    """The same without its place, for where that is shown beside it."""
    said = sentence(f"problem.{problem.key}", problem.found, problem.allowed, language)
    return with_suggestion(said[:1].upper() + said[1:], problem.suggestion, language)


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
