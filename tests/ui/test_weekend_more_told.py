"""Where people lack at weekends and somebody may work one more, a click tells what hinders it."""

from __future__ import annotations

from pathlib import Path

from builders import demand, person, plan, row, unit
from PySide6.QtWidgets import QApplication

from heiltid.model import UnitFile
from tests.ui.desk import desk
from ui.position_reasons import ShownReasons

FREE, WEEKEND = "- - - - - - -", "- - - - - D1 D1"


def test_a_weekend_she_could_take_is_named(qapp: QApplication, tmp_path: Path) -> None:
    # One in three of six, and she has week 6: only week 3 lies three from it, over the seam too.
    ward = unit(
        weeks=6,
        employees=(person(weekend_every=3),),
        demand=(demand(frozenset({5, 6}), "07:30-15:00", 1),),
    )
    rota = plan(row(" ".join([*[FREE] * 5, WEEKEND])))
    document = desk(tmp_path, UnitFile(unit=ward, plans=(rota,))).document
    assert ShownReasons(document).weekend_count("1") == (
        "Arbeider 1 av 6 helger i turnusen.",
        "I 5 av helgene manglar det framleis folk, og ingenting hindrar ei vakt i veke 3.",
    )
