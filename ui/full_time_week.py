"""Whose full-time week is not settled: a matter of pay to be cleared before a plan is taken into use."""

from __future__ import annotations

from heiltid.model import Plan
from heiltid.rules.contract import FULL_TIME_WEEK, moves_position
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from ui.texts import tr


def is_settled_by_position(finding: Finding, plan: Plan) -> bool:
    """Whether it tells of another week and the position is the tariff's already: nobody needs to look."""
    return finding.rule == FULL_TIME_WEEK and not moves_position(finding, plan)


def unsettled_weeks(judgement: Judgement) -> tuple[Finding, ...]:
    """Those the tariff's week would give another position; not the ones the leader has set aside."""
    plan = judgement.context.plan
    found = [finding for finding in judgement.findings if finding.rule == FULL_TIME_WEEK]
    return tuple(
        finding
        for finding in found
        if not is_settled_by_position(finding, plan) and decision_for(finding, plan) is None
    )


def week_words(judgement: Judgement) -> str:
    """As "Heiltidsveka er ikkje avklart for 1 tilsett (HTA 1 § 4.2.4)"; "" where it is."""
    found = unsettled_weeks(judgement)
    if not found:
        return ""
    paragraphs = ", ".join(sorted({finding.paragraph for finding in found}))
    key = "ui.use.week_one" if len(found) == 1 else "ui.use.week"
    return tr(key, count=len(found), paragraphs=paragraphs)
