"""What the chosen agreement is: the law in words, who signs, and where the rota leans on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from heiltid.model import Unit
from heiltid.rules.agreement_list import SCOPES
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import finding_text
from ui.document import Document
from ui.pages.agreements.lines import (
    AgreementLine,
    signer_words,
    when_words,
    who_words,
    whole_paragraph,
)
from ui.texts import language, tr
from ui.widgets.basic import Card, label

MOST_PLACES = 2  # sentences on where the rota uses an agreement
MOST_LETTERS = 120  # of days named: one line
HEIGHT = 156  # what most agreements take: the buttons above stay where they are when a line is chosen


class ExplanationCard(Card):
    """A few lines below the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = label("", "heading", wraps=True)
        self._scope = label("", wraps=True, name="agreement_scope")
        self._use = label("", "muted", wraps=True, name="agreement_use")
        for part in (self._name, self._scope, self._use):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setMinimumHeight(HEIGHT)

    def show_line(self, line: AgreementLine | None, document: Document) -> None:
        """The chosen line; None where nothing is chosen."""
        for part in (self._name, self._use):
            part.setVisible(line is not None)
        if line is None:
            self._scope.setText(tr("ui.agreements.choose_one"))
            return
        name = whole_paragraph(line.paragraph)
        self._name.setText(tr("ui.agreements.signed_by", name=name, signer=signer_words(line)))
        self._scope.setText(tr(SCOPES[line.paragraph]))
        self._use.setText("\n".join(_use_lines(line, document)))


def _use_lines(line: AgreementLine, document: Document) -> Iterator[str]:
    unit, calendar = document.unit, document.calendar
    if line.use is None:
        yield tr("ui.agreements.no_rota" if document.plan.is_empty else "ui.agreements.not_needed")
        return
    who = who_words(line, unit)
    yield tr("ui.agreements.concerns", who=who, when=when_words(line, calendar, MOST_LETTERS))
    found = [*findings_of(line, unit, document.judgement)]
    for finding in found[:MOST_PLACES]:
        yield "•  " + finding_text(finding, unit, calendar, language())
    if len(found) > MOST_PLACES:
        yield tr("ui.agreements.more_places", count=len(found) - MOST_PLACES)


def findings_of(line: AgreementLine, unit: Unit, judged: Judgement) -> Iterator[Finding]:
    """The places in the rota that rest on an agreement."""
    for finding in judged.findings:
        is_needed = finding.severity is Severity.NEEDS_AGREEMENT and finding.agreement == line.paragraph
        if is_needed and line.employee in (None, finding.employee):
            yield finding
