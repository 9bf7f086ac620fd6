"""The rota as it is shown: grid, panel and edits connected, and filled from the document."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QToolTip, QWidget

from heiltid.edits.cells import Place as CellPlace
from heiltid.model import RotaKind
from heiltid.rules.finding import Finding
from heiltid.rules.staffing import MINIMUM
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.rota.editing import GridEdits, places_of
from ui.pages.rota.empty import EmptyRota
from ui.pages.rota.findings_list import missing_shift
from ui.pages.rota.following import FindingsFollow
from ui.pages.rota.grid import RotaGrid, Zoom
from ui.pages.rota.header_tools import PlanChooser, ZoomButtons, undo_button
from ui.pages.rota.menu import CellMenu
from ui.pages.rota.side_panel import SidePanel
from ui.pages.rota.who_can import WhoCanTake, on_screen, row_on_days
from ui.places import Place
from ui.texts import tr
from ui.widgets.basic import button

SMALLEST_PANEL, LARGEST_PANEL = 252, 330
WAIT_MILLISECONDS = 120  # after the last edit, before the panel is filled anew


class ShownRota(Page):
    """The page without the slots of the menus' actions."""

    key = "rota"
    help_name = "rota"
    has_own_scroll = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.edits = GridEdits(self.document, desk.say)
        self.grid = RotaGrid(self.document)
        self.panel = SidePanel(self.document, desk.settings, self.grid.people_model.reasons)
        self._follow = FindingsFollow(self.grid, self.panel.findings, self)
        self.takers = WhoCanTake(self.document, self)
        self.zooms = ZoomButtons()
        self.plans = PlanChooser(self.document)
        self._empty = EmptyRota(desk)
        self._stack = QStackedWidget()
        self.menu = CellMenu(desk, self.grid, self.edits, self)
        self._is_split = False
        self._written: tuple[str, int] | None = None  # explained until the user moves on
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MILLISECONDS)
        self._wait.timeout.connect(self._fill_panel)
        self._arrange()
        self._connect()
        known = desk.settings.word("rota_zoom", Zoom.FOUR.name)
        self.set_zoom(Zoom[known] if known in Zoom.__members__ else Zoom.FOUR)

    def _arrange(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        whole = self._split = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.addWidget(self.grid)
        whole.addWidget(self.panel)
        whole.setStretchFactor(0, 1)
        whole.setCollapsible(0, False)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)
        self.column.addWidget(self._stack)
        for part, name in (
            (self.grid.cells, "rota"),
            (self.grid.people, "people"),
            (self.grid.coverage, "coverage"),
            (self.grid.bands, "demand"),
            (self.panel.cell.area, "cell"),
        ):
            part.setAccessibleName(tr(f"ui.spoken.{name}"))
        self.panel.cell.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it may hold words alone, to scroll

    def _connect(self) -> None:
        cells, panel = self.grid.cells, self.panel
        cells.codes.trouble = self.edits.trouble
        cells.written.connect(self._write)
        cells.written_everywhere.connect(self._write_everywhere)
        cells.dropped.connect(self._drop)
        cells.asked.connect(self.menu.show_at)
        cells.held.connect(self._say_locked)
        cells.dragging.only_selected.connect(self._say_how_to_move)
        cells.moved.connect(self._moved)
        cells.clicked.connect(self._clicked)
        self.grid.people.row_chosen.connect(self._choose_row)
        self.grid.people.asked_about.connect(self.ask_about)
        self.grid.people.asked.connect(self.menu.show_person)
        self.grid.people.opened.connect(self._open_person)
        self.zooms.zoomed.connect(self.set_zoom)
        panel.findings.wanted.connect(self.show_finding)
        panel.findings.chosen.connect(self._card_chosen)
        panel.findings.set_aside.connect(self.menu.ask_aside)
        panel.findings.taken_back.connect(self.edits.take_back)
        panel.findings.asked_who.connect(self._ask_who_could)
        for asked in (panel.cell, self.takers):
            asked.given.connect(self._give)
        panel.left.connect(cells.setFocus)
        panel.person.opened.connect(self.menu.open_person)

    def set_zoom(self, zoom: Zoom) -> None:
        """So many weeks in sight; remembered."""
        self.grid.set_zoom(zoom)
        self.zooms.show_zoom(zoom)
        self.desk.settings.set_word("rota_zoom", zoom.name)

    def subtitle(self) -> str:
        unit = self.document.unit
        kind = "ui.rota.cyclic" if unit.kind is RotaKind.CYCLIC else "ui.rota.dated"
        return tr(
            "ui.rota.subtitle_weeks" if self.plans.offers_choice() else "ui.rota.subtitle",
            plan=self.plans.shown_name(),
            weeks=unit.weeks,
            start=f"{unit.start:%d.%m.%Y}",
            kind=tr(kind),
        )

    def header_widgets(self) -> tuple[QWidget, ...]:
        build = button("ui.rota.build", "primary")
        build.clicked.connect(self._build)
        return (self.plans, self.zooms, undo_button(self.document, self), build)

    def refresh(self, change: Change) -> None:
        if change.unit:
            self.grid.cells.codes.codes = self.edits.codes()
            is_empty = self._empty.show_for(self.document.unit)
            self._stack.setCurrentIndex(1 if is_empty else 0)
        self._written = None
        if change.unit or change.plans or change.rows is None:
            self.plans.refresh()
            self.subtitle_changed.emit()
        if change.unit or change.shown_plan:
            self.panel.cell.forget()
            with self._follow.held():
                self.grid.refresh(change)
            self._wait.start()

    def shown(self) -> None:
        """Whoever comes back sees the current cell, not the one she typed in before she left."""
        super().shown()
        self._written = None
        self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self._is_split:
            self._is_split = self.isVisible()  # from then on the user decides
            panel = min(LARGEST_PANEL, max(SMALLEST_PANEL, self.width() // 5))
            self._split.setSizes([self.width() - panel, panel])

    def _fill_panel(self) -> None:
        self.panel.findings.show_now()
        current = self.grid.cells.currentIndex()
        if self._written is not None:
            self.panel.cell.show_cell(*self._written, just_changed=True)
        elif self.panel.is_on_person:
            self.panel.person.show_now()
        elif current.isValid():
            self._moved(current.row(), current.column())
        else:
            self.panel.cell.show_nothing()

    def ask_of_cell(self) -> None:
        """The panel on the current cell, opened if it was folded away."""
        current = self.grid.cells.currentIndex()
        if current.isValid():
            self._moved(current.row(), current.column())
        self._open_panel()

    def _open_panel(self) -> None:
        if self.panel.width() < SMALLEST_PANEL // 2 or not self.panel.isVisible():
            self._split.setSizes([self.width() - SMALLEST_PANEL, SMALLEST_PANEL])

    def areas(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self._empty:
            return (self._empty,)
        parts = (self.panel.findings, self.panel.cell, self.panel.person)
        return (self.grid.cells, *(part for part in parts if part.isVisibleTo(self)))

    def arrive(self, target: object) -> None:
        if isinstance(target, Place):
            self.show_place(target.employee, target.days)

    def show_place(self, employee: str | None, days: tuple[int, ...]) -> None:
        """Select cells and bring them into sight; None: the day, in the current line or one free then."""
        cells, model = self.grid.cells, self.grid.model
        current = cells.currentIndex()
        row = model.row_of(employee) if employee else row_on_days(self.document, max(0, current.row()), days)
        if row is None:
            return
        with self._follow.held():
            cells.show_cells(row, days or (max(0, current.column()),))
            cells.setFocus()

    def show_finding(self, finding: Finding) -> None:
        """The cells a finding is about; its card stays the current one."""
        self.show_place(finding.employee, finding.days)

    def _card_chosen(self, finding: Finding | None) -> None:
        """An open shift's card: who could take it."""
        if finding is not None and finding.rule == MINIMUM and self.panel.findings.view.hasFocus():
            missing = missing_shift(self.document.judgement.context, finding)
            if missing is not None:
                self.panel.cell.show_open_shift(missing)

    def _ask_who_could(self, finding: Finding) -> None:
        missing = missing_shift(self.document.judgement.context, finding)
        if missing is not None:
            self.takers.ask_for_open(missing, on_screen(self.panel.findings.who_button))

    def _give(self, day: int, code: str, taker: str, giver: str | None) -> None:
        self.edits.give(day, code, taker, giver)

    # What happens in the grid

    def _moved(self, row: int, day: int) -> None:
        if self.grid.cells.goes_on:
            return  # after typing the marker goes on; what was typed is still what wants explaining
        self._written = None
        self.panel.show_cell_again()
        if row < len(self.grid.model.numbers):
            self.panel.cell.show_cell(self.grid.model.numbers[row], day)

    def _clicked(self, index: QModelIndex) -> None:
        self._moved(index.row(), index.column())  # here the marker may have stood, and the panel not

    def places(self) -> list[CellPlace]:
        """The selected cells, as places of the plan."""
        return places_of(self.grid.model.numbers, self.grid.cells.selected_cells())

    def _write(self, row: int, day: int, typed: str) -> None:
        place, before = (self.grid.model.numbers[row], day), self.document.plan
        self.edits.type([place], typed)
        if self.document.plan is not before:
            self.panel.show_cell_again()
            self._written = place

    def _write_everywhere(self, typed: str) -> None:
        self.edits.type(self.places(), typed)

    def _drop(self, down: int, right: int) -> None:
        cells, model = self.grid.cells.selected_cells(), self.grid.model
        targets = [(row + down, day + right) for row, day in cells]
        if all(0 <= row < model.rowCount() and 0 <= day < model.columnCount() for row, day in targets):
            self.edits.drop(places_of(model.numbers, cells), places_of(model.numbers, targets))
            self.grid.cells.select_box(
                range(targets[0][0], targets[-1][0] + 1), range(targets[0][1], targets[-1][1] + 1)
            )

    def _choose_row(self, row: int) -> None:
        with self._follow.held():
            self.grid.cells.go(row, max(0, self.grid.cells.currentIndex().column()))
            self.grid.cells.setFocus()

    def ask_about(self, row: int) -> None:
        """The panel on the person of a line, opened if it was folded away."""
        self.panel.show_person(self.grid.model.numbers[row])
        self._open_panel()

    def _open_person(self, row: int) -> None:
        self.menu.open_person(self.grid.model.numbers[row])

    def _say_locked(self) -> None:
        self.desk.say(tr("ui.rota.held_one"))

    def _say_how_to_move(self) -> None:
        self.desk.say(tr("ui.rota.how_to_move"))
        QToolTip.showText(QCursor.pos(), tr("ui.rota.how_to_move"), self.grid.cells)  # where she looks

    def _build(self) -> None:
        self.desk.go_to("build")
