import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letteranalyser.errors import UnreadableError
from letteranalyser.read import read
from letteranalyser.read.kind import FileKind, kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"%PDF-1.7\n", FileKind.PDF, id="pdf"),
        pytest.param(b"\r\nMIME header\r\n%PDF-1.4\n", FileKind.PDF, id="pdf-after-other-bytes"),
        pytest.param(b"PK\x03\x04rest", FileKind.ZIP, id="zip"),
        pytest.param(b'<?xml version="1.0"?><kamerstuk/>', FileKind.XML, id="xml"),
        pytest.param(b'\xef\xbb\xbf<?xml version="1.0"?>', FileKind.XML, id="xml-with-bom"),
        pytest.param(b"<officiele-publicatie>", FileKind.XML, id="xml-without-declaration"),
        pytest.param('<?xml version="1.0"?>'.encode("utf-16"), FileKind.XML, id="xml-in-utf-16"),
        pytest.param(b"<!DOCTYPE html><html>", FileKind.HTML, id="html"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x">', FileKind.HTML, id="xhtml"),
        pytest.param(b"Geachte voorzitter,", FileKind.TEXT, id="text"),
        pytest.param(b"< 5 procent van de gevallen", FileKind.TEXT, id="text-with-a-sign"),
        pytest.param(b"BMW en MZ zijn merken", FileKind.TEXT, id="text-that-starts-like-a-picture"),
        pytest.param(b"x" * 1100 + b"%PDF-1.4", FileKind.TEXT, id="text-about-pdf"),
    ],
)
def test_the_content_tells_the_kind(data: bytes, kind: FileKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "named"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG", id="jpeg"),
        pytest.param(b"GIF89a\x01\0", "GIF", id="gif"),
        pytest.param(b"II*\0\x08\0", "TIFF", id="tiff"),
        pytest.param(b"BM\x36\0\0\0", "bitmap", id="bmp"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "Office", id="doc"),
        pytest.param(rb"{\rtf1\ansi", "rich text", id="rtf"),
        pytest.param(b"\x1f\x8b\x08\0", "gzip", id="gzip"),
        pytest.param(b"MZ\x90\0\x03", "program", id="exe"),
        pytest.param(b"\x07\0\x13\xfe\0\0\x01" * 40, "neither", id="garbage"),
    ],
)
def test_other_kinds_are_named(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert caught.value.code == "unknown_kind"
    assert named in caught.value.message


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\0\0\0"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert caught.value.code == "empty"


@settings(deadline=None)  # the first PDF waits for the process that reads it
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        said = read(data).media_type
    except UnreadableError as error:
        said = error.code and error.message
    assert said
