"""Open shifts shared out in the engine's process: as a build, but it is over in seconds."""

from __future__ import annotations

from heiltid.allocation import ShareReport, ShareRequest
from heiltid.job_lines import BadLineError, EngineError, ShareMessage, read_share_message
from ui.desk import Desk
from ui.solve_job import JobEnd, JobEndKind, SolveJob


class ShareJob(SolveJob):
    """`start` takes a ShareRequest; the end of a sharing that went well carries `shared`."""

    def _read(self, line: bytes) -> ShareMessage:
        return read_share_message(line)

    def _take(self, message: ShareMessage) -> None:
        """It tells of no progress: what comes is the end. Raises BadLineError for an unfit report."""
        if isinstance(message, EngineError):
            self._failed(message)
        elif isinstance(self.request, ShareRequest) and _fits(self.request, message):
            self._let_go(JobEnd(kind=JobEndKind.REPORT, shared=message))
        else:
            raise BadLineError("a report on something else")


def share_job(desk: Desk) -> ShareJob:
    """The one there is: it outlives a window that is made anew for its language."""
    found = desk.findChild(ShareJob)
    if found is None:
        found = ShareJob(desk.job.command, desk)
        desk.document.replaced.connect(found.cancel)
    return found


def _fits(request: ShareRequest, report: ShareReport) -> bool:
    """Whether a report can belong to the request at all."""
    places = {place.number for place in request.places}
    people = {person.number for person in request.unit.employees}
    return all(
        entry.place in places and (entry.employee is None or entry.employee in people)
        for entry in report.allotments
    )
