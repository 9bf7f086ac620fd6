"""heiltid rollout: a rota laid over real weeks, and what became of it.

A workbook gets the dated unit. A .heiltid file gets the base with the roll-out in its booking: from
there open shifts are asked for, and there it can be made again or taken back.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from heiltid.booking.dates.roll_report import RollOutReport, report_of
from heiltid.booking.dates.rolling import options_problem, rolled, running_week
from heiltid.booking.settling.settled import begin
from heiltid.commands.booking_answers import roll_out_answer
from heiltid.commands.common import (
    ExitCode,
    Finished,
    keep_existing,
    read_input,
    say_written,
    write_json,
)
from heiltid.exchange.files import SUFFIXES, check_json_target, check_target, save_file
from heiltid.model import Plan, PlanRole, Unit, UnitFile
from heiltid.model.booking import RollOut, RollOutOptions
from heiltid.report_lines import finding_lines
from heiltid.rules.agreement_list import agreement_list
from heiltid.store import SUFFIX as STORE_SUFFIX
from heiltid.store import lock_unit
from heiltid.terminal.booking import changes, date_text, days_off
from heiltid.terminal.screen import Screen
from heiltid.terminal.verdict import agreements, show_breaches, show_notes
from heiltid.typed_dates import date_typed

MEANT = frozenset({"date_outside"})  # dates beyond the first round are just what is laid out here


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOutWords:
    """The words of the command line. from_week and weeks None: as the rota runs, and one whole round."""

    source: Path
    out: Path
    force: bool
    json: Path | None
    first: str
    from_week: int | None
    weeks: int | None


def run_rollout(screen: Screen, asked: RollOutWords) -> ExitCode:
    """The whole command."""
    _check_targets(asked)
    with lock_unit(asked.out) if _is_booking(asked) else nullcontext():
        file = read_input(screen, asked.source, untold=MEANT).file
        plan = rota_in(screen, file, asked.source)
        options = _options(screen, file.unit, asked)
        if _is_booking(asked):
            made = begin(file, plan, options)
            assert made.booking is not None
            assert made.booking.rollout is not None
            rollout = made.booking.rollout
        else:
            rollout = rolled(file.unit, plan, options, file.unit.absences)
            made = UnitFile(unit=rollout.unit, plans=(rollout.plan,))
        report = report_of(rollout)
        save_file(asked.out, made, screen.language)
    _show(screen, rollout, report)
    if _is_booking(asked):
        screen.say("book.begun", name=asked.out.name)
    say_written(screen, asked.out)
    write_json(screen, asked.json, roll_out_answer(rollout, report, screen.language))
    return ExitCode.DONE


def _is_booking(asked: RollOutWords) -> bool:
    return asked.out.suffix.lower() == STORE_SUFFIX


def _check_targets(asked: RollOutWords) -> None:
    """The source may get its own roll-out, where that is said twice: nothing else in it is touched."""
    inputs = () if asked.force and _is_booking(asked) else (asked.source,)
    check_target(asked.out, inputs=inputs, suffixes=SUFFIXES)
    keep_existing(asked.out, force=asked.force)
    if asked.json is not None:
        check_json_target(asked.json, inputs=(asked.source, asked.out))


def rota_in(screen: Screen, file: UnitFile, source: Path) -> Plan:
    """Today's rota in a file read from `source`; one without is complained of."""
    plan = file.plan(PlanRole.TODAY)
    if plan is None or plan.is_empty:
        screen.complain("booking.trouble.no_rota", name=source.name)
        raise Finished(ExitCode.INPUT)
    return plan


def _options(screen: Screen, unit: Unit, asked: RollOutWords) -> RollOutOptions:
    first = date_typed(asked.first)
    if first is None:
        screen.complain("booking.trouble.no_date", found=asked.first)
        raise Finished(ExitCode.INPUT)
    options = RollOutOptions(
        first=first,
        from_week=running_week(unit, first) if asked.from_week is None else asked.from_week,
        weeks=unit.weeks if asked.weeks is None else asked.weeks,
        gives_red_days=unit.is_cyclic,
    )
    problem = options_problem(unit, options)
    if problem is not None:
        screen.complain(problem, first=date_text(screen, first), weeks=unit.weeks)
        raise Finished(ExitCode.INPUT)
    return options


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
    papers = agreement_list(report.new)
    if papers:
        screen.show(agreements(screen, unit, papers))
    show_notes(screen, new)
