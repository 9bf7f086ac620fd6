"""The code of an absence, by whatever word somebody writes for it in any of the languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from heiltid.notation import ABSENCE_CODES
from heiltid.spelling import normal
from heiltid.texts import Language

HOLIDAY, LEAVE = "FE", "PERM"
SICK, SICK_BOKMAL = "SJUK", "SYK"  # the same absence, as the two written languages have it
_SICK_WORDS = (
    *("sjuk", "sjuke", "sjukdom", "sjukmelding", "sjukemelding", "sjukmeld", "sjukmeldt", "sjukefråvær"),
    *("sjukefråver", "sjukepermisjon", "eigenmelding sjuk"),
    *("syk", "syke", "sykdom", "sykmelding", "sykemelding", "sykmeldt", "sykemeldt", "sykefravær"),
    *("sick", "sick leave", "ill", "illness"),
)
_WORDS: Mapping[str, tuple[str, ...]] = {
    HOLIDAY: (
        *("ferie", "ferien", "feriar", "ferier", "feriedag", "feriedagar", "feriedager", "sommarferie"),
        *("sommerferie", "ferieveke", "ferieuke", "holiday", "holidays", "vacation", "annual leave"),
    ),
    LEAVE: (
        *("permisjon", "permisjonen", "perm.", "velferdspermisjon", "foreldrepermisjon", "leave"),
        *("leave of absence", "permission", "parental leave"),
    ),
    SICK: _SICK_WORDS,
}
_MEANT = {normal(word): code for code, words in _WORDS.items() for word in words}


def sick_code(language: Language, used: Iterable[str] = ()) -> str:
    """The code for sick leave: the one of the two a unit uses alone, else that of the language."""
    known = {code.upper() for code in used} & {SICK, SICK_BOKMAL}
    if len(known) == 1:
        return known.pop()
    return SICK_BOKMAL if language is Language.BOKMAL else SICK


def absence_meant(typed: str, language: Language, used: Iterable[str] = ()) -> str:
    """The code that is meant; what is none of the words is a code itself, in capital letters.

    used: codes the unit's absences have; a word that is one of them stays it. "sick" is the sick code of
    the unit, "SJUK" and "SYK" in capital letters are themselves.
    """
    written = " ".join(typed.split())
    known = {code.casefold(): code for code in (*ABSENCE_CODES, *used)}
    found = known.get(written.casefold())
    is_sick = found in (SICK, SICK_BOKMAL) and written != found
    if found is not None and not is_sick:
        return found
    meant = SICK if is_sick else _MEANT.get(normal(written))
    if meant is None:
        return written.upper()
    return sick_code(language, used) if meant == SICK else meant
