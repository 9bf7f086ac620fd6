"""Lists of open shifts on the screen: how far they have come, what answers say, who gets what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from rich.table import Table
from rich.text import Text

from heiltid.allocation import ShareGoal, ShareReport
from heiltid.booking.answers.preview_lines import PreviewLine
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.places.open_places import open_places
from heiltid.booking.settling.outcome import holders, outcomes
from heiltid.booking.sharing.reason_words import why_not, why_she
from heiltid.booking.sharing.reasons import PlaceReasons
from heiltid.booking.sharing.shares import Sharing
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.model.asking import Allotment, Answer, Booking, SentList, Willingness
from heiltid.model.booking import OpenPlace, RollOut
from heiltid.rules.staffing import span_text
from heiltid.rules.wording import minutes_text, who_text
from heiltid.terminal.booking import date_text
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import plain_table
from heiltid.texts import decimal


def moment_text(screen: Screen, at: datetime) -> str:
    """A time of the clock: "18.05.2027 kl. 12:00"."""
    return screen.words("booking_answer.moment", date=f"{at:%d.%m.%Y}", time=f"{at:%H:%M}")


def say_rollout(screen: Screen, rollout: RollOut | None) -> None:
    """Which weeks are rolled out, and how many shifts are open there."""
    if rollout is None:
        screen.say("book.no_rollout")
        return
    unit = rollout.unit
    screen.say(
        "book.rollout",
        first=date_text(screen, unit.start),
        last=date_text(screen, unit.start + timedelta(days=unit.day_count - 1)),
        count=len(open_places(unit, rollout.plan, rollout.lost)),
    )


def lists_table(screen: Screen, booking: Booking) -> Table:
    """Every list and how far it has come."""
    heads = ("list", "deadline", "places", "answered", "filled", "state")
    table = plain_table(screen, *(f"book.head.{head}" for head in heads))
    for column in (table.columns[1], table.columns[-1]):
        column.justify = "left"
    for sent in booking.lists:
        asked = sum(bool(offer.offered) for offer in sent.offers)
        filled = sum(entry.employee is not None for entry in sent.allotments)
        table.add_row(
            Text(sent.code, style="bold"),
            Text(moment_text(screen, sent.deadline)),
            Text(str(len(sent.places))),
            Text(screen.words("book.of", part=len(answers_of(booking, sent.code)), all=asked)),
            Text(str(filled)),
            Text(_state(screen, sent)),
        )
    return table


def _state(screen: Screen, sent: SentList) -> str:
    if sent.settled_at is not None:
        return screen.words("book.state.settled")
    return screen.words("book.state.shared_out" if sent.allotments else "book.state.waiting")


def say_exported(screen: Screen, sent: SentList) -> None:
    """What went out."""
    asked = sum(bool(offer.offered) for offer in sent.offers)
    screen.say("book.exported", style="bold", code=sent.code, places=len(sent.places), people=asked)
    if asked < len(sent.offers):
        screen.say("book.nobody", count=len(sent.offers) - asked)
    screen.say("book.deadline", deadline=moment_text(screen, sent.deadline))


def show_preview(screen: Screen, lines: Sequence[PreviewLine]) -> None:
    """Answer by answer: whose, what it says, what becomes of it."""
    if not lines:
        return
    heads = ("who", "said", "what", "where")
    table = plain_table(screen, *(f"book.head.{head}" for head in heads))
    for column in table.columns:
        column.justify, column.overflow = "left", "fold"
    for line in lines:
        style = "yellow" if line.state is None else ""
        table.add_row(Text(line.who or "–"), Text(line.said), Text(line.what, style=style), Text(line.where))
    screen.show(table)


# -- who gets what ------------------------------------------------------------------------------------


def show_allocation(screen: Screen, sharing: Sharing, report: ShareReport, answers: Iterable[Answer]) -> None:
    """Place by place, person by person, and how good it is."""
    screen.show(_places(screen, sharing, report))
    screen.show(_people(screen, sharing, report, {entry.employee: entry for entry in answers}))
    values = {entry.goal: entry for entry in report.goals}
    filled = values[ShareGoal.FILLED]
    screen.say(
        "book.shared", style="bold", filled=filled.value, all=len(sharing.places), seconds=report.seconds
    )
    if filled.bound is not None and filled.bound == filled.value:
        screen.say("book.no_more_can_be_filled")
    screen.say(
        "book.shared_how",
        gladly=values[ShareGoal.WISHES].value,
        right=_hours(screen, values[ShareGoal.RIGHT].value),
        overtime=_hours(screen, values[ShareGoal.OVERTIME].value),
    )


def _hours(screen: Screen, minutes: int) -> str:
    return minutes_text(minutes, screen.language)


def _places(screen: Screen, sharing: Sharing, report: ShareReport) -> Table:
    table = _place_table(screen, "book.head.who", "book.head.answered_with")
    unit = sharing.request.unit
    for entry in report.allotments:
        said = None if entry.employee is None else sharing.said(entry.employee, entry.place)
        who = Text(screen.words("book.kept_open" if entry.is_decided else "book.open"), style="yellow")
        if entry.employee is not None:
            who = Text(who_text(entry.employee, unit, screen.language))
        words = screen.words("book.decided") if entry.is_decided else _word(screen, said)
        table.add_row(*_place_cells(screen, sharing.places[entry.place]), who, Text(words))
    return table


def _word(screen: Screen, said: Willingness | None) -> str:
    return "" if said is None else screen.words(f"book.word.{said.value}")


def _place_table(screen: Screen, *more: str) -> Table:
    table = plain_table(
        screen, "booking.open.number", "booking.open.date", "open_shift.code", "open_shift.time", *more
    )
    for column in table.columns[1:]:
        column.justify = "left"
    return table


def _place_cells(screen: Screen, place: OpenPlace) -> list[Text]:
    return [
        Text(str(place.number)),
        Text(date_text(screen, place.on)),
        Text(place.code or screen.words("open_shift.no_code")),
        Text(span_text(place.start_minute, place.end_minute)),
    ]


def _people(screen: Screen, sharing: Sharing, report: ShareReport, answers: dict[str, Answer]) -> Table:
    """Everybody who answered or gets something."""
    heads = ("who", "wanted", "most", "got", "hours", "overtime")
    table = plain_table(screen, *(f"book.head.{head}" for head in heads))
    unit, given = sharing.request.unit, _given(report.allotments)
    for person in unit.employees:
        answer, numbers = answers.get(person.number), given.get(person.number, frozenset())
        if answer is None and not numbers:
            continue
        said = [] if answer is None else [choice.willingness for choice in answer.choices]
        most = None if answer is None else answer.most_minutes
        share = sharing.share(person.number, numbers - sharing.kept_by(person.number))
        yes = sum(word is not Willingness.NO for word in said)
        table.add_row(
            Text(who_text(person.number, unit, screen.language)),
            Text(str(yes)),
            Text("" if most is None else str(most // MINUTES_PER_HOUR)),
            Text(str(len(numbers)), style="bold"),
            Text(decimal(sharing.minutes(numbers) / MINUTES_PER_HOUR, screen.language)),
            Text(decimal(share.overtime_minutes / MINUTES_PER_HOUR, screen.language)),
        )
    return table


def show_reasons(screen: Screen, unit: Unit, sent: SentList, reasons: Iterable[PlaceReasons]) -> None:
    """Place by place: why she, and why not each of the others who said yes."""
    places = {place.number: place for place in sent.places}
    screen.line("")
    for entry in reasons:
        cells = [cell.plain for cell in _place_cells(screen, places[entry.place])]
        screen.line(" ".join(cells), style="bold")
        if entry.employee is not None:
            who = who_text(entry.employee, unit, screen.language)
            screen.line(f"{who}: {why_she(entry, screen.language)}", indent=2)
        for other in entry.others:
            who = who_text(other.employee, unit, screen.language)
            screen.line(f"{who}: {why_not(other, places, screen.language)}", style="dim", indent=4)


def _given(allotments: Iterable[Allotment]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for entry in allotments:
        if entry.employee is not None:
            found.setdefault(entry.employee, set()).add(entry.place)
    return {employee: frozenset(numbers) for employee, numbers in found.items()}


# -- settled ------------------------------------------------------------------------------------------


def show_confirmation(
    screen: Screen, unit: Unit, booking: Booking, code: str, left: Sequence[Allotment]
) -> None:
    """What a settled list came to. left: what it gave people and could not be laid into the rota."""
    sent = booking.list_of(code)
    assert sent is not None
    filled, off = holders(booking, code), sum(len(entry.called_off) for entry in outcomes(booking, code))
    screen.say("book.confirmed", style="bold", code=code, filled=len(filled), all=len(sent.places))
    if len(filled) < len(sent.places):
        screen.say("book.next_round", count=len(sent.places) - len(filled))
    if off:
        screen.say("book.called_off", style="yellow", count=off)
    if left:
        screen.say("book.misfits", style="yellow", count=len(left))
        screen.show(_misfits(screen, unit, sent, left))


def _misfits(screen: Screen, unit: Unit, sent: SentList, left: Iterable[Allotment]) -> Table:
    places = {place.number: place for place in sent.places}
    table = _place_table(screen, "book.head.who")
    for entry in left:
        who = who_text(entry.employee, unit, screen.language)
        table.add_row(*_place_cells(screen, places[entry.place]), Text(who))
    return table
