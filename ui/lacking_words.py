"""Where a plan has fewer people than the least, in a few lines a leader reads at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.calendar import Calendar
from heiltid.competence_words import competence_word
from heiltid.model import MINUTES_PER_HOUR
from heiltid.rules.finding import Finding
from heiltid.rules.staffing import MINIMUM
from heiltid.rules.wording import amount_text, day_text
from ui.texts import language, number, tr
from ui.typed import weekday_names

MOST_LINES = 3
A_FEW = 2  # lines left: told, since a word that there are more is a line as well


def lacking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that tell of too few people, in the order of the days."""
    return tuple(sorted((f for f in findings if f.rule == MINIMUM), key=lambda finding: finding.days))


def lacking_words(findings: Iterable[Finding], calendar: Calendar) -> str:
    """As "10 hol i bemanninga, 17,5 timar i alt:", then "10 dagar (lau, søn): manglar 1 kl. 20:00–21:45".

    A gap is a finding: a row of the demand on a day, as everywhere else they are counted.
    """
    found = lacking(findings)
    if not found:
        return tr("ui.lacking.nothing")
    alike: dict[tuple[str, int, str], list[Finding]] = {}
    for finding in found:
        values = dict(finding.values)
        asked = str(values.get("asked", ""))
        key = (str(values["times"]), int(str(values["people"])), asked)
        alike.setdefault(key, []).append(finding)
    hours = number(sum(finding.amount for finding in found) / MINUTES_PER_HOUR)
    groups = sorted(alike.items(), key=lambda group: -len(group[1]))
    told = len(groups) if len(groups) <= MOST_LINES + A_FEW else MOST_LINES
    lines = [tr("ui.lacking.hours", gaps=amount_text(len(found), "gaps", language()), hours=hours)]
    lines += [_group(alike_ones, *key, calendar) for key, alike_ones in groups[:told]]
    left = sum(len(alike_ones) for _, alike_ones in groups[told:])
    if left:
        lines.append(tr("ui.lacking.more", count=left))
    return "\n".join(lines)


def _group(found: list[Finding], times: str, people: int, asked: str, calendar: Calendar) -> str:
    """A single day by its date or week, or nobody would find it."""
    days = {day for finding in found for day in finding.days}
    who = " ".join(part for part in (str(people), competence_word(asked, language())) if part)
    if len(days) == 1:
        day = day_text(*days, calendar, language())
        return "•  " + tr("ui.lacking.one", day=day, who=who, times=times)
    count = amount_text(len(days), "days", language())
    weekdays = weekday_names({calendar.weekday(day) for day in days})
    return "•  " + tr("ui.lacking.group", days=count, weekdays=weekdays, who=who, times=times)
