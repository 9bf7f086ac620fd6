"""What keeps somebody from a shift, as a key: a hindrance or the rule it would break."""

from __future__ import annotations

from heiltid.advice.takers import Taker, taker
from heiltid.model import Employee
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from heiltid.rules.weekends import WEEKENDS_IN_PLACE

OWN_RULE = "weekend_frequency"  # it is set for each person


def hinder(judgement: Judgement, person: Employee, day: int, code: str) -> str:
    """ "hindrance.works", "rule.daily_rest"; "" where nothing does."""
    return hinder_of(taker(judgement, person, day, judgement.context.shifts[code]))


def hinder_of(found: Taker) -> str:
    """The same of what is known already; who fills one lack may take it, whatever else lacks then."""
    if found.can and (found.filled_minutes or not found.lacking):
        return ""
    if found.hindrance is not None:
        return f"hindrance.{found.hindrance.value}"
    if found.breaches:
        placed = [finding.text_key for finding in found.breaches if finding.text_key in WEEKENDS_IN_PLACE]
        if placed:
            return f"hindrance.{placed[0]}"
        return f"rule.{told_breach(found).rule}"
    return "hindrance.competence"


def told_breach(found: Taker) -> Finding:
    """Which of the rules a shift would break is told: how often she works weekends before others."""
    return next((finding for finding in found.breaches if finding.rule == OWN_RULE), found.breaches[0])
