"""Everything Heiltid raises on purpose.

HeiltidError
├── InputError            the user's file cannot be read; carries *all* problems, each with place and hint
├── UnknownCode           a text typed into the rota is no cell of it (heiltid.edits.cells)
├── StoreError            a .heiltid file is damaged, locked, or from a newer version
├── BadLineError          the engine's process and we do not understand one another (heiltid.job_lines)
└── InternalError         our own bug, said plainly (for example: the checker refuses the solver's plan)
"""

from __future__ import annotations

from dataclasses import dataclass


class HeiltidError(Exception):
    """Root of all errors raised on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong (or odd) in an input file, as a value with a place.

    key: name in the text catalogue, `problem.<key>`; values: what its text needs.
    sheet and cell are as the user sees them in the file; None when the whole file is meant.
    """

    key: str
    sheet: str | None = None
    cell: str | None = None
    found: str | None = None
    allowed: str | None = None
    suggestion: str | None = None
    warning: bool = False


class InputError(HeiltidError):
    """The input cannot be used; `problems` holds every reason at once, never an empty tuple."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the input")
        self.problems = problems


class StoreError(HeiltidError):
    """A file cannot be opened or saved. `key` names the text in the catalogue, `file.<key>`."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class InternalError(HeiltidError):
    """A disagreement between two parts of Heiltid: our fault, never the user's."""
