"""The spaCy pipeline: one component per kind of finding, on a blank Dutch pipeline.

Each component reads ``doc._.letter`` and adds what it finds to ``doc._.tags`` and, as spans of the letter's text, to
``doc.spans[kind]``. Footnotes are documents of their own in ``doc._.footnotes``.

The tokenizer splits at every sign that is no letter or digit, so that ``motie-Jansen/De Boer`` and ``EU-lidstaten``
give their names away; positions go back to the models as code points, so another tokenizer serves as well.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from typing import Any

from spacy.language import Language  # noqa: TID253 - only the pipeline imports this module, and only when it is run
from spacy.tokens import Doc, Span  # noqa: TID253 - likewise

from letteranalyser.errors import MissingDependencyError
from letteranalyser.model import OWN, blank, name_finder
from letteranalyser.models.findings import Mention, Tags
from letteranalyser.models.letter import Letter
from letteranalyser.tag import third_party
from letteranalyser.tag.actors import ActorFinder
from letteranalyser.tag.operations import OperationFinder
from letteranalyser.tag.plain import with_found

KINDS = ("references", "motions", "amounts", "commitments", "operations", "actors")
"""In the order in which they run: actors last, as they may not stand inside an operation's name."""

Component = Callable[[Doc], Doc]


def _declare_extensions() -> None:
    for name, default in (("letter", None), ("tags", None), ("footnotes", None), ("finder", None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Span.has_extension("finding"):
        Span.set_extension("finding", default=None)


_declare_extensions()


def _keep(doc: Doc, kind: str, found: Iterable[Any]) -> Doc:
    """Store findings on the document and on those of its footnotes."""
    mentions: tuple[Mention, ...] = tuple(found)
    doc._.tags = (doc._.tags or Tags()).model_copy(update={kind: mentions})
    for text, marker in [(doc, None), *((note, marker) for marker, note in (doc._.footnotes or {}).items())]:
        spans = []
        for mention in mentions:
            if mention.footnote == marker:
                span = text.char_span(mention.start, mention.end, label=kind, alignment_mode="expand")
                if span is not None:
                    span._.finding = mention
                    spans.append(span)
        text.spans[kind] = spans
    return doc


@lru_cache(maxsize=1)
def _operation_finder(nlp: Language) -> OperationFinder:
    """One for the two components that need it."""
    return OperationFinder(nlp)


def _plain_component(kind: str) -> Component:
    def component(doc: Doc) -> Doc:
        if doc._.letter is None:
            return doc
        doc._.tags = with_found(kind, doc._.letter, doc._.tags or Tags())
        return _keep(doc, kind, getattr(doc._.tags, kind))

    return component


@Language.factory("letter_references")
def letter_references(nlp: Language, name: str) -> Component:
    """Documents cited, by ``tag.references``."""
    del nlp, name
    return _plain_component("references")


@Language.factory("letter_motions")
def letter_motions(nlp: Language, name: str) -> Component:
    """Motions, by ``tag.motions``."""
    del nlp, name
    return _plain_component("motions")


@Language.factory("letter_amounts")
def letter_amounts(nlp: Language, name: str) -> Component:
    """Amounts, by ``tag.amounts``."""
    del nlp, name
    return _plain_component("amounts")


@Language.factory("letter_commitments")
def letter_commitments(nlp: Language, name: str) -> Component:
    """Commitments, by ``tag.commitments``."""
    del nlp, name
    return _plain_component("commitments")


@Language.factory("letter_operations")
def letter_operations(nlp: Language, name: str) -> Component:
    """Operations, programmes and funds, by vocabulary and patterns."""
    del name
    finder = _operation_finder(nlp)

    def component(doc: Doc) -> Doc:
        return doc if doc._.letter is None else _keep(doc, "operations", finder(doc._.letter, texts_of(doc)))

    return component


@Language.factory("letter_actors")
def letter_actors(nlp: Language, name: str) -> Component:
    """Actors, by vocabulary and patterns; a mention inside an operation's name is none."""
    del name
    finder = ActorFinder(nlp)
    operations = _operation_finder(nlp)

    def component(doc: Doc) -> Doc:
        if doc._.letter is None:
            return doc
        texts = texts_of(doc)
        names = (
            (doc._.tags or Tags()).operations
            if "operations" in doc.spans
            else tuple(operations(doc._.letter, texts))
        )
        return _keep(doc, "actors", finder(doc._.letter, texts, names))

    return component


def add_findings(doc: Doc, kind: str, found: Iterable[Mention]) -> Doc:
    """Add findings to those that the document has: for taggers of others.

    Args:
        doc: the letter's document, as the component gets it; ``doc._.letter`` is the letter.
        kind: one of ``KINDS``.
        found: mentions of the model of that kind; their offsets count in the letter's text, or in their footnote's.
    """
    known = getattr(doc._.tags or Tags(), kind)
    return _keep(doc, kind, sorted({*known, *found}, key=lambda m: (m.footnote is not None, m.start, -m.end)))


def texts_of(doc: Doc) -> dict[str | None, Doc]:
    """The letter's text under None, and each footnote's under its marker."""
    return {None: doc, **(doc._.footnotes or {})}


def splitting_tokenizer(nlp: Language) -> Callable[[str], Doc]:
    """A tokenizer that splits at every run of signs that are no letter or digit."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs

    tokenizer: Callable[[str], Doc] = Tokenizer(
        nlp.vocab,
        prefix_search=re.compile(r"^[^\w\s]").search,
        suffix_search=re.compile(r"[^\w\s]$").search,
        infix_finditer=re.compile(r"[^\w\s]+").finditer,
    )
    return tokenizer


@cache
def pipeline() -> Language:
    """The pipeline with all components, built once a process."""
    nlp = blank()
    nlp.tokenizer = splitting_tokenizer(nlp)
    # The limit guards parsers and taggers against running out of memory; there are none here.
    nlp.max_length = 1_000_000_000
    for kind in KINDS:
        nlp.add_pipe(f"letter_{kind}")
    for name in third_party():
        if not nlp.has_factory(name):
            raise MissingDependencyError(
                "tagger",
                f"no installed package has the tagger {name}",
                "it is named in taggers.toml of your vocabulary",
            )
        nlp.add_pipe(name)
    return nlp


def doc_of(letter: Letter, nlp: Language) -> Doc:
    """The letter as a document, its footnotes with it, before any component has run."""
    doc = nlp.make_doc(letter.text)
    doc._.letter = letter
    doc._.tags = Tags()
    doc._.footnotes = {note.marker: nlp.make_doc(note.text) for note in letter.footnotes}
    return doc


def tag_with_spacy(letter: Letter, kinds: Collection[str], model: str = OWN) -> Tags:
    """Find all mentions of the given kinds, each kind by its component."""
    nlp = pipeline()
    doc = doc_of(letter, nlp)
    if "actors" in kinds:
        for text in texts_of(doc).values():
            text._.finder = name_finder(model)
    doc = nlp(doc, disable=[f"letter_{kind}" for kind in KINDS if kind not in kinds])
    tags: Tags = doc._.tags
    return tags
