"""Granlia, a nursing home with a dated year: 40 people, 52 weeks from Monday 4 January 2027.

Real red days with demand of their own, four weeks of summer holiday per person laid in three pulses
over weeks 25-33 and a fifth week in winter or autumn, hinkehelger, one who leaves and one who comes,
four summer substitutes, and wishes of every strength.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from heiltid.model import Absence, Agreement, RotaKind, Signed, Status, Unit
from sample_rotas.parts import (
    ASSISTANT,
    HEALTH_WORKER,
    MONDAY_TO_FRIDAY,
    NURSE,
    RED,
    SATURDAY_SUNDAY,
    WEEKEND_AND_RED,
    away,
    line,
    need,
    shift,
    wish,
)

YEAR = 2027
SUMMER: dict[str, Any] = {
    "status": Status.TEMPORARY,
    "employed_from": date(YEAR, 6, 21),
    "employed_to": date(YEAR, 8, 22),
}

SHIFTS = (
    shift("D1", "07:30-15:00", "Dagvakt"),
    shift("A1", "14:30-22:00", "Kveldsvakt"),
    shift("N1", "21:45-07:45", "Nattevakt"),
    shift("L1", "07:30-20:00", "Langvakt tidleg", days=WEEKEND_AND_RED),
    shift("L2", "09:30-22:00", "Langvakt sein", days=WEEKEND_AND_RED),
    shift("O1", "08:30-15:30", "Kursdag", days=MONDAY_TO_FRIDAY),
)

# A red day has a line of its own for each part of the day: one person less than on a Sunday at noon.
DEMAND = (
    need("07:30-15:00", 7, MONDAY_TO_FRIDAY, target=8),
    need("15:00-22:00", 6, MONDAY_TO_FRIDAY),
    need("07:30-09:30", 2, SATURDAY_SUNDAY),
    need("09:30-20:00", 5, SATURDAY_SUNDAY),
    need("20:00-22:00", 2, SATURDAY_SUNDAY),
    need("07:30-09:30", 2, RED),
    need("09:30-20:00", 4, RED),
    need("20:00-22:00", 2, RED),
    need("22:00-07:30", 2),
    need("07:30-15:00", 1, competence=NURSE),
    need("15:00-22:00", 1, competence=NURSE),
    need("07:30-15:00", 3, MONDAY_TO_FRIDAY, competence=HEALTH_WORKER),
    need("22:00-07:30", 1, competence=HEALTH_WORKER),
)

STAFF = (
    line("2001", "Åshild Bergmo", NURSE, 100, long_shifts=True, extra_weekends=2),
    line("2002", "Kristoffer Lidal", NURSE, 100, long_shifts=True),
    line("2003", "Mona Sandvær", NURSE, 100, works="DAN", long_shifts=True, extra_weekends=2),
    line("2004", "Henriette Opsal", NURSE, 100),
    line("2005", "Farah Nordskog", NURSE, 80, 100, long_shifts=True, extra_weekends=3),
    line("2006", "Tone Rimestad", NURSE, 80, 100, long_shifts=True),
    line("2007", "Eivind Haukeland", NURSE, 75, 100, long_shifts=True),
    line("2008", "Grete Vassbotn", NURSE, 75, 80, works="N"),
    line("2009", "Liv Karin Moe", NURSE, 75, 90, long_shifts=True),
    line("2010", "Siri Austrheim", NURSE, 50, 75, long_shifts=True, weekend_every=2),
    line("2011", "Unni Fosse", NURSE, 40, chosen_part_time=True, works="D"),
    line("2012", "Britt Engeseth", HEALTH_WORKER, 100, long_shifts=True),
    line("2013", "Knut Ove Dalen", HEALTH_WORKER, 100, works="N", max_nights_in_row=4),
    line("2014", "Rigmor Solheimsnes", HEALTH_WORKER, 100, works="DAN"),
    line("2015", "Hawa Strandli", HEALTH_WORKER, 100, long_shifts=True),
    line("2016", "Oddny Kleppe", HEALTH_WORKER, 90, 100, long_shifts=True, extra_weekends=2),
    line("2017", "Ragnhild Sætre", HEALTH_WORKER, 80, 100, long_shifts=True),
    line("2018", "Stian Mjelde", HEALTH_WORKER, 80, 100, works="DAN", long_shifts=True),
    line("2019", "Wenche Aarlid", HEALTH_WORKER, 75, 75, works="N"),
    line("2020", "Jannicke Tømte", HEALTH_WORKER, 75, 90, long_shifts=True, extra_weekends=2),
    line("2021", "Per Arne Rustad", HEALTH_WORKER, 80, works="N", chosen_part_time=True),
    line("2022", "Mette Kvisgaard", HEALTH_WORKER, 70, 100, long_shifts=True),
    line("2023", "Selma Brekkhus", HEALTH_WORKER, 50, 80, works="DAN", long_shifts=True),
    line("2024", "Arve Hindal", HEALTH_WORKER, 50, 75, long_shifts=True, elsewhere_bp=2_000),
    line("2025", "Torhild Naustvik", HEALTH_WORKER, 40, 70, works="N"),
    line("2026", "Ida Marie Løken", HEALTH_WORKER, 35, 75, long_shifts=True),
    line("2027", "Gunvor Espeland", ASSISTANT, 80, 100, long_shifts=True),
    line("2028", "Mikael Torsvik", ASSISTANT, 75, 100, works="DAN", long_shifts=True),
    line("2029", "Fatuma Grønli", ASSISTANT, 60, 80, long_shifts=True, extra_weekends=3),
    line("2030", "Reidun Bjørnevik", ASSISTANT, 50, 60),
    line("2031", "Leif Harald Ødegaard", ASSISTANT, 40, 60, works="N"),
    line("2032", "Vilde Skogstad", ASSISTANT, 20, 35, status=Status.STUDENT, long_shifts=True),
    line("2033", "Sander Nygård", ASSISTANT, 20, status=Status.STUDENT, long_shifts=True, weekend_every=2),
    line("2034", "Inger Johanne Vik", HEALTH_WORKER, 100, employed_to=date(YEAR, 7, 31)),
    line(
        "2035", "Camilla Rønnevig", HEALTH_WORKER, 75, 100, long_shifts=True, employed_from=date(YEAR, 8, 1)
    ),
    line("2036", "Emil Haraldseid", NURSE, 75, 100, long_shifts=True, weekend_offset=2),
    line("2037", "Sommarvikar Thea Lunde", HEALTH_WORKER, 80, long_shifts=True, weekend_every=2, **SUMMER),
    line("2038", "Sommarvikar Ali Renshus", HEALTH_WORKER, 80, long_shifts=True, weekend_every=2, **SUMMER),
    line("2039", "Sommarvikar Nora Tveter", ASSISTANT, 80, long_shifts=True, weekend_every=2, **SUMMER),
    line("2040", "Sommarvikar Odin Sunde", ASSISTANT, 80, works="DAN", weekend_every=2, **SUMMER),
)

# Three pulses of three weeks; the fourth week lies in turn on one of the six weeks outside the pulse,
# so that about as many are away in every week of the summer.
PULSES = ((25, 26, 27), (28, 29, 30), (31, 32, 33))
SUMMER_WEEKS = tuple(range(25, 34))
FIFTH_WEEKS = (8, 9, 39, 40, 41, 42, 45, 46)

WISHES = (
    wish("2001", "2027-05-01", "off", "must"),
    wish("2002", "2027-05-17", "off", "strong"),
    wish("2003", "w12 Sat", "off", "strong"),
    wish("2003", "w12 Sun", "off", "strong"),
    wish("2004", "Wed", "not A", "strong"),
    wish("2005", "2027-12-24", "off", "strong"),
    wish("2005", "2027-12-25", "off", "strong"),
    wish("2006", "2027-12-31", "off", "weak"),
    wish("2007", "Tue", "not A"),
    wish("2008", "2027-03-28", "off", "must"),
    wish("2009", "Mon", "off"),
    wish("2010", "w20 Fri", "A", "strong"),
    wish("2011", "Fri", "off", "must"),
    wish("2012", "2027-06-12", "off", "must"),
    wish("2012", "2027-06-13", "off", "must"),
    wish("2013", "2027-05-17", "off"),
    wish("2014", "Thu", "not N"),
    wish("2015", "2027-03-10", "off", "strong"),
    wish("2015", "2027-05-17", "off"),
    wish("2016", "w6 Mon", "off", "strong"),
    wish("2017", "Fri", "D"),
    wish("2018", "Mon", "not N", "strong"),
    wish("2019", "2027-12-25", "off"),
    wish("2020", "2027-09-18", "off", "must"),
    wish("2020", "2027-09-19", "off", "must"),
    wish("2021", "Sun", "off"),
    wish("2022", "2027-03-25", "off", "strong"),
    wish("2023", "Wed", "off"),
    wish("2024", "Mon", "off", "must"),
    wish("2024", "Tue", "off", "must"),
    wish("2025", "w35 Thu", "off", "strong"),
    wish("2026", "Thu", "A"),
    wish("2027", "2027-05-17", "off", "strong"),
    wish("2028", "2027-12-24", "off"),
    wish("2029", "w48 Sat", "L1"),
    wish("2029", "w48 Sun", "L1"),
    wish("2030", "Tue", "D", "strong"),
    wish("2031", "2027-03-27", "off"),
    wish("2032", "Wed", "off", "strong"),
    wish("2032", "Thu", "off", "strong"),
    wish("2033", "Mon", "not D", "must"),
    wish("2034", "2027-05-17", "off"),
    wish("2035", "2027-12-31", "off", "strong"),
    wish("2036", "Fri", "not A"),
)

AGREEMENTS = (
    Agreement(
        paragraph="10-5 (1)", employee="2013", signed=Signed.YES, by="2013", signed_on=date(2026, 11, 2)
    ),
    Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="NSF, Fagforbundet", signed_on=date(2026, 11, 9)),
    Agreement(paragraph="10-8 (3)", signed=Signed.YES, by="NSF, Fagforbundet", signed_on=date(2026, 11, 9)),
    Agreement(paragraph="10-8 (4)", signed=Signed.NO),
)


def _weeks_away(number: str, weeks: tuple[int, ...]) -> list[Absence]:
    """Whole ISO weeks as absences, weeks that touch put together."""
    found: list[Absence] = []
    for week in sorted(weeks):
        first, last = date.fromisocalendar(YEAR, week, 1), date.fromisocalendar(YEAR, week, 7)
        if found and (first - found[-1].last).days == 1:
            first = found.pop().first
        found.append(away(number, first.isoformat(), last.isoformat()))
    return found


def holidays() -> tuple[Absence, ...]:
    """Five weeks for everybody who is there all the year; the leaver takes three before leaving."""
    found = _weeks_away("2034", PULSES[0])
    resident = [p for p in STAFF if p.employed_from is None and p.employed_to is None]
    # Sorted by competence, so that each pulse takes as many nurses as the others.
    for place, person in enumerate(sorted(resident, key=lambda p: str(p.competence))):
        pulse = PULSES[place % 3]
        others = [week for week in SUMMER_WEEKS if week not in pulse]
        fourth = others[place // 3 % len(others)]
        fifth = FIFTH_WEEKS[place % len(FIFTH_WEEKS)]
        found += _weeks_away(person.number, (*pulse, fourth, fifth))
    return tuple(found)


def build() -> Unit:
    """The year; today's rota is left out, it is made from the beginning."""
    return Unit(
        name="Granlia bu- og behandlingssenter",
        municipality="Fjellvik",
        start=date(YEAR, 1, 4),
        weeks=52,
        kind=RotaKind.DATED,
        residents=40,
        shifts=SHIFTS,
        demand=DEMAND,
        employees=STAFF,
        wishes=WISHES,
        absences=(*holidays(), away("2026", "2027-02-01", "2027-05-30", "PERM")),
        agreements=AGREEMENTS,
    )
