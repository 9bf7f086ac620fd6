"""Why nobody got more: what is said of hours that nobody has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import WEEKDAYS, WEEKEND, demand, engine_run, person, plan, row, unit
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.advice.surplus_words import beyond_sentence, surplus_of
from heiltid.measures.room import Away, Limit, room_of
from heiltid.measures.staffing import holes, only_competence
from heiltid.model import Absence, Plan, PlanRole, RotaKind, ShiftKind, UnitFile
from heiltid.rules.context import Context
from heiltid.texts import Language
from tests.ui import screens
from ui.document import Document
from ui.pages.build.words import made_words
from ui.room_words import causes_words, room_words
from ui.texts import set_language

# The staffing asks for 5 x 7.5 h of 35.5 h = 105.64 %; the positions are 105 %: less than 5 % is left.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=8_000), person("2", 5_500)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
ROTA = plan(row("D1 D1 - - - - -", "1", 5_000), row("- - D1 D1 - - -", "2", 5_500))


def test_hours_are_all_shared_out_only_where_none_are_open() -> None:
    room = room_of(WARD, ROTA)
    assert room.limit is Limit.BUDGET
    with_open, without = (room_words(WARD, room, None, hours) for hours in (54.0, 0.0))
    assert "det manglar framleis folk i 54,0 timar av bemanninga." in with_open  # and no guess at why
    assert "ikkje alle ligg der dei trengst" in with_open
    assert (
        "Ho er brukt opp" not in with_open
    )  # hours that are left and a frame with none left: how can that be?
    assert "Ho er brukt opp: alle timane er delte ut." in without
    assert "manglar framleis folk" not in without


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (
            Language.NYNORSK,
            "delte ut, men det manglar framleis sjukepleiar i 27,0 timar av bemanninga.",
        ),
        (
            Language.BOKMAL,
            "delt ut, men det mangler fortsatt sykepleier i 27,0 timer av bemanningen.",
        ),
        (
            Language.ENGLISH,
            "shared out, but a nurse is still lacking in 27.0 hours of the staffing.",
        ),
    ],
)
def test_where_only_a_competence_lacks_it_is_named_and_hours_do_not_lie_wrongly(
    spoken: Language, said: str
) -> None:
    set_language(spoken)
    words = room_words(WARD, room_of(WARD, ROTA), None, 27.0, open_competence="nurse")
    assert said in words


# Two by day, one of them a nurse: 2 x 5 x 7.5 h of 35.5 h = 2.11. The nurse there is works none of it, so
# that with two others only the nurse lacks, 5 x 7.5 h; with one fewer on Friday heads lack too.
NURSED = unit(
    employees=(
        person("1", 7_000, wanted_bp=8_000),
        person("2", 7_000),
        person("3", 7_100, competence="nurse"),
    ),
    demand=(demand(WEEKDAYS, "07:30-15:00", 2), demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")),
)


def without_nurse(second: str) -> Plan:
    rows = (row("D1 D1 D1 D1 D1 - -", "1", 7_000), row(second, "2", 7_000), row("- " * 7, "3", 7_100))
    return replace(plan(*rows), role=PlanRole.SCENARIO, origin=engine_run())


@pytest.mark.parametrize(
    ("second", "competence", "said"),
    [
        ("D1 D1 D1 D1 D1 - -", "nurse", "delte ut, men det manglar framleis sjukepleiar i 37,5 timar"),
        (
            "D1 D1 D1 D1 - - -",
            None,
            "ikkje alle ligg der dei trengst: det manglar framleis folk i 45,0 timar",
        ),
    ],
)
def test_the_competence_is_named_only_while_the_heads_are_there(
    second: str, competence: str | None, said: str, qtbot: QtBot, tmp_path: Path
) -> None:
    built = without_nurse(second)
    assert only_competence(holes(Context(NURSED, built))) == competence
    file = UnitFile(unit=NURSED, plans=(replace(built, role=PlanRole.TODAY, origin=None), built))
    assert said in made_words(Document(file), built)[1]
    with screens.program_at(tmp_path, "results") as program:
        program.desk.files.start_new(file)
        program.desk.document.show_plan(1)
        program.window.show_page("results")
        screens.settle()
        assert said in program.window.findChild(QLabel, "results_why").text()


def test_where_the_frame_comes_from_is_told() -> None:
    for budget, today, said in (
        (None, 5_000, "er 1,06 årsverk: det er timane i bemanninga"),
        (None, 6_000, "er 1,15 årsverk: det er stillingane i dag"),
        (
            10_800,
            5_000,
            "Ramma de har sett for alle stillingane til saman, er 1,08 årsverk. Ho er så godt som brukt opp:",
        ),
    ):
        people = (replace(WARD.employees[0], position_bp=today), WARD.employees[1])
        ward = replace(WARD, employees=people, fte_budget_bp=budget)
        rota = plan(ROTA.rows[0], row("- - D1 D1 - - -", "2", 6_500 if today == 6_000 else 5_600))
        assert said in room_words(ward, room_of(ward, rota), None, 0.0)


def test_what_the_frame_has_beyond_the_staffing_s_hours_has_an_amount_and_a_cause() -> None:
    # Olga, one of three equal lines, is there for one of three weeks: 7 of 9 shares of the time.
    # 5 x 7.5 h of 35.5 h = 1.0563; x 9 / 7 = 1.3582: shown as 1.06 and 1.36, so 0.30 more.
    people = (
        person("1", 4_000, wanted_bp=8_000),
        person("2", 4_000),
        person("3", 4_000, name="Olga Petrova", employed_from=date(2027, 1, 18)),
    )
    ward = replace(WARD, weeks=3, kind=RotaKind.DATED, employees=people)
    rota = plan(*(row("- " * 21, number, 4_520) for number in "123"))
    words = room_words(ward, room_of(ward, rota), None, 0.0)
    assert "er 1,36 årsverk: det er timane i bemanninga" in words
    cause = "1,06 årsverk, og så +0,30 årsverk fordi Olga Petrova byrjar i veke 3."
    assert f"Timane i bemanninga er {cause}" in words
    absent = Absence(employee="2", first=date(2027, 1, 4), last=date(2027, 1, 5), code="FE")
    both, rota = replace(ward, absences=(absent,)), plan(*(row("- " * 21, number, 4_700) for number in "123"))
    assert "Olga Petrova byrjar i veke 3 og 2 er borte 2 dagar." in room_words(
        both, room_of(both, rota), None, 0.0
    )


def test_positions_set_by_a_built_rota_are_not_called_today_s() -> None:
    # 50 + 65 % in use are more than the 105.64 % that are asked for.
    people = (WARD.employees[0], replace(WARD.employees[1], position_bp=6_500))
    ward, rota = replace(WARD, employees=people), plan(ROTA.rows[0], row("- - D1 D1 - - -", "2", 6_500))
    origin = engine_run()
    in_use = replace(rota, role=PlanRole.TODAY, origin=origin)
    proposed = replace(rota, role=PlanRole.SCENARIO)
    words = room_words(ward, room_of(ward, proposed, in_use), None, 0.0)
    assert "er 1,15 årsverk: det er stillingane i turnusen som er teken i bruk" in words


def test_positions_beyond_the_frame_are_told_and_it_is_not_called_used_up() -> None:
    # 0.50 + 0.60 = 1.10 by hand, where 1.08 was set
    ward = replace(WARD, fte_budget_bp=10_800)
    rota = plan(ROTA.rows[0], row("- - D1 D1 - - -", "2", 6_000))
    words = room_words(ward, room_of(ward, rota), None, 0.0)
    assert "Stillingane i turnusen er 1,10 årsverk til saman, 0,02 meir enn ramma." in words
    assert "brukt opp" not in words


def test_hours_beyond_the_staffing_s_are_told_with_where_they_went() -> None:
    # 1.15 in positions, 1.06 asked for: 0.09 more, on the Wednesday and the Saturday with two people.
    people = (WARD.employees[0], replace(WARD.employees[1], position_bp=6_500))
    rows = (*WARD.demand, demand(WEEKEND, "07:30-15:00", 0))
    ward = replace(WARD, employees=people, demand=rows)
    rota = plan(row("D1 D1 D1 - - D1 -", "1", 5_000), row("- - D1 D1 - - -", "2", 6_500))
    room, surplus = room_of(ward, rota), surplus_of(Context(ward, rota))
    words = room_words(ward, room, None, 0.0, surplus).split("\n")
    # 40.8 h are paid and 37.5 h needed: 3.3 h. Six shifts of 7.5 h stand there, and Friday lacks one.
    told = (
        "Stillingane i framlegget er 0,09 årsverk (3,3 t i heile turnusen) meir enn bemanninga treng: "
        "15 t fleire på vakt enn ønskt (1 vakt på dagtid måndag–fredag og 1 vakt i helger), "
        "minus 4,2 t sette opp utover stillingane (avvik) og 7,5 t der det er færre på vakt enn ønskt."
    )
    assert told in words
    assert "Skal fleire få større stilling, må ramma bli større, eller timane delast på færre folk." in words
    assert told == beyond_sentence(room, surplus, Language.NYNORSK)  # as the report has it
    as_needed = room_words(WARD, room_of(WARD, ROTA), None, 0.0, surplus_of(Context(WARD, ROTA)))
    assert "meir enn bemanninga treng" not in as_needed


def test_a_frame_that_is_not_quite_used_up_has_the_figure_given_out() -> None:
    # 0.50 + 0.66 = 1.16 of 1.18, where 1.06 is needed
    ward = replace(WARD, fte_budget_bp=11_800)
    rota = plan(ROTA.rows[0], row("- - D1 D1 D1 - -", "2", 6_600))
    words = room_words(ward, room_of(ward, rota), None, 0.0)
    said = "er 1,18 årsverk. Ho er så godt som brukt opp: 1,16 er delte ut. Bemanninga treng 1,06."
    assert said in words
    given_out = plan(ROTA.rows[0], row("- - D1 D1 D1 - -", "2", 6_800))
    words = room_words(ward, room_of(ward, given_out), None, 0.0)
    assert "er 1,18 årsverk. Ho er brukt opp. Bemanninga treng 1,06." in words


def test_where_hours_are_open_what_only_a_few_can_cover_is_told() -> None:
    # Five nights of 10 h, one who takes them with 28.4 h; and on Wednesday two where one is wanted.
    night = person("3", 8_000, kinds=frozenset({ShiftKind.NIGHT}))
    rows = (*WARD.demand, demand(WEEKDAYS, "21:45-07:45", 1))
    by_day = (replace(person, kinds=frozenset({ShiftKind.DAY})) for person in WARD.employees)
    ward = replace(WARD, demand=rows, employees=(*by_day, night), fte_budget_bp=18_500)
    rota = plan(
        row("D1 D1 D1 - - - -", "1", 5_000),
        row("- - D1 D1 - - -", "2", 5_500),
        row("N1 - N1 - - - -", "3", 8_000),
    )
    surplus = surplus_of(Context(ward, rota))
    words = room_words(ward, room_of(ward, rota), None, 30.0, surplus)
    assert "Til nettene trengst minst 50 timar i veka. Dei som tek netter (1 person), kan til saman" in words
    assert "i heile turnusen: 1 gong på dagtid måndag–fredag." in words
    assert "Til nettene" not in room_words(ward, room_of(ward, rota), None, 0.0, surplus)


def test_people_whose_names_hold_a_comma_are_told_apart() -> None:
    names = ("Nes, Kari", "Li, Per", "Ask, Ida")
    ward = unit(employees=tuple(person(str(place), name=name) for place, name in enumerate(names)))
    away = tuple(Away(employee=str(place), days=place + 2) for place in range(len(names)))
    said = "Nes, Kari er borte 2 dagar; Li, Per er borte 3 dagar og Ask, Ida er borte 4 dagar"
    assert causes_words(ward, away) == said


def test_where_nobody_wants_more_and_hours_are_open_what_the_positions_lack_is_told() -> None:
    # 37.5 h of 35.5 h are asked for, 1.06; 50 % and 30 % are there.
    ward = replace(WARD, employees=(person("1", 5_000), person("2", 3_000)))
    rota = plan(row("D1 D1 - - - - -", "1", 5_000), row("- - D1 D1 - - -", "2", 3_000))
    told = "Alle har stillinga dei ønskjer.\nStillingane er 0,8 årsverk til saman og bemanninga treng 1,06: "
    assert room_words(ward, room_of(ward, rota), None, 7.5).startswith(told)
    assert room_words(ward, room_of(ward, rota), None, 0.0) == "Alle har stillinga dei ønskjer."
