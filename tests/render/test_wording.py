"""How things are put into words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.models.analysis import Motion, Mover, Position, Reference, Span
from letteranalyser.render import wording
from letteranalyser.render.choices import KINDS
from letteranalyser.render.letter_report import TABLES


def test_kinds_are_those_of_the_pipeline() -> None:
    from letteranalyser.pipeline import KINDS as PIPELINE_KINDS

    assert PIPELINE_KINDS == KINDS == tuple(TABLES)


def test_positions_are_read_as_english_words() -> None:
    assert list(wording.POSITIONS) == list(Position)
    assert wording.POSITIONS[Position.LEFT_TO_CHAMBER] == "left to chamber"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\nc", "a b c"),
        ("rood\x1b[31m", "rood [31m"),
        ("\x9b31m", "31m"),
        ("om\u202egekeerd", "om gekeerd"),
        ("  één  ", "één"),
    ],
    ids=["lines", "escape", "8-bit escape", "direction", "accents stay"],
)
def test_printable(text: str, expected: str) -> None:
    assert wording.printable(text) == expected


@given(st.text())
def test_printable_text_cannot_steer_a_terminal(text: str) -> None:
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in wording.printable(text))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://zoek.officielebekendmakingen.nl/kst-1-2.html?x=1&y=(2)", ""),
        (
            "https://zoek.officielebekendmakingen.nl/kst-36200-X-12",
            "https://zoek.officielebekendmakingen.nl/kst-36200-X-12",
        ),
        (
            "https://eur-lex.europa.eu/eli/reg/2016/399/oj?x=1&y=2",
            "https://eur-lex.europa.eu/eli/reg/2016/399/oj?x=1&y=2",
        ),
        ("javascript:alert(1)", ""),
        ("https://a.nl/\x1b]8;;", ""),
        ("https://a.nl/a b", ""),
        (None, ""),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, expected: str) -> None:
    assert wording.web_address(url) == expected


def test_dates_do_not_follow_the_locale() -> None:
    assert wording.long_date(dt.date(2020, 5, 1)) == "1 May 2020"


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_listed(words: list[str], expected: str) -> None:
    assert wording.listed(words) == expected


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("kst-19637-1975", "Kamerstuk 19637, nr. 1975"),
        ("kst-21501-20-963", "Kamerstuk 21501-20, nr. 963"),
        ("kst-36200-X-12", "Kamerstuk 36200-X, nr. 12"),
        ("kst-36200-XVII-4", "Kamerstuk 36200-XVII, nr. 4"),
        ("kst-19637", "Kamerstuk 19637"),
        ("kst-36200-X", "Kamerstuk 36200-X"),
        ("kst-onbekend", "nr. 5"),
    ],
)
def test_reference_name_of_a_kamerstuk(identity: str, expected: str) -> None:
    mention = Span(start=0, end=5, text="nr. 5", rule="test")
    reference = Reference.model_validate({"id": identity, "kind": "kamerstuk", "mentions": [mention]})
    assert wording.reference_name(reference) == expected


def test_reference_name_of_another_document_is_as_cited() -> None:
    mention = Span(start=0, end=12, text="artikel 8 Vw", rule="test")
    reference = Reference.model_validate({"id": "Vw 2000, artikel 8", "kind": "law", "mentions": [mention]})
    assert wording.reference_name(reference) == "artikel 8 Vw"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], ""), ([None], ""), ([2], "2"), ([3, 1, 2, 2], "1-3"), ([1, 3, 4, 7], "1, 3-4, 7")],
)
def test_pages(numbers: list[int | None], expected: str) -> None:
    assert wording.pages([Span(start=0, end=1, text="x", page=n, rule="t") for n in numbers]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eerst dit. Er is € 5 nodig. Daarna dat.", "Er is € 5 nodig."),
        ("Zie art. 5 en nr. 12 over € 5 van dhr. De Wit. Einde.", "Zie art. 5 en nr. 12 over € 5 van dhr. De Wit."),
        ("De motie-De Wit c.s. Vraagt € 5 voor R. Jansen. Einde.", "De motie-De Wit c.s. Vraagt € 5 voor R. Jansen."),
        ("Kop\nIs € 5 genoeg? Ja.\nVoet", "Is € 5 genoeg?"),
        ("– Voor veren: € 5", "Voor veren: € 5"),
        ("Veren\t€ 5\t€ 6", "Veren · € 5 · € 6"),
        ("Hij zei: ‘Dat kost € 5.’ En toen niets.", "Hij zei: ‘Dat kost € 5.’"),
        ("€ 5", "€ 5"),
    ],
    ids=["middle", "abbreviations", "initials", "line", "list mark", "table row", "quote", "alone"],
)  # fmt: skip
def test_sentence_around(text: str, expected: str) -> None:
    start = text.index("€ 5")
    assert wording.sentence_around(text, start, start + 3) == expected


@given(st.text(alphabet="ab. A?\n\t1(“", max_size=80), st.data())
def test_the_sentence_holds_the_finding(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = wording.printable(text[start:end]).strip("-–—•· ")
    sentence = wording.sentence_around(text, start, end)
    assert (
        "".join(words.split()) in "".join(sentence.replace("·", "").split())
        or "\n" in text[start:end]
        or "\t" in text
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["De Wit"], "motie-De Wit"),
        (["De Wit", "Ter Horst"], "motie-De Wit/Ter Horst"),
        (["A", "B", "C"], "motie-A c.s."),
    ],
)
def test_motion_name(names: list[str], expected: str) -> None:
    motion = Motion(id="m1", movers=tuple(Mover(name=name) for name in names), mentions=())
    assert wording.motion_name(motion) == expected
