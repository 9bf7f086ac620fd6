"""From rota to dates: lay it out, know the absences, see what the dates did, roll again, take back."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from heiltid.booking.settling.settled import begin, take_back
from heiltid.model import Absence, Plan
from heiltid.model.booking import Booked, RollOut, RollOutOptions
from ui.asking import choose
from ui.pages.booking import steps
from ui.pages.booking.absences import AbsencesPanel
from ui.pages.booking.changes_card import ChangesCard
from ui.pages.booking.part import Part
from ui.pages.booking.rollout_figures import RollOutFigures, absences_words, reopened_words
from ui.pages.booking.rollout_form import RollOutForm
from ui.pages.booking.standings import Standings
from ui.pages.booking.told_line import ToldLine
from ui.pages.booking.words import date_words
from ui.pages.booking.work import Work
from ui.places import Place
from ui.plan_names import plan_name
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, notice

LEFT_WIDTH = 350


class RollOutPart(Part):
    """Every button is one step of undo."""

    key = "roll"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.form = RollOutForm()
        self.figures = RollOutFigures()
        self.told = ToldLine(work.document.undo_stack)
        self.absences = AbsencesPanel()
        self.changes = ChangesCard(self.absences)
        self._behind, self._behind_line = notice("")
        self._shown: tuple[object, ...] = ()
        self._arrange()
        self.form.asked.connect(self.roll_out)
        self.form.taken_back.connect(self.take_back)
        self.absences.edited.connect(self.set_absences)
        self.figures.wants_open.connect(self._show_open)
        self.changes.wants_place.connect(self._show_place)
        self.changes.taken_back.connect(self._undecide)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(WIDE_GAP)
        for part in (self.form, self.figures):
            part.setFixedWidth(LEFT_WIDTH)
            left.addWidget(part)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(WIDE_GAP)
        right.addWidget(self._behind)
        right.addWidget(self.told)
        right.addWidget(self.changes, 1)
        whole = QHBoxLayout()
        whole.setSpacing(WIDE_GAP)
        whole.addLayout(left)
        whole.addLayout(right, 1)
        self.column.addLayout(whole, 1)

    def can_be_shown(self) -> bool:
        return True

    def refresh(self) -> None:
        file, rollout = self.work.file, self.work.rollout
        state = (file.unit, file.plans, rollout)
        if len(self._shown) == len(state) and all(
            one is other for one, other in zip(state, self._shown, strict=True)
        ):
            return
        self._shown = state
        self.form.show_file(file, rollout)
        self.form.state.setText(self._state_words(rollout))
        is_behind = rollout is not None and steps.is_behind(file, rollout)
        self._behind_line.setText(tr("ui.booking.roll.behind") if is_behind else "")
        self._behind.setVisible(is_behind)
        self.absences.show_unit(file.unit, _period(rollout))
        self.changes.show_work(self.work, len(self.absences.table.records_model.records))
        self.figures.show_report(self.work.report, self.work.places)

    def _state_words(self, rollout: RollOut | None) -> str:
        if rollout is None:
            cyclic = self.work.file.unit.is_cyclic
            return tr("ui.booking.roll.none" if cyclic else "ui.booking.roll.dated")
        options = rollout.options
        return tr(
            "ui.booking.roll.done",
            plan=plan_name(rollout.base_plan),
            first=date_words(options.first),
            last=date_words(options.first + timedelta(weeks=options.weeks, days=-1)),
            week=options.from_week,
        )

    def left(self) -> None:
        self.told.forget()

    def roll_out(self, plan: Plan, options: RollOutOptions) -> None:
        """Lay it out; what was decided before is laid over it again."""
        before = self.work.rollout
        self.work.document.apply_aside(tr("ui.booking.step.roll"), begin(self.work.file, plan, options))
        rollout = self.work.rollout
        if rollout is None:
            return
        parts = [tr("ui.booking.said_rolled", count=len(self.work.places))]
        if rollout.unfit:
            parts = [tr("ui.booking.said_unfit", count=len(rollout.unfit))]
        self.told.say(" ".join((*parts, *reopened_words(before, rollout))), undo=True)

    def take_back(self) -> None:
        """Take the roll-out back, once that is confirmed."""
        booking = self.work.booking
        if booking is None or booking.rollout is None:
            return
        count = len(booking.rollout.decisions)
        details = tr("ui.booking.roll.back_details", count=count)
        answers = ("ui.booking.roll.back_yes", "ui.ask.cancel")
        if choose(tr("ui.booking.roll.back_question"), details, answers, self.window()) == answers[0]:
            self.work.document.apply_aside(tr("ui.booking.step.back"), take_back(self.work.file))

    def set_absences(self, absences: tuple[Absence, ...]) -> None:
        """Other absences: in the unit, and in the roll-out at once."""
        known, before, places = self.work.file.unit.absences, self.work.rollout, len(self.work.places)
        file = steps.with_absences(self.work.file, absences)
        self.work.document.apply_aside(tr("ui.booking.step.absences"), file)
        parts = [absences_words(known, absences)]
        if self.work.rollout is not None:
            parts.append(tr("ui.booking.said_open", before=places, after=len(self.work.places)))
            parts += reopened_words(before, self.work.rollout)
        self.told.say(" ".join(parts), undo=True)

    def _show_open(self) -> None:
        self.work.going_to.emit("open", None)

    def _show_place(self, place: Place) -> None:
        self.work.going_to.emit("dated", place)

    def _undecide(self, decisions: tuple[Booked, ...]) -> None:
        self.work.undecide(tr("ui.booking.step.undecide"), decisions)


def _period(rollout: RollOut | None) -> tuple[date, date] | None:
    """The dates of a roll-out."""
    if rollout is None:
        return None
    first = rollout.options.first
    return first, first + timedelta(weeks=rollout.options.weeks, days=-1)
