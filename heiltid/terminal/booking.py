"""Tables of what becomes of a rota on its dates, and of what is open there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from heiltid.booking.dates.roll_report import RollOutReport
from heiltid.competence_words import competence_word
from heiltid.model import Unit
from heiltid.model.booking import CountsAs, DaysOffDue, LostTo, OpenPlace, OpenWhy, Standing
from heiltid.rules.finding import Severity
from heiltid.rules.name_list import listed_names
from heiltid.rules.staffing import span_text
from heiltid.rules.wording import minutes_text, who_text
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import plain_table

MOST_DATES = 4
MOST_TAKERS = 3


def date_text(screen: Screen, on: date) -> str:
    """A date with its weekday: "fre 26.03.2027"."""
    return f"{screen.words('wording.weekdays').split()[on.weekday()]} {on:%d.%m.%Y}"


def dates_text(days: Iterable[date]) -> str:
    """Some dates in a row: "25.03., 06.05."; those that do not fit are counted."""
    found = list(days)
    shown = ", ".join(f"{on:%d.%m.}" for on in found[:MOST_DATES])
    return shown if len(found) <= MOST_DATES else f"{shown} +{len(found) - MOST_DATES}"


def changes(screen: Screen, report: RollOutReport) -> Table:
    """What the dates did to the rota, in figures."""
    table = plain_table(screen, "booking.changed.what", "booking.changed.count")
    lost = [entry.to for entry in report.lost]
    new = [finding.severity for finding in report.new]
    for key, count in (
        ("booking.changed.red_days", len(report.red_days)),
        ("booking.changed.lost_red_day", lost.count(LostTo.RED_DAY)),
        ("booking.changed.lost_absence", lost.count(LostTo.ABSENCE)),
        ("booking.changed.lost_employment", lost.count(LostTo.EMPLOYMENT)),
        ("booking.changed.f3_left", _left(report, "F3")),
        ("booking.changed.f5_left", _left(report, "F5")),
        ("booking.changed.new_breaches", new.count(Severity.BREACH)),
        ("booking.changed.new_agreements", new.count(Severity.NEEDS_AGREEMENT)),
        ("booking.changed.new_notes", new.count(Severity.NOTE)),
    ):
        table.add_row(Text(screen.words(key)), Text(str(count)))
    return table


def _left(report: RollOutReport, code: str) -> int:
    return sum(due.left for due in report.due if due.code == code)


def days_off(screen: Screen, unit: Unit, due: Iterable[DaysOffDue]) -> Table:
    """Who has F3 and F5 due, for which red days, and what is given."""
    table = plain_table(
        screen,
        "booking.due.who",
        "booking.due.code",
        "booking.due.count",
        "booking.due.given",
        "booking.due.red",
        title="booking.due.title",
    )
    table.columns[-1].justify = "left"
    for entry in due:
        table.add_row(
            Text(who_text(entry.employee, unit, screen.language)),
            Text(entry.code),
            Text(str(entry.count)),
            Text(str(len(entry.given)), style="yellow" if entry.left else ""),
            Text(dates_text(entry.red)),
        )
    return table


def places_table(
    screen: Screen,
    unit: Unit,
    places: Iterable[OpenPlace],
    standings: Mapping[int, tuple[Standing, ...]],
) -> Table:
    """Every open place, with who may take it and how it would count."""
    table = plain_table(
        screen,
        "booking.open.number",
        "booking.open.date",
        "open_shift.code",
        "open_shift.time",
        "open_shift.competence",
        "booking.open.why",
        "booking.open.who",
    )
    for column in table.columns[1:]:
        column.justify = "left"
    for place in places:
        table.add_row(*_place_cells(screen, unit, place, standings[place.number]))
    return table


def _place_cells(screen: Screen, unit: Unit, place: OpenPlace, standings: Iterable[Standing]) -> list[Text]:
    anyone = screen.words("open_shift.anyone")
    asked = anyone if place.competence is None else competence_word(place.competence, screen.language)
    return [
        Text(str(place.number)),
        Text(date_text(screen, place.on)),
        Text(place.code or screen.words("open_shift.no_code")),
        Text(span_text(place.start_minute, place.end_minute)),
        Text(asked),
        Text(screen.words(f"booking.why.{place.why.value}")),
        Text(_who_can(screen, unit, standings)),
    ]


def _who_can(screen: Screen, unit: Unit, standings: Iterable[Standing]) -> str:
    """Such as "unbound: Kari · extra: Ola, Liv, Per, +2"; how it counts best for the unit stands first."""
    groups: dict[CountsAs, list[str]] = {kind: [] for kind in CountsAs}
    for standing in standings:
        if standing.can:
            groups[standing.counts_as].append(who_text(standing.employee, unit, screen.language))
    parts = []
    for kind, names in groups.items():
        if len(names) > MOST_TAKERS:
            names = [*names[:MOST_TAKERS], f"+{len(names) - MOST_TAKERS}"]
        if names:
            parts.append(f"{screen.words(f'booking.counts.{kind.value}')}: {listed_names(names)}")
    return " · ".join(parts) or screen.words("booking.open.nobody")


def open_totals(
    screen: Screen, places: Sequence[OpenPlace], standings: Mapping[int, tuple[Standing, ...]]
) -> None:
    """How many places there are, of each kind, and how many nobody may take."""
    whys = Counter(place.why for place in places)
    parts = (f"{screen.words(f'booking.why.{why.value}')} {whys[why]}" for why in OpenWhy if whys[why])
    nobody = sum(not any(entry.can for entry in standings[place.number]) for place in places)
    screen.say("booking.open.total", count=len(places), parts=", ".join(parts), nobody=nobody, style="bold")
    screen.line("")


def unbound_table(screen: Screen, unit: Unit, unbound: Mapping[str, int]) -> Table:
    """Whose position is not filled by the plan, and the hours that lack."""
    table = plain_table(screen, "booking.due.who", "booking.unbound.hours", title="booking.unbound.title")
    for number, minutes in unbound.items():
        if minutes:
            who = who_text(number, unit, screen.language)
            table.add_row(Text(who), Text(minutes_text(minutes, screen.language)))
    return table
