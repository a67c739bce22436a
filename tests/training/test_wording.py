"""The passages that the weights of the wording are learned from, and that the weights shipped fit the code that feeds them."""

import json
from typing import Any

import pytest

from letteranalyser.align.opinion import NOTHING
from letteranalyser.model.wording import weights
from letteranalyser.models.analysis import Position
from training.wording import PASSAGES, labelled

LABELS = {NOTHING, *(position.value for position in Position)}
FILES = sorted(PASSAGES.glob("*.jsonl"))


def passages(name: str) -> list[dict[str, Any]]:
    lines = (PASSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_label_is_one_and_every_sentence_is_there(name: str) -> None:
    for passage in passages(name):
        if "sentences" in passage:
            assert all(s["t"].strip() and s["label"] in LABELS for s in passage["sentences"])
            continue
        assert all(row["position"] in LABELS - {NOTHING} for row in passage["positions"])
        assert passage["positions"]
        assert passage["commitments"]


def test_there_are_many_of_every_position() -> None:
    found = [s["label"] for path in FILES for p in passages(path.stem) for s in p.get("sentences", ())]
    assert min(found.count(position) for position in LABELS) >= 200


@pytest.mark.parametrize(("name", "number"), [("contrasts", 42), ("like-letters-2", 60), ("letters-3", 5)])
def test_the_weights_shipped_know_what_they_were_trained_on(name: str, number: int) -> None:
    """They do not where the features have changed since, so that they must be trained again."""
    sentences = [sentence for passage in passages(name)[:number] for sentence in labelled(passage)]
    shares = [weights("positions").shares(sentence.features["positions"]) for sentence in sentences]
    right = sum(max(s, key=s.__getitem__) == x.position for s, x in zip(shares, sentences, strict=True))
    assert right / len(sentences) > 0.95


def test_a_sentence_is_found_in_a_wrapped_letter() -> None:
    (first, *_) = [
        p for p in passages("letters-1") if "\n" in p["positions"][0]["evidence"] or "-\n" in p["text"]
    ]
    found = {sentence.position for sentence in labelled(first)}
    assert len(found - {NOTHING}) > 1
