"""Papers and files out of a document's shown plan. Every function raises HeiltidError and OSError."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from heiltid.exchange.hand_out import HandOut, check_folder, hand_out
from heiltid.exchange.pdf.discussion_report import write_discussion_report
from heiltid.exchange.pdf.person_sheet import write_person_sheet
from heiltid.exchange.pdf.rota_sheet import write_rota_pdf
from heiltid.exchange.workbook.write import write_result
from heiltid.model import Plan, Signed
from heiltid.rules.agreement_list import agreement_list
from ui.document import Document
from ui.reporting import report_of
from ui.texts import language, tr

MANY_PAPERS = 2  # agreements with a page each to sign, from where it is worth telling


def write_workbook(document: Document, path: Path) -> None:
    """The plan with figures, findings and agreements as a workbook."""
    write_result(
        path,
        document.unit,
        document.compared_with,
        document.plan,
        report_of(document),
        document.judgement.findings,
        language(),
    )


def write_report(document: Document, path: Path, *, as_made: Plan | None = None) -> str:
    """The report for the discussion with the union representatives; gives what to say of its length.

    as_made: the plan as its run left it; None: not known any more.
    """
    pages = write_discussion_report(
        path,
        document.file,
        document.plan,
        report_of(document),
        document.judgement.findings,
        language(),
        date.today(),
        as_made=as_made,
    )
    uses = agreement_list(document.judgement.findings)
    papers = sum(use.signed is not Signed.YES for use in uses)
    if papers < MANY_PAPERS:
        return tr("ui.export.pages", count=pages)
    return tr("ui.export.pages_to_sign", count=pages, papers=papers)


def write_rota(document: Document, path: Path) -> None:
    """The rota for the wall."""
    write_rota_pdf(path, document.unit, document.plan, language(), made_on=date.today())


def write_sheet(document: Document, path: Path, employee: str) -> None:
    """The sheet for one person."""
    file, plan, found = document.file, document.plan, document.judgement.findings
    before = file.rota_before(plan)
    write_person_sheet(path, file, plan, before, found, employee, language(), date.today())


def write_for_people(document: Document, folder: Path, part: str) -> tuple[Path, ...]:
    """One file for each person; part: a value of HandOut."""
    check_folder(folder)
    stamp = datetime.now().astimezone().replace(microsecond=0)
    findings = document.judgement.findings
    parts = (HandOut(part),)
    return hand_out(folder, document.file, document.plan, findings, language(), parts, stamp=stamp)


WRITERS: dict[str, Callable[..., str | None]] = {
    "workbook": write_workbook,
    "report": write_report,
    "rota": write_rota,
}
