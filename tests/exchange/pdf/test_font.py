from reportlab.pdfbase.ttfonts import TTFontFile

from heiltid.exchange.pdf.font import extended_font

MADE_UP = TTFontFile(extended_font("Vera.ttf", "HeiltidSans"), validate=1)
ORIGINAL = TTFontFile("Vera.ttf")


def lacking(words: str) -> list[str]:
    return [letter for letter in words if ord(letter) not in MADE_UP.charToGlyph]


def test_what_our_texts_use_is_there():
    assert lacking("abcåøæÅØÆ«»–→←↑↓−▲▼▽●◆□☐✓§·…× 0123456789") == []


def test_names_from_elsewhere_are_there():
    assert lacking("Małgorzata Wiśniewska ąęńóśźżĄĘŃŚŹŻ őűțș Ŋŋŧđč Nguyễn Thị Hằng Šarūnas Žydrė") == []


def test_what_the_font_had_is_as_it_was():
    had = ORIGINAL.charToGlyph
    assert {code: MADE_UP.charToGlyph[code] for code in had} == had
    assert all(MADE_UP.charWidths[code] == ORIGINAL.charWidths[code] for code in had)


def test_a_letter_with_an_accent_is_as_wide_as_the_letter():
    # Otherwise a column of names would not stand under one another.
    for letter, base in (("ś", "s"), ("Ę", "E"), ("ễ", "e"), ("ŋ", "n"), ("ŧ", "t")):
        assert MADE_UP.charWidths[ord(letter)] == MADE_UP.charWidths[ord(base)]


def test_it_bears_a_name_of_its_own_as_the_licence_asks():
    assert MADE_UP.name == b"HeiltidSans"
    assert b"Vera" not in bytes(MADE_UP.familyName)
