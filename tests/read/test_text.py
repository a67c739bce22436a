import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.errors import UnreadableError
from letteranalyser.read.text import read_text

DUTCH = "Geachte voorzitter,\n\nHierbij de geïnformeerde reactie van € 5 – «zo».\n"


def lines(data: bytes) -> list[str]:
    return [line.text for page in read_text(data).pages for line in page.lines if line.text]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(DUTCH.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + DUTCH.encode(), id="utf-8-bom"),
        pytest.param(codecs.BOM_UTF16_LE + DUTCH.encode("utf-16-le"), id="utf-16-le-bom"),
        pytest.param(codecs.BOM_UTF16_BE + DUTCH.encode("utf-16-be"), id="utf-16-be-bom"),
        pytest.param(DUTCH.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(DUTCH.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(DUTCH.encode("cp1252"), id="cp1252"),
        pytest.param(DUTCH.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(DUTCH.replace("\n", "\r").encode(), id="cr"),
        pytest.param(DUTCH.replace(" ", "\u00a0").encode(), id="no-break-spaces"),
    ],
)
def test_every_encoding_gives_the_same_lines(data: bytes) -> None:
    assert lines(data) == ["Geachte voorzitter,", "Hierbij de geïnformeerde reactie van € 5 – «zo»."]


def test_pages_at_form_feeds() -> None:
    document = read_text(b"een\n\ftwee\n\f")
    assert [(page.number, page.lines[0].text) for page in document.pages] == [(1, "een"), (2, "twee")]
    assert document.page_count == 2
    assert document.media_type == "text/plain"
    assert not document.positioned


def test_no_form_feed_is_no_pages() -> None:
    assert read_text(b"een").page_count is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"PK\x03\x04\x14\0\x06\0\x08\0" * 40, "unknown_kind", id="zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unknown_kind", id="png"),
        pytest.param(bytes(range(1, 32)) * 20, "unknown_kind", id="control-characters"),
        pytest.param(b"\xef\xbb\xbf  \n", "empty", id="byte-order-mark-alone"),
    ],
)
def test_what_is_no_text(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_text(data)
    assert caught.value.code == code


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_text(data)
    except UnreadableError:
        return
    assert any(line.text for page in document.pages for line in page.lines)
