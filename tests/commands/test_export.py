"""heiltid export: which files it writes, and what it says when it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from stand_in import NEW, TODAY, WARD, Run, saved

from heiltid.model import PlanRole, UnitFile, empty_plan


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_everything_is_written_and_counted(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = heiltid("export", ward, "--to", out)
    assert found.exit_code == 0, found.output
    assert written(out) == [
        "Calendar files/1-Kari-Nordmann.ics",
        "Rota-A3.pdf",
        "Sheets for each employee/1-Kari-Nordmann.pdf",
    ]
    assert "Files written: 3." in found.stdout
    assert "Kari" not in found.output
    again = heiltid("export", ward, "--to", out, "--language", "nn")
    assert again.exit_code == 0
    assert "Turnus-A3.pdf" in written(out)


def test_only_what_is_asked_for_is_written(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert heiltid("export", ward, "--to", out, "--what", " Calendar ", "--runs", 3).exit_code == 0
    assert written(out) == ["Calendar files/1-Kari-Nordmann.ics"]
    calendar = Calendar.from_ical((out / written(out)[0]).read_bytes())
    assert len(list(calendar.walk("VEVENT"))) == 6  # two shifts a week, three weeks


def test_a_plan_is_chosen_by_its_name(heiltid: Run, tmp_path: Path) -> None:
    proposal = replace(NEW, name="Framlegg 1", role=PlanRole.SCENARIO)
    file = saved(tmp_path / "two.heiltid", WARD, TODAY, proposal)
    out = tmp_path / "out"
    given = ("export", file, "--to", out, "--what", "calendar", "--plan")
    assert heiltid(*given, "Framlegg 1").exit_code == 0
    calendar = Calendar.from_ical((out / written(out)[0]).read_bytes())
    assert len(list(calendar.walk("VEVENT"))) == 3
    unknown = heiltid(*given, "Framlegg 2")
    assert unknown.exit_code == 2
    assert "«Framlegg 1»" in unknown.stderr


def test_a_rota_is_compared_with_the_one_it_replaces() -> None:
    today, was = replace(NEW), replace(TODAY, role=PlanRole.BEFORE)
    proposal = replace(NEW, name="x", role=PlanRole.SCENARIO)
    file = UnitFile(unit=WARD, plans=(today, was, proposal))
    assert file.rota_before(today) is was
    assert file.rota_before(proposal) is today
    assert UnitFile(unit=WARD, plans=(today,)).rota_before(today) is None


@pytest.mark.parametrize("what", ["", "rota,posters", ","])
def test_an_unknown_part_is_told_with_those_there_are(
    heiltid: Run, ward: Path, tmp_path: Path, what: str
) -> None:
    found = heiltid("export", ward, "--to", tmp_path / "out", "--what", what)
    assert found.exit_code == 2
    assert "rota, people, calendar" in found.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_without_a_rota_says_so(heiltid: Run, tmp_path: Path) -> None:
    file = saved(tmp_path / "new.heiltid", WARD, empty_plan(WARD, role=PlanRole.TODAY))
    found = heiltid("export", file, "--to", tmp_path / "out")
    assert found.exit_code == 2
    assert "no rota in the file" in found.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_is_refused_first(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    for target in (ward, tmp_path / "none" / "out"):
        found = heiltid("export", ward, "--to", target)
        assert found.exit_code == 2
        assert found.stderr
        assert "Traceback" not in found.output
    assert not [path for path in written(tmp_path) if path.endswith((".pdf", ".ics"))]
