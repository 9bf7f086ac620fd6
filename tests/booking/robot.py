"""A robot that answers lists of open shifts as people do, and hands its answers in the ways people have.

What it means is kept beside what it hands in, so that what is read back can be held against it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from heiltid.booking.answers.short_code import encode
from heiltid.booking.answers.tokens import personal_code, token
from heiltid.exchange.booking.offer_words import answer_word
from heiltid.exchange.booking.page_view import page_view
from heiltid.model import Status, Unit
from heiltid.model.asking import Booking, Choice, PersonOffer, SentList, Willingness
from heiltid.texts import Language

SILENT = 0.06  # of the people never answer
EAGER = (0.15, 0.3, 0.5)  # part of what is offered that people say yes to
NO_SAID = 0.3  # part of the rest that they say no to; what is left they leave open
GLADLY = 0.45  # part of the yes
LIMITS = (None, None, 15, 24, 40)  # most hours in all
CHANNELS = ("workbook", "page", "message")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one person means: the places by number, and the most hours she wants."""

    employee: str
    words: Mapping[int, Willingness]
    hours: int | None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """As an answer has them."""
        return tuple(Choice(place=number, willingness=self.words[number]) for number in sorted(self.words))


def says(unit: Unit, sent: SentList, offer: PersonOffer, chance: random.Random) -> Said | None:
    """What somebody says; the same to places that are all the same to her. None: she never answers."""
    cards = page_view(unit, sent, offer, Language.NYNORSK).cards
    eager, words = chance.choice(EAGER), dict[int, Willingness]()
    for card in cards:
        if chance.random() < eager:
            word = Willingness.GLADLY if chance.random() < GLADLY else Willingness.CAN
        elif chance.random() < NO_SAID:
            word = Willingness.NO
        else:
            continue
        words.update(dict.fromkeys(card.numbers, word))
    hours = chance.choice(LIMITS)
    if unit.employee_by_number()[offer.employee].status is Status.HOURLY:
        hours = None
    if not words or chance.random() < SILENT:
        return None
    return Said(employee=offer.employee, words=words, hours=hours)


def all_say(unit: Unit, sent: SentList, seed: int) -> tuple[Said, ...]:
    """Everybody who answers, in the order of the list."""
    chance = random.Random(seed)
    found = (says(unit, sent, offer, chance) for offer in sent.offers if offer.offered)
    return tuple(said for said in found if said is not None)


def thirds(said: Sequence[Said]) -> dict[str, tuple[Said, ...]]:
    """Who answers by which channel: every third in turn."""
    return {channel: tuple(said[place::3]) for place, channel in enumerate(CHANNELS)}


# -- ways to hand in ------------------------------------------------------------------------------------


def fill_workbook(path: Path, said: Said, language: Language) -> Path:
    """Her workbook with an answer beside each number, found by its names as any program would."""
    book = openpyxl.load_workbook(path)
    numbers, answers = (_cells(book, name) for name in ("heiltid_places", "heiltid_answers"))
    for number, answer in zip(numbers, answers, strict=True):
        if number.value in said.words:
            answer.value = answer_word(said.words[number.value], language)
    (most,) = _cells(book, "heiltid_most_hours")
    most.value = said.hours
    book.save(path)
    return path


def code_in_workbook(path: Path) -> str:
    """The personal code as it stands in somebody's workbook."""
    (cell,) = _cells(openpyxl.load_workbook(path), "heiltid_code")
    return str(cell.value)


def _cells(book: openpyxl.Workbook, name: str) -> list[openpyxl.cell.Cell]:
    ((sheet, area),) = book.defined_names[name].destinations
    found = book[sheet][area]
    return [cell for row in found for cell in row] if isinstance(found, tuple) else [found]


def short_code(booking: Booking, sent: SentList, said: Said, given_at: object) -> str:
    """The code her page would show, where no browser shows it."""
    offer = sent.offer_of(said.employee)
    assert offer is not None
    return encode(
        sent.code,
        token(booking.secret, sent.code, said.employee, sent.deadline),
        [standing.place for standing in offer.offered],
        said.choices,
        made_at=sent.made_at,
        given_at=given_at,
        most_hours=said.hours,
    )


def typed(code: str, said: Said) -> str:
    """What somebody writes by hand, runs of numbers drawn together."""
    words = {Willingness.GLADLY: "gjerne", Willingness.CAN: "kan", Willingness.NO: "nei"}
    parts = [
        f"{span} {words[word]}"
        for word in Willingness
        for span in _runs(number for number in sorted(said.words) if said.words[number] is word)
    ]
    return f"{code}: {', '.join(parts)}" + ("" if said.hours is None else f"; høgst {said.hours} timar")


def _runs(numbers: Iterable[int]) -> list[str]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]


def e_mail(text: str) -> str:
    """A message around an answer."""
    return f"Hei!\r\n\r\nHer er svaret mitt.\r\n\r\n{text}\r\n\r\nHelsing frå meg\r\n"


def code_of(booking: Booking, sent: SentList, employee: str) -> str:
    """Somebody's personal code."""
    return personal_code(sent.code, token(booking.secret, sent.code, employee, sent.deadline))
