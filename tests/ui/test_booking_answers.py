"""The booking page: answers read from files and text, taken in as one step, and written down for somebody."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from heiltid.booking.answers.receiving import State
from heiltid.booking.answers.sending import ListWish, answers_of, new_list
from heiltid.booking.answers.tokens import personal_code, token
from heiltid.exchange.booking.answer_json import written_answer
from heiltid.model import UnitFile
from heiltid.model.asking import Booking, Channel, Choice, Willingness
from tests.ui.booking_desk import rolled_file
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from tests.ui.standins import Asked
from ui import refused_rows
from ui.commands.files import FileCommands
from ui.pages.booking import BookingPage, answers_part
from ui.pages.booking.answers_part import AnswersPart
from ui.pages.booking.work import Work
from ui.pages.booking.write_down import WriteDown

MADE = datetime.now().replace(microsecond=0) - timedelta(hours=3)
GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO


def sent_file(hours_to_answer: int = 48) -> UnitFile:
    """The small ward laid out, with a list of its five open shifts out since three hours."""
    file = rolled_file()
    assert file.booking is not None
    sent = new_list(file.booking, ListWish(), deadline=MADE + timedelta(hours=hours_to_answer), at=MADE)
    return replace(file, booking=file.booking.with_list(sent))


def booking_of(page: BookingPage) -> Booking:
    found = page.work.booking
    assert found is not None
    return found


def code_of(page: BookingPage, employee: str) -> str:
    booking = booking_of(page)
    (sent,) = booking.lists
    return personal_code(sent.code, token(booking.secret, sent.code, employee, sent.deadline))


def answer_file(page: BookingPage, folder: Path, employee: str, choices: str, minutes_ago: int) -> Path:
    """A file as the page saves it: "1g 4c" is place 1 gladly, place 4 can."""
    booking = booking_of(page)
    (sent,) = booking.lists
    whole = token(booking.secret, sent.code, employee, sent.deadline)
    letters = {"g": GLADLY, "c": CAN, "n": NO}
    made = tuple(Choice(place=int(each[:-1]), willingness=letters[each[-1]]) for each in choices.split())
    given = datetime.now() - timedelta(minutes=minutes_ago)
    path = folder / f"heiltid-{personal_code(sent.code, whole)}-{minutes_ago}.json"
    path.write_text(written_answer(sent.code, whole, made, given_at=given), encoding="utf-8")
    return path


def answers(page: BookingPage) -> AnswersPart:
    page.show_part("answers")
    found = page.current
    assert isinstance(found, AnswersPart)
    return found


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[BookingPage]:
    with in_front(desk(tmp_path, sent_file()), BookingPage) as shown:
        yield shown


def read(page: BookingPage, qtbot: QtBot, *paths: Path) -> None:
    part = answers(page)
    part.read_files(list(paths))
    qtbot.waitUntil(lambda: not part._reading.isActive())


def test_files_become_a_preview_and_then_one_step(page: BookingPage, qtbot: QtBot, tmp_path: Path) -> None:
    part = answers(page)
    # Monday's A1 is place 1, Saturday's D1 place 4; 2 Ola and 6 Bjørg may take both.
    older = answer_file(page, tmp_path, "2", "1c", 90)
    newer = answer_file(page, tmp_path, "2", "1n 4g", 30)
    broken = tmp_path / "bilete.json"
    broken.write_bytes(b"\x89PNG")
    read(page, qtbot, newer, older, broken)
    states = [None if line.state is None else line.state for line in part.reads.records_model.records]
    assert states == [State.NEW, State.OLDER, None]
    assert booking_of(page).answers == ()
    part.card.take.click()
    assert answers_of(booking_of(page), booking_of(page).lists[0].code)["2"].choices == (
        Choice(place=1, willingness=NO),
        Choice(place=4, willingness=GLADLY),
    )
    assert page.document.undo_stack.count() == 1
    assert [line.state for line in part.reads.records_model.records] == [None]  # what was refused is left
    page.document.undo_stack.undo()
    assert booking_of(page).answers == ()


def test_the_same_file_again_changes_nothing(page: BookingPage, qtbot: QtBot, tmp_path: Path) -> None:
    part = answers(page)
    path = answer_file(page, tmp_path, "6", "1g", 30)
    read(page, qtbot, path)
    part.card.take.click()
    read(page, qtbot, path)
    assert not part.card.take.isEnabled()
    assert page.document.undo_stack.count() == 1


def test_text_that_is_pasted_is_read(page: BookingPage) -> None:
    part = answers(page)
    part.card.text.setPlainText(f"Hei!\n{code_of(page, '6')}: 1 gjerne, 4 kan\nHelsing Bjørg")
    part.card.read.click()
    assert part.card.text.toPlainText() == ""
    assert "Bjørg Nilshaug" in part.reads.record(0).who
    part.card.take.click()
    (answer,) = booking_of(page).answers
    assert answer.channel is Channel.TYPED
    assert [(choice.place, choice.willingness) for choice in answer.choices] == [(1, GLADLY), (4, CAN)]


def test_a_folder_that_is_dropped_is_read(page: BookingPage, qtbot: QtBot, tmp_path: Path) -> None:
    part = answers(page)
    folder = tmp_path / "svar"
    folder.mkdir()
    answer_file(page, folder, "2", "1g", 30)
    answer_file(page, folder, "6", "1c", 30)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    part.card.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: not part._reading.isActive())
    assert len(part.preview.taken) == 2


def test_a_late_answer_is_taken_only_when_the_leader_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(desk(tmp_path, sent_file(hours_to_answer=1)), BookingPage) as page:
        part = answers(page)
        read(page, qtbot, answer_file(page, tmp_path, "2", "1g", 30))  # the deadline was two hours ago
        assert part.reads.record(0).state is State.LATE
        assert not part.card.take.isEnabled()
        part.card.late.setChecked(True)
        part.card.take.click()
        assert len(booking_of(page).answers) == 1


def test_refused_rows_are_given_back_as_a_workbook(
    page: BookingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = answers(page)
    out = tmp_path / "att.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    part.read_text("AAAA-12345678: 3 gjerne")
    part.card.refused.click()
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert sheet.max_row == 2


def test_refused_rows_are_not_left_without_a_question_and_outlive_the_window(
    page: BookingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, commands = answers(page), FileCommands(page.desk, page)
    assert commands.may_leave()
    part.read_text(f"{code_of(page, '2')}: 1 gjerne, 9 kan")
    part.card.take.click()
    page.document.mark_saved()
    assert "Lagre det om du treng det." in part.card.state.text()
    anew = AnswersPart(Work(page.desk), part.standings)  # another language, another theme
    anew.refresh()
    assert [line.said for line in anew.reads.records_model.records] == ["9 kan"]
    anew.deleteLater()
    cancel, leave, save = "ui.ask.cancel", "ui.booking.answers.leave_refused", "ui.booking.answers.refused"
    asked = Asked(monkeypatch, cancel, leave, save, save, where=refused_rows)
    assert [commands.may_leave(), commands.may_leave()] == [False, True]
    assert asked.headlines[0] == "Svar som ikkje blei tekne imot: 1"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert not commands.may_leave()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "att.xlsx"), ""))
    assert commands.may_leave()
    assert openpyxl.load_workbook(tmp_path / "att.xlsx").worksheets[0]["C2"].value == "9 kan"
    part.card.refused.click()
    assert commands.may_leave()  # saved: nobody asks
    assert "Lagre det" not in part.card.state.text()
    part.read_text("AAAA-12345678: 3 gjerne")
    part.card.empty.click()
    assert commands.may_leave()  # put away


def test_what_came_too_late_is_still_there_when_the_rest_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(desk(tmp_path, sent_file(hours_to_answer=1)), BookingPage) as page:
        part = answers(page)
        read(page, qtbot, answer_file(page, tmp_path, "2", "1g", 30))
        read(page, qtbot, answer_file(page, tmp_path, "4", "2g", 200))
        part.card.take.click()
        assert [answer.employee for answer in booking_of(page).answers] == ["4"]
        part.card.late.setChecked(True)
        part.card.take.click()
        assert [answer.employee for answer in booking_of(page).answers] == ["2", "4"]


def test_what_was_read_is_put_away_with_another_unit(page: BookingPage) -> None:
    part = answers(page)
    part.read_text("AAAA-12345678: 3 gjerne")
    assert part.reads.records_model.records
    page.document.load(sent_file())
    assert part.reads.records_model.records == ()


def test_who_has_not_answered_stands_first(page: BookingPage) -> None:
    part = answers(page)
    part.read_text(f"{code_of(page, '2')}: 1 gjerne")
    part.card.take.click()
    lines = part.people.records_model.records
    assert [line.employee for line in lines] == ["3", "4", "6", "2"]
    assert part._count.text() == "Har ikkje svart: 3 av 4"


def test_an_answer_is_written_down_and_no_import_replaces_it(
    page: BookingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = answers(page)

    def said(dialog: WriteDown) -> int:
        dialog.table.selectAll()
        dialog._mark_gladly()
        dialog.most.setValue(8)
        return 1

    monkeypatch.setattr(WriteDown, "exec", said)
    place = [line.employee for line in part.people.records_model.records].index("6")
    part.people.show_row(place)
    part.write.click()
    settle()
    (answer,) = booking_of(page).answers
    assert (answer.employee, answer.channel, answer.most_minutes) == ("6", Channel.LEADER, 480)
    assert {choice.willingness for choice in answer.choices} == {GLADLY}
    read(page, qtbot, answer_file(page, tmp_path, "6", "1n", 0))
    assert part.reads.record(0).state is State.LEADER
    part.card.take.click()
    code = booking_of(page).lists[0].code
    assert answers_of(booking_of(page), code)["6"] == answer
    part.people.show_row([line.employee for line in part.people.records_model.records].index("6"))
    part.cross_out.click()  # now her own counts
    assert answers_of(booking_of(page), code)["6"].channel is Channel.PAGE


def test_writing_down_begins_with_what_is_known_and_refuses_other_words(
    page: BookingPage, qtbot: QtBot
) -> None:
    booking = booking_of(page)
    (sent,) = booking.lists
    offer = sent.offer_of("6")
    assert offer is not None
    dialog = WriteDown("Bjørg", sent, offer, None)
    qtbot.addWidget(dialog)
    assert not dialog.keep.isEnabled()
    model = dialog.table.records_model
    answer_column = len(model.columns) - 1
    with qtbot.waitSignal(model.refused) as refused:
        model.write(0, answer_column, "kanskje", model.records[0])
    assert "Vil gjerne" in refused.args[2]
    model.write(0, answer_column, "kan", model.records[0])
    assert [choice.willingness for choice in dialog.choices] == [CAN]
    assert dialog.most_minutes is None
    assert dialog.keep.isEnabled()


def test_a_file_our_own_fault_keeps_from_being_read_is_tried_once_and_told(
    page: BookingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    faults: list[type[BaseException]] = []

    def broken() -> object:
        tried.append("x")
        raise ImportError("half of an update")

    monkeypatch.setattr(answers_part, "answer_readers", broken)
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: faults.append(kind))
    paths = [answer_file(page, tmp_path, employee, "1g", 30) for employee in ("2", "6")]
    read(page, qtbot, *paths)
    settle()
    part = answers(page)
    assert (len(tried), faults) == (2, [ImportError, ImportError])
    assert {line.where for line in part.reads.records_model.records} == {path.name for path in paths}
    assert "Les filer" not in part.card.state.text()


def test_an_answer_written_down_is_for_the_shifts_selected_and_can_be_cleared(
    page: BookingPage, qtbot: QtBot
) -> None:
    (sent,) = booking_of(page).lists
    offer = sent.offer_of("6")
    assert offer is not None
    dialog = WriteDown("Bjørg", sent, offer, None)
    qtbot.addWidget(dialog)
    dialog._mark_can()
    assert dialog.choices == ()
    assert "Merk først" in dialog._trouble.text()
    numbers = [standing.place for standing in offer.offered]
    assert [
        dialog.table.records_model.columns[0].shown(line) for line in dialog.table.records_model.records
    ] == [str(number) for number in numbers]
    dialog.table.show_row(0)
    dialog.table.select_also(1)
    dialog._mark_can()
    assert dialog._trouble.isHidden()
    assert [(each.place, each.willingness) for each in dialog.choices] == [
        (numbers[0], CAN),
        (numbers[1], CAN),
    ]
    dialog.table.show_row(0)
    dialog._clear()
    assert [each.place for each in dialog.choices] == [numbers[1]]
