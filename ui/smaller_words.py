"""Who gets a smaller position in one plan than in another."""

from __future__ import annotations

from heiltid.measures.changes import smaller_positions
from heiltid.model import Plan, Unit
from heiltid.rules.name_list import listed_first
from heiltid.rules.wording import who_text
from ui.texts import language, position, tr

MOST_NAMED = 3


def smaller_words(unit: Unit, was: Plan, now: Plan) -> str:
    """The first few by name, who loses most first, and how many more; "" for nobody."""
    named = (
        tr(
            "ui.smaller.of",
            name=who_text(change.employee, unit, language()),
            before=position(change.was_bp),
            after=position(change.now_bp),
        )
        for change in smaller_positions(unit, was, now)
    )
    people = listed_first(named, MOST_NAMED, language())
    return tr("ui.smaller.people", people=people) if people else ""
