"""Letterhead data: date, place, subject, addressee, reference, and the title of a Kamerstuk."""

import datetime as dt
import re
from collections.abc import Sequence

from letteranalyser.models.analysis import Chamber, LetterHead, Problem, Sender
from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.split.hyphens import join_lines
from letteranalyser.split.labels import is_address, is_department, is_foot, label_of
from letteranalyser.split.signature import senders as signature_senders
from letteranalyser.split.title import Title

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DATE = re.compile(
    r"(?P<day>\d{1,2})(?:e|ste|de)? (?P<month>[a-z]{3,9})\.? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>(?:19|20)\d\d)\b")
_PLACE_DATE = re.compile(
    r"(?P<place>[’'‘]?s?-?[A-ZÀ-Þ][\w’'-]{1,25}(?:[ -][A-ZÀ-Þa-z][\w’'-]{1,20}){0,3}),? (?:de |d\.d\. )?(?P<date>\d{1,2} [a-z]{3,9} (?:19|20)\d\d)\.?$"
)
_ADDRESSEE = re.compile(
    r"(?:Aan:?\s*$|(?:Aan:?\s+)?(?:de |het )?(?:heer |mevrouw )?(?:Voorzitters?|Presidium|leden|Griffier)\b)",
    re.IGNORECASE,
)
_SUBJECT_LINES = 5
_ADDRESSEE_LINES = 4


def read_letterhead(blocks: Sequence[Block]) -> tuple[LetterHead, tuple[Problem, ...]]:
    """What the letterhead, the foot lines and the signature say of the letter.

    Args:
        blocks: of the whole letter; those of kind ``LETTERHEAD`` and ``SIGNATURE`` are read, a line each line of text.

    Returns:
        the data, and a problem for the date and the sender where they are not found.
    """
    heads = [_lines(block) for block in blocks if block.kind is BlockKind.LETTERHEAD]
    signed = [line for block in blocks if block.kind is BlockKind.SIGNATURE for line in _lines(block)]
    labelled = _labelled(heads)
    title = Title(heads)
    place, date = _place_and_date(heads, labelled)
    addressee = _addressee(heads)
    found = _senders(signed, title.offices)
    head = LetterHead(
        date=date,
        place=place,
        subject=labelled.get("subject"),
        senders=tuple(found),
        addressee=addressee,
        chamber=_chamber(addressee) or title.chamber,
        dossiers=tuple(title.dossiers),
        number=title.number,
        session_year=title.session_year,
        reference=labelled.get("reference"),
    )
    problems = []
    if date is None:
        problems.append(
            Problem(code="no_date", message="no date found", hint="deadlines are given as worded only")
        )
    if not found:
        problems.append(Problem(code="no_sender", message="no sender found"))
    return head, tuple(problems)


def _lines(block: Block) -> list[str]:
    return [line for raw in block.text.split("\n") if (line := " ".join(raw.split()))]


def parse_date(text: str) -> dt.date | None:
    """The first date in a text, written out (``3 maart 2021``) or in figures (``3-3-2021``); None if there is none."""
    for pattern in (_DATE, _NUMERIC_DATE):
        for match in pattern.finditer(text):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _month(month)
            try:
                return dt.date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
    return None


def _month(word: str) -> int:
    """Number of a month by its name or its first three or more letters; 0 for any other word."""
    name = "maart" if word == "mrt" else word
    return next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(name)), 0)


def is_place_and_date(line: str) -> bool:
    """Whether a line holds place and date and nothing else: ``Den Haag, 3 maart 2021``."""
    return _PLACE_DATE.match(line) is not None and label_of(line) is None


def _labelled(heads: Sequence[Sequence[str]]) -> dict[str, str]:
    """Values by kind of label; the first of each kind counts."""
    found: dict[str, str] = {}
    pending: list[str] = []
    for block in heads:
        index = 0
        if pending and not any(label_of(line) for line in block):
            index = _give_pending(pending, block, found)
        pending = []
        while index < len(block):
            label = label_of(block[index])
            index += 1
            if label is None:
                continue
            kind, value = label
            taken, value = _value(block, index, kind, value)
            index += taken
            if not value:
                pending.append(kind)
            elif kind != "other":
                found.setdefault(kind, value)
        if pending and label_of(block[-1]) is None:
            pending = []
    return found


def _value(block: Sequence[str], index: int, kind: str, value: str) -> tuple[int, str]:
    """The value of a label with what follows on further lines, and how many of these it takes."""
    if kind == "reference" and value.endswith(("/", "-", "–")) and index < len(block):
        return 1, f"{value} {block[index]}"
    if value and kind != "subject":
        return 0, value
    taken = _following(block, index, kind)
    return taken, join_lines([value, *block[index : index + taken]])


def _following(block: Sequence[str], index: int, kind: str) -> int:
    """How many lines of a block from an index on are the value of a label before them."""
    most = _SUBJECT_LINES if kind == "subject" else 1
    count = 0
    while count < most and index + count < len(block):
        line = block[index + count]
        if (
            label_of(line)
            or is_department(line)
            or is_address(line)
            or is_foot(line)
            or _PLACE_DATE.match(line)
        ):
            break
        count += 1
    return count


def _give_pending(pending: Sequence[str], block: Sequence[str], found: dict[str, str]) -> int:
    """Labels that stood together without values, with the lines of the next block in order; the last takes the rest."""
    if len(block) < len(pending):
        return 0
    for at, kind in enumerate(pending):
        last = at == len(pending) - 1
        value = join_lines(block[at:] if last and kind == "subject" else block[at : at + 1])
        if kind != "other":
            found.setdefault(kind, value)
    return len(block)


def _place_and_date(
    heads: Sequence[Sequence[str]], labelled: dict[str, str]
) -> tuple[str | None, dt.date | None]:
    for block in heads:
        for line in block:
            match = _PLACE_DATE.match(line)
            if match and label_of(line) is None and (date := parse_date(match["date"])):
                return match["place"], date
    if date := parse_date(labelled.get("date", "")):
        return None, date
    for block in heads:
        for line in block:
            if (_DATE.fullmatch(line) or _NUMERIC_DATE.fullmatch(line)) and (date := parse_date(line)):
                return None, date
    dates = {
        date for block in heads for line in block if label_of(line) is None and (date := parse_date(line))
    }
    return None, (dates.pop() if len(dates) == 1 else None)


def _addressee(heads: Sequence[Sequence[str]]) -> str | None:
    """To whom the letter goes: its lines up to the address."""
    for block in heads:
        for index, line in enumerate(block):
            if not _ADDRESSEE.match(line) or line.isupper():
                continue
            lines = [line]
            for following in block[index + 1 : index + _ADDRESSEE_LINES]:
                address = is_address(following) or any(char.isdigit() for char in following)
                if address or label_of(following) or is_department(following):
                    break
                lines.append(following)
            text = re.sub(r"^Aan:?\s+", "", join_lines(lines), flags=re.IGNORECASE).strip(" ,")
            if text and text.lower() != "aan":
                return text[:1].upper() + text[1:]
    return None


def _chamber(addressee: str | None) -> Chamber | None:
    if addressee is None:
        return None
    lower = addressee.lower()
    if "eerste kamer" in lower and "tweede kamer" not in lower:
        return Chamber.EERSTE_KAMER
    return Chamber.TWEEDE_KAMER if "tweede kamer" in lower else None


def _senders(signed: Sequence[str], offices: Sequence[str]) -> list[Sender]:
    """Who signed; where only names or nothing is signed, the title says the offices."""
    found = signature_senders(signed)
    if not any(sender.function for sender in found) and offices:
        if len(found) == len(offices):
            return [
                Sender(name=sender.name, function=office)
                for sender, office in zip(found, offices, strict=True)
            ]
        return found or [Sender(function=office) for office in offices]
    return found
