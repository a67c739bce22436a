import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.split.hyphens import document_words, join_lines, joiner


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("de vluchte-", "lingen komen", "de vluchtelingen komen", id="typesetters-hyphen"),
        pytest.param("de vluchte\u00ad", "lingen komen", "de vluchtelingen komen", id="soft-hyphen"),
        pytest.param("de vluchte\u2010", "lingen", "de vluchtelingen", id="unicode-hyphen"),
        pytest.param("de EU-", "lidstaten", "de EU-lidstaten", id="after-capitals"),
        pytest.param("de EU\u00ad", "lidstaten", "de EU-lidstaten", id="soft-hyphen-after-capitals"),
        pytest.param("een SER-", "verkenning", "een SER-verkenning", id="after-capitals-2"),
        pytest.param("de PvdA-", "fractie", "de PvdA-fractie", id="after-mixed-case-name"),
        pytest.param("de VN-", "Veiligheidsraad", "de VN-Veiligheidsraad", id="before-capital"),
        pytest.param("de motie-", "Van der Berg", "de motie-Van der Berg", id="motion-before-capital"),
        pytest.param("de motie-", "van der Berg", "de motie-van der Berg", id="motion-before-particle"),
        pytest.param("de motie-Van", "Weyenburg", "de motie-Van Weyenburg", id="no-hyphen-at-the-end"),
        pytest.param("een 20-", "jarige", "een 20-jarige", id="after-digit"),
        pytest.param("de Covid-", "19 crisis", "de Covid-19 crisis", id="before-digit"),
        pytest.param("Natura 2000-", "gebieden", "Natura 2000-gebieden", id="digits-then-word"),
        pytest.param("de 2%-", "norm", "de 2%-norm", id="after-percent"),
        pytest.param("de SDE+-", "regeling", "de SDE+-regeling", id="after-plus"),
        pytest.param("de btw-", "verhoging", "de btw-verhoging", id="no-vowel"),
        pytest.param("de mbo-", "leerling", "de mbo-leerling", id="lower-case-abbreviation"),
        pytest.param("per e-", "mail", "per e-mail", id="one-letter"),
        pytest.param("de oud-", "minister", "de oud-minister", id="prefix"),
        pytest.param("de minister-", "president", "de minister-president", id="spelled-with-hyphen"),
        pytest.param("de sociaal-", "economische raad", "de sociaal-economische raad", id="adjective-pair"),
        pytest.param("een data-", "analyse", "een data-analyse", id="vowels-that-meet"),
        pytest.param("zijn ge-", "informeerd", "zijn geïnformeerd", id="lost-trema"),
        pytest.param("zijn ge-", "ïnformeerd", "zijn geïnformeerd", id="kept-trema"),
        pytest.param("de co-", "ordinatie", "de coördinatie", id="lost-trema-o"),
        pytest.param("de operati-", "onele actie", "de operationele actie", id="vowels-of-one-word"),
        pytest.param("het materi-", "eel", "het materieel", id="vowels-of-one-word-2"),
        pytest.param("de wet-", "en regelgeving", "de wet- en regelgeving", id="suspended"),
        pytest.param("de wet\u00ad", "en regelgeving", "de wet- en regelgeving", id="suspended-soft"),
        pytest.param("de in-", "of uitvoer", "de in- of uitvoer", id="suspended-or"),
        pytest.param("de EU-", "en NAVO-landen", "de EU- en NAVO-landen", id="suspended-capitals"),
        pytest.param(
            "korte-", "tot middellange termijn", "korte- tot middellange termijn", id="suspended-to"
        ),
        pytest.param(
            "hij vertelde over zijn onder-", "enige", "hij vertelde over zijn onderenige", id="en-inside-word"
        ),
        pytest.param("ambte-", "naar", "ambtenaar", id="preposition-look-alike"),
        pytest.param("hier-", "voor", "hiervoor", id="preposition-look-alike-2"),
        pytest.param("beleid -", "zoals gezegd -", "beleid - zoals gezegd -", id="dash"),
        pytest.param("-", "eerste punt", "- eerste punt", id="bullet"),
        pytest.param("de periode 2014–", "2017", "de periode 2014–2017", id="range"),
        pytest.param("beleid –", "zoals gezegd", "beleid – zoals gezegd", id="en-dash"),
        pytest.param("Van der Berg/", "Jansen", "Van der Berg/Jansen", id="slash"),
        pytest.param("(Kamerstuk 21", "501-20, nr. 5)", "(Kamerstuk 21 501-20, nr. 5)", id="dossier"),
        pytest.param("(Kamerstuk 21 501-", "20, nr. 5)", "(Kamerstuk 21 501-20, nr. 5)", id="dossier-2"),
        pytest.param(
            "zie https://www.voorbeeld.nl/een-",
            "twee/drie.html",
            "zie https://www.voorbeeld.nl/een-twee/drie.html",
            id="url",
        ),
        pytest.param(
            "zie www.voorbeeld.nl/stukken/",
            "brief.pdf.",
            "zie www.voorbeeld.nl/stukken/brief.pdf.",
            id="url-2",
        ),
        pytest.param(
            "zie www.voorbeeld.nl", "Daar staat", "zie www.voorbeeld.nl Daar staat", id="url-that-ends"
        ),
        pytest.param(
            "MINISTER VOOR ONTWIKKELINGS-",
            "SAMENWERKING",
            "MINISTER VOOR ONTWIKKELINGSSAMENWERKING",
            id="capitals",
        ),
        pytest.param("een € 5", "miljoen", "een € 5 miljoen", id="plain"),
        pytest.param("links", "", "links", id="empty-right"),
        pytest.param("", "rechts", "rechts", id="empty-left"),
    ],
)
def test_joiner(left: str, right: str, expected: str) -> None:
    assert joiner(left, right) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({"economie-opgave"}, "de economie-opgave", id="hyphened-elsewhere"),
        pytest.param({"economieopgave"}, "de economieopgave", id="joined-elsewhere"),
        pytest.param(set(), "de economieopgave", id="nowhere"),
    ],
)
def test_the_documents_own_words_decide(known: set[str], expected: str) -> None:
    assert joiner("de economie-", "opgave", known) == expected


def test_document_words_leaves_out_broken_words() -> None:
    words = document_words(["De mede-overheden en de vluchte-", "lingen zijn hier", "", "zonder streep"])
    assert words == {"de", "mede-overheden", "en", "zijn", "hier", "zonder", "streep"}


def test_join_lines() -> None:
    assert (
        join_lines(["De wet-", "en regel-", "", "geving van 20-", "jarigen"])
        == "De wet- en regelgeving van 20-jarigen"
    )


def test_control_characters_are_white_space() -> None:
    assert joiner("\x1f", "0") == "\x1f 0"
    assert joiner("0", "\x1c") == "0 \x1c"


def test_an_address_of_its_own_is_not_joined() -> None:
    assert joiner("https://a.nl/een", "https://b.nl/twee") == "https://a.nl/een https://b.nl/twee"


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_second_line_keeps_its_length(left: str, right: str) -> None:
    tail = right.strip(" \t\r\n\u00a0")
    result = joiner(left, right)
    assert len(result) >= len(tail)
    assert result.endswith(tail[1:])


@given(st.lists(st.text(max_size=20), max_size=6))
def test_join_lines_loses_no_letter(lines: list[str]) -> None:
    joined = join_lines(lines)
    kept = [c for c in joined if c.isalpha() and c not in "ïëüö"]
    assert len(kept) <= sum(c.isalpha() for line in lines for c in line)
