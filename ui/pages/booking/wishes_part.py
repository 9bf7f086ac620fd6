"""Wishes for the next rota: people are asked at home, the leader takes over what she chooses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from heiltid.booking.answers.tokens import new_secret
from heiltid.booking.wishing.rounds import new_round, round_problem, with_round, without_round
from heiltid.booking.wishing.taking_over import Difference, TakenPart, differences, taken_over
from heiltid.errors import HeiltidError
from heiltid.model.asking import Booking, WishRound
from heiltid.store.trouble import file_errors
from heiltid.texts import Language
from ui.asking import choose, error_text, tell_trouble
from ui.pages.booking.part import Part
from ui.pages.booking.standings import Standings
from ui.pages.booking.wish_answers import WishAnswers
from ui.pages.booking.wish_asking import WishAsking
from ui.pages.booking.wish_rounds import WishRounds
from ui.pages.booking.work import Work, now
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP

LEFT, RIGHT = 4, 8


def round_files() -> ModuleType:
    """What writes rounds, loaded when the first one is asked for."""
    from heiltid.exchange.booking import wish_folder as found

    return found


class WishesPart(Part):
    """Each of asking, withdrawing and taking over is one step of undo; no roll-out is needed."""

    key = "wishes"
    help_name = "booking_wishes"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.asking = WishAsking()
        self.rounds = WishRounds()
        self.answers = WishAnswers()
        right = QVBoxLayout()
        right.setSpacing(WIDE_GAP)
        right.addWidget(self.rounds, 2)
        right.addWidget(self.answers, 3)
        whole = QHBoxLayout()
        whole.setSpacing(WIDE_GAP)
        whole.addWidget(self.asking, LEFT)
        whole.addLayout(right, RIGHT)
        self.column.addLayout(whole, 1)
        self.asking.asked.connect(self.ask)
        self.rounds.chosen.connect(self._show_answers)
        self.rounds.wants_files.connect(self.write)
        self.rounds.withdrawn.connect(self.withdraw)
        self.rounds.wants_answers.connect(self._go_to_answers)
        self.answers.taking.connect(self.take)

    def can_be_shown(self) -> bool:
        """The next rota is asked about before there is anything to lay over dates."""
        return True

    def refresh(self) -> None:
        self.asking.show_unit(self.work.document.unit)
        self.rounds.show_rounds(self.work.booking)
        self._show_answers()

    def _show_answers(self) -> None:
        asked = self.rounds.current()
        found: tuple[Difference, ...] = ()
        if asked is not None:
            found = differences(self.work.file, asked.code)
        self.answers.show_round(asked, found, self.work.document.unit)

    def ask(self) -> None:
        """A new round; the file is given its secret with the first."""
        booking = self.work.booking or Booking(secret=new_secret())
        first = self.asking.first.date()
        if first is None:
            return
        made = new_round(
            booking,
            self.asking.people.asked(),
            first=first,
            weeks=self.asking.weeks.value(),
            deadline=self.asking.until(),
            at=now(),
        )
        problem = round_problem(made)
        if problem is not None:
            self.asking.state.setText(tr(problem))
            return
        self.work.apply(tr("ui.booking.step.wishes_asked", code=made.code), with_round(booking, made))
        self.rounds.show_rounds(self.work.booking, made.code)
        self._show_answers()
        self.asking.state.setText(
            tr("ui.booking.wishes.made", code=made.code, people=len(made.asked), weeks=made.weeks)
        )

    def write(self, asked: WishRound, parts: tuple[object, ...], wanted: Language) -> None:
        """Pages and workbooks of a round into a folder the leader chooses."""
        booking = self.work.booking
        if booking is None:
            return
        at = str(self.work.folder())
        found = QFileDialog.getExistingDirectory(self.window(), tr("ui.booking.wishes.folder"), at)
        if not found:
            return
        folder, unit = Path(found), self.work.document.unit
        try:
            with file_errors(folder):
                written = round_files().write_round(folder, unit, booking, asked, wanted, parts)
        except HeiltidError as error:
            tell_trouble(tr("ui.export.failed", name=folder.name), error_text(error), self.window())
            return
        self.work.desk.say(tr("ui.export.written_many", count=len(written), name=folder.name))

    def withdraw(self, asked: WishRound) -> None:
        """A round that shall not count; its answers go with it, what was taken over stays."""
        booking = self.work.booking
        answers = ("ui.booking.lists.withdraw_yes", "ui.ask.cancel")
        question = tr("ui.booking.wishes.withdraw_question", code=asked.code)
        details = tr("ui.booking.wishes.withdraw_details")
        if booking is not None and choose(question, details, answers, self.window()) == answers[0]:
            label = tr("ui.booking.step.wishes_withdrawn", code=asked.code)
            self.work.apply(label, without_round(booking, asked.code))

    def take(self, chosen: Mapping[str, frozenset[TakenPart]]) -> None:
        """The chosen parts of some answers go into the unit."""
        asked = self.rounds.current()
        if asked is None:
            return
        file = taken_over(self.work.file, asked.code, chosen, now())
        label = tr("ui.booking.step.wishes_taken", count=len(chosen))
        self.work.document.apply(label, file)
        self.work.desk.say(tr("ui.booking.wishes.said_taken", count=len(chosen)))

    def _go_to_answers(self) -> None:
        self.work.going_to.emit("answers", None)
