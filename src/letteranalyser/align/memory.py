"""What a letter has spoken of so far, and of which of it a sentence that names no motion speaks.

A statement counts only where something ties it to what was asked. From strong to weak: a pronoun at its head (``Dit …``,
``Daarvoor …``) or a request pointed at (``die oproep``); words shared with the request; the cabinet answering in the very
next sentence; a request that the sentence names itself; the heading of a section that names what is answered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letteranalyser.align.clauses import Parsed
from letteranalyser.align.formulas import Need
from letteranalyser.align.naming import answered, asked, put_forward
from letteranalyser.align.speaker import Voice, cabinet_subject
from letteranalyser.align.statements import Statement
from letteranalyser.align.targets import (
    Topic,
    acts,
    asks_by_name,
    asks_in_full,
    begins_back,
    introduces,
    mentions_proposal,
    names_request,
    opens_back,
    points_apart,
    points_back,
    request_noun,
    section_topic,
    shares_words,
    told,
)
from letteranalyser.models.analysis import About, Position, Section
from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.vocabulary.headings import is_neutral, names_deed, names_proposal

REACH = 3
"""Sentences over which a pronoun may point back within a paragraph."""
FAR_REACH = 6
"""Sentences over which shared words tie an answer to what was asked."""
_OPENING = 2500
"""Code points at the head of a letter in which it says what it answers."""
_LONG = 12_000
"""Code points, some four pages."""
_ANSWERS = re.compile(
    r"(?<!\w)(?:(?:kabinets)?reactie|beleidsreactie|reageer\w*|gereageerd|antwoord\w*|beantwoord\w*|appreciatie|standpunt|initiatiefnota|verslag|"
    r"geannoteerde|(?:op|uw|het|dit) verzoek|verzocht|verzoekt|gevraagd|vroeg(?:en)?|moties?|motie-\w+|toezegging\w*|aanbevelingen|"
    r"naar aanleiding van|wetsvoorstel|amendement\w*|manifest|petitie|advies van|rapport van|(?:sociaal|europese) raad|raad van ministers)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*(?:\w+\W+){0,3}\w+\W*")
"""An appraisal on its own behind what a motion asks: ``Oordeel Kamer.``"""
_HER = re.compile(
    r"(?<!\w)(?:haar|ze|hem)(?=\s+(?:\w+\s+){0,4}(?:aan te houden|in te trekken|te ontraden|over te nemen)|\W*$)"
)
"""A motion as ``haar``."""
_ALIGNING = frozenset({Position.ALIGNED, Position.EXISTING_POLICY, Position.IN_PROGRESS, Position.EXECUTED})


@dataclass(slots=True)
class Memory:
    """What was spoken of last, while reading on.

    Attributes:
        answers: whether the letter as a whole answers something; a letter that only sets out policy does not.
        opening: index of the paragraph that says what the letter is, -1 if none does.
        section: id of the section being read.
        paragraph: index of the paragraph being read.
        topic: the motion or proposal last put on the table in this section.
        asked: the sentence that did so.
        age: sentences since it was named.
        first: no sentence of the section has been read yet.
        cabinet_before: the cabinet is the subject of the sentence before.
        sentence_before: the sentence before; only a few are asked what they speak of.
    """

    answers: bool
    opening: int = -1
    section: str = ""
    paragraph: int = -1
    topic: Topic | None = None
    asked: str = ""
    age: int = 0
    first: bool = True
    cabinet_before: bool = False
    sentence_before: Parsed | None = None

    @property
    def before(self) -> str:
        """What the sentence before speaks of, named as a proposal would be."""
        return asked(self.sentence_before) if self.sentence_before else ""

    @property
    def asked_before(self) -> str:
        """The same, where that sentence asks something, else empty."""
        return put_forward(self.sentence_before) if self.sentence_before else ""

    def enter(self, section: str, paragraph: int) -> None:
        """Note where the next sentence stands."""
        if section != self.section:
            self.section, self.topic, self.asked, self.age, self.first = section, None, "", 0, True
            self.cabinet_before, self.sentence_before = False, None
        elif paragraph != self.paragraph:
            self.age += 1
        self.paragraph = paragraph

    def read(self, parsed: Parsed, voices: Sequence[Voice], motion: Topic | None) -> None:
        """Keep what a sentence spoke of for those that point back at it."""
        self.first = False
        self.sentence_before = parsed
        self.cabinet_before = any(cabinet_subject(clause.text) for clause in parsed.clauses)
        proposal = introduces(parsed, voices, answers=self.answers)
        back = opens_back(parsed.masked) or names_request(parsed.masked)
        carried = self.topic is not None and self.topic.about is About.MOTION and back
        if motion is not None:
            self.topic, self.asked, self.age = motion, parsed.masked, 0
        elif proposal is not None and not carried:
            self.topic, self.asked, self.age = proposal, parsed.masked, 0
        else:
            self.age += 1
            if carried and self.age < REACH:
                self.asked += " " + parsed.masked


def answers_something(letter: Letter) -> bool:
    """Whether a letter answers a request, a note, a report, motions or a council, as its head says.

    A short letter to parliament does, whatever its head; a long one may set out policy of its own.
    """
    if len(letter.text) < _LONG:
        return True
    opening: list[str] = [letter.head.subject or ""]
    length = 0
    for paragraph in letter.paragraphs:
        if paragraph.kind in (ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM):
            opening.append(
                letter.text[paragraph.start : min(paragraph.end, paragraph.start + _OPENING - length)]
            )
            length += paragraph.end - paragraph.start
            if length >= _OPENING:
                break
    return _ANSWERS.search(" ".join(opening)) is not None


def topic_of(section: Section, parsed: Parsed, statement: Statement, memory: Memory) -> Topic | None:
    """What a statement is about in a sentence that names no motion; None where nothing certain enough is."""
    said = parsed.masked
    if "amendement" in said.lower():
        return Topic(About.PROPOSAL, _called(section, parsed, statement, memory), sure=0.95)
    if statement.formula.id == "conditional.hangt-af-van" and not (
        request_noun(said) or opens_back(said) or any(c.question for c in parsed.clauses)
    ):
        return None  # what hangs on something is a delivery or a price
    return (
        _pointed_at(section, parsed, statement, memory)
        or _answered_section(section, parsed, statement, memory)
        or _named_here(section, parsed, statement, memory)
        or _before(parsed, statement, memory)
    )


def likely_topic(section: Section, parsed: Parsed, statement: Statement, memory: Memory) -> Topic | None:
    """What a sentence is about that surely answers something, though nothing in it ties it to what was asked.

    What was put on the table last; else the section, where its heading says what it is about.
    """
    topic = memory.topic
    if topic is not None and memory.age < FAR_REACH and topic.about is About.MOTION:
        return Topic(topic.about, topic.text, topic.motion, topic.section, sure=0.75)
    if names_proposal(section.heading) or names_deed(section.heading):
        return section_topic(section, 0.75)
    if topic is not None and memory.age < FAR_REACH:
        name = topic.text or _called(section, parsed, statement, memory)
        return Topic(topic.about, name, topic.motion, topic.section, sure=0.75)
    return None if is_neutral(section.heading) or not section.heading else section_topic(section, 0.7)


def _deed(section: Section, memory: Memory) -> bool:
    """Whether a heading says what is to be done, in a letter that answers something."""
    return memory.answers and names_deed(section.heading)


def _pointed_at(section: Section, parsed: Parsed, statement: Statement, memory: Memory) -> Topic | None:
    """What was put on the table before, where something ties the sentence to it."""
    topic, said, need = memory.topic, parsed.masked, statement.formula.need
    if topic is None:
        return None
    shared = shares_words(said, memory.asked) and memory.age < FAR_REACH
    sure = _tie(parsed, statement, memory, shared=shared)
    if sure is None:
        return None
    if need is Need.MOTION and topic.about is not About.MOTION and not opens_back(said) and not shared:
        return None
    if (
        not memory.answers
        and topic.about is not About.MOTION
        and not (opens_back(said) or names_request(said))
    ):
        return None
    back = opens_back(said) or names_request(said)
    if topic.about is About.PROPOSAL and (
        names_proposal(section.heading) or (back and _deed(section, memory))
    ):
        return None if asks_by_name(said) and not names_request(said) else section_topic(section, 0.9)
    text = topic.text
    if topic.about is About.PROPOSAL:
        text = (
            put_forward(parsed, statement.start) if points_back(said) else _own_name(parsed, statement)
        ) or text
    return Topic(topic.about, text, topic.motion, topic.section, sure=sure)


def _tie(parsed: Parsed, statement: Statement, memory: Memory, *, shared: bool) -> float | None:
    """How surely a sentence is tied to what was put on the table before; None where nothing ties it."""
    said, own = parsed.masked, _own_topic(parsed, statement)
    if asks_in_full(said) and not names_request(said) and not begins_back(said):
        return None  # "Voor de wens om … zie ik daarom geen ruimte": what points back there points at that request
    if memory.age < REACH and (opens_back(said) or names_request(said)):
        return 0.9
    if shared:
        return 0.85
    if asks_by_name(said) and not names_request(said):
        return None  # it names a request of its own
    if memory.age == 0 and statement.own:
        return 0.85
    if memory.age == 0 and points_apart(said):
        return 0.85
    if memory.age < REACH and memory.topic is not None and memory.topic.about is About.MOTION:
        settles = statement.formula.weight == "official" and statement.formula.need is not Need.NONE
        if settles and (_BARE.fullmatch(said) or _HER.search(said)):
            return 0.85
    if not own and memory.age < REACH and points_back(said):
        return 0.8
    return 0.8 if not own and memory.age == 0 and statement.formula.need <= Need.TOPIC else None


def _answered_section(section: Section, parsed: Parsed, statement: Statement, memory: Memory) -> Topic | None:
    """The section, where its heading names what is answered."""
    said, need = parsed.masked, statement.formula.need
    heading = section.heading or ""
    back = opens_back(said) or names_request(said)
    if names_proposal(section.heading) and (memory.answers or request_noun(heading)):
        if asks_by_name(said) and not names_request(said) and not memory.first:
            return None
        if memory.first or back or mentions_proposal(said) or statement.own or need <= Need.TOPIC:
            return section_topic(section, 0.9)
        if statement.formula.weight != "loose" or shares_words(said, heading):
            return section_topic(section, 0.8)
        return None
    speaks = statement.own and statement.formula.weight != "loose" and not told(parsed)
    deed = names_deed(heading) and (back or speaks)
    if not memory.answers or is_neutral(heading) or not (memory.first or deed):
        return None
    if need is Need.MOTION and not names_request(said):
        return None
    tied = opens_back(said) or shares_words(said, heading) or (names_deed(heading) and speaks)
    return section_topic(section, 0.85) if tied else None


def _named_here(section: Section, parsed: Parsed, statement: Statement, memory: Memory) -> Topic | None:
    """What the sentence names itself: a request, or something that one does or sets up."""
    said, need = parsed.masked, statement.formula.need
    if need is Need.MOTION and not asks_by_name(said):
        return None
    if told(parsed) and statement.position in (Position.ALIGNED, Position.EXISTING_POLICY):
        return None
    if asks_by_name(said):
        return Topic(About.PROPOSAL, _called(section, parsed, statement, memory), sure=0.85)
    if need > Need.TOPIC:
        return None
    if not memory.answers and (statement.position in _ALIGNING or not statement.own):
        # A letter that sets out policy speaks of its own plans, in such words as an answer would have.
        qualified = statement.modified in ("condition", "negated") and statement.formula.weight != "loose"
        name = _own_name(parsed, statement)
        return Topic(About.PROPOSAL, name, sure=0.75) if qualified and name else None
    if mentions_proposal(said) or _own_topic(parsed, statement):
        return Topic(About.PROPOSAL, _called(section, parsed, statement, memory), sure=0.85)
    return (
        None
        if statement.formula.proposal_object
        else Topic(About.PROPOSAL, _called(section, parsed, statement, memory), sure=0.75)
    )


def _before(parsed: Parsed, statement: Statement, memory: Memory) -> Topic | None:
    """``Dat kan, mits …`` answers whatever the sentence before puts forward."""
    if statement.formula.need is Need.MOTION or statement.position is not Position.CONDITIONAL:
        return None
    if not memory.answers or not memory.before or not opens_back(parsed.masked):
        return None
    return Topic(About.PROPOSAL, memory.before, sure=0.75)


def _own_topic(parsed: Parsed, statement: Statement) -> bool:
    """Whether a sentence names what it is about itself: something that one does or sets up."""
    low, high = parsed.clauses[statement.first].start, parsed.clauses[statement.last].end
    return acts(parsed.masked[low:high])


def _own_name(parsed: Parsed, statement: Statement) -> str:
    """What a sentence itself calls the thing that a statement in it is about; empty where it only points back."""
    return put_forward(parsed, statement.start) or answered(
        parsed, statement.start, statement.end, statement.first, statement.last
    )


def _called(section: Section, parsed: Parsed, statement: Statement, memory: Memory) -> str:
    """What the thing is called that a statement is about: by its own sentence, else by the one that put it forward."""
    known = memory.topic.text if memory.topic is not None and memory.topic.about is About.PROPOSAL else ""
    heading = "" if is_neutral(section.heading) else section.heading or ""
    return (
        _own_name(parsed, statement)
        or known
        or memory.asked_before
        or heading
        or memory.before
        or asked(parsed)
    )
