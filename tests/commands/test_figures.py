"""heiltid stats and heiltid compare."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from builders import demand, person
from openpyxl import load_workbook
from stand_in import WARD, Run, saved

from heiltid.command_reports import CompareReport, StatsReport
from heiltid.terminal.figure_rows import PERCENT, FigureRow, shown
from heiltid.texts import Language


def test_stats_before_and_after(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    target = tmp_path / "stats.json"
    found = heiltid("stats", tmp_path / "new.xlsx", "--json", target)
    assert found.exit_code == 0
    assert "KS 2023, rota staff in health and care" in found.stdout
    answer = StatsReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.after is not None
    assert (answer.before.average_position_pct, answer.after.average_position_pct) == (40, 64)
    assert answer.wanted_average_pct == 64
    assert answer.references[0].about == "rota staff in health and care"


@pytest.mark.parametrize("name", ["new.xlsx", "new.heiltid"])
def test_positions_of_before_are_kept_for_a_unit_without_a_rota(
    heiltid: Run, tmp_path: Path, name: str
) -> None:
    """Most leaders have no rota to type in: what people held must not be lost with the first result."""
    bare, new, other = saved(tmp_path / "bare.heiltid", WARD), tmp_path / name, tmp_path / f"other-{name}"
    assert heiltid("solve", bare, "--out", new).exit_code == 0
    assert heiltid("convert", new, other).exit_code == 0
    for file in (new, other):
        target = tmp_path / "stats.json"
        assert heiltid("stats", file, "--json", target).exit_code == 0
        answer = StatsReport.model_validate_json(target.read_text(encoding="utf-8"))
        assert answer.after is not None
        assert (answer.before.average_position_pct, answer.after.average_position_pct) == (40, 64)
        assert answer.before.understaffed_person_hours is None
        assert answer.after.understaffed_person_hours == 0


def test_figures_never_replace_a_unit(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    other = saved(tmp_path / "other.heiltid", WARD)
    before = other.read_bytes()
    for words in (("stats", ward), ("check", ward), ("compare", ward)):
        found = heiltid(*words, "--json", other)
        assert found.exit_code == 2
        assert "Use a name ending in .json" in " ".join(found.stderr.split())
    assert heiltid("solve", ward, "--out", tmp_path / "x.xlsx", "--json", other).exit_code == 2
    assert other.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_no_place_for_a_file(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    found = heiltid("stats", ward, "--json", pipe)
    assert found.exit_code == 2
    assert pipe.is_fifo()


def test_stats_of_an_input_has_only_today(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    target = tmp_path / "stats.json"
    heiltid("stats", ward, "--json", target)
    answer = StatsReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.after is None
    assert answer.weekend_arithmetic is None  # the ward has no weekend work


def test_stats_shows_the_weekend_arithmetic(heiltid: Run, tmp_path: Path) -> None:
    weekend = replace(WARD, demand=(demand(frozenset({5, 6}), "07:30-15:00", 2),))
    target = tmp_path / "stats.json"
    heiltid("stats", saved(tmp_path / "weekend.heiltid", weekend), "--json", target)
    part = StatsReport.model_validate_json(target.read_text(encoding="utf-8")).weekend_arithmetic
    assert part is not None
    assert (part.people_per_weekend, part.weekly_hours) == (2, 30)
    assert [(line.weekend_every, line.least_people) for line in part.by_frequency] == [(2, 4), (3, 6), (4, 8)]


def test_compare_shows_every_column_in_a_narrow_window_and_tells_namesakes_apart(
    heiltid: Run, ward: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    monkeypatch.setenv("COLUMNS", "80")
    shown = heiltid("compare", ward, tmp_path / "new.xlsx", "--language", "nn").stdout
    assert all(len(line) <= 80 for line in shown.splitlines())
    letters = "".join(shown.split())
    for head in ("Tilsette", "Årsverk", "Småstill", "Uønskt", "ward.he", "new.xls"):
        assert head in letters
    assert "…" not in shown


def test_compare_weights_its_totals(heiltid: Run, ward: Path, tmp_path: Path) -> None:
    large = replace(WARD, name="Large", employees=tuple(person(str(n), 10_000) for n in range(3)))
    other = saved(tmp_path / "large.heiltid", large)
    target, out = tmp_path / "compare.json", tmp_path / "compare.xlsx"
    found = heiltid("compare", ward, other, "--json", target, "--out", out)
    assert found.exit_code == 0, found.output
    answer = CompareReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert (answer.total.units, answer.total.before.employees) == (2, 4)
    assert answer.total.before.average_position_pct == (40 + 300) / 4
    assert (answer.total.after, answer.renewed) == (None, None)
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert [line[0] for line in rows[2:5]] == ["Solbakken", "Large", "All units (2)"]
    assert rows[4][6] == 85


def test_compare_keeps_units_with_and_without_a_new_rota_apart(
    heiltid: Run, ward: Path, tmp_path: Path
) -> None:
    heiltid("solve", ward, "--out", tmp_path / "new.xlsx")
    target = tmp_path / "compare.json"
    found = heiltid("compare", tmp_path / "new.xlsx", ward, "--json", target)
    answer = CompareReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.renewed is not None
    assert answer.renewed.after is not None
    assert (answer.renewed.units, answer.renewed.after.average_position_pct) == (1, 64)
    assert (answer.total.units, answer.total.after) == (2, None)
    assert "With a new rota (1)" in found.stdout
    both = heiltid("compare", tmp_path / "new.xlsx", tmp_path / "new.xlsx", "--json", target)
    assert both.exit_code == 0
    answer = CompareReport.model_validate_json(target.read_text(encoding="utf-8"))
    assert answer.renewed is None
    assert answer.total.after is not None
    assert answer.total.after.employees == 2


def test_a_change_is_the_difference_of_the_two_that_stand_beside_it() -> None:
    # 64.7 -> 72.8 is 8.1, and not the 8.18 of what they were rounded from.
    row = FigureRow(key="average", label="", before=64.66, after=72.84, unit=PERCENT, better=1)
    told = [shown(number, row, Language.NYNORSK) for number in (row.before, row.after)]
    assert [*told, shown(row.change, row, Language.NYNORSK, signed=True)] == ["64,7 %", "72,8 %", "+8,1"]
    alike = FigureRow(key="average", label="", before=64.66, after=64.74, unit=PERCENT, better=1)
    assert (alike.change, alike.good) == (0, None)
