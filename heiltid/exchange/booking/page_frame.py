"""What every page for one person has: its texts, whom to answer, what its script is told, and its policy.

Nothing is loaded from anywhere, and nothing is sent: the policy in the page forbids it, its own style and
script being known by their hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from heiltid.booking.answers.tokens import personal_code
from heiltid.exchange.booking.page_view import minute_text
from heiltid.exchange.booking.page_words import AnswersTo
from heiltid.model.asking import SentList, WishRound
from heiltid.texts import Language, catalogue, text
from resources import read_text

FOLDER = "booking"
SUFFIX = ".html"
SCRIPT = "script."


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One page about to be made. token: all its 32 signs; texts: where its texts are looked for, in order."""

    sent: SentList | WishRound
    token: str
    to: AnswersTo
    language: Language
    texts: Sequence[str] = ("booking_page.",)

    @property
    def code(self) -> str:
        """The personal code."""
        return personal_code(self.sent.code, self.token)

    @property
    def file_name(self) -> str:
        """What the page saves is called."""
        return f"heiltid-{self.code}.json"

    def say(self, key: str, **values: object) -> str:
        """A text of the page."""
        known = catalogue()
        found = next((prefix for prefix in self.texts if prefix + key in known), self.texts[-1])
        return text(found + key, self.language, **values)

    def words(self, answers: str) -> dict[str, object]:
        """What the frame says. answers: an example of what is written by hand after the code.

        Texts around an address come in two parts, for the address is a link.
        """
        return {
            "say": self.say,
            "language": self.language.value,
            "code": self.code,
            "to": self.to,
            "file_name": self.file_name,
            "example": self.say("by_hand.example", code=self.code, answers=answers),
            "opening": f"{self.code}: ",
            "subject": self.say("subject", code=self.code),
            "send_to": _around(self.say("by_hand.send_to", address="\0")),
            "done_to": _around(self.say("done.send_to", address="\0")),
        }

    def known(self) -> dict[str, object]:
        """What the page's script is told; the template writes it so that no text can end the script."""
        texts = {
            key.removeprefix(prefix + SCRIPT): shown[self.language.value]
            for prefix in reversed(self.texts)
            for key, shown in catalogue().items()
            if key.startswith(prefix + SCRIPT)
        }
        return {
            "list": self.sent.code,
            "token": self.token,
            "code": self.code,
            "file": self.file_name,
            "made": minute_text(self.sent.made_at),
            "deadline": minute_text(self.sent.deadline),
            "comma": self.language is not Language.ENGLISH,
            "mail": self.to.mail,
            "number": self.to.number,
            "subject": self.say("subject", code=self.code),
            "texts": texts,
        }


def rendered(template: str, *, styles: Sequence[str], scripts: Sequence[str], **values: object) -> str:
    """A page of its parts in resources/booking, its lines ending with a single line feed."""
    style, script = "".join(map(_read, styles)), _script(tuple(scripts))
    return _template(template).render(**values, style=style, script=script, policy=_policy(style, script))


def _around(sentence: str) -> tuple[str, str]:
    before, _, behind = sentence.partition("\0")
    return before, behind


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def _read(name: str) -> str:
    return read_text(FOLDER, name)


@cache
def _script(names: Iterable[str]) -> str:
    """All of it in one function, so that the page has no names of its own but what a browser gives it."""
    return '(() => {\n"use strict";\n' + "\n".join(map(_read, names)) + "})();\n"


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; of scripts and styles those that stand in the page."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
