"""What the parts of the page share: the booking in work, and what is reckoned of its roll-out, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from heiltid.booking.dates.roll_report import RollOutReport, report_of
from heiltid.booking.dates.rolling import decide, undecide
from heiltid.booking.places.open_places import open_places
from heiltid.calendar import Calendar
from heiltid.model import Cell, Unit, UnitFile
from heiltid.model.asking import Booking
from heiltid.model.booking import Booked, OpenPlace, RollOut
from ui.desk import Desk
from ui.samples import own_folder
from ui.texts import tr

USER = "user"  # the setting that holds the leader's own name


def now() -> datetime:
    """The local wall clock, whole seconds."""
    return datetime.now().replace(microsecond=0)


class Work(QObject):
    """One for the page. What it reckons is kept as long as the roll-out is the same."""

    going_to = Signal(str, object)  # key of a part of the page, what it should show

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.document = desk.document
        self._made_from: RollOut | None = None
        self._calendar: Calendar | None = None
        self._report: RollOutReport | None = None
        self._places: tuple[OpenPlace, ...] | None = None

    @property
    def file(self) -> UnitFile:
        """The file in work."""
        return self.document.file

    @property
    def booking(self) -> Booking | None:
        """All the file holds about open shifts; None before the first roll-out."""
        return self.file.booking

    @property
    def rollout(self) -> RollOut | None:
        """The roll-out in force."""
        return None if self.booking is None else self.booking.rollout

    @property
    def unit(self) -> Unit:
        """The unit on its dates; the unit itself before there is a roll-out."""
        return self.document.unit if self.rollout is None else self.rollout.unit

    @property
    def leader(self) -> str:
        """Whose name a decision carries; never empty."""
        return self.desk.settings.word(USER).strip() or tr("ui.booking.leader")

    @property
    def calendar(self) -> Calendar:
        """The days of the roll-out."""
        self._forget_older()
        if self._calendar is None or self._calendar.unit is not self.unit:
            self._calendar = Calendar(self.unit)
        return self._calendar

    @property
    def report(self) -> RollOutReport | None:
        """What became of the rota on its dates; None without a roll-out."""
        self._forget_older()
        if self._report is None and self.rollout is not None:
            self._report = report_of(self.rollout)
        return self._report

    @property
    def places(self) -> tuple[OpenPlace, ...]:
        """Every open place of the roll-out."""
        self._forget_older()
        if self.rollout is None:
            return ()
        if self._places is None:
            self._places = open_places(self.rollout.unit, self.rollout.plan, self.rollout.lost)
        return self._places

    @property
    def open_count(self) -> int:
        """How many places are open from today on."""
        today = date.today()
        return sum(place.on >= today for place in self.places)

    def folder(self) -> Path:
        """Where files of this unit go unless the user says otherwise."""
        return own_folder(self.desk.files.path)

    def apply(self, label: str, booking: Booking | None) -> None:
        """Another booking, as one step of undo; what is shown on other pages stays."""
        file = replace(self.file, booking=booking)
        if file != self.file:
            self.document.apply_aside(label, file)

    def decide(self, label: str, changes: Mapping[tuple[str, date], Cell]) -> None:
        """Other cells of the dated plan, decided by the leader: one step of undo."""
        booking = self.booking
        if booking is not None and booking.rollout is not None:
            rollout = decide(booking.rollout, changes, self.leader, now())
            self.apply(label, replace(booking, rollout=rollout))

    def undecide(self, label: str, decisions: tuple[Booked, ...]) -> None:
        """Take decisions back: what they lie over comes forth again."""
        booking = self.booking
        if booking is not None and booking.rollout is not None:
            self.apply(label, replace(booking, rollout=undecide(booking.rollout, decisions)))

    def _forget_older(self) -> None:
        if self._made_from is not self.rollout:
            self._made_from = self.rollout
            self._calendar = self._report = self._places = None
