"""Absences by the words people write."""

from __future__ import annotations

import pytest

from heiltid.absence_words import absence_meant, sick_code
from heiltid.texts import Language

NN, NB, EN = Language.NYNORSK, Language.BOKMAL, Language.ENGLISH


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("Ferie", "FE"), ("ferien", "FE"), ("FERIE ", "FE"), ("fe", "FE"), ("Holiday", "FE")),
        *(("permisjon", "PERM"), ("perm", "PERM"), ("Perm.", "PERM"), ("foreldrepermisjon", "PERM")),
        *(("sjukmelding", "SJUK"), ("sjuk", "SJUK"), ("Syk", "SJUK"), ("sykemeldt", "SJUK")),
        *(("SYK", "SYK"), ("egm", "EGM"), ("kurs", "KURS"), ("Avsp", "AVSP"), ("", "")),
    ],
)
def test_a_word_is_its_code_and_any_other_a_code_itself(typed: str, code: str) -> None:
    assert absence_meant(typed, NN) == code


def test_the_code_for_sick_leave_is_the_units_or_that_of_the_language() -> None:
    assert [sick_code(language) for language in (NN, NB, EN)] == ["SJUK", "SYK", "SJUK"]
    assert absence_meant("sjuk", NN, ["FE", "SYK"]) == "SYK"
    assert absence_meant("syk", NB, ["SJUK"]) == "SJUK"
    assert absence_meant("syk", NB, ["SJUK", "SYK"]) == "SYK"  # both are used: the language decides


def test_a_code_of_the_units_own_stays_itself() -> None:
    assert absence_meant("ferie", NN, ["FERIE"]) == "FERIE"
    assert absence_meant("kurs", NN, ["Kurs"]) == "Kurs"
