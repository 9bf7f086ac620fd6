"""Who may take which open place, asked place by place between two events, so that the window stays quick."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from heiltid.booking.places.taking import Takers, takers_of
from heiltid.model import PlanRow, Unit
from heiltid.model.booking import OpenPlace, Overtime, RollOut, Standing

PIECE_SECONDS = 0.03  # a frame or two: the window answers between the pieces
Key: TypeAlias = tuple[date, str | None, str | None, str]  # date, code, competence, employee


class Standings(QObject):
    """Answers are kept. After a decision only the people whose lines it changed are asked again."""

    answered = Signal()  # some more places are known

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[Key, Standing] = {}
        self._rollout: RollOut | None = None
        self._overtime: tuple[Overtime, ...] = ()
        self._takers: Takers | None = None
        self._left: list[OpenPlace] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    @property
    def takers(self) -> Takers | None:
        """The people before the places; None before there is a roll-out."""
        if self._takers is None and self._rollout is not None:
            self._takers = takers_of(self._rollout, self._overtime)
        return self._takers

    @property
    def is_asking(self) -> bool:
        """Whether some places are not answered yet."""
        return self._timer.isActive()

    def show_rollout(self, rollout: RollOut | None, overtime: Iterable[Overtime] = ()) -> None:
        """Ask of this roll-out from now on; overtime: agreed before it."""
        before, earlier = self._rollout, tuple(overtime)
        if rollout is before and earlier == self._overtime:
            return
        self._rollout, self._takers = rollout, None
        if rollout is None or before is None or _base(before) != _base(rollout) or earlier != self._overtime:
            self._kept.clear()
        else:
            self._forget(_changed(before, rollout))
        self._overtime = earlier

    def ask(self, places: Iterable[OpenPlace]) -> None:
        """Go through these, in their order; a new question forgets the old."""
        self._left = [place for place in places if self.of(place) is None][::-1]
        if self._left:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Nobody looks."""
        self._timer.stop()

    def of(self, place: OpenPlace) -> tuple[Standing, ...] | None:
        """Everybody before a place; None while that is not known."""
        takers = self.takers
        if takers is None:
            return None
        found = [self._kept.get(_key(place, person.number)) for person in takers.people]
        known = [replace(standing, place=place.number) for standing in found if standing is not None]
        return tuple(known) if len(known) == len(found) else None

    def now(self, place: OpenPlace) -> tuple[Standing, ...]:
        """The same, asked at once where it is not known."""
        takers = self.takers
        return () if takers is None else tuple(self.one(place, person.number) for person in takers.people)

    def one(self, place: OpenPlace, employee: str) -> Standing:
        """One person before a place, asked at once where it is not known. Only with a roll-out."""
        key, takers = _key(place, employee), self.takers
        assert takers is not None
        if key not in self._kept:
            self._kept[key] = takers.standing(place, employee)
        return replace(self._kept[key], place=place.number)

    def _next(self) -> None:
        until = time.monotonic() + PIECE_SECONDS
        while self._left and time.monotonic() < until:
            self.now(self._left.pop())
        if not self._left:
            self._timer.stop()
        self.answered.emit()

    def _forget(self, employees: frozenset[str]) -> None:
        self._kept = {key: standing for key, standing in self._kept.items() if key[3] not in employees}


class KnownStandings:
    """The people before the places, asked through what is remembered of them."""

    def __init__(self, takers: Takers, standings: Standings) -> None:
        self.unit, self.people = takers.unit, takers.people
        self._standings = standings

    def standing(self, place: OpenPlace, employee: str) -> Standing:
        """One person before a place."""
        return self._standings.one(place, employee)


def _key(place: OpenPlace, employee: str) -> Key:
    return (place.on, place.code, place.competence, employee)


def _base(rollout: RollOut) -> tuple[Unit, str, object, object]:
    return (rollout.unit, rollout.base_fingerprint, rollout.options, rollout.absences)


def _changed(before: RollOut, after: RollOut) -> frozenset[str]:
    """People whose dated line is another."""
    was: dict[str, PlanRow] = before.plan.row_of()
    return frozenset(row.employee for row in after.plan.rows if was.get(row.employee) != row)
