import pytest

from training.conllu import Sentence, clean_lemma, features_by_tag, read_conllu, with_features
from training.convert import with_capital, without


def block(*rows: tuple[str, str, str, str, str, int, str], name: str = "s1") -> str:
    lines = [f"# sent_id = {name}"]
    lines += [
        f"{i}\t{form}\t{lemma}\t{upos}\t{xpos}\t{feats}\t{head}\t{rel}\t_\t_"
        for i, (form, lemma, upos, xpos, feats, head, rel) in enumerate(rows, 1)
    ]
    return "\n".join(lines) + "\n\n"


DE = ("De", "de", "DET", "LID", "Definite=Def", 2, "det")
KAMER = ("Kamer", "Kamer", "PROPN", "N", "_", 3, "nsubj")
STEMT = ("stemt", "af_stemmen", "VERB", "WW", "Tense=Pres", 0, "root")


def sentence(*words: str) -> Sentence:
    rows = [
        (w, w, "X", "X", "_", 0 if i == 0 else 1, "root" if i == 0 else "dep") for i, w in enumerate(words)
    ]
    return next(read_conllu(block(*rows)))


def test_a_tree_is_read() -> None:
    (found,) = read_conllu(block(DE, KAMER, STEMT))
    assert [t.form for t in found.tokens] == ["De", "Kamer", "stemt"]
    assert [t.head for t in found.tokens] == [1, 2, 2]
    assert [t.relation for t in found.tokens] == ["det", "nsubj", "ROOT"]
    assert found.tokens[2].lemma == "afstemmen"
    assert found.name == "s1"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((DE, KAMER), id="no-root"),
        pytest.param((STEMT, STEMT), id="two-roots"),
        pytest.param(
            (("a", "a", "X", "X", "_", 2, "x"), ("b", "b", "X", "X", "_", 1, "x"), STEMT), id="circle"
        ),
        pytest.param((("a", "a", "X", "X", "_", 9, "x"), STEMT), id="head-outside"),
    ],
)
def test_what_is_no_tree_is_left_out(rows: tuple[tuple[str, str, str, str, str, int, str], ...]) -> None:
    assert list(read_conllu(block(*rows))) == []


def test_ranges_and_empty_nodes_are_no_words() -> None:
    text = block(DE, KAMER, STEMT).replace("3\tstemt", "2.1\tx\tx\tX\tX\t_\t_\t_\t_\t_\n3\tstemt")
    (found,) = read_conllu(text)
    assert len(found.tokens) == 3


@pytest.mark.parametrize(
    ("lemma", "form", "upos", "expected"),
    [
        ("verzekering_maatschappij", "verzekeringsmaatschappijen", "NOUN", "verzekeringsmaatschappij"),
        ("leeuw_kuil", "Leeuwenkuilen", "NOUN", "leeuwenkuil"),
        ("G8_top", "G8-top", "NOUN", "G8-top"),
        ("uit_maken", "uitmaakt", "VERB", "uitmaken"),
        ("uit_spreken", "uitgesproken", "VERB", "uitspreken"),
        ("mee_vallen", "viel", "VERB", "meevallen"),
        ("wet", "wetten", "NOUN", "wet"),
        ("_", "_", "PUNCT", "_"),
        ("_", "...", "PUNCT", "..."),
    ],
)
def test_marks_in_lemmas(lemma: str, form: str, upos: str, expected: str) -> None:
    assert clean_lemma(lemma, form, upos) == expected


def test_features_follow_the_newer_files() -> None:
    new = next(read_conllu(block(("de", "de", "DET", "LID", "Definite=Def|PronType=Art", 0, "root"))))
    old = next(read_conllu(block(("het", "het", "DET", "LID", "Definite=Def", 0, "root"))))
    assert with_features(old, features_by_tag([new])).tokens[0].feats == "Definite=Def|PronType=Art"
    assert with_features(old, {}).tokens[0].feats == "Definite=Def"


def test_no_sentence_twice_nor_from_another_file() -> None:
    first, same, other = sentence("De", "wet", "."), sentence("de", "wet", "!"), sentence("Een", "nota")
    assert without([first, same, other]) == [first, other]
    assert without([first, other], [same]) == [other]


def test_the_first_word_keeps_its_capital_in_training() -> None:
    found = next(
        read_conllu(
            block(("«", "«", "PUNCT", "LET", "_", 2, "punct"), ("Wetten", "wet", "NOUN", "N", "_", 0, "root"))
        )
    )
    assert [t.lemma for t in with_capital(found.tokens)] == ["«", "Wet"]
    small = next(read_conllu(block(("wetten", "wet", "NOUN", "N", "_", 0, "root"))))
    assert with_capital(small.tokens) == small.tokens
