"""Where the test data lies, and analyses made once for all tests."""

import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.models.letter import Letter
from letteranalyser.split import split

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "benchmarks"))


@cache
def _analysis(path: Path) -> dict[str, Any]:
    from letteranalyser.pipeline import analyse

    parsed: dict[str, Any] = json.loads(analyse(path.read_bytes(), str(path)).model_dump_json())
    return parsed


@pytest.fixture(scope="session")
def analysis() -> Callable[[Path], dict[str, Any]]:
    """The analysis of a file as the JSON that users get; each file is analysed once a session."""
    return _analysis


def letter_of(text: str) -> Letter:
    """A letter of lines: ``## heading``, ``- item``, or a paragraph."""
    if "\t" in text:
        table = tuple(tuple(line.split("\t")) for line in text.split("\n"))
        return split(Document("text/plain", blocks=(Block(BlockKind.TABLE, text, rows=table),)))
    blocks = []
    for line in text.strip().split("\n"):
        if line.startswith("## "):
            blocks.append(Block(BlockKind.HEADING, line[3:], level=1))
        elif line.startswith(("- ", "– ")):
            blocks.append(Block(BlockKind.LIST_ITEM, line))
        elif line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, line))
    return split(Document("text/plain", blocks=tuple(blocks)))


@pytest.fixture(name="letter_of")
def _letter_of() -> Callable[[str], Letter]:
    return letter_of
