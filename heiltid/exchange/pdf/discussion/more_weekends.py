"""Whose weekends are more than in the rota of today; without one, who has agreed to more than most have.

A file remembers how often people have agreed to work weekends now, and nothing of what it was before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from heiltid.advice.short_words import agreed_weekends, dates_inside
from heiltid.exchange.pdf.discussion.facts import Facts, PersonChange
from heiltid.model import Employee, Status
from heiltid.rules.name_list import listed_first
from heiltid.texts import text

MOST_NAMED = 8


def more_weekends_words(facts: Facts) -> str:
    """Each with the weekends she has in the rota, what is most first; "" for nobody."""
    today, usual = _more_than_today(facts), _usual_every(facts)
    if today:
        return facts.words("pdf_report.choice.weekends_more", people=_listed(facts, today, "today"))
    often = _more_often(facts, usual)
    if not often:
        return ""
    return facts.words(
        "pdf_report.choice.weekends_often",
        usual=text("advice.short.weekend_every", facts.language, every=usual),
        people=_listed(facts, often, "often" if often[0].work_after else "agreed"),
    )


def more_weekends_to_discuss(facts: Facts) -> str:
    """How many they are, of those who work more by it; "" for nobody."""
    today, usual = _more_than_today(facts), _usual_every(facts)
    if today:
        return facts.words("pdf_report.discuss.weekends_more", count=facts.counted("people", len(today)))
    works_more = sum(_weekends(change) * usual > facts.unit.weeks for change in _more_often(facts, usual))
    if not works_more:
        return ""
    return facts.words("pdf_report.discuss.weekends_often", count=facts.counted("people", works_more))


def _listed(facts: Facts, people: Iterable[PersonChange], key: str) -> str:
    named = (
        facts.words(
            f"pdf_report.choice.weekends_of_{key}",
            who=facts.name(change.person),
            agreed=_agreed(facts, change.person),
            was=0 if change.work_before is None else change.work_before.weekends,
            now=_weekends(change),
            weeks=facts.unit.weeks,
        )
        for change in people
    )
    return listed_first(named, MOST_NAMED, facts.language)


def _agreed(facts: Facts, person: Employee) -> str:
    """The frequency alone: extra weekends are told with their weeks."""
    return next(agreed_weekends(person, facts.language))


def _staying(facts: Facts) -> Iterator[PersonChange]:
    """People with a position in the proposal, who are there through all of it."""
    for change in facts.changes:
        is_there = dates_inside(facts.calendar, change.person) == (None, None)
        if change.now_bp and is_there and change.person.status is not Status.VACANT:
            yield change


def _more_than_today(facts: Facts) -> tuple[PersonChange, ...]:
    found = [change for change in _staying(facts) if change.was_bp and _added(change) > 0]
    return tuple(sorted(found, key=_added, reverse=True))


def _added(change: PersonChange) -> int:
    """Weekends more than in the rota of today; 0 without one."""
    was, now = change.work_before, change.work_after
    return 0 if was is None or now is None else now.weekends - was.weekends


def _usual_every(facts: Facts) -> int:
    """What more than half of those who work weekends have agreed to; 0 where there is none such."""
    counted = Counter(
        change.person.weekend_every for change in _staying(facts) if change.person.weekend_every
    )
    every, people = max(counted.items(), key=lambda entry: entry[1], default=(0, 0))
    return every if 2 * people > counted.total() else 0


def _more_often(facts: Facts, usual: int) -> tuple[PersonChange, ...]:
    """Where the rota of today is not known: it would tell whether this is new."""
    if facts.before is not None and not facts.before.is_empty:
        return ()
    found = [change for change in _staying(facts) if 0 < change.person.weekend_every < usual]
    return tuple(sorted(found, key=lambda change: (-_weekends(change), change.person.weekend_every)))


def _weekends(change: PersonChange) -> int:
    return 0 if change.work_after is None else change.work_after.weekends
