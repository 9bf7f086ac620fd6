"""Every answer in the text of a message: short codes, and answers typed after a personal code.

A message may be a whole e-mail with its greetings and what is quoted in it. Of what somebody typed
herself and what is quoted below it the former counts: it is the later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from heiltid.booking.answers.code_finding import FoundCode, FoundPerson, personal_codes, short_codes
from heiltid.booking.answers.message import Message, message_of
from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source, shortened
from heiltid.booking.answers.short_code import ShortCode
from heiltid.booking.answers.tokens import Holders
from heiltid.booking.answers.typed import Row, Typed, typed_answer
from heiltid.booking.answers.typed_clauses import lines_of
from heiltid.booking.answers.unclaimed import unclaimed
from heiltid.booking.wishing.code import WishCode
from heiltid.booking.wishing.said import Raw, RawWishes
from heiltid.booking.wishing.typed import TypedWishes, typed_wishes
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Booking, Channel, SentList, WishRound

LONGEST_TEXT = 256 * 1024  # signs
_CUT = "\x1f"  # stands where a short code was


def answers_in_text(text: str, booking: Booking, source: Source) -> tuple[Raw, ...]:
    """Every answer in a text, and whatever in it was meant as one and is none; never empty."""
    if len(text) > LONGEST_TEXT:
        return (Refused(source=source, why=NotAnAnswer.TOO_LARGE),)
    message, holders = message_of(text), Holders(booking)
    coded, rest = _coded(message, booking, holders, source)
    answered = {(raw.list, raw.token) for raw in coded if not isinstance(raw, Refused)}
    typing = _Typing(Message(rest, message.depths), booking, holders, source)
    found = (*coded, *typing.results(answered), *typing.unclaimed())
    if found:
        return found
    first = message.text.strip().split("\n")[0]
    why = NotAnAnswer.NO_CODE if first else NotAnAnswer.EMPTY
    return (Refused(source=source, why=why, found=shortened(first)),)


def _coded(message: Message, booking: Booking, holders: Holders, source: Source) -> tuple[list[Raw], str]:
    """The answers in short codes, and the text without them."""
    text, found = message.text, []
    kept, after = [], 0
    for code in short_codes(text):
        at = replace(source, place=str(message.line_at(code.start) + 1))
        found.append(_of_code(code, booking, holders, at, shortened(text[code.start : code.end])))
        gone = "".join("\n" if sign == "\n" else _CUT for sign in text[code.start : code.end])
        kept += [text[after : code.start], gone]
        after = code.end
    return found, "".join((*kept, text[after:]))


def _of_code(found: FoundCode, booking: Booking, holders: Holders, source: Source, shown: str) -> Raw:
    code = found.code
    if code is None:
        return Refused(source=source, why=NotAnAnswer.BROKEN_CODE, found=shown)
    is_wishes = isinstance(code, WishCode)
    sent = booking.round_of(code.list) if is_wishes else booking.list_of(code.list)
    if sent is None:
        return Refused(source=source, why=NotAnAnswer.UNKNOWN_LIST, found=shown)
    holder = holders.of(code.list, code.token)
    if holder is None:
        return Refused(source=source, why=NotAnAnswer.FOREIGN, found=shown)
    employee, token = holder
    said = _said_in(code, sent, employee, source) if code.fits(token) else None
    return said or Refused(source=source, why=NotAnAnswer.BROKEN_CODE, found=shown, employee=employee)


def _said_in(
    code: ShortCode | WishCode, sent: SentList | WishRound, employee: str, source: Source
) -> RawAnswer | RawWishes | None:
    """What a code says; None: it is for other places than those offered."""
    if isinstance(code, WishCode):
        return RawWishes(
            source=source,
            channel=Channel.CODE,
            list=code.list,
            token=code.token,
            said=code.said,
            given_at=None if isinstance(sent, SentList) else code.given_at(sent),
        )
    offered = () if isinstance(sent, WishRound) else offered_numbers(sent, employee)
    if isinstance(sent, WishRound) or len(code.words) != len(offered):
        return None
    return RawAnswer(
        source=source,
        channel=Channel.CODE,
        list=code.list,
        token=code.token,
        choices=code.choices(offered),
        most_minutes=None if code.hours is None else code.hours * MINUTES_PER_HOUR,
        given_at=code.given_at(sent),
    )


def offered_numbers(sent: SentList, employee: str) -> tuple[int, ...]:
    """The numbers of the places a list offers to somebody, in order."""
    offer = sent.offer_of(employee)
    return () if offer is None else tuple(standing.place for standing in offer.offered)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A personal code with what was written after it. employee None: the code is nobody's.

    first: the line its text begins in; lines: those that belong to it.
    """

    code: FoundPerson
    line: int
    first: int
    lines: range
    depth: int
    employee: str | None
    typed: Typed | TypedWishes

    @property
    def says_something(self) -> bool:
        """Whether anything in it was meant as an answer."""
        return self.typed.says_something


class _Typing:
    """The answers typed by hand in one message."""

    def __init__(self, message: Message, booking: Booking, holders: Holders, source: Source) -> None:
        self.message, self.booking, self.holders, self.source = message, booking, holders, source
        self.sections = tuple(self._sections())

    def results(self, answered: Collection[tuple[str, str]]) -> Iterator[Raw]:
        """Of everybody what is least quoted. answered: list and token of short codes in the message."""
        sections = defaultdict(list)
        for section in self.sections:
            sections[section.code.list, section.code.token].append(section)
        for person, found in sections.items():
            spoken = [section for section in found if self._counts(section)]
            depth = min((section.depth for section in spoken), default=0)
            if not spoken and person not in answered and self._is_ours(found[0]):
                yield self._refused(found[0], NotAnAnswer.EMPTY)
            for section in spoken:
                if section.depth == depth:
                    yield from self._of_section(section)

    def unclaimed(self) -> Iterator[Refused]:
        """What looks like an answer and belongs to no code."""
        lines = self.message.text.split("\n")
        read = {number for section in self.sections for number in section.lines}
        read |= {number for number, line in enumerate(lines) if _CUT in line}
        depths = [self.message.depths[number] for number in read if number < len(lines)]
        if not depths:
            depths = [depth for line, depth in zip(lines, self.message.depths, strict=True) if line.strip()]
        return unclaimed(self.message, read, min(depths, default=0), self.source)

    def _is_ours(self, section: _Section) -> bool:
        code = section.code.list
        return self.booking.list_of(code) is not None or self.booking.round_of(code) is not None

    def _counts(self, section: _Section) -> bool:
        """Whether something was answered; of what looks like a code of other lists, quite surely."""
        if self._is_ours(section):
            return section.says_something
        is_named = self.message.text[section.code.end :][:3].lstrip().startswith(":")
        return is_named or any(row.why is NotAnAnswer.NOT_OFFERED for row in section.typed.refused)

    def _sections(self) -> Iterator[_Section]:
        sent: tuple[SentList | WishRound, ...] = (*self.booking.lists, *self.booking.wish_rounds)
        lists = tuple(entry.code for entry in sent)
        codes = [code for code in personal_codes(self.message.text, lists) if self._is_meant(code)]
        ends = [code.start for code in codes[1:]] + [len(self.message.text)]
        for code, end in zip(codes, ends, strict=False):
            section = self._section(code, self._body(code.end, end), self.message.line_at(code.end))
            if len(codes) == 1 and section.employee is not None and not section.says_something:
                before = self._section(code, self._body_before(code.start), 0)
                section = before if before.says_something else section
            yield section

    def _is_meant(self, code: FoundPerson) -> bool:
        """Whether it is a personal code: somebody's, in any form, or written as only a code is."""
        return code.is_strict or self.holders.of(code.list, code.token) is not None

    def _body(self, start: int, end: int) -> str:
        """What is written from a place on, to the next code and no deeper or less quoted."""
        text = self.message.text[start:end].split(_CUT)[0]
        first = self.message.line_at(start)
        depth = self.message.depths[first]
        lines = text.split("\n")
        for place in range(len(lines)):
            if self.message.depths[first + place] != depth:
                return "\n".join(lines[:place])
        return text

    def _body_before(self, end: int) -> str:
        """What is written up to a place, no deeper or less quoted, on lines of its own number."""
        last = self.message.line_at(end)
        depth = self.message.depths[last]
        lines = self.message.text[:end].split("\n")
        return "\n".join(
            line if self.message.depths[place] == depth else "" for place, line in enumerate(lines)
        )

    def _section(self, code: FoundPerson, body: str, first: int) -> _Section:
        line = self.message.line_at(code.start)
        holder = self.holders.of(code.list, code.token)
        employee = None if holder is None else holder[0]
        length = lines_of(body) if self.booking.round_of(code.list) is None else body.count("\n") + 1
        return _Section(
            code=code,
            line=line,
            first=first,
            lines=range(min(first, line), max(line + 1, first + length)),
            depth=self.message.depths[line],
            employee=employee,
            typed=self._typed(body, code.list, employee),
        )

    def _typed(self, body: str, code: str, employee: str | None) -> Typed | TypedWishes:
        """What was written, by what she was asked."""
        asked, sent = self.booking.round_of(code), self.booking.list_of(code)
        if asked is not None:
            return typed_wishes(body, asked.first, asked.weeks)
        return typed_answer(body, () if sent is None or employee is None else offered_numbers(sent, employee))

    def _of_section(self, section: _Section) -> Iterator[Raw]:
        if section.employee is None:
            ours = self._is_ours(section)
            yield self._refused(section, NotAnAnswer.FOREIGN if ours else NotAnAnswer.UNKNOWN_LIST)
            return
        typed = section.typed
        for row in (typed.whole,) if typed.whole is not None else typed.refused:
            yield self._refused(section, row.why, row)
        at = replace(self.source, place=str(section.line + 1))
        if isinstance(typed, TypedWishes):
            if not typed.said.is_empty:
                yield RawWishes(
                    source=at,
                    channel=Channel.TYPED,
                    list=section.code.list,
                    token=section.code.token,
                    said=typed.said,
                )
        elif typed.choices:
            yield RawAnswer(
                source=at,
                channel=Channel.TYPED,
                list=section.code.list,
                token=section.code.token,
                choices=typed.choices,
                most_minutes=typed.most_minutes,
            )

    def _refused(self, section: _Section, why: NotAnAnswer, row: Row | None = None) -> Refused:
        code = self.message.text[section.code.start : section.code.end]
        line = section.line if row is None else section.first + row.line
        return Refused(
            source=replace(self.source, place=str(line + 1)),
            why=why,
            found=shortened(code if row is None else row.found),
            employee=section.employee,
            number="" if row is None else row.number,
        )
