"""What the page of wishes tells of the shown rota: met or not, why not, and for whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import demand, person, row
from pytestqt.qtbot import QtBot

from heiltid.edits.wishes import WishPlace, place_of_day
from tests.ui.wishes_page import FILE, ROTA, shown
from ui.pages.wishes import WishesPage


def listed(page: WishesPage) -> list[str]:
    return [line.wish.employee for line in page.tables.table.records_model.records]


def test_the_chosen_wish_says_whether_it_is_met_and_why_not(qtbot: QtBot, tmp_path: Path) -> None:
    needs = (demand(frozenset({0}), "22:00-06:00", 1),)
    page = shown(qtbot, tmp_path, replace(FILE, unit=replace(FILE.unit, demand=needs)))
    page.calendar.view.show_place(place_of_day(0))
    page.tables.why.reckon()
    # Kari has the one night there is on the first Monday.
    assert page.tables.why.words().startswith(
        "v1 mån: ikkje oppfylt (N1). Står her fordi ingen andre er til stades 22:00–06:00."
    )
    page.calendar.view.show_place(place_of_day(7))
    page.tables.why.reckon()
    assert page.tables.why.words() == "v2 mån: oppfylt (D1)."
    page.calendar.view.show_place(place_of_day(3))  # nobody has a wish there
    page.tables.why.reckon()
    assert page.tables.why.words() == ""
    page.tables.tabs.setCurrentIndex(1)
    page.tables.table.show_row(0)
    page.tables.why.reckon()
    assert page.tables.why.words().startswith("Oppfylt 1 av 2 dagar. v1 mån: ikkje oppfylt (N1).")


def test_what_is_told_of_a_wish_follows_the_plan(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.calendar.view.show_place(place_of_day(0))
    free = row("- - - - - - - D1 - - - - - -", "1")
    page.document.apply_plan("", ROTA.with_rows({"1": free}))
    qtbot.waitUntil(lambda: page.tables.why.words() == "v1 mån: oppfylt (fri).", timeout=3_000)


def test_without_a_rota_nothing_is_told_of_a_wish(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(FILE, plans=()))
    page.tables.why.reckon()
    assert page.tables.why.words() == ""


def test_people_are_listed_with_days_met_of_days_wished_for(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    table = page.people.table
    model = table.records_model
    assert [model.index(line, 2).data() for line in range(2)] == ["1 av 2", "1 av 1"]
    assert table.isColumnHidden(1)
    assert table.columnWidth(0) + table.columnWidth(2) == table.viewport().width()  # no gap where it was
    bare = shown(qtbot, tmp_path, replace(FILE, plans=()))
    assert [bare.people.table.records_model.index(line, 1).data() for line in range(2)] == ["1", "1"]
    assert bare.people.table.isColumnHidden(2)


def test_the_day_follows_whoever_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    third = person("3", name="Siv Li")
    people = replace(FILE.unit, employees=(*FILE.unit.employees, third))
    page = shown(qtbot, tmp_path, replace(FILE, unit=people, plans=()))
    page.people.table.show_row(1)
    assert page.calendar.view.current_place() == place_of_day(0)  # Ola's only wish
    assert listed(page) == ["2", "1"]  # his own first
    page.people.table.show_row(2)
    assert page.calendar.view.current_place() is None
    assert page.calendar.view.places() == []
    assert listed(page) == []
    assert page.tables.tabs.tabText(0) == "Denne dagen"
    page.people.table.show_row(0)
    assert page.calendar.view.current_place() == WishPlace(weekday=0)
    assert page.tables.tabs.tabText(0) == "Denne dagen: kvar mån"
