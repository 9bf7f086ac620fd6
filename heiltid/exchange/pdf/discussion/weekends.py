"""Who has fewer weekends than others of the same agreed frequency, where a smaller position is why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from heiltid.advice.short_words import dates_inside
from heiltid.advice.weekend_why import below_their_part
from heiltid.exchange.pdf.discussion.facts import Facts, PersonChange
from heiltid.measures.work import Work
from heiltid.model import Status
from heiltid.rules.name_list import listed_first

MOST_NAMED = 3
ROUNDING = Fraction(1, 2)  # weekends: nearer to her part nobody can be by weekends alone

Loads = list[tuple[PersonChange, Work]]


def shared_weekends_words(facts: Facts) -> str:
    """Those people, the smallest position first; "" for nobody."""
    if facts.plan.is_empty:
        return ""
    found = [entry for group in _alike(facts) for entry in _fewer_by_size(group)]
    if not found:
        return ""
    people = [
        facts.words(
            "pdf_report.shared_weekends_of",
            name=facts.name(change.person),
            position=facts.share(change.now_bp),
            worked=work.weekends,
            weeks=facts.unit.weeks,
        )
        for change, work in sorted(found, key=lambda entry: entry[0].now_bp)
    ]
    return facts.words("pdf_report.shared_weekends", people=listed_first(people, MOST_NAMED, facts.language))


def _alike(facts: Facts) -> Iterator[Loads]:
    """The loads of those who may work as many.

    Left out: who has reasons of her own, and who is named for having fewer than the size of hers gives. Where
    the frequency does not fit the weeks, everybody may have one weekend more or less by that: none is told.
    """
    own = {absence.employee for absence in facts.unit.absences}
    own |= {person.number for person, _ in below_their_part(facts.judgement)}
    found: dict[tuple[int, int, bool], Loads] = {}
    for change in facts.changes:
        person, work = change.person, change.work_after
        is_whole = person.status is not Status.VACANT and dates_inside(facts.calendar, person) == (None, None)
        every = person.weekend_every
        is_told = is_whole and change.now_bp and person.number not in own
        if work is None or not is_told or not every or facts.unit.weeks % every:
            continue
        key = (every, person.extra_weekends, person.works_ordinary_nights_only)
        found.setdefault(key, []).append((change, work))
    yield from found.values()


def _fewer_by_size(group: Loads) -> Iterator[tuple[PersonChange, Work]]:
    """Smaller than all who have more, and not below the part of the group's weekends that her size gives."""
    positions = sum(change.now_bp for change, _ in group)
    weekends = sum(work.weekends for _, work in group)
    for change, work in group:
        more = [other.now_bp for other, load in group if load.weekends > work.weekends]
        if (
            more
            and change.now_bp < min(more)
            and work.weekends >= Fraction(weekends * change.now_bp, positions) - ROUNDING
        ):
            yield change, work
