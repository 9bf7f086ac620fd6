"""What came of a build, as it is now: after edits, after changes of the unit, beside what it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, engine_run, person, plan, row, unit
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.jobs import Goal, SolveRequest
from heiltid.model import Agreement, GoalReached, Plan, PlanRole, Signed, UnitFile
from heiltid.rules.finding import Severity
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language
from tests.ui import screens
from tests.ui.build_page import page_of, report_of
from ui.app import Program
from ui.building import BuildOptions, request_for
from ui.document import Document
from ui.pages.build import BuildPage
from ui.pages.build.beside import beside_words
from ui.pages.build.latest import has_changed, place_of
from ui.pages.build.words import gap_words
from ui.places import Gap
from ui.texts import set_language

# Two at 50 %, one wanted on duty by day Monday to Friday; Anne wants full time.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=10_000, name="Anne Berg"), person("2", 5_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
TODAY = plan(row("D1 D1 D1 - - - -", "1", 5_000), row("- - - D1 D1 - -", "2", 5_000))
FULL = replace(TODAY, rows=(replace(TODAY.rows[0], position_bp=6_000), TODAY.rows[1]))


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path, "build", UnitFile(unit=WARD, plans=(TODAY,))) as program:
        yield program


def land(made: Program, plan_made: Plan, *, seed: int = 1) -> BuildPage:
    """A run from what is shown comes to this plan; the seed tells runs apart."""
    page, document = page_of(made), made.desk.document
    report = replace(report_of(plan_made, bound_bp=None), seed=seed)
    page._land(request_for(document.unit, document.plan, BuildOptions()), report)
    screens.settle()
    return page


def words(made: Program) -> str:
    return "\n".join(label.text() for label in page_of(made).findChildren(QLabel) if label.isVisible())


def primary(made: Program) -> list[str]:
    found = made.window.findChildren(QPushButton)
    return [b.objectName() for b in found if b.isVisible() and b.property("look") == "primary"]


def test_an_edit_by_hand_renews_what_is_told(made: Program) -> None:
    land(made, FULL)
    # (50 + 50) / 2 = 50; (60 + 50) / 2 = 55; Anne lacks 40 % of a full time = 0.4.
    for said in ("Snittstilling 50,0 % → 55,0 %.", "All bemanning er dekt.", "manglar 0,4 årsverk"):
        assert said in words(made)
    assert "er endra sidan det vart laga" not in words(made)
    made.window.show_page("rota")
    document = made.desk.document
    free = replace(TODAY.rows[1], cells=plan(row("- - - - D1 - -", "2")).rows[0].cells)
    larger = replace(FULL.rows[0], position_bp=8_000)
    document.apply_plan("for hand", replace(document.plan, rows=(larger, free)))
    made.window.show_page("build")
    # (80 + 50) / 2 = 65; Anne lacks 0.2; nobody on Thursday.
    for said in (
        "Snittstilling 50,0 % → 65,0 %.",
        "1 hol i bemanninga, 7,5 timar i alt:",
        "manglar 0,2 årsverk",
        "Framlegg 1 er endra sidan det vart laga. Her står det slik det er no.",
    ):
        assert said in words(made)
    document.undo_stack.undo()
    assert "All bemanning er dekt." in words(made)
    assert "er endra sidan det vart laga" not in words(made)


def test_it_is_told_by_the_name_it_has_now(made: Program) -> None:
    land(made, FULL)
    document = made.desk.document
    document.apply_plan("namn", replace(document.plan, name="Sommar"))
    assert "Sommar er klart" in words(made)
    page_of(made)._outcome.again.click()
    assert "Sist: Sommar er klart." in words(made)


def test_what_was_taken_into_use_keeps_what_it_came_instead_of(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = land(made, FULL)
    monkeypatch.setattr("ui.taking_into_use.choose", lambda *_: "ui.results.use")
    page._outcome.use.click()
    assert "Snittstilling 50,0 % → 55,0 %." in words(made)
    assert "Eininga er endra" not in words(made)  # its positions are those of the rota in use now


def test_after_a_change_of_the_unit_one_button_takes_it_into_account(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = land(made, FULL)
    assert primary(made) == ["build_rota"]
    made.window.show_page("people")
    document = made.desk.document
    anne = replace(WARD.employees[0], min_bp=10_000, max_bp=10_000)
    document.apply_unit("minst", replace(document.unit, employees=(anne, WARD.employees[1])))
    made.window.show_page("build")
    assert "Eininga er endra sidan Framlegg 1 vart laga." in words(made)
    assert primary(made) == ["build_anew"]
    asked: list[SolveRequest] = []
    monkeypatch.setattr(made.desk.job, "start", asked.append)
    monkeypatch.setattr(page, "_watch", lambda: None)
    page._outcome.anew.click()
    assert asked[0].unit.employees[0].min_bp == 10_000


def test_a_change_taken_back_leaves_the_outcome_as_it_was(made: Program) -> None:
    land(made, FULL)
    document = made.desk.document
    document.apply_unit("bemanning", replace(document.unit, demand=()))
    assert primary(made) == ["build_anew"]
    document.undo_stack.undo()
    assert primary(made) == ["build_rota"]
    document.apply_unit("namn", replace(document.unit, name="Sone Aust"))  # no rota depends on it
    assert primary(made) == ["build_rota"]


def test_only_what_a_rota_depends_on_is_a_change() -> None:
    signed = Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="NSF")
    anne = replace(WARD.employees[0], name="Anne Dahl")
    for same in (
        replace(WARD, municipality="Voss", agreements=(signed,)),
        replace(WARD, employees=(anne, WARD.employees[1])),
    ):
        assert not has_changed(WARD, same)
    refused = replace(WARD, agreements=(replace(signed, signed=Signed.REFUSED),))
    fewer = replace(WARD, employees=WARD.employees[:1])
    for other in (refused, fewer, replace(WARD, fte_budget_bp=10_000)):
        assert has_changed(WARD, other)


def test_to_improve_further_says_what_it_does(made: Program) -> None:
    page = land(made, FULL)
    assert "Leitar vidare ut frå dette framlegget" in page._outcome.go_on.toolTip()


def test_what_became_better_and_worse_is_told_beside_what_it_went_on_from(made: Program) -> None:
    land(made, FULL)
    # Wednesday is lost: a hole of 7.5 h. (70 + 50) / 2 = 60.
    two = plan(row("D1 D1 - - - - -", "1", 7_000), TODAY.rows[1])
    land(made, two)
    assert "Framlegg 2 er klart" in words(made)
    assert "Betre enn Framlegg 1: snittstilling 55,0 % → 60,0 %" in words(made)
    assert "Dårlegare enn Framlegg 1: hol i bemanninga 0 → 1 (0,0 → 7,5 timar)" in words(made)


def test_a_build_from_the_rota_of_today_is_beside_no_proposal(made: Program) -> None:
    land(made, FULL)
    assert " enn " not in page_of(made)._outcome.beside.text()
    assert not page_of(made)._outcome.beside.isVisible()


def test_notes_and_agreements_that_became_more_are_worse() -> None:
    # From A1 (till 22:00) to D1 (07:30) are 9.5 h: an agreement. Saturday alone: a lone day, half a weekend,
    # and more weekends than every third.
    set_language(Language.NYNORSK)
    calm = plan(row("A1 A1 - - - - -", "1", 5_000), row("- - - - - - -", "2", 5_000))
    calm = replace(calm, name="Framlegg 1", role=PlanRole.SCENARIO)
    busy = replace(calm, rows=(row("A1 D1 - - - D1 -", "1", 5_000), calm.rows[1]))
    ward = replace(WARD, demand=())
    document = Document(UnitFile(unit=ward, plans=(calm, busy)))
    found = judge_all(ward, busy).findings
    before, after = (
        sum(finding.severity is Severity.NOTE for finding in judge_all(ward, judged).findings)
        for judged in (calm, busy)
    )
    assert after > before
    # One week, so its weekend is 52 a year for the one of the two who works it.
    weekends = "helger i året for kvar i snitt 0,0 → 26,0, færrast–flest helger i året 0,0–0,0 → 0,0–52,0"
    shared = f"avvik i timar mot stilling 1 → 2, {weekends}"
    worse = f"{shared}, avtalar som trengst 0 → 1, merknader {before} → {after}"
    assert beside_words(document, calm, busy, found) == f"Dårlegare enn Framlegg 1: {worse}."
    alike = beside_words(document, busy, busy, found)
    assert alike.startswith("Like mange hol, små stillingar, avtalar og merknader som Framlegg 1")


def test_a_copy_with_the_same_run_is_not_taken_for_the_proposal() -> None:
    origin = engine_run()
    one = replace(TODAY, name="Framlegg 1", role=PlanRole.SCENARIO, origin=origin)
    copy, by_hand = replace(one, name="Framlegg 1 (2)"), replace(one, name="For hand", origin=None)
    assert place_of((TODAY, copy, one), one) == 2
    assert place_of((TODAY, replace(one, name="Sommar")), one) == 1
    assert place_of((TODAY, by_hand), by_hand) == 1
    assert place_of((TODAY,), by_hand) is None
    assert place_of((TODAY,), one) is None


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (None, "Meir tid kan hjelpe: prøv «Forbetre vidare»"),
        (0.0, "Meir tid kan hjelpe: prøv «Forbetre vidare»"),
        (405.0, "Meir tid hjelper ikkje: minst 6,8 timar må stå udekte"),
        (
            150.0,
            "Minst 2,5 timar må stå udekte med desse folka, reglane og vala. For resten kan meir tid hjelpe",
        ),
    ],
)
def test_more_time_is_offered_for_holes_unless_it_is_proven_to_be_of_no_use(
    bound: float | None, said: str
) -> None:
    set_language(Language.NYNORSK)
    goals = (GoalReached(name=Goal.STAFFING.value, value=405, bound=bound),)
    origin = engine_run(goals=goals)
    assert gap_words(replace(TODAY, origin=origin), 405).startswith(said)
    assert gap_words(replace(TODAY, origin=origin), 0) == ""
    assert gap_words(replace(TODAY, origin=origin), 405, 406).startswith(said)


def test_where_the_frame_leaves_gaps_open_it_is_told_in_place_of_more_time(made: Program) -> None:
    document = made.desk.document
    document.apply_unit("Ramme", replace(document.unit, fte_budget_bp=11_000))
    land(made, replace(FULL, rows=(FULL.rows[0], plan(row("- - - - D1 D1 -", "2", 5_000)).rows[0])))
    # Thursday's 7.5 h of 35.5 h lack: 21 % more.
    assert "Anne Berg kan ta vakter i hola (7,5 timar) og ønskjer meir, men alle" in words(made)
    assert "alle timane i ramma (1,10 årsverk) er delte ut. Set ramma til om lag 1,4" in words(made)
    assert "Meir tid kan hjelpe" not in words(made)
    # What stands now was not made with what the unit has become: first build anew.
    wishing = replace(
        document.unit, employees=(document.unit.employees[0], replace(WARD.employees[1], wanted_bp=6_000))
    )
    document.apply_unit("Ønskt", wishing)
    screens.settle()
    assert "Set ramma til" not in words(made)


def test_a_larger_frame_is_not_advised_again_where_no_gap_was_closed_since_the_proposal_before(
    made: Program,
) -> None:
    document = made.desk.document
    document.apply_unit("Ramme", replace(document.unit, fte_budget_bp=11_000))
    gaps = replace(FULL, rows=(FULL.rows[0], plan(row("- - - - D1 D1 -", "2", 5_000)).rows[0]))
    land(made, gaps)
    land(made, gaps)
    assert "Set ramma til" not in words(made)
    assert "Meir tid gav ikkje færre hol" in words(made)


def test_more_time_is_not_advised_where_it_has_just_failed() -> None:
    tried = replace(
        TODAY, origin=engine_run(goals=(GoalReached(name=Goal.STAFFING.value, value=1, bound=0),))
    )
    said = "Meir tid gav ikkje færre hol denne gongen, men det er ikkje prova at dei må stå."
    assert gap_words(tried, 405, 405).startswith(said)
    for before in (406, 300):  # with fewer open before, that proposal did not hold any more
        assert gap_words(tried, 405, before).startswith("Meir tid kan hjelpe")


def test_a_proposal_of_another_unit_tells_nothing_of_more_time(made: Program) -> None:
    document = made.desk.document
    gaps = replace(FULL, rows=(FULL.rows[0], plan(row("- - - - D1 D1 -", "2", 5_000)).rows[0]))
    land(made, gaps)
    others = replace(document.unit.employees[1], max_days_in_row=4)
    document.apply_unit(
        "Dagar på rad", replace(document.unit, employees=(document.unit.employees[0], others))
    )
    land(made, gaps, seed=2)
    assert "Meir tid gav ikkje" not in words(made)
    assert "Set ramma til om lag 1,4" in words(made)  # as where nothing went before


def test_a_hole_leads_to_those_who_could_take_it(made: Program) -> None:
    page = land(made, replace(FULL, rows=(FULL.rows[0], plan(row("- - - - D1 - -", "2", 5_000)).rows[0])))
    assert "Meir tid kan hjelpe" in words(made)
    assert page._outcome.lacking_who.text() == "Sjå kven som kan ta vakta"
    went: list[tuple[str, object]] = []
    made.desk.going_to.connect(lambda key, target: went.append((key, target)))
    page._outcome.lacking_who.click()
    assert went[0][0] == "rota"
    gap = went[0][1]
    assert isinstance(gap, Gap)
    assert gap.finding.days == (3,)  # Thursday
    screens.settle()
    takers = made.window.page("rota").takers  # type: ignore[attr-defined]
    assert takers.isVisible()
    assert takers.title.text() == "Kven kan ta D1 veke 1 tor 7. jan.?"
    takers.hide()


def test_who_came_to_full_time_and_who_wants_more_still_are_told() -> None:
    # Anne wants 100 %: 50 before and 100 after; one of two is in full time then, and nobody wants more.
    set_language(Language.NYNORSK)
    base = replace(TODAY, name="Framlegg 1", role=PlanRole.SCENARIO)
    full = replace(base, rows=(replace(TODAY.rows[0], position_bp=10_000), TODAY.rows[1]))
    document = Document(UnitFile(unit=WARD, plans=(base, full)))
    told = beside_words(document, base, full, judge_all(WARD, full).findings)
    assert "i heiltid 0 → 1" in told.splitlines()[0]
    assert "uønskt deltid 1 → 0" in told.splitlines()[0]
