"""Headings as the lists of municipalities really have them, and those that must not be taken."""

from __future__ import annotations

import pytest
from pasted_lines import lines, paste, told

from heiltid.exchange.pasted import PastedPeople
from heiltid.exchange.pasting.headings import heading_meanings

KNOWN = {
    "Number": "Ansattnr|Ansattnr.|Ressursnr|Tilsettnummer|Employee no",
    "Name": "Navn|Namn *|Namna|Navn:|Namn (fylles ut)|1. Navn|For- og etternavn|Etternavn, fornavn"
    "|Navn (etternavn, fornavn)|Fornavn og etternavn|Name (required)",
    "Last name": "Etternavn",
    "First name": "Fornavn",
    "Competence": "Tittel|Yrkestittel|Stillingskode|Stillingskode/tittel|Stillingskode / tittel"
    "|Stillingskode og tittel|Stillingskode/-tittel|Job title",
    "Position": "Stillingsprosent|Stillings- prosent|Stillings-%|St.%|St. %|St.pst|Stillingsbrøk|Fast %"
    "|Avtalt %|Fast stilling i %|Stilling i %|Stilling i prosent|Stilling (%)|Stilling (i %)|% stilling"
    "|Stilling i dag (%)|Nåværende stilling|Dagens stillingsprosent|%|Position in %",
    "Wanted": "Ønska stilling i %|Ønska|Ønsket %|Ønskjer|Ønske om større stilling|Ønskt stillingsprosent"
    "|Ønskt stilling (%)|Ønsket stilling/prosent|Stilling (ønska)|Stillingsprosent ønsket|Wanted|Vil ha"
    "|Hvor stor stilling ønsker du|Desired position in %|Wanted position (%)|Større stilling",
    "Min": "Min. stilling %|Minste stilling i prosent",
    "Max": "Største stilling|Maks %",
    "Weekend every": "Helg|Helg*|Helgefrekvens|Helger",
    "Weekend group": "Helgegruppe|Helge-gruppe|Helgegr.|Weekend group",
    "Long shifts": "Langvakt|Langvakt(er)|Langvakter|Langvaktene",
    "Night": "Natt|Nattevakt|Nattevakt (ja/nei)|Natt (kryss av)",
}
OTHERS = (
    "Merknad|Merknader|Merknad/helg|Kommentar (helg)|Telefon|Tlf.|Telefon/e-post|Fødselsdato|Født|E-post"
    "|E-mail|Lønn|Lønnstrinn|Lønn i %|Sykefravær %|Personnummer|Stillingsnr|Stillings-ID|Avdeling"
    "|Timer pr uke|Helgetimer|Nattillegg|Ønsker helg|Ønska vakter|Helg %|Stilling (vikariat)|Fast|Ny|Dag"
)
PAIRS = [(typed, name) for name, all_typed in KNOWN.items() for typed in all_typed.split("|")]


def meanings(found: PastedPeople) -> list[str | None]:
    return [guess.meaning for guess in found.columns]


@pytest.mark.parametrize(("heading", "meaning"), PAIRS)
def test_a_heading_is_known_in_its_many_forms(heading: str, meaning: str) -> None:
    assert heading_meanings(heading) == (meaning,)


@pytest.mark.parametrize("heading", OTHERS.split("|"))
def test_a_heading_of_something_else_is_not_taken(heading: str) -> None:
    assert heading_meanings(heading) == ()


def test_the_list_with_codes_and_units_is_read_whole() -> None:
    found = paste(
        lines(
            "Namn | Stillingskode/tittel | Stilling i % | Ønska stilling i %",
            "Kari Li | 7174 Sjukepleiar | 60 | 80",
            "Ola By | 6572 Assistent | 50 |",
        )
    )
    assert meanings(found) == ["Name", "Competence", "Position", "Wanted"]
    assert [(who.competence, who.position_bp, who.wanted_bp) for who in found.new] == [
        ("nurse", 6_000, 8_000),
        ("assistant", 5_000, 5_000),
    ]


def test_a_line_break_inside_the_cell_changes_nothing() -> None:
    found = paste('Namn\t"Stillings-\nprosent"\t"Ønska\nstilling\ni %"\r\nKari Li\t60\t80\r\n')
    assert meanings(found) == ["Name", "Position", "Wanted"]


@pytest.mark.parametrize(
    ("heading", "cells", "meaning"),
    [
        ("Namn/ansattnr", ("Kari Li", "Ola By"), "Name"),
        ("Ansattnr/namn", ("101", "102"), "Number"),
        ("Stilling/tittel", ("Sjukepleiar", "Assistent"), "Competence"),
        ("Stilling/tittel", ("80", "50"), "Position"),
        ("Stilling", ("Miljøterapeut", "Kokk"), "Competence"),
        ("Stillingskode", ("7174", "6572"), None),  # a code alone is no competence
        ("Turnus", ("dag og kveld", "D"), "Kinds"),
        ("Turnus", ("3-delt", "2-delt"), "Kinds"),
        ("Turnus", ("Rullerande", "Fast"), None),
    ],
)
def test_where_a_heading_names_two_things_the_cells_decide(
    heading: str, cells: tuple[str, str], meaning: str | None
) -> None:
    other = "Person" if meaning != "Name" else "Rom"
    rows = [f"{cell} | Tom {name}" for cell, name in zip(cells, ("As", "Os"), strict=True)]
    assert meanings(paste(lines(f"{heading} | {other}", *rows)))[0] == meaning


def test_a_heading_of_two_shares_is_left_to_the_user() -> None:
    found = paste(lines("Namn | Fast % | Ønska stilling/fast stilling", "Kari Li | 80 | 90"))
    assert meanings(found) == ["Name", "Position", None]


def test_the_share_of_something_else_is_never_a_position() -> None:
    found = paste(lines("Namn | Sykefravær %", "Kari Li | 12", "Ola By | 8"))
    assert meanings(found) == ["Name", None]
    assert any("stilling" in line for line in told(found))
