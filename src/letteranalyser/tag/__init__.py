"""Tagging: mentions of references, motions, amounts, operations, actors and commitments."""

from collections.abc import Collection

from letteranalyser.model import OWN
from letteranalyser.models.findings import Tags
from letteranalyser.models.letter import Letter
from letteranalyser.vocabulary import load

PLAIN = frozenset({"references", "motions", "amounts", "commitments"})
"""Kinds that need no spaCy: their rules work on the text itself."""


def third_party() -> tuple[str, ...]:
    """Taggers of others that the user's vocabulary names: spaCy factories, in the order in which they run."""
    return tuple(load("taggers")["taggers"]["names"])


def tag(letter: Letter, kinds: Collection[str], model: str = OWN) -> Tags:
    """Find all mentions of the given kinds.

    spaCy is loaded only where a kind needs it, and the model only where actors are looked for.
    """
    if PLAIN.issuperset(kinds) and not third_party():
        from letteranalyser.tag.plain import tag_plain

        return tag_plain(letter, kinds)
    from letteranalyser.tag.nlp import tag_with_spacy

    return tag_with_spacy(letter, kinds, model)
