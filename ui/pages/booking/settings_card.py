"""How open shifts are asked for and shared out: kept in the unit's file."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from heiltid.model.asking import BookingSettings
from ui.texts import tr
from ui.widgets.basic import GAP, Card, label
from ui.widgets.boxes import NumberBox

MOST_SHIFTS = 60  # of one person in a round; more is no cap at all
LONGEST = 120


class SettingsCard(Card):
    """`changed` hands out the settings as they become; one step of undo each."""

    changed = Signal(object)  # BookingSettings

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.settings.heading"), parent=parent)
        self._settings = BookingSettings()
        self.most = NumberBox()
        self.most.setRange(0, MOST_SHIFTS)
        self.most.setSpecialValueText(tr("ui.booking.settings.no_cap"))
        self.most.setKeyboardTracking(False)
        self.overtime = QCheckBox(tr("ui.booking.settings.overtime"))
        self.names = QCheckBox(tr("ui.booking.settings.names"))
        self.answers_to, self.ring = QLineEdit(), QLineEdit()
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for key, part in (("answers_to", self.answers_to), ("ring", self.ring), ("most", self.most)):
            part.setAccessibleName(tr(f"ui.booking.settings.{key}"))
            part.setToolTip(tr(f"ui.booking.settings.{key}_help"))
            form.addRow(label(tr(f"ui.booking.settings.{key}"), "muted"), part)
        for line, key in ((self.answers_to, "answers_to"), (self.ring, "ring")):
            line.setMaxLength(LONGEST)
            line.setPlaceholderText(tr(f"ui.booking.settings.{key}_like"))
            line.editingFinished.connect(self._done)
        self.body.addLayout(form)
        self.body.addWidget(self.overtime)
        self.body.addWidget(self.names)
        self.most.valueChanged.connect(self._done)
        self.overtime.clicked.connect(self._done)
        self.names.clicked.connect(self._done)

    def show_settings(self, settings: BookingSettings) -> None:
        """As they are kept."""
        self._settings = settings
        self.most.blockSignals(True)
        self.most.setValue(settings.most_shifts_in_four_weeks or 0)
        self.most.blockSignals(False)
        self.overtime.setChecked(settings.allows_overtime)
        self.names.setChecked(settings.shows_names)
        for line, words in ((self.answers_to, settings.answers_to), (self.ring, ", ".join(settings.ring))):
            if line.text() != words:
                line.setText(words)

    def _done(self) -> None:
        names = (" ".join(name.split()) for name in self.ring.text().split(","))
        settings = replace(
            self._settings,
            most_shifts_in_four_weeks=self.most.value() or None,
            allows_overtime=self.overtime.isChecked(),
            shows_names=self.names.isChecked(),
            answers_to=" ".join(self.answers_to.text().split()),
            ring=tuple(dict.fromkeys(name for name in names if name)),
        )
        if settings != self._settings:
            self.changed.emit(settings)
