"""A fingerprint of a unit with one of its plans: the same for equal values, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from heiltid.model import Plan, Unit


def fingerprint(unit: Unit, plan: Plan) -> str:
    """SHA-256 of both values."""
    digest = hashlib.sha256()
    for value in (unit, plan):
        for part in _parts(value):
            digest.update(part.encode())
            digest.update(b"\0")
    return digest.hexdigest()


def _parts(value: object) -> Iterator[str]:
    """A value as a row of texts; a set in the order of its members' texts, as it has none of its own."""
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        yield f"({len(value)}"
        for entry in value:
            yield from _parts(entry)
    elif isinstance(value, frozenset):
        yield f"{{{len(value)}"
        for texts in sorted(tuple(_parts(entry)) for entry in value):
            yield from texts
    elif isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, date):
        yield value.isoformat()
    else:
        yield repr(value)
