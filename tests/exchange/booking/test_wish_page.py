"""The page of wishes as it is used: a real Chromium of 360 x 740, by finger, by keyboard, on paper."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from booking.wishing_round import ASKED, BOOKING, FIRST, KARI, MADE, UNIT, at, code_of, said, token_of
from exchange.booking.browser import HEIGHT, Phone
from exchange.booking.pages import read
from exchange.booking.test_page_seen import SMALL_TARGETS, TARGET, broken, everything_open, is_too_wide
from selenium.webdriver.common.keys import Keys

from heiltid.booking.answers.raw_answers import Source
from heiltid.booking.answers.text_answers import answers_in_text
from heiltid.booking.answers.tokens import SIGNS, TOKEN_SIGNS, normalised
from heiltid.booking.wishing.code import WishCode, decode, encode
from heiltid.booking.wishing.said import WISHED, HomeWish, RawWishes, Said
from heiltid.booking.wishing.typed import typed_wishes
from heiltid.exchange.booking.answer_files import read_text
from heiltid.exchange.booking.wish_json import written_wishes
from heiltid.exchange.booking.wish_page import wish_page_html
from heiltid.model import Unit
from heiltid.model.asking import WishRound
from heiltid.texts import Language, text
from resources import read_text as resource

HOME = replace(UNIT, name="Solbakken")
GIVEN = datetime(2027, 5, 16, 18, 32)
SCRIPTS = ("sha256.js", "codes.js", "wish_codes.js")


def page(
    language: Language = Language.NYNORSK,
    unit: Unit = HOME,
    asked: WishRound = ASKED,
    answers_to: str = "leiar@example.no",
) -> str:
    return wish_page_html(unit, asked, KARI, token_of(KARI, asked), language, answers_to)


def tap_day(phone: Phone, week: int, weekday: int) -> None:
    """weekday 1 = Monday."""
    phone.tap(f".day[data-day='{(week - 1) * 7 + weekday - 1}'] button")


def brush(phone: Phone, word: str) -> None:
    phone.tap(f"[name=brush][value='{word}']")


def save(phone: Phone) -> Said:
    """What the page saves; its code says the same."""
    phone.tap("#save-button")
    (found,) = read_text(phone.saved().read_text(encoding="utf-8"), BOOKING)
    assert isinstance(found, RawWishes)
    assert (found.token, found.given_at) == (token_of(KARI), GIVEN)
    code = decode(normalised(str(phone.one("#code").get_property("value"))))
    assert isinstance(code, WishCode)
    assert code.fits(token_of(KARI))
    assert (code.said, code.given_at(ASKED)) == (found.said, GIVEN)
    return found.said


def test_filled_saved_and_read_back(mobile: Phone) -> None:
    mobile.open(page())
    tap_day(mobile, 3, 6)  # what is chosen at first is "Fri"
    brush(mobile, "A")
    mobile.tap("#not")
    mobile.tap("#strong")
    tap_day(mobile, 4, 2)
    mobile.tap("#not")
    tap_day(mobile, 4, 3)
    mobile.one("#wanted").send_keys("80")
    mobile.run("document.getElementById('weekends').value = '4'")
    mobile.tap("[name=long][value=no]")
    expected = said("3.6=F 4.2=-A! 4.3=A!", percent=80, weekend_every=4, long_shifts=False)
    assert save(mobile) == expected
    assert mobile.said("#sum") == "3 dagar med ønske."
    assert mobile.complaints() == []
    assert {url.rsplit("/", 1)[1] for url in mobile.asked_for()} == {"page.html"}


def test_a_tap_more_takes_the_wish_away_and_another_replaces_it(mobile: Phone) -> None:
    mobile.open(page())
    for _ in range(2):
        tap_day(mobile, 1, 1)
    assert mobile.said("#sum") == "Ingen ønske for dagar enno."
    tap_day(mobile, 1, 1)
    brush(mobile, "N")
    tap_day(mobile, 1, 1)
    tap_day(mobile, 1, 2)
    brush(mobile, "")
    tap_day(mobile, 1, 2)
    assert save(mobile) == said("1.1=N")


def test_a_whole_week_and_a_weekend_at_once(mobile: Phone) -> None:
    mobile.open(page())
    mobile.tap("#week-2 [data-days=week]")
    mobile.tap("#week-3 [data-days=weekend]")
    mobile.tap("#week-4 [data-days=weekend]")
    mobile.tap("#week-4 [data-days=weekend]")  # all of it has it: it is taken away
    whole = " ".join(f"2.{day}=F" for day in range(1, 8))
    assert save(mobile) == said(f"{whole} 3.6=F 3.7=F")


def test_with_the_keyboard_alone(mobile: Phone) -> None:
    mobile.open(page())
    mobile.tab_to("#wanted")
    mobile.press("100")
    mobile.tab_to("[name=long]")
    mobile.press(Keys.ARROW_LEFT)  # from "Ikkje svart" to "Nei"
    mobile.tab_to("[name=brush]")
    mobile.press(Keys.ARROW_RIGHT)  # from "Fri" to "Dag"
    mobile.tab_to(".day button")
    mobile.press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ENTER)  # Tuesday of week 2
    mobile.press(Keys.END, Keys.ARROW_RIGHT, Keys.SPACE)  # Sunday of week 2, Monday of week 3
    mobile.press(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP)  # stays within the rota
    assert mobile.run("return document.activeElement.parentElement.dataset.day") == "0"
    mobile.tab_to("#save-button")
    mobile.press(Keys.ENTER)
    (found,) = read_text(mobile.saved().read_text(encoding="utf-8"), BOOKING)
    assert isinstance(found, RawWishes)
    assert found.said == said("2.2=D 3.1=D", percent=100, long_shifts=False)
    assert mobile.run("return document.activeElement.id") == "done-title"


def test_what_a_screen_reader_says_of_a_day(mobile: Phone) -> None:
    mobile.open(page())
    brush(mobile, "A")
    mobile.tap("#not")
    mobile.tap("#strong")
    tap_day(mobile, 1, 6)
    told = mobile.run(
        "return [...document.querySelectorAll('.day')].slice(5).map((day) => "
        "[...day.querySelectorAll('.unseen')].map((part) => part.textContent).join(''))"
    )
    assert told[0] == "laurdag 4. september: ikkje kveld, viktig"
    assert told[1] == "søndag 5. september"
    assert mobile.run("return document.querySelectorAll('.day button[tabindex=\"0\"]').length") == 6


def test_closing_the_page_loses_nothing_and_whatever_the_store_holds_it_works(mobile: Phone) -> None:
    mobile.open(page())
    tap_day(mobile, 3, 6)
    mobile.one("#wanted").send_keys("80")
    mobile.tap("[name=long][value=yes]")
    mobile.driver.get("about:blank")
    mobile.lay(page())
    assert save(mobile) == said("3.6=F", percent=80, long_shifts=True)
    for kept in ("", "null", "[]", '{"said": [{"day": 999}, {"day": 1, "what": "x"}], "every": 99}', "{"):
        mobile.run("localStorage.setItem(arguments[0], arguments[1])", f"heiltid-{code_of(KARI)}", kept)
        mobile.driver.refresh()
        assert mobile.said("#sum") == "Ingen ønske for dagar enno.", kept
    tap_day(mobile, 1, 1)
    assert save(mobile) == said("1.1=F")


def test_nothing_said_is_no_answer_but_after_one_it_takes_it_back(mobile: Phone) -> None:
    mobile.open(page())
    mobile.tap("#save-button")
    assert mobile.said("#save-error").startswith("Svar på minst eitt spørsmål")
    mobile.one("#wanted").send_keys("101")
    mobile.tap("#save-button")
    assert mobile.run("return document.activeElement.id") == "wanted"
    assert mobile.said("#wanted-error") == "Skriv ein heil prosent frå 0 til 100, eller la feltet stå tomt."
    assert mobile.saves_nothing()
    mobile.one("#wanted").clear()
    tap_day(mobile, 1, 1)
    assert save(mobile) == said("1.1=F")
    tap_day(mobile, 1, 1)
    assert mobile.said("#save-error").startswith("Du har endra noko")
    mobile.tap("#save-button")
    found = json.loads(mobile.saved().read_bytes())
    assert (found["wishes"], found["given"]) == ([], "2027-05-16T18:33")  # later, within the same minute


def test_no_to_long_shifts_beside_a_wish_for_one_is_told(mobile: Phone) -> None:
    mobile.open(page())
    brush(mobile, "L")
    tap_day(mobile, 1, 1)
    mobile.tap("[name=long][value=no]")
    assert mobile.said("#long-note").startswith("Du har svart nei til langvakter")
    mobile.tap("[name=long][value=yes]")
    assert mobile.said("#long-note") == ""


def test_a_unit_without_long_shifts_asks_for_none() -> None:
    unit = replace(HOME, shifts=HOME.shifts[:2])
    found = read(page(unit=unit))
    brushes = [entry["value"] for entry in found.all("input") if entry.get("name") == "brush"]
    assert brushes == ["off", "D", "A", ""]
    assert all(entry.get("name") != "long" for entry in found.all("input"))


def test_nobody_else_stands_on_it_and_texts_do_no_harm(mobile: Phone) -> None:
    html = page()
    assert "Ola" not in html
    assert "1008" not in html
    evil = "</script><script>window.hit = 1</script>"
    person = replace(HOME.employees[0], name=f"{evil} 2")
    mobile.open(page(unit=replace(HOME, name=evil, employees=(person,)), answers_to=evil))
    tap_day(mobile, 1, 1)
    save(mobile)
    assert mobile.run("return window.hit") is None
    assert evil in mobile.said("header")
    assert mobile.complaints() == []


def test_without_scripts_it_is_paper_and_tells_how_to_write(mobile: Phone) -> None:
    mobile.scripts(on=False)
    mobile.lay(page())
    assert not mobile.shown("input, button, textarea, select, fieldset, #summary, .live-only")
    seen = mobile.one("body").text
    for words in ("Veke 6", "lau", "Ønskt stilling", code_of(KARI), "leiar@example.no"):
        assert words in seen, words


@pytest.mark.parametrize("language", list(Language))
def test_the_example_is_understood(language: Language) -> None:
    found = typed_wishes(text("wish_page.by_hand.answers", language), FIRST, 1)
    assert found.refused == ()
    assert found.said == said("1.6=F 1.5=-N!", percent=80, weekend_every=3)
    whole = text("wish_page.by_hand.example", language, code=code_of(KARI), answers="fri veke 1")
    assert isinstance(answers_in_text(whole, BOOKING, Source())[0], RawWishes)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", list(Language))
def test_axe_finds_nothing_wrong(mobile: Phone, language: Language, dark: bool) -> None:
    mobile.look(dark=dark)
    mobile.open(page(language, asked=replace(ASKED, weeks=9)))
    mobile.tap("#save-button")
    for day, word in enumerate(("off", "D", "A", "N", "L"), 1):
        brush(mobile, word)
        tap_day(mobile, 1, day)
    mobile.tap("#not")
    tap_day(mobile, 1, 6)
    mobile.one("#wanted").send_keys("x")
    everything_open(mobile)
    assert broken(mobile) == []
    mobile.one("#wanted").clear()
    mobile.tap("#save-button")
    mobile.saved()
    assert broken(mobile) == []


@pytest.mark.parametrize("size", ["100%", "200%"])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_too_wide_too_small_or_cut(mobile: Phone, language: Language, size: str) -> None:
    mobile.open(page(language))
    mobile.run("document.documentElement.style.fontSize = arguments[0]", size)
    mobile.tap("#not")
    mobile.tap("#strong")
    for day, word in enumerate(("off", "D", "A", "N", "L"), 1):
        brush(mobile, word)
        tap_day(mobile, 1, day)
    everything_open(mobile)
    assert not is_too_wide(mobile)
    assert mobile.run(SMALL_TARGETS, TARGET) == []
    cut = "(part) => part.scrollWidth > part.clientWidth"
    assert not mobile.run(f"return [...document.querySelectorAll('.brushes span, .day .wish')].some({cut})")
    mobile.resize(320, HEIGHT)
    assert not is_too_wide(mobile)


def test_a_year_is_quick_enough(mobile: Phone) -> None:
    asked = replace(ASKED, weeks=52)
    html = page(asked=asked)
    assert len(html.encode()) < 200_000
    mobile.open(html)
    assert len(mobile.all(".day button")) == 364
    mobile.tap(".jump a[href='#week-40']")
    mobile.tap("#week-40 [data-days=week]")
    spent = mobile.run(
        "const begun = performance.now(); document.querySelector('#week-52 [data-days=week]').click();"
        "return performance.now() - begun"
    )
    assert spent < 250
    assert mobile.said("#sum") == "14 dagar med ønske."


def case(chance: random.Random) -> tuple[dict[str, Any], Said]:
    """One answer, as the page's script is given it and as Python knows it."""
    days = sorted(chance.sample(range(364), chance.choice((0, 1, 5, 60, 364))))
    wishes = tuple(
        HomeWish(
            day=day,
            what=chance.randrange(len(WISHED)),
            negated=chance.random() < 0.3,
            strong=chance.random() < 0.3,
        )
        for day in days
    )
    answer = Said(
        wishes=wishes,
        percent=chance.choice((None, 0, 80, 100)),
        weekend_every=chance.choice((None, 2, 6)),
        long_shifts=chance.choice((None, True, False)),
    )
    made = MADE + timedelta(minutes=chance.randrange(600_000))
    given = made + timedelta(minutes=chance.choice((-5, 0, 1, 90_000, 1_048_575, 1_048_576)))
    entry = {
        "list": "".join(chance.choices(SIGNS, k=4)),
        "token": "".join(chance.choices(SIGNS, k=TOKEN_SIGNS)),
        "made": f"{made:%Y-%m-%dT%H:%M}",
        "given": f"{given:%Y-%m-%dT%H:%M}",
        "percent": answer.percent,
        "every": answer.weekend_every,
        "long": answer.long_shifts,
        "wishes": [
            {"day": wish.day, "what": wish.word, "negated": wish.negated, "strong": wish.strong}
            for wish in wishes
        ],
    }
    return entry, answer


def test_codes_and_files_are_those_of_python(mobile: Phone) -> None:
    chance = random.Random(8)
    cases = [case(chance) for _ in range(100)]
    script = "\n".join(resource("booking", name) for name in SCRIPTS)
    found = mobile.run(
        f"{script}; return arguments[0].map((entry) => [wishCode(entry), wishFile(entry)])",
        [entry for entry, _ in cases],
    )
    for (entry, answer), (code, file) in zip(cases, found, strict=True):
        made, given = datetime.fromisoformat(entry["made"]), datetime.fromisoformat(entry["given"])
        assert code == encode(entry["list"], entry["token"], answer, made_at=made, given_at=given)
        python = written_wishes(entry["list"], entry["token"], answer, given_at=given)
        assert json.loads(file) == json.loads(python)


def test_late_is_told(mobile: Phone) -> None:
    mobile.clock(f"{at(31, 13):%Y-%m-%dT%H:%M:%S}")
    mobile.open(page())
    assert mobile.shown("#late")
