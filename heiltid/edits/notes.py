"""Problems of one list of a unit, collected field by field."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date

from heiltid.competence_words import competence_meant
from heiltid.edits.problem import COMPETENCE_UNKNOWN, EditProblem, Where, cut
from heiltid.model import FULL_TIME_BP
from heiltid.notation import CODE, DAY_OFF_CODES, LONGEST_CODE
from heiltid.problem_text import clock_text, percent_text
from heiltid.ranges import FIRST_YEAR, LAST_YEAR, LONGEST_NAME
from heiltid.spelling import LIKE, nearest, normal


class Notes:
    """Collects the problems of one part of a unit; every method looks at one field of one row."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.problems: list[EditProblem] = []

    def add(
        self,
        key: str,
        row: int | None,
        field: str,
        *,
        found: str | None = None,
        allowed: str | None = None,
        suggestion: str | None = None,
        warning: bool = False,
    ) -> None:
        """Note one problem, key as in the texts."""
        self.problems.append(
            EditProblem(
                key=key,
                where=Where(part=self.part, row=row, field=field),
                found=None if found is None else cut(found),
                allowed=allowed,
                suggestion=suggestion,
                warning=warning,
            )
        )

    def text(self, row: int | None, field: str, value: str, longest: int = LONGEST_NAME) -> None:
        """Not too long."""
        if len(value) > longest:
            self.add("problem.text_too_long", row, field, found=value, allowed=str(longest))

    def whole(self, row: int | None, field: str, value: int | None, low: int, high: int) -> None:
        """Within bounds, or left out."""
        if value is not None and not low <= value <= high:
            self.add("problem.whole_number", row, field, found=str(value), allowed=f"{low}..{high}")

    def share(self, row: int | None, field: str, value: int, high: int = FULL_TIME_BP) -> None:
        """Basis points from 0."""
        if not 0 <= value <= high:
            self.add(
                "problem.percent", row, field, found=percent_text(value), allowed=f"0..{percent_text(high)}"
            )

    def clock(self, row: int, field: str, minute: int, low: int, high: int) -> None:
        """Minutes of a day within bounds."""
        if not low <= minute <= high:
            allowed = f"{clock_text(low)}..{clock_text(high)}"
            self.add("problem.time", row, field, found=clock_text(minute), allowed=allowed)

    def day(self, row: int | None, field: str, when: date | None) -> None:
        """A date within the years Heiltid knows."""
        if when is not None and not FIRST_YEAR <= when.year <= LAST_YEAR:
            allowed = f"01.01.{FIRST_YEAR}..31.12.{LAST_YEAR}"
            self.add("problem.date", row, field, found=date_text(when), allowed=allowed)

    def period(self, row: int, fields: tuple[str, str], first: date | None, last: date | None) -> None:
        """Two dates in order."""
        self.day(row, fields[0], first)
        self.day(row, fields[1], last)
        if first is not None and last is not None and last < first:
            self.add(
                "problem.date_not_before", row, fields[1], found=date_text(last), allowed=date_text(first)
            )

    def competence(self, row: int, field: str, name: str | None, known: Iterable[str]) -> None:
        """One of the unit's, or none."""
        names = tuple(known)
        if name is not None and name not in names:
            near = nearest(name, names)
            self.add(
                COMPETENCE_UNKNOWN,
                row,
                field,
                found=name,
                allowed=", ".join(names),
                suggestion=near,
            )

    def mention(
        self, key: str, row: int, field: str, name: str | None, known: Iterable[str], like: float = LIKE
    ) -> None:
        """A name that is defined elsewhere in the unit, or none."""
        names = tuple(known)
        if name is not None and name not in names:
            self.add(key, row, field, found=name, suggestion=nearest(name, names, cutoff=like))

    def code(self, row: int, field: str, typed: str) -> None:
        """A code of a shift or an absence: short, one word, no day-off code."""
        if not CODE.fullmatch(typed):
            self.add("problem.code", row, field, found=typed, allowed=f"1..{LONGEST_CODE}")
        elif typed.upper() in DAY_OFF_CODES:
            self.add("problem.code_is_day_off", row, field, found=typed, allowed=", ".join(DAY_OFF_CODES))

    def twice(self, field: str, names: Iterable[str]) -> None:
        """Each name once; told at the second, with the line of the first."""
        self._twice(field, ((name, name) for name in names))

    def twice_by_meaning(self, field: str, names: Iterable[str]) -> None:
        """As `twice`, for competences, that have words in three languages."""
        self._twice(field, ((name, normal(competence_meant(name))) for name in names))

    def _twice(self, field: str, names: Iterable[tuple[str, Hashable]]) -> None:
        first: dict[Hashable, int] = {}
        for row, (shown, name) in enumerate(names):
            if first.setdefault(name, row) != row:
                self.add("edit_problem.twice", row, field, found=shown, allowed=str(first[name] + 1))


def date_text(when: date) -> str:
    """dd.mm.yyyy."""
    return f"{when.day:02}.{when.month:02}.{when.year}"
