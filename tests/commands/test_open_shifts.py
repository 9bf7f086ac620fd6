"""heiltid open-shifts: the table on the screen and the same in the JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import demand, person, plan, row, unit
from stand_in import Run, saved

from heiltid.commands.booking_answers import OpenShiftsAnswer
from heiltid.model import Absence, Plan, RotaKind, Status, Unit

FIRST = date(2027, 6, 21)


def ward(**more: object) -> Unit:
    people = (
        person("1", 4_226, name="Kari [Nordmann]"),
        person("2", 4_226, name="Ola"),
        person("3", 0, name="Vikar", status=Status.HOURLY),
    )
    return unit(
        1,
        name="Haugen",
        start=FIRST,
        kind=RotaKind.DATED,
        employees=people,
        demand=(demand(frozenset({0, 1}), "07:30-15:00", 1),),
        absences=(Absence(employee="1", first=FIRST, last=FIRST, code="SJUK"),),
    )


ROTA: Plan = plan(
    row("(D1)SJUK D1 - - - - -", "1", 4_226), row("- - - - - - -", "2", 4_226), row("- - - - - - -", "3", 0)
)


def test_a_place_is_shown_with_who_may_take_it_and_how_it_counts(heiltid: Run, tmp_path: Path) -> None:
    source, target = saved(tmp_path / "dated.heiltid", ward(), ROTA), tmp_path / "answer.json"
    found = heiltid("open-shifts", source, "--json", target, "--then", "Home care", "--then", "Solbakken")
    assert found.exit_code == 0, found.output
    shown = " ".join(found.stdout.split())
    assert "1 Mon 21.06.2027 D1 07:30–15:00 anyone absence unbound: Ola · extra: Vikar" in shown
    assert "Open shifts: 1 (absence 1). Shifts nobody may take: 0." in shown
    assert "Ola 15 h" in shown  # 42.26 % of 35.5 h, nothing planned
    answer = OpenShiftsAnswer.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.ring == ("Haugen", "Home care", "Solbakken")
    (place,) = answer.places
    assert (place.number, place.date, place.why, place.whose) == (1, FIRST, "absence", "1")
    assert [(line.employee, line.can, line.counts_as, line.refusal) for line in place.takers] == [
        ("1", False, None, "absent"),
        ("2", True, "unbound", None),
        ("3", True, "extra", None),
    ]
    assert [(line.employee, line.hours) for line in answer.unbound] == [("2", 15.0)]


def test_every_language_has_its_words(heiltid: Run, tmp_path: Path) -> None:
    source = saved(tmp_path / "dated.heiltid", ward(), ROTA)
    said = {
        language: heiltid("open-shifts", source, "--language", language).stdout for language in ("nn", "nb")
    }
    assert "meirarbeid: Vikar" in " ".join(said["nn"].split())
    assert "merarbeid: Vikar" in " ".join(said["nb"].split())


def test_nothing_open_is_said(heiltid: Run, tmp_path: Path) -> None:
    full = plan(
        row("- D1 - - - - -", "1", 2_113), row("D1 - - - - - -", "2", 2_113), row("- - - - - - -", "3", 0)
    )
    found = heiltid("open-shifts", saved(tmp_path / "full.heiltid", ward(), full))
    assert found.exit_code == 0
    assert "Every shift is covered." in found.stdout


def test_a_cyclic_rota_is_refused_with_the_way_out(heiltid: Run, tmp_path: Path) -> None:
    cyclic = saved(tmp_path / "base.heiltid", unit(1), plan(row("D1 - - - - - -")))
    found = heiltid("open-shifts", cyclic)
    assert found.exit_code == 2
    assert "Lay it over dates first" in found.stderr
