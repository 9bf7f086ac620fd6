"""The engine in a process of its own, as the window sees it: progress, and one end, whatever happens."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from heiltid.allocation import ShareReport
from heiltid.errors import InternalError
from heiltid.job_lines import (
    STOP_LINE,
    BadLineError,
    EngineError,
    EngineErrorKind,
    LineBuffer,
    Message,
    read_message,
    request_line,
)
from heiltid.jobs import SolveProgress, SolveReport, SolveRequest, Status
from heiltid.model import UnitFile
from ui.run_record import RunRecord

STOP_GRACE_MS = 10_000  # a polite stop takes a quarter of a second; a year's plan perhaps one
LEAVE_GRACE_MS = 2_000  # from the engine's last word to its end
KILL_WAIT_MS = 1_000
KEPT_ERROR_BYTES = 4_096

_TYPE_NAME = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception|Interrupt))\b", re.MULTILINE)
_WORDS_OF_MEMORY = re.compile(r"bad_alloc|MemoryError|memory allocation|allocate memory|Resource temporarily")


class JobEndKind(StrEnum):
    """How a job ended."""

    REPORT = "report"  # the engine told its result, whatever that is
    CANCELLED = "cancelled"
    NO_ANSWER = "no_answer"  # asked to stop, it did not answer in time and was killed
    CRASHED = "crashed"  # it died, or was killed from outside
    GARBAGE = "garbage"  # what it said cannot be understood, or does not fit the unit
    MEMORY = "memory"
    INTERNAL = "internal"  # it told of a fault of its own
    COULD_NOT_START = "could_not_start"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobEnd:
    """The one end of a job. `report` with kind REPORT only; `detail` is for whoever mends Heiltid:
    exit code or signal and the type of an exception, never anything of the unit."""

    kind: JobEndKind
    report: SolveReport | None = None
    shared: ShareReport | None = None  # in its place, where open shifts were shared out
    detail: str = ""

    @property
    def headline_key(self) -> str:
        """The text that says in few words what happened."""
        return f"job.headline.{self.kind.value}"

    @property
    def text_key(self) -> str:
        """The text that says what happened, that all is kept, and what to do."""
        return f"job.end.{self.kind.value}"


class SolveJob(QObject):
    """One run of the engine at a time. `ended` comes once for each start, never from within a call."""

    progressed = Signal(object)  # SolveProgress; the newest only, when several have come at once
    ended = Signal(object)  # JobEnd

    def __init__(self, worker_command: tuple[str, ...], parent: QObject | None = None) -> None:
        """worker_command: program and words that start a process speaking heiltid.job_lines."""
        super().__init__(parent)
        self._command = worker_command
        self._process: QProcess | None = None
        self._request: SolveRequest | None = None
        self._end: JobEnd | None = None
        self._began = 0.0
        self._lines = LineBuffer()
        self._record = RunRecord()
        self._errors = b""
        self._patience = _timer(self, self._lose_patience)
        self._announcing = _timer(self, self._announce)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def command(self) -> tuple[str, ...]:
        """What starts the engine."""
        return self._command

    @property
    def is_running(self) -> bool:
        """From `start` until `ended`."""
        return self._request is not None

    @property
    def request(self) -> SolveRequest | None:
        """What is being built; None when nothing is."""
        return self._request

    @property
    def record(self) -> RunRecord:
        """The steps of the newest job."""
        return self._record

    @property
    def seconds(self) -> float:
        """How long the newest job has been running."""
        return time.monotonic() - self._began

    def start(self, request: SolveRequest) -> None:
        """Begin. Raises InternalError while another job is running."""
        if self.is_running:
            raise InternalError("a job is running already")
        self._request, self._end, self._began = request, None, time.monotonic()
        self._lines, self._errors, self._record = LineBuffer(), b"", RunRecord()
        try:
            line = request_line(request)
        except BadLineError as error:
            self._conclude(JobEnd(kind=JobEndKind.INTERNAL, detail=type(error).__name__))
            return
        self._process = self._made_process()
        self._process.start()
        if self._process is not None:  # it may have failed to start, and said so, by now
            self._process.write(line)

    def stop(self) -> None:
        """Ask for the best so far. `ended` follows, with kind NO_ANSWER if the engine does not hear."""
        if self._process is not None and self._end is None and not self._patience.isActive():
            self._process.write(STOP_LINE)
            self._patience.start(STOP_GRACE_MS)

    def cancel(self) -> None:
        """End it and forget it: the process is gone when this returns, `ended` follows."""
        if self._process is not None:
            self._end = JobEnd(kind=JobEndKind.CANCELLED)
            self._kill()

    def close(self) -> None:
        """For the end of the program: no process is left behind, and nobody is told."""
        self.cancel()
        self._announcing.stop()

    def _made_process(self) -> QProcess:
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.readyReadStandardOutput.connect(self._hear)
        process.readyReadStandardError.connect(self._hear_errors)
        process.errorOccurred.connect(self._on_process_error)
        process.finished.connect(self._on_finished)
        return process

    def _hear(self) -> None:
        if self._process is None:
            return
        piece = bytes(self._process.readAllStandardOutput().data())
        newest: SolveProgress | None = None
        try:
            for line in self._lines.feed(piece):
                if self._end is not None:
                    break  # after the last word nothing counts
                newest = self._take(self._read(line)) or newest
        except BadLineError:
            if self._end is None:
                self._end = JobEnd(kind=JobEndKind.GARBAGE)
                self._process.kill()
        if newest is not None and self._end is None:
            self.progressed.emit(newest)

    def _read(self, line: bytes) -> Message:
        """What the engine says. Raises BadLineError for anything else."""
        return read_message(line)

    def _take(self, message: Message) -> SolveProgress | None:
        """Progress is handed back; anything else is the end. Raises BadLineError for an unfit report."""
        if isinstance(message, SolveProgress):
            self._record.add(message)
            return message
        if isinstance(message, EngineError):
            self._failed(message)
        else:
            if self._request is None or not _fits(self._request, message):
                raise BadLineError("a report on something else")
            self._let_go(JobEnd(kind=JobEndKind.REPORT, report=message))
        return None

    def _failed(self, error: EngineError) -> None:
        is_memory = error.kind is EngineErrorKind.MEMORY
        kind = JobEndKind.MEMORY if is_memory else JobEndKind.INTERNAL
        self._let_go(JobEnd(kind=kind, detail=_type_name(error.text)))

    def _let_go(self, end: JobEnd) -> None:
        """The engine has said its last word and ends by itself, or is helped to."""
        self._end = end
        if self._process is not None:
            self._process.closeWriteChannel()
            self._patience.start(LEAVE_GRACE_MS)

    def _hear_errors(self) -> None:
        if self._process is not None:
            newest = bytes(self._process.readAllStandardError().data())
            self._errors = (self._errors + newest[-KEPT_ERROR_BYTES:])[-KEPT_ERROR_BYTES:]

    def _lose_patience(self) -> None:
        if self._end is None:
            self._end = JobEnd(kind=JobEndKind.NO_ANSWER)
        self._kill()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
        if self._process is not None:  # it may have ended in between
            self._process.waitForFinished(KILL_WAIT_MS)

    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        # All others are followed by `finished`, or are no reason to give up.
        if error is QProcess.ProcessError.FailedToStart:
            self._conclude(JobEnd(kind=JobEndKind.COULD_NOT_START, detail=error.name))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._hear()
        self._hear_errors()
        self._conclude(self._end or self._died(code, status))

    def _died(self, code: int, status: QProcess.ExitStatus) -> JobEnd:
        """It went without a last word."""
        words = self._errors.decode("utf-8", errors="replace")
        way = "signal" if status is QProcess.ExitStatus.CrashExit else "exit"
        detail = f"{way} {code} {_type_name(words)}".rstrip()
        is_memory = _WORDS_OF_MEMORY.search(words) is not None
        return JobEnd(kind=JobEndKind.MEMORY if is_memory else JobEndKind.CRASHED, detail=detail)

    def _conclude(self, end: JobEnd) -> None:
        self._end = end
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._announcing.start(0)

    def _announce(self) -> None:
        end, self._end, self._request = self._end, None, None
        self.ended.emit(end)


def _timer(job: SolveJob, slot: object) -> QTimer:
    timer = QTimer(job, singleShot=True)
    timer.timeout.connect(slot)
    return timer


def _type_name(words: str) -> str:
    """The last exception's type that is named at the start of a line; nothing else is passed on."""
    found = _TYPE_NAME.findall(words)
    return found[-1] if found else ""


def _fits(request: SolveRequest, report: SolveReport) -> bool:
    """Whether a report can belong to the request at all; what its plan is worth the checker says."""
    plan, unit = report.plan, request.unit
    if plan is None:
        return report.status not in (Status.OPTIMAL, Status.FEASIBLE)
    if report.status in (Status.IMPOSSIBLE, Status.NO_ANSWER):
        return False
    from heiltid.store.faults import first_fault  # brings the roll-outs along: not when the window opens

    people = tuple(person.number for person in unit.employees)
    if tuple(row.employee for row in plan.rows) != people:
        return False
    return first_fault(UnitFile(unit=unit, plans=(plan,))) is None
