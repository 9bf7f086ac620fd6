"""What to lay out: which plan, from which Monday, in which week of the rota, over how many weeks."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from heiltid.booking.dates.rolling import LONGEST_WEEKS, own_weeks, running_week
from heiltid.model import Plan, PlanRole, UnitFile
from heiltid.model.booking import RollOut, RollOutOptions
from ui.pages.booking.steps import source_of
from ui.plan_names import plan_name
from ui.texts import tr
from ui.widgets.basic import GAP, Card, button, label, row
from ui.widgets.boxes import ChoiceBox, NumberBox
from ui.widgets.date_box import DateBox

FEW_WEEKS = 12


class RollOutForm(Card):
    """Filled from the roll-out in force; the rotation week follows the date until it is typed over."""

    asked = Signal(object, object)  # Plan, RollOutOptions
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.roll.heading"), parent=parent)
        self._file: UnitFile | None = None
        self._rollout: RollOut | None = None
        self._plans: tuple[Plan, ...] = ()
        self._suggested = 1
        self.plan = ChoiceBox()
        self.first = DateBox(_next_monday())
        self.first.allow(mondays_only=True)
        self.week, self.weeks = NumberBox(), NumberBox()
        self.weeks.setRange(1, LONGEST_WEEKS)
        self.red_days = QCheckBox(tr("ui.booking.roll.red_days"))
        self.red_days.setChecked(True)
        self.state = label("", wraps=True, name="rollout_state")
        self.suggestion = label("", "muted", wraps=True)
        self.trouble = label("", "worse", wraps=True, name="rollout_trouble")
        self.go = button("ui.booking.roll.go", "primary", name="rollout_go")
        self.back = button("ui.booking.roll.back", name="rollout_back")
        self._arrange()
        self.first.changed.connect(self._date_changed)
        self.week.valueChanged.connect(self._suggest)
        self.go.clicked.connect(self._ask)
        self.back.clicked.connect(self.taken_back)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(GAP)
        for key, part in (
            ("plan", self.plan),
            ("first", self.first),
            ("week", self.week),
            ("weeks", self.weeks),
        ):
            words = tr(f"ui.booking.roll.{key}")
            part.setAccessibleName(words)
            form.addRow(label(words, "muted"), part)
        self.body.addWidget(self.state)
        self.body.addLayout(form)
        self.body.addWidget(self.suggestion)
        self.body.addWidget(self.red_days)
        self.body.addWidget(self.trouble)
        self.body.addLayout(row(self.go, self.back, None))

    def show_file(self, file: UnitFile, rollout: RollOut | None) -> None:
        """The plans there are, and the roll-out in force."""
        is_other = self._file is None or self._rollout is not rollout or self._file.unit is not file.unit
        self._file, self._rollout = file, rollout
        self._show_plans(file, rollout)
        cyclic = file.unit.is_cyclic
        for part in (self.first, self.week, self.weeks, self.red_days):
            part.setEnabled(cyclic)
        if is_other:
            self._show_options(file, rollout)
        self.back.setVisible(rollout is not None)
        self.go.setText(tr("ui.booking.roll.go" if rollout is None else "ui.booking.roll.again"))
        self.go.setAccessibleName(self.go.text())
        self._check()

    def _show_plans(self, file: UnitFile, rollout: RollOut | None) -> None:
        plans = tuple(plan for plan in file.plans if not plan.is_empty and plan.role is not PlanRole.BEFORE)
        known = self.plan.currentIndex()
        wanted = None if rollout is None else source_of(file, rollout)
        if [plan_name(plan) for plan in plans] != [plan_name(plan) for plan in self._plans]:
            self.plan.clear()
            self.plan.addItems([plan_name(plan) for plan in plans])
            today = next((n for n, plan in enumerate(plans) if plan.role is PlanRole.TODAY), 0)
            place = next((n for n, plan in enumerate(plans) if plan is wanted), today)
            self.plan.setCurrentIndex(place)
        elif 0 <= known < len(plans):
            self.plan.setCurrentIndex(known)
        self._plans = plans

    def _show_options(self, file: UnitFile, rollout: RollOut | None) -> None:
        unit = file.unit
        self.week.setRange(1, max(1, unit.weeks))
        if rollout is not None:
            options = rollout.options
        elif unit.is_cyclic:
            first = max(_next_monday(), unit.start)  # before its start there is no rota to lay out
            weeks = min(FEW_WEEKS, unit.weeks)
            options = RollOutOptions(first=first, from_week=running_week(unit, first), weeks=weeks)
        else:
            options = own_weeks(unit)
        self.first.set_date(options.first)
        self.week.setValue(options.from_week)
        self.weeks.setValue(options.weeks)
        self.red_days.setChecked(options.gives_red_days)
        self._suggest()

    def _date_changed(self) -> None:
        """The week of the rota runs on from its start, unless somebody chose another."""
        first = self.first.date()
        if first is not None and self._file is not None and self._file.unit.is_cyclic:
            was_followed = self.week.value() == self._suggested
            self._suggested = running_week(self._file.unit, first)
            if was_followed:
                self.week.setValue(self._suggested)
        self._suggest()
        self._check()

    def _suggest(self) -> None:
        """Which week stands on the date when the rota just runs on."""
        first, file = self.first.date(), self._file
        if file is None or first is None or not file.unit.is_cyclic:
            self.suggestion.setText(
                "" if file is None or file.unit.is_cyclic else tr("ui.booking.roll.dated")
            )
        else:
            self._suggested = running_week(file.unit, first)
            follows = self.week.value() == self._suggested
            key = "ui.booking.roll.runs_on" if follows else "ui.booking.roll.suggests"
            self.suggestion.setText(tr(key, week=self._suggested, start=f"{file.unit.start:%d.%m.%Y}"))
        self.suggestion.setVisible(bool(self.suggestion.text()))

    def _check(self) -> None:
        trouble = self.first.trouble()
        if not self._plans:
            trouble = tr("ui.booking.roll.no_plan")
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.go.setEnabled(not trouble)

    def _ask(self) -> None:
        first = self.first.date()
        if first is None or not self._plans:
            return
        options = RollOutOptions(
            first=first,
            from_week=self.week.value(),
            weeks=self.weeks.value(),
            gives_red_days=self.red_days.isChecked(),
        )
        self.asked.emit(self._plans[self.plan.currentIndex()], options)


def _next_monday() -> date:
    today = date.today()
    return today + timedelta(days=(7 - today.weekday()) % 7)
