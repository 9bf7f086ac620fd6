"""heiltid book import: answers from files, folders and standard input, as one preview and one step."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from heiltid.booking.answers.preview_lines import preview_lines, preview_summary
from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.booking.answers.receiving import Preview, preview, received
from heiltid.booking.wishing.said import Raw
from heiltid.commands.book_answer_values import book_import
from heiltid.commands.booking_file import BookingFile, Opened, check_json, check_source, held, opened, save
from heiltid.commands.common import ExitCode, keep_existing, say_written, write_json
from heiltid.errors import StoreError
from heiltid.exchange.booking.answer_files import MOST_TEXT_BYTES, decoded, read_answers, read_text
from heiltid.exchange.booking.refused_file import refused_file
from heiltid.exchange.files import WORKBOOK_SUFFIX, check_target
from heiltid.model.asking import Booking
from heiltid.terminal.book import show_preview
from heiltid.terminal.screen import Screen

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWords:
    """The words of the command line. answers: files, folders, "-"; is_trial: nothing is saved."""

    file: BookingFile
    answers: tuple[str, ...]
    is_trial: bool = False
    takes_late: bool = False
    refused: Path | None = None


def run_book_import(screen: Screen, asked: ImportWords, now: datetime) -> ExitCode:
    """The whole command. Ends with INPUT where nothing at all could be understood."""
    _check_refused(asked)
    if asked.is_trial:
        check_source(screen, asked.file.source)
        check_json(asked.file)
        return _taken_in(screen, asked, opened(screen, asked.file.source), now)
    with held(screen, asked.file) as work:
        return _taken_in(screen, asked, work, now)


def _check_refused(asked: ImportWords) -> None:
    if asked.refused is not None:
        inputs = [Path(name) for name in asked.answers if name != STANDARD_INPUT]
        check_target(asked.refused, inputs=tuple(inputs), suffixes=(WORKBOOK_SUFFIX,))
        keep_existing(asked.refused, force=asked.file.force)


def _taken_in(screen: Screen, asked: ImportWords, work: Opened, now: datetime) -> ExitCode:
    raws = tuple(_raws(screen, asked, work.booking))
    shown = preview(work.booking, raws, now.replace(tzinfo=None), takes_late=asked.takes_late)
    show_preview(screen, preview_lines(shown, work.booking, screen.language, work.file.unit))
    screen.line(preview_summary(shown, screen.language), style="bold")
    booking = received(work.booking, shown)
    is_saved = not asked.is_trial and (booking is not work.booking or asked.file.out is not None)
    if is_saved:
        save(asked.file, work, booking)
        say_written(screen, asked.file.target)
    elif asked.is_trial:
        screen.say("book.trial")
    else:
        screen.say("book.nothing_new")
    _give_back(screen, asked, shown)
    write_json(screen, asked.file.json, book_import(shown, screen.language, saved=is_saved))
    is_nothing = shown.refused and not shown.entries and not shown.wishes
    return ExitCode.INPUT if is_nothing else ExitCode.DONE


def _give_back(screen: Screen, asked: ImportWords, shown: Preview) -> None:
    """What was refused as a workbook, where one is asked for and there is anything."""
    if asked.refused is not None and shown.refused:
        refused_file(asked.refused, shown.refused, screen.language)
        say_written(screen, asked.refused)


def _raws(screen: Screen, asked: ImportWords, booking: Booking) -> Iterator[Raw]:
    own = [path for path in (asked.file.source, asked.file.target) if path.exists()]
    for name in asked.answers:
        if name == STANDARD_INPUT:
            yield from _from_standard_input(screen, booking)
            continue
        path = Path(name)
        if not path.exists():
            raise StoreError("missing", name=path.name)
        for found in _files(path):
            if not any(found.samefile(file) for file in own):
                yield from read_answers(found, booking)


def _files(path: Path) -> Iterator[Path]:
    """A file, or all files in a folder and its folders but hidden ones and those of open programs."""
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        inside = found.relative_to(path).parts
        if found.is_file() and not any(part.startswith((".", "~$")) for part in inside):
            yield found


def _from_standard_input(screen: Screen, booking: Booking) -> tuple[Raw, ...]:
    if sys.stdin.isatty():  # else nobody would know that the program waits
        screen.complain_line(screen.words("book.paste"), style="")
    content = sys.stdin.buffer.read(MOST_TEXT_BYTES + 1)
    text = decoded(content)
    if len(content) > MOST_TEXT_BYTES or text is None:
        why = NotAnAnswer.UNREADABLE if text is None else NotAnAnswer.TOO_LARGE
        return (Refused(source=Source(), why=why),)
    return read_text(text, booking)
