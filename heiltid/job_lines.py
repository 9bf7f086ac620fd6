"""What a front end and the engine's process say to one another: one JSON object a line, in UTF-8.

To the engine: {"solve": SolveRequest} or {"share": ShareRequest} once, then perhaps {"stop": true}; the
end of input means that nobody waits for an answer. From the engine: when it builds a rota,
{"progress": SolveProgress} any number of times, then one {"report": SolveReport}; when it shares open
places out, one {"shared": ShareReport}; in either case {"error": {"kind": ..., "text": ...}} instead.
The values are those of heiltid.jobs and heiltid.allocation, field by field; a field left out has its
default. An error's text holds nothing about people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import ClassVar, Literal, TypeAlias, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from heiltid.allocation import ShareReport, ShareRequest
from heiltid.errors import HeiltidError
from heiltid.jobs import SolveProgress, SolveReport, SolveRequest

MOST_LINE_BYTES = 64 * 1024 * 1024  # 60 people over a year take 1 MiB
STOP_LINE = b'{"stop":true}\n'


class BadLineError(HeiltidError):
    """A line that is not of this language, or too long. Carries nothing of what stood there."""


class EngineErrorKind(StrEnum):
    """Why the engine gave up."""

    MEMORY = "memory"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineError:
    """The engine's last word when there will be no report. text: an exception's type name."""

    kind: EngineErrorKind
    text: str


Message: TypeAlias = SolveProgress | SolveReport | EngineError
ShareMessage: TypeAlias = ShareReport | EngineError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """A line to the engine: exactly one field is set."""

    solve: SolveRequest | None = None
    share: ShareRequest | None = None
    stop: Literal[True] | None = None
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """A line from the engine: exactly one field is set."""

    progress: SolveProgress | None = None
    report: SolveReport | None = None
    shared: ShareReport | None = None
    error: EngineError | None = None
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


# Made when first needed: a window that never builds a rota does not wait for them.
@cache
def _orders() -> TypeAdapter[_Order]:
    return TypeAdapter(_Order)


@cache
def _answers() -> TypeAdapter[_Answer]:
    return TypeAdapter(_Answer)


def request_line(request: SolveRequest | ShareRequest) -> bytes:
    """The line that asks for a rota, or to share places out. Raises BadLineError when it is too long."""
    if isinstance(request, ShareRequest):
        return _line(_orders(), _Order(share=request))
    return _line(_orders(), _Order(solve=request))


def read_request(line: bytes) -> SolveRequest | ShareRequest:
    """What `request_line` wrote. Raises BadLineError for anything else."""
    order = _read(_orders(), line)
    asked = [part for part in (order.solve, order.share) if part is not None]
    if len(asked) != 1 or order.stop is not None:
        raise BadLineError("a line that asks for nothing, or two things")
    return asked[0]


def read_stop(line: bytes) -> None:
    """Reads STOP_LINE, all that a running engine may be told. Raises BadLineError for anything else."""
    order = _read(_orders(), line)
    if order.stop is None or order.solve is not None or order.share is not None:
        raise BadLineError("a line that asks for something else than a stop")


def message_line(message: Message | ShareMessage) -> bytes:
    """The line that tells of a message, its end included. Raises BadLineError when it would be too long."""
    if isinstance(message, SolveProgress):
        return _line(_answers(), _Answer(progress=message))
    if isinstance(message, SolveReport):
        return _line(_answers(), _Answer(report=message))
    if isinstance(message, ShareReport):
        return _line(_answers(), _Answer(shared=message))
    return _line(_answers(), _Answer(error=message))


def read_message(line: bytes) -> Message:
    """What `message_line` wrote of the building of a rota. Raises BadLineError for anything else."""
    found = _told(line)
    if isinstance(found, ShareReport):
        raise BadLineError("a report on something else")
    return found


def read_share_message(line: bytes) -> ShareMessage:
    """What `message_line` wrote of a sharing. Raises BadLineError for anything else."""
    found = _told(line)
    if isinstance(found, SolveProgress | SolveReport):
        raise BadLineError("a report on something else")
    return found


def _told(line: bytes) -> Message | ShareMessage:
    answer = _read(_answers(), line)
    parts = (answer.progress, answer.report, answer.shared, answer.error)
    told = [part for part in parts if part is not None]
    if len(told) != 1:
        raise BadLineError("a line that tells nothing, or two things")
    return told[0]


_Envelope = TypeVar("_Envelope", _Order, _Answer)


def _line(adapter: TypeAdapter[_Envelope], envelope: _Envelope) -> bytes:
    try:
        line = adapter.dump_json(envelope, exclude_defaults=True, warnings="error") + b"\n"
    except (PydanticSerializationError, UnicodeEncodeError):  # half a letter in a pasted name
        raise BadLineError("a value that cannot be written") from None
    if len(line) > MOST_LINE_BYTES:
        raise BadLineError("a line that is too long")
    return line


def _read(adapter: TypeAdapter[_Envelope], line: bytes) -> _Envelope:
    if len(line) > MOST_LINE_BYTES:
        raise BadLineError("a line that is too long")
    try:
        return adapter.validate_json(line, strict=True)
    except ValidationError:
        # From None: a validation error quotes what it found, and that may be a name.
        raise BadLineError("not a line of the engine's language") from None


class LineBuffer:
    """Whole lines out of bytes that come in pieces. Each byte is looked at once."""

    def __init__(self, most_bytes: int = MOST_LINE_BYTES) -> None:
        self._most_bytes = most_bytes
        self._waiting = bytearray()
        self._searched = 0

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The lines that are now whole, without their ends. Raises BadLineError for one that is too long."""
        self._waiting += piece
        while (end := self._waiting.find(b"\n", self._searched)) >= 0:
            line = bytes(self._waiting[:end])
            del self._waiting[: end + 1]  # moves a mark, not the bytes behind it
            self._searched = 0
            yield line
        self._searched = len(self._waiting)
        if self._searched > self._most_bytes:
            self._waiting.clear()
            self._searched = 0
            raise BadLineError("a line that is too long")

    @property
    def has_rest(self) -> bool:
        """Whether the beginning of a line is waiting for its end."""
        return bool(self._waiting)
