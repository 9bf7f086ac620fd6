"""People pasted from a spreadsheet: columns found by name or content, words understood, problems told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import A1, D1
from hypothesis import given, settings
from hypothesis import strategies as st
from pasted_lines import EMPTY, NN, STAFFED, lines, paste, told

from heiltid.exchange.pasted import PastedPeople, Twins
from heiltid.exchange.problems import problem_text
from heiltid.model import PLANNABLE_KINDS, Competence, Employee, ShiftKind, Status

DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT


def meanings(found: PastedPeople) -> list[str | None]:
    return [guess.meaning for guess in found.columns]


def shares(found: PastedPeople) -> list[tuple[int, int, int, int]]:
    return [(who.position_bp, who.wanted_bp, who.min_bp, who.max_bp) for who in found.employees]


def test_a_list_with_headings() -> None:
    found = paste(
        lines(
            "Ansattnr | Navn | Yrke | Stillingsprosent | Ønsket stilling | Helg | Langvakt",
            "1001 | Kari Li | Sykepleier | 80 % | 100 % | hver 3. | ja",
            "1002 | Ola By | Helsefagarbeider | 62,18 | | 2 | x",
        )
    )
    assert told(found) == []
    first, second = found.new
    assert first == Employee(
        number="1001",
        name="Kari Li",
        competence="nurse",
        position_bp=8_000,
        wanted_bp=10_000,
        min_bp=8_000,
        max_bp=10_000,
        weekend_every=3,
        kinds=PLANNABLE_KINDS,
        long_shifts=True,
    )
    assert (second.number, second.competence, second.position_bp, second.wanted_bp) == (
        "1002",
        "health worker",
        6_218,
        6_218,
    )
    assert (second.weekend_every, second.long_shifts) == (2, True)


@pytest.mark.parametrize(
    "heading",
    [
        "Namn | Kompetanse | Stilling | Ønskt",
        "Navn | Kompetanse | Stilling % | Ønsket %",
        "Name | Competence | Position | Wanted",
        "Tilsett | Profesjon | % | Ønskjer",
        "MEDARBEIDER | Tittel | St.% | ønsket stillingsprosent",
    ],
)
def test_headings_in_three_languages_and_by_other_names(heading: str) -> None:
    found = paste(lines(heading, "Kari Li | sjukepleiar | 80 | 100"))
    assert meanings(found) == ["Name", "Competence", "Position", "Wanted"]
    assert not any(guess.by_content for guess in found.columns)
    assert shares(found) == [(8_000, 10_000, 8_000, 10_000)]


def test_without_headings_the_contents_tell() -> None:
    found = paste(
        lines(
            "1 | Kari Li | spl | 80 | 100 | 3 | D, A",
            "2 | Ola By | hfa | 75 | 80 | 3 | DAN",
            "3 | Per Å | assistent | 50 | 50 | 2 | natt",
        )
    )
    assert meanings(found) == [
        "Number",
        "Name",
        "Competence",
        "Position",
        "Wanted",
        "Weekend every",
        "Kinds",
    ]
    assert all(guess.by_content for guess in found.columns)
    assert told(found) == []
    assert [who.competence for who in found.new] == ["nurse", "health worker", "assistant"]
    assert [who.kinds for who in found.new] == [{DAY, EVENING}, PLANNABLE_KINDS, {NIGHT}]
    read_as = "Yrka er lesne slik: spl = sjukepleiar; hfa = helsefagarbeidar."
    assert told(found, warnings=True)[-1] == read_as


def test_two_columns_are_enough_and_the_rest_is_told() -> None:
    found = paste(lines("Kari Li | 80", "Ola By | 75"))
    assert meanings(found) == ["Name", "Position"]
    assert [(who.number, who.name, who.weekend_every) for who in found.new] == [
        ("1", "Kari Li", 3),
        ("2", "Ola By", 3),
    ]
    assert told(found, warnings=True) == [
        "Det var ikkje kolonnar for alt, så dei nye fekk: ønskt stilling = stillinga i dag; "
        "arbeid høgst kvar 3. helg; ingen langvakter.",
        "Rader utan nummer: 2. Dei fekk 1–2.",
    ]


def test_without_night_shifts_nobody_new_works_nights() -> None:
    found = paste(lines("Kari Li | 80"), replace(EMPTY, shifts=(D1, A1)))
    assert found.new[0].kinds == {DAY, EVENING}


def test_semicolons_and_quoted_cells() -> None:
    found = paste("Navn;Stilling\nKari Li;80\n")
    assert [who.name for who in found.new] == ["Kari Li"]
    # Excel quotes a cell with a line end in it
    quoted = paste('Navn\tStilling\n"Kari\nLi"\t80\nOla By\t75\n')
    assert [who.name for who in quoted.new] == ["Kari Li", "Ola By"]
    # one stray quotation mark takes nothing with it
    stray = paste('Navn\tStilling\n"Kari Li\t80\nOla By\t75\nPer Å\t60\n')
    assert [who.name for who in stray.new] == ['"Kari Li', "Ola By", "Per Å"]


def test_fractions_of_a_position() -> None:
    # 1 = a full position in a column of fractions; 0,75 alone among percents is doubted, not changed
    found = paste(lines("Navn | Stilling", "Kari Li | 0,8", "Ola By | 1", "Per Å | 0,6218"))
    assert [who.position_bp for who in found.new] == [8_000, 10_000, 6_218]
    assert "Kolonnen «Stilling» er lesen slik at 1 er heil stilling og 0,8 er 80 %." in told(
        found, warnings=True
    )
    mixed = paste(lines("Navn | Stilling", "Kari Li | 80", "Ola By | 0,75"))
    assert [who.position_bp for who in mixed.new] == [8_000, 75]
    doubt = "Rad 3 (Ola By), «Stilling»: «0,75» blir lese som 0,75 %. Meinte du «75 %»?"
    assert doubt in told(mixed, warnings=True)


def test_a_column_called_stilling_may_hold_titles() -> None:
    found = paste(lines("Navn | Stilling | Stillingsprosent", "Kari Li | Avd.sykepleier | 80"))
    assert meanings(found) == ["Name", "Competence", "Position"]
    assert (found.new[0].competence, found.new[0].position_bp) == ("nurse", 8_000)


def test_first_and_last_names_are_joined() -> None:
    found = paste(lines("Etternavn | Fornavn | %", "Li | Kari | 80"))
    assert [who.name for who in found.new] == ["Kari Li"]
    assert meanings(found) == ["Name", "Name", "Position"]
    other = paste(lines("Førenamn | Etternamn | %", "Kari | Li | 80"))
    assert [who.name for who in other.new] == ["Kari Li"]


@pytest.mark.parametrize(
    ("typed", "every"),
    [
        ("3", 3),
        ("hver 3. helg", 3),
        ("1/4", 4),
        ("kvar tredje", 3),
        ("annakvar", 2),
        ("annenhver", 2),
        ("kvar helg", 1),
        ("aldri", 0),
        ("0", 0),
        ("1 av 4", 4),
    ],
)
def test_how_often_at_weekends(typed: str, every: int) -> None:
    found = paste(lines("Namn | Stilling | Helg", f"Kari Li | 80 | {typed}"))
    assert told(found) == []
    assert found.new[0].weekend_every == every


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Spl.", "nurse"),
        ("Avdelingssjukepleiar", "nurse"),
        ("Sykepleier m/videreutd.", "nurse"),
        ("Sjukepleier", "nurse"),
        ("sykepleiar", "nurse"),
        ("Hjelpepleier", "health worker"),
        ("Helsefagarbeider", "health worker"),
        ("ufaglært", "assistant"),
        ("Vernepleiar", "vernepleiar"),
        ("barnepleier", "Barnepleiar"),
        ("Pleieass.", "assistant"),
        ("vpl", "vernepleiar"),
        ("Vernepleier", "vernepleiar"),
        ("Barnepleiar", "Barnepleiar"),
    ],
)
def test_competences_by_other_words(typed: str, meant: str) -> None:
    own = (*EMPTY.competences, Competence(name="vernepleiar"), Competence(name="Barnepleiar"))
    found = paste(lines("Namn | Stilling | Yrke", f"Kari Li | 80 | {typed}"), replace(EMPTY, competences=own))
    assert told(found) == []
    assert found.new[0].competence == meant


def test_an_unknown_competence_is_told_and_a_student_is_no_nurse() -> None:
    found = paste(lines("Namn | Stilling | Yrke", "Kari Li | 80 | Sykepleierstudent", "Ola By | 75 | spl"))
    assert [who.name for who in found.new] == ["Ola By"]
    (problem,) = told(found)
    assert problem.startswith(
        "Rad 2 (Kari Li), «Yrke»: kompetansen «Sykepleierstudent» er ukjend. Legg han til som ny"
    )
    assert "Meinte du" not in problem
    assert found.suggestions == {}


def test_every_problem_at_once_with_row_and_column() -> None:
    found = paste(
        lines(
            "Nr | Namn | Stilling | Helg", "1 | Kari | tolv | 3", "2 | Ola | 120 | av og til", "1 | Per | | 3"
        )
    )
    assert found.employees == ()
    assert found.has_errors
    assert told(found) == [
        "Rad 2 (Kari), «Stilling»: fann «tolv», skal vere ein prosent frå 0 til 100.",
        "Rad 3 (Ola), «Stilling»: fann «120», skal vere ein prosent frå 0 til 100.",
        "Rad 3 (Ola), «Helg»: fann «av og til», skal vere eit heilt tal frå 0 til 52.",
        "Rad 4 (Per), «Nr»: «1» står alt i rad 2 (Kari), «Nr».",
        "Rad 4 (Per), «Stilling»: cella er tom; «Stilling» må fyllast ut.",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Ønska",
            "Ønska st. %",
            "Ønsket st.",
            "ønskt stilling",
            "Ønsket stillingsprosent",
            "Ønskjer st.pst",
        ),
        *(
            "Ønskje",
            "Ønskt still.",
            "Ønsker større stilling",
            "Vil ha",
            "Ny st.%",
            "Ønsket stillingsstørrelse",
        ),
    ],
)
def test_what_they_want_by_many_headings(heading: str) -> None:
    found = paste(lines(f"Tilsett | St.% | {heading}", "Kari Li | 60 | 80"))
    assert meanings(found) == ["Name", "Position", "Wanted"]
    assert found.new[0].wanted_bp == 8_000


@pytest.mark.parametrize("heading", ["Ønskt deltid", "Ønskjer natt", "Nytt", "Ønskt avdeling"])
def test_other_wishes_are_no_positions(heading: str) -> None:
    found = paste(lines(f"Namn | St.% | {heading}", "Kari Li | 60 | 80"))
    assert "Wanted" not in meanings(found)


def test_a_column_of_per_cents_that_is_not_read_is_told_first() -> None:
    found = paste(lines("Namn | Telefon | St.% | Plan", "Kari Li | 99887766 | 60 | 80"))
    assert told(found, warnings=True)[0] == (
        "Kolonnen «Plan» ser ut til å vere stillingar i prosent, men er ikkje lesen. "
        "Sei kva kolonnen er, til dømes den stillinga dei ønskjer."
    )
    asked_away = paste(lines("Namn | St.% | Plan", "Kari Li | 60 | 80"), meanings={3: None})
    assert not any("«Plan»" in line for line in told(asked_away, warnings=True))


def test_what_was_meant_can_be_accepted() -> None:
    text = lines(
        "Namn | St.% | Yrke", "Kari Li | 60 | sjukepleari", "Ola By | 75 | 0,75", "Per Å | 0,8 | ass"
    )
    found = paste(text)
    # "0,75" is no occupation anybody could have meant; "0,8" among per cents is doubted
    assert found.suggestions == {(2, 3): "sjukepleiar", (4, 2): "80 %"}
    again = paste(text, corrected=found.suggestions)
    assert [(who.name, who.competence, who.position_bp) for who in again.new] == [
        ("Kari Li", "nurse", 6_000),
        ("Per Å", "assistant", 8_000),
    ]
    assert again.suggestions == {}
    assert again.rows == {"1": 2, "2": 3, "3": 4}


def test_two_rows_of_one_name_are_pointed_out() -> None:
    found = paste(
        lines("Namn | St.%", "Liv Haugen | 70", "Per Å | 50", "LIV HAUGEN | 40", "Ledig | 20", "Ledig | 20")
    )
    assert len(found.new) == 5
    (twice,) = [line for line in told(found, warnings=True) if "fleire rader" in line]
    assert twice.startswith("«Liv Haugen» står i fleire rader: 2, 4.")


def test_places_without_headings_are_column_numbers() -> None:
    found = paste(lines("Kari Li | 80", "Ola By | 75", "Per Å | 800"))
    assert told(found) == ["Rad 3 (Per Å), kolonne 2: fann «800», skal vere ein prosent frå 0 til 100."]
    assert [who.name for who in found.new] == ["Kari Li", "Ola By"]


def test_no_positions_no_people() -> None:
    found = paste(lines("Kari Li", "Ola By"))
    assert found.employees == ()
    assert told(found)[0].startswith("Fann ingen kolonne med stillingar i prosent.")
    assert told(paste(" \n\t\n"))[0].startswith("Det er ingenting å lime inn.")
    assert told(paste("x\n" * 3_000))[0] == "Det du limte inn er for stort; grensa er 2000 rader."


def test_numbers_are_made_beyond_the_highest() -> None:
    found = paste(lines("Nr | Namn | Stilling", " | Per Å | 60", "12 | Eva Ø | 70", " | Liv Æ | 50"), STAFFED)
    assert [(who.number, who.name) for who in found.new] == [
        ("13", "Per Å"),
        ("12", "Eva Ø"),
        ("14", "Liv Æ"),
    ]
    assert "Rader utan nummer: 2. Dei fekk 13–14." in told(found, warnings=True)


def test_empty_posts_sums_and_columns_without_use() -> None:
    found = paste(
        lines(
            "Namn | Stilling | Telefon", "Kari Li | 80 | 99887766", "Ledig stilling | 20 | -", "Sum | 100 |"
        )
    )
    assert [(who.name, who.status, who.min_bp, who.max_bp) for who in found.new] == [
        ("Kari Li", Status.PERMANENT, 8_000, 8_000),
        ("Ledig stilling", Status.VACANT, 0, 10_000),
    ]
    assert told(found, warnings=True)[1:4] == [
        "Rad 3, «Namn»: «Ledig stilling» er lese som ei ledig stilling.",
        "Rad 4 (Sum): rada ser ut til å vere ein sum og er ikkje teken med.",
        "Kolonnen «Telefon» er ikkje lesen.",
    ]


def test_the_user_puts_a_guess_right() -> None:
    text = lines("Kari Li | 80 | 100", "Ola By | 75 | 80")
    assert shares(paste(text))[0][:2] == (8_000, 10_000)
    turned = paste(text, meanings={2: "Wanted", 3: "Position"})
    assert [(who.position_bp, who.wanted_bp) for who in turned.new] == [(10_000, 8_000), (8_000, 7_500)]
    left_out = paste(text, meanings={3: None})
    assert [(who.position_bp, who.wanted_bp) for who in left_out.new] == [(8_000, 8_000), (7_500, 7_500)]


@settings(max_examples=150)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "Namn",
                    "Stilling",
                    "Nr",
                    "Helg",
                    "Kari Li",
                    "7",
                    "80 %",
                    "0,5",
                    "spl",
                    "",
                    '"',
                    "x",
                    "Ledig",
                    "Sum",
                ]
            )
            | st.text(max_size=6),
            max_size=6,
        ),
        max_size=6,
    ),
    st.sampled_from(["\t", ";"]),
    st.sampled_from(list(Twins)),
)
def test_no_text_whatever_makes_it_stumble(rows: list[list[str]], sign: str, twins: Twins) -> None:
    found = paste("\n".join(sign.join(row) for row in rows), STAFFED, twins=twins)
    numbers = [who.number for who in (*STAFFED.employees, *found.new)]
    assert len(set(numbers)) == len(numbers)
    assert {who.number for who in found.changed} <= {"7", "8"}
    for who in found.employees:
        assert who.min_bp <= who.max_bp <= 10_000 - who.elsewhere_bp
    assert all(problem_text(problem, NN) for problem in found.problems)
