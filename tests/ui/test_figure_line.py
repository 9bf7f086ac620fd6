"""The foot of the window says only what is so: what is saved, and what is uncovered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import engine_run
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heiltid.edits.positions import with_position
from heiltid.model import PlanRole, UnitFile
from heiltid.texts import Language
from tests.ui import screens
from ui.app import Program
from ui.figure_line import FigureLine
from ui.run_record import NOT_KNOWN
from ui.theme import ThemeName


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program = screens.program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program.window.show()
    yield program
    screens.close(program)


def line_of(made: Program) -> FigureLine:
    found = made.window.findChild(FigureLine)
    assert isinstance(found, FigureLine)
    found.show_now()
    return found


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_before_a_unit_is_open_nothing_is_said_of_saving(made: Program) -> None:
    assert not any("lagra" in word for word in words(line_of(made)))
    assert any(label.text() == "Inga eining er open" for label in made.window.findChildren(QLabel))


def test_a_unit_that_stands_in_no_file_is_never_called_saved(made: Program, tmp_path: Path) -> None:
    document, files = made.desk.document, made.desk.files
    files.start_new(screens.sample("liten"))
    assert words(line_of(made))[-1].endswith("· ikkje lagra i noka fil")
    document.apply_unit("namn", replace(document.unit, name="Lia"))
    assert words(line_of(made))[-1].endswith("· ikkje lagra i noka fil")
    files.save(tmp_path / "lia.heiltid")
    assert words(line_of(made))[-1].endswith("· lagra")
    document.apply_unit("namn", replace(document.unit, name="Liane"))
    assert words(line_of(made))[-1].endswith("· ikkje lagra")


def test_uncovered_hours_wait_for_a_rota_and_explain_themselves(made: Program) -> None:
    document = made.desk.document
    made.desk.files.start_new(screens.sample("liten"))
    figure = line_of(made)._figures["open"]
    weeks = document.unit.weeks
    assert f"turnusen på {weeks} veker" in figure.toolTip()
    assert "både i rada for sjukepleiar og i rada for alle" in figure.toolTip()
    document.apply("utan turnus", replace(document.file, plans=()))
    line_of(made)
    assert not figure.isVisible()
    assert not any("Udekt" in word for word in words(line_of(made)))


def test_before_a_unit_is_open_nothing_is_said_of_uncovered_hours(made: Program) -> None:
    assert not line_of(made)._figures["open"].isVisible()
    made.desk.files.start_new(screens.sample("liten"))
    assert line_of(made)._figures["open"].isVisible()


def test_what_is_said_is_whole_and_gone_on_another_page(made: Program) -> None:
    made.window.resize(1366, 768)
    made.desk.files.start_new(screens.sample("liten"))
    made.window.show_page("rota")
    screens.settle()
    line = line_of(made)
    long = "Anne Bø har A1 veke 2 lau no, og «Angre» gir vakta tilbake til Bjørg Dahl. " * 2
    made.desk.say(long.strip())
    screens.settle()
    above = line._above
    assert above.isVisible()
    assert above.text() == long.strip()
    assert above.width() >= above.fontMetrics().horizontalAdvance(above.text())
    assert all(figure.isVisible() for figure in line._figures.values())
    assert line._right.text() == "Ingen brot · ikkje lagra i noka fil"
    made.window._sidebar.chosen.emit("people")
    screens.settle()
    assert "Angre" not in " ".join(words(line))
    assert not above.isVisible()
    assert all(figure.isVisible() for figure in line._figures.values())


def test_a_line_longer_than_the_window_is_cut_visibly_and_whole_in_its_tip(made: Program) -> None:
    made.desk.files.start_new(screens.sample("liten"))
    line = line_of(made)
    made.desk.say("langt " * 200)
    screens.settle()
    assert line._above.text().endswith("…")
    assert "langt langt" in line._above.toolTip()


def test_a_short_word_stands_beside_the_figures_and_the_window_keeps_its_height(made: Program) -> None:
    made.window.resize(1366, 768)
    made.desk.files.start_new(screens.sample("liten"))
    made.window.show_page("rota")
    screens.settle()
    line = line_of(made)
    height = line.height()
    made.desk.say("Kopiert.")
    screens.settle()
    assert line._right.text() == "Kopiert."
    assert line.height() == height
    assert all(figure.isVisible() for figure in line._figures.values())


def test_what_was_written_can_be_opened_and_shown(made: Program, tmp_path: Path) -> None:
    made.desk.files.start_new(screens.sample("liten"))
    line = line_of(made)
    paper = tmp_path / "drøfting.pdf"
    paper.write_bytes(b"%PDF")
    made.desk.written.emit(paper, "drøfting.pdf er skriven · 6 sider")
    screens.settle()
    shown = [button.text() for button in line.findChildren(QPushButton) if button.isVisible()]
    assert shown == ["Opne", "Vis i mappa"]
    made.desk.written.emit(tmp_path, "3 filer skrivne")
    screens.settle()
    shown = [button.text() for button in line.findChildren(QPushButton) if button.isVisible()]
    assert shown == ["Vis i mappa"]
    made.desk.say("noko anna")
    assert not any(button.isVisible() for button in line.findChildren(QPushButton))


def with_copy_shown(made: Program, file: UnitFile) -> FigureLine:
    """Solbakken has six vacant and temporary lines; its scenario is a copy of the rota of today."""
    made.desk.files.start_new(file)
    place = next(i for i, plan in enumerate(file.plans) if plan.role is PlanRole.SCENARIO)
    made.desk.document.show_plan(place)
    return line_of(made)


def test_a_copy_of_today_shows_no_change_however_many_lines_are_vacant(made: Program) -> None:
    line = with_copy_shown(made, screens.sample())
    for key in ("average", "full_time", "small", "unwanted"):
        assert not any("→" in word for word in words(line._figures[key])), key
    assert words(line._figures["average"])[1:] == ["71,4 %"]


def test_vacant_lines_counted_on_one_side_are_told_of(made: Program) -> None:
    file = screens.sample()
    line = with_copy_shown(made, file)
    document = made.desk.document
    small = next(p for p in document.unit.employees if p.holds_position and p.position_bp < 9_000)
    plan = with_position(document.plan, small.number, small.position_bp + 100)
    document.apply_plan("opp", plan)
    line.show_now()
    average = line._figures["average"]
    assert words(average)[1].endswith("→")
    assert words(average)[-1] == "(medrekna 6 ledige)"
    assert "Snittet for dei som hadde stilling før, er 71,5 %" in average.toolTip()  # 71,42 and 1 : 24


def test_a_proposal_short_of_a_new_least_asks_for_a_new_build_and_today_does_not(made: Program) -> None:
    file = screens.sample()
    place, wanting = next(
        (place, person)
        for place, person in enumerate(file.unit.employees)
        if person.holds_position and person.position_bp < 9_000
    )
    people = list(file.unit.employees)
    people[place] = replace(wanting, min_bp=wanting.position_bp + 500, max_bp=10_000)
    line = with_copy_shown(made, replace(file, unit=replace(file.unit, employees=tuple(people))))
    made.window.resize(1366, 768)
    screens.settle()
    assert line._right.text().startswith("1 brot på eiga grense: lag på nytt · ")
    made.desk.document.show_plan(0)
    line.show_now()
    assert line._right.text().startswith("1 brot · ")


def test_a_plan_above_its_ceiling_was_changed_since_and_is_told_none(made: Program) -> None:
    file = screens.sample()
    run = engine_run(bound_average_position_bp=6_000)  # 18.94 in 30 lines are 63.1 %
    line = with_copy_shown(made, replace(file, plans=(file.plans[0], replace(file.plans[1], origin=run))))
    made.window.resize(2560, 1000)
    screens.settle()
    assert words(line._figures["average"])[-1] == "(medrekna 6 ledige)"


def test_a_ceiling_proven_of_another_unit_is_told_nowhere(made: Program) -> None:
    file = screens.sample()
    run = engine_run(bound_average_position_bp=8_250)
    built = replace(file, plans=(file.plans[0], replace(file.plans[1], origin=run)))
    line = with_copy_shown(made, built)
    desk = made.desk
    desk.runs.keep(desk.document.plan, NOT_KNOWN, desk.document.unit)
    made.window.resize(2560, 1000)
    made.window.show_page("results")

    def told() -> tuple[bool, bool]:
        screens.settle()
        line.show_now()
        page = "\n".join(one.text() for one in made.window.findChildren(QLabel) if one.isVisible())
        return "(mogleg 82,5 %)" in words(line._figures["average"])[-1], "høgast mogleg 82,5 %" in page

    assert told() == (True, True)
    desk.document.apply_unit("namn", replace(desk.document.unit, name="Eit anna namn"))
    assert told() == (True, True)  # no rota depends on it
    desk.document.apply_unit("ramme", replace(desk.document.unit, fte_budget_bp=250_000))
    assert told() == (False, False)
    desk.document.undo_stack.undo()
    assert told() == (True, True)


def test_a_note_makes_room_for_what_is_saved_and_the_ceiling_goes_first(made: Program) -> None:
    file = screens.sample()
    run = engine_run(bound_average_position_bp=8_250)
    built = replace(file, plans=(file.plans[0], replace(file.plans[1], origin=run)))
    line = with_copy_shown(made, built)
    average = line._figures["average"]
    made.window.resize(2560, 1000)
    screens.settle()
    assert words(average)[-1] == "(medrekna 6 ledige) (mogleg 82,5 %)"
    made.window.resize(1280, 720)
    screens.settle()
    assert words(average)[-1] == "(medrekna 6 ledige)"
    assert line._right.text() == "Ingen brot · ikkje lagra i noka fil"
    assert line._right.width() >= line._right.fontMetrics().horizontalAdvance(line._right.text())
