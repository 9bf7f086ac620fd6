"""The first sheet: what this file says, what to do next, what the other sheets are, how to read codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from heiltid.calendar import discuss_by
from heiltid.exchange.workbook.dates import date_text
from heiltid.exchange.workbook.figure_rows import has_any, key_rows
from heiltid.exchange.workbook.legend import LegendEntry
from heiltid.exchange.workbook.rota_parts import Scene, period_text
from heiltid.exchange.workbook.sheet import Sheet, least_height
from heiltid.exchange.workbook.styles import (
    ACCENT,
    BAD_FILL,
    BAD_INK,
    CELL,
    CELL_WRAPPED,
    GOOD_FILL,
    GOOD_INK,
    LINK,
    SECTION,
    SUBTITLE,
    TITLE,
    WARN_FILL,
    WARN_INK,
    WRAPPED,
    Look,
)
from heiltid.exchange.workbook.write_figures import FigureTable
from heiltid.model import Signed
from heiltid.report_model import Report
from heiltid.rules.agreement_list import AgreementUse
from heiltid.rules.finding import Finding, Severity
from heiltid.texts import Language, text

WIDTHS = (17.0, 29.0, 13.0, 13.0, 13.0, 13.0, 14.0)
NAME_COLUMNS = 2  # of the table of figures
_MEANING = replace(CELL_WRAPPED, upright="center")
_SAMPLE_LOOK = Look(lines=True, align="center", bold=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A sheet of the book: its title, and the key of the text that explains it."""

    title: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a result workbook has to say beside its rota."""

    report: Report
    findings: tuple[Finding, ...]
    uses: tuple[AgreementUse, ...]
    titles: dict[str, str]  # titles of sheets by the keys of their explanations


class Guide:
    """Writes the first sheet from top to bottom; filled last, when all other sheets are known."""

    def __init__(self, sheet: Sheet, language: Language) -> None:
        self.sheet = sheet
        self.language = language
        self.next_row = 1

    def title(self, title: str, subtitle: str) -> None:
        """The name of the unit and the rota's period."""
        self.sheet.put(1, 1, title, TITLE)
        self.sheet.height(1, 30)
        self.sheet.put(2, 1, subtitle, SUBTITLE)
        self.next_row = 4

    def section(self, key: str) -> None:
        """A section's heading."""
        self.sheet.put(self.next_row, 1, text(f"workbook.guide.{key}", self.language), SECTION)
        self.sheet.height(self.next_row, 24)
        self.next_row += 1

    def gap(self) -> None:
        """An empty row."""
        self.next_row += 1

    def sentence(self, sentence: str, look: Look = WRAPPED) -> None:
        """A sentence over the whole width, its row as high as it needs."""
        row = self.next_row
        sentence = sentence.replace("§ ", "§\u00a0")  # a paragraph is not torn from its sign
        for column in range(1, len(WIDTHS) + 1):
            self.sheet.put(row, column, sentence if column == 1 else None, look)
        self.sheet.raw.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(WIDTHS))
        self.sheet.height(row, least_height([sentence], [sum(WIDTHS)]) + 3)
        self.next_row += 1

    def pair(self, shown: str, meaning: str, look: Look, *, sheet: str | None = None) -> None:
        """Something at the left and what it means at the right; a link where it is a sheet."""
        row = self.next_row
        if sheet is None:
            self.sheet.put(row, 1, shown, look)
        else:
            self.sheet.link(row, 1, sheet, shown, look)
        for column in range(2, len(WIDTHS) + 1):
            self.sheet.put(row, column, meaning if column == 2 else None, _MEANING)
        self.sheet.raw.merge_cells(start_row=row, end_row=row, start_column=2, end_column=len(WIDTHS))
        self.sheet.height(row, least_height([meaning], [sum(WIDTHS[1:])]) + 2)
        self.next_row += 1

    def verdict(self, outcome: Outcome) -> None:
        """Whether the rota may be used, in one coloured sentence."""
        breaches = sum(finding.severity is Severity.BREACH for finding in outcome.findings)
        unsigned, holes = _unsigned(outcome), _holes(outcome)
        values = {"count": breaches or unsigned, "findings": outcome.titles["findings"]}
        if breaches:
            key, ink, fill = "verdict_breach", BAD_INK, BAD_FILL
        elif unsigned:
            key, ink, fill = "verdict_agreements", WARN_INK, WARN_FILL
        else:
            key, ink, fill = "verdict_lawful", *((WARN_INK, WARN_FILL) if holes else (GOOD_INK, GOOD_FILL))
        key = f"{key}_one" if values["count"] == 1 else key
        sentence = text(f"workbook.guide.{key}", self.language, **values)
        if holes:
            sentence += " " + text("workbook.guide.verdict_open", self.language, hours=holes)
        self.sentence(sentence, replace(WRAPPED, bold=True, ink=ink, fill=fill, upright="center"))
        self.gap()

    def figures(self, report: Report) -> None:
        """The figures to look at first."""
        rows = [row for row in key_rows(report, self.language) if has_any([row])]
        self.section("figures")
        table = FigureTable(self.sheet, self.language, NAME_COLUMNS)
        table.headings(self.next_row)
        self.next_row = table.rows(rows, self.next_row + 1)
        self.sentence(text("workbook.results.bound_note", self.language), replace(WRAPPED, italic=True))
        self.gap()

    def steps(self, here: Scene, outcome: Outcome) -> None:
        """What to do next, numbered."""
        self.section("next")
        for number, sentence in enumerate(_steps(here, outcome), start=1):
            self.sentence(f"{number}. {sentence}")
        self.gap()

    def sheets(self, lines: Iterable[SheetLine]) -> None:
        """Every other sheet with a link and a sentence."""
        self.section("sheets")
        for line in lines:
            meaning = text(f"workbook.sheet.{line.key}", self.language)
            self.pair(line.title, meaning, LINK, sheet=line.title)
        self.gap()

    def codes(self, entries: Iterable[LegendEntry]) -> None:
        """Codes and signs with their colours."""
        self.section("codes")
        for entry in entries:
            look = replace(entry.look, size=10, shrink=False)
            self.pair(entry.sample, entry.meaning, look)
        for sample in ("!A1", "!"):
            key = "locked" if len(sample) > 1 else "locked_free"
            self.pair(sample, text(f"workbook.guide.{key}", self.language), _SAMPLE_LOOK)
        self.gap()

    def finish(self, note: str) -> None:
        """A last sentence, and the print set-up."""
        self.sentence(note, replace(WRAPPED, ink=CELL.ink, italic=True))
        self.sheet.widths(WIDTHS)
        self.sheet.raw.sheet_view.showGridLines = False
        self.sheet.raw.sheet_properties.tabColor = ACCENT
        self.sheet.print_setup(landscape=False)


def _steps(here: Scene, outcome: Outcome) -> list[str]:
    language, report, titles = here.language, outcome.report, outcome.titles
    grown = sum(line.after is not None and line.after > line.before for line in report.positions.values())
    after = report.after
    announce = 0 if after is None else after.positions_to_announce
    holes, unsigned = _holes(outcome), _unsigned(outcome)
    latest = date_text(discuss_by(here.unit.start), language)

    def say(key: str, **values: object) -> str:
        return text(f"workbook.step.{key}", language, **titles, **values)

    steps = [say("look"), say("discuss", date=latest)]
    if unsigned:
        steps.append(say("agreements", count=unsigned))
    if holes and "open_shifts" in titles:
        steps.append(say("open", hours=holes))
    if grown:
        steps.append(say("positions", count=grown))
    if announce:
        steps.append(say("announce", count=announce))
    return [*steps, say("again")]


def _unsigned(outcome: Outcome) -> int:
    """Papers that somebody has still to sign."""
    return sum(use.signed is not Signed.YES for use in outcome.uses)


def _holes(outcome: Outcome) -> float:
    """Person-hours below the least staffing."""
    after = outcome.report.after
    return (after.understaffed_person_hours or 0.0) if after is not None else 0.0


def guide_title(here: Scene, *, is_result: bool) -> tuple[str, str]:
    """The title of the book and its second line."""
    key = "title_result" if is_result else "title_unit"
    name = here.unit.name or text("workbook.guide.nameless", here.language)
    return text(f"workbook.guide.{key}", here.language, name=name), period_text(here)
