"""One person's list as a single page of HTML: it works offline, on a phone, and without scripts as paper.

What the page saves: docs/booking-files.md.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from heiltid.atomic import write_atomically
from heiltid.exchange.booking.offer_words import answer_word
from heiltid.exchange.booking.page_frame import SUFFIX as SUFFIX
from heiltid.exchange.booking.page_frame import Frame, rendered
from heiltid.exchange.booking.page_view import page_view
from heiltid.exchange.booking.page_words import answers_to as to_whom
from heiltid.exchange.booking.page_words import numbers
from heiltid.model import Unit
from heiltid.model.asking import PersonOffer, SentList, Willingness
from heiltid.texts import Language

FINDS_FROM = 9  # offered places from which on a list is long enough to be looked through by kind


def write_page(
    path: Path,
    unit: Unit,
    sent: SentList,
    offer: PersonOffer,
    token: str,
    language: Language,
    answers_to: str = "",
) -> None:
    """Write one person's page, complete or not at all. Raises OSError."""
    content = page_html(unit, sent, offer, token, language, answers_to)
    write_atomically(path, content.encode("utf-8"))


def page_html(
    unit: Unit,
    sent: SentList,
    offer: PersonOffer,
    token: str,
    language: Language,
    answers_to: str = "",
) -> str:
    """One person's page, its lines ending with a single line feed.

    token: all its 32 signs; answers_to: an e-mail address or a number to answer to, or any other words.
    Raises KeyError for somebody the unit does not know.
    """
    view = page_view(unit, sent, offer, language)
    frame = Frame(sent=sent, token=token, to=to_whom(answers_to), language=language)
    said = zip(view.cards[:2], (Willingness.GLADLY, Willingness.CAN), strict=False)
    answers = ", ".join(
        f"{numbers(card.numbers)} {answer_word(word, language).lower()}" for card, word in said
    )
    return rendered(
        "page.html",
        styles=("page.css",),
        scripts=("sha256.js", "codes.js", "saving.js", "page.js"),
        **frame.words(answers),
        view=view,
        can_answer=bool(view.cards),
        numbers=numbers,
        words=[(word.value, answer_word(word, language)) for word in Willingness],
        missing=sum(entry.count for entry in view.not_offered),
        finds_from=FINDS_FROM,
        known=frame.known() | {"offered": view.offered, "position": asdict(view.position)},
    )
