"""Why nobody got more, in a few sentences a leader can answer for."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.measures.room import Limit, Room
from heiltid.model import FULL_TIME_BP
from ui.texts import number, share, tr


def room_words(room: Room, bound_bp: float | None, open_hours: float) -> str:
    """What people lack, what binds, what could be done about it: a line each.

    bound_bp: proven ceiling. open_hours: of the least staffing, that nobody has in the plan.
    """
    return "\n".join(_sentences(room, bound_bp, open_hours))


def _sentences(room: Room, bound_bp: float | None, open_hours: float) -> Iterator[str]:
    if not room.wanting:
        yield tr("ui.room.nobody")
        return
    key = "ui.room.wanting_one" if room.wanting == 1 else "ui.room.wanting"
    yield tr(key, wanting=room.wanting, missing=_positions(room.missing_bp, 1))
    if room.limit is Limit.BUDGET:
        yield tr(
            _budget_key(room, open_hours),
            budget=_positions(room.budget_bp),
            needed=_positions(room.needed_bp),
            hours=number(open_hours),
        )
        if _positions(room.hours_bp) != _positions(room.needed_bp):
            yield tr("ui.room.away", hours=_positions(room.hours_bp), needed=_positions(room.needed_bp))
        yield tr("ui.room.what_budget")
        if room.has_binding_weekends:
            yield tr("ui.room.weekends", needed=room.weekend_lines, lines=room.lines)
    elif room.limit is Limit.BOUND:
        yield tr("ui.room.bound")
        if room.has_binding_weekends:
            yield tr("ui.room.weekends_bind", needed=room.weekend_lines, lines=room.lines)
    elif bound_bp is not None:
        yield tr("ui.room.below_bound", bound=share(bound_bp, 1))
    if room.has_binding_weekends and room.limit is not None and room.without_long_shifts:
        key = "none" if room.without_long_shifts == room.lines else "some"
        yield tr(f"ui.room.long_shifts_{key}", count=room.without_long_shifts, lines=room.lines)


def _budget_key(room: Room, open_hours: float) -> str:
    if room.is_budget_set:
        return "ui.room.budget_set"
    if open_hours:
        return "ui.room.budget_open"
    return "ui.room.budget_today" if room.budget_bp > room.needed_bp else "ui.room.budget_needed"


def _positions(share_bp: int, digits: int = 2) -> str:
    """A sum of positions as full-time equivalents."""
    return number(share_bp / FULL_TIME_BP, digits)
