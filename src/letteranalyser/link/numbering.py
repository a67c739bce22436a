"""Which document number belongs to which motion: in brackets, in the sentence, in a footnote, before it in a list."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from letteranalyser.link.places import Places
from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import Mention, MotionMention, ReferenceMention
from letteranalyser.models.letter import Letter

GAP = r"[^\S\n]"
DIRECTLY = re.compile(
    rf"(?:{GAP}|[,;:–-])*(?:c\.s\.)?(?:{GAP}|,)*(?:\([^()\d\n]{{1,40}}\)(?:{GAP}|,)*)?"
    rf"(?:\({GAP}*(?:zie|vgl\.|cf\.|hierna|met|onder|op|inmiddels|thans|bijlage)?(?:{GAP}|:)*)?"
    rf"(?:(?:op|met|onder|te){GAP})?(?:het{GAP})?(?:stuk|nummer)?{GAP}*"
)
"""What may stand between a motion and its number: ``c.s.``, a party, ``op stuk``, an opening bracket."""
BEFORE_ITEM = re.compile(r"[\s:;,.–\-•)\]|]{0,6}(?:(?:[Dd]e|[Hh]et)\s)?")
SUBJECT_BEFORE = re.compile(
    r" (?:betreft|bevat|behelst|is|was) (?:de|een) (?:(?:aangehouden|aangenomen|verworpen|nader|gewijzigde) ){0,2}"
)
"""Between a number that opens a sentence and its motion: ``Kamerstuk 30 175, nr. 214 betreft de motie-A``."""
PUBLISHED = re.compile(
    r"\s*(?:\(?Zie |(?:Zij|Deze(?: motie)?|De motie|Die) (?:is|werd|staat) (?:\w{1,20} ){0,3}?"
    r"(?:gepubliceerd|gedrukt|verschenen|opgenomen|geregistreerd|bekend|te vinden) (?:als|onder|op|in) (?:het )?)"
)
"""The head of the next sentence, before the number."""
BULLET_LENGTH = 12
OPENS_BRACKET = re.compile(
    r"\([^()]*$|\t[^\t]*$|(?<=gedrukt )(?:onder|als) $|(?<!\w)(?:kreeg|draagt|heeft) (?:het )?$"
)
OTHER_DOCUMENT = (
    r"(?:\w*brie(?:f|ven)|\w*rapport(?:age)?|\w*nota|notitie|\w*verslag|\w*advies|\w*wetsvoorstel|\w*amendement|\w*antwoord(?:en)?|"
    r"beantwoording|\w*reactie|kabinetsstandpunt|appreciatie|bijlage|vragen|toezegging)"
)
OF_OTHERS = re.compile(
    rf"(?<!\w)(?:(?:de|het|mijn|onze|deze|dit|die|dat|haar|zijn|hun|bij|zie|in|als) (?:\w{{2,20}} ){{0,2}}?{OTHER_DOCUMENT}"
    r"(?: (?:van|d\.d\.|over|aan|op|inzake|bij|naar|het|de|\w{1,20}|jl\.)){0,6}|"
    r"geïnformeerd|bericht|gemeld|meegedeeld|medegedeeld|gerapporteerd|toegelicht|toegezonden|aangeboden|toegestuurd|gestuurd|verzonden|"
    r"beantwoord|ingegaan)\W*$",
    re.IGNORECASE,
)
"""Right before a number: words that claim it for another document than the motion, or for a letter about it."""
OTHER_NOTE = re.compile(rf"(?<!\w){OTHER_DOCUMENT}(?!\w)", re.IGNORECASE)
NEXT_OF_GROUP = re.compile(r"\s*(?:,|,?\s?en|alsmede|/)?\s*(?:van\s)?-?")
MARK_DIRECTLY = re.compile(r"[ ,.;:)\u00a0]{0,3}(?:c\.s\.)?[ ,.;:)\u00a0]{0,3}")
REPLACED = re.compile(
    r"(?:t\.v\.v\.|ter vervanging van|voorheen|was|gewijzigd van)\W{0,3}(?:die gedrukt onder )?$"
)
"""Before the number of the motion that an amended one takes the place of."""
NEAR = 90
"""Characters before a number in which the document it belongs to is named."""
FURTHEST = 260
"""Characters between a motion and its number in the same sentence."""


class Documents(NamedTuple):
    """The Kamerstukken with a number that one text cites, in order, as (index in the letter's references, mention)."""

    entries: tuple[tuple[int, ReferenceMention], ...]

    def from_offset(self, offset: int) -> tuple[tuple[int, ReferenceMention], ...]:
        """Those that begin at an offset or behind it."""
        return self.entries[bisect_left(self.entries, offset, key=lambda entry: entry[1].start) :]

    def between(self, start: int, end: int) -> tuple[tuple[int, ReferenceMention], ...]:
        """Those that begin in a stretch of text."""
        return tuple(entry for entry in self.from_offset(start) if entry[1].start < end)


def documents_by_text(references: Sequence[ReferenceMention]) -> dict[str | None, Documents]:
    """The Kamerstukken that each text cites: the letter's (None) and each footnote's."""
    groups: dict[str | None, list[tuple[int, ReferenceMention]]] = {}
    for index, reference in enumerate(references):
        if reference.kind is ReferenceKind.KAMERSTUK and reference.number is not None:
            groups.setdefault(reference.footnote, []).append((index, reference))
    return {key: Documents(tuple(sorted(group, key=lambda e: e[1].start))) for key, group in groups.items()}


class Numbering:
    """Finds the number of each motion."""

    def __init__(
        self, letter: Letter, motions: Sequence[MotionMention], references: Sequence[ReferenceMention]
    ) -> None:
        """Index what stands where.

        Args:
            letter: the letter.
            motions: its mentions of motions, in reading order within each text.
            references: its mentions of documents.
        """
        self.places = Places(letter)
        self.motions = motions
        self.documents = documents_by_text(references)
        self.nothing = Documents(())
        self.named: dict[str | None, list[int]] = {}
        for mention in motions:
            if not mention.anaphoric and mention.rule != "motions.number":
                self.named.setdefault(mention.footnote, []).append(mention.start)
        self.found: dict[int, tuple[int, ...]] = {}

    def numbers(self) -> Mapping[int, tuple[int, ...]]:
        """Index of each mention with a number, to the indices of the references that give it (one, or one a motion)."""
        for index, mention in enumerate(self.motions):
            documents = self.documents.get(mention.footnote, self.nothing)
            found = self.own_words(mention, documents) or self.behind(index, mention, documents)
            if found:
                self.found[index] = found
        return self.found

    def own_words(self, mention: MotionMention, documents: Documents) -> tuple[int, ...]:
        """A number inside the mention itself: ``motie op stuk nr. 413``, ``nrs. 61 en 64``."""
        near = documents.between(mention.start - 40, mention.end + 80)
        if mention.number is not None:
            return tuple(i for i, r in near if r.number == mention.number)[:1]
        return tuple(i for i, r in near if mention.start <= r.start and r.end <= mention.end)[:1]

    def behind(self, index: int, mention: MotionMention, documents: Documents) -> tuple[int, ...]:
        """A number behind the mention, or before it at the start of a list item, by the closest bond first."""
        if mention.number is not None:
            return ()
        text = self.places.text(mention)
        limit = self.next_named(mention)
        following = [
            (i, r)
            for i, r in documents.between(mention.end, mention.end + FURTHEST)
            if r.start < limit and not REPLACED.search(text, max(0, r.start - NEAR), r.start)
        ]
        if following and DIRECTLY.fullmatch(text, mention.end, following[0][1].start):
            return (following[0][0],)
        if mention.footnote is None and (inside := self.places.marks_between(mention.start + 1, mention.end)):
            return self.in_note(index, inside[-1][1])  # "heeft in zijn motie¹ verzocht"
        marks = self.marks(mention, limit)
        if marks and MARK_DIRECTLY.fullmatch(text, mention.end, marks[0][0]):
            return self.in_note(index, marks[0][1])
        if mention.anaphoric:
            return ()
        return self.before(mention, documents, text) or self.in_sentence(index, following, marks, text)

    def in_sentence(
        self,
        index: int,
        following: Sequence[tuple[int, ReferenceMention]],
        marks: Sequence[tuple[int, str]],
        text: str,
    ) -> tuple[int, ...]:
        """A number further on in the sentence, in a bracket or a footnote, that no other document claims."""
        mention = self.motions[index]
        if following and following[0][1].start < self.places.sentence(mention)[1]:
            between = text[mention.end : following[0][1].start]
            opening = OPENS_BRACKET.search(between)
            if opening and not OF_OTHERS.search(between[: opening.start()][-NEAR:]):
                return (following[0][0],)
        if marks and not OF_OTHERS.search(text[max(mention.end, marks[0][0] - NEAR) : marks[0][0]]):
            return self.in_note(index, marks[0][1])
        if following and PUBLISHED.fullmatch(text, self.places.sentence(mention)[1], following[0][1].start):
            return (following[0][0],)
        return ()

    def next_named(self, mention: MotionMention) -> int:
        """Where the next motion that is named (not pointed back at) begins in the same text."""
        starts = self.named.get(mention.footnote, [])
        index = bisect_left(starts, mention.end)
        return starts[index] if index < len(starts) else len(self.places.text(mention)) + 1

    def marks(self, mention: MotionMention, limit: int) -> list[tuple[int, str]]:
        """Footnote marks behind a mention in its sentence, before the next motion."""
        if mention.footnote is not None:
            return []
        end = self.places.sentence(mention)[1]
        return [mark for mark in self.places.marks_between(mention.end, end) if mark[0] <= limit]

    def in_note(self, index: int, marker: str) -> tuple[int, ...]:
        """The Kamerstukken that open a footnote, unless it calls them something else than a motion.

        Where as many motions stand before the mark as the note has numbers, each gets its own.
        """
        passage = self.places.passages.get(marker)
        entries = self.documents.get(marker, self.nothing).entries
        if passage is None or not entries:
            return ()
        if OTHER_NOTE.search(passage.text[: entries[0][1].start]):
            return ()
        cluster = [entries[0]]
        for entry in entries[1:]:
            gap = passage.text[cluster[-1][1].end : entry[1].start]
            if re.search(r"[.;]\s|[Zz]ie", gap) or OTHER_NOTE.search(gap):
                break
            cluster.append(entry)
        members = self.group_before(index)
        if len(members) == len(cluster) > 1:
            for member, entry in zip(members, cluster, strict=True):
                self.found[member] = (entry[0],)
            return (cluster[-1][0],)
        return tuple(entry[0] for entry in cluster) if self.motions[index].plural else (cluster[0][0],)

    def group_before(self, index: int) -> list[int]:
        """Motions named in one breath that end with this one: ``moties van de leden A en B``."""
        members = [index]
        while members[0] > 0:
            this, other = self.motions[members[0]], self.motions[members[0] - 1]
            if other.footnote != this.footnote or members[0] - 1 in self.found or other.anaphoric:
                break
            if other.end > this.start or not NEXT_OF_GROUP.fullmatch(
                self.places.text(this), other.end, this.start
            ):
                break
            members.insert(0, members[0] - 1)
        return members

    def before(self, mention: MotionMention, documents: Documents, text: str) -> tuple[int, ...]:
        """The number that opens a list item, table row or sentence: ``36 200, nr. 12: motie van het lid A``."""
        earlier = [
            (i, r) for i, r in documents.between(mention.start - 60, mention.start) if r.end <= mention.start
        ]
        if not earlier:
            return ()
        index, number = earlier[-1]
        if SUBJECT_BEFORE.fullmatch(text, number.end, mention.start):
            opens = self.places.sentence(number)[0] == number.start
        elif BEFORE_ITEM.fullmatch(text, number.end, mention.start):
            opens = number.start - self.item_start(number) <= BULLET_LENGTH
        else:
            opens = False
        return (index,) if opens else ()

    def item_start(self, mention: Mention) -> int:
        """Where the paragraph, or the table cell, of a mention begins."""
        text = self.places.text(mention)
        return max(text.rfind("\n", 0, mention.start), text.rfind("\t", 0, mention.start)) + 1
