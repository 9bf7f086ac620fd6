"""Why she, why not he: each reason on an example where it is the one that holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from builders import D1, WEEKDAYS, demand, person, row, shift, unit
from rolls import NOON, SUMMER, away, roll

from heiltid.allocation import ShareGoal
from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.booking.sharing.deciding import decided, proposed
from heiltid.booking.sharing.reason_words import why_not, why_she
from heiltid.booking.sharing.reasons import PlaceReasons, Reason, Reasons, WhyNot
from heiltid.booking.sharing.shares import drawn
from heiltid.errors import InternalError
from heiltid.model import Status
from heiltid.model.asking import (
    Allotment,
    Answer,
    Booking,
    BookingSettings,
    Channel,
    Choice,
    Extra,
    Willingness,
)
from heiltid.model.booking import Refusal
from heiltid.texts import Language

CODE = "K7F2"
A1 = shift("A1", "14:30-22:00")
PEOPLE = (
    person("1", 0, status=Status.HOURLY),
    person("2", 0, status=Status.HOURLY),
    person("3", 5_000, wanted_bp=8_000),
    person("9", 10_000, name="Borte Bortesen"),
)
# Places of the week of person 9, who is away: Monday day, Tuesday evening, Wednesday day, Friday day.
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = 1, 2, 3, 4
GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO


def booking(answers: dict[str, dict[int, Willingness]], **more: Any) -> Booking:
    """A week with four open places and what people said to them."""
    ward = unit(
        1,
        start=SUMMER,
        shifts=(D1, A1),
        employees=more.pop("employees", PEOPLE),
        demand=(
            demand(frozenset({0, 2, 4}), "07:30-15:00", 1),
            demand(frozenset({1}), "14:30-22:00", 1),
        ),
        rule_book="law",
        full_time_week_minutes=more.pop("full_time", None),
    )
    rollout = roll(
        ward,
        row("- - - - - - -", "1", 0),
        row("- - - - - - -", "2", 0),
        more.pop("third", row("- D1 - D1 - - -", "3", 5_000)),
        row("D1 A1 D1 - D1 - -", "9"),
        absences=(away(SUMMER, SUMMER + timedelta(days=6), number="9"),),
    )
    found = Booking(secret=b"s" * 32, rollout=rollout, settings=more.pop("settings", BookingSettings()))
    sent = replace(new_list(found, ListWish(), deadline=NOON + timedelta(days=9), at=NOON), code=CODE)
    assert [(place.number, place.code) for place in sent.places] == [
        (1, "D1"),
        (2, "A1"),
        (3, "D1"),
        (4, "D1"),
    ]
    most = more.pop("most", {})
    given = tuple(
        Answer(
            list=CODE,
            employee=who,
            choices=tuple(Choice(place=number, willingness=word) for number, word in said.items()),
            most_minutes=most.get(who),
            given_at=NOON,
            received_at=NOON,
            channel=Channel.TYPED,
        )
        for who, said in answers.items()
    )
    return replace(found, lists=(sent,), answers=given, ledger=more.pop("ledger", ()), **more)


def given(found: Booking, takers: dict[int, str]) -> Booking:
    """The list with a proposal."""
    return proposed(
        found, CODE, (Allotment(place=number, employee=takers.get(number)) for number in range(1, 5))
    )


def reasons(found: Booking, number: int) -> PlaceReasons:
    return Reasons(found, CODE).of(number)


def why(found: Booking, number: int, employee: str) -> Reason:
    return next(entry for entry in reasons(found, number).others if entry.employee == employee)


def test_what_she_said_or_did_not_say_is_the_reason() -> None:
    found = given(booking({"1": {MONDAY: CAN}, "2": {MONDAY: NO}, "3": {FRIDAY: CAN}}), {MONDAY: "1"})
    assert why(found, MONDAY, "2") == Reason(employee="2", why=WhyNot.SAID_NO)
    assert why(found, MONDAY, "3") == Reason(employee="3", why=WhyNot.NOT_ANSWERED)
    assert why(found, WEDNESDAY, "9") == Reason(
        employee="9", why=WhyNot.NOT_OFFERED, refusal=Refusal.ABSENT, rule=None
    )
    assert why(found, TUESDAY, "3").refusal is Refusal.WORKS  # and not what she was offered for Monday
    told = reasons(given(booking({"1": {MONDAY: CAN}}), {MONDAY: "1"}), MONDAY)
    assert [entry.why for entry in told.others] == [WhyNot.NO_ANSWER, WhyNot.NO_ANSWER, WhyNot.NOT_OFFERED]
    assert (told.employee, told.nearest) == ("1", None)
    assert why_she(told, Language.BOKMAL) == "Ingen andre som sa ja, kan få vakten."


def test_the_right_of_a_part_timer_is_told_in_hours() -> None:
    found = given(booking({"1": {MONDAY: GLADLY}, "3": {MONDAY: CAN}}), {MONDAY: "3"})
    told = reasons(found, MONDAY)
    # 50 % of 35.5 h less two shifts of 7.5 h are 2.75 h, and 30 % more are 10.65 h: there is room for 7.5.
    assert told.nearest == Reason(employee="1", why=WhyNot.GOAL, goal=ShareGoal.RIGHT, amount=450, against=0)
    assert "7,5 timar" in why_she(told, Language.NYNORSK)
    assert "§ 14-3" in why_not(told.nearest, {}, Language.ENGLISH)


def test_gladly_goes_before_can() -> None:
    found = given(booking({"1": {MONDAY: CAN}, "2": {MONDAY: GLADLY}}), {MONDAY: "2"})
    reason = why(found, MONDAY, "1")
    assert (reason.why, reason.goal, reason.amount) == (WhyNot.GOAL, ShareGoal.WISHES, 1)
    assert "vil gjerne" in why_not(reason, {}, Language.NYNORSK)


def test_hours_got_before_are_told_for_both() -> None:
    before = Extra(employee="1", on=SUMMER - timedelta(days=30), code="D1", extra_minutes=1_250)
    found = booking({"1": {MONDAY: CAN}, "2": {MONDAY: CAN, FRIDAY: CAN}}, ledger=(before,))
    found = given(found, {MONDAY: "2", FRIDAY: "2"})
    # 20 whole hours before, against the 7.5 h of Friday: 7.
    reason = why(found, MONDAY, "1")
    assert (reason.goal, reason.amount, reason.against) == (ShareGoal.FAIRNESS, 20, 7)
    assert "20 t mot 7 t" in why_not(reason, {}, Language.BOKMAL)


def test_the_lot_is_told_with_both_numbers() -> None:
    answers = {"1": {MONDAY: CAN}, "2": {MONDAY: CAN}}
    lots = {who: drawn(CODE, MONDAY, who) for who in ("1", "2")}
    winner, loser = sorted(lots, key=lambda who: lots[who])
    found = given(booking(answers), {MONDAY: winner})
    reason = why(found, MONDAY, loser)
    assert (reason.goal, reason.amount, reason.against) == (ShareGoal.LOT, lots[loser], lots[winner])
    # Given to the loser all the same, the other could have had it: something would be better.
    wrong = given(booking(answers), {MONDAY: loser})
    assert why(wrong, MONDAY, winner).why is WhyNot.COULD
    assert why(given(booking(answers), {}), MONDAY, winner).why is WhyNot.COULD


def test_limits_are_told_with_what_stands_against_the_place() -> None:
    answers = {"1": {MONDAY: CAN, TUESDAY: CAN, WEDNESDAY: CAN, FRIDAY: CAN}}
    found = given(booking(answers), {TUESDAY: "1", FRIDAY: "1"})  # Friday has nothing to do with it
    reason = why(found, WEDNESDAY, "1")
    assert (reason.why, reason.others, reason.rule) == (WhyNot.TOGETHER, (TUESDAY,), "daily_rest")
    places = {place.number: place for place in found.lists[0].places}
    told = why_not(reason, places, Language.ENGLISH)
    assert told == (
        "Cannot be together with A1 22.06.2027: needs an agreement that may not be used (Daily rest)."
    )
    capped = booking(answers, settings=BookingSettings(most_shifts_in_four_weeks=1))
    reason = why(given(capped, {TUESDAY: "1"}), FRIDAY, "1")
    assert (reason.why, reason.others, reason.amount) == (WhyNot.CAP, (), 1)
    enough = given(booking(answers, most={"1": 480}), {MONDAY: "1"})
    reason = why(enough, FRIDAY, "1")
    assert (reason.why, reason.amount) == (WhyNot.OWN_MOST, 480)
    assert "8" in why_not(reason, places, Language.NYNORSK)


def test_another_place_the_same_day_is_named() -> None:
    found = given(booking({"1": {MONDAY: CAN}}), {})
    (sent,) = found.lists
    twin = replace(sent.places[0], number=5)
    offers = tuple(
        replace(offer, standings=(*offer.standings, replace(offer.standings[0], place=5)))
        for offer in sent.offers
    )
    twice = found.with_list(replace(sent, places=(*sent.places, twin), offers=offers))
    base = twice.rollout
    assert base is not None
    both = replace(base.unit, demand=(demand(WEEKDAYS, "07:30-15:00", 2),))
    lost = (*base.lost, replace(base.lost[0]))
    twice = replace(
        twice,
        rollout=replace(base, unit=both, lost=lost),
        answers=(
            replace(
                twice.answers[0],
                choices=(Choice(place=1, willingness=CAN), Choice(place=5, willingness=CAN)),
            ),
        ),
    )
    told = why(proposed(twice, CODE, (Allotment(place=1, employee="1"),)), 5, "1")
    assert (told.why, told.others) == (WhyNot.SAME_DAY, (1,))
    places = {place.number: place for place in twice.lists[0].places}
    said = why_not(told, places, Language.NYNORSK)
    assert said == "Har fått ei anna vakt den dagen: D1 07:30–15:00."


def full_timer(**more: Any) -> Booking:
    """Person 3 works full time, 30 h in this week, and she and a substitute can take Monday."""
    return booking(
        {"1": {MONDAY: CAN}, "3": {MONDAY: CAN}},
        employees=(*PEOPLE[:2], person("3", 10_000), PEOPLE[3]),
        third=row("- D1 - D1 - A1 A1", "3"),
        **more,
    )


def test_overtime_that_proposals_may_not_use_and_overtime_that_is_dearer() -> None:
    # 30 of 35.5 h: 5.5 h of the place fill her position, 2 h are overtime.
    assert why(given(full_timer(), {MONDAY: "1"}), MONDAY, "3").why is WhyNot.NO_OVERTIME
    allowed = BookingSettings(allows_overtime=True)
    hers = why(given(full_timer(settings=allowed), {MONDAY: "3"}), MONDAY, "1")
    assert (hers.goal, hers.amount) == (ShareGoal.RIGHT, 330)
    # Where 30 h are full time she has no right to any of it, and all 7.5 h are overtime.
    dear = given(full_timer(settings=allowed, full_time=1_800), {MONDAY: "1"})
    reason = why(dear, MONDAY, "3")
    assert (reason.goal, reason.amount) == (ShareGoal.OVERTIME, 450)
    assert why_not(reason, {}, Language.NYNORSK) == "Det ville bli 7,5 timar meir overtid."
    assert "7.5" in why_she(reasons(dear, MONDAY), Language.ENGLISH)


def test_the_leaders_decision_is_told_with_its_reason_and_its_breach() -> None:
    answers = {"1": {TUESDAY: CAN, WEDNESDAY: CAN}, "2": {WEDNESDAY: GLADLY}}
    made = decided(booking(answers), CODE, TUESDAY, "1", "Leiar", "", NOON)
    made = decided(made, CODE, WEDNESDAY, "1", "Leiar", "kjenner brukaren", NOON)
    told = reasons(made, WEDNESDAY)
    assert told.breach is not None
    assert why(made, WEDNESDAY, "2").why is WhyNot.DECIDED
    words = why_she(told, Language.NYNORSK)
    assert words.startswith("Leiaren har bestemt det. Grunn: kjenner brukaren.")
    assert "Døgnkvile" in words
    open_ = decided(made, CODE, MONDAY, None, "Leiar", "", NOON)
    assert why_she(reasons(open_, MONDAY), Language.ENGLISH) == "The leader keeps the shift open."


def test_what_has_changed_since_she_was_asked_is_told() -> None:
    found = given(booking({"1": {MONDAY: CAN}, "3": {FRIDAY: CAN}}), {})
    assert found.rollout is not None
    rows = found.rollout.plan.row_of()
    now = found.rollout.plan.with_rows({"3": row("- D1 - D1 A1 - -", "3", 5_000)})
    assert rows["3"] != now.row_of()["3"]
    changed = replace(found, rollout=replace(found.rollout, plan=now))
    reason = why(changed, FRIDAY, "3")
    assert (reason.why, reason.refusal) == (WhyNot.CANNOT_NOW, Refusal.WORKS)


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_words_and_names_nobody(language: Language) -> None:
    found = booking({"1": {MONDAY: CAN}})
    places = {place.number: place for place in found.lists[0].places}
    for entry in WhyNot:
        for goal in ShareGoal:
            reason = Reason(
                employee="1", why=entry, refusal=Refusal.REST, rule="daily_rest", others=(1,), goal=goal
            )
            words = why_not(reason, places, language)
            assert words.endswith(".")
            assert "Borte" not in words
            whole = PlaceReasons(
                place=1, employee="1", decision=None, nearest=reason, breach=None, others=(reason,)
            )
            assert why_she(whole, language).endswith(".")
    for refusal in Refusal:
        reason = Reason(employee="1", why=WhyNot.NOT_OFFERED, refusal=refusal)
        assert why_not(reason, places, language).endswith(".")
    nobody = PlaceReasons(place=1, employee=None, decision=None, nearest=None, breach=None, others=())
    assert why_she(nobody, language) == ""


def test_there_are_no_reasons_without_a_list() -> None:
    with pytest.raises(InternalError):
        Reasons(booking({}), "ZZZZ")
