"""What is written reads back: the same unit, the same plans, in all three languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_units import random_file
from workbook_units import unit_files

from heiltid.exchange.workbook.night_days import written_on
from heiltid.exchange.workbook.read import read_workbook
from heiltid.exchange.workbook.write import write_unit
from heiltid.model import (
    DemandRow,
    NightWrittenOn,
    Plan,
    PlanRole,
    RotaKind,
    ShiftKind,
    Unit,
    UnitFile,
    Wish,
    WishDays,
)
from heiltid.texts import Language

FOLDER_IS_FINE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def read_back(file: UnitFile, folder: Path, language: Language) -> UnitFile:
    """The file after writing and reading; plan names and scenarios are not carried."""
    path = folder / "unit.xlsx"
    write_unit(path, file, language)
    return read_workbook(path).file


def nameless(file: UnitFile) -> UnitFile:
    """As a workbook can hold it."""
    return replace(file, plans=tuple(replace(plan, name="") for plan in file.plans))


@settings(max_examples=40, deadline=None, suppress_health_check=FOLDER_IS_FINE)
@given(file=unit_files(), language=st.sampled_from(Language))
def test_any_file_reads_back(file: UnitFile, language: Language, tmp_path: Path) -> None:
    on = written_on(file.unit, file.plans)
    expected = replace(file, unit=replace(file.unit, night_written_on=on))
    assert read_back(file, tmp_path, language) == expected


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("seed", range(4))
def test_random_units_read_back(seed: int, language: Language, tmp_path: Path) -> None:
    file = random_file(seed, people=8, weeks=4 if seed % 2 else 3)
    assert read_back(file, tmp_path, language) == nameless(file)


def _one_person(unit: Unit, text: str, history: str = "") -> UnitFile:
    return UnitFile(unit=unit, plans=(b.plan(b.row(text, history=history)),))


def unit(**more: object) -> Unit:
    """A unit that a workbook can hold."""
    rows = (b.demand(b.WEEKDAYS, "07:30-15:00", 1),)
    return b.unit(demand=rows, night_written_on=NightWrittenOn.END, **more)


def test_nights_on_their_end_day_stand_there_in_the_file_and_read_back(tmp_path: Path) -> None:
    file = _one_person(unit(), "N1 N1 - D1 - - N1")
    assert read_back(file, tmp_path, Language.NYNORSK) == file
    shown = _cells(tmp_path / "unit.xlsx", "Turnus")
    assert shown == ["N1", "N1", "N1", "D1", None, None, None]  # Sunday's night ends on the first Monday


def test_the_last_night_of_a_dated_rota_has_a_column_of_its_own(tmp_path: Path) -> None:
    file = _one_person(unit(kind=RotaKind.DATED), "- D1 - - - - N1")
    assert read_back(file, tmp_path, Language.ENGLISH) == file
    assert _cells(tmp_path / "unit.xlsx", "Rota") == [None, "D1", None, None, None, None, None, "N1"]


def test_a_plan_that_fits_no_end_days_says_that_its_nights_start(tmp_path: Path) -> None:
    file = _one_person(unit(), "N1 D1 - - - - -")  # both would stand on Tuesday
    found = read_back(file, tmp_path, Language.BOKMAL)
    assert found.unit.night_written_on is NightWrittenOn.START
    assert found.plans == file.plans


def test_a_day_off_gives_way_to_the_night_that_ends_on_it(tmp_path: Path) -> None:
    file = _one_person(unit(), "N1 F2 - - - - -")
    assert read_back(file, tmp_path, Language.BOKMAL).plans == (b.plan(b.row("N1 - - - - - -")),)


def test_history_reads_back(tmp_path: Path) -> None:
    history = "D1 - - - - - - - - - - - - N1"
    file = _one_person(unit(kind=RotaKind.DATED), "- D1 !A1 !- (A1)FE F1 -", history)
    assert read_back(file, tmp_path, Language.NYNORSK) == file


def test_a_kind_whose_letter_is_a_code_is_written_as_a_word(tmp_path: Path) -> None:
    asked = tuple(
        Wish(employee="1", when=WishDays(weekday=0), negated=True, kind=kind)
        for kind in (ShiftKind.DAY, ShiftKind.NIGHT)
    )
    night = b.shift("N", "22:00-07:00")
    full = b.unit(shifts=(b.D1, night), demand=(b.demand(b.WEEKDAYS, "07:30-15:00", 1),), wishes=asked)
    for language in Language:
        assert read_back(UnitFile(unit=full), tmp_path, language).unit.wishes == asked


def test_midnight_ends_read_back(tmp_path: Path) -> None:
    rows = (
        DemandRow(
            days=b.demand(b.WEEKDAYS, "07:00-15:00", 1).days,
            start_minute=0,
            end_minute=1440,
            minimum=1,
            target=1,
        ),
        b.demand(b.WEEKEND, "15:00-00:00", 1),
    )
    shifts = (b.shift("A9", "15:00-00:00"), b.shift("O9", "09:00-09:00"))
    full = b.unit(shifts=shifts, demand=rows)
    assert read_back(UnitFile(unit=full), tmp_path, Language.NYNORSK).unit == full


def test_scenarios_stand_on_sheets_that_are_not_read(tmp_path: Path) -> None:
    file = _one_person(unit(), "D1 - - - - - -")
    extra = Plan(name="Før", role=PlanRole.SCENARIO, rows=b.plan(b.row("A1 - - - - - -")).rows)
    more = replace(file, plans=(*file.plans, extra, replace(extra, name="Turnus/2: [x]")))
    assert read_back(more, tmp_path, Language.NYNORSK) == file
    assert _cells(tmp_path / "unit.xlsx", "Framlegg 1 Før")[0] == "A1"


def _cells(path: Path, sheet: str) -> list[object]:
    """The first person's day cells."""
    from openpyxl import load_workbook

    rows = load_workbook(path)[sheet]
    days = [cell.column for cell in rows[1] if str(cell.value)[:2] in {"v1", "w1", "u1", "v2", "w2"}]
    return [rows.cell(3, column).value for column in days]
