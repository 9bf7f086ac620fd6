"""Findings somebody has answered: a soft rule set aside for a person's days, or the unit's, with a reason."""

from __future__ import annotations

from heiltid.model import Decision, Plan
from heiltid.rules.finding import Finding, Severity


def decision_for(finding: Finding, plan: Plan) -> Decision | None:
    """The plan's decision that answers the finding, the latest if there are several.

    Only a note can be answered: by a decision on the same rule and employee whose days hold all of
    the finding's. A finding without days is about the whole rota, and so is its decision.
    """
    if finding.severity is not Severity.NOTE:
        return None
    answers = [decision for decision in plan.decisions if _answers(decision, finding)]
    return max(answers, key=lambda decision: decision.decided_at, default=None)


def _answers(decision: Decision, finding: Finding) -> bool:
    return (
        decision.rule == finding.rule
        and decision.employee == finding.employee
        and set(finding.days) <= set(decision.days)
    )
