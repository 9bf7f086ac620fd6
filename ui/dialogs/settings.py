"""Language, theme, and the name that stands on decisions."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from heiltid.texts import Language
from ui.settings import Settings
from ui.texts import tr
from ui.theme import ThemeName
from ui.widgets.boxes import ChoiceBox

LANGUAGE_NAMES = {
    Language.NYNORSK: "Nynorsk",
    Language.BOKMAL: "Bokmål",
    Language.ENGLISH: "English",
}


class SettingsDialog(QDialog):
    """OK stores; Cancel leaves everything."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.settings.title"))
        self.setMinimumWidth(420)
        self._settings = settings
        self.look_is_new = False
        form = QFormLayout(self)
        form.setContentsMargins(20, 18, 20, 18)
        form.setSpacing(12)
        self.language = ChoiceBox()
        for entry, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, entry)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.theme = ChoiceBox()
        for theme in ThemeName:
            self.theme.addItem(tr(f"ui.settings.theme_{theme.value}"), theme)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.user = QLineEdit(settings.word("user"))
        self.user.setPlaceholderText(tr("ui.settings.user_hint"))
        form.addRow(tr("ui.settings.language"), self.language)
        form.addRow(tr("ui.settings.theme"), self.theme)
        form.addRow(tr("ui.settings.user"), self.user)
        form.addRow(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        done = buttons.addButton(tr("ui.ask.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        done.setProperty("look", "primary")
        buttons.addButton(tr("ui.ask.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def accept(self) -> None:
        """Store what was chosen."""
        language, theme = Language(self.language.currentData()), ThemeName(self.theme.currentData())
        self.look_is_new = language is not self._settings.language or theme is not self._settings.theme
        self._settings.language = language
        self._settings.theme = theme
        self._settings.set_word("user", self.user.text().strip())
        self._settings.save()
        super().accept()
