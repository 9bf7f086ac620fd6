"""Wishes pasted from a spreadsheet: who by number or name, and the workbook's words for the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import A1, D1, N1, person, unit

from heiltid.exchange.pasted import PastedWishes, wishes_from_text
from heiltid.exchange.problems import problem_text
from heiltid.model import RotaKind, ShiftKind, Unit, Wish, WishDays, WishStrength
from heiltid.texts import Language

NN = Language.NYNORSK
WARD = unit(
    weeks=6,
    shifts=(D1, A1, N1),
    employees=(person("7", name="Kari Li"), person("8", name="Ola By"), person("9", name="Ola By")),
)
KARI_FREE = Wish(employee="7", when=WishDays(week=3, weekday=1), off=True, strength=WishStrength.STRONG)


def lines(*rows: str) -> str:
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)


def paste(text: str, into: Unit = WARD, **more: Any) -> PastedWishes:
    return wishes_from_text(text, into, NN, **more)


def told(found: PastedWishes, *, warnings: bool = False) -> list[str]:
    return [problem_text(problem, NN) for problem in found.problems if problem.warning is warnings]


def test_a_list_with_headings_as_in_the_workbook() -> None:
    found = paste(
        lines(
            "Nummer | Når | Ønske | Styrke",
            "7 | v3 tys | fri | sterkt",
            "8 | fre | ikkje N | ",
            "9 | 14.01.2027 | A1 | må",
        )
    )
    assert told(found) == []
    assert found.wishes == (
        KARI_FREE,
        Wish(employee="8", when=WishDays(weekday=4), kind=ShiftKind.NIGHT, negated=True),
        Wish(employee="9", when=WishDays(on=date(2027, 1, 14)), code="A1", strength=WishStrength.MUST),
    )


def test_names_without_headings() -> None:
    found = paste(lines("Kari Li | v3 tys | fri | sterkt", "Kari Li | ons | D1 | svakt"))
    assert [guess.meaning for guess in found.columns] == ["Who", "When", "Wish", "Strength"]
    assert found.wishes == (KARI_FREE, Wish(employee="7", when=WishDays(weekday=2), code="D1"))


def test_who_by_other_headings_and_number_before_name() -> None:
    found = paste(
        lines("Ansattnr | Navn | Dag | Ønsker", "8 | Ola By | man | fri", " | Kari Li | tir | natt")
    )
    assert told(found) == []
    assert [(wish.employee, wish.when.weekday, wish.off, wish.kind) for wish in found.wishes] == [
        ("8", 0, True, None),
        ("7", 1, False, ShiftKind.NIGHT),
    ]


def test_people_of_one_name_are_found_as_the_window_names_them() -> None:
    found = paste(lines("Kven | Når | Ønske", "Ola By (9) | mån | fri"))
    assert told(found) == []
    assert [wish.employee for wish in found.wishes] == ["9"]


def test_every_problem_at_once() -> None:
    found = paste(
        lines(
            "Namn | Når | Ønske",
            "Per Å | mån | fri",
            "Ola By | mån | fri",
            "Kari Li | v9 tys | fri",
            "7 | tys | sove",
            "7 | fre | A",
        )
    )
    assert [line.split(": ")[0] for line in told(found)] == [
        "Rad 4 (Kari Li), «Når»",
        "Rad 5, «Ønske»",
        "Rad 2, «Namn»",
        "Rad 3, «Namn»",
    ]
    assert told(found)[2] == "Rad 2, «Namn»: «Per Å» er korkje eit nummer eller eit namn i eininga."
    assert told(found)[0] == (
        "Rad 4 (Kari Li), «Når»: fann «v9 tys». Skriv ein dato, ein vekedag eller ei veke som har dagar i "
        "turnusen, til dømes: 5.12, 5.–6.12, søn, helg, veke 3, helga i veke 50, v3 tys."
    )
    assert [wish.kind for wish in found.wishes] == [ShiftKind.EVENING]


def test_what_is_there_already_is_skipped_and_another_strength_replaces() -> None:
    there = replace(WARD, wishes=(KARI_FREE, Wish(employee="8", when=WishDays(weekday=4), off=True)))
    text = lines("Nr | Når | Ønske | Styrke", "7 | v3 tys | fri | sterkt", "8 | fre | fri | må")
    found = paste(text, there)
    assert [(wish.employee, wish.strength) for wish in found.wishes] == [("8", WishStrength.MUST)]
    assert found.replaced == (there.wishes[1],)
    assert told(found, warnings=True) == ["Ønske som finst frå før: 1. Dei er hoppa over."]
    kept = tuple(wish for wish in there.wishes if wish not in found.replaced)
    after = replace(there, wishes=(*kept, *found.wishes))
    assert paste(text, after).wishes == ()


def test_too_few_columns() -> None:
    assert told(paste(lines("Kari Li | fri"))) == ["Fann ikkje kolonnane som trengst: kven, når og kva."]
    assert paste("").has_errors
    right = paste(lines("Kari Li | v3 tys | fri"), meanings={1: "Who", 2: "When", 3: "Wish"})
    assert [wish.strength for wish in right.wishes] == [WishStrength.WEAK]


# Six weeks from Monday 23.11.2026: calendar weeks 48 to 53, the last day is 03.01.2027.
CHRISTMAS = replace(WARD, start=date(2026, 11, 23))


def days(found: PastedWishes) -> list[str]:
    """What the wishes apply to, in short."""
    return [
        f"{when.on:%d.%m}" if when.on else f"v{when.week}.{when.weekday}" if when.week else f"d{when.weekday}"
        for when in (wish.when for wish in found.wishes)
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("veke 52", "21.12 22.12 23.12 24.12 25.12 26.12 27.12"),
        ("uke 52", "21.12 22.12 23.12 24.12 25.12 26.12 27.12"),
        ("veke 3", "v3.0 v3.1 v3.2 v3.3 v3.4 v3.5 v3.6"),
        ("helgene i veke 50", "12.12 13.12"),
        ("helga i veke 50-51", "12.12 13.12 19.12 20.12"),
        ("veke 50 og 51 helg", None),  # the weekend of 51 alone, or of both?
        ("tysdag i veke 50", "08.12"),
        ("helg", "d5 d6"),
        ("helgene", "d5 d6"),
        ("alle helger", "d5 d6"),
        ("lau og søn", "d5 d6"),
        ("fredagar", "d4"),
        ("kvar fredag", "d4"),
        ("v3 tys-tor", "v3.1 v3.2 v3.3"),
        ("5.12.26-6.12.26", "05.12 06.12"),
        ("5.-6.12", "05.12 06.12"),
        ("5. og 6.12", "05.12 06.12"),
        ("helga 5.-6.12", "05.12 06.12"),
        ("5.12 til 6.12", "05.12 06.12"),
        ("lau 05.12.2026", "05.12"),
        ("2.1-8.1", "02.01 03.01"),  # no more than the rota has
        ("veke 30", None),
        ("jula", None),
        ("annakvar fredag", None),
    ],
)
def test_days_as_people_write_them(typed: str, meant: str | None) -> None:
    found = paste(lines("Namn | Når | Ønske", f"Kari Li | {typed} | fri"), CHRISTMAS)
    if meant is None:
        assert f"fann «{typed}»" in told(found)[0]
        assert found.wishes == ()
    else:
        assert (told(found), days(found)) == ([], meant.split())


def test_a_week_by_number_tells_its_dates() -> None:
    text = lines("Namn | Når | Ønske", "Kari Li | veke 52 | fri", "7 | veke 3 | D1", "7 | v4 tys | D1")
    assert told(paste(text, CHRISTMAS), warnings=True) == [
        "«veke 52» er lesen som kalenderveke: 21.12.2026–27.12.2026.",
        "«veke 3» er lesen som veka med det nummeret i turnusen: 07.12.2026–13.12.2026.",
    ]
    dated = replace(CHRISTMAS, kind=RotaKind.DATED, start=date(2027, 1, 11))  # calendar weeks 2 to 7
    assert days(paste(lines("Namn | Når | Ønske", "Kari Li | helga i veke 3 | fri"), dated)) == [
        "23.01",
        "24.01",
    ]


def test_days_without_headings_are_known_but_shares_are_none() -> None:
    found = paste(lines("Kari Li | veke 52 | fri | 7.5", "Kari Li | 5.-6.12 | D1 | 12.5"), CHRISTMAS)
    assert [guess.meaning for guess in found.columns] == ["Who", "When", "Wish", None]
    assert len(found.wishes) == 9


def test_a_fault_in_a_row_of_several_days_is_told_once_with_what_was_written() -> None:
    found = paste(
        lines("Namn | Når | Ønske", "Kari Li | helga i veke 50 | sove", "7 | 1.5.26 | fri"), CHRISTMAS
    )
    assert [line.split(":")[0] for line in told(found)] == ["Rad 2 (Kari Li), «Ønske»"]
    outside, week = told(found, warnings=True)
    assert week.startswith("«helga i veke 50» er lesen som kalenderveke")
    assert outside.startswith("Rad 3")
    assert "1.5.26" in outside


def test_wishes_without_a_strength_get_the_one_asked_for() -> None:
    text = lines("Namn | Når | Ønske | Styrke", "Kari Li | lau | fri | ", "7 | søn | fri | må")
    found = paste(text, strength=WishStrength.STRONG)
    assert [wish.strength for wish in found.wishes] == [WishStrength.STRONG, WishStrength.MUST]
    bare = paste(lines("Kari Li | lau | fri"), strength=WishStrength.STRONG)
    assert [wish.strength for wish in bare.wishes] == [WishStrength.STRONG]


def test_a_list_of_something_else_is_not_told_of_positions() -> None:
    found = paste(lines("Namn | Stilling | Tittel", "Kari Li | 80 | spl", "Ola By | 50 | spl"))
    assert told(found) == ["Fann ikkje kolonnane som trengst: kven, når og kva."]
    assert not any("prosent" in line for line in told(found, warnings=True))


TURNED = unit(
    weeks=6,
    shifts=(D1, A1, N1),
    employees=(person("7", name="Moe, Kjersti"), person("8", name="Kjersti Vik"), person("9", name="Ola By")),
)


@pytest.mark.parametrize("name", ["Moe, Kjersti", "Moe Kjersti", "Kjersti Moe", "kjersti  MOE"])
def test_a_name_in_either_order_with_or_without_a_comma(name: str) -> None:
    found = paste(lines(f"{name} | v3 tys | fri | sterkt"), TURNED)
    assert found.wishes == (KARI_FREE,)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Ola", "Ola By"), ("Kjersti Mo", "Moe, Kjersti"), ("Kjersti", None), ("Siri Dal", None)],
)
def test_a_name_nobody_has_gets_a_suggestion_where_only_one_is_near(name: str, meant: str | None) -> None:
    text = lines("Namn | Når | Ønske | Styrke", f"{name} | v3 tys | fri | sterkt")
    found = paste(text, TURNED)
    assert found.wishes == ()
    assert dict(found.suggestions) == ({} if meant is None else {(2, 1): meant})
    if meant is not None:
        accepted = paste(text, TURNED, corrected=found.suggestions)
        assert len(accepted.wishes) == 1


def test_dates_in_what_is_said_are_written_as_people_write_them() -> None:
    dated = replace(TURNED, kind=RotaKind.DATED)
    found = paste(lines("Ola By | 14.06.2027 | fri | "), dated)
    assert "(frå 04.01.2027 til 14.02.2027)" in told(found, warnings=True)[0]
