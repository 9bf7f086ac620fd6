"""A home-care zone: 24 people, day and evening, six weeks that repeat.

The day shift has an unpaid break (people may leave), a short evening takes the busiest hours, one
nurse a day carries the code DS, asked for by code. Eight short shifts or four long ones staff the
weekend: with every third weekend and short shifts that takes all 24.
"""

from __future__ import annotations

from datetime import date

from heiltid.model import Agreement, RuleOverride, ShiftKind, Signed, Status, Unit
from sample_rotas.parts import (
    ASSISTANT,
    HEALTH_WORKER,
    MONDAY_TO_FRIDAY,
    NURSE,
    SATURDAY_SUNDAY,
    line,
    need,
    need_code,
    shift,
    wish,
)

SHIFTS = (
    shift("D1", "07:30-15:30", "Dagvakt", unpaid_break_minutes=30),
    shift(
        "DS",
        "07:30-15:30",
        "Ansvarsvakt sjukepleiar",
        unpaid_break_minutes=30,
        competence=NURSE,
        days=MONDAY_TO_FRIDAY,
    ),
    shift("A1", "15:00-22:30", "Kveldsvakt"),
    shift("A2", "16:00-21:00", "Kort kveld", days=MONDAY_TO_FRIDAY),
    shift("H1", "07:30-19:30", "Langvakt tidleg", kind=ShiftKind.LONG, days=SATURDAY_SUNDAY),
    shift("H2", "10:30-22:30", "Langvakt sein", kind=ShiftKind.LONG, days=SATURDAY_SUNDAY),
)

DEMAND = (
    need("07:30-15:30", 8, MONDAY_TO_FRIDAY),
    need("15:30-16:00", 4, MONDAY_TO_FRIDAY),
    need("16:00-21:00", 5, MONDAY_TO_FRIDAY),
    need("21:00-22:30", 4, MONDAY_TO_FRIDAY),
    need_code("DS", 1, MONDAY_TO_FRIDAY, maximum=1),
    need("07:30-10:30", 2, SATURDAY_SUNDAY),
    need("10:30-19:30", 4, SATURDAY_SUNDAY),
    need("19:30-22:30", 2, SATURDAY_SUNDAY),
    need("08:00-15:00", 1, SATURDAY_SUNDAY, competence=NURSE),
    need("15:30-22:30", 1, competence=NURSE),
)

# Week of the first working weekend where it is fixed today: three groups of eight.
STAFF = (
    line("301", "Berit Lauvås", NURSE, 100, long_shifts=True, weekend_offset=1),
    line("302", "Hilde Kvamsdal", NURSE, 100, long_shifts=True, weekend_offset=2),
    line("303", "Tor Einar Myhre", NURSE, 100, weekend_offset=3),
    line("304", "Leyla Strømsnes", NURSE, 75, 100, long_shifts=True),
    line("305", "Guro Hamnes", NURSE, 75, 100, long_shifts=True),
    line("306", "Karoline Rindal", NURSE, 60, 80, long_shifts=True),
    line("307", "Eli Vårdal", NURSE, 50, chosen_part_time=True),
    line("308", "Wenche Ottersbo", HEALTH_WORKER, 100, long_shifts=True),
    line("309", "Arild Sjåvik", HEALTH_WORKER, 100, long_shifts=True),
    line("310", "Gerd Hopland", HEALTH_WORKER, 90, 100, long_shifts=True),
    line("311", "Samira Rostad", HEALTH_WORKER, 80, 100, long_shifts=True),
    line("312", "Linda Østervold", HEALTH_WORKER, 80, 100),
    line("313", "Frode Almli", HEALTH_WORKER, 75, 100, long_shifts=True),
    line("314", "Torbjørg Eikrem", HEALTH_WORKER, 75, 80),
    line("315", "Nina Hestvik", HEALTH_WORKER, 70, 90, long_shifts=True),
    line("316", "Øystein Brubakk", HEALTH_WORKER, 60, 100, long_shifts=True),
    line("317", "Marianne Lofthaug", HEALTH_WORKER, 60, 80, long_shifts=True),
    line("318", "Gro Snåsa", HEALTH_WORKER, 50, 75, works="A"),
    line("319", "Maja Tørresvik", HEALTH_WORKER, 50, 70, long_shifts=True, elsewhere_bp=3_000),
    line("320", "Ingvild Ness", ASSISTANT, 60, 80, long_shifts=True),
    line("321", "Dag Rune Hol", ASSISTANT, 50, 80, long_shifts=True),
    line("322", "Nadia Skjelvik", ASSISTANT, 40, 70, long_shifts=True, extra_weekends=1),
    line("323", "Sindre Oppdahl", ASSISTANT, 40, status=Status.STUDENT, long_shifts=True),
    line("324", "Frida Lomheim", ASSISTANT, 38, 50, status=Status.STUDENT, long_shifts=True),
)

WISHES = (
    wish("303", "Wed", "off"),
    wish("305", "w2 Thu", "off", "strong"),
    wish("307", "Mon", "not A"),
    wish("307", "Thu", "off", "must"),
    wish("311", "Fri", "D"),
    wish("314", "Tue", "D", "strong"),
    wish("317", "w4 Mon", "off", "strong"),
    wish("323", "Wed", "not D", "strong"),
    wish("323", "Thu", "not D", "strong"),
    wish("324", "Mon", "off"),
)

AGREEMENTS = (
    Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="Fagforbundet", signed_on=date(2026, 9, 21)),
    Agreement(paragraph="10-8 (3)", employee="307", signed=Signed.REFUSED, by="307"),
)

OVERRIDES = (RuleOverride(rule="quick_returns", parameter="hard", value="2"),)


def build() -> Unit:
    """The zone; its budget is set, a little above what today's positions pay for."""
    return Unit(
        name="Heimetenesta sone aust",
        municipality="Fjellvik",
        start=date(2027, 2, 1),
        weeks=6,
        fte_budget_bp=172_000,
        shifts=SHIFTS,
        demand=DEMAND,
        employees=STAFF,
        wishes=WISHES,
        agreements=AGREEMENTS,
        overrides=OVERRIDES,
    )
