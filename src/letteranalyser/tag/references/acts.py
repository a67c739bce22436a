"""Names of acts: the vocabulary of Dutch acts, treaties and acts of the EU, looked up word by word.

A full name may be written with any capitals, as long as it starts with one; an abbreviation counts only as it is
written (``Woo``, not ``woo``).
"""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, NamedTuple

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references.addresses import celex_url
from letteranalyser.vocabulary import load

SHORTEST_WORD_OF_A_NAME = 8
"""A name without a word of this length is taken for an abbreviation."""

_WORD = re.compile(r"[^\W_][\w’'-]*")
_STEP = re.compile(r"(?:,?[\s\u00a0]{1,3}|/)(?=[^\W_])")
_EDITION = re.compile(r"[\s\u00a0](?P<edition>BES)(?![\w-])")
_BOOK = re.compile(r",?[\s\u00a0]{1,3}[Bb]oek\s(?P<book>\d{1,2}A?)(?!\w)")
_LOWER_CASE_NAME = re.compile(r"[a-zë-]{4,}(?:richtlijn|verordening|code)")


@dataclass(frozen=True, slots=True)
class Act:
    """An act of law.

    Attributes:
        name: its canonical name, the same for every name it has.
        kind: ``law`` or ``eu_law``.
        identifier: what its references are known by: its name, or its CELEX number.
        url: where it can be read, or None.
        sort: what a letter may call it afterwards: wet, besluit, regeling, verordening, richtlijn, verdrag.
        books: ids of its books, for the Burgerlijk Wetboek.
    """

    name: str
    kind: ReferenceKind
    identifier: str
    url: str | None
    sort: str
    books: tuple[tuple[str, str], ...] = ()

    def book(self, number: str) -> "Act":
        """One of its books."""
        bwb = dict(self.books).get(number.upper())
        name = f"{self.name} Boek {number.upper()}"
        return replace(self, name=name, identifier=name, url=law_url(bwb), books=())


class Named(NamedTuple):
    """An act found in a text: ``alone`` says whether these words name it without an article before them."""

    act: Act
    end: int
    alone: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    act: Act
    written: str | None
    """As it has to be written; None where capitals do not matter."""
    alone: bool
    lower_case: bool
    starts: tuple[str, ...]
    """Its first word up to a hyphen, as it may be written."""
    since: int | None = None
    until: int | None = None


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


def law_url(bwb: str | None) -> str | None:
    """Address of an act in the Basiswettenbestand."""
    return f"https://wetten.overheid.nl/{bwb}" if bwb else None


def sort_of(name: str) -> str:
    """What a letter calls an act once it has been named (``die verordening``)."""
    lowered = name.lower()
    for sort in (
        "kaderbesluit",
        "richtlijn",
        "verordening",
        "handvest",
        "verdrag",
        "besluit",
        "regeling",
        "code",
    ):
        if sort in lowered:
            return "verdrag" if sort == "handvest" else "verordening" if sort == "code" else sort
    return "wet"


def is_abbreviation(name: str) -> bool:
    """Whether a name counts only as it is written."""
    return max(map(len, name.split())) < SHORTEST_WORD_OF_A_NAME


def _key(word: str) -> str:
    word = word.lower()
    return word.replace("’", "'") if "’" in word else word


def _add(root: _Node, name: str, entry: _Entry) -> None:
    node = root
    for word in _WORD.findall(name):
        node = node.words.setdefault(_key(word), _Node())
    node.entries.append(entry)


def _add_all(
    root: _Node, act: Act, names: list[str], *, alone: bool, years: tuple[int | None, int | None]
) -> None:
    lower = load("acts")["words"]["lower_case"]
    for name in names:
        european = act.kind is ReferenceKind.EU_LAW
        small = name.lower() in lower or (european and _LOWER_CASE_NAME.fullmatch(name.lower()) is not None)
        first = _WORD.findall(name)[0].split("-")[0]
        entry = _Entry(
            act=act,
            written=name if is_abbreviation(name) else None,
            alone=alone,
            lower_case=small,
            starts=(first, first[0].lower() + first[1:]) if small else (first,),
            since=years[0],
            until=years[1],
        )
        _add(root, name, entry)


@cache
def _vocabulary() -> _Node:
    """All names, as a tree of their words."""
    root = _Node()
    acts = load("acts")
    treaties = acts["treaties"]["acts"]
    for entry in (*acts["national"]["acts"], *treaties):
        name = entry["name"]
        sort = "verdrag" if entry in treaties else sort_of(name)
        act = Act(name, ReferenceKind.LAW, name, law_url(entry.get("bwb")), sort)
        _add_all(root, act, [name, *entry.get("short", [])], alone=True, years=(None, None))
        _add_all(root, act, entry.get("behind_article", []), alone=False, years=(None, None))
    code = acts["civil_code"]
    name = code["name"]
    books = tuple(code["books"].items())
    civil = Act(name, ReferenceKind.LAW, name, None, "wet", books)
    _add_all(root, civil, [name], alone=True, years=(None, None))
    _add_all(root, civil, code["behind_article"], alone=False, years=(None, None))
    for entry in load("eu_acts")["union"]["acts"]:
        _add_european(root, entry)
    return root


def _add_european(root: _Node, entry: dict[str, Any]) -> None:
    celex = entry.get("celex")
    act = Act(
        name=entry["name"],
        kind=ReferenceKind.EU_LAW,
        identifier=celex or entry["name"],
        url=celex_url(celex) if celex else None,
        sort=_sort_of_celex(celex)
        or ("verdrag" if "VEU" in entry["name"] or "VWEU" in entry["name"] else sort_of(entry["name"])),
    )
    years = (entry.get("since"), entry.get("until"))
    _add_all(root, act, [entry["name"], *entry.get("names", [])], alone=True, years=years)
    _add_all(root, act, entry.get("behind_article", []), alone=False, years=years)


def _sort_of_celex(celex: str | None) -> str | None:
    return {"R": "verordening", "L": "richtlijn", "F": "kaderbesluit"}.get(celex[5]) if celex else None


@cache
def first_words() -> frozenset[str]:
    """Words that a name may begin with where it stands alone, as they are written, up to a hyphen."""
    return frozenset(word for node in _vocabulary().words.values() for word in _beginnings(node))


def _beginnings(node: _Node) -> set[str]:
    return {word for entry in node.entries if entry.alone for word in entry.starts}.union(
        *(_beginnings(deeper) for deeper in node.words.values())
    )


def _current(entries: list[_Entry], year: int | None) -> _Entry:
    """Of acts that bear the same name the one of that year; none of them, if it cannot be told."""
    first = entries[0]
    if first.since is None and first.until is None:
        return first
    for entry in entries:
        if year is not None and (entry.since or 0) <= year <= (entry.until or 9999):
            return entry
    unknown = replace(first.act, identifier=first.act.name, url=None)
    return replace(first, act=unknown)


def _as_written(text: str, start: int, end: int, entry: _Entry, *, any_case: bool) -> bool:
    if entry.written is not None:
        found = text[start:end]
        return found == entry.written or " ".join(found.split()).replace("’", "'") == entry.written.replace(
            "’", "'"
        )
    return any_case or entry.lower_case or not text[start].islower()


def find_act(text: str, at: int, year: int | None, *, any_case: bool = False) -> Named | None:
    """The act whose name stands at ``at``, the longest name first.

    Args:
        text: the text.
        at: where the name should start.
        year: year of the letter, for names that have meant more than one act.
        any_case: whether a full name may start in lower case, as it may behind an article number.
    """
    node = _vocabulary()
    found: Named | None = None
    position = at
    while (word := _WORD.match(text, position)) is not None:
        deeper = node.words.get(_key(word[0]))
        if deeper is None:
            break
        node = deeper
        end = word.end()
        fitting = node.entries and [
            entry for entry in node.entries if _as_written(text, at, end, entry, any_case=any_case)
        ]
        if fitting:
            entry = _current(fitting, year)
            found = Named(entry.act, end, entry.alone)
        step = _STEP.match(text, end)
        if step is None:
            break
        position = step.end()
    if found is not None and (edition := _EDITION.match(text, found.end)):
        name = f"{found.act.name} {edition['edition']}"  # another act: Wetboek van Strafrecht BES
        return Named(replace(found.act, name=name, identifier=name, url=None), edition.end(), found.alone)
    if found is not None and found.act.books and (book := _BOOK.match(text, found.end)) is not None:
        return Named(found.act.book(book["book"]), book.end(), alone=True)
    return found
