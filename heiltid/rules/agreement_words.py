"""Why a plan needs an agreement, in words: the fact of each rule, and where it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def shortly_where(ground: Finding, calendar: Calendar, language: Language, most: int = MOST_RUNS) -> str:
    """The days or weeks of one rule; only how many where they are too many to name."""
    if len(runs(sorted(set(ground.days)))) <= most:
        return when_text(ground.days, calendar, language)
    return count_text(ground.rule, ground.days, calendar, language)


def count_text(rule: str, days: Iterable[int], calendar: Calendar, language: Language) -> str:
    """ "23 dagar"; a rule of whole weeks counts weeks: nobody works all the days of one."""
    ordered = sorted(set(days))
    if rule in OF_WHOLE_WEEKS and _are_weeks(ordered, calendar):
        return amount_text(len(ordered) // DAYS_PER_WEEK, "weeks", language)
    return amount_text(len(ordered), "days", language)


def _are_weeks(ordered: list[int], calendar: Calendar) -> bool:
    return all(
        calendar.weekday(first) == 0 and calendar.weekday(last) == SUNDAY for first, last in runs(ordered)
    )
