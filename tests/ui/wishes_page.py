"""The page of wishes in its window, over two people with a wish each."""

from __future__ import annotations

from pathlib import Path

from builders import person, plan, row, unit
from pytestqt.qtbot import QtBot

from heiltid.model import ShiftKind, UnitFile, Wish, WishDays, WishStrength
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.pages.wishes import WishesPage
from ui.settings import Settings

NO_NIGHTS = Wish(
    employee="1", when=WishDays(weekday=0), kind=ShiftKind.NIGHT, negated=True, strength=WishStrength.MUST
)
OFF = Wish(employee="2", when=WishDays(week=1, weekday=0), off=True)
# Kari has a night on the first Monday and a day on the second: not met, met. Ola is off on the first.
ROTA = plan(row("N1 - - - - - - D1 - - - - - -", "1"), row("- D1 - - - - - - - - - - - -", "2"))
FILE = UnitFile(
    unit=unit(
        2,
        employees=(person("1", name="Kari Vik"), person("2", name="Ola Berg")),
        wishes=(NO_NIGHTS, OFF),
    ),
    plans=(ROTA,),
)


def shown(qtbot: QtBot, tmp_path: Path, file: UnitFile = FILE) -> WishesPage:
    document = Document(file)
    settings = Settings(tmp_path)
    page = WishesPage(Desk(document, Files(document, settings), settings, ()))
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.shown()
    return page
