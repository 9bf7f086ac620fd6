"""What the page gives, taken in by the program: its file, its code, and what is typed from its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from exchange.booking.browser import Phone
from exchange.booking.lists import BOOKING, SENT
from exchange.booking.pages import page

from heiltid.booking.answers.raw_answers import RawAnswer, Refused
from heiltid.booking.answers.receiving import Preview, preview, received
from heiltid.exchange.booking.answer_files import read_answers, read_text
from heiltid.model.asking import Channel, Choice, Willingness

READ = datetime(2027, 5, 17, 8)
SAID = (
    Choice(place=1, willingness=Willingness.GLADLY),
    Choice(place=2, willingness=Willingness.NO),
    Choice(place=3, willingness=Willingness.CAN),
)


def filled(phone: Phone) -> tuple[Path, str]:
    phone.open(page())
    phone.answer(1, "gladly")
    phone.answer(2, "no")
    phone.answer(3, "can")
    phone.one("#most-hours").send_keys("20")
    phone.tap("#save-button")
    return phone.saved(), str(phone.one("#code").get_property("value"))


def taken(*raws: RawAnswer | Refused) -> Preview:
    return preview(BOOKING, raws, READ)


def test_the_file_and_the_code_are_one_answer(mobile: Phone) -> None:
    path, code = filled(mobile)
    found = taken(*read_answers(path, BOOKING), *read_text(f"Hei!\n{code}\nHelsing Kari", BOOKING))
    (answer,) = received(BOOKING, found).answers
    assert (answer.employee, answer.channel, answer.choices) == ("1", Channel.PAGE, SAID)
    assert (answer.most_minutes, answer.given_at) == (1200, datetime(2027, 5, 16, 18, 32))
    (by_code,) = received(BOOKING, taken(*read_text(code, BOOKING))).answers
    assert replace(by_code, channel=Channel.PAGE) == answer


def test_an_altered_file_is_refused(mobile: Phone) -> None:
    path, _ = filled(mobile)
    text = path.read_text(encoding="utf-8")
    for old, new in (('"gladly"', '"no"'), ('"most_hours":20', '"most_hours":21'), ("T18:32", "T18:33")):
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        found = taken(*read_answers(path, BOOKING))
        assert received(BOOKING, found) is BOOKING, new


def test_what_the_paper_asks_to_be_typed_is_understood(mobile: Phone) -> None:
    mobile.scripts(on=False)
    mobile.lay(page())
    example = mobile.said(".example")
    (answer,) = received(BOOKING, taken(*read_text(example, BOOKING))).answers
    # "1 vil gjerne, 2 kan, høgst 20 timar"
    assert (answer.employee, answer.most_minutes) == ("1", 1200)
    assert answer.choices == (SAID[0], Choice(place=2, willingness=Willingness.CAN))
    assert answer.list == SENT.code
