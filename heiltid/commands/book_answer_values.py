"""What `book import` writes with --json; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from heiltid.booking.answers.preview_lines import refusal_sentence
from heiltid.booking.answers.raw_answers import Refused, Source
from heiltid.booking.answers.receiving import Incoming, IncomingWishes, Preview
from heiltid.booking.wishing.said import PERCENT_BP, HomeWish, said_in
from heiltid.commands.book_values import Value
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_HOUR
from heiltid.model.asking import Choice
from heiltid.texts import Language


class SaidLine(Value):
    """What an answer says to one place."""

    place: int
    answer: Literal["gladly", "can", "no"]


class SourceLine(Value):
    """Where an answer stood. file null: pasted text; place: a line or a cell, null: all of it."""

    file: str | None
    place: str | None


class AnswerLine(Value):
    """One answer and what it comes to."""

    state: Literal["new", "replaces", "unchanged", "older", "leader", "late"]
    list: str
    employee: str
    channel: Literal["page", "code", "workbook", "typed", "leader"]
    given: datetime
    late: bool
    most_hours: int | None
    said: tuple[SaidLine, ...]
    source: SourceLine


class WishLine(Value):
    """A wish for one day of the next rota: `off`, or the letter of a kind of shift. weekday 1: Monday."""

    week: int
    weekday: int
    wish: str
    negated: bool
    strong: bool


class WishesLine(Value):
    """One answer about wishes and what it comes to. null: nothing said."""

    state: Literal["new", "replaces", "unchanged", "older", "leader", "late"]
    list: str
    employee: str
    channel: Literal["page", "code", "workbook", "typed", "leader"]
    given: datetime
    late: bool
    wanted_pct: float | None
    weekend_every: int | None
    long_shifts: bool | None
    wishes: tuple[WishLine, ...]
    source: SourceLine


class RefusedLine(Value):
    """Something that was refused. employee null: nobody can tell whose it is."""

    why: str
    employee: str | None
    found: str
    source: SourceLine
    text: str


class BookImport(Value):
    """The answer of `book import`. taken: how many answers the booking got; saved: whether the file was."""

    taken: int
    saved: bool
    answers: tuple[AnswerLine, ...]
    wishes: tuple[WishesLine, ...]
    refused: tuple[RefusedLine, ...]


def book_import(shown: Preview, language: Language, *, saved: bool) -> BookImport:
    """A preview as values for other programs."""
    return BookImport(
        taken=shown.taken_count if saved else 0,
        saved=saved,
        answers=tuple(map(_answer_line, shown.entries)),
        wishes=tuple(map(_wishes_line, shown.wishes)),
        refused=tuple(_refused_line(entry, language) for entry in shown.refused),
    )


def _answer_line(entry: Incoming) -> AnswerLine:
    answer = entry.answer
    most = answer.most_minutes
    return AnswerLine(
        state=entry.state.value,
        list=answer.list,
        employee=answer.employee,
        channel=answer.channel.value,
        given=answer.given_at,
        late=entry.is_late,
        most_hours=None if most is None else most // MINUTES_PER_HOUR,
        said=said_lines(answer.choices),
        source=_source_line(entry.source),
    )


def _wishes_line(entry: IncomingWishes) -> WishesLine:
    answer = entry.answer
    return WishesLine(
        state=entry.state.value,
        list=answer.round,
        employee=answer.employee,
        channel=answer.channel.value,
        given=answer.given_at,
        late=entry.is_late,
        wanted_pct=None if answer.wanted_bp is None else answer.wanted_bp / PERCENT_BP,
        weekend_every=answer.weekend_every,
        long_shifts=answer.long_shifts,
        wishes=tuple(map(wish_line, said_in(answer).wishes)),
        source=_source_line(entry.source),
    )


def wish_line(wish: HomeWish) -> WishLine:
    """A wish as a value."""
    week, weekday = divmod(wish.day, DAYS_PER_WEEK)
    return WishLine(
        week=week + 1,
        weekday=weekday + 1,
        wish=wish.word,
        negated=wish.negated,
        strong=wish.strong,
    )


def said_lines(choices: Iterable[Choice]) -> tuple[SaidLine, ...]:
    """Choices as values."""
    return tuple(SaidLine(place=choice.place, answer=choice.willingness.value) for choice in choices)


def _refused_line(entry: Refused, language: Language) -> RefusedLine:
    return RefusedLine(
        why=entry.why.value,
        employee=entry.employee,
        found=entry.found,
        source=_source_line(entry.source),
        text=refusal_sentence(entry, language),
    )


def _source_line(source: Source) -> SourceLine:
    return SourceLine(file=source.name or None, place=source.place or None)
