"""Commitments (toezeggingen): sentences in which the cabinet binds itself to tell or do something from now on.

A sentence is one where its wording promises (``zal ik``, ``uw Kamer ontvangt``), or where the cabinet tells or does something
in the present and a time to come stands beside it; the learned weights (``promising``) add sentences of other wording, and
take back those that only look so. What the letter itself does (``hierbij``), what others do, what was
done and what is declined is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from letteranalyser.model.wording import words
from letteranalyser.models.findings import CommitmentMention, Tags
from letteranalyser.models.letter import SPOKEN, Letter, Passage, Sentence
from letteranalyser.tag.addressees import find_addressee
from letteranalyser.tag.deadlines import due_date, find_deadline
from letteranalyser.tag.limits import Limit
from letteranalyser.tag.promising import Promising
from letteranalyser.vocabulary import load

GAP = r"(?:[^\w;.]{1,40}[\w’'./-]+){0,24}?[^\w;.]{1,40}"
QUOTED = re.compile(r"«[^«»]{0,600}»|“[^“”]{0,600}”|‘[^‘’]{0,40} [^‘’]{0,400}’|\([^()]{0,300}\)")
_TRIGGER = re.compile(r"(?<!\w)(?:zal|zullen)(?!\w)")
HE = re.compile(r"(?<!\w)(?:hij|zij)\s+kom(?:t|en)|kom(?:t|en)\s+(?:hij|zij)(?!\w)")
"""Whose promise it is, the sentence before must say."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    explicit: re.Pattern[str]
    telling: tuple[re.Pattern[str], ...]
    returning: tuple[re.Pattern[str], ...]
    timed: tuple[re.Pattern[str], ...]
    blocked: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...]
    subject: re.Pattern[str]
    owner: re.Pattern[str]
    later: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load("commitments")
    words = {name: f"(?:{'|'.join(entries)})" for name, entries in data["words"].items()}
    for name in ("tell", "told", "tells", "does", "commissioned"):
        words[name] = words[name][3:-1]

    def compiled(name: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(text.format(gap=GAP, **words)) for text in data["patterns"][name])

    return _Patterns(
        # One expression: most sentences hold none of its thirty.
        explicit=re.compile("|".join(f"(?:{pattern.pattern})" for pattern in compiled("explicit"))),
        telling=compiled("telling"),
        returning=compiled("returning"),
        timed=compiled("timed"),
        blocked=compiled("blocked"),
        others=compiled("others"),
        subject=re.compile(rf"(?<![\w-]){words['subject']}(?![\w-])"),
        later=re.compile(rf"(?<!\w){words['later']}(?!\w)"),
        owner=re.compile(r"(?<!\w)(?:de|mijn) (?:minister|staatssecretaris)|(?<!\w)het kabinet"),
    )


def find_commitments(letter: Letter, tags: Tags, limit: Limit) -> Iterable[CommitmentMention]:  # noqa: ARG001 - the taggers share one signature
    """Find all commitments in the text and in the footnotes."""
    for passage in letter.passages():
        for sentence, seen in sentences_seen(letter, passage):
            if seen.promises():
                yield _commitment(letter, passage, sentence, seen.rule or "model")


def sentences_seen(letter: Letter, passage: Passage) -> Iterator[tuple[Sentence, Promising]]:
    """The sentences of a text in which somebody may promise something, each as the learned weights see it."""
    before, promised_before = "", False
    words_before: tuple[str, ...] = ()
    first = letter.opening() if passage.footnote is None else -1
    for sentence in passage.sentences:
        if sentence.paragraph >= 0 and letter.paragraphs[sentence.paragraph].kind not in SPOKEN:
            continue
        text = passage.text[sentence.start : sentence.end]
        dated = find_deadline(text, letter.head.date) is not None
        rule = promises(text, before, dated=dated)
        here = tuple(words(_blanked(text)))
        opening = first >= 0 and sentence.paragraph == first
        yield sentence, Promising(here, words_before, rule, promised_before, dated, opening)
        before, words_before, promised_before = text, here, rule is not None


def _commitment(letter: Letter, passage: Passage, sentence: Sentence, rule: str) -> CommitmentMention:
    """A sentence as a commitment, with who makes it, to whom, and by when."""
    written = letter.head.date
    text = passage.text[sentence.start : sentence.end]
    trigger = _TRIGGER.search(masked(text))
    deadline = find_deadline(text, written, trigger.start() if trigger else 0)
    worded = text[slice(*deadline)] if deadline else None
    owner = _patterns().owner.search(masked(text))
    to = find_addressee(_blanked(text))
    return CommitmentMention(
        start=sentence.start,
        end=sentence.end,
        rule=f"commitments.{rule}",
        footnote=passage.footnote,
        deadline=worded,
        due=due_date(worded, written) if worded and written else None,
        # Of "de minister van Defensie" the mention of the actor begins behind the article.
        actor_start=sentence.start + owner.end() - 1 if owner else None,
        to=(sentence.start + to[0], sentence.start + to[1]) if to else None,
    )


def _blanked(text: str) -> str:
    """A sentence with blanks for quotations and brackets."""
    return QUOTED.sub(lambda m: " " * len(m.group()), text)


def masked(text: str) -> str:
    """A sentence in lower case, quotations and brackets blanked, as long as it was."""
    blanked = _blanked(text)
    lowered = blanked.lower()
    return lowered if len(lowered) == len(text) else blanked  # İ grows when lowered


def promises(text: str, before: str = "", *, dated: bool = False) -> str | None:
    """The kind of rule by which a sentence is a commitment, or None.

    Args:
        text: the sentence.
        before: the sentence before it, for whom ``hij`` means.
        dated: whether a deadline stands in it.
    """
    if text.rstrip(" »”\"'").endswith("?"):
        return None
    words = masked(text)
    known = _patterns()
    if _any(known.blocked, words):
        return None
    if known.explicit.search(words) and not _of_others(words):
        return "explicit"
    if (dated or known.later.search(words)) and _any(known.telling, words):
        return "telling"
    if _any(known.returning, words) and (not HE.search(words) or known.owner.search(masked(before))):
        return "returning"
    if dated and _any(known.timed, words) and not _of_others(words):
        return "timed"
    return None


def _of_others(words: str) -> bool:
    """Whether the one who will do it is somebody else."""
    known = _patterns()
    if re.search(rf"{known.subject.pattern},? (?:zal|zullen)(?!\w)", words):
        return False
    return _any(known.others, words) and not re.search(
        r"(?<!\w)(?:ik|wij|we)(?!\w)|(?<!\w)u(?:w kamer)?\s", words
    )


def _any(patterns: Sequence[re.Pattern[str]], words: str) -> bool:
    return any(pattern.search(words) for pattern in patterns)
