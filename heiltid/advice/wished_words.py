"""Fewer or more on duty than wanted, though the least is met: the window and the report say it alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heiltid.advice.surplus_words import surplus_times
from heiltid.calendar import Calendar
from heiltid.competence_words import counted_word
from heiltid.measures.surplus import times_above
from heiltid.measures.wished import OffWished, drawn_together, off_wished
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_HOUR
from heiltid.rules.context import Context
from heiltid.rules.wording import amount_text, day_text, weekday_runs, when_text
from heiltid.texts import Language, decimal, text

MOST_LINES = 8
MOST_NAMED = 12  # days of a line; more are told by their weekdays


def off_text(people: int, language: Language, competence: str | None = None, *, is_below: bool) -> str:
    """ "1 færre enn ønskt", "1 sjukepleiar færre enn ønskt", "2 fleire enn ønskt"."""
    who = counted_word(people, competence, language)
    return text(f"wished.{'fewer' if is_below else 'more'}", language, who=who)


def below_sentence(context: Context, language: Language) -> str:
    """ "7 dagar (mån–fre) har 1 færre enn ønskt, 52,5 timar i alt."; "" where nobody lacks."""
    said = _below(context, language)
    return f"{said}." if said else ""


def wished_sentence(context: Context, language: Language, *, tells_above: bool = True) -> str:
    """As `below_sentence`, and how often there are more than wanted; "" for neither."""
    below = _below(context, language)
    above = surplus_times(times_above(context), context.unit.weeks, language) if tells_above else ""
    if not above:
        return f"{below}." if below else ""
    return text("wished.both" if below else "wished.above", language, below=below, above=above)


def _below(context: Context, language: Language) -> str:
    found = [one for one in off_wished(context) if one.is_below]
    if not found:
        return ""
    calendar, days = context.calendar, {day for one in found for day in one.days}
    least, most = min(one.people for one in found), max(one.people for one in found)
    competences = {one.competence for one in found}
    who = off_text(most, language, found[0].competence if len(competences) == 1 else None, is_below=True)
    return text(
        "wished.day" if len(days) == 1 else "wished.days",
        language,
        days=_counted(days, calendar, language) if len(days) > 1 else day_text(min(days), calendar, language),
        who=who if least == most else f"{least}–{who}",
        hours=decimal(sum(one.person_minutes for one in found) / MINUTES_PER_HOUR, language, 1),
    )


def wished_lines(context: Context, language: Language, most: int = MOST_LINES) -> Iterator[str]:
    """As "v4 tys–fre, v6 mån, ons, fre kl. 07:30–15:00: 1 færre enn ønskt", at most about so many."""
    found: Sequence[OffWished] = off_wished(context)
    if len(found) > most:
        found = _by_times(found)
    for one in found[:most]:
        days = one.days
        named = named_days(days, context.calendar, language)
        yield text(
            "wished.line",
            language,
            days=named if len(days) <= MOST_NAMED else _counted(set(days), context.calendar, language),
            times=one.times,
            who=off_text(one.people, language, one.competence, is_below=one.is_below),
        )
    left = sum(len(one.days) for one in found[most:])
    if left:
        yield text("wished.left", language, count=left)


def _by_times(found: Sequence[OffWished]) -> list[OffWished]:
    """Whatever lies at the same times together, the most frequent first."""
    alike: dict[tuple[bool, str, str | None], list[OffWished]] = {}
    for one in found:
        alike.setdefault((one.is_below, one.times, one.competence), []).append(one)
    drawn = [drawn_together(ones) for ones in alike.values()]
    return sorted(drawn, key=lambda one: (not one.is_below, -len(one.days)))


def named_days(days: Sequence[int], calendar: Calendar, language: Language) -> str:
    """ "v4 tys–fre, v6 mån, ons, fre": a week of a cyclic rota once; the dates of a dated one."""
    if not calendar.unit.is_cyclic:
        return when_text(days, calendar, language)
    weeks: dict[int, list[int]] = {}
    for day in days:
        weeks.setdefault(day // DAYS_PER_WEEK, []).append(calendar.weekday(day))
    return ", ".join(
        f"{text('wording.week', language, number=week + 1)} {', '.join(weekday_runs(inside, language))}"
        for week, inside in weeks.items()
    )


def _counted(days: set[int], calendar: Calendar, language: Language) -> str:
    """ "7 dagar (mån–fre)"."""
    weekdays = ", ".join(weekday_runs({calendar.weekday(day) for day in days}, language))
    return f"{amount_text(len(days), 'days', language)} ({weekdays})"
