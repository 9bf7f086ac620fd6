"""Where a plan has fewer people than the least, in lines a leader reads at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heiltid.calendar import Calendar
from heiltid.competence_words import counted_word
from heiltid.coverage import span_of
from heiltid.measures.lack_groups import LackGroup, lack_groups
from heiltid.rules.finding import Finding
from heiltid.rules.staffing import span_text
from heiltid.rules.wording import amount_text, day_text, weekday_runs
from heiltid.texts import Language, text

BULLET = "•  "
A_FEW = 2  # lines left: told, since a word that there are more is a line as well


def hole_notes(findings: Iterable[Finding], calendar: Calendar, language: Language, closing: str = "") -> str:
    """Why a hole is shorter than what is asked for, and that one may stand in two rows; "" for neither.

    closing: the shifts that would close all, as `closing_words` tells them.
    """
    unit = calendar.unit
    shifts = unit.shift_by_code()
    asked = {
        (row.shift or row.competence or "", span_text(*span_of(row, shifts)))
        for row in unit.demand
        if row.shift is None or row.shift in shifts
    }
    groups = lack_groups(findings)
    notes = ["lacking.overlap"] if any((one.competence, one.times) not in asked for one in groups) else []
    anybody = {(one.times, day) for one in groups if not one.competence for day in one.days}
    if any((one.times, day) in anybody for one in groups if one.competence for day in one.days):
        notes.append("lacking.twice_closed" if closing else "lacking.twice")
    return " ".join(text(key, language, closing=closing) for key in notes)


def group_lines(
    findings: Iterable[Finding], calendar: Calendar, language: Language, most: int
) -> Iterator[str]:
    """As "•  10 dagar (lau, søn): manglar 1 kl. 20:00–21:45", at most about so many, and how many more."""
    groups = lack_groups(findings)
    told = len(groups) if len(groups) <= most + A_FEW else most
    yield from (f"{BULLET}{group_text(group, calendar, language)}" for group in groups[:told])
    left = sum(len(group.holes) for group in groups[told:])
    if left:
        yield text("lacking.more", language, count=left)


def group_text(group: LackGroup, calendar: Calendar, language: Language) -> str:
    """A single day by its date or week, or nobody would find it."""
    days = group.days
    who = counted_word(group.people, group.competence, language)
    if len(days) == 1:
        day = day_text(min(days), calendar, language)
        return text("lacking.one", language, day=day, who=who, times=group.times)
    return text(
        "lacking.group",
        language,
        days=amount_text(len(days), "days", language),
        weekdays=", ".join(weekday_runs({calendar.weekday(day) for day in days}, language)),
        who=who,
        times=group.times,
    )
