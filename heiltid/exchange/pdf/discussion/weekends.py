"""Why people of the same agreed frequency have more and fewer weekends: once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from heiltid.advice.short_words import dates_inside
from heiltid.advice.weekend_why import below_their_part
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.measures.fairness import works_nights_alone
from heiltid.model import Status


def shared_weekends_words(facts: Facts) -> str:
    """That weekends are shared by the size of positions; "" where that shows in no one's."""
    if facts.plan.is_empty or not any(map(_differ_by_size, _alike(facts))):
        return ""
    return facts.words("pdf_report.shared_weekends")


def _alike(facts: Facts) -> Iterator[list[tuple[int, int]]]:
    """Weekends in the rota and the position of those who may work as many.

    Left out: who has reasons of her own, and who is named for having fewer than the size of hers gives. Where
    the frequency does not fit the weeks, everybody may have one weekend more or less by that: none is told.
    """
    own = {absence.employee for absence in facts.unit.absences}
    own |= {person.number for person, _ in below_their_part(facts.judgement)}
    found: dict[tuple[int, int, bool], list[tuple[int, int]]] = {}
    for change in facts.changes:
        person, work = change.person, change.work_after
        is_whole = person.status is not Status.VACANT and dates_inside(facts.calendar, person) == (None, None)
        every = person.weekend_every
        if work is None or not is_whole or person.number in own or not every or facts.unit.weeks % every:
            continue
        key = (every, person.extra_weekends, works_nights_alone(person))
        found.setdefault(key, []).append((work.weekends, change.now_bp))
    yield from found.values()


def _differ_by_size(people: list[tuple[int, int]]) -> bool:
    """Whether those with the fewest weekends have the smaller positions."""
    fewest = min(weekends for weekends, _ in people)
    fewer = [position for weekends, position in people if weekends == fewest]
    more = [position for weekends, position in people if weekends > fewest]
    return bool(more) and _mean(fewer) < _mean(more)


def _mean(positions: Iterable[int]) -> Fraction:
    there = tuple(positions)
    return Fraction(sum(there), len(there))
