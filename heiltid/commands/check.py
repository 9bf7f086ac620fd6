"""heiltid check: is the rota in a file lawful, and which agreements does it rest on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from heiltid.booking.dates.judging import judge_who_works
from heiltid.command_reports import CheckReport, problem_lines
from heiltid.commands.common import (
    ExitCode,
    Finished,
    problem_texts,
    show_problems,
    write_json,
)
from heiltid.errors import InputError
from heiltid.exchange.files import Loaded, check_json_target, read_file
from heiltid.measures.staffing import holes, open_shifts
from heiltid.model import PlanRole
from heiltid.report_lines import agreement_lines, finding_lines, open_shift_lines
from heiltid.rules.agreement_list import AgreementUse, agreement_list
from heiltid.rules.context import Context
from heiltid.rules.finding import Severity
from heiltid.terminal.screen import Screen
from heiltid.terminal.verdict import agreements, show_breaches, show_notes, show_open_shifts


def run_check(screen: Screen, source: Path, json: Path | None) -> ExitCode:
    """The whole command."""
    if json is not None:
        check_json_target(json, inputs=(source,))
    loaded = _read(screen, source, json)
    plan = loaded.file.plan(PlanRole.TODAY)
    warnings = problem_lines(loaded.warnings, problem_texts(screen, loaded.warnings))
    if plan is None:
        screen.say("verdict.input_only", style="green")
        write_json(screen, json, CheckReport(status="no_rota", warnings=warnings))
        return ExitCode.DONE
    context = Context(loaded.file.unit, plan)
    findings = judge_who_works(context.unit, plan)
    lawful = all(finding.severity is not Severity.BREACH for finding in findings)
    answer = CheckReport(
        status="lawful" if lawful else "breaches",
        warnings=warnings,
        findings=finding_lines(context.unit, findings, screen.language),
        agreements=agreement_lines(findings),
    )
    _show(screen, context, answer, agreement_list(findings))
    write_json(screen, json, answer)
    return ExitCode.DONE if lawful else ExitCode.NOTHING_LAWFUL


def _read(screen: Screen, source: Path, json: Path | None) -> Loaded:
    """As `read_input`, but the problems also go to the JSON."""
    try:
        loaded = read_file(source)
    except InputError as error:
        show_problems(screen, "cli.input_problems", error.problems, source.name)
        lines = problem_lines(error.problems, problem_texts(screen, error.problems))
        write_json(screen, json, CheckReport(status="unreadable", problems=lines))
        raise Finished(ExitCode.INPUT) from None
    show_problems(screen, "cli.input_warnings", loaded.warnings, source.name)
    return loaded


def _show(screen: Screen, context: Context, answer: CheckReport, papers: Sequence[AgreementUse]) -> None:
    if answer.status == "lawful":
        screen.say("verdict.lawful", style="bold green")
        screen.line("")
    show_breaches(screen, answer.findings)
    show_open_shifts(screen, open_shift_lines(context, open_shifts(context, holes(context)), screen.language))
    if papers:
        screen.show(agreements(screen, context.unit, papers))
    show_notes(screen, answer.findings)
