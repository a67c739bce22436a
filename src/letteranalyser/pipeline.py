"""From bytes to analysis: each stage called once, in order."""

import hashlib
from collections.abc import Collection

from letteranalyser.align import align
from letteranalyser.errors import UnreadableError
from letteranalyser.link import link
from letteranalyser.model import OWN
from letteranalyser.models.analysis import Analysis, Source
from letteranalyser.models.findings import Tags
from letteranalyser.read import read
from letteranalyser.split import split
from letteranalyser.tag import tag

KINDS = ("alignment", "motions", "commitments", "amounts", "operations", "actors", "references")
"""What can be asked for, in the order in which a person reads it."""

NEEDS: dict[str, frozenset[str]] = {
    "alignment": frozenset({"motions", "references"}),
    "motions": frozenset({"motions", "references"}),
    "commitments": frozenset({"commitments"}),
    "amounts": frozenset({"amounts", "references"}),
    "operations": frozenset({"operations"}),
    "actors": frozenset({"actors"}),
    "references": frozenset({"references"}),
}
"""Tags that each kind is made of."""


def analyse(data: bytes, path: str, kinds: Collection[str] = KINDS, model: str = OWN) -> Analysis:
    """Analyse one letter.

    Args:
        data: the letter's bytes; their content, not the name, decides how they are read.
        path: where they came from, as the user wrote it; ``-`` for standard input.
        kinds: what to look for, of ``KINDS``; the lists of the others are left empty.
        model: what finds names beside the rules: ``none``, ``default`` or an installed pipeline of spaCy.

    Raises:
        UsageError: if there is no such model.
        UnreadableError: if the bytes are no letter that can be read.
        MissingDependencyError: if an optional package that this letter needs is absent.
    """
    document = read(data)
    letter = split(document)
    if not letter.text.strip():
        raise UnreadableError("no_text", "no text in it", "a scan has to be recognised first (OCR)")
    wanted = frozenset[str]().union(*(NEEDS[kind] for kind in kinds))
    linked = link(letter, tag(letter, wanted, model) if wanted else Tags())
    return Analysis(
        source=Source(
            path=path,
            media_type=document.media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            pages=document.page_count,
            ocr=document.ocr,
        ),
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
        alignment=align(letter, linked) if "alignment" in kinds else (),
        problems=(*document.problems, *letter.problems),
    )
