"""Advice in words: the sentences of the drawing, and that every finding can be told in few words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import demand, person, plan, row
from cases_a import CASES as CASES_A
from cases_b import CASES as CASES_B
from small_ward import FREE, fortnight, ward

from heiltid.advice.taker_words import consequences, joined, signed_hours, wish_text
from heiltid.advice.takers import Hindrance, Taker, who_can_take
from heiltid.advice.why import why_here
from heiltid.advice.why_words import why_words
from heiltid.calendar import Calendar
from heiltid.model import (
    Agreement,
    DemandRow,
    Plan,
    ShiftKind,
    Signed,
    Unit,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rules.judgement import judge_all
from heiltid.rules.registry import judge
from heiltid.texts import Language

NN, NB, EN = Language.NYNORSK, Language.BOKMAL, Language.ENGLISH
WEDNESDAY = 2
ONLY = frozenset({WEDNESDAY})
WHEN = WishDays(week=1, weekday=WEDNESDAY)
EVENING, NOTHING = fortnight("- - A1 - - - -"), fortnight(FREE)
KARI = person("kari", name="Kari Moen", competence="nurse")
LENA = person("lena", name="Lena Nes", competence="nurse")
OLA = person("ola", name="Ola Rød", competence="assistant")


def sentences(a_unit: Unit, a_plan: Plan, number: str, language: Language = NN) -> tuple[str, ...]:
    why = why_here(judge_all(a_unit, a_plan), number, WEDNESDAY)
    words = why_words(why, a_unit, Calendar(a_unit), language)
    return (*words.reasons, *(sentence for _, sentence in words.findings), *words.if_cleared)


def with_demand(*needs: DemandRow) -> tuple[Unit, Plan]:
    """Kari and Ola have A1 on Wednesday; Lena is free."""
    return ward(KARI, LENA, OLA, demand=needs), plan(
        row(EVENING, "kari"), row(NOTHING, "lena"), row(EVENING, "ola")
    )


def test_the_sentences_of_a_shift() -> None:
    a_unit, a_plan = with_demand(demand(ONLY, "15:00-22:00", 2))
    assert sentences(a_unit, a_plan, "kari") == (
        "Står her fordi 1 av 2 elles er til stades 15:00–22:00.",
        "Éin annan kan ta vakta.",
        "Avviket frå stillinga over 2 veker går frå −67,5 til −75,0 timar om vakta blir teken bort.",
    )
    assert sentences(a_unit, a_plan, "kari", NB)[0] == (
        "Står her fordi 1 av 2 ellers er til stede 15:00–22:00."
    )
    assert sentences(a_unit, a_plan, "kari", EN) == (
        "Stands here because otherwise 1 of 2 are there 15:00–22:00.",
        "One other person can take the shift.",
        "The deviation from the position over 2 weeks goes from -67.5 to -75.0 hours "
        "if the shift is taken away.",
    )


def test_a_long_shift_with_one_who_works_nights_only_stands_there_since_she_takes_them() -> None:
    nights = person("kari", name="Kari Moen", kinds=frozenset({ShiftKind.NIGHT}), long_shifts=True)
    told = (
        "Kari Moen går elles berre natt, men har sagt ja til langvakter på sida Tilsette. "
        "Difor kan vakta stå her."
    )
    long, night = (
        plan(row(fortnight("- - L1 - - - -"), "kari")),
        plan(row(fortnight("- - N1 - - - -"), "kari")),
    )
    assert told in sentences(ward(nights), long, "kari")
    assert told not in sentences(ward(nights), night, "kari")
    everything = replace(nights, kinds=KARI.kinds)
    assert not [line for line in sentences(ward(everything), long, "kari") if "langvakter på sida" in line]


def test_the_only_nurse_and_the_rows_after_the_first() -> None:
    a_unit, a_plan = with_demand(
        demand(ONLY, "15:00-22:00", 2, target=3), demand(ONLY, "14:30-22:00", 1, competence="nurse")
    )
    assert sentences(a_unit, a_plan, "kari")[:2] == (
        "Står her fordi ingen andre sjukepleiarar er til stades 14:30–22:00.",
        "Utan vakta er det òg berre 1 av 2 til stades 15:00–22:00.",
    )


def test_the_target_alone_or_nothing_at_all() -> None:
    a_unit, a_plan = with_demand(demand(ONLY, "15:00-22:00", 1, target=2))
    assert sentences(a_unit, a_plan, "ola")[0] == (
        "Utan vakta er det 1 til stades 15:00–22:00; det ønskte talet er 2."
    )
    a_unit, a_plan = with_demand(demand(ONLY, "15:00-22:00", 1))
    assert sentences(a_unit, a_plan, "ola")[0] == "Bemanninga denne dagen held òg utan denne vakta."


def test_a_shift_nobody_needs_does_not_stand_for_a_day_in_order() -> None:
    # One is asked for in the evening and two have it; by day nobody has D1.
    a_unit, a_plan = with_demand(
        demand(ONLY, "15:00-22:00", 1),
        demand(ONLY, "07:30-14:30", 1),
        demand(frozenset({WEDNESDAY + 1}), "07:30-14:30", 3),  # another day
    )
    assert sentences(a_unit, a_plan, "ola")[0] == (
        "Utan denne vakta manglar ikkje fleire. Men denne dagen manglar alt 1 person kl. 07:30–14:30."
    )
    assert sentences(a_unit, a_plan, "ola", NB)[0] == (
        "Uten denne vakten mangler ikke flere. Men denne dagen mangler allerede 1 person kl. 07:30–14:30."
    )
    assert sentences(a_unit, a_plan, "ola", EN)[0] == (
        "Without this shift no more are missing. But this day already lacks 1 person at 07:30–14:30."
    )


def test_a_nurse_missing_is_told_once_though_two_rows_ask_for_her() -> None:
    a_unit, a_plan = with_demand(
        demand(ONLY, "15:00-22:00", 1),
        demand(ONLY, "07:30-14:30", 2),
        demand(ONLY, "07:30-14:30", 2, competence="nurse"),
    )
    assert sentences(a_unit, a_plan, "ola")[0].endswith("manglar alt 2 sjukepleiar kl. 07:30–14:30.")


def test_what_lacks_the_morning_after_in_the_night_s_own_time_is_told() -> None:
    # Ola's night is one too many; he is no nurse, and of the two asked for till 07:00 only Kari is there.
    nights, thursday = fortnight("- - N1 - - - -"), frozenset({WEDNESDAY + 1})
    needs = demand(ONLY, "22:00-06:00", 1), demand(thursday, "06:00-07:00", 2, competence="nurse")
    a_unit = ward(KARI, LENA, OLA, demand=needs)
    a_plan = plan(row(nights, "kari"), row(NOTHING, "lena"), row(nights, "ola"))
    told = sentences(a_unit, a_plan, "ola")[0]
    assert told.endswith("denne dagen manglar alt 1 sjukepleiar kl. 06:00–07:00 dagen etter.")


def test_an_agreement_that_many_days_rest_on_tells_the_fact_that_asks_for_it() -> None:
    # Six evenings of 7.5 h make 45 h a week; two such weeks are fourteen days, too many to name.
    week = "A1 A1 A1 A1 A1 A1 -"
    a_unit = ward(KARI)
    found = sentences(a_unit, plan(row(f"{week} {week}", "kari")), "kari")
    assert "Vakta treng avtale etter § 10-5 (1) fordi arbeidstida i veka er 45 t." in found
    found = sentences(a_unit, plan(row(f"{week} {week}", "kari")), "kari", EN)
    assert "The shift needs an agreement by § 10-5 (1) because the week has 45 h of work." in found


def test_one_rule_is_not_told_to_ask_for_more_and_for_less_when_a_shift_goes() -> None:
    # 6 x 7.5 = 45 h and 5 x 10 = 50 h rest on § 10-5 (1); without the Wednesday of the first the 50 h alone.
    a_unit = ward(KARI)
    a_plan = plan(row("A1 A1 A1 A1 A1 A1 - N1 N1 N1 N1 N1 - -", "kari"))
    found = sentences(a_unit, a_plan, "kari")
    (rests,) = [
        told for told in found if told.startswith("Utan denne vakta kviler mindre av turnusen på avtale: ")
    ]
    assert "«Timar i veka» (§ 10-5 (1))" in rests
    assert not [told for told in found if told.startswith("Å ta vakta bort")]
    english = sentences(a_unit, a_plan, "kari", EN)
    assert any(
        told.startswith("Without the shift less of the rota rests on an agreement: ") for told in english
    )


def test_what_a_shift_less_eases_is_told_by_its_kind() -> None:
    # The evening until 22:00 and the day shift from 07:30 leave 9.5 h of rest: less than 11 needs an
    # agreement, and none is possible once it is refused.
    refused = Agreement(paragraph="10-8 (3)", signed=Signed.REFUSED)
    a_plan = plan(row(fortnight("- - A1 D1 - - -"), "kari"))
    assert any(
        told.startswith("Utan denne vakta kviler mindre av turnusen på avtale: «Døgnkvile» (§ 10-8 (3))")
        for told in sentences(ward(KARI), a_plan, "kari")
    )
    assert any(
        told.startswith("Utan denne vakta blir det færre eller mindre brot på «Døgnkvile»")
        for told in sentences(ward(KARI, agreements=(refused,)), a_plan, "kari")
    )


def test_a_night_into_the_next_day() -> None:
    # N1 21:45-07:45; Thursday 06:00-07:00 needs somebody on N1's like.
    a_unit = ward(KARI, demand=(demand(frozenset({3}), "06:00-07:00", 1),))
    found = sentences(a_unit, plan(row(fortnight("- - !N1 - - - -"), "kari")), "kari")
    assert found[:3] == (
        "Vakta er låst.",
        "Står her fordi ingen andre er til stades 06:00–07:00 dagen etter.",
        "Ingen andre kan ta vakta utan å bryte ein regel.",
    )


def plain(shown: str) -> str:
    """With ordinary spaces where figures and their unit stay together."""
    return shown.replace("\u00a0", " ")


def test_a_taker_with_what_it_costs() -> None:
    wishes = (
        Wish(employee="lena", when=WHEN, off=True),
        Wish(employee="ola", when=WHEN, kind=ShiftKind.EVENING, strength=WishStrength.STRONG),
    )
    a_unit = ward(KARI, LENA, OLA, wishes=wishes)
    a_plan = plan(row(fortnight("- - - D1 - - -"), "kari"), row(NOTHING, "lena"), row(NOTHING, "ola"))
    takers = who_can_take(judge_all(a_unit, a_plan), WEDNESDAY, "A1")
    off = "avvik frå stillinga over 2 veker"
    assert [entry.employee for entry in takers] == ["ola", "lena", "kari"]
    assert [plain(consequences(entry, a_unit, NN)) for entry in takers] == [
        f"ingenting i vegen, oppfyller eit sterkt ønske om kveldsvakt, {off}: −75,0 → −67,5 t",
        f"bryt eit svakt ønske om fri, {off}: −75,0 → −67,5 t",
        f"treng avtale etter § 10-8 (3), {off}: −67,5 → −60,0 t",
    ]
    assert plain(consequences(takers[1], a_unit, EN)) == (
        "breaks a weak wish for a day off, off the position over 2 weeks: -75.0 → -67.5 h"
    )


def test_whoever_leaves_a_competence_missing_is_told_so() -> None:
    needs = (demand(ONLY, "14:30-22:00", 1, competence="nurse"),)
    assistant = replace(LENA, competence="assistant")
    a_unit = ward(assistant, demand=needs)
    (taker,) = who_can_take(judge_all(a_unit, plan(row(NOTHING, "lena"))), WEDNESDAY, "A1")
    assert consequences(taker, a_unit, NN).startswith("da manglar sjukepleiar, avvik")
    assert consequences(taker, a_unit, NB).startswith("da mangler sykepleier, avvik")
    assert consequences(taker, a_unit, EN).startswith("then there is no nurse, off")


def test_who_would_break_a_rule_is_told_with_the_rule_alone() -> None:
    must = Wish(employee="lena", when=WHEN, off=True, strength=WishStrength.MUST)
    a_unit = ward(LENA, wishes=(must,))
    (taker,) = who_can_take(judge_all(a_unit, plan(row(NOTHING, "lena"))), WEDNESDAY, "A1")
    assert consequences(taker, a_unit, NN) == "bryt «Må-ønske»"
    a_plan = plan(row(fortnight("- N1 - - - - -"), "lena"))
    (taker,) = who_can_take(judge_all(ward(LENA), a_plan), WEDNESDAY, "D1")
    assert "bryt «Éi vakt om gongen» (§ 10-8 (1))" in consequences(taker, ward(LENA), NN)


def test_a_closed_day() -> None:
    found = sentences(ward(KARI), plan(row(fortnight("- - (D1)FE - - - -"), "kari")), "kari")
    assert found == ("Ingen vakt kan stå her: borte denne dagen (FE).",)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("hindrance", Hindrance)
def test_every_hindrance_has_its_words(hindrance: Hindrance, language: Language) -> None:
    taker = Taker(
        employee="kari",
        day=0,
        code="N1",
        hindrance=hindrance,
        standing="FE",
        deviation_before=0,
        deviation_after=0,
    )
    assert consequences(taker, ward(KARI), language)


@pytest.mark.parametrize("case", [*CASES_A.values(), *CASES_B.values()])
def test_every_finding_can_be_told_in_few_words(case: tuple[Unit, Plan]) -> None:
    a_unit, a_plan = case
    found = judge(a_unit, a_plan)
    assert found
    for finding in found:
        taker = Taker(
            employee=a_unit.employees[0].number,
            day=0,
            code=a_unit.shifts[0].code,
            new=(finding,),
            deviation_before=-45,
            deviation_after=405,
        )
        told = {consequences(taker, a_unit, language) for language in Language}
        assert len(told) == 3
        assert all("{" not in sentence for sentence in told)


@pytest.mark.parametrize(
    ("wish", "nynorsk", "english"),
    [
        (Wish(employee="1", when=WHEN, off=True), "eit svakt ønske om fri", "a weak wish for a day off"),
        (
            Wish(employee="1", when=WHEN, code="D1", strength=WishStrength.MUST),
            "eit må-ønske om D1",
            "a must-wish for D1",
        ),
        (
            Wish(employee="1", when=WHEN, kind=ShiftKind.NIGHT, negated=True, strength=WishStrength.STRONG),
            "eit sterkt ønske om å sleppe nattevakt",
            "a strong wish for no night shift",
        ),
    ],
)
def test_wishes_in_words(wish: Wish, nynorsk: str, english: str) -> None:
    assert (wish_text(wish, NN), wish_text(wish, EN)) == (nynorsk, english)


@pytest.mark.parametrize(
    ("minutes", "shown"), [(0, "0,0"), (2, "0,0"), (-2, "0,0"), (45, "+0,8"), (-408, "−6,8"), (600, "+10,0")]
)
def test_hours_with_their_sign(minutes: int, shown: str) -> None:
    assert signed_hours(minutes, NN) == shown
    assert signed_hours(minutes, EN) == shown.replace(",", ".").replace("−", "-")


def test_the_same_verb_is_said_once() -> None:
    assert joined(["gir ei delt helg", "gir ein einsleg fridag", "bryt eit ønske"]) == (
        "gir ei delt helg, ein einsleg fridag, bryt eit ønske"
    )
