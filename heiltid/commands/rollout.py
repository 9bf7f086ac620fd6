"""heiltid rollout: a cyclic rota laid over real weeks, as a dated unit, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from heiltid.booking.roll_report import RollOutReport, report_of
from heiltid.booking.rolling import options_problem, rolled, running_week
from heiltid.commands.booking_answers import roll_out_answer
from heiltid.commands.common import ExitCode, Finished, read_input, say_written, write_json
from heiltid.exchange.files import SUFFIXES, check_json_target, check_target, save_file
from heiltid.model import Plan, PlanRole, Unit, UnitFile
from heiltid.model.booking import RollOut, RollOutOptions
from heiltid.report_lines import agreement_lines, finding_lines
from heiltid.terminal.booking import changes, date_text, days_off
from heiltid.terminal.screen import Screen
from heiltid.terminal.verdict import agreements, show_breaches, show_notes

MEANT = frozenset({"date_outside"})  # dates beyond the first round are just what is laid out here
DATE_FORMS = ("%Y-%m-%d", "%d.%m.%Y")


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOutWords:
    """The words of the command line. from_week and weeks None: as the rota runs, and one whole round."""

    source: Path
    out: Path
    json: Path | None
    first: str
    from_week: int | None
    weeks: int | None


def run_rollout(screen: Screen, asked: RollOutWords) -> ExitCode:
    """The whole command."""
    check_target(asked.out, inputs=(asked.source,), suffixes=SUFFIXES)
    if asked.json is not None:
        check_json_target(asked.json, inputs=(asked.source, asked.out))
    unit, plan = todays_rota(screen, asked.source, untold=MEANT)
    rollout = rolled(unit, plan, _options(screen, unit, asked), unit.absences)
    report = report_of(rollout)
    save_file(asked.out, UnitFile(unit=rollout.unit, plans=(rollout.plan,)), screen.language)
    _show(screen, rollout, report)
    say_written(screen, asked.out)
    write_json(screen, asked.json, roll_out_answer(rollout, report, screen.language))
    return ExitCode.DONE


def todays_rota(screen: Screen, source: Path, *, untold: frozenset[str] = frozenset()) -> tuple[Unit, Plan]:
    """A unit with today's rota of it; a file without one is complained of. untold: warnings to leave out."""
    file = read_input(screen, source, untold=untold).file
    plan = file.plan(PlanRole.TODAY)
    if plan is None or plan.is_empty:
        screen.complain("booking.trouble.no_rota", name=source.name)
        raise Finished(ExitCode.INPUT)
    return file.unit, plan


def _options(screen: Screen, unit: Unit, asked: RollOutWords) -> RollOutOptions:
    first = _date(asked.first)
    if first is None:
        screen.complain("booking.trouble.no_date", found=asked.first)
        raise Finished(ExitCode.INPUT)
    options = RollOutOptions(
        first=first,
        from_week=running_week(unit, first) if asked.from_week is None else asked.from_week,
        weeks=unit.weeks if asked.weeks is None else asked.weeks,
    )
    problem = options_problem(unit, options)
    if problem is not None:
        screen.complain(problem, first=date_text(screen, first), weeks=unit.weeks)
        raise Finished(ExitCode.INPUT)
    return options


def _date(typed: str) -> date | None:
    for form in DATE_FORMS:
        try:
            return datetime.strptime(typed.strip(), form).date()
        except ValueError:
            continue
    return None


def _show(screen: Screen, rollout: RollOut, report: RollOutReport) -> None:
    unit, options = rollout.unit, rollout.options
    screen.line(unit.name or screen.words("cli.nameless"), style="bold")
    screen.say(
        "booking.rolled",
        first=date_text(screen, options.first),
        week=options.from_week,
        weeks=options.weeks,
    )
    screen.show(changes(screen, report))
    if report.due:
        screen.show(days_off(screen, unit, report.due))
        screen.say("booking.due.check", style="dim")
        screen.line("")
    new = finding_lines(unit, report.new, screen.language)
    show_breaches(screen, new)
    papers = agreement_lines(report.new)
    if papers:
        screen.show(agreements(screen, unit, papers))
    show_notes(screen, new)
