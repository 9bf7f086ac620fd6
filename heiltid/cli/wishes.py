"""Wishes from home on the command line: the group `book wishes`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import typer

from heiltid.cli.options import Options
from heiltid.commands.help import group_class
from heiltid.ranges import MOST_WEEKS
from heiltid.texts import Language


def add_wishes(book: typer.Typer, own: Options, clock: Callable[[], datetime]) -> None:
    """The commands `ask` and `take`."""
    wishes = typer.Typer(
        cls=group_class(own.fallback),
        help=own.words("help_book_wishes"),
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    unit: Any = own.argument("book_unit", "UNIT.heiltid")
    out: Any = own.option(None, "--out", "book_out", metavar="FILE.heiltid", dir_okay=False)
    _add_ask(wishes, own, clock, unit, out)
    _add_take(wishes, own, clock, unit, out)
    book.add_typer(wishes, name="wishes")


def _add_ask(
    wishes: typer.Typer, own: Options, clock: Callable[[], datetime], unit_argument: Any, out_option: Any
) -> None:
    to_option = own.option(..., "--to", "book_to", metavar="FOLDER", file_okay=False)
    deadline_option = own.option(None, "--deadline", "book_deadline", metavar="TIME")
    from_option = own.option(None, "--from", "book_wishes_from", metavar="DATE")
    weeks_option = own.option(None, "--weeks", "book_wishes_weeks", min=1, max=MOST_WEEKS, metavar="N")
    people_option = own.option(None, "--people", "book_people", metavar="NUMBERS")
    what_option = own.option("pages,workbooks", "--what", "book_wishes_what", metavar="PARTS")
    address_option = own.option(None, "--answers-to", "book_answers_to", metavar="ADDRESS")
    round_option = own.option(None, "--round", "book_round_again", metavar="CODE")

    @wishes.command("ask", cls=own.command, help=own.words("help_book_wishes_ask"))
    def ask(
        unit: Path = unit_argument,
        to: Path = to_option,
        deadline: str | None = deadline_option,
        first: str | None = from_option,
        weeks: int | None = weeks_option,
        people: str | None = people_option,
        what: str = what_option,
        answers_to: str | None = address_option,
        code: str | None = round_option,
        out: Path | None = out_option,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_wishes import AskWords, run_ask_wishes
        from heiltid.commands.booking_file import BookingFile

        asked = AskWords(
            file=BookingFile(source=unit, out=out, force=force, json=json),
            folder=to,
            code=code,
            deadline=deadline,
            first=first,
            weeks=weeks,
            people=people,
            what=what,
            answers_to=answers_to,
        )
        own.run(language, debug, lambda screen: run_ask_wishes(screen, asked, clock()))


def _add_take(
    wishes: typer.Typer, own: Options, clock: Callable[[], datetime], unit_argument: Any, out_option: Any
) -> None:
    round_option = own.option(None, "--round", "book_round", metavar="CODE")
    take_option = own.option(None, "--take", "book_take", metavar="PARTS")
    people_option = own.option(None, "--people", "book_take_people", metavar="NUMBERS")

    @wishes.command("take", cls=own.command, help=own.words("help_book_wishes_take"))
    def take(
        unit: Path = unit_argument,
        code: str | None = round_option,
        parts: str | None = take_option,
        people: str | None = people_option,
        out: Path | None = out_option,
        force: bool = own.force,
        json: Path | None = own.json,
        language: Language | None = own.language,
        debug: bool = own.debug,
    ) -> None:
        from heiltid.commands.book_wishes import TakeWords, run_take_wishes
        from heiltid.commands.booking_file import BookingFile

        asked = TakeWords(
            file=BookingFile(source=unit, out=out, force=force, json=json),
            code=code,
            parts=parts,
            people=people,
        )
        own.run(language, debug, lambda screen: run_take_wishes(screen, asked, clock()))
