"""What answers come to when they are taken in, and that neither order nor repetition matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from answers import (
    BOOKING,
    CAN,
    DEADLINE,
    EVA,
    GLADLY,
    KARI,
    MADE,
    NO,
    NOW,
    OFFERED,
    OLA,
    at,
    choices,
    page_file,
    settled,
    short_code,
    token_of,
    typed,
)
from hypothesis import given
from hypothesis import strategies as st

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.answers.receiving import Preview, State, preview, received
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.answers.which_counts import crossed_out, written_down
from heiltid.exchange.booking.answer_files import read_text
from heiltid.model.asking import Booking, Channel, Choice

EARLY, LATER = at(17, 10), at(17, 11)


def raw(words: str, employee: str = KARI, **more: object) -> RawAnswer:
    options: dict[str, object] = {
        "source": Source(name="a"),
        "channel": Channel.WORKBOOK,
        "list": "K7F2",
        "token": token_of(employee)[:8],
        "given_at": EARLY,
        **more,
    }
    return RawAnswer(choices=choices(words), **options)  # type: ignore[arg-type]


def show(*raws: RawAnswer | Refused | str, booking: Booking = BOOKING, **more: object) -> Preview:
    found = [
        one for entry in raws for one in (read_text(entry, booking) if isinstance(entry, str) else (entry,))
    ]
    now = more.pop("now", NOW)
    return preview(booking, found, now, **more)  # type: ignore[arg-type]


def take(*raws: RawAnswer | str, booking: Booking = BOOKING, **more: object) -> Booking:
    return received(booking, show(*raws, booking=booking, **more))


def counts(
    booking: Booking, code: str = "K7F2"
) -> dict[str, tuple[tuple[Choice, ...], int | None, datetime]]:
    return {
        employee: (answer.choices, answer.most_minutes, answer.given_at)
        for employee, answer in answers_of(booking, code).items()
    }


def states(shown: Preview) -> list[State]:
    return [entry.state for entry in shown.entries]


def whys(shown: Preview) -> list[NotAnAnswer]:
    return [refused.why for refused in shown.refused]


def test_a_new_answer_is_taken_as_it_was_given() -> None:
    shown = show(page_file("3g 5c 7n", given=EARLY, hours=20))
    assert states(shown) == [State.NEW]
    (answer,) = received(BOOKING, shown).answers
    assert (answer.list, answer.employee, answer.choices) == ("K7F2", KARI, choices("3g 5c 7n"))
    assert (answer.most_minutes, answer.given_at, answer.channel) == (1200, EARLY, Channel.PAGE)
    assert answer.received_at == NOW


def test_the_same_from_file_and_code_is_one() -> None:
    shown = show(short_code("3g", given=EARLY), page_file("3g", given=EARLY))
    assert states(shown) == [State.NEW, State.UNCHANGED]
    assert len(received(BOOKING, shown).answers) == 1


def test_reading_again_changes_nothing_at_all() -> None:
    raws = (page_file("3g", given=EARLY), typed("4c", OLA), page_file("5n", given=at(30)))
    once = take(*raws)
    for later in (NOW, NOW + timedelta(days=1), NOW + timedelta(days=30)):
        again = show(*raws, booking=once, now=later)
        assert set(states(again)) == {State.UNCHANGED}
        assert received(once, again) is once


def test_a_newer_answer_replaces_the_whole_of_an_older() -> None:
    first = take(page_file("3g 5c", given=EARLY, hours=8))
    shown = show(page_file("7n", given=LATER), booking=first)
    assert states(shown) == [State.REPLACES]
    assert shown.entries[0].beside == answers_of(first, "K7F2")[KARI]
    assert counts(received(first, shown)) == {KARI: (choices("7n"), None, LATER)}


def test_an_older_answer_read_later_changes_nothing_that_counts() -> None:
    first = take(page_file("7n", given=LATER))
    shown = show(page_file("3g", given=EARLY), booking=first)
    assert states(shown) == [State.OLDER]
    assert counts(received(first, shown)) == counts(first)


def test_the_same_said_again_is_unchanged_but_known_to_be_newer() -> None:
    first = take(page_file("3g", given=EARLY))
    second = show(page_file("3g", given=LATER), booking=first)
    assert states(second) == [State.UNCHANGED]
    between = take(page_file("5c", given=EARLY + timedelta(minutes=5)), booking=received(first, second))
    assert counts(between)[KARI][0] == choices("3g")


def test_a_clock_that_goes_wrong_is_read_as_the_nearest_time_there_can_be() -> None:
    fast = take(page_file("3g", given=at(18, 9)))
    assert counts(fast)[KARI][2] == at(18, 8)  # it is read at 8:00
    slow = take(page_file("3g", given=datetime(1999, 1, 1)))
    assert counts(slow)[KARI][2] == MADE.replace(second=0)


def test_of_two_clocks_in_the_future_the_later_counts() -> None:
    for first, second in (("3g", "3n"), ("3n", "3g")):
        for files in permutations((page_file(first, given=at(28)), page_file(second, given=at(29)))):
            assert counts(take(*files))[KARI][0] == choices(second)


@pytest.mark.parametrize(
    ("careful", "other"),
    [
        (("3c", None), ("3g 5g", None)),  # fewer places said yes to
        (("3g 5n", 200), ("3g 5g", 8)),  # before fewer hours
        (("3g", 200), ("3g", None)),
        (("3g", 8), ("3g", 9)),
    ],
)
def test_of_two_given_in_the_same_minute_the_more_careful_counts(
    careful: tuple[str, int | None], other: tuple[str, int | None]
) -> None:
    files = [page_file(words, given=EARLY, hours=hours) for words, hours in (careful, other)]
    for ordered in permutations(files):
        assert counts(take(*ordered))[KARI][0] == choices(careful[0])
        assert counts(take(*ordered))[KARI][1] == (None if careful[1] is None else careful[1] * 60)


def test_a_typed_answer_counts_from_when_it_is_first_read() -> None:
    first = take(typed("3g"), now=EARLY)
    second = take(page_file("3n", given=LATER), booking=first)
    assert counts(second)[KARI][0] == choices("3n")
    third = take(typed("3g"), typed("3c"), booking=second)  # the first of them was read before
    assert counts(third)[KARI][0] == choices("3c")


def test_of_two_typed_answers_none_can_be_the_later() -> None:
    both = show(typed("3g"), typed("3c"), typed("4c", OLA))
    assert whys(both) == [NotAnAnswer.CONTRADICTS]  # both stand in pasted text, line 1
    assert {refused.employee for refused in both.refused} == {KARI}
    assert [entry.answer.employee for entry in both.entries] == [OLA]
    same = show(typed("3g"), typed("3g"))
    assert (states(same), same.refused) == ([State.NEW, State.UNCHANGED], ())
    other_list = show(typed("3g"), typed("3c", code="M3TA"))
    assert (states(other_list), other_list.refused) == ([State.NEW, State.NEW], ())


def test_a_late_answer_is_shown_and_taken_only_when_the_leader_says_so() -> None:
    late = DEADLINE + timedelta(minutes=1)
    now = DEADLINE + timedelta(days=1)
    first = take(page_file("3g", given=EARLY))
    shown = show(page_file("3n", given=late), booking=first, now=now)
    assert (states(shown), received(first, shown)) == ([State.LATE], first)
    shown = show(page_file("3n", given=late), booking=first, now=now, takes_late=True)
    assert (states(shown), shown.entries[0].is_late) == ([State.REPLACES], True)
    assert counts(received(first, shown))[KARI][0] == choices("3n")
    assert states(show(page_file("3n", given=DEADLINE), now=now)) == [State.NEW]  # in the last minute


def test_an_answer_to_a_settled_list_is_refused_but_one_read_before_is_not() -> None:
    assert whys(show(page_file("3g"), booking=settled())) == [NotAnAnswer.SETTLED]
    first = settled(take(page_file("3g", given=EARLY)))
    assert states(show(page_file("3g", given=EARLY), booking=first)) == [State.UNCHANGED]


def test_what_the_leader_wrote_down_stands() -> None:
    written = written_down(BOOKING, "K7F2", KARI, choices("5c 3n"), at=EARLY, most_minutes=600)
    shown = show(page_file("3g", given=LATER), typed("3c"), booking=written)
    assert set(states(shown)) == {State.LEADER}
    after = received(written, shown)
    assert counts(after)[KARI] == (choices("3n 5c"), 600, EARLY)
    again = written_down(after, "K7F2", KARI, choices("7g"), at=EARLY - timedelta(days=1))
    assert counts(again)[KARI][0] == choices("7g")  # what she writes last, whatever the clock
    assert counts(crossed_out(again, "K7F2", KARI))[KARI][0] == choices("3c")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (raw("3g", list="ZZZZ"), NotAnAnswer.UNKNOWN_LIST),
        (raw("3g", token="0" * 8), NotAnAnswer.FOREIGN),
        (raw("3g", token=token_of(KARI)[:7]), NotAnAnswer.FOREIGN),
        (raw("3g", token=""), NotAnAnswer.FOREIGN),
        (raw("3g", token=token_of(KARI, "M3TA")[:8]), NotAnAnswer.FOREIGN),
        (raw("3g", token="\ud800" * 8), NotAnAnswer.FOREIGN),
        (raw(""), NotAnAnswer.EMPTY),
        (raw("3g 3n"), NotAnAnswer.CONTRADICTS),
        (raw("3g", most_minutes=0), NotAnAnswer.BAD_HOURS),
        (raw("3g", most_minutes=90), NotAnAnswer.BAD_HOURS),
        (raw("3g", most_minutes=256 * 60), NotAnAnswer.BAD_HOURS),
        (raw("3g 4g", channel=Channel.PAGE, token=token_of(KARI)), NotAnAnswer.NOT_OFFERED),
        (raw("3g 4g 6g", channel=Channel.CODE), NotAnAnswer.NOT_OFFERED),  # one answer, refused once
        (raw("1g", EVA), NotAnAnswer.NOT_OFFERED),
    ],
)
def test_what_is_refused_says_why(answer: RawAnswer, why: NotAnAnswer) -> None:
    shown = show(answer)
    assert (whys(shown), shown.entries) == ([why], ())
    assert received(BOOKING, shown) is BOOKING


def test_a_row_that_was_not_offered_is_refused_and_the_rest_taken() -> None:
    shown = show(raw("3g 4g 99n"))
    assert [(refused.why, refused.found, refused.employee) for refused in shown.refused] == [
        (NotAnAnswer.NOT_OFFERED, "4", KARI),
        (NotAnAnswer.NOT_OFFERED, "99", KARI),
    ]
    assert counts(received(BOOKING, shown))[KARI][0] == choices("3g")


def test_what_was_refused_when_it_was_read_is_told_once() -> None:
    broken = Refused(source=Source(name="b"), why=NotAnAnswer.UNREADABLE)
    assert show(broken, broken).refused == (broken,)


# Properties: any answers of any people through any channel, in any order and number.
moments = st.integers(0, 20).map(lambda step: EARLY + timedelta(minutes=step // 2))
people = st.sampled_from((KARI, OLA))
hours = st.one_of(st.none(), st.integers(1, 255))


@st.composite
def answers(draw: st.DrawFn) -> str:
    """An answer as text through one of three channels."""
    employee = draw(people)
    said = draw(st.dictionaries(st.sampled_from(OFFERED[employee]), st.sampled_from("gcn"), min_size=1))
    words = " ".join(f"{place}{letter}" for place, letter in said.items())
    code = draw(st.sampled_from(("K7F2", "M3TA")))
    channel, given, limit = draw(st.integers(0, 4)), draw(moments), draw(hours)
    if channel == 0:
        return typed(words, employee, hours=limit, code=code)
    make = page_file if channel <= 2 else short_code
    return make(words, employee, given=given, hours=limit, code=code)


@given(st.lists(answers(), max_size=8), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(texts, chance) -> None:  # type: ignore[no-untyped-def]
    once = take(*texts)
    shuffled = [*texts, *chance.choices(texts or ["-"], k=3)]
    chance.shuffle(shuffled)
    mixed = take(*shuffled)
    assert mixed.answers == once.answers
    assert {(entry.why, entry.employee) for entry in show(*shuffled).refused if entry.found != "-"} == {
        (entry.why, entry.employee) for entry in show(*texts).refused
    }
    assert received(once, show(*shuffled, booking=once)) is once


@given(st.lists(answers(), max_size=6), st.randoms(use_true_random=False))
def test_in_how_many_imports_they_come_does_not_matter(texts, chance) -> None:  # type: ignore[no-untyped-def]
    timed = [text for text in texts if ": " not in text[:16]]
    whole = take(*timed)
    chance.shuffle(timed)
    by_one = BOOKING
    for text in timed:
        by_one = take(text, booking=by_one)
    assert counts(by_one) == counts(whole)
    assert counts(by_one, "M3TA") == counts(whole, "M3TA")


@given(st.lists(answers(), max_size=6))
def test_the_newest_of_those_with_a_time_counts_if_nothing_is_typed(texts: list[str]) -> None:
    timed = [text for text in texts if text.startswith(("{", "HT1"))]
    shown = show(*timed)
    for employee, (_, _, given_at) in counts(received(BOOKING, shown)).items():
        mine = [e.answer for e in shown.entries if (e.answer.employee, e.answer.list) == (employee, "K7F2")]
        assert given_at == max(answer.given_at for answer in mine)


@given(st.lists(answers(), max_size=6), st.sampled_from((GLADLY, CAN, NO)))
def test_a_leaders_own_survives_every_import(texts, word) -> None:  # type: ignore[no-untyped-def]
    said = (Choice(place=1, willingness=word),)
    written = written_down(BOOKING, "K7F2", KARI, said, at=EARLY)
    assert counts(take(*texts, booking=written))[KARI] == (said, None, EARLY)


@given(answers(), st.data())
def test_a_forged_altered_or_foreign_answer_is_refused(text: str, data: st.DataObject) -> None:
    other = replace(BOOKING, secret=b"of another unit " * 2)
    assert show(text, booking=other).entries == ()
    if text.startswith(("{", "HT1")):
        place = data.draw(st.integers(0, len(text) - 1))
        sign = data.draw(st.sampled_from('0123456789ABCDEFGHJKMNPQRSTVWXYZ-:,"{} '))
        altered = text[:place] + sign + text[place + 1 :]
        assert said_by(show(altered)) <= said_by(show(text))


def said_by(shown: Preview) -> set[object]:
    return {
        (answer.list, answer.employee, answer.choices, answer.most_minutes, answer.claimed_at)
        for answer in (entry.answer for entry in shown.entries)
    }
