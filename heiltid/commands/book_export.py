"""heiltid book export: a list of open shifts made, kept in the file, and written out for everybody on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from heiltid.booking.answers.sending import ListWish, list_problem, new_list
from heiltid.commands.book_values import AskedLine, BookExport, asked_numbers, place_line, relative
from heiltid.commands.book_words import (
    date_meant,
    moment_meant,
    parts_meant,
    people_meant,
    refuse,
    refuse_beside,
    words_of,
)
from heiltid.commands.booking_file import BookingFile, chosen_list, held, need_rollout, save
from heiltid.commands.common import ExitCode, say_written, write_json
from heiltid.competence_words import competence_meant
from heiltid.errors import StoreError
from heiltid.exchange.booking.list_folder import ListPart, write_list
from heiltid.exchange.hand_out import check_folder
from heiltid.model import ShiftKind, Unit
from heiltid.model.asking import Booking, SentList
from heiltid.spelling import normal
from heiltid.terminal.book import say_exported
from heiltid.terminal.screen import Screen
from heiltid.texts import text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWords:
    """The words of the command line. code: of a list made before, to be written once more."""

    file: BookingFile
    folder: Path
    code: str | None = None
    deadline: str | None = None
    since: str | None = None
    until: str | None = None
    kinds: str | None = None
    competence: str | None = None
    people: str | None = None
    again: bool = False
    what: str = "pages,workbooks,shared"
    answers_to: str | None = None


def run_book_export(screen: Screen, asked: ExportWords, now: datetime) -> ExitCode:
    """The whole command. The file is saved first: no list goes out that it would not know."""
    parts = parts_meant(screen, asked.what, ListPart)
    check_folder(asked.folder)
    with held(screen, asked.file) as work:
        need_rollout(screen, work.booking)
        booking = with_address(work.booking, asked.answers_to)
        if asked.code is None:
            sent = _made(screen, booking, asked, now.replace(tzinfo=None))
            booking = booking.with_list(sent)
        else:
            sent = chosen_list(screen, booking, asked.code)
            refuse_beside(screen, sent.code, _told_of_new(asked))
            _keep_folder(screen, asked, sent)
        if booking != work.booking:
            save(asked.file, work, booking)
    answer = _written(screen, booking, sent, asked, parts)
    if booking != work.booking:
        say_written(screen, asked.file.target)
    write_json(screen, asked.file.json, answer)
    return ExitCode.DONE


def _told_of_new(asked: ExportWords) -> dict[str, object]:
    """The options that say what a new list shall be."""
    return {
        "--deadline": asked.deadline,
        "--since": asked.since,
        "--until": asked.until,
        "--kinds": asked.kinds,
        "--competence": asked.competence,
        "--people": asked.people,
        "--again": asked.again,
    }


def _keep_folder(screen: Screen, asked: ExportWords, sent: SentList) -> None:
    inner = _inner(screen, asked, sent)
    if inner.exists() and not asked.file.force:
        raise StoreError("exists", name=inner.name)


def _inner(screen: Screen, asked: ExportWords, sent: SentList) -> Path:
    """The folder of the list's own that it is written to."""
    return asked.folder / text("booking_folder.list", screen.language, code=sent.code)


def _written(
    screen: Screen, booking: Booking, sent: SentList, asked: ExportWords, parts: frozenset[ListPart]
) -> BookExport:
    assert booking.rollout is not None
    try:
        paths = write_list(asked.folder, booking.rollout.unit, booking, sent, screen.language, parts)
    except OSError:
        screen.complain("book.trouble.not_written", code=sent.code)
        raise
    inner = _inner(screen, asked, sent)
    answer = _answer(sent, booking.rollout.unit, [relative(path, inner) for path in paths], parts)
    say_exported(screen, sent)
    say_written(screen, inner)
    return answer


def _answer(sent: SentList, unit: Unit, files: list[str], parts: frozenset[ListPart]) -> BookExport:
    """Files come as they were written: part by part, each in the order of the offers."""
    shared = files[-1] if ListPart.SHARED in parts else None
    own = files if shared is None else files[:-1]
    people = unit.employee_by_number()
    got = [offer for offer in sent.offers if offer.offered and offer.employee in people]
    return BookExport(
        list=sent.code,
        made=sent.made_at,
        deadline=sent.deadline,
        places=tuple(map(place_line, sent.places)),
        people=tuple(
            AskedLine(
                employee=offer.employee,
                offered=asked_numbers(offer.offered),
                files=tuple(own[place :: len(got)]),
            )
            for place, offer in enumerate(got)
        ),
        nobody=tuple(offer.employee for offer in sent.offers if not offer.offered),
        shared=shared,
    )


# -- what the words mean ------------------------------------------------------------------------------


def with_address(booking: Booking, address: str | None) -> Booking:
    """The booking with another address answers are sent to, where one is told."""
    if address is None:
        return booking
    return replace(booking, settings=replace(booking.settings, answers_to=address.strip()))


def _made(screen: Screen, booking: Booking, asked: ExportWords, now: datetime) -> SentList:
    assert booking.rollout is not None
    if asked.deadline is None:
        refuse(screen, "book.trouble.no_deadline")
    unit = booking.rollout.unit
    wish = ListWish(
        since=date_meant(screen, asked.since),
        until=date_meant(screen, asked.until),
        kinds=_kinds(screen, asked.kinds),
        competence=_competence(screen, unit, asked.competence),
        people=people_meant(screen, unit, asked.people),
        again=asked.again,
    )
    sent = new_list(booking, wish, deadline=moment_meant(screen, asked.deadline), at=now)
    problem = list_problem(sent)
    if problem is not None:
        refuse(screen, problem)
    return sent


def _kinds(screen: Screen, typed: str | None) -> frozenset[ShiftKind] | None:
    if typed is None:
        return None
    words = words_of(typed.upper())
    if not words or any(word not in set(ShiftKind) for word in words):
        refuse(screen, "book.trouble.no_kind", found=typed, known=", ".join(ShiftKind))
    return frozenset(ShiftKind(word) for word in words)


def _competence(screen: Screen, unit: Unit, typed: str | None) -> str | None:
    if typed is None:
        return None
    meant = normal(competence_meant(typed))
    found = next((entry.name for entry in unit.competences if normal(entry.name) == meant), None)
    if found is None:
        known = ", ".join(entry.name for entry in unit.competences) or screen.words("book.none")
        refuse(screen, "book.trouble.no_competence", found=typed, known=known)
    return found
