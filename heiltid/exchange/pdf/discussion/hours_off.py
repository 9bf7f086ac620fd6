"""Hours in the rota beyond and short of what the positions pay for: two sums, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from heiltid.advice.surplus_words import TENTHS, rota_words, shown_parts
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.rota_words import NO_DEVIATION, deviation_text
from heiltid.measures.hours_account import hours_account, position_minutes
from heiltid.model import MINUTES_PER_HOUR, Employee
from heiltid.rules.name_list import listed_names

MOST_NAMED = 5
LEAST_HOURS = 1  # over the whole rota: less, of each and of all together, is nobody's question


def hours_off_words(facts: Facts) -> str:
    """How many have fewer and how many more hours than their positions pay for; "" where it is little.

    All whose deviation is shown beside the rota are counted, and fewer less more is what the other parts
    of the report tell of hours paid for that are not in the rota.
    """
    off = _minutes_told(facts)
    if not off:
        return ""
    fewer, more, net = _shown_tenths(facts, off)
    less, beyond = {p: m for p, m in off.items() if m < 0}, {p: m for p, m in off.items() if m > 0}
    told = {
        "rota": rota_words(facts.unit.weeks, facts.language),
        "fewer": _group(facts, less, fewer) if fewer else "",
        "more": _group(facts, beyond, more) if more else "",
    }
    if not (fewer and more):
        return facts.words("pdf_report.hours_fewer" if fewer else "pdf_report.hours_more", **told)
    said = facts.words("pdf_report.hours_fewer_and_more", **told)
    which = "even" if net == 0 else "net_fewer" if net > 0 else "net_more"
    return f"{said} {facts.words(f'pdf_report.hours_{which}', hours=facts.hours(abs(net) / TENTHS))}"


def people_beyond(facts: Facts) -> int:
    """How many have more hours than their positions pay for, where those are told and are not little."""
    off = _minutes_told(facts)
    if not off or _shown_tenths(facts, off)[1] < LEAST_HOURS * TENTHS:
        return 0
    return sum(minutes > 0 for minutes in off.values())


def _minutes_told(facts: Facts) -> dict[Employee, Fraction]:
    """`_minutes_off` of everybody; nothing where none has much and all together have little."""
    off = {} if facts.plan.is_empty else _minutes_off(facts)
    if not off or max(abs(minutes) for minutes in off.values()) >= LEAST_HOURS * MINUTES_PER_HOUR:
        return off
    net = _shown_tenths(facts, off)[2]
    return off if abs(net) >= LEAST_HOURS * TENTHS else {}


def _minutes_off(facts: Facts) -> dict[Employee, Fraction]:
    """Hours in the rota less those the position in it pays for, of those where a deviation is shown."""
    context = facts.judgement.context
    off = {p: context.paid_hours(p).total - position_minutes(context, p) for p in context.people}
    return {p: m for p, m in off.items() if deviation_text(round(m), facts.language) != NO_DEVIATION}


def _shown_tenths(facts: Facts, off: Mapping[Employee, Fraction]) -> tuple[int, int, int]:
    """Tenths of an hour: fewer, more and the net, which is fewer less more and as the other parts tell it."""
    parts = shown_parts(hours_account(facts.judgement.context))[1]
    net = parts.get("unplanned", 0) + parts.get("over", 0)
    beyond = sum(minutes for minutes in off.values() if minutes > 0)
    if min(off.values()) > 0:
        return 0, max(-net, 0), net
    more = floor(beyond * TENTHS / MINUTES_PER_HOUR + Fraction(1, 2))
    return net + max(more, -net), max(more, -net), net


def _group(facts: Facts, off: Mapping[Employee, Fraction], tenths: int) -> str:
    """ "6 tilsette, til saman 4,7 t (mest: Kari Nes 1,5 t)"; those with most beyond theirs are named."""
    hours = facts.hours(tenths / TENTHS)
    named = {person: m for person, m in off.items() if m >= LEAST_HOURS * MINUTES_PER_HOUR}
    if len(off) == 1:
        return f"{facts.name(*named)} {hours}" if named else f"{facts.counted('people', 1)}, {hours}"
    said = facts.words("pdf_report.hours_of", people=facts.counted("people", len(off)), hours=hours)
    if not named:
        return said
    names = [
        f"{facts.name(person)} {facts.hours(float(named[person] / MINUTES_PER_HOUR))}"
        for person in sorted(named, key=lambda person: -named[person])[:MOST_NAMED]
    ]
    key = "pdf_report.hours_all" if len(names) == len(off) else "pdf_report.hours_most"
    return facts.words(key, group=said, people=listed_names(names))
