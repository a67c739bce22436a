"""Step ``names``: the sentences from which the name finder learns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from training.conllu import read_conllu
from training.convert import LASSY, write
from training.generated import Labelled, Writer
from training.inputs import read_input
from training.names import alpino_names, generator_names, lists
from training.places import Places
from training.silver import Span, agree_within, read_iob, relabel

SILVER = "silver_ner_nl/silver_ner_nl.nofrog.iob2.gz"
TESTS = frozenset({"alp_test", "las_test"})
DEV = "alp_dev"
GENERATED = 12000
GENERATED_DEV = 500
SEED = 20261124


def blank() -> Language:
    """A blank Dutch pipeline whose tokenizer also splits ``motie-Jansen`` and ``VVD/CDA`` before a capital."""
    import spacy
    from spacy.util import compile_infix_regex

    nlp = spacy.blank("nl")
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[^\W_])[-/](?=[A-Z])"]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


def make_corpus(places: Places, *, relabelled: bool = True, generated: int = GENERATED) -> dict[str, int]:
    """Write ``ner/train.spacy`` and ``ner/dev.spacy``; sentences of test files are left out.

    Args:
        places: where to read and write.
        relabelled: whether classes are made better first.
        generated: how many sentences in the manner of letters are added.

    Returns:
        Number of sentences in each file.
    """
    nlp = blank()
    nlp.to_disk(places.made("ner/blank"))
    alpino = alpino_names(places)
    known = lists(alpino)
    train: list[tuple[Sequence[str], list[Span]]] = []
    dev: list[tuple[Sequence[str], list[Span]]] = []
    seen = _not_of_wikipedia(places)
    for source, words, spans in read_iob(read_input(places.corpora, SILVER)):
        key = " ".join(words)
        if source in TESTS or key in seen:
            continue
        seen.add(key)
        names = relabel(words, spans, known) if relabelled else spans
        (dev if source == DEV else train).append((words, names))
    if relabelled:
        train, dev = agree_within(train), agree_within(dev)
    writer = Writer(generator_names(alpino), SEED)
    letters = writer.sentences(generated + GENERATED_DEV)
    docs = {
        "train": [*_docs(train, nlp), *_generated(letters[GENERATED_DEV:], nlp)],
        "dev": [*_docs(dev, nlp), *_generated(letters[:GENERATED_DEV], nlp)],
    }
    for name, made in docs.items():
        write(places.made(f"ner/{name}.spacy"), made)
    return {name: len(made) for name, made in docs.items()}


def _not_of_wikipedia(places: Places) -> set[str]:
    """Sentences of LassySmall from elsewhere; its licence speaks of its Wikipedia part only."""
    return {
        " ".join(token.form for token in sentence.tokens)
        for part in ("dev", "test")
        for sentence in read_conllu(read_input(places.corpora, LASSY.format(part=part)))
        if not sentence.name.startswith("wiki")
    }


def _docs(sentences: Iterable[tuple[Sequence[str], list[Span]]], nlp: Language) -> Iterable[Doc]:
    for words, spans in sentences:
        yield as_doc(labelled(words, spans), nlp)


def _generated(sentences: Iterable[Labelled], nlp: Language) -> Iterable[Doc]:
    for sentence in sentences:
        yield as_doc(sentence, nlp)


def labelled(words: Sequence[str], spans: Iterable[Span]) -> Labelled:
    """Words and names by word as a text and names by character."""
    starts, text = [], ""
    for word in words:
        starts.append(len(text))
        text += f"{word} "
    names = tuple((starts[a], starts[b - 1] + len(words[b - 1]), label) for a, b, label in spans)
    return text.rstrip(), names


def as_doc(sentence: Labelled, nlp: Language) -> Doc:
    """A text with its names as a document; a name that ends inside a word takes the whole word."""
    text, names = sentence
    doc = nlp.make_doc(text)
    found = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in names]
    doc.set_ents(filter_spans([span for span in found if span is not None]))
    return doc


def classes(docs: Iterable[Doc]) -> Counter[str]:
    """How many names of each class there are."""
    return Counter(span.label_ for doc in docs for span in doc.ents)
