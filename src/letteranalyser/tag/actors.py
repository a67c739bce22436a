"""Actors: persons, parties, offices, bodies, countries and organisations that a letter names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from letteranalyser.models.analysis import ActorType
from letteranalyser.models.findings import ActorMention, OperationMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.bodies import find_bodies
from letteranalyser.tag.candidates import Candidate, resolve
from letteranalyser.tag.contexts import stands_well
from letteranalyser.tag.gazetteer import ACTOR_FILES, Gazetteer
from letteranalyser.tag.offices import find_offices
from letteranalyser.tag.persons import find_persons

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class ActorFinder:
    """Finds actors; compiled once for a pipeline."""

    def __init__(self, nlp: "Language") -> None:
        """Compile the vocabulary."""
        self._gazetteer = Gazetteer(nlp, ACTOR_FILES)

    def __call__(
        self, letter: Letter, texts: "Mapping[str | None, Doc]", operations: Iterable[OperationMention] = ()
    ) -> Iterator[ActorMention]:
        """All mentions of actors.

        Args:
            letter: the letter.
            texts: its text under None, its footnotes' under their markers, as documents of this pipeline.
            operations: names in which no actor is looked for.
        """
        taken = tuple(operations)
        for marker, doc in texts.items():
            spans = [(o.start, o.end) for o in taken if o.footnote == marker]
            for candidate in resolve(self._candidates(letter, doc, is_letter=marker is None), spans):
                yield ActorMention(
                    start=candidate.start,
                    end=candidate.end,
                    rule=candidate.rule,
                    footnote=marker,
                    name=candidate.name,
                    type=ActorType(candidate.kind),
                )

    def _candidates(self, letter: Letter, doc: "Doc", *, is_letter: bool) -> Iterator[Candidate]:
        text = doc.text
        for hit in self._gazetteer.find(doc):
            if stands_well(text, hit) and not _in_number(text, hit.start, hit.end):
                entry = hit.entry
                yield Candidate(
                    hit.start, hit.end, entry.name, entry.kind, entry.rule, holds_others=entry.holds_others
                )
        yield from find_offices(text)
        yield from find_bodies(text)
        for candidate in find_persons(letter, text, is_letter=is_letter):
            if not text.startswith(("Hr. Ms.", "Zr. Ms."), candidate.start):
                yield candidate


def _in_number(text: str, start: int, end: int) -> bool:
    """Whether letters are part of a number: ``(EU) 2019/943``, ``2000/60/EG``, ``ECLI:NL:RVS:2019:1603``."""
    if text[max(0, start - 1) : start] in ("/", ":"):
        return True
    return bool(re.match(r"\) (?:nr|\d)", text[end : end + 4])) and text[max(0, start - 1) : start] == "("
