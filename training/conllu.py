"""Sentences of Universal Dependencies files, made alike whichever converter wrote them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

_STEM = 3
"""Letters of a part of a compound by which it is found in a form."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a tree.

    Attributes:
        form: as written.
        lemma: without the marks of compounds and particles.
        upos: universal part of speech.
        xpos: Alpino's own.
        feats: morphological features, ``_`` for none.
        head: index of its head in the sentence, its own for the root.
        relation: to the head; ``ROOT`` for the root.
        space: whether a space follows.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tree with the name that its corpus gives it."""

    name: str
    tokens: tuple[Token, ...]

    @property
    def key(self) -> str:
        """The sentence's letters and digits alone: equal for what is the same sentence in two corpora."""
        return "".join(char for token in self.tokens for char in token.form.lower() if char.isalnum())


def read_conllu(text: str) -> Iterator[Sentence]:
    """The sentences of a file that are whole trees: one root, every head in the sentence."""
    for number, block in enumerate(text.strip().split("\n\n")):
        lines = block.split("\n")
        name = next((line[12:].strip() for line in lines if line.startswith("# sent_id = ")), str(number))
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        # Multiword tokens (1-2) and empty nodes (1.1) are no words of the basic tree.
        rows = [row for row in rows if row[0].isdigit()]
        tokens = tuple(_token(row, index) for index, row in enumerate(rows))
        if _is_tree(tokens):
            yield Sentence(name, tokens)


def _token(row: list[str], index: int) -> Token:
    head = int(row[6]) - 1 if row[6].isdigit() else -1
    root = head < 0
    return Token(
        form=row[1],
        lemma=clean_lemma(row[2], row[1], row[3]),
        upos=row[3],
        xpos=row[4],
        feats=row[5],
        head=index if root else head,
        relation="ROOT" if root else row[7],
        space="SpaceAfter=No" not in row[9],
    )


def clean_lemma(lemma: str, form: str, upos: str) -> str:
    """A lemma as in a dictionary, without Alpino's marks between the parts of compounds.

    Alpino's ``verzekering_maatschappij`` leaves out what links the parts; the form has it: ``verzekeringsmaatschappij``.
    """
    if lemma == "_" or not lemma.strip("_"):
        return form
    first, mark, last = lemma.rpartition("_")
    if not mark:
        return lemma
    # In verbs the part before the mark is a particle, and what stands between is inflection: uitgesproken, uit_spreken.
    linked = upos in ("NOUN", "PROPN") or "-" in form
    at = form.lower().rfind(last[:_STEM].lower())
    begins = first.partition("_")[0][:_STEM].lower()
    if linked and at > 0 and len(last) >= _STEM and form.lower().startswith(begins):
        joined = form[:at]
        if first.islower() and joined[1:].islower():
            joined = joined.lower()
        return joined + last
    return lemma.replace("_", "")


def _is_tree(tokens: tuple[Token, ...]) -> bool:
    roots = [index for index, token in enumerate(tokens) if token.head == index]
    if len(roots) != 1 or any(token.head >= len(tokens) for token in tokens):
        return False
    # Every word reaches the root; a walk longer than the sentence goes round in a circle.
    for index in range(len(tokens)):
        at = index
        for _ in tokens:
            at = tokens[at].head
        if at != roots[0]:
            return False
    return True


def features_by_tag(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The features that go with a part of speech and an Alpino tag, as these sentences most often have them."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence.tokens:
            counts[token.upos, token.xpos][token.feats] += 1
    return {tag: feats.most_common(1)[0][0] for tag, feats in counts.items()}


def with_features(sentence: Sentence, table: Mapping[tuple[str, str], str]) -> Sentence:
    """The sentence with features by a table: files of an older converter lack some (``PronType=Art``)."""
    tokens = (replace(t, feats=table.get((t.upos, t.xpos), t.feats)) for t in sentence.tokens)
    return Sentence(sentence.name, tuple(tokens))
