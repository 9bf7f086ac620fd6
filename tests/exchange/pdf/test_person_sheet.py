"""One person's sheet: always one page, her own shifts and figures, and nothing of anybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import person, plan, row, unit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepInFrame, Paragraph, Table

from heiltid.exchange.pdf.page import A4_PORTRAIT
from heiltid.exchange.pdf.person_figures import change_of, change_sentences, figure_lines
from heiltid.exchange.pdf.person_grid import WeekGrid
from heiltid.exchange.pdf.person_remarks import Remarks
from heiltid.exchange.pdf.person_sheet import (
    LEAST_REMARKS,
    PersonSheets,
    write_person_sheet,
    write_person_sheets,
)
from heiltid.model import (
    Absence,
    Agreement,
    Employee,
    Plan,
    RotaKind,
    Signed,
    Unit,
    UnitFile,
    empty_plan,
)
from heiltid.rules.agreements import MORE_OVERTIME, SIGNERS
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from heiltid.texts import Language

DEVIATION = "Avvik: timane i turnusen minus timane stillinga betaler for"
NN = Language.NYNORSK
TODAY = date(2026, 11, 22)
KARI = person("1", 8_000, name="Kari Nordmann", wanted_bp=9_000, min_bp=5_000)
OLA = person("2", name="Ola Dunk")


def needs(paragraph: str, number: str, *days: int, rule: str = "shift_length") -> Finding:
    return Finding(
        rule=rule,
        paragraph=paragraph,
        severity=Severity.NEEDS_AGREEMENT,
        employee=number,
        days=days,
        text_key="x",
        agreement=paragraph,
        signer=SIGNERS[paragraph],
        signed=Signed.NO,
    )


def story(
    here: Unit, rota: Plan, before: Plan | None = None, findings: tuple[Finding, ...] = ()
) -> KeepInFrame:
    file = UnitFile(unit=here, plans=(rota,))
    return PersonSheets(file, rota, before, findings, NN, TODAY).story(here.employees[0])


def words(piece: Any) -> list[str]:
    """Everything a reader sees in a piece of the story."""
    if isinstance(piece, str):
        return [piece] if piece else []
    if isinstance(piece, Paragraph):
        return [piece.getPlainText().replace("\N{NO-BREAK SPACE}", " ")]
    if isinstance(piece, KeepInFrame):
        return [word for inner in piece._content for word in words(inner)]
    if isinstance(piece, Table):
        return [word for line in piece._cellvalues for cell in line for word in words(cell)]
    if isinstance(piece, (list, tuple)):
        return [word for inner in piece for word in words(inner)]
    if isinstance(piece, WeekGrid):
        return [day.chip.words for week in piece.weeks for day in week.days if day.chip]
    return [piece.signature] if isinstance(piece, Remarks) else []


def compared(before: str, after: str, weeks: int = 1, was: int = 5_000, now: int = 8_000) -> Any:
    here = unit(weeks, employees=(KARI,))
    return change_of(
        Context(here, plan(row(after, position=now))), Context(here, plan(row(before, position=was))), KARI
    )


def test_figures_before_after_and_their_change() -> None:
    # One week: before Monday and Saturday day shifts (15 h), now a night, and a weekend of long shifts.
    change = compared("D1 - - - - D1 -", "N1 - - - - L1 L1")
    found = {line.name: (line.before, line.after, line.change) for line in figure_lines(change, NN)}
    assert found == {
        "Stilling": ("50 %", "80 %", "+30"),
        "Stilling du ønskjer": ("", "90 %", ""),
        "Timar i veka, i snitt": ("15", "35", "+20"),  # 10 + 2 x 12.5
        DEVIATION: ("", "+6,6", ""),  # 80 % of 35.5 h are 28.4 h
        "Helger i året": ("52", "52", "0"),
        "Helgetimar i året": ("390", "1300", "+910"),  # 52 x 7.5 and 52 x 25
        "Langvakter i året": ("0", "104", "+104"),
        "Nattevakter i året": ("0", "52", "+52"),
        "Kveldsvakter i året": ("0", "0", "0"),
        "Korte vaktskifte i året": ("0", "0", "0"),
    }


def test_hours_that_are_those_of_the_position_have_no_deviation() -> None:
    # Full time is set to 37.5 h: five days of 7.5 h.
    here = unit(employees=(KARI,), full_time_week_minutes=2_250)
    change = change_of(Context(here, plan(row("D1 D1 D1 D1 D1 - -"))), None, KARI)
    assert DEVIATION not in [line.name for line in figure_lines(change, NN)]


def test_changes_are_told_in_sentences() -> None:
    change = compared("D1 - - - - D1 -", "N1 - - - - L1 L1")
    assert list(change_sentences(change, NN)) == [
        "Stillinga di aukar frå 50 % til 80 %.",
        "Du ønskjer 90 %. Det manglar 10 %.",
        "Du arbeider like mange helger som før, 52 i året.",
        "Helgetimane blir 1300 i året (før: 390).",
        "Du får langvakter, 104 i året.",
        "Du får nattevakter, 52 i året.",
        "3 av 7 dagar i turnusen er annleis enn før.",  # Monday, Saturday, Sunday
    ]


def test_what_ends_is_told_too() -> None:
    change = compared("N1 - - - - L1 L1", "D1 - - - - - -", was=9_000, now=4_000)
    sentences = list(change_sentences(change, NN))
    assert sentences[0] == "Stillinga di går ned frå 90 % til 40 %."
    assert sentences[2:6] == [
        "Du arbeider ingen helger (før: 52 i året).",
        "Du har ingen helgetimar (før: 1300 i året).",
        "Du har ikkje langvakter lenger (før: 104 i året).",
        "Du har ikkje nattevakter lenger (før: 52 i året).",
    ]


@pytest.mark.parametrize(
    ("employee", "now", "sentence"),
    [
        (KARI, 9_000, "Du får den stillinga du ønskjer, 90 %."),
        (KARI, 8_500, "Du ønskjer 90 %. Det manglar 5 %."),
        (replace(KARI, chosen_part_time=True), 8_500, None),
        (replace(KARI, elsewhere_bp=2_000), 8_000, None),  # full time in all
        (KARI, 9_500, None),
    ],
)
def test_what_is_missing_to_the_wish(employee: Employee, now: int, sentence: str | None) -> None:
    here = unit(employees=(employee,))
    change = change_of(Context(here, plan(row("D1 - - - - - -", position=now))), None, employee)
    found = [words for words in change_sentences(change, NN) if "ønskjer" in words]
    assert found == ([] if sentence is None else [sentence])


def test_without_a_rota_before_only_the_position_is_compared() -> None:
    here = unit(employees=(KARI,))
    now = Context(here, plan(row("D1 - - - - - -", position=9_000)))
    was = Context(here, empty_plan(replace(here, employees=(replace(KARI, position_bp=7_000),))))
    for before, position in ((None, "80 %"), (was, "70 %")):
        change = change_of(now, before, KARI)
        lines = list(figure_lines(change, NN))
        assert (lines[0].before, lines[0].after) == (position, "90 %")
        assert {(line.before, line.change) for line in lines[1:]} == {("", "")}
        told = list(change_sentences(change, NN))  # of what cannot be compared nothing is said
        assert all("tillinga" in line or "ønskjer" in line for line in told)
        assert not any("turnus" in line for line in told)


def test_why_she_has_not_what_she_wants_is_told_without_anybody_s_name() -> None:
    ward = unit(employees=(KARI, replace(OLA, position_bp=8_000, min_bp=8_000)), fte_budget_bp=18_000)
    rota = plan(row("D1 - - - - - -", position=8_000), row("D1 - - - - - -", "2"))
    told = " ".join(words(story(ward, rota)))
    assert "Kvifor ikkje meir?" in told
    assert "Ramma de har sett for alle stillingane til saman, 1,8 årsverk, er brukt opp" in told
    assert "Éin annan ønskte òg større stilling, og fekk det." in told
    assert "Ola" not in told
    assert "Kvifor ikkje meir?" not in " ".join(
        words(story(ward, rota.with_rows({"1": row("D1 - - - - - -", position=9_000)})))
    )


def test_who_leaves_inside_the_rota_reads_when() -> None:
    here = unit(employees=(replace(KARI, employed_to=date(2027, 1, 7)), OLA))
    rota = plan(row("D1 - - - - - -", position=9_000), row("D1 - - - - - -", "2"))
    told = " ".join(words(story(here, rota)))
    assert "sluttar 07.01.2027" in told
    assert "mørkegrått = ikkje tilsett då" in told
    assert "mørkegrått" not in " ".join(words(story(replace(here, employees=(KARI, OLA)), rota)))


def test_what_she_has_left_is_counted_in_the_rota_and_not_made_a_year_s() -> None:
    # Four weeks, of which she is there for two: one weekend of 2 x 12.5 h, one night. A year would be 26.
    leaving = replace(KARI, employed_to=date(2027, 1, 17))
    here = unit(4, employees=(leaving,))
    rota = plan(row("N1 - - - - L1 L1" + " -" * 21, position=8_000))
    before = plan(row("D1 - - - - D1 -" + " -" * 21, position=5_000))
    change = change_of(Context(here, rota), Context(here, before), leaving)
    found = {line.name: (line.before, line.after, line.change) for line in figure_lines(change, NN)}
    assert found["Stilling"] == ("50 %", "80 %", "+30")
    assert found["Timar i veka, i snitt"] == ("7,5", "17,5", "+10")
    assert found[DEVIATION] == ("", "−21,8", "")  # 35 h in two weeks; 80 % of 71 h are 56.8 h
    assert list(found.items())[4:] == [
        ("Helger i turnusen", ("", "1", "")),
        ("Helgetimar i turnusen", ("", "25", "")),
        ("Langvakter i turnusen", ("", "2", "")),
        ("Nattevakter i turnusen", ("", "1", "")),
        ("Kveldsvakter i turnusen", ("", "0", "")),
        ("Korte vaktskifte i turnusen", ("", "0", "")),
    ]
    for was in (None, before):
        told = words(story(here, rota, was))
        note = (
            "Helger og vakter er talde i vekene du er her, til 17.01.2027; dei er ikkje rekna om til eit år."
        )
        assert note in told
        assert "i året" not in " ".join(told)


def test_the_page_holds_her_own_and_nobody_elses() -> None:
    here = unit(name="Lia", employees=(KARI, OLA))
    rota = plan(row("D1 - - - - - F1"), row("N1 N1 - - A1 - -", "2"))
    findings = (
        needs("10-5 (1)", "1", 0),
        needs("10-5 (1)", "2", 1),
        needs("10-5 (2)", "1", 0),
        needs("10-5 (2)", "2", 4),
        needs("10-8 (3)", "2", 1),
    )
    found = words(story(here, rota, findings=findings))
    told = " ".join(found)
    assert not [word for word in ("Ola", "Dunk", "N1", "A1", "10-8 (3)") if word in told]
    assert "Kari Nordmann" in found
    assert [word for word in found if word.startswith("§")] == ["§ 10-5 (1)", "§ 10-5 (2)"]
    assert found.count("v1 mån") == 2  # her Monday in both; Tuesday and Friday are Ola's
    assert "den tilsette" in found
    assert "dei tillitsvalde" in found
    assert "D1 = 07:30–15:00, 7,5 t · F1 = fridag med vekekvile (§ 10-8)" in found


def test_signed_and_unsigned_agreements_are_told_apart() -> None:
    here = unit(employees=(KARI,))
    signed = replace(needs("10-5 (2)", "1", 0), signed=Signed.YES)
    found = words(story(here, plan(row("D1 - - - - - -")), findings=(needs("10-5 (1)", "1", 0), signed)))
    assert found[found.index("§ 10-5 (1)") + 4] == "nei, ikkje enno"
    assert found[found.index("§ 10-5 (2)") + 4] == "ja"


def test_weeks_above_the_limit_are_told_as_weeks_beside_the_shifts_that_are_too_long() -> None:
    # Four nights of 10 h and D1 make 47.5 h in week 1: over 40 h; each night is over 9 h
    here, rota = unit(2, employees=(KARI,)), plan(row("N1 N1 N1 N1 - D1 - " + "- " * 7, position=8_000))
    found = words(story(here, rota, findings=judge(here, rota)))
    place = found.index("§ 10-5 (1)")
    assert found[place + 1 : place + 3] == [
        "Lengd på vakta: N1 er 10 t lang; utan avtale er grensa 9 t",
        "v1 mån–tor",
    ]
    place = next(
        at for at, word in enumerate(found) if word.startswith("Timar i veka: 47 t 30 min i ei veke")
    )
    assert found[place + 1] == "v1"


def test_no_agreement_is_said_in_words() -> None:
    here = unit(employees=(KARI,), agreements=(Agreement(paragraph="10-5 (1)", signed=Signed.YES),))
    assert "Turnusen din treng ingen eigne avtalar." in words(story(here, plan(row("D1 - - - - - -"))))


def test_she_reads_her_own_absence_as_it_is() -> None:
    sick = Absence(employee="1", first=date(2027, 1, 6), last=date(2027, 1, 6), code="PERM")
    here = unit(employees=(KARI,), absences=(sick,), kind=RotaKind.DATED)
    found = words(story(here, plan(row("D1 (A1)FE - - - - -"))))
    assert [word for word in found if word in {"D1", "A1", "FE", "PERM"}] == ["D1", "FE", "PERM"]


@pytest.mark.parametrize("weeks", [1, 5, 6, 12, 13, 16, 17, 30, 31, 52])
@pytest.mark.parametrize("language", [Language.NYNORSK, Language.ENGLISH])
def test_any_rota_fits_one_page_with_every_agreement(tmp_path: Path, weeks: int, language: Language) -> None:
    here = unit(weeks, name="Lia", employees=(KARI,), kind=RotaKind.DATED)
    rota = plan(row("D1 A1 N1 L1 L2 - F1 " * weeks, position=8_000))
    before = plan(row("A1 D1 N1 - L2 L1 L1 " * weeks, position=7_000))
    scattered = tuple(range(0, 7 * weeks, 2))
    findings = tuple(needs(paragraph, "1", *scattered) for paragraph in SIGNERS if paragraph != MORE_OVERTIME)
    file = UnitFile(unit=here, plans=(rota, before))
    path = tmp_path / "kari.pdf"
    assert write_person_sheet(path, file, rota, before, findings, "1", language, TODAY) == 1
    page = PersonSheets(file, rota, before, findings, language, TODAY).story(KARI)
    _, height = page.wrapOn(Canvas(None), A4_PORTRAIT.inner_width, A4_PORTRAIT.inner_height)
    assert height <= A4_PORTRAIT.inner_height
    assert getattr(page, "_scale", 1.0) == 1.0  # nothing had to shrink
    remarks = page._content[-1]
    assert remarks.height >= LEAST_REMARKS


def test_long_words_shrink_rather_than_run_over(tmp_path: Path) -> None:
    long = replace(KARI, name="Kari " * 60)
    here = unit(name="L" * 200, employees=(long,))
    rota = plan(row("D1 - - - - - -"))
    file = UnitFile(unit=here, plans=(rota,))
    assert write_person_sheet(tmp_path / "x.pdf", file, rota, None, (), "1", NN, TODAY) == 1


def test_a_sheet_for_everybody_with_shifts(tmp_path: Path) -> None:
    here = unit(employees=(KARI, OLA))
    rota = plan(row("D1 - - - - - -"), row("- - - - - - -", "2", 0))
    file = UnitFile(unit=here, plans=(rota,))
    written = write_person_sheets(tmp_path, file, rota, None, (), Language.BOKMAL, TODAY)
    assert [path.name for path in written] == ["1-Kari-Nordmann.pdf"]
    with pytest.raises(KeyError):
        write_person_sheet(tmp_path / "x.pdf", file, rota, None, (), "3", NN, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["1-Kari-Nordmann.pdf"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "shifts", [("D1 D1", "D1 D1"), ("N1 L1", "D1 -"), ("D1 -", "N1 L1"), ("N1 L1", "L1 N1")]
)
def test_every_sentence_exists(language: Language, shifts: tuple[str, str]) -> None:
    was, now = (f"- - - - - {pair}" for pair in shifts)
    sentences = list(change_sentences(compared(was, now), language))
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)
