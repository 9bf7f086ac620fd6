"""The dated grid: who will come is counted, and substitutes are judged as everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from heiltid.booking.answers.tokens import new_secret
from heiltid.booking.dates.rolling import rolled
from heiltid.model import Cell, Employee, Status, UnitFile
from heiltid.model.asking import Booking
from tests.ui.booking_desk import OPTIONS, small_file, today_of
from tests.ui.desk import desk, in_front
from ui.pages.booking import BookingPage
from ui.pages.booking.dated_part import DatedPart
from ui.pages.rota.looks import Mark
from ui.pages.rota.people_model import DEVIATION, POSITION

MONDAY, TUESDAY, THURSDAY = (date(2031, 6, day) for day in (2, 3, 5))


def ward(**more: object) -> UnitFile:
    """The small ward over two weeks; 1 (who has D1 on the first Thursday) as told, and 9 by the hour."""
    file = small_file()
    first, *others = file.unit.employees
    by_the_hour = Employee(
        number="9", position_bp=0, wanted_bp=0, min_bp=0, max_bp=0, status=Status.HOURLY, name="Vikar"
    )
    unit = replace(file.unit, employees=(replace(first, **more), *others, by_the_hour))
    made = rolled(unit, today_of(file), OPTIONS, ())
    return replace(file, unit=unit, booking=Booking(secret=new_secret(), rollout=made))


def dated(page: BookingPage) -> DatedPart:
    page.show_part("dated")
    found = page.current
    assert isinstance(found, DatedPart)
    return found


def by_day(part: DatedPart) -> str:
    """What the line of days says of the first Thursday."""
    model = part.grid.coverage_model
    assert model.table is not None
    place = next(n for n, band in enumerate(model.table.bands) if band.label == "Dag 07:30–15:00")
    return str(model.index(place, 3).data())


def test_a_vacant_line_is_nobody_there(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(desk(tmp_path / "a", ward()), BookingPage) as page:
        before = by_day(dated(page))
    with in_front(desk(tmp_path / "b", ward(status=Status.VACANT)), BookingPage) as page:
        part = dated(page)
        after = by_day(part)
        assert part.grid.model.index(0, 3).data() == "D1"  # it stands in the rota all the same
        page.work.decide("x", {("9", THURSDAY): Cell(shift="D1")})
        taken = by_day(part)
    count = int(before.strip("▼▲"))
    assert int(after.strip("▼▲")) == count - 1
    assert int(taken.strip("▼▲")) == count


def test_a_substitutes_findings_are_marked(qtbot: QtBot, tmp_path: Path) -> None:
    with in_front(desk(tmp_path, ward()), BookingPage) as page:
        part = dated(page)
        page.work.decide("x", {("9", MONDAY): Cell(shift="A1"), ("9", TUESDAY): Cell(shift="D1")})
        place = part.grid.model.row_of("9")
        assert place is not None
        # A1 until 22:00, D1 from 07:30: 9.5 h of rest.
        look = part.grid.model.looks[place][1]
        assert look is not None
        assert look.mark is Mark.AGREEMENT
        assert "funn" in part.grid.model.spoken(place, 1)
        line = part.grid.people_model
        assert line.index(place, POSITION).data() == "timevikar"
        assert line.index(place, DEVIATION).data() == ""
        assert line.lines[place].findings > 0
