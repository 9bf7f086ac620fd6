"""One page to sign for each agreement the plan rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak, Spacer

from heiltid.exchange.pdf.discussion.agreements import paragraph_text, signer_text
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.room import WritingRoom
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    BODY,
    HEADING,
    MUTED,
    SUBTITLE,
    TITLE,
    paragraph,
    table,
)
from heiltid.model import Signed
from heiltid.rules.agreement_list import SCOPES, AgreementUse
from heiltid.rules.agreement_words import ground_lines
from heiltid.rules.finding import Signer
from heiltid.rules.wording import who_text

WIDTH = A4_PORTRAIT.inner_width
LABEL_WIDTH = 40 * mm
SIGN_WIDTHS = (50 * mm, 44 * mm, WIDTH - 94 * mm)
SIGN_HEIGHT = 13 * mm
UNIONS = 3  # lines for unions on an agreement they sign
REMARK_LINES = 4


def signature_pages(facts: Facts) -> Iterator[Any]:
    """The flowables of all pages to sign, each on a page of its own; none for what is signed already."""
    for use in facts.agreements:
        if use.signed is not Signed.YES:
            yield PageBreak()
            yield from _page(facts, use)


def _page(facts: Facts, use: AgreementUse) -> Iterator[Any]:
    name = paragraph_text(facts, use.paragraph)
    yield paragraph(facts.words("pdf_report.sign.heading", paragraph=name), TITLE)
    yield paragraph(facts.words(SCOPES[use.paragraph]), SUBTITLE)
    rows = [[paragraph(label, BODY), paragraph(value, BODY)] for label, value in _terms(facts, use)]
    yield table(rows, (LABEL_WIDTH, WIDTH - LABEL_WIDTH), header_rows=0)
    yield paragraph(facts.words("pdf_report.sign.signatures"), HEADING)
    yield _signatures(facts, use)
    yield paragraph(facts.words("pdf_report.sign.remarks"), HEADING)
    yield Spacer(1, 1)  # a heading measures what it is kept with by a whole empty page
    yield WritingRoom(REMARK_LINES)


def _terms(facts: Facts, use: AgreementUse) -> Iterator[tuple[str, str]]:
    """What the paper says, and blanks for what the parties decide."""
    unit = facts.unit
    where = f"{facts.unit_name}, {unit.municipality}" if unit.municipality else facts.unit_name
    yield facts.words("pdf_report.sign.unit"), where
    yield facts.words("pdf_report.sign.rota"), f"{facts.plan_name}, {facts.period}"
    who = facts.names(use.employees) or who_text(None, unit, facts.language)
    yield facts.words("pdf_report.agreement.who"), who
    for place, line in enumerate(ground_lines(use, facts.calendar, facts.language)):
        yield facts.words("pdf_report.sign.rules") if place == 0 else "", line
    yield facts.words("pdf_report.sign.duration"), facts.words("pdf_report.sign.from_to")
    yield facts.words("pdf_report.sign.notice"), facts.words("pdf_report.sign.notice_blank")
    yield facts.words("pdf_report.sign.evaluation"), facts.words("pdf_report.sign.evaluation_blank")


def _signatures(facts: Facts, use: AgreementUse) -> Any:
    heads = [facts.words(f"pdf_report.sign.{column}") for column in ("party", "date", "signature")]
    rows = [[party, "", ""] for party in _parties(facts, use)]
    more = [("BOTTOMPADDING", (0, 1), (-1, -1), SIGN_HEIGHT), ("LINEBELOW", (0, 1), (-1, -1), 0.7, MUTED)]
    return table([heads, *rows], SIGN_WIDTHS, more=more)


def _parties(facts: Facts, use: AgreementUse) -> Iterator[str]:
    yield facts.words("pdf_report.sign.employer")
    if use.signer is Signer.EMPLOYEE:
        yield facts.names(use.employees) or signer_text(facts, use)
    elif use.signer is Signer.LABOUR_INSPECTION:
        yield signer_text(facts, use)
    else:
        yield from (facts.words("pdf_report.sign.union") for _ in range(UNIONS))
