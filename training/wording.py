"""The weights that say what a sentence's wording as a whole answers or promises: ``letteranalyser/model/wording``.

They are learned from ``training/passages``: paragraphs and whole letters written for this project, each sentence labelled
with the position that the cabinet takes in it, or none, and with whether it is a commitment. A sentence goes through the
package's own code first, so that the weights are trained on just what they will see: its words, whose they are, what the
formulas found. How good they are is measured with each part of the passages held out in turn.

The sentences of ``tests/align`` are not learned from: the formulas were mended for them, so that they would teach that formulas
are always right. Nor are the letters that quality is measured on.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from letteranalyser.align.opinion import ADDED_FROM, NOTHING
from letteranalyser.align.rows import stated
from letteranalyser.link import link
from letteranalyser.model.wording import PLACES, place
from letteranalyser.models.letter import Letter, Sentence
from letteranalyser.pipeline import NEEDS
from letteranalyser.read import read
from letteranalyser.split import split
from letteranalyser.tag import tag
from letteranalyser.tag.commitments import sentences_seen
from training.places import PACKAGED, Places

if TYPE_CHECKING:
    from letteranalyser.align.seen import Seen

log = logging.getLogger("training")

PASSAGES = Path(__file__).resolve().parent / "passages"
EVALUATION = Path(__file__).resolve().parent / "wording.md"
STRENGTH = {"positions": 0.2, "commitments": 0.3}
"""Inverse strength of the regularisation, chosen on parts held out."""
EMPHASIS = {"b:": 0.4, "rule:": 3.0, "formula:": 1.5, "~": 0.8}
"""How much features with these beginnings count in training; 1 for the others. Chosen on parts held out."""
FOLDS = 5
"""Groups of files, of which each is held out in turn."""
LONGEST = 127
"""Weights are kept as whole numbers up to this."""
OVERLAP = 0.5
"""Share of a labelled sentence that a sentence of the letter must hold to be it."""
HEAD = "Geachte voorzitter,\n\nHierbij reageer ik op het verzoek van uw Kamer.\n\n"
FOOT = "\n\nDe Minister van Economische Zaken,\nA. de Vries\n"
"""What makes a paragraph a letter."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with what it says, and its features for each of the weights."""

    text: str
    position: str
    """A position, or ``none``."""
    commitment: bool
    said: frozenset[str]
    """Positions that the rules find in it."""
    promised: bool
    """The rules find a commitment in it."""
    features: dict[str, tuple[str, ...]]


def letter_of(passage: dict[str, Any]) -> Letter:
    """The letter that a passage is, or is made into."""
    if "text" in passage:
        return split(read(passage["text"].encode()))
    heading = f"{passage['heading']}\n\n" if passage.get("heading") else ""
    body = " ".join(sentence["t"] for sentence in passage["sentences"])
    return split(read(f"{HEAD}{heading}{body}{FOOT}".encode()))


def labels_of(passage: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Sentence, position and whether it is a commitment; of a whole letter only those that are either."""
    if "sentences" in passage:
        for sentence in passage["sentences"]:
            yield sentence["t"], sentence["label"], bool(sentence.get("commitment"))
        return
    promised = set(passage.get("commitments", ()))
    for row in passage["positions"]:
        yield row["evidence"], row["position"], row["evidence"] in promised
    said = {row["evidence"] for row in passage["positions"]}
    yield from ((text, NOTHING, True) for text in promised - said)


def labelled(passage: dict[str, Any]) -> list[Labelled]:
    """The sentences of a passage with their labels and features."""
    letter = letter_of(passage)
    linked = link(letter, tag(letter, NEEDS["alignment"], "none"))
    views: list[tuple[Sentence, Seen]] = []
    stated(letter, linked, lambda sentence, view: views.append((sentence, view)))
    promising = {sentence.start: view for sentence, view in sentences_seen(letter, letter.passages()[0])}
    positions: dict[int, str] = {}
    commitments: set[int] = set()
    known: set[int] = set()
    for text, position, commitment in labels_of(passage):
        sentence = _found(letter, text, [sentence for sentence, _ in views])
        if sentence is None:
            continue
        known.add(sentence.start)
        if position != NOTHING:
            positions.setdefault(sentence.start, position)
        if commitment:
            commitments.add(sentence.start)
    whole = "sentences" not in passage
    return [
        Labelled(
            letter.text[sentence.start : sentence.end],
            positions.get(sentence.start, NOTHING),
            sentence.start in commitments,
            view.said,
            promising[sentence.start].rule is not None,
            {
                kind: tuple((view if kind == "positions" else promising[sentence.start]).features())
                for kind in STRENGTH
            },
        )
        for sentence, view in views
        if (whole or sentence.start in known) and sentence.start in promising
    ]


def _found(letter: Letter, text: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence of a letter that a labelled one is."""
    start = letter.text.find(text)
    if start < 0:
        return None
    shared = [(min(start + len(text), s.end) - max(start, s.start), s) for s in sentences]
    most, sentence = max(shared, key=lambda pair: pair[0], default=(0, None))
    return (
        sentence
        if most > OVERLAP * min(len(text), (sentence.end - sentence.start) if sentence else 0)
        else None
    )


def parts() -> dict[str, list[Labelled]]:
    """Name of a file of passages to its labelled sentences."""
    passages = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted(PASSAGES.glob("*.jsonl"))
    }
    return {
        name: [sentence for passage in theirs for sentence in labelled(passage)]
        for name, theirs in passages.items()
    }


def emphasis(feature: str) -> float:
    """How much a feature counts in training."""
    return next((weight for begin, weight in EMPHASIS.items() if feature.startswith(begin)), 1.0)


def matrix(sentences: Iterable[Labelled], kind: str) -> Any:  # noqa: ANN401 - a matrix of SciPy, which has no types
    """A row a sentence, a column a place of features."""
    import scipy.sparse

    ends = [0]
    columns: list[int] = []
    values: list[float] = []
    for sentence in sentences:
        row: dict[int, float] = {}
        for feature in sentence.features[kind]:
            at = place(feature)
            row[at] = max(row.get(at, 0.0), emphasis(feature))
        columns += row.keys()
        values += row.values()
        ends.append(len(columns))
    return scipy.sparse.csr_matrix(
        (np.array(values, np.float32), columns, ends), shape=(len(ends) - 1, PLACES)
    )


def outcome(sentence: Labelled, kind: str) -> str:
    """What the weights of a kind should say of a sentence."""
    return sentence.position if kind == "positions" else ("yes" if sentence.commitment else NOTHING)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted model and the columns that it uses."""

    model: Any
    columns: "np.ndarray[Any, Any]"

    def shares(self, sentences: Sequence[Labelled], kind: str) -> list[dict[str, float]]:
        """The probability of each outcome, for each sentence."""
        rows = self.model.predict_proba(matrix(sentences, kind)[:, self.columns])
        return [dict(zip(self.model.classes_, row, strict=True)) for row in rows]


def fit(sentences: Sequence[Labelled], kind: str) -> Fitted:
    """Fit a multinomial logistic regression."""
    from sklearn.linear_model import LogisticRegression

    rows = matrix(sentences, kind)
    columns = np.unique(rows.indices)
    model = LogisticRegression(C=STRENGTH[kind], max_iter=300, tol=1e-3)
    model.fit(rows[:, columns], [outcome(sentence, kind) for sentence in sentences])
    return Fitted(model, columns)


def save(fitted: Fitted, sentences: Sequence[Labelled], kind: str) -> Path:
    """Write the weights as the package reads them: whole numbers, a scale for each outcome."""
    counts = np.ones(PLACES, np.float32)
    for sentence in sentences:
        for feature in sentence.features[kind]:
            if (weight := emphasis(feature)) != 1.0:
                counts[place(feature)] = weight
    outcomes = [str(name) for name in fitted.model.classes_]
    learned, bias = fitted.model.coef_, fitted.model.intercept_
    if len(outcomes) == len(learned) + 1:  # of two outcomes only the second has weights
        learned, bias = np.vstack([-learned / 2, learned / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    table = np.zeros((PLACES, len(outcomes)), np.float32)
    table[fitted.columns] = (learned * counts[fitted.columns]).T
    scale = np.abs(table).max(axis=0) / LONGEST
    path = PACKAGED / "wording" / f"{kind}.npz"
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        path,
        outcomes=np.array(outcomes),
        table=np.round(table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
    )
    return path


def train_wording(places: Places) -> str:
    """Measure with each part held out, fit on all, write the weights and ``wording.md``."""
    from training.assemble import list_digests
    from training.wording_measured import report, write_confidence

    del places  # reads and writes within the project
    found = parts()
    names = list(found)
    folds = [names[start::FOLDS] for start in range(FOLDS)]
    everything = [sentence for sentences in found.values() for sentence in sentences]
    held_out: dict[str, dict[str, list[dict[str, float]]]] = {}
    for kind in STRENGTH:
        held_out[kind] = {}
        for fold in folds:
            fitted = fit([s for name in names if name not in fold for s in found[name]], kind)
            held_out[kind].update({name: fitted.shares(found[name], kind) for name in fold})
            log.info("%s: %s held out", kind, ", ".join(fold))
        save(fit(everything, kind), everything, kind)
    day = datetime.now(UTC).date().isoformat()
    EVALUATION.write_text(report(found, held_out, ADDED_FROM, day), encoding="utf-8")
    write_confidence(found, held_out["positions"], ADDED_FROM, day)
    list_digests()
    return f"{len(everything)} sentences of {len(found)} parts"
