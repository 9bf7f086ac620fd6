"""One person's list as a single page of HTML: it works offline, on a phone, and without scripts as paper.

Nothing is loaded from anywhere, and nothing is sent: the policy in the page forbids it, its own style and
script being known by their hash. What the page saves: docs/booking-files.md.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from heiltid.atomic import write_atomically
from heiltid.booking.tokens import personal_code
from heiltid.exchange.booking.offer_words import answer_word
from heiltid.exchange.booking.page_view import PageView, minute_text, page_view
from heiltid.exchange.booking.page_words import AnswersTo, numbers
from heiltid.exchange.booking.page_words import answers_to as to_whom
from heiltid.model import Unit
from heiltid.model.asking import PersonOffer, SentList, Willingness
from heiltid.texts import Language, catalogue, text
from resources import read_text

FOLDER = "booking"
SUFFIX = ".html"
FINDS_FROM = 9  # offered places from which on a list is long enough to be looked through by kind
SCRIPT_TEXTS = "booking_page.script."


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
    to = to_whom(answers_to)
    style, script = _style(), _script()
    return _template().render(
        **_texts_of(view, personal_code(sent.code, token), to, language),
        language=language.value,
        view=view,
        to=to,
        missing=sum(entry.count for entry in view.not_offered),
        finds_from=FINDS_FROM,
        style=style,
        script=script,
        policy=_policy(style, script),
        known=_known(view, sent, token, to, language),
    )


def _texts_of(view: PageView, code: str, to: AnswersTo, language: Language) -> dict[str, object]:
    """What the template says; texts around an address come in two parts, for the address is a link."""

    def say(key: str, **values: object) -> str:
        return text(f"booking_page.{key}", language, **values)

    said = (Willingness.GLADLY, Willingness.CAN)
    pairs = zip(view.cards[:2], said, strict=False)
    answers = ", ".join(
        f"{numbers(card.numbers)} {answer_word(word, language).lower()}" for card, word in pairs
    )
    return {
        "say": say,
        "numbers": numbers,
        "code": code,
        "file_name": _file_name(code),
        "words": [(word.value, answer_word(word, language)) for word in Willingness],
        "example": say("by_hand.example", code=code, answers=answers),
        "opening": f"{code}: ",
        "subject": say("subject", code=code),
        "send_to": _around(say("by_hand.send_to", address="\0")),
        "done_to": _around(say("done.send_to", address="\0")),
    }


def _around(sentence: str) -> tuple[str, str]:
    before, _, behind = sentence.partition("\0")
    return before, behind


def _file_name(code: str) -> str:
    return f"heiltid-{code}.json"


def _known(
    view: PageView, sent: SentList, token: str, to: AnswersTo, language: Language
) -> dict[str, object]:
    """What the page's script is told; the template writes it so that no text can end the script."""
    code = personal_code(sent.code, token)
    texts = {
        key.removeprefix(SCRIPT_TEXTS): shown[language.value]
        for key, shown in catalogue().items()
        if key.startswith(SCRIPT_TEXTS)
    }
    return {
        "list": sent.code,
        "token": token,
        "code": code,
        "file": _file_name(code),
        "offered": view.offered,
        "made": minute_text(sent.made_at),
        "deadline": minute_text(sent.deadline),
        "position": asdict(view.position),
        "comma": language is not Language.ENGLISH,
        "mail": to.mail,
        "number": to.number,
        "subject": text("booking_page.subject", language, code=code),
        "texts": texts,
    }


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(lambda name: read_text(FOLDER, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


@cache
def _style() -> str:
    return read_text(FOLDER, "page.css")


@cache
def _script() -> str:
    """All of it in one function, so that the page has no names of its own but what a browser gives it."""
    parts = (read_text(FOLDER, name) for name in ("sha256.js", "codes.js", "page.js"))
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; of scripts and styles those that stand in the page."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
