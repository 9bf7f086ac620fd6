"""The whole grid: four linked views, so that names and coverage stay where they are."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from heiltid.model import DAYS_PER_WEEK
from ui.document import Change, Document
from ui.pages.rota.bar_ground import BarGround
from ui.pages.rota.coverage_model import CoverageModel
from ui.pages.rota.coverage_view import COVERAGE_HEIGHT, BandView, CoverageView
from ui.pages.rota.day_header import HEADER_HEIGHT, DayHeader
from ui.pages.rota.grid_model import GridModel
from ui.pages.rota.grid_view import ROW_HEIGHT, GridView
from ui.pages.rota.legend import Legend
from ui.pages.rota.people_model import NAME, PeopleModel
from ui.pages.rota.people_view import NARROW_NAME, NARROWEST_NAME, WIDE_NAME, WIDTHS, PeopleView
from ui.pages.rota.words import times_of
from ui.widgets.basic import button

SMALLEST_COLUMN, LARGEST_COLUMN = 4, 130
MUCH = 1_000
NAMES_WIDE_FROM = 1_250  # pixels of the grid
COVERAGE_SHARE = 0.35  # of the height at most
LEGEND_PLACE = QPoint(6, 1)  # above the name of the first column


class Zoom(Enum):
    """How many weeks are in sight; 0 = all."""

    ONE = 1
    FOUR = 4
    TWELVE = 12
    ALL = 0


# Below these widths a code can no longer be read; then there is a scroll bar instead.
NARROWEST = {Zoom.ONE: 44, Zoom.FOUR: 19, Zoom.TWELVE: 6, Zoom.ALL: SMALLEST_COLUMN}


class RotaGrid(QWidget):
    """Names at the left, days at the right, coverage below; one scroll bar each way for all."""

    model_kind: ClassVar[type[GridModel]] = GridModel
    people_kind: ClassVar[type[PeopleModel]] = PeopleModel
    view_kind: ClassVar[type[GridView]] = GridView

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._zoom = Zoom.FOUR
        self.model = self.model_kind(document, self)
        self.people_model = self.people_kind(document, self)
        self.coverage_model = CoverageModel(document, self)
        self.cells = self.view_kind(self.model, self)
        self.cells.setHorizontalHeader(DayHeader(self.cells))
        self.people = PeopleView(self.people_model, ROW_HEIGHT, self)
        self.coverage = CoverageView(self.coverage_model, self)
        self.bands = BandView(self.coverage_model, sum(WIDTHS.values()), self)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._down = QScrollBar(Qt.Orientation.Vertical)
        self._beside = BarGround(self._down, self)
        self.legend_button = button("ui.rota.legend", "link")
        self.legend_button.setParent(self.people.horizontalHeader())
        self.legend_button.move(LEGEND_PLACE)
        self.legend_button.clicked.connect(self._show_legend)
        self._arrange()
        self._link()

    @property
    def header(self) -> DayHeader:
        """What stands above the days."""
        found = self.cells.horizontalHeader()
        assert isinstance(found, DayHeader)
        return found

    def _arrange(self) -> None:
        box = QGridLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.people, 0, 0)
        box.addWidget(self.cells, 0, 1)
        box.addWidget(self._beside, 0, 2, 2, 1)
        box.addWidget(self.bands, 1, 0)
        box.addWidget(self.coverage, 1, 1)
        box.addWidget(self._across, 2, 1)
        box.setColumnStretch(1, MUCH)
        box.setColumnStretch(3, 1)  # what is left over when the days are narrower than the room
        box.setRowStretch(0, MUCH)
        box.setRowStretch(3, 1)

    def _show_legend(self) -> None:
        place = self.legend_button.mapToGlobal(QPoint(0, self.legend_button.height()))
        Legend(self._document.unit, self).open_below(place)

    def _link(self) -> None:
        """One leads in each direction, the others follow; the bars outside show the leader."""
        across, down = self.cells.horizontalScrollBar(), self.cells.verticalScrollBar()
        for leader, bar, follower in (
            (across, self._across, self.coverage.horizontalScrollBar()),
            (down, self._down, self.people.verticalScrollBar()),
        ):
            leader.rangeChanged.connect(bar.setRange)
            leader.rangeChanged.connect(self._show_bars)
            leader.valueChanged.connect(bar.setValue)
            leader.valueChanged.connect(follower.setValue)
            follower.valueChanged.connect(leader.setValue)
            bar.valueChanged.connect(leader.setValue)
        lines, names = self.coverage.verticalScrollBar(), self.bands.verticalScrollBar()
        lines.valueChanged.connect(names.setValue)
        names.valueChanged.connect(lines.setValue)
        self.cells.moved.connect(self._show_current)

    def _show_current(self, row: int, day: int) -> None:
        self.people.show_current(row)

    def _show_bars(self) -> None:
        for bar, leader in (
            (self._across, self.cells.horizontalScrollBar()),
            (self._down, self.cells.verticalScrollBar()),
        ):
            bar.setPageStep(leader.pageStep())
            bar.setSingleStep(leader.singleStep())
            bar.setVisible(leader.maximum() > leader.minimum())

    def refresh(self, change: Change) -> None:
        """Show the document as it is."""
        rows, days = self.model.rowCount(), self.model.columnCount()
        if change.unit or change.rows is None:
            calendar = self._document.calendar
            self.header.set_calendar(calendar)
            self.cells.set_calendar(calendar)
            self.coverage.set_calendar(calendar)
            times = {shift.code: times_of(shift) for shift in self._document.unit.shifts}
            self.cells.chips.set_times(times)
        self.model.refresh(change)
        self.people_model.refresh(change)
        self.coverage_model.refresh(change)
        if change.unit or (rows, days) != (self.model.rowCount(), self.model.columnCount()):
            self.fit()
            if not self.cells.currentIndex().isValid():
                self.cells.go(0, 0)

    @property
    def zoom(self) -> Zoom:
        """How many weeks are in sight."""
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        """Show more or fewer weeks; the current cell stays in sight."""
        self._zoom = zoom
        self.fit()
        box = self.layout()
        assert box is not None
        box.activate()
        for view in (self.cells, self.coverage):
            view.measure()
        current = self.cells.currentIndex()
        if current.isValid():
            self.cells.scrollTo(current)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Columns as wide as the zoom asks for, the views no larger than what is in them."""
        weeks = self._document.unit.weeks
        shown = min(self._zoom.value or weeks, weeks) if weeks else 1
        bar = self._down.sizeHint().width()
        names = self._name_width(shown * DAYS_PER_WEEK * NARROWEST[self._zoom] + bar)
        if self.people.widths[NAME] != names:
            self.people.give_names(names)
            self.bands.setFixedWidth(self.people.width())
        room = self.width() - self.people.width() - bar
        width = room // max(1, shown * DAYS_PER_WEEK)
        width = max(NARROWEST[self._zoom], min(width, LARGEST_COLUMN))
        for view in (self.cells, self.coverage):
            header = view.horizontalHeader()
            if header.defaultSectionSize() != width:
                header.setDefaultSectionSize(width)
        whole = self.model.columnCount() * width
        in_sight = shown * DAYS_PER_WEEK * width
        self._fit_sizes(min(whole, in_sight) if in_sight <= room else whole)

    def _name_width(self, beside: int) -> int:
        """Names give way where that brings the days the zoom asks for into sight, and only then."""
        if self.width() >= NAMES_WIDE_FROM:
            return WIDE_NAME
        left = self.width() - beside - (sum(WIDTHS.values()) - WIDTHS[NAME])
        return left if NARROWEST_NAME <= left < NARROW_NAME else NARROW_NAME

    def _fit_sizes(self, whole: int) -> None:
        """No room for a piece of a week more than the zoom asks for, or for rows that are not there."""
        lines = self.coverage_model.rowCount() * COVERAGE_HEIGHT
        below = min(lines, int(self.height() * COVERAGE_SHARE))
        room = self.height() - below - self._across.sizeHint().height() - HEADER_HEIGHT
        in_sight = min(self.model.rowCount(), max(1, room // ROW_HEIGHT))  # no line cut in two by the sums
        rows = in_sight * ROW_HEIGHT + HEADER_HEIGHT
        for view in (self.cells, self.coverage):
            view.setMaximumWidth(max(whole, 1))
        for view in (self.cells, self.people):
            view.setMaximumHeight(rows)
        for view in (self.bands, self.coverage):
            view.setFixedHeight(below)
        self._beside.leave_below(below)
