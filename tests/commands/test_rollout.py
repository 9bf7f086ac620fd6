"""heiltid rollout: a dated unit that opens as any other, and the report of what became of the rota."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import demand, person, plan, row, unit
from stand_in import TODAY, WARD, Run, saved

from heiltid.booking.settling.settled import take_back
from heiltid.commands.booking_answers import RollOutAnswer
from heiltid.exchange.files import read_file
from heiltid.exchange.workbook.write import write_unit
from heiltid.model import Absence, PlanRole, RotaKind, Unit, UnitFile
from heiltid.notation import cell_text
from heiltid.store import open_unit
from heiltid.texts import Language

FIRST = date(2027, 5, 3)  # Thursday 6 May is red


def ward() -> Unit:
    away = Absence(employee="1", first=date(2027, 5, 4), last=date(2027, 5, 5), code="FE")
    needed = (demand(frozenset({0}), "07:30-15:00", 1),)
    return unit(2, name="Haugen", employees=(person(name="Kari"),), absences=(away,), demand=needed)


ROTA = plan(row("D1 D1 - D1 - - - A1 - - - - - -"))


def cells(file: UnitFile) -> list[str]:
    rota = file.plan(PlanRole.TODAY)
    assert rota is not None
    return [cell_text(cell) for cell in rota.rows[0].cells]


def test_the_dated_unit_opens_checks_and_is_what_was_rolled_out(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "base.heiltid", ward(), ROTA)
    out = tmp_path / "dated.xlsx"
    found = heiltid("rollout", source, "--from", "2027-05-03", "--week", 1, "--out", out)
    assert found.exit_code == 0, found.output
    made = read_file(out).file
    assert (made.unit.kind, made.unit.start, made.unit.weeks) == (RotaKind.DATED, FIRST, 2)
    assert [text if text[:1] != "F" else "-" for text in cells(made)] == [
        *("D1", "(D1) FE", "", "D1", "", "", "-"),
        *("A1", "", "", "", "", "", "-"),
    ]
    assert made.unit.absences == ward().absences
    assert heiltid("check", out).exit_code == 0


def test_a_heiltid_file_keeps_the_base_and_begins_a_booking(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "base.heiltid", ward(), ROTA)
    out = tmp_path / "summer.heiltid"
    before = source.read_bytes()
    found = heiltid("rollout", source, "--from", "2027-05-03", "--week", 1, "--out", out)
    assert found.exit_code == 0, found.output
    assert "summer.heiltid now has the roll-out. Go on with: heiltid book export" in found.stdout
    made = open_unit(out)
    assert made.booking is not None
    assert made.booking.rollout is not None
    assert (made.unit.kind, made.booking.rollout.unit.kind) == (RotaKind.CYCLIC, RotaKind.DATED)
    assert made.booking.rollout.unit.start == FIRST
    assert take_back(made).plans == open_unit(source).plans
    assert source.read_bytes() == before


def test_no_file_is_written_over_unasked_and_a_roll_out_is_made_anew_in_its_file(
    heiltid: Run, tmp_path: Path
) -> None:
    source = saved(tmp_path / "base.heiltid", ward(), ROTA)
    words = ("rollout", source, "--from", "2027-05-03", "--out")
    taken = tmp_path / "taken.xlsx"
    taken.write_bytes(b"mine")
    found = heiltid(*words, taken)
    assert (found.exit_code, taken.read_bytes()) == (2, b"mine")
    assert "taken.xlsx exists already" in found.stderr
    assert heiltid(*words, taken, "--force").exit_code == 0
    assert heiltid(*words, source, "--force").exit_code == 0
    first = open_unit(source)
    assert heiltid("rollout", source, "--from", "2027-05-10", "--out", source, "--force").exit_code == 0
    again = open_unit(source)
    assert first.booking is not None
    assert again.booking is not None
    assert again.booking.rollout is not None
    assert (again.booking.rollout.unit.start, again.booking.secret) == (
        date(2027, 5, 10),
        first.booking.secret,
    )
    assert (again.unit, again.plans) == (first.unit, first.plans)


def test_a_dated_rota_becomes_a_roll_out_on_its_own_dates(heiltid: Run, tmp_path: Path) -> None:
    dated = unit(1, start=FIRST, kind=RotaKind.DATED)
    source = saved(tmp_path / "dated.heiltid", dated, plan(row("D1 - - - - - -")))
    out = tmp_path / "b.heiltid"
    found = heiltid("rollout", source, "--from", "3.5.2027", "--out", out)
    assert found.exit_code == 0, found.output
    made = open_unit(out)
    assert made.booking is not None
    assert made.booking.rollout is not None
    assert made.booking.rollout.plan.rows[0].cells == made.plans[0].rows[0].cells


def test_the_report_is_on_the_screen_and_in_the_json(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "base.heiltid", ward(), ROTA)
    target = tmp_path / "answer.json"
    words = ("rollout", source, "--from", "03.05.2027", "--weeks", 3, "--out", tmp_path / "d.xlsx")
    found = heiltid(*words, "--json", target)
    assert found.exit_code == 0, found.output
    # 3 May is 17 weeks after 4 January: the second of two weeks.
    assert "Laid out from Mon 03.05.2027, from rotation week 2, over 3 weeks." in found.stdout
    rows = {
        line.rsplit(maxsplit=1)[0].strip(): line.split()[-1]
        for line in found.stdout.splitlines()
        if line.strip()
    }
    assert rows["red days"] == "3"  # Ascension Day, 16 and 17 May
    assert rows["shifts lost to absence"] == "0"
    answer = RollOutAnswer.model_validate_json(target.read_text(encoding="utf-8"))
    assert (answer.first, answer.from_week, answer.weeks) == (FIRST, 2, 3)
    assert answer.red_days == (date(2027, 5, 6), date(2027, 5, 16), date(2027, 5, 17))
    assert answer.lost == ()


def test_lost_shifts_and_days_off_due_stand_in_the_json(heiltid: Run, tmp_path: Path) -> None:
    rota = plan(row("D1 D1 - F1 - - - A1 - - - - - F1"))
    source = saved(tmp_path / "base.heiltid", ward(), rota)
    target = tmp_path / "answer.json"
    words = ("rollout", source, "--from", "2027-05-03", "--week", 1, "--out", tmp_path / "d.xlsx")
    assert heiltid(*words, "--json", target).exit_code == 0
    answer = RollOutAnswer.model_validate_json(target.read_text(encoding="utf-8"))
    assert [(line.date, line.code, line.why, line.absence) for line in answer.lost] == [
        (date(2027, 5, 4), "D1", "absence", "FE")
    ]
    assert [(line.code, line.red, line.left) for line in answer.due] == [("F5", (date(2027, 5, 6),), 1)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "soon"), "“soon” is no date"),
        (("--from", "2027-05-04"), "Tue 04.05.2027 is no Monday"),
        (("--from", "2027-05-03", "--week", 3), "The rota has 2 weeks"),
        (("--from", "2027-05-03", "--weeks", 53), "From 1 to 52 weeks"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_written(
    heiltid: Run, tmp_path: Path, words: tuple[object, ...], said: str
) -> None:
    source = saved(tmp_path / "base.heiltid", ward(), ROTA)
    out = tmp_path / "d.xlsx"
    found = heiltid("rollout", source, *words, "--out", out)
    assert (found.exit_code, out.exists()) == (2, False)
    assert said in found.stderr


def test_a_dated_rota_and_a_unit_without_one_are_refused(heiltid: Run, tmp_path: Path) -> None:
    bare = saved(tmp_path / "bare.heiltid", WARD)
    dated = saved(tmp_path / "dated.heiltid", unit(1, kind=RotaKind.DATED), plan(row("D1 - - - - - -")))
    words = ("--from", "2027-05-03", "--out", tmp_path / "d.xlsx")
    assert "bare.heiltid has no rota" in heiltid("rollout", bare, *words).stderr
    assert "dated already" in heiltid("rollout", dated, *words).stderr


def test_the_source_is_never_written_over(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "base.heiltid", WARD, TODAY)
    before = source.read_bytes()
    found = heiltid("rollout", source, "--from", "2027-05-03", "--out", source)
    assert found.exit_code == 2
    assert source.read_bytes() == before


def test_absences_after_the_first_round_are_what_is_meant_and_not_complained_of(
    heiltid: Run, tmp_path: Path
) -> None:
    source = tmp_path / "base.xlsx"
    write_unit(source, UnitFile(unit=ward(), plans=(ROTA,)), Language.ENGLISH)
    assert "lies outside the rota" in heiltid("check", source).stderr
    found = heiltid("rollout", source, "--from", "2027-05-03", "--week", 1, "--out", tmp_path / "d.xlsx")
    assert (found.exit_code, found.stderr) == (0, "")
