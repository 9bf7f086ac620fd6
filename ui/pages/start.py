"""Overview: ways into the program, and for an open unit the steps from shifts to rota."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSignalMapper
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heiltid.model import PlanRole
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.samples import samples
from ui.starting import is_bare
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, button, clear_layout, label, scrolled, set_look

STEPS = (
    ("shifts", "unit"),
    ("staffing", "staffing"),
    ("people", "people"),
    ("build", "build"),
    ("results", "results"),
)


class StartPage(Page):
    """What to do next, and with which file."""

    key = "start"
    help_name = "start"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._paths = QSignalMapper(self)
        self._paths.mappedString.connect(self._open)
        self._steps = QSignalMapper(self)
        self._steps.mappedString.connect(self._go)
        body = QWidget()
        body.setObjectName("page_body")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(WIDE_GAP)
        self._unit_card = Card(tr("ui.start.unit"))
        grid.addWidget(self._unit_card, 0, 1)
        self._recent_card = Card(tr("ui.start.recent"))
        grid.addWidget(self._recent_card, 1, 1)
        self._ways_in: dict[str, QPushButton] = {}
        self._made_steps: list[QPushButton] = []
        self._made_recent: list[QPushButton] = []
        grid.addWidget(self._ways(), 0, 0, 2, 1)
        self._samples_card = self._samples()
        grid.addWidget(self._samples_card, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
        self.column.addWidget(scrolled(body))

    def refresh(self, change: Change) -> None:
        """The steps of the unit in work, and the recent files."""
        if change.unit or change.plans:
            self._show_steps()
        self._show_recent()
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes as the eye does, though some of the buttons are made anew again and again."""
        samples = self._samples_card.findChildren(QPushButton)
        for before, after in pairwise(
            (self._ways_in["import"], *self._made_steps, *self._made_recent, *samples)
        ):
            self.setTabOrder(before, after)

    def _ways(self) -> QWidget:
        card = Card(tr("ui.start.headline"))
        for key, slot in (("new", self._new), ("open", self._choose), ("import", self._import)):
            made = self._ways_in[key] = button(f"ui.start.{key}", name=f"start_{key}")
            made.clicked.connect(slot)
            card.body.addWidget(made)
            card.body.addWidget(label(tr(f"ui.start.{key}_hint"), "muted", wraps=True))
            card.body.addSpacing(6)
        card.body.addStretch(1)
        return card

    def _samples(self) -> QWidget:
        card = Card(tr("ui.start.samples"))
        line = QHBoxLayout()
        for sample in samples():
            column = QVBoxLayout()
            made = QPushButton(sample.title)
            made.setObjectName(f"sample_{sample.path.stem}")
            self._paths.setMapping(made, str(sample.path))
            made.clicked.connect(self._paths.map)
            column.addWidget(made)
            column.addWidget(label(sample.about, "muted", wraps=True))
            column.addStretch(1)
            line.addLayout(column, 1)
        card.body.addLayout(line)
        return card

    def _show_steps(self) -> None:
        clear_layout(self._unit_card.body)
        self._made_steps.clear()
        file = self.document.file
        unit = file.unit
        is_begun = bool(unit.shifts or unit.employees)
        set_look(self._ways_in["new"], "" if is_begun else "primary")
        if is_bare(file) and self.desk.files.path is None:
            self._unit_card.body.addWidget(label(tr("ui.start.no_unit"), "muted", wraps=True))
            self._unit_card.body.addStretch(1)
            return
        self._unit_card.body.addWidget(label(unit.name or tr("ui.nameless"), "heading"))
        counts = {
            "shifts": len(unit.shifts),
            "staffing": len(unit.demand),
            "people": len(unit.planned_employees),
            "build": sum(plan.role is PlanRole.SCENARIO for plan in file.plans),
            "results": 0,
        }
        used = self._name_in_use()
        next_one = next(
            (key for key, _ in STEPS if not counts[key] and not (key == "build" and used)), "results"
        )
        for key, page in STEPS:
            is_next = is_begun and key == next_one
            self._unit_card.body.addLayout(
                self._step(key, page, self._state(key, counts[key], used), is_next)
            )
        self._unit_card.body.addStretch(1)

    def _step(self, key: str, page: str, state: QLabel, is_next: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        made = button(f"ui.start.step_{key}", "primary" if is_next else "link", name=f"step_{key}")
        self._steps.setMapping(made, page)
        made.clicked.connect(self._steps.map)
        line.addWidget(made)
        self._made_steps.append(made)
        line.addStretch(1)
        line.addWidget(state)
        return line

    @staticmethod
    def _state(key: str, count: int, used: str) -> QLabel:
        """What there is of a step. used: the rota in use, which takes no more proposals."""
        if key == "results":
            return label("✓ " + tr("ui.plans.done_results", name=used) if used else "", "better")
        if count:
            return label("✓ " + tr(f"ui.start.done_{key}", count=count), "better")
        return label("" if key == "build" and used else tr("ui.start.not_yet"), "muted")

    def _name_in_use(self) -> str:
        """What the rota in use is called; "" where there is none with a name of its own."""
        rota = self.document.today
        return "" if rota is None or rota.is_empty else rota.name

    def _show_recent(self) -> None:
        clear_layout(self._recent_card.body)
        self._made_recent.clear()
        recent = self.desk.settings.recent
        for path in recent:
            made = QPushButton(path.name)
            made.setProperty("look", "link")
            made.setToolTip(str(path))
            self._paths.setMapping(made, str(path))
            made.clicked.connect(self._paths.map)
            self._recent_card.body.addWidget(made)
            self._made_recent.append(made)
        if not recent:
            self._recent_card.body.addWidget(label(tr("ui.start.no_recent"), "muted", wraps=True))
        self._recent_card.body.addStretch(1)

    def _open(self, path: str) -> None:
        self.desk.wants.emit("open_path", Path(path))

    def _go(self, page: str) -> None:
        self.desk.go_to(page)

    def _new(self) -> None:
        self.desk.wants.emit("new_unit", None)

    def _choose(self) -> None:
        self.desk.wants.emit("open_unit", None)

    def _import(self) -> None:
        self.desk.wants.emit("import_workbook", None)
