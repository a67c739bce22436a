"""Operations, missions, programmes, task forces, funds and projects that a letter names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from letteranalyser.models.analysis import OperationType
from letteranalyser.models.findings import OperationMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.candidates import Candidate, Certainty, resolve
from letteranalyser.tag.contexts import stands_well
from letteranalyser.tag.gazetteer import ACTOR_FILES, OPERATION_FILES, Gazetteer, forms_in
from letteranalyser.tag.operation_patterns import find_named_operations
from letteranalyser.vocabulary import load

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BODY_BEFORE = ("Stichting ", "Vereniging ")
"""A body that is called after its fund or programme: ``Stichting Garantiefonds Reisgelden``."""
_LONGER = ("operations.headed", "operations.compound")


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
        text = doc.text  # made anew each time
        listed = [
            Candidate(hit.start, hit.end, hit.entry.name, hit.entry.kind, hit.entry.rule)
            for hit in self._gazetteer.find(doc)
            if stands_well(text, hit)
        ]
        yield from listed
        for found in find_named_operations(text):
            if is_in_actor(text, found.start, found.end) or text.endswith(_BODY_BEFORE, 0, found.start):
                continue
            # A longer name of the same sort: `Regio Deal Parkstad`, `Nationaal Deltaprogramma`.
            longer = found.rule in _LONGER and any(
                found.start <= known.start and known.end <= found.end for known in listed
            )
            yield replace(found, certainty=Certainty.NAMED) if longer else found


def is_in_actor(text: str, start: int, end: int) -> bool:
    """Whether these words are an actor's name or part of it: ``Internationaal Monetair Fonds``, ``Huurcommissie``."""
    word = text[start:end].rsplit(maxsplit=1)[-1]
    for form in _actors_by_word().get(word, ()):
        at = form.find(word)
        first = end - len(word) - at
        if first <= start and first >= 0 and text.startswith(form, first):
            return True
    return False


@cache
def _actors_by_word() -> dict[str, list[str]]:
    """Names of actors, under each of their words that could name an operation."""
    ends = _ends()
    forms: dict[str, list[str]] = {}
    for form, _ in forms_in(ACTOR_FILES):
        for word in form.split():
            if word.lower().endswith(ends):
                forms.setdefault(word, []).append(form)
    return forms


def _ends() -> tuple[str, ...]:
    """How the words end, in small letters, that make an operation's name."""
    data = load("operation_names")
    closing = [words for table in ("compounds", "last") for words in data[table].values()]
    return tuple(word.split()[-1].lower() for words in closing for word in words)
