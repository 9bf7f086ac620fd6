"""Why a cell is as it is, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heiltid.advice.differences import GRAVITY, one_way
from heiltid.advice.position_words import kinds_worked
from heiltid.advice.shortfalls import Shortfall
from heiltid.advice.taker_words import (
    beside_hours,
    in_short,
    joined,
    paragraph_sign,
    signed_hours,
    weeks_text,
    wish_text,
)
from heiltid.advice.takers import Hindrance
from heiltid.advice.why import Cleared, WhyHere
from heiltid.advice.worked_kinds import is_by_long_shifts, only_kinds
from heiltid.calendar import Calendar
from heiltid.competence_words import counted_word
from heiltid.model import MINUTES_PER_DAY, Signed, Unit
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.staffing import MINIMUM, span_text
from heiltid.rules.wording import amount_text, because_text, finding_text, who_text
from heiltid.texts import Language, text

MOST_DAYS_TOLD = 7  # a week
NAMED_COMPETENCES = ("nurse", "health worker", "assistant")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyWords:
    """Sentences on one cell. findings: the gravest first, each with its sentence."""

    reasons: tuple[str, ...]
    findings: tuple[tuple[Finding, str], ...]
    if_cleared: tuple[str, ...]


def why_words(why: WhyHere, unit: Unit, calendar: Calendar, language: Language) -> WhyWords:
    """Whole sentences on one cell; the colleagues and options have lines of their own."""
    found = sorted((*why.findings, *_next_door(why)), key=lambda finding: GRAVITY.index(finding.severity))
    return WhyWords(
        reasons=tuple(_reasons(why, unit, calendar, language)),
        findings=tuple((finding, _told(why, finding, unit, calendar, language)) for finding in found),
        if_cleared=() if why.cleared is None else tuple(_if_cleared(why, why.cleared, unit, language)),
    )


def _next_door(why: WhyHere) -> Iterator[Finding]:
    """Her breaches on other days that this shift has a part in, as a night before a day shift."""
    for finding in () if why.cleared is None else why.cleared.eased:
        is_hers = finding.employee == why.employee and finding not in why.findings
        if is_hers and finding.severity is Severity.BREACH:
            yield finding


def _reasons(why: WhyHere, unit: Unit, calendar: Calendar, language: Language) -> Iterator[str]:
    if why.cleared is not None:
        yield from _staffing(why, why.cleared, calendar, language)
        yield from _by_long_shifts(why, unit, language)
    elif why.closed is not None:
        yield text("advice.why.closed", language, hindrance=_closed(why, why.closed, language))
    elif not why.options:
        yield text("advice.why.no_option", language, who=who_text(why.employee, unit, language))
    for wish in why.wishes_met:
        yield text("advice.why.met", language, wish=wish_text(wish, language))
    for wish in why.wishes_broken:
        yield text("advice.why.broken", language, wish=wish_text(wish, language))
    if why.cleared is not None:
        yield from _others(why.cleared, language)


def _told(why: WhyHere, finding: Finding, unit: Unit, calendar: Calendar, language: Language) -> str:
    """The whole sentence; where it names more days than anybody reads, only what it is about."""
    if len(finding.days) <= MOST_DAYS_TOLD:
        return finding_text(finding, unit, calendar, language)
    if why.cleared is not None:
        needs = finding.severity is Severity.NEEDS_AGREEMENT and finding.signed is not Signed.YES
        because = because_text(finding, calendar, language) if needs else ""
        what = f"{in_short(finding, language)} {because}".rstrip()
        return text("advice.why.shift_here", language, what=what)
    return text("advice.why.day_here", language, rule=text(f"rule.{finding.rule}", language))


def _closed(why: WhyHere, found: Hindrance, language: Language) -> str:
    return text(f"advice.hindrance.{found.value}", language, standing=why.standing or "")


def _staffing(why: WhyHere, cleared: Cleared, calendar: Calendar, language: Language) -> Iterator[str]:
    if why.cell.locked:
        yield text("advice.why.locked", language)
    if not cleared.shortfalls:
        yield _held(why.day, cleared, calendar, language)
    for place, lacking in enumerate(cleared.shortfalls):
        yield shortfall_text(lacking, place == 0, why.day, calendar, language)


def _held(day: int, cleared: Cleared, calendar: Calendar, language: Language) -> str:
    """Nobody is missing for want of the shift; that others are that day may not go untold."""
    if not cleared.lacking:
        return text("advice.why.staffed", language)
    by_name = {(entry.spans, _missing(entry)) for entry in cleared.lacking if entry.competence is not None}
    parts = [
        text(
            "advice.why.lacking",
            language,
            who=_missing_words(entry, language),
            times=_times(entry, day, calendar, language),
        )
        for entry in cleared.lacking
        # A missing nurse is missing among all as well: she is told once.
        if entry.competence is not None or (entry.spans, _missing(entry)) not in by_name
    ]
    return text("advice.why.staffed_but", language, lacking=", ".join(parts))


def _missing(lacking: Shortfall) -> int:
    return lacking.needed - lacking.present


def _missing_words(lacking: Shortfall, language: Language) -> str:
    """ "1 person", "2 sjukepleiar", "1 på D1"."""
    if lacking.competence is not None:
        return counted_word(_missing(lacking), lacking.competence, language)
    if lacking.shift is not None:
        return f"{_missing(lacking)} {_people(lacking, language)}"
    return amount_text(_missing(lacking), "people", language)


def _by_long_shifts(why: WhyHere, unit: Unit, language: Language) -> Iterator[str]:
    """A long shift by day with somebody who else works nights only asks for a word."""
    person = unit.employee_by_number()[why.employee]
    shift = unit.shift_by_code().get(why.cell.shift or "")
    if shift is not None and is_by_long_shifts(unit, person, shift):
        yield text(
            "advice.why.long_shifts",
            language,
            who=who_text(why.employee, unit, language),
            kinds=kinds_worked(only_kinds(unit, person)[:-1], language),
        )


def shortfall_text(
    lacking: Shortfall, is_first: bool, day: int, calendar: Calendar, language: Language
) -> str:
    people = _people(lacking, language)
    if lacking.rule != MINIMUM:
        key = "advice.why.target"
    elif is_first:
        key = "advice.why.short" if lacking.present else "advice.why.alone"
    else:
        key = "advice.why.also_short" if lacking.present else "advice.why.also_none"
    return text(
        f"{key}_of" if people else key,
        language,
        present=lacking.present,
        needed=lacking.needed,
        people=people,
        times=_times(lacking, day, calendar, language),
    )


def _people(lacking: Shortfall, language: Language) -> str:
    """Whom the row counts, in words that follow a number; nothing where it counts everybody."""
    if lacking.shift is not None:
        return text("advice.people.code", language, code=lacking.shift)
    if lacking.competence is None:
        return ""
    if lacking.competence in NAMED_COMPETENCES:
        return text(f"advice.people.{lacking.competence.replace(' ', '_')}", language)
    return text("advice.people.competence", language, competence=lacking.competence)


def _times(lacking: Shortfall, day: int, calendar: Calendar, language: Language) -> str:
    """Clock times, with the day after where a night reaches into it."""
    shown = []
    for start, end in lacking.spans:
        times = span_text(start, end)
        is_next = (start // MINUTES_PER_DAY - day) % calendar.day_count == 1
        shown.append(text("advice.why.next_day", language, times=times) if is_next else times)
    return ", ".join(shown)


def _others(cleared: Cleared, language: Language) -> Iterator[str]:
    if cleared.colleague_count is None:
        return
    if cleared.colleague_count == 0:
        yield text("advice.why.nobody_else", language)
    elif cleared.colleague_count == 1:
        yield text("advice.why.one_else", language)
    else:
        yield text("advice.why.others", language, count=cleared.colleague_count)


def _if_cleared(why: WhyHere, cleared: Cleared, unit: Unit, language: Language) -> Iterator[str]:
    worse, better = one_way(beside_hours(cleared.brought), beside_hours(cleared.eased))
    brought = joined(in_short(finding, language) for finding in worse)
    if brought:
        yield text("advice.why.brought", language, what=brought)
    for severity in GRAVITY:
        eased = joined(_name(finding, language) for finding in better if finding.severity is severity)
        if eased:
            yield text(f"advice.why.eased_{severity.value}", language, rules=eased)
    if why.deviation != cleared.deviation_after:
        before, after = signed_hours(why.deviation, language), signed_hours(cleared.deviation_after, language)
        weeks = weeks_text(unit, language)
        yield text("advice.why.hours", language, weeks=weeks, before=before, after=after)


def _name(finding: Finding, language: Language) -> str:
    """A rule by its name; where it rests on an agreement that is told with it."""
    name = text("advice.why.rule", language, rule=text(f"rule.{finding.rule}", language))
    if finding.severity is not Severity.NEEDS_AGREEMENT:
        return name
    return f"{name} ({paragraph_sign(finding.agreement or finding.paragraph)})"
