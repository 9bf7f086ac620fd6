"""Two small questions: through which week, and why a soft rule is set aside."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.texts import tr
from ui.widgets.basic import MARGIN, WIDE_GAP, label
from ui.widgets.boxes import NumberBox


def _finish(dialog: QDialog, box: QVBoxLayout, yes: str) -> QPushButton:
    """The buttons of a dialog, the primary one with its own words."""
    box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    box.setSpacing(WIDE_GAP)
    buttons = QDialogButtonBox(dialog)
    accept = QPushButton(tr(yes))
    accept.setProperty("look", "primary")
    buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(QPushButton(tr("ui.ask.cancel")), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    accept.setDefault(True)
    box.addWidget(buttons)
    return accept


class FillWeeksDialog(QDialog):
    """Through which rotation week the selected days are repeated."""

    def __init__(self, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.rota.fill_title"))
        box = QVBoxLayout(self)
        box.addWidget(label(tr("ui.rota.fill_question"), wraps=True))
        form = QFormLayout()
        self._week = NumberBox()
        self._week.setRange(first, last)
        self._week.setValue(last)
        self._week.setAccessibleName(tr("ui.rota.fill_through"))
        form.addRow(tr("ui.rota.fill_through"), self._week)
        box.addLayout(form)
        _finish(self, box, "ui.rota.fill_yes")
        self._week.setFocus()
        self._week.selectAll()

    @property
    def week(self) -> int:
        """The week chosen, counted from 1."""
        return self._week.value()


class SetAsideDialog(QDialog):
    """Why a soft rule does not count here, and who says so."""

    def __init__(self, sentence: str, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.rota.aside_title"))
        self.setMinimumWidth(420)
        box = QVBoxLayout(self)
        box.addWidget(label(sentence, "heading", wraps=True))
        box.addWidget(label(tr("ui.rota.aside_question"), wraps=True))
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(tr("ui.rota.aside_reason"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(76)
        box.addWidget(self._reason)
        form = QFormLayout()
        self._by = QLineEdit(by)
        form.addRow(tr("ui.rota.aside_by"), self._by)
        box.addLayout(form)
        self._yes = _finish(self, box, "ui.rota.aside_yes")
        self._reason.textChanged.connect(self._check)
        self._reason.setFocus()
        self._check()

    def _check(self) -> None:
        self._yes.setEnabled(bool(self.reason))

    @property
    def reason(self) -> str:
        """Why; without one nothing is set aside."""
        return self._reason.toPlainText().strip()

    @property
    def by(self) -> str:
        """Who."""
        return self._by.text().strip()
