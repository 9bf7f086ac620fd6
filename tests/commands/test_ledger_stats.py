"""What `stats` says of a file's open shifts and extra hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from builders import demand, person, plan, row, unit
from rolls import SUMMER
from stand_in import Run

from heiltid.booking.account.ledger import months_before
from heiltid.booking.dates.rolling import decide
from heiltid.booking.settling.settled import begin, take_back
from heiltid.command_reports import StatsReport
from heiltid.ledger_report import ledger_report
from heiltid.model import Cell, UnitFile
from heiltid.model.asking import Booking, Extra
from heiltid.model.booking import RollOutOptions
from heiltid.store import save_unit

DAY = timedelta(days=1)
PEOPLE = (person("1", 5_000, name="Åse Ås", wanted_bp=8_000), person("2", name="Bo Bø"))
NEEDED = (demand(frozenset(range(5)), "07:30-15:00", 2),)


def file_with(*taken: tuple[str, int], ledger: tuple[Extra, ...] = ()) -> UnitFile:
    """Two are needed by day on weekdays: 1 works Monday and Tuesday, 2 until Thursday; four are missing."""
    rota = plan(row("D1 D1 - - - - -", "1", 5_000), row("D1 D1 D1 D1 - - -", "2"))
    base = UnitFile(unit=unit(1, employees=PEOPLE, demand=NEEDED, start=SUMMER), plans=(rota,))
    base = UnitFile(unit=base.unit, plans=base.plans, booking=Booking(secret=bytes(32), ledger=ledger))
    file = begin(base, rota, RollOutOptions(first=SUMMER, from_week=1, weeks=1))
    assert file.booking is not None
    assert file.booking.rollout is not None
    changes = {(number, SUMMER + day * DAY): Cell(shift="D1") for number, day in taken}
    rollout = decide(file.booking.rollout, changes, "Leiar", datetime(2027, 6, 1))
    booking = Booking(secret=bytes(32), rollout=rollout, ledger=ledger)
    return UnitFile(unit=base.unit, plans=base.plans, booking=booking)


def of_a_year(minutes: int) -> tuple[Extra, ...]:
    """So many extra minutes of 1 in each of the eleven months before the roll-out."""
    days = (months_before(date(2027, 6, 10), ago) for ago in range(11))
    return tuple(Extra(employee="1", on=day, code="D1", extra_minutes=minutes) for day in days)


def test_the_roll_out_and_the_year_stand_in_the_answer(heiltid: Run, tmp_path: Path) -> None:
    """1 takes Wednesday: 450 min of 2 130 are 21.13 %, so she works 71.13 % that week. In the year 11 x 900
    and 450 = 10 350 of 110 760 min: 9.34 %. 10 and 23 June lie in the same month, the last of them.
    """
    path, target = tmp_path / "ward.heiltid", tmp_path / "stats.json"
    save_unit(path, file_with(("1", 2), ledger=of_a_year(900)))
    found = heiltid("stats", path, "--json", target)
    assert found.exit_code == 0
    answer = StatsReport.model_validate_json(target.read_text(encoding="utf-8")).booking
    assert answer is not None
    assert answer.rollout is not None
    assert (answer.rollout.open_shifts, answer.rollout.still_open, answer.rollout.taken_within) == (4, 3, 1)
    assert (answer.rollout.extra_hours, answer.rollout.overtime_avoided_hours) == (7.5, 7.5)
    assert (answer.rollout.average_position_pct, answer.rollout.average_actual_position_pct) == (75, 85.565)
    (claim,) = answer.claims
    assert (answer.until, claim.months, claim.extra_hours) == (SUMMER + 6 * DAY, 11, 172.5)
    assert (claim.position_pct, claim.corresponds_pct, claim.wanted_pct, claim.due) == (50, 59.34, 80, True)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nn", ["stilling med", "bør tilbydast", "59,3", "Ekstravakter 21.06.2027–27.06.2027"]),
        ("nb", ["stilling med", "bør tilbys", "59,3", "Ekstravakter 21.06.2027–27.06.2027"]),
        ("en", ["position with", "should be offered", "59.3", "Open shifts 21.06.2027–27.06.2027"]),
    ],
)
def test_the_leader_reads_it(heiltid: Run, tmp_path: Path, language: str, words: list[str]) -> None:
    path = tmp_path / "ward.heiltid"
    save_unit(path, file_with(("1", 2), ledger=of_a_year(900)))
    found = heiltid("stats", path, "--language", language)
    shown = " ".join(found.stdout.split())
    assert all(word in shown for word in words)
    assert "Åse Ås" in shown


def test_few_months_are_not_regular(heiltid: Run, tmp_path: Path) -> None:
    path = tmp_path / "ward.heiltid"
    save_unit(path, file_with(("1", 2)))
    assert "not regular" in heiltid("stats", path, "--language", "en").stdout


def test_a_roll_out_taken_back_leaves_the_year() -> None:
    back = take_back(file_with(("1", 2)))
    found = ledger_report(back)
    assert found is not None
    assert found.rollout is None
    assert (found.until, found.claims[0].extra_hours) == (SUMMER + 2 * DAY, 7.5)


def test_a_file_that_knows_nothing_of_open_shifts_says_nothing() -> None:
    file = file_with()
    assert ledger_report(UnitFile(unit=file.unit, plans=file.plans)) is None
    bare = UnitFile(unit=file.unit, plans=file.plans, booking=Booking(secret=bytes(32)))
    assert ledger_report(bare) is None
