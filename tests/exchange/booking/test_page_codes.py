"""Codes and files the page makes, against those of Python, sign by sign; in the browser the page runs in."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta
from typing import Any

from exchange.booking.browser import Phone

from heiltid.booking.answers.short_code import encode
from heiltid.booking.answers.tokens import SIGNS, TOKEN_SIGNS, check
from heiltid.model.asking import Choice, Willingness
from resources import read_text

WORDS = [None, *Willingness]
CASES = 300


def case(chance: random.Random) -> dict[str, Any]:
    """One answer, as the page's script is given it; its minutes reach from before 0 past what fits."""
    places = sorted(chance.sample(range(1, 2000), chance.choice((0, 1, 2, 3, 12, 60, 330, 1023))))
    words = {place: chance.choice(WORDS) for place in places}
    made = datetime(2027, 1, 1) + timedelta(minutes=chance.randrange(600_000))
    given = made + timedelta(minutes=chance.choice((-5, 0, 1, 1440, 90_000, 1_048_575, 1_048_576)))
    return {
        "list": "".join(chance.choices(SIGNS, k=4)),
        "token": "".join(chance.choices(SIGNS, k=TOKEN_SIGNS)),
        "made": f"{made:%Y-%m-%dT%H:%M}",
        "given": f"{given:%Y-%m-%dT%H:%M}",
        "hours": chance.choice((None, 1, 20, 255)),
        "offered": places,
        "said": {str(place): word.value for place, word in words.items() if word is not None},
    }


def choices(entry: dict[str, Any]) -> list[Choice]:
    return [
        Choice(place=int(place), willingness=Willingness(word))
        for place, word in sorted(entry["said"].items(), key=lambda item: int(item[0]))
    ]


def made_in_python(entry: dict[str, Any]) -> str:
    return encode(
        entry["list"],
        entry["token"],
        entry["offered"],
        choices(entry),
        made_at=datetime.fromisoformat(entry["made"]),
        given_at=datetime.fromisoformat(entry["given"]),
        most_hours=entry["hours"],
    )


def test_codes_and_files_are_those_of_python(mobile: Phone) -> None:
    chance = random.Random(4)
    entries = [case(chance) for _ in range(CASES)]
    script = read_text("booking", "sha256.js") + read_text("booking", "codes.js")
    found = mobile.run(
        f"{script}; return arguments[0].map((entry) => [shortCode(entry), answerFile(entry)])", entries
    )
    for entry, (code, file) in zip(entries, found, strict=True):
        assert code == made_in_python(entry), entry
        said = ",".join(f"{choice.place}={choice.willingness.value}" for choice in choices(entry))
        text = f"{entry['list']}|{entry['given']}|{entry['hours'] or ''}|{said}"
        assert json.loads(file)["check"] == check(entry["token"], text), entry


def test_a_check_is_over_utf_8(mobile: Phone) -> None:
    script = read_text("booking", "sha256.js") + read_text("booking", "codes.js")
    texts = ["", "æøå", "\U0001f600", "x" * 3000]
    found = mobile.run(f"{script}; return arguments[0].map((text) => checkOf('T', text))", texts)
    assert found == [check("T", text) for text in texts]
