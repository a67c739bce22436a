"""Lines of a letterhead told by their form: labels with their values, departments, addresses, foot lines."""

import re
from functools import cache

from letteranalyser.vocabulary import load

PAGE_NUMBER = re.compile(r"(?:[-–]\s?)?\d{1,3}(?:\s?[-–])?")
_POSTCODE = re.compile(r"\d{4} ?[A-Z]{2}\b|\d ?\d ?\d ?\d ?[A-Z] ?[A-Z] ")
_ADDRESS = re.compile(
    r"(?:Post ?bus|P ostbus|P\.?O\.? Box) ?\d|[TFM] ?:? ?(?:\+31|0)[\d\s()-]{6,20}|www\.\S{1,50}$|https?://\S{1,60}$|\S{1,40}@\S{1,40}$|"
    r"[A-Z][\w’' .-]{2,40}(?:straat|weg|laan|plein|kade|singel|hof|lantsoen|gracht|markt|hout|berg) \d{1,4}\w?(?:-\d{1,4})?$"
)
LONGEST_LINE = 60
"""A line of a letterhead column is no longer than this, in characters."""


@cache
def _foot() -> re.Pattern[str]:
    pieces = "|".join(load("letterhead")["furniture"]["pieces"])
    return re.compile(rf"(?:{pieces})")


@cache
def labels() -> dict[str, str]:
    """Labels in lower case, with their kind: ``datum`` is ``date``."""
    return {label: kind for kind, entries in load("letterhead")["labels"].items() for label in entries}


@cache
def _first_words() -> frozenset[str]:
    """The first word of every label, without what may stand behind a label."""
    return frozenset(label.split()[0].rstrip(":") for label in labels())


def label_of(line: str) -> tuple[str, str] | None:
    """The kind of label at the start of a line and what stands behind it, or None."""
    first = line.split(None, 1)[:1]
    if first and first[0].lower().rstrip(":") not in _first_words() and first[0] != ">":
        return None  # nearly all lines
    for words in (4, 3, 2, 1):
        parts = line.split(None, words)
        head = " ".join(parts[:words]).lower().rstrip(":")
        if len(parts) >= words and (kind := labels().get(head)):
            return kind, " ".join(parts[words:]).lstrip(": ").strip()
    if line.lower().startswith("> retouradres"):
        return "other", line
    return None


def is_foot(line: str) -> bool:
    """Whether a line holds foot line pieces and nothing else."""
    rest = line.strip()
    if not rest:
        return False
    for _ in range(6):
        match = _foot().match(rest)
        if match is None or not match.group():
            return False
        rest = rest[match.end() :].lstrip(" ,;|")
        if not rest or PAGE_NUMBER.fullmatch(rest):
            return True
    return False


@cache
def _department() -> re.Pattern[str]:
    first = "|".join(re.escape(word) for word in load("letterhead")["departments"]["first_words"])
    return re.compile(rf"(?:{first})(?![^\W\d_])")


def is_department(line: str) -> bool:
    """Whether a line begins like the name of a department of a ministry."""
    return len(line) < LONGEST_LINE and _department().match(line.lower()) is not None


def is_address(line: str) -> bool:
    """Whether a line is part of an address block."""
    return len(line) < LONGEST_LINE and bool(_POSTCODE.match(line) or _ADDRESS.match(line))
