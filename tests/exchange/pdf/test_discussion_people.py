"""What changes for whom, and why part-time positions stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from exchange.pdf.discussion_case import A_DAY, PROPOSED, TODAY, WARD, facts_of
from exchange.pdf.story import page_text
from reportlab.pdfbase.pdfmetrics import stringWidth

from heiltid.edits.scenarios import renewed
from heiltid.exchange.pdf.charts import Pair, Way, paired_bars, ways
from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.part_time import left_part_time, part_time_part
from heiltid.exchange.pdf.discussion.people import COLUMNS, WIDTHS, change_words, people_part, person_row
from heiltid.exchange.pdf.page import CELL, CELL_HEAD, CELL_PADDING, FONT
from heiltid.model import Absence, Employee, PlanRole, Status, UnitFile
from heiltid.report import report_of_plan
from heiltid.rules.registry import judge
from heiltid.texts import Language


def test_each_line_tells_positions_load_and_the_change_in_words() -> None:
    facts = facts_of()
    kari, ola, per, vacant, temporary = (person_row(facts, change) for change in facts.changes)
    # One week, so a weekend in it is 52 a year: Kari goes from none to one, 7.5 h x 52 = 390 h.
    assert kari == [
        *("Kari Wiśniewska", "40 %", "80 %", "60 %", "kvar 3."),
        *("0 → 52", "0 → 390", "0 → 0", "større, +20"),
    ]
    assert ola[-1] == "mindre, −20"
    assert per[-1] == "som før"
    assert vacant[0] == "Ledig stilling 4"
    assert vacant[2] == "–"  # nobody wants anything there
    assert vacant[-1] == "linja går ut"
    assert temporary[-1] == "vikariatet går ut"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"weekend_every": 2}, "kvar 2."),  # where the others have every third: she has agreed to more
        ({"extra_weekends": 1}, "kvar 3., 1\u00a0ekstra"),
        ({"weekend_every": 0}, "ikkje helg"),
        ({"employed_to": date(2027, 1, 9)}, "kvar 3."),  # her last day stands beside her name
        ({"status": Status.TEMPORARY}, "kvar 3."),
        ({"status": Status.VACANT}, "–"),  # nobody has agreed to anything there
    ],
)
def test_the_weekends_each_has_agreed_to_stand_beside_those_she_gets(
    known: dict[str, object], said: str
) -> None:
    first: Employee = replace(WARD.employees[0], **known)  # type: ignore[arg-type]
    facts = facts_of(ward=replace(WARD, employees=(first, *WARD.employees[1:])))
    assert person_row(facts, facts.changes[0])[4] == said
    assert "Avtalt helg\nHelger i året" in page_text(people_part(facts))


@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_the_table_is_cut_in_two(language: Language) -> None:
    known = ({"weekend_every": 0}, {"weekend_every": 1}, {"extra_weekends": 9})
    people = [replace(one, **more) for one, more in zip(WARD.employees, known, strict=False)]  # type: ignore[arg-type]
    facts = facts_of(ward=replace(WARD, employees=(*people, *WARD.employees[3:])), language=language)
    lines = [[facts.words(f"pdf_report.people.{column}") for column in COLUMNS]]
    lines += [person_row(facts, change) for change in facts.changes]
    for line, style in zip(lines, [CELL_HEAD, *(CELL for _ in facts.changes)], strict=True):
        for words, width in zip(line, WIDTHS, strict=True):
            widest = max(stringWidth(word, FONT, style.fontSize) for word in words.split(" "))
            assert widest <= width - 2 * CELL_PADDING


def test_who_leaves_within_the_rota_is_not_scaled_to_a_year() -> None:
    # Her last day is the Saturday: one weekend and 7.5 h of it are left to her, in the rota and for good.
    kari = replace(WARD.employees[0], employed_to=date(2027, 1, 9))
    facts = facts_of(ward=replace(WARD, employees=(kari, *WARD.employees[1:])))
    line = person_row(facts, facts.changes[0])
    assert line[0] == "Kari Wiśniewska, sluttar 09.01.2027"
    assert line[5:8] == ["1", "8", "0"]


def test_less_than_half_a_percent_is_no_change_to_speak_of() -> None:
    def said(after_bp: int) -> str:
        rows = {line.employee: line for line in PROPOSED.rows}
        changed = PROPOSED.with_rows({"1": replace(rows["1"], position_bp=after_bp)})
        facts = facts_of(changed)
        return change_words(facts, facts.changes[0])

    assert said(4_000) == "som før"
    assert said(4_049) == "om lag som før"
    assert said(4_050) == "større, +0,5"
    assert said(10_000) == "heiltid, +60"


def test_a_position_has_the_decimals_it_has_on_the_screen() -> None:
    rows = {line.employee: line for line in PROPOSED.rows}
    facts = facts_of(PROPOSED.with_rows({"1": replace(rows["1"], position_bp=6_162)}))
    line = person_row(facts, facts.changes[0])
    assert line[3] == "61,62 %"
    assert line[-1] == "større, +21,62"


def test_full_time_counts_what_somebody_has_elsewhere() -> None:
    ward = replace(WARD, employees=(replace(WARD.employees[0], elsewhere_bp=4_000), *WARD.employees[1:]))
    facts = facts_of(ward=ward)
    assert change_words(facts, facts.changes[0]) == "heiltid, +20"
    assert "1" not in {entry.change.person.number for entry in left_part_time(facts)}


def reasons(**more: object) -> str:
    """Why person 1 has 60 % and not the 80 % she wants, with something else known of her."""
    first: Employee = replace(WARD.employees[0], **more)  # type: ignore[arg-type]
    ward = replace(WARD, employees=(first, *WARD.employees[1:]), fte_budget_bp=60_000)
    facts = facts_of(ward=ward)
    return " ".join(left_part_time(facts)[0].reasons)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            {"max_bp": 6_000},
            "Kan ikkje få meir enn 60 %: det er sett som største stilling på sida Tilsette.",
        ),
        (
            {"weekend_every": 0},
            "Ønskjer 20 % meir. Arbeider ikkje helg; dei fleste gjer det kvar 3. veke.",
        ),
        (
            {"weekend_every": 4},
            "Ønskjer 20 % meir. Arbeider helg høgst kvar 4. veke; dei fleste gjer det kvar 3.",
        ),
        ({"wanted_bp": 6_000}, "Har stillinga som er ønskt."),
        ({"chosen_part_time": True}, "Har valt deltid."),
        ({}, "Ønskjer 20 % meir. 4 årsverk av ramma står att, og ingen grense hindrar ei større stilling."),
    ],
)
def test_the_reason_is_what_the_unit_knows(known: dict[str, object], said: str) -> None:
    assert reasons(**known) == said


def test_a_budget_that_is_used_up_is_said_once_for_all() -> None:
    # Kari 60 + Ola 40 + Per 100 = 2 full-time equivalents.
    facts = facts_of(ward=replace(WARD, fte_budget_bp=20_000))
    shown = page_text(part_time_part(facts))
    assert shown.count("ramma de har sett for alle stillingane til saman, 2 årsverk, er brukt opp") == 1
    assert "årsverk av ramma står att" not in shown
    assert "Ingenting av det som er sett på sida Tilsette, står i vegen for meir" in shown


def test_positions_beyond_the_budget_are_told_beside_it() -> None:
    # 2 full-time equivalents, 1.98 set.
    shown = page_text(part_time_part(facts_of(ward=replace(WARD, fte_budget_bp=19_800))))
    assert "Stillingane i turnusen er 2 årsverk til saman, 0,02 meir enn ramma." in shown
    # 1.985 is shown as 1.99, and from there to 2 it is 0.01.
    shown = page_text(part_time_part(facts_of(ward=replace(WARD, fte_budget_bp=19_850))))
    assert "1,99 årsverk, er brukt opp" in shown
    assert "Stillingane i turnusen er 2 årsverk til saman, 0,01 meir enn ramma." in shown


def test_a_budget_nobody_set_is_said_to_be_reckoned() -> None:
    # Today 40 + 60 + 100 = 2, without the vacant lines; no more is used.
    empty = (replace(line, position_bp=0, min_bp=0) for line in WARD.employees[3:])
    ward = replace(WARD, employees=(*WARD.employees[:3], *empty), fte_budget_bp=None)
    shown = page_text(part_time_part(facts_of(ward=ward)))
    assert "årsverk som i dag, er brukt opp" in shown


def test_neither_absences_nor_wishes_are_told() -> None:
    away = (Absence(employee="1", first=WARD.start, last=WARD.start, code="SJUK"),)
    facts = facts_of(ward=replace(WARD, absences=away, fte_budget_bp=60_000))
    said = left_part_time(facts)[0].reasons
    assert len(said) > 1
    assert not [words for words in said if "borte" in words]


def test_a_vacant_position_left_is_for_the_part_timers_first() -> None:
    rows = {line.employee: line for line in TODAY.rows}
    facts = facts_of(PROPOSED.with_rows({"4": rows["4"]}))
    vacant = next(entry for entry in left_part_time(facts) if entry.change.person.number == "4")
    assert "§ 14-3" in vacant.reasons[0]


def test_nobody_in_part_time_is_said_too() -> None:
    ward = replace(WARD, employees=(person("3", 10_000, min_bp=0, name="Per Ø"),))
    facts = facts_of(replace(PROPOSED, rows=PROPOSED.rows[2:3]), ward=ward, today=None)
    assert "Alle har heiltid." in page_text(part_time_part(facts))


def test_charts_carry_their_numbers() -> None:
    bars = paired_bars([Pair(name="100 %", before=8, after=11)], 400, "i dag", "framlegg")
    assert page_text([bars]).split("\n") == ["i dag", "framlegg", "8", "11", "100 %"]
    way = Way(name="Kari", before_bp=4_000, after_bp=6_000, wanted_bp=8_000, shown="40 → 60 %")
    shown = page_text([ways([way], 400, ("i dag", "framlegg", "ønskt"))])
    assert "Kari\n40 → 60 %" in shown
    assert "ønskt" in shown


@pytest.mark.parametrize(("week", "of_week"), [(2_130, ""), (None, " à 35,5 t i veka")])
def test_a_rota_taken_into_use_is_told_the_frame_it_was_made_with(week: int | None, of_week: str) -> None:
    # Two of 37.5 h are 2.11 full-time equivalents, more than the 2.00 of before. The 2.15 of after are
    # more than that, and are those of the unit now: they have not set the frame.
    # Where the week is each person's own, that of the need is told.
    asked = (demand(WEEKDAYS, "07:30-15:00", 2),)
    ward = replace(WARD, employees=WARD.employees[:3], demand=asked, full_time_week_minutes=week)
    today = replace(TODAY, rows=TODAY.rows[:3])
    rows = (replace(TODAY.rows[0], position_bp=5_500), *TODAY.rows[1:3])
    made = replace(PROPOSED, rows=rows)
    file = renewed(UnitFile(unit=ward, plans=(today, made)), made)
    after, before, *_ = file.plans
    findings = judge(file.unit, after)
    report = report_of_plan(file.unit, before, after, findings=findings)
    shown = page_text(part_time_part(Facts(file, after, report, findings, Language.NYNORSK, A_DAY)))
    assert f"2,11 årsverk{of_week} som bemanninga treng, er brukt opp" in shown
    assert "stillingane i dag" not in shown


def test_days_of_an_agreement_are_those_of_its_lines_together() -> None:
    # Two people with the same long night each: two days where the calendar has one.
    people = (person("1", name="Kari"), person("2", name="Ola"))
    rota = plan(row("N1 - - - - - -", "1"), row("N1 - - - - - -", "2"))
    facts = facts_of(replace(rota, role=PlanRole.SCENARIO), ward=unit(employees=people), today=None)
    assert "2 tilsette, til saman 2 dagar: Kari, Ola" in page_text(agreements_part(facts))
