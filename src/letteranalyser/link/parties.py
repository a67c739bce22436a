"""The party of a mover, where the letter says it elsewhere: ``het lid A (VVD)`` and later ``motie-A``."""

import re
from collections.abc import Sequence

from letteranalyser.models.analysis import Mover
from letteranalyser.models.letter import Letter
from letteranalyser.tag.movers import NO_PARTY, PARTY

NAME_BEFORE = re.compile(r"(?:(?<!\w)[A-ZÀ-Þ][\w’'-]*|(?<!\w)(?:van|de|den|der|ten|ter))[ \u00a0]$")
"""Before a name: what makes it another, ``Jasper`` before ``van Dijk`` or ``Van`` before ``Dijk``."""
LONGEST_NAME = 60


class Parties:
    """The parties that a letter's text gives in brackets behind names."""

    def __init__(self, letter: Letter) -> None:
        """Read them, once for all movers."""
        self.text = letter.text
        self.by_last_word: dict[str, list[tuple[int, str]]] = {}
        for match in PARTY.finditer(letter.text):
            words = letter.text[max(0, match.start() - LONGEST_NAME) : match.start()].split()
            if words and not NO_PARTY.match(match["party"]):
                self.by_last_word.setdefault(words[-1], []).append((match.start(), match["party"]))

    def complete(self, movers: Sequence[Mover]) -> tuple[Mover, ...]:
        """The movers, each with the party that the text names behind the name, if it is one and the same."""
        return tuple(mover if mover.party else self.completed(mover) for mover in movers)

    def completed(self, mover: Mover) -> Mover:
        """A mover with the party found; unchanged where there is none, or more than one."""
        words = mover.name.split()
        found = {
            party
            for end, party in self.by_last_word.get(words[-1] if words else "", ())
            if self.text.endswith(mover.name, max(0, end - LONGEST_NAME), end)
            and not NAME_BEFORE.search(self.text, max(0, end - LONGEST_NAME), end - len(mover.name))
        }
        return mover.model_copy(update={"party": found.pop()}) if len(found) == 1 else mover
