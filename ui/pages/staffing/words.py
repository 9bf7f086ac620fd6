"""A row of the demand in words."""

from __future__ import annotations

from collections.abc import Sequence

from heiltid.model import DemandRow
from ui.texts import tr
from ui.typed import clock_words, competence_words, days_words

HEADINGS = ("days", "from", "to", "competence", "least", "target", "most", "shift")


def row_headings() -> Sequence[str]:
    """The headings of the table."""
    return [tr(f"ui.staffing.column_{name}") for name in HEADINGS]


def row_cells(row: DemandRow) -> Sequence[str]:
    """A row as it stands in the table."""
    return (
        days_words(row.days),
        clock_words(row.start_minute),
        clock_words(row.end_minute),
        competence_words(row.competence),
        str(row.minimum),
        str(row.target),
        "" if row.maximum is None else str(row.maximum),
        row.shift or "",
    )


def row_sentence(row: DemandRow) -> str:
    """ "Mån–fre 07:30–15:00: minst 6 personar, helst 7, høgst 8."."""
    days = days_words(row.days)
    if row.shift is None:
        when = tr("ui.staffing.when", days=days, start=_clock(row.start_minute), end=_clock(row.end_minute))
    else:
        when = tr("ui.staffing.when_shift", days=days, shift=row.shift)
    who = competence_words(row.competence) if row.competence is not None else _people(row.minimum)
    parts = [tr("ui.staffing.least", count=row.minimum, who=who)]
    if row.target != row.minimum:
        parts.append(tr("ui.staffing.target", count=row.target))
    if row.maximum is not None:
        parts.append(tr("ui.staffing.most", count=row.maximum))
    said = f"{when}: {', '.join(parts)}."
    return said[:1].upper() + said[1:]


def followed_words(before: Sequence[DemandRow], after: Sequence[DemandRow]) -> str:
    """That the target went down with the least number, which nobody typed; "" where none did."""
    if len(before) != len(after):
        return ""
    for was, now in zip(before, after, strict=True):
        if was.minimum == was.target > now.target == now.minimum:
            return tr("ui.staffing.followed", target=now.target, was=was.target)
    return ""


def _clock(minute: int | None) -> str:
    return clock_words(minute) or "–"


def _people(count: int) -> str:
    return tr("ui.staffing.person" if count == 1 else "ui.staffing.people")
