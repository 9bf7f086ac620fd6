"""Whether somebody who may work one weekend more could take a shift that is open in one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from heiltid.advice.hinders import hinder_of
from heiltid.advice.takers import Hindrance, taker
from heiltid.measures.lacks import lacks
from heiltid.model import DAYS_PER_WEEK, SATURDAY, Employee, Signed
from heiltid.rules.judgement import Judgement
from heiltid.rules.weekends import worked_weekends

MOST_ASKED = 60  # open shifts; each is judged
AWAY = frozenset({Hindrance.ABSENT, Hindrance.NOT_EMPLOYED})  # told beside it already


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendMore:
    """The open shifts of the weekends she does not work. Weeks from 1; None: none such.

    free_week: nothing hinders one of them; agreed_week: an agreement that is not signed would carry it.
    hinders: else what does, of most shifts first.
    """

    free_week: int | None = None
    agreed_week: int | None = None
    hinders: tuple[str, ...] = ()


def weekend_more(judgement: Judgement, person: Employee) -> WeekendMore:
    """Asked in order until one is found that nothing hinders."""
    agreed: list[int] = []
    counted: Counter[str] = Counter()
    for day, code, competence in _open(judgement, person):
        week = day // DAYS_PER_WEEK + 1
        if competence is not None and competence not in judgement.unit.covered_by(person.competence):
            counted[f"competence.{competence}"] += 1
            continue
        found = taker(judgement, person, day, judgement.context.shifts[code])
        hinder = hinder_of(found)
        if not hinder and all(entry.signed is Signed.YES for entry in found.agreements):
            return WeekendMore(free_week=week)
        if not hinder:
            agreed.append(week)
        elif found.hindrance not in AWAY:
            counted[hinder] += 1
    hinders = tuple(key for key, _ in counted.most_common())
    return WeekendMore(agreed_week=agreed[0] if agreed else None, hinders=hinders)


def _open(judgement: Judgement, person: Employee) -> list[tuple[int, str, str | None]]:
    """Day, code and competence of the open shifts in weekends that are not hers already, each once."""
    hers = set(worked_weekends(judgement.context, person))
    found = [
        (day, code, gap.competence)
        for gap in lacks(judgement.context)
        for day, code in (*gap.codes, *(gap.long_codes if person.long_shifts else ()))
        if day % DAYS_PER_WEEK >= SATURDAY and day // DAYS_PER_WEEK not in hers
    ]
    return list(dict.fromkeys(found))[:MOST_ASKED]
