"""The page as its reader uses it: a real Chromium of 360 x 740, by finger and by keyboard alone."""

from __future__ import annotations

import json
import re
import socket
from datetime import datetime
from typing import Any
from urllib.parse import unquote

import pytest
from exchange.booking.browser import Phone
from exchange.booking.lists import MADE, SENT, code_of, token_of
from exchange.booking.pages import page
from selenium.webdriver.common.keys import Keys

from heiltid.booking.answers.short_code import ShortCode, decode
from heiltid.booking.answers.tokens import check, normalised
from heiltid.model.asking import Choice, Willingness
from heiltid.texts import Language

GIVEN = datetime(2027, 5, 16, 18, 32)
GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO


def said(**words: Willingness) -> tuple[Choice, ...]:
    return tuple(Choice(place=int(name[1:]), willingness=word) for name, word in words.items())


def save(phone: Phone) -> dict[str, Any]:
    phone.tap("#save-button")
    found = json.loads(phone.saved().read_bytes())
    assert isinstance(found, dict)
    return found


def code_shown(phone: Phone) -> ShortCode:
    found = decode(normalised(str(phone.one("#code").get_property("value"))))
    assert found is not None
    assert found.fits(token_of("1"))
    return found


def test_filled_saved_and_read(mobile: Phone) -> None:
    mobile.open(page())
    mobile.answer(1, "gladly")
    mobile.answer(2, "can")
    mobile.answer(3, "no")
    mobile.one("#most-hours").send_keys("20")
    # By hand: docs/booking-files.md. The check is over list, time, hours and answers, in order.
    text = "K7F2|2027-05-16T18:32|20|1=gladly,2=can,3=no"
    assert save(mobile) == {
        "heiltid": "answer",
        "version": 1,
        "list": "K7F2",
        "token": token_of("1"),
        "given": "2027-05-16T18:32",
        "most_hours": 20,
        "answers": [
            {"place": 1, "answer": "gladly"},
            {"place": 2, "answer": "can"},
            {"place": 3, "answer": "no"},
        ],
        "check": check(token_of("1"), text),
    }
    found = code_shown(mobile)
    assert (found.list, found.hours, found.given_at(SENT)) == ("K7F2", 20, GIVEN)
    assert found.choices((1, 2, 3)) == said(p1=GLADLY, p2=CAN, p3=NO)


def test_what_is_not_answered_and_no_limit(mobile: Phone) -> None:
    mobile.open(page())
    mobile.answer(2, "can")
    found = save(mobile)
    assert (found["most_hours"], found["answers"]) == (None, [{"place": 2, "answer": "can"}])
    assert found["check"] == check(token_of("1"), "K7F2|2027-05-16T18:32||2=can")
    code = code_shown(mobile)
    assert (code.hours, code.choices((1, 2, 3))) == (None, said(p2=CAN))


def test_with_the_keyboard_alone(mobile: Phone) -> None:
    mobile.open(page())
    mobile.tab_to("[name=place-1]")
    mobile.press(Keys.SPACE)  # Vil gjerne
    mobile.press(Keys.ARROW_RIGHT)  # Kan
    mobile.tab_to("[name=place-2]")
    mobile.press(Keys.SPACE)
    mobile.tab_to("[name=place-3]")
    mobile.press(Keys.SPACE)
    mobile.tab_to(".clear")
    mobile.press(Keys.ENTER)
    assert mobile.run("return document.activeElement.name") == "place-3"
    mobile.tab_to("#not-offered summary")
    mobile.press(Keys.ENTER)
    assert mobile.shown("#not-offered .reason")
    mobile.tab_to("#most-hours")
    mobile.press("30")
    mobile.tab_to("#save-button")
    mobile.press(Keys.ENTER)
    found = json.loads(mobile.saved().read_bytes())
    assert found["answers"] == [{"place": 1, "answer": "can"}, {"place": 2, "answer": "gladly"}]
    assert found["most_hours"] == 30
    # A screen reader begins with the heading that says what has been done and what has not.
    assert mobile.run("return document.activeElement.id") == "done-title"
    mobile.tab_to("#copy")


def test_the_focus_is_seen_and_not_under_the_summary(mobile: Phone) -> None:
    mobile.resize(360, 620)
    mobile.open(page())
    mobile.tab_to("#most-hours")
    for _ in range(4):  # backwards, up the page
        mobile.press(Keys.SHIFT + Keys.TAB)
        top, under, width = mobile.run(
            "const box = document.activeElement.getBoundingClientRect();"
            "const bar = document.getElementById('summary').getBoundingClientRect();"
            "const seen = document.activeElement.nextElementSibling || document.activeElement;"
            "return [box.top, bar.bottom, getComputedStyle(seen).outlineWidth]"
        )
        assert top >= under
        if mobile.run("return document.activeElement.type") == "radio":
            assert width == "3px"


def test_the_summary_follows_the_answers(mobile: Phone) -> None:
    # 75 % of one week of 35.5 h. Place 1: 7.5 h extra (96 %). Place 2: 5 h extra, 2.5 h overtime;
    # together 12.5 h extra would be 110 %, and full time is the most. Place 3 is unbound time.
    mobile.open(page())
    assert mobile.said("#sum") == "Du har ikkje valt noka vakt enno. Stillinga di desse vekene: 75 %."
    mobile.answer(1, "gladly")
    assert mobile.said("#sum") == "Vald: 1 vakt, 7,5 t. Stillinga di desse vekene: 75 → 96 %."
    mobile.answer(2, "can")
    assert mobile.said("#sum") == (
        "Valde: 2 vakter, 15 t. Stillinga di desse vekene: 75 → 100 %. Overtid: 2,5 t."
    )
    mobile.answer(1, "no")
    mobile.answer(2, "no")
    mobile.answer(3, "can")
    assert mobile.said("#sum") == "Vald: 1 vakt, 12,5 t. Stillinga di desse vekene: 75 %."
    mobile.answer(1, "gladly")
    mobile.one("#most-hours").send_keys("10")
    assert mobile.said("#sum") == (
        "Valde: 2 vakter, opptil 10 t. Stillinga di desse vekene: 75 → 96 %. "
        "Du får ikkje meir enn dei 10 t du vil ha."
    )
    mobile.tap(".card[data-places='1'] .clear")
    mobile.tap(".card[data-places='3'] .clear")
    assert mobile.said("#sum").startswith("Du har ikkje valt noka vakt enno.")


def test_closing_the_page_loses_nothing(mobile: Phone) -> None:
    mobile.open(page())
    mobile.answer(1, "gladly")
    mobile.answer(2, "no")
    mobile.one("#most-hours").send_keys("12")
    mobile.driver.get("about:blank")
    mobile.lay(page())
    assert [
        radio.get_property("id") or radio.get_property("value") for radio in mobile.all("input:checked")
    ] == [
        "gladly",
        "no",
    ]
    assert mobile.one("#most-hours").get_property("value") == "12"
    assert save(mobile)["answers"] == [{"place": 1, "answer": "gladly"}, {"place": 2, "answer": "no"}]
    # Another person's page in the same browser begins empty.
    mobile.lay(page("9"), "other.html")
    assert mobile.all("input:checked") == []


def test_whatever_the_store_holds_the_page_works(mobile: Phone) -> None:
    mobile.open(page())
    for kept in (
        "",
        "null",
        "[]",
        "7",
        '{"said": 3}',
        '{"said": {"1": "perhaps"}, "most": [], "given": 4}',
        "{",
    ):
        mobile.run("localStorage.setItem(arguments[0], arguments[1])", f"heiltid-{code_of('1')}", kept)
        mobile.driver.refresh()
        assert mobile.said("#sum").startswith("Du har ikkje valt"), kept
        assert mobile.shown("#save-button"), kept
    mobile.answer(1, "can")
    assert save(mobile)["answers"] == [{"place": 1, "answer": "can"}]


def test_without_a_store_the_page_says_so_and_works(mobile: Phone) -> None:
    added = mobile.command(
        "Page.addScriptToEvaluateOnNewDocument",
        source="Object.defineProperty(window, 'localStorage', {get() { throw new Error('no store'); }});",
    )
    try:
        mobile.open(page())
        assert mobile.shown("#not-kept")
        mobile.answer(1, "can")
        assert save(mobile)["answers"] == [{"place": 1, "answer": "can"}]
    finally:
        mobile.command("Page.removeScriptToEvaluateOnNewDocument", **added)


def test_an_answer_changed_within_a_minute_is_given_later(mobile: Phone) -> None:
    mobile.open(page())
    mobile.answer(1, "can")
    assert save(mobile)["given"] == "2027-05-16T18:32"
    assert save(mobile)["given"] == "2027-05-16T18:32"  # the same answer is the same
    mobile.answer(1, "no")
    assert not mobile.shown("#done")
    assert mobile.said("#save-error") == "Du har endra noko sidan du lagra. Lagre svaret på nytt."
    assert save(mobile)["given"] == "2027-05-16T18:33"
    mobile.clock("2027-05-16T18:40:00")
    mobile.driver.refresh()
    mobile.answer(1, "gladly")
    assert save(mobile)["given"] == "2027-05-16T18:40"


def test_a_clock_before_the_list_was_made_counts_as_the_minute_it_was_made(mobile: Phone) -> None:
    mobile.clock("1970-01-01T00:00:00")
    mobile.open(page())
    mobile.answer(1, "can")
    assert save(mobile)["given"] == f"{MADE:%Y-%m-%dT%H:%M}"
    assert code_shown(mobile).minutes == 0


def test_after_the_deadline_the_page_says_so(mobile: Phone) -> None:
    mobile.open(page())
    assert not mobile.shown("#late")
    mobile.clock("2027-05-18T12:01:00")
    mobile.driver.refresh()
    assert mobile.said("#late") == "Fristen er ute. Leiaren din avgjer om svaret kan bli med."
    assert mobile.shown("#late")


def test_nothing_answered_and_hours_that_are_none(mobile: Phone) -> None:
    mobile.open(page())
    mobile.tap("#save-button")
    assert mobile.said("#save-error") == "Svar på minst éi vakt først."
    assert mobile.run("return document.activeElement.name") == "place-1"
    mobile.answer(1, "can")
    for wrong in ("0", "256", "7,5", "x"):
        field = mobile.one("#most-hours")
        field.clear()
        field.send_keys(wrong)
        mobile.tap("#save-button")
        told = "Skriv eit heilt tal timar, til dømes 20 (høgst 255), eller la feltet stå tomt."
        assert mobile.said("#most-error") == told, wrong
        assert mobile.run("return document.activeElement.id") == "most-hours"
        assert field.get_attribute("aria-invalid") == "true"
    assert mobile.saves_nothing()
    field.clear()
    field.send_keys("255")
    assert mobile.said("#most-error") == ""
    assert save(mobile)["most_hours"] == 255


def test_the_code_is_copied_and_goes_into_links(mobile: Phone) -> None:
    mobile.command("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    mobile.open(page(answers_to="leiar@example.no"))
    mobile.answer(1, "can")
    save(mobile)
    code = str(mobile.one("#code").get_property("value"))
    assert re.fullmatch(r"HT1(-[0-9A-Z]{4})+(-[0-9A-Z]{1,3})?", code)
    link = str(mobile.one("#mail").get_property("href"))
    assert unquote(link) == f"mailto:leiar@example.no?subject=Svar på ekstravakter {code_of('1')}&body={code}"
    mobile.tap("#copy")
    mobile.wait(lambda: mobile.said("#copied"))
    assert mobile.said("#copied") == "Teksten er kopiert."
    assert mobile.clipboard() == code
    mobile.open(page(answers_to="+47 900 00 000"))
    mobile.answer(1, "can")
    save(mobile)
    assert unquote(str(mobile.one("#sms").get_property("href"))) == f"sms:+4790000000?&body={code}"
    assert mobile.all("#mail") == []
    # Where a browser gives no clipboard, the code is marked for whoever copies it herself.
    mobile.run("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    mobile.tap("#copy")
    mobile.wait(lambda: mobile.said("#copied"))
    assert mobile.said("#copied") == "Teksten er merkt. Kopier han sjølv."
    marked = "const area = document.getElementById('code'); return area.selectionEnd - area.selectionStart"
    assert mobile.run(marked) == len(code)


def test_without_scripts_the_page_is_paper(mobile: Phone) -> None:
    mobile.scripts(on=False)
    mobile.lay(page(answers_to="leiar@example.no"))
    assert not mobile.shown("input, button, textarea, #summary, fieldset")
    seen = mobile.one("body").text
    for words in ("nr. 1", "nr. 2", "nr. 3", code_of("1"), "1 vil gjerne, 2 kan", "leiar@example.no"):
        assert words in seen.replace("\xa0", " "), words
    mobile.look(dark=False, media="print")
    assert mobile.shown(".boxes")


def test_who_has_the_page_open_in_a_browser_is_not_told_to(mobile: Phone) -> None:
    mobile.open(page())
    mobile.one("#by-hand summary").click()
    assert mobile.shown("#by-hand .example")
    assert not mobile.shown(".unopened")
    mobile.look(dark=False, media="print")
    assert mobile.shown(".unopened")
    mobile.scripts(on=False)
    mobile.lay(page())
    assert mobile.shown(".unopened")


def test_on_paper_the_answers_stand_and_no_button(mobile: Phone) -> None:
    mobile.open(page())
    mobile.answer(1, "gladly")
    mobile.look(dark=False, media="print")
    assert not mobile.shown("#save-button, .clear, .summary a, .boxes")
    signs = mobile.run(
        "return [...document.querySelectorAll('.answers span')]"
        ".map((word) => getComputedStyle(word, '::before').content)"
    )
    assert signs[:3] == ['"☒"', '"☐"', '"☐"']


def test_nothing_is_asked_for_and_nothing_can_be_sent(mobile: Phone) -> None:
    mobile.open(page(answers_to="leiar@example.no"))
    mobile.answer(1, "gladly")
    save(mobile)
    assert {url.rsplit("/", 1)[1] for url in mobile.asked_for()} == {"page.html"}
    assert mobile.complaints() == []
    # And the policy holds: a script that got in could not send anything.
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        to = f"http://127.0.0.1:{server.getsockname()[1]}/"
        mobile.run("new Image().src = arguments[0]; fetch(arguments[0]).catch(() => 0)", to)
        mobile.run("navigator.sendBeacon(arguments[0], 'x')", to)
        with pytest.raises(TimeoutError):
            server.accept()
    assert sum("Content Security Policy" in line for line in mobile.complaints()) >= 2


@pytest.mark.parametrize(
    "evil",
    ["</script><script>window.hit = 1</script>", '"><img src=x onerror="window.hit = 1">', "{{ 7 * 7 }}"],
)
def test_harmful_names_are_read_and_do_nothing(mobile: Phone, evil: str) -> None:
    mobile.open(page(answers_to=evil, person=evil, unit=evil, shift=evil))
    mobile.answer(1, "gladly")
    save(mobile)
    assert mobile.run("return window.hit") is None
    assert evil in mobile.said("header")
    assert evil in mobile.said(".card")
    assert mobile.complaints() == []


def test_every_language_works(mobile: Phone) -> None:
    for language, shown in (
        (Language.BOKMAL, "Valgt: 1 vakt, 12,5"),
        (Language.ENGLISH, "Chosen: 1 shift, 12.5"),
    ):
        mobile.open(page(language=language))
        mobile.answer(3, "gladly")
        assert mobile.said("#sum").startswith(shown)
        assert save(mobile)["answers"] == [{"place": 3, "answer": "gladly"}]
