"""What ``deze motie``, ``beide moties`` and ``de motie over …`` point back at; nothing where the letter leaves it open."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from letteranalyser.link.places import Place, Places
from letteranalyser.models.findings import MotionMention
from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.tag.motions import MOTION
from letteranalyser.vocabulary import load

ASIDE = re.compile(
    r"(?<!\w)(?:in lijn met|in aanvulling op|aanvullend op|net als|evenals|zoals|naast|conform|overeenkomstig|vergelijkbaar met|"
    r"in vervolg op|voortbouwend op|gelijk aan|in het verlengde van|anders dan|in tegenstelling tot|sluit aan bij|onverlet)"
    r"(?: (?:ook|eerder|bij))?(?: de| het)?(?: \w{2,15})? $",
    re.IGNORECASE,
)
"""Before a motion that is brought up for comparison, not as the subject."""
NOT_ANOTHER = re.compile(
    r"(?<!\w)(?:bij|per|via|geen|elke|iedere|welke|zo’n|zo'n|een (?:\w+ )?(?:aangenomen|aanvaarde|uitgevoerde|dergelijke)) $",
    re.IGNORECASE,
)
"""Before a ``motie`` that brings up no other one: ``bij motie``, ``een aangenomen motie roept vragen op``."""
OF_THE_CHAMBER = re.compile(r" van (?:uw|de|onze) (?:\w{1,20} )?Kamer(?!\w)")
FIRST = re.compile(r"eerstgenoemde|eerste", re.IGNORECASE)
SECOND = re.compile(r"tweede", re.IGNORECASE)
LAST = re.compile(r"laatstgenoemde", re.IGNORECASE)
BARE_PLURAL = re.compile(r"[Dd]e moties")
WORD = re.compile(r"[^\W\d_]{5,30}")
COMMON = frozenset(
    ("motie", "moties", "waarin", "regering", "kabinet", "verzoekt", "verzocht", "wordt", "worden", "vraagt", "gevraagd",
     "kamerstuk", "nederland", "nederlandse", "hierover", "daarover", "minister", "staatssecretaris", "zoals", "tijdens")
)  # fmt: skip
"""Longer words that say nothing of a motion's subject."""
BULLET_LENGTH = 12
SUBJECT_LENGTH = 80
"""Characters behind ``de motie over`` that are taken for its subject."""
FURTHEST_BACK = 50
"""Mentions looked back over; far more than any paragraph has."""


class Mentioned(NamedTuple):
    """A mention whose motions are known."""

    mention: int
    motions: tuple[int, ...]


class Context:
    """What was mentioned in one stretch of the letter: a paragraph, a section, the whole of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.mentioned: list[Mentioned] = []
        self.distinct: dict[int, None] = {}

    def add(self, mentioned: Mentioned) -> None:
        """Take in a mention."""
        self.mentioned.append(mentioned)
        self.distinct.update(dict.fromkeys(mentioned.motions))

    @property
    def motions(self) -> tuple[int, ...]:
        """The motions mentioned, in order of first mention."""
        return tuple(self.distinct)


class Antecedents:
    """Finds what mentions point back at; they are gone through in reading order."""

    def __init__(self, letter: Letter, places: Places, reading: Sequence[MotionMention]) -> None:
        """Look up where everything stands.

        Args:
            letter: the letter.
            places: of its mentions.
            reading: the mentions in reading order.
        """
        self.places, self.reading = places, reading
        inside = sorted((m.start, m.end) for m in reading if m.footnote is None)
        self.unnamed = [
            match.start()
            for match in MOTION.finditer(letter.text)
            if not match["plural"]
            and not covered(inside, match.start())
            and not NOT_ANOTHER.search(letter.text[max(0, match.start() - 30) : match.start()])
        ]
        self.where = [places.of(mention) for mention in reading]
        self.letter = Context()
        self.sections: dict[str, Context] = {}
        self.paragraphs: dict[int, Context] = {}
        self.named: list[Mentioned] = []

    def add(self, index: int, motions: tuple[int, ...]) -> None:
        """Remember a mention and what it means, for those that follow; what only a footnote says is not taken up."""
        mention, place = self.reading[index], self.where[index]
        if mention.footnote is not None or not motions:
            return
        mentioned = Mentioned(index, motions)
        self.letter.add(mentioned)
        self.sections.setdefault(place.section, Context()).add(mentioned)
        self.paragraphs.setdefault(place.paragraph, Context()).add(mentioned)
        if not mention.anaphoric:
            self.named.append(mentioned)

    def of(self, index: int) -> tuple[int, ...]:
        """The motions that a mention points back at: none where that is open, several for ``beide moties``."""
        mention, place = self.reading[index], self.where[index]
        text = self.places.text(mention)[mention.start : mention.end]
        paragraph = self.paragraphs.get(place.paragraph, Context())
        section = self.sections.get(place.section, Context())
        if mention.plural:
            return self.several(text, paragraph, section)
        if not mention.anaphoric:
            return self.described(mention, section)
        if LAST.search(text) or FIRST.search(text) or SECOND.search(text):
            return ordinal(text, paragraph.motions if len(paragraph.motions) > 1 else section.motions)
        return self.nearest(place, paragraph, section)

    def introduced(self, index: int) -> tuple[int, ...]:
        """The motion that a number without names completes: the one pointed back at, or the only one of the section."""
        mention = self.reading[index]
        if mention.anaphoric:
            return self.of(index)
        section = self.sections.get(self.where[index].section, Context())
        if len(section.distinct) != 1 or not self.opens(
            section.mentioned[0].mention, self.where[index].paragraph
        ):
            return ()
        return section.motions

    def opens(self, index: int, paragraph: int) -> bool:
        """Whether a mention opens the paragraph right before this one, as a heading does: ``Motie A/B``."""
        before = self.places.paragraph(self.reading[index])
        if before is None or self.where[index].paragraph != paragraph - 1:
            return False
        return (
            before.kind is ParagraphKind.HEADING or self.reading[index].start - before.start <= BULLET_LENGTH
        )

    def nearest(self, place: Place, paragraph: Context, section: Context) -> tuple[int, ...]:
        """The nearest motion in the paragraph or section, or the only one of the letter."""
        only = self.letter if len(self.letter.distinct) == 1 else Context()
        context = next((c for c in (paragraph, section, only) if c.mentioned), None)
        if context is None:
            return ()
        recent = context.mentioned[-FURTHEST_BACK:]
        found = next((m for m in reversed(recent) if not self.aside(m.mention)), recent[0])
        if len(found.motions) > 1 or self.in_one_breath(found.mention) or self.barred(found.mention, place):
            return ()
        return found.motions

    def aside(self, index: int) -> bool:
        """Whether a motion is brought up for comparison only."""
        mention = self.reading[index]
        return ASIDE.search(self.places.text(mention)[max(0, mention.start - 60) : mention.start]) is not None

    def in_one_breath(self, index: int) -> bool:
        """Whether a motion was named as the second of ``moties A en B``, so that ``de motie`` could be either."""
        mention = self.reading[index]
        if mention.rule in {"motions.joint", "motions.number"}:
            return True
        other = self.reading[index - 1] if index else None
        return other is not None and other.footnote is None and 0 <= mention.start - other.end <= len(" en ")

    def barred(self, index: int, place: Place) -> bool:
        """Whether a motion that is not named (``een motie``) was brought up in between."""
        first = bisect_left(self.unnamed, self.where[index].offset)
        return first < len(self.unnamed) and self.unnamed[first] < place.offset

    def several(self, text: str, paragraph: Context, section: Context) -> tuple[int, ...]:
        """All motions of the paragraph, section or letter that are as many as the words say."""
        counts: dict[str, int] = load("motions")["counts"]
        words = text.lower().split()
        wanted = 2 if "beide" in words else next((counts[word] for word in words if word in counts), None)
        if wanted is not None:
            pools = (paragraph.motions, section.motions, self.letter.motions)
            return next((pool for pool in pools if len(pool) == wanted), ())
        if BARE_PLURAL.fullmatch(text):
            return paragraph.motions if text[0].isupper() and len(paragraph.motions) > 1 else ()
        if len(paragraph.motions) > 1:
            return paragraph.motions
        return section.motions if len(section.motions) > 1 else ()

    def described(self, mention: MotionMention, section: Context) -> tuple[int, ...]:
        """``de motie over laadpalen``: the only motion whose own sentence speaks of that, or the only one at all.

        ``de motie van uw Kamer`` is the only one, too; ``de motie van 3 mei`` or of someone else is another.
        """
        text = self.places.text(mention)
        only = self.letter.motions if len(self.letter.distinct) == 1 else ()
        if mention.rule != "motions.described":
            return only if OF_THE_CHAMBER.match(text, mention.end) else ()
        subject = words_in(text[mention.end : mention.end + SUBJECT_LENGTH].split(".")[0])
        matching = {
            n for m in self.named[-FURTHEST_BACK:] if subject & self.subject(m.mention) for n in m.motions
        }
        if len(matching) == 1:
            return (matching.pop(),)
        return only if section.mentioned else ()

    def subject(self, index: int) -> frozenset[str]:
        """What the rest of a mention's sentence is about."""
        mention = self.reading[index]
        return words_in(self.places.text(mention)[mention.end : self.places.sentence(mention)[1]])


def ordinal(text: str, motions: tuple[int, ...]) -> tuple[int, ...]:
    """``de tweede motie``: that one of several."""
    if len(motions) < len(("first", "second")):
        return ()
    return motions[-1:] if LAST.search(text) else motions[1:2] if SECOND.search(text) else motions[:1]


def covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of these stretches, sorted by start."""
    index = bisect_left(spans, (at + 1, 0)) - 1
    return index >= 0 and at < spans[index][1]


def words_in(text: str) -> frozenset[str]:
    """Words long enough to tell a subject, in lower case, without those of every motion."""
    found: Iterable[str] = (match[0].lower() for match in islice(WORD.finditer(text), 60))
    return frozenset(found) - COMMON
