"""What stands between the commas, lines and stops of an answer written by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from typing import TypeAlias

from heiltid.booking.answers.answer_words import willingness_meant
from heiltid.booking.answers.short_code import MOST_HOURS
from heiltid.model.asking import Willingness
from heiltid.spelling import normal

_MOST: tuple[str, ...] = (
    *("most", "at most", "no more than", "up to", "max", "maximum"),
    *("høgst", "høyst", "høgste", "maks", "maksimum", "maksimalt", "inntil", "opptil"),
    *("ikkje meir enn", "ikke mer enn"),
)
_HOURS: tuple[str, ...] = (
    *("t", "h", "hrs", "hour", "hours", "in all", "total", "in total"),
    *("time", "timar", "timer", "i alt", "totalt", "til saman", "til sammen", "samla", "samlet"),
)
_AND: tuple[str, ...] = ("og", "and", "men", "but")
NUMBERED: tuple[str, ...] = (
    *("nr", "nummer", "vakt", "vakta", "vakten", "vakter", "vaktene"),
    *("number", "numbers", "shift", "shifts"),
)
_BARE_NOT = frozenset({"ikkje", "ikke", "not"})  # before a number it may belong to the word before
_LONGEST_PHRASE = 4
_FEW_WORDS = 3

_MOST_WORDS, _HOURS_WORDS = frozenset(map(normal, _MOST)), frozenset(map(normal, _HOURS))
_AND_WORDS, _NUMBERED_WORDS = frozenset(map(normal, _AND)), frozenset(map(normal, NUMBERED))
_BEFORE: Mapping[str, Willingness] = {
    **dict.fromkeys(("nei til", "nei takk til", "no to"), Willingness.NO),
    **dict.fromkeys(("ja til", "yes to"), Willingness.GLADLY),
}
_BEFORE_WORDS = {normal(phrase): said for phrase, said in _BEFORE.items()}
_KNOWN_WORDS = _MOST_WORDS | _HOURS_WORDS | _AND_WORDS | _NUMBERED_WORDS | frozenset(_BEFORE_WORDS)
_LIMIT = rf"\b(?:{'|'.join(map(re.escape, _MOST))})\b\W{{0,3}}\d+"
# A number with a decimal would be torn apart at its comma.
SPLIT_HOURS = re.compile(rf"{_LIMIT}[.,]\d", re.IGNORECASE)
_LIMIT_STOPPED = re.compile(rf"({_LIMIT})\.(?=\s|$)", re.IGNORECASE)
_BROKEN_PHRASE = re.compile(
    r"\b(kan|vil|can|would|nei|no)[ ]*\n[ ]*(ikkje|ikke|not|gjerne|like|takk|thanks)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"""--|__|hilsen|helsing|mvh|venn?leg|vennlig|med[ ]ven|best[ ]regards|(?:kind[ ])?regards
    |sendt[ ]fr|sent[ ]from|from:|fr[åa]:|to:|til:|sent:|sendt:|subject:|emne:|cc:|on[ ].*wrote:
    |den[ ].*skrev""",
    re.IGNORECASE | re.VERBOSE,
)
# A stop after a number belongs to it, "3. gjerne", unless a whole answer ends there and the next begins,
# "gjerne 7. nei 8". Only a comma (with the line's end after it) goes on.
_STOPS = re.compile(r"(?P<comma>,[ \t]*\n?)|[;!?\n]|(?<!\d)\.(?!\d)|(?P<number>(?<=\d)\.(?=[ \t]+[^\W\d_]))")
_NEXT_WORDS = re.compile(r"[ \t]*((?:[^\W\d_]+['’]?[ \t]*){1,4})")
_LONGEST_SENTENCE = 400  # signs
_THANKS = frozenset({"takk", "thanks", "thank", "ha", "have"})
# Another message begins: whatever was answered before it is not its writer's.
_HELLO = re.compile(
    r"(?:hei|heisann|hallo|halla|hi|hello|god[ ]?(?:morgon|morgen|dag|kveld))\b", re.IGNORECASE
)
# A greeting in the middle of a line, with at most a name after it.
_GREETED = re.compile(
    r"(?<=[\s.,!])(?:(?:med[ ])?ven\w*[ ])?(?:helsing|hilsen|helsning|mvh|(?:best|kind)[ ]regards)\b"
    r"[ .,:]*(?:[^\W\d_]+(?:[ .,]+|$)){0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_TOKENS = re.compile(
    r"""(?P<odd>\d+(?:[:./]\d+)+|\d+(?:-\d+){2,}|\d{5,})
    |(?P<number>(?P<low>\d{1,4})(?:\s*(?:-|til\b|to\b)\s*(?P<high>\d{1,4}))?)(?!\d)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)
    |(?P<rest>\d+)""",
    re.IGNORECASE | re.VERBOSE,
)


class Kind(Enum):
    """What a clause is."""

    ITEMS = auto()  # numbers and answers alone
    HOURS = auto()
    TEXT = auto()  # nothing of an answer
    STRANGE = auto()  # something of an answer, and words that are none
    GAP = auto()  # nothing: a stop, a line's or a paragraph's end


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Places "3" or "3-6"."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One of the three answers. is_bare_not: a "not" alone; is_before: "no to", which a number follows."""

    said: Willingness
    is_bare_not: bool
    is_before: bool = False


Items: TypeAlias = tuple[Span | Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A piece of an answer. line: from 0; hours: of a clause of hours, None: they cannot be read."""

    kind: Kind
    text: str
    line: int
    items: Items = ()
    hours: int | None = None

    @property
    def looks_answered(self) -> bool:
        """Whether somebody meant it as an answer, and did not merely write something."""
        if self.kind is Kind.STRANGE:
            return len(self.text.split()) <= _FEW_WORDS
        return self.kind in (Kind.ITEMS, Kind.HOURS)


def clauses_of(text: str) -> Iterator[Clause]:
    """The clauses of an answer up to a greeting, or to the first paragraph after it without any answer."""
    for clauses, _ in _paragraphs(text):
        yield from clauses


def lines_of(text: str) -> int:
    """How many lines of a text belong to the answer it begins with: all that `clauses_of` looks at."""
    return max((line for _, line in _paragraphs(text)), default=0)


def _paragraphs(text: str) -> Iterator[tuple[list[Clause], int]]:
    """The clauses of each paragraph, and the line after it."""
    text = _LIMIT_STOPPED.sub(r"\1;", _BROKEN_PHRASE.sub(r"\1 \2\n", text))
    line, is_begun = 0, False
    for paragraph in re.split(r"\n(?=[ \t]*\n)", text):
        lines = paragraph.split("\n")
        kept = list(before_greeting(lines))
        kept = kept[: _next_message(kept, is_begun=is_begun)]
        clauses = list(_of_paragraph(_GREETED.sub("", "\n".join(kept)), line))
        is_answer = any(clause.looks_answered for clause in clauses)
        if is_begun and not is_answer and paragraph.strip():
            return
        yield clauses, line + len(kept)
        if len(kept) < len(lines):
            return
        is_begun = is_begun or is_answer
        line += len(lines)


def _next_message(lines: Sequence[str], *, is_begun: bool) -> int:
    """At which line of a paragraph somebody else says hello after an answer; else all of them."""
    hellos = [place for place, line in enumerate(lines) if _HELLO.match(line.strip())]
    if not hellos:
        return len(lines)
    answered = (clause.line for clause in _of_paragraph("\n".join(lines), 0) if clause.looks_answered)
    first = -1 if is_begun else min(answered, default=len(lines))
    return next((place for place in hellos if place > first), len(lines))


def before_greeting(lines: Iterable[str]) -> Iterator[str]:
    """The lines up to a greeting, or to where a mail program begins to quote."""
    for line in lines:
        if _ENDS.match(line.strip()):
            return
        yield line


def _of_paragraph(text: str, line: int) -> Iterator[Clause]:
    start = counted = 0
    for stop in chain(_STOPS.finditer(text), [None]):
        piece = text[start : len(text) if stop is None else stop.start()]
        if stop is not None and stop["number"] and not _is_whole(piece, text, stop.end()):
            continue
        line += text.count("\n", counted, start)
        counted = start
        at = line + piece[: len(piece) - len(piece.lstrip())].count("\n")
        if piece.strip():
            yield _clause(piece.strip(), at)
        if stop is None or stop["comma"] is None:
            yield Clause(kind=Kind.GAP, text="", line=at)
        start = 0 if stop is None else stop.end()


def _is_whole(piece: str, text: str, end: int) -> bool:
    """Whether answers with their numbers after them end here, and what follows begins anew."""
    if len(piece) > _LONGEST_SENTENCE:
        return False
    items = _clause(piece.strip(), 0).items
    if not items or not isinstance(items[0], Word) or not isinstance(items[-1], Span):
        return False
    begins = _NEXT_WORDS.match(text, end)
    words = [] if begins is None else begins[1].split()
    if not words or words[0].casefold() in _BARE_NOT:
        return False
    first = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return words[0].casefold() in _THANKS or any(
        willingness_meant(phrase) is not None or normal(phrase) in _MOST_WORDS for phrase in first
    )


@dataclass(slots=True)
class _Counted:
    """The words of a clause that are no items."""

    limits: int = 0
    hours: int = 0
    unknown: int = 0


def _clause(text: str, line: int) -> Clause:
    """One clause: every word in it must be known, or it is no answer."""
    items: list[Span | Word] = []
    counted = _Counted()
    words: list[str] = []
    for token in chain(_TOKENS.finditer(text), [None]):
        if token is not None and token["word"]:
            words.append(token["word"])
            continue
        is_number = token is not None and token["number"] is not None
        items += _words(words, counted, is_number=is_number)
        words = []
        if token is not None and is_number:
            items.append(Span(low=int(token["low"]), high=int(token["high"] or token["low"])))
        elif token is not None:
            counted.unknown += 1
    return _judged(text, line, tuple(items), counted)


def _words(words: list[str], counted: _Counted, *, is_number: bool) -> Iterator[Word]:
    """The answers among some words. is_number: a number follows, which "nr." may stand before."""
    found = list(phrases(words, _LONGEST_PHRASE, _is_known))
    for place, phrase in enumerate(found):
        known, said = normal(phrase), willingness_meant(phrase)
        is_last = is_number and place == len(found) - 1
        if known in _MOST_WORDS:
            counted.limits += 1
        elif known in _BEFORE_WORDS and is_last:
            yield Word(said=_BEFORE_WORDS[known], is_bare_not=False, is_before=True)
        elif said is not None:
            yield Word(said=said, is_bare_not=phrase.casefold() in _BARE_NOT)
        elif known in _HOURS_WORDS:
            counted.hours += 1
        elif known in _NUMBERED_WORDS:
            counted.unknown += not is_last
        elif known not in _AND_WORDS:
            counted.unknown += 1


def phrases(words: Sequence[str], longest: int, is_known: Callable[[str], bool]) -> Iterator[str]:
    """The words as phrases that mean something, the longest first; else one by one. longest: in words."""
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if length == 1 or is_known(phrase):
                yield phrase
                at += length
                break


def _is_known(phrase: str) -> bool:
    return normal(phrase) in _KNOWN_WORDS or willingness_meant(phrase) is not None


def _judged(text: str, line: int, items: Items, counted: _Counted) -> Clause:
    if counted.limits:
        return Clause(kind=Kind.HOURS, text=text, line=line, hours=_hours(items, counted))
    unknown = counted.unknown + counted.hours
    if not unknown:
        return Clause(kind=Kind.ITEMS if items else Kind.TEXT, text=text, line=line, items=items)
    has_number = any(isinstance(item, Span) for item in items)
    is_strange = has_number or (items and len(text.split()) <= _FEW_WORDS)
    return Clause(kind=Kind.STRANGE if is_strange else Kind.TEXT, text=text, line=line)


def _hours(items: Items, counted: _Counted) -> int | None:
    if counted.limits != 1 or counted.unknown or len(items) != 1:
        return None
    only = items[0]
    if not isinstance(only, Span) or only.low != only.high or not 1 <= only.low <= MOST_HOURS:
        return None
    return only.low
