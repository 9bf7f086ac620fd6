"""The page as it is seen and heard: axe-core in light and dark, large text, a small screen, a long list."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_core_python.selenium import Axe
from booking.summer import summer
from exchange.booking.browser import HEIGHT, WIDTH, Phone
from exchange.booking.lists import DEADLINE, MADE, code_of, token_of
from exchange.booking.pages import page

from heiltid.booking.answers.short_code import decode
from heiltid.booking.answers.tokens import normalised
from heiltid.booking.places.taking import open_list, takers_of
from heiltid.exchange.booking.page import page_html
from heiltid.model.asking import PersonOffer, SentList
from heiltid.texts import Language

TARGET = 44  # points, the least a finger needs
# Everything that can be tapped and is no link within a sentence.
SMALL_TARGETS = """
const small = [];
const tapped = "button, select, summary, textarea, input, li a, .summary a, a.second";
for (const part of document.querySelectorAll(tapped)) {
  const box = part.getBoundingClientRect();
  const isShown = part.checkVisibility({ visibilityProperty: true });
  if (isShown && (box.width < arguments[0] || box.height < arguments[0])) small.push(part.outerHTML);
}
return small;
"""


def broken(phone: Phone) -> list[tuple[str, list[str]]]:
    """What axe-core finds wrong: its rule, and where."""
    found: dict[str, Any] = Axe().run(phone.driver)
    assert len(found["passes"]) > 15
    return [(entry["id"], [node["html"] for node in entry["nodes"]]) for entry in found["violations"]]


def is_too_wide(phone: Phone) -> bool:
    return bool(phone.run("return document.documentElement.scrollWidth > innerWidth"))


def everything_open(phone: Phone) -> None:
    phone.run("for (const part of document.querySelectorAll('details')) part.open = true")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", list(Language))
def test_axe_finds_nothing_wrong(mobile: Phone, language: Language, dark: bool) -> None:
    mobile.look(dark=dark)
    mobile.open(page(language=language, answers_to="leiar@example.no"))
    mobile.tap("#save-button")  # nothing is answered: a complaint
    mobile.answer(1, "gladly")
    mobile.answer(2, "no")
    mobile.one("#most-hours").send_keys("x")
    everything_open(mobile)
    assert broken(mobile) == []
    mobile.one("#most-hours").clear()
    mobile.tap("#save-button")
    mobile.saved()
    assert broken(mobile) == []


def test_axe_finds_nothing_wrong_where_nothing_is_offered_or_runs(mobile: Phone) -> None:
    mobile.open(page("2"))
    assert broken(mobile) == []
    mobile.clock("2027-05-19T08:00:00")
    mobile.open(page())
    assert mobile.shown("#late")
    assert broken(mobile) == []


def test_a_fault_would_be_found(mobile: Phone) -> None:
    mobile.open(page().replace('<html lang="nn">', "<html>").replace("--muted: #55656a", "--muted: #c5d5da"))
    assert {"html-has-lang"} <= {rule for rule, _ in broken(mobile)}


@pytest.mark.parametrize("size", ["100%", "200%"])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_too_wide_or_too_small(mobile: Phone, language: Language, size: str) -> None:
    mobile.open(page(language=language, answers_to="leiar.for.avdelinga@kommune.example.no"))
    mobile.run("document.documentElement.style.fontSize = arguments[0]", size)
    for place, word in ((1, "gladly"), (2, "can"), (3, "no")):
        mobile.answer(place, word)
    mobile.tap("#save-button")
    mobile.saved()
    everything_open(mobile)
    assert not is_too_wide(mobile)
    assert mobile.run(SMALL_TARGETS, TARGET) == []
    is_cut = "(word) => word.scrollWidth > word.clientWidth"
    assert not mobile.run(f"return [...document.querySelectorAll('.answers span')].some({is_cut})")
    mobile.resize(320, HEIGHT)
    assert not is_too_wide(mobile)


@pytest.fixture(scope="module")
def long_page() -> str:
    """An hourly substitute before all that is open in Solbakken's summer."""
    rollout = summer()
    places = open_list(rollout).places
    takers = takers_of(rollout)
    offer = PersonOffer(employee="1900", standings=tuple(takers.standing(place, "1900") for place in places))
    sent = SentList(code="K7F2", made_at=MADE, deadline=DEADLINE, places=places, offers=(offer,))
    assert len(offer.offered) > 150
    return page_html(rollout.unit, sent, offer, token_of("1900"), Language.NYNORSK, "leiar@example.no")


def test_a_long_list_is_found_through(mobile: Phone, long_page: str) -> None:
    mobile.open(long_page)
    offered = [
        int(place) for card in mobile.all(".card") for place in str(card.get_attribute("data-places")).split()
    ]
    assert sorted(offered) == json.loads(mobile.said("#known"))["offered"]
    assert len(offered) > 150
    mobile.tap("#find summary")
    assert mobile.run(SMALL_TARGETS, TARGET) == []
    assert not is_too_wide(mobile)
    mobile.tap(".jump li:last-child a")
    top, bar = mobile.run(
        "return [[...document.querySelectorAll('.week h2')].at(-1).getBoundingClientRect().top,"
        " document.getElementById('summary').getBoundingClientRect().bottom]"
    )
    assert bar <= top < HEIGHT  # the heading is seen below the summary, which stays
    choose(mobile, "#find-kind", "night")
    choose(mobile, "#find-days", "weekend")
    seen = mobile.run(
        "return [...document.querySelectorAll('.card:not([hidden])')].map((card) => ({...card.dataset}))"
    )
    assert {(card["kind"], card["days"]) for card in seen} == {("night", "weekend")}
    shown = sum(len(card["places"].split()) for card in seen)
    assert 0 < shown < 60
    assert mobile.said("#find-shown") == f"Viser {shown} av {len(offered)} vakter."
    weeks = [week for week in mobile.all(".week") if week.is_displayed()]
    assert len(weeks) == len(mobile.all(".jump li:not([hidden])"))
    assert all(week.find_elements("css selector", ".card:not([hidden])") for week in weeks)
    assert broken(mobile) == []


def test_answers_to_hidden_shifts_are_kept_and_like_ones_are_answered_together(
    mobile: Phone, long_page: str
) -> None:
    mobile.open(long_page)
    several = next(card for card in mobile.all(".card") if " " in str(card.get_attribute("data-places")))
    places = [int(place) for place in str(several.get_attribute("data-places")).split()]
    mobile.answer(places[0], "can")
    choose(mobile, "#find-answer", "open")
    assert not several.is_displayed()
    mobile.tap(".card:not([hidden]) input[value='gladly']")
    assert mobile.said("#sum").startswith("Valde: 2 vakter")
    mobile.tap("#save-button")
    found = json.loads(mobile.saved().read_bytes())["answers"]
    assert [entry["place"] for entry in found if entry["answer"] == "can"] == places
    code = decode(normalised(str(mobile.one("#code").get_property("value"))))
    assert code is not None
    offered = json.loads(mobile.said("#known"))["offered"]
    assert {choice.place: choice.willingness.value for choice in code.choices(offered)} == {
        entry["place"]: entry["answer"] for entry in found
    }
    assert code_of("1900")[:4] == code.list


def choose(phone: Phone, selector: str, value: str) -> None:
    phone.run(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
        phone.one(selector),
        value,
    )


def test_the_screen_is_that_of_a_phone(mobile: Phone) -> None:
    mobile.open(page())
    assert mobile.run("return [innerWidth, innerHeight]") == [WIDTH, HEIGHT]
