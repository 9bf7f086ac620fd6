"""The window's words: the catalogue in the language chosen, for the one window there is."""

from __future__ import annotations

from heiltid.texts import Language, decimal, fixed, system_language, text

NO_VALUE = "–"


class _Chosen:
    language: Language = system_language()


def language() -> Language:
    """The language of the window."""
    return _Chosen.language


def set_language(wanted: Language) -> None:
    """Choose the language; windows made before keep theirs until they are made anew."""
    _Chosen.language = wanted


def tr(key: str, /, **values: object) -> str:
    """The text of `key`. Raises KeyError for a key the catalogue lacks; a test reads every key used."""
    return text(key, _Chosen.language, **values)


def number(value: float | None, digits: int = 1) -> str:
    """A number with exactly `digits` decimals in the window's language; a dash for none."""
    if value is None:
        return NO_VALUE
    shown = fixed(value, digits)
    if float(shown) == 0:
        shown = shown.removeprefix("-")
    return shown if _Chosen.language is Language.ENGLISH else shown.replace(".", ",").replace("-", "−")


def share(basis_points: float | None, digits: int = 0) -> str:
    """Basis points as percent: 7500 -> "75 %". Decimals only where `digits` asks for them."""
    return NO_VALUE if basis_points is None else f"{number(basis_points / 100, digits)} %"


def position(basis_points: int) -> str:
    """A position as people write it, with decimals only where it has any: "75 %", "73,24 %"."""
    return f"{decimal(basis_points / 100, _Chosen.language)} %"


def clock(minute: int) -> str:
    """Minutes from midnight as HH:MM, also past midnight: 1785 -> "05:45"."""
    hours, minutes = divmod(minute % 1440, 60)
    return f"{hours:02d}:{minutes:02d}"


def hours(minutes: float | None, digits: int = 1, *, signed: bool = False) -> str:
    """Minutes as hours in tenths: 450 -> "7,5"; with a sign where wanted ("+0,5")."""
    if minutes is None:
        return NO_VALUE
    shown = number(minutes / 60, digits)
    positive = signed and shown.strip("0,.") and minutes > 0
    return f"+{shown}" if positive else shown
