"""Gaps in the staffing that somebody who lacks hours could fill, and what keeps her from them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from heiltid.advice.hinders import OWN_RULE
from heiltid.advice.open_gaps import OpenShifts
from heiltid.advice.position_why import PositionWhy
from heiltid.competence_words import competence_word
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.rules.wording import amount_text, percent_text
from heiltid.texts import Language, decimal, text

MOST_HINDERS = 3
PRIVATE = frozenset({"hindrance.absent", "rule.absence", "rule.must_wish"})
UNTOLD = "hindrance.untold"


def gap_sentences(
    why: PositionWhy, unit: Unit, language: Language, *, is_private: bool = False, is_paper: bool = False
) -> Iterator[str]:
    """What is open, and how much of what she lacks she can take, where something else is the larger reason.

    is_paper: not for the leader's eyes alone, so what the leader may do is left out.
    Nothing of gaps that never were hers where the unit's hours are used up: they are no reason then.
    """
    if why.nights is not None and why.open.is_never_by_night:
        ending = "_one" if why.open.count == 1 else ""
        yield text(f"advice.position.open_by_day{ending}", language, count=why.open.count)
        return
    if why.has_limit and not why.has_gaps_of_hers:
        return
    if not why.open.count:
        return
    if why.open.asked < why.open.count:
        yield text("advice.position.open_first", language, count=why.open.count, asked=why.open.asked)
    if not why.open.can_take:
        yield _none_words(why.open, language, is_private=is_private)
        return
    yield _some_words(why, language, is_paper=is_paper)
    if why.has_minor_gaps:
        yield _cover_words(why, unit, language)


def _cover_words(why: PositionWhy, unit: Unit, language: Language) -> str:
    """ "5 vakter på 7,5 t på 12 veker dekkjer høgst 8,8 av dei 40 % som manglar."."""
    minutes = why.open.reach.minutes
    ending = "_one" if len(minutes) == 1 else "" if len(set(minutes)) == 1 else "_together"
    told = sum(minutes) if ending == "_together" else minutes[0]
    return text(
        f"advice.position.open_covers{ending}",
        language,
        count=len(minutes),
        hours=decimal(told / MINUTES_PER_HOUR, language),
        weeks=amount_text(unit.weeks, "weeks", language),
        covered=decimal(why.open.reach.share_bp / 100, language, 1),
        missing=percent_text(why.missing_bp, language),
    )


def _some_words(why: PositionWhy, language: Language, *, is_paper: bool) -> str:
    """How many she can take; where the budget is used up, that they take a larger one."""
    found = why.open
    key = "open_one_can" if found.asked == 1 else "open_some"
    ending = "_budget" if why.is_frame_used_up else ""
    said = text(f"advice.position.{key}{ending}", language, count=found.asked, can=found.can_take)
    by_hand = text(f"advice.position.by_hand{'_one' if found.can_take == 1 else ''}", language)
    return said if is_paper else f"{said} {by_hand}"


def _none_words(found: OpenShifts, language: Language, *, is_private: bool) -> str:
    """What keeps her from all of them."""
    counted = Counter[str]()
    for key, count in found.hinders:
        counted[hinder_words(UNTOLD if is_private and key in PRIVATE else key, language)] += count
    if found.asked == 1:
        return text("advice.position.open_one", language, hinders=next(iter(counted)))
    told = counted.most_common(None if len(counted) <= MOST_HINDERS + 1 else MOST_HINDERS)
    left = found.asked - sum(count for _, count in told)
    if left:
        told.append((text("advice.position.hindrance.others", language), left))
    hinders = [
        text(
            "advice.position.open_hinder",
            language,
            what=what,
            gaps=amount_text(count, "holes", language),
        )
        for what, count in told
    ]
    return text("advice.position.open_none", language, count=found.asked, hinders="; ".join(hinders))


def hinder_words(key: str, language: Language) -> str:
    """A rule or a competence by its name; how often she works weekends, and the rest, in own words."""
    kind, name = key.split(".", 1)
    if kind == "competence":
        return text("advice.position.asks_competence", language, competence=competence_word(name, language))
    if kind == "rule" and name != OWN_RULE:
        return text("advice.position.rule", language, rule=text(f"rule.{name}", language))
    return text(f"advice.position.hindrance.{name}", language)
