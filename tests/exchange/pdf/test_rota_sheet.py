"""The rota for the wall: what stands on which page."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import D1, demand, person, plan, row, shift, unit

from heiltid.exchange.pdf.rota_drawing import HEIGHT, HIGHEST_ROW, LOWEST_ROW, SIGNS, WIDTH, RotaPage
from heiltid.exchange.pdf.rota_sheet import rota_pages, write_rota_pdf
from heiltid.measures.against import Against, Present
from heiltid.model import Absence, Plan, RotaKind, Status, Unit, empty_plan
from heiltid.texts import Language

NN = Language.NYNORSK
TODAY = date(2026, 11, 22)


def many(people: int, weeks: int) -> tuple[Unit, Plan]:
    numbers = [str(1000 + place) for place in range(people)]
    here = unit(weeks, name="Lia", employees=tuple(person(number, name=f"P {number}") for number in numbers))
    week = "D1 A1 N1 - F1 L1 L2 "
    return here, plan(*(row(week * weeks, number) for number in numbers))


def words(page: RotaPage) -> list[list[str]]:
    return [[chip.words if chip else "" for chip in line.chips] for line in page.lines]


def test_twelve_weeks_stand_on_two_pages_with_the_same_people() -> None:
    pages = rota_pages(*many(3, 12), NN)
    assert [page.title for page in pages] == ["Veke 1–6 av 12", "Veke 7–12 av 12"]
    assert [[line.name for line in page.lines] for page in pages] == [["P 1000", "P 1001", "P 1002"]] * 2
    assert [len(page.days) for page in pages] == [42, 42]
    assert pages[1].weeks[0].startswith("Veke 7 · 15.–21. feb.")


def test_more_people_than_a_page_holds_are_shared_evenly() -> None:
    pages = rota_pages(*many(60, 6), NN)
    assert [len(page.lines) for page in pages] == [30, 30]
    assert [page.title for page in pages] == [
        "Veke 1–6 av 6 · person 1–30 av 60",
        "Veke 1–6 av 6 · person 31–60 av 60",
    ]


@pytest.mark.parametrize(("people", "weeks"), [(1, 1), (41, 4), (60, 12), (3, 52)])
def test_every_page_is_filled_inside_its_margins(people: int, weeks: int) -> None:
    for page in rota_pages(*many(people, weeks), NN):
        assert page.right <= WIDTH + 0.01
        assert page.wrap(0, 0) == (WIDTH, HEIGHT)
        assert LOWEST_ROW <= page.row_height <= HIGHEST_ROW
        assert page.day_width >= 20  # points: a code of two letters at 8 points is 12 wide


def test_a_line_tells_position_hours_and_codes() -> None:
    here = unit(2, employees=(person("1", 7_550, name="Kari Nordmann"),))
    page = rota_pages(here, plan(row("D1 - - - F1 - - N1 - - - - - -", position=7_550)), NN)[0]
    line = page.lines[0]
    # 7.5 h and 10 h in two weeks; 75.5 % of 71 h are 53.6 h
    assert (line.name, line.position) == ("Kari Nordmann", "75,5 %")
    assert (line.hours, line.week, line.deviation) == ("17,5", "8,8", "−36,1")
    assert words(page)[0][:8] == ["D1", "", "", "", "F1", "", "", "N1"]


def test_hours_beside_a_position_they_do_not_quite_fill_are_explained() -> None:
    # 28 days of 7.5 h are 210 h; six weeks of 35.5 h are 213.
    page = rota_pages(unit(6), plan(row("D1 D1 D1 D1 D1 - - " * 5 + "D1 D1 D1 - - - -")), NN)[0]
    assert page.headings == ("Namn", "Stilling", "Timar", "Per veke", "Avvik")
    assert (page.lines[0].hours, page.lines[0].week, page.lines[0].deviation) == ("210", "35", "−3")
    told = "timane i turnusen minus timane stillinga betaler for, over alle vekene"
    assert [entry.meaning for entry in page.legend if entry.chip.words == "Avvik"] == [told]
    # 70 % of 35.5 h are 24.85 h: three days of 7.5 h are 2.35 h fewer, four 5.15 h more.
    for days, shown in ((3, "−2,4"), (4, "+5,2")):
        found = rota_pages(unit(), plan(row("D1 " * days + "- " * (7 - days), position=7_000)), NN)[0]
        assert found.lines[0].deviation == shown


def test_the_wall_does_not_tell_why_somebody_is_away() -> None:
    sick = Absence(employee="1", first=date(2027, 1, 8), last=date(2027, 1, 10), code="SJUK")
    here = unit(absences=(sick,), kind=RotaKind.DATED)
    found = words(rota_pages(here, plan(row("(D1)FE (D1)SJUK - - - - -")), NN)[0])[0]
    assert found == ["FE", "borte", "", "", "borte", "borte", "borte"]


def test_lines_nobody_needs_any_longer_are_left_out_and_open_posts_are_named() -> None:
    posts = tuple(person(number, 0, name="", status=Status.VACANT) for number in ("7", "8"))
    here = unit(employees=posts)
    pages = rota_pages(here, plan(row("- - - - - - -", "7", 0), row("D1 - - - - - -", "8", 2_000)), NN)
    assert [line.name for line in pages[0].lines] == ["Ledig stilling (8)"]


def test_whoever_is_there_is_counted_whatever_her_shift_is_called() -> None:
    # Sunday 09:30-14:30: two on D1 and one on L1 are three, and four are asked for; Saturday nothing is asked
    numbers = ("1", "2", "3")
    here = unit(
        employees=tuple(person(number) for number in numbers),
        demand=(demand(frozenset({6}), "09:30-14:30", 4), demand(frozenset({6}), "16:00-19:00", 1)),
    )
    codes = ("D1", "D1", "L1")
    rota = plan(*(row(f"- - - - - - {code}", number) for code, number in zip(codes, numbers, strict=True)))
    page = rota_pages(here, rota, NN)[0]
    assert [name for name, _ in page.counts] == ["På vakt 09:30–14:30", "På vakt 16:00–19:00"]
    assert [days[6] for _, days in page.counts] == [
        Present(people=3, against=Against.BELOW_MINIMUM),
        Present(people=1, against=Against.RIGHT),
    ]
    assert [days[5] for _, days in page.counts] == [None, None]


def test_red_days_weekends_and_days_outside_the_employment_are_told_apart() -> None:
    late = person("1", employed_from=date(2027, 5, 15))
    here = unit(start=date(2027, 5, 10), kind=RotaKind.DATED, employees=(late,))
    page = rota_pages(here, empty_plan(here, name="x"), NN)[0]
    # Monday 10 to Sunday 16 May 2027 (Whit Sunday); Monday the 17th is outside
    assert [day.shaded for day in page.days] == [False] * 5 + [True, True]
    assert [day.red for day in page.days] == [False] * 6 + [True]
    assert page.lines[0].absent == (True,) * 5 + (False, False)


def test_the_grey_of_days_outside_the_employment_is_explained_where_there_is_any() -> None:
    worked = plan(row("- - - - - D1 -"))
    for late, told in ((date(2027, 1, 8), True), (date(2027, 1, 4), False)):
        here = unit(employees=(person("1", employed_from=late),))
        meanings = [entry.meaning for entry in rota_pages(here, worked, NN)[0].legend]
        assert ("ikkje tilsett då" in meanings) is told


def test_codes_are_explained_with_their_times() -> None:
    named = unit(shifts=(replace(D1, name="Dagvakt"), shift("N1", "22:00-08:00")))
    legend = rota_pages(named, plan(row("D1 - - - - - F1")), Language.ENGLISH)[0].legend
    assert [(entry.chip.words, entry.meaning) for entry in legend[:-1]] == [
        ("D1", "Dagvakt 07:30–15:00, 7.5 h"),
        ("N1", "22:00–08:00, 10 h"),
        ("F1", "weekly day off with rest (§ 10-8)"),
    ]


def test_both_signs_beside_the_counts_are_explained() -> None:
    for maximum, above in (
        (None, "fleire enn ønskt heile tida"),
        (2, "fleire enn ønskt heile tida, eller fleire enn høgstetalet"),
    ):
        here = unit(demand=(demand(frozenset({0}), "07:30-15:00", 1, maximum=maximum),))
        legend = rota_pages(here, plan(row("D1 - - - - - -")), NN)[0].legend
        told = {entry.chip.words[-1]: entry.meaning for entry in legend if entry.chip.words}
        assert told["▼"] == "færre enn minstetalet i heile eller ein del av tida"
        assert told["▲"] == above
        assert "▽" not in told  # nothing is wished beyond the least


def test_fewer_than_wished_has_the_sign_of_the_screen_where_more_than_the_least_is_wished() -> None:
    here = unit(demand=(demand(frozenset({0}), "07:30-15:00", 1, target=2),))
    page = rota_pages(here, plan(row("D1 - - - - - -")), NN)[0]
    told = {entry.chip.words[-1]: entry.meaning for entry in page.legend if entry.chip.words}
    assert told["▽"] == "færre enn ønskt"
    assert [SIGNS[days[0].against] for _, days in page.counts if days[0]] == ["▽"]


@pytest.mark.parametrize("language", list(Language))
def test_a_unit_without_people_or_with_odd_words_is_printed(tmp_path: Path, language: Language) -> None:
    nobody = unit(employees=())
    assert write_rota_pdf(tmp_path / "0.pdf", nobody, plan(), language, made_on=TODAY) == 1
    odd = unit(
        name="<b>&",
        employees=(person("1", name="Å" * 90),),
        shifts=(shift("DAGVAKTLANG", "07:30-15:00", name="<i>" + "x" * 300),),
    )
    rota = replace(plan(row("DAGVAKTLANG - - - - - -")), name="A & <B>")
    assert write_rota_pdf(tmp_path / "1.pdf", odd, rota, language, made_on=TODAY) == 1
    assert (tmp_path / "1.pdf").read_bytes().startswith(b"%PDF")


def test_sixty_people_in_a_year_are_printed_in_seconds(tmp_path: Path) -> None:
    here, rota = many(60, 52)
    began = time.perf_counter()
    pages = write_rota_pdf(tmp_path / "year.pdf", here, rota, NN, made_on=TODAY)
    assert pages == 18  # nine times six weeks (the last time four), 30 people a page
    assert time.perf_counter() - began < 10
