"""The Dutch pipeline that comes with the package, and any other that is installed; each loaded once a process.

Two parts, each a pipeline of spaCy in a folder of its own, so that what is not needed is not loaded: ``ner`` finds names,
``syntax`` gives parts of speech, features, lemmas and trees. How they are made is in ``training/``; how good they are in
``training/evaluation.md``. Their licence is not that of the code: see LICENSE and ATTRIBUTION.md beside them.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letteranalyser.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

FOLDER = Path(__file__).resolve().parent
NONE = "none"
"""No model: rules and vocabulary alone."""
OWN = "default"
"""The model that comes with the package."""

_TOKENIZER = "letteranalyser.bare_tokenizer.v1"
_NOT_FOR_NAMES = (
    "tagger",
    "morphologizer",
    "parser",
    "senter",
    "lemmatizer",
    "trainable_lemmatizer",
    "attribute_ruler",
)


@cache
def name_finder(model: str) -> "Language | None":
    """The part of a pipeline that finds names.

    Args:
        model: ``default`` for our own, ``none`` for no model, else the name or folder of an installed pipeline of spaCy,
            such as ``nl_core_news_lg``.

    Returns:
        The pipeline, or None for ``none``.

    Raises:
        UsageError: if there is no such pipeline, or it finds no names.
    """
    if model == NONE:
        return None
    import spacy

    if model == OWN:
        return _own("ner")
    try:
        nlp = spacy.load(model, exclude=_NOT_FOR_NAMES)
    except (OSError, ValueError, ImportError) as error:
        hint = f"install it, or take --model {OWN} or --model {NONE}"
        raise UsageError("no_model", f"{model} is no installed pipeline of spaCy", hint) from error
    if not nlp.has_pipe("ner"):
        raise UsageError("no_names", f"{model} finds no names", "choose a pipeline with the component ner")
    return nlp


@cache
def syntax() -> "Language":
    """Our own tagger, morphologizer, lemmatizer and parser, with our own splitter for the sentences."""
    from spacy.language import Language

    if not Language.has_factory("letter_sentences"):
        Language.component("letter_sentences", func=set_sentences)
        Language.component("letter_lemmas", func=lower_first_lemmas)
    nlp = _own("syntax")
    nlp.add_pipe("letter_sentences", first=True)
    nlp.add_pipe("letter_lemmas", last=True)
    return nlp


def blank() -> "Language":
    """A blank Dutch pipeline whose tokenizer splits at white space only and is to be replaced.

    Making the tokenizer that spaCy has for Dutch, with its 8,000 exceptions, takes half a second.
    """
    import spacy

    _register()
    return spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}})


def _own(part: str) -> "Language":
    """A part with its tokenizer as it was saved."""
    import spacy

    _register()
    return spacy.load(FOLDER / part, config={"nlp.tokenizer": {"@tokenizers": _TOKENIZER}})


@cache
def _register() -> None:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
    from spacy.util import registry

    def tokenizer() -> "Callable[[Language], Any]":
        return lambda nlp: Tokenizer(nlp.vocab)

    registry.tokenizers.register(_TOKENIZER, func=tokenizer)


def lower_first_lemmas(doc: "Doc") -> "Doc":
    """Take the capital that begins a sentence off the lemma, unless the word is a name: the lemmatizer leaves it there."""
    begins = True
    for token in doc:
        begins = begins or bool(token.is_sent_start)
        if begins and token.text[0].isalpha():
            begins = False
            if token.pos_ not in ("PROPN", "X") and not token.text[1:2].isupper():
                token.lemma_ = token.lemma_[:1].lower() + token.lemma_[1:]
    return doc


def set_sentences(doc: "Doc") -> "Doc":
    """Mark where sentences begin, by ``split.sentences``; the parser keeps to it."""
    from letteranalyser.split.sentences import split_sentences

    starts: set[int] = set()
    at = 0
    for line in doc.text.splitlines(keepends=True):
        starts.update(at + start for start, _ in split_sentences(line))
        at += len(line)
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc
