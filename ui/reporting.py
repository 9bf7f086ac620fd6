"""The report of the shown plan, as the exports need it."""

from __future__ import annotations

from heiltid.report import report_of_plan
from heiltid.report_model import Report
from ui.document import Document
from ui.texts import language


def report_of(document: Document) -> Report:
    """Before: what the shown plan is compared with; after: the shown plan."""
    return report_of_plan(
        document.unit,
        document.compared_with,
        document.plan,
        language=language(),
        findings=document.judgement.findings,
    )
