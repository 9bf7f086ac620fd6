"""What long shifts can do for the weekends, in words: advised only where they save people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import A1, D1, N1, WEEKEND, demand, person, shift, unit

from heiltid.advice.long_shift_words import are_long_shifts_advised, long_shift_words, no_saving_words
from heiltid.model import ShiftKind
from heiltid.texts import Language

BY_DAY = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
ALIKE = (demand(WEEKEND, "07:30-15:00", 3), demand(WEEKEND, "15:00-22:00", 2))
PEOPLE = (
    person("1", kinds=BY_DAY, long_shifts=True),
    person("2", kinds=BY_DAY),
    person("3", kinds=frozenset({ShiftKind.NIGHT})),
    person("4", kinds=BY_DAY, weekend_every=0),
)
SAVES_NOBODY = unit(employees=PEOPLE, demand=ALIKE)
SAVES = replace(SAVES_NOBODY, demand=(demand(WEEKEND, "09:30-20:00", 2),))  # two L1 where D1 and A1 were four
NN = Language.NYNORSK


def test_that_they_save_nobody_is_said_with_the_times_instead_of_advice() -> None:
    said = (
        "Langvaktene (07:30–20:00, 09:30–22:00) sparar ingen i helga: "
        "kvar dekkjer høgst éi av tidene 07:45–09:30 (treng 3) og 20:00–21:45 (treng 2). "
        "Det hjelper med færre i éi av dei (Bemanning) eller ei langvakt over to av dei (Eining og vakter)."
    )
    assert no_saving_words(SAVES_NOBODY, NN) == said
    assert long_shift_words(SAVES_NOBODY, PEOPLE, NN) == said
    assert no_saving_words(SAVES, NN) == ""
    assert long_shift_words(SAVES_NOBODY, PEOPLE, NN, is_short=False) == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.BOKMAL,
            "færre i én av dem (Bemanning) eller en langvakt over to av dem (Enhet og",
        ),
        (Language.ENGLISH, "Fewer in one of them (Staffing) or a long shift across two of them (Unit and"),
    ],
)
def test_what_would_help_is_said_in_each_language(language: Language, said: str) -> None:
    assert said in no_saving_words(SAVES_NOBODY, language)


@pytest.mark.parametrize(
    "helped",
    [
        # One fewer until 09:30: two L2 and two D1 where D1 and A1 are five; or one fewer in the evening.
        {"demand": (demand(WEEKEND, "07:30-09:30", 2), demand(WEEKEND, "09:30-15:00", 3), ALIKE[1])},
        {"demand": (ALIKE[0], demand(WEEKEND, "15:00-20:00", 2), demand(WEEKEND, "20:00-22:00", 1))},
        {"shifts": (D1, A1, N1, shift("L1", "07:30-22:00", kind=ShiftKind.LONG))},  # over both times
    ],
)
def test_what_is_said_to_help_makes_them_save(helped: dict[str, object]) -> None:
    assert no_saving_words(replace(SAVES_NOBODY, **helped), NN) == ""


def test_where_nobody_takes_long_shifts_at_weekends_nothing_is_said_of_them() -> None:
    first, *others = PEOPLE
    for nobody in (
        replace(first, long_shifts=False),
        replace(first, weekend_every=0),
        replace(first, kinds=frozenset({ShiftKind.NIGHT})),
    ):
        ward = replace(SAVES_NOBODY, employees=(nobody, *others))
        assert (no_saving_words(ward, NN), long_shift_words(ward, PEOPLE, NN)) == ("", "")


def test_only_who_works_by_day_in_weekends_is_counted_for_them() -> None:
    said = long_shift_words(SAVES, PEOPLE, NN)
    assert said.endswith("1 av 2 som går dag eller kveld då, har ikkje sagt ja til langvakter.")
    assert long_shift_words(SAVES, PEOPLE[1:], NN).endswith("ingen har sagt ja til langvakter.")
    assert long_shift_words(SAVES, (PEOPLE[0], *PEOPLE[2:]), NN) == ""


@pytest.mark.parametrize(
    ("ward", "advised"),
    [
        (SAVES, True),
        (SAVES_NOBODY, False),
        (replace(SAVES, employees=(PEOPLE[0], *PEOPLE[2:])), False),  # everybody they concern has said yes
        (replace(SAVES, shifts=(D1, A1, N1)), True),  # they could be made
        (replace(SAVES_NOBODY, shifts=(D1, A1, N1)), False),
    ],
)
def test_they_are_advised_only_where_somebody_could_save_people_by_them(ward: object, advised: bool) -> None:
    assert are_long_shifts_advised(ward) is advised
