"""What holds for every text: nothing raises, offsets lie within it, time grows with its length, the data is sound."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in
from letteranalyser.vocabulary import load

LETTERS = Path(__file__).resolve().parents[3] / "shared" / "letters"

PIECES = [
    "Kamerstuk", "Kamerstukken II", " 2014/15, ", "36 200", " X", ", nr. ", "nrs. ", "12", "–", " en ", "(", ")", "motie ", "artikel ",
    "lid ", " van de ", "Wet ", "Vw 2000", "BW", "7:658 ", "richtlijn ", "2000/60/EG", "verordening (EU) ", "ECLI:NL:HR:", "Handelingen ",
    "Aanhangsel ", "Stb. ", "PbEU ", "L 119", "advies ", "«", "»", ", de Volkskrant, ", "2 november 2019", "\n", "\u00ad", "kst-", "-", "/",
    "die verordening", "Wet kinderopvang (Wko)", "Wko", "EK ", "I ", "AA", "é", "२०", "²", "1", "0",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    found = references_in(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(m.id or m.number for m in found)
    assert all(m.rule.startswith("references.") for m in found)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=60, deadline=None)
def test_only_a_partial_kamerstuk_lacks_an_id(text: str) -> None:
    assert all(m.kind is ReferenceKind.KAMERSTUK for m in references_in(text) if m.id is None)


def test_ranges_do_not_multiply_the_text() -> None:
    text = "36 200, nrs. 1-25 " * 2000
    assert len(references_in(text)) < 2000 * 2 + 5000 + 10


def test_vocabulary_of_acts_is_sound() -> None:
    acts = load("acts")
    national = [*acts["national"]["acts"], *acts["treaties"]["acts"]]
    names = [act["name"] for act in national]
    assert len(names) == len(set(names))
    shorts = [short for act in national for short in (*act.get("short", ()), *act.get("behind_article", ()))]
    assert len(shorts) == len(set(shorts)), "an abbreviation of two acts names neither"
    assert all(re.fullmatch(r"BWB[RV]\d{7}", act["bwb"]) for act in national if "bwb" in act)
    union = load("eu_acts")["union"]["acts"]
    assert all(re.fullmatch(r"3(?:19|20)\d\d[RLDF]\d{4}", act["celex"]) for act in union if "celex" in act)
    for name in {act["name"] for act in union}:
        years = [(a.get("since", 0), a.get("until", 9999)) for a in union if a["name"] == name]
        assert all(a[1] < b[0] for a, b in zip(sorted(years), sorted(years)[1:], strict=False)), name


@pytest.mark.parametrize("name", ["acts", "eu_acts", "dossiers", "cited_sources"])
def test_vocabulary_says_where_it_comes_from(name: str) -> None:
    assert set(load(name)["about"]) == {"source", "date"}


def _cited_in_gold() -> list[tuple[str, str]]:
    kinds = {"kamerstuk", "handelingen", "aanhangsel_handelingen"}
    return sorted(
        {
            (reference["text"], reference["id"])
            for path in LETTERS.glob("*.gold.json")
            for reference in json.loads(path.read_text(encoding="utf-8")).get("references", [])
            if reference["kind"] in kinds and re.search(r"\d{2}\s?\d{3}|Handelingen", reference["text"])
        }
    )


def test_every_complete_citation_of_the_gold_letters_gets_its_id() -> None:
    cited = _cited_in_gold()
    assert len(cited) > 40, f"gold letters not found in {LETTERS}"
    wrong = [(text, id_) for text, id_ in cited if [m.id for m in references_in(text)] != [id_]]
    assert wrong == []
