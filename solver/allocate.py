"""Extra shifts to the people who asked for them: lawful, and best by the goals in their order."""

from __future__ import annotations

import time

from heiltid.allocation import ShareReport, ShareRequest, ShareValue
from heiltid.booking.sharing import Sharing
from heiltid.jobs import ShouldStop, Status
from solver.share_greedy import completed


def allocate(request: ShareRequest, should_stop: ShouldStop) -> ShareReport:
    """Shares places out. There always is an answer, lawful but for what the leader decided herself."""
    started = time.monotonic()
    sharing = Sharing(request)

    def is_over() -> bool:
        return should_stop() or time.monotonic() - started > request.time_limit_seconds

    given = completed(sharing, {}, is_over)
    values = sharing.values_of(given)
    return ShareReport(
        status=Status.STOPPED if should_stop() else Status.FEASIBLE,
        allotments=sharing.allotments(given),
        goals=tuple(ShareValue(goal=goal, value=value) for goal, value in values.items()),
        seconds=time.monotonic() - started,
    )
