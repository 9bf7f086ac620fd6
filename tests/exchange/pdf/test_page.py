from datetime import date
from pathlib import Path

import pytest
from reportlab.lib.units import mm
from reportlab.platypus import Spacer
from reportlab.platypus.doctemplate import LayoutError

from heiltid.exchange.pdf.page import (
    A3_LANDSCAPE,
    FONT,
    PageHead,
    fitted,
    paragraph,
    pdf_bytes,
    table,
    write_pdf,
)
from heiltid.texts import Language

HEAD = PageHead(
    title="Rapport",
    unit_name="Solbakken <avd. 2> & co",
    plan_name="Framlegg 1",
    made_on=date(2026, 11, 2),
    language=Language.NYNORSK,
)


def lines(count: int) -> list:
    rows = [["Namn", "Prosent"], *([f"Person {number}", "75,5 %"] for number in range(count))]
    return [paragraph("Stillingar → <no> & då"), table(rows, [60 * mm, 30 * mm], numbers=(1,))]


def test_the_same_story_gives_the_same_bytes():
    assert pdf_bytes(lines(3), HEAD) == pdf_bytes(lines(3), HEAD)


def test_a_long_table_goes_on_over_the_page():
    # 14.4 points a line, 243 mm = 689 points a page: 100 lines need three pages.
    _, pages = pdf_bytes(lines(100), HEAD)
    assert pages == 3


def test_the_file_tells_its_language_and_no_author():
    data, _ = pdf_bytes(lines(1), HEAD)
    assert b"/Lang (nn)" in data
    assert b"/Author ()" in data
    assert b"/Title (Rapport)" in data


def test_every_font_is_in_the_file():
    # An archive keeps papers for years; a font the reader lacks would change them.
    data, _ = pdf_bytes(lines(1), HEAD, compress=False)
    assert b"/FontFile2" in data
    assert b"Helvetica" not in data


def test_an_a3_page_lies_down():
    data, pages = pdf_bytes(lines(1), HEAD, A3_LANDSCAPE)
    assert pages == 1
    assert b"/MediaBox [ 0 0 1190.551 841.8898 ]" in data


def test_the_old_file_stays_when_the_new_one_cannot_be_made(tmp_path: Path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    with pytest.raises(LayoutError):
        write_pdf(target, [Spacer(1, 900 * mm)], HEAD)
    assert target.read_bytes() == b"old"
    assert write_pdf(target, lines(1), HEAD) == 1
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_long_words_are_cut_with_dots():
    assert fitted("Kort", 100, FONT, 8) == "Kort"
    cut = fitted("Eit svært langt namn på ei eining", 60, FONT, 8)
    assert cut.endswith("…")
    assert len(cut) < 15
