"""Writes a unit workbook: a result with all that explains it, or a unit with its plans."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from heiltid.atomic import write_atomically
from heiltid.edits.next_unit import next_unit
from heiltid.exchange.workbook.legend import legend
from heiltid.exchange.workbook.night_days import written_on, written_rows
from heiltid.exchange.workbook.rota_parts import Scene, period_text, scene
from heiltid.exchange.workbook.sheet import Book, Sheet
from heiltid.exchange.workbook.styles import BRAND, QUIET
from heiltid.exchange.workbook.words import Group, word
from heiltid.exchange.workbook.write_figures import write_positions, write_results
from heiltid.exchange.workbook.write_findings import (
    write_agreement_list,
    write_findings,
    write_open_shifts,
)
from heiltid.exchange.workbook.write_guide import Guide, Outcome, SheetLine, guide_title
from heiltid.exchange.workbook.write_inputs import write_inputs
from heiltid.exchange.workbook.write_print import write_print
from heiltid.exchange.workbook.write_rota import write_rota
from heiltid.measures.lacks import lacks
from heiltid.model import NightWrittenOn, Plan, PlanRole, Unit, UnitFile, empty_plan
from heiltid.report_model import Report
from heiltid.rules.agreement_list import AgreementUse, agreement_list
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.texts import Language, text


def write_result(
    path: str | Path,
    unit: Unit,
    before: Plan | None,
    after: Plan,
    report: Report,
    findings: tuple[Finding, ...],
    language: Language,
) -> None:
    """The result workbook of a run. `unit` and `before` are what the run began with.

    The old file stays whole until the new one is. Raises OSError.
    """
    uses = agreement_list(findings)
    maker = _Maker(next_unit(unit, after, uses), language, [after, *([before] if before else [])])
    guide = Guide(maker.sheet("guide", "Guide"), language)
    now = maker.rota("rota", "Rota", after, tab=BRAND)
    maker.print_view(now, before)
    if before is not None and not before.is_empty:
        maker.rota("before", "Before", before, tab=QUIET)
    maker.note("results", write_results(maker.book, report, language))
    maker.note("positions", write_positions(maker.book, unit, before, report, language))
    _findings(maker, Context(unit, after), findings, uses)
    maker.inputs()
    outcome = Outcome(report=report, findings=findings, uses=uses, titles=maker.titles)
    guide.title(*guide_title(now, is_result=True))
    guide.verdict(outcome)
    guide.figures(report)
    guide.steps(now, outcome)
    guide.sheets(maker.lines)
    guide.codes(legend(now))
    guide.finish(text("workbook.guide.note_result", language))
    maker.save(path)


def write_unit(path: str | Path, file: UnitFile, language: Language) -> None:
    """A unit with its plans and no results: what the reader reads back is the same unit and plans.

    Scenarios stand on sheets of their own that are not read. Raises OSError.
    """
    today, before = file.plan(PlanRole.TODAY), file.plan(PlanRole.BEFORE)
    maker = _Maker(file.unit, language, file.plans)
    guide = Guide(maker.sheet("guide", "Guide"), language)
    shown = scene(file.unit, today or empty_plan(file.unit), language)
    maker.inputs()
    if today is not None:
        shown = maker.rota("rota", "Rota", today, tab=BRAND)
        maker.print_view(shown, None)
    if before is not None:
        if not before.is_empty:
            maker.rota("before", "Before", before, tab=QUIET)
        maker.note("positions", write_positions(maker.book, file.unit, before, None, language))
    _scenarios(maker, file.plans)
    guide.title(*guide_title(shown, is_result=False))
    guide.sheets(maker.lines)
    guide.codes(legend(shown))
    guide.finish(text("workbook.guide.note_unit", language))
    maker.save(path)


def _findings(
    maker: _Maker,
    judged: Context,
    findings: tuple[Finding, ...],
    uses: tuple[AgreementUse, ...],
) -> None:
    """What is wrong, what is open, what has to be signed."""
    book, language, unit = maker.book, maker.language, judged.unit
    maker.note("findings", write_findings(book, unit, findings, language))
    maker.note("open_shifts", write_open_shifts(book, unit, lacks(judged), language))
    maker.note("agreement_list", write_agreement_list(book, unit, uses, language))


def _scenarios(maker: _Maker, plans: Iterable[Plan]) -> None:
    scenarios = [plan for plan in plans if plan.role is PlanRole.SCENARIO]
    for number, plan in enumerate(scenarios, start=1):
        title = text("workbook.scenario.sheet", maker.language, number=number, name=plan.name)
        maker.titled_rota("scenario", title, plan)


class _Maker:
    """A workbook in the making: its sheets in order, each with the key of its explanation."""

    def __init__(self, unit: Unit, language: Language, plans: Iterable[Plan]) -> None:
        self.book = Book()
        self.unit = unit
        self.language = language
        self.night: NightWrittenOn = written_on(unit, plans)
        self.lines: list[SheetLine] = []

    @property
    def titles(self) -> dict[str, str]:
        """Titles of sheets by key."""
        return {line.key: line.title for line in self.lines}

    def note(self, key: str, sheet: Sheet | None) -> None:
        """Remember a sheet for the list on the first one."""
        if sheet is not None:
            self.lines.append(SheetLine(title=sheet.title, key=key))

    def sheet(self, key: str, name: str) -> Sheet:
        """A new sheet of the contract; the first one explains the others and not itself."""
        sheet = self.book.sheet(word(Group.SHEET, name, self.language))
        if key != "guide":
            self.note(key, sheet)
        return sheet

    def rota(self, key: str, name: str, plan: Plan, *, tab: str) -> Scene:
        """A rota under a name of the contract."""
        return self.titled_rota(key, word(Group.SHEET, name, self.language), plan, tab=tab)

    def titled_rota(self, key: str, title: str, plan: Plan, *, tab: str | None = None) -> Scene:
        """A rota on a sheet of that title."""
        here = scene(self.unit, plan, self.language)
        written = written_rows(self.unit, plan, self.night)
        self.note(key, write_rota(self.book, here, title, written, tab=tab))
        return here

    def print_view(self, here: Scene, before: Plan | None) -> None:
        """The same rota for people."""
        title = text("workbook.print.sheet", self.language)
        self.note("print", write_print(self.book, here, before, title, period_text(here)))

    def inputs(self) -> None:
        """The sheets a leader fills in."""
        for name, sheet in write_inputs(self.book, self.unit, self.language, self.night).items():
            self.note(name.lower(), sheet)

    def save(self, path: str | Path) -> None:
        """The finished bytes, put in place whole."""
        content = io.BytesIO()
        self.book.workbook.save(content)
        write_atomically(Path(path), content.getvalue())
