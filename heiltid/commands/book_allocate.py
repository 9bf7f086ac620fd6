"""heiltid book allocate: a proposal of who gets which open shift; what the leader has decided stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from heiltid.allocation import Share, ShareReport, ShareRequest
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.settling.proposal_check import agreements_brought, breaches_brought, settling_notes
from heiltid.booking.sharing.deciding import proposed
from heiltid.booking.sharing.reasons import PlaceReasons, Reasons, WhyNot
from heiltid.booking.sharing.shares import Sharing, share_request
from heiltid.commands.book_values import (
    BookAllocation,
    GoalLine,
    ReasonLine,
    ShareLine,
    SharePerson,
    hours,
    place_line,
    reason_lines,
)
from heiltid.commands.booking_file import BookingFile, chosen_list, held, need_rollout, save
from heiltid.commands.common import ExitCode, Finished, say_written, write_json
from heiltid.errors import InternalError
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Answer, Booking, SentList, Willingness
from heiltid.terminal.book import show_allocation, show_reasons
from heiltid.terminal.book_notes import say_settling_notes, show_agreements
from heiltid.terminal.progress import share_out
from heiltid.terminal.screen import Screen

WITHOUT_A_YES = frozenset({WhyNot.NOT_OFFERED, WhyNot.NO_ANSWER, WhyNot.NOT_ANSWERED, WhyNot.SAID_NO})


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateWords:
    """The words of the command line. most_shifts: 0 lifts the cap; None: as the file has it."""

    file: BookingFile
    code: str | None = None
    most_shifts: int | None = None
    allows_overtime: bool | None = None
    time_limit_seconds: float = 8.0
    seed: int = 1
    workers: int = 2
    says_why: bool = False


def run_book_allocate(screen: Screen, share: Share, asked: AllocateWords, now: datetime) -> ExitCode:
    """The whole command. A proposal that breaks the law is never saved: it would be our fault."""
    with held(screen, asked.file) as work:
        need_rollout(screen, work.booking)
        booking = _with_settings(work.booking, asked)
        sent = _list(screen, booking, asked)
        request = _request(booking, sent, asked)
        report = share_out(share, request, screen)
        sharing = Sharing(request)
        _refuse_breaches(booking, sent, sharing, report)
        booking = proposed(booking, sent.code, report.allotments)
        why = _reasons(booking, sent.code) if asked.says_why else None
        answer = _answer(booking, sent, sharing, report, reason_lines(sent, why, screen.language))
        show_allocation(screen, sharing, report, answers_of(booking, sent.code).values())
        show_agreements(screen, request.unit, agreements_brought(booking, sent.code))
        say_settling_notes(screen, settling_notes(booking, sent.code, now))
        if why is not None:
            show_reasons(screen, request.unit, sent, why)
        save(asked.file, work, booking)
    say_written(screen, asked.file.target)
    write_json(screen, asked.file.json, answer)
    return ExitCode.DONE


def _with_settings(booking: Booking, asked: AllocateWords) -> Booking:
    settings = booking.settings
    if asked.most_shifts is not None:
        settings = replace(settings, most_shifts_in_four_weeks=asked.most_shifts or None)
    if asked.allows_overtime is not None:
        settings = replace(settings, allows_overtime=asked.allows_overtime)
    return replace(booking, settings=settings)


def _list(screen: Screen, booking: Booking, asked: AllocateWords) -> SentList:
    sent = chosen_list(screen, booking, asked.code)
    if sent.settled_at is not None:
        screen.complain("book.trouble.settled", code=sent.code)
        raise Finished(ExitCode.INPUT)
    if not answers_of(booking, sent.code):
        screen.complain("book.trouble.no_answers", code=sent.code)
        raise Finished(ExitCode.INPUT)
    return sent


def _request(booking: Booking, sent: SentList, asked: AllocateWords) -> ShareRequest:
    return replace(
        share_request(booking, sent.code),
        time_limit_seconds=asked.time_limit_seconds,
        seed=asked.seed,
        workers=asked.workers,
    )


def _reasons(booking: Booking, code: str) -> tuple[PlaceReasons, ...]:
    """Why she and why not each of those who said yes, of every place somebody said yes to."""
    reasons = Reasons(booking, code)
    found = (reasons.of(number) for number in sorted(reasons.sharing.places))
    of_yes = (
        replace(entry, others=tuple(other for other in entry.others if other.why not in WITHOUT_A_YES))
        for entry in found
    )
    return tuple(entry for entry in of_yes if entry.employee is not None or entry.others)


def _refuse_breaches(booking: Booking, sent: SentList, sharing: Sharing, report: ShareReport) -> None:
    """Each person's limits, then the whole of the plan, by the checker."""
    passed = sum(
        sharing.limited(employee, numbers) is not None
        for employee, numbers in sharing.proposed(report.allotments).items()
    )
    passed += len(breaches_brought(booking, sent.code, report.allotments))
    if passed:
        raise InternalError(f"{passed} breach(es) in the engine's proposal")


def _answer(
    booking: Booking,
    sent: SentList,
    sharing: Sharing,
    report: ShareReport,
    why: tuple[ReasonLine, ...] | None,
) -> BookAllocation:
    request = sharing.request
    return BookAllocation(
        list=sent.code,
        status=report.status.value,
        seconds=round(report.seconds, 3),
        seed=request.seed,
        workers=request.workers,
        goals=tuple(GoalLine(name=v.goal.value, value=v.value, bound=v.bound) for v in report.goals),
        places=_places(sharing, report),
        people=_people(booking, sent, sharing, report),
        reasons=why,
        no_longer_open=tuple(place.number for place in sent.places if place.number not in sharing.places),
    )


def _places(sharing: Sharing, report: ShareReport) -> tuple[ShareLine, ...]:
    found = []
    for entry in report.allotments:
        said = None if entry.employee is None else sharing.said(entry.employee, entry.place)
        line = place_line(sharing.places[entry.place])
        found.append(
            ShareLine(
                place=entry.place,
                date=line.date,
                code=line.code,
                start=line.start,
                end=line.end,
                employee=entry.employee,
                decided=entry.is_decided,
                said=None if said is None else said.value,
            )
        )
    return tuple(found)


def _people(
    booking: Booking, sent: SentList, sharing: Sharing, report: ShareReport
) -> tuple[SharePerson, ...]:
    """Everybody who answered or is given something, in the order of the list."""
    answers = answers_of(booking, sent.code)
    given: dict[str, list[int]] = {}
    for entry in report.allotments:
        if entry.employee is not None:
            given.setdefault(entry.employee, []).append(entry.place)
    order = dict.fromkeys([*(offer.employee for offer in sent.offers), *given])
    return tuple(
        _person(sharing, employee, answers.get(employee), tuple(given.get(employee, ())))
        for employee in order
        if employee in answers or employee in given
    )


def _person(sharing: Sharing, employee: str, answer: Answer | None, numbers: tuple[int, ...]) -> SharePerson:
    words = [] if answer is None else [choice.willingness for choice in answer.choices]
    most = None if answer is None else answer.most_minutes
    share = sharing.share(employee, frozenset(numbers) - sharing.kept_by(employee))
    return SharePerson(
        employee=employee,
        gladly=words.count(Willingness.GLADLY),
        can=words.count(Willingness.CAN),
        most_hours=None if most is None else most // MINUTES_PER_HOUR,
        places=numbers,
        hours=hours(sharing.minutes(numbers)),
        right_hours=hours(share.right_minutes),
        overtime_hours=hours(share.overtime_minutes),
    )
