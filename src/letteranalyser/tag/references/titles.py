"""Names of acts that are in no list, read by their form.

A Dutch act is cited by its citation title (citeertitel), which starts with a capital and says what it is: one word on
-wet, -besluit or -regeling (``Waterwet``), or such a word followed by its subject in lower case (``Wet goed
verhuurderschap``): Aanwijzingen voor de regelgeving, aanwijzing 4.25. Where the title ends the form alone does not
say; it is taken to end before a verb, a pronoun or a preposition that titles do not have in that place.
"""

import re
from functools import cache

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references.acts import Act, sort_of
from letteranalyser.vocabulary import load

LONGEST = 14
"""Words of a title."""

_TEMPORARY = re.compile(
    r"(?:Tijdelijke|Algemene|Verzamel|Tweede|Eerste|Aanvullende)\s(?:[Ww]et|[Rr]egeling|[Rr]ijkswet)\b|(?:Tijdelijk|Algemeen)\s(?:[Bb]esluit|[Rr]eglement)\b"
)
_COMPOUND = re.compile(
    r"[A-ZÀ-Þ][\w’'-]{2,50}?(?:wet|wetboek|besluit|regeling|reglement|verordening|richtlijn|verdrag|handvest|protocol|"
    r"circulaire|statuut)(?![\w’'-])"
)
_HEAD = re.compile(r"[A-Z][a-z]{2,25}(?![\w’'-])")
_HEAD_ALONE = re.compile(
    r"(?:(?:Rijks|Uitvoerings|Invoerings|Aanvullings|Aanpassings|Kader|Verzamel|Goedkeurings|Instellings|Overgangs|Reparatie|"
    r"Experimenten)wet|Wet|(?:Tijdelijke|Algemene)\s[Ww]et)(?=[\s\u00a0])"
)
_ACT_COMPOUND = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ-]{2,40}wet(?![\w’'-])")
_SUFFIX = re.compile(
    r"[\s\u00a0]{1,2}(?:(?:19|20)\d\d|BES|I{1,3}|[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?:\s(?:19|20)\d\d|(?=\s\d{4})))(?![\w-])"
)
_WORD = re.compile(r"[\s\u00a0]{1,2}(?P<word>[^\W\d_][\w’'-]*|(?:19|20)\d\d(?!\w))")
_LIST = re.compile(r",\s(?:[a-zà-ÿ-]{3,30},\s){0,3}[a-zà-ÿ-]{3,30}\sen\s[a-zà-ÿ]")
_LINKS = frozenset(
    (
        "op",
        "van",
        "voor",
        "inzake",
        "tegen",
        "tot",
        "ter",
        "bij",
        "betreffende",
        "en",
        "of",
        "de",
        "het",
        "der",
    )
)
_ARTICLES = frozenset(("de", "het", "der", "een"))
_ACTION = (
    "ing",
    "zicht",
    "heid",
    "verbod",
    "plicht",
    "aanpak",
    "toegang",
    "beheer",
    "gebruik",
    "bestrijding",
    "opvang",
)
_NOT_BEHIND_LINK = frozenset(
    (
        "toepassing",
        "kracht",
        "grond",
        "basis",
        "zover",
        "belang",
        "dit",
        "deze",
        "dat",
        "die",
        "stand",
        "nu",
        "orde",
        "elkaar",
        "wel",
    )
)
_NO_SUBJECT = frozenset(("en", "of", "is", "wordt", "die", "dat", "wet"))
SHORTEST_SUBJECT = 3
_ORDER_ALONE = re.compile(
    r"(?:Uitvoerings|Invoerings)?(?:[Bb]esluit|[Rr]egeling)\s(?P<subject>[a-zà-ÿ-]{5,40})(?![\w’'])"
)
"""An order by its title: ``het Besluit politiegegevens``."""
_ITS_ARTICLE = ("het ", "Het ", "de ", "De ")
_VERB = re.compile(r"(?<!ei)(?<!zich)(?<!diens)(?<!rech)t$")
"""What ``het Besluit`` does: ``regelt``, ``vervalt``."""
FIRST_WORDS = (
    "Wet", "Rijkswet", "Tijdelijke", "Algemene",
    "Besluit", "Regeling", "Uitvoeringsbesluit", "Uitvoeringsregeling", "Invoeringsbesluit",
)  # fmt: skip
"""What a title that stands by itself begins with, besides the words on -wet."""


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(load("acts")["words"][which])


def _act(name: str) -> Act:
    name = " ".join(name.split())
    sort = sort_of(name)
    kind = (
        ReferenceKind.EU_LAW
        if sort == "richtlijn" or name.startswith(("EU-", "Europese "))
        else ReferenceKind.LAW
    )
    return Act(name=name, kind=kind, identifier=name, url=None, sort=sort)


def _joins(before: str, word: str, following: str, subjects: int, *, in_list: bool) -> bool:
    """Whether a preposition, article or conjunction belongs to a title.

    Args:
        before: the word before it, or an empty string right behind the head of the title.
        word: the word, in lower case.
        following: the word behind it.
        subjects: how many words of the subject have been read.
        in_list: whether a list with commas has begun.
    """
    if following.isdigit() or following.lower() in _words("stop") or following.lower() in _NOT_BEHIND_LINK:
        return False
    if word in {"en", "of"}:
        return bool(before) and (
            in_list or not (following[0].isupper() or following in _LINKS or following in _ARTICLES)
        )
    if word in _ARTICLES:
        return not before or before in _LINKS
    return (
        not before or before.endswith(_ACTION) or (word == "op" and following in _ARTICLES and subjects == 1)
    )


def _subject_end(text: str, at: int) -> int:
    """Where the subject of a title ends that starts behind its head at ``at``; ``at`` if there is none."""
    end = position = at
    before = ""
    subjects = 0
    in_list = False
    for _ in range(LONGEST):
        if _LIST.match(text, position):
            position += 1
            in_list = True
        step = _WORD.match(text, position)
        word = step["word"] if step else ""
        lowered = word.lower()
        if step is None or lowered in _words("stop") or lowered.startswith("artikel"):
            break
        if lowered in _LINKS:
            following = _WORD.match(text, step.end())
            if following is None or not _joins(
                before.lower(), lowered, following["word"], subjects, in_list=in_list
            ):
                break
        elif (
            word[0].isupper()
            and before.islower()
            and before not in _LINKS
            and not word.partition("-")[0].isupper()
        ):
            break  # a name behind a noun: the sentence goes on
        else:
            end = step.end()
            subjects += 1
        before = word
        position = step.end()
    return end


def read_title(text: str, at: int) -> tuple[Act, int] | None:
    """The act whose title stands at ``at`` behind an article number, and where the title ends."""
    if (temporary := _TEMPORARY.match(text, at)) is not None:
        end = _subject_end(text, temporary.end())
        return (_act(text[at:end]), end) if end > temporary.end() else None
    head = _HEAD.match(text, at)
    if head is not None and head[0] in _words("heads"):
        end = _subject_end(text, head.end())
        return (_act(text[at:end]), end) if end > head.end() else None
    compound = _COMPOUND.match(text, at)
    if compound is None:
        return None
    end = compound.end()
    for _ in range(2):
        if (suffix := _SUFFIX.match(text, end)) is not None:
            end = suffix.end()
    return _act(text[at:end]), end


def read_title_alone(text: str, at: int) -> tuple[Act, int] | None:
    """The act whose title stands at ``at`` by itself: ``Wet ...`` with its subject, or one word on -wet."""
    if (head := _HEAD_ALONE.match(text, at)) is not None:
        subject = _WORD.match(text, head.end())
        word = subject["word"].lower() if subject else "en"
        if word in _NO_SUBJECT or (len(word) < SHORTEST_SUBJECT and word not in _LINKS):
            return None
        return read_title(text, at)
    order = _ORDER_ALONE.match(text, at)
    if order is not None:
        fits = text.endswith(_ITS_ARTICLE, 0, at) and not _VERB.search(order["subject"])
        return read_title(text, at) if fits else None
    compound = _ACT_COMPOUND.match(text, at)
    if compound is None or compound[0] in _words("no_act"):
        return None
    end = compound.end()
    if (suffix := _SUFFIX.match(text, end)) is not None and suffix[0].strip()[0].isdigit():
        end = suffix.end()
    return _act(text[at:end]), end
