"""One sentence that answers, or does not, behind one that asks: what the cabinet says, in the words of many letters."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from letteranalyser.align import align
from letteranalyser.link import link
from letteranalyser.pipeline import NEEDS
from letteranalyser.read import read
from letteranalyser.split import split
from letteranalyser.tag import tag

DATA = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))
LOTS = ("motion", "proposal", "other_words", "free_words")
OPENING = "Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\nHierbij reageer ik op de ingediende moties.\n\n"


def positions(text: str) -> list[str]:
    letter = split(read(f"{text}\n".encode()))
    return [
        row.position.value for row in align(letter, link(letter, tag(letter, NEEDS["alignment"], "none")))
    ]


def answers() -> Iterator[object]:
    for kind in LOTS:
        for index, context in enumerate(DATA[kind]["contexts"]):
            for position, sentences in DATA[kind]["answers"].items():
                for sentence in sentences:
                    known = DATA["known_failures"].get(f"{sentence} {index}")
                    marks = () if known is None else pytest.mark.xfail(reason=known or "nothing", strict=True)
                    opening = "" if kind == "proposal" else OPENING
                    yield pytest.param(
                        opening + context + sentence,
                        position,
                        id=f"{position}: {sentence} {index}",
                        marks=marks,
                    )


def silent() -> Iterator[object]:
    for kind in LOTS:
        for context in DATA[kind]["contexts"]:
            opening = "" if kind == "proposal" else OPENING
            yield from (opening + context + sentence for sentence in DATA[kind]["silent"]["sentences"])


@pytest.mark.parametrize(("text", "position"), list(answers()))
def test_an_answer_gives_its_position(text: str, position: str) -> None:
    assert positions(text) == [position]


@pytest.mark.parametrize("text", list(silent()))
def test_what_is_no_answer_gives_no_row(text: str) -> None:
    assert positions(text) == []


def passages() -> Iterator[object]:
    opening = DATA["proposal"]["contexts"][0].partition("Verplicht energielabel")[0]
    for passage in DATA["passages"]:
        marks = pytest.mark.xfail(strict=True) if passage.get("known_failure") else ()
        yield pytest.param(opening + passage["text"], passage["positions"], marks=marks)


@pytest.mark.parametrize(("text", "expected"), list(passages()))
def test_a_passage_gives_its_positions(text: str, expected: list[str]) -> None:
    assert positions(text) == expected
