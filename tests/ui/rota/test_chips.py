"""The padlock stands above a code, the star of a wish below it; neither moves its letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import person, plan, row, unit
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.pages.rota import RotaPage
from ui.pages.rota.chips import LOCK_SIZE, TIMES_FROM, Chips
from ui.pages.rota.looks import DAY_OFF, Look, Mark

HEIGHT = 23
BELOW = round(LOCK_SIZE.height()) + 1  # its edge is one pixel wide


def part(width: int, look: Look, top: int, bottom: int) -> QImage:
    chips = Chips()
    chips.fit(width, HEIGHT, 1.0)
    chips.set_times({"D1": "07:30–15:00"})
    return chips.pixmap(look).toImage().copy(QRect(0, top, width, bottom - top))


@pytest.mark.parametrize("width", [19, 44, 110])
@pytest.mark.parametrize(("code", "tone"), [("D1", "D"), ("N1", "N"), ("F1", DAY_OFF)])
def test_a_locked_code_stands_where_an_open_one_does(
    qapp: QApplication, width: int, code: str, tone: str
) -> None:
    bare, locked = Look(code, tone, Mark.NONE, False), Look(code, tone, Mark.NONE, True)
    assert part(width, bare, 0, BELOW) != part(width, locked, 0, BELOW)
    assert part(width, bare, BELOW, HEIGHT) == part(width, locked, BELOW, HEIGHT)


@pytest.mark.parametrize("width", [19, 44])
def test_the_padlock_ends_above_the_letters(qapp: QApplication, width: int) -> None:
    words, none = Look("D1", "D", Mark.NONE, False), Look("", "D", Mark.NONE, False)
    above = BELOW - 1
    assert part(width, words, 0, above) == part(width, none, 0, above)
    assert part(width, words, above, HEIGHT) != part(width, none, above, HEIGHT)


@pytest.mark.parametrize("width", [12, 19, 44, 110])
@pytest.mark.parametrize(("code", "tone"), [("D1", "D"), ("N1", "N"), ("F1", DAY_OFF)])
def test_the_star_of_a_wish_stands_below_the_letters_and_moves_none(
    qapp: QApplication, width: int, code: str, tone: str
) -> None:
    plain = Look(code, tone, Mark.NONE, False)
    starred = plain._replace(is_unwished=True)
    letters_end = HEIGHT - 8
    assert part(width, plain, 0, letters_end) == part(width, starred, 0, letters_end)
    assert part(width, plain, letters_end, HEIGHT) != part(width, starred, letters_end, HEIGHT)
    if width < TIMES_FROM:  # times, whose round figures reach a little lower, stand left of the star
        bare, below = plain._replace(text=""), letters_end + 1
        assert part(width, plain, below, HEIGHT) == part(width, bare, below, HEIGHT)  # no letter is there


def test_the_current_cell_shows_its_padlock_over_its_frame(qapp: QApplication, tmp_path: Path) -> None:
    ward = unit(weeks=2, employees=(person("1", name="Anne Berg"),))
    file = UnitFile(unit=ward, plans=(plan(row(" D1 D1 D1 D1 D1 - -" * 2, "1")),))
    with in_front(desk(tmp_path, file), RotaPage) as page:
        cells = page.grid.cells
        cells.go(0, 1)
        cells.setFocus()
        settle()

        def frame() -> QImage:
            box = cells.visualRect(cells.currentIndex())
            return cells.viewport().grab().toImage().copy(QRect(box.left(), box.top(), box.width(), 2))

        open_frame = frame()
        page.toggle_lock()
        settle()
        assert frame() != open_frame
