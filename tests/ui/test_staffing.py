"""The page of staffing: what dragging makes of the demand, which days there are, pictures, table, figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import WEEKDAYS, WEEKEND, demand, unit
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import ALL_WEEKDAYS, DaySelector, DemandRow, RotaKind, Unit, UnitFile
from tests.ui.desk import desk
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.pages.staffing import StaffingPage
from ui.pages.staffing import page as staffing_page
from ui.pages.staffing.changes import Part, dragged, snapped
from ui.pages.staffing.days import other_views, workday_views
from ui.pages.staffing.picture import DayPicture
from ui.pages.staffing.table import COMPETENCE, DAYS, FROM, LEAST, MOST, SHIFT, TARGET, TO
from ui.settings import Settings

DAY = demand(WEEKDAYS, "07:30-15:00", 6, target=7, maximum=8)
EVENING = demand(WEEKDAYS, "15:00-22:00", 5)
NIGHT = demand(ALL_WEEKDAYS, "22:00-07:30", 2)
NURSE = demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")
WEEKEND_DAY = demand(WEEKEND, "07:30-22:00", 4)
BY_CODE = DemandRow(days=DaySelector(weekdays=WEEKDAYS), shift="D1", minimum=1, target=1)
WARD = unit(demand=(DAY, EVENING, NIGHT, NURSE, WEEKEND_DAY))
DAY_PLACE, EVENING_PLACE, NIGHT_PLACE, NURSE_PLACE = range(4)


def shown(qtbot: QtBot, folder: Path, ward: Unit = WARD) -> StaffingPage:
    document = Document(UnitFile(unit=ward))
    settings = Settings(folder)
    page = StaffingPage(Desk(document, Files(document, settings), settings, ()))
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.shown()
    return page


def rows(page: StaffingPage) -> tuple[DemandRow, ...]:
    return page.document.unit.demand


# -- dragging ---------------------------------------------------------------------------------------


def test_an_edge_takes_the_edge_it_meets_along() -> None:
    changed = dragged(WARD.demand, DAY_PLACE, Part.END, 16 * 60)
    assert (changed[DAY_PLACE].end_minute, changed[EVENING_PLACE].start_minute) == (960, 960)
    # The night is of other days, so 22:00 moves for the evening alone.
    changed = dragged(WARD.demand, EVENING_PLACE, Part.END, 21 * 60)
    assert (changed[EVENING_PLACE].end_minute, changed[NIGHT_PLACE].start_minute) == (1260, 1320)
    # The nurse is another need, so the day's start moves alone.
    changed = dragged(WARD.demand, DAY_PLACE, Part.START, 8 * 60)
    assert (changed[DAY_PLACE].start_minute, changed[NURSE_PLACE].start_minute) == (480, 450)


@pytest.mark.parametrize(
    ("place", "part", "value", "becomes"),
    [
        (DAY_PLACE, Part.START, 23 * 60, 885),  # a quarter before its end at 15:00 is left
        (DAY_PLACE, Part.START, -90, 0),
        (DAY_PLACE, Part.END, 60, 465),  # a quarter after its start at 07:30 is left
        (DAY_PLACE, Part.END, 30 * 60, 1305),  # a quarter of the evening is left
        (NIGHT_PLACE, Part.START, 25 * 60, 1425),  # a row begins on its own day
        (NIGHT_PLACE, Part.END, 50 * 60, 1320 + 1440),  # and lasts a day at most
    ],
)
def test_an_edge_stays_where_a_row_can_be(place: int, part: Part, value: int, becomes: int) -> None:
    row = dragged(WARD.demand, place, part, value)[place]
    assert (row.start_minute if part is Part.START else row.end_minute) == becomes


def test_the_top_is_a_number_of_people_within_the_limits() -> None:
    def people(place: int, part: Part, value: int) -> tuple[int, int]:
        row = dragged(WARD.demand, place, part, value)[place]
        return row.minimum, row.target

    assert people(DAY_PLACE, Part.LEAST, 4) == (4, 7)
    assert people(DAY_PLACE, Part.LEAST, 20) == (8, 8)  # most is 8; the target never lies below the least
    assert people(DAY_PLACE, Part.TARGET, 3) == (6, 6)
    assert people(DAY_PLACE, Part.TARGET, 20) == (6, 8)
    assert people(EVENING_PLACE, Part.LEAST, 3) == (3, 3)  # the same before, the same after
    assert people(EVENING_PLACE, Part.LEAST, -2) == (0, 0)


def test_a_row_by_code_keeps_the_times_of_its_shift() -> None:
    assert dragged((BY_CODE,), 0, Part.END, 1000) == (BY_CODE,)
    assert dragged((BY_CODE,), 0, Part.LEAST, 3)[0].minimum == 3


def test_times_snap_to_quarters() -> None:
    assert [snapped(minute) for minute in (450, 457, 458, 465.2)] == [450, 450, 465, 465]


# -- days -------------------------------------------------------------------------------------------


def test_days_staffed_alike_share_a_picture() -> None:
    assert [view.title for view in workday_views(WARD)] == ["Måndag–fredag"]
    assert [view.title for view in other_views(WARD)] == ["Laurdag og søndag"]
    friday = demand(frozenset({4}), "12:00-15:00", 1)
    sunday = demand(frozenset({6}), "12:00-15:00", 1)
    parted = replace(WARD, demand=(*WARD.demand, friday, sunday))
    assert [view.title for view in workday_views(parted)] == ["Måndag–torsdag", "Fredag"]
    assert [view.title for view in other_views(parted)] == ["Laurdag", "Søndag"]
    assert 5 in workday_views(parted)[1].rows
    assert 5 not in workday_views(parted)[0].rows


def test_red_days_and_dates_have_pictures_of_their_own() -> None:
    red = replace(WEEKEND_DAY, days=DaySelector(red=True), minimum=3, target=3)
    dated = replace(WEEKEND_DAY, days=DaySelector(dates=frozenset({date(2027, 1, 6)})))
    views = other_views(replace(WARD, kind=RotaKind.DATED, demand=(*WARD.demand, red, dated)))
    assert [view.title for view in views] == ["Laurdag og søndag", "Raude dagar", "06.01.2027"]
    # On a red day the red row replaces Sunday's; the night overlaps neither 07:30 nor 22:00 and stays.
    assert views[1].rows == (NIGHT_PLACE, 5)
    # On 6 January, a Wednesday, the row of the date replaces the day and the evening, not the nurse.
    assert views[2].rows == (NIGHT_PLACE, NURSE_PLACE, 6)


# -- the pictures -----------------------------------------------------------------------------------


def middle(picture: DayPicture, place: int, *, top: bool = False, right: bool = False) -> QPoint:
    bar = next(bar for bar in picture.bars() if bar.place == place)
    area = bar.least
    x = area.right() - 2 if right else area.center().x()
    y = area.top() if top else area.center().y()
    return QPoint(round(x), round(y))


def test_a_drag_is_one_step_of_undo(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    picture, stack = page.workdays.picture, page.document.undo_stack
    at = middle(picture, EVENING_PLACE, top=True)
    one = (middle(picture, EVENING_PLACE).y() - at.y()) * 2 / 5  # five people high: pixels for each
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=at)
    for people in (1, 2):
        qtbot.mouseMove(picture, QPoint(at.x(), round(at.y() + people * one)))
    assert picture.demand[EVENING_PLACE].minimum == 3
    assert rows(page)[EVENING_PLACE].minimum == 5  # nothing is done before it is let go
    hours_meanwhile = page.meaning.values["hours"].text()
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), round(at.y() + 2 * one)))
    assert (rows(page)[EVENING_PLACE].minimum, rows(page)[EVENING_PLACE].target) == (3, 3)
    assert stack.count() == 1
    assert page.meaning.values["hours"].text() == hours_meanwhile
    stack.undo()
    assert rows(page) == WARD.demand


def test_an_edge_is_dragged_in_quarters(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    picture = page.workdays.picture
    at = middle(picture, NURSE_PLACE, top=True)
    bar = next(bar for bar in picture.bars() if bar.place == NURSE_PLACE)
    at.setX(round(bar.least.right()))
    hour = bar.least.width() / 7.5
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(picture, QPoint(round(at.x() + 2 * hour), at.y()))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=at)
    assert rows(page)[NURSE_PLACE].end_minute == 17 * 60


def test_escape_lets_a_drag_be(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    picture = page.workdays.picture
    at = middle(picture, DAY_PLACE, top=True)
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(picture, QPoint(at.x(), at.y() + 60))
    assert picture.demand != WARD.demand
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=at)
    assert rows(page) == WARD.demand
    assert page.document.undo_stack.count() == 0


def test_the_keyboard_goes_from_bar_to_bar_and_moves_them(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    picture = page.workdays.picture
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture.marked_row == DAY_PLACE  # day and nurse begin together, then evening and night
    assert picture.accessibleDescription().startswith("Mån–fre 07:30–15:00")
    seen = [picture.marked_row]
    while len(seen) < 4 and picture.focusNextPrevChild(True):
        seen.append(picture.marked_row)
    assert seen == [DAY_PLACE, NURSE_PLACE, EVENING_PLACE, NIGHT_PLACE]
    qtbot.keyClick(picture, Qt.Key.Key_Up)
    assert rows(page)[NIGHT_PLACE].minimum == 3
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    assert rows(page)[NIGHT_PLACE].end_minute == 1440 + 450 - 15
    qtbot.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert rows(page)[NIGHT_PLACE].start_minute == 1320 + 15
    qtbot.keyClick(picture, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (rows(page)[NIGHT_PLACE].minimum, rows(page)[NIGHT_PLACE].target) == (3, 4)
    assert page.document.undo_stack.count() == 4


def test_bar_and_row_follow_one_another(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    qtbot.mouseClick(page.workdays.picture, Qt.MouseButton.LeftButton, pos=middle(page.workdays.picture, 1))
    assert page.table.current_row() == EVENING_PLACE
    page.table.show_row(NIGHT_PLACE)
    assert page.workdays.picture.marked_row == page.others.picture.marked_row == NIGHT_PLACE
    page.table.show_row(4)
    assert (page.workdays.picture.marked_row, page.others.picture.marked_row) == (-1, 4)


# -- the table --------------------------------------------------------------------------------------


def typed(page: StaffingPage, place: int, column: int, text: str) -> str:
    """Type into a cell; the sentence that says why not."""
    said: list[str] = []
    model = page.table.records_model
    model.refused.connect(lambda row, column, why: said.append(why))
    model.write(place, column, text, model.records[place])
    return said[0] if said else ""


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        (DAYS, "lør, søn", "days", DaySelector(weekdays=WEEKEND)),
        (FROM, "8", "start_minute", 480),
        (TO, "06:00", "end_minute", 1800),  # before its start: the next day
        (COMPETENCE, "sykepleier", "competence", "nurse"),
        (LEAST, "3", "minimum", 3),
        (TARGET, "9", "target", 9),
        (MOST, "6", "maximum", 6),
        (SHIFT, "a1", "shift", "A1"),
    ],
)
def test_every_column_is_typed_in(
    qtbot: QtBot, tmp_path: Path, column: int, text: str, field: str, value: object
) -> None:
    page = shown(qtbot, tmp_path)
    assert typed(page, EVENING_PLACE, column, text) == ""
    assert getattr(rows(page)[EVENING_PLACE], field) == value


@pytest.mark.parametrize(
    ("column", "text", "part"),
    [
        (DAYS, "nødag", "skal vere dagar"),
        (FROM, "25:00", "klokkeslett"),
        (COMPETENCE, "trollmann", "kompetansen «trollmann» er ukjend"),
        (LEAST, "-1", "heilt tal"),
        (TARGET, "5", "ikkje vere under 6"),
        (MOST, "6", "ikkje vere under 7"),
        (SHIFT, "X9", "finst ikkje"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    qtbot: QtBot, tmp_path: Path, column: int, text: str, part: str
) -> None:
    page = shown(qtbot, tmp_path)
    assert part in typed(page, DAY_PLACE, column, text).replace("Kompetansen", "kompetansen")
    assert rows(page) == WARD.demand


LONG_ROW = DemandRow(days=DaySelector(weekdays=WEEKEND), shift="L1", minimum=1, target=1)  # 07:30-20:00


def test_a_row_by_code_shows_the_times_of_its_shift_in_grey(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(WARD, demand=(DAY, LONG_ROW)))
    columns, lines = page.table.records_model.columns, page.table.records_model.records
    assert [columns[place].shown(lines[1]) for place in (FROM, TO)] == ["07:30", "20:00"]
    looks = [columns[place].look for place in (FROM, TO)]
    assert [[look(line) for line in lines] for look in looks if look] == [["", "muted"], ["", "muted"]]
    assert typed(page, 1, SHIFT, "L2") == ""
    assert [columns[place].shown(page.table.record(1)) for place in (FROM, TO)] == ["09:30", "22:00"]


def test_a_code_takes_the_place_of_times_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    typed(page, NIGHT_PLACE, SHIFT, "N1")
    assert (rows(page)[NIGHT_PLACE].start_minute, rows(page)[NIGHT_PLACE].end_minute) == (None, None)
    typed(page, NIGHT_PLACE, SHIFT, "")
    # N1 is 21:45-07:45.
    assert (rows(page)[NIGHT_PLACE].start_minute, rows(page)[NIGHT_PLACE].end_minute) == (1305, 1905)


def test_rows_are_added_and_deleted(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(WARD, demand=()))
    page.add_row()
    # As the first shift, D1, on ordinary weekdays.
    assert rows(page) == (demand(WEEKDAYS, "07:30-15:00", 1),)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert rows(page) == ()
    page.document.undo_stack.undo()
    assert len(rows(page)) == 1


def test_a_new_row_is_an_ordinary_one_and_a_copy_says_it_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.table.show_row(NIGHT_PLACE)
    page.add_row()
    assert rows(page)[-1] == demand(WEEKDAYS, "07:30-15:00", 1)
    page.table.show_row(NIGHT_PLACE)
    page.findChild(QPushButton, "staffing_copy").click()
    assert rows(page)[-1] == NIGHT


def test_the_days_of_the_table_can_all_be_picked(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    offered = page.table.records_model.columns[DAYS].choices
    assert offered is not None
    assert list(offered()) == ["alle dagar", "alle, òg raude", "mån–fre", "lau, søn", "raude dagar"]


def test_nine_rows_ask_for_no_scrolling_sideways(qtbot: QtBot, tmp_path: Path) -> None:
    ward = UnitFile(unit=replace(WARD, demand=(DAY, EVENING, *(NURSE,) * 7)))
    page = StaffingPage(desk(tmp_path, ward))  # with the style sheet: scroll bars are narrower
    qtbot.addWidget(page)
    page.resize(1158, 654)  # what a window of 1366 x 768 leaves
    page.show()
    page.shown()
    qtbot.wait(10)
    assert page.table.verticalScrollBar().maximum() > 0
    assert page.table.horizontalScrollBar().maximum() == 0


def test_red_days_begin_as_sundays(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, tmp_path, replace(WARD, kind=RotaKind.DATED))
    monkeypatch.setattr(staffing_page, "choose", lambda *asked: "ui.ask.cancel")
    page.red_days()
    assert rows(page) == WARD.demand
    monkeypatch.setattr(staffing_page, "choose", lambda *asked: asked[2][0])
    page.red_days()
    red = DaySelector(red=True)
    assert rows(page)[5:] == (replace(NIGHT, days=red), replace(WEEKEND_DAY, days=red))
    assert page.others.view.title == "Raude dagar"
    page.red_days()  # once more: they are only shown
    assert len(rows(page)) == 7


def test_a_date_begins_as_its_weekday(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, tmp_path)
    monkeypatch.setattr(staffing_page.DateDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    page.add_date()  # the rota's first day is proposed: Monday 4 January
    days = DaySelector(dates=frozenset({date(2027, 1, 4)}))
    assert rows(page)[5:] == tuple(replace(row, days=days) for row in (DAY, EVENING, NIGHT, NURSE))
    assert page.others.view.title == "04.01.2027"
    assert page.table.current_row() == 5


def test_a_unit_with_nothing_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, unit(shifts=(), demand=(), employees=()))
    assert page.meaning.sentence.text().startswith("Legg inn")
    assert page.workdays.picture.bars() == ()
    assert page.workdays.picture.grab().width() > 0
    assert page.workdays.picture.table_text().startswith("Dagar\tFrå")


def test_a_column_that_stretches_stays_readable_in_a_narrow_window(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.resize(1300, 640)
    wide = page.table.columnWidth(COMPETENCE)
    page.table.resize(300, 200)
    narrow = page.table.columnWidth(COMPETENCE)
    assert wide > narrow == page.table.records_model.columns[COMPETENCE].least_width


def test_the_figures_agree_with_the_sentence_below(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    card = page.meaning
    assert card.values["fte"].text() in card.sentence.text()
