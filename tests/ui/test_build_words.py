"""What is said before a build: the hours there are, beside what is needed and wanted."""

from __future__ import annotations

from dataclasses import replace

from builders import WEEKDAYS, demand, person, unit

from heiltid.model import ShiftKind, Status
from ui.pages.build.words import hours_words, too_few_words

# The staffing asks for 5 x 7.5 h of 35.5 h = 1.06.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=10_000), person("2", 4_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)


START = "Bemanninga treng 1,06 årsverk. Stillingane i dag er "


def said(**more: object) -> str:
    return hours_words(replace(WARD, **more)).removeprefix(START)


def test_need_staff_and_wishes_stand_beside_one_another() -> None:
    # 0.50 + 0.40 = 0.90 today, 1.00 + 0.40 = 1.40 wanted, 1.06 to share out.
    wish = "0,90 til saman, og dei tilsette ønskjer 1,40."
    grows = "Ingen har sett ei ramme, så stillingane kan til saman bli det bemanninga treng, 1,06:"
    money = "Set ramma på sida Eining og vakter om det ikkje finst pengar til det."
    short = "Ikkje alle kan få alt dei ønskjer."
    assert said() == f"{wish} {grows} 0,16 meir enn i dag. {money} {short}"
    assert said(fte_budget_bp=10_600) == f"{wish} Ramma de har sett, er 1,06: 0,16 meir enn i dag. {short}"
    assert said(fte_budget_bp=8_000) == f"{wish} Ramma de har sett, er 0,80: 0,10 mindre enn i dag."


def test_a_half_is_rounded_up_as_on_the_other_pages() -> None:
    people = (person("1", 5_050), person("2", 4_000, wanted_bp=4_100))
    # 0.905 today, 0.915 wanted.
    assert said(employees=people).startswith("0,91 til saman, og dei tilsette ønskjer 0,92.")


def test_where_all_wishes_can_be_met_nothing_is_said_of_them() -> None:
    people = (person("1", 5_000, wanted_bp=6_000), WARD.employees[1])
    assert "Ikkje alle" not in said(employees=people)


def test_where_nothing_is_left_to_share_out_that_is_said_before_the_build() -> None:
    # 0.90 set, and that is what they have; who wants no more is told nothing of it.
    content = tuple(replace(entry, wanted_bp=entry.position_bp) for entry in WARD.employees)
    assert "Ingen kan få" not in said(fte_budget_bp=9_000, employees=content)
    assert "Ingen kan få større stilling slik det står no: ramma er 0,90" in said(fte_budget_bp=9_000)
    vacant = (*WARD.employees, person("3", 3_000, status=Status.VACANT))
    told = said(employees=vacant)
    assert told.startswith(
        "1,20 til saman, og dei tilsette ønskjer 1,40. Stillingane kan ikkje bli meir til saman"
    )
    assert "Ramma er 0,14 meir enn bemanninga treng, så det blir ekstra folk på vakt" in told


def test_nights_that_hold_more_than_they_need_are_told_with_the_frame_for_all() -> None:
    # By day 1.06; one night of 10 h a week is 0.28, and who takes nights only has 0.50: 0.22 more.
    nights = (*WARD.demand, demand(frozenset({0}), "21:45-07:45", 1))
    her = person("3", 5_000, kinds=frozenset({ShiftKind.NIGHT}))
    unit_ = {"employees": (*WARD.employees, her), "demand": nights}

    def told(**more: object) -> str:
        return hours_words(replace(WARD, **unit_, **more))

    need = "Dei som berre tek netter, har 0,22 årsverk meir enn nettene treng."
    assert f"{need} Skal resten av bemanninga òg dekkjast, må ramma vere om lag 1,56." in told()
    assert need not in told(fte_budget_bp=15_600)
    # What is beyond the need is theirs already: nobody more is on duty by day for it.
    assert "ekstra folk på vakt" not in told(fte_budget_bp=15_600)
    assert "ekstra folk på vakt" in told(fte_budget_bp=16_200)
    day = replace(her, kinds=frozenset(ShiftKind))
    assert need not in hours_words(replace(WARD, employees=(*WARD.employees, day), demand=nights))


def test_before_there_is_anything_to_build_from_nothing_is_said() -> None:
    assert hours_words(replace(WARD, employees=())) == ""
    assert hours_words(replace(WARD, demand=())) == ""


def test_what_the_nights_lack_is_told_before_anything_is_built() -> None:
    # Five nights of 10 h from 21:45; one person of 80 % has 28.4 h. Nobody is asked for in the weekends.
    night = person("3", 8_000, kinds=frozenset({ShiftKind.NIGHT}))
    rows = (*WARD.demand, demand(WEEKDAYS, "21:45-07:45", 1))
    by_day = tuple(replace(entry, kinds=frozenset({ShiftKind.DAY})) for entry in WARD.employees)
    ward = replace(WARD, demand=rows, employees=(*by_day, night))
    assert too_few_words(ward) == (
        "Til nettene trengst minst 50 timar i veka. Dei som tek netter (1 person), kan til saman ha 28,4."
        " Du kan lage turnus likevel, men rekn med hol i bemanninga."
    )
    assert too_few_words(WARD) == ""
    assert "timar i veka, men det er ingen som tek netter." in too_few_words(replace(ward, employees=by_day))


def test_a_frequency_that_does_not_fit_the_weeks_is_told_with_whose_it_is() -> None:
    # Every fourth of 6 weeks is once or twice; every third is twice.
    people = (person("1", name="Hilde Vik", weekend_every=4), person("2", weekend_every=3))
    said_ = "6 veker går ikkje opp i helg kvar 4.: det blir 1–2 helger per runde (Hilde Vik)."
    assert hours_words(replace(WARD, weeks=6, employees=people)).endswith(said_)
    assert "går ikkje opp" not in hours_words(replace(WARD, weeks=12, employees=people))
