"""New, open, import, save: what the File menu does with the unit's own file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from heiltid.errors import HeiltidError
from heiltid.exchange.files import STORE_SUFFIX, SUFFIXES, WORKBOOK_SUFFIX
from ui.asking import choose, error_text, problems_text, tell, tell_trouble
from ui.desk import Desk
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.new_unit import NewUnit
from ui.refused_rows import may_leave_refused
from ui.samples import own_folder
from ui.targets import ask_target, file_name
from ui.texts import tr


class FileCommands(QObject):
    """Each slot is one line of the File menu. Nothing unsaved is thrown away without one question."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def new_unit(self) -> None:
        """The guided way to a new unit."""
        if not self.may_leave():
            return
        dialog = NewUnit(self._window)
        if dialog.exec() and dialog.file is not None:
            self._desk.files.start_new(dialog.file)
            self._desk.go_to("people")

    def open_unit(self) -> None:
        """Ask for a file and open it."""
        found, _ = QFileDialog.getOpenFileName(
            self._window, tr("ui.file.open_title"), self._folder(), self._pattern(SUFFIXES)
        )
        if found:
            self.open_path(Path(found))

    def open_path(self, path: Path) -> bool:
        """Open a file somebody chose; what is wrong with it is told, and the old unit stays."""
        if not self.may_leave():
            return False
        try:
            loaded = self._desk.files.open(path)
        except HeiltidError as error:
            tell_trouble(tr("ui.file.not_opened", name=path.name), error_text(error), self._window)
            return False
        if loaded.warnings:
            tell(tr("ui.file.opened_with_notes"), problems_text(loaded.warnings), self._window)
        self._desk.go_to("rota" if loaded.file.plans else "start")
        self._desk.opened.emit(path)
        return True

    def import_workbook(self) -> None:
        """Take a workbook into the unit in work: first a look at it, then one step of undo."""
        found, _ = QFileDialog.getOpenFileName(
            self._window, tr("ui.file.import_title"), self._folder(), self._pattern((WORKBOOK_SUFFIX,))
        )
        if found:
            self.import_path(Path(found))

    def import_path(self, path: Path) -> None:
        """The preview of one workbook, and the step if the user says yes."""
        preview = ImportPreview(path, self._desk.document.file, self._window)
        if preview.exec() and preview.file is not None:
            file = replace(preview.file, booking=self._desk.document.file.booking)  # a workbook has none
            self._desk.document.apply(tr("ui.step.import", name=path.name), file)
            self._desk.say(tr("ui.file.imported", name=path.name))

    def save(self) -> bool:
        """Save in place; a unit without a file asks for one. False when it was not saved."""
        if self._desk.files.path is None:
            return self.save_as()
        return self._save(None)

    def save_as(self) -> bool:
        """Ask for a name and save there from now on."""
        name = file_name(self._desk.files.suggested_name) + STORE_SUFFIX
        suggested, pattern = own_folder(self._beside()) / name, self._pattern((STORE_SUFFIX,))
        path = ask_target(tr("ui.file.save_title"), suggested, pattern, STORE_SUFFIX, self._window)
        return path is not None and self._save(path)

    def _save(self, path: Path | None) -> bool:
        try:
            saved = self._desk.files.save(path)
        except HeiltidError as error:
            tell_trouble(tr("ui.file.not_saved"), error_text(error), self._window)
            return False
        self._desk.say(tr("ui.file.saved", name=saved.name))
        return True

    def may_leave(self) -> bool:
        """Whether the unit in work may be left: saved, or the user says it need not be. One question.

        One more where answers that came in could not be used: they stand in no unit.
        """
        return self._may_leave_unit() and may_leave_refused(self._desk, self._window)

    def _may_leave_unit(self) -> bool:
        is_building = self._desk.job.is_running
        if not self._desk.document.is_modified:
            return not is_building or self._may_stop_building()
        details = tr("ui.file.unsaved_details")
        if is_building:
            details = f"{details} {tr('ui.file.building')}. {tr('ui.file.building_details')}"
        answers = ("ui.ask.save", "ui.ask.discard", "ui.ask.cancel")
        answer = choose(tr("ui.file.unsaved"), details, answers, self._window)
        if answer == "ui.ask.save":
            return self.save()
        return answer == "ui.ask.discard"

    def _may_stop_building(self) -> bool:
        answers = ("ui.ask.stay", "ui.ask.leave")
        headline, details = tr("ui.file.building"), tr("ui.file.building_details")
        return choose(headline, details, answers, self._window) == "ui.ask.leave"

    def quit(self) -> None:
        """Close the window, which asks once."""
        self._window.close()

    def _beside(self) -> Path | None:
        """The file in work, or the one that was opened last."""
        return self._desk.files.path or next(iter(self._desk.settings.recent), None)

    def _folder(self) -> str:
        path = self._beside()
        return str(Path.home() if path is None else path.parent)

    @staticmethod
    def _pattern(suffixes: tuple[str, ...]) -> str:
        return f"{tr('ui.file.kinds')} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
