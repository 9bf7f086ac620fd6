"""Solbakken, a nursing-home ward of 12 weeks: the worked example of domain.md, section 7.

Weekdays D 6, A 5, N 2 and weekends D 4, A 4, N 2 are 672.5 paid hours a week with short shifts,
18.94 full-time equivalents of 35.5 h. Ten people are needed each weekend: with every third weekend
that is thirty lines, so 24 people hold 17.14 and six vacant or temporary lines the rest. With long
weekend shifts four people replace four D and four A.

Positions are chosen so that today's rota can hit them with whole shifts: 852 short shifts of 7.5 h
and 168 nights of 10 h in twelve weeks, each line within half a shift of its contract.
"""

from __future__ import annotations

from datetime import date

from heiltid.model import Agreement, Signed, Status, Unit
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
    shift("N1", "21:45-07:45", "Nattevakt"),
    shift("L1", "07:30-20:00", "Langvakt tidleg", days=SATURDAY_SUNDAY),
    shift("L2", "09:30-22:00", "Langvakt sein", days=SATURDAY_SUNDAY),
)

# The edges lie where one shift has handed over to the next, so that the overlaps count for nobody:
# six on D1 meet the day, five on A1 the evening, two on N1 the night.
DEMAND = (
    need("07:30-15:00", 6, MONDAY_TO_FRIDAY),
    need("15:00-22:00", 5, MONDAY_TO_FRIDAY),
    need("07:30-09:30", 2, SATURDAY_SUNDAY),
    need("09:30-20:00", 4, SATURDAY_SUNDAY),
    need("20:00-22:00", 2, SATURDAY_SUNDAY),
    need("22:00-07:30", 2),
    need("07:30-15:00", 1, competence=NURSE),
    need("15:00-22:00", 1, competence=NURSE),
)

# number, name, competence, position and wanted in percent, kinds
STAFF = (
    line("1001", "Ingunn Haugstad", NURSE, 100, long_shifts=True),
    line("1002", "Terje Myklevoll", NURSE, 100, long_shifts=True),
    line("1003", "Solveig Rognmo", NURSE, 100, works="DAN", long_shifts=True),
    line("1004", "Amina Warsvik", NURSE, 80, 100, long_shifts=True),
    line("1005", "Kjersti Nesbakk", NURSE, 70, 90, works="DAN", long_shifts=True),
    line("1006", "Lars Eidheim", NURSE, 40, 80, long_shifts=True),
    line("1007", "Torunn Fagerlid", NURSE, 46, 70, long_shifts=True),
    line("1008", "Magnhild Storøy", NURSE, 75, 90, works="N", long_shifts=True),
    line("1009", "Jorunn Tveitmo", HEALTH_WORKER, 100, works="N"),
    line("1010", "Bente Kvalnes", HEALTH_WORKER, 100, long_shifts=True),
    line("1011", "Olav Grindheim", HEALTH_WORKER, 100),
    line("1012", "Marit Langedal", HEALTH_WORKER, 100, works="DAN", long_shifts=True),
    line("1013", "Yusuf Hellevik", HEALTH_WORKER, 100, works="DAN", long_shifts=True),
    line("1014", "Sissel Bråthen", HEALTH_WORKER, 90, 100, long_shifts=True),
    line("1015", "Geir Ystanes", HEALTH_WORKER, 85, 100, works="DAN", long_shifts=True),
    line("1016", "Anne-Lise Vatne", HEALTH_WORKER, 80, 90, long_shifts=True),
    line("1017", "Randi Skaret", HEALTH_WORKER, 66, 80, works="N"),
    line("1018", "Petra Ulvestad", HEALTH_WORKER, 61, works="N", chosen_part_time=True),
    line("1019", "Gudrun Heggdal", HEALTH_WORKER, 45, chosen_part_time=True),
    line("1020", "Silje Moflat", HEALTH_WORKER, 35, 75, long_shifts=True),
    line("1021", "Thuy Lindvik", ASSISTANT, 40, 60, long_shifts=True),
    line("1022", "Roar Bekkevold", ASSISTANT, 35, 60, works="N", long_shifts=True),
    line("1023", "Elin Sørgard", ASSISTANT, 46, 60, long_shifts=True),
    line("1024", "Jonas Aspelund", ASSISTANT, 20, 35, status=Status.STUDENT, long_shifts=True),
    line("1025", "Ledig helgestilling", ASSISTANT, 14, status=Status.VACANT, long_shifts=True),
    line("1026", "Ledig helgestilling", ASSISTANT, 14, status=Status.VACANT, long_shifts=True),
    line("1027", "Ledig helgestilling", ASSISTANT, 14, status=Status.VACANT, long_shifts=True),
    line("1028", "Ledig helgestilling", ASSISTANT, 14, status=Status.VACANT, long_shifts=True),
    line("1029", "Ledig stilling", NURSE, 62.19, status=Status.VACANT, long_shifts=True),
    line("1030", "Dagfinn Rødseth", HEALTH_WORKER, 62.18, status=Status.TEMPORARY, long_shifts=True),
)

WISHES = (
    wish("1001", "Wed", "not A"),
    wish("1004", "w3 Tue", "off", "strong"),
    wish("1007", "Mon", "not D"),
    wish("1010", "w6 Thu", "off"),
    wish("1012", "w9 Mon", "off", "strong"),
    wish("1014", "Fri", "D"),
    wish("1016", "Thu", "not A", "strong"),
    wish("1019", "Tue", "off", "strong"),
    wish("1020", "w5 Wed", "A"),
    wish("1024", "Thu", "off", "strong"),
)

AGREEMENTS = (
    Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="Fagforbundet, NSF", signed_on=date(2026, 10, 12)),
    Agreement(paragraph="10-8 (3)", signed=Signed.YES, by="Fagforbundet, NSF", signed_on=date(2026, 10, 12)),
)


def build() -> Unit:
    """The ward; its budget is the sum of today's positions."""
    return Unit(
        name="Solbakken sjukeheim, avdeling 2",
        municipality="Fjellvik",
        start=date(2027, 1, 4),
        weeks=12,
        residents=32,
        shifts=SHIFTS,
        demand=DEMAND,
        employees=STAFF,
        wishes=WISHES,
        agreements=AGREEMENTS,
    )
