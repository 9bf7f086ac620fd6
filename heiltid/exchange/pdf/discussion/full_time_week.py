"""Whose lines give another full-time week by the tariff than the unit reckons with: a matter of pay.

Where the unit reckons it for each, what it then is for whom.

Source: domain.md section 4: a position is the hours over the full-time week. HTA 1 § 4.2.2-4.2.4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from reportlab.platypus import CondPageBreak

from heiltid.contract import DAY_WEEK_MINUTES, ROTA_WEEK_MINUTES, full_time_week, may_be_three_part
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.page import BODY, NOTE, SUBHEADING, paragraph, table
from heiltid.measures.budget import full_time_week_minutes
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_HOUR, Employee
from heiltid.rules.context import Context
from heiltid.rules.contract import FULL_TIME_WEEK, THREE_PART_PARAGRAPH, moves_position
from heiltid.rules.finding import Finding
from heiltid.rules.name_list import SEMICOLON, listed_names
from heiltid.rules.wording import minutes_text

COLUMNS = ("hours", "tariff", "used", "position", "instead")
WIDTHS = (118.0, 75.0, 75.0, 75.0, 65.0, 85.0)
HEADING_ROOM = 110.0
TENTHS = 10  # weeks that are not told apart with one decimal are the same


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWeek:
    """One person whose plan gives another week. Weeks and hours in minutes a week, shares of 1."""

    person: Employee
    hours: Fraction
    tariff: int
    used: int
    position_bp: int

    @property
    def share(self) -> Fraction:
        """The position her hours would be with the tariff's week."""
        return self.hours / self.tariff


def other_weeks(facts: Facts) -> tuple[OtherWeek, ...]:
    """Those people, in the order of the findings."""
    found = full_time_week_findings(facts)
    if not found:
        return ()
    context = Context(facts.unit, facts.plan, calendar=facts.calendar)
    people = facts.unit.employee_by_number()
    return tuple(_other_week(context, people[finding.employee or ""], finding) for finding in found)


def full_time_week_findings(facts: Facts) -> list[Finding]:
    """What the rule has found, where it would make another position."""
    found = [finding for finding in facts.findings if finding.rule == FULL_TIME_WEEK]
    return [finding for finding in found if moves_position(finding, facts.plan)]


def _other_week(context: Context, person: Employee, finding: Finding) -> OtherWeek:
    told = dict(finding.values)
    return OtherWeek(
        person=person,
        hours=Fraction(context.paid_hours(person).total * DAYS_PER_WEEK, context.present_days(person)),
        tariff=int(told["found_minutes"]),
        used=int(told["used_minutes"]),
        position_bp=context.row(person).position_bp,
    )


def full_time_week_part(facts: Facts) -> Iterator[Any]:
    """The flowables; none where nobody is concerned."""
    weeks = other_weeks(facts)
    if not weeks:
        return
    yield CondPageBreak(HEADING_ROOM)
    yield paragraph(facts.words("pdf_report.week.title"), SUBHEADING)
    yield paragraph(" ".join(_sentences(facts, weeks)), BODY)
    heads = [
        facts.words("pdf_report.people.name"),
        *(facts.words(f"pdf_report.week.{key}") for key in COLUMNS),
    ]
    rows = [_row(facts, week) for week in weeks]
    yield table([heads, *rows], WIDTHS, numbers=range(1, len(heads)))
    yield paragraph(facts.words("pdf_report.week.note"), NOTE)


def _sentences(facts: Facts, weeks: tuple[OtherWeek, ...]) -> Iterator[str]:
    paragraphs = dict.fromkeys(finding.paragraph for finding in full_time_week_findings(facts))
    people = facts.counted("people", len(weeks))
    yield facts.words("pdf_report.week.found", people=people, paragraphs=", ".join(paragraphs))
    if any(week.tariff < week.used for week in weeks):
        yield facts.words("pdf_report.week.shorter")
    if any(week.tariff > week.used for week in weeks):
        yield facts.words("pdf_report.week.longer")
    yield from _why_these(facts, weeks)
    yield facts.words("pdf_report.week.settle")


def _why_these(facts: Facts, weeks: tuple[OtherWeek, ...]) -> Iterator[str]:
    """The conditions of `contract.tariff_week` that these people's shifts meet, a sentence for each week."""
    three_part = sum(week.tariff < ROTA_WEEK_MINUTES for week in weeks)
    if three_part:
        yield facts.words("pdf_report.week.why_three_part")
        if may_be_three_part(facts.unit) > three_part:
            yield facts.words("pdf_report.week.why_not_others")
    if any(week.tariff == ROTA_WEEK_MINUTES for week in weeks):
        yield facts.words("pdf_report.week.why_rota")
    if any(week.tariff == DAY_WEEK_MINUTES for week in weeks):
        yield facts.words("pdf_report.week.why_day")


def _row(facts: Facts, week: OtherWeek) -> list[str]:
    return [
        facts.name(week.person),
        minutes_text(round(week.hours), facts.language),
        minutes_text(week.tariff, facts.language),
        minutes_text(week.used, facts.language),
        facts.share(week.position_bp),
        facts.words("pdf_report.week.about", share=facts.percent(float(week.share * 100), 0)),
    ]


def own_weeks_words(facts: Facts) -> str:
    """That the week is reckoned for each, and whose is what; "" where one week is set for all."""
    if facts.unit.full_time_week_minutes is not None or facts.plan.is_empty:
        return ""
    tenths = _own_weeks(facts)
    if not tenths:
        return ""
    counts = Counter(tenths.values())
    usual = max(counts, key=lambda week: (counts[week], week))
    groups = [
        (week, listed_names(facts.name(person) for person, own in tenths.items() if own == week))
        for week in sorted(counts.keys() - {usual})
    ]
    groups.append((usual, facts.words(f"pdf_report.own_weeks_{'others' if groups else 'all'}")))
    return facts.words(
        "pdf_report.own_weeks",
        paragraph=THREE_PART_PARAGRAPH,
        weeks=SEMICOLON.join(f"{facts.hours(week / TENTHS)}: {who}" for week, who in groups),
    )


def _own_weeks(facts: Facts) -> dict[Employee, int]:
    """Tenths of an hour, of all who have shifts."""
    context = facts.judgement.context
    found: dict[Employee, int] = {}
    for person in context.people:
        hours, days = context.paid_hours(person), context.present_days(person)
        if hours.total and days:
            week = full_time_week(facts.unit, hours, Fraction(days, DAYS_PER_WEEK))
            found[person] = round(week * TENTHS / MINUTES_PER_HOUR)
    return found


def needed_week_words(facts: Facts) -> str:
    """What week full-time equivalents of the staffing are reckoned with, after them; "" where all have it."""
    if facts.unit.full_time_week_minutes is not None:
        return ""
    hours = facts.hours(full_time_week_minutes(facts.unit) / MINUTES_PER_HOUR)
    return facts.words("pdf_report.needed_week", hours=hours)
