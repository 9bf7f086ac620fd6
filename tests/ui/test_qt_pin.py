"""Why PySide6 is pinned: 6.12.0 on Python 3.11 loses references to None and True in Signal.emit."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

TIMES = 5_000


class Sender(QObject):
    said = Signal(object)


def test_none_and_true_arrive_five_thousand_times(qapp: object) -> None:
    heard: list[object] = []
    sender = Sender()
    sender.said.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        sender.said.emit(None)
        sender.said.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert heard == [None, True] * TIMES
    # The list holds 5 000 of each; a version that loses one per emit ends about where it began, or lower.
    # From Python 3.12 on the two live for ever and their counts say nothing.
    if sys.version_info < (3, 12):
        assert after[0] - before[0] > TIMES * 9 // 10
        assert after[1] - before[1] > TIMES * 9 // 10
