"""The report for the discussion: what it says, what it may not say, and that anything can be printed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from builders import WEEKDAYS, WEEKEND, demand, engine_run, person, plan, row, unit
from exchange.pdf.discussion_case import PROPOSED, TODAY, WARD, facts_of
from exchange.pdf.story import page_text, words

from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.figures import figures_part
from heiltid.exchange.pdf.discussion.front import front, sentences
from heiltid.exchange.pdf.discussion.signatures import signature_pages
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss
from heiltid.exchange.pdf.discussion_report import page_head, story, write_discussion_report
from heiltid.exchange.pdf.page import paragraph, pdf_bytes
from heiltid.measures.references import REFERENCES
from heiltid.model import (
    Absence,
    Agreement,
    Decision,
    PlanRole,
    RotaKind,
    Signed,
    UnitFile,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rules.finding import Severity
from heiltid.texts import Language


def pages(facts: Facts) -> int:
    return pdf_bytes(list(story(facts)), page_head(facts))[1]


def test_a_scenario_stands_beside_today_and_a_result_beside_what_it_replaced() -> None:
    replaced = replace(TODAY, role=PlanRole.BEFORE)
    new = replace(PROPOSED, role=PlanRole.TODAY)
    assert UnitFile(unit=WARD, plans=(TODAY, PROPOSED)).rota_before(PROPOSED) is TODAY
    assert UnitFile(unit=WARD, plans=(new, replaced)).rota_before(new) is replaced
    assert UnitFile(unit=WARD, plans=(TODAY,)).rota_before(TODAY) is None


def test_the_first_page_says_in_words_what_happens() -> None:
    said = " ".join(sentences(facts_of()))
    # Of three employees Kari grows, Ola shrinks, Per stays. (40+60+100)/3 = 66.7 % both times.
    assert "Av 3 tilsette får 1 større stilling, 1 har om lag den same som i dag, og 1 får mindre." in said
    assert "Snittstillinga går frå 66,7 % til 66,7 %." in said
    assert "Ledige stillingar og vikariat går frå 0,5 til 0 årsverk" in said
    assert "Alle stillingar til saman går frå 2,5 til 2 årsverk." in said  # 200 % + 50 % before


def test_the_first_page_says_which_plan_it_is_what_it_replaces_and_from_when() -> None:
    def told(facts: Facts) -> list[str]:
        return [*words(front(facts))][2:8]  # below the title: a label and its words, three times

    run = engine_run(goals=())
    assert told(facts_of()) == [
        *("Framlegg", "Framlegg 1", "Kjem i staden for", "turnusen i dag"),
        *("Gjeld", "frå 04.01.2027, 1 veker som tek til på nytt"),
    ]
    built = replace(TODAY, name="Vårturnus", origin=run)
    for today, replaces in (
        (replace(TODAY, name="Gamal"), "turnusen i dag: Gamal"),
        (built, "Vårturnus, turnusen som er lagd inn frå før; i tala under er det han som heiter «i dag»"),
        (None, "stillingane i dag; turnusen i dag er ikkje lagd inn, så berre stillingane er jamførte"),
    ):
        assert told(facts_of(today=today))[3] == replaces
    set_already = replace(PROPOSED, role=PlanRole.TODAY)
    before = replace(TODAY, role=PlanRole.BEFORE)
    assert told(facts_of(set_already, today=before))[1] == (
        "Framlegg 1. Leiaren har lagt framlegget inn som turnusen frå 04.01.2027; "
        "det skal drøftast før det gjeld."
    )
    runs = facts_of(set_already, today=before, on=date(2027, 1, 4))
    assert told(runs)[1] == "Framlegg 1. Denne turnusen gjeld alt, frå 04.01.2027."


def test_weekends_alike_for_all_are_not_written_as_a_span() -> None:
    # PROPOSED: Kari works one weekend of one, the two others none. In the empty one all have 0.
    assert "likt for alle" not in page_text(front(facts_of()))
    nobody = plan(*(row("- - - - - - -", entry.employee, entry.position_bp) for entry in PROPOSED.rows))
    alike = page_text(front(facts_of(replace(nobody, role=PlanRole.SCENARIO, name="Framlegg 2"))))
    assert "likt for alle: 0" in alike


def test_it_must_be_discussed_two_weeks_before_it_starts() -> None:
    in_time = page_text(front(facts_of(on=date(2026, 12, 21))))
    assert "21.12.2026: to veker før turnusen tek til (AML § 10-3)" in in_time
    too_late = page_text(front(facts_of(on=date(2026, 12, 22))))
    assert "21.12.2026: denne datoen er passert" in too_late


def test_only_the_published_figure_in_the_boxes_is_told_with_who_was_counted() -> None:
    shown = page_text(front(facts_of()))
    assert "Det publiserte talet i rutene: KS 2023 (turnustilsette i helse og omsorg): snitt 71,5 %" in shown
    assert {entry.source for entry in REFERENCES if entry.source in shown} == {"KS"}
    assert "KS 2014" not in shown


def test_a_bound_is_told_where_the_plan_remembers_one_and_is_not_below_it() -> None:
    def with_bound(bound_bp: float) -> str:
        run = engine_run(
            bound_average_position_bp=bound_bp,
        )
        return page_text(front(facts_of(replace(PROPOSED, origin=run))))

    assert "høgast mogleg 70 %" in with_bound(7_000.0)
    assert "Det vart rekna ut då turnusen vart laga" in with_bound(7_000.0)
    # The plan's 66.67 % is above this one: the unit was changed after the run.
    assert "det høgaste moglege er ikkje rekna ut" in with_bound(6_000.0)
    assert "det høgaste moglege er ikkje rekna ut" in page_text(front(facts_of()))


def test_what_the_plan_puts_on_the_table_is_listed() -> None:
    found = "\n".join(to_discuss(facts_of()))
    assert "Mindre stilling enn i dag for Ola Å (del 2)" in found
    assert "1 vikariat som går ut med framlegget (del 2)" in found
    assert "Deltidsstillingane som står att, og kvifor: 2 (del 5" in found
    assert "minstebemanninga" not in found  # every weekday has its one person: Per


def test_a_hole_in_the_staffing_is_told_with_its_shifts() -> None:
    ward = replace(WARD, demand=(*WARD.demand, demand(WEEKEND, "07:30-15:00", 1)))
    facts = facts_of(ward=ward)
    # Kari works Saturday; nobody Sunday: 7.5 hours.
    assert "ikkje dekt heile tida: 1 hol i bemanninga, 7 t 30 min i alt." in " ".join(sentences(facts))
    assert any("skal dekkast: 1 hol i bemanninga (del 3)" in line for line in to_discuss(facts))
    shown = list(words(story(facts)))
    place = shown.index("v1 søn")
    assert shown[place : place + 6] == ["v1 søn", "07:30–15:00", "7 t 30 min", "alle", "1", "D1 07:30–15:00"]


def test_where_a_gap_stands_twice_it_is_told_how_many_shifts_and_positions_lack() -> None:
    # Two on weekdays, one of them a nurse; an assistant who has the 50 % she wants works two days. Those
    # days lack a nurse, the three others two people, one a nurse: 2 + 3 x 2 = 8 shifts, 60 h. 75 h of 35.5 h
    # are 2.11.
    ward = replace(
        WARD,
        employees=(person("1", 5_000, competence="assistant", name="Kari"),),
        demand=(
            demand(WEEKDAYS, "07:30-15:00", 2),
            demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse"),
        ),
    )
    facts = facts_of(plan(row("D1 D1 - - - - -", "1", 5_000)), ward=ward, today=None)
    short = " ".join(sentences(facts))
    assert "to gonger i dei timane: 8 vakter (60\u00a0t) dekkjer alt (del 3)." in short
    assert "Stillingane er 0,5 årsverk til saman og bemanninga treng 2,11: det manglar 1,61 årsverk" in short
    assert "rada for alle: 8 vakter (60 t) dekkjer alt." in " ".join(words(story(facts)))


def test_only_the_time_that_lacks_is_told_and_not_the_whole_shift_that_would_cover_it() -> None:
    # Two until 21:45 on Monday, and L1 ends at 20:00; the shortest code that covers the end of the day is A1.
    rows = tuple(row("L1 - - - - - -", number, 3_400) for number in ("1", "2"))
    ward = unit(
        name="Solbakken",
        employees=(person("1", 3_400, min_bp=0), person("2", 3_400, min_bp=0)),
        demand=(demand(frozenset({0}), "07:30-21:45", 2), demand(frozenset({1}), "14:30-22:00", 1)),
    )
    facts = facts_of(replace(plan(*rows), role=PlanRole.SCENARIO), ward=ward, today=None)
    shown = list(words(story(facts)))
    place = shown.index("v1 mån")
    # 1 h 45 min for two people; on Tuesday nobody for 7.5 hours: 11 h
    assert shown[place : place + 6] == ["v1 mån", "20:00–21:45", "3 t 30 min", "alle", "2", "A1 14:30–22:00"]
    assert "2 hol i bemanninga, 11 t i alt (frå 3 t 30 min til 7 t 30 min)" in " ".join(sentences(facts))


def test_breaches_come_before_agreements() -> None:
    long_night = plan(*(replace(line, cells=line.cells) for line in PROPOSED.rows))
    crowded = replace(PROPOSED, rows=(row("D1 N1 D1 N1 D1 D1 D1", "1", 6_000), *long_night.rows[1:]))
    facts = facts_of(crowded)
    assert any(finding.severity is Severity.BREACH for finding in facts.findings)
    shown = page_text(story(facts))
    assert "kan ikkje takast i bruk slik han er" in shown
    assert shown.index("dette kan ingen skrive under på") < shown.index("Avtalar turnusen kviler på")


LONG = unit(
    name="Solbakken",
    employees=(
        person("1", 10_000, name="Kari Nordmann", long_shifts=True, min_bp=0),
        person("2", 10_000, name="Ola Nordmann", min_bp=0),
    ),
)
LONG_PLAN = replace(
    plan(row("- - - - - L1 L1", "1", 3_400), row("D1 D1 D1 D1 D1 - -", "2", 10_000)), role=PlanRole.SCENARIO
)


def test_names_that_hold_a_comma_are_told_apart_where_they_are_listed() -> None:
    first, second, *others = LONG.employees
    turned = replace(LONG, employees=(replace(first, name="Nordmann, Kari"), second, *others))
    for ward, shown in ((LONG, "Kari Nordmann, Ola Nordmann"), (turned, "Nordmann, Kari; Ola Nordmann")):
        assert facts_of(LONG_PLAN, ward=ward, today=None).names(("1", "2")) == shown


def test_each_agreement_has_a_page_to_sign() -> None:
    facts = facts_of(LONG_PLAN, ward=LONG, today=None)
    # Shifts of 12.5 hours: the union representatives, 10-5 (2).
    assert [use.paragraph for use in facts.agreements] == ["10-5 (2)"]
    shown = page_text(signature_pages(facts))
    assert "Avtale etter AML § 10-5 (2)" in shown
    assert "opp til 12,5 timar" in shown
    assert "Kari Nordmann" in shown
    assert "Lengd på vakta: L1 er 12 t 30 min lang; utan avtale er grensa 9 t (v1 lau–søn)" in shown
    assert shown.count("Fagforeining:") == 3
    assert "partane evaluerer avtalen innan" in shown
    assert "Merknader frå partane" in shown
    free = facts_of(replace(LONG_PLAN, rows=(row("- - - - - - -", "1", 0), LONG_PLAN.rows[1])), ward=LONG)
    assert free.agreements == ()
    assert list(signature_pages(free)) == []
    assert "Turnusen treng ingen særskilde avtalar." in page_text(story(free))


def test_a_signed_agreement_has_no_page_to_sign() -> None:
    signed = Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="Fagforbundet", signed_on=date(2026, 3, 1))
    facts = facts_of(LONG_PLAN, ward=replace(LONG, agreements=(signed,)), today=None)
    assert list(signature_pages(facts)) == []
    assert "underskriven" in list(words(story(facts)))
    assert "ikkje underskriven" not in list(words(story(facts)))


def test_the_parts_are_numbered_from_one() -> None:
    told = list(words(story(facts_of())))
    numbers = [int(line[0]) for line in told if re.match(r"\d\. [A-ZÅ]", line)]
    assert numbers[:5] == [1, 2, 3, 4, 5]


def test_a_rota_that_repeats_says_that_red_days_are_not_counted() -> None:
    assert facts_of().unit.is_cyclic
    told = list(words(story(facts_of())))
    assert "Raude dagar" not in told
    assert any(line.startswith("Raude dagar er ikkje rekna: ein rullerande turnus") for line in told)
    told = list(words(story(facts_of(ward=replace(WARD, kind=RotaKind.DATED)))))
    assert "Raude dagar" in told
    assert not any("Raude dagar er ikkje rekna" in line for line in told)


def test_each_agreement_takes_one_page() -> None:
    # A Monday of 12.5 hours beside a Friday evening and a Saturday morning 9.5 hours apart.
    rows = (row("L1 - - - A1 D1 -", "1", 4_500), LONG_PLAN.rows[1])
    facts = facts_of(replace(LONG_PLAN, rows=rows), ward=LONG, today=None)
    assert [use.paragraph for use in facts.agreements] == ["10-5 (2)", "10-8 (3)"]
    _, count = pdf_bytes([paragraph("Før"), *signature_pages(facts)], page_head(facts))
    assert count == 1 + 2


def test_absences_and_wishes_stay_out() -> None:
    wish = Wish(employee="1", when=WishDays(weekday=5), off=True, strength=WishStrength.MUST)
    away = Absence(employee="2", first=date(2027, 1, 4), last=date(2027, 1, 10), code="SJUK")
    facts = facts_of(ward=replace(WARD, wishes=(wish,), absences=(away,)))
    # Kari works the Saturday she must have off, Ola two days of her absence.
    assert {"must_wish", "absence"} <= {finding.rule for finding in facts.findings}
    shown = page_text(story(facts))
    assert "SJUK" not in shown
    told = "Éi vakt ligg der bemanninga ikkje ber om nokon: D1 v1 lau."  # of nobody's wish
    assert told in shown
    assert "v1 lau" not in shown.replace(told, "")
    assert "v1 tys" not in shown
    assert "Må-ønske: 1 brot. Kven og når er ikkje med her" in shown


def test_decisions_are_told_with_reason_and_name() -> None:
    made = Decision(
        rule="days_in_row",
        employee="3",
        days=(0, 1, 2, 3, 4),
        reason="Han vil det <slik> & ikkje annleis.",
        by="Leiar L",
        decided_at=datetime(2026, 11, 2, 9, 30),
    )
    shown = page_text(story(facts_of(replace(PROPOSED, decisions=(made,)))))
    assert "Han vil det <slik> & ikkje annleis." in shown
    assert "Leiar L, 02.11.2026" in shown
    assert "Per Ø, v1 mån–fre" in shown


def test_without_a_rota_today_only_positions_have_a_before() -> None:
    facts = facts_of(today=None)
    shown = page_text(story(facts))
    assert "Kvar tilsett arbeider i snitt" in shown
    assert "helger i året mot" not in shown
    assert "i dag –" not in shown
    lines = [*words(figures_part(facts))]
    rota = lines[
        lines.index("Turnusen") : lines.index("Hol i bemanninga: her manglar det folk på minstebemanninga")
    ]
    assert "I dag" not in rota
    assert "–" not in rota
    assert "Utan tillegg" in rota


def test_figures_of_vacant_lines_stand_only_where_there_are_such_lines() -> None:
    vacant = ("Ledige stillingar og vikariat", "Årsverk i desse", "Alle linjer, tal")
    assert [name for name in vacant if name in [*words(figures_part(facts_of()))]] == list(vacant)
    ward = replace(WARD, employees=WARD.employees[:3])
    held = replace(PROPOSED, rows=PROPOSED.rows[:3])
    facts = facts_of(held, ward=ward, today=replace(TODAY, rows=TODAY.rows[:3]))
    assert [name for name in vacant if name in [*words(figures_part(facts))]] == []


@pytest.mark.parametrize("language", list(Language))
def test_thirty_people_fill_four_to_eight_pages(language: Language) -> None:
    people = tuple(
        person(str(number), 5_000, wanted_bp=9_000, min_bp=0, name=f"Person Nummer {number}")
        for number in range(30)
    )
    lines = plan(*(row("D1 - D1 - - - -", str(number), 5_000) for number in range(30)))
    ward = replace(WARD, employees=people)
    after = replace(lines, role=PlanRole.SCENARIO, name="Framlegg")
    facts = facts_of(after, ward=ward, today=lines, language=language)
    assert 4 <= pages(facts) - len(facts.agreements) <= 8


def test_a_name_or_reason_longer_than_a_page_is_printed_all_the_same() -> None:
    made = Decision(
        rule="days_in_row",
        employee="3",
        days=(0,),
        reason="Grunn. " * 3_000,
        by="L",
        decided_at=datetime(2026, 11, 2),
    )
    ward = replace(
        WARD,
        name="Namn " * 400,
        employees=(replace(WARD.employees[0], name="Langt namn " * 300), *WARD.employees[1:]),
    )
    assert pages(facts_of(replace(PROPOSED, decisions=(made,), name="Plan " * 300), ward=ward)) > 8


def test_the_report_is_written_whole_and_the_same_each_time(tmp_path: Path) -> None:
    facts = facts_of()
    file = UnitFile(unit=WARD, plans=(TODAY, PROPOSED))
    given = (file, PROPOSED, facts.report, facts.findings, Language.BOKMAL, date(2026, 12, 1))
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    count = write_discussion_report(first, *given)
    assert write_discussion_report(second, *given) == count
    assert first.read_bytes() == second.read_bytes()
    assert b"/Lang (nb)" in first.read_bytes()
