"""heiltid stats and heiltid compare: the figures of one unit, and of several beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from heiltid.command_reports import WeekendPart, compare_report, stats_report
from heiltid.commands.common import ExitCode, read_input, say_written, write_json
from heiltid.exchange.files import WORKBOOK_SUFFIX, check_json_target, check_target
from heiltid.exchange.workbook.compare import write_comparison
from heiltid.terminal import tables
from heiltid.terminal.ledger import show_ledger
from heiltid.terminal.screen import Screen

FULL_TIME_PCT = 100


def run_stats(screen: Screen, source: Path, json: Path | None) -> ExitCode:
    """Positions before and after, beside the published references."""
    if json is not None:
        check_json_target(json, inputs=(source,))
    file = read_input(screen, source).file
    answer = stats_report(file, screen.language)
    screen.line(answer.name or screen.words("cli.nameless"), style="bold")
    screen.show(tables.before_after(screen, answer.before, answer.after))
    screen.say("run.budget", used=round(answer.fte_used, 2), budget=round(answer.fte_budget, 2))
    screen.line("")
    if answer.weekend_arithmetic is not None:
        _show_weekends(screen, answer.weekend_arithmetic)
    if answer.booking is not None:
        show_ledger(screen, file.unit, answer.booking)
    screen.show(tables.references(screen, answer.references))
    write_json(screen, json, answer)
    return ExitCode.DONE


def _show_weekends(screen: Screen, part: WeekendPart) -> None:
    screen.say(
        "table.weekend_need",
        people=part.people_per_weekend,
        fte=round(part.fte, 2),
        hours=round(part.weekly_hours, 1),
        every=round(part.weekend_every_for_full_time, 1),
    )
    screen.show(tables.weekends(screen, part))
    if any(line.highest_average_pct > FULL_TIME_PCT for line in part.by_frequency):
        screen.say("table.above_full_time", style="dim")
        screen.line("")


def run_compare(screen: Screen, sources: Sequence[Path], out: Path | None, json: Path | None) -> ExitCode:
    """Several units' figures beside each other, with weighted totals."""
    if out is not None:
        check_target(out, inputs=tuple(sources), suffixes=(WORKBOOK_SUFFIX,))
    if json is not None:
        check_json_target(json, inputs=tuple(sources))
    files = [(source, read_input(screen, source).file) for source in sources]
    answer = compare_report(files, screen.language)
    screen.show(tables.comparison(screen, answer))
    if out is not None:
        write_comparison(out, answer, screen.language)
        say_written(screen, out)
    write_json(screen, json, answer)
    return ExitCode.DONE
