"""How the hours fell among those who wanted a larger position, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heiltid.advice.position_choice import Choice
from heiltid.advice.position_queue import Gain, Queue
from heiltid.jobs import Goal
from heiltid.model import Unit
from heiltid.rules.name_list import listed_with_and
from heiltid.rules.wording import percent_text, who_text
from heiltid.texts import Language, text

MOST_NAMES = 5
MOST_GOALS = 3


def queue_sentences(queue: Queue, unit: Unit, language: Language, *, is_naming: bool) -> Iterator[str]:
    """How many wanted more and how many got it; who, where somebody may be named."""
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
        yield text("advice.position.gains", language, who=listed_with_and(_some(told, language), language))


def alike_sentence(queue: Queue, unit: Unit, language: Language, *, is_naming: bool) -> str:
    """That it might have been the other way round with those who are alike; there is somebody alike."""
    if is_naming:
        names = [who_text(number, unit, language) for number in queue.alike]
        return text("advice.position.alike", language, who=listed_with_and(_some(names, language), language))
    key = "alike_one" if len(queue.alike) == 1 else "alike_many"
    return text(f"advice.position.{key}", language, count=len(queue.alike))


def chosen_sentence(goals: Sequence[Goal], language: Language) -> str:
    """Who chose; with goals, what counted most when the hours were shared, the dearest first."""
    if not goals:
        return text("advice.position.chosen", language)
    first, *others = (text(f"advice.position.by.{goal.value}", language) for goal in goals[:MOST_GOALS])
    said = [text("advice.position.chosen_first", language, first=first) if others else first]
    said += [text("advice.position.chosen_next", language, next=goal) for goal in others]
    return text("advice.position.chosen_by", language, goals=", ".join(said))


def choice_sentence(choice: Choice, unit: Unit, language: Language) -> str:
    """Who with the same shifts got more, and why these hours went there."""
    return text(
        f"advice.position.choice.{'alike' if choice.goal is None else choice.goal.value}",
        language,
        who=who_text(choice.employee, unit, language),
        gain=percent_text(choice.gain_bp, language),
    )


def _gain_words(gain: Gain, unit: Unit, language: Language) -> str:
    """ "Fatuma Ali (60 % → 100 %)"."""
    return text(
        "advice.position.gain",
        language,
        who=who_text(gain.employee, unit, language),
        was=percent_text(gain.was_bp, language),
        now=percent_text(gain.now_bp, language),
    )


def _some(parts: list[str], language: Language) -> list[str]:
    """The first ones, the others as a number."""
    kept = parts if len(parts) <= MOST_NAMES + 1 else parts[:MOST_NAMES]
    left = len(parts) - len(kept)
    return [*kept, text("advice.position.others", language, count=left)] if left else kept
