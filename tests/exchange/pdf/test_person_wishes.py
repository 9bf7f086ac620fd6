"""The line of her own wishes on a person's sheet."""

from __future__ import annotations

from datetime import date

from builders import person, plan, row, unit
from reportlab.platypus import Paragraph

from heiltid.exchange.pdf.person_sheet import PersonSheets
from heiltid.exchange.pdf.person_wishes import MOST_DAYS, wishes_sentence
from heiltid.model import ShiftKind, Unit, UnitFile, Wish, WishDays
from heiltid.rules.context import Context
from heiltid.texts import Language

NN = Language.NYNORSK
KARI, OLA = person("1", name="Kari Nordmann"), person("2", name="Ola Dunk")


def off(week: int | None, weekday: int, employee: str = "1") -> Wish:
    return Wish(employee=employee, when=WishDays(week=week, weekday=weekday), off=True)


def ward(*wishes: Wish, weeks: int = 2) -> Unit:
    return unit(weeks, employees=(KARI, OLA), wishes=wishes)


def told(here: Unit, codes: str, employee: int = 0) -> str:
    rota = plan(row(codes, "1"), row("- " * here.day_count, "2"))
    return wishes_sentence(Context(here, rota), here.employees[employee], NN)


def test_days_met_and_days_not_met_with_what_stands_there() -> None:
    evening = Wish(employee="1", when=WishDays(week=2, weekday=3), kind=ShiftKind.EVENING)
    here = ward(off(1, 0), off(1, 2), off(1, 4), evening)
    # D1 on the first Wednesday, free where she wished an evening; met are the Monday and the Friday.
    assert told(here, "- - D1 - - - -" + " -" * 7) == (
        "2 av 4 dagar er oppfylte. Ikkje oppfylt: v1 ons (D1), v2 tor (fri)."
    )
    assert told(ward(off(1, 0)), "- - D1 - - - -" + " -" * 7) == "1 av 1 dagar er oppfylte."


def test_nobody_elses_wishes_and_nothing_without_any_or_without_a_rota() -> None:
    here = ward(off(1, 0, "2"))
    assert told(here, "D1" + " -" * 13) == ""
    assert told(here, "D1" + " -" * 13, employee=1) == "1 av 1 dagar er oppfylte."
    assert told(ward(off(1, 0)), "-" + " -" * 13) == ""


def test_a_long_list_is_cut() -> None:
    here = ward(*(off(None, weekday) for weekday in range(7)), weeks=3)
    sentence = told(here, "D1 " * 21)
    assert sentence.count("(D1)") == MOST_DAYS
    assert sentence.endswith("og 7 til.")


def test_the_line_stands_on_her_sheet() -> None:
    here = ward(off(1, 0))
    rota = plan(row("D1" + " -" * 13, "1"), row("- " * 14, "2"))
    sheets = PersonSheets(UnitFile(unit=here, plans=(rota,)), rota, None, (), NN, date(2026, 11, 22))
    shown = [piece.getPlainText() for piece in sheets.story(KARI)._content if isinstance(piece, Paragraph)]
    assert "Ønska dine: 0 av 1 dagar er oppfylte. Ikkje oppfylt: v1 mån (D1)." in shown
    assert not any("Ønska" in words for words in _words(sheets, 1))


def _words(sheets: PersonSheets, employee: int) -> list[str]:
    content = sheets.story((KARI, OLA)[employee])._content
    return [piece.getPlainText() for piece in content if isinstance(piece, Paragraph)]
