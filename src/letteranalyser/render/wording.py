"""How things are put into words for a person: positions, dates, names, counts, and the sentence around a finding.

The product speaks English; what is a term of Dutch parliament stays as the letter has it.
"""

import re
from collections.abc import Sequence
from datetime import date

from letteranalyser.models.analysis import (
    ActorType,
    Chamber,
    LetterHead,
    Motion,
    Mover,
    Position,
    Reference,
    ReferenceKind,
    Span,
)

POSITIONS = {position: position.value.replace("_", " ") for position in Position}
"""``existing_policy`` is read as ``existing policy``."""

CHAMBERS = {Chamber.TWEEDE_KAMER: "Tweede Kamer", Chamber.EERSTE_KAMER: "Eerste Kamer"}

ACTORS = {
    ActorType.PERSON: "people",
    ActorType.PARTY: "parties",
    ActorType.MINISTER_FUNCTION: "ministers and officials",
    ActorType.MINISTRY: "ministries",
    ActorType.INSTITUTION: "institutions",
    ActorType.AGENCY: "agencies",
    ActorType.EU_BODY: "EU bodies",
    ActorType.INTERNATIONAL_ORG: "international organisations",
    ActorType.COUNTRY: "countries and places",
    ActorType.ORGANISATION: "other organisations",
}
"""Kinds of actor in the order in which a person reads them."""

REFERENCES = {
    ReferenceKind.KAMERSTUK: "Kamerstuk",
    ReferenceKind.HANDELINGEN: "Handelingen",
    ReferenceKind.AANHANGSEL_HANDELINGEN: "Aanhangsel Handelingen",
    ReferenceKind.LAW: "law",
    ReferenceKind.EU_LAW: "EU law",
    ReferenceKind.CASE_LAW: "case law",
    ReferenceKind.OTHER: "other",
}

# Not strftime: its names of months follow the locale of the process.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
SPACES = re.compile(r"\s+")
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]{0,3}\s+(?=[“‘\"'(\[]{0,2}[A-ZÀ-Þ0-9’'])")
# Words before a full stop that do not end the sentence when a capital follows.
ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|[A-Za-z](?:\.[A-Za-z]){1,5}|nrs?|art|artt|drs|mr|dr|ir|ing|prof|dhr|mw|mevr|ca|resp|incl|excl|min|max"
    r"|jl|bijv|blz|vgl|zgn|o\.a|Kst|Stb|Stcrt|Trb|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)$",
    re.IGNORECASE,
)
# kst-19637-1975, kst-21501-20-963, kst-36200-X-12; a whole dossier kst-19637, kst-36200-X.
KAMERSTUK = re.compile(r"kst-(?P<dossier>\d+(?:-\w+(?=-)|-[IVXLC]+$)?)(?:-(?P<number>\w+))?")


def printable(text: str) -> str:
    """Text that cannot steer a terminal and stands on one line."""
    return SPACES.sub(" ", UNPRINTABLE.sub(" ", text)).strip()


def web_address(url: str | None) -> str:
    """The address if it is a plain web address, else nothing: it is set into escape sequences and Markdown."""
    return url if url and re.fullmatch(r"https?://[!-'*-;=?-Z_a-z~%#&\[\]]+", url) else ""


def long_date(day: date) -> str:
    """``26 March 2015``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def count(number: int, one: str, many: str = "") -> str:
    """``1 motion``, ``6 motions``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """``A, B and C``."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def mover(who: Mover) -> str:
    """``Pechtold (D66)``."""
    return printable(f"{who.name} ({who.party})" if who.party else who.name)


def document(dossier: str | None, number: str | None) -> str:
    """``21501-20, nr. 963``, as it is cited; nothing where neither is known."""
    return ", nr. ".join(printable(part) for part in (dossier, number) if part)


def motion_name(motion: Motion) -> str:
    """A motion as parliament calls it: ``motie-A``, ``motie-A/B``, of more than two movers ``motie-A c.s.``."""
    names = [printable(who.name) for who in motion.movers]
    if not names:
        return ""
    return f"motie-{names[0]} c.s." if len(names) > 2 else f"motie-{'/'.join(names)}"


def motion_document(motion: Motion) -> str:
    """Kamerstuk of a motion; a number without its dossier says too little to be shown as one."""
    return document(motion.dossier, motion.number) if motion.dossier else ""


def reference_name(reference: Reference) -> str:
    """A document as a person names it: a Kamerstuk by its dossier and number, another as it is first cited."""
    match = KAMERSTUK.fullmatch(reference.id)
    if reference.kind is ReferenceKind.KAMERSTUK and match:
        return f"Kamerstuk {document(match['dossier'], match['number'])}"
    return printable(reference.mentions[0].text if reference.mentions else reference.id)


def pages(spans: Sequence[Span]) -> str:
    """The pages on which spans stand: ``1, 3-5``; nothing where the format has none."""
    numbers = sorted({span.page for span in spans if span.page is not None})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def addressee(words: str, letter: LetterHead) -> str:
    """To whom something is promised: a member or committee as named, else the chamber that is meant.

    Args:
        words: as the sentence has it: ``uw Kamer``, ``u``, ``het lid Abel``.
        letter: whose chamber ``uw Kamer`` and ``u`` are.
    """
    low = printable(words).lower()
    for name in CHAMBERS.values():
        if name.lower() in low:
            return name
    if low in ("u", "uw kamer", "de kamer", "het parlement", "uw commissie"):
        chamber_name = CHAMBERS[letter.chamber] if letter.chamber else ""
        return chamber_name if low != "uw commissie" else ""
    return re.sub(r"^(?:de|het|uw) ", "", printable(words), flags=re.IGNORECASE)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which a finding stands, for showing what it is about.

    Args:
        text: the text in which the offsets count, one paragraph a line.
        start: first code point of the finding.
        end: one past its last.
    """
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    line = text[left : right if right >= 0 else len(text)]
    begin, stop = 0, len(line)
    for match in SENTENCE_END.finditer(line):
        if line[match.start()] == "." and ABBREVIATION.search(
            line, max(0, match.start() - 12), match.start()
        ):
            continue
        if left + match.end() <= start:
            begin = match.end()
        elif left + match.start() >= end - 1:
            stop = match.end()
            break
    return printable(line[begin:stop].replace("\t", " · ")).lstrip("-–—•· ")
