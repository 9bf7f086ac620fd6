"""The kinds of service: complete in three languages, and as large as their size asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import person
from text_use import BOKMAL_WORDS, NYNORSK_WORDS, foreign_words

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.measures.long_shifts import long_shifts_of
from heiltid.model import RotaKind, ShiftKind, Unit
from heiltid.rulebook import book_names
from heiltid.starters import SERVICE_TYPES, ServiceType, new_unit, service_type
from heiltid.starters.services import people_for
from heiltid.texts import Language

MONDAY = date(2027, 1, 4)
ALL_KINDS = frozenset({ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT})
LONG_FROM = 5  # residents: where two are asked for by midday


def begun(key: str, size: int, language: Language = Language.NYNORSK, weeks: int = 12) -> Unit:
    return new_unit(service_type(key), " Fjellstova ", MONDAY, weeks, RotaKind.CYCLIC, size, language)


def needs(unit: Unit) -> list[tuple[int, str, int, str | None]]:
    """(days in a week, from-to, people, competence) of each row."""
    return [
        (
            len(row.days.weekdays),
            f"{(row.start_minute or 0) / 60:g}-{(row.end_minute or 0) / 60:g}",
            row.minimum,
            row.competence,
        )
        for row in unit.demand
    ]


def test_the_four_services_in_the_order_they_are_offered() -> None:
    assert [service.key for service in SERVICE_TYPES] == [
        "nursing_home",
        "home_care",
        "disability_service",
        "blank",
    ]
    assert service_type("home_care").title(Language.NYNORSK) == "Heimetenestesone"
    with pytest.raises(KeyError):
        service_type("school")


def test_one_person_for_so_many_beds_halves_up_and_never_nobody() -> None:
    # 24 / 4 = 6; 24 / 5 = 4.8; 22 / 4 = 5.5; 21 / 4 = 5.25; 3 / 12 = 0.25
    assert [
        people_for(24, 4),
        people_for(24, 5),
        people_for(22, 4),
        people_for(21, 4),
        people_for(3, 12),
    ] == [
        6,
        5,
        6,
        5,
        1,
    ]


def test_a_ward_of_24_beds_is_the_worked_example() -> None:
    # domain.md section 7: weekday D 6, A 5, N 2 and weekend D 4, A 4, N 2
    assert needs(begun("nursing_home", 24)) == [
        (5, "7.5-15", 6, None),
        (5, "15-22", 5, None),
        (2, "7.5-15", 4, None),
        (2, "15-22", 4, None),
        (7, "22-31.5", 2, None),
        (7, "7.5-15", 1, "nurse"),
        (7, "15-22", 1, "nurse"),
    ]


def test_the_staffing_follows_the_size() -> None:
    # 48 beds: 48/4, 48/5 = 9.6, 48/6, 48/6, 48/12, 48/40 = 1.2
    assert [row[2] for row in needs(begun("nursing_home", 48))] == [12, 10, 8, 8, 4, 1, 1]
    # 80 users: 80/10, 80/16, 80/20 twice, one nurse
    assert [row[2] for row in needs(begun("home_care", 80))] == [8, 5, 4, 4, 1, 1]
    # 8 residents: 8/2, 8/3, then 8/5 = 1.6 on both sides of 8/3 = 2.7, 8/8, then one of each competence
    assert [row[2] for row in needs(begun("disability_service", 8))] == [4, 3, 2, 3, 2, 1, 1, 1, 1]


def test_a_residence_offers_long_shifts_only_where_they_save_people() -> None:
    for size in (*range(45), 60, 100, 999):
        unit = begun("disability_service", size)
        has_long = any(shift.kind is ShiftKind.LONG for shift in unit.shifts)
        assert has_long is (size >= LONG_FROM), size
        willing = tuple(
            person(str(number), 7_000, competence=entry.name, kinds=ALL_KINDS, long_shifts=True)
            for number, entry in enumerate(unit.competences)
        )
        found = long_shifts_of(replace(unit, employees=willing))
        assert (found is not None and found.saves) is has_long, size


def test_the_empty_unit_has_three_codes_and_no_staffing() -> None:
    unit = begun("blank", 0)
    assert [shift.code for shift in unit.shifts] == ["D1", "A1", "N1"]
    assert unit.demand == ()
    assert unit.residents is None


@pytest.mark.parametrize("service", SERVICE_TYPES, ids=lambda service: service.key)
@pytest.mark.parametrize("language", list(Language))
def test_a_unit_of_every_kind_hangs_together(service: ServiceType, language: Language) -> None:
    unit = begun(service.key, service.usual_size, language, weeks=service.usual_weeks)
    known = {entry.name for entry in unit.competences}
    assert {row.competence for row in unit.demand} - {None} <= known
    assert all(entry.covers <= known for entry in unit.competences)
    assert unit.rule_book in book_names()
    assert (unit.name, unit.employees, unit.full_time_week_minutes) == ("Fjellstova", (), 2130)
    assert all(shift.name and shift.paid_minutes <= 750 for shift in unit.shifts)
    assert all(shift.kind is ShiftKind(shift.code[0]) for shift in unit.shifts)
    assert service.title(language)
    assert service.about(language).endswith(".")
    assert service.size_word(language)


def test_every_minute_asked_for_is_within_some_code() -> None:
    for service in SERVICE_TYPES:
        for size in (1, service.usual_size):
            unit = begun(service.key, size)
            short = {shift.code for shift in unit.shifts if shift.kind is not ShiftKind.LONG}
            for segment in Coverage(unit, Calendar(unit)).segments:
                assert short & {code for _, code in segment.covers}, (service.key, size, segment)


def test_the_names_are_in_the_language_asked_for() -> None:
    assert [begun("disability_service", 6, language).competences[0].name for language in Language] == [
        "vernepleiar",
        "vernepleier",
        "social educator",
    ]
    assert begun("nursing_home", 24, Language.BOKMAL).shifts[3].name == "Langvakt tidlig"


@pytest.mark.parametrize(
    ("start", "weeks", "size"),
    [(date(2027, 1, 5), 12, 24), (MONDAY, 0, 24), (MONDAY, 53, 24), (MONDAY, 12, -1), (MONDAY, 12, 1000)],
)
def test_what_cannot_be_is_refused(start: date, weeks: int, size: int) -> None:
    with pytest.raises(ValueError, match=r"Monday|weeks|size"):
        new_unit(SERVICE_TYPES[0], "X", start, weeks, RotaKind.DATED, size, Language.NYNORSK)


def test_the_words_are_in_their_own_norwegian() -> None:
    for service in SERVICE_TYPES:
        for language, marks in ((Language.NYNORSK, BOKMAL_WORDS), (Language.BOKMAL, NYNORSK_WORDS)):
            unit = begun(service.key, service.usual_size, language)
            said = [service.title(language), service.about(language), service.size_word(language)]
            said += [shift.name for shift in unit.shifts] + [entry.name for entry in unit.competences]
            assert foreign_words(" ".join(said), marks) == set()


@pytest.mark.parametrize("key", ["nursing_home", "home_care", "disability_service"])
def test_long_shifts_are_for_weekends(key: str) -> None:
    days = [shift.days.weekdays for shift in begun(key, 80).shifts if shift.kind is ShiftKind.LONG]
    assert days == [frozenset({5, 6})] * 2
