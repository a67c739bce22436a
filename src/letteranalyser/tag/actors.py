"""Actors: persons, parties, offices, bodies, countries and organisations that a letter names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from letteranalyser.models.analysis import ActorType
from letteranalyser.models.findings import ActorMention, OperationMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.abbreviations import defined
from letteranalyser.tag.bare import find_bare
from letteranalyser.tag.bodies import find_bodies, kind_of_body
from letteranalyser.tag.candidates import Candidate, resolve
from letteranalyser.tag.contexts import stands_well
from letteranalyser.tag.gazetteer import ACTOR_FILES, Gazetteer
from letteranalyser.tag.guesses import find_fractions, find_guesses
from letteranalyser.tag.masks import masked
from letteranalyser.tag.model_names import candidates as from_model
from letteranalyser.tag.model_names import find_names
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
            text = doc.text  # made anew each time
            spans = [(o.start, o.end) for o in taken if o.footnote == marker and not _keeps_actors(text, o)]
            found = self._candidates(letter, doc, is_letter=marker is None)
            for candidate in resolve(found, (*spans, *masked(text))):
                yield ActorMention(
                    start=candidate.start,
                    end=candidate.end,
                    rule=candidate.rule,
                    footnote=marker,
                    name=candidate.name,
                    type=ActorType(candidate.kind),
                )

    def _candidates(self, letter: Letter, doc: "Doc", *, is_letter: bool) -> list[Candidate]:
        text = doc.text
        found = [
            Candidate(
                hit.start,
                hit.end,
                hit.entry.name,
                hit.entry.kind,
                hit.entry.rule,
                holds_others=hit.entry.holds_others,
            )
            for hit in self._gazetteer.find(doc)
            if stands_well(text, hit)
        ]
        found += find_bodies(text, {candidate.start for candidate in found})
        found += find_offices(text)
        found += find_persons(letter, text, is_letter=is_letter)
        found += find_fractions(text)
        found += defined(text, found, kind_of_body, self._gazetteer.entry)
        found += find_guesses(text, found)
        found += find_bare(letter, text, found)
        if doc._.finder is not None:
            names = find_names(text, doc._.finder, [(c.start, c.end) for c in found])
            found += from_model(text, names, found)
        return found


def _keeps_actors(text: str, operation: OperationMention) -> bool:
    """Whether an operation is called after the actor that runs it: ``VN hervestigingsprogramma``, ``FNV-fonds``."""
    return re.match(r"[A-Z]{2,8}[ -][a-z]", text[operation.start : operation.end]) is not None
