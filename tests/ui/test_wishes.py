"""The page of wishes: the calendar, its menu, the tables, pasting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import MONDAY
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from heiltid.edits.wishes import Asked, WishPlace, place_of_day
from heiltid.model import Absence, RotaKind, ShiftKind, UnitFile, Wish, WishDays, WishStrength
from heiltid.texts import Language
from tests.ui.wishes_page import FILE, NO_NIGHTS, OFF, shown
from ui.pages.wishes import WishesPage
from ui.pages.wishes.calendar_model import FACE_ROLE, Face
from ui.pages.wishes.paste import WishesPreview
from ui.pages.wishes.words import when_typed
from ui.places import Person, Place
from ui.texts import set_language


def wishes(page: WishesPage) -> tuple[Wish, ...]:
    return page.document.unit.wishes


def face(page: WishesPage, place: WishPlace) -> Face:
    model = page.calendar.view.model()
    index = page.calendar._model.index_of(place)
    found: Face = model.data(index, FACE_ROLE)
    return found


def met(page: WishesPage) -> list[str]:
    model = page.tables.table.records_model
    return [model.index(place, 4).data() for place in range(model.rowCount())]


def actions(page: WishesPage) -> dict[str, QAction]:
    assert page.menu is not None
    inner = [action.menu() for action in page.menu.actions() if action.menu() is not None]
    return {action.text(): action for menu in (page.menu, *inner) for action in menu.actions()}


def test_the_calendar_shows_whether_the_rota_meets_a_wish(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    first, second = face(page, place_of_day(0)), face(page, place_of_day(7))
    assert [one.is_met for one in (*first.shown, *second.shown)] == [False, True]
    assert all(one.every for one in first.shown)
    assert face(page, WishPlace(weekday=0)).shown[0].wish == NO_NIGHTS
    model = page.calendar.view.model()
    sentence = model.data(page.calendar._model.index_of(place_of_day(0)), Qt.ItemDataRole.ToolTipRole)
    assert "ikkje natt, må (kvar veke): ✗ ikkje oppfylt" in sentence
    assert "N1" in sentence
    page.tables.tabs.setCurrentIndex(1)
    assert met(page) == ["✗ 1 av 2 dagar", "✓ oppfylt"]
    # Kari's two Mondays and Ola's one: 2 of 3.
    assert "67 %" in page.subtitle()


def test_a_week_off_is_one_wish(qtbot: QtBot, tmp_path: Path) -> None:
    week = tuple(replace(OFF, when=WishDays(week=2, weekday=weekday)) for weekday in range(7))
    ward = replace(FILE.unit, wishes=week)
    page = shown(qtbot, tmp_path, replace(FILE, unit=ward, plans=()))
    assert page.subtitle() == "1 ønske, 7 dagar"
    assert [entry.count for entry in page.people.table.records_model.records] == [0, 1]
    one = shown(qtbot, tmp_path, replace(FILE, unit=replace(ward, wishes=week[:1]), plans=()))
    assert one.subtitle() == "1 ønske"
    pasted = "Namn\tNår\tØnske\n" + "\n".join(f"Kari Vik\tv1 {day}\tfri" for day in ("mån", "tys", "ons"))
    preview = WishesPreview(pasted, page.document, {})
    qtbot.addWidget(preview)
    assert (preview.count, preview.take.text()) == (3, "Legg inn 1 ønske")
    assert preview.headline.text() == "1 ønske kan leggjast inn"


def test_without_a_rota_nothing_is_said_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(FILE, plans=()))
    assert face(page, place_of_day(0)).shown[0].is_met is None
    assert page.tables.table.isColumnHidden(4)
    assert "%" not in page.subtitle()


def test_days_under_an_absence_are_neither_met_nor_unmet(qtbot: QtBot, tmp_path: Path) -> None:
    away = replace(FILE.unit, absences=(Absence(employee="1", first=MONDAY, last=MONDAY, code="FE"),))
    page = shown(qtbot, tmp_path, replace(FILE, unit=away))
    found = face(page, place_of_day(0))
    assert found.is_away
    assert found.shown[0].is_met is None
    page.tables.tabs.setCurrentIndex(1)
    assert met(page)[0] == "✓ oppfylt"


def test_the_menu_puts_in_and_takes_away(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.calendar.view.show_place(place_of_day(4))
    page.open_menu(QPoint(0, 0))
    actions(page)["Ønskjer fri"].trigger()
    assert wishes(page)[-1] == Wish(
        employee="1", when=WishDays(week=1, weekday=4), off=True, strength=WishStrength.STRONG
    )
    page.open_menu(QPoint(0, 0))
    assert actions(page)["Ønskjer fri"].isChecked()
    actions(page)["må: turnusen skal følgje det"].trigger()
    assert wishes(page)[-1].strength is WishStrength.MUST
    page.open_menu(QPoint(0, 0))
    actions(page)["Ønskjer fri"].trigger()
    assert wishes(page) == FILE.unit.wishes
    assert page.document.undo_stack.count() == 3
    for _ in range(3):
        page.document.undo_stack.undo()
    assert page.document.file == FILE
    page.menu.close()


def test_several_days_at_once_and_every_such_weekday(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    view = page.calendar.view
    view.show_place(WishPlace(weekday=5))
    page.toggle(Asked(code="D1"))
    assert wishes(page)[-1].when == WishDays(weekday=5)
    view.show_place(place_of_day(7))
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    page.toggle(Asked(off=True))
    assert [wish.when.weekday for wish in wishes(page)[-2:]] == [0, 1]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(wishes(page)) == 3


def repeating(page: WishesPage, title: str) -> dict[str, QAction]:
    """What can be chosen in one of the menu's inner menus."""
    assert page.menu is not None
    (inner,) = [action.menu() for action in page.menu.actions() if action.text() == title]
    return {action.text(): action for action in inner.actions()}


EVERY, EVERY_OTHER = "Kvar veke …", "Annakvar veke frå denne dagen …"


def test_a_wish_for_every_other_week_is_one_choice(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(FILE, unit=replace(FILE.unit, weeks=6, wishes=()), plans=()))
    page.calendar.view.show_place(place_of_day(11))
    page.open_menu(QPoint(0, 0))
    repeating(page, EVERY_OTHER)["fri"].trigger()
    assert [(wish.when.week, wish.when.weekday) for wish in wishes(page)] == [(2, 4), (4, 4), (6, 4)]
    assert all(wish.off for wish in wishes(page))
    page.open_menu(QPoint(0, 0))
    assert repeating(page, EVERY_OTHER)["fri"].isChecked()
    assert not repeating(page, EVERY)["fri"].isChecked()
    repeating(page, EVERY_OTHER)["fri"].trigger()
    assert wishes(page) == ()
    page.open_menu(QPoint(0, 0))
    repeating(page, EVERY)["ikkje natt"].trigger()
    assert [(wish.when.week, wish.when.weekday, wish.negated) for wish in wishes(page)] == [(None, 4, True)]
    assert page.document.undo_stack.count() == 3
    page.calendar.view.show_place(WishPlace(weekday=4))
    page.open_menu(QPoint(0, 0))
    assert page.menu is not None
    assert not {EVERY, EVERY_OTHER} & {action.text() for action in page.menu.actions()}
    page.menu.close()


def test_weeks_of_a_cyclic_rota_carry_the_dates_of_its_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    model = page.calendar.view.model()
    # Monday 4 January 2027
    assert model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) == "v1  4.1.–10.1."
    assert model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) == "v2  11.1.–17.1."
    told = model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert told == "Datoane gjeld første gong turnusen går"


def test_strengths_are_explained_where_they_are_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    box = page.calendar._strength
    assert box.currentText() == "sterkt: veg tungt, men er ingen lovnad"
    assert page.calendar.strength() is WishStrength.STRONG
    assert box.width() >= box.fontMetrics().horizontalAdvance(box.currentText()) + 30


def test_enter_and_a_click_open_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    view = page.calendar.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.menu is not None
    first = page.menu
    first.close()
    centre = view.visualRect(page.calendar._model.index_of(place_of_day(3))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert page.menu is not first
    assert page.menu.actions()[0].text() == "v1 tor"
    page.menu.close()


def test_a_dated_rota_writes_dates(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(FILE, unit=replace(FILE.unit, kind=RotaKind.DATED)))
    page.calendar.view.show_place(place_of_day(9))
    page.toggle(Asked(kind=ShiftKind.DAY))
    assert wishes(page)[-1].when == WishDays(on=date(2027, 1, 13))
    assert face(page, place_of_day(9)).on == date(2027, 1, 13)


def test_the_table_of_a_day_lists_everybody_with_a_wish_there(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.calendar.view.show_place(place_of_day(0))
    names = [line.wish.employee for line in page.tables.table.records_model.records]
    assert names == ["1", "2"]  # the first Monday
    page.calendar.view.show_place(place_of_day(1))
    assert page.tables.table.records_model.rowCount() == 0


def test_the_table_of_all_can_be_typed_in(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.tables.tabs.setCurrentIndex(1)
    model = page.tables.table.records_model

    def typed(column: int, text: str, line: int = 1) -> bool:
        return model.setData(model.index(line, column), text)

    assert typed(1, "kvar tysdag")
    assert wishes(page)[1].when == WishDays(weekday=1)
    assert typed(1, "v2 ons")
    assert wishes(page)[1].when == WishDays(week=2, weekday=2)
    assert typed(1, "14.01.2027")
    assert wishes(page)[1].when == WishDays(on=date(2027, 1, 14))
    assert typed(1, "tor 14.01.2027")
    assert typed(2, "ikkje A")
    assert (wishes(page)[1].kind, wishes(page)[1].negated) == (ShiftKind.EVENING, True)
    assert typed(2, "L1")
    assert (wishes(page)[1].code, wishes(page)[1].kind) == ("L1", None)
    assert typed(3, "må")
    assert wishes(page)[1].strength is WishStrength.MUST
    before = wishes(page)
    for column, text in ((1, "v9 ons"), (1, "jul"), (2, "ferie"), (3, "litt")):
        assert not typed(column, text)
    assert wishes(page) == before
    page.tables.table.show_row(0)
    page.tables._remove_selected()
    assert len(wishes(page)) == 1


def test_every_when_can_be_typed_as_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    for language in Language:
        set_language(language)
        for kind in RotaKind:
            page = shown(qtbot, tmp_path, replace(FILE, unit=replace(FILE.unit, kind=kind)))
            page.tables.tabs.setCurrentIndex(1)
            model = page.tables.table.records_model
            for line in range(2):
                for column in (1, 2, 3):
                    assert model.setData(model.index(line, column), model.index(line, column).data())
            assert wishes(page) == FILE.unit.wishes


def test_other_pages_send_here(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.arrive(Person(employee="2"))
    assert page.calendar.heading.text() == "Ola Berg"
    page.arrive(Place(employee="1", days=(10,)))
    assert page.calendar.heading.text() == "Kari Vik"
    assert page.calendar.view.current_place() == place_of_day(10)


def test_a_click_in_the_table_of_all_shows_the_wish(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.tables.tabs.setCurrentIndex(1)
    page.tables.table.show_row(1)
    page.tables._clicked()
    assert page.calendar.heading.text() == "Ola Berg"
    assert page.people.table.current_row() == 1
    assert page.calendar.view.current_place() == place_of_day(0)


def test_pasting_is_one_step_and_the_same_twice_changes_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    monkeypatch.setattr(WishesPreview, "exec", lambda preview: int(QDialog.DialogCode.Accepted))
    QGuiApplication.clipboard().setText(
        "Kven\tNår\tØnske\tStyrke\nOla Berg\tv2 fre\tfri\tmå\nOla Berg\tv1 mån\tfri\tsterkt\nIngen\tmån\tfri"
    )
    page.paste()
    assert len(wishes(page)) == 3
    assert [wish.strength for wish in wishes(page) if wish.when == OFF.when] == [WishStrength.STRONG]
    assert page.document.undo_stack.count() == 1
    page.paste()
    assert page.document.undo_stack.count() == 1


def test_a_copied_table_pasted_back_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dated = replace(FILE.unit, kind=RotaKind.DATED)
    more = replace(OFF, when=WishDays(on=date(2027, 1, 13)))
    for language in Language:
        set_language(language)
        page = shown(qtbot, tmp_path, replace(FILE, unit=replace(dated, wishes=(NO_NIGHTS, more))))
        page.tables.tabs.setCurrentIndex(1)
        copied = page.tables.table.as_text([0, 1])
        preview = WishesPreview(copied, page.document, {})
        qtbot.addWidget(preview)
        assert preview.count == 0, (language, copied, preview.problems.toPlainText())
        assert ": 2." in preview.problems.toPlainText()  # both are there already


def test_without_people_the_page_says_where_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, UnitFile(unit=replace(FILE.unit, employees=(), wishes=())))
    with qtbot.waitSignal(page.desk.going_to) as gone:
        page._nobody.go.click()
    assert gone.args[0] == "people"


def test_pasted_wishes_get_the_strength_new_wishes_have(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path, FILE)
    assert page.calendar.strength() is WishStrength.STRONG
    number = page.document.unit.employees[0].number
    QGuiApplication.clipboard().setText(f"Nr\tNår\tØnske\n{number}\thelga i veke 1\tfri")
    monkeypatch.setattr(WishesPreview, "exec", lambda preview: True)
    before = set(page.document.unit.wishes)
    page.paste()
    made = [wish for wish in page.document.unit.wishes if wish not in before]
    assert [(wish.when.week, wish.when.weekday) for wish in made] == [(1, 5), (1, 6)]
    assert {wish.strength for wish in made} == {WishStrength.STRONG}


def test_when_is_typed_short_but_for_one_day() -> None:
    set_language(Language.NYNORSK)
    unit = FILE.unit
    assert when_typed(unit, f"{unit.start.day}/{unit.start.month}-{unit.start.year % 100}").on == unit.start
    assert when_typed(unit, "kvar fredag").weekday == 4
    with pytest.raises(ValueError, match="éin dag"):
        when_typed(unit, "helg")
    with pytest.raises(ValueError, match="Fann «veke 99»"):
        when_typed(unit, "veke 99")


def test_head_tab_and_list_count_wishes_alike(qtbot: QtBot, tmp_path: Path) -> None:
    """A week off stands in seven lines and is one wish, in all three places."""
    week_off = tuple(replace(OFF, when=WishDays(week=2, weekday=day)) for day in range(7))
    file = replace(FILE, unit=replace(FILE.unit, wishes=(NO_NIGHTS, *week_off)))
    page = shown(qtbot, tmp_path, file)
    assert page.subtitle().startswith("2 ønske, ")
    assert page.tables.tabs.tabText(1) == "Alle (2 ønske)"
    counts = [entry.count for entry in page.people.table.records_model.records]
    assert sum(counts) == 2
