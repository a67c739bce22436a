"""The development letters beside the project: what is measured on them may only get better, and every span is right."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import quality

from letteranalyser.pipeline import analyse

LETTERS = quality.SHARED / "letters"
SEED = LETTERS / "seed-migratienota.txt"
Analyse = Callable[[Path], dict[str, Any]]

pytestmark = pytest.mark.skipif(
    not LETTERS.is_dir(), reason="the development letters are not beside the project"
)


def spans(node: object) -> Iterator[dict[str, Any]]:
    """Every span in an analysis, wherever it stands."""
    if isinstance(node, dict):
        if {"start", "end", "text", "rule"} <= node.keys():
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


@pytest.mark.parametrize(
    "path", sorted([*LETTERS.glob("*.txt"), *LETTERS.glob("pdf/*.pdf")]), ids=lambda p: p.name
)
def test_every_span_gives_its_text(path: Path, analysis: Analyse) -> None:
    found = analysis(path)
    notes = {f["marker"]: f["text"] for f in found["footnotes"]}
    checked = 0
    for span in spans(found):
        text = found["text"] if span["footnote"] is None else notes[span["footnote"]]
        assert text[span["start"] : span["end"]] == span["text"]
        assert span["text"].strip() == span["text"] != ""
        checked += 1
    assert checked > 0


@pytest.mark.parametrize("kind", ["references", "motions", "amounts"])
@pytest.mark.parametrize(
    "path",
    [p for folder in quality.SETS.values() for p in sorted(folder.glob("*.txt"))],
    ids=lambda p: p.stem,
)
def test_a_kind_alone_is_found_as_among_all(path: Path, kind: str) -> None:
    data = path.read_bytes()
    alone, among_all = analyse(data, "-", [kind], model="none"), analyse(data, "-", model="none")
    assert getattr(alone, kind) == getattr(among_all, kind)


@pytest.mark.parametrize("name", quality.SETS)
def test_quality_is_not_under_its_floors(name: str) -> None:
    assert quality.pinned(name)["f1"], "no floors are pinned"
    assert quality.fallen(name, quality.measure(quality.SETS[name])) == []


@pytest.fixture(params=["seed-migratienota.txt", "pdf/seed-migratienota-kst.pdf"])
def seed(request: pytest.FixtureRequest, analysis: Analyse) -> dict[str, Any]:
    return analysis(LETTERS / request.param)


def test_seed_head(seed: dict[str, Any]) -> None:
    head = seed["letter"]
    assert (head["date"], head["place"]) == ("2015-03-26", "Den Haag")
    assert head["senders"] == [
        {"name": "K.H.D.M. Dijkhoff", "function": "Staatssecretaris van Veiligheid en Justitie"}
    ]


def test_seed_headings(seed: dict[str, Any]) -> None:
    gold = json.loads(SEED.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert [s["heading"] for s in seed["sections"] if s["heading"]] == gold["sections"]


def test_seed_money(seed: dict[str, Any]) -> None:
    money = [(a["value"], a["unit"], a["per"]) for a in seed["amounts"] if a["kind"] == "money"]
    assert money == [(33e6, "EUR", "year"), (16.5e6, "EUR", None), (126e6, "EUR", None), (570e6, "EUR", None)]


def test_seed_motion(seed: dict[str, Any]) -> None:
    (motion,) = seed["motions"]
    assert motion["movers"] == [
        {"name": "Van Haersma Buma", "party": "CDA"},
        {"name": "Pechtold", "party": "D66"},
        {"name": "Van der Staaij", "party": "SGP"},
    ]
    assert (motion["dossier"], motion["number"]) == ("21501-20", "963")
    assert motion["url"] == "https://zoek.officielebekendmakingen.nl/kst-21501-20-963.html"
    assert len(motion["mentions"]) == 6


def test_seed_positions(seed: dict[str, Any]) -> None:
    gold = json.loads(SEED.with_suffix(".gold.json").read_text(encoding="utf-8"))
    rows = [(r["about"], r["position"], r["evidence"]["text"]) for r in seed["alignment"]]
    assert rows == [(r["about"], r["position"], r["evidence"]) for r in gold["positions"]]
    (motion,) = seed["motions"]
    headings = {s["id"]: s["heading"] for s in seed["sections"]}
    for row, want in zip(seed["alignment"], gold["positions"], strict=True):
        if row["about"] == "motion":
            assert row["target_id"] == motion["id"]
        if row["about"] == "section":
            assert headings[row["target_id"]].startswith(want["target"])
        if row["about"] == "proposal":
            assert row["target"].startswith(want["target"])


def test_the_kamerstuk_pdf_gives_pages(analysis: Analyse) -> None:
    found = analysis(LETTERS / "pdf" / "seed-migratienota-kst.pdf")
    assert found["source"]["pages"] == 4
    pages = [row["evidence"]["page"] for row in found["alignment"]]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] > 2


POLICY_LETTERS = [("Kamerbrief_innovatie_missie.pdf", 0), ("Kamerbrief_water_en_Bodem.pdf", 17)]
"""Long letters that set out policy, and how many rows they may have: each row of today was read by hand, and all but two
are answers or decisions that a reader would want to see."""


@pytest.mark.parametrize(("name", "most"), POLICY_LETTERS)
def test_a_letter_that_sets_out_policy_is_no_list_of_answers(analysis: Analyse, name: str, most: int) -> None:
    found = analysis(LETTERS / "pdf" / name)
    assert len(found["alignment"]) <= most
