"""The preview of pasted people, for its tests."""

from __future__ import annotations

from builders import A1, D1, N1, unit
from pytestqt.qtbot import QtBot

from heiltid.model import Unit, UnitFile
from ui.document import Document
from ui.pages.people.paste import PeoplePreview

NOBODY_YET = unit(shifts=(D1, A1, N1), employees=())


def preview_of(
    qtbot: QtBot, text: str, ward: Unit = NOBODY_YET, remembered: dict[str, str | None] | None = None
) -> PeoplePreview:
    """Seen, and laid out. remembered: what was said of columns before, and what is said now."""
    made = PeoplePreview(text, Document(UnitFile(unit=ward)), {} if remembered is None else remembered)
    qtbot.addWidget(made)
    made.resize(1260, 680)
    made.show()
    qtbot.wait(20)
    return made
