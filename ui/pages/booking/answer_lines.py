"""Answers in words: what each of those read comes to, and how everybody on a list stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from heiltid.booking.answers.preview_lines import PreviewLine, preview_lines
from heiltid.booking.answers.receiving import Preview, State
from heiltid.booking.answers.sending import answers_of
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.model.asking import Answer, Booking, Channel, SentList, Willingness
from ui.models.records import Column
from ui.pages.booking.words import moment_words, who_words
from ui.texts import NO_VALUE, language, tr

LOOKS = {State.NEW: "better", State.REPLACES: "better", State.LATE: "warning", State.LEADER: "warning"}
ORDER = (State.NEW, State.REPLACES, State.LATE, State.LEADER, State.OLDER, State.UNCHANGED)


def read_lines(preview: Preview, booking: Booking, unit: Unit | None = None) -> list[PreviewLine]:
    """What is taken in first, then what is not and why, then what is refused. unit: for people's names."""
    return sorted(preview_lines(preview, booking, language(), unit), key=_rank)


def _rank(line: PreviewLine) -> int:
    return len(ORDER) if line.state is None else ORDER.index(line.state)


def _state_words(line: PreviewLine) -> str:
    return tr(f"ui.booking.answers.state_{'refused' if line.state is None else line.state.value}")


def _look(line: PreviewLine) -> str:
    return "worse" if line.state is None else LOOKS.get(line.state, "muted")


def says_words(answer: Answer) -> str:
    """ "3 gjerne, 2 kan, 1 nei, høgst 20 t"."""
    found = Counter(choice.willingness for choice in answer.choices)
    parts = [
        tr(f"ui.booking.answers.count_{each.value}", count=found[each]) for each in Willingness if found[each]
    ]
    if answer.most_minutes is not None:
        hours = answer.most_minutes // MINUTES_PER_HOUR
        parts.append(tr("ui.booking.answers.most", hours=hours))
    return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person on a list, and what she has said."""

    employee: str
    name: str
    offered: int
    answer: Answer | None

    @property
    def by_leader(self) -> bool:
        """Whether the leader wrote it down."""
        return self.answer is not None and self.answer.channel is Channel.LEADER


def person_lines(booking: Booking, sent: SentList, unit: Unit) -> list[PersonLine]:
    """Everybody who may take something, those who have not answered first."""
    answers = answers_of(booking, sent.code)
    found = [
        PersonLine(
            employee=offer.employee,
            name=who_words(offer.employee, unit),
            offered=len(offer.offered),
            answer=answers.get(offer.employee),
        )
        for offer in sent.offers
        if offer.offered
    ]
    return sorted(found, key=lambda line: line.answer is not None)


def read_columns() -> tuple[Column, ...]:
    """Of a preview."""
    return (
        Column(
            key="state",
            title=tr("ui.booking.answers.column_state"),
            shown=_state_words,
            look=_look,
            sorted_by=_rank,
            width=84,
        ),
        Column(
            key="who", title=tr("ui.booking.list.who"), shown=lambda line: line.who or NO_VALUE, width=136
        ),
        Column(
            key="what",
            title=tr("ui.booking.answers.column_what"),
            shown=lambda line: line.what,
            stretches=True,
            least_width=200,
        ),
        Column(
            key="said",
            title=tr("ui.booking.answers.column_says"),
            shown=lambda line: line.said,
            width=122,
        ),
        Column(
            key="where",
            title=tr("ui.booking.answers.column_source"),
            shown=lambda line: line.where,
            width=122,
        ),
    )


def person_columns() -> tuple[Column, ...]:
    """Of the people on a list."""
    return (
        Column(
            key="who",
            title=tr("ui.booking.list.who"),
            shown=lambda line: line.name,
            stretches=True,
            least_width=120,
        ),
        Column(
            key="offered",
            title=tr("ui.booking.answers.column_offered"),
            shown=lambda line: str(line.offered),
            sorted_by=lambda line: line.offered,
            is_number=True,
            width=72,
        ),
        Column(
            key="says",
            title=tr("ui.booking.answers.column_says"),
            shown=lambda line: (
                tr("ui.booking.answers.none_yet") if line.answer is None else says_words(line.answer)
            ),
            look=lambda line: "warning" if line.answer is None else "",
            width=252,
        ),
        Column(
            key="given",
            title=tr("ui.booking.answers.column_given"),
            shown=lambda line: "" if line.answer is None else moment_words(line.answer.given_at),
            sorted_by=lambda line: "" if line.answer is None else line.answer.given_at.isoformat(),
            width=134,
        ),
        Column(
            key="channel",
            title=tr("ui.booking.answers.column_channel"),
            shown=lambda line: (
                "" if line.answer is None else tr(f"ui.booking.answers.channel_{line.answer.channel.value}")
            ),
            width=120,
        ),
    )


def unanswered(lines: Iterable[PersonLine]) -> int:
    """How many have not answered."""
    return sum(line.answer is None for line in lines)
