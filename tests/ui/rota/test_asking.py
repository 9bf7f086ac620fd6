"""Who can take a shift, asked where it stands; what is explained after typing; positions from the hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.advice.takers import taker
from heiltid.model import Plan, RotaKind, ShiftKind, Status, UnitFile
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.pages.rota import RotaPage, position_changes
from ui.pages.rota import page as rota_page
from ui.pages.rota.legend import COLUMNS, Legend, looks_shown
from ui.pages.rota.people_rows import person_line
from ui.pages.rota.side_panel import BOTH_FROM
from ui.pages.rota.takers_list import TakersList
from ui.texts import set_language, tr

FREE = " - - - - - - -"
# The one nurse in the morning is Anne; Bjørg is an assistant, Carla a nurse who is free.
WARD = unit(
    weeks=2,
    employees=(
        person("1", name="Anne Berg", competence="nurse"),
        person("2", 5_000, name="Bjørg Dahl", competence="assistant"),
        person("3", 5_000, name="Carla Eide", competence="nurse"),
    ),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1), demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")),
)
FILE = UnitFile(
    unit=WARD,
    plans=(
        plan(row("D1 D1 D1 D1 D1 - -" + FREE, "1"), row(FREE * 2, "2", 5_000), row(FREE * 2, "3", 5_000)),
    ),
)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, FILE), RotaPage) as shown:
        yield shown


def texts(page: RotaPage) -> list[str]:
    return [entry.text() for entry in page.takers.findChildren(QLabel) if not entry.isHidden()]


def answered(page: RotaPage, qtbot: QtBot) -> list[QPushButton]:
    """The buttons of the answer, once everybody was asked."""
    page.grid.cells.go(0, 0)
    page.who_can_take()
    assert page.takers.isVisible()
    qtbot.waitUntil(lambda: bool(page.takers.list.takers))
    settle()  # what was put into the list is shown by the next events
    return [entry for entry in page.takers.findChildren(QPushButton) if entry.text() == "Gi vakta"]


def test_the_answer_lies_beside_the_cell_the_nurse_first(page: RotaPage, qtbot: QtBot) -> None:
    buttons = answered(page, qtbot)
    shown = texts(page)
    assert shown[:2] == [
        "Kven kan ta D1 veke 1 mån 4. jan.?",
        "Anne Berg · sjukepleiar har vakta no. Den best eigna står øvst.",
    ]
    assert shown.index("Carla Eide · sjukepleiar") < shown.index("Bjørg Dahl · assistent")
    assistant = shown[shown.index("Bjørg Dahl · assistent") + 1 :][0]
    assert "Gi vakta: Bjørg Dahl · assistent – da manglar sjukepleiar" in buttons[1].accessibleName()
    assert assistant.startswith("da manglar sjukepleiar, ")
    assert "avvik frå stillinga over 2 veker:" in assistant


def test_a_button_in_the_answer_gives_the_shift_and_closes_it(page: RotaPage, qtbot: QtBot) -> None:
    buttons = answered(page, qtbot)
    qtbot.waitUntil(lambda: page.takers.focusWidget() is buttons[0])
    with qtbot.assertNotEmitted(page.desk.status_said):  # it would say once more what the line says
        buttons[0].click()
    assert page.news.words.text().startswith("Carla Eide har D1 veke 1 mån 4. jan. no: ")
    assert page.news.undo.isVisibleTo(page)
    assert [line.cells[0].shift for line in page.document.plan.rows] == [None, None, "D1"]
    assert not page.takers.isVisible()


def test_escape_closes_the_answer_and_nothing_is_given(page: RotaPage, qtbot: QtBot) -> None:
    answered(page, qtbot)
    QTest.keyClick(page.takers, Qt.Key.Key_Escape)
    assert not page.takers.isVisible()
    assert page.document.file is FILE


def test_a_cell_without_a_shift_says_so(page: RotaPage, qtbot: QtBot) -> None:
    page.grid.cells.go(1, 0)
    with qtbot.waitSignal(page.desk.status_said) as said:
        page.who_can_take()
    assert said.args[0].startswith("Det står inga vakt")
    assert not page.takers.isVisible()


def test_an_open_shift_is_asked_from_its_card(page: RotaPage, qtbot: QtBot) -> None:
    page.panel.findings.show_now()
    page.next_finding()
    while page.panel.findings._last_shown.rule != "staffing_minimum":  # type: ignore[union-attr]
        page.next_finding()
    who = page.panel.findings.who_button
    assert not who.isHidden()
    who.click()
    qtbot.waitUntil(lambda: bool(page.takers.list.takers))
    assert texts(page)[1] == "Éin manglar på vakt då. Den best eigna står øvst."
    page.takers.hide()


def test_after_typing_the_change_is_explained_until_the_user_moves_on(page: RotaPage, qtbot: QtBot) -> None:
    cells, cell = page.grid.cells, page.panel.cell
    cells.go(0, 1)
    cells.setFocus()
    QTest.keyClicks(cells, "n")
    QTest.keyClick(cells.codes.editor, Qt.Key.Key_Return)
    assert (cells.currentIndex().row(), cells.currentIndex().column()) == (1, 1)
    qtbot.waitUntil(lambda: "N1" in cell._title.text())
    page._fill_panel()  # as the timer does after the edit
    assert cell._title.text().startswith("Anne Berg · veke 1 tys 5. jan. · N1")
    assert not cell._changed.isHidden()
    QTest.keyClick(cells, Qt.Key.Key_Right)
    assert cell._title.text().startswith("Bjørg Dahl · veke 1 ons")
    assert cell._changed.isHidden()


def test_a_click_on_the_cell_the_marker_went_to_explains_it(page: RotaPage) -> None:
    page._write(0, 1, "N1")
    page._clicked(page.grid.model.index(1, 1))
    page._fill_panel()
    assert page.panel.cell._changed.isHidden()


def test_positions_from_the_hours_are_asked_for_first(
    page: RotaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(headline: str, details: str, answers: object, parent: object) -> str | None:
        asked.append((headline, details))
        return None

    changes = [
        position_changes.PositionChange("2", 5_000, 6_250),
        position_changes.PositionChange("1", 10_000, 9_000),
    ]
    monkeypatch.setattr(rota_page, "position_changes", lambda document: changes)
    monkeypatch.setattr(position_changes, "choose", answer)
    before: Plan = page.document.plan
    page.positions_from_hours()
    assert page.document.plan is before
    ((headline, details),) = asked
    assert headline == "Vil du setje stillingane til 2 tilsette etter timane?"
    assert "Stillingar som aukar: 1. Stillingar som minkar: 1." in details
    assert "Bjørg Dahl: 50 % → 62,5 %" in details


def test_the_panel_shows_one_part_at_a_time_in_a_low_window_and_both_in_a_high_one(page: RotaPage) -> None:
    panel = page.panel
    assert not panel.shows_both
    assert (panel.findings.isVisible(), panel.cell.isVisible()) == (True, False)
    page.why_here()
    assert (panel.findings.isVisible(), panel.cell.isVisible()) == (False, True)
    assert page.desk.settings.word("rota_panel") == "cell"
    assert page.areas() == (page.grid.cells, panel.cell)
    page.resize(1200, BOTH_FROM + 10)
    assert panel.shows_both
    assert (panel.findings.isVisible(), panel.cell.isVisible()) == (True, True)
    assert panel.tabs.isHidden()


def test_no_line_is_cut_in_two_by_the_sums(qapp: QApplication, tmp_path: Path) -> None:
    people = tuple(person(str(number), name=f"P {number}") for number in range(40))
    many = unit(weeks=2, employees=people, demand=WARD.demand)
    made = desk(
        tmp_path, UnitFile(unit=many, plans=(plan(*(row(FREE * 2, entry.number) for entry in people)),))
    )
    with in_front(made, RotaPage) as shown:
        room = shown.grid.cells.viewport().height()
        assert room % shown.grid.cells.row_height == 0
        assert shown.grid.people.viewport().height() == room


def test_the_legend_of_a_rota_without_dates_tells_of_red_days_and_stays_on_the_screen(page: RotaPage) -> None:
    legend = Legend(page.document.unit, page)
    screen = legend.screen().availableGeometry()
    legend.open_below(QPoint(0, screen.bottom() - 40))
    assert legend.y() + legend.height() <= screen.bottom() + 5  # the offscreen screen adds a frame of 2
    told = " ".join(entry.text() for entry in legend.findChildren(QLabel))
    assert "Ein rullerande turnus har ingen raude dagar" in told
    legend.close()
    dated = Legend(replace(page.document.unit, kind=RotaKind.DATED), page)
    assert "raude dagar" not in " ".join(entry.text() for entry in dated.findChildren(QLabel))
    dated.close()


def test_the_legend_names_every_sign_in_three_languages(page: RotaPage) -> None:
    for language in Language:
        set_language(language)
        keys = [key for key, _ in looks_shown(WARD)] + list(COLUMNS)
        assert all(tr(f"ui.rota.legend_{key}") for key in keys)
    set_language(Language.NYNORSK)
    page.grid.legend_button.click()
    (legend,) = page.grid.findChildren(Legend)
    shown = [entry.text() for entry in legend.findChildren(QLabel)]
    for sign in ("oransje kant", "tom oransje rute", "blågrøn strek", "hengelås", "raud kant"):
        assert any(line.startswith(sign) for line in shown), sign
    legend.close()


def test_a_vacant_line_that_closes_is_no_loss(page: RotaPage) -> None:
    vacant = person("4", 1_400, name="Ledig", status=Status.VACANT)
    ward = unit(weeks=2, employees=(vacant,))
    page.document.apply_unit("x", ward)
    judged = page.document.judgement
    line = person_line(judged, "4", {"4": 1_400}, [])
    assert line.may_close


def test_a_locked_shift_is_offered_to_nobody(page: RotaPage, qtbot: QtBot) -> None:
    page.grid.cells.go(0, 0)
    page.toggle_lock()
    assert answered(page, qtbot) == []
    assert any("Lås henne opp først" in words for words in texts(page))


def test_where_nobody_can_the_rule_in_the_way_is_told_and_what_may_help(qtbot: QtBot) -> None:
    ward = unit(
        weeks=2,
        employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl", weekend_every=0)),
    )
    rota = plan(row("- - - - - D1 -" + FREE, "1"), row(FREE * 2, "2", 5_000))
    judged = judge_all(ward, rota)
    listed = TakersList()
    qtbot.addWidget(listed)
    listed.show_takers([taker(judged, ward.employees[1], 5, ward.shifts[0])], ward, 5)
    words = listed.findChildren(QLabel)[0].text()
    assert words.startswith("Ingen kan ta vakta no. Av 1: 1 får fleire helger enn avtalt.")
    assert "ei ekstra helg" in words


def test_where_nobody_can_the_reason_of_most_comes_first_and_everybody_is_counted_once(
    qtbot: QtBot,
) -> None:
    by_day = frozenset({ShiftKind.DAY})
    people = (
        person("1", weekend_every=0),  # the Saturday is no weekend of hers
        person("2"),  # has a shift
        *(person(number, kinds=by_day) for number in "345"),
        person("6"),  # has a shift
    )
    ward = unit(weeks=2, employees=people)
    busy, free = "- - - - - A1 -" + FREE, FREE * 2
    rota = plan(*(row(busy if number in "26" else free, number) for number in "123456"))
    judged = judge_all(ward, rota)
    evening = ward.shift_by_code()["A1"]
    listed = TakersList()
    qtbot.addWidget(listed)
    listed.show_takers([taker(judged, one, 5, evening) for one in people], ward, 5)
    words = listed.findChildren(QLabel)[0].text()
    told = "Av 6: 3 tek ikkje kveldsvakt, 2 har ei vakt den dagen, 1 får fleire helger enn avtalt."
    assert words.startswith(f"Ingen kan ta vakta no. {told} ")
