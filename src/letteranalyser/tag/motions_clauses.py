"""Sentences and the members named in them, found once for a whole text, so that every ``motie`` can look them up."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from letteranalyser.tag.movers import CAPITAL, SPACE, Movers, grammar, movers_at

REACH = 240
"""Characters either side of ``motie`` in which the rest of the sentence is looked for."""
SENTENCE_END = re.compile(rf"[.!?;:][»”\"’)]?\s{{1,4}}(?=[{CAPITAL}«“\"(])|[\n\t]")
ABBREVIATION = re.compile(
    rf"(?<!\w)(?:c\.s|jl|nrs?|mw|mevr|dhr|mr|drs?|ir|prof|art|d\.d|a\.s|resp|[{CAPITAL}])\.$"
)
MEMBER = re.compile(
    r"(?:lid|leden|heer|heren|dames|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|afgevaardigden?|[Ss]enator(?:en)?)[ \u00a0]"
)
"""At the end of every title; far quicker to look for than all of them."""
LONGEST_TITLE = 36
LONGEST_PREPOSITION = 12
PREPOSITION = re.compile(
    rf"(?<!\w)(?:van|aan|voor|namens|over|met|bij|op|tegen|naar|en|dan|als){SPACE}$", re.IGNORECASE
)


class Clauses:
    """The sentences and titled members of one text."""

    def __init__(self, text: str) -> None:
        """Remember the text; it is searched when first asked."""
        self.text = text
        self._found: dict[str, tuple[list[int], list[int]]] = {}

    def first(self, pattern: re.Pattern[str], begin: int, stop: int) -> tuple[int, int] | None:
        """Where a pattern is first found in a stretch; the whole text is searched once for each pattern."""
        found = self._found.get(pattern.pattern)  # a pattern itself is hashed anew each time
        if found is None:
            spans = [match.span() for match in pattern.finditer(self.text)]
            found = [start for start, _ in spans], [end for _, end in spans]
            self._found[pattern.pattern] = found
        starts, ends = found
        index = bisect_left(starts, begin)
        return (starts[index], ends[index]) if index < len(starts) and ends[index] <= stop else None

    @cached_property
    def ends(self) -> tuple[list[int], list[int]]:
        """Where each sentence ends, and where the next begins."""
        ends = [
            match.span()
            for match in SENTENCE_END.finditer(self.text)
            if not ABBREVIATION.search(self.text, max(0, match.start() - 6), match.start() + 1)
        ]
        return [end for end, _ in ends], [begin for _, begin in ends]

    @cached_property
    def members(self) -> list[Movers]:
        """Members named with a title, in reading order; a list of them is one."""
        found: list[Movers] = []
        at = 0
        for member in MEMBER.finditer(self.text):
            if member.start() < at:
                continue
            title = grammar().title.search(self.text, max(at, member.start() - LONGEST_TITLE), member.end())
            if title is None or (title.start() and self.text[title.start() - 1].isalnum()):
                continue
            if movers := movers_at(self.text, title.start()):
                found.append(movers)
                at = movers.end
        return found

    @cached_property
    def member_starts(self) -> list[int]:
        """Where each of ``members`` begins."""
        return [movers.start for movers in self.members]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a stretch begins and ends, at most ``REACH`` characters away."""
        begin, stop = max(0, start - REACH), min(len(self.text), end + REACH)
        ends, begins = self.ends
        last, following = bisect_right(begins, start) - 1, bisect_left(ends, end)
        if last >= 0:
            begin = max(begin, begins[last])
        if following < len(ends):
            stop = min(stop, ends[following])
        return begin, stop

    def members_in(self, begin: int, end: int) -> list[Movers]:
        """Members named in a stretch of text, in reading order."""
        first, last = bisect_left(self.member_starts, begin), bisect_left(self.member_starts, end)
        return self.members[first:last]

    def last_before(self, begin: int, end: int, *, anywhere: bool = False) -> Movers | None:
        """The last members named in a stretch who can be the subject of its verb, or any of them with ``anywhere``."""
        for movers in reversed(self.members_in(begin, end)):
            before = max(0, movers.start - LONGEST_PREPOSITION)
            if movers.end <= end and (anywhere or not PREPOSITION.search(self.text, before, movers.start)):
                return movers
        return None
