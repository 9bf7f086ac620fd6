"""What the chosen limit means, where it comes from, who has another, and the way back to the usual."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heiltid.model import Unit
from heiltid.rules.wording import who_text
from ui.pages.rules.limits import (
    Limit,
    limit_words,
    now_words,
    own_limits,
    rule_help,
    rule_title,
    source_words,
    usual_words,
)
from ui.texts import language, tr
from ui.widgets.basic import GAP, MARGIN, Card, button, label, notice, row

LEAST_HEIGHT = 132  # so that the table does not jump as one goes through it


class ExplanationCard(Card):
    """Below the table."""

    wants_usual = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(tr("ui.rules.explanation"))
        self.title = label("", "heading", wraps=True)
        self.about = label("", wraps=True)
        self.value = label("", wraps=True)
        self.people = label("", "muted", wraps=True)
        self.frame, self.note = notice("")
        self.back = button("ui.rules.back", name="rules_back")
        self.back.clicked.connect(self.wants_usual)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (self.title, self.about)),
            (right, (self.value, self.people, self.frame)),
        ):
            column.setSpacing(GAP)
            for part in parts:
                column.addWidget(part)
        right.addLayout(row(self.back, None))
        for column in (left, right):
            column.addStretch(1)
        whole = QHBoxLayout()
        whole.setSpacing(MARGIN)
        whole.addLayout(left, 1)
        whole.addLayout(right, 1)
        self.body.addLayout(whole)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_limit(self, unit: Unit, limit: Limit | None) -> None:
        """The chosen limit; None: what to do to see one."""
        for part in (self.title, self.value, self.people, self.frame, self.back):
            part.setVisible(limit is not None)
        if limit is None:
            self.about.setText(tr("ui.rules.choose_one"))
            return
        self.title.setText(rule_title(limit.rule))
        self.about.setText(rule_help(limit.rule))
        self.value.setText(_sentence(limit))
        self._show_people(unit, limit)
        notes = ("fixed_note",) * limit.is_fixed + ("check_note",) * limit.entry.check
        self.note.setText("\n".join(tr(f"ui.rules.{key}") for key in notes))
        self.frame.setVisible(bool(notes))
        self.back.setVisible(limit.is_changed)

    def _show_people(self, unit: Unit, limit: Limit) -> None:
        own = [
            tr("ui.rules.person_value", name=who_text(number, unit, language()), value=now_words(entry))
            for number, entry in own_limits(unit, limit.rule)
            if entry.parameter == limit.parameter
        ]
        self.people.setVisible(bool(own))
        self.people.setText(tr("ui.rules.people", who=", ".join(own)) if own else "")


def _sentence(limit: Limit) -> str:
    words = limit_words(limit)
    key = "ui.rules.now_and_usual" if limit.is_changed else "ui.rules.as_usual"
    return tr(
        key,
        what=words[:1].upper() + words[1:],
        value=now_words(limit),
        usual=usual_words(limit),
        source=source_words(limit),
    )
