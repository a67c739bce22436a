"""How a person's name is written, and reading one at a given place."""

import re
from collections.abc import Iterator
from functools import cache

from letteranalyser.tag.gazetteer import known_words
from letteranalyser.vocabulary import load

UPPER = "A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŐŚŞŠŰŹŻŽ"
"""Capitals that begin a Dutch, Turkish, Slavic or Hungarian name, as the inside of a character class."""

_GAP = r"[ \u00a0]"
_PARTICLE = (
    rf"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]en|[Dd]er|[Dd]es|[Tt]en|[Tt]er|[Tt]e|[Ll]e|[Ll]a|[Ee]l|[Aa]l|[Dd]u|[Dd]i|[Dd]a|[Dd]os|"
    rf"[Bb]in|[Tt]ot|[’']t|d[’']|(?:[Ii]n|[Oo]p|[Aa]an|[Uu]it|[Oo]nder|[Bb]ij|[Vv]oor|[Vv]an){_GAP}(?:de|den|der|het|[’']t))"
    rf"{_GAP})"
)
_WORD = rf"(?:[{UPPER}][’'])?[{UPPER}]\w{{1,30}}(?:-(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en) ){{0,2}}[{UPPER}]\w{{0,30}}){{0,3}}"
_INITIALS = rf"(?:(?:[{UPPER}]|[{UPPER}][a-z]{{1,2}}|IJ)\.[ \u00a0-]?){{1,7}}"
_SURNAME = rf"{_PARTICLE}{{0,3}}{_WORD}"
INITIALS = re.compile(rf"(?<![\w.]){_INITIALS}(?={_GAP}?(?:{_PARTICLE}|[{UPPER}]\w))")
_NAME = re.compile(rf"(?:{_INITIALS}{_GAP}?)?{_SURNAME}(?:{_GAP}{_SURNAME}){{0,2}}")
_LAST_PART = re.compile(rf"(?:^|{_GAP})({_SURNAME}(?:{_GAP}{_WORD})?)$")
_NEXT = re.compile(
    rf"(?:{_GAP}\((?P<party>[^()\n]{{2,40}})\))?(?P<cosigned>{_GAP}c\.s\.)?(?P<link>,{_GAP}(?:en{_GAP})?|{_GAP}en{_GAP}(?:het lid |van )?|/|{_GAP}&{_GAP})"
)
_WHERE = re.compile(r"(?<=\w) (?:te|in|uit|bij) (?P<place>[^,.;()\n]{2,30})$")
"""A place behind a name: ``notaris Jansen te Utrecht``."""
_LOWER = re.compile(r"[a-zß-öø-ÿčćđğıłńőśşšűźżž]")


@cache
def _stops() -> frozenset[str]:
    return frozenset(load("persons")["words"]["not_names"]) | known_words(("parties",), "party")


@cache
def _not_in_names() -> frozenset[str]:
    return frozenset(load("persons")["words"]["not_in_names"])


def is_stop(word: str) -> bool:
    """Whether a word with a capital is no name: ``Kamerstuk``, ``Europese``, a party."""
    return word in _stops() or (word.partition("-")[0] in _stops() and not word.startswith("Al-"))


def read_name(text: str, position: int) -> int | None:
    """Where the name that starts here ends, or None if none does.

    A name is initials, given names and particles in any case before words with a capital; it ends before a word that
    is none (``Kamerstuk``, a party).
    """
    found = _NAME.match(text, position)
    if not found:
        return None
    end = position
    for word in re.finditer(r"\S+", found.group()):
        bare = word.group().strip(".")
        is_name = bare[:1].isupper() and not word.group().endswith(".") and not _is_particle(bare)
        if is_name:
            if is_stop(bare) or bare in _not_in_names() or not _LOWER.search(bare):
                break
            end = position + word.end()
    where = _WHERE.search(text, position, end)
    if where and where["place"] in _places():
        end = where.start()
    return end if end > position else None


@cache
def _places() -> frozenset[str]:
    return known_words(("countries", "municipalities", "places"), "country")


def read_names(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The names of a list that starts here: ``X (VVD), Y en Z``, ``X/Y``."""
    while (end := read_name(text, position)) is not None:
        yield position, end
        link = _NEXT.match(text, end)
        if not link:
            return
        position = link.end()


def surname(name: str) -> str:
    """A name without initials and given names, its first particle with a capital: ``Jan van Dijk`` to ``Van Dijk``."""
    words = name.split()
    while len(words) > 1 and (words[0].endswith(".") or (_is_given(words[0]) and not _is_particle(words[0]))):
        words = words[1:]
    bare = " ".join(words)
    return bare[:1].upper() + bare[1:]


def _is_given(word: str) -> bool:
    return word in given_names()


def _is_particle(word: str) -> bool:
    return re.fullmatch(_PARTICLE, f"{word} ") is not None


@cache
def given_names() -> frozenset[str]:
    """Given names that are common in the Netherlands or among those whom letters name."""
    return frozenset(load("given_names")["words"]["names"])
