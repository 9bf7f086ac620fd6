"""Advice in words: what a shift brings a taker, why a cell is as it is, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heiltid.advice.differences import GRAVITY, one_way
from heiltid.advice.position_words import kinds_worked
from heiltid.advice.shortfalls import Shortfall
from heiltid.advice.takers import Hindrance, Taker
from heiltid.advice.why import Cleared, WhyHere
from heiltid.advice.worked_kinds import is_by_long_shifts, only_kinds
from heiltid.calendar import Calendar
from heiltid.competence_words import competence_word, counted_word
from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR, Signed, Unit, Wish
from heiltid.rules.contract import POSITION_HOURS
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.staffing import MINIMUM, span_text
from heiltid.rules.weekends import WEEKENDS_IN_PLACE
from heiltid.rules.wording import amount_text, because_text, finding_text, who_text
from heiltid.texts import Language, catalogue, fixed, text

VERBS_ONCE = ("gir", "gives")
MOST_DAYS_TOLD = 7  # a week
NAMED_COMPETENCES = ("nurse", "health worker", "assistant")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyWords:
    """Sentences on one cell. findings: the gravest first, each with its sentence."""

    reasons: tuple[str, ...]
    findings: tuple[tuple[Finding, str], ...]
    if_cleared: tuple[str, ...]


def consequences(taker: Taker, unit: Unit, language: Language) -> str:
    """What taking the shift would bring, or what hinders it, in few words without a full stop:

    "bryt eit svakt ønske om fri, avvik frå stillinga over 6 veker: −6,8 → +0,7 t".
    """
    if taker.hindrance is not None:
        return hindrance_text(taker.hindrance, taker, unit, language)
    if taker.breaches:
        return joined(in_short(finding, language) for finding in taker.breaches)
    costs = [_lacking(competence, language) for competence in taker.lacking]
    costs += [in_short(finding, language) for finding in beside_hours((*taker.agreements, *taker.notes))]
    costs += [
        text("advice.taker.lost", language, wish=wish_text(wish, language)) for wish in taker.wishes_lost
    ]
    good = [text("advice.taker.met", language, wish=wish_text(wish, language)) for wish in taker.wishes_met]
    hours = text(
        "advice.taker.hours",
        language,
        weeks=weeks_text(unit, language),
        before=signed_hours(taker.deviation_before, language),
        after=signed_hours(taker.deviation_after, language),
    )
    nothing = [] if costs or taker.new else [text("advice.taker.nothing", language)]
    return joined([*costs, *nothing, *good, hours])


def weeks_text(unit: Unit, language: Language) -> str:
    number = "one" if unit.weeks == 1 else "many"
    return text(f"wording.count.weeks.{number}", language, count=unit.weeks)


def _lacking(competence: str, language: Language) -> str:
    """ "da manglar sjukepleiar"."""
    return text("advice.taker.lacking", language, competence=competence_word(competence, language))


def joined(parts: Iterable[str]) -> str:
    """ "gir ei delt helg, ein einsleg fridag": what begins with the same verb has it once."""
    told: list[str] = []
    verb = ""
    for part in dict.fromkeys(parts):
        first, _, rest = part.partition(" ")
        told.append(rest if first == verb and first in VERBS_ONCE else part)
        verb = first
    return ", ".join(told)


def beside_hours(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those on hours against position, which stand as figures beside them."""
    return tuple(finding for finding in findings if finding.rule != POSITION_HOURS)


def in_short(finding: Finding, language: Language) -> str:
    """What a finding says of whatever brings it: "bryt «Døgnkvile» (§ 10-8 (1))"."""
    if finding.severity is Severity.BREACH:
        return _breach(finding, language)
    agreement = finding.severity is Severity.NEEDS_AGREEMENT
    return _agreement(finding, language) if agreement else _note(finding, language)


def signed_hours(minutes: int, language: Language) -> str:
    """Minutes as hours in tenths with their sign: 45 -> "+0,8", −408 -> "−6,8", 0 -> "0,0"."""
    sign = "-" if minutes < 0 else "+"
    shown = sign + fixed(abs(minutes) / MINUTES_PER_HOUR, 1)
    if shown.strip("+-") == "0.0":
        shown = "0.0"
    return shown if language is Language.ENGLISH else shown.replace(".", ",").replace("-", "−")


def hindrance_text(found: Hindrance, taker: Taker, unit: Unit, language: Language) -> str:
    """What keeps somebody from a shift: "har D1 denne dagen"."""
    shift = unit.shift_by_code()[taker.code]
    return text(
        f"advice.hindrance.{found.value}",
        language,
        standing=taker.standing or "",
        code=taker.code,
        kind=text(f"wording.kind.{shift.kind.name.lower()}", language),
        competence=shift.competence or "",
    )


def _breach(finding: Finding, language: Language) -> str:
    if finding.text_key in WEEKENDS_IN_PLACE:
        return text(f"advice.taker.{finding.text_key}", language, **dict(finding.values))
    rule = text(f"rule.{finding.rule}", language)
    if not finding.paragraph:
        return text("advice.taker.breach", language, rule=rule)
    return text("advice.taker.breach_of", language, rule=rule, paragraph=_sign(finding.paragraph))


def _agreement(finding: Finding, language: Language) -> str:
    key = "advice.taker.signed" if finding.signed is Signed.YES else "advice.taker.agreement"
    return text(key, language, paragraph=_sign(finding.agreement or finding.paragraph))


def _name(finding: Finding, language: Language) -> str:
    """A rule by its name; where it rests on an agreement that is told with it."""
    name = text("advice.why.rule", language, rule=text(f"rule.{finding.rule}", language))
    if finding.severity is not Severity.NEEDS_AGREEMENT:
        return name
    return f"{name} ({_sign(finding.agreement or finding.paragraph)})"


def _sign(paragraph: str) -> str:
    """A paragraph with its sign; agreements with a name of their own have none."""
    return f"§ {paragraph}" if paragraph[:1].isdigit() else paragraph


def _note(finding: Finding, language: Language) -> str:
    for name in (finding.text_key, finding.rule):
        key = f"advice.note.{name}"
        if key in catalogue():
            return text(key, language, **dict(finding.values))
    return text("advice.note.other", language, rule=text(f"rule.{finding.rule}", language))


def wish_text(wish: Wish, language: Language) -> str:
    """A wish with its strength: "eit sterkt ønske om fri", "eit svakt ønske om å sleppe nattevakt"."""
    return text(f"advice.wish.{wish.strength.value}", language, what=_wanted(wish, language))


def _wanted(wish: Wish, language: Language) -> str:
    if wish.off:
        return text("advice.wish.work" if wish.negated else "advice.wish.off", language)
    kind = "" if wish.kind is None else text(f"wording.kind.{wish.kind.name.lower()}", language)
    wanted = wish.code or kind
    return text("advice.wish.not", language, wanted=wanted) if wish.negated else wanted


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
