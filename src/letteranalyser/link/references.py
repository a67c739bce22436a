"""Mentions of documents to entries: one per canonical id."""

from collections.abc import Sequence

from letteranalyser.models.analysis import Reference
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.models.letter import Letter


def reference_entries(letter: Letter, mentions: Sequence[ReferenceMention]) -> tuple[Reference, ...]:
    """One entry per document whose id is known, in the order in which the letter first cites them."""
    groups: dict[str, list[ReferenceMention]] = {}
    for mention in mentions:
        if mention.id is not None:
            groups.setdefault(mention.id, []).append(mention)
    return tuple(
        Reference(
            id=key,
            kind=group[0].kind,
            url=next((m.url for m in group if m.url), None),
            mentions=tuple(letter.span(m.start, m.end, m.rule, m.footnote) for m in group),
        )
        for key, group in groups.items()
    )
