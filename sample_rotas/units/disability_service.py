"""A service for disabled people with shifts of 13-14 h in blocks: 12 people, 12 weeks.

Two are there by day and one by night, a third on weekdays. Shifts above 12.5 h rest on the special
agreement SFS 2310 (10-12 (4)), signed here; the unit allows three long shifts in a row, four at
most. The full-time week is reckoned per person (three-part).
"""

from __future__ import annotations

from datetime import date

from heiltid.model import Agreement, Competence, RuleOverride, Signed, Unit
from sample_rotas.parts import (
    ASSISTANT,
    HEALTH_WORKER,
    MONDAY_TO_FRIDAY,
    SATURDAY_SUNDAY,
    line,
    need,
    shift,
    wish,
)

SOCIAL_EDUCATOR = "vernepleiar"
COMPETENCES = (
    Competence(name=SOCIAL_EDUCATOR, covers=frozenset({HEALTH_WORKER})),
    Competence(name=HEALTH_WORKER, covers=frozenset({ASSISTANT})),
    Competence(name=ASSISTANT),
)

SHIFTS = (
    shift("D1", "08:30-16:00", "Dagvakt", days=MONDAY_TO_FRIDAY),
    shift("A1", "15:00-22:30", "Kveldsvakt"),
    shift("N1", "22:15-08:15", "Nattevakt"),
    shift("L1", "08:00-21:00", "Langvakt 13 timar"),
    shift("L2", "08:30-22:30", "Langvakt 14 timar"),
)

DEMAND = (
    need("08:00-08:30", 1),
    need("08:30-16:00", 3, MONDAY_TO_FRIDAY),
    need("16:00-21:00", 2, MONDAY_TO_FRIDAY),
    need("08:30-21:00", 2, SATURDAY_SUNDAY),
    need("21:00-22:30", 1),
    need("22:30-08:00", 1),
    need("08:30-16:00", 1, MONDAY_TO_FRIDAY, competence=SOCIAL_EDUCATOR),
    need("08:30-21:00", 1, competence=HEALTH_WORKER),
    need("22:30-08:00", 1, competence=HEALTH_WORKER),
)

STAFF = (
    line("701", "Astrid Holmvik", SOCIAL_EDUCATOR, 100, long_shifts=True, weekend_every=4),
    line("702", "Even Rislaa", SOCIAL_EDUCATOR, 100, works="D", long_shifts=True, weekend_every=4),
    line("703", "Kine Bergsnov", SOCIAL_EDUCATOR, 75, 100, long_shifts=True),
    line("704", "Joakim Sveinall", SOCIAL_EDUCATOR, 60, 100, works="DAN", long_shifts=True),
    line("705", "Rita Nordbotn", HEALTH_WORKER, 100, works="N", weekend_every=3),
    line("706", "Abdi Lønnes", HEALTH_WORKER, 75, 90, works="N", weekend_every=3),
    line("707", "Heidi Grøtan", HEALTH_WORKER, 80, 100, works="DAN", long_shifts=True, weekend_every=4),
    line("708", "Stein Ove Krokan", HEALTH_WORKER, 70, 80, long_shifts=True, weekend_every=4),
    line("709", "Malin Fjøsne", HEALTH_WORKER, 60, 80, works="DAN", long_shifts=True),
    line("710", "Janne Oterhals", ASSISTANT, 60, 75, long_shifts=True, weekend_every=4),
    line("711", "Trygve Sollien", ASSISTANT, 40, long_shifts=True, chosen_part_time=True, weekend_every=4),
    line("712", "Emma Kårvatn", ASSISTANT, 35, 60, long_shifts=True, extra_weekends=1),
)

WISHES = (
    wish("701", "w3 Sat", "off", "strong"),
    wish("701", "w3 Sun", "off", "strong"),
    wish("703", "Mon", "L2"),
    wish("704", "Wed", "not N"),
    wish("707", "w7 Fri", "off", "strong"),
    wish("709", "Tue", "off"),
    wish("711", "Thu", "off", "must"),
)

AGREEMENTS = (
    Agreement(paragraph="SFS 2310", signed=Signed.YES, by="FO, Fagforbundet", signed_on=date(2026, 10, 30)),
    Agreement(paragraph="10-12 (4)", signed=Signed.YES, by="FO, Fagforbundet", signed_on=date(2026, 10, 30)),
    Agreement(paragraph="10-8 (3)", signed=Signed.YES, by="FO, Fagforbundet", signed_on=date(2026, 10, 30)),
)

OVERRIDES = (
    RuleOverride(rule="long_shifts_in_row", parameter="soft", value="3"),
    RuleOverride(rule="long_shifts_in_row", parameter="hard", value="4"),
)


def build() -> Unit:
    """The service."""
    return Unit(
        name="Elvebakken bu- og miljøteneste",
        municipality="Fjellvik",
        start=date(2027, 1, 4),
        weeks=12,
        full_time_week_minutes=None,
        residents=6,
        shifts=SHIFTS,
        demand=DEMAND,
        competences=COMPETENCES,
        employees=STAFF,
        wishes=WISHES,
        agreements=AGREEMENTS,
        overrides=OVERRIDES,
    )
