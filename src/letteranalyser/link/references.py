"""Mentions of documents: bare numbers completed with their dossier, and one entry per canonical id."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from letteranalyser.link.places import Place, Places
from letteranalyser.models.analysis import Reference, ReferenceKind
from letteranalyser.models.findings import Mention, MotionMention, ReferenceMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.references.addresses import kamerstuk_url

AMENDMENT = re.compile(
    r"(?<!\w)(?:(?P<amendment>(?:sub)?amendement(?:en)?)|moties?|brief|nota)(?!\w)", re.IGNORECASE
)
ABOUT_MOTIONS = re.compile(r"(?<!\w)[Mm]oties[^.;\n]*$")
"""Before a whole dossier in which the motions that follow were submitted: ``de moties bij dossier 29 521``."""
NUMBER_BEHIND = 40
"""Characters behind a motion's name in which its number may stand: ``motie-A, gedrukt onder nr. 12``."""
REACH = 120


class Cited(NamedTuple):
    """A dossier as it was last cited."""

    dossier: str
    number: str | None
    section: str
    paragraph: int


class Dossiers:
    """Says which dossier a bare ``nr. 213`` belongs to.

    A letter that leaves the dossier out goes on with the one it named last for a document of the same kind in the same
    section; else its own dossier is meant, or the one named last for that kind where the letter has none of its own.
    Where both could be meant, the nearer number decides: what one debate brings forth is numbered consecutively.
    """

    def __init__(self, letter: Letter) -> None:
        """Begin with the letter's own dossiers."""
        self.own = [dossier.number for dossier in letter.head.dossiers]
        number = letter.head.number
        self.own_number = int(number) if number and number.isascii() and number.isdigit() else None
        self.last: dict[str, Cited] = {}

    def cite(self, kind: str, dossier: str, number: str | None, place: Place) -> None:
        """Remember a dossier that is named."""
        self.last[kind] = self.last["any"] = Cited(dossier, number, place.section, place.paragraph)

    def meant(self, kind: str, number: str, place: Place) -> str | None:
        """The dossier that a bare number belongs to, or None if nothing tells."""
        last = self.last.get("any" if kind == "other" else kind)
        if kind == "other" and last and last.paragraph != place.paragraph and self.own:
            last = None
        if last and (last.section == place.section or last.dossier in self.own or not self.own):
            return last.dossier
        if not self.own:
            return self.last["any"].dossier if "any" in self.last else None
        if (
            last
            and last.number
            and self.own_number is not None
            and last.number.isdigit()
            and number.isdigit()
        ):
            distance = abs(int(number) - int(last.number))
            return last.dossier if distance < abs(int(number) - self.own_number) else self.own[0]
        return self.own[0]


def complete(
    letter: Letter,
    references: Sequence[ReferenceMention],
    of_motions: Mapping[int, str | None],
    bare: Sequence[tuple[int, MotionMention, str]],
) -> tuple[tuple[ReferenceMention, ...], dict[int, str]]:
    """Fill in the dossier of every bare number.

    Args:
        letter: the letter.
        references: its mentions of documents.
        of_motions: indices of those that are the number of a motion, with the dossier that the motion's name says.
        bare: motions with a number that is no mention of its own, as (key, mention, number).

    Returns:
        The mentions, completed, with those that the numbers of ``bare`` are behind them; and the dossier of each of
        ``bare``, by its key.
    """
    places, dossiers = Places(letter), Dossiers(letter)
    done = list(references)
    found: dict[int, str] = {}
    steps: list[tuple[tuple[int, int, int], int, MotionMention | ReferenceMention, str | None]] = [
        (places.of(r).order, i, r, None)
        for i, r in enumerate(references)
        if r.kind is ReferenceKind.KAMERSTUK
    ]
    steps += [(places.of(m).order, key, m, number) for key, m, number in bare]
    for _, key, mention, bare_number in sorted(steps, key=lambda step: step[0]):
        place = places.of(mention)
        if isinstance(mention, MotionMention):
            number = bare_number or ""
            if dossier := mention.dossier or dossiers.meant("motion", number, place):
                found[key] = dossier
                dossiers.cite("motion", dossier, number, place)
                done += number_words(places.text(mention), mention, number, dossier)
            continue
        kind = "motion" if key in of_motions else kind_of(places.text(mention), mention.start)
        dossier = mention.dossier
        if dossier is None and mention.id is None and mention.number is not None:
            dossier = of_motions.get(key) or dossiers.meant(kind, mention.number, place)
            if dossier:
                done[key] = completed(mention, dossier)
        if dossier:
            dossiers.cite(kind, dossier, mention.number, place)
        if (
            dossier
            and mention.number is None
            and ABOUT_MOTIONS.search(places.text(mention), max(0, mention.start - REACH), mention.start)
        ):
            dossiers.cite("motion", dossier, None, place)
    return tuple(done), found


def in_reading_order(letter: Letter, references: Sequence[ReferenceMention]) -> tuple[ReferenceMention, ...]:
    """The text's mentions in reading order, then the footnotes'."""
    places = Places(letter)
    return tuple(sorted(references, key=lambda r: (r.footnote is not None, places.of(r).order)))


def number_words(text: str, mention: Mention, number: str, dossier: str) -> list[ReferenceMention]:
    """The document that the number inside a motion's name cites: ``Nr. 662`` in ``Nr. 662, het lid A c.s.``."""
    pattern = re.compile(rf"(?:(?:[Nn]rs?\.?|[Nn]ummer)[ \u00a0]?|(?<!\d)){number}(?!\d)")
    match = pattern.search(text, mention.start, mention.end + NUMBER_BEHIND)
    if match is None:
        return []
    cited = ReferenceMention(
        start=match.start(),
        end=match.end(),
        rule="references.of_motion",
        footnote=mention.footnote,
        kind=ReferenceKind.KAMERSTUK,
        number=number,
    )
    return [completed(cited, dossier)]


def kind_of(text: str, start: int) -> str:
    """Whether a number is an amendment's, by the noun before it."""
    nouns = list(AMENDMENT.finditer(text, max(0, start - REACH), start))
    return "amendment" if nouns and nouns[-1]["amendment"] else "other"


def completed(mention: ReferenceMention, dossier: str) -> ReferenceMention:
    """A bare number with its dossier, canonical id and address."""
    return mention.model_copy(
        update={
            "dossier": dossier,
            "id": f"kst-{dossier}-{mention.number}",
            "url": kamerstuk_url(dossier, mention.number, mention.chamber, mention.session_year),
        }
    )


def reference_entries(letter: Letter, mentions: Sequence[ReferenceMention]) -> tuple[Reference, ...]:
    """One entry per document whose id is known, in the order in which the letter first cites them."""
    places = Places(letter)
    groups: dict[str, list[ReferenceMention]] = {}
    for mention in sorted(mentions, key=lambda m: places.of(m).order):
        if mention.id is not None:
            groups.setdefault(mention.id, []).append(mention)
    return tuple(
        Reference(
            id=key,
            kind=group[0].kind,
            url=next((m.url for m in group if m.url), None),
            mentions=tuple(letter.span(m.start, m.end, m.rule, m.footnote) for m in group),
        )
        for key, group in groups.items()
    )
