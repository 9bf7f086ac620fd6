"""heiltid book wishes: asked from a file without a booking, answered, imported, taken over as chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commands.book_desk import DEADLINE, KARI, OLA, WARD, Desk
from stand_in import saved
from typer.testing import Result

from heiltid.booking.answers.tokens import personal_code, token
from heiltid.model import Unit, UnitFile
from heiltid.model.asking import Booking
from heiltid.store import open_unit, save_unit


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A unit nobody has rolled out."""
    found = Desk(tmp_path)
    saved(found.file, WARD)
    return found


def wishes(desk: Desk, command: str, *words: object, stdin: str | None = None) -> Result:
    return desk("book", "wishes", command, desk.file, *words, stdin=stdin)


def ask(desk: Desk, *words: object) -> str:
    found = wishes(desk, "ask", "--deadline", DEADLINE, "--to", desk.folder / "out", *words)
    assert found.exit_code == 0, found.output
    return " ".join(found.stdout.split())


def take(desk: Desk, *words: object) -> str:
    found = wishes(desk, "take", *words)
    assert found.exit_code == 0, found.output
    return " ".join(found.stdout.split())


def answer(desk: Desk, employee: str, text: str) -> None:
    asked = desk.booking.wish_rounds[-1]
    code = personal_code(asked.code, token(desk.booking.secret, asked.code, employee, asked.deadline))
    desk.good("import", "-", stdin=f"{code}: {text}")


def unit(desk: Desk) -> Unit:
    return open_unit(desk.file).unit


def told(desk: Desk, name: str = "told.json") -> Any:
    return json.loads((desk.folder / name).read_text(encoding="utf-8"))


def test_asked_answered_and_taken_over(desk: Desk) -> None:
    said = ask(desk, "--json", desk.folder / "told.json")
    (asked,) = desk.booking.wish_rounds
    assert f"Round {asked.code}: 2 people are asked for wishes for 1 weeks from" in said
    assert (asked.first, asked.weeks, asked.asked) == (WARD.start, 1, (KARI, OLA))  # not the substitute
    found = told(desk)
    assert found["people"][0] == {
        "employee": KARI,
        "files": ["1-Kari-Nordmann.html", "1-Kari-Nordmann.xlsx"],
    }
    folder = desk.folder / "out" / f"Wishes {asked.code}"
    own = [name for entry in found["people"] for name in entry["files"]]
    assert {path.name for path in folder.iterdir()} == {*own, "Who gets which file.xlsx"}
    answer(desk, KARI, "off week 1 Saturday, position 90, weekend every 2nd, long shifts yes")
    before = unit(desk)
    assert "80 → 90 %" in take(desk)
    assert unit(desk) == before  # nothing is taken without --take
    take(desk, "--take", "wishes,wanted", "--json", desk.folder / "told.json")
    after = unit(desk)
    kari = after.employee_by_number()[KARI]
    assert (kari.wanted_bp, kari.weekend_every, kari.long_shifts) == (9_000, 3, False)
    assert [(wish.employee, wish.off) for wish in after.wishes] == [(KARI, True)]
    (line,) = told(desk)["people"]
    assert (line["parts"], line["added"]) == (["wishes", "wanted"], 1)
    assert (line["before"]["wanted_pct"], line["after"]["wanted_pct"]) == (80.0, 90.0)
    assert "Nothing" in take(desk, "--take", "wishes")
    assert unit(desk) == after


def test_only_the_people_named(desk: Desk) -> None:
    ask(desk)
    answer(desk, KARI, "position 90")
    answer(desk, OLA, "position 60")
    take(desk, "--take", "wanted", "--people", OLA)
    people = unit(desk).employee_by_number()
    assert (people[KARI].wanted_bp, people[OLA].wanted_bp) == (8_000, 6_000)


def test_what_is_left_out_is_told(desk: Desk) -> None:
    ask(desk)
    answer(desk, KARI, "long shift week 1 Monday, off week 1 Sunday")
    shown = take(desk, "--take", "wishes", "--json", desk.folder / "told.json")
    assert "Kari Nordmann (1): Left out: long shift w1 Mon. She or he works no long shifts." in shown
    (line,) = told(desk)["people"]
    assert line["left_out"] == [
        {
            "wish": {"week": 1, "weekday": 1, "wish": "L", "negated": False, "strong": False},
            "why": "no_long",
        }
    ]


def test_the_same_round_once_more_keeps_its_code(desk: Desk) -> None:
    ask(desk)
    code = desk.booking.wish_rounds[0].code
    again = wishes(desk, "ask", "--round", code.lower(), "--to", desk.folder / "more", "--what", "pages")
    assert again.exit_code == 0, again.output
    assert len(desk.booking.wish_rounds) == 1
    assert len(list((desk.folder / "more" / f"Wishes {code}").glob("*.html"))) == 2
    other = wishes(
        desk, "ask", "--round", code, "--to", desk.folder / "other", "--weeks", "2", "--people", "1"
    )
    assert (other.exit_code, (desk.folder / "other").exists()) == (2, False)
    assert "cannot be changed with --weeks, --people" in " ".join(other.output.split())
    over = wishes(desk, "ask", "--round", code, "--to", desk.folder / "more")
    assert over.exit_code != 0
    assert "already" in over.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--deadline", "2027-05-01"), "has passed already"),
        ((), "--deadline"),
        (("--deadline", DEADLINE, "--from", "2027-09-01"), "must begin on a Monday"),
        (
            ("--deadline", DEADLINE, "--people", "77"),
            "Nobody here has the employee number 77. The numbers here: 1, 2, 3.",
        ),
        (("--deadline", DEADLINE, "--people", "3"), "at least one person"),  # the substitute has no rota
        (("--deadline", DEADLINE, "--what", "shared"), "cannot be written"),
        (("--round", "ZZZZ"), "no round of wishes called “ZZZZ” here. The rounds here: none"),
    ],
)
def test_what_cannot_be_asked(desk: Desk, words: tuple[str, ...], said: str) -> None:
    found = wishes(desk, "ask", "--to", desk.folder / "out", *words)
    assert found.exit_code == 2
    assert said in " ".join(found.output.split())
    assert open_unit(desk.file).booking is None


def test_nothing_to_take_from(desk: Desk) -> None:
    assert wishes(desk, "take").exit_code == 2  # no booking at all
    save_unit(desk.file, UnitFile(unit=WARD, booking=Booking(secret=bytes(32))))
    assert "Nobody has been asked for wishes here yet." in " ".join(wishes(desk, "take").output.split())
    ask(desk)
    assert "Nobody of those included here has answered." in take(desk, "--take", "wanted")
    assert wishes(desk, "take", "--take", "everything").exit_code == 2
