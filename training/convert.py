"""Step ``convert``: treebanks to spaCy's own files, without sentences that are in two of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training.conllu import Sentence, Token, features_by_tag, read_conllu, with_features
from training.inputs import read_input
from training.places import Places

SUITES = ("cdb", "qa", "wpspel", "eans", "g_suite", "h_suite", "leuven_yellow_pages")
ALPINO = "ud_alpino/nl_alpino-ud-{part}.r2.16.conllu.gz"
LASSY = "ud_lassysmall/nl_lassysmall-ud-{part}.r2.16.conllu.gz"


def convert(places: Places) -> dict[str, int]:
    """Write ``syntax/*.spacy``.

    Trained on are the Alpino suites and the Wikipedia part of LassySmall's dev file. UD_Dutch-Alpino's dev file chooses
    the best step; its test file and that of LassySmall (Wikipedia part) are only measured on. Where a sentence is in
    two files, it is left out of the one trained on.

    Returns:
        Number of sentences in each file.
    """
    suites = [
        sentence
        for suite in SUITES
        for sentence in read_conllu(read_input(places.corpora, f"alpino_trees_ud/{suite}.conllu.gz"))
    ]
    table = features_by_tag(suites)

    def old(name: str, *, wikipedia: bool = False) -> list[Sentence]:
        # The licence of LassySmall speaks of its Wikipedia part only.
        found = read_conllu(read_input(places.corpora, name))
        return [with_features(s, table) for s in found if not wikipedia or s.name.startswith("wiki")]

    test = old(ALPINO.format(part="test"))
    wiki_test = old(LASSY.format(part="test"), wikipedia=True)
    dev = without(old(ALPINO.format(part="dev")), test, wiki_test)
    train = without([*suites, *old(LASSY.format(part="dev"), wikipedia=True)], test, wiki_test, dev)
    parts = {"train": train, "dev": dev, "alpino_test": test, "wikipedia_test": wiki_test}
    import spacy

    nlp = spacy.blank("nl")
    for name, sentences in parts.items():
        trained = name in ("train", "dev")
        write(places.made(f"syntax/{name}.spacy"), (as_doc(s, nlp, keep_capital=trained) for s in sentences))
    return {name: len(sentences) for name, sentences in parts.items()}


def without(sentences: Iterable[Sentence], *others: Sequence[Sentence]) -> list[Sentence]:
    """Each sentence once, those left out that are in other files too."""
    seen = {sentence.key for other in others for sentence in other}
    kept = []
    for sentence in sentences:
        if sentence.key not in seen:
            seen.add(sentence.key)
            kept.append(sentence)
    return kept


def as_doc(sentence: Sentence, nlp: Language, *, keep_capital: bool = False) -> Doc:
    """A tree as a document of spaCy.

    Args:
        sentence: the tree.
        nlp: whose vocabulary the document has.
        keep_capital: whether the lemma of the first word keeps the capital that the sentence gives it. Otherwise the
            lemmatizer has to learn ``Wet`` to ``wet`` apart for every letter; the loader takes the capital off again.
    """
    tokens = sentence.tokens
    if keep_capital:
        tokens = with_capital(tokens)
    return Doc(
        nlp.vocab,
        words=[t.form for t in tokens],
        spaces=[t.space for t in tokens],
        tags=[t.xpos for t in tokens],
        pos=[t.upos for t in tokens],
        morphs=["" if t.feats == "_" else t.feats for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=[t.head for t in tokens],
        deps=[t.relation for t in tokens],
        sent_starts=[index == 0 for index in range(len(tokens))],
    )


def with_capital(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence, the lemma of the first one that has letters with a capital where the word has one."""
    at = next((i for i, token in enumerate(tokens) if token.form[0].isalpha()), None)
    if at is None or not tokens[at].form[0].isupper():
        return tokens
    lemma = tokens[at].lemma
    return (*tokens[:at], replace(tokens[at], lemma=lemma[:1].upper() + lemma[1:]), *tokens[at + 1 :])


def write(path: Path, docs: Iterable[Doc]) -> None:
    """Documents to one file."""
    store = DocBin(store_user_data=False)
    for doc in docs:
        store.add(doc)
    store.to_disk(path)
