from types import SimpleNamespace
from typing import Any, cast

import pytest

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.model_names import candidates, find_names

CASES = [
    pytest.param("Ik sprak [Fatou Kampstra] daarover.", "PER", "person", id="name-of-two-words"),
    pytest.param("Ik sprak [Fatou van der Kamp] daarover.", "PERSON", "person", id="particles"),
    pytest.param("Ik sprak [Kampstra] daarover.", "PER", None, id="surname-alone"),
    pytest.param("De [Kamer van advies] zei dat.", "PER", None, id="small-word-in-a-person"),
    pytest.param(
        "Het rapport van [Molens Nederland] volgt.", "ORG", "organisation", id="organisation-of-two-words"
    ),
    pytest.param("De [Bond van Molens en Sluizen] volgt.", "ORG", "organisation", id="links"),
    pytest.param("De [Wet op Molens] volgt.", "ORG", None, id="law"),
    pytest.param("Het [Molens Akkoord] volgt.", "ORG", None, id="agreement"),
    pytest.param("De [AOW] stijgt, want de AOW is laag.", "ORG", None, id="no-actor"),
    pytest.param("De [QXZ] zegt dit.", "ORG", None, id="abbreviation-once"),
    pytest.param("Een feest in [Joure] dus.", "LOC", "country", id="place"),
    pytest.param("Dat staat in het [Barro] dus.", "LOC", None, id="article-before"),
    pytest.param("Dat besluit ([Bbl]) dus.", "LOC", None, id="in-brackets"),
    pytest.param("Dat is in [Natura] 2000 dus.", "LOC", None, id="number-behind"),
    pytest.param("De [Regio’s Molens] zijn er.", "ORG", None, id="plural"),
    pytest.param("Een feest in [Joure] dus.", "GPE", "country", id="place-of-another-model"),
    pytest.param("Toen koos [Joure] daarvoor.", "LOC", "country", id="place-as-subject"),
    pytest.param("Het [Molens Festival] volgt.", "MISC", None, id="no-class-of-actors"),
    pytest.param("De [Bond 2020] volgt.", "ORG", None, id="digits"),
    pytest.param("[Het Molens] volgt.", "ORG", None, id="article-first"),
]


def parts(marked: str) -> tuple[str, int, int]:
    start = marked.index("[")
    return marked.replace("[", "").replace("]", ""), start, marked.index("]") - 1


@pytest.mark.parametrize(("marked", "label", "kind"), CASES)
def test_which_names_are_taken(marked: str, label: str, kind: str | None) -> None:
    text, start, end = parts(marked)
    found = list(candidates(text, [(start, end, label)], []))
    assert [c.kind for c in found] == ([kind] if kind else [])
    for candidate in found:
        assert (candidate.start, candidate.end, candidate.rule) == (start, end, "model")
        assert candidate.certainty is Certainty.GUESS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Met QXZ en ABP is dat zo.", True, id="before-a-body"),
        pytest.param("Met ABP en de QXZ is dat zo.", True, id="behind-a-body"),
        pytest.param("Met ABP over QXZ gesproken.", False, id="no-row"),
        pytest.param("Het QXZ en het QXZ van ABP.", False, id="named-twice-is-not-enough"),
    ],
)
def test_an_abbreviation_needs_a_body_beside_it(text: str, expected: bool) -> None:
    body, short = text.index("ABP"), text.index("QXZ")
    known = [Candidate(body, body + 3, "ABP", "organisation", "organisations.ABP")]
    found = list(candidates(text, [(short, short + 3, "ORG")], known))
    assert [c.name for c in found] == (["QXZ"] if expected else [])


def test_a_party_in_brackets_behind_a_person() -> None:
    text = "De vraag van Kampstra (QXZ) en Puk (zie boven)."
    person = Candidate(13, 21, "Kampstra", "person", "persons.x")
    assert [(c.name, c.kind) for c in candidates(text, [(23, 26, "ORG")], [person])] == [("QXZ", "party")]
    assert list(candidates(text, [(23, 26, "ORG")], [])) == []


def test_what_a_rule_has_found_is_left_alone() -> None:
    text = "Een feest in Joure dus."
    known = Candidate(13, 18, "Joure", "country", "municipalities.Joure")
    assert list(candidates(text, [(13, 18, "LOC")], [known])) == []


class Recorder:
    """Stands in for a pipeline: remembers what it is asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def pipe(self, texts: list[tuple[str, int]], *, as_tuples: bool) -> list[tuple[SimpleNamespace, int]]:
        assert as_tuples
        self.texts += [text for text, _ in texts]
        return [(SimpleNamespace(ents=()), offset) for _, offset in texts]


@pytest.mark.parametrize(
    ("text", "explained", "expected"),
    [
        pytest.param("Dit is zo. Daar spreekt Puk.", [], ["Daar spreekt Puk."], id="a-capital-inside"),
        pytest.param("Dit is zo. Dat ook.", [], [], id="capitals-of-sentences"),
        pytest.param("Daar spreekt Puk.", [(13, 16)], [], id="taken-by-a-rule"),
        pytest.param(
            "Daar spreekt Puk met Pien.", [(13, 16)], ["Daar spreekt Puk met Pien."], id="one-of-two-taken"
        ),
        pytest.param("Kop\n\nDaar spreekt Puk", [], ["Daar spreekt Puk"], id="no-full-stop"),
    ],
)
def test_which_sentences_are_looked_at(
    text: str, explained: list[tuple[int, int]], expected: list[str]
) -> None:
    recorder = Recorder()
    assert find_names(text, cast("Any", recorder), explained) == []
    assert recorder.texts == expected
