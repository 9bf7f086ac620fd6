"""What stands in for questions and messages, so that a test can answer and read them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ui.app import Program
from ui.commands import files
from ui.texts import tr


class Asked:
    """Stands in for a question: what is answered, and what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str, where: object = files) -> None:
        self.answers = list(answers)
        self.headlines: list[str] = []
        monkeypatch.setattr(where, "choose", self)

    def __call__(self, headline: str, details: str, answers: tuple[str, ...], parent: object) -> str:
        self.headlines.append(headline)
        assert all(tr(key) for key in answers)
        answer = self.answers.pop(0)
        assert answer in answers
        return answer


class Told:
    """Stands in for a message."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, where: object, name: str = "tell_trouble") -> None:
        self.said: list[str] = []
        monkeypatch.setattr(where, name, self)

    def __call__(self, headline: str, details: str = "", parent: object = None) -> None:
        self.said.append(f"{headline}: {details}")


def edit(made: Program, name: str = "Lia") -> None:
    document = made.desk.document
    document.apply_unit("namn", replace(document.unit, name=name))
