"""The result workbook: what it says, that it opens again as an input, and that it prints."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import builders as b
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from heiltid.edits.next_unit import next_unit
from heiltid.exchange.workbook.read import read_workbook
from heiltid.exchange.workbook.sheet import Book
from heiltid.exchange.workbook.words import Group, word
from heiltid.exchange.workbook.write import write_result, write_unit
from heiltid.jobs import Goal, GoalValue, SolveReport, Status
from heiltid.model import (
    Absence,
    Plan,
    PlanRole,
    RotaKind,
    Unit,
    UnitFile,
)
from heiltid.model import Status as Line
from heiltid.report import build_report
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from heiltid.rules.staffing import MINIMUM
from heiltid.texts import Language, text

SHORT_WEEK, LONG_WEEK = "D1 - A1 - - L1 L1", "- D1 A1 D1 - - -"


ANSWER = SolveReport(
    status=Status.FEASIBLE,
    plan=None,
    objective=(GoalValue(goal=Goal.STAFFING, value=90.0, bound=60.0),),
    bound_average_position_bp=8_000.0,
    fte_budget_bp=20_000,
    seconds=1.0,
    first_plan_seconds=0.5,
    seed=1,
    workers=1,
)


def small_unit(**more: Any) -> Unit:
    """Four lines, one of them vacant, over three weeks."""
    people = (
        b.person("1", 5_000, name="=Kari", wanted_bp=8_000, competence="nurse", long_shifts=True),
        b.person("2", 6_000, name="Ola Rød", wanted_bp=6_000, max_bp=9_000, long_shifts=True),
        b.person("3", 0, name="", status=Line.VACANT, wanted_bp=0, min_bp=0, max_bp=10_000),
        b.person("4", 0, name="Siv", status=Line.HOURLY, wanted_bp=0, min_bp=0, max_bp=10_000),
    )
    demand = (b.demand(b.WEEKDAYS, "07:30-15:00", 1), b.demand(b.WEEKEND, "09:30-20:00", 2))
    return b.unit(
        more.pop("weeks", 3), name="Tun & Co", employees=people, demand=demand, municipality="Time", **more
    )


def plans(unit: Unit) -> tuple[Plan, Plan]:
    """A rota before and one after."""
    weeks = unit.weeks

    def rota(role: PlanRole, first: str, second: str, shares: tuple[int, int]) -> Plan:
        rows = (
            b.row(" ".join([first] * weeks), "1", shares[0]),
            b.row(" ".join([second] * weeks), "2", shares[1]),
            b.row(" ".join(["- - - - - - -"] * weeks), "3", 0),
            b.row(" ".join(["- - - - - - -"] * weeks), "4", 0),
        )
        return Plan(role=role, rows=rows)

    before = rota(PlanRole.BEFORE, LONG_WEEK, "D1 - - - - D1 -", (5_000, 6_000))
    return before, rota(PlanRole.TODAY, SHORT_WEEK, "- A1 - !D1 (A1)FE - F1", (8_000, 6_324))


def result(path: Path, language: Language, **more: Any) -> tuple[Unit, Plan, Plan]:
    """Write the result of the small unit."""
    unit = small_unit(**more)
    before, after = plans(unit)
    findings = judge(unit, after)
    report = build_report(unit, before, after, ANSWER, language=language, findings=findings)
    write_result(path, unit, before, after, report, findings, language)
    return unit, before, after


@cache
def _written(language: Language, folder: str) -> Path:
    path = Path(folder) / f"{language.value}.xlsx"
    result(path, language)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One folder for all results of this file."""
    return str(tmp_path_factory.mktemp("results"))


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    """Each language."""
    found: Language = request.param
    return found


def sheet_of(path: Path, title: str) -> Worksheet:
    """A sheet by its title."""
    return load_workbook(path)[title]


def column(sheet: Worksheet, heading: str) -> list[Any]:
    """The values below a heading."""
    place = [cell.value for cell in sheet[1]].index(heading)
    return [row[place].value for row in sheet.iter_rows(min_row=2)]


def test_the_result_opens_again_as_an_input(language: Language, folder: str) -> None:
    path = _written(language, folder)
    unit = small_unit()
    before, after = plans(unit)
    found = read_workbook(path)
    assert found.warnings == ()
    assert found.file.unit == next_unit(unit, after, agreement_list(judge(unit, after)))
    assert found.file.plan(PlanRole.TODAY) == after
    assert found.file.plan(PlanRole.BEFORE) == before


def test_sheets_stand_in_the_order_people_read_them(folder: str) -> None:
    titles = load_workbook(_written(Language.NYNORSK, folder)).sheetnames
    assert titles[:7] == ["Rettleiing", "Turnus", "Turnus A3", "Før", "Resultat", "Stillingar", "Funn"]
    assert titles[-9:] == [
        "Eining", "Vakter", "Bemanning", "Kompetansar", "Tilsette", "Ønske", "Fråvær", "Avtalar", "Reglar",
    ]  # fmt: skip


def test_positions_from_before_there_was_a_rota_make_no_empty_sheet_and_are_read_back(tmp_path: Path) -> None:
    unit = small_unit()
    rota, after = plans(unit)
    nothing = tuple(
        b.row(" ".join(["- - - - - - -"] * 3), row.employee, row.position_bp) for row in rota.rows
    )
    before = Plan(role=PlanRole.BEFORE, rows=nothing)
    findings = judge(unit, after)
    report = build_report(unit, before, after, ANSWER, findings=findings)
    path = tmp_path / "x.xlsx"
    write_result(path, unit, before, after, report, findings, Language.NYNORSK)
    assert "Før" not in load_workbook(path).sheetnames
    found = read_workbook(path).file.plan(PlanRole.BEFORE)
    assert found is not None
    assert [row.position_bp for row in found.rows] == [5_000, 6_000, 0, 0]


def test_no_cell_is_a_formula(language: Language, folder: str) -> None:
    for sheet in load_workbook(_written(language, folder)):
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert not kinds & {"f", "e"}, sheet.title


def test_the_first_sheet_says_what_to_do(folder: str) -> None:
    sheet = sheet_of(_written(Language.NYNORSK, folder), "Rettleiing")
    said = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert "Ny turnus for Tun & Co" in said
    assert "21. des. 2026" in said  # two weeks before 4 January 2027
    assert "§\u00a010-3" in said
    assert "Snittstilling" in said
    links = {cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    titles = load_workbook(_written(Language.NYNORSK, folder)).sheetnames
    assert links == {f"'{title}'!A1" for title in titles[1:]}


def _verdict(tmp_path: Path, findings: tuple[Finding, ...]) -> str:
    unit = small_unit()
    before, after = plans(unit)
    report = build_report(unit, before, after, ANSWER, findings=findings)
    write_result(tmp_path / "x.xlsx", unit, before, after, report, findings, Language.ENGLISH)
    return str(sheet_of(tmp_path / "x.xlsx", "Guide")["A4"].value)


def test_the_verdict_follows_the_findings(tmp_path: Path) -> None:
    unit = small_unit()
    found = judge(unit, plans(unit)[1])
    needs = tuple(finding for finding in found if finding.severity is Severity.NEEDS_AGREEMENT)
    breaches = tuple(replace(finding, severity=Severity.BREACH) for finding in found[:2])
    assert len(agreement_list(needs)) == 1
    holes = " 127.5 person-hours are lacking on the least staffing."
    for findings, said in (
        ((), "The rota is lawful: no breach, and no agreement is left to sign."),
        (needs, "The rota is lawful once one agreement is signed. No breach."),
        (
            (*needs, *breaches),
            "The rota cannot be used as it stands: 2 breaches that nobody may sign away. "
            "See the sheet Findings.",
        ),
    ):
        assert _verdict(tmp_path, findings) == said + holes


def test_the_list_of_open_shifts_tells_the_time_that_lacks_beside_the_shift(folder: str) -> None:
    sheet = sheet_of(_written(Language.NYNORSK, folder), "Opne vakter")
    unit = small_unit()
    found = [entry for entry in judge(unit, plans(unit)[1]) if entry.rule == MINIMUM]
    assert len(column(sheet, "Når")) == len(found)
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "v1 lau")
    # L1 07:30-20:00 is there from 09:30 on, one more lacks for 10.5 h: of L1 and L2, alike long, the first
    assert row == ("v1 lau", "09:30–20:00", "10 t 30 min", None, 1, "L1 07:30–20:00")


def test_results_show_before_after_change_and_bound(folder: str) -> None:
    sheet = sheet_of(_written(Language.ENGLISH, folder), "Results")
    rows = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=2)}
    before, after, change, bound, verdict = rows["Average position"]
    assert before == pytest.approx(55.0)  # (50 + 60) / 2
    assert after == pytest.approx(71.62)  # (80 + 63.24) / 2
    assert change == pytest.approx(16.6)  # as the two are shown: 71.6 - 55.0
    assert (bound, verdict) == (80, "better")
    assert rows["Lacking on least staffing, person-hours"][:4] == [None, 1.5, None, 1]  # the goal, in hours


def test_positions_lists_everybody_who_is_planned(folder: str) -> None:
    sheet = sheet_of(_written(Language.BOKMAL, folder), "Stillinger")
    assert column(sheet, "Nummer") == ["1", "2", "3"]
    assert column(sheet, "Før") == [0.5, 0.6, 0]
    assert column(sheet, "Ønsket") == [0.8, 0.6, 0]
    assert column(sheet, "Etter") == [0.8, 0.6324, 0]
    assert column(sheet, "Helger") == [3, 0, 0]
    # 50 -> 80 and 60 -> 63.24 %: the change has the decimals of the positions beside it
    place = [cell.value for cell in sheet[1]].index("Endring") + 1
    changes = [sheet.cell(row, place) for row in (2, 3)]
    assert [(cell.value, cell.number_format.partition(";")[0]) for cell in changes] == [
        (30, "+0.0"),
        (3.24, "+0.00"),
    ]


def test_findings_stand_gravest_first_in_whole_sentences(folder: str) -> None:
    unit = small_unit()
    sheet = sheet_of(_written(Language.NYNORSK, folder), "Funn")
    severities = column(sheet, "Alvor")
    assert len(severities) == len(judge(unit, plans(unit)[1]))
    order = ["Brot", "Krev avtale", "Merknad"]
    assert severities == sorted(severities, key=order.index)
    assert all(str(sentence).strip() for sentence in column(sheet, "Tekst"))


def test_the_rota_carries_dates_and_counts_in_rows_the_reader_passes_over(folder: str) -> None:
    sheet = sheet_of(_written(Language.NYNORSK, folder), "Turnus")
    numbers = [row[0].value for row in sheet.iter_rows()]
    assert numbers == ["Nummer", "Σ", "1", "2", "3", "4", "Σ", "Σ"]
    assert [cell.value for cell in sheet[1]][:4] == ["Nummer", "Namn", "v1 mån", "v1 tys"]
    assert sheet["C2"].value == "4.1."
    assert sheet["B3"].value == "=Kari"
    assert [cell.value for cell in sheet[4]][2:9] == [None, "A1", None, "!D1", "(A1) FE", None, "F1"]
    assert sheet["H8"].value == "1▼"  # two long shifts wanted on Saturday, one is there
    assert sheet.freeze_panes == "C3"


def test_codes_keep_their_colour_and_can_be_chosen(folder: str) -> None:
    sheet = sheet_of(_written(Language.NYNORSK, folder), "Turnus")
    ranges = [str(entry.sqref) for entry in sheet.conditional_formatting]
    assert ranges == ["C3:W6"]
    lists = [entry.formula1 for entry in sheet.data_validations.dataValidation]
    assert lists == ['"D1,A1,N1,L1,L2,F1,F2,F3,F4,F5"']


def test_the_wall_view_is_for_people(folder: str) -> None:
    sheet = sheet_of(_written(Language.NYNORSK, folder), "Turnus A3")
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert "50 → 80 %" in cells
    assert "60 → 63,24 %" in cells
    assert "Veke 1 · 4.–10. jan. (kal.veke 1)" in cells
    assert "Linjer som ikkje trengst lenger: Ledig stilling (3)" in cells
    assert "!D1" not in cells
    assert "D1" in cells
    names = [sheet.cell(row, 1).value for row in range(7, 9)]
    assert names == ["=Kari", "Ola Rød"]
    assert sheet.cell(9, 1).value == "07:30–15:00"


@pytest.mark.parametrize(("weeks", "breaks"), [(3, []), (6, []), (7, [4]), (12, [6]), (26, [6, 12, 18, 24])])
def test_print_pages_hold_whole_weeks(tmp_path: Path, weeks: int, breaks: list[int]) -> None:
    unit = small_unit(weeks=weeks)
    write_unit(tmp_path / "x.xlsx", UnitFile(unit=unit, plans=(plans(unit)[1],)), Language.ENGLISH)
    sheet = sheet_of(tmp_path / "x.xlsx", "Rota A3")
    assert [entry.id for entry in sheet.col_breaks.brk] == [3 + 7 * week for week in breaks]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert 55 <= sheet.page_setup.scale <= 100
    assert sheet.print_title_rows == "$4:$6"
    assert sheet.print_title_cols == "$A:$C"


def test_red_days_absences_and_days_before_employment_show_on_the_wall(tmp_path: Path) -> None:
    unit = small_unit(
        weeks=1,
        start=date(2027, 3, 22),  # Maundy Thursday 25 March, Good Friday 26 March
        kind=RotaKind.DATED,
        absences=(Absence(employee="1", first=date(2027, 3, 23), last=date(2027, 3, 24), code="FE"),),
    )
    people = (unit.employees[0], replace(unit.employees[1], employed_from=date(2027, 3, 23)))
    unit = replace(unit, employees=(*people, *unit.employees[2:]))
    rows = (b.row("D1 - - - - L1 L1", "1"), b.row("- A1 - - - - -", "2", 6_000))
    write_unit(tmp_path / "x.xlsx", UnitFile(unit=unit, plans=(b.plan(*rows),)), Language.NYNORSK)
    sheet = sheet_of(tmp_path / "x.xlsx", "Turnus A3")
    dates = [sheet.cell(6, column).value for column in range(4, 11)]
    assert dates == ["22", "23", "24", "25*", "26*", "27", "28*"]  # a red day is marked, not only red
    assert (
        sheet.cell(5, 8).font.color.rgb == sheet.cell(5, 10).font.color.rgb != sheet.cell(5, 4).font.color.rgb
    )
    assert [sheet.cell(7, column).value for column in range(4, 8)] == ["D1", "FE", "FE", None]
    first, second = (sheet.cell(8, column).fill.start_color.rgb for column in (4, 6))
    assert first != second


def test_agreements_are_listed_for_people_and_for_reading_back(folder: str) -> None:
    path = _written(Language.NYNORSK, folder)
    unit = small_unit()
    uses = agreement_list(judge(unit, plans(unit)[1]))
    assert uses  # a 12.5 h shift needs the union representatives
    listed = column(sheet_of(path, "Avtaleliste"), "Paragraf")
    assert listed == [f"§ {use.paragraph}" for use in uses]
    assert "10-5 (2)" in column(sheet_of(path, "Avtalar"), "Paragraf")


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.xlsx"
    file = UnitFile(unit=small_unit())
    write_unit(path, file, Language.ENGLISH)
    old = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("heiltid.atomic.os.replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_unit(path, file, Language.ENGLISH)
    assert path.read_bytes() == old
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.xlsx"]


def test_without_a_rota_before_there_is_no_such_sheet(tmp_path: Path) -> None:
    unit = small_unit()
    _, after = plans(unit)
    report = build_report(unit, None, after, ANSWER)
    write_result(tmp_path / "x.xlsx", unit, None, after, report, (), Language.ENGLISH)
    assert word(Group.SHEET, "Before", Language.ENGLISH) not in load_workbook(tmp_path / "x.xlsx").sheetnames
    found = read_workbook(tmp_path / "x.xlsx").file
    assert [plan.role for plan in found.plans] == [PlanRole.TODAY, PlanRole.BEFORE]
    before = found.plan(PlanRole.BEFORE)
    assert before is not None
    assert before.is_empty
    assert [line.position_bp for line in before.rows] == [person.position_bp for person in unit.employees]
    guide = sheet_of(tmp_path / "x.xlsx", "Guide")
    assert guide["A4"].value.startswith(text("workbook.guide.verdict_lawful", Language.ENGLISH))


def test_every_sheet_of_the_contract_is_written_under_its_name(language: Language, folder: str) -> None:
    titles = load_workbook(_written(language, folder)).sheetnames
    names = ("Guide", "Unit", "Shifts", "Demand", "Competences", "Employees", "Wishes", "Absence", "Rota",
             "Agreements", "Rules", "Before", "Results", "Positions", "Findings")  # fmt: skip
    assert {word(Group.SHEET, name, language) for name in names} <= set(titles)


def test_a_book_begins_without_sheets() -> None:
    assert Book().workbook.sheetnames == []


def test_a_year_of_forty_people_is_written_in_seconds(tmp_path: Path) -> None:
    people = tuple(b.person(str(number), name=f"Namn {number}") for number in range(40))
    demand = (b.demand(b.WEEKDAYS, "07:30-15:00", 6), b.demand(b.WEEKEND, "07:30-15:00", 4))
    unit = b.unit(52, employees=people, demand=demand)
    week = "D1 A1 - N1 N1 - F1 "
    rota = b.plan(*(b.row(week * 52, person.number) for person in people))
    before = replace(rota, role=PlanRole.BEFORE)
    began = time.process_time()
    write_unit(tmp_path / "x.xlsx", UnitFile(unit=unit, plans=(rota, before)), Language.NYNORSK)
    assert time.process_time() - began < 5
