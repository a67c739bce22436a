"""What could not be read of a PDF, for the user to know."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from letteranalyser.models.layout import Page
from letteranalyser.read.pdf_open import DOWNLOAD_HINT

if TYPE_CHECKING:
    from letteranalyser.models.analysis import Problem

OCR_HINT = "recognise the text first, for example with: ocrmypdf -l nld letter.pdf recognised.pdf"
_MOST = 20
"""Pages that are named one by one."""


def page_problems(read: Sequence[Page | None], count: int) -> "tuple[Problem, ...]":
    """What is wrong with pages.

    Args:
        read: the pages, None for one that cannot be loaded.
        count: number of pages in the file.
    """
    from letteranalyser.models.analysis import Problem

    problems = [p for number, page in enumerate(read, 1) if (p := _problem(number, page))]
    if len(problems) > _MOST:
        rest = f"as is so with {len(problems) - _MOST} more pages"
        last = problems[_MOST - 1]
        problems[_MOST - 1 :] = [last.model_copy(update={"message": f"{last.message}, {rest}"})]
    if count > len(read):
        message = f"only the first {len(read)} of {count} pages were read"
        problems.append(Problem(code="too_many_pages", message=message, hint="allow more with --max-pages"))
    return tuple(problems)


def _problem(number: int, page: Page | None) -> "Problem | None":
    from letteranalyser.models.analysis import Problem

    if page is None:
        message = f"page {number} cannot be read"
        return Problem(code="damaged_page", message=message, hint=DOWNLOAD_HINT, page=number)
    if not page.lines:
        message = f"page {number} has no text layer: it is empty or a picture"
        return Problem(code="no_text_layer", message=message, hint=OCR_HINT, page=number)
    return None
