"""Why people have the positions they have in the shown plan; asked again only when the plan is another."""

from __future__ import annotations

from heiltid.advice.position_why import PositionReasons, PositionWhy, Standing
from heiltid.advice.position_words import position_sentences
from heiltid.advice.short_words import employment_words, leaving_sentence, weekend_words
from heiltid.advice.weekend_more import weekend_more
from heiltid.advice.weekend_why import weekend_sentences, weekend_why
from heiltid.model import Plan
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import who_text
from ui.document import Document
from ui.texts import language, tr


class ShownReasons:
    """The answers for one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made_for: tuple[Judgement, Plan | None] | None = None
        self._reasons: PositionReasons | None = None
        self._known: dict[str, PositionWhy | None] = {}

    def why(self, employee: str) -> PositionWhy | None:
        """The facts on one person; None where there is no rota, or she is not planned."""
        if self._document.plan.is_empty:
            return None
        source = (self._document.judgement, self._document.compared_with)
        known = self._made_for
        if known is None or known[0] is not source[0] or known[1] is not source[1]:
            self._made_for, self._known = source, {}
            self._reasons = PositionReasons(*source)
        assert self._reasons is not None
        if employee not in self._known:
            self._known[employee] = self._reasons.why(employee)
        return self._known[employee]

    def title(self, employee: str) -> str:
        """ "Kvifor ikkje meir for Wenche Ask?", or the name alone."""
        found, name = self.why(employee), who_text(employee, self._document.unit, language())
        is_lacking = found is not None and found.missing_bp and found.standing is not Standing.CHOSEN
        return tr("ui.why_position.title", name=name) if is_lacking else name

    def sentences(self, employee: str) -> tuple[str, ...]:
        """All that is known of her position, a sentence each."""
        found = self.why(employee)
        if found is None:
            return ()
        return tuple(position_sentences(found, self._document.unit, language()))

    def weekends(self, employee: str) -> str:
        """ "kvar 3., 1 ekstra"; "" for a line that is not planned."""
        person = self._document.unit.employee_by_number().get(employee)
        if person is None:
            return ""
        return ", ".join(weekend_words(self._document.calendar, person, language()))

    def weekend_count(self, employee: str) -> tuple[str, ...]:
        """How many weekends the shown plan gives and why not more, a sentence each; () without a rota."""
        person = next(
            (one for one in self._document.judgement.context.people if one.number == employee), None
        )
        if person is None or self._document.plan.is_empty:
            return ()
        judgement = self._document.judgement
        why = weekend_why(judgement, person)
        more = weekend_more(judgement, person) if why.may_take_more else None
        return tuple(weekend_sentences(why, language(), more))

    def leaving(self, employee: str) -> str:
        """What her last day means for the rota, in a sentence; "" for who stays."""
        person = self._document.unit.employee_by_number().get(employee)
        return "" if person is None else leaving_sentence(self._document.calendar, person, language())

    def leaves(self, employee: str) -> str:
        """ "sluttar 17.01.2027"; "" for who is there all the time."""
        person = self._document.unit.employee_by_number().get(employee)
        if person is None:
            return ""
        return ", ".join(employment_words(self._document.calendar, person, language()))
