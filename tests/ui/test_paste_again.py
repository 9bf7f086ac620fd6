"""Another list pasted within the dialog: as good as if the dialog had been opened with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.people_preview import preview_of
from ui.pages.people.paste import PeoplePreview

HEADINGS = ("Namn", "Tittel", "Stillings-%", "Ønskt %", "Natt", "Merknad", "Helg kvar", "Status")
CELLS = ("Kari Li", "spl", "80", "100", "ja", "Fagansvarleg", "3", "fast")


def listed(width: int) -> str:
    """A list of so many columns."""
    return "\n".join("\t".join(cells[:width]) for cells in (HEADINGS, CELLS))


def assert_choices_are_whole(preview: PeoplePreview, width: int) -> None:
    """Every column has its heading and its choice in sight, each as wide as its words."""
    seen = preview._columns_area.viewport()
    assert len(preview.columns) == width
    for place, box in enumerate(preview.columns):
        heading = preview._columns_grid.labelForField(box)
        assert heading.text() == HEADINGS[place]
        for part in (heading, box):
            left = part.mapTo(seen, QPoint(0, 0)).x()
            assert part.isVisible()
            assert left >= 0
            assert left + part.width() <= seen.width()
        assert heading.fontMetrics().horizontalAdvance(heading.text()) <= heading.width()
        assert box.fontMetrics().horizontalAdvance(box.currentText()) < box.width()
    first = preview.columns[0]
    assert first.mapTo(seen, QPoint(0, 0)).y() >= 0


@pytest.mark.parametrize("by_key", [False, True])
@pytest.mark.parametrize("widths", [(5, 6, 7), (6, 4, 8), (5, 5, 5), (3, 0, 6), (0, 5, 6)])
def test_every_column_keeps_its_choice_through_every_list(
    qtbot: QtBot, widths: tuple[int, ...], by_key: bool
) -> None:
    preview = preview_of(qtbot, listed(widths[0]))
    for width in widths[1:]:
        QGuiApplication.clipboard().setText(listed(width) if width else "")
        if by_key:
            preview.activateWindow()
            qtbot.keyClick(preview, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        else:
            preview.again.click()
        qtbot.wait(20)
        if width:
            assert_choices_are_whole(preview, width)
        else:
            assert not preview._columns_area.isVisible()


def test_the_room_of_the_choices_is_what_the_list_alone_would_need(qtbot: QtBot) -> None:
    alone = preview_of(qtbot, listed(6))._columns_area.width()
    preview = preview_of(qtbot, listed(5))
    QGuiApplication.clipboard().setText(listed(6))
    preview.paste_again()
    assert preview._columns_area.width() == alone  # at once: nothing jumps a moment later
