"""The alignment table: one row for each position that the cabinet states, in reading order.

Its raw confidence is how firm the formula is (its ``weight``) times how certain its target (named in the sentence, pointed
back at, only the topic); the weights are set by hand, and order rows. What a row is given is the share of rows like it that
were right in passages not seen before, see ``confidence``.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from letteranalyser.align.clauses import Parsed, parse
from letteranalyser.align.confidence import calibrated
from letteranalyser.align.kept import WORDED, kept
from letteranalyser.align.memory import Memory, answers_something, likely_topic, topic_of
from letteranalyser.align.opinion import Opinion, adds, may_answer, opinion, reviewed, worded
from letteranalyser.align.seen import Seen, seen
from letteranalyser.align.speaker import voices
from letteranalyser.align.statements import Statement, statements
from letteranalyser.align.targets import Topic, without_verb
from letteranalyser.models.analysis import About, AlignmentRow, Position, Section
from letteranalyser.models.findings import Linked, MotionMention
from letteranalyser.models.letter import SPOKEN, Letter, ParagraphKind, Sentence

WEIGHTS = {"official": 0.97, "clear": 0.9, "loose": 0.75}
"""How firm a formula of each weight is, set by hand."""
_SEVERAL = re.compile(r"(?<!\w)(?:moties|amendementen)(?!\w)", re.IGNORECASE)
_AIM = re.compile(
    r"(?<!\w)(?:doel|doelen|doelstelling|strekking|gedachte|bedoeling|intentie|uitgangspunt|ambities?|richting|hoofdlijnen|grote lijnen)(?!\w)"
)
_CONDITION = re.compile(
    r"(?:Een |De |Mijn |Onze |Enige )?(?:[Vv]oorwaarden?|[Rr]andvoorwaarden?) (?:daarvoor |daarbij |hiervoor |hierbij |voor mij |voor ons )?(?:is|zijn)(?!\w)"
    r"|(?:Wel|Daarbij|Hierbij|Daaraan|Daarvoor|Hiervoor) (?:stel|stellen|geldt|verbind|verbinden|hecht|is|maak) .{0,40}?(?:voorwaarde|eis|voorbehoud)"
    r"|(?:Dan|Daarvoor|Daartoe|Wel) (?:moet|moeten|dient|dienen) (?:wel |dan wel |eerst )?"
)
"""How a sentence begins that sets a condition to what the one before agrees to."""
BY_WORDING = (WORDED, "+model")
"""How the rule of a row ends whose position the wording gives."""


def align(letter: Letter, linked: Linked) -> tuple[AlignmentRow, ...]:
    """Find the stated positions of a letter.

    Args:
        letter: the letter.
        linked: its motions, with every mention of them.
    """
    return tuple(
        row.model_copy(
            update={"confidence": calibrated(row.confidence, worded=row.evidence.rule.endswith(BY_WORDING))}
        )
        for row in stated(letter, linked)
    )


def stated(
    letter: Letter, linked: Linked, look: Callable[[Sentence, Seen], None] | None = None
) -> tuple[AlignmentRow, ...]:
    """The stated positions with their raw confidence; see ``align``.

    Args:
        letter: the letter.
        linked: its motions, with every mention of them.
        look: called with each sentence as the weights see it, for those who train them; the rules then speak alone.
    """
    mentions = sorted(
        (m for m in linked.tags.motions if m.footnote is None and m.motion is not None), key=lambda m: m.start
    )
    starts = [m.start for m in mentions]
    memory = Memory(answers_something(letter), letter.opening())
    rows: list[AlignmentRow] = []
    lead: AlignmentRow | None = None
    before: Seen | None = None
    for sentence in letter.sentences:
        paragraph = letter.paragraphs[sentence.paragraph]
        if paragraph.kind not in SPOKEN:
            continue
        named = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found, before = _sentence_rows(
            letter, linked, sentence, named, memory, before, by_rules_alone=look is not None
        )
        if look is not None:
            look(sentence, before)
        listed = paragraph.kind is ParagraphKind.LIST_ITEM
        if lead is not None and listed and not found:
            found = [_led(lead, linked, m.motion) for m in named if m.motion is not None]
        elif not listed:
            # "De volgende moties ontraad ik:" speaks for the items below it, not for a motion of its own.
            text = letter.text[sentence.start : sentence.end].rstrip()
            lead = found[-1] if found and text.endswith(":") and _SEVERAL.search(text) else None
            found = found if lead is None else found[:-1]
        if rows and not found and (condition := _condition_behind(letter, rows[-1], sentence)):
            rows[-1] = condition
        rows += found
    return kept(letter, rows)


def _condition_behind(letter: Letter, row: AlignmentRow, sentence: Sentence) -> AlignmentRow | None:
    """The row before with the condition that this sentence sets to it: ``Daarvoor sta ik open. Voorwaarde is wel dat …``."""
    between = letter.text[row.evidence.end : sentence.start]
    if row.position not in (Position.ALIGNED, Position.LEFT_TO_CHAMBER) or re.search(r"\w", between):
        return None
    if not _CONDITION.match(letter.text[sentence.start : sentence.end]):
        return None
    evidence = letter.span(row.evidence.start, sentence.end, f"{row.evidence.rule}+condition")
    return row.model_copy(update={"position": Position.CONDITIONAL, "evidence": evidence})


def _led(lead: AlignmentRow, linked: Linked, motion: int) -> AlignmentRow:
    """What the sentence above a list says, of a motion in the list."""
    return lead.model_copy(
        update={
            "about": About.MOTION,
            "target": _motion_topic(linked, motion, 1.0).text,
            "target_id": f"m{motion + 1}",
        }
    )


def _sentence_rows(
    letter: Letter,
    linked: Linked,
    sentence: Sentence,
    named: Sequence[MotionMention],
    memory: Memory,
    before: Seen | None,
    *,
    by_rules_alone: bool,
) -> tuple[list[AlignmentRow], Seen]:
    paragraph = letter.paragraphs[sentence.paragraph]
    before = before if memory.section == paragraph.section else None
    memory.enter(paragraph.section, sentence.paragraph)
    section = next(s for s in letter.sections if s.id == paragraph.section)
    text = letter.text[sentence.start : sentence.end]
    spans = [(m.start - sentence.start, m.end - sentence.start) for m in named]
    parsed = parse(text, spans)
    whose = voices(parsed)
    terse = paragraph.kind is ParagraphKind.TABLE_ROW
    found = statements(parsed, whose, terse=terse, cabinet_before=memory.cabinet_before)
    chosen = _choose(parsed, found, _targets(section, linked, parsed, sentence, named, memory, found))
    chosen += _elliptical(linked, parsed, sentence, named, chosen)
    view = seen(parsed, whose, spans, found, chosen, memory, heading=section.heading, before=before)
    judged = opinion(view) if not by_rules_alone and may_answer(view) else None
    if judged is not None:
        chosen = reviewed(chosen, judged)
        if not chosen and adds(view, judged):
            chosen = _worded(section, linked, sentence, named, memory, view, judged)
    rows = [
        _row(letter, sentence, parsed, statement, topic, named, alone=_alone(chosen))
        for statement, topic in chosen
    ]
    motions = [m.motion for m in named if m.motion is not None]
    memory.read(parsed, whose, _motion_topic(linked, motions[-1], 0.9) if motions else None)
    return rows, view


def _worded(
    section: Section,
    linked: Linked,
    sentence: Sentence,
    named: Sequence[MotionMention],
    memory: Memory,
    view: Seen,
    judged: Opinion,
) -> list[tuple[Statement, Topic]]:
    """The row of a sentence that no formula knows, where something is known that it is about."""
    statement = worded(view, judged)
    motions = _motions_of(statement, view.parsed, sentence, named, [statement])
    if motions:
        return [(statement, _motion_topic(linked, motion, 1.0)) for motion in motions]
    if not memory.answers:
        return []  # a letter that only sets out policy speaks of its plans as others do of answers
    topic = topic_of(section, view.parsed, statement, memory) or likely_topic(
        section, view.parsed, statement, memory
    )
    return [(statement, topic)] if topic is not None else []


def _alone(chosen: Sequence[tuple[Statement, Topic]]) -> bool:
    """Whether a sentence says one thing, of however many motions."""
    return len({statement.position for statement, _ in chosen}) < 2


def _targets(
    section: Section,
    linked: Linked,
    parsed: Parsed,
    sentence: Sentence,
    named: Sequence[MotionMention],
    memory: Memory,
    found: Sequence[Statement],
) -> dict[int, list[Topic]]:
    """The topics of each statement, by its index."""
    result: dict[int, list[Topic]] = {}
    for index, statement in enumerate(found):
        motions = _motions_of(statement, parsed, sentence, named, found)
        if motions:
            result[index] = [_motion_topic(linked, m, 1.0) for m in motions]
            continue
        topic = topic_of(section, parsed, statement, memory)
        if topic is not None:
            result[index] = [topic]
    return result


def _motion_topic(linked: Linked, motion: int, sure: float) -> Topic:
    return Topic(About.MOTION, linked.motions[motion].mentions[0].text, motion=motion, sure=sure)


def _motions_of(
    statement: Statement,
    parsed: Parsed,
    sentence: Sentence,
    named: Sequence[MotionMention],
    found: Sequence[Statement],
) -> list[int]:
    """The motions of a sentence that a statement is about.

    Those in its clause, with the further members of their list (clauses without a verb); else the nearest before it,
    else after it.
    """
    places = [(parsed.clause_at(m.start - sentence.start), m) for m in named]
    clauses = {clause for clause, _ in places}
    here = {clause for clause in clauses if statement.first <= clause <= statement.last}
    if not here:
        before = [clause for clause in clauses if clause < statement.first]
        here = {max(before)} if before else {min(clauses)} if clauses else set()
    taken = {clause for other in found for clause in (other.first, other.last)}
    for step in (-1, 1):
        clause = (min(here) if step < 0 else max(here)) + step if here else -1
        while clause in clauses and clause not in taken and _member(parsed.clauses[clause].text):
            here.add(clause)
            clause += step
    return list(dict.fromkeys(m.motion for clause, m in places if clause in here and m.motion is not None))


def _member(text: str) -> bool:
    """Whether a clause is one more member of a list: it has no verb, and denies nothing."""
    return without_verb(text) and not re.search(r"(?<!\w)(?:niet|wel)\W*$", text)


def _choose(
    parsed: Parsed, found: Sequence[Statement], targets: dict[int, list[Topic]]
) -> list[tuple[Statement, Topic]]:
    """One statement for each target: the one whose formula stands first in the vocabulary.

    Where the aim is shared and the means refused, the answer is in part.
    """
    best: dict[object, tuple[Statement, Topic]] = {}
    for index, statement in enumerate(found):
        for topic in targets.get(index, ()):
            key: object = topic.motion if topic.about is About.MOTION else "other"
            if key not in best or _precedes(statement, best[key][0]):
                best[key] = (statement, topic)
    shared = [
        s for s in found if s.position is Position.ALIGNED and _AIM.search(parsed.clauses[s.first].text)
    ]
    refused = [s for s in found if s.position is Position.REJECTED]
    if shared and refused and shared[0].first < refused[-1].first and not any(_settles(s) for s in refused):
        for key, (_, topic) in best.items():
            best[key] = (
                replace(shared[0], position=Position.PARTIALLY_ALIGNED, last=refused[-1].last),
                topic,
            )
    return sorted(best.values(), key=lambda pair: pair[0].start)


def _settles(statement: Statement) -> bool:
    """Whether a statement is an official appraisal, which settles what the rest of its sentence leaves open."""
    return statement.formula.weight == "official"


def _precedes(statement: Statement, other: Statement) -> bool:
    """Whether a statement counts before another of the same sentence and target.

    An official appraisal settles it; of two, the last (``overbodig en daarom ontraden``); else the order of the vocabulary.
    """
    if {statement.position, other.position} == {Position.PARTIALLY_ALIGNED, Position.REJECTED}:
        return statement.position is Position.PARTIALLY_ALIGNED  # it says the refusal too
    official, was = _settles(statement), _settles(other)
    if official is not was:
        return official
    if official and statement.first != other.first:
        return statement.first > other.first
    if {statement.position, other.position} == {Position.ALIGNED, Position.IN_PROGRESS}:
        return statement.first < other.first
    return statement.formula.rank < other.formula.rank


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


def _row(
    letter: Letter,
    sentence: Sentence,
    parsed: Parsed,
    statement: Statement,
    topic: Topic,
    named: Sequence[MotionMention],
    *,
    alone: bool,
) -> AlignmentRow:
    own = [
        parsed.clause_at(m.start - sentence.start)
        for m in named
        if topic.motion is not None and m.motion == topic.motion
    ]
    low, high = (0, len(parsed.text)) if alone else _stretch(parsed, statement, own)
    text = parsed.text[low:high]
    start = sentence.start + low + len(text) - len(text.lstrip(" ,;:–"))
    end = sentence.start + low + len(text.rstrip(" ,;:"))
    return AlignmentRow(
        about=topic.about,
        target=topic.text,
        target_id=f"m{topic.motion + 1}" if topic.motion is not None else topic.section,
        position=statement.position,
        evidence=letter.span(start, end, statement.rule),
        confidence=round(
            WEIGHTS[statement.formula.weight] * topic.sure if statement.share is None else statement.share, 2
        ),
    )


def _stretch(parsed: Parsed, statement: Statement, own: Sequence[int]) -> tuple[int, int]:
    """The clauses that say it, from the name of the motion to the end of the statement."""
    before = [clause for clause in own if clause <= statement.first]
    first = before[-1] if before else statement.first
    return parsed.clauses[first].start, parsed.clauses[statement.last].end
