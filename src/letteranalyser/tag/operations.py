"""Operations, missions, programmes, task forces, funds and projects that a letter names."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from letteranalyser.models.analysis import OperationType
from letteranalyser.models.findings import OperationMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.candidates import Candidate, resolve
from letteranalyser.tag.contexts import stands_well
from letteranalyser.tag.gazetteer import OPERATION_FILES, Gazetteer
from letteranalyser.tag.operation_patterns import find_named_operations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class OperationFinder:
    """Finds operations; compiled once for a pipeline."""

    def __init__(self, nlp: "Language") -> None:
        """Compile the vocabulary."""
        self._gazetteer = Gazetteer(nlp, OPERATION_FILES)

    def __call__(self, letter: Letter, texts: "Mapping[str | None, Doc]") -> Iterator[OperationMention]:
        """All mentions of operations; ``texts`` as for the actors."""
        del letter
        for marker, doc in texts.items():
            for candidate in resolve(self._candidates(doc)):
                yield OperationMention(
                    start=candidate.start,
                    end=candidate.end,
                    rule=candidate.rule,
                    footnote=marker,
                    name=candidate.name,
                    type=OperationType(candidate.kind),
                )

    def _candidates(self, doc: "Doc") -> Iterator[Candidate]:
        for hit in self._gazetteer.find(doc):
            if stands_well(doc.text, hit):
                yield Candidate(hit.start, hit.end, hit.entry.name, hit.entry.kind, hit.entry.rule)
        yield from find_named_operations(doc.text)
