"""python -m tests.bench.candidates: who can take tonight? How long that takes over Solbakken's summer.

Cold: a booking opened and one place asked of, the roll-out's decisions taken off and on included. Warm:
every place of the summer after that. The median of several, in milliseconds; the promise is below 100.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "booking")]

from summer import FIRST, summer  # noqa: E402

from heiltid.booking.dates.rolling import decide  # noqa: E402
from heiltid.booking.places.candidates import Candidates  # noqa: E402
from heiltid.booking.places.open_places import open_places  # noqa: E402
from heiltid.booking.places.taking import cells_of_taking  # noqa: E402
from heiltid.model.asking import Booking  # noqa: E402

TAKEN, COLD_TIMES = 40, 7


def filled() -> Booking:
    """The summer with some of its places taken."""
    weeks = summer()
    booking = Booking(secret=b"s" * 32, rollout=weeks)
    everybody = Candidates(booking)
    cells = {}
    for place in open_places(weeks.unit, weeks.plan, weeks.lost)[:: 329 // TAKEN]:
        best = everybody.of(place)[0]
        if best.standing.can:
            cells |= cells_of_taking(weeks.plan, place, best.employee, FIRST)
    return Booking(secret=b"s" * 32, rollout=decide(weeks, cells, "L", datetime(2027, 6, 1, 12, 0)))


def main() -> None:
    """Prints both figures."""
    booking = filled()
    rollout = booking.rollout
    assert rollout is not None
    places = open_places(rollout.unit, rollout.plan, rollout.lost)
    cold = []
    for place in places[:COLD_TIMES]:
        began = time.perf_counter()
        Candidates(booking).of(place)
        cold.append(time.perf_counter() - began)
    everybody = Candidates(booking)
    warm = []
    for place in places:
        began = time.perf_counter()
        everybody.of(place)
        warm.append(time.perf_counter() - began)
    print(f"decisions {len(rollout.decisions)}, open places {len(places)}")
    print(f"cold: median {statistics.median(cold) * 1000:.0f} ms, worst {max(cold) * 1000:.0f} ms")
    print(f"warm: median {statistics.median(warm) * 1000:.1f} ms, worst {max(warm) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
