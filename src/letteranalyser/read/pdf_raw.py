"""Names for what pdfium hands out: it has no Python types of its own."""

from typing import Any, TypeAlias

Raw: TypeAlias = Any
"""The module ``pypdfium2.raw``."""
Handle: TypeAlias = Any
"""A page, text object, font or path of pdfium."""
PdfFile: TypeAlias = Any
"""A ``pypdfium2.PdfDocument``."""
