"""The places of a list and who gets them, as lines; what the sharing came to by each of its goals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heiltid.allocation import ShareGoal, ShareValue
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.sharing.deciding import decision_problem
from heiltid.booking.sharing.reasons import PlaceReasons
from heiltid.model import Unit
from heiltid.model.asking import Allotment, Booking, SentList, Willingness
from heiltid.model.booking import OpenPlace, Standing
from ui.models.records import Column
from ui.pages.booking.words import (
    code_words,
    competence_words,
    counts_words,
    date_words,
    place_words,
    times_words,
    who_words,
)
from ui.pages.booking.write_down import said_words
from ui.texts import hours, tr
from ui.widgets.column_room import column_room

SHOWN_GOALS = (ShareGoal.NEEDED, ShareGoal.FILLED, ShareGoal.RIGHT, ShareGoal.WISHES, ShareGoal.OVERTIME)
STATES = ("ui.booking.list.state", "ui.booking.share.decided", "ui.booking.lists.settled")
IN_HOURS = frozenset({ShareGoal.NEEDED, ShareGoal.RIGHT, ShareGoal.OVERTIME})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One place of a list. allotment: None before anything was shared out; said: by whoever gets it."""

    place: OpenPlace
    allotment: Allotment | None
    who: str
    said: Willingness | None
    standing: Standing | None
    yes: int  # how many said gladly or can
    is_open: bool  # still open on the dates, as long as the list is not settled
    is_settled: bool

    @property
    def state(self) -> str:
        """Proposed, decided, settled, or why it is nobody's."""
        if not self.is_open:
            return tr("ui.booking.share.gone")
        if self.allotment is None or (self.is_settled and self.allotment.employee is None):
            return ""
        if self.is_settled:
            return tr("ui.booking.lists.settled")
        if self.allotment.is_decided:
            return tr("ui.booking.share.decided")
        return tr("ui.booking.share.proposal") if self.allotment.employee is not None else ""


def place_lines(booking: Booking, sent: SentList, unit: Unit, still: Iterable[int]) -> list[PlaceLine]:
    """Every place of a list, in its order; still: the numbers of those that are open on the dates."""
    allotted = {entry.place: entry for entry in sent.allotments}
    answers = answers_of(booking, sent.code)
    said = {
        (employee, choice.place): choice.willingness
        for employee, answer in answers.items()
        for choice in answer.choices
    }
    standings = {(s.employee, s.place): s for offer in sent.offers for s in offer.standings}
    left = set(still)
    found = []
    for place in sent.places:
        entry = allotted.get(place.number)
        employee = None if entry is None else entry.employee
        yes = [key for key, word in said.items() if key[1] == place.number and word is not Willingness.NO]
        found.append(
            PlaceLine(
                place=place,
                allotment=entry,
                who="" if employee is None else who_words(employee, unit),
                said=None if employee is None else said.get((employee, place.number)),
                standing=None if employee is None else standings.get((employee, place.number)),
                yes=len(yes),
                is_open=place.number in left or sent.settled_at is not None,
                is_settled=sent.settled_at is not None,
            )
        )
    return found


def place_columns() -> tuple[Column, ...]:
    """Of the places."""
    return (
        Column(
            key="date",
            title=tr("ui.booking.column.date"),
            shown=lambda line: date_words(line.place.on),
            sorted_by=lambda line: (line.place.on, line.place.start_minute),
            width=126,
        ),
        Column(
            key="code",
            title=tr("ui.booking.column.code"),
            shown=lambda line: code_words(line.place),
            tooltip=tr("ui.booking.column.times"),
            width=46,
        ),
        Column(
            key="times",
            title=tr("ui.booking.column.times"),
            shown=lambda line: times_words(line.place),
            sorted_by=lambda line: line.place.start_minute,
            width=100,
        ),
        Column(
            key="competence",
            title=tr("ui.booking.column.competence"),
            shown=lambda line: competence_words(line.place.competence),
            width=96,
        ),
        Column(
            key="yes",
            title=tr("ui.booking.share.yes"),
            shown=lambda line: str(line.yes),
            sorted_by=lambda line: line.yes,
            tooltip=tr("ui.booking.share.yes_help"),
            is_number=True,
            width=36,
        ),
        Column(
            key="who",
            title=tr("ui.booking.share.who"),
            shown=lambda line: line.who or nobody_words(line),
            look=lambda line: "" if line.who else "muted",
            stretches=True,
            least_width=118,
        ),
        Column(
            key="counts",
            title=tr("ui.booking.answers.column_counts"),
            shown=_counts,
            width=118,
        ),
        Column(
            key="state",
            title=tr("ui.booking.list.state"),
            shown=lambda line: line.state,
            width=column_room(*map(tr, STATES)),
        ),
    )


def nobody_words(line: PlaceLine) -> str:
    """For a place nobody has, before and after it was shared out."""
    return tr("ui.booking.share.nobody_yet" if line.allotment is None else "ui.booking.share.nobody")


def _counts(line: PlaceLine) -> str:
    return "" if line.standing is None or not line.standing.can else counts_words(line.standing)


def said_sentence(line: PlaceLine) -> str:
    """What whoever gets it had said."""
    return "" if line.said is None else tr("ui.booking.share.said", words=said_words(line.said).lower())


def hindrances(booking: Booking, list_code: str, reasons: PlaceReasons) -> dict[str, str]:
    """Those a place cannot be given to at all, whoever decides it, each with the key of the sentence."""
    found = {
        entry.employee: decision_problem(booking, list_code, reasons.place, entry.employee)
        for entry in reasons.others
    }
    return {employee: problem for employee, problem in found.items() if problem is not None}


def decided_words(before: SentList, changed: Booking, number: int, unit: Unit) -> str:
    """What the leader's decision about a place came to, with the proposals that went with it."""
    after = changed.list_of(before.code)
    assert after is not None
    had = {entry.place: entry.employee for entry in before.allotments}
    has = {entry.place: entry.employee for entry in after.allotments}
    places = {place.number: place_words(place) for place in after.places}
    employee = has.get(number)
    if employee is None:
        parts = [tr("ui.booking.share.said_kept_open", what=places[number])]
    else:
        who = who_words(employee, unit)
        parts = [tr("ui.booking.share.said_decided", what=places[number], who=who)]
        lost = [places[n] for n, who_had in had.items() if n != number and who_had and has.get(n) is None]
        parts += [tr("ui.booking.share.said_lost", what=", ".join(lost), who=who)] if lost else []
    return " ".join(parts)


def goal_words(values: Iterable[ShareValue], sent: SentList) -> str:
    """What was reached, goal by goal, with the proven bound where it is not met."""
    lacking = hours(sum(place.lacking_minutes for place in sent.places))
    by_goal = {entry.goal: entry for entry in values}
    parts = []
    for goal in SHOWN_GOALS:
        entry = by_goal.get(goal)
        if entry is None:
            continue
        amount, key = _amount(goal, entry.value), f"ui.booking.goal.{goal.name.lower()}"
        words = tr(key, value=amount, count=len(sent.places), lacking=lacking)
        if entry.bound is not None and entry.bound != entry.value:
            words = tr("ui.booking.goal.bound", words=words, bound=_amount(goal, entry.bound))
        parts.append(words)
    return " · ".join(parts)


def _amount(goal: ShareGoal, value: int) -> str:
    return hours(value) if goal in IN_HOURS else str(value)


def is_proven(values: Iterable[ShareValue]) -> bool:
    """Whether every goal that is told has reached its bound."""
    told = [entry for entry in values if entry.goal in SHOWN_GOALS]
    return bool(told) and all(entry.bound == entry.value for entry in told)
