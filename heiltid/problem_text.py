"""The sentence that tells a problem: what was found, what fits, and what was probably meant.

`found` and `allowed` are written without a language, "0..75.5", "7.5 %" or "2027-01-04"; the
sentence gets its own.
"""

from __future__ import annotations

import re

from heiltid.model import MINUTES_PER_HOUR
from heiltid.texts import Language, text

_RANGE = re.compile(r"(.+)\.\.(.+)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SHARE = re.compile(r"(\d+)\.(\d{1,2})( %)?")


def sentence(key: str, found: str | None, allowed: str | None, language: Language) -> str:
    """The text of a whole key, such as "problem.time". Raises KeyError for one that the catalogue lacks."""
    return text(
        key,
        language,
        found=found or text("problem_word.nothing", language),
        allowed=_allowed(allowed, language),
    )


def with_suggestion(line: str, suggestion: str | None, language: Language) -> str:
    """The line, and what was probably meant where that is known."""
    if not suggestion:
        return line
    is_plain = suggestion.endswith("%") or _DAY.fullmatch(suggestion) is not None
    meant = _with_comma(suggestion, language) if is_plain else suggestion
    return f"{line} {text('problem_word.suggestion', language, suggestion=meant)}"


def _allowed(allowed: str | None, language: Language) -> str:
    """What is allowed; "low..high" in words."""
    bounds = _RANGE.fullmatch(allowed or "")
    if bounds is None:
        return _with_comma(allowed or "", language)
    low, high = (_with_comma(bound, language) for bound in bounds.groups())
    return text("problem_word.range", language, low=low, high=high)


def _with_comma(shown: str, language: Language) -> str:
    """A number such as "0.75 %" with the decimal sign of the language, a date as people write it."""
    day = _DAY.fullmatch(shown)
    if day is not None:
        return f"{day[3]}.{day[2]}.{day[1]}"
    share = _SHARE.fullmatch(shown)
    if share is None or language is Language.ENGLISH:
        return shown
    return f"{share[1]},{share[2]}{share[3] or ''}"


def percent_text(share_bp: int) -> str:
    """A share without its sign and with no more decimals than it has: 7324 -> 73.24."""
    return f"{share_bp / 100:.2f}".rstrip("0").rstrip(".")


def clock_text(minute: int) -> str:
    """HH:MM; 24:00 stays."""
    return f"{minute // MINUTES_PER_HOUR:02}:{minute % MINUTES_PER_HOUR:02}"
