"""Confirmations of a settled list, in a folder of their own: all of it, or nothing.

For each person a sheet (PDF) and a calendar file side by side, ready to be attached to one e-mail; a
sheet for all; the dated rota as it is now, for the leader.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from heiltid.booking.settling.outcome import BookedDay, booked_days, holders, outcome_problem, outcomes
from heiltid.errors import InternalError
from heiltid.exchange.booking.confirmation_papers import (
    Papers,
    WhyNot,
    write_person_paper,
    write_shared_paper,
)
from heiltid.exchange.booking.offer_words import shift_words
from heiltid.exchange.calendar_file import SUFFIX as CALENDAR_SUFFIX
from heiltid.exchange.calendar_file import Entry, entry_of, write_entries
from heiltid.exchange.files import free_name
from heiltid.exchange.pdf.person_sheet import SUFFIX as PAPER_SUFFIX
from heiltid.exchange.person_files import person_paths, safe_stem
from heiltid.exchange.workbook.write import write_unit
from heiltid.model import Employee, Unit, UnitFile
from heiltid.model.asking import Booking
from heiltid.texts import Language, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmations:
    """What was written: the folder, and each person's files by her number."""

    folder: Path
    shared: Path
    rota: Path
    people: Mapping[str, tuple[Path, ...]]


def write_confirmations(
    folder: Path,
    file: UnitFile,
    list_code: str,
    language: Language,
    *,
    stamp: datetime,
    why_not: WhyNot | None = None,
) -> Confirmations:
    """Everything a settled list is confirmed with, into a new folder within `folder`, which exists.

    stamp: when, with its time zone: a later one gives calendars a higher SEQUENCE. why_not: one short
    sentence by (place, person) why she did not get it, without the names of others. What was written is
    to be remembered with `heiltid.booking.settling.outcome.with_told`. No file that is there is ever
    replaced: the new folder gets a number. Raises InternalError where `outcome_problem` has something to
    say, and OSError.
    """
    booking = file.booking
    problem = outcome_problem(booking, list_code)
    if booking is None or problem is not None:
        raise InternalError(f"confirmations that cannot be: {problem}")
    target = folder / safe_stem(text("booking_confirm.file.folder", language, code=list_code))
    if target.exists():
        target = free_name(target)
    beside = free_name(target.with_name(f".{target.name}"))
    beside.mkdir()
    try:
        written = _Writer(beside, booking, list_code, language, stamp).all(why_not or {})
        beside.rename(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return _moved(written, beside, target)


def _moved(written: Confirmations, old: Path, new: Path) -> Confirmations:
    def moved(path: Path) -> Path:
        return new / path.relative_to(old)

    return Confirmations(
        folder=new,
        shared=moved(written.shared),
        rota=moved(written.rota),
        people={employee: tuple(map(moved, paths)) for employee, paths in written.people.items()},
    )


class _Writer:
    """The confirmations of one list, into an empty folder."""

    def __init__(
        self, folder: Path, booking: Booking, list_code: str, language: Language, stamp: datetime
    ) -> None:
        rollout, sent = booking.rollout, booking.list_of(list_code)
        assert rollout is not None
        assert sent is not None
        self.folder, self.booking, self.rollout, self.sent = folder, booking, rollout, sent
        self.language, self.stamp = language, stamp
        self.papers = Papers(unit=rollout.unit, sent=sent, language=language, made_on=stamp.date())

    def all(self, why_not: WhyNot) -> Confirmations:
        """Every file."""
        shared, rota = (self._path(key) for key in ("shared", "rota"))
        names = self.booking.settings.shows_names
        write_shared_paper(shared, self.papers, holders(self.booking, self.sent.code), shows_names=names)
        write_unit(rota, UnitFile(unit=self.rollout.unit, plans=(self.rollout.plan,)), self.language)
        return Confirmations(folder=self.folder, shared=shared, rota=rota, people=dict(self._people(why_not)))

    def _path(self, key: str) -> Path:
        return self.folder / text(f"booking_confirm.file.{key}", self.language)

    def _people(self, why_not: WhyNot) -> Iterator[tuple[str, tuple[Path, ...]]]:
        by_number = self.rollout.unit.employee_by_number()
        found = {
            entry.employee: entry
            for entry in outcomes(self.booking, self.sent.code)
            if entry.employee in by_number
        }
        inner = self._path("people")
        inner.mkdir()
        for person, path in person_paths(inner, [by_number[number] for number in found], PAPER_SUFFIX):
            write_person_paper(path, self.papers, found[person.number], why_not)
            yield person.number, (path, *self._calendar(person, path.with_suffix(CALENDAR_SUFFIX)))

    def _calendar(self, person: Employee, path: Path) -> tuple[Path, ...]:
        """Her booked shifts of all lists; none where there is nothing to tell."""
        unit = self.rollout.unit
        days = tuple(_entry(day, unit, self.language) for day in booked_days(self.booking, person.number))
        if not days:
            return ()
        write_entries(path, unit, person, days, self.language, stamp=self.stamp)
        return (path,)


def _entry(day: BookedDay, unit: Unit, language: Language) -> Entry:
    """The shift she works that day, or the place that is called off."""
    shift = unit.shift_by_code().get(day.code or "")
    if shift is not None:
        return entry_of(day.on, shift, language)
    return Entry(
        on=day.on,
        title=shift_words(day.place, unit, language),
        start_minute=day.place.start_minute,
        end_minute=day.place.end_minute,
        called_off=True,
    )
