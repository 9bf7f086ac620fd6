"""Tables of what becomes of a rota on its dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.table import Table
from rich.text import Text

from heiltid.booking.roll_report import RollOutReport
from heiltid.model import Unit
from heiltid.model.booking import DaysOffDue, LostTo
from heiltid.rules.finding import Severity
from heiltid.rules.wording import who_text
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import plain_table

MOST_DATES = 4


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
