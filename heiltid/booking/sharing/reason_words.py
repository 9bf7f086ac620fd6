"""Why she, why not he, in sentences that stand beside a person's name and name nobody themselves."""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.allocation import ShareGoal
from heiltid.booking.sharing.reasons import PlaceReasons, Reason, WhyNot
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.booking import OpenPlace, Refusal
from heiltid.rules.staffing import span_text
from heiltid.texts import Language, text

_IN_HOURS = frozenset({ShareGoal.RIGHT, ShareGoal.OVERTIME})


def why_she(reasons: PlaceReasons, language: Language) -> str:
    """Why the one who has a place has it, or why it is kept open; "" where nobody has it."""
    decision = reasons.decision
    if decision is not None:
        key = "sharing.she.decided" if reasons.employee is not None else "sharing.she.kept_open"
        found = text(key, language)
        if decision.reason:
            found = text("sharing.she.because", language, sentence=found, reason=decision.reason)
        if reasons.breach is None or reasons.breach.breach is None:
            return found
        breach = reasons.breach.breach
        told = text("sharing.she.breach", language, why=_refused(breach.refusal, breach.rule, language))
        return f"{found} {told}"
    if reasons.employee is None:
        return ""
    nearest = reasons.nearest
    if nearest is None:
        return text("sharing.she.only", language)
    if nearest.why is not WhyNot.GOAL or nearest.goal is None:
        return text("sharing.she.as_good", language)
    return text(f"sharing.she.{nearest.goal.name.lower()}", language, **_numbers(nearest))


def why_not(reason: Reason, places: Mapping[int, OpenPlace], language: Language) -> str:
    """Why somebody does not have a place. places: those of the list, by number."""
    if reason.why in (WhyNot.NOT_OFFERED, WhyNot.CANNOT_NOW):
        why = text("sharing.refusal.not_asked", language)
        if reason.refusal is not None:
            why = _refused(reason.refusal, reason.rule, language)
        return text(f"sharing.not.{reason.why.value}", language, why=why)
    if reason.why in (WhyNot.TOGETHER, WhyNot.SAME_DAY):
        return _beside(reason, places, language)
    if reason.why is WhyNot.GOAL and reason.goal is not None:
        return text(f"sharing.not.{reason.goal.name.lower()}", language, **_numbers(reason))
    amount: float = reason.amount
    if reason.why is WhyNot.OWN_MOST:
        amount = reason.amount / MINUTES_PER_HOUR
    return text(f"sharing.not.{reason.why.value}", language, amount=amount)


def _beside(reason: Reason, places: Mapping[int, OpenPlace], language: Language) -> str:
    """What stands against other places of hers, or against a decision of the leader."""
    others = [places[number] for number in reason.others]
    if reason.why is WhyNot.SAME_DAY:
        told = ", ".join(_with_times(place) for place in others)
        return text("sharing.not.same_day", language, places=told)
    told = ", ".join(_on_its_day(place) for place in others)
    why = text("sharing.refusal.rule", language)
    if reason.refusal is not None:
        why = _refused(reason.refusal, reason.rule, language)
    key = "sharing.not.together" if told else "sharing.not.cannot_now"
    return text(key, language, places=told, why=why)


def _with_times(place: OpenPlace) -> str:
    return f"{place.code} {span_text(place.start_minute, place.end_minute)}"


def _on_its_day(place: OpenPlace) -> str:
    return f"{place.code} {place.on:%d.%m.%Y}"


def _refused(refusal: Refusal, rule: str | None, language: Language) -> str:
    why = text(f"sharing.refusal.{refusal.value}", language)
    named = refusal in (Refusal.REST, Refusal.RULE, Refusal.AGREEMENT) and rule is not None
    return f"{why} ({text(f'rule.{rule}', language)})" if named else why


def _numbers(reason: Reason) -> dict[str, float]:
    """Minutes as hours; hours and lots as they are."""
    if reason.goal in _IN_HOURS:
        return {"amount": round(reason.amount / MINUTES_PER_HOUR, 2), "against": 0}
    return {"amount": reason.amount, "against": reason.against}
