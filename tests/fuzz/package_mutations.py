"""What can happen to a package: parts missing, cut, garbled or harmful; bytes of the file changed."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cache
from random import Random

MutateParts = Callable[[Random, dict[str, bytes]], None]
MutateBytes = Callable[[Random, bytes], bytes]


def drop_part(random: Random, parts: dict[str, bytes]) -> None:
    """A part of the package missing."""
    del parts[random.choice(sorted(parts))]


def cut_part(random: Random, parts: dict[str, bytes]) -> None:
    """A part that ends too early."""
    name = random.choice(sorted(parts))
    parts[name] = parts[name][: random.randint(0, len(parts[name]))]


def garble_part(random: Random, parts: dict[str, bytes]) -> None:
    """Some bytes of a part changed: broken XML, wrong numbers, wrong names."""
    name = random.choice(sorted(parts))
    content = bytearray(parts[name])
    for _ in range(random.randint(1, 6)):
        if content:
            content[random.randrange(len(content))] = random.randrange(256)
    parts[name] = bytes(content)


def replace_part(random: Random, parts: dict[str, bytes]) -> None:
    """A part with something else in it."""
    parts[random.choice(sorted(parts))] = random.choice(
        (b"", b"\0" * 50, b"<a/>", b"<a><b></a>", b"\xff\xfe<\0a\0/\0>\0", b"not xml", b"<a>&lol;</a>")
    )


def declare_entities(random: Random, parts: dict[str, bytes]) -> None:
    """A document type before a part's content."""
    name = random.choice(sorted(parts))
    declared = b'<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;">]>'
    parts[name] = declared + parts[name]


def link_outside(random: Random, parts: dict[str, bytes]) -> None:
    """A link to another workbook, as Excel keeps it."""
    parts["xl/externalLinks/externalLink1.xml"] = b'<externalLink><externalBook r:id="rId1"/></externalLink>'
    relation = (
        b'<Relationship Id="rIdX" Type="http://x/externalLink" Target="externalLinks/externalLink1.xml"/>'
    )
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts.get(name, b"").replace(b"</Relationships>", relation + b"</Relationships>")


def add_bomb(random: Random, parts: dict[str, bytes]) -> None:
    """A part that unpacks to far more than it weighs."""
    if random.random() < 0.1:
        parts[random.choice(("xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/more.xml"))] = _blanks()


@cache
def _blanks() -> bytes:
    return b"<a>" + b" " * (8 * 1024 * 1024) + b"</a>"


PART_MUTATIONS: tuple[MutateParts, ...] = (
    *(drop_part, cut_part, garble_part, garble_part, garble_part),
    *(replace_part, declare_entities, link_outside, add_bomb),
)


def truncate(random: Random, content: bytes) -> bytes:
    """The file ends too early."""
    return content[: random.randint(0, len(content))]


def flip(random: Random, content: bytes) -> bytes:
    """Some bytes changed anywhere, the zip's own tables included."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 20)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def garble_end(random: Random, content: bytes) -> bytes:
    """The list of parts at the end changed."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 8)):
        changed[-random.randint(1, min(len(changed), 900))] = random.randrange(256)
    return bytes(changed)


def no_package(random: Random, content: bytes) -> bytes:
    """Another kind of file under the same name."""
    starts = (b"", bytes.fromhex("D0CF11E0A1B11AE1"), b"Number;Position\n", b"\x89PNG", b"PK\x03\x04")
    return random.choice((*starts, zlib.compress(content), content[:20] * 50))


def move_chunk(random: Random, content: bytes) -> bytes:
    """A stretch cut out, doubled or blanked."""
    first, last = sorted(random.randint(0, len(content)) for _ in range(2))
    piece = random.choice((b"", content[first:last] * 2, bytes(last - first)))
    return content[:first] + piece + content[last:]


BYTE_MUTATIONS: tuple[MutateBytes, ...] = (truncate, flip, flip, garble_end, no_package, move_chunk)
