"""Where more or fewer full-time equivalents than before come from, and what those beyond the need become."""

from __future__ import annotations

from heiltid.advice.surplus_words import beyond_sentence, surplus_of
from heiltid.advice.wished_words import wished_sentence
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.full_time_week import needed_week_words
from heiltid.measures.room import USED_UP_BP
from heiltid.model import FULL_TIME_BP
from heiltid.rules.context import Context
from heiltid.texts import difference


def frame_words(facts: Facts) -> str:
    """The cap on all positions, and what is beyond the staffing's need; "" where neither is to be told."""
    return " ".join(said for said in (frame_sentence(facts), surplus_words(facts)) if said)


def frame_in_short(facts: Facts) -> str:
    """The same for the first page: how much is beyond the need, but not what it has become."""
    said = [frame_sentence(facts)]
    if surplus_words(facts):
        room = facts.position_reasons.room
        beyond = difference(room.needed_bp / FULL_TIME_BP, room.used_bp / FULL_TIME_BP, 2)
        said.append(facts.words("pdf_report.short.beyond", beyond=facts.number(beyond, 2)))
    return " ".join(filter(None, said))


def surplus_words(facts: Facts) -> str:
    """What the positions have become that the staffing does not ask for; "" for a plan without a rota."""
    if facts.plan.is_empty:
        return ""
    surplus = surplus_of(Context(facts.unit, facts.plan, calendar=facts.calendar))
    return beyond_sentence(facts.position_reasons.room, surplus, facts.language)


def wished_words(facts: Facts) -> str:
    """Where fewer or more are on duty than wanted; the more only where `surplus_words` does not tell it."""
    return wished_sentence(facts.judgement.context, facts.language, tells_above=not surplus_words(facts))


def frame_sentence(facts: Facts) -> str:
    """The cap on all positions and who set it; "" where all positions together are as before."""
    before, after = facts.report.before, facts.report.after
    if before is None or after is None:
        return ""
    was, now = (facts.number(figures.all_lines.fte, 2) for figures in (before, after))
    if was == now:
        return ""
    room = facts.position_reasons.room
    key = room.frame.value if after.all_lines.fte > before.all_lines.fte else "less"
    return facts.words(
        f"pdf_report.frame.{key}",
        was=was,
        now=now,
        budget=facts.number(room.budget_bp / FULL_TIME_BP, 2),
        needed=facts.number(room.needed_bp / FULL_TIME_BP, 2),
        of_week=needed_week_words(facts),
    )


def frame_growth(facts: Facts) -> str:
    """Full-time equivalents of all positions beyond those before, as shown; "" where they are not more."""
    before, after = facts.report.before, facts.report.after
    if before is None or after is None:
        return ""
    was, now = float(before.all_lines.fte), float(after.all_lines.fte)
    return facts.number(difference(was, now, 2), 2) if now - was >= USED_UP_BP / FULL_TIME_BP else ""
