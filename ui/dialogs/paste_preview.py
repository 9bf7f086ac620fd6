"""What was pasted from a spreadsheet, before it is taken in: the rows as they will be, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
from heiltid.exchange.pasted import ColumnGuess
from heiltid.exchange.problems import problem_lines
from heiltid.spelling import normal
from heiltid.texts import catalogue
from ui.models.records import Column
from ui.texts import language, tr
from ui.widgets.basic import GAP, label, row, scrolled
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable

SIZE = (1260, 680)
CHOICE_LETTERS = 12
AROUND = 60  # what the desktop keeps for itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reading gave: rows to show, how many will be taken in, what to say of them."""

    rows: Sequence[Any]
    taken: int
    columns: tuple[ColumnGuess, ...]
    problems: tuple[Problem, ...]
    headline: str
    suggestions: Mapping[tuple[int, int], str]


class PastePreview(QDialog):
    """Reads again whenever the user says what a column means. Subclasses say what reading is.

    remembered: what the user has said of columns before, by their headings; added to here.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[Column],
        remembered: dict[str, str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        self.options = QFormLayout()
        self.options.setSpacing(GAP)
        self.options.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        box.addLayout(self.options)
        self.rows = RecordTable(columns, "pasted_rows")
        self.rows.setAccessibleName(tr("ui.paste.rows"))
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName(tr("ui.paste.problems"))
        box.addLayout(self._middle(), 1)
        box.addWidget(self._make_buttons())

    def read(self, meanings: Mapping[int, str | None]) -> Read:
        """Read the text, some columns by the user's word."""
        raise NotImplementedError

    def meanings(self) -> Sequence[str]:
        """What a column may mean."""
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
        self.headline.setText(found.headline)
        self.rows.set_records(found.rows)
        self.rows.setVisible(bool(found.rows))
        self.problems.setPlainText("\n".join(problem_lines(found.problems, language())))
        self.problems.setVisible(bool(found.problems))
        self._suggestions = found.suggestions
        self.accept_all.setVisible(bool(found.suggestions))
        self.accept_all.setText(tr("ui.paste.accept_all", count=len(found.suggestions)))
        self.take.setText(self.take_words(found.taken))
        self.take.setEnabled(found.taken > 0)

    def _middle(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        self._columns_form = QWidget()
        self._columns_grid = QFormLayout(self._columns_form)
        self._columns_grid.setContentsMargins(0, 0, GAP, 0)
        self._columns_grid.setSpacing(GAP)
        self._columns_heading = label(tr("ui.paste.columns"), "heading")
        self._columns_area = scrolled(self._columns_form)
        self._columns_area.setFixedWidth(290)
        grid.addWidget(self._columns_heading, 0, 0)
        grid.addWidget(self._columns_area, 1, 0)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.rows, 3)
        right.addWidget(self.problems, 2)
        self.accept_all = QPushButton()
        self.accept_all.setObjectName("paste_accept_all")
        self.accept_all.setToolTip(tr("ui.paste.accept_all_hint"))
        self.accept_all.clicked.connect(self._accept_all)
        right.addLayout(row(self.accept_all, None))
        grid.addWidget(label(tr("ui.paste.as_it_will_be"), "heading"), 0, 1)
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
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(CHOICE_LETTERS)
            box.activated.connect(self._chose)
            self.columns.append(box)
            shown = label(name)
            shown.setMaximumWidth(110)
            shown.setToolTip(name)
            self._columns_grid.addRow(shown, box)
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
