"""Whether two namings of members mean the same member."""

import re
from collections.abc import Sequence
from functools import cache

from letteranalyser.models.analysis import Mover
from letteranalyser.vocabulary import load


@cache
def party_names() -> dict[str, str]:
    """Every name and abbreviation of a party, in lower case, to one of them."""
    return {
        form.casefold(): party.get("abbreviation") or party["name"]
        for party in load("parties")["party"]
        for form in (party["name"], party.get("abbreviation"), *party.get("aliases", ()))
        if form
    }


@cache
def particles() -> frozenset[str]:
    """Every word of a surname's particle."""
    return frozenset(word for phrase in load("motions")["names"]["particles"] for word in phrase.split())


def same_party(one: str | None, other: str | None) -> bool:
    """Whether two parties can be the same; an unknown one can be any."""
    if one is None or other is None:
        return True
    names = party_names()
    return names.get(one.casefold(), one.casefold()) == names.get(other.casefold(), other.casefold())


def same_name(one: str, other: str) -> bool:
    """Whether two names can be the same member's: ``Van Dijk`` and ``Jasper van Dijk``, but not ``Dijk``.

    Of a double name the first part alone will do: ``Agema`` for ``Agema-Smit``.
    """
    short, long = sorted((words_of(one), words_of(other)), key=len)
    if not short or not long:
        return False
    tail, rest = long[len(long) - len(short) :], long[: len(long) - len(short)]
    if rest and rest[-1] in particles():
        return False
    if tail[:-1] != short[:-1]:
        return False
    a, b = tail[-1], short[-1]
    return a == b or a.startswith(b + "-") or b.startswith(a + "-")


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without initials."""
    return [
        word
        for word in re.split(r"\s+", name.replace("‑", "-").replace("'", "’").casefold())
        if "." not in word
    ]


def surname_key(name: str) -> str:
    """What all namings of one member have in common: the first part of the last word."""
    words = words_of(name)
    return words[-1].split("-")[0] if words else ""


def same_member(one: Mover, other: Mover) -> bool:
    """Whether two namings can be of one member."""
    return same_name(one.name, other.name) and same_party(one.party, other.party)


def can_be(named: Sequence[Mover], movers: Sequence[Mover], *, open_list: bool) -> bool:
    """Whether a motion named by some members can be the one that these moved.

    Args:
        named: how it is named.
        movers: who is known to have moved it.
        open_list: whether ``c.s.`` stands behind either, so that there are more movers than named.
    """
    if not named or not movers or not same_member(named[0], movers[0]):
        return False
    if open_list or len(named) == 1 or len(movers) == 1:
        return True
    return all(any(same_member(n, m) for m in movers) for n in named)


def joined(known: Sequence[Mover], named: Sequence[Mover]) -> tuple[Mover, ...]:
    """The longer list of the two, with the party of each member where either says it."""
    longer, other = (named, known) if len(named) > len(known) else (known, named)
    return tuple(
        m if m.party else next((o.model_copy(update={"name": m.name}) for o in other if same_member(m, o)), m)
        for m in longer
    )
