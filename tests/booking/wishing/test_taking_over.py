"""Wishes from home taken over: what the leader chose, and nothing she wrote herself is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import A1, D1, N1
from hypothesis import given
from hypothesis import strategies as st
from wishing_round import ASKED, BOOKING, FILE, FIRST, KARI, NOW, OLA, at, page_file, said, with_people

from heiltid.booking.answers.receiving import preview, received
from heiltid.booking.wishing.said import Said
from heiltid.booking.wishing.taking_over import Difference, LeftOutWhy, TakenPart, differences, taken_over
from heiltid.booking.wishing.words import change_words, left_out_words
from heiltid.edits.unit_problems import unit_problems
from heiltid.exchange.booking.answer_files import read_text
from heiltid.model import RotaKind, ShiftKind, UnitFile, Wish, WishDays, WishStrength
from heiltid.texts import Language

ALL = tuple(TakenPart)
NN = Language.NYNORSK


def answered(answer: Said, employee: str = KARI, file: UnitFile = FILE, day: int = 17) -> UnitFile:
    """The file with one more answer, not taken over."""
    booking = file.booking or BOOKING
    shown = preview(booking, read_text(page_file(answer, employee, given=at(day)), booking), at(29))
    return replace(file, booking=received(booking, shown))


def take(file: UnitFile, *parts: TakenPart, employee: str = KARI) -> UnitFile:
    return taken_over(file, ASKED.code, {employee: parts or ALL}, NOW)


def difference(file: UnitFile, employee: str = KARI) -> Difference:
    return next(entry for entry in differences(file, ASKED.code) if entry.before.number == employee)


def off(week: int, weekday: int, **more: object) -> Wish:
    """Kari free on a day; weekday 1 = Monday."""
    when = WishDays(week=week, weekday=weekday - 1)
    return Wish(employee=KARI, when=when, off=True, **more)  # type: ignore[arg-type]


def written(*wishes: Wish, file: UnitFile = FILE) -> UnitFile:
    """The file with wishes the leader wrote."""
    return replace(file, unit=replace(file.unit, wishes=(*file.unit.wishes, *wishes)))


def test_everything_is_taken_in_one_step() -> None:
    file = answered(said("3.6=F! 4.2=-A", percent=80, weekend_every=2, long_shifts=True))
    shown = difference(file)
    assert shown.parts == ALL
    assert [change_words(shown, part, NN) for part in ALL] == [
        "nye: 2",
        "75 → 80 %",
        "helg kvar 3. → helg kvar 2.",
        "nei → ja",
    ]
    after = take(file)
    strong = WishStrength.STRONG
    not_evening = Wish(employee=KARI, when=WishDays(week=4, weekday=1), kind=ShiftKind.EVENING, negated=True)
    assert after.unit.wishes == (off(3, 6, strength=strong), not_evening)
    kari, ola = after.unit.employees
    assert (kari.wanted_bp, kari.weekend_every, kari.long_shifts) == (8_000, 2, True)
    assert ola == FILE.unit.employees[1]
    assert after.booking is not None
    (answer,) = after.booking.wish_answers
    assert (answer.taken_at, answer.laid) == (NOW.replace(microsecond=0), after.unit.wishes)
    assert unit_problems(after.unit) == ()
    assert difference(after).parts == ()  # nothing is left to take
    assert take(after).unit == after.unit


def test_only_what_the_leader_chose() -> None:
    file = answered(said("3.6=F", percent=80, weekend_every=2, long_shifts=True))
    assert taken_over(file, ASKED.code, {}, NOW) is file
    assert taken_over(file, ASKED.code, {KARI: ()}, NOW) is file
    after = take(file, TakenPart.WANTED)
    kari = after.unit.employees[0]
    assert (kari.wanted_bp, kari.weekend_every, kari.long_shifts) == (8_000, 3, False)
    assert after.unit.wishes == ()


def test_long_shifts_are_voluntary() -> None:
    no = answered(said("3.6=F", long_shifts=False), OLA)
    # Ola works long shifts today: whatever is taken of the answer, the no is taken with it.
    assert take(no, TakenPart.WISHES, employee=OLA).unit.employees[1].long_shifts is False
    assert difference(no, OLA).closes_long_shifts
    yes = answered(said("3.6=F", long_shifts=True))
    assert take(yes, TakenPart.WISHES).unit.employees[0].long_shifts is False
    assert take(yes, TakenPart.LONG).unit.employees[0].long_shifts is True
    # Who says nothing of it goes on as before, and a unit without long shifts opens none.
    assert take(answered(said("3.6=F"), OLA), employee=OLA).unit.employees[1].long_shifts is True
    short = replace(yes, unit=replace(yes.unit, shifts=(D1, A1, N1)))
    assert take(short).unit.employees[0].long_shifts is False


def test_a_long_shift_is_wished_for_only_by_who_works_them() -> None:
    file = answered(said("3.6=L 4.6=-L"))
    shown = difference(file)
    assert [left.why for left in shown.left_out] == [LeftOutWhy.NO_LONG]
    assert left_out_words(shown, NN) == "Ikkje med: langvakt v3 lau. Ho eller han går ikkje langvakter."
    yes = answered(said("3.6=L", long_shifts=True))
    assert [wish.kind for wish in take(yes).unit.wishes] == [ShiftKind.LONG]
    assert take(yes, TakenPart.WISHES).unit.wishes == ()  # the yes was not taken


def test_a_newer_answer_replaces_what_the_older_brought_and_nothing_else() -> None:
    hers = Wish(employee=KARI, when=WishDays(week=1, weekday=0), code="D1")
    first = take(answered(said("3.6=F 3.7=F 4.6=F"), file=written(hers)))
    # The leader makes one of them a must, and takes another away.
    must = off(3, 7, strength=WishStrength.MUST)
    kept = tuple(wish for wish in first.unit.wishes if wish.when.week != 4)
    changed = tuple(must if wish.when.weekday == 6 else wish for wish in kept)
    first = replace(first, unit=replace(first.unit, wishes=changed))
    second = answered(said("5.6=F"), file=first, day=18)
    shown = difference(second)
    assert (shown.added, shown.removed) == ((off(5, 6),), (off(3, 6),))
    assert change_words(shown, TakenPart.WISHES, NN) == "nye: 1, går ut: 1"
    assert take(second).unit.wishes == (hers, must, off(5, 6))


def test_what_the_leader_wrote_stands_before_what_comes_from_home() -> None:
    every_saturday = Wish(employee=KARI, when=WishDays(weekday=5), kind=ShiftKind.DAY)
    same = off(1, 1, strength=WishStrength.MUST)
    file = answered(said("3.6=F 1.1=F 2.1=F"), file=written(every_saturday, same))
    shown = difference(file)
    assert [(left.why, left.wish.when.week) for left in shown.left_out] == [(LeftOutWhy.LEADER, 3)]
    assert (shown.added, shown.kept) == ((off(2, 1),), (same,))
    after = take(file)
    assert after.unit.wishes == (every_saturday, same, off(2, 1))
    # An answer without any of them takes away only what came from home.
    assert take(answered(said("6.1=N"), file=after, day=18)).unit.wishes[:2] == (every_saturday, same)


def test_shifts_nobody_wants_stand_beside_each_other() -> None:
    not_night = Wish(employee=KARI, when=WishDays(week=3, weekday=5), kind=ShiftKind.NIGHT, negated=True)
    file = answered(said("3.6=-A"), file=written(not_night))
    assert len(take(file).unit.wishes) == 2


def test_a_dated_rota_has_dates_and_days_outside_are_told() -> None:
    dated = replace(FILE, unit=replace(FILE.unit, kind=RotaKind.DATED))
    assert [wish.when for wish in take(answered(said("2.3=F"), file=dated)).unit.wishes] == [
        WishDays(on=FIRST.replace(month=9, day=8))
    ]
    shorter = replace(FILE, unit=replace(FILE.unit, weeks=2))
    shown = difference(answered(said("2.3=F 3.3=F"), file=shorter))
    assert [(left.why, left.wish.when.week) for left in shown.left_out] == [(LeftOutWhy.OUTSIDE, 3)]
    days_only = replace(FILE, unit=replace(FILE.unit, shifts=(D1,)))
    assert [left.why for left in difference(answered(said("2.3=N"), file=days_only)).left_out] == [
        LeftOutWhy.NO_SHIFT
    ]


@pytest.mark.parametrize(("every", "offset"), [(2, 2), (1, None), (0, None), (5, 2)])
def test_a_first_weekend_that_fits_no_longer_is_left_open(every: int, offset: int | None) -> None:
    file = answered(said(weekend_every=every), file=with_people(weekend_every=3, weekend_offset=2))
    after = take(file).unit
    assert (after.employees[0].weekend_every, after.employees[0].weekend_offset) == (every, offset)
    assert unit_problems(after) == ()


def test_who_has_left_the_unit_is_let_be() -> None:
    file = answered(said("3.6=F"))
    gone = replace(file, unit=replace(file.unit, employees=file.unit.employees[1:]))
    assert differences(gone, ASKED.code) == ()
    assert taken_over(gone, ASKED.code, {KARI: ALL}, NOW) is gone


WISHES = [off(week, weekday) for week in (1, 2) for weekday in (6, 7)]
HOME = ["1.6=F", "1.7=F", "2.6=F", "2.7=F", "1.6=D", "2.7=-N"]


@given(st.lists(st.sampled_from(WISHES), unique=True), st.lists(st.sets(st.sampled_from(HOME)), max_size=4))
def test_nothing_the_leader_wrote_is_ever_lost(own: list[Wish], answers: list[set[str]]) -> None:
    file = written(*own)
    for day, words in enumerate(answers, 10):
        by_day = {word.split("=")[0]: word for word in sorted(words)}
        file = take(answered(said(" ".join(by_day.values()), percent=70 + day), file=file, day=day))
        assert file.unit.wishes[: len(own)] == tuple(own)
        assert len(set(file.unit.wishes)) == len(file.unit.wishes)
    # What came from home is what the last answer holds, but where the leader's own stands.
    last = sorted(answers[-1]) if answers else []
    assert len(file.unit.wishes) - len(own) <= len(last)


def test_a_wish_the_leader_writes_after_one_from_home_went_out_is_hers() -> None:
    first = take(answered(said("3.6=F")))
    second = take(answered(said("4.6=F"), file=first, day=18))
    assert second.unit.wishes == (off(4, 6),)
    third = take(answered(said("5.6=F"), file=written(off(3, 6), file=second), day=19))
    assert set(third.unit.wishes) == {off(3, 6), off(5, 6)}
