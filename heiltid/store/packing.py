"""A file inside a file, made smaller: the base of a roll-out."""

from __future__ import annotations

import zlib

MAXIMUM_BYTES = 64 * 1024 * 1024  # of the inner file: hundreds of times a large unit


def packed(content: bytes) -> bytes:
    """The content made smaller."""
    return zlib.compress(content)


def unpacked(content: bytes) -> bytes:
    """The content as it was. Raises ValueError for what was not packed so, or is beyond all measure."""
    worker = zlib.decompressobj()
    try:
        found = worker.decompress(content, MAXIMUM_BYTES)
    except zlib.error:
        raise ValueError("not a packed file") from None
    if not worker.eof:
        raise ValueError("a packed file that has no end")
    return found
