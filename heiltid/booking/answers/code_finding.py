"""Codes found in a message, wherever they stand and however they are broken over lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from heiltid.booking.answers.short_code import BODY_AT, ShortCode, decode, length_of
from heiltid.booking.answers.tokens import (
    CHECK_SIGNS,
    LEFT_OUT,
    LETTERS,
    LIST_SIGNS,
    SIGNS,
    WISHES_START,
    normalised,
)
from heiltid.booking.wishing import code as wish_code
from heiltid.booking.wishing.code import WishCode

_SHORT = re.compile(r"H[TW][1IL](?=[\s=-]*[0-9A-Za-z])", re.IGNORECASE)
_SIGN = "[0-9A-TV-Za-tv-z]"
_END = "(?![0-9A-Za-z])(?!-[0-9A-Za-z])"
_BEGIN = "(?<![0-9A-Za-z])(?<![0-9A-Za-z]-)"
# A file's name may be told in a message; it is no answer.
_STRICT = re.compile(
    rf"{_BEGIN}(?P<list>{_SIGN}{{4}})[ ]?-[ ]?(?P<token>{_SIGN}{{4}}[ -]?{_SIGN}{{4}})"
    rf"{_END}(?!\.(?:json|xlsx|html?|txt)\b)",
    re.IGNORECASE,
)
# What looks like one and lacks a sign or has one too many: what follows is not another person's.
_ALIKE = re.compile(rf"{_BEGIN}(?P<list>[0-9A-Za-z]{{2,6}})[ ]?-[ ]?(?P<token>[0-9A-Za-z]{{5,12}})(?=[ ]?:)")
_LOOSE_TOKEN = re.compile(rf"[\s-]{{0,4}}(?P<token>(?:{_SIGN}[\s-]{{0,2}}){{7}}{_SIGN}){_END}")
_WRONG_TOKEN = re.compile(r"[ ]?-[ ]?(?P<token>[0-9A-Za-z]{1,20})")
# As `normalised` reads each of them; "=" ends a line that a mail program broke.
_SIGN_OF = {sign: normalised(sign) for sign in SIGNS + SIGNS.lower() + "oOiIlL" + LEFT_OUT} | {"=": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCode:
    """A short code in a text. code None: it begins as one and is none; start, end: what it takes up."""

    start: int
    end: int
    code: ShortCode | WishCode | None
    signs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A personal code in a text. is_strict: with its hyphen and in one piece, so that it is meant as one."""

    start: int
    end: int
    list: str
    token: str
    is_strict: bool


def short_codes(text: str) -> Iterator[FoundCode]:
    """Every short code, of answers to lists and of wishes, the broken ones too."""
    after = 0
    for start in _SHORT.finditer(text):
        begin = start.start()
        if begin < after or (begin > after and text[begin - 1].isalnum()):
            continue
        signs, ends = _signs(text, begin)
        code = wish_code.decode(signs) if signs.startswith(WISHES_START) else decode(signs)
        taken = min(len(ends), code.length if code is not None else BODY_AT)
        after = ends[taken - 1]
        yield FoundCode(start=begin, end=after, code=code, signs=signs)


def _signs(text: str, start: int) -> tuple[str, list[int]]:
    """The signs from a place on, as many as the code needs, and where each of them ends."""
    signs: list[str] = []
    ends: list[int] = []
    needed = BODY_AT + CHECK_SIGNS
    for place in range(start, len(text)):
        sign = _SIGN_OF.get(text[place])
        if sign == "":
            continue
        if sign is None:
            break
        signs.append(sign)
        ends.append(place + 1)
        if len(signs) >= needed:
            begun = "".join(signs[: BODY_AT + 2])
            needed = length_of(begun) or wish_code.length_of(begun) or needed
            if len(signs) >= needed:
                break
    return "".join(signs), ends


def personal_codes(text: str, lists: Collection[str]) -> Iterator[FoundPerson]:
    """What may be a personal code: of known lists however written, of others what is meant as one."""
    found = {match.start(): _strict(match) for match in (*_ALIKE.finditer(text), *_STRICT.finditer(text))}
    known = "|".join(map(_any_case, sorted(lists)))
    for match in re.finditer(rf"{_BEGIN}(?:{known})", text) if lists else ():
        if match.start() in found:
            continue
        for pattern in (_LOOSE_TOKEN, _WRONG_TOKEN):
            rest = pattern.match(text, match.end())
            if rest is not None:
                code = _found(match.start(), rest.end(), match.group(), rest["token"])
                found[match.start()] = replace(code, is_strict=pattern is _WRONG_TOKEN)
                break
    for start in sorted(found):
        if _is_mixed(found[start]):
            yield found[start]
        elif found[start].list in lists:  # a word, unless it is somebody's: chance makes such codes, too
            yield replace(found[start], is_strict=False)


def _is_mixed(code: FoundPerson) -> bool:
    """Whether it has both letters and digits, and so is no word and no number."""
    signs = code.list + code.token
    return not code.is_strict or 0 < sum(sign in LETTERS for sign in signs) < len(signs)


def _strict(match: re.Match[str]) -> FoundPerson:
    return replace(_found(match.start(), match.end(), match["list"], match["token"]), is_strict=True)


def _found(start: int, end: int, code: str, token: str) -> FoundPerson:
    return FoundPerson(start=start, end=end, list=normalised(code), token=normalised(token), is_strict=False)


def _any_case(code: str) -> str:
    """A pattern for a list's code as people write it."""
    assert len(code) == LIST_SIGNS
    alike = {"0": "0oO", "1": "1iIlL"}
    return "".join(f"[{alike.get(sign, sign.lower() + sign)}]" for sign in code)
