"""The lines between a front end and the engine's process: exact both ways, and closed to anything else."""

from __future__ import annotations

import json
import math
import time
from datetime import datetime

import pytest
from builders import person, row, unit
from hypothesis import given, settings
from hypothesis import strategies as st
from unit_strategies import plans, units

from heiltid import job_lines
from heiltid.allocation import Asked, ShareGoal, ShareReport, ShareRequest, ShareValue
from heiltid.job_lines import (
    STOP_LINE,
    BadLineError,
    EngineError,
    EngineErrorKind,
    LineBuffer,
    message_line,
    read_message,
    read_request,
    read_share_message,
    read_stop,
    request_line,
)
from heiltid.jobs import Clash, Goal, GoalValue, SolveProgress, SolveReport, SolveRequest, Status
from heiltid.model import Decision, GoalReached, Origin, Plan, PlanRole
from heiltid.model.asking import Allotment, BookingSettings, Choice, Willingness
from heiltid.model.booking import OpenPlace, OpenWhy, Overtime

words = st.text(max_size=8)
numbers = st.floats(allow_nan=False, allow_infinity=False)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1))
goal_values = st.builds(GoalValue, goal=st.sampled_from(Goal), value=numbers, bound=st.none() | numbers)
reached = st.builds(GoalReached, name=words, value=numbers, bound=st.none() | numbers)
origins = st.builds(
    Origin,
    made_at=moments,
    status=words,
    seconds=numbers,
    seed=st.integers(),
    workers=st.integers(),
    bound_average_position_bp=st.none() | numbers,
    goals=st.lists(reached, max_size=2).map(tuple),
)
decisions = st.builds(
    Decision,
    rule=words,
    employee=st.none() | words,
    days=st.lists(st.integers(0, 363), max_size=3).map(tuple),
    reason=words,
    by=words,
    decided_at=moments,
)
clashes = st.builds(
    Clash,
    rules=st.lists(words, max_size=3).map(tuple),
    employee=st.none() | words,
    days=st.lists(st.integers(0, 363), max_size=3).map(tuple),
    amount=st.none() | st.integers(),
    unit=st.none() | words,
)
progress = st.builds(
    SolveProgress,
    stage=words,
    seconds=numbers,
    fraction=numbers,
    goals=st.lists(goal_values, max_size=3).map(tuple),
    understaffed_minutes=st.none() | st.integers(),
    average_position_bp=st.none() | numbers,
)
errors = st.builds(EngineError, kind=st.sampled_from(EngineErrorKind), text=words)


@st.composite
def whole_plans(draw: st.DrawFn, role: PlanRole) -> tuple[Plan, job_lines.SolveRequest]:
    """A plan with all it may remember, and a request for its unit."""
    ward = draw(units())
    plan = draw(plans(ward, role))
    full = Plan(
        name=plan.name,
        role=plan.role,
        rows=plan.rows,
        origin=draw(st.none() | origins),
        decisions=tuple(draw(st.lists(decisions, max_size=2))),
    )
    request = SolveRequest(
        unit=ward,
        today=draw(st.sampled_from([None, full])),
        time_limit_seconds=draw(numbers),
        seed=draw(st.integers()),
        workers=draw(st.integers(1, 64)),
        keep_today_weight=draw(st.integers(0, 100)),
        goal_order=tuple(draw(st.permutations(list(Goal)))),
        deterministic_work=draw(st.none() | numbers),
    )
    return full, request


@given(whole_plans(PlanRole.TODAY))
@settings(max_examples=60)
def test_a_request_arrives_as_it_was_sent(sent: tuple[Plan, SolveRequest]) -> None:
    line = request_line(sent[1])
    assert line.index(b"\n") == len(line) - 1  # one line, whatever stands in the names
    assert read_request(line) == sent[1]


@given(whole_plans(PlanRole.SCENARIO), st.data())
@settings(max_examples=60)
def test_a_report_arrives_as_it_was_sent(made: tuple[Plan, SolveRequest], data: st.DataObject) -> None:
    report = SolveReport(
        status=data.draw(st.sampled_from(Status)),
        plan=data.draw(st.sampled_from([None, made[0]])),
        objective=tuple(data.draw(st.lists(goal_values, max_size=3))),
        bound_average_position_bp=data.draw(st.none() | numbers),
        fte_budget_bp=data.draw(st.integers()),
        seconds=data.draw(numbers),
        first_plan_seconds=data.draw(st.none() | numbers),
        seed=data.draw(st.integers()),
        workers=data.draw(st.integers()),
        clashes=tuple(data.draw(st.lists(clashes, max_size=2))),
    )
    assert read_message(message_line(report)) == report


allotments = st.builds(
    Allotment,
    place=st.integers(1, 999),
    employee=st.none() | words,
    by=words,
    reason=words,
    at=st.none() | moments,
)
places = st.builds(
    OpenPlace,
    number=st.integers(1, 999),
    on=st.dates(),
    code=st.none() | words,
    start_minute=st.integers(0, 1_439),
    end_minute=st.integers(0, 2_880),
    competence=st.none() | words,
    why=st.sampled_from(OpenWhy),
    whose=st.none() | words,
    lacking_minutes=st.integers(0, 999),
)
asked = st.builds(
    Asked,
    employee=words,
    choices=st.lists(
        st.builds(Choice, place=st.integers(1, 999), willingness=st.sampled_from(Willingness)), max_size=2
    ).map(tuple),
    most_minutes=st.none() | st.integers(60, 9_999),
    missing_minutes=st.integers(0, 9_999),
    carried_minutes=st.integers(0, 9_999),
)
booking_settings = st.builds(
    BookingSettings,
    ring=st.lists(words, max_size=2).map(tuple),
    most_shifts_in_four_weeks=st.none() | st.integers(1, 9),
    allows_overtime=st.booleans(),
)


@given(st.data())
@settings(max_examples=40)
def test_a_sharing_arrives_as_it_was_sent(data: st.DataObject) -> None:
    ward = data.draw(units())
    plan = data.draw(plans(ward, PlanRole.TODAY))
    overtime = st.builds(Overtime, employee=words, on=st.dates(), minutes=st.integers(1, 999))
    request = ShareRequest(
        list=data.draw(words),
        weeks=1,
        unit=ward,
        plan=plan,
        planned=plan,
        overtime=tuple(data.draw(st.lists(overtime, max_size=2))),
        places=tuple(data.draw(st.lists(places, max_size=2))),
        asked=tuple(data.draw(st.lists(asked, max_size=2))),
        settings=data.draw(booking_settings),
        decided=tuple(data.draw(st.lists(allotments, max_size=2))),
        time_limit_seconds=data.draw(numbers),
        seed=data.draw(st.integers()),
        workers=data.draw(st.integers(1, 8)),
    )
    assert read_request(request_line(request)) == request


@given(st.data())
def test_what_comes_of_a_sharing_arrives_as_it_was_sent(data: st.DataObject) -> None:
    value = st.builds(
        ShareValue, goal=st.sampled_from(ShareGoal), value=st.integers(), bound=st.none() | st.integers()
    )
    report = ShareReport(
        status=data.draw(st.sampled_from(Status)),
        allotments=tuple(data.draw(st.lists(allotments, max_size=3))),
        goals=tuple(data.draw(st.lists(value, max_size=3))),
        seconds=data.draw(numbers),
    )
    assert read_share_message(message_line(report)) == report
    with pytest.raises(BadLineError):  # to whoever waits for a rota it is no answer
        read_message(message_line(report))


def test_who_waits_for_a_sharing_takes_an_error_and_no_rota() -> None:
    error = EngineError(kind=EngineErrorKind.INTERNAL, text="KeyError")
    assert read_share_message(message_line(error)) == error
    with pytest.raises(BadLineError):
        read_share_message(message_line(SolveProgress(stage="x", seconds=1.0, fraction=0.0)))


def test_a_line_asks_for_one_thing() -> None:
    ward = unit()
    plan = Plan(rows=())
    solve = request_line(SolveRequest(unit=ward))
    share = request_line(
        ShareRequest(
            list="K7F2",
            weeks=1,
            unit=ward,
            plan=plan,
            planned=plan,
            overtime=(),
            places=(),
            asked=(),
            settings=BookingSettings(),
        )
    )
    both = json.dumps({**json.loads(solve), **json.loads(share)}).encode()
    for line in (both, b'{"share":{}}', share.replace(b'{"share"', b'{"stop":true,"share"')):
        with pytest.raises(BadLineError):
            read_request(line)


@given(progress | errors)
def test_progress_and_errors_arrive_as_they_were_sent(message: SolveProgress | EngineError) -> None:
    assert read_message(message_line(message)) == message


def test_what_comes_out_of_json_has_the_types_of_the_model() -> None:
    ward = unit(employees=(person("1"),))
    arrived = read_request(request_line(SolveRequest(unit=ward, today=Plan(rows=(row("D1 - - - - - -"),)))))
    assert type(arrived.unit.start) is type(ward.start)
    assert type(arrived.unit.employees[0].kinds) is frozenset
    assert type(arrived.unit.shifts[0].kind) is type(ward.shifts[0].kind)
    assert arrived.today is not None
    assert hash(arrived.today) == hash(Plan(rows=(row("D1 - - - - - -"),)))


GARBAGE = [
    *(b"", b"\n", b"\xff\xfe", b"null", b"[]", b"{}", b"1", b"NaN", b'"stop"', b"[" * 100_000),
    *(b'{"stop":false}', b'{"stop":"true"}', b'{"stop":true,"solve":null,"more":1}', b'{"stop":true'),
    *(
        b'{"solve":{}}',
        b'{"solve":{"unit":{"start":"2027-01-04","weeks":"1"}}}',
        b'{"report":{"status":"x"}}',
    ),
    *(b'{"progress":{"stage":"x","seconds":"1","fraction":0}}', b'{"error":{"kind":"odd","text":""}}'),
    b'{"progress":{"stage":"x","seconds":1,"fraction":0},"error":{"kind":"memory","text":""}}',
]


@pytest.mark.parametrize("line", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_refused_by_everybody(line: bytes) -> None:
    for read in (read_request, read_message, read_share_message, read_stop):
        with pytest.raises(BadLineError):
            read(line)


@given(st.binary(max_size=60))
def test_bytes_by_chance_are_refused(line: bytes) -> None:
    for read in (read_request, read_message):
        with pytest.raises(BadLineError):
            read(line)


def test_a_stop_is_no_request_and_no_message() -> None:
    read_stop(STOP_LINE)
    for read in (read_request, read_message):
        with pytest.raises(BadLineError):
            read(STOP_LINE)
    with pytest.raises(BadLineError):
        read_stop(request_line(SolveRequest(unit=unit())))


def test_an_error_quotes_nobody() -> None:
    line = b'{"solve":{"unit":{"start":"Kari Nordmann"}}}'
    with pytest.raises(BadLineError) as caught:
        read_request(line)
    assert "Kari" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_half_a_letter_in_a_name_is_refused_before_it_is_sent() -> None:
    with pytest.raises(BadLineError):
        request_line(SolveRequest(unit=unit(name="\ud83d")))


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_number_that_is_none_does_not_pass(value: float) -> None:
    line = message_line(SolveProgress(stage="bound", seconds=value, fraction=0.0))
    with pytest.raises(BadLineError):
        read_message(line)


def test_a_line_may_be_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    request = SolveRequest(unit=unit(name="x" * 300))
    line = request_line(request)
    monkeypatch.setattr(job_lines, "MOST_LINE_BYTES", len(line))
    assert read_request(request_line(request)) == request
    monkeypatch.setattr(job_lines, "MOST_LINE_BYTES", len(line) - 1)
    with pytest.raises(BadLineError):
        request_line(request)
    with pytest.raises(BadLineError):
        read_request(line)


def test_lines_are_objects_with_one_word() -> None:
    assert json.loads(STOP_LINE) == {"stop": True}
    assert list(json.loads(request_line(SolveRequest(unit=unit())))) == ["solve"]
    error = EngineError(kind=EngineErrorKind.MEMORY, text="MemoryError")
    assert json.loads(message_line(error)) == {"error": {"kind": "memory", "text": "MemoryError"}}


@given(st.lists(st.binary(max_size=5).map(lambda part: part.replace(b"\n", b"")), max_size=5), st.data())
def test_pieces_become_the_lines_they_were_cut_from(lines: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(line + b"\n" for line in lines) + b"rest"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    buffer, found = LineBuffer(), []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        found += buffer.feed(whole[start:end])
    assert found == lines
    assert buffer.has_rest


def test_a_line_without_end_is_given_up() -> None:
    buffer = LineBuffer(most_bytes=10)
    assert list(buffer.feed(b"0123456789\n" + b"0123456789")) == [b"0123456789"]
    with pytest.raises(BadLineError):
        list(buffer.feed(b"0"))
    assert not buffer.has_rest


def test_a_long_line_in_many_pieces_costs_no_square() -> None:
    # 4 MiB in pieces of 64 bytes: looking at all of it anew for each piece would be 137 GB.
    buffer, began = LineBuffer(), time.perf_counter()
    for _ in range(65_536):
        assert list(buffer.feed(b"x" * 64)) == []
    assert [len(line) for line in buffer.feed(b"\n" * 3)] == [4 * 1024 * 1024, 0, 0]
    assert time.perf_counter() - began < 5
