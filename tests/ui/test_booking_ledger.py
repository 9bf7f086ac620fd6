"""The booking page: the account of extra hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from heiltid.booking.account.ledger import claims
from heiltid.model import Cell
from heiltid.model.asking import Booking, Extra
from tests.ui.booking_desk import rolled_desk, rollout_of, small_desk
from tests.ui.desk import in_front
from ui.desk import Desk
from ui.pages.booking import BookingPage
from ui.pages.booking.ledger_part import LedgerPart

SATURDAY = date(2031, 6, 7)


def ledger(page: BookingPage) -> LedgerPart:
    page.show_part("ledger")
    found = page.current
    assert isinstance(found, LedgerPart)
    return found


def with_year(made: Desk) -> None:
    """Hege (60 %) has worked 7.5 h extra in each of six months before the roll-out."""
    booking = made.document.file.booking
    assert booking is not None
    days = [date(2031, month, 3) for month in range(1, 7)]
    entries = tuple(
        Extra(employee="4", on=on, code="D1", extra_minutes=450, list="K7F2" if on.month < 3 else "")
        for on in days
    )
    made.document.apply_aside("x", replace(made.document.file, booking=replace(booking, ledger=entries)))


def test_without_hours_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(rolled_desk(tmp_path), BookingPage) as page:
        part = ledger(page)
        assert part.years.records_model.records == ()
        assert not part._nothing.isHidden()
        assert part.until.date() == rollout_of(page.desk).unit.start.replace(day=15)  # its last day


def test_a_shift_given_by_hand_stands_in_the_account(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with in_front(made, BookingPage) as page:
        part = ledger(page)
        page.work.decide("x", {("4", SATURDAY): Cell(shift="D1")})
        (line,) = part.years.records_model.records
        assert (line.name, line.extra, line.unbound, line.overtime) == ("Hege Tverrli", 450, 0, 0)
        (day,) = part.days.records_model.records
        assert (day.on, day.code) == (SATURDAY, "D1")
        words = part.figures["filled"].accessibleName()
        assert "1 av 5" in words
        made.document.undo_stack.undo()
        assert part.years.records_model.records == ()


def test_a_year_of_extra_hours_is_held_against_the_position(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with_year(made)
    with in_front(made, BookingPage) as page:
        part = ledger(page)
        (line,) = part.years.records_model.records
        (claim,) = claims(made.document.file, date(2031, 6, 15))
        assert line.claim == claim
        # 6 x 7.5 h = 45 h of 35.5 h x 52 = 1 846 h are 2.4 %.
        assert line.corresponds == "62,4 %"
        assert line.extra == 6 * 450
        assert [entry.on.month for entry in part.days.records_model.records] == [6, 5, 4, 3, 2, 1]
        part.until.set_date(date(2032, 2, 28))  # the twelve months since: March to June are left
        (line,) = part.years.records_model.records
        assert line.extra == 4 * 450
        part.until.setText("ein dag")
        assert part.years.records_model.records == ()
        assert part._nothing.text() == part.until.trouble()


def test_it_leads_to_the_person(qtbot: QtBot, tmp_path: Path) -> None:
    made = rolled_desk(tmp_path)
    with_year(made)
    with in_front(made, BookingPage) as page:
        part = ledger(page)
        with qtbot.waitSignal(made.going_to) as going:
            part.person.click()
        assert going.args[0] == "people"
        assert going.args[1].employee == "4"


def test_hours_of_weeks_left_behind_are_there_without_a_roll_out(qtbot: QtBot, tmp_path: Path) -> None:
    made = small_desk(tmp_path)
    entry = Extra(employee="4", on=date(2026, 3, 3), code="D1", extra_minutes=450)
    booking = Booking(secret=b"x" * 32, ledger=(entry,))
    made.document.apply_aside("x", replace(made.document.file, booking=booking))
    with in_front(made, BookingPage) as page:
        part = ledger(page)
        assert part.until.date() == entry.on
        assert len(part.years.records_model.records) == 1
        assert all(figure.isHidden() for figure in part.figures.values())
