"""Why somebody has the position she has, in sentences; none of them has a pronoun for her."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from heiltid.advice.full_nights import FullNights
from heiltid.advice.open_gaps import OpenShifts
from heiltid.advice.position_why import Gain, OwnLimits, PositionWhy, Standing
from heiltid.competence_words import competence_word
from heiltid.jobs import Goal
from heiltid.measures.room import Limit
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, ShiftKind, Unit
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import amount_text, percent_text, who_text
from heiltid.texts import Language, decimal, text

MOST_NAMES = 5
MOST_HINDERS = 3
MOST_GOALS = 3
PRIVATE = frozenset({"hindrance.absent", "rule.absence", "rule.must_wish"})
UNTOLD = "hindrance.untold"


def position_sentences(why: PositionWhy, unit: Unit, language: Language) -> Iterator[str]:
    """All that is known: what is lacking, her own limits, open shifts, the unit's hours, the others."""
    if why.standing is not Standing.MISSING:
        yield _standing_words(why, language)
        yield from _date_words(why.own, language)
        return
    yield _missing_words(why, language)
    yield from own_sentences(why, language)
    yield from _gap_words(why, unit, language)
    yield from unit_sentences(why, unit, language)


def sentences_for_herself(why: PositionWhy, unit: Unit, language: Language) -> Iterator[str]:
    """The same for a sheet that may lie on a table: nobody else is named, what she lacks is told before."""
    if why.standing is Standing.MAXIMUM:
        yield _standing_words(why, language)
    if why.standing is not Standing.MISSING:
        return
    yield from own_sentences(why, language)
    yield from _gap_words(why, unit, language)
    yield from unit_sentences(why, unit, language, is_naming=False)


def reasons_in_table(why: PositionWhy, unit: Unit, language: Language) -> Iterator[str]:
    """The same for a line in a paper for many eyes: what holds for everybody is said once, above the

    lines; absences and wishes are nobody's business there.
    """
    if why.standing is not Standing.MISSING:
        yield _standing_words(why, language)
        return
    yield text("advice.position.wants_more", language, missing=percent_text(why.missing_bp, language))
    shown = replace(why, own=replace(why.own, absent_days=0))
    found = list(own_sentences(shown, language))
    if why.has_minor_gaps and not found and not why.has_limit:
        found.append(_nothing_words(why, language))
    found += _gap_words(why, unit, language, is_private=True)
    if why.queue.alike:
        found += _choice_words(why, unit, language, is_naming=True)
    yield from found
    if not found and not why.has_limit:
        yield _nothing_words(why, language)


def _standing_words(why: PositionWhy, language: Language) -> str:
    return text(
        f"advice.position.standing.{why.standing.value}",
        language,
        wanted=percent_text(why.person.wanted_bp, language),
        now=percent_text(why.now_bp, language),
        limit=percent_text(why.person.max_bp, language),
    )


def _missing_words(why: PositionWhy, language: Language) -> str:
    return text(
        "advice.position.missing_grown" if why.now_bp > why.was_bp else "advice.position.missing",
        language,
        was=percent_text(why.was_bp, language),
        now=percent_text(why.now_bp, language),
        wanted=percent_text(why.person.wanted_bp, language),
        missing=percent_text(why.missing_bp, language),
    )


def own_sentences(why: PositionWhy, language: Language) -> Iterator[str]:
    """What is set for her, each fact a sentence.

    Where the unit's hours are used up, what she does not work is no reason: there is nothing more of it to
    get, and told beside the reason it reads as blame. What keeps her from an open shift is told with those,
    and after the hours where she can take none of them or they are little.
    """
    own, person = why.own, why.person
    yield from _date_words(own, language)
    if why.nights is not None:
        yield from _night_words(why.nights, language)
        return
    if why.room is not None and why.room.limit is not None:
        ending = "_budget" if why.room.limit is Limit.BUDGET else ""
        if not why.has_gaps_of_hers:
            key = "hours" if own.is_any or why.open.count else "free"
            yield text(f"advice.position.{key}{ending}", language)
        elif why.has_minor_gaps or not why.open.can_take:
            yield text(f"advice.position.hours_mostly{ending}", language)
        return
    if own.usual_every is not None:
        key = "advice.position.rare_weekend" if person.weekend_every else "advice.position.never_weekend"
        yield text(key, language, every=person.weekend_every, usual=own.usual_every)
    yield from _hours_elsewhere(own, language)


def _night_words(nights: FullNights, language: Language) -> Iterator[str]:
    """What the nights hold beside what is needed, and that others by night got more of them."""
    amounts = {"needed": nights.needed_minutes, "planned": nights.planned_minutes}
    told = {name: decimal(float(of / MINUTES_PER_HOUR), language, 1) for name, of in amounts.items()}
    key = "nights_full" if told["needed"] == told["planned"] else "nights_beyond"
    yield text(f"advice.position.{key}", language, **told)
    if nights.grown:
        ending = "_one" if nights.grown == 1 else ""
        yield text(f"advice.position.nights_grown{ending}", language, count=nights.grown)
    yield text("advice.position.nights_way", language)


def _date_words(own: OwnLimits, language: Language) -> Iterator[str]:
    """When she is there."""
    if own.begins is not None:
        yield text("advice.position.begins", language, date=f"{own.begins:%d.%m.%Y}")
    if own.ends is not None:
        yield text("advice.position.ends", language, date=f"{own.ends:%d.%m.%Y}")
    if own.absent_days:
        key = "advice.position.absent_one" if own.absent_days == 1 else "advice.position.absent"
        yield text(key, language, days=own.absent_days)


def _hours_elsewhere(own: OwnLimits, language: Language) -> Iterator[str]:
    """Hours of the plan that others must work."""
    if own.closed_kinds:
        kinds = [text(f"advice.position.kind.{kind.value}", language) for kind in own.closed_kinds]
        key = "advice.position.only_kinds" if own.only_kinds else "advice.position.kinds"
        yield text(
            key,
            language,
            kinds=_listed(kinds, language),
            only=kinds_worked(own.only_kinds, language) if own.only_kinds else "",
            share=_whole_share(float(own.closed_share), language),
        )
    if own.long_share:
        share = _whole_share(float(own.long_share), language)
        yield text("advice.position.long_shifts", language, share=share)
    if own.asked_of_others:
        parts = [
            text(
                "advice.position.competence_hours",
                language,
                competence=competence_word(competence, language),
                hours=decimal(minutes / MINUTES_PER_HOUR, language, 0),
            )
            for competence, minutes in own.asked_of_others
        ]
        yield text("advice.position.competence", language, parts=_listed(parts, language))


def kinds_worked(kinds: Iterable[ShiftKind], language: Language) -> str:
    """ "natt og langvakter"."""
    return _listed([text(f"advice.position.kind.{kind.value}", language) for kind in kinds], language)


def _gap_words(
    why: PositionWhy, unit: Unit, language: Language, *, is_private: bool = False
) -> Iterator[str]:
    """What is open, and how little of what she lacks that is, where it is little.

    Nothing of gaps that never were hers where the unit's hours are used up: they are no reason then.
    """
    if why.nights is not None and why.open.is_never_by_night:
        ending = "_one" if why.open.count == 1 else ""
        yield text(f"advice.position.open_by_day{ending}", language, count=why.open.count)
        return
    if why.has_limit and not why.has_gaps_of_hers:
        return
    yield from _open_words(why.open, language, is_private=is_private)
    if why.has_minor_gaps and why.has_gaps_of_hers:
        yield _cover_words(why, unit, language)


def _cover_words(why: PositionWhy, unit: Unit, language: Language) -> str:
    """ "5 vakter på 7,5 t på 12 veker dekkjer høgst 9 av dei 40 % som manglar."."""
    minutes = why.open.cover.minutes
    ending = "_one" if len(minutes) == 1 else "" if len(set(minutes)) == 1 else "_together"
    told = sum(minutes) if ending == "_together" else minutes[0]
    return text(
        f"advice.position.open_covers{ending}",
        language,
        count=len(minutes),
        hours=decimal(told / MINUTES_PER_HOUR, language),
        weeks=amount_text(unit.weeks, "weeks", language),
        covered=ceil(why.open.cover.share_bp / 100),
        missing=percent_text(why.missing_bp, language),
    )


def _open_words(found: OpenShifts, language: Language, *, is_private: bool = False) -> Iterator[str]:
    if not found.count:
        return
    if found.asked < found.count:
        yield text("advice.position.open_first", language, count=found.count, asked=found.asked)
    if found.can_take:
        key = "advice.position.open_one_can" if found.asked == 1 else "advice.position.open_some"
        yield text(key, language, count=found.asked, can=found.can_take)
        return
    counted = Counter[str]()
    for key, count in found.hinders:
        counted[hinder_words(UNTOLD if is_private and key in PRIVATE else key, language)] += count
    if found.asked == 1:
        yield text("advice.position.open_one", language, hinders=next(iter(counted)))
        return
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
    yield text("advice.position.open_none", language, count=found.asked, hinders="; ".join(hinders))


def hinder_words(key: str, language: Language) -> str:
    """A rule or a competence by its name, anything else by a word of its own."""
    kind, name = key.split(".", 1)
    if kind == "competence":
        return text("advice.position.asks_competence", language, competence=competence_word(name, language))
    if kind == "rule":
        return text("advice.position.rule", language, rule=text(f"rule.{name}", language))
    return text(f"advice.position.hindrance.{name}", language)


def unit_sentences(
    why: PositionWhy, unit: Unit, language: Language, *, is_naming: bool = True
) -> Iterator[str]:
    """What holds for everybody, and how the hours fell among those who wanted more."""
    room = why.room
    if room is None or room.limit is None:
        yield _nothing_words(why, language)
    elif room.limit is Limit.BUDGET:
        key = f"advice.position.budget_{room.frame.value}"
        yield text(key, language, budget=_positions(room.budget_bp, language))
    else:
        yield text("advice.position.bound", language)
    yield from _queue_words(why, unit, language, is_naming=is_naming)
    yield from _choice_words(why, unit, language, is_naming=is_naming)
    if is_naming and why.queue.gains and room is not None and room.limit is not None and why.nights is None:
        yield _way_words(why, unit, language)


def _nothing_words(why: PositionWhy, language: Language) -> str:
    """No limit is met: more may be possible."""
    room = why.room
    left = 0 if room is None else room.budget_bp - room.used_bp
    key = "advice.position.left_built" if why.is_built else "advice.position.left"
    return text(key, language, left=_positions(left, language))


def _queue_words(why: PositionWhy, unit: Unit, language: Language, *, is_naming: bool) -> Iterator[str]:
    queue = why.queue
    if not queue.count:
        yield text("advice.position.alone", language)
        return
    key = "queue" if queue.served else "queue_none"
    yield text(
        f"advice.position.{key}_one" if queue.count == 1 else f"advice.position.{key}",
        language,
        count=queue.count,
        served=len(queue.served),
    )
    if queue.gains and is_naming:
        told = [_gain_words(gain, unit, language) for gain in queue.gains]
        yield text("advice.position.gains", language, who=_listed(_some(told, language), language))


def _gain_words(gain: Gain, unit: Unit, language: Language) -> str:
    """ "Fatuma Ali (60 % → 100 %)"."""
    return text(
        "advice.position.gain",
        language,
        who=who_text(gain.employee, unit, language),
        was=percent_text(gain.was_bp, language),
        now=percent_text(gain.now_bp, language),
    )


def _choice_words(why: PositionWhy, unit: Unit, language: Language, *, is_naming: bool) -> Iterator[str]:
    """Who chose between her and those others, and that it might have been the other way round."""
    queue = why.queue
    if queue.alike:
        if is_naming:
            names = [who_text(number, unit, language) for number in queue.alike]
            who = _listed(_some(names, language), language)
            yield text("advice.position.alike", language, who=who)
        else:
            key = "alike_one" if len(queue.alike) == 1 else "alike_many"
            yield text(f"advice.position.{key}", language, count=len(queue.alike))
    elif is_chosen(why):
        yield _chosen_by(why.goals, language) if is_naming else text("advice.position.chosen", language)


def _chosen_by(goals: Sequence[Goal], language: Language) -> str:
    """What counts most when hours are shared, the dearest first."""
    if not goals:
        return text("advice.position.chosen", language)
    first, *others = (text(f"advice.position.by.{goal.value}", language) for goal in goals[:MOST_GOALS])
    said = [text("advice.position.chosen_first", language, first=first) if others else first]
    said += [text("advice.position.chosen_next", language, next=goal) for goal in others]
    return text("advice.position.chosen_by", language, goals=", ".join(said))


def is_chosen(why: PositionWhy) -> bool:
    """Whether the hours did not reach everybody, and some who wanted more got it."""
    is_short = why.is_built and why.room is not None and why.room.limit is not None
    return is_short and bool(why.queue.gains)


def _way_words(why: PositionWhy, unit: Unit, language: Language) -> str:
    """What a leader does who wants it otherwise."""
    return text(
        "advice.position.way",
        language,
        who=who_text(why.person.number, unit, language),
        wanted=percent_text(min(why.person.wanted_bp, why.person.max_bp), language),
    )


def _some(parts: list[str], language: Language) -> list[str]:
    """The first ones, the others as a number."""
    kept = parts if len(parts) <= MOST_NAMES + 1 else parts[:MOST_NAMES]
    left = len(parts) - len(kept)
    return [*kept, text("advice.position.others", language, count=left)] if left else kept


def _listed(parts: Iterable[str], language: Language) -> str:
    """ "a", "a og b", "a, b og c"."""
    *first, last = list(parts)
    return text("advice.position.and", language, first=listed_names(first), last=last) if first else last


def _whole_share(share: float, language: Language) -> str:
    return percent_text(round(share * 100) * 100, language) if share >= 0.005 else percent_text(100, language)


def _positions(share_bp: int, language: Language) -> str:
    return decimal(share_bp / FULL_TIME_BP, language, 2)
