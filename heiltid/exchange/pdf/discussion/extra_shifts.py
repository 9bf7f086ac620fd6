"""What the unit's extra shifts came to, and whose position should be larger by AML § 14-4 a.

There only where the file knows of extra shifts. Of the people it names none but those a larger position
should be offered, and tells of nobody which shifts she took or why they were open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer

from heiltid.booking.account.ledger import claims, last_known_day
from heiltid.booking.account.sums import UnitSums, unit_sums
from heiltid.exchange.pdf.discussion.facts import Facts, day
from heiltid.exchange.pdf.page import BODY, SMALL, SUBHEADING, paragraph, table
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.booking import RollOut

SUM_WIDTHS = (225.0, 90.0)
DUE_WIDTHS = (225.0, 90.0, 90.0)


def extra_shifts_part(facts: Facts) -> Iterator[Any]:
    """The flowables, none where nothing is known."""
    file = facts.file
    until = None if file.booking is None else last_known_day(file.booking)
    if file.booking is None or until is None:
        return
    yield CondPageBreak(50 * mm)
    yield paragraph(facts.words("pdf_report.extra.title"), SUBHEADING)
    if file.booking.rollout is not None:
        yield from _sums(facts, file.booking.rollout)
    due = [claim for claim in claims(file, until) if claim.is_due]
    if not due:
        yield paragraph(facts.words("pdf_report.extra.none_due", until=day(until)), BODY)
        return
    yield paragraph(facts.words("pdf_report.extra.due", until=day(until)), BODY)
    heads = [
        facts.words("pdf_report.people.name"),
        *(_capital(facts.words(f"ledger.claims.{key}")) for key in ("position", "corresponds")),
    ]
    rows = [
        [
            facts.names([claim.employee]),
            facts.share(claim.position_bp),
            facts.percent(claim.corresponds_bp / 100),
        ]
        for claim in due
    ]
    yield table([heads, *rows], DUE_WIDTHS, numbers=(1, 2))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _sums(facts: Facts, rollout: RollOut) -> Iterator[Any]:
    first = rollout.unit.start
    last = first + timedelta(days=rollout.unit.day_count - 1)
    yield paragraph(facts.words("pdf_report.extra.period", first=day(first), last=day(last)), SMALL)
    rows = [[facts.words(f"pdf_report.extra.{key}"), value] for key, value in _values(facts, rollout)]
    yield table(rows, SUM_WIDTHS, numbers=(1,), header_rows=0)
    yield Spacer(1, 3 * mm)


def _values(facts: Facts, rollout: RollOut) -> Iterator[tuple[str, str]]:
    sums: UnitSums = unit_sums(rollout)
    yield "places", str(sums.places)
    yield "within", str(sums.within)
    yield "substitutes", str(sums.by_substitutes)
    yield "extra", facts.hours(sums.overtime_avoided_minutes / MINUTES_PER_HOUR)
    yield "overtime", facts.hours(sums.overtime_minutes / MINUTES_PER_HOUR)
    yield "average", facts.percent(float(sums.average_before_bp / 100))
    yield "actual", facts.percent(float(sums.average_actual_bp / 100))
