"""Why somebody has the position she has: facts that can be checked by hand, and none made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from builders import MONDAY, SHIFTS, WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.advice.position_why import PositionReasons, PositionWhy, Standing
from heiltid.advice.position_words import (
    position_sentences,
    reasons_in_table,
    sentences_for_herself,
)
from heiltid.measures.room import Limit
from heiltid.model import (
    Absence,
    Employee,
    GoalReached,
    Origin,
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
RUN = Origin(
    made_at=datetime(2027, 1, 4),
    status="feasible",
    seconds=1.0,
    seed=1,
    workers=2,
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


def test_seldom_weekends_are_a_reason_only_where_others_work_them_oftener() -> None:
    rota = plan(row(DAYS, "1", 5_000), row(FREE, "2", 5_000), row(FREE, "3", 5_000))
    often, seldom = wanting("1", weekend_every=3), wanting("1", weekend_every=4)
    others = (wanting("2"), wanting("3"))  # every third
    assert why(ward(often, *others), rota).own.usual_every is None
    assert why(ward(seldom, *others), rota).own.usual_every == 3
    assert why(ward(wanting("1", weekend_every=0), *others), rota).own.usual_every == 3


def test_open_shifts_are_asked_one_by_one() -> None:
    # Saturday lacks two. She may work no weekend; the other may work every one.
    weekend = (demand(frozenset({5}), "07:30-15:00", 2),)
    place = ward(wanting("1", weekend_every=0), wanting("2", weekend_every=1), demand=weekend)
    rota = plan(row("D1 - - - - - -", "1", 5_000), row(FREE, "2", 5_000))
    found = why(place, rota).open
    assert (found.count, found.can_take) == (2, 0)
    assert found.hinders == (("rule.weekend_frequency", 2),)
    assert why(place, rota, "2").open.can_take == 2


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


def test_who_got_more_and_by_which_goal() -> None:
    # 2 lacked 20 and has full time; 3 lacked 60, more than she (50); 4 grew, but not to what was wanted.
    people = (wanting("1"), wanting("2", 8_000), wanting("3", 4_000), wanting("4", 3_000, 6_000))
    rows = [row(FREE, str(n), now) for n, now in ((1, 6_000), (2, 10_000), (3, 10_000), (4, 5_000))]
    built = replace(plan(*rows), origin=RUN)
    found = why(ward(*people), built).queue
    assert (found.served, found.partly, found.not_served) == (("2", "3"), ("4",), ())
    assert found.fuller == ("2",)
    assert why(ward(*people), plan(*rows)).queue.fuller == ()  # made by hand: no goal gave anything
    # 4 wants no full time: the goal gives it to both before her.
    assert why(ward(*people), built, "4").queue.fuller == ("2", "3")


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
    assert "Ramma på 1,5 årsverk er brukt opp" in " ".join(
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
        "Ingenting av det som er sett på sida Tilsette, står i vegen for meir: det er timane som ikkje "
        "strekk til.",
        "Ramma på 1,6 årsverk er brukt opp: meir til éin må takast frå ein annan, eller ramma må bli større.",
        "Éin annan ønskte òg større stilling, og fekk det: Unn Li.",
        "Unn Li har dei same vilkåra og meir no. Det stod likt mellom dei, og Heiltid måtte velje: timane "
        "kunne like gjerne ha gått andre vegen.",
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
