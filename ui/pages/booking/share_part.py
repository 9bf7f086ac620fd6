"""The sharing: who gets what, why, changed by hand, settled, and confirmed to everybody."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSplitter

from heiltid.allocation import ShareReport
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.settling.proposal_check import breaches_brought
from heiltid.booking.settling.settled import settled, unsettled
from heiltid.booking.sharing.deciding import decided, decision_problem, proposed, undecided
from heiltid.booking.sharing.reasons import Reasons
from heiltid.booking.sharing.shares import scores, share_request, still_open
from heiltid.model.asking import Booking, SentList
from ui.asking import tell_trouble
from ui.pages.booking.confirming import ask_and_confirm
from ui.pages.booking.list_choice import ListChoice
from ui.pages.booking.part import Part
from ui.pages.booking.reasons_card import ReasonsCard
from ui.pages.booking.ring_hint import settled_words
from ui.pages.booking.settle_questions import may_reopen, may_settle
from ui.pages.booking.share_lines import (
    PlaceLine,
    decided_words,
    goal_words,
    hindrances,
    is_proven,
    place_columns,
    place_lines,
)
from ui.pages.booking.standings import Standings
from ui.pages.booking.told_line import ToldLine
from ui.pages.booking.words import place_words
from ui.pages.booking.work import Work, now
from ui.share_job import share_job
from ui.solve_job import JobEnd, JobEndKind
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, row
from ui.widgets.record_table import RecordTable

SIZES = (796, 344)
TICK_MILLISECONDS = 500


class SharePart(Part):
    """The engine proposes, the leader decides; nothing stands on the dates before it is settled."""

    key = "share"
    help_name = "booking_lists"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.job = share_job(work.desk)
        self.list = ListChoice()
        self.go = button("ui.booking.share.go", "primary", name="share_go")
        self.stop = button("ui.booking.share.stop", name="share_stop")
        self.settle = button("ui.booking.share.settle", name="share_settle")
        self.confirm = button("ui.booking.share.confirm", name="share_confirm")
        self.reopen = button("ui.booking.share.reopen", name="share_reopen")
        self.state = label("", "muted", wraps=True, name="share_state")
        self.told = ToldLine(work.document.undo_stack)
        self.table = RecordTable(place_columns(), "share_places")
        self.card = ReasonsCard(work.desk.settings)
        self._asked_of: Booking | None = None  # what the engine was asked about
        self._report: tuple[ShareReport, object] | None = None  # and the allotments it was about
        self._reasons: tuple[Booking, str, Reasons] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MILLISECONDS)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.table.setAccessibleName(tr("ui.booking.tab.share"))
        left = Card()
        left.body.addLayout(row(self.list, None, self.go, self.stop, self.settle, self.confirm, self.reopen))
        left.body.addWidget(self.state)
        left.body.addWidget(self.told)
        left.body.addWidget(self.table, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(WIDE_GAP)
        parts.setStyleSheet("QSplitter::handle { background: transparent; }")
        for place, part in enumerate((left, self.card)):
            parts.addWidget(part)
            parts.setStretchFactor(place, SIZES[place])
        parts.setSizes(list(SIZES))
        self.column.addWidget(parts, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._fill)
        self.go.clicked.connect(self.share_out)
        self.stop.clicked.connect(self.job.stop)
        self.settle.clicked.connect(self.ask_to_settle)
        self.reopen.clicked.connect(self.ask_to_reopen)
        self.confirm.clicked.connect(self._confirm)
        self.table.chosen.connect(self._choose)
        self.card.given.connect(self.decide)
        self.card.left.connect(self.undecide)
        self.job.ended.connect(self._ended)
        self._clock.timeout.connect(self._tick)

    def can_be_shown(self) -> bool:
        booking = self.work.booking
        return super().can_be_shown() and booking is not None and bool(booking.lists)

    def refresh(self) -> None:
        self.list.show_lists(self.work.booking)
        self._fill()

    def left(self) -> None:
        self.told.forget()

    def _sent(self) -> SentList | None:
        return self.list.current(self.work.booking)

    def _fill(self) -> None:
        booking, sent, rollout = self.work.booking, self._sent(), self.work.rollout
        row_before = self.table.current_row()
        lines: list[PlaceLine] = []
        if booking is not None and sent is not None and rollout is not None:
            still = {place.number for place in still_open(rollout, sent)}
            lines = place_lines(booking, sent, rollout.unit, still)
        self.table.set_records(lines)
        if lines and self.table.current_row() < 0:
            self.table.show_row(row_before if 0 <= row_before < len(lines) else 0)
        self._offer(sent)
        self._say_state(sent)
        self._choose(self.table.current_row())

    def _offer(self, sent: SentList | None) -> None:
        """What can be done with the list as it stands."""
        booking = self.work.booking
        is_open = sent is not None and sent.settled_at is None
        running = self.job.is_running
        has_answers = booking is not None and sent is not None and bool(answers_of(booking, sent.code))
        given = sent is not None and any(entry.employee is not None for entry in sent.allotments)
        self.go.setVisible(is_open and not running)
        self.go.setEnabled(has_answers)
        self.go.setToolTip("" if has_answers else tr("ui.booking.share.no_answers"))
        self.stop.setVisible(running)
        self.settle.setVisible(is_open)
        self.settle.setEnabled(given and not running)
        self.confirm.setVisible(not is_open and sent is not None)
        self.reopen.setVisible(not is_open and sent is not None)
        self.list.setEnabled(not running)

    def _say_state(self, sent: SentList | None) -> None:
        if self.job.is_running:
            return
        words = ""
        if sent is not None and sent.settled_at is not None:
            words = settled_words(self.work.booking, sent)
        elif sent is not None and not sent.allotments:
            words = tr("ui.booking.share.not_yet")
        elif sent is not None:
            words = self._reached(sent)
        self.state.setText(words)

    def _reached(self, sent: SentList) -> str:
        """The goals of the sharing as it stands; with their bounds just after the engine's run."""
        if self._report is not None and self._report[1] == sent.allotments:
            values = self._report[0].goals
            proven = tr("ui.booking.share.proven") if is_proven(values) else ""
            return f"{goal_words(values, sent)}. {proven}".strip()
        reasons = self._reasons_now()
        if reasons is None:
            return ""
        return f"{goal_words(scores(reasons.sharing.request, sent.allotments), sent)}."

    # The engine

    def share_out(self) -> None:
        """Ask the engine who should get what."""
        booking, sent = self.work.booking, self._sent()
        if booking is None or sent is None or self.job.is_running:
            return
        self._asked_of = booking
        self.job.start(share_request(booking, sent.code))
        self._clock.start()
        self._tick()
        self._offer(sent)

    def _tick(self) -> None:
        self.state.setText(tr("ui.booking.share.running", seconds=round(self.job.seconds)))

    def _ended(self, end: JobEnd) -> None:
        self._clock.stop()
        sent, asked, self._asked_of = self._sent(), self._asked_of, None
        report = end.shared
        if end.kind is not JobEndKind.REPORT or report is None:
            if end.kind is not JobEndKind.CANCELLED:
                tell_trouble(tr(end.headline_key), tr(end.text_key), self.window())
        elif asked is None or asked is not self.work.booking or sent is None:
            tell_trouble(
                tr("ui.booking.share.changed"), tr("ui.booking.share.changed_details"), self.window()
            )
        elif breaches_brought(asked, sent.code, report.allotments):
            tell_trouble(tr("ui.booking.share.unlawful"), tr("job.end.internal"), self.window())
        else:
            self._take(asked, sent, report)
        self._fill()

    def _take(self, booking: Booking, sent: SentList, report: ShareReport) -> None:
        changed = proposed(booking, sent.code, report.allotments)
        made = changed.list_of(sent.code)
        assert made is not None
        self._report = report, made.allotments
        self.work.apply(tr("ui.booking.step.share", code=sent.code), changed)

    # The leader

    def _line(self) -> PlaceLine | None:
        place, lines = self.table.current_row(), self.table.records_model.records
        return lines[place] if 0 <= place < len(lines) else None

    def _reasons_now(self) -> Reasons | None:
        """Kept as long as nothing changes; those of a settled list as they were before it was settled."""
        booking, sent = self.work.booking, self._sent()
        if booking is None or sent is None or booking.rollout is None:
            return None
        kept = self._reasons
        if kept is None or kept[0] is not booking or kept[1] != sent.code:
            then = booking if sent.settled_at is None else unsettled(booking, sent.code)
            self._reasons = kept = (booking, sent.code, Reasons(then, sent.code))
        return kept[2]

    def _choose(self, _: int) -> None:
        line, sent, booking = self._line(), self._sent(), self.work.booking
        if line is None or sent is None or booking is None:
            self.card.show_nothing(tr("ui.booking.lists.none"))
            return
        reasons = self._reasons_now()
        number = line.place.number
        found = None
        if reasons is not None and number in reasons.sharing.places:
            found = reasons.of(number)
        changeable = sent.settled_at is None and not self.job.is_running
        hindered = hindrances(booking, sent.code, found) if found is not None and changeable else {}
        places = {place.number: place for place in sent.places}
        self.card.show_place(line, found, places, self.work.unit, hindered, changeable=changeable)

    def decide(self, number: int, employee: str | None, reason: str) -> None:
        """The leader gives a place to somebody, or keeps it open."""
        booking, sent, line = self.work.booking, self._sent(), self._line()
        if booking is None or sent is None or line is None:
            return
        problem = decision_problem(booking, sent.code, number, employee)
        if problem is not None:
            tell_trouble(tr(problem), "", self.window())
            return
        changed = decided(booking, sent.code, number, employee, self.work.leader, reason, now())
        self.work.apply(tr("ui.booking.step.decide", what=place_words(line.place)), changed)
        self.told.say(decided_words(sent, changed, number, self.work.unit), undo=True)

    def undecide(self, number: int) -> None:
        """A place goes back to the proposal."""
        booking, sent, line = self.work.booking, self._sent(), self._line()
        if booking is not None and sent is not None and line is not None:
            words = tr("ui.booking.step.undecide_place", what=place_words(line.place))
            self.work.apply(words, undecided(booking, sent.code, number))

    def ask_to_settle(self) -> None:
        """What the list gives people becomes decisions on the dates."""
        booking, sent = self.work.booking, self._sent()
        if booking is None or sent is None:
            return
        if may_settle(booking, sent, self.window()):
            changed = settled(booking, sent.code, self.work.leader, now())
            self.work.apply(tr("ui.booking.step.settle", code=sent.code), changed)
            self.told.say(tr("ui.booking.share.said_settled"))
            self.confirm.setFocus()

    def ask_to_reopen(self) -> None:
        """A settled list is opened again: its decisions are taken off the dates."""
        booking, sent = self.work.booking, self._sent()
        if booking is None or sent is None or sent.settled_at is None:
            return
        if may_reopen(sent, self.window()):
            changed = unsettled(booking, sent.code)
            self.work.apply(tr("ui.booking.step.reopen", code=sent.code), changed)

    def _confirm(self) -> None:
        sent = self._sent()
        if sent is not None:
            found = ask_and_confirm(self.work, sent, self.window())
            if found is not None:
                self.told.say(found[0], path=found[1])
