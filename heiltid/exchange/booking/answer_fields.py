"""The fields every page's file has, whatever it answers: signs, times and numbers as a page writes them."""

from __future__ import annotations

import re
from datetime import datetime

from heiltid.booking.answers.tokens import SIGNS

_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)


class AlteredError(ValueError):
    """It is an answer, but not as a page saves it."""


def is_of(value: object, kind: type) -> bool:
    """Whether it is of that very type: true is no number here."""
    return type(value) is kind


def signs(value: object, count: int) -> str:
    """So many signs of a code. Raises AlteredError for anything else."""
    if not isinstance(value, str) or len(value) != count or not set(value) <= set(SIGNS):
        raise AlteredError
    return value


def minute(value: object) -> datetime:
    """A local time such as 2027-05-16T18:32. Raises AlteredError for anything else."""
    if not isinstance(value, str) or _MINUTE.fullmatch(value) is None:
        raise AlteredError
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise AlteredError from error


def whole(value: object, low: int, high: int) -> int:
    """A whole number within limits. Raises AlteredError for anything else."""
    if type(value) is not int or not low <= value <= high:
        raise AlteredError
    return value
