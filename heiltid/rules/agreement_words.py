"""Why a plan needs an agreement, in words: the fact of each rule, and where it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from heiltid.calendar import Calendar
from heiltid.model import DAYS_PER_WEEK, SUNDAY
from heiltid.rules.agreement_list import AgreementUse
from heiltid.rules.finding import Finding
from heiltid.rules.wording import amount_text, fact_text, runs, when_text
from heiltid.texts import Language, text

OF_WHOLE_WEEKS = frozenset({"weekly_hours", "average_weekly_hours", "weekly_rest"})
MOST_RUNS = 3  # stretches of days named one by one where there is little room


def ground_text(ground: Finding, calendar: Calendar, language: Language) -> str:
    """ "Lengd på vakta: N1 er 10 t lang; utan avtale er grensa 9 t"; the name if no fact is known."""
    rule, fact = text(f"rule.{ground.rule}", language), fact_text(ground, calendar, language)
    return f"{rule}: {fact}" if fact else rule


def ground_lines(use: AgreementUse, calendar: Calendar, language: Language) -> Iterator[str]:
    """Of each rule the fact, and all days or weeks where it holds."""
    for ground in use.grounds:
        when = when_text(ground.days, calendar, language)
        yield f"{ground_text(ground, calendar, language)} ({when})"


def shortly_where(
    use: AgreementUse, ground: Finding, calendar: Calendar, language: Language, most: int = MOST_RUNS
) -> str:
    """The days or weeks of one rule; only how many where they are too many to name."""
    if len(runs(sorted(set(ground.days)))) <= most:
        return when_text(ground.days, calendar, language)
    return count_text([found for found in use.found if found.rule == ground.rule], calendar, language)


def count_text(found: Iterable[Finding], calendar: Calendar, language: Language) -> str:
    """ "23 dagar", "19 dagar, 1 veke", of several people "til saman 29 dagar".

    Each person's days count, on every paper and every screen: so the lines of several people add up to what
    is told of all of them. A rule of whole weeks counts weeks: nobody works all the days of one.
    """
    by_rule: dict[str, dict[str | None, set[int]]] = {}
    for finding in found:
        by_rule.setdefault(finding.rule, {}).setdefault(finding.employee, set()).update(finding.days)
    counts = ", ".join(_count_words(rule, days, calendar, language) for rule, days in by_rule.items())
    people = {employee for days in by_rule.values() for employee in days}
    return text("wording.together", language, count=counts) if len(people) > 1 else counts


def _count_words(
    rule: str, by_person: Mapping[str | None, set[int]], calendar: Calendar, language: Language
) -> str:
    ordered = [sorted(days) for days in by_person.values()]
    count = sum(map(len, ordered))
    if rule in OF_WHOLE_WEEKS and all(_are_weeks(days, calendar) for days in ordered):
        return amount_text(count // DAYS_PER_WEEK, "weeks", language)
    return amount_text(count, "days", language)


def _are_weeks(ordered: list[int], calendar: Calendar) -> bool:
    return all(
        calendar.weekday(first) == 0 and calendar.weekday(last) == SUNDAY for first, last in runs(ordered)
    )
