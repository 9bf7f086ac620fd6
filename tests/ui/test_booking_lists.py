"""The booking page: lists made, written to a folder, withdrawn; and the settings that go with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.model.asking import Booking, BookingSettings
from tests.ui.booking_desk import FIRST, rolled_desk
from tests.ui.desk import in_front
from tests.ui.standins import Asked, Told
from ui.desk import Desk
from ui.pages.booking import BookingPage, lists_part
from ui.pages.booking.lists_part import ListsPart


def booking_of(made: Desk) -> Booking:
    found = made.document.file.booking
    assert found is not None
    return found


def lists(page: BookingPage) -> ListsPart:
    page.show_part("lists")
    found = page.current
    assert isinstance(found, ListsPart)
    return found


def make(page: BookingPage, qtbot: QtBot) -> None:
    part = lists(page)
    part.make.click()
    qtbot.waitUntil(lambda: part._asked is None)


def test_a_list_is_made_as_it_would_be_without_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    before = made.document.file
    with in_front(made, BookingPage) as page:
        make(page, qtbot)
        (sent,) = booking_of(made).lists
        assert sent.deadline.date() == date.today() + timedelta(days=7)
        assert sent.deadline.time() == time(12)
        same = new_list(
            booking_of(rolled_desk(tmp_path)), ListWish(), deadline=sent.deadline, at=sent.made_at
        )
        assert replace(same, code=sent.code) == sent
        assert len(sent.places) == 5
        (line,) = page.current.lists.table.records_model.records
        assert (line.sent, line.asked, line.answered, line.state) == (sent, 4, 0, "ventar på svar")
        assert made.document.undo_stack.count() == 1
        made.document.undo_stack.undo()
        assert made.document.file == before


def test_a_list_has_the_shifts_and_people_that_were_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = lists(page)
        part.filter.until.set_date(FIRST + timedelta(days=3))
        part.people.ask(["2", "6"])
        make(page, qtbot)
        (sent,) = booking_of(made).lists
        assert [place.on.day for place in sent.places] == [2, 5]
        assert [offer.employee for offer in sent.offers] == ["2", "6"]


def test_the_shifts_of_a_list_that_waits_are_on_no_other(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        make(page, qtbot)
        make(page, qtbot)
        assert len(booking_of(made).lists) == 1
        assert page.current._state.text() != ""


def test_a_list_for_nobody_or_without_a_deadline_cannot_be_made(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        part = lists(page)
        assert part.make.isEnabled()
        part.people.ask([])
        assert not part.make.isEnabled()
        assert "minst éin" in part._state.text()
        part.people.ask(["2"])
        assert part.make.isEnabled()
        part.deadline.setText("snart")
        assert not part.make.isEnabled()


def test_a_list_is_written_to_a_folder_in_the_language_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = rolled_desk(tmp_path)
    out = tmp_path / "ut"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    with in_front(made, BookingPage) as page:
        make(page, qtbot)
        count = made.document.undo_stack.count()
        card = page.current.lists
        card.language.setCurrentIndex(2)  # English
        card.write.click()
        (folder,) = out.iterdir()
        assert folder.name.startswith("Extra shifts ")
        assert page.current.told.links.isVisible()
        assert f"«ut/{folder.name}»" in page.current.told.line.text()
        names = sorted(path.suffix for path in folder.iterdir())
        assert names == [".html"] * 4 + [".xlsx"] * 6  # four people, one for all, and which is whose
        assert made.document.undo_stack.count() == count


def test_a_folder_that_cannot_be_written_to_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "fil"
    blocked.write_text("x")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(blocked))
    told = Told(monkeypatch, lists_part)
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        make(page, qtbot)
        page.current.lists.write.click()
        assert len(told.said) == 1
        assert "fil" in told.said[0]


def test_a_list_withdrawn_leaves_its_shifts_to_the_next(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        make(page, qtbot)
        (first,) = booking_of(made).lists
        asked = Asked(monkeypatch, "ui.ask.cancel", "ui.booking.lists.withdraw_yes", where=lists_part)
        page.current.lists.withdraw.click()
        assert booking_of(made).lists == (first,)
        page.current.lists.withdraw.click()
        assert len(asked.headlines) == 2
        assert booking_of(made).lists == ()
        make(page, qtbot)
        assert booking_of(made).lists[0].places == first.places


def test_settings_are_kept_in_the_unit_one_step_each(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        card = lists(page).settings
        card.answers_to.setText("leiar@example.no")
        card.answers_to.editingFinished.emit()
        card.ring.setText("Avdeling 3,  Nattlaget , Avdeling 3")
        card.ring.editingFinished.emit()
        card.most.setValue(0)
        card.overtime.click()
        assert booking_of(made).settings == BookingSettings(
            answers_to="leiar@example.no",
            ring=("Avdeling 3", "Nattlaget"),
            most_shifts_in_four_weeks=None,
            allows_overtime=True,
        )
        assert made.document.undo_stack.count() == 4
        made.document.undo_stack.undo()
        assert not card.overtime.isChecked()


def test_a_list_that_was_left_is_not_made_behind_the_leaders_back(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = lists(page)
        part._asked = part.wish()
        page.show_part("open")
        qtbot.waitUntil(lambda: not page.standings.is_asking)
        assert booking_of(made).lists == ()


def test_help_is_that_of_the_step_in_front(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        assert page.help_name == "booking"
        page.show_part("lists")
        assert page.help_name == "booking_lists"
        page.show_part("open")
        assert page.help_name == "booking"


def test_the_ring_is_told_where_lists_are_made_and_a_second_list_can_go_out_with_the_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = lists(page)
        assert part.ring.isHidden()
        assert part.again.isHidden()
        part.settings.ring.setText("Nordlia, Heimetenesta")
        part.settings.ring.editingFinished.emit()
        assert part.ring.isVisible()
        assert "eiga eining → Nordlia → Heimetenesta." in part.ring.text()
        make(page, qtbot)
        assert part.again.isVisible()
        make(page, qtbot)  # everything stands on the first list
        assert len(booking_of(made).lists) == 1
        part.again.click()
        make(page, qtbot)
        first, second = booking_of(made).lists
        assert [place.on for place in second.places] == [place.on for place in first.places]
