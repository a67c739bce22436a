"""Opening a PDF, a damaged one after a repair; and what can be wrong with it."""

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from letteranalyser.errors import UnreadableError
from letteranalyser.read.pdf_raw import PdfFile, Raw

if TYPE_CHECKING:
    from letteranalyser.models.analysis import Problem

DOWNLOAD_HINT = "check that the download is complete, or print it to a new PDF"
_NO_PAGES = re.compile(rb"/Count\s{0,9}0\b")
_PAGE = re.compile(rb"/Type\s{0,9}/Page\b")
_END = b"%%EOF"
_END_WITHIN = 2048
"""Bytes at the end of a file in which its end mark stands; some programs write a little after it."""


class OpenPdf(NamedTuple):
    """An open PDF, and what had to be done for it."""

    file: PdfFile
    repaired: bool
    problems: "tuple[Problem, ...]"


def open_pdf(data: bytes, password: str | None) -> OpenPdf:
    """Open a PDF; one that pdfium refuses is repaired first.

    Raises:
        UnreadableError: ``encrypted`` if it asks for another password, ``no_pages``, or ``damaged``.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        file = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if found := _refusal(data, getattr(error, "err_code", None), password, raw):
            raise found from error
        return open_repaired(data, password)
    if len(file) == 0:
        file.close()
        raise _no_pages()
    return OpenPdf(file, repaired=False, problems=() if _END in data[-_END_WITHIN:] else (_cut_short(),))


def open_repaired(data: bytes, password: str | None) -> OpenPdf:
    """Open a PDF after qpdf has put it in order, which finds more in a broken file than pdfium does.

    Raises:
        UnreadableError: if that cannot be done.
    """
    import pypdfium2

    from letteranalyser.models.analysis import Problem

    repaired = _repair(data, password)
    try:
        file = pypdfium2.PdfDocument(repaired)
    except pypdfium2.PdfiumError as error:
        raise _damaged() from error
    message = "the PDF was damaged and has been repaired; text may be missing"
    return OpenPdf(
        file, repaired=True, problems=(Problem(code="repaired", message=message, hint=DOWNLOAD_HINT),)
    )


def _repair(data: bytes, password: str | None) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as broken:
            if len(broken.pages) == 0:
                raise _no_pages()
            whole = io.BytesIO()
            broken.save(whole, encryption=False, fix_metadata_version=False)
            return whole.getvalue()
    except pikepdf.PasswordError as error:
        raise _locked(password) from error
    except (
        pikepdf.PdfError,
        ValueError,
        RuntimeError,
        TypeError,
        KeyError,
        AttributeError,
        OSError,
    ) as error:
        raise _damaged() from error


def _refusal(data: bytes, code: int | None, password: str | None, raw: Raw) -> UnreadableError | None:
    """Why pdfium does not open a PDF that is not damaged; None where it is.

    pdfium's code alone does not tell: where a page tree is empty it sets none, and that of the file before remains.
    """
    if b"/Encrypt" in data and code == raw.FPDF_ERR_SECURITY:
        message = "the PDF is encrypted in a way that is not supported"
        return UnreadableError("encrypted", message, "save a copy without encryption")
    if b"/Encrypt" in data and code == raw.FPDF_ERR_PASSWORD:
        return _locked(password)
    if _NO_PAGES.search(data) and not _PAGE.search(data):
        return _no_pages()
    return None


def _locked(password: str | None) -> UnreadableError:
    if password:
        return UnreadableError("encrypted", "the password does not open the PDF", "check the password file")
    hint = "put the password in a file and name that with --password-file"
    return UnreadableError("encrypted", "the PDF is encrypted and asks for a password", hint)


def _no_pages() -> UnreadableError:
    return UnreadableError("no_pages", "the PDF has no pages", DOWNLOAD_HINT)


def _damaged() -> UnreadableError:
    return UnreadableError("damaged", "the PDF is damaged and cannot be opened", DOWNLOAD_HINT)


def _cut_short() -> "Problem":
    from letteranalyser.models.analysis import Problem

    message = "the PDF lacks its end: pages or text may be missing"
    return Problem(code="cut_short", message=message, hint="check that the download is complete")
