"""Bodies that no vocabulary lists, by the words that open, close or announce their names."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.gazetteer import known_words
from letteranalyser.tag.names import UPPER, is_stop
from letteranalyser.tag.sentence_starts import begins_sentence, is_function_word
from letteranalyser.vocabulary import load

_CAP = rf"[{UPPER}][\w’'+]*(?:[-/][\w’']+)*(?:- en [{UPPER}][\w’']+)?"
_LINK = r"(?:van|voor|der|den|de|het|des|ter|tegen|inzake|tot|bij|op|in|of|for|on|the|to|&)"
_TAIL = re.compile(rf" (?:(?:{_LINK}) ){{0,3}}(?:{_CAP})")
_FIRST_TAIL = re.compile(rf" (?:(?:van|voor|tegen|inzake|der|ter|tot|bij) )?(?:(?:de|het|den|der) )?{_CAP}")
_AND = re.compile(rf"(?:, {_CAP}(?: {_CAP}){{0,2}}){{0,3}},? (?:en|&|and) (?:{_LINK} )?(?P<last>{_CAP})")
_SEQUENCE = rf"{_CAP}(?: (?:&|en|of|van|voor|de|der|the|for|and) {_CAP}| {_CAP}){{0,4}}"
_NAME = rf"{_CAP}(?: {_CAP}| (?:of|for|and|&|the) {_CAP}){{0,4}}"
_IN_PLACE = re.compile(rf" (?:in|te|bij) (?P<place>{_CAP}(?: {_CAP})?)$")
_CAP_AFTER = re.compile(rf" {_CAP}")
_NEXT_IN_LIST = re.compile(rf"(?:, (?:de |het )?|,? en (?:de |het )?|/)(?={_CAP})")
_NAME_AT = re.compile(_NAME)


class _Rules(NamedTuple):
    opens: re.Pattern[str]
    kinds: dict[str, str]
    closes: re.Pattern[str]
    closing: dict[str, str]
    announces: re.Pattern[str]
    announcing: dict[str, str]
    joined: re.Pattern[str]
    compound: re.Pattern[str]
    compounds: dict[str, str]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _kinds(table: str) -> dict[str, str]:
    return {word: kind for kind, words in load("bodies")[table].items() for word in words}


@cache
def _rules() -> _Rules:
    opens = _kinds("opens")
    # A head in small letters is written with a capital too.
    opens |= {word[:1].upper() + word[1:]: kind for word, kind in opens.items()}
    adjectives = load("bodies")["adjectives"]["words"]
    closes, announces, compounds = _kinds("closes"), _kinds("announces"), _kinds("compounds")
    return _Rules(
        re.compile(rf"(?<![\w-])(?:(?:{_any(adjectives)}) ){{0,2}}(?P<head>{_any(list(opens))})(?= )"),
        opens,
        re.compile(
            rf"(?<![\w-])(?P<name>(?:{_CAP} (?:(?:&|of|for|and|the|van|voor|de|der) ){{0,2}}){{1,5}})(?P<close>{_any(list(closes))})(?![\w-])"
        ),
        closes,
        re.compile(
            rf"(?<![\w-])(?P<word>{_any(list(announces))}),? (?:zoals |als |waaronder )?[“\"‘«]?(?={_CAP})"
        ),
        announces,
        re.compile(
            rf"(?<![\w-])(?:kabinet|[Cc]ommissie|[Ss]taatscommissie|[Ww]erkgroep|[Aa]dviescommissie)[- ](?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]er) ){{0,2}}{_CAP}(?:-{_CAP})?(?: (?:I{{1,3}}|IV|VI{{0,3}}))?)"
        ),
        re.compile(
            rf"(?<![\w-])(?:(?:{_any(adjectives)}) ){{0,2}}[{UPPER}][\w’-]{{2,30}}(?P<end>{_any(list(compounds))})(?![\w-])"
        ),
        compounds,
    )


def find_bodies(text: str, known: Collection[int]) -> Iterator[Candidate]:
    """Bodies by the form of their names.

    Args:
        text: the text.
        known: where names of the vocabulary start; the vocabulary knows best where those end.
    """
    rules = _rules()
    yield from (candidate for candidate in _opened(text, rules) if candidate.start not in known)
    yield from _closed(text, rules)
    yield from _announced(text, rules)
    yield from _compounds(text, rules)
    for found in rules.joined.finditer(text):
        first = found["name"].split()[-1 if found["name"][0].islower() else 0]
        if not is_stop(first) and first not in _others() and not first.isupper():
            name = found.group()
            yield Candidate(
                found.start(), found.end(), name[:1].lower() + name[1:], "institution", "bodies.joined"
            )


@cache
def _others() -> frozenset[str]:
    """Names that stand beside a body's name and are no part of it."""
    return known_words(("countries", "municipalities"), "country") | known_words(("parties",), "party")


def _opened(text: str, rules: _Rules) -> Iterator[Candidate]:
    generic = tuple(load("bodies")["generic"]["names"])
    for found in rules.opens.finditer(text):
        end = tail_end(text, found.end())
        if end is None or text[found.start() : end] in generic:
            continue
        first = text[found.end() : end].split(maxsplit=1)[0]
        if (
            found["head"] in ("Commissie", "commissie", "kabinet", "Kabinet")
            and first[:1].isupper()
            and (is_stop(first) or first in _others())
        ):
            continue
        end = _before_place(text, found.end(), end)
        name = text[found.start() : end]
        yield Candidate(
            found.start(), end, name[:1].upper() + name[1:], rules.kinds[found["head"]], "bodies.opened"
        )


def _before_place(text: str, position: int, end: int) -> int:
    """The end of a name without where it is: ``Stichting Humanitas`` of ``Stichting Humanitas in Rotterdam``."""
    place = _IN_PLACE.search(text, position, end)
    if place and place["place"] in _others() and place["place"] != "Nederland":
        return place.start()
    return end


def tail_end(text: str, position: int) -> int | None:
    """Where a name that has opened here ends: the last of its words in capitals; None if none follows."""
    first = _FIRST_TAIL.match(text, position)
    if not first:
        return None
    end = first.end()
    if is_stop(first.group().split()[-1]):
        # `Vereniging van Openbare Bibliotheken`, `Platform Landbouw, Innovatie & Samenleving`
        following = _CAP_AFTER.match(text, end) or _AND.match(text, end)
        if not following or is_stop(following.group().split()[-1]):
            return None
        end = following.end()
    while (more := _TAIL.match(text, end)) and not is_stop(more.group().split()[-1]):
        end = more.end()
    joined = _AND.match(text, end)
    if (
        joined
        and joined["last"] not in _others()
        and not is_stop(joined["last"])
        and not joined["last"].isupper()
    ):
        end = joined.end()
    return end


def _closed(text: str, rules: _Rules) -> Iterator[Candidate]:
    for found in rules.closes.finditer(text):
        start = found.start()
        words = found["name"].split()
        # The first word of a sentence has a capital without being a name.
        while words and (is_stop(words[0]) or (begins_sentence(text, start) and is_function_word(words[0]))):
            start = text.index(words[0], start) + len(words[0]) + 1
            words = words[1:]
        if len(words) > 2 and words[1] == "van" and begins_sentence(text, start):
            start = text.index(words[2], start + len(words[0]))
            words = words[2:]
        if words and words[0][:1].isupper() and not words[0].endswith("se"):
            yield Candidate(
                start, found.end(), text[start : found.end()], rules.closing[found["close"]], "bodies.closed"
            )


def _compounds(text: str, rules: _Rules) -> Iterator[Candidate]:
    """One word with a capital inside a sentence: ``het Slotervaartziekenhuis``."""
    generic = load("bodies")["generic"]["names"]
    for found in rules.compound.finditer(text):
        name = found.group()
        single = " " not in name
        # `Landbouw- en Visserijraad` is one name, and has been looked for as one.
        if text.endswith(("- en ", "-, "), 0, found.start()):
            continue
        if name.split()[-1] in generic or (
            single and (begins_sentence(text, found.start()) or is_stop(name))
        ):
            continue
        end = found.end()
        following = _CAP_AFTER.match(text, end)
        if not following or following.group().strip() not in _others():
            end = tail_end(text, end) or end
        yield Candidate(
            found.start(),
            end,
            text[found.start() : end],
            rules.compounds[found["end"]],
            "bodies.compound",
            Certainty.GUESS,
        )


def _announced(text: str, rules: _Rules) -> Iterator[Candidate]:
    for found in rules.announces.finditer(text):
        kind = rules.announcing[found["word"]]
        position = found.end()
        while name := _NAME_AT.match(text, position):
            first = name.group().split()[0]
            if is_stop(first) or first.endswith("se"):
                break
            yield Candidate(name.start(), name.end(), name.group(), kind, "bodies.announced", Certainty.GUESS)
            link = _NEXT_IN_LIST.match(text, name.end())
            if not link or (
                "en " not in found["word"] and not found["word"].endswith(("s", "en", "’s", "a"))
            ):
                break
            position = link.end()


def kind_of_body(name: str) -> str | None:
    """The type that the words of a long form tell, or None where they tell of no body."""
    words = load("not_actors")["words"]["heads"]
    rules = _rules()
    parts = name.split()
    if parts[-1] in words or parts[0] in words:
        return None
    for word, kind in sorted(rules.kinds.items(), key=lambda item: -len(item[0])):
        if re.match(rf"{re.escape(word)}\b", name):
            return kind
    for word in reversed(name.split()):
        if word in rules.closing:
            return rules.closing[word]
    return next((kind for part, kind in _kinds("parts").items() if part in name.lower()), None)
