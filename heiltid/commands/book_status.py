"""heiltid book status: the roll-out of a file, and how far each of its lists has come."""

from __future__ import annotations

from pathlib import Path

from heiltid.commands.book_values import book_status
from heiltid.commands.booking_file import BookingFile, check_json, check_source, opened
from heiltid.commands.common import ExitCode, write_json
from heiltid.terminal.book import lists_table, say_rollout
from heiltid.terminal.screen import Screen


def run_book_status(screen: Screen, source: Path, json: Path | None) -> ExitCode:
    """The whole command; nothing is changed."""
    check_source(screen, source)
    check_json(BookingFile(source=source, json=json))
    work = opened(screen, source)
    found = book_status(work.file.unit.name, work.booking)
    screen.line(found.name or screen.words("cli.nameless"), style="bold")
    say_rollout(screen, work.booking.rollout)
    if found.lists:
        screen.show(lists_table(screen, work.booking))
    else:
        screen.say("book.no_lists")
    write_json(screen, json, found)
    return ExitCode.DONE
