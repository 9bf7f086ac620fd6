"""The booking page: a rota laid over dates, its absences, taken back, and what that leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import Absence, Cell, UnitFile
from heiltid.texts import Language
from tests.ui.booking_desk import FIRST, OPTIONS, rolled_desk, rollout_of, small_desk, small_file, today_of
from tests.ui.desk import desk, in_front
from tests.ui.standins import Asked
from ui.absence_codes import code_meant, offered_codes
from ui.models.records import DATE_ROLE
from ui.pages.booking import BookingPage, rollout_part
from ui.pages.booking.rollout_part import RollOutPart
from ui.texts import set_language


def part_of(page: BookingPage) -> RollOutPart:
    found = page.parts["roll"]
    assert isinstance(found, RollOutPart)
    return found


def test_before_a_roll_out_only_the_first_tab_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(small_desk(tmp_path), BookingPage) as page:
        assert page.tabs.isTabEnabled(0)
        assert not any(page.tabs.isTabEnabled(place) for place in range(1, page.tabs.count() - 1))
        assert part_of(page).form.go.isEnabled()
        assert part_of(page).form.back.isHidden()


def test_a_rota_is_laid_out_and_undo_takes_all_of_it_away(qtbot: QtBot, tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    before = made.document.file
    with in_front(made, BookingPage) as page:
        form = part_of(page).form
        form.first.set_date(FIRST)
        form.week.setValue(1)
        form.weeks.setValue(2)
        form.go.click()
        assert rollout_of(made).options == OPTIONS
        assert rollout_of(made).unit.start == FIRST
        assert page.tabs.isTabEnabled(2)
        assert made.document.undo_stack.count() == 1
        made.document.undo_stack.undo()
        assert made.document.file == before
        assert not page.tabs.isTabEnabled(2)


def test_the_rotation_week_follows_the_date_until_it_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    # The rota of three weeks begins on 4 January 2027; 18 January is the third week of it, 25 the first.
    with in_front(small_desk(tmp_path), BookingPage) as page:
        form = part_of(page).form
        form.first.set_date(date(2027, 1, 18))
        assert form.week.value() == 3
        form.week.setValue(2)
        form.first.set_date(date(2027, 1, 25))
        assert form.week.value() == 2
        assert "1" in form.suggestion.text()


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        (date(2035, 1, 1), date(2035, 1, 1)),  # to come: there is no rota to lay out before it
        (date(2024, 1, 1), None),  # runs already: the next Monday from today
    ],
)
def test_the_first_monday_offered_is_never_before_the_rota_begins(
    qtbot: QtBot, tmp_path: Path, start: date, wanted: date | None
) -> None:
    file = small_file()
    made = desk(tmp_path, replace(file, unit=replace(file.unit, start=start)))
    with in_front(made, BookingPage) as page:
        first = part_of(page).form.first.date()
        if wanted is None:
            assert first is not None
            assert timedelta(0) <= first - date.today() < timedelta(days=7)
        else:
            assert first == wanted
            assert part_of(page).form.week.value() == 1


def test_a_date_that_is_no_monday_is_told_and_lays_nothing_out(qtbot: QtBot, tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        form = part_of(page).form
        form.first.setText("03.06.2031")
        assert "måndag" in form.trouble.text()
        assert not form.go.isEnabled()
        form.go.click()
        assert made.document.file.booking is None


def test_an_absence_typed_in_goes_over_the_dates_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        absences = part_of(page).absences
        absences.who.setCurrentIndex(absences.who.findData("3"))
        absences.first.setText("02.06.2031")
        absences.add()
        day = rollout_of(made).plan.row_of()["3"].cells[0]
        assert (day.shift, day.absence) == ("D1", "FE")
        assert made.document.unit.absences[-1] == Absence(employee="3", first=FIRST, last=FIRST, code="FE")
        assert made.document.undo_stack.count() == 1
        assert part_of(page)._behind.isHidden()  # it is laid out as the unit is now
        made.document.undo_stack.undo()
        assert rollout_of(made).plan.row_of()["3"].cells[0].absence is None


def test_rows_of_a_spreadsheet_go_in_and_wrong_ones_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    known = made.document.unit.absences
    with in_front(made, BookingPage) as page:
        absences = part_of(page).absences
        absences.paste(
            "Namn\tFrå\tTil\tKode\nAnna\t02.06.2031\t\tFE\n"
            "Anne Sundlo\t02.06.2031\t03.06.2031\tpermisjon\n4\t2031-06-05\t\tFerie"
        )
        told = "Rad 2: «Anna» er korkje eit nummer eller eit namn i eininga. Dei andre radene er tekne inn."
        assert absences.trouble.text() == told
        assert made.document.unit.absences[len(known) :] == (
            Absence(employee="3", first=FIRST, last=date(2031, 6, 3), code="PERM"),
            Absence(employee="4", first=date(2031, 6, 5), last=date(2031, 6, 5), code="FE"),
        )
        absences.paste("4\t2031-06-05\t\tfe")  # known by now
        assert made.document.undo_stack.count() == 1
        absences.paste("\n".join(f"Anna {number}\t02.06.2031\t\tFE" for number in range(1, 7)))
        assert "Rad 4" in absences.trouble.text()
        assert "Rad 5" not in absences.trouble.text()
        assert absences.trouble.text().endswith("Og 2 rader til. Ingenting er teke inn.")
        assert made.document.undo_stack.count() == 1


def test_an_absence_is_changed_in_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        table = part_of(page).absences.table
        was = table.record(0).absence
        first, last = (table.records_model.index(0, column) for column in (1, 2))
        assert first.data(DATE_ROLE)
        assert last.data(DATE_ROLE)  # the cell's editor has a calendar
        assert not table.records_model.setData(last, "1.1.31")  # before it begins
        assert table.records_model.setData(last, f"{was.last + timedelta(days=1):%d.%m.%y}")
        assert replace(was, last=was.last + timedelta(days=1)) in made.document.unit.absences
        who = table.records_model.index(0, 0)
        assert not table.records_model.setData(who, "Ingen Her")
        assert table.records_model.setData(who, "4")
        assert table.record(0).absence.employee == "4"


def test_absences_taken_away_give_the_shifts_back(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        assert rollout_of(made).lost
        absences = part_of(page).absences
        absences.table.selectAll()
        absences.remove_button.click()
        assert made.document.unit.absences == ()
        assert rollout_of(made).lost == ()


def test_a_rota_changed_since_is_told_and_laid_out_again_with_what_was_decided(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        assert part._behind.isHidden()
        page.work.decide("x", {("5", FIRST): Cell(shift="A1")})
        row = today_of(made.document.file).row_of()["6"]
        cells = (row.cells[0], Cell(), *row.cells[2:])
        plan = today_of(made.document.file).with_rows({"6": replace(row, cells=cells)})
        made.document.apply_plan("endra", plan)
        assert not part._behind.isHidden()
        assert rollout_of(made).plan.row_of()["6"].cells[1].shift == "D1"
        part.form.go.click()
        assert rollout_of(made).plan.row_of()["6"].cells[1].shift is None
        assert rollout_of(made).plan.row_of()["5"].cells[0].shift == "A1"
        assert part._behind.isHidden()


def test_taking_back_asks_and_leaves_unit_and_rota_as_they_were(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = rolled_desk(tmp_path)
    unit, plans = made.document.file.unit, made.document.file.plans
    with in_front(made, BookingPage) as page:
        page.work.decide("x", {("5", FIRST): Cell(shift="A1")})
        asked = Asked(monkeypatch, "ui.ask.cancel", "ui.booking.roll.back_yes", where=rollout_part)
        part_of(page).form.back.click()
        assert rollout_of(made).decisions
        part_of(page).form.back.click()
        assert len(asked.headlines) == 2
        assert page.work.rollout is None
        assert (made.document.file.unit, made.document.file.plans) == (unit, plans)
        part_of(page).form.first.set_date(FIRST)  # rolled again, the decision is there once more
        part_of(page).form.week.setValue(1)
        part_of(page).form.weeks.setValue(2)
        part_of(page).form.go.click()
        assert rollout_of(made).plan.row_of()["5"].cells[0].shift == "A1"


def test_the_lists_of_changes_lead_to_the_dated_rota(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        changes = part_of(page).changes
        changes.tabs.setCurrentIndex(1)
        lost = changes.tables["lost"]
        # Kari's shifts of the first week: Monday, Thursday, Friday, Saturday, Sunday.
        assert [line.cells[0] for line in lost.records_model.records] == [
            *("mån 02.06.2031", "tor 05.06.2031", "fre 06.06.2031", "lau 07.06.2031", "søn 08.06.2031"),
        ]
        lost.show_row(1)
        changes.show_button.click()
        assert page.current.key == "dated"
        cells = page.current.grid.cells
        assert (cells.currentIndex().row(), cells.currentIndex().column()) == (0, 3)


def test_a_decision_is_listed_with_name_and_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    made.settings.set_word("user", "Marit")
    with in_front(made, BookingPage) as page:
        page.work.decide("x", {("5", FIRST): Cell(shift="A1")})
        changes = part_of(page).changes
        changes.tabs.setCurrentIndex(4)
        line = changes.tables["decisions"].record(0)
        assert line.cells[3].startswith("Marit ")
        changes.tables["decisions"].show_row(0)
        changes.undo_button.click()
        assert rollout_of(made).decisions == ()
        assert rollout_of(made).plan.row_of()["5"].cells[0].shift is None


def test_a_dated_rota_is_used_as_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    rolled = rollout_of(rolled_desk(tmp_path))
    made = desk(tmp_path, UnitFile(unit=rolled.unit, plans=(rolled.plan,)))
    with in_front(made, BookingPage) as page:
        form = part_of(page).form
        assert not form.first.isEnabled()
        assert "alt datert" in form.state.text()
        form.go.click()
        assert rollout_of(made).unit.start == FIRST
        rows = rollout_of(made).plan.row_of()
        assert all(rows[row.employee].cells == row.cells for row in rolled.plan.rows)


def test_open_shifts_stand_first_and_an_absence_tells_how_many_more(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        assert part.figures.count.text() == "5"  # Kari's of the first week
        lines = [entry.text() for entry in part.figures.findChildren(QLabel)]
        assert "Nokon har fråvær" in lines
        assert "0" not in lines
        findings = [line.cells[2] for line in part.changes.tables["findings"].records_model.records]
        assert not [words for words in findings if words.startswith("Minstebemanning")]
        part.absences.paste("3\t02.06.2031\t03.06.2031\tFerie\n4\t05.06.2031\t05.06.2031\tsick leave")
        assert [entry.code for entry in made.document.unit.absences[-2:]] == ["FE", "SJUK"]
        after = len(page.work.places)
        assert after > 5
        assert part.told.line.text() == f"2 fråvær lagde inn. Ledige vakter: 5 → {after}."
        assert part.figures.count.text() == str(after)
        part.told.undo.click()
        assert len(page.work.places) == 5
        part.figures.show_open.click()
        assert page.current.key == "open"


def test_a_shift_given_is_open_again_when_an_absence_comes_over_it_and_that_is_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        page.work.decide("x", {("5", FIRST): Cell(shift="A1")})
        part_of(page).absences.paste("5\t02.06.2031\t02.06.2031\tFE")
        words = part_of(page).told.line.text()
        assert words.endswith("Vakter som var gitt til Mohamed Aasgard, og er ledige att: 1.")


def test_a_shift_taken_over_from_a_vacant_line_is_one_line_and_taken_back_whole(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        row = rollout_of(made).plan.row_of()["2"]
        day = next(place for place, cell in enumerate(row.cells) if cell.works)
        on, code = FIRST + timedelta(days=day), row.cells[day].shift
        free = next(each.employee for each in rollout_of(made).plan.rows if not each.cells[day].works)
        page.work.decide("x", {(free, on): Cell(shift=code), ("2", on): Cell()})
        changes = part_of(page).changes
        changes.tabs.setCurrentIndex(4)
        (line,) = changes.tables["decisions"].records_model.records
        assert line.cells[2].endswith(f"→ {code} (frå Ola Myrvang)")
        changes.tables["decisions"].show_row(0)
        changes.undo_button.click()
        assert rollout_of(made).decisions == ()


def test_an_empty_list_is_a_sentence_and_no_table(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        changes = part_of(page).changes
        changes.tabs.setCurrentIndex(4)
        assert changes._nothing.isVisible()
        assert not changes.tables["decisions"].isVisible()


def test_each_absence_is_offered_once_in_each_written_language() -> None:
    set_language(Language.BOKMAL)
    norwegian = offered_codes()
    set_language(Language.NYNORSK)
    assert norwegian == ("FE", "PERM", "SYK", "EGM")
    assert offered_codes() == ("FE", "PERM", "SJUK", "EGM")
    assert [code_meant(typed) for typed in ("ferie", "Sykefravær", "SYK", "kurs")] == [
        *("FE", "SJUK", "SYK", "KURS"),
    ]
