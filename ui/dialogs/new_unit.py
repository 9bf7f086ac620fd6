"""The short way to a new unit: kind of service, name, size, period; the rest is filled in to change."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from heiltid.model import RotaKind, UnitFile
from heiltid.starters import SERVICE_TYPES, ServiceType, new_unit, people_needed, people_sentences
from ui.starting import bare_unit, discussion_passed, discussion_words
from ui.texts import language, tr
from ui.widgets.basic import label, notice, set_look
from ui.widgets.boxes import ChoiceBox, NumberBox
from ui.widgets.date_box import DateBox


class NewUnit(QDialog):
    """`file` is the new unit, once the dialog was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.new.title"))
        self.setMinimumWidth(560)
        self.file: UnitFile | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(tr("ui.new.headline"), "title"))
        self._about = label("", "muted", wraps=True)
        column.addWidget(self._about)
        self._make_fields()
        self._trouble = label("", "worse", wraps=True)
        self.discussion = label("", "muted", wraps=True)
        form = QFormLayout()
        form.setSpacing(12)
        for key, field in self._fields.items():
            form.addRow(tr(f"ui.new.{key}"), field)
            if key == "start":
                form.addRow("", self._trouble)
                form.addRow("", self.discussion)
        form.setRowVisible(self._trouble, False)
        self._form = form
        column.addLayout(form)
        frame, self._sentence = notice("", "told")
        self._notice = frame
        column.addWidget(frame)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self._connect()
        self._say_of_start()
        self._show_size()

    def _make_fields(self) -> None:
        self.service = ChoiceBox()
        for entry in SERVICE_TYPES:
            self.service.addItem(entry.title(language()), entry)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("ui.new.name_hint"))
        self.size = NumberBox()
        self.size.setRange(0, 999)
        self._monday = bare_unit().unit.start  # the last one that was understood
        self.start = DateBox(self._monday)
        self.start.allow(mondays_only=True)
        self.weeks = NumberBox()
        self.weeks.setRange(1, 52)
        self.kind = ChoiceBox()
        for kind in RotaKind:
            self.kind.addItem(tr(f"ui.unit.kind_{kind.value}"), kind)
        self._fields = {
            "service": self.service,
            "name": self.name,
            "size": self.size,
            "start": self.start,
            "weeks": self.weeks,
            "kind": self.kind,
        }

    def _connect(self) -> None:
        self.service.currentIndexChanged.connect(self._show_size)
        self.start.editingFinished.connect(self._say_of_start)
        self.start.changed.connect(self._take_start)
        self.size.valueChanged.connect(self._show_sentence)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        make = buttons.addButton(tr("ui.new.make"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setProperty("look", "primary")
        make.setObjectName("new_make")
        buttons.addButton(tr("ui.ask.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def _service(self) -> ServiceType:
        found: ServiceType = self.service.currentData()
        return found

    def _show_size(self) -> None:
        """Ask for beds or users, as the service counts; an empty unit has neither."""
        service = self._service
        self.size.setValue(service.usual_size)
        self.weeks.setValue(service.usual_weeks)
        self._form.setRowVisible(self.size, service.usual_size > 0)
        size_label = self._form.labelForField(self.size)
        assert isinstance(size_label, QLabel)
        size_label.setText(service.size_word(language()).capitalize())
        self._about.setText(service.about(language()))
        self._show_sentence()

    def _show_sentence(self) -> None:
        """What that staffing asks for, before anything is made."""
        needed = people_needed(self._made().unit)
        self._notice.setVisible(needed is not None)
        if needed is not None:
            size = self._service.size_word(language()).lower()
            told = people_sentences(needed, language())
            self._sentence.setText(" ".join((tr("ui.new.suggested", size=size), *told)))

    def _take_start(self) -> None:
        """A date that will do takes the sentence away; one still being typed is not judged yet."""
        when = self.start.date()
        if when is not None:
            self._monday = when
            self._say_of_start()

    def _say_of_start(self) -> None:
        """Why the date will not do, below it."""
        why = self.start.trouble()
        self._trouble.setText(why)
        self._form.setRowVisible(self._trouble, bool(why))
        self._form.setRowVisible(self.discussion, not why)
        self.discussion.setText(discussion_words(self._monday))
        set_look(self.discussion, "warning" if discussion_passed(self._monday) else "muted")
        self.start.setProperty("wrong", bool(why))
        self.start.style().unpolish(self.start)
        self.start.style().polish(self.start)

    @property
    def trouble(self) -> str:
        """The sentence about the date shown now."""
        return str(self._trouble.text())

    def _made(self) -> UnitFile:
        return UnitFile(
            unit=new_unit(
                self._service,
                self.name.text(),
                self._monday,
                self.weeks.value(),
                RotaKind(self.kind.currentData()),
                self.size.value(),
                language(),
            )
        )

    def accept(self) -> None:
        """Make the unit; a date that is no Monday is told of, never made into another."""
        if self.start.trouble():
            self._say_of_start()
            self.start.setFocus()
            self.start.selectAll()
            return
        self.file = self._made()
        super().accept()
