"""Why nobody got more, in a few sentences a leader can answer for."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.advice.few_positions_words import few_positions_sentence
from heiltid.advice.long_shift_words import long_shift_words
from heiltid.advice.scarcity_words import scarcity_sentences
from heiltid.advice.surplus_words import (
    Surplus,
    beyond_sentence,
    lacking_sentence,
    listed_with_and,
    surplus_sentence,
)
from heiltid.advice.weekend_need_words import (
    just_enough,
    lacking_beside_scarcity,
    need_sentence,
    need_words,
    part_words,
)
from heiltid.competence_words import competence_word
from heiltid.measures.room import Away, Frame, Limit, Room
from heiltid.model import FULL_TIME_BP, Unit
from heiltid.rules.wording import amount_text, who_text
from ui.texts import language, number, share, tr

MOST_AWAY = 3
HUNDREDTH_BP = FULL_TIME_BP // 100  # figures have two decimals: what is between two is between those shown


def room_words(
    unit: Unit,
    room: Room,
    bound_bp: float | None,
    open_hours: float,
    surplus: Surplus | None = None,
    *,
    stood: bool = False,
    open_weekends: bool = True,
    open_competence: str | None = None,
) -> str:
    """What people lack, what binds, what could be done about it: a line each.

    bound_bp: proven ceiling. open_hours: of the least staffing, that nobody has in the plan. surplus: what
    it has beyond what the staffing asks for. stood: the average did not rise in the last of its run's time.
    open_weekends: whether some of the open hours are at weekends. open_competence: all that they lack.
    """
    below = "ui.room.below_bound_stood" if stood else "ui.room.below_bound"
    said = [*_sentences(unit, room, bound_bp, open_hours, surplus, below, open_competence)]
    if room.wanting and room.has_binding_weekends and room.limit is not None:
        is_short = bool(open_hours and open_weekends) or any(need.lacks for need in room.weekends)
        said.append(long_shift_words(unit, unit.planned_employees, language(), is_short=is_short))
    if surplus is not None and not (room.wanting and room.limit is Limit.BUDGET):  # there it is told already
        said.append(surplus_sentence(surplus, language()))
    return "\n".join(filter(None, said))


def _sentences(
    unit: Unit,
    room: Room,
    bound_bp: float | None,
    open_hours: float,
    surplus: Surplus | None,
    below: str,
    open_competence: str | None,
) -> Iterator[str]:
    if not room.wanting:
        yield tr("ui.room.nobody")
        yield few_positions_sentence(room, language()) if open_hours else ""
        yield from scarcity_sentences(unit, language()) if open_hours else ()
        return
    key = "ui.room.wanting_one" if room.wanting == 1 else "ui.room.wanting"
    yield tr(key, wanting=room.wanting, missing=_positions(room.missing_bp, 1))
    yield from scarcity_sentences(unit, language()) if open_hours else ()
    if room.limit is Limit.BUDGET:
        yield from _frame_words(unit, room, open_hours, open_competence)
        if surplus is not None:
            yield _surplus_words(room, surplus, open_hours)
        yield tr("ui.room.what_frame" if room.beyond_bp else "ui.room.what_budget")
        yield from _weekend_words(unit, room, open_hours)
    elif room.limit is Limit.BOUND:
        yield tr("ui.room.bound")
        binding = [need_sentence(need, language()) for need in room.weekends if need.binds]
        yield from (tr("ui.room.weekends_bind", needs=" ".join(binding)),) if binding else ()
    elif bound_bp is not None:
        yield tr(below, bound=share(bound_bp, 1))


def _weekend_words(unit: Unit, room: Room, open_hours: float) -> Iterator[str]:
    """Where the weekends' people are too few; that they are just enough only where shifts are open."""
    lacking = lacking_beside_scarcity(unit, room.weekends)
    for need in lacking:
        yield tr("ui.room.weekends", needs=need_words(need, language()))
    just = just_enough(unit, room.weekends) if open_hours and not lacking else None
    if just is not None:
        yield tr("ui.room.weekends_just", what=part_words(just.part, language()))


def _frame_words(unit: Unit, room: Room, open_hours: float, open_competence: str | None) -> Iterator[str]:
    """Where the budget comes from and what became of it; then why it is more than the staffing's hours."""
    budget, needed = _positions(room.budget_bp), _positions(room.needed_bp)
    frame = tr(f"ui.room.frame_{room.frame.value}", budget=budget)
    is_open = open_hours and room.frame is not Frame.SET
    is_today = room.frame in (Frame.TODAY, Frame.IN_USE)
    over = more_words(room.budget_bp, room.used_bp)
    if over:
        sums = {"used": _positions(room.used_bp), "over": over}
        yield f"{frame} {tr('advice.position.over', **sums)}"
        return
    open_ = "open" if open_competence is None else "open_competence"
    used = open_ if is_open else "set" if room.beyond_bp else "today" if is_today else room.frame.value
    left = used == "set" and more_words(room.used_bp, room.budget_bp)
    given = {"used": _positions(room.used_bp), "needed": needed, "hours": number(open_hours)}
    given["competence"] = competence_word(open_competence or "", language())
    yield f"{frame} {tr('ui.room.used_nearly' if left else f'ui.room.used_{used}', **given)}"
    more = more_words(room.hours_bp, room.needed_bp)
    if more and room.away and (not is_today or not is_open):
        yield tr(
            "ui.room.away",
            hours=_positions(room.hours_bp),
            more=more,
            causes=causes_words(unit, room.away),
        )


def _surplus_words(room: Room, surplus: Surplus, open_hours: float) -> str:
    """What the hours beyond the staffing's have become, or those of who lacks; else where there are more."""
    said = beyond_sentence if room.beyond_bp or open_hours else lacking_sentence
    return said(room, surplus, language()) or surplus_sentence(surplus, language())


def more_words(hours_bp: float, needed_bp: float) -> str:
    """What is between two sums as they are shown: "0,34"; "" for nothing."""
    more = round(needed_bp / HUNDREDTH_BP) - round(hours_bp / HUNDREDTH_BP)
    return _positions(more * HUNDREDTH_BP) if more > 0 else ""


def causes_words(unit: Unit, away: tuple[Away, ...]) -> str:
    """ "Olga Petrova byrjar i veke 7 og Unn Li er borte 14 dagar"."""
    kept = away if len(away) <= MOST_AWAY else away[:MOST_AWAY]
    told = [_away_words(unit, one) for one in kept]
    if len(away) > len(kept):
        told.append(tr("ui.room.away_more", count=len(away) - len(kept)))
    return listed_with_and(told, language())


def _away_words(unit: Unit, away: Away) -> str:
    """What matters most: a day of coming or leaving before days away."""
    who = who_text(away.employee, unit, language())
    if away.begins_week is not None:
        return tr("ui.room.away_begins", who=who, week=away.begins_week)
    if away.ends_week is not None:
        return tr("ui.room.away_ends", who=who, week=away.ends_week)
    if away.days:
        return tr("ui.room.away_days", who=who, days=amount_text(away.days, "days", language()))
    return tr("ui.room.away_all", who=who)


def _positions(share_bp: int, digits: int = 2) -> str:
    """A sum of positions as full-time equivalents."""
    return number(share_bp / FULL_TIME_BP, digits)
