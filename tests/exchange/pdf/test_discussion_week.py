"""The report on the full-time week: a matter of pay that stands by itself, with names and hours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.choice import choice_sentences
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.frame import frame_sentence
from heiltid.exchange.pdf.discussion.front import sentences
from heiltid.exchange.pdf.discussion.full_time_week import other_weeks
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss
from heiltid.model import PlanRole
from heiltid.texts import Language

# Kari has day, evening and night, and a Sunday. 450 + 450 + 600 + 450 = 1950 minutes a week. Of them 450
# lie on Sunday (10 minutes the hour: 75) and 60 + 495 between 21 and 06 (15 minutes the hour: 138.75).
# 2163.75 counted of 2250 is 96.17 % of full time, so full time is 1950 / 0.9617 = 2027.7 minutes a week.
# Per works four days and no Sunday: 30 h of 37.5 h are 80 %. Ola's day is 20 % of 37.5 h, as he has.
PEOPLE = (person("1", 9_200, name="Kari"), person("2", 8_500, name="Per"), person("3", 2_000, name="Ola"))
ROTA = plan(
    row("D1 A1 N1 - - - D1", "1", 9_200),
    row("D1 D1 D1 D1 - - -", "2", 8_500),
    row("D1 - - - - - -", "3", 2_000),
)


def facts(*, week: int | None = 2_130, language: Language = Language.NYNORSK) -> Facts:
    ward = unit(employees=PEOPLE, full_time_week_minutes=week)
    return facts_of(replace(ROTA, role=PlanRole.SCENARIO), ward=ward, today=None, language=language)


def test_each_has_the_week_of_the_tariff_beside_the_unit_s_and_the_position_it_would_be() -> None:
    kari, per = other_weeks(facts())
    assert (kari.hours, kari.tariff, kari.used) == (1_950, 2_028, 2_130)
    assert (per.hours, per.tariff, per.used) == (1_800, 2_250, 2_130)
    shown = page_text(agreements_part(facts()))
    assert "Kari\n32 t 30 min\n33 t 48 min\n35 t 30 min\n92 %\nom lag 96 %" in shown
    assert "Per\n30 t\n37 t 30 min\n35 t 30 min\n85 %\nom lag 80 %" in shown


def test_it_is_said_to_be_pay_to_be_settled_and_is_no_strain() -> None:
    found = facts()
    shown = page_text(agreements_part(found))
    assert "For 2 tilsette gir vaktene i framlegget ei anna heiltidsveke etter tariffen" in shown
    assert "Med ei kortare heiltidsveke svarer dei same timane til ei større stilling og meir løn" in shown
    assert "Med ei lengre heiltidsveke" in shown
    assert "Partane må avklare kva heiltidsveke som gjeld" in shown
    assert "Heiltidsveka (2)" not in shown
    assert "Heiltidsveka må avklarast for 2 tilsette" in " ".join(sentences(found))
    assert any("Heiltidsveka for 2 tilsette: eit spørsmål om løn" in line for line in to_discuss(found))


def test_where_the_week_is_reckoned_for_each_there_is_nothing_to_settle() -> None:
    found = facts(week=None)
    assert other_weeks(found) == ()
    assert "ei anna heiltidsveke" not in page_text(agreements_part(found))
    assert not [line for line in [*sentences(found), *to_discuss(found)] if "Heiltidsveka" in line]


def test_it_is_told_why_just_these_have_another_week() -> None:
    # Kari's three kinds and her Sunday make 33 h 48 min. Per has no Sunday; he could go three-part.
    shown = page_text(agreements_part(facts()))
    assert "har dag, kveld og natt, arbeider minst kvar tredje søndag" in shown
    assert "Andre som kan gå tredelt, har ikkje alt dette her." in shown
    assert "37,5 timar gjeld dei som her ikkje har søndagsvakter" in shown
    assert "35,5 timar gjeld dei som her arbeider søndag" not in shown
    # With 37.5 h for the unit only Kari is told of.
    shown = page_text(agreements_part(facts(week=2_250)))
    assert "37,5 timar gjeld dei" not in shown
    assert "har dag, kveld og natt" in shown


def test_who_works_sundays_without_nights_has_the_week_of_a_rota() -> None:
    rota = plan(row("D1 A1 A1 - - - D1", "1", 9_200), row("D1 D1 D1 D1 D1 - -", "2"))
    ward = unit(employees=PEOPLE, full_time_week_minutes=2_250)
    found = facts_of(replace(rota, role=PlanRole.SCENARIO), ward=ward, today=None)
    shown = page_text(agreements_part(found))
    assert "35,5 timar gjeld dei som her arbeider søndag" in shown
    assert "har dag, kveld og natt" not in shown


def test_where_the_week_is_reckoned_for_each_the_decisions_tell_whose_is_what() -> None:
    # Kari's 2027.7 minutes are 33.8 h; Per's and Ola's 37.5 h. With only Ola there is one week for all.
    told = "Heiltidsveka er rekna for kvar tilsett etter vaktene (tredelt, HTA 1 § 4.2.4). "
    assert next(choice_sentences(facts(week=None))) == f"{told}33,8 t: Kari; 37,5 t: alle andre."
    assert f"{told}33,8 t: Kari" in page_text(agreements_part(facts(week=None)))
    ward = unit(employees=PEOPLE, full_time_week_minutes=None)
    alone = plan(*(row("- - - - - - -", number) for number in "12"), row("D1 - - - - - -", "3", 2_000))
    assert next(choice_sentences(facts_of(alone, ward=ward, today=None))) == f"{told}37,5 t: alle."
    assert not [line for line in choice_sentences(facts()) if "Heiltidsveka" in line]


def test_a_plan_of_positions_only_has_no_weeks_to_tell_of() -> None:
    ward = unit(employees=PEOPLE, full_time_week_minutes=None)
    assert not [line for line in choice_sentences(facts_of(plan(), ward=ward, today=None)) if "veka" in line]


@pytest.mark.parametrize(("week", "of_week"), [(None, " à 35,5 t i veka"), (2_130, "")])
def test_what_the_staffing_needs_is_told_with_the_week_where_people_have_their_own(
    week: int | None, of_week: str
) -> None:
    # Two on duty on five weekdays are 75 h a week, 2.113 times 35.5 h. Kari goes from 92 to 96 %.
    ward = unit(
        employees=PEOPLE,
        full_time_week_minutes=week,
        demand=(demand(WEEKDAYS, "07:30-15:00", 2),),
        fte_budget_bp=30_000,
    )
    grown = plan(row("D1 A1 N1 - - - D1", "1", 9_600), *ROTA.rows[1:])
    found = facts_of(replace(grown, role=PlanRole.SCENARIO), ward=ward, today=None)
    assert frame_sentence(found) == (f"Ramma, 3 årsverk, er sett av leiaren; bemanninga treng 2,11{of_week}.")
    assert any(line.endswith(f"Bemanninga treng 2,11{of_week}.") for line in choice_sentences(found))
