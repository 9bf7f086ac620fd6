"""A six-person unit of three weeks, day and evening: small enough to follow with a pencil.

57 shifts of 7.5 h in three weeks are 4.01 full-time equivalents of 35.5 h; two people are needed
each weekend, one of them with long shifts. Positions today fit 14, 11, 11, 9, 7 and 5 shifts.
"""

from __future__ import annotations

from datetime import date

from heiltid.model import Unit
from sample_rotas.parts import (
    ASSISTANT,
    HEALTH_WORKER,
    MONDAY_TO_FRIDAY,
    NURSE,
    SATURDAY_SUNDAY,
    line,
    need,
    shift,
    wish,
)

SHIFTS = (
    shift("D1", "07:30-15:00", "Dagvakt"),
    shift("A1", "14:30-22:00", "Kveldsvakt"),
    shift("L1", "08:30-21:00", "Langvakt", days=SATURDAY_SUNDAY),
)

DEMAND = (
    need("07:30-15:00", 2, MONDAY_TO_FRIDAY),
    need("15:00-22:00", 1, MONDAY_TO_FRIDAY),
    need("08:30-21:00", 1, SATURDAY_SUNDAY),
    need("09:00-14:00", 1, MONDAY_TO_FRIDAY, competence=NURSE),
)

STAFF = (
    line("1", "Kari Brattlid", NURSE, 100, long_shifts=True),
    line("2", "Ola Myrvang", HEALTH_WORKER, 80, 100, long_shifts=True),
    line("3", "Anne Sundlo", HEALTH_WORKER, 75, 100, long_shifts=True),
    line("4", "Hege Tverrli", NURSE, 60, 80),
    line("5", "Mohamed Aasgard", HEALTH_WORKER, 50, 80, long_shifts=True),
    line("6", "Bjørg Nilshaug", ASSISTANT, 36, chosen_part_time=True),
)

WISHES = (
    wish("3", "w2 Wed", "off", "strong"),
    wish("4", "Mon", "not A"),
    wish("6", "Tue", "off", "strong"),
)


def build() -> Unit:
    """The unit to learn on."""
    return Unit(
        name="Fjellstova bukollektiv",
        municipality="Fjellvik",
        start=date(2027, 1, 4),
        weeks=3,
        residents=8,
        shifts=SHIFTS,
        demand=DEMAND,
        employees=STAFF,
        wishes=WISHES,
    )
