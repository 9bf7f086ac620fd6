"""The panel beside the rota follows the grid: a cell's findings, a person, the last change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, shift, unit
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.rules.finding import Finding
from heiltid.texts import Language
from tests.ui.desk import desk, in_front
from ui.document import Document
from ui.pages.rota import RotaPage
from ui.pages.rota.finding_cards import ENTRY_ROLE
from ui.pages.rota.findings_list import Grouping, Kind, Section, entries
from ui.pages.rota.looks import Mark
from ui.places import Person
from ui.texts import set_language

WARD = unit(
    weeks=3,
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
FREE = " - - - - - - -"
# Anne: a night that ends 07:45 on Thursday and a day shift from 07:30: a breach. Bjørg: four days alone
# between days off, each a note: so many that they are folded.
FILE = UnitFile(
    unit=WARD,
    plans=(
        plan(
            row(" D1 D1 N1 D1 D1 - -" + FREE * 2, "1"),
            row(" D1 - - D1 - - -" + " D1 - - D1 - - -" + FREE, "2", 5_000),
        ),
    ),
)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(4)
ANNE, BJORG = 0, 1


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, FILE), RotaPage) as shown:
        shown.panel.findings.show_now()
        yield shown


def click(page: RotaPage, line: int, day: int) -> None:
    cells = page.grid.cells
    place = cells.visualRect(cells.model().index(line, day)).center()
    QTest.mouseClick(cells.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click_name(page: RotaPage, line: int) -> None:
    people = page.grid.people
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=people.box_of(line).center())


def selected(page: RotaPage) -> list[Finding]:
    """The findings whose cards are selected."""
    chosen = page.panel.findings.view.selectionModel().selectedIndexes()
    return [index.data(ENTRY_ROLE).finding for index in chosen]


def current(page: RotaPage) -> Finding | None:
    entry = page.panel.findings.view.currentIndex().data(ENTRY_ROLE)
    return None if entry is None else entry.finding


def is_in_sight(page: RotaPage) -> bool:
    view = page.panel.findings.view
    return view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def told(page: RotaPage) -> str:
    """What the panel says of a person."""
    return "\n".join(part.text() for part in page.panel.person.findChildren(QLabel) if part.isVisible())


# A click on a marked cell


def test_a_click_on_a_marked_cell_selects_its_findings_and_the_next_moves_on(page: RotaPage) -> None:
    assert selected(page) == []
    click(page, ANNE, THURSDAY)
    breach = current(page)
    assert breach is not None
    assert (breach.employee, THURSDAY in breach.days, is_in_sight(page)) == ("1", True, True)
    assert set(selected(page)) == set(page._follow.found_at(ANNE, THURSDAY))
    click(page, BJORG, MONDAY)
    note = current(page)
    assert note is not None
    assert (note.employee, MONDAY in note.days, is_in_sight(page)) == ("2", True, True)
    assert set(selected(page)) == set(page._follow.found_at(BJORG, MONDAY))


def test_what_was_unfolded_for_a_cell_is_folded_again_for_the_next(page: RotaPage) -> None:
    before = page.panel.findings.view.model().entries
    page.panel.findings._flip(next(entry for entry in before if entry.section is Section.NOTE))
    click(page, BJORG, MONDAY)  # the whole section of notes was folded away
    assert current(page) is not None
    click(page, ANNE, THURSDAY)
    after = page.panel.findings.view.model().entries
    folded = {entry.key for entry in after if entry.kind is Kind.SECTION and not entry.is_open}
    assert folded == {Section.NOTE.value}


def test_what_gives_the_cell_its_colour_comes_first(page: RotaPage) -> None:
    # Six days of 7.5 hours: a note on so many in a row, which colours the cells, and a paper for 45 hours.
    page.document.apply_plan(
        "x", plan(row(" D1 D1 D1 D1 D1 D1 -" + FREE * 2, "1"), row(FREE * 3, "2", 5_000))
    )
    look = page.grid.model.looks[ANNE][MONDAY]
    assert look is not None
    assert look.mark is Mark.NOTE
    found = [finding.rule for finding in page._follow.found_at(ANNE, MONDAY)]
    assert found.index("days_in_row") < found.index("weekly_hours")
    click(page, ANNE, MONDAY)
    first = current(page)
    assert first is not None
    assert first.rule == found[0]


def test_a_cell_without_a_mark_leaves_the_panel_as_it_is(page: RotaPage) -> None:
    click(page, ANNE, THURSDAY)
    before = current(page), page.panel.findings.view.model().entries
    look = page.grid.model.looks[BJORG][20]
    assert look is None or look.mark is Mark.NONE
    click(page, BJORG, 20)
    assert (current(page), page.panel.findings.view.model().entries) == before


def test_a_click_on_the_cell_where_the_marker_stands_shows_its_findings(page: RotaPage) -> None:
    page.show_place("1", (THURSDAY,))
    assert current(page) is None
    click(page, ANNE, THURSDAY)  # selected already: a press that might have become a drag
    assert current(page) in page._follow.found_at(ANNE, THURSDAY)


def test_the_marker_moved_by_a_key_tells_too_when_it_rests(page: RotaPage, qtbot: QtBot) -> None:
    page.show_place("1", (WEDNESDAY,))
    page.grid.cells.setFocus()
    QTest.keyClick(page.grid.cells, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: current(page) is not None)
    assert current(page) in page._follow.found_at(ANNE, THURSDAY)


def test_a_card_that_leads_to_its_cells_stays_the_current_one(page: RotaPage, qtbot: QtBot) -> None:
    notes = [found for found in page._follow.found_at(BJORG, MONDAY) if found.rule == "isolated_work_day"]
    page.panel.findings.show_finding(notes[0])
    page.panel.findings._jump()
    qtbot.wait(250)  # longer than the marker has to rest
    assert current(page) == notes[0]


def test_several_findings_of_a_cell_are_gone_through(page: RotaPage) -> None:
    # Seven days of work in a row: no weekly rest, more than forty hours, and the night into Thursday's shift.
    seven = plan(row(" D1 D1 N1 D1 D1 D1 D1" + FREE * 2, "1"), row(FREE * 3, "2", 5_000))
    page.document.apply_plan("x", seven)
    click(page, ANNE, THURSDAY)
    here = page._follow.found_at(ANNE, THURSDAY)
    count = len(here)
    assert count > 2
    onward = page.panel.findings._next_here
    assert onward.text() == f"Neste funn i cella (1 av {count})"
    seen = []
    for _ in range(count):
        seen.append(current(page))
        onward.click()
    assert tuple(seen) == here
    assert current(page) == here[0]


def test_papers_drawn_together_tell_why_they_are_needed(qapp: QApplication) -> None:
    people = tuple(person(number, name=f"P{number}") for number in "1234")
    ward = unit(weeks=1, employees=people, shifts=(shift("D1", "07:30-15:00"), shift("D5", "06:00-16:00")))
    lines = [row(" D5 D5 D5 D5 - - -", number) for number in "123"]  # 40 hours in shifts of ten
    long_week = row(" D1 D1 D1 D1 D1 D1 -", "4")  # 45 hours
    set_language(Language.NYNORSK)
    document = Document(UnitFile(unit=ward, plans=(plan(*lines, long_week),)))
    (fold,) = [
        entry
        for entry in entries(document, Grouping.RULE, ())
        if entry.kind is Kind.FOLD and entry.section is Section.AGREEMENT
    ]
    assert (fold.count, fold.source) == (
        4,
        "må underskrivast av den tilsette · fordi vakter er inntil 10 t lange · "
        "fordi arbeidstida i ei veke er inntil 45 t",
    )


# A click on a name


def test_a_click_on_a_name_tells_of_the_person(page: RotaPage) -> None:
    assert not page.panel.is_on_person
    click_name(page, BJORG)
    assert page.panel.person.isVisible()
    assert page.panel.person.title.text() == "Bjørg Dahl · 50 %"
    assert page.grid.cells.currentIndex().row() == BJORG
    reasons = page.grid.people_model.reasons
    for sentence in (*reasons.sentences("2"), *reasons.weekend_count("2")):
        assert sentence in told(page)
    assert "Einsleg arbeidsdag: " in told(page)
    click_name(page, ANNE)
    assert page.panel.person.title.text() == "Anne Berg · 100 %"


def test_the_findings_come_back_when_the_user_goes_on_in_the_grid(page: RotaPage) -> None:
    assert not page.panel.shows_both
    assert page.panel.findings.isVisible()
    click_name(page, BJORG)
    assert not page.panel.findings.isVisible()
    assert page.panel.tabs.button(1).text() == "Den tilsette"
    click(page, ANNE, THURSDAY)
    assert page.panel.findings.isVisible()
    assert page.panel.tabs.button(1).text() == "Denne cella"


def test_the_person_is_told_anew_after_an_edit(page: RotaPage, qtbot: QtBot) -> None:
    click_name(page, BJORG)
    before = told(page)
    page.edits.clear([("2", MONDAY)])
    qtbot.waitUntil(lambda: told(page) != before)
    assert page.panel.person.isVisible()


def test_from_the_person_to_her_findings_and_to_her_place(page: RotaPage) -> None:
    went = []
    page.desk.going_to.connect(lambda key, target: went.append((key, target)))
    click_name(page, BJORG)
    page.panel.person._findings.click()
    assert page.panel.findings.isVisible()
    found = current(page)
    assert found is not None
    assert found.employee == "2"
    click_name(page, BJORG)
    page.panel.person._open.click()
    assert went == [("people", Person(employee="2"))]


def test_the_keyboard_asks_about_a_person_by_the_menu_of_a_cell(page: RotaPage) -> None:
    page.grid.cells.go(BJORG, TUESDAY)
    actions = {action.objectName(): action for action in page.menu.made().actions()}
    assert actions["rota_menu_about"].text() == "Om Bjørg Dahl"
    actions["rota_menu_about"].trigger()
    assert page.panel.person.isVisible()
    assert page.panel.person.title.text() == "Bjørg Dahl · 50 %"


def test_a_double_click_still_opens_the_person(page: RotaPage) -> None:
    went = []
    page.desk.going_to.connect(lambda key, target: went.append((key, target)))
    people = page.grid.people
    place = people.box_of(BJORG).center()
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        there = QPointF(people.viewport().mapToGlobal(QPoint(place)))
        QApplication.sendEvent(people.viewport(), QMouseEvent(kind, QPointF(place), there, left, left, none))
    assert went == [("people", Person(employee="2"))]


# The last change


def write(page: RotaPage, qtbot: QtBot, day: int, typed: str) -> None:
    page._write(BJORG, day, typed)
    qtbot.waitUntil(lambda: not page._wait.isActive())


def is_told(page: RotaPage) -> bool:
    return not page.panel.cell._changed.isHidden()


def test_the_last_change_is_told_of_and_goes_by_itself(page: RotaPage, qtbot: QtBot) -> None:
    page.panel.cell._changing.setInterval(200)
    write(page, qtbot, 15, "D1")
    assert is_told(page)
    assert page.panel.cell._changed.text() == "Siste endring:"
    assert page.panel.cell._place == ("2", 15)
    qtbot.waitUntil(lambda: not is_told(page))


def test_the_next_step_ends_what_is_told_of_the_last_change(page: RotaPage, qtbot: QtBot) -> None:
    write(page, qtbot, 15, "D1")
    page.document.undo_stack.undo()
    qtbot.waitUntil(lambda: not is_told(page))
    write(page, qtbot, 16, "D1")
    assert (is_told(page), page.panel.cell._place) == (True, ("2", 16))
    click(page, ANNE, MONDAY)
    assert (is_told(page), page.panel.cell._place) == (False, ("1", MONDAY))


def test_who_leaves_the_page_finds_the_current_cell_when_she_comes_back(page: RotaPage, qtbot: QtBot) -> None:
    page.grid.cells.go(ANNE, TUESDAY)
    write(page, qtbot, 15, "D1")
    page.hide()
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: not is_told(page))
    assert page.panel.cell._place == ("1", TUESDAY)
