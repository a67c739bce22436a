"""The alignment table: one row for each position that the cabinet states, in reading order.

Confidence is the share of the rows of that kind that were right on the development letters, rounded: it is the product of
how firm the formula is (its ``weight``) and how certain its target (named in the sentence, pointed back at, only the topic).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letteranalyser.align.clauses import Parsed, parse
from letteranalyser.align.formulas import Need
from letteranalyser.align.speaker import Voice, cabinet_subject, voices
from letteranalyser.align.statements import Statement, statements
from letteranalyser.align.targets import (
    Topic,
    acts,
    described,
    introduces,
    is_neutral,
    mentions_proposal,
    names_proposal,
    names_request,
    opens_back,
    points_back,
    section_topic,
    told,
)
from letteranalyser.models.analysis import About, AlignmentRow, Position
from letteranalyser.models.findings import Linked, MotionMention
from letteranalyser.models.letter import Letter, ParagraphKind, Sentence

WEIGHTS = {"official": 0.97, "clear": 0.9, "loose": 0.75}
"""How often a formula of each weight was right where its target was certain."""
REACH = 3
"""Sentences over which a pronoun may point back within a paragraph."""
SPOKEN = (ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM, ParagraphKind.TABLE_ROW)


@dataclass(slots=True)
class _Memory:
    """What was spoken of last, while reading on."""

    section: str = ""
    paragraph: int = -1
    topic: Topic | None = None
    age: int = 0
    """Sentences since the topic was named."""
    first: bool = True
    """No sentence of the section has been read yet."""
    cabinet_before: bool = False
    before: str = ""
    """The sentence before, as a proposal would be described."""


def align(letter: Letter, linked: Linked) -> tuple[AlignmentRow, ...]:
    """Find the stated positions of a letter.

    Args:
        letter: the letter.
        linked: its motions, with every mention of them.
    """
    mentions = sorted(
        (m for m in linked.tags.motions if m.footnote is None and m.motion is not None), key=lambda m: m.start
    )
    starts = [m.start for m in mentions]
    memory = _Memory()
    rows: list[AlignmentRow] = []
    for sentence in letter.sentences:
        paragraph = letter.paragraphs[sentence.paragraph]
        if paragraph.kind not in SPOKEN:
            continue
        named = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        rows += _sentence_rows(letter, linked, sentence, named, memory)
    return tuple(_once(rows))


def _once(rows: Sequence[AlignmentRow]) -> list[AlignmentRow]:
    """The rows without those that say the same of the same in the same section: the surer one stays, else the later."""
    best: dict[object, int] = {}
    for index, row in enumerate(rows):
        key = (row.evidence.section, row.about, row.target_id or row.target, row.position)
        if key not in best or row.confidence >= rows[best[key]].confidence:
            best[key] = index
    kept = set(best.values())
    return [row for index, row in enumerate(rows) if index in kept]


def _sentence_rows(
    letter: Letter, linked: Linked, sentence: Sentence, named: Sequence[MotionMention], memory: _Memory
) -> list[AlignmentRow]:
    paragraph = letter.paragraphs[sentence.paragraph]
    if paragraph.section != memory.section:
        memory.section, memory.topic, memory.age, memory.first = paragraph.section, None, 0, True
        memory.cabinet_before, memory.before = False, ""
    elif sentence.paragraph != memory.paragraph:
        memory.age += 1
    memory.paragraph = sentence.paragraph
    text = letter.text[sentence.start : sentence.end]
    parsed = parse(text, [(m.start - sentence.start, m.end - sentence.start) for m in named])
    whose = voices(parsed)
    terse = paragraph.kind is ParagraphKind.TABLE_ROW
    found = statements(parsed, whose, terse=terse, cabinet_before=memory.cabinet_before)
    chosen = _choose(found, _targets(letter, linked, parsed, sentence, named, memory, found))
    chosen += _elliptical(linked, parsed, sentence, named, chosen)
    rows = [
        _row(letter, sentence, parsed, statement, topic, alone=_alone(chosen)) for statement, topic in chosen
    ]
    _remember(linked, parsed, whose, named, memory)
    return rows


def _alone(chosen: Sequence[tuple[Statement, Topic]]) -> bool:
    """Whether a sentence says one thing, of however many motions."""
    return len({statement.position for statement, _ in chosen}) < 2


def _targets(
    letter: Letter,
    linked: Linked,
    parsed: Parsed,
    sentence: Sentence,
    named: Sequence[MotionMention],
    memory: _Memory,
    found: Sequence[Statement],
) -> dict[int, list[Topic]]:
    """The topics of each statement, by its index."""
    result: dict[int, list[Topic]] = {}
    for index, statement in enumerate(found):
        motions = _motions_of(statement, parsed, sentence, named)
        if motions:
            result[index] = [_motion_topic(linked, m, 1.0) for m in motions]
            continue
        topic = _other_topic(letter, parsed, statement, memory)
        if topic is not None:
            result[index] = [topic]
    return result


def _motion_topic(linked: Linked, motion: int, sure: float) -> Topic:
    return Topic(About.MOTION, linked.motions[motion].mentions[0].text, motion=motion, sure=sure)


def _motions_of(
    statement: Statement, parsed: Parsed, sentence: Sentence, named: Sequence[MotionMention]
) -> list[int]:
    """The motions of a sentence that a statement is about: those in its clause, else the nearest before, else after."""
    places = [(parsed.clause_at(m.start - sentence.start), m) for m in named]
    here = [m for clause, m in places if statement.first <= clause <= statement.last]
    if not here:
        before = [(clause, m) for clause, m in places if clause < statement.first]
        after = [(clause, m) for clause, m in places if clause > statement.last]
        if before:
            nearest = before[-1][0]
            here = [m for clause, m in before if clause == nearest]
        elif after:
            nearest = after[0][0]
            here = [m for clause, m in after if clause == nearest]
    return list(dict.fromkeys(m.motion for m in here if m.motion is not None))


def _other_topic(letter: Letter, parsed: Parsed, statement: Statement, memory: _Memory) -> Topic | None:
    """What a statement is about in a sentence that names no motion; None where nothing certain enough is."""
    need = statement.formula.need
    section = next(s for s in letter.sections if s.id == memory.section)
    said = parsed.masked
    recent = memory.topic if memory.topic is not None and memory.age < REACH else None
    answers = names_proposal(section)
    if "amendement" in said.lower():
        return Topic(About.PROPOSAL, described(parsed), sure=0.95)
    if statement.formula.id.startswith("conditional.hangt-af") and not (
        mentions_proposal(said) or opens_back(said) or any(c.question for c in parsed.clauses)
    ):
        return None  # what hangs on something is a delivery or a price
    answers_last = (memory.age == 0 and statement.own) or names_request(said)
    if recent is not None and (
        opens_back(said) or answers_last or (points_back(said) and not _own_topic(parsed, statement))
    ):
        if need is Need.MOTION and recent.about is not About.MOTION and not answers:
            return None
        if recent.about is About.PROPOSAL and answers:
            return section_topic(section, 0.9)
        return Topic(recent.about, recent.text, recent.motion, recent.section, sure=0.9)
    if answers and (memory.first or mentions_proposal(said) or opens_back(said) or need <= Need.PROPOSAL):
        return section_topic(section, 0.9)
    if memory.first and not is_neutral(section) and need is not Need.MOTION:
        return section_topic(section, 0.85)
    if need is Need.MOTION:
        return None
    if opens_back(said) and memory.before and statement.position is Position.CONDITIONAL:
        # "Dat kan, mits …" answers whatever the sentence before puts forward.
        return Topic(About.PROPOSAL, memory.before, sure=0.75)
    if recent is None and told(parsed) and statement.position in (Position.ALIGNED, Position.EXISTING_POLICY):
        return None
    if mentions_proposal(said) or _own_topic(parsed, statement):
        return Topic(About.PROPOSAL, described(parsed), sure=0.85)
    if recent is not None and memory.age == 0:
        return Topic(recent.about, recent.text, recent.motion, recent.section, sure=0.8)
    if need in (Need.NONE, Need.TOPIC):
        return Topic(About.PROPOSAL, described(parsed), sure=0.75)
    return None


def _own_topic(parsed: Parsed, statement: Statement) -> bool:
    """Whether a sentence names what it is about itself: something that one does or sets up."""
    words = " ".join(c.text for c in parsed.clauses[statement.first : statement.last + 1])
    return acts(parse(words)) if words.strip() else False


def _choose(found: Sequence[Statement], targets: dict[int, list[Topic]]) -> list[tuple[Statement, Topic]]:
    """One statement for each target: the one whose formula stands first in the vocabulary."""
    best: dict[object, tuple[Statement, Topic]] = {}
    for index, statement in enumerate(found):
        for topic in targets.get(index, ()):
            key: object = topic.motion if topic.about is About.MOTION else "other"
            if key not in best or _precedes(statement, best[key][0]):
                best[key] = (statement, topic)
    return sorted(best.values(), key=lambda pair: pair[0].start)


def _precedes(statement: Statement, other: Statement) -> bool:
    """Whether a statement counts before another of the same sentence and target.

    An official appraisal settles it; of two, the last (``overbodig en daarom ontraden``); else the order of the vocabulary.
    """
    official, was = statement.formula.weight == "official", other.formula.weight == "official"
    if official and was and statement.first != other.first:
        return statement.first > other.first
    return official if official is not was else statement.formula.rank < other.formula.rank


def _elliptical(
    linked: Linked,
    parsed: Parsed,
    sentence: Sentence,
    named: Sequence[MotionMention],
    chosen: Sequence[tuple[Statement, Topic]],
) -> Iterator[tuple[Statement, Topic]]:
    """``De motie-X voer ik uit, de motie-Y niet``: the second verb is left out."""
    done = {topic.motion for _, topic in chosen}
    for mention in named:
        clause = parsed.clause_at(mention.start - sentence.start)
        words = parsed.clauses[clause].text.rstrip(" .")
        before = [s for s, t in chosen if s.last < clause and t.about is About.MOTION]
        if mention.motion in done or mention.motion is None or not before or not words.endswith(" niet"):
            continue
        if before[-1].formula.negated is not None:
            start, end = parsed.clauses[clause].start, parsed.clauses[clause].end
            statement = Statement(
                before[-1].formula,
                before[-1].formula.negated,
                start,
                end,
                clause,
                clause,
                own=False,
                modified="negated",
            )
            yield statement, _motion_topic(linked, mention.motion, 0.9)


def _remember(
    linked: Linked, parsed: Parsed, whose: Sequence[Voice], named: Sequence[MotionMention], memory: _Memory
) -> None:
    """Keep what the sentence spoke of for those that point back at it."""
    memory.first = False
    memory.before = described(parsed)
    memory.cabinet_before = any(cabinet_subject(clause.text) for clause in parsed.clauses)
    motions = [m.motion for m in named if m.motion is not None]
    proposal = introduces(parsed, whose)
    if motions:
        memory.topic, memory.age = _motion_topic(linked, motions[-1], 0.9), 0
    elif proposal is not None and not (
        memory.topic and memory.topic.about is About.MOTION and opens_back(parsed.masked)
    ):
        memory.topic, memory.age = proposal, 0
    else:
        memory.age += 1


def _row(
    letter: Letter, sentence: Sentence, parsed: Parsed, statement: Statement, topic: Topic, *, alone: bool
) -> AlignmentRow:
    start, end = sentence.start, sentence.end
    if not alone:
        low = parsed.clauses[statement.first].start
        high = parsed.clauses[statement.last].end
        text = parsed.text[low:high]
        start = sentence.start + low + len(text) - len(text.lstrip(" ,;:"))
        end = sentence.start + low + len(text.rstrip(" ,;:"))
    return AlignmentRow(
        about=topic.about,
        target=topic.text,
        target_id=f"m{topic.motion + 1}" if topic.motion is not None else topic.section,
        position=statement.position,
        evidence=letter.span(start, end, statement.rule),
        confidence=round(WEIGHTS[statement.formula.weight] * topic.sure, 2),
    )
