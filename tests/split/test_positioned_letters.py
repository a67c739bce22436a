"""The real PDFs beside the project: everything their gold says of the layout is found, and nothing of the margins."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.read.pdf import read_pdf
from letteranalyser.split.positioned import positioned_blocks

PDFS = Path(__file__).resolve().parents[3] / "shared" / "letters" / "pdf"
NAMES = sorted(p.stem for p in PDFS.glob("*.pdf"))
OUTSIDE = {BlockKind.LETTERHEAD, BlockKind.FOOTNOTE}

pytestmark = pytest.mark.skipif(not NAMES, reason="the development letters are not beside the project")


@cache
def read(name: str) -> tuple[tuple[Block, ...], dict[str, Any]]:
    gold: dict[str, Any] = json.loads((PDFS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return positioned_blocks(read_pdf((PDFS / f"{name}.pdf").read_bytes()).pages), gold


def listed(gold: dict[str, Any], key: str) -> list[Any]:
    """Entries of the gold; a key that is absent or counts only has none."""
    return gold[key] if isinstance(gold.get(key), list) else []


def text_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.text for block in blocks if block.kind not in OUTSIDE)


@pytest.mark.parametrize("name", NAMES)
def test_headings_with_their_levels(name: str) -> None:
    blocks, gold = read(name)
    found = [(b.text, b.level) for b in blocks if b.kind is BlockKind.HEADING]
    wanted = listed(gold, "headings")
    assert [text for text, _ in found] == [h["text"] for h in wanted]
    wrong = [
        (h["text"], level, h.get("levels_ok", [h["level"]]))
        for h, (_, level) in zip(wanted, found, strict=True)
        if level not in h.get("levels_ok", [h["level"]])
    ]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_sentences_read_on_over_lines_and_pages(name: str) -> None:
    blocks, gold = read(name)
    text = text_of(blocks)
    assert [probe for probe in listed(gold, "body_probes") if probe not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_margins_heads_and_feet_is_in_the_text(name: str) -> None:
    blocks, gold = read(name)
    text = text_of(blocks)
    assert [probe for probe in listed(gold, "noise_probes") if probe in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_footnotes_with_their_places(name: str) -> None:
    blocks, gold = read(name)
    notes = {b.marker: b for b in blocks if b.kind is BlockKind.FOOTNOTE}
    places = {mark: b.text[:at] for b in blocks for at, mark in b.marks}
    wanted = listed(gold, "footnotes")
    assert list(notes) == [n["marker"] for n in wanted]
    for note in wanted:
        assert notes[note["marker"]].text.startswith(note["text"])
        assert notes[note["marker"]].page == note["page"]
        assert places[note["marker"]].endswith(note["anchor_after"])


def test_at_least_the_known_layouts_are_measured() -> None:
    layouts = {read(name)[1]["layout"].split(" ")[0] for name in NAMES}
    assert {"rijkshuisstijl", "officiele_publicatie", "kamerstuk"} <= layouts
