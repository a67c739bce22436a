"""The formats: what is looked for, and what is written when."""

import json

import pytest

from letteranalyser.models.analysis import Analysis, Failure
from letteranalyser.render.choices import KINDS, Format
from letteranalyser.render.formats import Request, Screen, writer

SPACY = {"actors", "operations"}


@pytest.mark.parametrize(
    ("request_", "needed"),
    [
        (Request(Format.JSON), set(KINDS)),
        (Request(Format.JSON, ("alignment",)), {"alignment"}),
        (Request(Format.JSONL, ("amounts",), many=True), {"amounts"}),
        (Request(Format.TEXT), set(KINDS)),
        (Request(Format.TEXT, ("alignment",)), {"alignment", "motions"}),
        (Request(Format.TEXT, ("operations",)), {"operations"}),
        (Request(Format.TEXT, many=True), {"alignment", "motions", "commitments"}),
        (Request(Format.TEXT, ("actors",), many=True), {"actors"}),
        (Request(Format.CSV), {"alignment", "motions"}),
        (Request(Format.CSV, ("references",)), {"references"}),
        (Request(Format.MARKDOWN, many=True), set(KINDS)),
    ],
)
def test_no_more_is_looked_for_than_is_shown(request_: Request, needed: set[str]) -> None:
    assert set(request_.needed) == needed


@pytest.mark.parametrize("format_", [Format.JSON, Format.JSONL])
def test_json_is_written_letter_by_letter(format_: Format, letter: Analysis, failure: Failure) -> None:
    to = writer(Request(format_, many=True))
    assert json.loads(to.add(letter))["source"]["path"] == "brieven/veren.pdf"
    assert json.loads(to.add(failure))["problems"][0]["code"] == "encrypted"
    assert to.end() == ""


def test_json_of_a_letter_is_the_same_among_others(letter: Analysis) -> None:
    alone, among = (writer(Request(Format.JSONL, many=many)).add(letter) for many in (False, True))
    assert alone == among


def test_csv_has_one_header(letter: Analysis, failure: Failure) -> None:
    to = writer(Request(Format.CSV, many=True))
    lines = (to.add(failure) + to.add(letter) + to.add(letter) + to.end()).splitlines()
    assert len(lines) == 1 + 2 * len(letter.alignment)
    assert sum(line.startswith("source,") for line in lines) == 1


def test_csv_without_letters_read_has_a_header_still(failure: Failure) -> None:
    to = writer(Request(Format.CSV))
    assert to.add(failure).startswith("source,date,")


def test_text_of_a_letter_shows_what_is_asked_for(letter: Analysis) -> None:
    text = writer(Request(Format.TEXT, ("commitments", "references"))).add(letter)
    assert "\nCommitments\n" in text
    assert "\nReferences\n" in text
    assert "Alignment" not in text
    assert "Motions" not in text


def test_text_of_a_letter_that_failed_is_left_to_standard_error(failure: Failure) -> None:
    assert writer(Request(Format.TEXT)).add(failure) == ""


@pytest.mark.parametrize("screen", [None, Screen(80, colour=False)], ids=["pipe", "screen"])
def test_many_letters_are_listed_before_their_positions(letter: Analysis, screen: Screen | None) -> None:
    to = writer(Request(Format.TEXT, many=True, screen=screen))
    assert to.add(letter) == ""
    assert to.add(letter) == ""
    text = to.end().lower()
    assert 0 <= text.index("letters") < text.index("alignment")
    assert "commitments\n" not in text.partition("alignment")[2]


def test_markdown_of_many_letters_lists_them_and_then_shows_each(letter: Analysis, bare: Analysis) -> None:
    to = writer(Request(Format.MARKDOWN, many=True))
    text = to.add(letter) + to.add(bare) + to.end()
    assert text.index("## Letters") < text.index("# brieven/veren.pdf\n") < text.index("# leeg.txt\n")
