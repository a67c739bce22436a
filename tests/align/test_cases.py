"""Sentences of our own making: what the cabinet says in them, of what, and where it says nothing.

The cases were written before the rules. A row is (about, position, words of the evidence). Known failures are listed by
name with the reason, and fail the test once they pass.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from letteranalyser.models.letter import Letter
from letteranalyser.pipeline import NEEDS

LetterOf = Callable[[str], Letter]
FOLDER = Path(__file__).parent / "cases"
KNOWN: dict[str, str] = tomllib.loads((FOLDER / "known_failures.toml").read_text(encoding="utf-8"))["reasons"]


def cases() -> list[Any]:
    params = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
            name = f"{path.stem}: {case['name']}"
            text = case.get("text") or "\n".join("\t".join(row) for row in case["table"])
            reason = KNOWN.get(name, case.get("xfail"))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            params.append(pytest.param(text, case["rows"], id=name, marks=marks))
    return params


@pytest.mark.parametrize(("text", "rows"), cases())
def test_positions(text: str, rows: list[list[str]], letter_of: LetterOf) -> None:
    from letteranalyser.align import align
    from letteranalyser.link import link
    from letteranalyser.tag import tag

    letter = letter_of(text)
    found = align(letter, link(letter, tag(letter, NEEDS["alignment"])))
    assert [(r.about.value, r.position.value) for r in found] == [
        (about, position) for about, position, _ in rows
    ]
    for row, (_, _, words) in zip(found, rows, strict=True):
        assert words in row.evidence.text


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 150
    names = {p.id for p in cases()}
    assert set(KNOWN) <= names
