"""Answers in: files and text become a preview, the preview one step of undo; and who has not answered yet."""

from __future__ import annotations

import sys
from collections import deque
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from heiltid.booking.answers.preview_lines import preview_summary
from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.booking.answers.receiving import Preview, State, preview, received
from heiltid.booking.answers.which_counts import crossed_out, written_down
from heiltid.booking.wishing.said import Raw
from heiltid.model.asking import Booking, SentList
from ui.pages.booking.answer_lines import (
    PersonLine,
    person_columns,
    person_lines,
    read_columns,
    read_lines,
    unanswered,
)
from ui.pages.booking.answers_card import AnswersCard
from ui.pages.booking.list_choice import ListChoice
from ui.pages.booking.part import Part
from ui.pages.booking.standings import Standings
from ui.pages.booking.work import Work, now
from ui.pages.booking.write_down import WriteDown
from ui.refused_rows import ask_and_write
from ui.texts import language, tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, row
from ui.widgets.record_table import RecordTable

LEFT_WIDTH = 350


def answer_readers() -> ModuleType:
    """What reads files, loaded when the first one is read."""
    from heiltid.exchange.booking import answer_files as found

    return found


class AnswersPart(Part):
    """What was read is kept here until it is taken in or put away; the booking is not touched before."""

    key = "answers"
    help_name = "booking_lists"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.card = AnswersCard()
        self.reads = RecordTable(read_columns(), "answers_read")
        self.people = RecordTable(person_columns(), "answers_people")
        self.list = ListChoice()
        self.write = button("ui.booking.answers.write", name="answers_write")
        self.cross_out = button("ui.booking.answers.cross_out", name="answers_cross_out")
        self._raws: list[Raw] = list(work.desk.refused)  # kept while the window is made anew
        self._given_back: frozenset[Refused] = frozenset()
        self._files: deque[Path] = deque()
        self.preview = Preview()
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.reads.setAccessibleName(tr("ui.booking.answers.tab_read"))
        self.people.setAccessibleName(tr("ui.booking.answers.tab_people"))
        self.tabs = QTabBar()
        self.tabs.setObjectName("answers_tabs")
        self.tabs.setAccessibleName(tr("ui.booking.tab.answers"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.addTab(tr("ui.booking.answers.tab_people"))
        self.tabs.addTab(tr("ui.booking.answers.tab_read"))
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        self._count = label("", "muted", name="answers_count")
        column.addLayout(row(self.list, self._count, None))
        column.addWidget(self.people, 1)
        column.addLayout(row(self.write, self.cross_out, None))
        self._stack = QStackedWidget()
        read = QWidget()
        column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reads, 1)
        self._whole = label("", "muted", wraps=True, name="answers_whole_line")
        column.addWidget(self._whole)
        self._stack.addWidget(people)
        self._stack.addWidget(read)
        right = Card()
        right.body.addWidget(self.tabs)
        right.body.addWidget(self._stack, 1)
        self.card.setFixedWidth(LEFT_WIDTH)
        whole = QHBoxLayout()
        whole.setSpacing(WIDE_GAP)
        whole.addWidget(self.card)
        whole.addWidget(right, 1)
        self.column.addLayout(whole, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._reading.timeout.connect(self._read_next)
        self.card.files_given.connect(self.read_files)
        self.card.text_given.connect(self.read_text)
        self.card.late_toggled.connect(self._preview)
        self.card.taken.connect(self.take)
        self.card.emptied.connect(self.forget)
        self.card.wants_refused.connect(self.save_refused)
        self.list.chosen.connect(self._show_people)
        self.reads.chosen.connect(self._show_whole)
        self.people.chosen.connect(self._offer)
        self.people.doubleClicked.connect(self.write_down)
        self.write.clicked.connect(self.write_down)
        self.cross_out.clicked.connect(self._cross_out)
        self.work.document.replaced.connect(self.forget)

    def can_be_shown(self) -> bool:
        """Answers about wishes come the same way, with or without a roll-out."""
        booking = self.work.booking
        return super().can_be_shown() or (booking is not None and bool(booking.wish_rounds))

    def refresh(self) -> None:
        self.card.folder = self.work.folder()
        self.list.show_lists(self.work.booking)
        self._show_people()
        self._preview()

    # What is read

    def read_files(self, paths: list[Path]) -> None:
        """One file between two events, so that a folder of them does not hold the window up."""
        self._files.extend(paths)
        self.tabs.setCurrentIndex(1)
        self._reading.start()

    def read_text(self, text: str) -> None:
        """Text of an e-mail or an SMS, codes and answers typed by hand."""
        booking = self.work.booking
        if booking is not None and text.strip():
            self._raws += answer_readers().read_text(text, booking)
            self.tabs.setCurrentIndex(1)
            self._preview()

    def _read_next(self) -> None:
        booking = self.work.booking
        if not self._files or booking is None:
            self._reading.stop()
            self._preview()
            return
        path = self._files.popleft()  # before it is read: what goes wrong with it is not tried again
        self._raws += self._read(path, booking)
        self.card.state.setText(tr("ui.booking.answers.reading", count=len(self._files)))
        self.card.state.show()

    def _read(self, path: Path, booking: Booking) -> tuple[Raw, ...]:
        """What stands in a file. A fault of ours is told as such; the file is among what was refused."""
        found: tuple[Raw, ...] = (Refused(source=Source(name=path.name), why=NotAnAnswer.UNREADABLE),)
        try:
            found = answer_readers().read_answers(path, booking)
        except Exception:  # whatever it is, the other files are read
            sys.excepthook(*sys.exc_info())
        return found

    def forget(self) -> None:
        """Put away what was read."""
        self._raws.clear()
        self._files.clear()
        self._reading.stop()
        self._preview()

    def _preview(self) -> None:
        booking = self.work.booking
        if booking is None or not self._raws:
            self.preview = Preview()
        else:
            self.preview = preview(booking, self._raws, now(), takes_late=self.card.late.isChecked())
        unit = self.work.document.unit
        self.reads.set_records([] if booking is None else read_lines(self.preview, booking, unit))
        lines = self.reads.records_model.records
        if lines and self.reads.current_row() < 0:
            self.reads.show_row(0)
        self._show_whole(self.reads.current_row())
        self._say()

    def _show_whole(self, place: int) -> None:
        """A line that is too long for the table."""
        lines = self.reads.records_model.records
        line = lines[place] if 0 <= place < len(lines) else None
        words = "" if line is None else f"{line.what} {line.said} ({line.where})"
        self._whole.setText(words)
        self._whole.setVisible(bool(words))

    def _say(self) -> None:
        found, taken = self.preview, self.preview.taken_count
        words = preview_summary(found, language()) if self._raws else ""
        self.work.desk.refused = tuple(row for row in found.refused if row not in self._given_back)
        if self.work.desk.refused:
            words = f"{words[:1].upper()}{words[1:]}. {tr('ui.booking.answers.refused_nowhere')}"
        self.card.show_state(words, taken, len(found.refused), has_any=bool(self._raws))

    def take(self) -> None:
        """Everything that counts, in one step; what was refused or came too late stays to be looked at."""
        booking = self.work.booking
        if booking is None:
            return
        count = self.preview.taken_count
        self.work.apply(tr("ui.booking.step.answers", count=count), received(booking, self.preview))
        late = {entry.source for entry in self.preview.of(State.LATE)}
        self._raws = [raw for raw in self._raws if isinstance(raw, Refused) or raw.source in late]
        self._raws += [entry for entry in self.preview.refused if entry not in self._raws]
        self._preview()
        if not self._raws:
            self.tabs.setCurrentIndex(0)
        self.work.desk.say(tr("ui.booking.said_taken", count=count))

    def save_refused(self) -> None:
        """The rows nobody could use, as a file to send back."""
        if ask_and_write(self.preview.refused, self.work.desk, self.window()):
            self._given_back = frozenset(self.preview.refused)
            self._say()

    # Who has answered

    def _sent(self) -> SentList | None:
        return self.list.current(self.work.booking)

    def _show_people(self) -> None:
        booking, sent = self.work.booking, self._sent()
        lines = [] if booking is None or sent is None else person_lines(booking, sent, self.work.unit)
        self.people.set_records(lines)
        words = ""
        if sent is not None:
            words = tr("ui.booking.answers.not_yet", count=unanswered(lines), all=len(lines))
        self._count.setText(words or tr("ui.booking.lists.none"))
        if lines and self.people.current_row() < 0:
            self.people.show_row(0)
        self._offer()

    def _line(self) -> PersonLine | None:
        place, lines = self.people.current_row(), self.people.records_model.records
        return lines[place] if 0 <= place < len(lines) else None

    def _offer(self) -> None:
        line, sent = self._line(), self._sent()
        is_open = sent is not None and sent.settled_at is None
        self.write.setEnabled(line is not None and is_open)
        self.cross_out.setEnabled(line is not None and is_open and line.by_leader)

    def write_down(self) -> None:
        """What somebody said on the telephone or in the corridor."""
        line, sent, booking = self._line(), self._sent(), self.work.booking
        if line is None or sent is None or booking is None or not self.write.isEnabled():
            return
        offer = sent.offer_of(line.employee)
        assert offer is not None
        dialog = WriteDown(line.name, sent, offer, line.answer, self.window())
        if dialog.exec():
            self.work.apply(
                tr("ui.booking.step.write_down", who=line.name),
                written_down(
                    booking,
                    sent.code,
                    line.employee,
                    dialog.choices,
                    at=now(),
                    most_minutes=dialog.most_minutes,
                ),
            )
        dialog.deleteLater()

    def _cross_out(self) -> None:
        line, sent, booking = self._line(), self._sent(), self.work.booking
        if line is not None and sent is not None and booking is not None:
            changed = crossed_out(booking, sent.code, line.employee)
            self.work.apply(tr("ui.booking.step.cross_out", who=line.name), changed)
