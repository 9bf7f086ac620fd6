"""What somebody said to the leader, written down for her: place by place, and the most hours she wants."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Answer, Choice, PersonOffer, SentList, Willingness
from heiltid.model.booking import OpenPlace, Standing
from ui.models.records import Column
from ui.pages.booking.words import code_words, counts_words, date_words, times_words
from ui.texts import tr
from ui.widgets.basic import GAP, button, label, row
from ui.widgets.boxes import NumberBox
from ui.widgets.column_room import column_room
from ui.widgets.record_table import RecordTable

SIZE = (720, 560)
MOST_HOURS = 255  # what an answer can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One place offered to her, and what she says to it; None: nothing."""

    place: OpenPlace
    standing: Standing
    says: Willingness | None = None


class WriteDown(QDialog):
    """Begins with what she has answered; `choices` and `most_minutes` are what it ends with."""

    def __init__(
        self,
        name: str,
        sent: SentList,
        offer: PersonOffer,
        known: Answer | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.booking.answers.write_title", who=name))
        self.resize(*SIZE)
        said = {} if known is None else {choice.place: choice.willingness for choice in known.choices}
        places = {place.number: place for place in sent.places}
        self.table = RecordTable(_columns(), "said_lines")
        self.table.setAccessibleName(self.windowTitle())
        self.table.set_records(
            [
                SaidLine(place=places[standing.place], standing=standing, says=said.get(standing.place))
                for standing in offer.offered
            ]
        )
        self.table.edited.connect(self._edited)
        self._trouble = label("", "worse", wraps=True, name="said_trouble")
        self._trouble.hide()
        self.most = NumberBox()
        self.most.setRange(0, MOST_HOURS)
        self.most.setSpecialValueText(tr("ui.booking.settings.no_cap"))
        self.most.setAccessibleName(tr("ui.booking.answers.most_hours"))
        if known is not None and known.most_minutes is not None:
            self.most.setValue(known.most_minutes // MINUTES_PER_HOUR)
        self._arrange()

    def _arrange(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(GAP)
        box.addWidget(label(tr("ui.booking.answers.write_hint"), "muted", wraps=True))
        marks = []
        for each in Willingness:
            made = button(f"ui.booking.answers.mark_{each.value}", name=f"said_{each.value}")
            made.clicked.connect(getattr(self, f"_mark_{each.value}"))
            marks.append(made)
        clear = button("ui.booking.answers.mark_clear", "link", name="said_clear")
        clear.clicked.connect(self._clear)
        everything = button("ui.booking.answers.select_all", "link", name="said_all")
        everything.clicked.connect(self.table.selectAll)
        box.addLayout(row(*marks, clear, None, everything))
        box.addWidget(self._trouble)
        box.addWidget(self.table, 1)
        box.addLayout(row(label(tr("ui.booking.answers.most_hours"), "muted"), self.most, None))
        buttons = QDialogButtonBox()
        self.keep = button("ui.booking.answers.write_keep", "primary", name="said_keep")
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("ui.ask.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
        self._offer()
        self.table.setFocus()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What she says, by place."""
        return tuple(
            Choice(place=line.place.number, willingness=line.says)
            for line in self.table.records_model.records
            if line.says is not None
        )

    @property
    def most_minutes(self) -> int | None:
        """The most she wants in all."""
        return self.most.value() * MINUTES_PER_HOUR or None

    def _edited(self, place: int, line: SaidLine) -> None:
        lines = list(self.table.records_model.records)
        lines[place] = line
        self._show(lines, [place])

    def _offer(self) -> None:
        self.keep.setEnabled(bool(self.choices))

    def _mark(self, says: Willingness | None) -> None:
        """The same for all lines selected; they stay so."""
        lines, rows = list(self.table.records_model.records), self.table.selected_rows()
        self._trouble.setText("" if rows else tr("ui.booking.answers.choose_first"))
        self._trouble.setVisible(not rows)
        for place in rows:
            lines[place] = replace(lines[place], says=says)
        self._show(lines, rows)

    def _show(self, lines: list[SaidLine], rows: list[int]) -> None:
        self.table.set_records(lines)
        if rows:
            self.table.show_row(rows[0])
        for place in rows[1:]:
            self.table.select_also(place)
        self._offer()

    def _clear(self) -> None:
        self._mark(None)

    def _mark_gladly(self) -> None:
        self._mark(Willingness.GLADLY)

    def _mark_can(self) -> None:
        self._mark(Willingness.CAN)

    def _mark_no(self) -> None:
        self._mark(Willingness.NO)


def said_words(says: Willingness | None) -> str:
    """One of the three answers, or nothing."""
    return "" if says is None else tr(f"booking_list.answer.{says.value}")


def _parsed(line: SaidLine, typed: str) -> SaidLine:
    if not typed:
        return replace(line, says=None)
    for each in Willingness:
        if said_words(each).casefold().startswith(typed.casefold()):
            return replace(line, says=each)
    raise ValueError(tr("ui.booking.answers.one_of", words=", ".join(map(said_words, Willingness))))


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            key="number",
            title=tr("ui.booking.answers.column_number"),
            shown=lambda line: str(line.place.number),
            sorted_by=lambda line: line.place.number,
            is_number=True,
            width=column_room(tr("ui.booking.answers.column_number"), "333"),
        ),
        Column(
            key="date",
            title=tr("ui.booking.column.date"),
            shown=lambda line: date_words(line.place.on),
            sorted_by=lambda line: (line.place.on, line.place.start_minute),
            width=132,
        ),
        Column(
            key="code",
            title=tr("ui.booking.column.code"),
            shown=lambda line: code_words(line.place),
            width=60,
        ),
        Column(
            key="times",
            title=tr("ui.booking.column.times"),
            shown=lambda line: times_words(line.place),
            width=106,
        ),
        Column(
            key="counts",
            title=tr("ui.booking.answers.column_counts"),
            shown=lambda line: counts_words(line.standing),
            stretches=True,
            least_width=140,
        ),
        Column(
            key="says",
            title=tr("ui.booking.answers.column_answer"),
            shown=lambda line: said_words(line.says),
            parse=_parsed,
            choices=lambda: ("", *map(said_words, Willingness)),
            width=130,
        ),
    )
