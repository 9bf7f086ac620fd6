"""Problems of an input file as the user reads them: one line each, place first."""

from __future__ import annotations

import re

from heiltid.errors import Problem
from heiltid.texts import Language, text

_RANGE = re.compile(r"(.+)\.\.(.+)")
_SHARE = re.compile(r"(\d+)\.(\d{1,2})( %)?")


def problem_text(problem: Problem, language: Language) -> str:
    """One line such as "Tilsette!D7: fann «tolv», skal vere ein prosent frå 0 til 100."

    The place is the sheet and cell as they stand in the file, left out for the file as a whole. Raises
    KeyError for a key that the catalogue lacks; a test holds every key the reader uses against it.
    """
    said = text(
        f"problem.{problem.key}",
        language,
        found=_shown(problem.found, language),
        allowed=_allowed(problem.allowed, language),
    )
    place = _place(problem)
    line = f"{place}: {said}" if place else said[:1].upper() + said[1:]
    if problem.suggestion:
        meant = _with_comma(problem.suggestion, language) if problem.suggestion.endswith("%") else None
        line += " " + text("problem_word.suggestion", language, suggestion=meant or problem.suggestion)
    return line


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


def _shown(found: str | None, language: Language) -> str:
    return found or text("problem_word.nothing", language)


def _allowed(allowed: str | None, language: Language) -> str:
    """What is allowed; "low..high" in words."""
    bounds = _RANGE.fullmatch(allowed or "")
    if bounds is None:
        return _with_comma(allowed or "", language)
    low, high = (_with_comma(bound, language) for bound in bounds.groups())
    return text("problem_word.range", language, low=low, high=high)


def _with_comma(shown: str, language: Language) -> str:
    """A number such as "0.75 %" with the decimal sign of the language; anything else as it is."""
    share = _SHARE.fullmatch(shown)
    if share is None or language is Language.ENGLISH:
        return shown
    return f"{share[1]},{share[2]}{share[3] or ''}"
