"""A second opinion on what a sentence says, from its wording as a whole.

The formulas say what they know, and with certainty; of what else a cabinet may say they say nothing. The learned weights
see the whole sentence and what the formulas made of it. They add a row where the formulas are silent and the wording
answers something clearly enough, and correct one where they contradict a formula that is not among the fixed terms.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from letteranalyser.align.formulas import Formula, Need
from letteranalyser.align.phrases import PhraseBook
from letteranalyser.align.seen import Seen
from letteranalyser.align.speaker import Voice
from letteranalyser.align.statements import Statement
from letteranalyser.align.targets import Topic
from letteranalyser.model.wording import weights
from letteranalyser.models.analysis import Position

NOTHING = "none"
"""The outcome of a sentence that answers nothing."""
ADDED_FROM = 0.6
"""How likely it must be that a sentence answers something, for a row that no formula gives."""
ADDED_OF_OTHERS_FROM = 0.85
"""The same where each of its clauses seems to be what others say, do or ask."""
DROPPED_FROM = {"loose": 0.85, "clear": 0.98, "official": 0.9}
"""How likely it must be that it answers nothing, for the row of a formula of each weight to be dropped; where the sentence
names the motion it is about only a loose one is."""
TURNED_FROM = {"loose": 0.35, "clear": 0.6, "official": 0.95}
"""By how much another position must be likelier than a formula's of each weight, for the row to take it."""
APPRAISALS = ("positions.left_to_chamber.", "positions.rejected.ontraden", "positions.premature.aanhouden")
"""Rules of the fixed terms with which ministers appraise motions."""
_FIXED = (*APPRAISALS, "positions.existing_policy.staand-beleid")
"""Rules whose wording is fixed, so that no second opinion is asked."""
_MADE_GOOD = re.compile(r"(?<!\w)toezegging(?:en)?(?!\w)", re.IGNORECASE)
"""A commitment made good is an answer to no motion or proposal."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the weights make of a sentence: the likeliest position, and how likely each outcome is."""

    position: Position
    shares: Mapping[str, float]

    @property
    def answers(self) -> float:
        """How likely it is that the sentence takes any position."""
        return 1 - self.shares[NOTHING]


def opinion(seen: Seen) -> Opinion:
    """The opinion of the weights on a sentence."""
    shares = weights("positions").shares(seen.features())
    return Opinion(Position(likeliest(shares)), shares)


def likeliest(shares: Mapping[str, float]) -> str:
    """The likeliest outcome but none."""
    return max((outcome for outcome in shares if outcome != NOTHING), key=shares.__getitem__)


def may_answer(seen: Seen) -> bool:
    """Whether a sentence may take a position at all: a question takes none."""
    return not seen.parsed.asks and bool(seen.words)


def adds(seen: Seen, judged: Opinion) -> bool:
    """Whether the wording of a sentence that no formula knows makes a row."""
    if _MADE_GOOD.search(seen.parsed.masked) and "MOTIE" not in seen.words:
        return False
    own = any(voice in (Voice.CABINET, Voice.OPEN) for voice in seen.voices)
    return judged.answers >= (ADDED_FROM if own else ADDED_OF_OTHERS_FROM)


def worded(seen: Seen, judged: Opinion) -> Statement:
    """A statement that the wording of a whole sentence makes."""
    return Statement(
        _formula(judged.position),
        judged.position,
        0,
        len(seen.parsed.masked),
        0,
        len(seen.parsed.clauses) - 1,
        own=Voice.CABINET in seen.voices,
        share=judged.shares[judged.position],
    )


def reviewed(chosen: Sequence[tuple[Statement, Topic]], judged: Opinion) -> list[tuple[Statement, Topic]]:
    """What the formulas found, with the position that the wording as a whole speaks for.

    The fixed terms with which ministers appraise and settle motions stand, and so do sentences that say several things.
    """
    positions = {statement.position for statement, _ in chosen}
    if len(positions) != 1 or any(statement.rule.startswith(_FIXED) for statement, _ in chosen):
        return list(chosen)
    weight = max((statement.formula.weight for statement, _ in chosen), key=list(DROPPED_FROM).index)
    named = weight != "loose" and any(topic.motion is not None and topic.sure == 1 for _, topic in chosen)
    if judged.shares[NOTHING] >= DROPPED_FROM[weight] and not named:
        return []
    if judged.shares[judged.position] - judged.shares[positions.pop()] < TURNED_FROM[weight]:
        return list(chosen)
    return [
        (
            replace(
                statement,
                position=judged.position,
                modified="model",
                share=judged.shares[judged.position],
            ),
            topic,
        )
        for statement, topic in chosen
    ]


def _formula(position: Position) -> Formula:
    """What stands in for a formula where there is none."""
    return Formula(
        id="model",
        rank=1_000_000,
        position=position,
        phrases=(),
        need=Need.PROPOSAL,
        cabinet=False,
        weight="loose",
        only=None,
        unless=PhraseBook([]),
        terse=False,
        proposal_object=False,
        negated=None,
        pending=None,
        partial=None,
        condition=None,
        examples=(),
        counter=(),
    )
