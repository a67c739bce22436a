"""The sentences of the tests as passages to learn from: the rules were mended for them, so they measure nothing any more."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.places import ROOT

ALIGN = ROOT / "tests" / "align"
PROMISES = ROOT / "tests" / "tag" / "cases" / "promises.toml"
LOTS = ("motion", "proposal", "other_words", "free_words")
OPENING = ["Den Haag, 3 maart 2021", "Geachte voorzitter,", "Hierbij reageer ik op de ingediende moties."]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def answers() -> Iterator[dict[str, Any]]:
    """One sentence that answers, or does not, behind one that asks."""
    data = _read(ALIGN / "answers.toml")
    for lot in LOTS:
        opening = [] if lot == "proposal" else OPENING
        for context in data[lot]["contexts"]:
            before, last = [*opening, *context.split("\n")[:-1]], context.split("\n")[-1]
            labelled = [(sentence, "none") for sentence in data[lot]["silent"]["sentences"]]
            labelled += [(s, position) for position, found in data[lot]["answers"].items() for s in found]
            for sentence, position in labelled:
                rows = [] if position == "none" else [{"evidence": sentence, "position": position}]
                yield {"lines": [*before, last + sentence], "positions": rows, "for": "positions"}


def cases() -> Iterator[dict[str, Any]]:
    """Passages with the rows that they should give."""
    for path in sorted((ALIGN / "cases").glob("*.toml")):
        for case in _read(path).get("case", []):
            if "text" in case:
                rows = [{"evidence": words, "position": position} for _, position, words in case["rows"]]
                yield {"lines": case["text"].strip().split("\n"), "positions": rows, "for": "positions"}


def promises() -> Iterator[dict[str, Any]]:
    """Sentences that promise something, and that do not."""
    data = _read(PROMISES)
    for name, promised in (("promises", True), ("missed", True), ("no_promises", False)):
        for sentence in data[name]:
            made = [sentence] if promised else []
            yield {"lines": [sentence], "positions": [], "commitments": made, "for": "commitments"}


def from_tests() -> dict[str, list[dict[str, Any]]]:
    """Name of a part to its passages."""
    return {
        "tests-answers": list(answers()),
        "tests-cases": list(cases()),
        "tests-promises": list(promises()),
    }
