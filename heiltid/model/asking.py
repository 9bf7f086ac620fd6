"""Booking from home: the lists that are sent out, what people answer, and who gets what.

The written form of a list and of an answer, on paper, in files and in codes: docs/booking-files.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from heiltid.errors import InternalError
from heiltid.model.booking import Booked, OpenPlace, Overtime, RollOut, Standing
from heiltid.model.staff import Wish


class Willingness(StrEnum):
    """What somebody says to one open place."""

    GLADLY = "gladly"
    CAN = "can"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOffer:
    """What one list holds for one person: her standing before each of its places, as it was then."""

    employee: str
    standings: tuple[Standing, ...]

    @property
    def offered(self) -> tuple[Standing, ...]:
        """What she may take."""
        return tuple(standing for standing in self.standings if standing.can)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotment:
    """Who gets one place; employee None: nobody, it is kept open.

    by: the leader who said so, with reason and time; "": the engine's proposal.
    """

    place: int
    employee: str | None
    by: str = ""
    reason: str = ""
    at: datetime | None = None  # local wall clock, whole seconds

    @property
    def is_decided(self) -> bool:
        """Whether a leader said so: no proposal and no answer changes it."""
        return self.by != ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentList:
    """One list of open places as it was sent: its places and offers never change.

    code: its name in the file, 4 signs; settled_at: when the leader confirmed who gets what.
    log: what a leader decided against a proposal or an earlier decision, oldest first; told: who was
    ever told that she has which place, and when first: what is taken away later can be called off.
    """

    code: str
    made_at: datetime  # local wall clock, whole seconds
    deadline: datetime
    places: tuple[OpenPlace, ...]
    offers: tuple[PersonOffer, ...]
    allotments: tuple[Allotment, ...] = ()
    log: tuple[Allotment, ...] = ()
    told: tuple[Allotment, ...] = ()
    settled_at: datetime | None = None

    def offer_of(self, employee: str) -> PersonOffer | None:
        """What the list holds for somebody; None: she was not asked."""
        return next((offer for offer in self.offers if offer.employee == employee), None)

    def remembering(self, other: SentList | None) -> SentList:
        """The same, knowing also what people were told by another state of it."""
        known = {(entry.place, entry.employee) for entry in self.told}
        more = tuple(
            entry for entry in (other.told if other else ()) if (entry.place, entry.employee) not in known
        )
        return replace(self, told=(*self.told, *more)) if more else self


class Channel(StrEnum):
    """How an answer came."""

    PAGE = "page"  # the file a page saved
    CODE = "code"  # the code a page showed
    WORKBOOK = "workbook"
    TYPED = "typed"  # "K7F2-9QXM3T8A: 3 gladly, 5 can"
    LEADER = "leader"  # said to the leader, who wrote it down: no import replaces it


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody says to the place of that number."""

    place: int
    willingness: Willingness


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One person's answer to one list; places without a choice are not answered.

    given_at: when she gave it, by the answer itself and never later than it was received; where the
    answer does not say, when it was received. claimed_at: what the answer itself says, None: nothing;
    by it the same answer is known again, however often and from whatever file it is read.
    """

    list: str
    employee: str
    choices: tuple[Choice, ...]  # by number
    most_minutes: int | None = None  # the most she wants in all; None: no limit
    given_at: datetime  # local wall clock, whole minutes
    received_at: datetime
    channel: Channel
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WishRound:
    """A question to people about what they want of the next rota, from the Monday `first`."""

    code: str
    made_at: datetime
    deadline: datetime
    first: date
    weeks: int
    asked: tuple[str, ...]  # employee numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class WishAnswer:
    """What one person wants of the next rota. None: she said nothing about it. Times as in an Answer.

    taken_at: when the leader took it over into the unit's wishes and positions; laid: the unit's wishes
    that came there by it, as they were then.
    """

    round: str
    employee: str
    wishes: tuple[Wish, ...]
    wanted_bp: int | None = None
    weekend_every: int | None = None
    long_shifts: bool | None = None
    given_at: datetime
    received_at: datetime
    channel: Channel
    claimed_at: datetime | None = None
    taken_at: datetime | None = None
    laid: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """Hours somebody worked on top of her plan on one day, by how they count.

    list: the code of the list it was booked from, "" for one that came another way.
    """

    employee: str
    on: date
    code: str
    unbound_minutes: int = 0
    extra_minutes: int = 0
    overtime_minutes: int = 0
    list: str = ""

    @property
    def overtime(self) -> Overtime:
        """The part of it that is overtime."""
        return Overtime(employee=self.employee, on=self.on, minutes=self.overtime_minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingSettings:
    """How open shifts are asked for and shared out."""

    ring: tuple[str, ...] = ()  # who is asked after the own unit, in order
    most_shifts_in_four_weeks: int | None = 6  # of one person, for every four weeks begun; None: no cap
    allows_overtime: bool = False  # whether a proposal may use overtime at all
    shows_names: bool = False  # whether the shared list of who got what carries names
    answers_to: str = ""  # where answers are sent, as the lists say it: an e-mail address, a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """All that a unit's file holds about open shifts, lists and answers.

    secret: 32 random bytes that never leave the file; answers: all that were accepted, of which the
    newest of each list and person counts; ledger: extra hours of earlier roll-outs (those of the one
    in force are read from it). kept: decisions on days that no roll-out in force has, of weeks left
    behind or of a roll-out taken back.
    """

    secret: bytes
    rollout: RollOut | None = None
    settings: BookingSettings = field(default_factory=BookingSettings)
    lists: tuple[SentList, ...] = ()
    answers: tuple[Answer, ...] = ()
    ledger: tuple[Extra, ...] = ()
    kept: tuple[Booked, ...] = ()
    wish_rounds: tuple[WishRound, ...] = ()
    wish_answers: tuple[WishAnswer, ...] = ()

    def list_of(self, code: str) -> SentList | None:
        """The list of that code."""
        return next((sent for sent in self.lists if sent.code == code), None)

    def known_list(self, code: str) -> SentList:
        """The list of that code. Raises InternalError where there is none."""
        sent = self.list_of(code)
        if sent is None:
            raise InternalError("a list that is not there")
        return sent

    def known_rollout(self) -> RollOut:
        """The roll-out in force. Raises InternalError where there is none."""
        if self.rollout is None:
            raise InternalError("no roll-out is in force")
        return self.rollout

    def round_of(self, code: str) -> WishRound | None:
        """The question about wishes of that code."""
        return next((asked for asked in self.wish_rounds if asked.code == code), None)

    def with_list(self, sent: SentList) -> Booking:
        """The same with one list put in the place of its older self, or added."""
        others = tuple(sent if old.code == sent.code else old for old in self.lists)
        return replace(self, lists=others if sent in others else (*others, sent))

    def remembering(self, other: Booking | None) -> Booking:
        """The same, knowing what people were told by another state of it; itself where that is nothing more.

        What went out cannot be taken back: a list that is undone must still be able to call it off.
        """
        lists = (
            tuple(sent.remembering(other.list_of(sent.code)) for sent in self.lists) if other else self.lists
        )
        return self if lists == self.lists else replace(self, lists=lists)
