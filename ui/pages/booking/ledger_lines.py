"""Extra hours of twelve months by person and by day, and what they correspond to, as lines of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from heiltid.booking.account.ledger import Claim
from heiltid.model import FULL_TIME_BP, Employee, Status, Unit
from heiltid.model.asking import Extra
from ui.models.records import Column
from ui.pages.booking.words import date_words, who_words
from ui.texts import NO_VALUE, hours, position, share, tr
from ui.widgets.column_room import column_room

MUCH_MINUTES = 60_000  # of a year beside a position


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One person's twelve months. claim: None where nothing goes beyond her position."""

    person: Employee
    name: str
    unbound: int
    extra: int
    overtime: int
    claim: Claim | None

    @property
    def corresponds(self) -> str:
        """Position with the extra hours; a dash for whoever has none to grow."""
        return NO_VALUE if self.claim is None else share(self.claim.corresponds_bp, 1)

    @property
    def offer(self) -> str:
        """Whether she should be offered a larger one."""
        if self.claim is None:
            return ""
        return tr("ledger.claims.yes" if self.claim.is_due else "ledger.claims.no")


def year_lines(unit: Unit, extras: Iterable[Extra], claims: Iterable[Claim]) -> list[YearLine]:
    """Everybody who has worked on top of her plan; whoever should be offered more stands first."""
    found: dict[str, list[Extra]] = {}
    for entry in extras:
        found.setdefault(entry.employee, []).append(entry)
    by_person = {claim.employee: claim for claim in claims}
    people = unit.employee_by_number()
    lines = [
        YearLine(
            person=people[employee],
            name=who_words(employee, unit),
            unbound=sum(entry.unbound_minutes for entry in mine),
            extra=sum(entry.extra_minutes for entry in mine),
            overtime=sum(entry.overtime_minutes for entry in mine),
            claim=by_person.get(employee),
        )
        for employee, mine in found.items()
        if employee in people
    ]
    return sorted(lines, key=_rank)


def _rank(line: YearLine) -> tuple[bool, int, int]:
    claim = line.claim
    if claim is None:
        return True, 0, -line.extra - line.overtime
    return not claim.is_due, -claim.more_bp, -line.extra


def year_columns() -> tuple[Column, ...]:
    """Of the people."""
    hourly, most = tr("ui.booking.lists.by_the_hour"), share(FULL_TIME_BP, 1)
    offers = (tr("ledger.claims.yes"), tr("ledger.claims.no"))
    return (
        Column(
            key="who",
            title=tr("ui.booking.list.who"),
            shown=lambda line: line.name,
            stretches=True,
            least_width=104,
        ),
        Column(
            key="position",
            title=tr("ui.booking.lists.position"),
            shown=_position,
            sorted_by=lambda line: line.person.position_bp,
            is_number=True,
            width=column_room(tr("ui.booking.lists.position"), hourly, most),
        ),
        *map(_hours_column, ("unbound", "extra", "overtime")),
        _claim_column("months", "12", _months, lambda claim: claim.months),
        _claim_column("corresponds", most, lambda line: line.corresponds, lambda claim: claim.corresponds_bp),
        Column(
            key="offer",
            title=tr("ui.booking.ledger.offer"),
            shown=lambda line: line.offer,
            look=lambda line: "warning" if line.claim is not None and line.claim.is_due else "muted",
            width=column_room(tr("ui.booking.ledger.offer"), *offers),
        ),
    )


def _hours_column(key: str) -> Column:
    return Column(
        key=key,
        title=tr(f"ui.booking.ledger.{key}"),
        shown=_minutes(key),
        sorted_by=_amount(key),
        tooltip=tr(f"ui.booking.ledger.{key}_help"),
        is_number=True,
        width=column_room(tr(f"ui.booking.ledger.{key}"), hours(MUCH_MINUTES)),
    )


def _claim_column(
    key: str, widest: str, shown: Callable[[YearLine], str], value: Callable[[Claim], int]
) -> Column:
    """Of what hours beyond the position come to; whoever has none stands last."""
    return Column(
        key=key,
        title=tr(f"ui.booking.ledger.{key}"),
        shown=shown,
        sorted_by=lambda line: -1 if line.claim is None else value(line.claim),
        tooltip=tr(f"ui.booking.ledger.{key}_help"),
        is_number=True,
        width=column_room(tr(f"ui.booking.ledger.{key}"), widest),
    )


def _position(line: YearLine) -> str:
    if line.person.status is Status.HOURLY:
        return tr("ui.booking.lists.by_the_hour")
    return position(line.person.position_bp)


def _months(line: YearLine) -> str:
    return "" if line.claim is None else str(line.claim.months)


def _amount(key: str) -> object:
    def amount(line: YearLine) -> int:
        return int(getattr(line, key))

    return amount


def _minutes(key: str) -> object:
    def shown(line: YearLine) -> str:
        found = int(getattr(line, key))
        return hours(found) if found else ""

    return shown


def day_lines(extras: Iterable[Extra], employee: str) -> Sequence[Extra]:
    """One person's days, the newest first."""
    return sorted((entry for entry in extras if entry.employee == employee), key=_day, reverse=True)


def _day(entry: Extra) -> object:
    return entry.on


def day_columns() -> tuple[Column, ...]:
    """Of the days of one person."""
    return (
        Column(
            key="date",
            title=tr("ui.booking.list.date"),
            shown=lambda entry: date_words(entry.on),
            sorted_by=_day,
            width=126,
        ),
        Column(key="code", title=tr("ui.booking.list.code"), shown=lambda entry: entry.code, width=48),
        Column(
            key="counts",
            title=tr("ui.booking.answers.column_counts"),
            shown=_counts,
            stretches=True,
            least_width=124,
        ),
        Column(
            key="list",
            title=tr("ui.booking.lists.code"),
            shown=lambda entry: entry.list or tr("ui.booking.ledger.by_hand"),
            width=column_room(tr("ui.booking.lists.code"), tr("ui.booking.ledger.by_hand")),
        ),
    )


def _counts(entry: Extra) -> str:
    minutes = (
        ("unbound", entry.unbound_minutes),
        ("extra", entry.extra_minutes),
        ("overtime", entry.overtime_minutes),
    )
    return ", ".join(
        tr("ui.booking.counts", kind=tr(f"booking.counts.{kind}"), hours=hours(many))
        for kind, many in minutes
        if many
    )
