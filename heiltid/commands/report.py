"""heiltid report: the paper for the discussion with the union representatives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from heiltid.commands.common import ExitCode, Finished, read_input, say_written
from heiltid.exchange.files import check_target
from heiltid.exchange.pdf.discussion_report import write_discussion_report
from heiltid.model import Plan, PlanRole, UnitFile
from heiltid.report import report_of_plan
from heiltid.rules.registry import judge
from heiltid.terminal.screen import Screen

PDF_SUFFIX = ".pdf"


def run_report(screen: Screen, source: Path, out: Path, name: str | None) -> ExitCode:
    """The whole command. `name`: of the plan to report; None: the newest proposal in the file."""
    check_target(out, inputs=(source,), suffixes=(PDF_SUFFIX,))
    file = read_input(screen, source).file
    plan = _plan(screen, file, name)
    findings = judge(file.unit, plan)
    before = file.rota_before(plan)
    report = report_of_plan(file.unit, before, plan, language=screen.language, findings=findings)
    pages = write_discussion_report(out, file, plan, report, findings, screen.language, date.today())
    screen.say("pdf_report.pages", count=pages)
    say_written(screen, out)
    return ExitCode.DONE


def proposals(file: UnitFile) -> tuple[Plan, ...]:
    """The plans a file proposes: its scenarios, and today's rota where the one it replaced is there too."""
    replaced = file.plan(PlanRole.BEFORE) is not None
    return tuple(
        plan
        for plan in file.plans
        if plan.role is PlanRole.SCENARIO or (plan.role is PlanRole.TODAY and replaced)
    )


def _plan(screen: Screen, file: UnitFile, name: str | None) -> Plan:
    found = proposals(file)
    if name is not None:
        found = tuple(plan for plan in found if plan.name == name)
    if not found:
        names = ", ".join(f"«{plan.name}»" for plan in proposals(file) if plan.name)
        if name is None or not names:
            screen.complain("pdf_report.no_plan")
        else:
            screen.complain("pdf_report.no_such_plan", name=name, names=names)
        raise Finished(ExitCode.INPUT)
    return found[-1]
