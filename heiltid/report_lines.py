"""Findings, agreements, open shifts and clashes as the lines of a report, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.calendar import Calendar
from heiltid.jobs import Clash
from heiltid.measures.staffing import OpenShift
from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR, Signed, Unit
from heiltid.report_model import AgreementLine, ClashLine, FindingLine, OpenShiftLine
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.wording import amount_text, day_text, finding_text, when_text, who_text
from heiltid.texts import Language, text


def finding_lines(unit: Unit, findings: Iterable[Finding], language: Language) -> tuple[FindingLine, ...]:
    """Findings as the JSON shows them, in words of the user's language."""
    calendar = Calendar(unit)
    return tuple(
        FindingLine(
            rule=finding.rule,
            paragraph=finding.paragraph,
            severity=finding.severity.value,
            employee=finding.employee,
            days=finding.days,
            amount=finding.amount,
            unit=finding.unit,
            text=finding_text(finding, unit, calendar, language),
        )
        for finding in findings
    )


def agreement_lines(findings: Iterable[Finding]) -> tuple[AgreementLine, ...]:
    """The list of agreements: one line per paper that has to be signed."""
    return tuple(
        AgreementLine(
            paragraph=use.paragraph,
            who=use.employees,
            where=use.days,
            signed_by=use.signer.value,
            signed=use.signed is Signed.YES,
        )
        for use in agreement_list(findings)
    )


def clash_lines(unit: Unit, clashes: Iterable[Clash], language: Language) -> tuple[ClashLine, ...]:
    """Rules that cannot hold together, in words."""
    calendar = Calendar(unit)
    return tuple(_clash_line(unit, calendar, clash, language) for clash in clashes)


def _clash_line(unit: Unit, calendar: Calendar, clash: Clash, language: Language) -> ClashLine:
    amount = None
    if clash.amount is not None:
        amount = amount_text(clash.amount, clash.unit or "", language)
    return ClashLine(
        rules=clash.rules,
        employee=clash.employee,
        days=clash.days,
        amount=clash.amount,
        unit=clash.unit,
        text=text(
            "report.clash" if amount is None else "report.clash_by",
            language,
            who=who_text(clash.employee, unit, language),
            when=when_text(clash.days, calendar, language),
            rules=", ".join(text(f"rule.{rule}", language) for rule in clash.rules),
            amount=amount,
        ),
    )


def open_shift_lines(
    context: Context, lines: Iterable[OpenShift], language: Language
) -> tuple[OpenShiftLine, ...]:
    """Open shifts with their day in words and their clock times."""
    return tuple(
        OpenShiftLine(
            day=line.day,
            when=day_text(line.day, context.calendar, language),
            code=line.code,
            start=_clock(line.start_minute),
            end=_clock(line.end_minute),
            competence=line.competence,
            people=line.people,
        )
        for line in lines
    )


def _clock(minute: int) -> str:
    hours, minutes = divmod(minute % MINUTES_PER_DAY, MINUTES_PER_HOUR)
    return f"{hours:02d}:{minutes:02d}"
