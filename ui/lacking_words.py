"""Where a plan has fewer people than the least, in a few lines a leader reads at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.calendar import Calendar
from heiltid.competence_words import competence_word
from heiltid.model import MINUTES_PER_HOUR
from heiltid.rules.finding import Finding
from heiltid.rules.staffing import MINIMUM
from ui.texts import language, number, tr
from ui.typed import weekday_names

MOST_LINES = 3


def lacking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that tell of too few people, in the order of the days."""
    return tuple(sorted((f for f in findings if f.rule == MINIMUM), key=lambda finding: finding.days))


def lacking_words(findings: Iterable[Finding], calendar: Calendar) -> str:
    """As "17,5 timar er ikkje dekte:" and below it "10 dagar (lau, søn): manglar 1 kl. 20:00–21:45"."""
    found = lacking(findings)
    if not found:
        return tr("ui.lacking.nothing")
    alike: dict[tuple[str, int, str], set[int]] = {}
    for finding in found:
        values = dict(finding.values)
        asked = str(values.get("asked", ""))
        key = (str(values["times"]), int(str(values["people"])), asked)
        alike.setdefault(key, set()).update(finding.days)
    hours = number(sum(finding.amount for finding in found) / MINUTES_PER_HOUR)
    groups = sorted(alike.items(), key=lambda group: -len(group[1]))
    lines = [tr("ui.lacking.hours", hours=hours)]
    lines += [_group(days, *key, calendar) for key, days in groups[:MOST_LINES]]
    if len(groups) > MOST_LINES:
        lines.append(tr("ui.lacking.more", count=len(groups) - MOST_LINES))
    return "\n".join(lines)


def _group(days: set[int], times: str, people: int, asked: str, calendar: Calendar) -> str:
    count = tr("wording.count.days.one" if len(days) == 1 else "wording.count.days.many", count=len(days))
    weekdays = weekday_names({calendar.weekday(day) for day in days})
    who = " ".join(part for part in (str(people), competence_word(asked, language())) if part)
    return "•  " + tr("ui.lacking.group", days=count, weekdays=weekdays, who=who, times=times)
