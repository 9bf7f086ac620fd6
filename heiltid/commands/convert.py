"""heiltid template and heiltid convert: files made from nothing, and from one another."""

from __future__ import annotations

from pathlib import Path

from heiltid.commands.common import ExitCode, keep_existing, read_input, say_written
from heiltid.exchange.files import SUFFIXES, WORKBOOK_SUFFIX, check_target, save_file
from heiltid.exchange.workbook.template import write_template
from heiltid.terminal.screen import Screen


def run_template(screen: Screen, out: Path, *, force: bool) -> ExitCode:
    """A workbook to fill in. A workbook somebody has filled in is never overwritten unasked."""
    check_target(out, inputs=(), suffixes=(WORKBOOK_SUFFIX,))
    keep_existing(out, force=force)
    write_template(out, screen.language)
    say_written(screen, out)
    return ExitCode.DONE


def run_convert(screen: Screen, source: Path, target: Path, *, force: bool) -> ExitCode:
    """The same unit and plans in the other format."""
    check_target(target, inputs=(source,), suffixes=SUFFIXES)
    keep_existing(target, force=force)
    file = read_input(screen, source).file
    save_file(target, file, screen.language)
    say_written(screen, target)
    return ExitCode.DONE
