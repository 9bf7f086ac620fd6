"""What was pasted from a spreadsheet, before it is taken in: the rows as they will be, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heiltid.errors import Problem
from heiltid.exchange.pasted import ColumnGuess, Fault
from heiltid.exchange.problems import problem_lines
from heiltid.spelling import normal
from heiltid.texts import catalogue
from ui.dialogs.paste_parts import FaultyCells, PasteExample, give_room_back, show_keeping_room, unread_words
from ui.models.records import Column
from ui.texts import language, tr
from ui.widgets.basic import GAP, button, label, notice, row, scrolled
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable

SIZE = (1300, 760)
HEADING_WIDTH = 110  # of what a column is called in the list; longer ones are told by the tooltip
NOTHING = "pasted_nothing"  # told by the headline
UNREAD = "pasted_unread"  # told above everything
QWIDGETSIZE_MAX = 16_777_215  # Qt's word for no limit, which PySide does not hand on
AROUND = 60  # what the desktop keeps for itself
FEW_ROWS = 3  # always seen of the people or wishes, where there are so many
NOTES_HEIGHT = 84  # four notes, where there is more to see than notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reading gave: rows to show, how many will be taken in, what to say of them."""

    rows: Sequence[Any]
    taken: int
    columns: tuple[ColumnGuess, ...]
    problems: tuple[Problem, ...]
    headline: str
    suggestions: Mapping[tuple[int, int], str]
    faults: tuple[Fault, ...] = ()
    by_default: str = ""  # what everybody gets because no column tells it


class PastePreview(QDialog):
    """Reads again whenever the user says what a column means, puts a cell right or pastes another list.
    Subclasses say what reading is.

    remembered: what the user has said of columns before, by their headings; added to here.
    """

    def __init__(
        self,
        title: str,
        text: str,
        columns: Sequence[Column],
        remembered: dict[str, str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._remembered = remembered
        self.setWindowTitle(title)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - AROUND), min(SIZE[1], room.height() - AROUND))
        self.columns: list[QComboBox] = []
        self._shown_columns: tuple[ColumnGuess, ...] = ()
        self._suggestions: Mapping[tuple[int, int], str] = {}
        self.chosen: dict[int, str | None] = {}
        self.corrected: dict[tuple[int, int], str] = {}  # suggestions the user has accepted, by place
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 18)
        box.setSpacing(12)
        self.headline = label("", "title", wraps=True)
        box.addWidget(self.headline)
        self._unread, self.unread = notice("")
        box.addWidget(self._unread)
        self.by_default = label("", "muted", wraps=True)
        box.addWidget(self.by_default)
        self.options = QFormLayout()
        self.options.setSpacing(GAP)
        self.options.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        box.addLayout(self.options)
        self.rows = RecordTable(columns, "pasted_rows")
        self.rows.setAccessibleName(tr("ui.paste.rows"))
        self.rows.pasted.connect(self.paste_again)
        self.faults = FaultyCells()
        self.faults.table.pasted.connect(self.paste_again)
        self.faults.corrected.connect(self._correct)
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName(tr("ui.paste.problems"))
        self.example = PasteExample([_word(meaning) for meaning in self.meanings()], self.example_rows())
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.example)
        inside.addLayout(self._middle(), 1)
        box.addWidget(scrolled(whole), 1)  # a low window has no room for all of it at once
        box.addWidget(self._make_buttons())
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste_again)

    def read(self, meanings: Mapping[int, str | None]) -> Read:
        """Read the text, some columns by the user's word."""
        raise NotImplementedError

    def meanings(self) -> Sequence[str]:
        """What a column may mean."""
        raise NotImplementedError

    def example_rows(self) -> str:
        """A list as it may look: headings and rows, | between the cells."""
        raise NotImplementedError

    def take_words(self, count: int) -> str:
        """The words of the button that takes the rows in."""
        raise NotImplementedError

    def show_read(self) -> None:
        """Read, and show what came of it."""
        found = self.read(self.chosen)
        if not self.columns:
            self._make_columns(found.columns)
            if self._remember(found.columns):
                found = self.read(self.chosen)
        self._show_columns(found.columns)
        is_empty = not found.columns
        self.headline.setText(tr("ui.paste.empty") if is_empty else found.headline)
        self._tell_columns(found)
        self.rows.set_records(found.rows)
        self.rows.setMinimumHeight(self.rows.height_of(min(len(found.rows), FEW_ROWS)))
        self.rows.setVisible(bool(found.rows))
        self.faults.show_faults(found.faults)
        told = (NOTHING, UNREAD)
        placed = {fault.problem for fault in found.faults}
        others = tuple(entry for entry in found.problems if entry not in placed and entry.key not in told)
        self.problems.setPlainText("\n".join(problem_lines(others, language())))
        self.problems.setMaximumHeight(NOTES_HEIGHT if found.rows or found.faults else QWIDGETSIZE_MAX)
        self.problems.setVisible(bool(others))
        self.example.setVisible(self.shows_example.isChecked() or (not found.taken and not found.faults))
        self._as_it_will_be.setVisible(bool(found.rows))
        self._suggestions = found.suggestions
        self.accept_all.setVisible(bool(found.suggestions))
        self.accept_all.setText(tr("ui.paste.accept_all", count=len(found.suggestions)))
        self.take.setText(self.take_words(found.taken))
        self.take.setEnabled(found.taken > 0)

    def _tell_columns(self, found: Read) -> None:
        """Columns that are not read, whoever said so; and what comes of a column that is not there."""
        self.unread.setText(unread_words(found.columns))
        show_keeping_room(self._unread, is_shown=bool(self.unread.text()))
        self.by_default.setText(found.by_default)
        show_keeping_room(self.by_default, is_shown=bool(found.by_default))

    def paste_again(self) -> None:
        """Read what the clipboard holds now, as if the dialog had been opened with it."""
        self.text = QGuiApplication.clipboard().text()
        self.chosen.clear()
        self.corrected.clear()
        self.columns.clear()
        for told in (self._unread, self.by_default):
            give_room_back(told)
        while self._columns_grid.rowCount():
            self._columns_grid.removeRow(0)
        self.show_read()

    def _correct(self, row: int, column: int, typed: str) -> None:
        self.corrected[row, column] = typed
        self.show_read()

    def _middle(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        self._columns_form = QWidget()
        self._columns_grid = QFormLayout(self._columns_form)
        self._columns_grid.setContentsMargins(0, 0, GAP, 0)
        self._columns_grid.setSpacing(GAP)
        self._columns_heading = label(tr("ui.paste.columns"), "heading")
        self._columns_area = scrolled(self._columns_form)
        grid.addWidget(self._columns_heading, 0, 0)
        grid.addWidget(self._columns_area, 1, 0)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.rows, 1)
        right.addWidget(self.faults, 1)
        right.addWidget(self.problems, 1)
        self.accept_all = QPushButton()
        self.accept_all.setObjectName("paste_accept_all")
        self.accept_all.setToolTip(tr("ui.paste.accept_all_hint"))
        self.accept_all.clicked.connect(self._accept_all)
        self._as_it_will_be = label(tr("ui.paste.as_it_will_be"), "heading")
        grid.addLayout(row(self._as_it_will_be, None, self.accept_all), 0, 1)
        grid.addLayout(right, 1, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.take = QPushButton()
        self.take.setObjectName("paste_take")
        self.take.setProperty("look", "primary")
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("ui.ask.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.again = button("ui.paste.again", name="paste_again")
        self.again.clicked.connect(self.paste_again)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ResetRole)
        self.shows_example = button("ui.paste.what_columns", name="paste_what_columns")
        self.shows_example.setCheckable(True)
        self.shows_example.clicked.connect(self.show_read)
        buttons.addButton(self.shows_example, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _make_columns(self, columns: Sequence[ColumnGuess]) -> None:
        words = [(meaning, _word(meaning)) for meaning in self.meanings()]
        for guess in columns:
            box = ChoiceBox()
            box.addItem(tr("ui.paste.left_out"), None)
            for meaning, word in words:
                box.addItem(word, meaning)
            name = guess.heading or tr("ui.paste.column", number=guess.column)
            box.setAccessibleName(tr("ui.paste.means", column=name))
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._chose)
            self.columns.append(box)
            shown = label(name)
            shown.setMaximumWidth(HEADING_WIDTH)
            shown.setToolTip(name)
            self._columns_grid.addRow(shown, box)
            for part in (shown, box):  # in a window already seen Qt shows them later, and they need room now
                part.show()
        bar = self._columns_area.verticalScrollBar().sizeHint().width()
        self._columns_area.setFixedWidth(self._columns_form.sizeHint().width() + bar)
        for part in (self._columns_heading, self._columns_area):
            part.setVisible(bool(columns))

    def _show_columns(self, columns: Sequence[ColumnGuess]) -> None:
        self._shown_columns = tuple(columns)
        for box, guess in zip(self.columns, columns, strict=False):
            place = box.findData(guess.meaning) if guess.meaning else 0
            box.setCurrentIndex(max(place, 0))

    def _remember(self, columns: Sequence[ColumnGuess]) -> bool:
        """Take up what was said of columns with these headings before; whether there was any."""
        for guess in columns:
            heading = normal(guess.heading)
            if heading and heading in self._remembered:
                self._say_of_column(guess, self._remembered[heading])
        return bool(self.chosen)

    def _say_of_column(self, guess: ColumnGuess, meaning: str | None) -> None:
        """A column's meaning goes before every guess; another column that was given it loses it."""
        others = self.chosen.items()
        self.chosen = {column: known for column, known in others if known is None or known != meaning}
        self.chosen[guess.column] = meaning

    def _accept_all(self) -> None:
        """Read what was probably meant, wherever something is suggested."""
        self.corrected.update(self._suggestions)
        self.show_read()

    def _chose(self) -> None:
        asked = self.sender()
        for guess, box in zip(self._shown_columns, self.columns, strict=True):
            if box is asked:
                self._say_of_column(guess, box.currentData())
                self._remembered[normal(guess.heading)] = box.currentData()
        self.show_read()


def _word(meaning: str) -> str:
    """What a column may be; a heading too short to stand alone gets the words it lacks."""
    key = f"ui.paste.meaning_{meaning.lower().replace(' ', '_').replace('-', '_')}"
    return tr(key) if key in catalogue() else ColumnGuess(column=1, meaning=meaning).shown(language())
