"""What a wish asks for, in words, and what is not given of it."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.edits.wishes import Asked, asked_by
from heiltid.model import Wish, WishStrength
from ui.texts import tr


def strength_word(strength: WishStrength, *, short: bool = False) -> str:
    """As "sterkt", short "st."."""
    return tr(f"ui.wishes.short_{strength.value}" if short else f"ui.wishes.strength_{strength.value}")


def asked_word(asked: Asked, *, short: bool = False) -> str:
    """As "fri", "kveld", "ikkje natt"; short, a kind one does not want is its letter."""
    if asked.off:
        what = tr("ui.wishes.off")
    elif asked.code is not None:
        what = asked.code
    else:
        assert asked.kind is not None
        letter = short and asked.negated
        what = asked.kind.value if letter else tr(f"ui.wishes.kind_{asked.kind.name.lower()}")
    return tr("ui.wishes.not", what=what) if asked.negated else what


def unmet_words(wishes: Iterable[Wish]) -> str:
    """As "ønske som ikkje er oppfylt: fri (sterkt)"; "" for no wish."""
    told = ", ".join(f"{asked_word(asked_by(wish))} ({strength_word(wish.strength)})" for wish in wishes)
    return tr("ui.wish.unmet", wishes=told) if told else ""
