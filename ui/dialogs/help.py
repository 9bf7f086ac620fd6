"""Help pages beside the work: resources/help/<language>/*.md."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from resources import read_text
from ui.actions import ACTIONS, MENUS, UNDO_KEYS
from ui.texts import language, tr

NAMES = (
    "start",
    "unit_shifts",
    "staffing",
    "people",
    "wishes",
    "rules",
    "agreements",
    "rota",
    "build",
    "results",
    "booking",
    "booking_lists",
    "booking_wishes",
    "export",
    "figures",
    "shortcuts",
)


class HelpDialog(QDialog):
    """A list of pages and the page; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.help.title"))
        self.resize(860, 620)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("ui.help.title"))
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(tr("ui.spoken.help"))
        self._text.anchorClicked.connect(self._follow)
        for name in NAMES:
            item = QListWidgetItem(_heading(name))
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self._chosen)
        parts = QSplitter()
        parts.addWidget(self._list)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([220, 640])
        QVBoxLayout(self).addWidget(parts)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Lines were laid out before the style sheet was known: the chosen one would cover its neighbour."""
        super().showEvent(event)
        self._list.doItemsLayout()

    def show_page(self, name: str) -> None:
        """A page by its name."""
        self._list.setCurrentRow(NAMES.index(name))
        self._text.setMarkdown(_page(name))

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._text.setMarkdown(_page(NAMES[row]))

    def _follow(self, url: QUrl) -> None:
        name = url.path().removesuffix(".md")
        if name in NAMES:
            self.show_page(name)


def _page(name: str) -> str:
    page = read_text(f"help/{language().value}", f"{name}.md")
    return page.replace("{shortcuts}", shortcut_table()) if name == "shortcuts" else page


def shortcut_table() -> str:
    """Every shortcut there is, from the table of actions, by menu."""
    lines: list[str] = []
    for menu in MENUS:
        entries = [(entry.shortcut, entry.key) for entry in ACTIONS if entry.menu == menu and entry.shortcut]
        if menu == "edit":
            entries = [(shortcut, key) for key, shortcut in UNDO_KEYS.items()] + entries
        if entries:
            name = tr(f"ui.menu.{menu}").replace("&", "")
            lines += [f"| {tr('ui.help.keys')} | {name} |", "|---|---|"]
            lines += [f"| **{_keys(shortcut)}** | {tr(f'ui.action.{key}')} |" for shortcut, key in entries]
            lines.append("")
    return "\n".join(lines)


def _keys(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _heading(name: str) -> str:
    return _page(name).splitlines()[0].lstrip("# ").strip()
