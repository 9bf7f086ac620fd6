"""The page of people on a small ward, for its tests."""

from __future__ import annotations

from pathlib import Path

from builders import MONDAY, person, plan, row, unit
from pytestqt.qtbot import QtBot

from heiltid.model import Absence, Employee, UnitFile
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.pages.people import PeoplePage
from ui.settings import Settings
from ui.widgets.form_fields import ChoiceField, LineField, TickField

KARI = person("1", 6000, name="Kari Vik", competence="nurse", wanted_bp=8000)
OLA = person("2", 10_000, name="Ola Berg", competence="assistant")
FILE = UnitFile(
    unit=unit(employees=(KARI, OLA), absences=(Absence(employee="1", first=MONDAY, last=MONDAY, code="FE"),)),
    plans=(plan(row("D1 D1 - - - - -", "1", 6000), row("- - - - - - -", "2")),),
)


def shown(qtbot: QtBot, tmp_path: Path, file: UnitFile = FILE) -> PeoplePage:
    document = Document(file)
    settings = Settings(tmp_path)
    desk = Desk(document, Files(document, settings), settings, ())
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.shown()
    return page


def people(page: PeoplePage) -> tuple[Employee, ...]:
    return page.document.unit.employees


def typed(page: PeoplePage, key: str, text: str) -> str:
    """Type into a field of the form; gives the sentence that says why not."""
    editor = page.form.editors[key]
    if isinstance(editor, LineField):
        editor.editor.setText(text)
        editor.editor.editingFinished.emit()
    elif isinstance(editor, ChoiceField):
        place = editor.editor.findText(text)
        assert place >= 0, [editor.editor.itemText(place) for place in range(editor.editor.count())]
        editor.editor.setCurrentIndex(place)
        editor.editor.textActivated.emit(text)
    else:
        assert isinstance(editor, TickField)
        editor.editor.click()
    return editor.trouble
