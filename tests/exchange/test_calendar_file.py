"""The calendar file of one person: what a phone reads out of it, on ordinary days and when clocks change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from builders import person, plan, row, shift, unit
from icalendar import Calendar, Event

from heiltid.exchange.calendar_file import write_calendar, write_calendars
from heiltid.exchange.person_files import LONGEST_STEM, person_paths, safe_stem
from heiltid.model import Absence, Employee, Plan, RotaKind, Status, Unit
from heiltid.texts import Language

OSLO = ZoneInfo("Europe/Oslo")
STAMP = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
NAMES = {"name": "Lia eldresenter", "employees": (person("1", name="Kari Nordmann"),)}


def parsed(path: Path) -> Calendar:
    found = Calendar.from_ical(path.read_bytes())
    assert isinstance(found, Calendar)
    assert not found.errors
    return found


def events(tmp_path: Path, here: Unit, text: str, **more: object) -> list[Event]:
    path = tmp_path / "kari.ics"
    options = {"stamp": STAMP, **more}
    write_calendar(path, here, plan(row(text)), "1", Language.NYNORSK, **options)  # type: ignore[arg-type]
    return list(parsed(path).events)


def spans(found: Iterable[Event]) -> list[str]:
    return [f"{event.start:%d.%m %H:%M}-{event.end:%d.%m %H:%M}" for event in found]


def test_one_event_for_each_shift_worked_and_a_night_ends_the_next_day(tmp_path: Path) -> None:
    found = events(tmp_path, unit(**NAMES), "D1 - N1 F1 (A1)FE - L1")
    # Monday 4 January 2027; the laid-over evening and the days off are no shifts
    assert spans(found) == [
        "04.01 07:30-04.01 15:00",
        "06.01 21:45-07.01 07:45",
        "10.01 07:30-10.01 20:00",
    ]
    assert [str(event["summary"]) for event in found] == ["D1 dagvakt", "N1 nattevakt", "L1 langvakt"]
    assert {str(event["location"]) for event in found} == {"Lia eldresenter"}


def test_a_shift_is_called_by_its_own_name(tmp_path: Path) -> None:
    named = unit(shifts=(shift("D1", "07:30-15:00", name="Føremiddag; bad, stell"),))
    found = events(tmp_path, named, "D1 - - - - - -")
    assert [str(event["summary"]) for event in found] == ["D1 Føremiddag; bad, stell"]
    assert "location" not in found[0]


def test_nothing_tells_who_it_is_or_who_else_works(tmp_path: Path) -> None:
    two = unit(name="Lia", employees=(person("1", name="Kari Nordmann"), person("2", name="Ola Dunk")))
    path = tmp_path / "x.ics"
    both = plan(row("D1 - - - - - -"), row("D1 D1 D1 - - - -", "2"))
    write_calendar(path, two, both, "1", Language.BOKMAL, stamp=STAMP)
    content = path.read_text(encoding="utf-8")
    assert not [word for word in ("Kari", "Nordmann", "Ola", "Dunk") if word in content]
    assert content.count("BEGIN:VEVENT") == 1


def test_the_same_shift_has_the_same_uid_and_a_later_file_a_higher_sequence(tmp_path: Path) -> None:
    later = STAMP + timedelta(minutes=3)
    one = events(tmp_path, unit(**NAMES), "D1 - A1 - - - -")
    two = events(tmp_path, unit(**NAMES), "A1 D1 A1 - - - -", stamp=later)
    uids = [str(event["uid"]) for event in two]
    assert [str(event["uid"]) for event in one] == [uids[0], uids[2]]
    assert len(set(uids)) == 3
    assert int(two[0]["sequence"]) == int(one[0]["sequence"]) + 3
    assert two[0]["dtstamp"].dt == later


def test_other_people_and_other_units_have_other_uids(tmp_path: Path) -> None:
    base = events(tmp_path, unit(name="Lia"), "D1 - - - - - -")[0]
    other_unit = events(tmp_path, unit(name="Solbakken"), "D1 - - - - - -")[0]
    path = tmp_path / "two.ics"
    two = unit(name="Lia", employees=(person("2"),))
    write_calendar(path, two, plan(row("D1 - - - - - -", "2")), "2", Language.NYNORSK, stamp=STAMP)
    other_person = parsed(path).events[0]
    assert len({str(event["uid"]) for event in (base, other_unit, other_person)}) == 3


def test_the_same_stamp_gives_the_same_bytes_in_any_time_zone(tmp_path: Path) -> None:
    first, second = tmp_path / "1.ics", tmp_path / "2.ics"
    here = plan(row("D1 - N1 - - - -"))
    write_calendar(first, unit(**NAMES), here, "1", Language.NYNORSK, stamp=STAMP)
    write_calendar(second, unit(**NAMES), here, "1", Language.NYNORSK, stamp=STAMP.astimezone(OSLO))
    assert first.read_bytes() == second.read_bytes()


def test_times_stand_by_the_norwegian_clock_with_its_zone(tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    write_calendar(path, unit(**NAMES), plan(row("D1 - - - - - -")), "1", Language.NYNORSK, stamp=STAMP)
    content = path.read_bytes()
    assert b"DTSTART;TZID=Europe/Oslo:20270104T073000\r\n" in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert content.index(b"BEGIN:VTIMEZONE") < content.index(b"BEGIN:VEVENT")
    assert not parsed(path).get_missing_tzids()


def test_the_zone_in_the_file_tells_the_same_time_as_the_system(tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    write_calendar(path, unit(**NAMES), plan(row("D1 - - - - - -")), "1", Language.NYNORSK, stamp=STAMP)
    zone = parsed(path).timezones[0].to_tz(lookup_tzid=False)
    for year in (1999, 2026, 2027, 2028, 2035):
        for day in range(0, 366):
            noon = datetime(year, 1, 1, 12) + timedelta(days=day)
            assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=OSLO).utcoffset(), noon
    for hour in (1, 4):  # either side of the change of 28 March 2027
        when = datetime(2027, 3, 28, hour)
        assert when.replace(tzinfo=zone).utcoffset() == when.replace(tzinfo=OSLO).utcoffset()
    rule = path.read_text(encoding="utf-8")
    assert "DTSTART:19960331T020000" in rule  # by the clock before the change, as RFC 5545 asks
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in rule


@pytest.mark.parametrize(
    ("monday", "hours"),
    [(date(2027, 3, 22), 9), (date(2027, 10, 25), 11), (date(2027, 3, 15), 10)],
    ids=["spring", "autumn", "ordinary"],
)
def test_a_night_over_the_clock_change_ends_when_the_wall_clock_says(
    tmp_path: Path, monday: date, hours: int
) -> None:
    """21:45-07:45 on the Saturday: 10 h drawn, 9 h or 11 h of real time when the clock changes."""
    dated = unit(start=monday, kind=RotaKind.DATED, **NAMES)
    night = events(tmp_path, dated, "- - - - - N1 -")[0]
    assert (f"{night.start:%a %H:%M}", f"{night.end:%a %H:%M}") == ("Sat 21:45", "Sun 07:45")
    assert night.end.astimezone(UTC) - night.start.astimezone(UTC) == timedelta(hours=hours)


def test_an_end_in_the_hour_that_spring_skips_is_told_by_the_new_clock(tmp_path: Path) -> None:
    short = unit(start=date(2027, 3, 22), shifts=(shift("A9", "16:00-02:30"),))
    assert spans(events(tmp_path, short, "- - - - - A9 -")) == ["27.03 16:00-28.03 03:30"]


def test_a_cyclic_rota_goes_on_for_as_many_rotations_as_asked(tmp_path: Path) -> None:
    two_weeks = unit(2, **NAMES)
    text = "D1 - - - - - - - A1 - - - - -"
    found = events(tmp_path, two_weeks, text, runs=2)
    assert [f"{event.start:%d.%m}" for event in found] == ["04.01", "12.01", "18.01", "26.01"]
    # from the second week on: that week first, then the first one again
    found = events(tmp_path, two_weeks, text, first=date(2027, 1, 11))
    assert [f"{event.start:%d.%m}" for event in found] == ["12.01", "18.01"]
    found = events(tmp_path, two_weeks, text, first=date(2020, 1, 1))
    assert [f"{event.start:%d.%m}" for event in found] == ["04.01", "12.01"]


def test_a_dated_rota_is_told_once(tmp_path: Path) -> None:
    dated = unit(2, kind=RotaKind.DATED, **NAMES)
    text = "D1 - - - - - - - A1 - - - - -"
    assert len(events(tmp_path, dated, text, runs=3)) == 2
    assert len(events(tmp_path, dated, text, first=date(2027, 1, 5))) == 1


def test_days_away_or_not_employed_have_no_shift_in_later_rotations_either(tmp_path: Path) -> None:
    away = unit(
        employees=(person("1", employed_to=date(2027, 1, 18)),),
        absences=(Absence(employee="1", first=date(2027, 1, 11), last=date(2027, 1, 11), code="FE"),),
    )
    found = events(tmp_path, away, "D1 D1 - - - - -", runs=3)
    # week 1: both; week 2: Monday is holiday; week 3: employed until Monday
    assert [f"{event.start:%d.%m}" for event in found] == ["04.01", "05.01", "12.01", "18.01"]


def several() -> tuple[Unit, Plan]:
    people = (
        person("1", name="Kari Nordmann"),
        person("2", name="Ola/../Dunk: *?"),
        person("3", name="Fri"),
        person("4", name="", status=Status.VACANT),
    )
    here = unit(employees=people)
    working = "D1 - - - - - -"
    return here, plan(row(working), row(working, "2"), row("- - - - - - -", "3", 0), row(working, "4", 5_000))


def test_everybody_with_shifts_gets_a_file_of_her_own(tmp_path: Path) -> None:
    here, rota = several()
    written = write_calendars(tmp_path, here, rota, Language.ENGLISH, stamp=STAMP)
    assert [path.name for path in written] == ["1-Kari-Nordmann.ics", "2-Ola-Dunk.ics"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in written]
    assert all(len(parsed(path).events) == 1 for path in written)


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("1001 Åse Ødegård", "1001-Åse-Ødegård"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON-0"),
        ("lpt1", "lpt1-0"),
        (" . ", "0"),
        ("7 a_b\tc\n", "7-a-b-c"),
        ("x" * 300, "x" * LONGEST_STEM),
    ],
)
def test_file_names_are_safe_everywhere(words: str, stem: str) -> None:
    assert safe_stem(words) == stem


def test_names_that_come_out_alike_are_told_apart() -> None:
    alike: list[Employee] = [person("1-2"), person("1 2"), person("1", name="2")]
    found = [path.name for _, path in person_paths(Path("x"), alike, ".ics")]
    assert found == ["1-2.ics", "1-2-2.ics", "1-2-3.ics"]


def test_a_folder_sorts_files_as_the_numbers_of_the_staff() -> None:
    staff = [
        person("1", name="Åse"),
        person("10", name="Kåre"),
        person("2", name="Ida"),
        person("V7", name="Vik"),
    ]
    found = [path.name for _, path in person_paths(Path("x"), staff, ".pdf")]
    assert sorted(found) == ["01-Åse.pdf", "02-Ida.pdf", "10-Kåre.pdf", "V7-Vik.pdf"]
