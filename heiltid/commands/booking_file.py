"""The .heiltid file that holds a booking: read by the commands under `book`, and saved by most of them.

Without --out the file itself is saved: the key to every list that is sent lies in it, and a list whose
key stands in a copy nobody finds again could not be answered. It is held for writing from before it is
read until it is saved, so that nothing done in the window meanwhile is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from heiltid.booking.answers.tokens import new_secret, normalised
from heiltid.commands.common import ExitCode, Finished, keep_existing, read_input
from heiltid.errors import StoreError
from heiltid.exchange.files import check_json_target, check_target
from heiltid.model import UnitFile
from heiltid.model.asking import Booking, SentList
from heiltid.store import SUFFIX, lock_unit, save_unit
from heiltid.terminal.screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingFile:
    """Which file a command reads. out: where it saves, None: the same file; force: over one that exists."""

    source: Path
    out: Path | None = None
    force: bool = False
    json: Path | None = None

    @property
    def target(self) -> Path:
        """The file that is saved."""
        return self.source if self.out is None else self.out


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a command works on."""

    file: UnitFile
    booking: Booking


@contextmanager
def held(screen: Screen, names: BookingFile, *, begins: bool = False) -> Iterator[Opened]:
    """The content of the file, with the right to save until the block ends. begins: as for `opened`."""
    check_source(screen, names.source)
    if names.out is not None:
        check_target(names.out, inputs=(names.source,), suffixes=(SUFFIX,))
        keep_existing(names.out, force=names.force)
    check_json(names)
    with lock_unit(names.target):
        yield opened(screen, names.source, begins=begins)


def check_source(screen: Screen, source: Path) -> None:
    """Only a .heiltid file can hold a booking."""
    if source.suffix.lower() != SUFFIX and not source.is_dir():
        screen.complain("book.trouble.no_heiltid", name=source.name)
        raise Finished(ExitCode.INPUT)
    if not source.exists():  # before a lock is laid beside it
        raise StoreError("missing", name=source.name)


def check_json(names: BookingFile) -> None:
    """As `check_json_target`, where JSON is asked for."""
    if names.json is not None:
        check_json_target(names.json, inputs=(names.source, names.target))


def opened(screen: Screen, source: Path, *, begins: bool = False) -> Opened:
    """The content of a file that holds a booking. begins: a file without one gets an empty one."""
    file = read_input(screen, source).file
    if file.booking is None and begins:
        return Opened(file=file, booking=Booking(secret=new_secret()))
    if file.booking is None:
        screen.complain("book.trouble.no_booking", name=source.name)
        raise Finished(ExitCode.INPUT)
    return Opened(file=file, booking=file.booking)


def need_rollout(screen: Screen, booking: Booking) -> None:
    """Complains where no roll-out is in force."""
    if booking.rollout is None:
        screen.complain("book.trouble.no_rollout")
        raise Finished(ExitCode.INPUT)


def save(names: BookingFile, was: Opened, booking: Booking) -> UnitFile:
    """Save the file with another booking; what is in it now."""
    file = replace(was.file, booking=booking)
    save_unit(names.target, file)
    return file


def chosen_list(screen: Screen, booking: Booking, code: str | None) -> SentList:
    """The list of a code; without a code the only one that is not settled."""
    waiting = [sent for sent in booking.lists if sent.settled_at is None]
    if code is None and len(waiting) == 1:
        return waiting[0]
    found = None if code is None else booking.list_of(normalised(code))
    if found is None:
        key = "book.trouble.which_list" if code is None else "book.trouble.no_such_list"
        known = waiting if code is None and waiting else booking.lists
        codes = ", ".join(sent.code for sent in known) or screen.words("book.none")
        screen.complain(key, code=code or "", codes=codes)
        raise Finished(ExitCode.INPUT)
    return found
