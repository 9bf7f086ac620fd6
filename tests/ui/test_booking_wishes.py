"""Wishes from home in the window: asked, written out, answered, and taken over as the leader chooses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog

from heiltid.booking.answers.tokens import personal_code, token
from heiltid.booking.wishing.rounds import people_to_ask
from heiltid.booking.wishing.taking_over import TakenPart
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.model import Unit
from heiltid.model.asking import Booking, WishRound
from tests.ui.booking_desk import small_desk
from tests.ui.desk import in_front
from tests.ui.standins import Asked, Told
from ui.desk import Desk
from ui.pages.booking import BookingPage, wishes_part
from ui.pages.booking.answers_part import AnswersPart
from ui.pages.booking.wishes_part import WishesPart
from ui.pages.wishes.page import WishesPage
from ui.places import BookingStep

pytestmark = pytest.mark.usefixtures("qtbot")


def part_of(page: BookingPage) -> WishesPart:
    page.show_part("wishes")
    found = page.current
    assert isinstance(found, WishesPart)
    return found


def booking_of(made: Desk) -> Booking:
    found = made.document.file.booking
    assert found is not None
    return found


def answer(page: BookingPage, made: Desk, number: str, text: str) -> None:
    """What somebody wrote, by way of the window's own import."""
    booking = booking_of(made)
    asked = booking.wish_rounds[-1]
    code = personal_code(asked.code, token(booking.secret, asked.code, number, asked.deadline))
    page.show_part("answers")
    found = page.current
    assert isinstance(found, AnswersPart)
    found.read_text(f"{code}: {text}")
    assert found.preview.taken_count == 1
    found.take()


def asked_round(part: WishesPart, made: Desk) -> WishRound:
    part.asking.make.click()
    return booking_of(made).wish_rounds[-1]


def tick(part: WishesPart, which: TakenPart) -> QCheckBox:
    return part.answers.ticks[which]


def shown(part: WishesPart, number: str) -> dict[str, str]:
    """A person's line as it is read."""
    table = part.answers.table.records_model
    line = next(line for line in table.records if line.employee == number)
    return {column.key: column.shown(line) for column in table.columns}


def test_a_round_is_made_without_a_roll_out_and_undone(tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    before = made.document.file
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        assert not part.rounds.write.isEnabled()
        asked = asked_round(part, made)
        unit = made.document.unit
        assert (asked.first, asked.weeks) == (unit.start, unit.weeks)
        assert asked.asked == people_to_ask(unit)
        assert asked.deadline == datetime.combine(
            date.today() + timedelta(days=14), datetime.min.time()
        ) + timedelta(hours=12)
        assert part.rounds.current() == asked
        assert asked.code in part.asking.state.text()
        assert made.document.undo_stack.count() == 1
        made.document.undo_stack.undo()
        assert made.document.file == before


def test_what_keeps_a_round_from_being_made_is_told(tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        part.asking.people.ask(())
        assert not part.asking.make.isEnabled()
        assert part.asking.state.text() == "Vel minst éin som skal bli spurd."
        part.asking.people.ask(["2"])
        part.asking.deadline.set_date(date(2020, 1, 1))
        part.asking.make.click()
        assert made.document.file.booking is None
        assert part.asking.state.text() == "Svarfristen er alt ute. Vel ei seinare tid."


def test_answers_are_taken_in_and_taken_over_as_chosen(tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    before = made.document.unit
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        asked_round(part, made)
        assert page.parts["answers"].can_be_shown()
        answer(page, made, "2", "fri veke 1 laurdag, stilling 95, helg kvar 2.")
        answer(page, made, "5", "stilling 60")
        assert made.document.unit == before  # taking answers in changes nothing of the unit
        part = part_of(page)
        line = shown(part, "2")
        assert line["wishes"] == "✓ nye: 1"
        assert line["wanted"].endswith("→ 95 %")
        assert shown(part, "1")["given"] == "ikkje svart"
        part.answers.table.show_row(0)
        assert part.answers.whole.text().startswith("fri v1 lau · stilling 95 %")
        tick(part, TakenPart.WEEKENDS).click()
        assert not shown(part, "2")["weekends"].startswith("✓")
        count = made.document.undo_stack.count()
        part.answers.take_all.click()
        people = made.document.unit.employee_by_number()
        was = before.employee_by_number()
        assert (people["2"].wanted_bp, people["5"].wanted_bp) == (9_500, 6_000)
        assert people["2"].weekend_every == was["2"].weekend_every
        assert _off_days(made.document.unit) - _off_days(before) == {("2", 1, 5)}
        assert made.document.undo_stack.count() == count + 1
        assert not tick(part, TakenPart.WANTED).isVisible()
        assert "Teke over" in part.answers.whole.text()
        made.document.undo_stack.undo()
        assert made.document.unit == before


def _off_days(unit: Unit) -> set[tuple[str, int | None, int | None]]:
    return {(wish.employee, wish.when.week, wish.when.weekday) for wish in unit.wishes if wish.off}


def test_one_person_at_a_time_and_a_no_cannot_be_left_out(tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    unit = made.document.unit
    people = tuple(replace(person, long_shifts=True) for person in unit.employees)
    made.document.apply_unit("langvakter", replace(unit, employees=people))
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        asked_round(part, made)
        answer(page, made, "2", "stilling 95, langvakter nei")
        answer(page, made, "5", "stilling 60")
        part = part_of(page)
        part.answers.table.show_row(0)
        assert [line.employee for line in part.answers.lines()][:2] == ["2", "5"]
        assert not tick(part, TakenPart.LONG).isEnabled()
        assert tick(part, TakenPart.LONG).isChecked()
        tick(part, TakenPart.WANTED).click()
        assert shown(part, "2")["long"] == "✓ ja → nei"
        tick(part, TakenPart.WANTED).click()
        part.answers.take_one.click()
        found = made.document.unit.employee_by_number()
        assert (found["2"].wanted_bp, found["2"].long_shifts) == (9_500, False)
        assert found["5"] == replace(unit.employee_by_number()["5"], long_shifts=True)


def test_a_round_is_written_to_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small_desk(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        asked = asked_round(part, made)
        part.rounds.ticks[ListPart.WORKBOOKS].setChecked(False)
        part.rounds.write.click()
        written = sorted((tmp_path / f"Ønske {asked.code}").iterdir())
        suffixes = sorted(path.suffix for path in written)
        assert suffixes == [".html"] * len(asked.asked) + [".xlsx"]  # and one that says which is whose


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small_desk(tmp_path)
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(blocked))
    told = Told(monkeypatch, wishes_part)
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        asked_round(part, made)
        part.rounds.write.click()
        assert len(told.said) == 1


def test_a_withdrawn_round_is_gone_until_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small_desk(tmp_path)
    Asked(monkeypatch, "ui.booking.lists.withdraw_yes", where=wishes_part)
    with in_front(made, BookingPage) as page:
        part = part_of(page)
        asked_round(part, made)
        part.rounds.withdraw.click()
        assert booking_of(made).wish_rounds == ()
        made.document.undo_stack.undo()
        assert len(booking_of(made).wish_rounds) == 1


def test_the_page_of_wishes_leads_there(tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    went: list[tuple[str, object]] = []
    made.going_to.connect(lambda page, target: went.append((page, target)))
    with in_front(made, WishesPage) as page:
        page._from_home.click()
    assert went == [("booking", BookingStep(key="wishes"))]
    with in_front(made, BookingPage) as booking:
        booking.arrive(BookingStep(key="wishes"))
        assert booking.help_name == "booking_wishes"
