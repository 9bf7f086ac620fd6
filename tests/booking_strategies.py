"""Hypothesis strategies for bookings: every field of every value, odd words included."""

from __future__ import annotations

from datetime import date, timedelta

from builders import person, row, unit
from hypothesis import strategies as st
from unit_strategies import cells, codes, counts, dates, moments, wishes, words

from heiltid.booking.answers.tokens import SIGNS
from heiltid.booking.dates.rolling import rolled
from heiltid.model import Absence, Plan, PlanRole, RotaKind, Status
from heiltid.model.asking import (
    Allotment,
    Answer,
    Booking,
    BookingSettings,
    Channel,
    Choice,
    Extra,
    PersonOffer,
    SentList,
    Willingness,
    WishAnswer,
    WishRound,
)
from heiltid.model.booking import Booked, OpenPlace, OpenWhy, Refusal, RollOut, RollOutOptions, Standing

PEOPLE = ("1", "2", "9", "gone")
FIRST = date(2027, 5, 3)  # a Monday with red days near
numbers = st.sampled_from(PEOPLE)
minutes = st.integers(0, 2_000)
days = st.integers(-20, 40).map(lambda day: FIRST + timedelta(days=day))
list_codes = st.text(SIGNS, min_size=4, max_size=4)
shift_codes = ["D1", "A1", "N1"]
any_cell = cells([*shift_codes, "X9"])
booked = st.builds(Booked, employee=numbers, on=days, cell=any_cell, was=any_cell, by=words, at=moments)
absences = st.builds(Absence, employee=numbers, first=days, last=days, code=st.sampled_from(["FE", "SJUK"]))
extras = st.builds(
    Extra,
    employee=numbers,
    on=dates,
    code=codes,
    unbound_minutes=minutes,
    extra_minutes=minutes,
    overtime_minutes=minutes,
    list=words,
)
booking_settings = st.builds(
    BookingSettings,
    ring=st.lists(words, max_size=3).map(tuple),
    most_shifts_in_four_weeks=st.none() | counts,
    allows_overtime=st.booleans(),
    shows_names=st.booleans(),
    answers_to=words,
)
choices = st.lists(
    st.builds(Choice, place=st.integers(1, 400), willingness=st.sampled_from(Willingness)), max_size=5
).map(tuple)
answers = st.builds(
    Answer,
    list=codes,
    employee=words,
    choices=choices,
    most_minutes=st.none() | minutes,
    given_at=moments,
    received_at=moments,
    claimed_at=st.none() | moments,
    channel=st.sampled_from(Channel),
)
wish_answers = st.builds(
    WishAnswer,
    round=codes,
    employee=words,
    wishes=st.lists(wishes(list(PEOPLE)), max_size=3).map(tuple),
    wanted_bp=st.none() | st.integers(0, 10_000),
    weekend_every=st.none() | counts,
    long_shifts=st.none() | st.booleans(),
    given_at=moments,
    received_at=moments,
    channel=st.sampled_from(Channel),
    claimed_at=st.none() | moments,
    taken_at=st.none() | moments,
    laid=st.lists(wishes(list(PEOPLE)), max_size=2).map(tuple),
)


@st.composite
def rollouts(draw: st.DrawFn) -> RollOut:
    """Two people and a substitute over one to five weeks, with absences and decisions, fitting or not."""
    is_dated = draw(st.booleans())
    people = (person("1"), person("2", 5_000, name="Åse"), person("9", 0, status=Status.HOURLY))
    base = unit(2, start=FIRST, employees=people, kind=RotaKind.DATED if is_dated else RotaKind.CYCLIC)
    plan = Plan(
        name=draw(words),
        role=draw(st.sampled_from(PlanRole)),
        rows=(row("D1 D1 D1 - - A1 A1 D1 D1 - N1 N1 - -", "1"), row("- - - N1 N1 - - " * 2, "2", 5_000)),
    )
    options = RollOutOptions(
        first=FIRST if is_dated else FIRST + timedelta(weeks=draw(st.integers(0, 3))),
        from_week=1 if is_dated else draw(st.integers(1, 2)),
        weeks=2 if is_dated else draw(st.integers(1, 5)),
        gives_red_days=draw(st.booleans()),
    )
    away = tuple(draw(st.lists(absences, max_size=3)))
    return rolled(base, plan, options, away, tuple(draw(st.lists(booked, max_size=6))))


def standings(place: int, employee: str) -> st.SearchStrategy[Standing]:
    """One person before one place: she may take it, or why not."""
    may = st.builds(
        Standing,
        place=st.just(place),
        employee=st.just(employee),
        unbound_minutes=minutes,
        extra_minutes=minutes,
        overtime_minutes=minutes,
        strains=st.lists(words, max_size=2).map(tuple),
    )
    may_not = st.builds(
        Standing,
        place=st.just(place),
        employee=st.just(employee),
        refusal=st.sampled_from(Refusal),
        rule=st.none() | words,
    )
    return may | may_not


def open_places(number: int) -> st.SearchStrategy[OpenPlace]:
    """A place of that number."""
    return st.builds(
        OpenPlace,
        number=st.just(number),
        on=dates,
        code=st.none() | codes,
        start_minute=minutes,
        end_minute=minutes,
        competence=st.none() | words,
        why=st.sampled_from(OpenWhy),
        whose=st.none() | words,
        lacking_minutes=minutes,
    )


def allotments(place: int) -> st.SearchStrategy[Allotment]:
    """Who gets that place."""
    return st.builds(
        Allotment,
        place=st.just(place),
        employee=st.none() | words,
        by=words,
        reason=words,
        at=st.none() | moments,
    )


@st.composite
def sent_lists(draw: st.DrawFn, code: str) -> SentList:
    """A list of up to four places that was sent to up to three people."""
    places = tuple(draw(open_places(number)) for number in range(1, draw(st.integers(0, 4)) + 1))
    asked = draw(st.lists(words, max_size=3, unique=True))
    shared = draw(st.lists(st.sampled_from(places), max_size=4, unique=True)) if places else []
    logged = draw(st.lists(st.sampled_from(places), max_size=3)) if places else []
    return SentList(
        code=code,
        made_at=draw(moments),
        deadline=draw(moments),
        places=places,
        offers=tuple(
            PersonOffer(employee=who, standings=tuple(draw(standings(place.number, who)) for place in places))
            for who in asked
        ),
        allotments=tuple(draw(allotments(place.number)) for place in shared),
        log=tuple(draw(allotments(place.number)) for place in logged),
        told=tuple(draw(allotments(place.number)) for place in logged),
        settled_at=draw(st.none() | moments),
    )


def wish_rounds(code: str) -> st.SearchStrategy[WishRound]:
    """A question of that code."""
    return st.builds(
        WishRound,
        code=st.just(code),
        made_at=moments,
        deadline=moments,
        first=dates,
        weeks=st.integers(1, 52),
        asked=st.lists(words, max_size=3).map(tuple),
    )


@st.composite
def bookings(draw: st.DrawFn) -> Booking:
    """Something of everything a booking may hold, with a roll-out in force or without."""
    names = draw(st.lists(list_codes, max_size=4, unique=True))
    return Booking(
        secret=draw(st.binary(min_size=32, max_size=32)),
        rollout=draw(st.none() | rollouts()),
        settings=draw(booking_settings),
        lists=tuple(draw(sent_lists(code)) for code in names[:2]),
        answers=tuple(draw(st.lists(answers, max_size=3))),
        ledger=tuple(draw(st.lists(extras, max_size=3))),
        kept=tuple(draw(st.lists(booked, max_size=3))),
        wish_rounds=tuple(draw(wish_rounds(code)) for code in names[2:]),
        wish_answers=tuple(draw(st.lists(wish_answers, max_size=2))),
    )
