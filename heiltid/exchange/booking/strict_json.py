"""JSON from strangers: small, flat, without doubles, and read by nothing that could be led astray."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

MOST_BYTES = 64 * 1024
DEEPEST = 4
MOST_DIGITS = 9


class NotPlainError(ValueError):
    """It is no JSON, or holds what no answer holds."""


def plain_object(text: str) -> dict[str, Any]:
    """An object whose numbers are whole and short and whose names stand once. Raises NotPlainError."""
    if _depth(text) > DEEPEST:
        raise NotPlainError
    try:
        found = json.loads(
            text,
            object_pairs_hook=_without_doubles,
            parse_int=_short_number,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except ValueError as error:
        raise NotPlainError from error
    if not isinstance(found, dict):
        raise NotPlainError
    return found


def _depth(text: str) -> int:
    """How deep brackets stand in brackets, those within texts left out; told before anything is built."""
    deepest = depth = 0
    is_text = is_escaped = False
    for sign in text:
        if is_text:
            is_text = is_escaped or sign != '"'
            is_escaped = sign == "\\" and not is_escaped
        elif sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
        else:
            is_text = sign == '"'
    return deepest


def _without_doubles(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise NotPlainError
        found[name] = value
    return found


def _short_number(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise NotPlainError
    return int(digits)


def _refuse(_: str) -> NoReturn:
    raise NotPlainError
