"""Joining the lines of a paragraph: which hyphen at a line end was put there by the typesetter, and which belongs.

The Dutch rules are those of the Groene Boekje: a hyphen stays before a capital or digit, after an abbreviation, and
where a part of the word is left out (``wet- en regelgeving``). What no rule decides, the document's own words decide;
failing these the parts are joined.
"""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache
from typing import Any

from letteranalyser.vocabulary import load

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u00ad\u2010\u2011"
VOWELS = frozenset("aeiouyáéíóúàèëïöüäâêîôû")

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+){0,8}")
_LEFT_PART = re.compile(r"[^\s«»“”„\"(),;:]{1,80}$")
_RIGHT_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W_]+){0,8}")
_URL = re.compile(r"(?:https?:|www\.|\w\.(?:nl|eu|com|org|net|int|gov|info|be|de)/)", re.IGNORECASE)
_URL_REST = re.compile(
    r"[/._?=&#%~+]|\S*[/_=&%]|[\w-]+\.(?:html?|pdf|aspx?|php|nl|eu|com|org|int)\b|\w+(?:-\w+){2,}"
)
_MIN_SYLLABLES = 5
"""A part in capitals this long is taken for part of a word, not for an abbreviation."""

_CLOSING = re.compile(r"[,;:)\]»”.!?](?:\s|$)")


@cache
def _suspended() -> re.Pattern[str]:
    words = sorted((re.escape(word) for word in load("hyphens")["parts"]["suspended"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})(?=\s|$|,)")


@cache
def _entries(key: str) -> frozenset[str]:
    vocabulary: dict[str, Any] = load("hyphens")["parts"]
    return frozenset(vocabulary[key])


@cache
def _hyphenated_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in load('hyphens')['parts']['words'])})")


def document_words(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in a document's lines, in lower case; what ``known`` is meant to be.

    A part before a hyphen at a line end is no word, nor is the first word of the next line.
    """
    words: set[str] = set()
    broken = False
    for line in lines:
        text = line.strip()
        if not text:
            continue
        found = _WORD.findall(text)
        if broken:
            found = found[1:]
        broken = text[-1] in HYPHENS
        if broken and found:
            found.pop()
        words.update(found)
    return frozenset(word.replace(SOFT_HYPHEN, "").lower() for word in words)


def join_lines(lines: Sequence[str], known: Container[str] = ()) -> str:
    """The lines of one paragraph as one line.

    Args:
        lines: in reading order; blank ones are skipped.
        known: words of the document in lower case, see ``document_words``.
    """
    text = ""
    for line in lines:
        text = joiner(text, line, known) if text else line.strip()
    return text.replace(SOFT_HYPHEN, "")


def joiner(left: str, right: str, known: Container[str] = ()) -> str:
    """Two pieces of running text as one, the second read directly after the first.

    The second keeps its length, so it begins at ``len(result) - len(right.strip())``.

    Args:
        left: text up to a line end.
        right: text of the next line.
        known: words of the document in lower case, see ``document_words``.
    """
    left, right = left.rstrip(" \t\r\n\u00a0"), right.strip(" \t\r\n\u00a0")
    if not left or not right:
        return left or right
    if _is_url_break(left, right):
        return left.replace(SOFT_HYPHEN, "-") + right if left[-1] == SOFT_HYPHEN else left + right
    if left[-1] in HYPHENS:
        return _join_hyphen(left, right, known)
    if (left[-1] in "/–" and left[-2:-1].strip()) or left[-1] in "(«[‘“„":
        return left + right
    if (right[0] == "/" and left[-1].isalnum()) or _CLOSING.match(right):
        return left + right
    return f"{left} {right}"


def _is_url_break(left: str, right: str) -> bool:
    # A piece may be nothing but control characters, which count as white space here.
    token, following = (left.split() or [""])[-1], (right.split() or [""])[0]
    if _URL.match(following):
        return False  # an address of its own
    if token.endswith("@") and len(token) > 1:
        return True
    if not _URL.search(token):
        return False
    return token[-1] in "/_=?&%#" or bool(_URL_REST.match(following) and token[-1] not in ".,;)")


def _join_hyphen(left: str, right: str, known: Container[str]) -> str:
    stem = left[:-1]
    part, word = _LEFT_PART.search(stem), _RIGHT_WORD.match(right)
    if part is None and (not stem or stem[-1].isspace()):  # a dash between spaces, or a bullet
        return f"{stem}- {right}"
    if part is None or word is None or _URL.search(part.group()):
        return f"{stem}-{right}"
    whole, rest = part.group().strip("’'.").lower(), word.group().lower()
    joined, hyphened = whole + rest in known, f"{whole}-{rest}" in known
    if _suspended().match(right) and not (joined and whole[-1:] in "ijuw"):
        return f"{stem}- {right}"
    if hyphened if joined != hyphened else _keeps_hyphen(part.group(), right, word.group()):
        return f"{stem}-{right}"
    mark = _trema(whole[-1:], right[0]) if whole in _entries("trema_prefixes") else ""
    return stem + (mark + right[1:] if mark else right)


def _keeps_hyphen(whole: str, right: str, word: str) -> bool:
    """Whether the hyphen between two parts of a word belongs to its spelling.

    Args:
        whole: what stands before it, back to the space before that.
        right: the next line.
        word: its first word.
    """
    part = whole.rsplit("-", 1)[-1]
    lower, rest = part.lower(), word.lower()
    if word[0].isupper():
        # ONTWIKKELINGS-|SAMENWERKING is one word, VN-|VEILIGHEIDSRAAD keeps its hyphen: length tells most apart.
        return not (
            part.isalpha()
            and part.isupper()
            and len(part) >= _MIN_SYLLABLES
            and word.isupper()
            and len(word) > 1
        )
    abbreviation = (
        not part[-1:].isalpha()
        or any(char.isupper() for char in part[1:])
        or len(part) == 1
        or not VOWELS.intersection(lower)
        or lower in _entries("abbreviations")
    )
    return (
        abbreviation
        or lower in _entries("prefixes")
        or rest.startswith(tuple(load("hyphens")["prefixes_before"].get(lower, ())))
        or (lower[-1] == "a" and rest[0] == "a")  # two a's meet in compounds only: data-|analyse
        or _hyphenated_words().match(f"{whole.lower()}-{rest}") is not None
        or (lower in _entries("before_names") and _is_particle(right))
    )


def _is_particle(right: str) -> bool:
    words = right.split(None, 3)[:3]
    if not words or words[0] not in _entries("name_particles"):
        return False
    name = next((w for w in words if w not in _entries("name_particles")), "")
    return name[:1].isupper()


def _trema(left: str, right: str) -> str:
    """The second of two vowels with the trema that the break made unneeded, or nothing if they do not clash."""
    return {"ei": "ï", "ee": "ë", "eu": "ü", "oo": "ö", "oe": "ë", "oi": "ï"}.get(left + right, "")
