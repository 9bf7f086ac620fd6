"""Cells as people write them in their own lists, turned into the words the unit workbook reads.

What is not understood is left as it stands: the workbook's own readers then tell what would fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from heiltid.exchange.pasting import word_lists as lists
from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.values import decimal_of
from heiltid.exchange.workbook.words import Group
from heiltid.model import Competence
from heiltid.notation import SUMMARY_MARK
from heiltid.problem_text import percent_text
from heiltid.ranges import LONGEST_NAME
from heiltid.spelling import nearest, normal
from heiltid.typed_dates import date_typed

SHARES = ("Position", "Wanted", "Min", "Max", "Elsewhere")
YES_NO = ("Chosen part-time", "Long shifts")
DATES = ("From", "To")
_BETWEEN_NAMES = ",;"  # several competences in one cell are told apart by these
_LIKE_TITLE = 0.8
_SIGNS = re.compile(r"[.:*()/%?!]")
_SHARE = re.compile(r"([\d.,\s]+?)\s*(?:%|pst\.?|prosent|percent)?", re.IGNORECASE)
_FRACTION_OF = re.compile(
    r"(?:1|ei|ein|én|en|one)\s*(?:helg|weekend)?\s*(?:/|:|av kvar|av hver|av|i|in|of)\s*(\d{1,2})\.?",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"(\d{1,2})\.?")
_EVERY_NTH = re.compile(
    r"\D*\b(?:kvar|kvart|hver|hvert|every)\b\D{0,3}(\d{1,2})\D*|\D*?(\d{1,2})\s*\.?\s*(?:kvar|hver)\b\D*"
    r"|(?:\D*\s)?(\d{1,2})\s*\.\s*helg\D*|(?:\D*\s)?(\d{1,2})\s*(?:st|nd|rd|th)\s+weekend\D*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_IN_ALL = re.compile(r"\b(til|i)\s+(?=sam|alt)", re.IGNORECASE)  # "til saman" and "i alt" are one word
_KIND_BETWEEN = re.compile(r"\b(og|and|eller|or)\b|[-–]", re.IGNORECASE)
_SHIFT_OF_KIND = re.compile(r"\b(dag|kveld|aften|natt)[es]?vakte?r?\b", re.IGNORECASE)
_NORMS = (("syke", "sjuke"), ("pleier", "pleiar"), ("arbeider", "arbeidar"), ("laert", "lart"))
_EVERY_KIND = re.compile(r"alle|all|alt|(tre|3) ?delt( ?turnus)?|hei?ldogn(s|sturnus)?|three ?part")
_DAY_AND_EVENING = re.compile(r"(to|2) ?delt( ?turnus)?|two ?part")


def bare(text: str) -> str:
    """A word as the lists have it."""
    return normal(_SIGNS.sub("", text))


def one_norm(word: str) -> str:
    """A bare word in one of the two written norms: "sykepleier", "sjukepleier" and "sjukepleiar" are one."""
    for bokmal, nynorsk in _NORMS:
        word = word.replace(bokmal, nynorsk)
    return word


def _meaning(text: str, table: Mapping[str, Iterable[str]]) -> str | None:
    word = bare(text)
    return next((name for name, spellings in table.items() if word in spellings), None)


def share(text: str, *, is_fraction: bool) -> str:
    """A share with its percent sign; in a column of fractions 0,8 becomes "80 %", and 1 "100 %".

    A number alone without a sign keeps to be one, so that the workbook's reader may doubt it.
    """
    found = _SHARE.fullmatch(text)
    number = None if found is None else decimal_of(found[1])
    if number is None:
        return text
    if is_fraction and not is_marked(text):
        return f"{percent_text(round(number * 10_000))} %"
    return f"{number:f} %" if is_marked(text) else text


def is_marked(text: str) -> bool:
    """Whether a share says that it is in per cent."""
    return not text[-1:].isdigit()


def are_fractions(cells: Iterable[str]) -> bool:
    """Whether shares are written as 0,8 and 1: most cells are numbers without percent sign, none above 1."""
    listed = tuple(cells)
    known = [number for number in map(decimal_of, listed) if number is not None]
    return 2 * len(known) > len(listed) and 0 < max(known) <= 1 and min(known) >= 0


def competence(text: str, known: Iterable[Competence]) -> str | None:
    """The unit's competence that a word of another list means; None when none is meant for sure."""
    names = [entry.name for entry in known]
    word = one_norm(bare(text))
    own = next((name for name in names if one_norm(bare(name)) == word), None)
    if own is not None:
        return own
    if word in lists.SHORT_COMPETENCES or word.startswith(lists.SOCIAL_EDUCATOR_START):
        return next((name for name in names if bare(name).startswith(lists.SOCIAL_EDUCATOR_START)), None)
    found = next((name for name, others in _one_norm_words().items() if word in others), None)
    if found is None and not is_student(text):
        parts = lists.COMPETENCE_PARTS.items()
        found = next((name for name, inside in parts if any(one_norm(part) in word for part in inside)), None)
    return found if found in names else None


def is_title(text: str) -> bool:
    """Whether a cell may be the name of one competence."""
    is_one = not any(sign in text for sign in _BETWEEN_NAMES)
    return is_one and len(text) <= LONGEST_NAME and any(sign.isalpha() for sign in text)


def is_misspelt(text: str, right: str) -> bool:
    """Whether a title is this one but for a slip of the pen: "miljøarbeidar" is no "helsefagarbeidar"."""
    return nearest(text, (right,), cutoff=_LIKE_TITLE) is not None


def is_student(text: str) -> bool:
    """Whether a word tells of somebody still in training."""
    return any(mark in bare(text) for mark in lists.STUDENT_MARKS)


@cache
def _one_norm_words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(map(one_norm, others)) for name, others in lists.COMPETENCE_WORDS.items()}


def is_competence(text: str, known: Iterable[Competence]) -> bool:
    """Whether a cell tells what somebody is."""
    kept = tuple(known)
    own = {bare(entry.name) for entry in kept}
    ours = words.canonical(Group.COMPETENCE, text) is not None
    return ours or bare(text) in own or competence(text, kept) is not None


def status(text: str) -> str:
    """The workbook's word for how somebody is employed."""
    return _meaning(text, lists.STATUS_WORDS) or text


def is_vacant_name(text: str) -> bool:
    """Whether a line is named as an empty post, as "Ledig stilling"."""
    return bare(text).startswith(lists.VACANT_NAMES)


def is_sum(cells: Iterable[str]) -> bool:
    """Whether a row counts the others or adds them up: its first words say so, and name nobody."""
    first = next((cell for cell in cells if any(sign.isalpha() for sign in cell)), "")
    tokens = [normal(word) for word in _WORD.findall(_IN_ALL.sub(r"\1", first))]
    others = [word for word in tokens if not lists.SUM_WORDS.fullmatch(word)]
    is_told = len(others) < len(tokens) and all(map(lists.COUNTED_WORDS.fullmatch, others))
    return is_told or first.startswith(SUMMARY_MARK)


def yes_no(text: str) -> str:
    """A cross or a single letter as yes or no."""
    word = text.strip().casefold()
    if word in lists.YES_WORDS:
        return "yes"
    return "no" if word in lists.NO_WORDS else text


def whole_date(text: str) -> str:
    """ "17.1.27" as the workbook writes it."""
    found = date_typed(text)
    return text if found is None else found.isoformat()


def weekend_every(text: str) -> str:
    """ "kvar 3. helg", "1/3", "hver tredje" as the number alone.

    A number is taken only where it stands alone or the words tell how often: "Gruppe 2" does not.
    """
    plain = text.strip()
    found = _FRACTION_OF.fullmatch(plain) or _NUMBER_ALONE.fullmatch(plain) or _EVERY_NTH.fullmatch(plain)
    if found:
        return next(number for number in found.groups() if number)
    word = bare(text)
    if any(sign.isdigit() for sign in word):
        return text
    return next((str(every) for inside, every in lists.WEEKEND_WORDS.items() if inside in word), text)


def kinds(text: str) -> str:
    """ "dag og kveld", "D-A" with signs the workbook knows between them."""
    if _EVERY_KIND.fullmatch(bare(text)):
        return "D, A, N"
    if _DAY_AND_EVENING.fullmatch(bare(text)):
        return "D, A"
    if lists.ONLY_NIGHTS.fullmatch(bare(text)):
        return "N"
    return _SHIFT_OF_KIND.sub(r"\1", _KIND_BETWEEN.sub(" ", text))


def tidier(heading: str, *, is_fraction: bool = False) -> Callable[[str], str]:
    """What turns a column's cells into words the workbook reads."""
    if heading in SHARES:
        return lambda text: share(text, is_fraction=is_fraction)
    if heading in YES_NO:
        return yes_no
    if heading in DATES:
        return whole_date
    return {"Weekend every": weekend_every, "Kinds": kinds, "Status": status}.get(heading, lambda text: text)
