"""heiltid book wishes: what people want of the next rota, asked for, and taken over into the unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from heiltid.booking.answers.tokens import normalised
from heiltid.booking.wishing.rounds import new_round, people_to_ask, round_problem, with_round
from heiltid.booking.wishing.taking_over import Difference, TakenPart, differences, taken_over
from heiltid.commands.book_export import with_address
from heiltid.commands.book_values import relative
from heiltid.commands.book_wish_values import RoundPerson, WishesAsked, wishes_taken
from heiltid.commands.book_words import (
    date_meant,
    moment_meant,
    parts_meant,
    people_meant,
    refuse,
    refuse_beside,
)
from heiltid.commands.booking_file import BookingFile, Opened, check_json, check_source, held, opened, save
from heiltid.commands.common import ExitCode, say_written, write_json
from heiltid.errors import StoreError
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.exchange.booking.wish_folder import WRITERS, write_round
from heiltid.exchange.hand_out import check_folder
from heiltid.model import Unit
from heiltid.model.asking import Booking, WishRound
from heiltid.store import save_unit
from heiltid.terminal.screen import Screen
from heiltid.terminal.wishes import say_asked, show_differences
from heiltid.texts import text


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWords:
    """The words of the command line. first, weeks None: the unit's; code: of a round made before."""

    file: BookingFile
    folder: Path
    code: str | None = None
    deadline: str | None = None
    first: str | None = None
    weeks: int | None = None
    people: str | None = None
    what: str = "pages,workbooks"
    answers_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeWords:
    """The words of the command line. parts None: nothing is taken over, the differences are shown."""

    file: BookingFile
    code: str | None = None
    parts: str | None = None
    people: str | None = None


def run_ask_wishes(screen: Screen, asked: AskWords, now: datetime) -> ExitCode:
    """The whole command. The file is saved first: no question goes out that it would not know."""
    parts = parts_meant(screen, asked.what, WRITERS)
    check_folder(asked.folder)
    with held(screen, asked.file, begins=True) as work:
        booking = with_address(work.booking, asked.answers_to)
        if asked.code is None:
            made = _made(screen, work.file.unit, booking, asked, now.replace(tzinfo=None))
            booking = with_round(booking, made)
        else:
            made = _chosen(screen, booking, asked.code)
            told = {"--deadline": asked.deadline, "--from": asked.first, "--weeks": asked.weeks}
            refuse_beside(screen, made.code, told | {"--people": asked.people})
            _keep_folder(screen, asked, made)
        is_new = booking != work.file.booking
        if is_new:
            save(asked.file, work, booking)
    answer = _written(screen, work.file.unit, booking, made, asked, parts)
    if is_new:
        say_written(screen, asked.file.target)
    write_json(screen, asked.file.json, answer)
    return ExitCode.DONE


def run_take_wishes(screen: Screen, asked: TakeWords, now: datetime) -> ExitCode:
    """The whole command: what would change, and with parts chosen the change itself."""
    if asked.parts is None:
        check_source(screen, asked.file.source)
        check_json(asked.file)
        return _taken(screen, asked, opened(screen, asked.file.source), None, now)
    parts = parts_meant(screen, asked.parts, TakenPart)
    with held(screen, asked.file) as work:
        return _taken(screen, asked, work, parts, now)


def _taken(
    screen: Screen, asked: TakeWords, work: Opened, parts: frozenset[TakenPart] | None, now: datetime
) -> ExitCode:
    made = _chosen(screen, work.booking, asked.code)
    people = people_meant(screen, work.file.unit, asked.people)
    wanted = frozenset(TakenPart) if parts is None else parts
    found = [entry for entry in differences(work.file, made.code) if _is_asked(entry, people)]
    chosen = {entry.before.number: wanted for entry in found}
    shown = differences(work.file, made.code, chosen)
    show_differences(screen, shown)
    file = work.file
    if parts is not None:
        file = taken_over(work.file, made.code, chosen, now.replace(tzinfo=None))
    is_saved = parts is not None and (file != work.file or asked.file.out is not None)
    if is_saved:
        save_unit(asked.file.target, file)
        say_written(screen, asked.file.target)
    else:
        screen.say("book.trial" if parts is None else "book.nothing_new")
    write_json(screen, asked.file.json, wishes_taken(made, shown, saved=is_saved))
    return ExitCode.DONE


def _is_asked(entry: Difference, people: frozenset[str] | None) -> bool:
    return people is None or entry.before.number in people


def _made(screen: Screen, unit: Unit, booking: Booking, asked: AskWords, now: datetime) -> WishRound:
    if asked.deadline is None:
        refuse(screen, "book.trouble.no_deadline")
    made = new_round(
        booking,
        people_to_ask(unit, people_meant(screen, unit, asked.people)),
        first=date_meant(screen, asked.first) or unit.start,
        weeks=asked.weeks or unit.weeks,
        deadline=moment_meant(screen, asked.deadline),
        at=now,
    )
    problem = round_problem(made)
    if problem is not None:
        refuse(screen, problem)
    return made


def _chosen(screen: Screen, booking: Booking, code: str | None) -> WishRound:
    """The round of a code; without a code the newest."""
    if code is None and booking.wish_rounds:
        return booking.wish_rounds[-1]
    found = None if code is None else booking.round_of(normalised(code))
    if found is None:
        if code is None:
            refuse(screen, "book.trouble.no_round")
        codes = ", ".join(asked.code for asked in booking.wish_rounds) or screen.words("book.none")
        refuse(screen, "book.trouble.no_such_round", found=code, codes=codes)
    return found


def _keep_folder(screen: Screen, asked: AskWords, made: WishRound) -> None:
    inner = _inner(screen, asked, made)
    if inner.exists() and not asked.file.force:
        raise StoreError("exists", name=inner.name)


def _inner(screen: Screen, asked: AskWords, made: WishRound) -> Path:
    return asked.folder / text("booking_folder.wishes", screen.language, code=made.code)


def _written(
    screen: Screen,
    unit: Unit,
    booking: Booking,
    made: WishRound,
    asked: AskWords,
    parts: frozenset[ListPart],
) -> WishesAsked:
    try:
        paths = write_round(asked.folder, unit, booking, made, screen.language, parts)
    except OSError:
        screen.complain("book.trouble.round_not_written", code=made.code)
        raise
    inner = _inner(screen, asked, made)
    say_asked(screen, made)
    say_written(screen, inner)
    files = [relative(path, inner) for path in paths]
    got = [person.number for person in unit.employees if person.number in made.asked]
    return WishesAsked(
        list=made.code,
        made=made.made_at,
        deadline=made.deadline,
        first=made.first,
        weeks=made.weeks,
        people=tuple(
            RoundPerson(employee=number, files=tuple(files[place :: len(got)]))
            for place, number in enumerate(got)
        ),
    )
