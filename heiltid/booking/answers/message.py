"""The text of an e-mail or SMS made plain: other spaces and dashes as ours, marks of quoting taken off."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from heiltid.booking.answers.tokens import HYPHENS, INVISIBLE, SPACES

_QUOTED = re.compile(r"[ ]*(?:[>|»][ ]?)+")
_DASHES = HYPHENS.replace("\u00ad", "")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys((sign for sign in SPACES if sign not in "\r\n"), " "),
        **dict.fromkeys(INVISIBLE + "\u00ad\0", None),
        **dict.fromkeys("\u2019\u2018\u02bc", "'"),
        **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    }
)


class Message:
    """Plain lines, and how deep each is quoted: 0 is what the sender wrote herself."""

    def __init__(self, text: str, depths: Sequence[int]) -> None:
        """depths: of each line."""
        self.text = text
        self.depths = tuple(depths)
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def line_at(self, place: int) -> int:
        """The line, from 0, of a place in the text."""
        return bisect_right(self._starts, place) - 1


def message_of(text: str) -> Message:
    """A message made plain; every sign stays on its line."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = unicodedata.normalize("NFKC", broken.translate(_PLAIN)).translate(_PLAIN)
    pairs = tuple(_unquoted(plain))
    return Message("\n".join(line for line, _ in pairs), [depth for _, depth in pairs])


def _unquoted(text: str) -> Iterator[tuple[str, int]]:
    for line in text.split("\n"):
        mark = _QUOTED.match(line)
        if mark is None:
            yield line, 0
        else:
            yield line[mark.end() :], sum(sign in ">|»" for sign in mark.group())
