"""Our own letters: every format gives what their author says is in them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
NAMES = sorted(p.stem for p in (SAMPLES / "expected").glob("*.json"))
LAYOUTS = {
    "text": ".txt",
    "wrapped": ".txt",
    "kamerstuk": ".pdf",
    "ministry": ".pdf",
    "word": ".docx",
    "xml": ".xml",
    "html": ".html",
}
Analyse = Callable[[Path], dict[str, Any]]


def expected(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return parsed


@pytest.fixture(params=[f"{layout}/{name}" for name in NAMES for layout in LAYOUTS])
def case(request: pytest.FixtureRequest, analysis: Analyse) -> tuple[dict[str, Any], dict[str, Any], str]:
    layout, name = request.param.split("/")
    return expected(name), analysis(SAMPLES / layout / f"{name}{LAYOUTS[layout]}"), layout


Case = tuple[dict[str, Any], dict[str, Any], str]


def test_letterhead(case: Case) -> None:
    want, found, layout = case
    head = want["letter"]
    if layout == "ministry":  # this layout shows no place, dossier or number
        head |= {"place": None, "dossiers": [], "number": None, "session_year": None}
    else:  # these show no subject and no reference of the sender
        head |= {"subject": None, "reference": None}
    if layout == "text":  # no foot line and no head either
        head |= {"session_year": None}
    got = found["letter"]
    assert {k: got[k] for k in head} == head


def test_headings(case: Case) -> None:
    want, found, layout = case
    if layout in ("text", "wrapped"):  # plain text shows no difference between the levels
        assert [s["heading"] for s in found["sections"] if s["heading"]] == [
            h["text"] for h in want["headings"]
        ]
    else:
        assert [
            {"text": s["heading"], "level": s["level"]} for s in found["sections"] if s["heading"]
        ] == want["headings"]


def test_footnotes(case: Case) -> None:
    want, found, _ = case
    assert [{"marker": f["marker"], "text": f["text"]} for f in found["footnotes"]] == want["footnotes"]
    assert all(f["anchor"] for f in found["footnotes"])


def test_motions(case: Case) -> None:
    want, found, _ = case
    got = [
        {
            "movers": [p["name"] for p in m["movers"]],
            "dossier": m["dossier"],
            "number": m["number"],
            "mentions": len(m["mentions"]),
        }
        for m in found["motions"]
    ]
    assert got == want["motions"]


def test_references(case: Case) -> None:
    want, found, _ = case
    kinds = {"kamerstuk", "handelingen", "law", "eu_law", "case_law"}
    assert sorted(r["id"] for r in found["references"] if r["kind"] in kinds) == want["references"]


def test_money(case: Case) -> None:
    want, found, _ = case
    assert [a["value"] for a in found["amounts"] if a["kind"] == "money"] == want["money"]


def test_positions(case: Case) -> None:
    want, found, _ = case
    motions = {m["id"]: m["number"] for m in found["motions"]}
    got = [
        {
            "about": row["about"],
            "motion": motions.get(row["target_id"]) if row["about"] == "motion" else None,
            "position": row["position"],
            "target": row["target"],
            "evidence": row["evidence"]["text"],
        }
        for row in found["alignment"]
    ]
    assert [(g["about"], g["motion"], g["position"]) for g in got] == [
        (w["about"], w["motion"], w["position"]) for w in want["positions"]
    ]
    for g, w in zip(got, want["positions"], strict=True):
        assert g["evidence"].startswith(w["evidence_starts"])
        assert w["about"] == "motion" or g["target"] == w["target"]


def test_commitments(case: Case) -> None:
    want, found, _ = case
    assert [c["deadline"] for c in found["commitments"]] == [w["deadline"] for w in want["commitments"]]
    for got, w in zip(found["commitments"], want["commitments"], strict=True):
        assert got["text"].startswith(w["starts"])
