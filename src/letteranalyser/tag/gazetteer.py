"""Names from the vocabulary files, looked up in a text by spaCy's ``PhraseMatcher``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from letteranalyser.vocabulary import load

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ACTOR_FILES = (
    "parties",
    "public_bodies",
    "institutions",
    "eu_bodies",
    "international",
    "countries",
    "municipalities",
    "places",
    "organisations",
    "companies",
    "media",
)
OPERATION_FILES = ("operations",)

WORD = re.compile(r"\w+")
"""What the tokenizer takes for a word: see ``nlp.splitting_tokenizer``."""

SHORT_FORM = 5
"""Longest form, in letters, that is only taken as written: ``SER`` is not ``Ser``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the vocabulary.

    Attributes:
        name: canonical name.
        kind: its type.
        rule: file and name, to say what found it.
        context: what must stand beside it, of ``letteranalyser.tag.contexts``; None if the words suffice.
        lower: whether it is written without capitals too.
        holds_others: whether mentions inside it stay.
    """

    name: str
    kind: str
    rule: str
    context: str | None = None
    lower: bool = False
    holds_others: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of an entry found in a text, at code points ``start`` to ``end``."""

    start: int
    end: int
    form: str
    entry: Entry


def forms_in(names: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Every form that the named vocabulary files give, with its entry."""
    for file in names:
        data = load(file)
        about = data["about"]
        known = data.get("known", {})
        for row in (*known.get("entry", ()), *data.get("party", ())):
            yield from _forms(file, about, row)
        for name in known.get("names", ()):
            yield name, Entry(name, about["type"], f"{file}.{name}")
        for name in known.get("ambiguous", ()):
            yield name, Entry(name, about["type"], f"{file}.{name}", context=about["context"])


def _forms(file: str, about: dict[str, Any], row: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    short = row.get("abbreviation", [])
    short = [short] if isinstance(short, str) else short
    # A party is known by its letters, anything else by its name.
    name = short[0] if short and about["type"] == "party" else row["name"]
    entry = Entry(
        name,
        row.get("type", about["type"]),
        f"{file}.{row['name']}",
        context=row.get("context"),
        lower=row.get("lower", False),
        holds_others=row.get("holds_others", False),
    )
    for form in (row["name"], *short, *row.get("aliases", ())):
        yield form, entry


class Gazetteer:
    """The names of some vocabulary files, compiled for one vocabulary of words.

    Case: a form is found as written; in capitals throughout if it has several words (a signature); with capitals
    lost in part (``Europees parlement``) if it has several words and keeps at least one.
    """

    def __init__(self, nlp: "Language", files: Iterable[str]) -> None:
        """Compile.

        Args:
            nlp: whose tokenizer and vocabulary the texts are made with.
            files: vocabulary files, without ending.
        """
        from spacy.matcher import PhraseMatcher

        self._entries: dict[str, list[tuple[str, Entry]]] = {}
        for form, entry in forms_in(files):
            for spelling in _spellings(form):
                self._entries.setdefault(spelling.lower(), []).append((spelling, entry))
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._keys: dict[int, str] = {}
        self._nlp = nlp
        self._waiting: dict[str, list[str]] = {}
        for lowered in self._entries:
            self._waiting.setdefault(first_word(lowered), []).append(lowered)

    def entry(self, form: str) -> tuple[str, str] | None:
        """Name and type of the entry with exactly this form, or None; the first, if there are several."""
        for spelling, entry in self._entries.get(form.lower(), ()):
            if spelling == form:
                return entry.name, entry.kind
        return None

    def _learn(self, text: str) -> None:
        """Compile the forms that begin with a word of this text: of thousands a letter needs some hundreds."""
        words = {"", *WORD.findall(text.lower())}
        for word in sorted(words & self._waiting.keys()):
            for lowered in self._waiting.pop(word):
                self._matcher.add(lowered, [self._nlp.make_doc(lowered)])
                self._keys[self._nlp.vocab.strings[lowered]] = lowered

    def find(self, doc: "Doc") -> Iterator[Hit]:
        """All forms in a text, overlapping ones too, that its capitals allow."""
        text = doc.text
        self._learn(text)
        for key, first, last in self._matcher(doc):
            start = doc[first].idx
            end = doc[last - 1].idx + len(doc[last - 1])
            surface = text[start:end]
            hits = [
                Hit(start, end, form, entry)
                for form, entry in self._entries[self._keys[key]]
                if case_allows(surface, form, lower=entry.lower)
            ]
            # Two bodies share an abbreviation: the one that the letter writes in full is meant.
            if len(hits) > 1:
                hits.sort(key=lambda hit: hit.entry.name not in text)
            yield from hits


def first_word(form: str) -> str:
    """The first run of letters and digits, empty where there is none."""
    found = WORD.search(form)
    return found[0] if found else ""


def case_allows(surface: str, form: str, *, lower: bool) -> bool:
    """Whether words that agree but for case may be this form."""
    if surface == form or (lower and surface[1:] == form[1:]):
        return True
    words = form.split()
    # An article in a name is what tells it from its words: De Unie, Het Parool; a group is no member: Lid Omtzigt.
    if len(words) == 1 or len(form) <= SHORT_FORM or words[0] in ("De", "Het", "Lid", "Groep", "Fractie"):
        return False
    if surface.isupper():
        return True
    # Abbreviations keep their letters; other words may lose a capital or gain one, but not all of them.
    kept = all(f == s or not f.isupper() or len(f) == 1 for f, s in zip(words, surface.split(), strict=False))
    return kept and any(word[:1].isupper() for word in surface.split())


def _spellings(form: str) -> set[str]:
    """A form with straight and with curly apostrophes."""
    return {form, form.replace("'", "’"), form.replace("’", "'")}


@cache
def known_words(files: tuple[str, ...], kind: str) -> frozenset[str]:
    """Every form of one type in some files."""
    return frozenset(form for form, entry in forms_in(files) if entry.kind == kind)
