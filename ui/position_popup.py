"""What is known of one person's position, laid beside her name, and the ways on from there."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.places import Person, Place
from ui.position_reasons import ShownReasons
from ui.texts import tr
from ui.widgets.basic import GAP, WIDE_GAP, button, label, row

WIDTH, AWAY = 440, 3


class PositionPopup(QFrame):
    """Esc or a click beside it closes it."""

    def __init__(self, desk: Desk, reasons: ShownReasons, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._desk, self._reasons, self._employee = desk, reasons, ""
        self.title = label("", "heading", wraps=True)
        self.words = label("", wraps=True, name="position_why")
        self.weekends = label("", "muted", wraps=True)
        self.leaving = label("", "strong", wraps=True)
        self._rota = button("ui.why_position.rota", name="position_rota")
        self._person = button("ui.why_position.person", name="position_person")
        self._sheet = button("ui.why_position.sheet", name="position_sheet")
        self._rota.clicked.connect(self._go_to_rota)
        self._person.clicked.connect(self._go_to_person)
        self._sheet.clicked.connect(self._write_sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        box.setSpacing(GAP)
        for part in (self.title, self.leaving, self.words, self.weekends):
            box.addWidget(part)
        box.addLayout(row(self._rota, self._person, self._sheet, None))

    def show_for(self, employee: str, beside: QRect) -> None:
        """On one person; `beside`: where her name is on the screen."""
        self._employee = employee
        self.title.setText(self._reasons.title(employee))
        self.setAccessibleName(self.title.text())
        self.words.setText("\n\n".join(self._reasons.sentences(employee)) or tr("ui.why_position.no_rota"))
        leaving = self._reasons.leaving(employee)
        self.leaving.setText(leaving)
        self.leaving.setVisible(bool(leaving))
        weekends = self._reasons.weekends(employee)
        told = tr("ui.why_position.weekends", words=weekends)
        self.weekends.setText(
            " ".join([told + ".", *self._reasons.weekend_count(employee)]).replace("..", ".")
        )
        self.weekends.setVisible(bool(weekends))
        box = self.layout()
        assert box is not None
        self.setFixedHeight(box.totalHeightForWidth(WIDTH))  # wrapped words: the hint knows nothing of them
        screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = max(room.left(), min(beside.left(), room.right() - self.width()))
        top = beside.bottom() + AWAY
        if top + self.height() > room.bottom():
            top = max(room.top(), beside.top() - self.height() - AWAY)
        self.move(left, top)
        self.show()
        self._rota.setFocus()

    def _go_to_rota(self) -> None:
        self.hide()
        self._desk.go_to("rota", Place(employee=self._employee))

    def _go_to_person(self) -> None:
        self.hide()
        self._desk.go_to("people", Person(employee=self._employee))

    def _write_sheet(self) -> None:
        self.hide()
        self._desk.wants_sheet.emit(self._employee)
