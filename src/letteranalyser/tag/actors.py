"""Actors: persons, parties, offices, bodies, countries and organisations that a letter names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from letteranalyser.models.analysis import ActorType
from letteranalyser.models.findings import ActorMention, OperationMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.candidates import Candidate, resolve
from letteranalyser.tag.contexts import stands_well
from letteranalyser.tag.gazetteer import ACTOR_FILES, Gazetteer
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
            if stands_well(text, hit):
                entry = hit.entry
                yield Candidate(
                    hit.start, hit.end, entry.name, entry.kind, entry.rule, holds_others=entry.holds_others
                )
        yield from find_persons(letter, text, is_letter=is_letter)
