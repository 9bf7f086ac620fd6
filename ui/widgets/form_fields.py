"""Fields of a form: a name above, something to fill in, and below it the sentence that says why not.

A field hands out what was typed and is told what to show; it never changes anything itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.basic import label, set_look, tip
from ui.widgets.boxes import ChoiceBox
from ui.widgets.date_box import DateBox

YES, NO = "yes", "no"


class FormField(QWidget):
    """The frame of a field: name, editor, trouble."""

    committed = Signal(str, str)  # key, what was typed

    def __init__(self, key: str, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName(f"field_{key}")
        self.setToolTip(tip(hint))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._trouble = label("", "worse", wraps=True)
        self._trouble.hide()
        self._note = label("", "warning", wraps=True)
        self._note.hide()
        self._name, self._hint = name, hint

    def _put(self, editor: QWidget, *, named_above: bool = True) -> None:
        if named_above:
            above = label(self._name, "muted", wraps=True)
            above.setBuddy(editor)
            self._box.addWidget(above)
        self._box.addWidget(editor)
        self._box.addWidget(self._trouble)
        self._box.addWidget(self._note)
        self._box.addStretch(1)
        self.setFocusProxy(editor)
        _describe(editor, self._name, self._hint)

    def show_value(self, shown: str) -> None:
        """What the field holds now."""
        raise NotImplementedError

    def show_mixed(self) -> None:
        """The field is for several who differ in it; it changes nothing before something is chosen."""
        raise NotImplementedError

    def show_trouble(self, why: str) -> None:
        """Why what was typed will not do; "" takes the sentence away."""
        self._trouble.setText(why)
        self._trouble.setVisible(bool(why))

    def show_note(self, note: str, *, is_odd: bool = True) -> None:
        """What is odd about what the field holds, though it will do, or what it comes to; "" for nothing."""
        set_look(self._note, "warning" if is_odd else "muted")
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def note(self) -> str:
        """The note shown now."""
        return str(self._note.text())

    @property
    def trouble(self) -> str:
        """The sentence shown now."""
        return str(self._trouble.text())


class _Line(QLineEdit):
    """Esc puts back what stood there; a field come to by Tab is selected, to write over."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()


class _DateLine(DateBox):
    """The same for a date."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class LineField(FormField):
    """A line to type in; Enter or leaving it hands the text out."""

    def __init__(
        self, key: str, name: str, hint: str = "", placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(key, name, hint, parent)
        self._shown = ""
        self.editor: _Line | _DateLine = self._line()
        self._placeholder = placeholder
        self.editor.editingFinished.connect(self._done)
        self.editor.given_up.connect(self._give_up)
        self._put(self.editor)

    @staticmethod
    def _line() -> _Line | _DateLine:
        return _Line()

    def show_value(self, shown: str) -> None:
        self.editor.setPlaceholderText(self._placeholder)
        self._shown = shown
        if self.editor.text() != shown:
            self.editor.setText(shown)
        self.editor.setModified(False)
        self.editor.setCursorPosition(0)
        self.show_trouble("")

    def show_mixed(self) -> None:
        self.show_value("")
        self.editor.setPlaceholderText(tr("ui.field.mixed"))

    def show_trouble(self, why: str) -> None:
        super().show_trouble(why)
        if bool(self.editor.property("wrong")) != bool(why):
            self.editor.setProperty("wrong", bool(why))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def _done(self) -> None:
        if self.editor.text().strip() != self._shown:
            self.committed.emit(self.key, self.editor.text().strip())
        else:
            self.show_value(self._shown)

    def _give_up(self) -> None:
        self.show_value(self._shown)


class DateField(LineField):
    """A date, typed or chosen in a calendar."""

    def __init__(self, key: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(key, name, hint, tr("ui.date.pattern"), parent)
        assert isinstance(self.editor, _DateLine)
        self.editor.picked.connect(self._done)

    @staticmethod
    def _line() -> _Line | _DateLine:
        return _DateLine(None)


class ChoiceField(FormField):
    """One of a list."""

    def __init__(self, key: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(key, name, hint, parent)
        self.editor = ChoiceBox()
        self.editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.editor.setMinimumContentsLength(4)
        self.editor.textActivated.connect(self._chosen)
        self._put(self.editor)

    def set_choices(self, choices: Sequence[str]) -> None:
        """What can be chosen."""
        there = [self.editor.itemText(place) for place in range(self.editor.count())]
        if there != list(choices):
            self.editor.clear()
            self.editor.addItems(list(choices))

    def show_value(self, shown: str) -> None:
        self.editor.setCurrentIndex(self.editor.findText(shown))
        self.show_trouble("")

    def show_mixed(self) -> None:
        self.editor.setPlaceholderText(tr("ui.field.mixed"))
        self.editor.setCurrentIndex(-1)
        self.show_trouble("")

    def _chosen(self, typed: str) -> None:
        self.committed.emit(self.key, typed)


class TickField(FormField):
    """Yes or no; the name stands beside the box."""

    def __init__(self, key: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(key, name, hint, parent)
        self.editor = QCheckBox(name)
        self.editor.clicked.connect(self._clicked)
        self._put(self.editor, named_above=False)

    def show_value(self, shown: str) -> None:
        self.editor.setTristate(False)
        self.editor.setChecked(shown == YES)
        self.show_trouble("")

    def show_mixed(self) -> None:
        self.editor.setCheckState(Qt.CheckState.PartiallyChecked)
        self.show_trouble("")

    def _clicked(self, is_checked: bool) -> None:
        self.editor.setTristate(False)
        self.committed.emit(self.key, YES if is_checked else NO)


class TicksField(FormField):
    """Any of a few; handed out as their letters with commas between."""

    def __init__(
        self,
        key: str,
        name: str,
        letters: Sequence[tuple[str, str]],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(key, name, hint, parent)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, QCheckBox] = {}
        for letter, word in letters:
            box = QCheckBox(word)
            box.clicked.connect(self._clicked)
            self.boxes[letter] = box
            line.addWidget(box)
        line.addStretch(1)
        self._put(whole)
        for letter, word in letters:
            _describe(self.boxes[letter], f"{name}: {word}", hint)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, shown: str) -> None:
        there = {part.strip() for part in shown.split(",")}
        for letter, box in self.boxes.items():
            box.setTristate(False)
            box.setChecked(letter in there)
        self.show_trouble("")

    def show_mixed(self) -> None:
        self.show_letters_mixed(self.boxes)

    def show_letters_mixed(self, letters: Iterable[str]) -> None:
        """Several differ in these; their boxes hold a dash until they are clicked."""
        for letter in letters:
            self.boxes[letter].setCheckState(Qt.CheckState.PartiallyChecked)
        self.show_trouble("")

    @property
    def left_alone(self) -> frozenset[str]:
        """The letters with a dash: each keeps what she has."""
        mixed = Qt.CheckState.PartiallyChecked
        return frozenset(letter for letter, box in self.boxes.items() if box.checkState() == mixed)

    def _clicked(self) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            box.setTristate(False)
        mixed = self.left_alone
        chosen = [letter for letter, box in self.boxes.items() if box.isChecked() and letter not in mixed]
        self.committed.emit(self.key, ", ".join(chosen))


def _describe(editor: QWidget, name: str, hint: str) -> None:
    editor.setAccessibleName(name)
    editor.setAccessibleDescription(hint)
    editor.setToolTip(tip(hint))
