"""Whom of a unit a typed or pasted text means."""

from __future__ import annotations

from heiltid.errors import Problem
from heiltid.exchange.pasting.names import Names
from heiltid.model import Unit
from heiltid.rules.wording import who_text
from heiltid.spelling import Known
from heiltid.texts import Language


class Staff:
    """Finds somebody by number, else by a name only one has, or as the window tells her from others."""

    def __init__(self, unit: Unit, language: Language) -> None:
        self.numbers = Known(person.number for person in unit.employees)
        self.names = Names(
            (name, person.number)
            for person in unit.employees
            for name in (
                who_text(person.number, unit, language),
                person.name,
                f"{person.name} ({person.number})" if person.name else "",
            )
            if name not in ("", person.number)
        )

    def named(self, typed: str) -> tuple[str, ...]:
        """The numbers a text may mean."""
        number = self.numbers.find(typed)
        return (number,) if number is not None else self.names.find(typed)

    def problem(self, typed: str) -> Problem:
        """Why a text that does not mean one person means nobody: unknown, or the name of several."""
        found = self.named(typed)
        if found:
            return Problem(key="pasted_name_ambiguous", found=typed, allowed=", ".join(found))
        meant = self.names.suggestion(typed)
        return Problem(key="pasted_who_unknown", found=typed, suggestion=meant)
