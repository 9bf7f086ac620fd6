"""A workbook before it is taken in: what stands in it, everything wrong with it, and then one yes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from heiltid.errors import HeiltidError, InputError, Problem
from heiltid.exchange.files import read_file
from heiltid.exchange.problems import problem_lines
from heiltid.model import PlanRole, UnitFile
from ui.asking import error_text
from ui.texts import language, tr
from ui.widgets.basic import label


class ImportPreview(QDialog):
    """`file` is what to take in, once the dialog was accepted. A file with errors cannot be taken in."""

    def __init__(self, path: Path, current: UnitFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.import.title", name=path.name))
        self.resize(720, 480)
        self.file: UnitFile | None = None
        self.problems: tuple[Problem, ...] = ()
        trouble = self._read(path)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(12)
        self._column.addWidget(label(self._headline(trouble), "title", wraps=True))
        if self.file is not None:
            self._column.addWidget(label(contents_line(self.file), wraps=True))
            if current.unit.employees:
                self._column.addWidget(label(tr("ui.import.replaces"), "muted", wraps=True))
        if trouble or self.problems:
            self._column.addWidget(self._list(trouble), 1)
        else:
            self._column.addStretch(1)
        self._column.addWidget(self._buttons())

    def _read(self, path: Path) -> str:
        """What keeps the file from being read at all, "" for nothing."""
        try:
            loaded = read_file(path)
        except InputError as error:
            self.problems = error.problems
            return ""
        except HeiltidError as error:
            return error_text(error)
        self.file, self.problems = loaded.file, loaded.warnings
        return ""

    def _headline(self, trouble: str) -> str:
        errors = sum(not problem.warning for problem in self.problems)
        if trouble:
            return tr("ui.import.unreadable")
        if errors:
            return tr("ui.import.errors" if errors > 1 else "ui.import.one_error", count=errors)
        return tr("ui.import.notes" if self.problems else "ui.import.ready")

    def _list(self, trouble: str) -> QWidget:
        shown = QPlainTextEdit()
        shown.setReadOnly(True)
        shown.setAccessibleName(tr("ui.import.problems"))
        shown.setPlainText(trouble or "\n".join(problem_lines(self.problems, language())))
        return shown

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        if self.file is not None:
            take = buttons.addButton(tr("ui.import.take"), QDialogButtonBox.ButtonRole.AcceptRole)
            take.setProperty("look", "primary")
            take.setObjectName("import_take")
        key = "ui.ask.cancel" if self.file is not None else "ui.import.close"
        buttons.addButton(tr(key), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def contents_line(file: UnitFile) -> str:
    """What a file holds, in a sentence."""
    unit, today = file.unit, file.plan(PlanRole.TODAY)
    return tr(
        "ui.import.contents_with_rota" if today is not None else "ui.import.contents",
        name=unit.name or tr("ui.nameless"),
        people=len(unit.planned_employees),
        shifts=len(unit.shifts),
        demand=len(unit.demand),
        weeks=unit.weeks,
    )
