"""Operations that no list holds, told by the words that their names begin or end with."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from letteranalyser.tag.abbreviations import definitions
from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.gazetteer import known_words
from letteranalyser.tag.names import UPPER, is_stop
from letteranalyser.tag.sentence_starts import begins_sentence, is_function_word
from letteranalyser.vocabulary import load

_CAP = rf"(?:[{UPPER}][\w’+]*(?:[-/][\w’+]+)*|\d{{1,4}}plus|\d{{2,4}}(?:[-–]\d{{2,4}})?)"
_SMALL = r"(?:(?:van|voor|en|in|het|de|op|aan|te|tot|der|of|for|and|the|to|naar|met|bij|tegen|&) ){0,3}"
_TITLE = rf"[{UPPER}0-9][\w’+-]*(?:,? {_SMALL}{_CAP}){{0,7}}"
_WHERE = re.compile(r",? (?:in|op|bij|naar|voor|voor de kust van|te) (?:(?:de |het )?(?=[A-Z])|(?P<year>\d))")
"""Where a name ends: ``operatie Aspides in de Rode Zee``, ``Kennisprogramma Zeespiegelstijging in 2023``."""
_QUOTED = r"[«“‘\"][^»”’\"\n]{3,80}[»”’\"]"
_LINK = r"(?:(?:voor|van|ter|tegen|tot|inzake) (?:de |het )?)?"


class _Patterns(NamedTuple):
    first: re.Pattern[str]
    first_kinds: dict[str, str]
    compound: re.Pattern[str]
    compound_kinds: dict[str, str]
    last: re.Pattern[str]
    last_kinds: dict[str, str]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> _Patterns:
    data = load("operation_names")
    first = {word: row["type"] for row in data["first"] for word in row["words"]}
    compound = {word: kind for kind, words in data["compounds"].items() for word in words}
    last = {word: kind for kind, words in data["last"].items() for word in words}
    adjectives = _any(data["adjectives"]["words"])
    return _Patterns(
        re.compile(rf"(?<![\w-])(?P<head>{_any(list(first))}) (?P<name>{_QUOTED}|(?P<link>{_LINK}){_TITLE})"),
        first,
        re.compile(
            rf"(?<![\w-])(?:(?:{adjectives}) ){{0,2}}(?:[{UPPER}]\w{{2,30}}(?:-,|-)? en )?"
            rf"(?P<compound>[{UPPER}][\w’-]{{2,40}}(?P<end>{_any(list(compound))}))(?![\w-])(?P<tail>(?: {_CAP}(?: (?:& |en )?{_CAP}){{0,3}})?)"
        ),
        compound,
        re.compile(
            rf"(?<![\w-])(?P<name>(?:{_CAP} (?:(?:of|for|and|the|to|&|van|voor) ){{0,2}}){{1,6}})(?P<end>{_any(list(last))})"
            rf"(?: (?:for|to|on) {_CAP}(?:,? (?:(?:and|of|the|for) ){{0,2}}{_CAP}){{0,5}})?(?![\w-])"
        ),
        last,
    )


@cache
def _none() -> frozenset[str]:
    return frozenset(load("operation_names")["not"]["words"])


@cache
def _not_ends() -> tuple[str, ...]:
    return tuple(load("operation_names")["not_compounds"]["ends"])


@cache
def _not_after() -> frozenset[str]:
    return frozenset(load("operation_names")["not"]["not_after"])


def find_named_operations(text: str) -> Iterator[Candidate]:
    """Names of operations in a text, by their form, and the abbreviations that the letter gives them."""
    found = [*_headed(text), *_compounds(text), *_closed(text)]
    yield from found
    yield from _repeated(text, found)
    yield from _defined(text)


def _headed(text: str) -> Iterator[Candidate]:
    """A word and a name: ``operatie Triton``; of ``het programma Waterland`` the name alone."""
    patterns = _patterns()
    sorts = frozenset(load("operation_names")["sort"]["words"])
    for match in patterns.first.finditer(text):
        head, name = match["head"], match["name"]
        kind = patterns.first_kinds[head]
        if name[0] in '«“‘"':
            yield Candidate(
                match.start("name") + 1,
                match.end() - 1,
                name[1:-1],
                kind,
                "operations.quoted",
                Certainty.GUESS,
            )
            continue
        link = match["link"] or ""
        words = name[len(link) :]
        if words.split(maxsplit=1)[0].strip(",") in _not_after() or (
            words[0].isdigit() and "plus" not in words
        ):
            continue
        end = match.end()
        place = _WHERE.search(text, match.start("name"), end)
        if place and (kind in ("operation", "mission") or place["year"]):
            end = place.start()
            words = text[match.start("name") + len(link) : end]
        if kind == "mission" and words in _countries():
            # The mission has no name of its own: `NAVO-missie Irak`.
            yield Candidate(
                match.start(), end, text[match.start() : end], kind, "operations.headed", Certainty.GUESS
            )
        elif head in sorts or (head[0].islower() and link):
            if link:
                continue
            yield Candidate(match.start("name"), end, words, kind, "operations.after_sort", Certainty.GUESS)
        else:
            yield Candidate(
                match.start(), end, text[match.start() : end], kind, "operations.headed", Certainty.GUESS
            )


@cache
def _countries() -> frozenset[str]:
    return known_words(("countries",), "country")


def _compounds(text: str) -> Iterator[Candidate]:
    """One word with a capital inside a sentence: ``het Waterfonds``."""
    patterns = _patterns()
    for match in patterns.compound.finditer(text):
        tail = match["tail"].split()
        if tail and (
            tail[0] in _not_after() or is_function_word(tail[0]) or is_stop(tail[0]) or tail[0].isdigit()
        ):
            tail = []
        end = match.end() if tail else match.start("tail")
        words = text[match.start() : end]
        if (
            words in _none()
            or match["compound"] in _none()
            or match["compound"].lower().endswith(_not_ends())
        ):
            continue
        start = match.start()
        if begins_sentence(text, start) and " " not in words:
            continue
        yield Candidate(
            start,
            end,
            words,
            patterns.compound_kinds[match["end"]],
            "operations.compound",
            Certainty.GUESS,
        )


def _closed(text: str) -> Iterator[Candidate]:
    """A name in capitals that ends in the sort of thing: ``Twinning Project``, ``Clean Water Facility``."""
    patterns = _patterns()
    for match in patterns.last.finditer(text):
        start = match.start()
        words = match["name"].split()
        while words and is_function_word(words[0]):
            start = text.index(words[0], start) + len(words[0]) + 1
            words = words[1:]
        if words and text[start : match.end()] not in _none():
            yield Candidate(
                start,
                match.end(),
                text[start : match.end()],
                patterns.last_kinds[match["end"]],
                "operations.closed",
                Certainty.GUESS,
            )


def _repeated(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """The bare name of an operation that the letter has introduced: ``operatie Triton``, later ``Triton``."""
    names = {}
    for candidate in found:
        head, _, name = candidate.name.partition(" ")
        if candidate.rule == "operations.headed" and head.lower() == "operatie" and len(name) > 3:
            names[name] = candidate.name
        elif candidate.rule == "operations.after_sort" and len(candidate.name) > 4:
            names[candidate.name] = candidate.name
    kinds = {candidate.name: candidate.kind for candidate in found}
    for name, full in names.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text):
            yield Candidate(
                match.start(), match.end(), full, kinds[full], "operations.named_before", Certainty.GUESS
            )


def _defined(text: str) -> Iterator[Candidate]:
    """``Long Form (LF)`` where the long form's words make an operation."""
    excluded = frozenset(load("not_actors")["words"]["abbreviations"])
    for definition in definitions(text):
        long = text[definition.start : definition.end]
        kind = kind_of_operation(long) if long else None
        if kind is None or definition.short in excluded:
            continue
        yield Candidate(definition.start, definition.end, long, kind, "operations.long_form", Certainty.NAMED)
        for match in re.finditer(rf"(?<![\w-]){re.escape(definition.short)}(?!\w)", text):
            yield Candidate(match.start(), match.end(), long, kind, "operations.short_form", Certainty.NAMED)


def kind_of_operation(name: str) -> str | None:
    """The type that the words of a long form tell, or None where they tell of no operation."""
    low = name.lower()
    # A foundation called after its fund is a body.
    if low.startswith(("stichting ", "vereniging ")):
        return None
    for kind, parts in load("operation_names")["parts"].items():
        if any(re.search(part, low) for part in parts):
            return str(kind)
    return None
