"""The sums of a roll-out in words, for the account of extra hours and for the results."""

from __future__ import annotations

from heiltid.booking.account.sums import UnitSums
from ui.texts import hours, share, tr
from ui.widgets.basic import Figure

FIGURES = ("filled", "extra", "overtime", "average")


def sum_figures() -> dict[str, Figure]:
    """One for each of the sums, empty yet."""
    return {key: Figure(tr(f"ui.booking.ledger.figure_{key}")) for key in FIGURES}


def figure_words(key: str, sums: UnitSums) -> tuple[str, str]:
    """The figure, and the line below it."""
    filled = sums.within + sums.by_substitutes
    if key == "filled":
        value = tr("ui.booking.lists.of", part=filled, count=sums.places)
        line = tr("ui.booking.ledger.filled_line", within=sums.within, substitutes=sums.by_substitutes)
        return value, line
    if key == "extra":
        line = tr("ui.booking.ledger.extra_line", unbound=hours(sums.unbound_minutes))
        return tr("ui.booking.ledger.hours", hours=hours(sums.extra_minutes)), line
    if key == "overtime":
        line = tr("ui.booking.ledger.overtime_line", avoided=hours(sums.overtime_avoided_minutes))
        return tr("ui.booking.ledger.hours", hours=hours(sums.overtime_minutes)), line
    line = tr("ui.booking.ledger.average_line", before=share(float(sums.average_before_bp), 1))
    return share(float(sums.average_actual_bp), 1), line
