"""Wishes pasted from a spreadsheet: who by number or name, and the workbook's words for the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import A1, D1, N1, person, unit

from heiltid.exchange.pasted import PastedWishes, wishes_from_text
from heiltid.exchange.problems import problem_text
from heiltid.model import ShiftKind, Unit, Wish, WishDays, WishStrength
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
