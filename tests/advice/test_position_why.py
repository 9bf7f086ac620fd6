"""Why somebody has the position she has: facts that can be checked by hand, and none made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from builders import MONDAY, SHIFTS, WEEKDAYS, WEEKEND, demand, engine_run, person, plan, row, unit

from heiltid.advice.position_why import PositionReasons, PositionWhy, Standing
from heiltid.advice.position_words import (
    own_sentences,
    position_sentences,
    reasons_in_table,
    sentences_for_herself,
)
from heiltid.measures.room import Limit
from heiltid.model import (
    Absence,
    Employee,
    GoalReached,
    Plan,
    ShiftKind,
    Status,
    Unit,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
FREE = "- - - - - - -"
DAYS = "D1 D1 D1 D1 D1 - -"
RUN = engine_run(
    goals=(GoalReached(name="full_time_employees", value=1.0),),
)


def wanting(number: str, position: int = 5_000, wanted: int = 10_000, **more: object) -> Employee:
    """Somebody with part-time who wants more, and agrees to long shifts."""
    more.setdefault("long_shifts", True)
    return person(number, position, wanted_bp=wanted, **more)


def why(ward: Unit, rota: Plan, number: str = "1") -> PositionWhy:
    found = PositionReasons(judge_all(ward, rota), None).why(number)
    assert found is not None
    return found


def ward(*people: Employee, **more: object) -> Unit:
    """One day shift a day, one week: 7 x 7.5 h of 35.5 h = 1.479 positions."""
    more.setdefault("demand", (demand(WEEKDAYS | WEEKEND, "07:30-15:00", 1),))
    return unit(weeks=1, employees=people, **more)


@pytest.mark.parametrize(
    ("who", "now", "standing"),
    [
        (wanting("1"), 10_000, Standing.WANTED),
        (wanting("1", wanted=5_000), 5_000, Standing.WANTED),
        (wanting("1", chosen_part_time=True), 5_000, Standing.CHOSEN),
        (wanting("1", status=Status.VACANT), 5_000, Standing.VACANT),
        (wanting("1", max_bp=6_000), 6_000, Standing.MAXIMUM),
        (wanting("1", employed_to=date(2026, 1, 1)), 5_000, Standing.AWAY),
        (wanting("1"), 9_999, Standing.MISSING),
    ],
)
def test_what_a_position_is_beside_the_wanted_one(who: Employee, now: int, standing: Standing) -> None:
    assert why(ward(who), plan(row(DAYS, "1", now))).standing is standing


def test_what_is_set_for_her_is_told_with_the_hours_it_closes() -> None:
    # The plan: five day shifts, two evening shifts, one long shift.
    her = wanting("1", kinds=frozenset({ShiftKind.DAY}), long_shifts=False, competence="assistant")
    nurses = demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")
    place = ward(her, wanting("2"), demand=(nurses,))
    rota = plan(row(DAYS, "1", 5_000), row("A1 A1 - - L1 - -", "2", 5_000))
    paid = {shift.code: shift.paid_minutes for shift in SHIFTS}
    total = 5 * paid["D1"] + 2 * paid["A1"] + paid["L1"]
    own = why(place, rota).own
    assert own.closed_kinds == (ShiftKind.EVENING,)  # nobody works nights here: nothing is lost by them
    assert own.closed_share * total == 2 * paid["A1"]
    assert own.long_share * total == paid["L1"]
    assert own.asked_of_others == (("nurse", 5 * 450),)
    by_night = replace(
        her, kinds=frozenset({ShiftKind.NIGHT})
    )  # long shifts by day are not for her to ask for
    assert why(ward(by_night, wanting("2")), rota).own.long_share == 0


def test_seldom_weekends_are_a_reason_only_where_others_work_them_oftener() -> None:
    rota = plan(row(DAYS, "1", 5_000), row(FREE, "2", 5_000), row(FREE, "3", 5_000))
    often, seldom = wanting("1", weekend_every=3), wanting("1", weekend_every=4)
    others = (wanting("2"), wanting("3"))  # every third
    assert why(ward(often, *others), rota).own.usual_every is None
    assert why(ward(seldom, *others), rota).own.usual_every == 3
    assert why(ward(wanting("1", weekend_every=0), *others), rota).own.usual_every == 3


def test_a_gap_counts_once_however_many_lack_in_it() -> None:
    # Saturday lacks two, in one row of the demand. She may work no weekend; the other may work every one.
    weekend = (demand(frozenset({5}), "07:30-15:00", 2),)
    place = ward(wanting("1", weekend_every=0), wanting("2", weekend_every=1), demand=weekend)
    rota = plan(row("D1 - - - - - -", "1", 5_000), row(FREE, "2", 5_000))
    found = why(place, rota).open
    assert (found.count, found.can_take) == (1, 0)
    assert found.hinders == (("rule.weekend_frequency", 1),)
    assert why(place, rota, "2").open.can_take == 1


def test_a_gap_no_code_covers_is_counted_and_told() -> None:
    # A row of the demand on Saturday and one on Sunday, and no shift codes at all.
    early = (demand(frozenset({5}), "07:30-15:00", 1), demand(frozenset({6}), "07:30-15:00", 1))
    place = replace(ward(wanting("1", weekend_every=1), demand=early), shifts=())
    found = why(place, plan(row(FREE, "1", 5_000))).open
    assert (found.count, found.can_take, found.hinders) == (2, 0, (("hindrance.no_code", 2),))


def test_how_many_holes_each_reason_keeps_open_is_said_with_the_noun() -> None:
    # Nobody works two nights, which she does not take, nor Monday, where she has a shift.
    her = wanting("1", kinds=frozenset({ShiftKind.DAY}))
    rows = (demand(frozenset({1, 2}), "23:00-06:00", 1), demand(frozenset({0}), "07:30-15:00", 2))
    found = why(ward(her, demand=rows), plan(row("D1 - - - - - -", "1", 5_000)))
    told = " ".join(position_sentences(found, ward(her, demand=rows), NYNORSK))
    assert "kan ikkje takast. 2 hol: tek ikkje slike vakter; 1 hol: har ei anna vakt den dagen." in told


def test_gaps_beyond_those_that_are_tried_are_told_of() -> None:
    # 8 rows of the demand on each of 10 days: 80 gaps, of which 60 are tried.
    rows = tuple(demand(WEEKDAYS, f"{hour:02d}:00-{hour + 1:02d}:00", 1) for hour in range(8, 16))
    place = replace(ward(wanting("1"), demand=rows), weeks=2)
    found = why(place, plan(row(f"{FREE} {FREE}", "1", 5_000)))
    assert (found.open.count, found.open.asked) == (80, 60)
    told = " ".join(position_sentences(found, place, Language.NYNORSK))
    assert "Det er 80 hol i bemanninga; dei 60 første er prøvde." in told


def test_another_rule_than_weekends_is_told_by_its_name_and_weekends_before_it() -> None:
    # Saturday lacks one. She wants it free, by a must: where she works no weekend either, that is told.
    saturday = (demand(frozenset({5}), "07:30-15:00", 1),)
    must = Wish(employee="1", when=WishDays(weekday=5), off=True, strength=WishStrength.MUST)
    for every, rule in ((1, "rule.must_wish"), (0, "rule.weekend_frequency")):
        place = ward(wanting("1", weekend_every=every), demand=saturday, wishes=(must,))
        assert why(place, plan(row(FREE, "1", 5_000))).open.hinders == ((rule, 1),)


def test_what_she_had_is_that_of_the_rota_before_where_there_is_one() -> None:
    place = ward(wanting("1"))
    then, now = (plan(row(FREE, "1", share)) for share in (3_000, 6_000))
    found = PositionReasons(judge_all(place, now), then).why("1")
    assert found is not None
    assert (found.was_bp, found.now_bp, why(place, now).was_bp) == (3_000, 6_000, 5_000)


def test_who_got_more_and_how_much_without_a_rule_that_others_contradict() -> None:
    # She lacks 40. 2 lacked 20 and has full time; 3 lacked 60 and has it too; 4 grew, but not to 60 %;
    # 5 got nothing. No order of gaps tells these apart, so none is told.
    people = (
        wanting("1", name="Anne Bø"),
        wanting("2", 8_000, name="Bo Li"),
        wanting("3", 4_000, name="Eli Ås", weekend_every=2),
        wanting("4", 3_000, 6_000, name="Ida Vik"),
        wanting("5", 9_000, name="Liv Dal"),
    )
    shares = ((1, 6_000), (2, 10_000), (3, 10_000), (4, 5_000), (5, 9_000))
    built = replace(plan(*(row(FREE, str(n), now) for n, now in shares)), origin=RUN)
    place = ward(*people, fte_budget_bp=40_000, demand=())
    found = why(place, built)
    assert (found.queue.served, found.queue.partly, found.queue.not_served) == (("2", "3"), ("4",), ("5",))
    gains = [(gain.employee, gain.was_bp, gain.now_bp) for gain in found.queue.gains]
    assert gains == [("3", 4_000, 10_000), ("2", 8_000, 10_000), ("4", 3_000, 5_000)]
    assert list(position_sentences(found, place, NYNORSK))[2:] == [
        "Ramma de har sett for alle stillingane til saman, 4 årsverk, er brukt opp: meir til éin må "
        "takast frå ein annan, eller ramma må bli større.",
        "4 andre ønskte òg større stilling, og 2 av dei fekk det dei ønskte.",
        "Auke fekk Eli Ås (40 % → 100 %), Bo Li (80 % → 100 %) og Ida Vik (30 % → 50 %).",
        "Timane rakk ikkje til alle, og Heiltid måtte velje mellom dei som ønskte meir.",
        "Bo Li har dei same vilkåra. Dei siste 20 % der gav éin til i heiltid; her hadde dei ikkje gjort "
        "det.",
        "Andre fordelingar kan vere like gode, og du vel: skal Anne Bø få meir, set «Minst» til 100 % på "
        "sida Tilsette og lag turnusen på nytt. Då blir det mindre til andre.",
    ]


def test_heiltid_chose_nothing_in_a_plan_made_by_hand_and_herself_is_told_of_nobody() -> None:
    people = (wanting("1", name="Anne Bø"), wanting("2", 8_000, competence="nurse", name="Bo Li"))
    rows = plan(row(FREE, "1", 6_000), row(FREE, "2", 10_000))
    place = ward(*people, fte_budget_bp=16_000, demand=())
    chose = "Heiltid måtte velje"
    assert chose not in " ".join(position_sentences(why(place, rows), place, NYNORSK))
    built = why(place, replace(rows, origin=RUN))
    assert chose in " ".join(position_sentences(built, place, NYNORSK))
    herself = " ".join(sentences_for_herself(built, place, NYNORSK))
    assert chose in herself
    assert "Bo Li" not in herself
    assert "Minst" not in herself


def test_nights_and_long_shifts_are_all_she_works_and_the_share_is_of_the_ordinary_ones() -> None:
    # 3 x 7.5 h day, 2 x 7.5 h evening, a night and a long shift: day and evening are 37.5 h of the hours.
    her = wanting("1", kinds=frozenset({ShiftKind.NIGHT}), name="Silje Fager")
    place = ward(her, wanting("2"), demand=(), fte_budget_bp=20_000)
    rota = plan(row("N1 - - - - L1 -", "1", 5_000), row("D1 D1 D1 A1 A1 - -", "2", 5_000))
    paid = {shift.code: shift.paid_minutes for shift in SHIFTS}
    total = 3 * paid["D1"] + 2 * paid["A1"] + paid["N1"] + paid["L1"]
    own = why(place, rota).own
    assert own.closed_share * total == 3 * paid["D1"] + 2 * paid["A1"]
    assert own.only_kinds == (ShiftKind.NIGHT, ShiftKind.LONG)
    told = list(own_sentences(why(place, rota), NYNORSK))
    share = round(100 * (3 * paid["D1"] + 2 * paid["A1"]) / total)
    assert told == [
        "Går berre natt og langvakter, og kan ikkje få dei andre timane "
        f"(vanlege vakter på dag og kveld: {share} % av turnusen)."
    ]
    unwilling = ward(replace(her, long_shifts=False), wanting("2"), demand=(), fte_budget_bp=20_000)
    assert "Går ikkje dag og kveld" in " ".join(own_sentences(why(unwilling, rota), NYNORSK))
    by_day = ward(
        replace(her, kinds=frozenset({ShiftKind.DAY, ShiftKind.EVENING})), demand=(), fte_budget_bp=20_000
    )
    assert "Går ikkje natt" in " ".join(own_sentences(why(by_day, rota), NYNORSK))


def test_what_she_does_not_work_is_no_reason_where_the_hours_are_used_up() -> None:
    # The budget is three half positions, or twice that. She works neither nights nor long shifts.
    her = wanting("1", kinds=frozenset({ShiftKind.DAY}), long_shifts=False, weekend_every=6, name="Anne Bø")
    nurses = (demand(frozenset({1}), "23:00-06:00", 1, competence="nurse"),)
    rota = plan(row("D1 - - - - - -", "1", 5_000), row("- N1 - - L1 - -", "2", 5_000), row(FREE, "3", 5_000))
    minor = ("Går ikkje", "langvakter", "sjukepleiar", "helg")
    for budget, are_told in ((15_000, False), (30_000, True)):
        place = ward(
            replace(her, competence="assistant"),
            wanting("2", competence="nurse"),
            wanting("3", competence="nurse"),
            demand=nurses,
            fte_budget_bp=budget,
        )
        found = why(place, rota)
        assert found.open.count == 0
        for sentences in (
            position_sentences(found, place, NYNORSK),
            sentences_for_herself(found, place, NYNORSK),
            reasons_in_table(found, place, NYNORSK),
        ):
            told = " ".join(sentences)
            assert [word in told for word in minor] == [are_told] * 4
            assert ("Alle timane i ramma er delte ut." in told) is not are_told
            assert "strekk til" not in told  # its hours may well be more than the staffing needs


def test_a_gap_of_a_kind_she_does_not_work_is_no_reason_where_the_budget_is_used_up() -> None:
    # Nobody works Tuesday night, and she works no nights: no plan gives her that one.
    her = wanting("1", kinds=frozenset({ShiftKind.DAY}), name="Anne Bø")
    place = ward(her, demand=(demand(frozenset({1}), "23:00-06:00", 1),), fte_budget_bp=5_000)
    found = why(place, plan(row("D1 - - D1 D1 D1 -", "1", 5_000)))
    assert found.room is not None
    assert found.room.limit is Limit.BUDGET
    told = " ".join(reasons_in_table(found, place, NYNORSK))
    assert told == "Ønskjer 50 % meir. Alle timane i ramma er delte ut."


def test_the_lot_is_told_only_of_those_who_are_alike_in_all_that_counts() -> None:
    rows = plan(row(FREE, "1", 6_000), row(FREE, "2", 10_000))
    alike = (wanting("1", min_bp=5_000), wanting("2", 4_000, min_bp=4_000))
    assert why(ward(*alike), rows).queue.alike == ("2",)
    down_to_hers = replace(alike[1], min_bp=6_000)
    assert why(ward(alike[0], down_to_hers), rows).queue.alike == ("2",)
    as_much = plan(row(FREE, "1", 6_000), row(FREE, "2", 6_000))
    assert why(ward(*alike), as_much).queue.alike == ()
    for other in (
        wanting("2", 4_000, competence="nurse"),
        wanting("2", 4_000, weekend_every=2),
        wanting("2", 4_000, long_shifts=False),
        wanting("2", 7_000, min_bp=7_000),  # cannot go down to her 60 %
    ):
        assert why(ward(alike[0], other), rows).queue.alike == ()


def test_other_days_away_or_that_must_be_free_tell_two_people_apart() -> None:
    rows = plan(row(FREE, "1", 6_000), row(FREE, "2", 10_000))
    people = (wanting("1", min_bp=5_000), wanting("2", 4_000, min_bp=4_000))

    def away(number: str, days: int) -> Absence:
        return Absence(employee=number, first=MONDAY, last=MONDAY + timedelta(days=days), code="FE")

    def must(number: str, weekday: int) -> Wish:
        when = WishDays(weekday=weekday)
        return Wish(employee=number, when=when, off=True, strength=WishStrength.MUST)

    for mine, others, is_alike in ((1, 1, True), (1, 3, False)):
        for given in (
            {"absences": (away("1", mine), away("2", others))},
            {"wishes": (must("1", mine), must("2", others))},
        ):
            found = why(ward(*people, **given), rows).queue.alike
            assert found == (("2",) if is_alike else ())


def test_a_full_budget_is_told_and_an_open_one_too() -> None:
    rota = plan(row(DAYS, "1", 5_000), row(FREE, "2", 10_000))
    people = (wanting("1"), wanting("2", 10_000))
    full = why(ward(*people, fte_budget_bp=15_000), rota)
    assert full.room is not None
    assert full.room.limit is Limit.BUDGET
    assert "Ramma de har sett for alle stillingane til saman, 1,5 årsverk, er brukt opp" in " ".join(
        position_sentences(full, ward(*people, fte_budget_bp=15_000), NYNORSK)
    )
    left = ward(*people, fte_budget_bp=17_500)
    assert "0,25 årsverk av ramma står att" in " ".join(position_sentences(why(left, rota), left, NYNORSK))


def test_the_sentences_of_one_who_got_less_than_another_like_her() -> None:
    people = (wanting("1", name="Anne Bø", min_bp=5_000), wanting("2", 4_000, name="Unn Li", min_bp=4_000))
    place = ward(*people, demand=(), fte_budget_bp=16_000)
    rota = plan(row(FREE, "1", 6_000), row(FREE, "2", 10_000))
    found = why(place, rota)
    assert list(position_sentences(found, place, NYNORSK)) == [
        "Går frå 50 % til 60 %. Ønskjer 100 %, så 40 % manglar.",
        "Ingenting av det som er sett på sida Tilsette, står i vegen for meir, men alle timane i ramma er "
        "delte ut.",
        "Ramma de har sett for alle stillingane til saman, 1,6 årsverk, er brukt opp: meir til éin må "
        "takast frå ein annan, eller ramma må bli større.",
        "Éin annan ønskte òg større stilling, og fekk det.",
        "Auke fekk Unn Li (40 % → 100 %).",
        "Unn Li har dei same vilkåra og meir no. Det stod likt mellom dei, og Heiltid måtte velje: timane "
        "kunne like gjerne ha gått andre vegen.",
        "Andre fordelingar kan vere like gode, og du vel: skal Anne Bø få meir, set «Minst» til 100 % på "
        "sida Tilsette og lag turnusen på nytt. Då blir det mindre til andre.",
    ]
    assert "Unn Li" not in " ".join(sentences_for_herself(found, place, NYNORSK))
    assert next(reasons_in_table(found, place, NYNORSK)) == "Ønskjer 40 % meir."


@pytest.mark.parametrize("language", list(Language))
def test_nobody_who_lacks_something_stands_without_a_reason(language: Language) -> None:
    people = (wanting("1"), wanting("2", 10_000))
    for budget in (15_000, 20_000, None):
        place = ward(*people, fte_budget_bp=budget, demand=())
        found = why(place, plan(row(DAYS, "1", 5_000), row(FREE, "2", 10_000)))
        assert len(list(reasons_in_table(found, place, language))) > 1


def test_a_line_the_plan_lacks_has_no_answer() -> None:
    assert PositionReasons(judge_all(ward(wanting("1")), plan(row(DAYS, "1"))), None).why("9") is None


def test_who_leaves_inside_the_rota_is_told_so_even_with_the_wanted_position() -> None:
    her = wanting("1", 10_000, employed_to=date(2027, 1, 7))
    place = ward(her)
    found = why(place, plan(row("D1 D1 - - - - -", "1")))
    assert list(position_sentences(found, place, NYNORSK)) == [
        "Har stillinga som er ønskt.",
        "Sluttar 07.01.2027.",
    ]


@pytest.mark.parametrize("seed", range(20))
def test_no_reason_for_one_is_contradicted_by_another_of_the_same_plan(seed: int) -> None:
    """Random wards and shares: what is told of who got more holds for everybody in the plan."""
    chance = Random(seed)
    shares = range(2_000, 10_001, 1_000)
    people = [
        wanting(
            str(n), was := chance.choice(shares), chance.choice(shares), min_bp=min(was, 5_000), name=f"P{n}"
        )
        for n in range(12)
    ]
    now = {one.number: max(one.min_bp, chance.choice(shares)) for one in people}
    rota = replace(plan(*(row(FREE, number, share) for number, share in now.items())), origin=RUN)
    place = ward(*people, fte_budget_bp=sum(now.values()), demand=())
    reasons = PositionReasons(judge_all(place, rota), None)
    found = {one.number: reasons.why(one.number) for one in people}
    lacking = {number: entry for number, entry in found.items() if entry and entry.room is not None}
    for number, entry in lacking.items():
        told = {gain.employee: gain.now_bp - gain.was_bp for gain in entry.queue.gains}
        assert told == {
            one.number: now[one.number] - one.position_bp
            for one in people
            if one.number != number and one.wanted_bp > one.position_bp and now[one.number] > one.position_bp
        }
        for other in entry.queue.alike:  # it went that way and no other: nobody is told the opposite
            assert now[other] > now[number]
            assert other not in lacking or number not in lacking[other].queue.alike
        words = " ".join(position_sentences(entry, place, NYNORSK))
        assert ("velje" in words) == bool(told or entry.queue.alike)
        assert "manglar minst" not in words
    assert lacking or seed
