"""A desk with a small ward on it whose rota is laid over two summer weeks, for tests of the booking page.

The small sample: 1 Kari (100 %, nurse), 2 Ola (80 %), 3 Anne (75 %), 4 Hege (60 %, nurse), 5 Mohamed (50 %),
6 Bjørg (36 %, assistant); D1 07:30-15:00, A1 14:30-22:00. Kari is ill in the first week: her A1 on Monday,
D1 on Thursday to Sunday are open, and the two on weekdays want a nurse.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from heiltid.booking.answers.tokens import new_secret
from heiltid.booking.dates.rolling import rolled
from heiltid.exchange.files import read_file
from heiltid.model import Absence, Plan, PlanRole, UnitFile
from heiltid.model.asking import Booking
from heiltid.model.booking import RollOut, RollOutOptions
from tests.ui.desk import desk
from tests.ui.screens import SAMPLES
from ui.desk import Desk

FIRST = date(2031, 6, 2)  # a Monday, and to come for as long as these tests run
WEEKS = 2
OPTIONS = RollOutOptions(first=FIRST, from_week=1, weeks=WEEKS)


@cache
def small_file() -> UnitFile:
    """The small sample with its rota of today."""
    return read_file(SAMPLES / "liten.xlsx").file


def today_of(file: UnitFile) -> Plan:
    """Its rota of today."""
    found = file.plan(PlanRole.TODAY)
    assert found is not None
    return found


def somebody(file: UnitFile) -> str:
    """The first person who works on the first Monday."""
    return next(row.employee for row in today_of(file).rows if row.cells[0].shift is not None)


@cache
def rolled_file() -> UnitFile:
    """The same laid over two weeks, with somebody ill in the first of them."""
    file = small_file()
    ill = Absence(employee=somebody(file), first=FIRST, last=date(2031, 6, 8), code="SJUK")
    unit = replace(file.unit, absences=(ill,))
    made = rolled(unit, today_of(file), OPTIONS, (ill,))
    return replace(file, unit=unit, booking=Booking(secret=new_secret(), rollout=made))


def small_desk(folder: Path) -> Desk:
    """The small ward, nothing laid out."""
    return desk(folder, small_file())


def rolled_desk(folder: Path) -> Desk:
    """The small ward laid out."""
    return desk(folder, rolled_file())


def rollout_of(made: Desk) -> RollOut:
    """The roll-out in force."""
    booking = made.document.file.booking
    assert booking is not None
    assert booking.rollout is not None
    return booking.rollout
