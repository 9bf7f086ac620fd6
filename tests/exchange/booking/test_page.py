"""One person's page: what stands on it, what must not, and that nothing in it can do harm."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from exchange.booking.lists import MADE, PLACES, SENT, code_of, home, token_of
from exchange.booking.pages import page, read

from heiltid.booking.places.position_if_taken import position_if_taken
from heiltid.exchange.booking import page_words
from heiltid.exchange.booking.page import page_html, write_page
from heiltid.exchange.booking.page_view import page_view
from heiltid.model.asking import PersonOffer, SentList
from heiltid.model.booking import Standing
from heiltid.texts import Language, catalogue

NYNORSK, ENGLISH = Language.NYNORSK, Language.ENGLISH
EVIL = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><b>x",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% if 1 %}",
    "<!-- <script>",
    "=HYPERLINK(1)&amp;\u2028\u202e\\u003c",
)
TAGS = frozenset(
    {
        *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article"),
        *("div", "p", "span", "small", "bdi", "strong", "h1", "h2", "h3", "a", "details", "summary"),
        *("fieldset", "legend", "label", "input", "button", "textarea", "script"),
    }
)


def offer(employee: str = "1") -> PersonOffer:
    found = SENT.offer_of(employee)
    assert found is not None
    return found


def test_the_page_says_what_when_how_it_counts_and_until_when() -> None:
    found = read(page())
    assert found.all("html") == [{"lang": "nn"}]
    assert "Ekstravakter i juni Kari · svar innan tysdag 18. mai kl. 12" in found.text
    # 1.-6. June 2027 lie in week 22, which begins on Monday 31 May.
    assert "Veke 22 31. mai–6. juni" in found.text
    assert "Tysdag 1. juni nr. 1 D1 Dagvakt 07:00–15:00 · 7,5 t Tel som meirarbeid." in found.text
    # 300 minutes extra, then 150 minutes of overtime.
    assert "Tel som meirarbeid. Ville blitt overtid siste 2,5 t." in found.text
    assert "Tel som ubunden tid, som alt er i stillinga di." in found.text
    assert "2 vakter er ikkje for deg denne gongen · kvifor?" in found.text
    assert "Du ville fått for lite kvile. 1 søn 06.06. N1" in found.text
    assert f"Den personlege koden din: {code_of('1')}." in found.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            (
                "Ekstravakter i juni",
                "Lørdag 5. juni",
                "svar innen tirsdag 18. mai kl. 12",
                "12,5 t",
                "Uke 22",
            ),
        ),
        (
            "en",
            (
                "Open shifts in June",
                "Saturday 5 June",
                "answer by Tuesday 18 May at 12:00",
                "12.5 h",
                "Week 22",
            ),
        ),
    ],
)
def test_the_other_languages(language: str, said: tuple[str, ...]) -> None:
    found = read(page(language=Language(language)))
    assert found.all("html") == [{"lang": language}]
    assert [words for words in said if words not in found.text.replace("\xa0", " ")] == []


def test_three_answers_to_each_offered_place_and_to_no_other() -> None:
    inputs = [entry for entry in read(page()).all("input") if entry["type"] == "radio"]
    assert [(entry["name"], entry["value"]) for entry in inputs] == [
        (f"place-{place}", value) for place in (1, 2, 3) for value in ("gladly", "can", "no")
    ]


def test_whatever_needs_the_script_is_hidden_until_it_has_run() -> None:
    found = read(page(answers_to="leiar@example.no"))
    shown = [tag for tag, attributes in found.elements if tag in ("fieldset",) and "hidden" not in attributes]
    assert shown == []
    hidden = {attributes.get("id") for _, attributes in found.elements if "hidden" in attributes}
    assert {"summary", "most", "save", "done", "late", "not-kept"} <= hidden
    # What helps without it is there: the code, the numbers, an example, an address with the code in it.
    assert f"{code_of('1')}: 1 vil gjerne, 2 kan, høgst 20 timar" in found.text
    links = [entry["href"] for entry in found.all("a") if str(entry["href"]).startswith("mailto:")]
    assert links[0] == (
        f"mailto:leiar@example.no?subject=Svar%20p%C3%A5%20ekstravakter%20{code_of('1')}"
        f"&body={code_of('1')}%3A%20"
    )


def test_nothing_of_others_stands_in_it() -> None:
    places = tuple(replace(place, whose="LINE-7788", lacking_minutes=4711) for place in PLACES)
    html = page_html(home(), replace(SENT, places=places), offer(), token_of("1"), NYNORSK)
    for word in (
        "LINE-7788",
        "4711",
        "Ola",
        "Dunk",
        "Vikar",
        "Nordmann",
        "absence",
        "vacancy",
        "understaffed",
    ):
        assert word not in html, word
    assert token_of("2") not in html
    assert code_of("2") not in html


@pytest.mark.parametrize("evil", EVIL)
def test_names_are_text_and_nothing_else(evil: str) -> None:
    html = page(answers_to=evil, person=evil, unit=evil, shift=evil)
    found = read(html)
    assert {tag for tag, _ in found.elements} <= TAGS
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert len(found.all("script")) == 2
    assert {str(entry["href"])[:7] for entry in found.all("a")} <= {"#save", "mailto:", "sms:"}
    assert " ".join(evil.split()) in found.text
    assert "49" not in found.text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("to", ["", "leiar@example.no", "+47 900 00 000", "hylla på vaktrommet"])
def test_nothing_is_loaded_from_anywhere(language: Language, to: str) -> None:
    html = page(language=language, answers_to=to)
    assert re.findall(r"\w+://|\bsrc=|\burl\(|@import|<link|<iframe|\beval\(|\bfetch\(|innerHTML", html) == []
    found = read(html)
    assert not [
        name for _, attributes in found.elements for name in attributes if name in ("style", "action")
    ]


def test_the_policy_allows_the_pages_own_style_and_script_alone() -> None:
    found = read(page())
    policy = next(entry for entry in found.all("meta") if "http-equiv" in entry)["content"]
    style, script = found.codes["style"][0], found.codes["script"][1]
    hashes = [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in (script, style)]
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes[0]}'; style-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "\r" not in page()


@pytest.mark.parametrize(
    ("written", "mail", "number"),
    [
        ("leiar@example.no", "leiar@example.no", ""),
        (" Leiar.To@post.kommune.example.no ", "Leiar.To@post.kommune.example.no", ""),
        ("+47 900 00 000", "", "+4790000000"),
        ("90000000", "", "90000000"),
        ("leiar@example.no?bcc=x@example.no", "", ""),
        ("leiar@example.no, to@example.no", "", ""),
        ("a%0a@example.no", "", ""),
        ('x@y.no"onclick="alert(1)', "", ""),
        ("javascript:alert(1)", "", ""),
        ("4790;ext=1", "", ""),
        ("1234", "", ""),
        ("postboksen", "", ""),
        ("", "", ""),
    ],
)
def test_only_an_address_or_a_number_becomes_a_link(written: str, mail: str, number: str) -> None:
    found = page_words.answers_to(written)
    assert (found.mail, found.number, found.shown) == (mail, number, written.strip())
    hrefs = {str(entry["href"]).split(":")[0] for entry in read(page(answers_to=written)).all("a")}
    assert hrefs == {"#save", *(["mailto"] if mail else []), *(["sms"] if number else [])}


def test_somebody_who_is_offered_nothing_is_told_why_and_asked_nothing() -> None:
    found = read(page("2"))
    assert "Ingen av vaktene på lista er for deg denne gongen." in found.text
    assert "Du arbeider alt den dagen." in found.text
    assert found.all("input") == found.all("script") == found.all("button") == []
    assert "open" in found.all("details")[0]


def test_places_that_are_all_the_same_to_her_stand_together() -> None:
    # 1, 6 and 7 are the same shift; 8 is too, but would be overtime.
    first = PLACES[0]
    places = (*PLACES, *(replace(first, number=number, whose=str(number)) for number in (6, 7, 8)))
    standings = (
        *(Standing(place=number, employee="1", extra_minutes=450) for number in (7, 1, 6)),
        Standing(place=8, employee="1", overtime_minutes=450),
    )
    mine = PersonOffer(employee="1", standings=standings)
    view = page_view(home(), replace(SENT, places=places), mine, NYNORSK)
    assert [card.numbers for card in view.cards] == [(1, 6, 7), (8,)]
    assert view.offered == (1, 6, 7, 8)
    found = read(page_html(home(), replace(SENT, places=places), mine, token_of("1"), NYNORSK))
    assert "nr. 1, 6–7 D1 Dagvakt 07:00–15:00 · 7,5 t · 3 ledige" in found.text
    assert found.known["offered"] == [1, 6, 7, 8]


def test_places_that_are_not_for_her_are_counted_by_reason() -> None:
    first = PLACES[0]
    places = (*PLACES, replace(first, number=6), replace(first, number=7))
    refused = offer("2").standings[0]
    standings = tuple(replace(refused, place=number) for number in (1, 6, 2, 7))
    view = page_view(
        home(), replace(SENT, places=places), PersonOffer(employee="2", standings=standings), NYNORSK
    )
    (entry,) = view.not_offered
    assert (entry.count, entry.places) == (4, ("tys 01.06. 3 × D1", "ons 02.06. A1"))


def test_the_position_is_reckoned_as_everywhere_else() -> None:
    known = read(page()).known["position"]
    # One week of 35.5 h; 75 % now, at most 100 %.
    assert known == {"position_bp": 7500, "most_bp": 10_000, "full_time_minutes": 2130}
    taken = [standing for standing in offer().offered if standing.extra_minutes]
    extra = sum(standing.extra_minutes for standing in taken)
    then = min(known["most_bp"], known["position_bp"] + round(extra * 10_000 / known["full_time_minutes"]))
    assert then == position_if_taken(home(), SENT, "1", taken)


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ((date(2027, 6, 1), date(2027, 6, 30)), "Ekstravakter i juni"),
        ((date(2027, 6, 30), date(2027, 9, 1)), "Ekstravakter juni–september"),
        ((date(2027, 12, 30), date(2028, 1, 1)), "Ekstravakter desember–januar"),
        ((), "Ledige vakter"),
    ],
)
def test_the_heading_names_the_months(days: tuple[date, ...], shown: str) -> None:
    assert page_words.title(days, NYNORSK) == shown


@pytest.mark.parametrize(
    ("deadline", "language", "shown"),
    [
        (datetime(2027, 5, 18, 12), NYNORSK, "svar innan tysdag 18. mai kl.\xa012"),
        (datetime(2027, 5, 18, 0), NYNORSK, "svar innan tysdag 18. mai kl.\xa00"),
        (datetime(2027, 5, 18, 8, 5), NYNORSK, "svar innan tysdag 18. mai kl.\xa008:05"),
        (datetime(2027, 5, 18, 12), ENGLISH, "answer by Tuesday 18 May at 12:00"),
    ],
)
def test_the_deadline_in_words(deadline: datetime, language: Language, shown: str) -> None:
    assert page_words.answer_by(deadline, language) == shown


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        ((450, 0, 0), "Tel som ubunden tid, som alt er i stillinga di."),
        ((0, 450, 0), "Tel som meirarbeid."),
        ((0, 0, 450), "Ville blitt overtid."),
        ((60, 390, 0), "Tel som ubunden tid 1 t og meirarbeid 6,5 t."),
        ((0, 330, 120), "Tel som meirarbeid. Ville blitt overtid siste 2 t."),
        ((330, 0, 120), "Tel som ubunden tid. Ville blitt overtid siste 2 t."),
        ((60, 120, 270), "Tel som ubunden tid 1 t og meirarbeid 2 t. Ville blitt overtid siste 4,5 t."),
    ],
)
def test_how_a_shift_counts(minutes: tuple[int, int, int], shown: str) -> None:
    unbound, extra, overtime = minutes
    standing = Standing(
        place=1, employee="1", unbound_minutes=unbound, extra_minutes=extra, overtime_minutes=overtime
    )
    assert page_words.counts(standing, NYNORSK).replace("\xa0", " ") == shown


def test_strains_are_told_where_they_concern_the_reader() -> None:
    standing = Standing(place=1, employee="1", strains=("quick_returns", "position_hours", "days_in_row"))
    assert page_words.strains(standing, NYNORSK) == (
        "Kort kvile før eller etter ei anna vakt.",
        "Mange arbeidsdagar på rad.",
    )
    rules = {key.removeprefix("booking_page.strain.") for key in catalogue() if "booking_page.strain." in key}
    assert {f"rule.{rule}" for rule in rules} <= set(catalogue())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kari Nordmann", "Kari"),
        ("Anne-Marie O'Brien", "Anne-Marie"),
        ("Åse", "Åse"),
        ("Timevikar 2", "Timevikar 2"),
        ("", ""),
    ],
)
def test_people_are_called_by_their_first_name(name: str, shown: str) -> None:
    assert page_words.called(name) == shown


def test_the_numbers_of_a_card_are_written_as_an_answer_may_be() -> None:
    assert [page_words.numbers(found) for found in ((3,), (3, 4), (3, 4, 5, 9), (3, 9, 10))] == [
        "3",
        "3–4",
        "3–5, 9",
        "3, 9–10",
    ]


def test_a_red_day_is_marked() -> None:
    # 17 May 2027 is Whit Monday and the constitution day.
    unit = replace(home(), start=date(2027, 5, 17))
    place = replace(PLACES[0], on=date(2027, 5, 17))
    sent = SentList(code="K7F2", made_at=MADE, deadline=MADE, places=(place,), offers=())
    mine = PersonOffer(employee="1", standings=(Standing(place=1, employee="1", extra_minutes=450),))
    (card,) = page_view(unit, sent, mine, NYNORSK).cards
    assert (card.is_red, card.is_free_day) == (True, True)
    assert "Måndag 17. mai raud dag" in read(page_html(unit, sent, mine, token_of("1"), NYNORSK)).text


def test_the_page_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "Kari.html"
    write_page(path, home(), SENT, offer(), token_of("1"), ENGLISH, "leiar@example.no")
    assert path.read_bytes().decode("utf-8") == page(language=ENGLISH, answers_to="leiar@example.no")
