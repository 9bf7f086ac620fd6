"""Findings in whole sentences, the open shifts, and the list of agreements as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from heiltid.calendar import Calendar
from heiltid.exchange.workbook.lack_words import closing_text
from heiltid.exchange.workbook.sheet import Book, Sheet, least_height
from heiltid.exchange.workbook.styles import (
    BAD_FILL,
    BAD_INK,
    CELL_WRAPPED,
    GOOD_FILL,
    GOOD_INK,
    PALE,
    QUIET,
    WARN_FILL,
    WARN_INK,
    Look,
)
from heiltid.exchange.workbook.words import Group, competence_word, word
from heiltid.measures.lacks import Lack
from heiltid.model import Signed, Unit
from heiltid.rules.agreement_list import AgreementUse
from heiltid.rules.agreement_words import ground_text, shortly_where
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import amount_text, day_text, finding_text, minutes_text, runs, when_text, who_text
from heiltid.texts import Language, text

MOST_RUNS = 12  # stretches of days named one by one
_SEVERITY_LOOKS = {
    Severity.BREACH: replace(CELL_WRAPPED, ink=BAD_INK, fill=BAD_FILL, bold=True),
    Severity.NEEDS_AGREEMENT: replace(CELL_WRAPPED, ink=WARN_INK, fill=WARN_FILL, bold=True),
    Severity.NOTE: replace(CELL_WRAPPED, ink=QUIET, fill=PALE),
}
_FINDING_COLUMNS = (
    ("Severity", 15.0),
    ("Rule", 24.0),
    ("Paragraph", 19.0),
    ("Who", 9.0),
    ("Name", 22.0),
    ("When", 22.0),
    ("Amount", 14.0),
    ("Text", 74.0),
)


def write_findings(book: Book, unit: Unit, findings: Iterable[Finding], language: Language) -> Sheet:
    """Every finding, the gravest first, with the sentence that says it all."""
    sheet = book.sheet(word(Group.SHEET, "Findings", language))
    sheet.headings([word(Group.HEADING, name, language) for name, _ in _FINDING_COLUMNS])
    calendar = Calendar(unit)
    order = list(Severity)
    ordered = sorted(findings, key=lambda finding: order.index(finding.severity))
    for place, finding in enumerate(ordered):
        look = _SEVERITY_LOOKS[finding.severity]
        sheet.put(2 + place, 1, text(f"workbook.severity.{finding.severity.value}", language), look)
        cells = (
            text(f"rule.{finding.rule}", language),
            paragraph_text(finding.paragraph),
            finding.employee,
            who_text(finding.employee, unit, language),
            where_text(finding.days, calendar, language),
            amount_text(finding.amount, finding.unit, language),
            finding_text(finding, unit, calendar, language),
        )
        sheet.row(2 + place, cells, CELL_WRAPPED, first=2)
        wrapped = [str(cell or "") for cell in cells]
        sheet.height(2 + place, least_height(wrapped, [width for _, width in _FINDING_COLUMNS[1:]]))
    if not ordered:
        sheet.put(2, 1, text("workbook.no_findings", language), Look())
    else:
        sheet.raw.auto_filter.ref = f"A1:H{1 + len(ordered)}"
    sheet.widths([width for _, width in _FINDING_COLUMNS])
    sheet.print_setup()
    return sheet


def paragraph_text(paragraph: str) -> str:
    """A paragraph with its sign; agreements with a name of their own have none."""
    return f"§ {paragraph}" if paragraph[:1].isdigit() else paragraph


def where_text(days: Sequence[int], calendar: Calendar, language: Language) -> str:
    """Days in words; where they are many, how many and from when to when."""
    ordered = sorted(set(days))
    if len(runs(ordered)) <= MOST_RUNS:
        return when_text(ordered, calendar, language)
    first, last = (day_text(day, calendar, language) for day in (ordered[0], ordered[-1]))
    return text("workbook.many_days", language, count=len(ordered), first=first, last=last)


_OPEN_KEYS = ("when", "missing", "hours", "competence", "people", "code")
_OPEN_WIDTHS = (20.0, 22.0, 14.0, 22.0, 12.0, 28.0)


def write_open_shifts(book: Book, unit: Unit, found: Sequence[Lack], language: Language) -> Sheet | None:
    """Where people lack to the least staffing, and the shift that would close it; no sheet without any."""
    if not found:
        return None
    sheet = book.sheet(text("workbook.open.sheet", language))
    sheet.headings([text(f"workbook.open.{key}", language) for key in _OPEN_KEYS])
    calendar = Calendar(unit)
    for place, lack in enumerate(found):
        competence = None if lack.competence is None else competence_word(lack.competence, language)
        cells = (
            day_text(lack.day, calendar, language),
            lack.times,
            minutes_text(lack.person_minutes, language),
            competence,
            lack.people,
            closing_text(lack, language),
        )
        sheet.row(2 + place, cells, CELL_WRAPPED)
    sheet.widths(_OPEN_WIDTHS)
    sheet.print_setup(landscape=False)
    return sheet


_AGREEMENT_KEYS = ("paragraph", "opens", "signer", "state", "who", "where")
_AGREEMENT_WIDTHS = (13.0, 40.0, 20.0, 18.0, 46.0, 46.0)


def write_agreement_list(
    book: Book, unit: Unit, uses: Iterable[AgreementUse], language: Language
) -> Sheet | None:
    """What the plan rests on: each agreement with who and where, who signs, and whether they have."""
    found = tuple(uses)
    if not found:
        return None
    sheet = book.sheet(text("workbook.agreement.sheet", language))
    sheet.headings([text(f"workbook.agreement.{key}", language) for key in _AGREEMENT_KEYS])
    calendar = Calendar(unit)
    for place, use in enumerate(found):
        row = 2 + place
        names = [who_text(number, unit, language) for number in use.employees]
        cells = (
            paragraph_text(use.paragraph),
            "\n".join(ground_text(ground, calendar, language) for ground in use.grounds),
            text(f"workbook.signer.{use.signer.name.lower()}", language),
        )
        sheet.row(row, cells, CELL_WRAPPED)
        signed = use.signed is Signed.YES
        ink, fill = (GOOD_INK, GOOD_FILL) if signed else (WARN_INK, WARN_FILL)
        look = replace(CELL_WRAPPED, ink=ink, fill=fill, bold=True)
        key = "workbook.agreement.signed" if signed else "workbook.agreement.unsigned"
        sheet.put(row, 4, text(key, language), look)
        who = listed_names(names) or who_text(None, unit, language)
        when = "\n".join(shortly_where(use, ground, calendar, language, MOST_RUNS) for ground in use.grounds)
        sheet.row(row, (who, when), CELL_WRAPPED, first=5)
        sheet.height(
            row, least_height([cells[1], who, when], [_AGREEMENT_WIDTHS[place] for place in (1, 4, 5)])
        )
    sheet.widths(_AGREEMENT_WIDTHS)
    sheet.print_setup()
    return sheet
