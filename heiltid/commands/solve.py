"""heiltid solve: build a new rota, judge it, write it, and show what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from heiltid.commands.common import ExitCode, read_input, say_written, write_json
from heiltid.edits.scenarios import renewed
from heiltid.errors import InternalError, StoreError
from heiltid.exchange.files import (
    SUFFIXES,
    WORKBOOK_SUFFIX,
    check_json_target,
    check_target,
    free_name,
    save_file,
)
from heiltid.exchange.workbook.write import write_result
from heiltid.jobs import Goal, Solve, SolveReport, SolveRequest, Status
from heiltid.model import MINUTES_PER_HOUR, Plan, PlanRole, Unit, UnitFile
from heiltid.report import Figures, Report, build_report
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.finding import Finding
from heiltid.rules.registry import judge
from heiltid.terminal.progress import solve_showing_progress
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import before_after
from heiltid.terminal.verdict import (
    agreements,
    show_breaches,
    show_clashes,
    show_notes,
    show_open_shifts,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveOptions:
    """What the user asked for."""

    source: Path
    out: Path
    json: Path | None
    time_limit_seconds: float
    seed: int
    workers: int
    keep_today_weight: int


def run_solve(screen: Screen, solve: Solve, options: SolveOptions) -> ExitCode:
    """The whole command. Raises Finished for input that cannot be used."""
    _check_targets(options)
    file = read_input(screen, options.source).file
    unit, today = file.unit, file.plan(PlanRole.TODAY)
    _show_unit(screen, unit)
    answer = solve_showing_progress(solve, _request(unit, today, options), screen)
    if answer.plan is None:
        return _without_plan(screen, unit, today, answer, options)
    after = answer.plan
    findings = judge(unit, after)
    report = build_report(unit, today, after, answer, language=screen.language, findings=findings)
    _refuse_breaches(screen, report, options)
    result = _Result(file, after, report, findings)
    written = _write_somewhere(screen, options.out, result)
    _show(screen, unit, result, written)
    _show_changed(screen, today, after)
    say_written(screen, written)
    write_json(screen, options.json, report)
    return ExitCode.DONE


def _check_targets(options: SolveOptions) -> None:
    check_target(options.out, inputs=(options.source,), suffixes=SUFFIXES)
    if options.json is not None:
        if options.json.resolve() == options.out.resolve():
            raise StoreError("same_path_twice", name=options.out.name)
        check_json_target(options.json, inputs=(options.source,))


def _show_unit(screen: Screen, unit: Unit) -> None:
    screen.say(
        "cli.unit_line",
        style="bold",
        name=unit.name or screen.words("cli.nameless"),
        employees=len(unit.planned_employees),
        weeks=unit.weeks,
        start=f"{unit.start:%d.%m.%Y}",
    )


def _request(unit: Unit, today: Plan | None, options: SolveOptions) -> SolveRequest:
    return SolveRequest(
        unit=unit,
        today=today,
        time_limit_seconds=options.time_limit_seconds,
        seed=options.seed,
        workers=options.workers,
        keep_today_weight=options.keep_today_weight,
    )


def _without_plan(
    screen: Screen, unit: Unit, today: Plan | None, answer: SolveReport, options: SolveOptions
) -> ExitCode:
    report = build_report(unit, today, None, answer, language=screen.language)
    key = "run.stopped_empty" if answer.status is Status.STOPPED else f"run.{answer.status.value}"
    screen.say(key, style="bold red", seconds=round(answer.seconds))
    show_clashes(screen, report.clashes)
    write_json(screen, options.json, report)
    return ExitCode.NOTHING_LAWFUL


def _refuse_breaches(screen: Screen, report: Report, options: SolveOptions) -> None:
    """No plan that breaks the law is written: that the engine made one is our fault."""
    breaches = sum(finding.severity == "breach" for finding in report.findings)
    if breaches:
        screen.complain("cli.refused_plan", count=breaches)
        show_breaches(screen, report.findings)
        write_json(screen, options.json, report)
        raise InternalError(f"{breaches} breach(es) in the solver's plan")


@dataclass(frozen=True, slots=True)
class _Result:
    """All that a result file is written from."""

    file: UnitFile
    after: Plan
    report: Report
    findings: tuple[Finding, ...]


def _write_somewhere(screen: Screen, out: Path, result: _Result) -> Path:
    """Write the result; where that name cannot be written, beside it: a minute's work is not thrown away.

    The usual reason is that the old result is open in a spreadsheet. Raises what the second try raises.
    """
    try:
        _write(screen, out, result)
    except (OSError, StoreError):
        other = free_name(out)
        _write(screen, other, result)
        screen.complain("cli.written_beside", name=out.name, other=other.name)
        return other
    return out


def _write(screen: Screen, out: Path, result: _Result) -> None:
    file = result.file
    if out.suffix.lower() == WORKBOOK_SUFFIX:
        today = file.plan(PlanRole.TODAY)
        write_result(out, file.unit, today, result.after, result.report, result.findings, screen.language)
    else:
        save_file(out, renewed(file, result.after), screen.language)


def _show(screen: Screen, unit: Unit, result: _Result, written: Path) -> None:
    report, papers = result.report, agreement_list(result.findings)
    assert report.before is not None
    assert report.after is not None
    screen.say(f"run.{report.status}", style="bold green", seconds=round(report.seconds))
    _show_average(screen, report.before, report.after, report.bound_average_position_pct)
    _show_lacking(screen, report)
    screen.show(
        before_after(screen, report.before, report.after, bound_average_pct=report.bound_average_position_pct)
    )
    if report.fte_budget is not None and report.fte_used is not None:
        screen.say("run.budget", used=round(report.fte_used, 2), budget=round(report.fte_budget, 2))
        screen.line("")
    in_workbook = written.suffix.lower() == WORKBOOK_SUFFIX
    more = "verdict.more_in_workbook" if in_workbook else "verdict.more"
    show_open_shifts(screen, report.after.open_shifts or (), more)
    if papers:
        screen.show(agreements(screen, unit, papers))
    else:
        screen.say("agreement.none")
    show_notes(screen, report.findings)


def _show_lacking(screen: Screen, report: Report) -> None:
    """Holes in the staffing stand before all that grew: nobody shall miss them."""
    lacking = report.after.understaffed_person_hours if report.after is not None else None
    if not lacking:
        return
    bound = next((line.bound for line in report.objective if line.name == Goal.STAFFING.value), None)
    proven = bound is not None and round(lacking * MINUTES_PER_HOUR) <= bound
    key = "run.open" if proven else "run.open_more_time"
    screen.say(key, style="bold yellow", hours=round(lacking, 1))


def _show_changed(screen: Screen, today: Plan | None, after: Plan) -> None:
    """How much of the rota in force is new: what --keep-today is about."""
    if today is None or today.is_empty:
        return
    rows = after.row_of()
    pairs = [pair for row in today.rows for pair in zip(row.cells, rows[row.employee].cells, strict=True)]
    changed = sum(old.shift != new.shift for old, new in pairs)
    screen.say("run.changed", changed=changed, days=len(pairs))
    screen.line("")


def _show_average(screen: Screen, before: Figures, after: Figures, bound_pct: float | None) -> None:
    """The figure everybody asks for, in a sentence of its own."""
    screen.say(
        "run.average" if bound_pct is None else "run.average_bound",
        style="bold",
        before=round(before.average_position_pct, 1),
        after=round(after.average_position_pct, 1),
        bound=None if bound_pct is None else round(bound_pct, 1),
    )
