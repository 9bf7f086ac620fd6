"""What users read, in nynorsk, bokmål and English, from one catalogue (resources/texts/*.toml).

Each file holds tables `[section.key]` with `nn`, `nb` and `en`; texts use {name} placeholders.
"""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cache

from resources import names, read_text


class Language(StrEnum):
    """The three languages of the program; nynorsk is the fallback."""

    NYNORSK = "nn"
    BOKMAL = "nb"
    ENGLISH = "en"


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All texts by dotted key; each maps language to text."""
    found: dict[str, Mapping[str, str]] = {}
    for name in names("texts", ".toml"):
        _collect("", tomllib.loads(read_text("texts", name)), found)
    return found


def _collect(prefix: str, table: Mapping[str, object], into: dict[str, Mapping[str, str]]) -> None:
    if "nn" in table:
        into[prefix] = {language: str(text) for language, text in table.items()}
        return
    for key, inner in table.items():
        assert isinstance(inner, dict), f"{prefix}.{key} is no table"
        _collect(f"{prefix}.{key}" if prefix else key, inner, into)


def text(key: str, language: Language, /, **values: object) -> str:
    """The text of `key`; numbers that are floats get the language's decimal mark.

    Raises KeyError for a key the catalogue lacks: a test reads every key the code uses.
    """
    shown = {
        name: decimal(value, language) if isinstance(value, float) else value
        for name, value in values.items()
    }
    return catalogue()[key][language.value].format(**shown)


def fixed(number: float, digits: int) -> str:
    """A number with exactly so many decimals, halves away from zero as people round: 465.25 -> "465.3"."""
    return f"{Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):f}"


def difference(before: float, after: float, digits: int) -> float:
    """After less before as a reader finds it from the two as they are shown: 64.7 -> 72.8 is 8.1."""
    return float(Decimal(fixed(after, digits)) - Decimal(fixed(before, digits)))


def decimal(number: float, language: Language, digits: int = 2) -> str:
    """A number with at most `digits` decimals and a decimal comma in Norwegian."""
    plain = fixed(number, digits)
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if plain in {"-0", ""}:
        plain = "0"
    return plain if language is Language.ENGLISH else plain.replace(".", ",").replace("-", "−")


def system_language() -> Language:
    """The system's language if it is one of ours, else nynorsk."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    code = (wanted or locale.setlocale(locale.LC_CTYPE)).lower()[:2]
    return {"nb": Language.BOKMAL, "no": Language.BOKMAL, "en": Language.ENGLISH}.get(code, Language.NYNORSK)
