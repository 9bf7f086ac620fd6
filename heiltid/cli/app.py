"""The commands and their options.

The solver is handed in, so that this module and all it imports stay free of it. A command's module is
loaded when the command runs: the libraries behind all of them take longer to load than most of them run.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import typer

from heiltid import __version__
from heiltid.allocation import Share
from heiltid.cli.booking import add_booking
from heiltid.cli.options import MOST_WORKERS, Options, cores
from heiltid.commands.help import group_class
from heiltid.jobs import Solve
from heiltid.texts import Language, system_language

ShowWindow: TypeAlias = Callable[[Path | None, Language | None], int]

DEFAULT_TIME_LIMIT_SECONDS = 60.0
LONGEST_TIME_LIMIT_SECONDS = 7 * 24 * 3600.0
MOST_RUNS = 52  # a rotation of one week for a year


def local_now() -> datetime:
    """What the clock on the wall shows, with its zone."""
    return datetime.now().astimezone()


def build_app(
    solve: Solve,
    language: Language | None = None,
    show_window: ShowWindow | None = None,
    share: Share | None = None,
    clock: Callable[[], datetime] = local_now,
) -> typer.Typer:
    """The command line around a solver; help and messages in `language` until a command is told another.

    share: what shares open shifts out (None: that is not offered); clock: tells the time with its zone.
    """
    own = Options(language or system_language())
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
    add_booking(app, own, share, clock)
    return app


def _add_window(app: typer.Typer, own: Options, show_window: ShowWindow) -> None:
    file_argument = typer.Argument(None, help=own.words("argument_window"), metavar="FILE")

    @app.command("window", cls=own.command, help=own.words("help_window"))
    def window(file: Path | None = file_argument, language: Language | None = own.language) -> None:
        raise typer.Exit(show_window(file, language))


def _with_version(own: Options) -> Callable[..., None]:
    def print_version(wanted: bool) -> None:
        if wanted:
            typer.echo(f"Heiltid {__version__}")
            raise typer.Exit

    version_option = own.option(False, "--version", "version", callback=print_version, is_eager=True)

    def heiltid(version: bool = version_option, language: Language | None = own.language) -> None:
        pass  # the language is found before the words are parsed: language_of

    return heiltid


def _add_template(app: typer.Typer, own: Options) -> None:
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


def _add_solve(app: typer.Typer, own: Options, solve: Solve) -> None:
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
    workers_option = own.option(cores(), "--workers", "workers", min=1, max=MOST_WORKERS, metavar="N")
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


def _add_check(app: typer.Typer, own: Options) -> None:
    @app.command("check", cls=own.command, help=own.words("help_check"))
    def check(
        file: Path = own.unit,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.check import run_check

        own.run(language, debug, lambda screen: run_check(screen, file, json))


def _add_stats(app: typer.Typer, own: Options) -> None:
    @app.command("stats", cls=own.command, help=own.words("help_stats"))
    def stats(
        file: Path = own.unit,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.figures import run_stats

        own.run(language, debug, lambda screen: run_stats(screen, file, json))


def _add_report(app: typer.Typer, own: Options) -> None:
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


def _add_export(app: typer.Typer, own: Options) -> None:
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


def _add_convert(app: typer.Typer, own: Options) -> None:
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


def _add_compare(app: typer.Typer, own: Options) -> None:
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
