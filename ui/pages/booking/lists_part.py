"""Lists out: which shifts, who is asked, by when; and every list that was made, to write to a folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout

from heiltid.booking.answers.sending import ListWish, list_problem, new_list
from heiltid.errors import HeiltidError
from heiltid.model import ShiftKind
from heiltid.model.asking import BookingSettings, SentList
from heiltid.store.trouble import file_errors
from heiltid.texts import Language
from ui.asking import choose, error_text, tell_trouble
from ui.pages.booking.filters import ALL, ANYONE, PlaceFilter
from ui.pages.booking.part import Part
from ui.pages.booking.ring_hint import RingHint
from ui.pages.booking.sent_lists import SentListsCard
from ui.pages.booking.settings_card import SettingsCard
from ui.pages.booking.standings import KnownStandings, Standings
from ui.pages.booking.told_line import ToldLine
from ui.pages.booking.wish_rows import PeopleToAsk
from ui.pages.booking.work import Work, now
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, row, tip
from ui.widgets.boxes import ChoiceBox
from ui.widgets.date_box import DateBox

DAYS_TO_ANSWER = 7
HOURS = tuple(range(6, 24))
USUAL_HOUR = 12
LEFT, RIGHT = 5, 6


def list_files() -> ModuleType:
    """What writes lists, loaded when the first one is asked for."""
    from heiltid.exchange.booking import list_folder as found

    return found


class ListsPart(Part):
    """A list is made in one step of undo; writing it out changes nothing."""

    key = "lists"
    help_name = "booking_lists"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.filter = PlaceFilter(stacked=True)
        self.people = PeopleToAsk()
        self.ring = RingHint()
        self.again = QCheckBox(tr("ui.booking.lists.again"))
        self.again.setToolTip(tip(tr("ui.booking.lists.again_help")))
        self.deadline = DateBox(date.today() + timedelta(days=DAYS_TO_ANSWER))
        self.hour = ChoiceBox()
        self.make = button("ui.booking.lists.make", "primary", name="lists_make")
        self._state = label("", "muted", wraps=True, name="lists_state")
        self.told = ToldLine(work.document.undo_stack)
        self.lists = SentListsCard()
        self.settings = SettingsCard()
        self._asked: ListWish | None = None  # a list to be made as soon as everybody's standing is known
        self._arrange()
        self.make.clicked.connect(self.ask_for_list)
        self.filter.changed.connect(self._check)
        self.deadline.changed.connect(self._check)
        self.people.changed.connect(self._check)
        self.settings.changed.connect(self._set_settings)
        self.lists.wants_files.connect(self.write)
        self.lists.withdrawn.connect(self.withdraw)
        standings.answered.connect(self._heard)

    def _arrange(self) -> None:
        self.deadline.setAccessibleName(tr("ui.booking.lists.deadline"))
        self.hour.setAccessibleName(tr("ui.booking.lists.hour"))
        self.hour.addItems([f"{hour:02}:00" for hour in HOURS])
        self.hour.setCurrentIndex(HOURS.index(USUAL_HOUR))
        self.deadline.setMaximumWidth(130)
        card = Card(tr("ui.booking.lists.new"))
        card.body.addWidget(self.filter)
        card.body.addWidget(self.people, 1)
        card.body.addWidget(self.ring)
        card.body.addWidget(self.again)
        by = label(tr("ui.booking.lists.answer_by"), "muted")
        card.body.addLayout(row(by, self.deadline, self.hour, None, self.make))
        card.body.addWidget(self._state)
        right = QVBoxLayout()
        right.setSpacing(WIDE_GAP)
        right.addWidget(self.told)
        right.addWidget(self.lists, 1)
        right.addWidget(self.settings)
        whole = QHBoxLayout()
        whole.setSpacing(WIDE_GAP)
        whole.addWidget(card, LEFT)
        whole.addLayout(right, RIGHT)
        self.column.addLayout(whole, 1)

    def refresh(self) -> None:
        unit, booking = self.work.unit, self.work.booking
        self.filter.show_unit(unit, unit.start, unit.start + timedelta(days=unit.day_count - 1))
        self.people.show_unit(unit)
        self.lists.show_lists(booking)
        self.settings.show_settings(BookingSettings() if booking is None else booking.settings)
        self.ring.show_booking(booking)
        waits = booking is not None and any(sent.settled_at is None for sent in booking.lists)
        self.again.setVisible(waits)
        if not waits:
            self.again.setChecked(False)
        self._check()

    def left(self) -> None:
        self._asked = None
        self.standings.stop()
        self.told.forget()

    def wish(self) -> ListWish:
        """What the leader has chosen."""
        kind, competence = self.filter.kind.currentData(), self.filter.competence.currentData()
        return ListWish(
            since=self.filter.since.date(),
            until=self.filter.until.date(),
            kinds=None if kind in (ALL, None) else (ShiftKind(kind),),
            competence=None if competence in (ALL, ANYONE, None) else competence,
            people=self.people.asked(),
            again=self.again.isChecked(),
        )

    def _check(self) -> None:
        """What keeps the list from being made, told before it is tried."""
        trouble = self.filter.trouble() or self.deadline.trouble()
        if not trouble and not self.people.asked():
            trouble = tr("ui.booking.lists.nobody_asked")
        self._state.setText(trouble)
        self.make.setEnabled(not trouble and self._asked is None)

    def ask_for_list(self) -> None:
        """Make the list, once everybody's standing before every place is known."""
        self._asked = self.wish()
        self.make.setEnabled(False)
        self._state.setText(tr("ui.booking.lists.making"))
        self.standings.ask(self.filter.chosen(self.work.places))
        self._heard()

    def _heard(self) -> None:
        wish, booking = self._asked, self.work.booking
        if wish is None or self.standings.is_asking:
            return
        self._asked = None
        self._check()
        takers = self.standings.takers
        if booking is None or takers is None:
            return
        known = KnownStandings(takers, self.standings)
        sent = new_list(booking, wish, deadline=self._deadline(), at=now(), takers=known)
        problem = list_problem(sent)
        if problem is not None:
            self._state.setText(tr(problem))
            return
        self.work.apply(tr("ui.booking.step.list", code=sent.code), booking.with_list(sent))
        self.lists.show_lists(self.work.booking, sent.code)
        count = sum(bool(offer.offered) for offer in sent.offers)
        self._state.setText(
            tr("ui.booking.lists.made_one", code=sent.code, places=len(sent.places), people=count)
        )

    def _deadline(self) -> datetime:
        when = self.deadline.date() or date.today()
        return datetime.combine(when, time(HOURS[self.hour.currentIndex()]))

    def withdraw(self, sent: SentList) -> None:
        """A list that shall not count; answers to it go with it."""
        booking = self.work.booking
        if booking is None:
            return
        question = tr("ui.booking.lists.withdraw_question", code=sent.code)
        answers = ("ui.booking.lists.withdraw_yes", "ui.ask.cancel")
        details = tr("ui.booking.lists.withdraw_details")
        if choose(question, details, answers, self.window()) == answers[0]:
            lists = tuple(entry for entry in booking.lists if entry.code != sent.code)
            kept = tuple(entry for entry in booking.answers if entry.list != sent.code)
            label_ = tr("ui.booking.step.withdraw", code=sent.code)
            self.work.apply(label_, replace(booking, lists=lists, answers=kept))

    def write(self, sent: SentList, parts: tuple[object, ...], wanted: Language) -> None:
        """Pages and workbooks of a list into a folder the leader chooses."""
        booking, rollout = self.work.booking, self.work.rollout
        if booking is None or rollout is None:
            return
        at = self.work.folder()
        found = QFileDialog.getExistingDirectory(self.window(), tr("ui.booking.lists.folder"), str(at))
        if not found:
            return
        folder = Path(found)
        try:
            with file_errors(folder):
                written = list_files().write_list(folder, rollout.unit, booking, sent, wanted, parts)
        except HeiltidError as error:
            tell_trouble(tr("ui.export.failed", name=folder.name), error_text(error), self.window())
            return
        inner = written[0].parent if written else folder
        words = tr("ui.booking.lists.written", count=len(written), name=f"{folder.name}/{inner.name}")
        if self.work.document.is_modified:
            words = f"{words} {tr('ui.booking.said_save')}"
        self.told.say(words, path=inner)

    def _set_settings(self, settings: BookingSettings) -> None:
        booking = self.work.booking
        if booking is not None:
            self.work.apply(tr("ui.booking.step.settings"), replace(booking, settings=settings))
