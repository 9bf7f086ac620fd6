"""The template reads without a word, holds what it should, and is a unit that can be planned."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from heiltid.exchange.workbook import columns, words
from heiltid.exchange.workbook.read import read_workbook
from heiltid.exchange.workbook.template import column_text, write_template
from heiltid.exchange.workbook.template_unit import example_rota, example_unit
from heiltid.exchange.workbook.words import Group
from heiltid.model import UnitFile
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from heiltid.texts import Language


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture
def path(tmp_path: Path, language: Language) -> Path:
    write_template(tmp_path / "template.xlsx", language)
    return tmp_path / "template.xlsx"


def test_it_reads_without_errors_or_warnings(path: Path, language: Language) -> None:
    unit = example_unit(language)
    read = read_workbook(path)
    assert read.file == UnitFile(unit=unit, plans=(example_rota(unit),))
    assert read.warnings == ()


def test_its_rota_breaks_no_rule(language: Language) -> None:
    unit = example_unit(language)
    findings = judge(unit, example_rota(unit))
    assert [finding.rule for finding in findings if finding.severity is Severity.BREACH] == []


def test_all_sheets_are_there_the_explaining_one_first(path: Path, language: Language) -> None:
    titles = openpyxl.load_workbook(path).sheetnames
    names = [words.canonical(Group.SHEET, title) for title in titles]
    assert names[0] == "Guide"
    wanted = {sheet.name for sheet in columns.SHEETS} - {"Before", "Positions"}
    assert wanted <= set(names)
    assert titles[0] == words.word(Group.SHEET, "Guide", language)


def test_every_heading_and_key_explains_itself(path: Path, language: Language) -> None:
    workbook = openpyxl.load_workbook(path)
    for definition in columns.SHEETS:
        if definition.name in ("Before", "Positions"):
            continue
        sheet = workbook[words.word(Group.SHEET, definition.name, language)]
        headings = {words.canonical(Group.HEADING, str(cell.value)): cell for cell in sheet[1]}
        for column in definition.columns:
            note = headings[column.heading].comment
            assert note is not None, (definition.name, column.heading)
            assert note.text.startswith(column_text(definition.name, column.heading, language))
    unit = workbook[words.word(Group.SHEET, "Unit", language)]
    assert all(row[0].comment is not None for row in unit.iter_rows(min_row=2))
    rota = workbook[words.word(Group.SHEET, "Rota", language)]
    assert rota["C1"].comment is not None


def test_cells_are_validated(path: Path, language: Language) -> None:
    workbook = openpyxl.load_workbook(path)
    kinds = {
        definition.name: {
            rule.type
            for rule in workbook[
                words.word(Group.SHEET, definition.name, language)
            ].data_validations.dataValidation
        }
        for definition in (columns.UNIT, columns.SHIFTS, columns.DEMAND, columns.EMPLOYEES, columns.ABSENCE)
    }
    assert kinds == {
        "Unit": {"date", "whole", "decimal"} | ({"list"} & kinds["Unit"]),
        "Shifts": {"list", "time", "whole"},
        "Demand": {"list", "time", "whole"},
        "Employees": {"list", "decimal", "whole", "date"},
        "Absence": {"date"},
    }


def test_what_follows_from_other_columns_is_left_empty(path: Path, language: Language) -> None:
    sheet = openpyxl.load_workbook(path)[words.word(Group.SHEET, "Employees", language)]
    headings = [words.canonical(Group.HEADING, str(cell.value)) for cell in sheet[1]]
    for heading in ("Min", "Max", "Elsewhere"):
        column = headings.index(heading) + 1
        assert {sheet.cell(row, column).value for row in range(2, 9)} == {None}


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "template.xlsx"
    target.write_bytes(b"old")
    write_template(target, Language.ENGLISH)
    assert read_workbook(target).warnings == ()
    assert [entry.name for entry in tmp_path.iterdir()] == ["template.xlsx"]
