"""What could not be read of a PDF, for the user to know."""

from collections.abc import Iterable
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from letteranalyser.read.ocr import INSTALL_HINT
from letteranalyser.read.pdf_open import DOWNLOAD_HINT

if TYPE_CHECKING:
    from letteranalyser.models.analysis import Problem


class Gap(Enum):
    """Why a page has no text: code, what is said of it, and what to do."""

    DAMAGED = ("damaged_page", "cannot be read", DOWNLOAD_HINT)
    EMPTY = ("empty_page", "empty, its text may be lost", DOWNLOAD_HINT)
    PICTURE = ("no_text_layer", "without text layer, not recognised", "leave out --ocr off")
    NO_PROGRAM = ("no_text_layer", "without text layer, not recognised", INSTALL_HINT)
    NOTHING = ("no_text_layer", "without text layer, nothing recognised on it", None)
    FAILED = ("ocr_failed", "without text layer", "allow more with --timeout")


class PageGap(NamedTuple):
    """A page that has no text, and why; ``detail`` where there is more to say."""

    page: int
    why: Gap
    detail: str = ""


def gap_problems(gaps: Iterable[PageGap]) -> "tuple[Problem, ...]":
    """A problem for each reason, with the pages it is so with."""
    from letteranalyser.models.analysis import Problem

    def reason(gap: PageGap) -> tuple[str, str]:
        return gap.why.name, gap.detail

    problems = []
    for (name, detail), group in groupby(sorted(gaps, key=lambda g: (*reason(g), g.page)), key=reason):
        code, what, hint = Gap[name].value
        numbers = [gap.page for gap in group]
        said = f"{'pages' if len(numbers) > 1 else 'page'} {_ranges(numbers)} {what}"
        message = f"{said}: {detail}" if detail else said
        problems.append(Problem(code=code, message=message, hint=hint, page=numbers[0]))
    return tuple(sorted(problems, key=lambda problem: problem.page or 0))


def limit_problem(read: int, count: int) -> "tuple[Problem, ...]":
    """That only so many pages of a longer file were read."""
    from letteranalyser.models.analysis import Problem

    if read >= count:
        return ()
    message = f"only the first {read} of {count} pages were read"
    return (Problem(code="too_many_pages", message=message, hint="allow more with --max-pages"),)


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, as ``2, 5-8``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
