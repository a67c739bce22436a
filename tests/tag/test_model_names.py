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
    pytest.param("Een feest in [Joure] dus.", "GPE", "country", id="place-of-another-model"),
    pytest.param("Wat [Joure] betreft.", "LOC", None, id="place-without-preposition"),
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


def test_an_abbreviation_named_twice() -> None:
    text = "De QXZ zegt dit en de QXZ doet dat."
    assert len(list(candidates(text, [(3, 6, "ORG"), (22, 25, "ORG")], []))) == 2


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
