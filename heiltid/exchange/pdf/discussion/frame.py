"""Where more or fewer full-time equivalents than before come from."""

from __future__ import annotations

from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.model import FULL_TIME_BP


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
    )
