"""The font of all papers: the library's own Bitstream Vera with what our names and figures need besides.

Vera lacks letters that stand in the staff lists of Norwegian wards (Polish, Romanian, Vietnamese,
Sámi) and every arrow and mark. Letters are put together from a base letter and its accents, marks are
drawn. The licence of Vera allows a changed font under another name; its copyright line is kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from math import cos, pi, sin
from struct import pack, unpack

from reportlab.pdfbase.ttfonts import TTFontFile, TTFontMaker

NAME_COPYRIGHT, NAME_FAMILY, NAME_FULL, NAME_POSTSCRIPT = 0, 1, 4, 6
WINDOWS_UNICODE, ENGLISH = (3, 1), 0x409
GAP = 120  # between a letter and what is put above or below it; the em has 2048 units
MARK_WIDTH = 1_500
OGONEK = "\u0328"

# Combining mark -> the spacing sign of Vera with the same shape, and whether it stands below.
MARKS = {
    "\u0300": ("`", False),
    "\u0301": ("\u00b4", False),
    "\u0302": ("\u02c6", False),
    "\u0303": ("\u02dc", False),
    "\u0304": ("\u00af", False),
    "\u0306": ("\u02d8", False),
    "\u0307": ("\u02d9", False),
    "\u0308": ("\u00a8", False),
    "\u030a": ("\u02da", False),
    "\u030b": ("\u02dd", False),
    "\u030c": ("\u02c7", False),
    "\u0323": (".", True),
    "\u0326": (",", True),
    "\u0327": ("\u00b8", True),
    "\u0328": ("\u02db", True),
}
COMPOSED = (*range(0x00C0, 0x0180), *range(0x0218, 0x021C), *range(0x1E00, 0x1EFA))
BARRED = {"\u0166": "T", "\u0167": "t", "\u0126": "H", "\u0127": "h"}
SPACES = {"\u2009": 410, "\u202f": 410}

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Part:
    """A glyph of the font, moved."""

    glyph: int
    right: int = 0
    up: int = 0


@dataclass(frozen=True, slots=True)
class _Box:
    left: int
    low: int
    right: int
    high: int


def extended_font(file_name: str, postscript_name: str) -> BytesIO:
    """One of the library's fonts with the missing letters and marks in it, as a font file."""
    return _Builder(TTFontFile(file_name), postscript_name).file()


class _Builder:
    """A font file taken apart, added to and put together again."""

    def __init__(self, source: TTFontFile, postscript_name: str) -> None:
        self.source = source
        self.name = postscript_name
        self.characters: dict[int, int] = dict(source.charToGlyph)
        (long_offsets,) = unpack(">h", source.get_table("head")[50:52])
        count = source.numGlyphs
        loca, glyf = source.get_table("loca"), source.get_table("glyf")
        places = unpack(f">{count + 1}L", loca) if long_offsets else unpack(f">{count + 1}H", loca)
        places = tuple(place if long_offsets else 2 * place for place in places)
        self.glyphs = [glyf[low:high] for low, high in pairwise(places)]
        self.metrics = self._metrics(count)

    def _metrics(self, count: int) -> list[tuple[int, int]]:
        """Width and left edge of every glyph; the file leaves out equal widths at its end."""
        (full,) = unpack(">H", self.source.get_table("hhea")[34:36])
        table = self.source.get_table("hmtx")
        found = [unpack(">Hh", table[4 * place : 4 * place + 4]) for place in range(full)]
        rest = [unpack(">h", table[4 * full + 2 * n : 4 * full + 2 * n + 2])[0] for n in range(count - full)]
        return [*found, *((found[-1][0], left) for left in rest)]

    def file(self) -> BytesIO:
        """The whole font file."""
        self._add_letters()
        self._add_marks()
        maker = TTFontMaker()
        for tag in ("OS/2", "cvt ", "fpgm", "prep"):
            if tag in self.source.table:
                maker.add(tag, self.source.get_table(tag))
        self._add_tables(maker)
        return BytesIO(maker.makeStream())

    def _add_tables(self, maker: TTFontMaker) -> None:
        source, count = self.source, len(self.glyphs)
        padded = [glyph + b"\0" * (-len(glyph) % 4) for glyph in self.glyphs]
        places = [0]
        for glyph in padded:
            places.append(places[-1] + len(glyph))
        head, hhea, maxp = (source.get_table(tag) for tag in ("head", "hhea", "maxp"))
        maker.add("head", head[:50] + pack(">h", 1) + head[52:])
        maker.add("hhea", hhea[:34] + pack(">H", count) + hhea[36:])
        maker.add("maxp", maxp[:4] + pack(">H", count) + maxp[6:])
        maker.add("glyf", b"".join(padded))
        maker.add("loca", pack(f">{count + 1}L", *places))
        maker.add("hmtx", b"".join(pack(">Hh", *metric) for metric in self.metrics))
        maker.add("post", pack(">L", 0x00030000) + source.get_table("post")[4:32])
        maker.add("cmap", _character_table(self.characters))
        maker.add("name", self._names())

    def _names(self) -> bytes:
        given = _names_of(self.source.get_table("name"))
        family = self.name.replace("-", " ")
        names = {
            NAME_COPYRIGHT: given.get(NAME_COPYRIGHT, ""),
            NAME_FAMILY: family,
            NAME_FULL: family,
            NAME_POSTSCRIPT: self.name,
        }
        return _name_table(names)

    def _add(self, character: str, glyph: bytes, width: int, left: int) -> None:
        self.characters[ord(character)] = len(self.glyphs)
        self.glyphs.append(glyph)
        self.metrics.append((width, left))

    def _add_letters(self) -> None:
        for code in COMPOSED:
            if code not in self.characters:
                self._compose(chr(code))
        for letter, base in BARRED.items():
            if ord(letter) not in self.characters:
                self._bar(letter, self.characters[ord(base)])
        for space, width in SPACES.items():
            self._add(space, b"", width, 0)

    def _compose(self, letter: str) -> None:
        base, *accents = list(unicodedata.normalize("NFD", letter))
        known = ord(base) in self.characters and all(accent in MARKS for accent in accents)
        if not accents or not known:
            return
        dotless = base == "i" and not MARKS[accents[0]][1]
        glyph = self.characters[ord("ı" if dotless else base)]
        box, parts = self._box(glyph), [_Part(glyph)]
        high = box.high
        for accent in accents:
            part, high = self._placed(accent, box, high)
            parts.append(part)
        self._add_composite(letter, parts, self.metrics[glyph][0])

    def _placed(self, accent: str, letter: _Box, high: int) -> tuple[_Part, int]:
        """The accent over (or under) a letter that reaches `high`, and how high the two then reach."""
        character, below = MARKS[accent]
        sign = self.characters[ord(character)]
        own = self._box(sign)
        middle = (letter.left + letter.right - own.left - own.right) // 2
        if accent == OGONEK:
            return _Part(sign, letter.right - own.right), high
        if below:
            up = 0 if own.high <= 0 else letter.low - own.high - GAP  # a cedilla touches the letter's foot
            return _Part(sign, middle, up), high
        up = max(0, high + GAP - own.low)
        return _Part(sign, middle, up), own.high + up

    def _bar(self, letter: str, base: int) -> None:
        box = self._box(base)
        hyphen = self.characters[ord("-")]
        own = self._box(hyphen)
        middle = (box.left + box.right - own.left - own.right) // 2
        up = (box.low + box.high) // 2 - (own.low + own.high) // 2
        self._add_composite(letter, [_Part(base), _Part(hyphen, middle, up)], self.metrics[base][0])

    def _add_composite(self, letter: str, parts: Sequence[_Part], width: int) -> None:
        boxes = [self._box(part.glyph) for part in parts]
        moved = list(zip(parts, boxes, strict=True))
        left = min(box.left + part.right for part, box in moved)
        high = max(box.high + part.up for part, box in moved)
        low = min(box.low + part.up for part, box in moved)
        right = max(box.right + part.right for part, box in moved)
        data = pack(">hhhhh", -1, left, low, right, high)
        for part in parts:
            more = 0x20 if part is not parts[-1] else 0
            data += pack(">HHhh", 0x0003 | more, part.glyph, part.right, part.up)  # words, moved by x and y
        self._add(letter, data, width, left)

    def _box(self, glyph: int) -> _Box:
        data = self.glyphs[glyph]
        return _Box(*unpack(">hhhh", data[2:10])) if data else _Box(0, 0, 0, 0)

    def _add_marks(self) -> None:
        for character, outlines in _drawn().items():
            points = [point for outline in outlines for point in outline]
            left, low = min(x for x, _ in points), min(y for _, y in points)
            right, high = max(x for x, _ in points), max(y for _, y in points)
            header = pack(">hhhhh", len(outlines), left, low, right, high)
            self._add(character, header + _outline_data(outlines), MARK_WIDTH, left)
        self._add_eng()

    def _add_eng(self) -> None:
        """Ŋ and ŋ: the letter with a hook under its right stem."""
        for letter, base in (("Ŋ", "N"), ("ŋ", "n")):
            glyph = self.characters[ord(base)]
            box = self._box(glyph)
            hook = self.characters[ord(",")]
            own = self._box(hook)
            self._add_composite(
                letter,
                [_Part(glyph), _Part(hook, box.right - own.right, box.low - own.high + GAP // 2)],
                self.metrics[glyph][0],
            )


def _drawn() -> dict[str, list[list[Point]]]:
    """Arrows and marks as closed outlines, turning with the clock, in a box 1500 wide."""
    east = [(120, 585), (120, 715), (1020, 715), (1020, 960), (1380, 650), (1020, 340), (1020, 585)]
    north = [(x, y) for x, y in ((685, 60), (685, 960), (440, 960), (750, 1320), (1060, 960), (815, 960))]
    north += [(815, 60)]
    square = [(200, 0), (200, 1_100), (1_300, 1_100), (1_300, 0)]
    inside = [(310, 110), (1_190, 110), (1_190, 990), (310, 990)]  # against the clock: a hole
    return {
        "→": [east],
        "←": [_mirrored(east)],
        "↑": [north],
        "↓": [[(x, 1_380 - y) for x, y in reversed(north)]],
        "▲": [[(160, 100), (750, 1_180), (1_340, 100)]],
        "▼": [[(160, 1_180), (1_340, 1_180), (750, 100)]],
        "▽": [[(160, 1_180), (1_340, 1_180), (750, 100)], [(330, 1_085), (750, 300), (1_170, 1_085)]],
        "●": [_circle(750, 620, 480)],
        "◆": [[(750, 100), (230, 620), (750, 1_140), (1_270, 620)]],
        "□": [square, inside],
        "☐": [square, inside],
        "✓": [[(180, 560), (310, 680), (590, 380), (1_190, 1_180), (1_340, 1_070), (610, 90)]],
    }


def _mirrored(outline: Iterable[Point]) -> list[Point]:
    return [(MARK_WIDTH - x, y) for x, y in reversed(list(outline))]


def _circle(x: int, y: int, radius: int, corners: int = 32) -> list[Point]:
    angles = (-2 * pi * place / corners for place in range(corners))
    return [(x + round(radius * cos(angle)), y + round(radius * sin(angle))) for angle in angles]


def _outline_data(outlines: Sequence[Sequence[Point]]) -> bytes:
    """Outlines of straight lines as a simple glyph, without its header."""
    ends, count = [], 0
    for outline in outlines:
        count += len(outline)
        ends.append(count - 1)
    points = [point for outline in outlines for point in outline]
    steps = [(x - from_x, y - from_y) for (from_x, from_y), (x, y) in pairwise([(0, 0), *points])]
    data = pack(f">{len(ends)}HH", *ends, 0) + b"\x01" * count  # every point lies on the line
    return data + b"".join(pack(">h", x) for x, _ in steps) + b"".join(pack(">h", y) for _, y in steps)


def _character_table(characters: dict[int, int]) -> bytes:
    """A cmap with one group for each character (format 12)."""
    known = sorted((code, glyph) for code, glyph in characters.items() if code <= 0xFFFF)
    groups = b"".join(pack(">LLL", code, code, glyph) for code, glyph in known)
    body = pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(known)) + groups
    return pack(">HHHHL", 0, 1, 3, 10, 12) + body


def _names_of(table: bytes) -> dict[int, str]:
    _, count, start = unpack(">HHH", table[:6])
    found = {}
    for place in range(count):
        platform, encoding, language, name, length, offset = unpack(
            ">6H", table[6 + 12 * place : 18 + 12 * place]
        )
        if (platform, encoding) == WINDOWS_UNICODE and language == ENGLISH:
            found[name] = table[start + offset : start + offset + length].decode("utf-16-be")
    return found


def _name_table(names: dict[int, str]) -> bytes:
    records, words = b"", b""
    for name, value in sorted(names.items()):
        data = value.encode("utf-16-be")
        records += pack(">6H", *WINDOWS_UNICODE, ENGLISH, name, len(data), len(words))
        words += data
    return pack(">HHH", 0, len(names), 6 + len(records)) + records + words
