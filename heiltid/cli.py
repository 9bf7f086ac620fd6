"""The command line: which commands and options there are. What they do stands in heiltid.commands.

The solver is handed in, so that this module and all it imports stay free of it. A command's module is
loaded when the command runs: the libraries behind all of them take longer to load than most of them run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import typer

from heiltid import __version__
from heiltid.commands.common import ExitCode, Finished, errors_in_words
from heiltid.commands.help import command_class, group_class
from heiltid.jobs import Solve
from heiltid.terminal.screen import Screen
from heiltid.texts import Language, system_language, text

ShowWindow: TypeAlias = Callable[[Path | None, Language | None], int]

DEFAULT_TIME_LIMIT_SECONDS = 60.0
LONGEST_TIME_LIMIT_SECONDS = 7 * 24 * 3600.0
MOST_WORKERS = 64
MOST_RUNS = 52  # a rotation of one week for a year


def language_of(words: Sequence[str]) -> Language:
    """The language a command line asks for, found before it is parsed: the help needs it."""
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--language":
            wanted = value or (words[place + 1] if place + 1 < len(words) else "")
            if wanted in set(Language):
                return Language(wanted)
    return system_language()


def build_app(
    solve: Solve, language: Language | None = None, show_window: ShowWindow | None = None
) -> typer.Typer:
    """The command line around a solver; help and messages in `language` until a command is told another."""
    own = _Options(language or system_language())
    app = typer.Typer(
        cls=group_class(own.fallback),
        help=own.words("help"),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_with_version(own))
    if show_window is not None:
        _add_window(app, own, show_window)
    _add_template(app, own)
    _add_solve(app, own, solve)
    _add_check(app, own)
    _add_stats(app, own)
    _add_report(app, own)
    _add_export(app, own)
    _add_convert(app, own)
    _add_compare(app, own)
    _add_rollout(app, own)
    _add_open_shifts(app, own)
    return app


def _add_window(app: typer.Typer, own: _Options, show_window: ShowWindow) -> None:
    file_argument = typer.Argument(None, help=own.words("argument_window"), metavar="FILE")

    @app.command("window", cls=own.command, help=own.words("help_window"))
    def window(file: Path | None = file_argument, language: Language | None = own.language) -> None:
        raise typer.Exit(show_window(file, language))


class _Options:
    """Arguments and options that several commands share, with their help in one language."""

    def __init__(self, language: Language) -> None:
        self.fallback = language
        self.command = command_class(language)
        self.language: Any = self.option(None, "--language", "language", metavar="nn|nb|en")
        self.debug: Any = self.option(False, "--debug", "debug")
        self.json: Any = self.option(None, "--json", "json", metavar="FILE", dir_okay=False)
        self.force: Any = self.option(False, "--force", "force")
        self.unit: Any = self.argument("unit", "UNIT")

    def words(self, key: str) -> str:
        """A text of the command line in its language."""
        return text(f"cli.{key}", self.fallback)

    def option(self, default: Any, flag: str, key: str, **more: Any) -> Any:
        """An option with its help text `cli.option_<key>`."""
        return typer.Option(default, flag, help=self.words(f"option_{key}"), **more)

    def argument(self, key: str, shown: str) -> Any:
        """A required argument with its help text `cli.argument_<key>`."""
        return typer.Argument(..., help=self.words(f"argument_{key}"), metavar=shown)

    def run(self, language: Language | None, debug: bool, command: Callable[[Screen], ExitCode]) -> None:
        """Run a command with its screen and end with its exit code."""
        screen = Screen(language or self.fallback)
        try:
            with errors_in_words(screen, debug=debug):
                code = command(screen)
        except Finished as finished:
            code = finished.code
        raise typer.Exit(int(code))


def _with_version(own: _Options) -> Callable[..., None]:
    def print_version(wanted: bool) -> None:
        if wanted:
            typer.echo(f"Heiltid {__version__}")
            raise typer.Exit

    version_option = own.option(False, "--version", "version", callback=print_version, is_eager=True)

    def heiltid(version: bool = version_option, language: Language | None = own.language) -> None:
        pass  # the language is found before the words are parsed: language_of

    return heiltid


def _add_template(app: typer.Typer, own: _Options) -> None:
    out_argument = own.argument("template", "OUT.xlsx")

    @app.command("template", cls=own.command, help=own.words("help_template"))
    def template(
        out: Path = out_argument,
        force: bool = own.force,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.convert import run_template

        own.run(language, debug, lambda screen: run_template(screen, out, force=force))


def _add_solve(app: typer.Typer, own: _Options, solve: Solve) -> None:
    out_option = own.option(..., "--out", "out", metavar="RESULT.xlsx")
    time_option = own.option(
        DEFAULT_TIME_LIMIT_SECONDS,
        "--time-limit",
        "time_limit",
        min=1.0,
        max=LONGEST_TIME_LIMIT_SECONDS,
        metavar="S",
    )
    seed_option = own.option(1, "--seed", "seed", min=0, max=2**31 - 1, metavar="N")
    cores = min(2, os.cpu_count() or 1)
    workers_option = own.option(cores, "--workers", "workers", min=1, max=MOST_WORKERS, metavar="N")
    keep_option = own.option(0, "--keep-today", "keep_today", min=0, max=1_000, metavar="W")

    @app.command("solve", cls=own.command, help=own.words("help_solve"))
    def solve_command(
        unit: Path = own.unit,
        out: Path = out_option,
        time_limit: float = time_option,
        seed: int = seed_option,
        workers: int = workers_option,
        json: Path | None = own.json,
        keep_today: int = keep_option,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.solve import SolveOptions, run_solve

        options = SolveOptions(
            source=unit,
            out=out,
            json=json,
            time_limit_seconds=time_limit,
            seed=seed,
            workers=workers,
            keep_today_weight=keep_today,
        )
        own.run(language, debug, lambda screen: run_solve(screen, solve, options))


def _add_check(app: typer.Typer, own: _Options) -> None:
    @app.command("check", cls=own.command, help=own.words("help_check"))
    def check(
        file: Path = own.unit,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.check import run_check

        own.run(language, debug, lambda screen: run_check(screen, file, json))


def _add_stats(app: typer.Typer, own: _Options) -> None:
    @app.command("stats", cls=own.command, help=own.words("help_stats"))
    def stats(
        file: Path = own.unit,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.figures import run_stats

        own.run(language, debug, lambda screen: run_stats(screen, file, json))


def _add_report(app: typer.Typer, own: _Options) -> None:
    out_option = own.option(..., "--out", "report_out", metavar="REPORT.pdf")
    plan_option = own.option(None, "--plan", "plan", metavar="NAME")

    @app.command("report", cls=own.command, help=own.words("help_report"))
    def report(
        unit: Path = own.unit,
        out: Path = out_option,
        plan: str | None = plan_option,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.report import run_report

        own.run(language, debug, lambda screen: run_report(screen, unit, out, plan))


def _add_export(app: typer.Typer, own: _Options) -> None:
    to_option = own.option(..., "--to", "to", metavar="FOLDER", file_okay=False)
    what_option = own.option("rota,people,calendar", "--what", "what", metavar="PARTS")
    plan_option = own.option(None, "--plan", "export_plan", metavar="NAME")
    runs_option = own.option(1, "--runs", "runs", min=1, max=MOST_RUNS, metavar="N")

    @app.command("export", cls=own.command, help=own.words("help_export"))
    def export(
        unit: Path = own.unit,
        to: Path = to_option,
        what: str = what_option,
        plan: str | None = plan_option,
        runs: int = runs_option,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.export import run_export

        own.run(language, debug, lambda screen: run_export(screen, unit, to, what, plan, runs))


def _add_convert(app: typer.Typer, own: _Options) -> None:
    source_argument = own.argument("source", "IN")
    target_argument = own.argument("target", "OUT")

    @app.command("convert", cls=own.command, help=own.words("help_convert"))
    def convert(
        source: Path = source_argument,
        target: Path = target_argument,
        force: bool = own.force,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.convert import run_convert

        own.run(language, debug, lambda screen: run_convert(screen, source, target, force=force))


def _add_compare(app: typer.Typer, own: _Options) -> None:
    files_argument = own.argument("units", "FILE...")
    out_option = own.option(None, "--out", "compare_out", metavar="X.xlsx")

    @app.command("compare", cls=own.command, help=own.words("help_compare"))
    def compare(
        files: list[Path] = files_argument,
        out: Path | None = out_option,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.figures import run_compare

        own.run(language, debug, lambda screen: run_compare(screen, files, out, json))


def _add_rollout(app: typer.Typer, own: _Options) -> None:
    from_option = own.option(..., "--from", "rollout_from", metavar="DATE")
    week_option = own.option(None, "--week", "rollout_week", min=1, metavar="N")
    weeks_option = own.option(None, "--weeks", "rollout_weeks", min=1, metavar="N")
    out_option = own.option(..., "--out", "rollout_out", metavar="DATED.xlsx")

    @app.command("rollout", cls=own.command, help=own.words("help_rollout"))
    def rollout(
        unit: Path = own.unit,
        first: str = from_option,
        week: int | None = week_option,
        weeks: int | None = weeks_option,
        out: Path = out_option,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.rollout import RollOutWords, run_rollout

        asked = RollOutWords(source=unit, out=out, json=json, first=first, from_week=week, weeks=weeks)
        own.run(language, debug, lambda screen: run_rollout(screen, asked))


def _add_open_shifts(app: typer.Typer, own: _Options) -> None:
    dated_argument = own.argument("dated", "DATED")
    ring_option = own.option([], "--then", "ring", metavar="NAME")

    @app.command("open-shifts", cls=own.command, help=own.words("help_open_shifts"))
    def open_shifts(
        dated: Path = dated_argument,
        then: list[str] = ring_option,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.open_shifts import run_open_shifts

        own.run(language, debug, lambda screen: run_open_shifts(screen, dated, json, then))
