"""Why somebody has the position she has, in sentences; none of them has a pronoun for her."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from heiltid.advice.full_nights import FullNights
from heiltid.advice.open_gap_words import gap_sentences
from heiltid.advice.position_queue_words import (
    alike_sentence,
    choice_sentence,
    chosen_sentence,
    queue_sentences,
)
from heiltid.advice.position_why import OwnLimits, PositionWhy, Standing
from heiltid.competence_words import competence_word
from heiltid.measures.room import Limit
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, ShiftKind, Unit
from heiltid.rules.name_list import listed_with_and
from heiltid.rules.wording import percent_text, who_text
from heiltid.texts import Language, decimal, text


def position_sentences(why: PositionWhy, unit: Unit, language: Language) -> Iterator[str]:
    """All that is known: what is lacking, her own limits, open shifts, the unit's hours, the others."""
    if why.standing is not Standing.MISSING:
        yield _standing_words(why, language)
        yield from _date_words(why.own, language)
        return
    yield _missing_words(why, language)
    yield from own_sentences(why, language)
    yield from gap_sentences(why, unit, language)
    yield from unit_sentences(why, unit, language)


def sentences_for_herself(why: PositionWhy, unit: Unit, language: Language) -> Iterator[str]:
    """The same for a sheet that may lie on a table: nobody else is named, what she lacks is told before."""
    if why.standing is Standing.MAXIMUM:
        yield _standing_words(why, language)
    if why.standing is not Standing.MISSING:
        return
    yield from own_sentences(why, language)
    yield from gap_sentences(why, unit, language, is_paper=True)
    yield from unit_sentences(why, unit, language, is_naming=False)


def reasons_in_table(why: PositionWhy, unit: Unit, language: Language) -> Iterator[str]:
    """The same for a line of a table in a paper for many eyes: nothing of absences and wishes.

    What holds for everybody is said once, above the table.
    """
    if why.standing is not Standing.MISSING:
        yield _standing_words(why, language)
        return
    yield text("advice.position.wants_more", language, missing=percent_text(why.missing_bp, language))
    shown = replace(why, own=replace(why.own, absent_days=0))
    found = list(own_sentences(shown, language))
    if why.has_minor_gaps and not found and not why.has_limit:
        found.append(_nothing_words(why, language))
    found += gap_sentences(why, unit, language, is_private=True, is_paper=True)
    if why.queue.alike:
        found.append(alike_sentence(why.queue, unit, language, is_naming=True))
    elif why.choice is not None and is_chosen(why):
        found.append(choice_sentence(why.choice, unit, language))
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
    if why.has_limit:
        ending = "_budget" if why.is_frame_used_up else ""
        if not why.has_gaps_of_hers:
            key = "hours" if own.is_any or why.open.count else "free"
            yield text(f"advice.position.{key}{ending}", language)
        elif why.has_larger_reason:
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
            kinds=listed_with_and(kinds, language),
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
        yield text("advice.position.competence", language, parts=listed_with_and(parts, language))


def kinds_worked(kinds: Iterable[ShiftKind], language: Language) -> str:
    """ "natt og langvakter"."""
    return listed_with_and([text(f"advice.position.kind.{kind.value}", language) for kind in kinds], language)


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
    yield from queue_sentences(why.queue, unit, language, is_naming=is_naming)
    yield from _choice_words(why, unit, language, is_naming=is_naming)
    if is_naming and why.queue.gains and room is not None and room.limit is not None and why.nights is None:
        yield _way_words(why, unit, language)


def _nothing_words(why: PositionWhy, language: Language) -> str:
    """No limit is met: more may be possible."""
    room = why.room
    left = 0 if room is None else room.budget_bp - room.used_bp
    key = "advice.position.left_built" if why.is_built else "advice.position.left"
    return text(key, language, left=_positions(left, language))


def _choice_words(why: PositionWhy, unit: Unit, language: Language, *, is_naming: bool) -> Iterator[str]:
    """Who chose between her and those others, and that it might have been the other way round."""
    if why.queue.alike:
        yield alike_sentence(why.queue, unit, language, is_naming=is_naming)
    elif is_chosen(why):
        one = why.choice if is_naming else None
        yield chosen_sentence(why.goals if is_naming and one is None else (), language)
        yield from () if one is None else (choice_sentence(one, unit, language),)


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


def _whole_share(share: float, language: Language) -> str:
    return percent_text(round(share * 100) * 100, language) if share >= 0.005 else percent_text(100, language)


def _positions(share_bp: int, language: Language) -> str:
    return decimal(share_bp / FULL_TIME_BP, language, 2)
