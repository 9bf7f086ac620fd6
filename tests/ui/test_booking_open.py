"""The booking page: the open shifts, who may take them, and the dated rota with what was decided by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.booking.places.taking import takers_of
from heiltid.model import Cell
from heiltid.model.booking import OpenWhy
from heiltid.texts import Language
from tests.ui.booking_desk import FIRST, rolled_desk, rolled_file, rollout_of
from tests.ui.desk import in_front
from tests.ui.screens import close, program, settle
from ui.pages.booking import BookingPage
from ui.pages.booking.candidates import about_words
from ui.pages.booking.dated_part import DatedPart
from ui.pages.booking.open_part import OpenPart
from ui.theme import ThemeName, theme

SATURDAY = date(2031, 6, 7)


def open_part(page: BookingPage) -> OpenPart:
    page.show_part("open")
    found = page.current
    assert isinstance(found, OpenPart)
    return found


def _gives(part: OpenPart) -> list[QPushButton]:
    found = part.candidates.findChildren(QPushButton)
    return [each for each in found if each.objectName().startswith("give_")]


def dated_part(page: BookingPage) -> DatedPart:
    page.show_part("dated")
    found = page.current
    assert isinstance(found, DatedPart)
    return found


def test_every_open_shift_is_shown_with_those_who_may_take_it(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        part = open_part(page)
        qtbot.waitUntil(lambda: not page.standings.is_asking)
        places = part._records()
        assert [(place.on.day, place.code) for place in places] == [
            *((2, "A1"), (5, "D1"), (6, "D1"), (7, "D1"), (8, "D1")),
        ]
        takers = takers_of(rollout_of(page.desk))
        for place in places:
            assert page.standings.of(place) == takers.standings(place)
        # Monday's A1: Ola and Bjørg have hours of their position left.
        assert part._takers_words(places[0]) == "2 (2 i ubunden tid)"
        part._show_answers()
        assert part.total.text() == "Ledige vakter: 5. Vakter ingen kan ta: 0."


def test_filters_narrow_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        part = open_part(page)
        choose = part.filter.competence
        choose.setCurrentIndex(choose.findData("nurse"))
        choose.activated.emit(choose.currentIndex())
        assert [place.on.day for place in part._records()] == [5, 6]
        choose.setCurrentIndex(0)
        choose.activated.emit(0)
        kind = part.filter.kind
        kind.setCurrentIndex(kind.findData("A"))
        kind.activated.emit(kind.currentIndex())
        assert [place.on.day for place in part._records()] == [2]
        part.filter.since.setText("03.06.2031")
        assert part._records() == ()


def test_a_shift_is_given_by_hand_and_taken_back_by_undo(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    made.settings.set_word("user", "Marit")
    before = made.document.file
    with in_front(made, BookingPage) as page:
        part = open_part(page)
        part.table.show_row(0)
        give = part.candidates.findChild(QPushButton, "give_6")
        assert isinstance(give, QPushButton)
        assert "Bjørg Nilshaug" in give.accessibleName()
        give.click()
        (decision,) = rollout_of(made).decisions
        assert (decision.employee, decision.on, decision.cell.shift, decision.by) == (
            "6",
            FIRST,
            "A1",
            "Marit",
        )
        assert [place.on.day for place in part._records()] == [5, 6, 7, 8]
        settle()  # the buttons of Monday's shift are gone, and there are no others under the mouse
        assert part.candidates.told.line.text() == "Bjørg Nilshaug har fått A1 mån 02.06.2031 14:30–22:00."
        assert not [each for each in _gives(part) if each.isVisible()]
        assert page.focusWidget() is part.candidates.next
        qtbot.waitUntil(lambda: not page.standings.is_asking)
        takers = takers_of(rollout_of(made))
        for place in part._records():  # kept answers of the others are still right
            assert page.standings.of(place) == takers.standings(place)
        part.candidates.next.click()
        assert part.candidates.place == part._records()[0]
        assert _gives(part)
        part.candidates.told.undo.click()
        assert made.document.file == before
        assert part.candidates.place == part._records()[1]  # she looks at the next one by now
        assert len(part._records()) == 5


def test_who_cannot_is_told_with_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        part = open_part(page)
        part.table.show_row(1)
        settle()
        words = [entry.text() for entry in part.candidates.findChildren(QLabel)]
        assert "Kari Brattlid: har fråvær" in words
        assert "Bjørg Nilshaug: er på jobb" in words
        assert "Anne Sundlo: har ikkje kompetansen" in words


def test_a_code_typed_into_the_dated_rota_is_a_decision(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = dated_part(page)
        cells = part.grid.cells
        cells.setFocus()
        cells.go(4, 0)
        for letter in "a1":
            QTest.keyClicks(cells.codes.editor or cells, letter)
        (decision,) = rollout_of(made).decisions
        assert (decision.employee, decision.on, decision.cell.shift) == ("5", FIRST, "A1")
        assert made.document.undo_stack.count() == 1
        assert part.dated.undo_stack.count() == 0
        assert part.grid.model.spoken(4, 0).endswith("avgjort for hand")
        cells.go(4, 0)
        assert part.take_back.isEnabled()
        part.take_back.click()
        assert rollout_of(made).decisions == ()


def test_what_was_decided_by_hand_has_a_mark_in_its_corner(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = dated_part(page)
        part.grid.cells.go(0, 1)
        settle()
        accent = QColor(theme().accent)

        def corner(row: int, day: int) -> QColor:
            cells = part.grid.cells
            box = cells.visualRect(cells.grid.index(row, day))
            return cells.viewport().grab().toImage().pixelColor(box.right() - 3, box.bottom() - 3)

        assert corner(4, 0) != accent
        part._write(4, 0, "A1")
        assert corner(4, 0) == accent


def test_delete_frees_a_day_and_a_shift_dragged_is_decided_in_both_places(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = dated_part(page)
        part.grid.cells.setFocus()
        part.grid.cells.go(2, 0)
        QTest.keyClick(part.grid.cells, Qt.Key.Key_Delete)
        assert rollout_of(made).plan.row_of()["3"].cells[0].shift is None
        part.grid.cells.go(3, 0)
        part._drop(1, 0)  # Hege's D1 to Mohamed
        rows = rollout_of(made).plan.row_of()
        assert (rows["4"].cells[0].shift, rows["5"].cells[0].shift) == (None, "D1")
        assert made.document.undo_stack.count() == 2


def test_the_sidebar_counts_what_is_open_from_today_on(qtbot: QtBot, tmp_path: Path) -> None:
    made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    made.desk.files.start_new(rolled_file())
    made.window.show()
    entry = made.window.findChild(QPushButton, "nav_booking")
    assert isinstance(entry, QPushButton)
    before = entry.text()
    made.window.show_page("booking")
    page = made.window.page("booking")
    assert isinstance(page, BookingPage)
    page.work.decide("x", {("4", SATURDAY): Cell(shift="D1")})
    after = entry.text()
    made.desk.document.undo_stack.undo()
    undone = entry.accessibleName()
    close(made)
    assert (before, after, undone) == ("Ekstravakter  (5)", "Ekstravakter  (4)", "Ekstravakter  (5)")


def test_a_vacant_line_named_so_is_not_named_twice(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        unit = rollout_of(page.desk).unit
        place = next(each for each in open_part(page)._records() if each.whose is not None)
        named = [
            replace(person, name="Ledig stilling 2" if person.number == place.whose else person.name)
            for person in unit.employees
        ]
        words = about_words(replace(place, why=OpenWhy.VACANCY), replace(unit, employees=tuple(named)))
        assert words.startswith("Ledig stilling 2 · ")
        words = about_words(replace(place, why=OpenWhy.VACANCY), unit)
        assert words.startswith("ledig stilling: ")
