"""Words that stand for a body named elsewhere: ``de Kamer``, ``de Raad``, ``de Commissie``, ``de Inspectie``."""

import re
from collections.abc import Iterator, Sequence

from letteranalyser.models.analysis import Chamber
from letteranalyser.models.letter import Letter
from letteranalyser.tag.candidates import Candidate
from letteranalyser.tag.names import UPPER

_KAMER = re.compile(r"(?<![\w-])Kamers?(?![\w-])")
_BARE = re.compile(
    rf"(?<![\w-])(?:[Dd]e|[Hh]et|[Dd]eze|[Dd]it|[Uu]it|[Vv]an|[Dd]oor|EU) (?P<word>Raad|Commissie|Unie|Parlement|Hof|Rekenkamer|Inspectie|"
    rf"Autoriteit|Planbureau|Ombudsman|Adviesraad|Adviescommissie|Adviescollege|Staatscommissie|College|Stichting|Vereniging|"
    rf"Rijksdienst|Agentschap|Afdeling|Onderzoeksraad|Rapporteur|Instituut|Alliantie|Bank|Verbond|Federatie|Dienst)"
    rf"(?!(?:-\w+){{0,1}}(?: (?:van|voor) (?:de |het )?)?(?: ?[{UPPER}])|-en )(?![\w])"
)
_EUROPEAN = {
    "Raad": "Raad van de Europese Unie",
    "Commissie": "Europese Commissie",
    "Unie": "Europese Unie",
    "Parlement": "Europees Parlement",
    "Hof": "Hof van Justitie van de Europese Unie",
}
_EU_DOSSIERS = ("21501", "22112", "21109", "22054", "23987", "32317", "35982")
"""Dossiers of the European councils, the Commission's proposals and the treaties."""


def find_bare(letter: Letter, text: str, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Bare words, each for the body of that sort named last before it, or for the Union's where the letter is about it.

    Args:
        letter: whose dossiers and chamber help.
        text: its text or a footnote's.
        named: what has been found in that text.
    """
    chamber = "Eerste Kamer" if letter.head.chamber is Chamber.EERSTE_KAMER else "Tweede Kamer"
    for found in _KAMER.finditer(text):
        yield Candidate(found.start(), found.end(), chamber, "institution", "bare.kamer")
    bodies = sorted(
        (
            c
            for c in named
            if c.kind in ("institution", "eu_body", "agency", "organisation", "international_org")
        ),
        key=lambda c: c.end,
    )
    european = any(c.kind == "eu_body" for c in bodies) or any(
        dossier.number.startswith(_EU_DOSSIERS) for dossier in letter.head.dossiers
    )
    for found in _BARE.finditer(text):
        word = found["word"]
        antecedent = _antecedent(bodies, text, found.start(), word)
        if antecedent is not None:
            name, kind = antecedent.name, antecedent.kind
        elif word in _EUROPEAN and european:
            name, kind = _EUROPEAN[word], "eu_body"
        else:
            continue
        yield Candidate(found.start("word"), found.end("word"), name, kind, "bare.word")


def _antecedent(bodies: Sequence[Candidate], text: str, position: int, word: str) -> Candidate | None:
    """The body of this sort that was named last before a position, else the first named after it."""
    pattern = re.compile(rf"\b{word}\b|\w{word.lower()}\b|^{word.lower()}\b")
    latest = None
    for body in bodies:
        if body.end > position:
            break
        if pattern.search(text[body.start : body.end]) and text[body.start : body.end] != word:
            latest = body
    return latest
