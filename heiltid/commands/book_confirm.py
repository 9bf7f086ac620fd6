"""heiltid book confirm: a list settled, and everybody told what she got."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from heiltid.booking.settling.missed_why import why_missed
from heiltid.booking.settling.outcome import Got, Outcome, holders, outcomes, with_told
from heiltid.booking.settling.proposal_check import agreements_brought
from heiltid.booking.settling.settled import misfits, settled
from heiltid.commands.book_values import BookConfirmation, ConfirmedPerson, GivenLine, hours, relative
from heiltid.commands.booking_file import BookingFile, chosen_list, held, need_rollout, save
from heiltid.commands.common import ExitCode, Finished, say_written, write_json
from heiltid.exchange.booking.confirmations import Confirmations, write_confirmations
from heiltid.exchange.hand_out import check_folder
from heiltid.model.asking import Allotment, Booking, SentList
from heiltid.terminal.book import show_confirmation
from heiltid.terminal.book_notes import show_agreements
from heiltid.terminal.screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmWords:
    """The words of the command line. shows_names: on the sheet for all; None: as the file has it."""

    file: BookingFile
    folder: Path
    by: str
    code: str | None = None
    shows_names: bool | None = None


def run_book_confirm(screen: Screen, asked: ConfirmWords, now: datetime) -> ExitCode:
    """The whole command. A list that is settled is confirmed again, as things are now.

    The file is saved before anything is written for people, and once more with what they were told: if
    it ends in between, the same command writes all of it again.
    """
    check_folder(asked.folder)
    with held(screen, asked.file) as work:
        need_rollout(screen, work.booking)
        sent = _list(screen, work.booking, asked)
        needed = agreements_brought(work.booking, sent.code)
        left = () if sent.settled_at else misfits(work.booking, sent.code)
        booking = _settled(work.booking, sent, asked, now.replace(tzinfo=None))
        file = save(asked.file, work, booking)
        asked.folder.mkdir(exist_ok=True)
        why = why_missed(booking, sent.code, screen.language)
        written = write_confirmations(asked.folder, file, sent.code, screen.language, stamp=now, why_not=why)
        booking = with_told(booking, sent.code, now.replace(tzinfo=None))
        if booking != file.booking:
            save(asked.file, work, booking)
        answer = _answer(booking, sent.code, written, left)
        show_confirmation(screen, file.unit, booking, sent.code, left)
        if work.booking.rollout is not None:
            show_agreements(screen, work.booking.rollout.unit, needed)
    say_written(screen, written.folder)
    say_written(screen, asked.file.target)
    write_json(screen, asked.file.json, answer)
    return ExitCode.DONE


def _list(screen: Screen, booking: Booking, asked: ConfirmWords) -> SentList:
    sent = chosen_list(screen, booking, asked.code)
    problem = None
    if sent.settled_at is None and not sent.allotments:
        problem = "book.trouble.not_shared"
    elif not asked.by.strip():
        problem = "book.trouble.no_name"
    if problem is not None:
        screen.complain(problem, code=sent.code)
        raise Finished(ExitCode.INPUT)
    return sent


def _settled(booking: Booking, sent: SentList, asked: ConfirmWords, now: datetime) -> Booking:
    if asked.shows_names is not None:
        booking = replace(booking, settings=replace(booking.settings, shows_names=asked.shows_names))
    return booking if sent.settled_at else settled(booking, sent.code, asked.by.strip(), now)


def _answer(
    booking: Booking, code: str, written: Confirmations, left: tuple[Allotment, ...]
) -> BookConfirmation:
    sent, held_by = booking.list_of(code), holders(booking, code)
    assert sent is not None
    assert sent.settled_at is not None
    return BookConfirmation(
        list=code,
        settled=sent.settled_at,
        folder=written.folder.name,
        shared=relative(written.shared, written.folder),
        rota=relative(written.rota, written.folder),
        people=tuple(_person(entry, written) for entry in outcomes(booking, code)),
        misfits=tuple(entry.place for entry in left),
        still_open=tuple(place.number for place in sent.places if place.number not in held_by),
    )


def _person(found: Outcome, written: Confirmations) -> ConfirmedPerson:
    files = written.people.get(found.employee, ())
    return ConfirmedPerson(
        employee=found.employee,
        given=tuple(map(_given, found.got)),
        missed=tuple(entry.place.number for entry in found.missed),
        called_off=tuple(place.number for place in found.called_off),
        files=tuple(relative(path, written.folder) for path in files),
    )


def _given(entry: Got) -> GivenLine:
    extra = entry.extra
    return GivenLine(
        place=entry.place.number,
        date=entry.place.on,
        code=entry.place.code,
        unbound_hours=hours(extra.unbound_minutes),
        extra_hours=hours(extra.extra_minutes),
        overtime_hours=hours(extra.overtime_minutes),
    )
