"""The taggers that need no spaCy, called one after the other."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from letteranalyser.models.findings import Tags
from letteranalyser.models.letter import Letter
from letteranalyser.tag.amounts import find_amounts
from letteranalyser.tag.commitments import find_commitments
from letteranalyser.tag.limits import Limit, limit_of
from letteranalyser.tag.motions import find_motions
from letteranalyser.tag.references import find_references

FINDERS: dict[str, Callable[[Letter, Tags, Limit], Iterable[Any]]] = {
    "references": find_references,
    "motions": find_motions,
    "amounts": find_amounts,
    "commitments": find_commitments,
}
"""Kind to its finder, in the order in which they may use each other's findings."""


def tag_plain(letter: Letter, kinds: Collection[str]) -> Tags:
    """Find all mentions of the given kinds."""
    tags = Tags()
    for kind in FINDERS:
        if kind in kinds:
            tags = with_found(kind, letter, tags)
    return tags


def with_found(kind: str, letter: Letter, tags: Tags) -> Tags:
    """The tags with the mentions of one more kind; where there are more than are read, ``cut`` says so."""
    limit = limit_of(kind)
    found = tuple(FINDERS[kind](letter, tags, limit))
    return tags.model_copy(update={kind: found, "cut": (*tags.cut, kind) if limit.reached else tags.cut})
