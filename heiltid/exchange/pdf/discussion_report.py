"""The report for the discussion (drøfting) with the union representatives, printed on A4. AML § 10-3.

It names people, since it must tell what changes for whom; it tells nothing of absences or of what
anybody wished.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, PageBreak

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.extra_shifts import extra_shifts_part
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.figures import figures_part
from heiltid.exchange.pdf.discussion.front import front
from heiltid.exchange.pdf.discussion.part_time import part_time_part
from heiltid.exchange.pdf.discussion.people import people_part
from heiltid.exchange.pdf.discussion.signatures import signature_pages
from heiltid.exchange.pdf.page import PageHead, write_pdf
from heiltid.model import Plan, UnitFile
from heiltid.report_model import Report
from heiltid.rules.finding import Finding
from heiltid.texts import Language


def write_discussion_report(
    path: Path,
    file: UnitFile,
    plan: Plan,
    report: Report,
    findings: tuple[Finding, ...],
    language: Language,
    today: date,
    *,
    as_made: Plan | None = None,
) -> int:
    """Write the report of a plan beside the rota it would replace; gives the number of pages.

    report and findings: of that plan, as `heiltid.report.report_of_plan` and the rules give them.
    as_made: the plan as its run left it; None: not known any more.
    Raises OSError; an older file at `path` is then whole.
    """
    facts = Facts(file, plan, report, findings, language, today, as_made)
    return write_pdf(path, list(story(facts)), page_head(facts))


def page_head(facts: Facts) -> PageHead:
    """What stands on every page of the report."""
    return PageHead(
        title=facts.words("pdf_report.title"),
        unit_name=facts.unit_name,
        plan_name=facts.plan_name,
        made_on=facts.today,
        language=facts.language,
    )


def story(facts: Facts) -> Iterator[Any]:
    """All flowables in their order."""
    yield from front(facts)
    yield PageBreak()
    yield from people_part(facts)
    yield CondPageBreak(80 * mm)
    yield from figures_part(facts)
    yield CondPageBreak(70 * mm)
    yield from agreements_part(facts)
    yield CondPageBreak(60 * mm)
    yield from part_time_part(facts)
    yield from extra_shifts_part(facts)
    yield from signature_pages(facts)
