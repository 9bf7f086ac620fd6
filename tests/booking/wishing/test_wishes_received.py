"""Wishes taken in: once, in any order, the newest counting; together with answers to lists."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations

import pytest
from answers import BOOKING as LISTS
from answers import page_file as list_file
from hypothesis import given
from hypothesis import strategies as st
from wishing_round import (
    ASKED,
    BOOKING,
    DEADLINE,
    KARI,
    MADE,
    NOW,
    OLA,
    UNIT,
    at,
    code_of,
    page_file,
    said,
    short_code,
    token_of,
)

from heiltid.booking.answers.preview_lines import preview_lines, preview_summary
from heiltid.booking.answers.raw_answers import NotAnAnswer, Source
from heiltid.booking.answers.receiving import Preview, State, preview, received
from heiltid.booking.answers.tokens import check
from heiltid.booking.wishing.rounds import (
    new_round,
    round_problem,
    wish_answers_of,
    with_round,
    without_round,
)
from heiltid.booking.wishing.said import RawWishes, Said, said_in
from heiltid.exchange.booking.answer_files import read_text
from heiltid.model.asking import Booking, Channel
from heiltid.texts import Language

EARLY, LATER = at(17, 10), at(17, 11)
FREE, EVENING = said("3.6=F"), said("4.2=A!", percent=80)


def show(*texts: str, booking: Booking = BOOKING, **more: object) -> Preview:
    raws = [raw for entry in texts for raw in read_text(entry, booking)]
    return preview(booking, raws, more.pop("now", NOW), **more)  # type: ignore[arg-type]


def take(*texts: str, booking: Booking = BOOKING, **more: object) -> Booking:
    return received(booking, show(*texts, booking=booking, **more))


def counts(booking: Booking) -> dict[str, Said]:
    return {number: said_in(answer) for number, answer in wish_answers_of(booking, ASKED.code).items()}


def states(shown: Preview) -> list[State]:
    return [entry.state for entry in shown.wishes]


def test_a_new_answer_is_taken_as_it_was_given() -> None:
    whole = said("3.6=F! 4.2=-N", percent=80, weekend_every=3, long_shifts=False)
    shown = show(page_file(whole, given=EARLY))
    assert states(shown) == [State.NEW]
    (answer,) = received(BOOKING, shown).wish_answers
    assert said_in(answer) == whole
    assert (answer.round, answer.employee, answer.wanted_bp) == ("W3TA", KARI, 8_000)
    assert (answer.given_at, answer.received_at, answer.channel) == (EARLY, NOW, Channel.PAGE)


def test_file_and_code_of_one_answer_are_one_and_reading_again_changes_nothing() -> None:
    texts = (
        short_code(FREE, given=EARLY),
        page_file(FREE, given=EARLY),
        f"{code_of(OLA)}: fri veke 1 måndag",
    )
    once = take(*texts)
    assert len(once.wish_answers) == 2
    again = show(*texts, booking=once, now=at(25))
    assert set(states(again)) == {State.UNCHANGED}
    assert received(once, again) is once


def test_whatever_the_order_the_newest_counts() -> None:
    texts = (
        page_file(FREE, given=EARLY),
        short_code(EVENING, given=LATER),
        page_file(said("1.1=F"), OLA, given=EARLY),
    )
    for files in permutations(texts):
        assert counts(take(*files)) == {KARI: EVENING, OLA: said("1.1=F")}
        one_by_one = BOOKING
        for file in files:
            one_by_one = take(file, booking=one_by_one)
        assert one_by_one == take(*files)


@given(st.data())
def test_any_order_any_number_of_times_comes_to_the_same(data: st.DataObject) -> None:
    texts = [
        page_file(FREE, given=EARLY),
        page_file(said("3.6=F", long_shifts=True), given=EARLY),  # in the same minute
        short_code(EVENING, given=LATER),
        short_code(said(long_shifts=False), OLA, given=EARLY),
        page_file(said("2.2=N"), OLA, given=LATER),
    ]
    expected = take(*texts)
    booking = BOOKING
    for batch in data.draw(st.lists(st.lists(st.sampled_from(texts), max_size=5), max_size=4)):
        booking = take(*batch, booking=booking)
    assert take(*data.draw(st.permutations(texts)), booking=booking).wish_answers == expected.wish_answers


def test_of_two_in_one_minute_the_one_without_long_shifts_counts() -> None:
    yes, no = said(long_shifts=True), said(long_shifts=False)
    for files in permutations((page_file(yes, given=EARLY), page_file(no, given=EARLY))):
        assert counts(take(*files)) == {KARI: no}


def test_late_is_shown_and_taken_only_when_the_leader_says_so() -> None:
    late = page_file(FREE, given=at(31, 13))
    assert states(show(late, now=at(31, 14))) == [State.LATE]
    assert take(late, now=at(31, 14)) is BOOKING
    assert counts(take(late, now=at(31, 14), takes_late=True)) == {KARI: FREE}
    assert states(show(page_file(FREE, given=DEADLINE), now=at(31, 14))) == [State.NEW]


def test_a_clock_that_is_fast_keeps_no_newer_answer_away() -> None:
    first = take(page_file(FREE, given=at(30)))  # read on the 18th
    assert wish_answers_of(first, ASKED.code)[KARI].given_at == NOW.replace(second=0)
    assert counts(take(page_file(EVENING, given=at(19)), booking=first, now=at(20))) == {KARI: EVENING}


def test_of_two_clocks_in_the_future_the_later_counts() -> None:
    for first, second in ((FREE, EVENING), (EVENING, FREE)):
        for files in permutations((page_file(first, given=at(28)), page_file(second, given=at(29)))):
            assert counts(take(*files)) == {KARI: second}


def test_nothing_at_all_from_the_page_takes_back_what_was_said_and_by_hand_it_is_no_answer() -> None:
    first = take(page_file(FREE, given=EARLY))
    assert counts(take(page_file(Said(), given=LATER), booking=first)) == {KARI: Said()}
    for channel, why in ((Channel.WORKBOOK, [NotAnAnswer.EMPTY]), (Channel.CODE, [])):
        raw = RawWishes(source=Source(), channel=channel, list="W3TA", token=token_of(KARI)[:8], said=Said())
        assert [refused.why for refused in preview(BOOKING, (raw,), NOW).refused] == why


def test_what_cannot_be_wanted_is_refused_whoever_read_it() -> None:
    for odd in (Said(percent=101), Said(percent=-1), Said(weekend_every=15)):
        raw = RawWishes(source=Source(), channel=Channel.PAGE, list="W3TA", token=token_of(KARI), said=odd)
        shown = preview(BOOKING, (raw,), NOW)
        assert ([refused.why for refused in shown.refused], shown.wishes) == ([NotAnAnswer.UNKNOWN_WISH], ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (page_file(FREE, secret=b"\1" * 32), NotAnAnswer.FOREIGN),
        (page_file(FREE).replace('"off"', '"N"'), NotAnAnswer.ALTERED),
        (page_file(FREE).replace('"strong": false', '"strong": true'), NotAnAnswer.ALTERED),
        (page_file(FREE).replace('"wanted": null', '"wanted": 100'), NotAnAnswer.ALTERED),
        (page_file(FREE).replace('"day": 6', '"day": 8'), NotAnAnswer.ALTERED),
        (page_file(FREE).replace('"version": 1', '"version": 2'), NotAnAnswer.UNREADABLE),
        (page_file(FREE).replace('"wishes":', '"more": 1, "wishes":'), NotAnAnswer.ALTERED),
        (page_file(said("7.1=F")), NotAnAnswer.NO_SUCH_DAY),  # the rota has six weeks
        (page_file(FREE).replace("W3TA", "ZZZZ"), NotAnAnswer.ALTERED),
        (short_code(said("6.7=F 7.1=F")), NotAnAnswer.NO_SUCH_DAY),
    ],
)
def test_forged_altered_and_foreign_answers_are_refused(text: str, why: NotAnAnswer) -> None:
    shown = show(text)
    assert [refused.why for refused in shown.refused] == [why]
    assert shown.wishes == ()


def sealed(wishes: list[dict[str, object]], **fields: object) -> str:
    """A page's file with one free Saturday, by somebody who makes a check that fits."""
    text = "|".join(["W3TA", "2027-05-17T10:00", "", "", "", ",".join(["3.6=off"] * len(wishes))])
    proof = {"check": check(str(fields.get("token", token_of(KARI))), text)}
    return json.dumps(json.loads(page_file(FREE, given=EARLY)) | {"wishes": wishes} | fields | proof)


SATURDAY: dict[str, object] = {"week": 3, "day": 6, "wish": "off", "not": False, "strong": False}


@pytest.mark.parametrize(
    "text",
    [
        sealed([SATURDAY], token=token_of(KARI)[:8]),  # her personal code is no token
        sealed([SATURDAY, SATURDAY]),
        sealed([SATURDAY | {"why": "a wedding"}]),
        sealed([SATURDAY | {"not": 0}]),
        sealed([SATURDAY | {"strong": None}]),
        sealed([SATURDAY | {"week": True}]),
    ],
)
def test_what_no_page_writes_is_refused_though_its_check_fits(text: str) -> None:
    assert counts(take(sealed([SATURDAY]))) == {KARI: FREE}
    shown = show(text)
    assert ([refused.why for refused in shown.refused], shown.wishes) == ([NotAnAnswer.ALTERED], ())


def test_an_answer_for_another_file_is_refused() -> None:
    elsewhere = replace(BOOKING, secret=bytes(32))
    assert [refused.why for refused in show(page_file(FREE), booking=elsewhere).refused] == [
        NotAnAnswer.FOREIGN
    ]
    nowhere = replace(BOOKING, wish_rounds=())
    assert [refused.why for refused in show(page_file(FREE), booking=nowhere).refused] == [
        NotAnAnswer.UNKNOWN_LIST
    ]


def test_of_two_typed_answers_none_is_the_later() -> None:
    shown = show(f"{code_of(KARI)}: fri veke 1 måndag", f"{code_of(KARI)}: fri veke 1 tysdag")
    assert {refused.why for refused in shown.refused} == {NotAnAnswer.CONTRADICTS}
    assert shown.wishes == ()


def test_answers_to_lists_and_wishes_come_mixed() -> None:
    both = replace(LISTS, wish_rounds=BOOKING.wish_rounds)
    message = f"Her er svara:\n{page_file(FREE, given=EARLY)}\n\nog\n\n{list_file('3g', given=EARLY)}"
    shown = show(message, booking=both)
    assert (states(shown), [entry.state for entry in shown.entries]) == ([State.NEW], [State.NEW])
    assert shown.taken_count == 2
    after = received(both, shown)
    assert (len(after.answers), len(after.wish_answers)) == (1, 1)
    lines = preview_lines(shown, both, Language.NYNORSK, UNIT)
    assert [(line.list, line.said) for line in lines] == [("K7F2", "vil gjerne 3"), ("W3TA", "fri v3 lau")]
    assert lines[1].who == "Kari Nes (1007)"
    assert lines[1].what == "Nytt svar, gitt 17.05.2027 kl. 10:00."
    assert preview_summary(shown, Language.NYNORSK) == "nye: 2"


def test_a_new_round_has_a_code_of_its_own_and_may_go_out() -> None:
    asked = new_round(BOOKING, [KARI, OLA, KARI], first=ASKED.first, weeks=6, deadline=DEADLINE, at=MADE)
    assert asked.code != ASKED.code
    assert asked == replace(ASKED, code=asked.code)
    assert round_problem(asked) is None
    assert with_round(BOOKING, asked).round_of(asked.code) == asked
    for odd, key in (
        (replace(asked, asked=()), "booking_wishes.trouble.nobody_asked"),
        (replace(asked, first=asked.first.replace(day=31)), "booking_wishes.trouble.not_monday"),
        (replace(asked, weeks=53), "booking_wishes.trouble.weeks"),
        (replace(asked, deadline=asked.made_at), "booking_send.trouble.deadline_passed"),
    ):
        assert round_problem(odd) == key


def test_a_withdrawn_round_takes_its_answers_with_it() -> None:
    assert without_round(take(page_file(FREE)), ASKED.code) == replace(BOOKING, wish_rounds=())
