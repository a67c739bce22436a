"""What the loader puts around the weights: sentences by our own rules, lemmas without a sentence's capital."""

import pytest
import spacy  # noqa: TID253 - the subject of these tests

from letteranalyser.model import lower_first_lemmas, set_sentences


@pytest.mark.parametrize(
    ("between", "sentences"),
    [
        (" ", ["Zie nr. 3 van 4 mei jl. en verder.", "Dit volgt."]),
        ("\n", ["Zie nr. 3 van 4 mei jl. en verder.", "Dit volgt."]),
        (" ", ["De motie-Bakker c.s. is aangenomen."]),
        ("\n\n", ["Kop zonder punt", "Een zin.", "Nog een zin."]),
    ],
)
def test_sentences(between: str, sentences: list[str]) -> None:
    doc = set_sentences(spacy.blank("nl")(between.join(sentences)))
    assert [s.text.strip() for s in doc.sents] == sentences


@pytest.mark.parametrize(
    ("words", "tags", "lemmas", "expected"),
    [
        (["Wetten", "gelden"], ["NOUN", "VERB"], ["Wet", "gelden"], ["wet", "gelden"]),
        (["Jansen", "komt"], ["PROPN", "VERB"], ["Jansen", "komen"], ["Jansen", "komen"]),
        (["«", "Wij", "Duitse"], ["PUNCT", "PRON", "ADJ"], ["«", "Wij", "Duits"], ["«", "wij", "Duits"]),
        (["EU", "komt"], ["NOUN", "VERB"], ["EU", "komen"], ["EU", "komen"]),
    ],
)
def test_lemmas(words: list[str], tags: list[str], lemmas: list[str], expected: list[str]) -> None:
    doc = spacy.tokens.Doc(spacy.blank("nl").vocab, words=words, pos=tags, lemmas=lemmas)
    doc[0].is_sent_start = True
    assert [t.lemma_ for t in lower_first_lemmas(doc)] == expected
