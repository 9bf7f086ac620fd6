"""Breaches first and large, then the agreements the plan rests on, and what the leader decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.platypus import Table

from heiltid.exchange.pdf.discussion.choice import choice_part
from heiltid.exchange.pdf.discussion.facts import UNKNOWN, Facts, day
from heiltid.exchange.pdf.discussion.full_time_week import full_time_week_part
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    BODY,
    BOLD,
    FONT,
    HEADING,
    NOTE,
    SUBHEADING,
    WARNING,
    paragraph,
    table,
    under_heading,
)
from heiltid.model import Decision, Signed
from heiltid.rules import wishes
from heiltid.rules.agreement_list import SCOPES, AgreementUse
from heiltid.rules.agreement_words import count_text
from heiltid.rules.agreements import INDIVIDUAL, LOCAL, SPECIAL
from heiltid.rules.contract import FULL_TIME_WEEK
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.wording import finding_text, when_text, who_text

WIDTHS = (72.0, 134.0, 151.0, 66.0, 70.0)
DECISION_WIDTHS = (110.0, 110.0, 163.0, 110.0)
BREACH = BODY.clone("breach", fontName=BOLD, fontSize=10.5, leading=14, textColor=WARNING)
STRAIN = NOTE.clone("strain", spaceBefore=0, leftIndent=8)
# What their help tells is not what a note of theirs has found.
TOLD_AS_FOUND = frozenset(
    (
        "days_in_row",
        "nights_in_row",
        "long_shifts_in_row",
        "quick_returns",
        "weekend_frequency",
        "position_hours",
    )
)
MOST_BREACHES = 40
LEAST_ROOM = 130.0
# What somebody wished and when she is away is between her and her leader.
PRIVATE_RULES = frozenset({"absence", *(rule.name for rule in wishes.RULES)})


def agreements_part(facts: Facts) -> Iterator[Any]:
    """The flowables of part 4."""
    yield paragraph(facts.words("pdf_report.part.agreements"), HEADING)
    yield from _breaches(facts)
    yield from full_time_week_part(facts)
    heading = facts.words("pdf_report.agreements")
    if facts.agreements:
        yield from under_heading(heading, _agreement_table(facts), LEAST_ROOM)
        yield paragraph(facts.words("pdf_report.agreements_note"), NOTE)
        yield from _instead(facts)
    else:
        yield paragraph(heading, SUBHEADING)
        yield paragraph(facts.words("pdf_report.agreements_none"), BODY)
    yield from _strains(facts)
    heading = facts.words("pdf_report.decisions")
    if facts.plan.decisions:
        yield from under_heading(heading, _decision_table(facts), LEAST_ROOM)
    else:
        yield paragraph(heading, SUBHEADING)
        yield paragraph(facts.words("pdf_report.decisions_none"), BODY)
    yield from choice_part(facts)


def _breaches(facts: Facts) -> Iterator[Any]:
    found = [finding for finding in facts.findings if finding.severity is Severity.BREACH]
    if not found:
        yield paragraph(facts.words("pdf_report.no_breaches"), BODY)
        return
    yield paragraph(facts.words("pdf_report.breaches"), BREACH)
    lines = [*_breach_lines(facts, found)]
    rows = [[paragraph(words, BODY)] for words in lines[:MOST_BREACHES]]
    style = [
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, WARNING),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    yield Table(rows, colWidths=[A4_PORTRAIT.inner_width], style=style, hAlign="LEFT")
    if len(lines) > MOST_BREACHES:
        yield paragraph(facts.words("pdf_report.more", count=len(lines) - MOST_BREACHES), NOTE)


def _breach_lines(facts: Facts, found: Iterable[Finding]) -> Iterator[str]:
    """Each breach as a sentence; those that tell of absences or wishes only counted, by rule."""
    private: Counter[str] = Counter()
    for finding in found:
        if finding.rule in PRIVATE_RULES:
            private[finding.rule] += 1
        else:
            yield finding_text(finding, facts.unit, facts.calendar, facts.language)
    for rule, count in private.items():
        yield facts.words(
            "pdf_report.private_breach",
            rule=facts.words(f"rule.{rule}"),
            count=facts.counted("breaches", count),
        )


def _strains(facts: Facts) -> Iterator[Any]:
    """The soft findings, counted by rule; no wish is among them, nor what is a matter of pay."""
    counted = Counter(
        finding.rule
        for finding in facts.findings
        if finding.severity is Severity.NOTE
        and finding.employee is not None
        and finding.rule not in PRIVATE_RULES
        and finding.rule != FULL_TIME_WEEK
    )
    if counted:
        yield paragraph(facts.words("pdf_report.strains"), NOTE)
    for rule, times in counted.most_common():
        what = facts.words(f"pdf_report.strain_of.{rule}" if rule in TOLD_AS_FOUND else f"rule_help.{rule}")
        words = facts.words("pdf_report.strain", rule=facts.words(f"rule.{rule}"), count=times, what=what)
        yield paragraph(words, STRAIN)


def _instead(facts: Facts) -> Iterator[Any]:
    """The question of one paper in place of many; the sources do not tell whether it covers them all."""
    if instead_count(facts):
        yield paragraph(facts.words("pdf_report.agreements_instead", count=instead_count(facts)), BODY)


def instead_count(facts: Facts) -> int:
    """How many papers with one employee each the question is of; 0 where it is not asked."""
    unsigned = [
        use for use in facts.agreements if use.paragraph == INDIVIDUAL and use.signed is not Signed.YES
    ]
    is_refused = any(
        agreement.paragraph == LOCAL and agreement.signed is Signed.REFUSED
        for agreement in facts.unit.agreements
    )
    return 0 if is_refused or len(unsigned) < 2 else len(unsigned)


def _agreement_table(facts: Facts) -> Any:
    """One line for each paragraph: papers made with each employee are counted together."""
    heads = [
        facts.words(f"pdf_report.agreement.{column}")
        for column in ("paragraph", "scope", "who", "signer", "state")
    ]
    groups: dict[str, list[AgreementUse]] = {}
    for use in facts.agreements:
        groups.setdefault(use.paragraph, []).append(use)
    rows = [_agreement_row(facts, paragraph_, uses) for paragraph_, uses in groups.items()]
    return table([heads, *rows], WIDTHS)


def _agreement_row(facts: Facts, name: str, uses: list[AgreementUse]) -> list[str]:
    people = list(dict.fromkeys(number for use in uses for number in use.employees))
    counts = count_text((found for use in uses for found in use.found), facts.calendar, facts.language)
    concerned = ", ".join([*([facts.counted("people", len(people))] if people else []), counts])
    names = facts.names(people) or who_text(None, facts.unit, facts.language)
    return [
        paragraph_text(facts, name),
        facts.words(SCOPES[name]),
        f"{concerned}: {names}",
        signer_text(facts, uses[0]),
        _state(facts, uses),
    ]


def _state(facts: Facts, uses: list[AgreementUse]) -> str:
    signed = sum(use.signed is Signed.YES for use in uses)
    if signed == len(uses):
        return facts.words("pdf_report.agreement.signed")
    if signed == 0:
        return facts.words("pdf_report.agreement.not_signed")
    return facts.words("pdf_report.agreement.some_signed", signed=signed, all=len(uses))


def paragraph_text(facts: Facts, name: str) -> str:
    """A paragraph as people cite it; an agreement between the parties has its own name."""
    return name if name == SPECIAL else facts.words("pdf_report.aml", paragraph=name)


def signer_text(facts: Facts, use: AgreementUse) -> str:
    """Who signs, with a capital as in a table."""
    words = facts.words(f"signer.{use.signer.value.replace(' ', '_')}")
    return words[:1].upper() + words[1:]


def _decision_table(facts: Facts) -> Any:
    heads = [
        facts.words("pdf_report.decision.rule"),
        facts.words("pdf_report.agreement.who"),
        facts.words("pdf_report.decision.reason"),
        facts.words("pdf_report.decision.by"),
    ]
    return table([heads, *(_decision_row(facts, entry) for entry in facts.plan.decisions)], DECISION_WIDTHS)


def _decision_row(facts: Facts, entry: Decision) -> list[str]:
    who = who_text(entry.employee, facts.unit, facts.language)
    private = entry.rule in PRIVATE_RULES
    when = when_text(entry.days, facts.calendar, facts.language)
    return [
        facts.words(f"rule.{entry.rule}"),
        UNKNOWN if private else f"{who}, {when}",
        UNKNOWN if private else entry.reason,
        f"{entry.by}, {day(entry.decided_at.date())}",
    ]
