"""Pages of the list in lists.py, and what stands in their HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from exchange.booking.lists import SENT, home, token_of

from heiltid.exchange.booking.page import page_html
from heiltid.texts import Language

NOTHING_WITHIN = frozenset({"meta", "input", "br", "img", "link"})


def page(
    employee: str = "1", language: Language = Language.NYNORSK, answers_to: str = "", **names: str
) -> str:
    """Somebody's page; names: of the person, the unit, the shifts."""
    offer = SENT.offer_of(employee)
    assert offer is not None
    return page_html(home(**names), SENT, offer, token_of(employee), language, answers_to)


@dataclass
class Found(HTMLParser):
    """Elements in order, each a tag and its attributes; the texts outside scripts and styles; their own."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    codes: dict[str, list[str]] = field(default_factory=dict)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in NOTHING_WITHIN:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in ("script", "style"):
            self.codes.setdefault(self.inside[-1], []).append(data)
        else:
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every such element."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        """All that is read on the page, in one line."""
        return " ".join(" ".join(self.texts).split())

    @property
    def known(self) -> Any:
        """What the page's script is told."""
        return json.loads(self.codes["script"][0])


def read(html: str) -> Found:
    """A page taken apart; every element must be closed."""
    found = Found()
    found.feed(html)
    found.close()
    assert found.inside == []
    return found
