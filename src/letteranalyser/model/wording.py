"""How a sentence is worded, as features, and what linear weights make of them.

A formula of the vocabulary names wordings one by one; of the many more in which a cabinet answers or promises something,
the weights say what the words of a sentence, alone, in twos and near each other, most often say together. They are learned by
``training/wording.py`` from passages written for this project. A feature is a string; its place among the weights is its
CRC-32, so that no list of them is shipped.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from letteranalyser.model import FOLDER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PLACES = 1 << 18
"""Places for features; two that share one share a weight."""
_TOKEN = re.compile(r"\x01|[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*|[,;:?]")
_MEMBER = re.compile(
    r"(?<!\w)(?:[Hh]et lid|[Dd]e leden|[Dd]e heer|[Mm]evrouw|[Dd]e heren)(?=\s)(?:[\s,/-]{1,2}(?:[A-ZÀ-Þ][\w’'.-]{0,30}|van|de|der|den|ten|ter|het|el|en|c\.s\.)(?!\w)){1,8}"
)
_KEPT = frozenset(
    (
        "kamer",
        "kamers",
        "commissie",
        "minister",
        "ministers",
        "staatssecretaris",
        "nederland",
        "rijk",
        "raad",
        "kabinet",
        "regering",
    )
)
"""Words that tell something though they may begin with a capital."""
_GAP = 4
"""Words between the two of a pair."""
_PIECES = (4, 5)
"""Letters of a piece of a word: compounds and inflected forms share some."""


def words(text: str, motions: Sequence[tuple[int, int]] = ()) -> list[str]:
    """The words of a sentence, what does not matter levelled: numbers, names, members, the names of motions.

    Args:
        text: the sentence, with blanks for what is not to be read.
        motions: where motions are named in it.
    """
    for start, end in sorted(motions, reverse=True):
        text = f"{text[:start]}\x01{text[end:]}"
    text = _MEMBER.sub(" LID ", text)
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        lowered = word.lower()
        if word == "\x01" or lowered in ("motie", "motie-"):
            found.append("MOTIE")
        elif word == "LID":
            found.append(word)
        elif word[0].isdigit():
            found.append("NUM")
        elif not word[0].isalpha() or word[0].islower() or lowered in _KEPT or not found:
            found.append(lowered)
        elif found[-1] != "NAAM":
            found.append("NAAM")
    return found


def phrases(tokens: Sequence[str]) -> Iterator[str]:
    """Features of a sentence: its words alone and in twos, pairs near each other, and pieces of words."""
    row = ["<", *tokens, ">"]
    for size in (1, 2):
        for index in range(len(row) - size + 1):
            yield " ".join(row[index : index + size])
    for index, word in enumerate(tokens):
        for other in tokens[index + 2 : index + 1 + _GAP]:
            yield f"{word}..{other}"
    for word in set(tokens):
        if not word.isupper():
            framed = f"_{word}_"
            for size in _PIECES:
                for index in range(len(framed) - size + 1):
                    yield f"~{framed[index : index + size]}"


def place(feature: str) -> int:
    """The place of a feature among the weights."""
    return zlib.crc32(feature.encode()) % PLACES


def places(features: Iterable[str]) -> list[int]:
    """The places of features, each once."""
    return list({place(feature) for feature in features})


@dataclass(frozen=True, slots=True)
class Weights:
    """Learned weights: a row a place, a column an outcome."""

    outcomes: tuple[str, ...]
    table: "NDArray[np.int8]"
    scale: "NDArray[np.float32]"
    """Of each column."""
    bias: "NDArray[np.float32]"

    def shares(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each outcome, 0-1; they add up to 1."""
        import numpy as np

        scores: Any = (
            self.table[places(features)].sum(axis=0, dtype=np.int32) * self.scale + self.bias
        ).astype(np.float64)
        likely = np.exp(scores - scores.max())
        return dict(zip(self.outcomes, (likely / likely.sum()).tolist(), strict=True))


@cache
def weights(name: str) -> Weights:
    """The weights of a name, ``positions`` or ``commitments``, loaded once a process."""
    import numpy as np

    with np.load(FOLDER / "wording" / f"{name}.npz", allow_pickle=False) as stored:
        return Weights(
            tuple(str(outcome) for outcome in stored["outcomes"]),
            stored["table"],
            stored["scale"],
            stored["bias"],
        )
