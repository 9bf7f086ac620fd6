"""The window: it arranges sidebar, header, pages and the line below, and connects them. No more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heiltid.rules.finding import Severity
from ui.actions import ACTIONS, MENUS, ActionEntry
from ui.areas import give_focus, has_focus
from ui.commands.exports import ExportCommands
from ui.commands.files import FileCommands
from ui.commands.help import HelpCommands
from ui.commands.view import ViewCommands
from ui.desk import Desk
from ui.document import Change
from ui.figure_line import FigureLine
from ui.header import Header
from ui.last_used import LastUsed
from ui.page import Page
from ui.pages import PAGES
from ui.pages.booking import BookingPage
from ui.sidebar import Sidebar
from ui.starting import is_bare
from ui.texts import tr
from ui.undo_actions import UndoActions

SMALLEST = (1024, 640)
FIRST_SIZE = (1366, 768)
FRAME_ROOM = 48  # title bar and edges at most


class MainWindow(QMainWindow):
    """One window over one document."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setMinimumSize(*SMALLEST)
        self.pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._sidebar = Sidebar([entry.key for entry in PAGES])
        self._header = Header()
        self._owners: dict[str, Any] = {
            "files": FileCommands(desk, self),
            "exports": ExportCommands(desk, self),
            "view": ViewCommands(desk, self),
            "help": HelpCommands(desk, self),
        }
        self._actions: list[tuple[ActionEntry, QAction]] = []
        self._arrange()
        self._make_pages()
        self._make_menus()
        self._connect()
        self._restore()

    @property
    def files(self) -> FileCommands:
        """New, open, save."""
        found: FileCommands = self._owners["files"]
        return found

    def page(self, key: str) -> Page:
        """A page by its key."""
        return self.pages[key]

    @property
    def current(self) -> Page:
        """The page in front."""
        found = self._stack.currentWidget()
        assert isinstance(found, Page)
        return found

    def show_page(self, key: str, target: object = None) -> None:
        """Bring a page to the front, and what it should show."""
        page = self.pages[key]
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(key)
        self._header.show_page(page)
        page.shown()
        for entry, action in self._actions:
            if entry.owner in self.pages:
                action.setEnabled(entry.owner == key)
        if target is not None:
            page.arrive(target)

    def areas(self) -> tuple[QWidget, ...]:
        """What F6 goes through: cards and strips if they are there, sidebar, header, parts of the page."""
        tour = self.findChild(QWidget, "tour")
        cards = () if tour is None or not tour.isVisible() else (tour,)
        strips = () if self.last_used.isHidden() else (self.last_used,)
        return (*cards, self._sidebar, self._header, *strips, *self.current.areas())

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        self.last_used = LastUsed(self.desk)
        column.addWidget(self.last_used)
        column.addWidget(self._stack, 1)
        self._line = FigureLine(self.desk)
        column.addWidget(self._line)
        whole = QWidget()
        box = QHBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._sidebar)
        box.addWidget(right, 1)
        self.setCentralWidget(whole)

    def _make_pages(self) -> None:
        for kind in PAGES:
            page = kind(self.desk)
            self.pages[kind.key] = page
            self._stack.addWidget(page)
            self._header.adopt(page)
        self._header.come_after(self._sidebar.last)

    def _make_menus(self) -> None:
        menus = {key: self.menuBar().addMenu(tr(f"ui.menu.{key}")) for key in MENUS}
        UndoActions(self.desk, menus["edit"], self)
        for entry in ACTIONS:
            owner = self._owners.get(entry.owner) or self.pages[entry.owner]
            if entry.divides:
                menus[entry.menu].addSeparator()
            action = QAction(tr(f"ui.action.{entry.key}"), self)
            action.setObjectName(f"action_{entry.key}")
            if entry.shortcut:
                action.setShortcut(QKeySequence(entry.shortcut))
            action.triggered.connect(getattr(owner, entry.slot))
            menus[entry.menu].addAction(action)
            self._actions.append((entry, action))

    def _connect(self) -> None:
        desk = self.desk
        self._sidebar.chosen.connect(self.show_page)
        self._sidebar.chosen.connect(self._line.forget)
        self._sidebar.chosen.connect(desk.page_chosen)
        desk.going_to.connect(self._go)
        desk.wants.connect(self._run)
        desk.wants_export.connect(self._export)
        desk.wants_sheet.connect(self._owners["exports"].export_sheet)
        desk.build_said.connect(self._show_build)
        desk.document.changed.connect(self._heard)
        desk.document.undo_stack.cleanChanged.connect(self._show_title)
        desk.files.path_changed.connect(self._show_title)
        self._show_title()
        self._count()

    def _go(self, key: str, target: object) -> None:
        """Somebody was sent to a page: the keyboard goes along."""
        self.show_page(key, target)
        if not has_focus(self.current):
            give_focus(self.current.areas()[0])

    def _run(self, slot: str, handed: object) -> None:
        """A page asks for something of the File menu."""
        command = getattr(self.files, slot)
        if handed is None:
            command()
        else:
            command(handed)

    def _export(self, slot: str) -> None:
        """A page asks for a paper."""
        getattr(self._owners["exports"], slot)()

    def _heard(self, change: Change) -> None:
        if change.unit:
            self._show_title()
        self._count()

    def _show_build(self, entry: str, offer: str) -> None:
        """How a build stands, wherever the user is."""
        self._sidebar.set_entry("build", entry)

    def _count(self) -> None:
        judged = self.desk.document.judgement
        breaches = sum(finding.severity is Severity.BREACH for finding in judged.findings)
        self._sidebar.set_count("rota", breaches)
        booking = self.pages[BookingPage.key]
        assert isinstance(booking, BookingPage)
        self._sidebar.set_count(booking.key, booking.work.open_count)

    def _show_title(self) -> None:
        unit, path = self.desk.document.unit, self.desk.files.path
        name = unit.name or tr("ui.nameless")
        is_open = path is not None or not is_bare(self.desk.document.file)
        self._sidebar.set_unit(name if is_open else tr("ui.none_open"))
        self.setWindowTitle(f"{name}[*] – {tr('ui.name')}" if is_open else f"{tr('ui.name')}[*]")
        self.setWindowFilePath("" if path is None else str(path))
        self.setWindowModified(self.desk.document.is_modified)

    def _restore(self) -> None:
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(self.desk.settings.layout("window"))
        self.show_page(PAGES[0].key)

    def has_room(self) -> bool:
        """Whether the window in its first size, with the frame around it, fits the screen."""
        room, (width, height) = self.screen().availableSize(), FIRST_SIZE
        return bool(room.width() >= width + FRAME_ROOM and room.height() >= height + FRAME_ROOM)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.files.may_leave():
            event.ignore()
            return
        self.desk.settings.set_layout("window", self.saveGeometry())
        self.desk.settings.save()
        self.desk.job.cancel()
        self.desk.files.close()
        event.accept()
        self.closed.emit()
