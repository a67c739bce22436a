"""The title of a Kamerstuk: dossiers, number and the offices of the senders.

A Kamerstuk opens with its dossiers (number, budget chapter, title), its own number in the first of them and
``BRIEF VAN DE MINISTER VAN ...`` in capitals; in the Eerste Kamer the number is a letter.
"""

import re
from collections.abc import Sequence
from functools import cache

from letteranalyser.models.analysis import Chamber, Dossier
from letteranalyser.split.hyphens import join_lines
from letteranalyser.split.signature import tidy_office
from letteranalyser.vocabulary import load

_DOSSIER = re.compile(
    r"(?P<number>\d{2}[ .]?\d{3}(?:[-–]\d{1,3})?)(?: ?\((?P<rijkswet>R ?\d{3,4})\))?"
    r"(?:[ -]{1,2}(?P<addition>[IVX]{1,6}[A-E]?|[A-M])(?=\s|$))?[\s:]*(?P<title>.*)$"
)
_NUMBER = re.compile(r"[Nn][Rr]\. ?(?P<number>\d{1,4}(?: ?H\d)?|[A-Z]{1,3})(?=\s|$)\s*(?P<rest>.*)$")
_LETTER = re.compile(r"(?P<number>[A-Z]{1,2})\s+(?P<rest>(?:BRIEF|LIJST|VERSLAG|NOTA|MEMORIE|NADER)\b.*)$")
_FOOT = re.compile(
    r"(?P<chamber>Tweede|Eerste) Kamer(?: der Staten-Generaal)?,? vergaderjaar (?P<year>\d{4}) ?[-–/] ?(?P<next>\d{2,4})"
    r"(?:, (?P<dossier>\d{2} ?\d{3}(?:-\d{1,3})?)(?: \(R ?\d{4}\))?(?: (?P<addition>[IVX]{1,6}[A-E]?|[A-M]))?, "
    r"(?:nr\. ?)?(?P<number>\d{1,4}|[A-Z]{1,2}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bvergaderjaar (?P<year>\d{4}) ?[-–/] ?(?P<next>\d{2,4})\b", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?P<role>MINISTERS?|STAATSSECRETARIS(?:SEN)?|MINISTER-PRESIDENT)\b", re.IGNORECASE)
_MORE = re.compile(r"(?:,| EN(?: DE)?| ALSMEDE)\s+(?=(?:VAN|VOOR)\b)", re.IGNORECASE)
_SINGULAR = {"MINISTERS": "MINISTER", "STAATSSECRETARISSEN": "STAATSSECRETARIS"}


class Title:
    """What the title and foot lines of a Kamerstuk say.

    Attributes:
        dossiers: in order.
        number: the document's own number in the first.
        offices: of the senders, in ordinary spelling.
        chamber: of the document, by its heading or foot line.
        session_year: ``2013-2014``.
    """

    def __init__(self, blocks: Sequence[Sequence[str]]) -> None:
        """Read the lines of the letterhead.

        Args:
            blocks: lines that stand together, in reading order.
        """
        self.dossiers: list[Dossier] = []
        self.number: str | None = None
        self.offices: list[str] = []
        self.chamber: Chamber | None = None
        self.session_year: str | None = None
        for block in blocks:
            for line in block:
                self._read_foot(line)
        lines = [line for block in blocks for line in (*block, "")]
        at = next((i for i, line in enumerate(lines) if self._number(line)), None)
        if at is not None:
            self._read_number(lines, at)
            self._read_dossiers(lines[:at])

    @staticmethod
    def _number(line: str) -> re.Match[str] | None:
        return (
            _NUMBER.match(line)
            or _LETTER.match(line)
            or re.match(rf"(?P<number>)(?P<rest>(?:{_kinds()}) VAN\b.*)$", line)
        )

    def _read_foot(self, line: str) -> None:
        if match := _FOOT.search(line):
            self.chamber = self.chamber or _chamber(match["chamber"])
            if match["dossier"] and not self.dossiers:
                number = _dossier_number(match["dossier"], match["addition"])
                self.dossiers, self.number = [Dossier(number=number)], match["number"]
        elif match := re.match(r"(Tweede|Eerste) Kamer der Staten-Generaal(?:\s+\d)?$", line, re.IGNORECASE):
            self.chamber = self.chamber or _chamber(match[1])
        if match := _YEAR.search(line):
            self.session_year = self.session_year or _session(match["year"], match["next"])

    def _read_number(self, lines: Sequence[str], at: int) -> None:
        match = self._number(lines[at])
        if match is None:
            return
        self.number = match["number"] or self.number
        title = [match["rest"]]
        for line in lines[at + 1 :]:
            if not line and any(title):
                break
            title.append(line)
        self.offices = title_offices(join_lines(title))

    def _read_dossiers(self, lines: Sequence[str]) -> None:
        found: list[tuple[str, list[str]]] = []
        for line in lines:
            match = _DOSSIER.match(line)
            if match and (not match["title"] or not match["title"][0].islower()) and not _is_postcode(line):
                found.append((_dossier_number(match["number"], match["addition"]), [match["title"]]))
            elif found and line:
                found[-1][1].append(line)
        if found:
            self.dossiers = [
                Dossier(number=number, title=join_lines(title) or None) for number, title in found
            ]


@cache
def _kinds() -> str:
    return "|".join(re.escape(kind) for kind in load("letterhead")["title"]["letters"])


def _is_postcode(line: str) -> bool:
    return re.match(r"\d{4} ?[A-Z]{2}\b", line) is not None


def _chamber(word: str) -> Chamber:
    return Chamber.EERSTE_KAMER if word.lower() == "eerste" else Chamber.TWEEDE_KAMER


def _dossier_number(number: str, addition: str | None) -> str:
    plain = re.sub(r"[ .]", "", number).replace("–", "-")
    return f"{plain}-{addition.upper()}" if addition else plain


def _session(year: str, following: str) -> str:
    return f"{year}-{year[: 4 - len(following)]}{following}"


def title_offices(title: str) -> list[str]:
    """The offices in ``BRIEF VAN DE MINISTERS VAN A, VAN B EN VOOR C``.

    Args:
        title: on one line, usually in capitals.
    """
    roles = list(_OFFICE.finditer(title))
    offices: list[str] = []
    # Without an office there is still an end.
    for match, end in zip(roles, [*(m.start() for m in roles[1:]), len(title)], strict=False):
        rest = re.sub(
            r"[\s,]*(?:\bEN)?(?:\s+VAN)?(?:\s+DE)?[\s,]*$", "", title[match.end() : end], flags=re.IGNORECASE
        )
        role = match["role"]
        plural = role.upper() in _SINGULAR
        parts = _MORE.split(rest) if plural else [rest]
        role = _SINGULAR.get(role.upper(), role)
        offices += [
            tidy_office(f"{role} {part.strip()}".upper() if title.isupper() else f"{role} {part.strip()}")
            for part in parts
        ]
    return offices
