"""Tagging: mentions of references, motions, amounts, operations, actors and commitments."""

import contextlib
import sys
import threading
from collections.abc import Callable, Collection

from letteranalyser.model import OWN
from letteranalyser.models.findings import Tags
from letteranalyser.models.letter import Letter
from letteranalyser.vocabulary import load

PLAIN = frozenset({"references", "motions", "amounts", "commitments"})
"""Kinds that need no spaCy: their rules work on the text itself."""


def third_party() -> tuple[str, ...]:
    """Taggers of others that the user's vocabulary names: spaCy factories, in the order in which they run."""
    return tuple(load("taggers")["taggers"]["names"])


def load_ahead(kinds: Collection[str], model: str = OWN) -> Callable[[], None]:
    """Begin to load what ``tag`` needs, while the caller waits for the process that reads the letter.

    Returns:
        To be called before ``tag``: waits until it is loaded. What goes wrong with it is for ``tag`` to say.
    """
    if f"{__name__}.nlp" in sys.modules or (PLAIN.issuperset(kinds) and not third_party()):
        return lambda: None

    def load_all() -> None:
        with contextlib.suppress(Exception):
            from letteranalyser.model import name_finder
            from letteranalyser.tag.nlp import pipeline

            pipeline()
            if "actors" in kinds:
                name_finder(model)

    thread = threading.Thread(target=load_all, daemon=True)
    thread.start()
    return thread.join


def tag(letter: Letter, kinds: Collection[str], model: str = OWN) -> Tags:
    """Find all mentions of the given kinds.

    spaCy is loaded only where a kind needs it, and the model only where actors are looked for.
    """
    if PLAIN.issuperset(kinds) and not third_party():
        from letteranalyser.tag.plain import tag_plain

        return tag_plain(letter, kinds)
    from letteranalyser.tag.nlp import tag_with_spacy

    return tag_with_spacy(letter, kinds, model)
