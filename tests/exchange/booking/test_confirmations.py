"""Confirmations: each gets her own, nobody reads of others, nothing that is there is replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from booking.rolls import away
from booking.settled_list import CAN, GLADLY, PLACES, SAT, TUE, WED, answer, booking, place, ward
from icalendar import Calendar

from heiltid.booking.settling.outcome import with_told
from heiltid.calendar import OSLO
from heiltid.errors import InternalError
from heiltid.exchange.booking import confirmation_papers, confirmations
from heiltid.exchange.booking.confirmations import Confirmations, write_confirmations
from heiltid.exchange.calendar_file import write_calendar
from heiltid.model import UnitFile
from heiltid.model.asking import Allotment, Booking
from heiltid.texts import Language

STAMP = datetime(2027, 6, 10, 12, 5, tzinfo=OSLO)
NN = Language.NYNORSK


def write(folder: Path, given: Booking, *, hours: int = 0, **more: Any) -> Confirmations:
    file = UnitFile(unit=ward(), booking=given)
    return write_confirmations(folder, file, "K7F2", NN, stamp=STAMP + timedelta(hours=hours), **more)


@pytest.fixture
def stories(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The words of every paper, by the name of its file."""
    found: dict[str, str] = {}
    real = confirmation_papers.write_pdf

    def keep(path: Path, story: list[Any], head: Any) -> int:
        found[path.name] = "\n".join(words(story))
        return real(path, story, head)

    monkeypatch.setattr(confirmation_papers, "write_pdf", keep)
    return found


def words(pieces: Any) -> list[str]:
    """The words of paragraphs and tables, in order."""
    if hasattr(pieces, "getPlainText"):
        return [pieces.getPlainText().replace("\u00a0", " ")]
    if hasattr(pieces, "_cellvalues"):
        return [" | ".join("".join(words(cell)) for cell in line) for line in pieces._cellvalues]
    return [word for piece in pieces for word in words(piece)] if isinstance(pieces, list | tuple) else []


def events(path: Path) -> dict[str, dict[str, str]]:
    """By UID: the summary, status and sequence of each event."""
    calendar = Calendar.from_ical(path.read_bytes())
    return {
        str(event["uid"]): {key: str(event.get(key, "")) for key in ("summary", "status", "sequence")}
        for event in calendar.walk("vevent")
    }


def test_each_gets_her_own_files_and_the_leader_the_rest(tmp_path: Path) -> None:
    made = write(tmp_path, booking())
    assert made.folder == tmp_path / "Stadfesting-K7F2"
    found = sorted(str(path.relative_to(made.folder)) for path in made.folder.rglob("*") if path.is_file())
    assert found == [
        "fordeling.pdf",
        "til kvar/1-Kari-Nordmann.ics",
        "til kvar/1-Kari-Nordmann.pdf",
        "til kvar/2-Ola-Dunk.ics",
        "til kvar/2-Ola-Dunk.pdf",
        "turnus.xlsx",
    ]
    assert {path for paths in made.people.values() for path in paths} | {made.shared, made.rota} == {
        path for path in made.folder.rglob("*") if path.is_file()
    }


def test_a_person_reads_what_she_got_how_it_counts_and_what_not(
    tmp_path: Path, stories: dict[str, str]
) -> None:
    write(tmp_path, booking(), why_not={(4, "1"): "Vakta gjekk til ein som manglar fleire timar."})
    told = stories["1-Kari-Nordmann.pdf"]
    # 50 % and 285 minutes more of 2130: 63.4 %.
    assert "2 vakter, 15 t: ubunden tid 10,25 t, meirarbeid 4,75 t." in told
    assert "Med dei blir stillinga di 63,4 % i perioden (50 % elles)." in told
    assert "1 | tys 22.06.2027 | D1 dagvakt | 07:30–15:00 | 7,5 | ubunden tid 7,5 t" in told
    assert "2 | ons 23.06.2027 | A1 kveldsvakt | 14:30–22:00 | Kan | Ingen fekk ho." in told
    assert "Kan | Vakta gjekk til ein som manglar fleire timar." in told
    assert "Ola" not in told
    assert "overtid 12,5 t" in stories["2-Ola-Dunk.pdf"]
    assert "Kari" not in stories["2-Ola-Dunk.pdf"]


def test_twins_she_did_not_get_stand_on_one_line(tmp_path: Path, stories: dict[str, str]) -> None:
    first = booking()
    twin = place(5, WED, "A1", 870, 1320)
    said = answer("1", p1=GLADLY, p2=CAN, p3=CAN, p5=CAN)
    listed = first.with_list(replace(first.lists[0], places=(*PLACES, twin)))
    given = replace(listed, answers=(said,))
    write(tmp_path, given)
    assert stories["1-Kari-Nordmann.pdf"].count("A1 kveldsvakt | 14:30–22:00") == 1
    write(tmp_path, given, hours=1, why_not={(5, "1"): "For lita kvile."})  # not for the same reason
    assert stories["1-Kari-Nordmann.pdf"].count("A1 kveldsvakt | 14:30–22:00") == 2


@pytest.mark.parametrize("shows_names", [False, True])
def test_the_sheet_for_all_has_names_only_where_the_leader_shows_them(
    tmp_path: Path, stories: dict[str, str], shows_names: bool
) -> None:
    write(tmp_path, booking(shows_names=shows_names))
    told = stories["fordeling.pdf"]
    assert "3 av 4 vakter er fylte, 1 er ledige enno." in told
    assert ("Kari Nordmann" in told and "Ola Dunk" in told) is shows_names
    assert ("ledig" if shows_names else "alle kan ta ho | 0 | 1") in told


def test_what_is_called_off_is_told_and_called_off_in_the_calendar_too(
    tmp_path: Path, stories: dict[str, str]
) -> None:
    first = write(tmp_path, booking())
    told = with_told(booking(), "K7F2", STAMP.replace(tzinfo=None)).lists[0].told
    second = write(tmp_path, booking(away(TUE, TUE, "SJUK"), told=told), hours=1)
    was, now = events(first.people["1"][1]), events(second.people["1"][1])
    assert set(was) == set(now)
    changed = [uid for uid in now if now[uid]["status"]]
    assert [now[uid]["summary"] for uid in changed] == ["AVLYST: D1 dagvakt"]
    assert [now[uid]["status"] for uid in changed] == ["CANCELLED"]
    assert all(int(now[uid]["sequence"]) > int(was[uid]["sequence"]) for uid in now)
    assert "Desse vaktene har du ikkje lenger" in stories["1-Kari-Nordmann.pdf"]
    assert "METHOD" not in second.people["1"][1].read_text(encoding="utf-8")


def test_where_everything_is_called_off_the_whole_file_says_so(tmp_path: Path) -> None:
    told = (Allotment(place=4, employee="2"),)
    made = write(tmp_path, booking(away(SAT, SAT, "SJUK", "2"), told=told))
    text = made.people["2"][1].read_text(encoding="utf-8")
    assert "METHOD:CANCEL" in text
    assert text.count("STATUS:CANCELLED") == text.count("BEGIN:VEVENT") == 1


def test_a_booked_shift_is_the_same_event_as_in_the_calendar_of_the_whole_rota(tmp_path: Path) -> None:
    given = booking()
    assert given.rollout is not None
    made = write(tmp_path, given)
    whole = tmp_path / "whole.ics"
    write_calendar(whole, given.rollout.unit, given.rollout.plan, "1", NN, stamp=STAMP)
    assert set(events(made.people["1"][1])) < set(events(whole))


def test_nothing_that_is_there_is_ever_replaced(tmp_path: Path) -> None:
    first = write(tmp_path, booking())
    content = {path: path.read_bytes() for path in first.folder.rglob("*") if path.is_file()}
    second = write(tmp_path, booking(), hours=1)
    assert second.folder == tmp_path / "Stadfesting-K7F2-2"
    assert content == {path: path.read_bytes() for path in content}


def test_what_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("no room")

    monkeypatch.setattr(confirmations, "write_unit", full)
    with pytest.raises(OSError, match="no room"):
        write(tmp_path, booking())
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_is_not_settled_cannot_be_confirmed(tmp_path: Path) -> None:
    done = booking()
    with pytest.raises(InternalError):
        write(tmp_path, done.with_list(replace(done.lists[0], settled_at=None)))


def test_the_rota_is_the_dated_one_with_what_was_booked(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write(tmp_path, booking()).rota)["Turnus"]
    heads, *rows = sheet.iter_rows(values_only=True)
    kari = next(dict(zip(heads, row, strict=True)) for row in rows if str(row[0]) == "1")
    assert [kari[f"v1 {day}"] for day in ("mån", "tys", "ons", "tor")] == ["D1", "D1", None, "D1"]


@pytest.mark.parametrize("name", ["=1+1", "../../x", "con", "<b>&", "\t@x"])
def test_a_strange_name_is_text_and_no_path(tmp_path: Path, stories: dict[str, str], name: str) -> None:
    made = write(tmp_path, booking(kari=name, shows_names=True))
    assert {path.parent for path in made.people["1"]} == {made.folder / "til kvar"}
    assert name.strip() in stories["fordeling.pdf"]
