"""Open shifts of the roll-out in force, and who has worked beyond her position for a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rich.table import Table
from rich.text import Text

from heiltid.ledger_report import ClaimLine, LedgerReport, RollOutSums
from heiltid.model import Unit
from heiltid.rules.wording import who_text
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import plain_table
from heiltid.texts import decimal

PERCENT = "\u00a0%"


def show_ledger(screen: Screen, unit: Unit, report: LedgerReport) -> None:
    """Both, as far as there is something to say."""
    if report.rollout is not None:
        screen.show(_sums(screen, report.rollout))
    if report.claims:
        screen.show(_claims(screen, unit, report))
        screen.say("ledger.claims.law", style="dim")
        screen.line("")


def _sums(screen: Screen, sums: RollOutSums) -> Table:
    last = sums.first + timedelta(weeks=sums.weeks, days=-1)
    heading = screen.words("ledger.sums.title", first=f"{sums.first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}")
    table = plain_table(screen, "ledger.sums.what", "booking.changed.count")
    table.title, table.title_justify = Text(heading, style="bold"), "left"
    hours = " " + screen.words("figure.hour_mark")
    for key, amount, mark in (
        ("open_shifts", sums.open_shifts, ""),
        ("taken_within", sums.taken_within, ""),
        ("taken_by_substitutes", sums.taken_by_substitutes, ""),
        ("still_open", sums.still_open, ""),
        ("unbound", sums.unbound_hours, hours),
        ("extra", sums.extra_hours, hours),
        ("overtime", sums.overtime_hours, hours),
        ("overtime_avoided", sums.overtime_avoided_hours, hours),
        ("average", sums.average_position_pct, PERCENT),
        ("average_actual", sums.average_actual_position_pct, PERCENT),
    ):
        shown = decimal(amount, screen.language, 1) + mark
        table.add_row(Text(screen.words(f"ledger.sums.{key}")), Text(shown))
    return table


def _claims(screen: Screen, unit: Unit, report: LedgerReport) -> Table:
    heads = ("who", "position", "extra", "months", "corresponds", "due")
    table = plain_table(screen, *(f"ledger.claims.{head}" for head in heads))
    heading = screen.words("ledger.claims.title", until=f"{report.until:%d.%m.%Y}")
    table.title, table.title_justify = Text(heading, style="bold"), "left"
    table.columns[-1].justify = "left"
    for cells in _claim_cells(screen, unit, report.claims):
        table.add_row(*cells)
    return table


def _claim_cells(screen: Screen, unit: Unit, claims: Iterable[ClaimLine]) -> Iterable[list[Text]]:
    hours = " " + screen.words("figure.hour_mark")
    for claim in claims:
        yield [
            Text(who_text(claim.employee, unit, screen.language)),
            Text(decimal(claim.position_pct, screen.language, 1) + PERCENT),
            Text(decimal(claim.extra_hours, screen.language, 1) + hours),
            Text(str(claim.months)),
            Text(decimal(claim.corresponds_pct, screen.language, 1) + PERCENT, style="bold"),
            Text(screen.words("ledger.claims.yes" if claim.due else "ledger.claims.no")),
        ]
