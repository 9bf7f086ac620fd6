"""One sheet of A4 for one person: her rota, what becomes different, what she is asked to sign.

Nothing of anybody else stands on it, so that it can be handed out or left on a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import KeepInFrame, Paragraph, Spacer, Table

from heiltid.advice.position_why import PositionReasons
from heiltid.advice.position_words import sentences_for_herself
from heiltid.advice.short_words import employment_words
from heiltid.exchange.pdf.chips import cell_chip
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    BODY,
    FONT,
    HEADING,
    SMALL,
    SUBTITLE,
    TITLE,
    PageHead,
    paragraph,
    table,
    write_pdf,
)
from heiltid.exchange.pdf.person_figures import Change, change_of, change_sentences, figure_lines
from heiltid.exchange.pdf.person_grid import GridDay, GridWeek, WeekGrid
from heiltid.exchange.pdf.person_remarks import Remarks
from heiltid.exchange.pdf.person_wishes import wishes_sentence
from heiltid.exchange.pdf.rota_drawing import RED_MARK
from heiltid.exchange.pdf.rota_words import absence_codes, period_text, plan_name, shift_meaning
from heiltid.exchange.person_files import people_with_work, person_paths
from heiltid.exchange.workbook.rota_parts import shown_name
from heiltid.exchange.workbook.words import competence_word
from heiltid.exchange.workbook.write_findings import paragraph_text
from heiltid.model import DAYS_PER_WEEK, SATURDAY, Employee, Plan, Signed, UnitFile
from heiltid.rules.agreement_list import AgreementUse, agreement_list
from heiltid.rules.agreement_words import ground_text, shortly_where
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language, text

SUFFIX = ".pdf"
FIGURES_WIDTH, GUTTER = 262.0, 16.0
FIGURE_WIDTHS = (124.0, 46.0, 46.0, 46.0)
AGREEMENT_WIDTHS = (56.0, 190.0, 100.0, 82.0, 65.0)
LEAST_REMARKS = 32.0  # a line to write on, and one for date and name
REASONS = SMALL.clone("reasons", spaceBefore=3)
POINT = BODY.clone("point", leftIndent=9, bulletIndent=0, bulletFontName=FONT, bulletFontSize=9)


def write_person_sheet(
    path: Path,
    file: UnitFile,
    plan: Plan,
    before: Plan | None,
    findings: Iterable[Finding],
    employee_number: str,
    language: Language,
    today: date,
) -> int:
    """Write one person's sheet whole or not at all; gives the number of pages, always 1.

    findings: those of `plan`; before: the rota to compare with. Raises KeyError for somebody who has
    no line in the plan, and OSError.
    """
    makers = PersonSheets(file, plan, before, findings, language, today)
    return makers.write(path, file.unit.employee_by_number()[employee_number])


def write_person_sheets(
    folder: Path,
    file: UnitFile,
    plan: Plan,
    before: Plan | None,
    findings: Iterable[Finding],
    language: Language,
    today: date,
) -> tuple[Path, ...]:
    """A sheet for everybody who has a shift in the plan, into a folder that exists; returns the files."""
    makers = PersonSheets(file, plan, before, findings, language, today)
    written = []
    for person, path in person_paths(folder, people_with_work(file.unit, plan), SUFFIX):
        makers.write(path, person)
        written.append(path)
    return tuple(written)


class PersonSheets:
    """The sheets of one plan: what they have in common, and each when it is asked for."""

    def __init__(
        self,
        file: UnitFile,
        plan: Plan,
        before: Plan | None,
        findings: Iterable[Finding],
        language: Language,
        today: date,
    ) -> None:
        self.unit, self.plan, self.language = file.unit, plan, language
        self.now = Context(file.unit, plan)
        self.was = None if before is None else Context(file.unit, before, calendar=self.now.calendar)
        self.away = absence_codes(self.now)
        self.findings = tuple(findings)
        self.head = PageHead(
            title=text("pdf_person.sheet", language),
            unit_name=file.unit.name,
            plan_name=plan_name(file.unit, plan, language),
            made_on=today,
            language=language,
        )

    def write(self, path: Path, person: Employee) -> int:
        """One person's page."""
        return write_pdf(path, [self.story(person)], self.head)

    def story(self, person: Employee) -> KeepInFrame:
        """Everything in one frame: what would not fit gets smaller, the room for remarks takes the rest."""
        pieces = [*self._top(person), *self._reasons(person), *self._rota(person), *self._wishes(person)]
        pieces += self._agreements(person)
        pieces.append(self._heading("remarks"))
        used = sum(_height(piece) for piece in pieces)
        room = max(LEAST_REMARKS, A4_PORTRAIT.inner_height - used - 2)
        pieces.append(Remarks(room, text("pdf_person.signature", self.language)))
        return KeepInFrame(A4_PORTRAIT.inner_width, A4_PORTRAIT.inner_height, pieces, mode="shrink")

    def _heading(self, key: str) -> Any:
        return paragraph(text(f"pdf_person.heading.{key}", self.language), HEADING)

    def _top(self, person: Employee) -> list[Any]:
        """Who, and the figures beside what changes."""
        who = [text("pdf_person.number", self.language, number=person.number)]
        if person.competence is not None:
            who.append(competence_word(person.competence, self.language))
        who.append(period_text(self.now, self.language))
        who += employment_words(self.now.calendar, person, self.language)
        change = change_of(self.now, self.was, person)
        sentences = [_point(words) for words in change_sentences(change, self.language)]
        right = A4_PORTRAIT.inner_width - FIGURES_WIDTH - GUTTER
        halves = Table(
            [
                [self._heading("figures"), "", self._heading("changes")],
                [self._figures(change), "", [Spacer(0, 4), *sentences]],
            ],
            colWidths=[FIGURES_WIDTH, GUTTER, right],
            style=[
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *((side, (0, 0), (-1, -1), 0) for side in ("LEFTPADDING", "RIGHTPADDING")),
                *((side, (0, 0), (-1, -1), 0) for side in ("TOPPADDING", "BOTTOMPADDING")),
            ],
            hAlign="LEFT",
        )
        return [
            paragraph(shown_name(person, self.language), TITLE),
            paragraph(" · ".join(who), SUBTITLE),
            halves,
        ]

    def _reasons(self, person: Employee) -> list[Any]:
        """Why she does not have the position she wants; nothing where she has it."""
        why = self._position_reasons.why(person.number)
        found = [] if why is None else [*sentences_for_herself(why, self.unit, self.language)]
        if not found:
            return []
        return [self._led("why", " ".join(found))]

    def _wishes(self, person: Employee) -> list[Any]:
        """On which days she has what she wished; nothing for whoever wished nothing."""
        found = wishes_sentence(self.now, person, self.language)
        return [self._led("wishes", found)] if found else []

    def _led(self, key: str, words: str) -> Any:
        lead = text(f"pdf_person.heading.{key}", self.language)
        return Paragraph(f"<b>{escape(lead)}</b> {escape(words)}", REASONS)

    @cached_property
    def _position_reasons(self) -> PositionReasons:
        return PositionReasons(judge_all(self.unit, self.plan), None if self.was is None else self.was.plan)

    def _figures(self, change: Change) -> Table:
        heads = [text(f"pdf_person.{key}", self.language) for key in ("before", "after", "change_head")]
        rows = [
            [line.name, line.before, line.after, line.change] for line in figure_lines(change, self.language)
        ]
        return table([["", *heads], *rows], FIGURE_WIDTHS, numbers=(1, 2, 3))

    def _rota(self, person: Employee) -> list[Any]:
        letters = text("workbook.weekday_letters", self.language).split()
        weeks = tuple(self._week(person, week) for week in range(self.unit.weeks))
        return [
            self._heading("rota"),
            WeekGrid(weeks, tuple(letters)),
            Spacer(0, 5),
            paragraph(" · ".join(self._legend(person)), SMALL),
        ]

    def _week(self, person: Employee, week: int) -> GridWeek:
        first = week * DAYS_PER_WEEK
        return GridWeek(
            number=str(week + 1),
            monday=f"{self.now.calendar.date_of(first):%d.%m}",
            days=tuple(self._day(person, day) for day in range(first, first + DAYS_PER_WEEK)),
        )

    def _day(self, person: Employee, day: int) -> GridDay:
        calendar, cell = self.now.calendar, self.now.row(person).cells[day]
        away = self.away.get((person.number, day))
        red = calendar.is_red(day)
        return GridDay(
            chip=cell_chip(cell, away, self.now.shifts, self.language, own=True),
            shaded=calendar.weekday(day) >= SATURDAY or red,
            red=red,
            employed=calendar.is_employed(person, day),
        )

    def _legend(self, person: Employee) -> list[str]:
        """What stands in her own rota, no more."""
        cells = self.now.row(person).cells
        codes = {cell.shift for cell in cells}
        found = [
            f"{shift.code} = {shift_meaning(shift, self.language)}"
            for shift in self.unit.shifts
            if shift.code in codes
        ]
        for code in sorted({cell.day_off for cell in cells if cell.day_off}):
            found.append(f"{code} = {text(f'workbook.day_off.{code}', self.language)}")
        if any(self.now.calendar.is_red(day) for day in range(self.unit.day_count)):
            found.append(f"{RED_MARK} = {text('workbook.print.red', self.language)}")
        if not all(self.now.calendar.is_employed(person, day) for day in range(self.unit.day_count)):
            found.append(text("pdf_person.grey_days", self.language))
        return found

    def _agreements(self, person: Employee) -> list[Any]:
        uses = agreement_list(entry for entry in self.findings if entry.employee == person.number)
        if not uses:
            return [
                self._heading("agreements"),
                paragraph(text("pdf_person.no_agreements", self.language), BODY),
            ]
        heads = [
            text(f"workbook.agreement.{key}", self.language)
            for key in ("paragraph", "opens", "where", "signer", "state")
        ]
        rows = [row for use in uses for row in self._agreement(use)]
        return [
            self._heading("agreements"),
            table([heads, *rows], AGREEMENT_WIDTHS),
        ]

    def _agreement(self, use: AgreementUse) -> Iterator[Sequence[str]]:
        """A line for each rule that needs it: what in her rota, and where."""
        calendar, language = self.now.calendar, self.language
        state = "signed" if use.signed is Signed.YES else "unsigned"
        for place, ground in enumerate(use.grounds):
            is_first = place == 0
            yield (
                paragraph_text(use.paragraph) if is_first else "",
                ground_text(ground, calendar, language),
                shortly_where(use, ground, calendar, language),
                text(f"workbook.signer.{use.signer.name.lower()}", language) if is_first else "",
                text(f"workbook.agreement.{state}", language) if is_first else "",
            )


def _point(words: str) -> Any:
    """A sentence of a list."""
    return Paragraph(escape(words), POINT, bulletText="•")


def _height(piece: Any) -> float:
    """Of a piece with the space around it, on an A4 page."""
    _, height = piece.wrap(A4_PORTRAIT.inner_width, A4_PORTRAIT.inner_height)
    return float(height + piece.getSpaceBefore() + piece.getSpaceAfter())
