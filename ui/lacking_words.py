"""Where a plan has fewer people than the least, in a few lines a leader reads at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.advice.lack_words import group_lines, hole_notes
from heiltid.calendar import Calendar
from heiltid.measures.lack_groups import lacking
from heiltid.model import MINUTES_PER_HOUR
from heiltid.rules.finding import Finding
from heiltid.rules.wording import amount_text
from ui.texts import language, number, tr

MOST_LINES = 3


def lacking_words(findings: Iterable[Finding], calendar: Calendar, below: str = "") -> str:
    """As "10 hol i bemanninga, 17,5 timar i alt:", then "10 dagar (lau, søn): manglar 1 kl. 20:00–21:45".

    below: what is told of fewer than wanted, where the least is met.
    """
    found = lacking(findings)
    if not found:
        return f"{tr('ui.lacking.least')} {below}" if below else tr("ui.lacking.nothing")
    hours = number(sum(finding.amount for finding in found) / MINUTES_PER_HOUR)
    gaps = amount_text(len(found), "gaps", language())
    lines = group_lines(found, calendar, language(), MOST_LINES)
    return "\n".join([tr("ui.lacking.hours", gaps=gaps, hours=hours), *lines])


def lacking_note(findings: Iterable[Finding], calendar: Calendar, closing: str = "") -> str:
    """What the clock times and the number of gaps mean, where they are not what is read at once; else ""."""
    return hole_notes(findings, calendar, language(), closing)
