"""From bytes to analysis: each stage called once, in order."""

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from letteranalyser.against import answers_to, find_requests
from letteranalyser.align import align
from letteranalyser.deadline import deadline
from letteranalyser.errors import UnreadableError
from letteranalyser.link import link
from letteranalyser.model import OWN
from letteranalyser.models.against import AnalysisAgainst, Comparison
from letteranalyser.models.analysis import Analysis, Problem, Source, Span
from letteranalyser.models.findings import Tags
from letteranalyser.models.layout import Document
from letteranalyser.read import read
from letteranalyser.settings import DEFAULTS, ReadSettings
from letteranalyser.split import split
from letteranalyser.tag import load_ahead, tag

KINDS = ("alignment", "motions", "commitments", "amounts", "operations", "actors", "references")
"""What can be asked for, in the order in which a person reads it."""

NEEDS: dict[str, frozenset[str]] = {
    "alignment": frozenset({"motions", "references"}),
    "motions": frozenset({"motions", "references"}),
    "commitments": frozenset({"commitments"}),
    "amounts": frozenset({"amounts", "references"}),
    "operations": frozenset({"operations"}),
    "actors": frozenset({"actors"}),
    # The number of a motion belongs to the dossier of motions, so that its documents depend on them.
    "references": frozenset({"motions", "references"}),
}
"""Tags that each kind is made of."""


@dataclass(frozen=True, slots=True)
class Note:
    """A motion or note that letters are laid beside."""

    source: Source
    text: str
    requests: tuple[Span, ...]


def read_note(data: bytes, path: str, settings: ReadSettings = DEFAULTS) -> Note:
    """Read a motion or note and find its requests.

    Args:
        data: its bytes.
        path: where they came from.
        settings: limits, and how it is read.

    Raises:
        UnreadableError: if it cannot be read, or there is no text in it.
        MissingDependencyError: if an optional package that it needs is absent.
    """
    document = read(data, settings)
    with deadline(settings.seconds):
        note = split(document)
        if not note.text.strip():
            raise UnreadableError("no_text", "no text in it", "a scan has to be recognised first (OCR)")
        return Note(_source(document, data, path), note.text, find_requests(note))


def analyse(
    data: bytes,
    path: str,
    kinds: Collection[str] = KINDS,
    settings: ReadSettings = DEFAULTS,
    *,
    model: str = OWN,
    against: Note | None = None,
    when_read: Callable[[], None] | None = None,
) -> Analysis:
    """Analyse one letter.

    Args:
        data: the letter's bytes; their content, not the name, decides how they are read.
        path: where they came from, as the user wrote it; ``-`` for standard input.
        kinds: what to look for, of ``KINDS``; the lists of the others are left empty.
        settings: limits on what it may cost, and how it is read.
        model: what finds names beside the rules: ``none``, ``default`` or an installed pipeline of spaCy.
        against: a motion or note; what the letter says to its requests is then in the analysis too.
        when_read: called when the letter has been read and its analysis begins.

    Returns:
        The analysis, an ``AnalysisAgainst`` where ``against`` is given.

    Raises:
        UsageError: if there is no such model.
        UnreadableError: if the bytes are no letter that can be read, or not within the limits.
        MissingDependencyError: if an optional package that this letter needs is absent.
    """
    wanted = _wanted(kinds, against)
    loaded = load_ahead(wanted, model)
    document = read(data, settings)
    if when_read is not None:
        when_read()
    with deadline(settings.seconds):
        loaded()
        return _analyse(document, data, path, kinds, wanted, model, against)


def _wanted(kinds: Collection[str], against: Note | None) -> frozenset[str]:
    """The tags that these kinds are made of."""
    wanted = frozenset[str]().union(*(NEEDS[kind] for kind in kinds))
    return wanted if against is None else wanted | NEEDS["alignment"]


def _source(document: Document, data: bytes, path: str) -> Source:
    return Source(
        path=path,
        media_type=document.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=document.page_count,
        ocr=document.ocr,
    )


def _left_out(tags: Tags) -> Iterator[Problem]:
    """What the reader should know of kinds that a letter has too many of."""
    for kind in tags.cut:
        yield Problem(
            code="too_many",
            message=f"more {kind} than are read from one letter: the last of them are left out",
            hint="split the file, if it holds several letters",
        )


def _analyse(
    document: Document,
    data: bytes,
    path: str,
    kinds: Collection[str],
    wanted: frozenset[str],
    model: str,
    against: Note | None,
) -> Analysis:
    letter = split(document)
    if not letter.text.strip():
        raise UnreadableError("no_text", "no text in it", "a scan has to be recognised first (OCR)")
    linked = link(letter, tag(letter, wanted, model) if wanted else Tags())
    rows = align(letter, linked) if against is not None or "alignment" in kinds else ()
    analysis = Analysis(
        source=_source(document, data, path),
        letter=letter.head,
        text=letter.text,
        sections=letter.sections,
        footnotes=letter.footnotes,
        actors=linked.actors if "actors" in kinds else (),
        operations=linked.operations if "operations" in kinds else (),
        amounts=linked.amounts if "amounts" in kinds else (),
        motions=linked.motions if "motions" in kinds else (),
        references=linked.references if "references" in kinds else (),
        commitments=linked.commitments if "commitments" in kinds else (),
        alignment=rows if "alignment" in kinds else (),
        problems=(*document.problems, *letter.problems, *_left_out(linked.tags)),
    )
    if against is None:
        return analysis
    answers = answers_to(against.requests, letter, rows)
    return AnalysisAgainst(
        **{name: getattr(analysis, name) for name in Analysis.model_fields},
        against=Comparison(source=against.source, text=against.text, answers=answers),
    )
