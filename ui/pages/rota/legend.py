"""What the signs in the rota mean, each drawn as it is drawn there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from heiltid.model import ShiftKind, Unit
from ui.pages.rota.chips import Chips
from ui.pages.rota.looks import ABSENT, DAY_OFF, FREE_DAY, Look, Mark
from ui.texts import tr
from ui.theme import theme
from ui.widgets.basic import WIDE_GAP, label

WIDTH, CHIP_WIDTH, CHIP_HEIGHT = 460, 34, 24
KINDS = (ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT, ShiftKind.LONG)
MARKS = {"breach": Mark.BREACH, "note": Mark.NOTE, "agreement": Mark.AGREEMENT}
COLUMNS = ("position", "deviation", "findings", "coverage")


def looks_shown(unit: Unit) -> tuple[tuple[str, Look], ...]:
    """Signs by the end of their text's key, with the unit's own codes in them."""
    codes = {kind: next((shift.code for shift in unit.shifts if shift.kind is kind), "") for kind in KINDS}
    day = codes[ShiftKind.DAY] or "D"
    found = [
        (f"kind_{kind.name.lower()}", Look(code, kind.value, Mark.NONE, False))
        for kind, code in codes.items()
        if code
    ]
    found += [
        ("day_off", Look("F1", DAY_OFF, Mark.NONE, False)),
        ("absent", Look("FE", ABSENT, Mark.NONE, False)),
    ]
    found += [(key, Look(day, ShiftKind.DAY.value, mark, False)) for key, mark in MARKS.items()]
    found += [
        ("note_free", Look("", FREE_DAY, Mark.NOTE, False)),
        ("locked", Look(day, ShiftKind.DAY.value, Mark.NONE, True)),
        ("unwished", Look(day, ShiftKind.DAY.value, Mark.NONE, False, is_unwished=True)),
    ]
    return tuple(found)


def columns_told(unit: Unit) -> tuple[str, ...]:
    """What stands beside, below and above the cells; a rota without dates has no red days to show."""
    return (*COLUMNS, "red") if unit.is_cyclic else COLUMNS


class Legend(QFrame):
    """Opened below its button, whole on the screen; Esc or a click beside it closes it."""

    def __init__(self, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("ui.rota.legend"))
        self.setFixedWidth(WIDTH)
        self._chips = Chips()
        self._chips.fit(CHIP_WIDTH, CHIP_HEIGHT, parent.devicePixelRatioF())
        grid = QGridLayout(self)
        grid.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(tr("ui.rota.legend"), "heading"), 0, 0, 1, 2)
        for line, (key, look) in enumerate(looks_shown(unit), start=1):
            grid.addWidget(
                self._sign(look), line, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            )
            grid.addWidget(label(tr(f"ui.rota.legend_{key}"), wraps=True), line, 1)
        start = grid.rowCount()
        grid.addWidget(self._away(), start, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(label(tr("ui.rota.legend_away"), wraps=True), start, 1)
        start += 1
        for line, key in enumerate(columns_told(unit), start=start):
            name = label(tr(f"ui.rota.legend_name_{key}"), "strong")
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(tr(f"ui.rota.legend_{key}"), wraps=True), line, 1)

    def _sign(self, look: Look) -> QLabel:
        made = self._ground(theme().card)
        painter = QPainter(made)
        painter.drawPixmap(0, 0, self._chips.pixmap(look))
        painter.end()
        return _picture(made)

    def _away(self) -> QLabel:
        return _picture(self._ground(theme().strong_line))

    def _ground(self, colour: str) -> QPixmap:
        ratio = self._chips.ratio
        made = QPixmap(round(CHIP_WIDTH * ratio), round(CHIP_HEIGHT * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(colour))
        return made

    def open_below(self, place: QPoint) -> None:
        """With its upper left corner here, or higher where the screen ends before its words."""
        box = self.layout()
        assert box is not None
        self.setFixedHeight(box.heightForWidth(WIDTH))  # its own size forgets lines that are wrapped
        screen = self.screen().availableGeometry()
        lowest = screen.bottom() + 1 - self.height()
        self.move(place.x(), max(screen.top(), min(place.y(), lowest)))
        self.show()


def _picture(made: QPixmap) -> QLabel:
    shown = QLabel()
    shown.setPixmap(made)
    return shown
