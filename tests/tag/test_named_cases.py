"""Sentences of our own making in which every actor, or every operation, is marked: span and type, and nothing else.

Measured at the first run of each file, before anything was mended by it (precision, recall, both strict):
actors .964 .936, operations .850 .805; second files: actors .892 .843, operations .788 .684; third files: actors
.929 .844, operations 1.000 .786. The first rules, before the first file, had on the second .882 .807 and .765 .684, on the third
.954 .805 and .909 .714. Fourth files: actors .934 .934, operations 1.000 .923; nothing was mended by them but labels.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.split import split
from letteranalyser.tag import tag

FOLDER = Path(__file__).parent / "cases"
KNOWN: dict[str, dict[str, str]] = tomllib.loads(
    FOLDER.joinpath("known_failures.toml").read_text(encoding="utf-8")
)
MARKED = re.compile(r"\[([^\[\]]+)\]\((\w+)\)")
FILES = {
    "actors": ("actors", "actors_second", "actors_third", "actors_fourth"),
    "operations": ("operations", "operations_second", "operations_third", "operations_fourth"),
}

Names = list[tuple[int, str, str]]
"""Start, words and type."""


def unmarked(sentence: str) -> tuple[str, Names]:
    """The sentence without its marks, and what they mark."""
    names, text, at = [], "", 0
    for mark in MARKED.finditer(sentence):
        text += sentence[at : mark.start()]
        names.append((len(text), mark[1], mark[2]))
        text += mark[1]
        at = mark.end()
    return text + sentence[at:], names


def found(kind: str, text: str) -> Names:
    letter = split(Document("text/plain", blocks=(Block(BlockKind.PARAGRAPH, text),)))
    mentions: tuple[Any, ...] = getattr(tag(letter, frozenset({kind})), kind)
    return [(m.start, letter.text[m.start : m.end], str(m.type)) for m in mentions]


@cache
def sentences(kind: str) -> list[str]:
    tables = [tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text("utf-8")) for name in FILES[kind]]
    return [sentence for table in tables for field in table.values() for sentence in field["sentences"]]


def cases(kind: str) -> list[Any]:
    params = []
    for sentence in sentences(kind):
        text = unmarked(sentence)[0]
        reason = KNOWN[kind].get(text)
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        params.append(pytest.param(sentence, id=text, marks=marks))
    return params


@pytest.mark.parametrize("sentence", cases("actors"))
def test_actors(sentence: str) -> None:
    text, names = unmarked(sentence)
    # A joint office is one mention of each office in it.
    assert sorted(set(found("actors", text))) == names


@pytest.mark.parametrize("sentence", cases("operations"))
def test_operations(sentence: str) -> None:
    text, names = unmarked(sentence)
    assert found("operations", text) == names


@pytest.mark.parametrize(("kind", "enough"), [("actors", 330), ("operations", 165)])
def test_there_are_sentences_enough(kind: str, enough: int) -> None:
    assert len(sentences(kind)) >= enough
    assert set(KNOWN[kind]) <= {unmarked(sentence)[0] for sentence in sentences(kind)}
