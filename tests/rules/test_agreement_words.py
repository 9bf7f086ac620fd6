"""Why an agreement is needed, as it stands on paper: the fact of each rule; days and weeks counted truly."""

from __future__ import annotations

import pytest
from builders import person, plan, row, shift, unit

from heiltid.calendar import Calendar
from heiltid.rules.agreement_list import AgreementUse, agreement_list, grounds_of
from heiltid.rules.agreement_words import count_text, ground_lines, ground_text, shortly_where
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from heiltid.texts import Language, catalogue

NN = Language.NYNORSK
# Nights of 10 h paid, above the 9 h of a shift; five of them, 50 h, are above the 40 h of a week.
FIVE, NONE = "N1 N1 N1 N1 N1 - - ", "- - - - - - - "
HERE = unit(8, employees=(person("1", name="Silje"),))


def use_of(cells: str) -> AgreementUse:
    (found,) = (use for use in agreement_list(judge(HERE, plan(row(cells)))) if use.paragraph == "10-5 (1)")
    return found


def test_each_rule_tells_its_fact_and_its_own_days() -> None:
    use = use_of(FIVE + NONE * 7)
    assert list(ground_lines(use, Calendar(HERE), NN)) == [
        "Lengd på vakta: N1 er 10 t lang; utan avtale er grensa 9 t (v1 mån–fre)",
        "Timar i veka: 50 t i ei veke; utan avtale er grensa 40 t (v1)",
    ]


def test_weeks_above_a_limit_are_counted_as_weeks_and_never_as_days() -> None:
    use = use_of((FIVE + NONE) * 4)
    assert len(use.days) == 28  # the twenty nights and the eight free days of their weeks
    calendar = Calendar(HERE)
    assert [shortly_where(use, ground, calendar, NN) for ground in use.grounds] == ["20 dagar", "4 veker"]
    few = use_of(FIVE + NONE * 7)
    assert [shortly_where(few, ground, calendar, NN) for ground in few.grounds] == ["v1 mån–fre", "v1"]


def test_the_days_of_several_people_add_up_however_many_work_on_the_same() -> None:
    # Both work the same twenty nights in four weeks above 40 h; the second one night more.
    place = unit(8, employees=(person("1", name="Silje"), person("2", name="Tor")))
    rows = (row((FIVE + NONE) * 4), row((FIVE + NONE) * 3 + FIVE + "N1 - - - - - - ", "2"))
    findings = judge(place, plan(*rows))
    uses = [use for use in agreement_list(findings) if use.paragraph == "10-5 (1)"]
    calendar = Calendar(place)
    told = [count_text(use.found, calendar, NN) for use in uses]
    assert told == ["20 dagar, 4 veker", "21 dagar, 4 veker"]
    together = count_text((found for use in uses for found in use.found), calendar, NN)
    assert together == "til saman 41 dagar, 8 veker"


def test_the_gravest_of_a_rule_is_told() -> None:
    # 50 h in week 1 and 45 h (four nights and a lesser day) in week 3: one finding, the longest week
    use = use_of(FIVE + NONE + "N1 N1 N1 N1 - - - " + NONE * 5)
    assert ground_text(use.grounds[1], Calendar(HERE), NN).startswith("Timar i veka: 50 t")


@pytest.mark.parametrize("language", list(Language))
def test_whatever_has_a_reason_on_screen_has_a_fact_on_paper(language: Language) -> None:
    known = catalogue()
    reasons = {key.removeprefix("because.") for key in known if key.startswith("because.")}
    facts = {key.removeprefix("agreement_fact.") for key in known if key.startswith("agreement_fact.")}
    assert reasons <= facts
    assert all(known[f"agreement_fact.{key}"][language.value] for key in facts)


def test_one_paper_for_several_names_every_shift_it_is_about_and_says_up_to_where_they_differ() -> None:
    # L1 and L2 of 12.5 h are above the 10 h a person alone may agree to; one of each.
    shifts = (shift("L1", "07:30-20:00"), shift("L2", "09:30-22:00"))
    two = unit(2, shifts=shifts, employees=(person("1", name="Silje"), person("2", name="Yusuf")))
    found = judge(
        two,
        plan(
            row("- - - - - L1 - - - - - - - -", "1"),
            row("- - - - - - L2 - - - - - - -", "2"),
        ),
    )
    (use,) = (use for use in agreement_list(found) if use.paragraph == "10-5 (2)")
    (ground,) = (ground for ground in use.grounds if ground.rule == "shift_length")
    assert ground_text(ground, Calendar(two), NN) == (
        "Lengd på vakta: L1, L2 er inntil 12 t 30 min lange; utan avtale er grensa 9 t"
    )
    assert ground.days == (5, 6)


def test_weeks_of_different_length_are_told_as_up_to_the_longest() -> None:
    nights = (shift("N1", "21:30-07:30"), shift("N2", "21:30-08:00"))
    two = unit(2, shifts=nights, employees=(person("1", name="Silje"), person("2", name="Yusuf")))
    rota = plan(row(FIVE + NONE, "1"), row("N2 N2 N2 N2 - - - " + NONE, "2"))
    found = [entry for entry in judge(two, rota) if entry.rule == "weekly_hours"]
    assert len(found) == 2
    (ground,) = grounds_of(found)
    assert ground_text(ground, Calendar(two), NN).startswith("Timar i veka: inntil 50 t i ei veke;")


def test_a_rest_cut_short_by_one_shift_is_told_without_it_where_another_person_s_is_another() -> None:
    def cut(employee: str, before: str, found: int) -> Finding:
        values = (("before", before), ("found_minutes", found), ("required_minutes", 660))
        return Finding(
            rule="daily_rest",
            paragraph="10-8 (1)",
            severity=Severity.NEEDS_AGREEMENT,
            employee=employee,
            days=(int(employee),),
            amount=660 - found,
            text_key="daily_rest_long_shift",
            values=values,
        )

    calendar = Calendar(HERE)
    (alone,) = grounds_of([cut("1", "L1", 600), cut("2", "L1", 600)])
    assert "vakta L1 lèt att 10 t kvile" in ground_text(alone, calendar, NN)
    (both,) = grounds_of([cut("1", "L1", 600), cut("2", "L2", 540)])
    assert "kvile ned til 9 t mellom to vakter; utan avtale minst 11 t" in ground_text(both, calendar, NN)
    assert both.days == (1, 2)
