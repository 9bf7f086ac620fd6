"""Wishes from home in words: what somebody wants, and what taking it over would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heiltid.booking.wishing.said import HomeWish, Said, home_wish, said_in
from heiltid.booking.wishing.taking_over import Difference, LeftOut, TakenPart
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, Wish
from heiltid.model.asking import WishAnswer
from heiltid.texts import Language, decimal, text


def kind_word(wish: HomeWish, language: Language) -> str:
    """ "fri", "kveld"; turned round "ikkje kveld"."""
    name = "off" if wish.kind is None else wish.kind.name.lower()
    word = text(f"booking_wishes.kind.{name}", language)
    return text("booking_wishes.not", language, wish=word) if wish.negated else word


def day_words(day: int, language: Language) -> str:
    """ "v3 lau" of a day of the rota, from 0."""
    week, weekday = divmod(day, DAYS_PER_WEEK)
    shown = text("wording.weekdays", language).split()[weekday]
    return text("booking_wishes.day", language, week=week + 1, weekday=shown)


def said_sentence(said: Said, language: Language) -> str:
    """ "fri v3 lau!, v3 søn · kveld v4 tys · stilling 80 % · helg kvar 3. · langvakter: ja"."""
    parts = [*_wish_words(said.wishes, language)]
    if said.percent is not None:
        parts.append(text("booking_wishes.said.position", language, percent=said.percent))
    if said.weekend_every is not None:
        parts.append(weekend_words(said.weekend_every, language))
    if said.long_shifts is not None:
        answer = text(f"booking_wishes.said.{'yes' if said.long_shifts else 'no'}", language)
        parts.append(text("booking_wishes.said.long", language, answer=answer))
    return " · ".join(parts) or text("booking_wishes.said.nothing", language)


def answer_sentence(answer: WishAnswer, language: Language) -> str:
    """What an answer that is kept says."""
    return said_sentence(said_in(answer), language)


def wishes_sentence(wishes: Iterable[Wish], language: Language) -> str:
    """Wishes of an answer."""
    return said_sentence(Said(wishes=tuple(sorted(map(home_wish, wishes)))), language)


def weekend_words(every: int, language: Language) -> str:
    """ "helg kvar 3."; 0: never."""
    if every == 0:
        return text("booking_wishes.said.never_weekend", language)
    return text("booking_wishes.said.weekend", language, every=every)


def _every_words(every: int, language: Language) -> str:
    """ "kvar 3."; 0: never."""
    return text(f"booking_wishes.every.{'some' if every else 'never'}", language, every=every)


def change_words(entry: Difference, part: TakenPart, language: Language, *, is_short: bool = False) -> str:
    """What taking one part would change: "75 → 80 %", "nye: 3, går ut: 1"; "": nothing.

    is_short: under a heading that tells what it is about.
    """
    before, after = entry.before, entry.after
    if part not in entry.parts:
        return ""
    if part is TakenPart.WISHES:
        counts = [(len(entry.added), "added"), (len(entry.removed), "removed"), (len(entry.stay), "stay")]
        told = [text(f"booking_wishes.change.{key}", language, count=count) for count, key in counts if count]
        return ", ".join(told)
    if part is TakenPart.WANTED:
        shown = [
            decimal(share * 100 / FULL_TIME_BP, language, 1) for share in (before.wanted_bp, after.wanted_bp)
        ]
        return f"{shown[0]} → {shown[1]} %"
    if part is TakenPart.WEEKENDS:
        words = _every_words if is_short else weekend_words
        every = [words(person.weekend_every, language) for person in (before, after)]
        return f"{every[0]} → {every[1]}"
    yes_no = [
        text(f"booking_wishes.said.{'yes' if person.long_shifts else 'no'}", language)
        for person in (before, after)
    ]
    return f"{yes_no[0]} → {yes_no[1]}"


def left_out_words(entry: Difference, language: Language) -> str:
    """The wishes that are not put in, each reason once: "fri v3 lau: her står …"."""
    return " ".join(
        text(
            f"booking_wishes.left_out.{why}",
            language,
            wishes=wishes_sentence((left.wish for left in entry.left_out if left.why == why), language),
        )
        for why in dict.fromkeys(left.why.value for left in _in_order(entry.left_out))
    )


def _wish_words(wishes: Iterable[HomeWish], language: Language) -> Iterator[str]:
    by_kind: dict[str, list[str]] = {}
    for wish in sorted(wishes, key=lambda wish: (wish.negated, wish.what, wish.day)):
        shown = day_words(wish.day, language) + ("!" if wish.strong else "")
        by_kind.setdefault(kind_word(wish, language), []).append(shown)
    for kind, days in by_kind.items():
        yield f"{kind} {', '.join(days)}"


def _in_order(left_out: Iterable[LeftOut]) -> list[LeftOut]:
    return sorted(left_out, key=lambda left: left.why.value)
