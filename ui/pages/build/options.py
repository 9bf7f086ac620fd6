"""What a build aims for and what it keeps: the order of goals, time, weeks, people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from heiltid.jobs import Goal
from heiltid.model import Plan, Unit
from ui.building import KEEP_LITTLE, KEEP_MUCH, BuildOptions
from ui.texts import position, tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, notice, row, tip
from ui.widgets.boxes import ChoiceBox, NumberBox

MINUTES = (1, 2, 5, 10, 30, 60)
USUAL_MINUTES = {True: 5, False: 1}  # a long rota, a short one
LONG_DAYS = 200
FIRST_GOAL = Goal.STAFFING
LIST_PADDING = 6  # as the lines of the list below it


class GoalsCard(Card):
    """Goals in the order they count. The first is fixed: nobody builds larger positions on empty shifts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.build.goals"), tr("ui.build.goals_hint"), parent)
        first = label(f"1.  {tr(f'ui.goal.{FIRST_GOAL.value}')}")
        first.setToolTip(tip(tr(f"ui.goal_help.{FIRST_GOAL.value}")))
        first.setContentsMargins(LIST_PADDING, 0, 0, 0)
        self.body.addWidget(first)
        self._list = QListWidget()
        self._list.setObjectName("build_goals")
        self._list.setAccessibleName(tr("ui.build.goals"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.body.addWidget(self._list, 1)
        self._meaning = label("", "muted", wraps=True, name="build_goal_meaning")
        self.body.addWidget(self._meaning)
        self._list.currentRowChanged.connect(self._explain)
        up, down, usual = (button(f"ui.build.{key}") for key in ("up", "down", "usual_order"))
        up.clicked.connect(self._up)
        down.clicked.connect(self._down)
        usual.clicked.connect(self.reset)
        self.body.addLayout(row(up, down, None, usual))
        self._list.model().rowsMoved.connect(self._renumber)
        self.reset()

    def reset(self) -> None:
        """The usual order."""
        self._list.clear()
        for goal in Goal:
            if goal is not FIRST_GOAL:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, goal.value)
                item.setToolTip(tr(f"ui.goal_help.{goal.value}"))
                self._list.addItem(item)
        self._renumber()
        self._explain()

    def order(self) -> tuple[Goal, ...]:
        """The goals as the leader wants them."""
        rows = range(self._list.count())
        return (FIRST_GOAL, *(Goal(self._list.item(place).data(Qt.ItemDataRole.UserRole)) for place in rows))

    def _renumber(self) -> None:
        for place in range(self._list.count()):
            item = self._list.item(place)
            item.setText(f"{place + 2}.  {tr(f'ui.goal.{item.data(Qt.ItemDataRole.UserRole)}')}")

    def _explain(self) -> None:
        """What the chosen goal is, below the list."""
        item = self._list.currentItem()
        self._meaning.setText(tr("ui.build.goal_none") if item is None else item.toolTip())

    def _up(self) -> None:
        self._shift(-1)

    def _down(self) -> None:
        self._shift(1)

    def _shift(self, step: int) -> None:
        place = self._list.currentRow()
        if place < 0 or not 0 <= place + step < self._list.count():
            return
        item = self._list.takeItem(place)
        self._list.insertItem(place + step, item)
        self._list.setCurrentRow(place + step)
        self._renumber()


class KeepCard(Card):
    """How long it may take, and what must stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.build.keep"), parent=parent)
        self._has_rota = True
        self.minutes = ChoiceBox()
        self.minutes.setObjectName("build_minutes")
        for count in MINUTES:
            key = "ui.build.one_minute" if count == 1 else "ui.build.minutes"
            self.minutes.addItem(tr(key, count=count), count * 60.0)
        self.minutes.setAccessibleName(tr("ui.build.time"))
        self.body.addLayout(row(label(tr("ui.build.time")), self.minutes, None))
        self._nothing = label(tr("ui.build.keep_nothing"), "muted", wraps=True)
        self._nothing.hide()
        self.body.addWidget(self._nothing)
        self._kept = QWidget()
        self._make_kept(QVBoxLayout(self._kept))
        self.body.addWidget(self._kept, 1)
        self._rest = QWidget()  # takes the room of what is not shown
        self.body.addWidget(self._rest, 1)

    def _make_kept(self, box: QVBoxLayout) -> None:
        """What only a rota that stands already can keep."""
        box.setContentsMargins(0, 0, 0, 0)
        self.keep = ChoiceBox()
        for key, weight in (("none", 0), ("little", KEEP_LITTLE), ("much", KEEP_MUCH)):
            self.keep.addItem(tr(f"ui.build.keep_{key}"), weight)
        self.keep.setAccessibleName(tr("ui.build.keep_cells"))
        box.addLayout(row(label(tr("ui.build.keep_cells")), self.keep, None))
        box.addLayout(self._made_weeks())
        self.people_line = label(tr("ui.build.keep_people"))
        box.addWidget(self.people_line)
        self._people = QListWidget()
        self._people.setAccessibleName(tr("ui.build.keep_people"))
        box.addWidget(self._people, 1)
        box.addWidget(label(tr("ui.build.locked_stay"), "muted", wraps=True))

    def _made_weeks(self) -> QHBoxLayout:
        self.only_weeks = QCheckBox(tr("ui.build.only_weeks"))
        self.first, self.last = NumberBox(), NumberBox()
        self.first.setAccessibleName(tr("ui.build.first_week"))
        self.last.setAccessibleName(tr("ui.build.last_week"))
        self.only_weeks.toggled.connect(self.first.setEnabled)
        self.only_weeks.toggled.connect(self.last.setEnabled)
        self.first.setEnabled(False)
        self.last.setEnabled(False)
        return row(self.only_weeks, self.first, label("–"), self.last, None)

    def show_unit(self, unit: Unit, plan: Plan) -> None:
        """The people and weeks of the unit; ticks stay. An empty plan has nothing to keep."""
        self._show_kept(not plan.is_empty)
        kept = self.kept_people()
        self._people.clear()
        rows = plan.row_of()
        for person in unit.planned_employees:
            share_bp = rows[person.number].position_bp if person.number in rows else person.position_bp
            item = QListWidgetItem(f"{person.name or person.number}  ·  {position(share_bp)}")
            item.setData(Qt.ItemDataRole.UserRole, person.number)
            item.setCheckState(Qt.CheckState.Checked if person.number in kept else Qt.CheckState.Unchecked)
            self._people.addItem(item)
        for box in (self.first, self.last):
            box.setRange(1, unit.weeks)
        if not self.only_weeks.isChecked():
            self.first.setValue(1)
            self.last.setValue(unit.weeks)

    def _show_kept(self, has_rota: bool) -> None:
        self._has_rota = has_rota
        self._kept.setVisible(has_rota)
        self._nothing.setVisible(not has_rota)
        self._rest.setVisible(not has_rota)
        title = tr("ui.build.keep" if has_rota else "ui.build.keep_time")
        self.heading.setText(title)
        self.setAccessibleName(title)

    def suggest_time(self, unit: Unit) -> None:
        """A long rota needs longer."""
        wanted = USUAL_MINUTES[unit.day_count > LONG_DAYS] * 60.0
        self.minutes.setCurrentIndex(self.minutes.findData(wanted))

    def kept_people(self) -> frozenset[str]:
        """Whose lines stay as they are."""
        items = (self._people.item(place) for place in range(self._people.count()))
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def options(self, order: tuple[Goal, ...]) -> BuildOptions:
        """All that was chosen, as far as it is shown."""
        first, last = sorted((self.first.value(), self.last.value()))
        return BuildOptions(
            goal_order=order,
            time_limit_seconds=float(self.minutes.currentData()),
            keep_weight=int(self.keep.currentData()) if self._has_rota else 0,
            kept_people=self.kept_people() if self._has_rota else frozenset(),
            weeks=(first, last) if self._has_rota and self.only_weeks.isChecked() else None,
        )


class OptionsPanel(QWidget):
    """Both cards beside one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self._few_frame, self._few = notice("")
        self._few_frame.hide()
        self._hours_frame, self._hours = notice("", "told")
        self._hours_frame.hide()
        box.addWidget(self._hours_frame)
        box.addWidget(self._few_frame)
        box.setSpacing(WIDE_GAP)
        self.goals, self.keep = GoalsCard(), KeepCard()
        line = row(self.goals, self.keep)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        box.addLayout(line, 1)

    def say_of_hours(self, hours: str) -> None:
        """What there is to share out; "" for nothing to say."""
        self._hours.setText(hours)
        self._hours_frame.setVisible(bool(hours))

    def say_of_people(self, few: str) -> None:
        """That there are too few of them; "" for nothing to say."""
        self._few.setText(few)
        self._few_frame.setVisible(bool(few))
