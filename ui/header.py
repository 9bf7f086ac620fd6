"""The bar above a page: its name, a line about it, its buttons with the primary one last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from ui.page import Page
from ui.widgets.basic import GAP, MARGIN, label


class Header(QFrame):
    """Shows the page in front; each page's buttons are made once and kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "header")
        self.setFixedHeight(54)
        box = QHBoxLayout(self)
        box.setContentsMargins(MARGIN, 0, MARGIN, 0)
        box.setSpacing(12)
        self._title = label("", "title")
        self._subtitle = label("", "subtitle")
        self._subtitle.setMinimumWidth(0)
        self._tools = QStackedWidget()
        self._tool_of: dict[str, QWidget] = {}
        self._page: Page | None = None
        box.addWidget(self._title)
        box.addWidget(self._subtitle, 1)
        box.addWidget(self._tools)

    def adopt(self, page: Page) -> None:
        """Take in a page's buttons."""
        tool = QWidget()
        tool.setProperty("look", "tools")
        box = QHBoxLayout(tool)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addStretch(1)
        for widget in page.header_widgets():
            box.addWidget(widget)
        self._tools.addWidget(tool)
        self._tool_of[page.key] = tool
        page.subtitle_changed.connect(self._show_subtitle)

    def come_after(self, before: QWidget) -> None:
        """Tab comes to the buttons before it comes to the page, where they can be seen first."""
        for tool in self._tool_of.values():
            for part in tool.findChildren(QWidget):
                # A combo box's list is a child of it, too, in a window of its own.
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is self.window():
                    QWidget.setTabOrder(before, part)
                    before = part

    def show_page(self, page: Page) -> None:
        """The page that is in front now."""
        self._page = page
        self._title.setText(page.title)
        self._tools.setCurrentWidget(self._tool_of[page.key])
        self._show_subtitle()

    def _show_subtitle(self) -> None:
        if self._page is not None:
            self._subtitle.setText(self._page.subtitle())
            self._subtitle.setToolTip(self._page.subtitle())
