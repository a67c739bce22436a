"""Kamerstukken cited by their number alone: ``de motie van het lid X (nr. 213)``, ``de motie op stuk nr. 413``.

Their dossier stands earlier in the letter. Only the words around tell such a number from the many others
(``advies nr. 97``, ``tabel nr. 3``, ``Verordening nr. 883/2004``), so it counts only

- in brackets behind a motion, an amendment or another document of parliament; between commas behind a motion;
- behind ``op stuk``, ``gedrukt onder``, ``ter vervanging van``, and behind motion or amendment itself;
- behind ``idem`` and ``ibidem``;
- where its dossier stands behind it: ``nummer 24 (35 925 XVI)``, ``op stuk nr. 3 bij dossier 35 570``;
- at the head of a line of a list of motions: ``Nr. 662, het lid X c.s.``
"""

import re
from bisect import bisect_left
from functools import cached_property

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import kamerstuk
from letteranalyser.tag.references.kamerstuk import read_dossier
from letteranalyser.tag.references.numbering import LABEL, Allowance, read_numbers

REACH = 240
"""Characters before a bracket in which the document that it numbers must be named."""

_MOTION = re.compile(
    r"(?<![a-zA-Z])(?:[Gg]ewijzigde\s)?(?:[Mm]otie|[Aa]mendement|[Ss]ubamendement|[Ww]ijzigingsvoorstel)(?:s|en|ën)?(?![a-z])"
)
_PAPER = re.compile(
    r"(?<![a-zA-Z])(?:[Kk]amer)?(?:[Bb]rief|[Bb]rieven|[Vv]erslag|[Nn]ota|[Mm]emorie|[Vv]oorstel\svan\swet|"
    r"[Ww]etsvoorstel|[Ss]tuk|[Ss]tukken)(?![a-z])|[Ll]ijst\svan\s(?:vragen|antwoorden)"
)
_OTHER = re.compile(
    r"[Aa]dvie(?:s|zen)(?![a-z])|(?<![a-zA-Z])(?:[Tt]abel|[Ff]iguur|[Bb]ijlage|[Aa]rtikel|[Rr]apport|[Pp]ublicatie|"
    r"[Vv]raag|[Vv]ragen|[Aa]anbeveling|[Mm]aatregel|[Aa]ctie|[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Kk]enmerk|[Zz]aak|"
    r"[Uu]itspraak|[Aa]rrest|[Rr]esolutie|[Pp]rotocol|[Pp]unt|[Oo]nderdeel|[Kk]lacht)(?:en|s)?(?![a-z])"
)
LONGEST_REMARK = 60
"""Characters that may stand before the number in its bracket: ``(nader gewijzigd, nr. 19)``."""
REACH_BEHIND_COMMA = 90
"""Characters before a number between commas in which its motion must be named: ``de motie-Visser c.s., nr. 213,``."""

_DIRECT = (
    " op stuk",
    "(stuk",
    " op stuknummer",
    " op stuknr.",
    " stukken",
    " stuk",
    "motie",
    "moties",
    "amendement",
    "amendementen",
    "gedrukt onder",
    "gedrukt als",
    "gedrukt op stuk",
    "ter vervanging van",
    "t.v.v.",
    "idem,",
    "ibid.,",
    "ibidem,",
    "motie met",
    "motie met het",
    "moties met",
    "moties met de",
    "motie onder",
    "moties onder",
    "amendement met",
    "amendement onder",
    "amendementen met",
    "amendementen met de",
    "dit dossier,",
)
_LINE_STARTS = re.compile(r"(?:^|\n)[ \t]{0,10}(?:[-–—•*·]\s{0,3}|\d{1,2}[.)]\s{1,3})?$")
_MOVER_FOLLOWS = re.compile(
    r"\s?[,:(–-]?\s{0,3}\(?(?:(?:van|door)\s)?(?:(?:de\s|het\s)?(?:gewijzigde\s|nader\sgewijzigde\s|aangehouden\s)?"
    r"(?:lid|leden|motie|amendement|heer|mevrouw)\b|[A-ZÀ-Þ][\w’'-]{1,30}(?:[ /][\w’'-]{1,30}){0,4}\sc\.s\.)"
)
_TO_DOSSIER = re.compile(
    r"(?:(?P<bracket>\s{1,3}\()|(?P<comma>,\s{1,3})|\s{1,3}(?:(?P<at>bij)|op|van|in|onder)\s{1,3}(?:(?:het|de)\s{1,3})?)"
    r"(?P<what>(?:[Kk]amerst(?:uk(?:ken)?|\.)|TK)\s{1,3}(?:II?,?\s{1,3})?|(?:[Dd]ossier|[Ww]etsvoorstel)(?:nummer)?\s{1,3}(?:nr\.\s)?)?"
    r"(?=\d{2}[\s.\u00a0]?\d{3}(?!\d))"
)
_OWN_NUMBER = re.compile(rf",?\s{{1,3}}{LABEL}\s?[1-9A-Z]|-\d")
"""Behind a dossier: it has a number of its own."""
_NUMBER_OF_ACT = re.compile(r"[/-]\d|\.\d|[A-Z]\d|\s\d{3}(?!\d)")
"""Behind a number: it is that of an act (``883/2004``), or the beginning of a dossier (``36 200``)."""


class Surroundings:
    """Where in a text documents are named, looked up once however many numbers it has."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is looked up before it is asked for."""
        self.text = text

    @cached_property
    def _motions(self) -> list[int]:
        return [match.end() for match in _MOTION.finditer(self.text)]

    @cached_property
    def _papers(self) -> list[int]:
        return [match.end() for match in _PAPER.finditer(self.text)]

    @cached_property
    def _others(self) -> list[int]:
        return [match.end() for match in _OTHER.finditer(self.text)]

    def _last(self, ends: list[int], before: int, reach: int) -> int:
        """End of the last of these words within reach, or -1."""
        index = bisect_left(ends, before + 1) - 1
        if index < 0 or ends[index] < before - reach:
            return -1
        return ends[index] if "\n\n" not in self.text[ends[index] : before] else -1

    def names_motion(self, before: int, reach: int) -> bool:
        """Whether a motion or amendment is named before an offset, and not another numbered thing right before it."""
        motion = self._last(self._motions, before, reach)
        return motion >= 0 and self._last(self._others, before, reach) < before - 1

    def names_document(self, before: int) -> bool:
        """Whether a bracket at ``before`` stands behind a document of parliament."""
        if self.names_motion(before, REACH):
            return True
        return self._last(self._papers, before, REACH) > self._last(self._others, before, REACH)

    def names_other(self, start: int, end: int) -> bool:
        """Whether another numbered thing is named in a stretch of the text."""
        return self._last(self._others, end, end - start) >= 0


def _announced(text: str, at: int, around: Surroundings) -> bool:
    opened = text.rfind("(", max(0, at - LONGEST_REMARK), at)
    if opened >= 0 and text.find(")", opened, at) < 0 and not around.names_other(opened, at):
        return around.names_document(opened)
    before = text[max(0, at - 24) : at].rstrip().lower()
    if before.endswith(_DIRECT):
        return True
    return before.endswith(",") and around.names_motion(at, REACH_BEHIND_COMMA)


def _dossier_behind(text: str, at: int) -> tuple[str, int] | None:
    """The dossier behind a number, and where it ends.

    ``nr. 3 bij 35 570``, ``nrs. 31 en 33 (Kamerstuk 34 104)``, ``(stuk nr. 8, 24 803)``.
    """
    words = _TO_DOSSIER.match(text, at)
    dossier = read_dossier(text, words.end()) if words else None
    if words is None or dossier is None or _OWN_NUMBER.match(text, dossier.end):
        return None
    closed = text.startswith(")", dossier.end)
    plain = words["bracket"] or words["comma"]
    if plain and not closed:
        return None
    if not (plain or words["what"] or words["at"]):
        return None  # "nummer 12 van 24 803 deelnemers"
    return dossier.number, dossier.end + (words["bracket"] is not None)


def partial(
    text: str, span: tuple[int, int], label: str, allowance: Allowance, around: Surroundings
) -> list[ReferenceMention]:
    """Numbers without their dossier.

    Args:
        text: the text.
        span: where the label stands.
        label: the label, ``nr.``.
        allowance: what ranges may still add.
        around: the documents that the text names.
    """
    start, at = span
    heads_line = _LINE_STARTS.search(text[max(0, start - 20) : start]) is not None
    announced = heads_line or _announced(text, start, around)
    if not announced and not around.names_motion(start, REACH):
        return []
    numbers = read_numbers(text, at, allowance, label)
    lettered = label.lower().startswith("letter")  # "(letter G)": a document of the Eerste Kamer
    if not numbers or numbers[0].value[0].isalpha() is not lettered:
        return []
    dossier = None if lettered else _dossier_behind(text, numbers[-1].end)
    if dossier is None and (not announced or _NUMBER_OF_ACT.match(text, numbers[-1].end)):
        return []
    if heads_line and not _MOVER_FOLLOWS.match(text, numbers[-1].end):
        return []
    if dossier is not None:
        (of_all, end), last = dossier, len(numbers) - 1
        return [
            kamerstuk(
                (number.start if index else start, end if index == last else number.end),
                of_all,
                number.value,
                rule="references.kamerstuk.dossier_behind",
            )
            for index, number in enumerate(numbers)
        ]
    return [
        ReferenceMention(
            start=start if index == 0 else number.start,
            end=number.end,
            rule="references.kamerstuk.partial",
            kind=ReferenceKind.KAMERSTUK,
            number=number.value,
            chamber="ek" if lettered else None,
        )
        for index, number in enumerate(numbers)
    ]
