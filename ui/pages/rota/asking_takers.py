"""Who could take a shift, asked person by person between two events, so that the window stays quick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from heiltid.advice.takers import Taker, ranked, taker, with_cell
from heiltid.model import FREE, Employee, ShiftType
from heiltid.rules.judgement import Judgement


class Question(NamedTuple):
    """A shift of a plan in which nobody has it, and the people to ask."""

    judgement: Judgement
    code: str
    people: tuple[Employee, ...]


def instead_of(judged: Judgement, employee: str, day: int) -> Question:
    """Everybody else, for the shift that stands in this cell."""
    person = judged.unit.employee_by_number()[employee]
    code = str(judged.context.row(person).cells[day].shift)
    others = tuple(entry for entry in judged.context.people if entry.number != employee)
    return Question(with_cell(judged, person, day, FREE), code, others)


def able_for(judged: Judgement, competence: str | None) -> tuple[Employee, ...]:
    """Those who count where this competence is asked for."""
    coverage = judged.context.coverage
    return tuple(entry for entry in judged.context.people if coverage.may_fill(entry.number, competence))


class AskingTakers(QObject):
    """One question at a time; a new one, or `stop`, forgets the old."""

    answered = Signal(object)  # tuple[Taker, ...], the best first

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: Iterator[Employee] = iter(())
        self._found: list[Taker] = []
        self._question: tuple[Judgement, int, ShiftType] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def ask(self, judgement: Judgement, day: int, code: str, people: Iterable[Employee]) -> None:
        """These people on this shift of the plan."""
        self._question = (judgement, day, judgement.context.shifts[code])
        self._left = iter(tuple(people))
        self._found = []
        self._timer.start()

    def stop(self) -> None:
        """Forget the question."""
        self._timer.stop()
        self._question = None

    def _next(self) -> None:
        if self._question is None:
            self.stop()
            return
        judgement, day, shift = self._question
        person = next(self._left, None)
        if person is None:
            self.stop()
            self.answered.emit(ranked(self._found))
            return
        self._found.append(taker(judgement, person, day, shift))
