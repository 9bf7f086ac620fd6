"""The question about wishes as a page of HTML for one person: on a phone, offline, without scripts as paper.

What the page saves: docs/booking-files.md, "Wishes for the next rota".
"""

from __future__ import annotations

from pathlib import Path

from heiltid.atomic import write_atomically
from heiltid.booking.wishing.said import OFF_WORD
from heiltid.exchange.booking.page_frame import Frame, rendered
from heiltid.exchange.booking.page_words import answers_to as to_whom
from heiltid.exchange.booking.wish_view import WEEKEND_CHOICES, wish_view
from heiltid.model import ShiftKind, Unit
from heiltid.model.asking import WishRound
from heiltid.texts import Language, text

JUMPS_FROM = 9  # weeks from which on there is a way straight to each
TEXTS = ("wish_page.", "booking_page.")


def write_wish_page(
    path: Path,
    unit: Unit,
    asked: WishRound,
    employee: str,
    token: str,
    language: Language,
    answers_to: str = "",
) -> None:
    """Write one person's page, complete or not at all. Raises OSError."""
    content = wish_page_html(unit, asked, employee, token, language, answers_to)
    write_atomically(path, content.encode("utf-8"))


def wish_page_html(
    unit: Unit, asked: WishRound, employee: str, token: str, language: Language, answers_to: str = ""
) -> str:
    """One person's page, its lines ending with a single line feed.

    token: all its 32 signs; answers_to: an e-mail address or a number to answer to, or any other words.
    Raises KeyError for somebody the unit does not know.
    """
    view = wish_view(unit, asked, employee, language)
    frame = Frame(sent=asked, token=token, to=to_whom(answers_to), language=language, texts=TEXTS)
    kinds = {word: kind_word(word, language) for word in view.kinds}
    return rendered(
        "wishes.html",
        styles=("page.css", "wishes.css"),
        scripts=("sha256.js", "codes.js", "wish_codes.js", "saving.js", "wishes.js"),
        **frame.words(frame.say("by_hand.answers")),
        view=view,
        can_answer=True,
        kinds=kinds,
        off_word=OFF_WORD,
        weekend_choices=WEEKEND_CHOICES,
        jumps_from=JUMPS_FROM,
        known=frame.known() | {"kinds": kinds},
    )


def kind_word(word: str, language: Language) -> str:
    """ "fri", "kveld": a word for what a file calls off, A."""
    name = "off" if word == OFF_WORD else ShiftKind(word).name.lower()
    return text(f"wish_page.kind.{name}", language)
