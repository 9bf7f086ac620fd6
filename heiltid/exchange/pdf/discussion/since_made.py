"""Whether a rota still is as the engine made it, as far as anybody remembers.

A run leaves in the file what lacked in its rota: where another amount lacks now, something was changed. The
rota itself as it was then is known only until the program is closed.
"""

from __future__ import annotations

from heiltid.exchange.pdf.discussion.facts import Facts, day
from heiltid.jobs import Goal
from heiltid.measures.changes import PersonChange, changes_between
from heiltid.measures.staffing import holes, understaffed_person_minutes
from heiltid.model import MINUTES_PER_HOUR
from heiltid.rules.name_list import listed_first
from heiltid.rules.wording import amount_text

MOST_NAMED = 8


def since_made_words(facts: Facts) -> str:
    """A sentence; "" for a rota that no run made, and where nothing tells of a change."""
    origin = facts.plan.origin
    if origin is None or facts.plan.is_empty:
        return ""
    when, changed = day(origin.made_at.date()), _changed_by_hand(facts)
    if changed is None:
        return _by_what_lacks(facts, when)
    if not changed:
        return facts.words("pdf_report.since.as_made")
    named = (
        f"{facts.names([change.employee])} ({amount_text(len(change.days), 'days', facts.language)})"
        for change in changed
    )
    people = listed_first(named, MOST_NAMED, facts.language)
    return facts.words("pdf_report.since.by_hand", when=when, people=people)


def _changed_by_hand(facts: Facts) -> tuple[PersonChange, ...] | None:
    """Whose shifts are others than the run gave, most first; None where its rota is not known any more."""
    made = facts.as_made
    if made is None or any(len(line.cells) != facts.unit.day_count for line in made.rows):
        return None
    known = made.row_of()
    found = changes_between(facts.unit, made, facts.plan)
    others = [change for change in found if change.days and change.employee in known]
    return tuple(sorted(others, key=lambda change: -len(change.days)))


def _by_what_lacks(facts: Facts, when: str) -> str:
    """That something was changed, where another amount lacks than the run left; "" where as much does."""
    assert facts.plan.origin is not None
    reached = {goal.name: round(goal.value) for goal in facts.plan.origin.goals}
    least = understaffed_person_minutes(holes(facts.judgement.context))
    was = reached.get(Goal.STAFFING.value, least)
    if was == least:
        return ""
    before, after = (facts.hours(minutes / MINUTES_PER_HOUR) for minutes in (was, least))
    return facts.words("pdf_report.since.other_least", when=when, was=before, now=after)
