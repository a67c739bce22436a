"""Better classes for the machine-made names: what a name list, its words or the words before it say outweighs a vote."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Span = tuple[int, int, str]
"""First word, one past the last, class."""

_ORGANISATION = re.compile(
    r"(?:^|\b)(?:[Mm]inisterie|[Cc]ommissie|[Cc]omité|[Rr]aad|[Bb]ank|[Bb]ond|[Ss]tichting|[Vv]ereniging|[Uu]niversiteit|Hogeschool|"
    r"Partij|Unie|Instituut|Fonds|Organisatie|Federatie|Genootschap|College|Centrum|Museum|Inspectie|Werkgroep|Platform|Dagblad|"
    r"Kamer|Parlement|Verbond|Club|FC|SC|FK|VV|AC|Orkest|Academie|Bureau|Maatschappij|Concern|Groep|Autoriteit|Agentschap|Koepel|"
    r"N\.?V\.?|B\.?V\.?|Inc\.?|Ltd\.?|Corp\.?|GmbH|Company|University|Institute|Records|Courant|Post|Times|Journal)\b"
)
_WORK = re.compile(
    r"(?:[Vv]erdrag|[Ww]et|[Ww]etboek|[Pp]rijs|[Cc]up|[Ff]estival|[Oo]orlog|[Pp]lan|[Pp]rogramma|[Aa]kkoord|[Pp]arade|[Kk]ampioenschap\w*|"
    r"[Oo]lympisch\w*|WK|EK|Zaterdag|Oscar|Grammy)\b"
)
_PLACE = re.compile(
    r"(?:straat|plein|laan|gracht|kade|kerk|brug|park|weg|eiland(?:en)?|zee|meer|gebergte|polder|Westen|Oosten|Europa)$"
)
_ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z&]{1,5}")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}(?:-?[A-Z]\.)*")
_OFFICES = frozenset(
    [
        "minister",
        "ministers",
        "staatssecretaris",
        "president",
        "premier",
        "burgemeester",
        "wethouder",
        "heer",
        "mevrouw",
        "meneer",
        "dr.",
        "drs.",
        "mr.",
        "prof.",
        "professor",
        "koning",
        "koningin",
        "prins",
        "prinses",
        "paus",
        "kanselier",
        "generaal",
        "voorzitter",
        "directeur",
        "trainer",
        "coach",
        "schrijver",
        "schrijfster",
        "zanger",
        "zangeres",
        "acteur",
        "actrice",
        "regisseur",
        "componist",
        "schilder",
        "dichter",
        "hoogleraar",
        "advocaat",
        "lijsttrekker",
        "fractievoorzitter",
        "Kamerlid",
        "senator",
        "zoon",
        "dochter",
        "broer",
        "zus",
        "vader",
        "moeder",
        "echtgenote",
        "burgemeester",
        "Minister",
        "President",
        "Burgemeester",
        "Premier",
        "Koning",
        "Prins",
        "Paus",
        "Sir",
        "St.",
    ]
)
_BEFORE_PLACE = frozenset(
    ["in", "te", "naar", "uit", "nabij", "bij", "vanuit", "rond", "richting", "rondom", "buiten", "tussen"]
)
_SAYS = frozenset(["zegt", "zei", "aldus", "vindt", "denkt", "stelde", "schreef", "erkent", "meent"])


@dataclass(frozen=True, slots=True)
class Lists:
    """Names whose class is known.

    Attributes:
        sure: form to class, from the vocabulary of this project.
        given: given names.
        listed: class to lower-case forms, from the name lists; a form may be in several.
    """

    sure: Mapping[str, str]
    given: frozenset[str]
    listed: Mapping[str, frozenset[str]]


def read_iob(text: str) -> Iterator[tuple[str, list[str], list[Span]]]:
    """Sentences of an IOB2 file: the corpus they come from, their words, their names."""
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        source = next((line[11:].strip() for line in lines if line.startswith("# source = ")), "")
        rows = [line.split("\t") for line in lines if "\t" in line]
        yield source, [row[0] for row in rows], spans_of([row[1] for row in rows])


def spans_of(labels: Sequence[str]) -> list[Span]:
    """The names that IOB2 labels mark."""
    spans: list[Span] = []
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            spans.append((at, at + 1, label[2:]))
        elif label.startswith("I-") and spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1, spans[-1][2])
    return spans


def relabel(words: Sequence[str], spans: Iterable[Span], lists: Lists) -> list[Span]:
    """The names of a sentence with better classes, and with those that only the vocabulary knows."""
    better = [(start, end, _class(words, start, end, label, lists)) for start, end, label in spans]
    return _with_known(words, better, lists.sure)


def _class(words: Sequence[str], start: int, end: int, label: str, lists: Lists) -> str:
    name = " ".join(words[start:end])
    if name in lists.sure:
        return lists.sure[name]
    before = words[start - 1] if start else ""
    first, last = words[start], words[end - 1]
    if _WORK.search(last) or (_WORK.match(first) and end - start > 1):
        return "MISC"
    if _ORGANISATION.search(name):
        return "ORG"
    if before in _OFFICES or (end - start > 1 and (first in lists.given or _INITIALS.fullmatch(first))):
        return "PER"
    if _PLACE.search(last):
        return "LOC"
    if end - start == 1:
        after = words[end] if end < len(words) else ""
        if before in _SAYS and label == "MISC":
            return "PER"
        return _class_of_word(name, label, before, after, lists)
    if label == "MISC" and name.lower() in lists.listed["PER"]:
        return "PER"
    if label == "MISC" and end - start == 2 and last.lower() in _surnames(lists) and first[0].isupper():
        return "PER"
    return label


def _class_of_word(name: str, label: str, before: str, after: str, lists: Lists) -> str:
    lowered = name.lower()
    if before.lower() in _BEFORE_PLACE and lowered in lists.listed["LOC"] and label != "PER":
        return "LOC"
    if name.isupper() and lowered in lists.listed["LOC"] and after == "-":
        return "LOC"
    if label == "MISC" and _ABBREVIATION.fullmatch(name):
        return "ORG"
    if label == "MISC" and lowered in lists.given:
        return "PER"
    return label


def _surnames(lists: Lists) -> frozenset[str]:
    return lists.listed.get("SURNAME", frozenset())


def _with_known(words: Sequence[str], spans: list[Span], sure: Mapping[str, str]) -> list[Span]:
    """Names of several words that the vocabulary knows and the treebank did not mark, or marked in part."""
    found: list[Span] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 7), at + 1, -1):
            label = sure.get(" ".join(words[at:end]))
            if label and words[at][:1].isupper():
                found.append((at, end, label))
                at = end - 1
                break
        at += 1
    apart = [s for s in spans if all(s[1] <= f[0] or s[0] >= f[1] for f in found)]
    return sorted([*apart, *found])


def agree_within(
    documents: Iterable[tuple[Sequence[str], list[Span]]],
) -> list[tuple[Sequence[str], list[Span]]]:
    """One surname, one class: a name alone that is the last word of a person's name nearby is that person.

    Args:
        documents: sentences in the order of their text; forty back count as nearby.
    """
    made: list[tuple[Sequence[str], list[Span]]] = []
    persons: dict[str, int] = {}
    for number, (words, spans) in enumerate(documents):
        for start, end, label in spans:
            if label == "PER" and end - start > 1:
                persons[words[end - 1]] = number
        again = []
        for start, end, label in spans:
            alone = end - start == 1 and label in ("MISC", "ORG")
            near = number - persons.get(words[start], -100) <= 40
            again.append((start, end, "PER" if alone and near else label))
        made.append((words, again))
    return made
