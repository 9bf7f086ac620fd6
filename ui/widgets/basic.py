"""Small parts that give every page the same look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.texts import tr

GAP, WIDE_GAP, MARGIN = 8, 14, 18
ONE_LINE_TIP = 60  # letters


def label(shown: str, look: str = "", *, wraps: bool = False, name: str = "") -> QLabel:
    """A text; `look` as the style sheet knows it."""
    made = QLabel(shown)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setProperty("look", look)
    if name:
        made.setObjectName(name)
    return made


def button(key: str, look: str = "", *, name: str = "") -> QPushButton:
    """A button with the text of `key`; its object name is the key unless told otherwise."""
    made = QPushButton(tr(key))
    made.setProperty("look", look)
    made.setObjectName(name or key)
    made.setAccessibleName(made.text())
    return made


def tip(words: str) -> str:
    """A tooltip; a long one is broken into lines, which Qt does only for marked text."""
    if len(words) <= ONE_LINE_TIP:
        return words
    plain = words.replace("&", "&amp;").replace("<", "&lt;")
    return f"<qt>{plain.replace(chr(10), '<br>')}</qt>"


def set_look(widget: QWidget, look: str) -> None:
    """Change a widget's look after it was made."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Card(QFrame):
    """A white box with a heading; put things into `body`."""

    def __init__(self, heading: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(GAP)
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        if heading:
            self.heading = label(heading, "heading")
            self.head.addWidget(self.heading)
            self.hint = label(hint, "muted", wraps=True)
            self.head.addWidget(self.hint, 1)
            outer.addLayout(self.head)
            self.setAccessibleName(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        outer.addLayout(self.body, 1)


class Figure(Card):
    """One figure with its name above and a line about it below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(2)
        self._name = label(name, "muted")
        self._value = label("–", "big")
        self._line = label("", "muted", wraps=True)
        for part in (self._name, self._value, self._line):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_figure(self, value: str, line: str = "", tooltip: str = "") -> None:
        """What it is now, and what to compare it with."""
        self._value.setText(value)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setToolTip(tip(tooltip))
        self.setAccessibleName(f"{self._name.text()}: {value}. {line}")


def notice(shown: str, look: str = "notice") -> tuple[QFrame, QLabel]:
    """A sentence that wants to be read: on a warm ground, or as `told` where nothing is amiss."""
    frame = QFrame()
    frame.setProperty("look", look)
    box = QVBoxLayout(frame)
    box.setContentsMargins(14, 10, 14, 10)
    line = label(shown, wraps=True)
    box.addWidget(line)
    return frame, line


def scrolled(content: QWidget) -> QScrollArea:
    """Content that scrolls down when the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what is in it, and it scrolls along
    area.setWidget(content)
    return area


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def row(*parts: QWidget | None, stretch_last: bool = False) -> QHBoxLayout:
    """Parts beside one another; None is empty room that grows."""
    box = QHBoxLayout()
    box.setSpacing(GAP)
    for part in parts:
        if part is None:
            box.addStretch(1)
        else:
            box.addWidget(part)
    if stretch_last and parts:
        box.setStretch(len(parts) - 1, 1)
    return box
