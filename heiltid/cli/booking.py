"""Open shifts on the command line: rollout, open-shifts, and the group `book` for lists and answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import typer

from heiltid.allocation import Share
from heiltid.cli.options import MOST_WORKERS, Options, cores
from heiltid.cli.wishes import add_wishes
from heiltid.commands.help import group_class
from heiltid.texts import Language

Clock: TypeAlias = Callable[[], datetime]

SHARE_SECONDS = 8.0
MOST_SHARE_SECONDS = 3_600.0
MOST_SHIFTS = 200  # of one person in one round


def add_booking(app: typer.Typer, own: Options, share: Share | None, clock: Clock) -> None:
    """All commands about open shifts. share: None where there is no engine to share out with."""
    _add_rollout(app, own)
    _add_open_shifts(app, own)
    book = typer.Typer(
        cls=group_class(own.fallback),
        help=own.words("help_book"),
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    book.callback()(_with_language(own))
    _add_status(book, own)
    _add_export(book, own, clock)
    _add_import(book, own, clock)
    if share is not None:
        _add_allocate(book, own, share, clock)
    _add_confirm(book, own, clock)
    add_wishes(book, own, clock)
    app.add_typer(book, name="book")


def _with_language(own: Options) -> Callable[..., None]:
    def book(language: Language | None = own.language) -> None:
        pass  # the language is found before the words are parsed: language_of

    return book


class _BookOptions:
    """Arguments and options of the commands under `book`."""

    def __init__(self, own: Options) -> None:
        self.unit: Any = own.argument("book_unit", "UNIT.heiltid")
        self.out: Any = own.option(None, "--out", "book_out", metavar="FILE.heiltid", dir_okay=False)
        self.list: Any = own.option(None, "--list", "book_list", metavar="CODE")


def _add_rollout(app: typer.Typer, own: Options) -> None:
    from_option = own.option(..., "--from", "rollout_from", metavar="DATE")
    week_option = own.option(None, "--week", "rollout_week", min=1, metavar="N")
    weeks_option = own.option(None, "--weeks", "rollout_weeks", min=1, metavar="N")
    out_option = own.option(..., "--out", "rollout_out", metavar="FILE")

    @app.command("rollout", cls=own.command, help=own.words("help_rollout"))
    def rollout(
        unit: Path = own.unit,
        first: str = from_option,
        week: int | None = week_option,
        weeks: int | None = weeks_option,
        out: Path = out_option,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.rollout import RollOutWords, run_rollout

        asked = RollOutWords(
            source=unit, out=out, force=force, json=json, first=first, from_week=week, weeks=weeks
        )
        own.run(language, debug, lambda screen: run_rollout(screen, asked))


def _add_open_shifts(app: typer.Typer, own: Options) -> None:
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


def _add_status(book: typer.Typer, own: Options) -> None:
    unit_argument = _BookOptions(own).unit

    @book.command("status", cls=own.command, help=own.words("help_book_status"))
    def status(
        unit: Path = unit_argument,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_status import run_book_status

        own.run(language, debug, lambda screen: run_book_status(screen, unit, json))


def _add_export(book: typer.Typer, own: Options, clock: Clock) -> None:
    shared = _BookOptions(own)
    to_option = own.option(..., "--to", "book_to", metavar="FOLDER", file_okay=False)
    deadline_option = own.option(None, "--deadline", "book_deadline", metavar="TIME")
    since_option = own.option(None, "--since", "book_since", metavar="DATE")
    until_option = own.option(None, "--until", "book_until", metavar="DATE")
    kinds_option = own.option(None, "--kinds", "book_kinds", metavar="D,A,N,L,O")
    competence_option = own.option(None, "--competence", "book_competence", metavar="NAME")
    people_option = own.option(None, "--people", "book_people", metavar="NUMBERS")
    again_option = own.option(False, "--again", "book_again")
    what_option = own.option("pages,workbooks,shared", "--what", "book_what", metavar="PARTS")
    address_option = own.option(None, "--answers-to", "book_answers_to", metavar="ADDRESS")
    list_option = own.option(None, "--list", "book_list_again", metavar="CODE")

    @book.command("export", cls=own.command, help=own.words("help_book_export"))
    def export(
        unit: Path = shared.unit,
        to: Path = to_option,
        deadline: str | None = deadline_option,
        since: str | None = since_option,
        until: str | None = until_option,
        kinds: str | None = kinds_option,
        competence: str | None = competence_option,
        people: str | None = people_option,
        again: bool = again_option,
        what: str = what_option,
        answers_to: str | None = address_option,
        code: str | None = list_option,
        out: Path | None = shared.out,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_export import ExportWords, run_book_export
        from heiltid.commands.booking_file import BookingFile

        asked = ExportWords(
            file=BookingFile(source=unit, out=out, force=force, json=json),
            folder=to,
            deadline=deadline,
            since=since,
            until=until,
            kinds=kinds,
            competence=competence,
            people=people,
            again=again,
            what=what,
            answers_to=answers_to,
            code=code,
        )
        own.run(language, debug, lambda screen: run_book_export(screen, asked, clock()))


def _add_import(book: typer.Typer, own: Options, clock: Clock) -> None:
    shared = _BookOptions(own)
    answers_argument = own.argument("book_answers", "ANSWER...")
    dry_option = own.option(False, "--dry-run", "book_dry_run")
    late_option = own.option(False, "--late", "book_late")
    refused_option = own.option(None, "--refused", "book_refused", metavar="FILE.xlsx", dir_okay=False)

    @book.command("import", cls=own.command, help=own.words("help_book_import"))
    def take_in(
        unit: Path = shared.unit,
        answers: list[str] = answers_argument,
        dry_run: bool = dry_option,
        late: bool = late_option,
        refused: Path | None = refused_option,
        out: Path | None = shared.out,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_import import ImportWords, run_book_import
        from heiltid.commands.booking_file import BookingFile

        asked = ImportWords(
            file=BookingFile(source=unit, out=out, force=force, json=json),
            answers=tuple(answers),
            is_trial=dry_run,
            takes_late=late,
            refused=refused,
        )
        own.run(language, debug, lambda screen: run_book_import(screen, asked, clock()))


def _add_allocate(book: typer.Typer, own: Options, share: Share, clock: Clock) -> None:
    shared = _BookOptions(own)
    most_option = own.option(None, "--most-shifts", "book_most_shifts", min=0, max=MOST_SHIFTS, metavar="N")
    overtime_option = own.option(None, "--overtime/--no-overtime", "book_overtime")
    why_option = own.option(False, "--why", "book_why")
    time_option = own.option(
        SHARE_SECONDS, "--time-limit", "time_limit", min=1.0, max=MOST_SHARE_SECONDS, metavar="S"
    )
    seed_option = own.option(1, "--seed", "seed", min=0, max=2**31 - 1, metavar="N")
    workers_option = own.option(cores(), "--workers", "workers", min=1, max=MOST_WORKERS, metavar="N")

    @book.command("allocate", cls=own.command, help=own.words("help_book_allocate"))
    def allocate(
        unit: Path = shared.unit,
        code: str | None = shared.list,
        most_shifts: int | None = most_option,
        overtime: bool | None = overtime_option,
        why: bool = why_option,
        time_limit: float = time_option,
        seed: int = seed_option,
        workers: int = workers_option,
        out: Path | None = shared.out,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_allocate import AllocateWords, run_book_allocate
        from heiltid.commands.booking_file import BookingFile

        asked = AllocateWords(
            file=BookingFile(source=unit, out=out, force=force, json=json),
            code=code,
            most_shifts=most_shifts,
            allows_overtime=overtime,
            says_why=why,
            time_limit_seconds=time_limit,
            seed=seed,
            workers=workers,
        )
        own.run(language, debug, lambda screen: run_book_allocate(screen, share, asked, clock()))


def _add_confirm(book: typer.Typer, own: Options, clock: Clock) -> None:
    shared = _BookOptions(own)
    to_option = own.option(..., "--to", "book_confirm_to", metavar="FOLDER", file_okay=False)
    by_option = own.option(..., "--by", "book_by", metavar="NAME")
    names_option = own.option(None, "--names/--no-names", "book_names")

    @book.command("confirm", cls=own.command, help=own.words("help_book_confirm"))
    def confirm(
        unit: Path = shared.unit,
        to: Path = to_option,
        by: str = by_option,
        code: str | None = shared.list,
        names: bool | None = names_option,
        out: Path | None = shared.out,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_confirm import ConfirmWords, run_book_confirm
        from heiltid.commands.booking_file import BookingFile

        asked = ConfirmWords(
            file=BookingFile(source=unit, out=out, force=force, json=json),
            folder=to,
            by=by,
            code=code,
            shows_names=names,
        )
        own.run(language, debug, lambda screen: run_book_confirm(screen, asked, clock()))
