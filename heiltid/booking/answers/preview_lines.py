"""A preview of answers in words, for a window or a terminal: one line for each answer and each refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.booking.answers.receiving import Incoming, IncomingWishes, Preview, State
from heiltid.booking.wishing.words import answer_sentence as wish_sentence
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.model.asking import Answer, Booking, SentList, Willingness, WishAnswer, WishRound
from heiltid.texts import Language, text

_OF_A_PLACE = frozenset({NotAnAnswer.NOT_OFFERED, NotAnAnswer.CONTRADICTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """One line. state None: refused. who: name and number, "" where nobody can tell; list: its code, or "".

    said: what the answer says, or what was found; what: what becomes of it, a sentence.
    """

    state: State | None
    who: str
    list: str
    said: str
    what: str
    where: str


def preview_lines(
    shown: Preview, booking: Booking, language: Language, unit: Unit | None = None
) -> tuple[PreviewLine, ...]:
    """What taking in these answers would do: the answers by list and person, then what is refused.

    unit: for people's names, where there may be no roll-out.
    """
    if unit is None and booking.rollout is not None:
        unit = booking.rollout.unit
    return tuple(_lines(shown, booking, language, unit))


def preview_summary(shown: Preview, language: Language) -> str:
    """How many answers come to what, on one line."""
    counted = [(state.value, len(shown.of(state))) for state in State]
    counted.append(("refused", len(shown.refused)))
    parts = [text(f"booking_answer.count.{key}", language, count=count) for key, count in counted if count]
    return ", ".join(parts) if parts else text("booking_answer.nothing", language)


def refusal_sentence(refused: Refused, language: Language) -> str:
    """Why something is refused, with the number of the shift or the name of the file it is about."""
    if refused.number and refused.why in _OF_A_PLACE:
        key = f"booking_answer.refused.{refused.why.value}_number"
        return text(key, language, number=refused.number)
    if refused.why is NotAnAnswer.UNREADABLE and refused.source.name:
        return text("booking_answer.refused.unreadable_file", language, name=refused.source.name)
    return text(f"booking_answer.refused.{refused.why.value}", language)


def source_words(source: Source, language: Language) -> str:
    """Where an answer stood: its file, and the line or cell in it."""
    name = source.name or text("booking_answer.pasted", language)
    if not source.place:
        return name
    place = source.place
    if place.isdigit():
        place = text("booking_answer.line", language, number=place)
    return f"{name}, {place}"


def answer_sentence(answer: Answer, language: Language) -> str:
    """What an answer says: "gjerne 3, 5 · kan 7 · høgst 20 timar"."""
    parts = []
    for word in Willingness:
        places = [str(choice.place) for choice in answer.choices if choice.willingness is word]
        if places:
            key = f"booking_answer.said.{word.value}"
            parts.append(text(key, language, places=", ".join(places)))
    if answer.most_minutes is not None:
        hours = answer.most_minutes // MINUTES_PER_HOUR
        parts.append(text("booking_answer.said.most", language, hours=hours))
    return " · ".join(parts)


def _lines(shown: Preview, booking: Booking, language: Language, unit: Unit | None) -> Iterator[PreviewLine]:
    for entry in shown.of(*State):
        answer = entry.answer
        code = answer.round if isinstance(answer, WishAnswer) else answer.list
        yield PreviewLine(
            state=entry.state,
            who=_who(answer.employee, unit),
            list=code,
            said=_said(answer, language),
            what=_what(entry, booking.round_of(code) or booking.list_of(code), language),
            where=source_words(entry.source, language),
        )
    for refused in shown.refused:
        yield PreviewLine(
            state=None,
            who=_who(refused.employee, unit),
            list="",
            said=refused.found,
            what=refusal_sentence(refused, language),
            where=source_words(refused.source, language),
        )


def _said(answer: Answer | WishAnswer, language: Language) -> str:
    if isinstance(answer, WishAnswer):
        return wish_sentence(answer, language)
    return answer_sentence(answer, language)


def _what(entry: Incoming | IncomingWishes, sent: SentList | WishRound | None, language: Language) -> str:
    """The sentence of an answer's state, with the time of what stands beside it."""
    beside = entry.answer if entry.beside is None else entry.beside
    deadline = entry.answer.given_at if sent is None else sent.deadline
    sentence = text(
        f"booking_answer.state.{entry.state.value}",
        language,
        given=_moment(entry.answer.given_at, language),
        beside=_moment(beside.given_at, language),
        deadline=_moment(deadline, language),
    )
    if entry.is_late and entry.state in (State.NEW, State.REPLACES):
        return f"{sentence} {text('booking_answer.taken_late', language)}"
    if entry.counts is not None and entry.answer.claimed_at is None:  # perhaps she has changed her mind twice
        counts = _moment(entry.counts.given_at, language)
        return f"{sentence} {text('booking_answer.perhaps_again', language, counts=counts)}"
    return sentence


def _moment(at: datetime, language: Language) -> str:
    return text("booking_answer.moment", language, date=f"{at:%d.%m.%Y}", time=f"{at:%H:%M}")


def _who(employee: str | None, unit: Unit | None) -> str:
    if employee is None or unit is None:
        return employee or ""
    person = unit.employee_by_number().get(employee)
    return employee if person is None else f"{person.name} ({employee})"
