"""Signatures: the lines with office and name that close a letter, and who signed by them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from letteranalyser.models.analysis import Sender
from letteranalyser.split.hyphens import join_lines
from letteranalyser.vocabulary import load

_LONGEST_OFFICE = 170
_LONGEST_NAME = 60
_OFFICE_LINES = 3
_BEHALF = re.compile(r"(?:namens|voor) deze", re.IGNORECASE)
_INITIALS = r"(?:(?:[A-ZÀ-Þ]|IJ|[A-Z][a-z]{1,3})\.[ -]?){1,9}"
_NAME_WORD = r"[A-ZÀ-Þ’'][\w’'‑-]*[\wà-ÿ]"


@cache
def _words() -> dict[str, Any]:
    entries: dict[str, Any] = load("letterhead")["signature"]
    return entries


@cache
def _office() -> re.Pattern[str]:
    """An office without anything a sentence would have: only names, capitals and the particles between them."""
    lower = "|".join([*_words()["lower"], "namens", "mede"])
    return re.compile(
        rf"(?:(?:de|het)\s+)?(?P<role>{'|'.join(_words()['roles'])})\b"
        rf"(?P<rest>(?:[\s,]{{1,3}}(?-i:(?:[A-ZÀ-Þ][\w&’'-]*|(?i:{lower})\b))){{0,24}})\s*[,:;.]?\s*$",
        re.IGNORECASE,
    )


@cache
def _office_start() -> re.Pattern[str]:
    roles = "|".join(_words()["roles"][:6])
    return re.compile(rf"(?:^|(?<=\s))(?:De|DE|de)\s+(?:{roles})\b", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_words()['between'])})\s*[,.:]?\s*$", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    particles = "|".join(re.escape(word) for word in _words()["particles"])
    titles = "|".join(re.escape(word) for word in sorted(_words()["titles"], key=len, reverse=True))
    degrees = "|".join(re.escape(word) for word in _words()["degrees"])
    small = rf"(?:(?:{particles})[\s]?)"
    return re.compile(
        rf"(?:(?i:{titles})\.?\s*){{0,4}}(?P<name>(?:{_INITIALS}\s?(?:\([A-Z][\w-]{{1,20}}\)\s)?|(?:{_NAME_WORD}\s){{1,3}}){small}{{0,4}}"
        rf"{_NAME_WORD}(?:(?:\s|-|\s-\s|/){small}{{0,3}}{_NAME_WORD}){{0,3}})(?:,?\s(?i:{degrees})\.?){{0,3}}\s*[.,]?$"
    )


@cache
def _degrees() -> re.Pattern[str]:
    degrees = "|".join(re.escape(word) for word in _words()["degrees"])
    return re.compile(rf"(?:,?\s(?:{degrees})\.?){{1,3}}$", re.IGNORECASE)


def is_office(line: str) -> bool:
    """Whether a line names an office and nothing else: ``De Minister van Financiën,``."""
    return len(line) < _LONGEST_OFFICE and _office().match(line.strip()) is not None


def is_between(line: str) -> bool:
    """Whether a line stands between office and name: ``namens deze,``."""
    return _between().match(line.strip()) is not None


def name_in(line: str) -> str | None:
    """The name that a line consists of, without titles; None if it is no name."""
    line = _degrees().sub("", line.strip())
    match = _name().match(line) if len(line) < _LONGEST_NAME else None
    if match is None or is_office(line):
        return None
    return match["name"].strip()


def signature_length(lines: Sequence[str]) -> int:
    """How many lines at the start of a block are one signature: office and name, in either order.

    An office alone counts if it is all there is in the block and ends with a comma, as its name then stands below.
    """
    office = _office_lines(lines)
    if office:
        at = office
        while at < len(lines) and is_between(lines[at]):
            at += 1
        if at < len(lines) and name_in(lines[at]):
            return at + 1
        while at < len(lines) and (
            more := _office_lines(lines[at:])
        ):  # several offices, their names further on
            at += more
        alone = at == len(lines) and lines[at - 1].rstrip().endswith(",") and lines[0][:1].isupper()
        return at if alone else 0
    if lines and _is_office_and_name(lines[0]):
        return 1
    if (
        len(lines) > 1
        and name_in(lines[0])
        and (below := _office_lines(lines[1:], comma=False))
        and below + 1 == len(lines)
    ):
        return below + 1
    return 0


def _is_office_and_name(line: str) -> bool:
    """Whether a line holds offices with names and nothing else: ``De Minister van X, A. B``."""
    parts = _split_line(line)
    return len(parts) > 1 and all(is_office(part) or name_in(part) for part in parts)


def _office_lines(lines: Sequence[str], *, comma: bool = True) -> int:
    """How many lines an office takes, wrapped ones counted; 0 if the first begins none."""
    if not lines or not (_office_start().match(lines[0]) or (not comma and is_office(lines[0]))):
        return 0
    text = ""
    for count, line in enumerate(lines[:_OFFICE_LINES], start=1):
        if text and (name_in(line) or is_between(line)) and is_office(text):
            return count - 1
        text = f"{text} {line.strip()}".strip()
        if not is_office(text):
            return count - 1 if count > 1 and is_office(" ".join(lines[: count - 1])) else 0
        if line.rstrip().endswith(",") and not _goes_on(lines, count):
            return count
    return min(len(lines), _OFFICE_LINES)


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether an office goes on behind a comma at a line end: ``... van Onderwijs,`` / ``Cultuur en Wetenschap,``."""
    if at >= len(lines):
        return False
    line = lines[at].strip()
    return (
        line.endswith(",")
        and not _office_start().match(line)
        and not is_between(line)
        and not name_in(line.rstrip(","))
    )


def _split_line(line: str) -> list[str]:
    """``De Minister van X, A. B De Minister van Y, C. D`` as its offices and names, in order."""
    starts = [match.start() for match in _office_start().finditer(line)]
    if not starts:
        return [line]
    parts: list[str] = []
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        piece = line[start:end].strip()
        head, comma, tail = piece.rstrip(" ,.").rpartition(",")
        if comma and is_office(head) and name_in(tail) and not (tail.isupper() and is_office(piece)):
            parts += [head + ",", tail.strip()]
        else:
            parts.append(piece)
    if before := line[: starts[0]].strip():
        parts.insert(0, before)
    return parts


def senders(lines: Sequence[str]) -> list[Sender]:
    """Who signed.

    Args:
        lines: of the signature; office and name may come in either order.
    """
    pieces = _pieces(lines)
    names_first = bool(pieces) and pieces[0][0] == "name"
    found: list[Sender] = []
    waiting: list[str] = []
    deputy = False  # behind "namens deze" stands the office of who signs for the one named before
    for kind, text in pieces:
        if kind == "office" and names_first and found and found[-1].function is None:
            found[-1] = Sender(name=found[-1].name, function=text)
        elif kind == "behalf":
            deputy = True
        elif kind == "office":
            waiting += [] if deputy and waiting else [text]
            deputy = False
        elif waiting:
            found.append(Sender(name=text, function=waiting.pop(0)))
        elif names_first or not found:
            found.append(Sender(name=text))
    found += [Sender(function=text) for text in waiting]
    return list(dict.fromkeys(found))


def _pieces(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Offices, wrapped lines joined, and names, in order."""
    pieces: list[tuple[str, str]] = []
    flat = [part for line in lines if line.strip() for part in _split_line(line.strip())]
    index = 0
    while index < len(flat):
        count = _office_lines(flat[index:], comma=False)
        if count:
            pieces.append(("office", tidy_office(join_lines(flat[index : index + count]))))
        else:
            count = 1
            line = flat[index]
            head, comma, tail = line.partition(",")
            if _BEHALF.match(line):
                pieces.append(("behalf", line))
            elif not is_between(line) and (name := name_in(line)):
                pieces.append(("name", name))
            elif comma and (name := name_in(head)) and is_office(tail):
                pieces += [("name", name), ("office", tidy_office(tail))]
        index += count
    return pieces


def joined_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a signature, an office that took several of them on one, and each signatory apart."""
    lines = [part for line in lines for part in (_split_line(line) if _is_office_and_name(line) else [line])]
    found: list[str] = []
    index = 0
    while index < len(lines):
        count = max(1, _office_lines(lines[index:], comma=False))
        found.append(join_lines(lines[index : index + count]))
        index += count
    return found


def tidy_office(text: str) -> str:
    """An office in ordinary spelling: ``DE MINISTER VAN DEFENSIE,`` is ``Minister van Defensie``."""
    text = re.sub(r"^(?:de|het)\s+", "", " ".join(text.split()).strip(" ,.;:"), flags=re.IGNORECASE)
    text = re.split(r",?\s+(?:mede\s+)?namens\b", text, maxsplit=1, flags=re.IGNORECASE)[0].strip(" ,")
    if text.isupper():
        words = [word if word in _words()["lower"] else _capitalised(word) for word in text.lower().split()]
        text = " ".join(words)
    return text[:1].upper() + text[1:]


def _capitalised(word: str) -> str:
    return re.sub(r"(?:^|(?<=-))[^\W\d_]", lambda match: match.group().upper(), word)
