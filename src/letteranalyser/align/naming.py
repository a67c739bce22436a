"""What a proposal is called: the words of a letter that name it, as short as may be.

A Dutch main clause has a place before the finite verb, a middle between that verb and the rest of the predicate, and a
place behind it (Algemene Nederlandse Spraakkunst, ch. 21). What the cabinet answers stands in one of the three: ``Een
verbod | acht | ik | niet wenselijk``, ``Wij staan | nieuwe bebouwing | niet toe``, ``Ik ben niet voornemens | de keuze te
beperken``. Of a subordinate clause only the last two are there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from letteranalyser.align.clauses import Parsed
from letteranalyser.align.phrases import Compiler, PhraseBook
from letteranalyser.vocabulary import load

LONGEST = 24
"""Words; a longer name is cut at a word and ends in an ellipsis."""
_LETTERS = 4
"""A name has a word of at least so many letters that says something."""
_TELLING = 12
"""Letters from which one word alone may be a name."""
_TO_DO = re.compile(r"[^.;:]{2,220}?(?<!\w)te\s+\w{3,30}n(?!\w)")
_THAT = re.compile(r"(?<!\w)(?:dat|omdat|hoewel|aangezien|of)\s+(?=(?:de|het|een|\w+)\s)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\W*(?:(?:pas|eerst|alleen|slechts|ook)\s+)?(?:met|door|in|bij|op|vanuit|binnen|na|sinds|om|via|tijdens|naast|zonder|onder|ten|ter|per|uit|conform|volgens|gelet|gezien|vanwege|"
    r"voor|aan|tegen|over|tot|naar|van)\s",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:waar\w+|welke|wat|hetgeen|zoals)\s")
_WHEN = re.compile(
    r"\W*(?:in|bij|tijdens|op|per|voor|vóór|vanaf|sinds)\s+(?:(?:de|het)\s+)?(?:\w+\s+){0,2}?(?:kwartaal|jaar|maand|week|helft|periode|19\d\d|20\d\d|\d{1,2}\s)"
)
_NO_SUCH = re.compile(r"(?<!\w)geen\s+(?=\w)")
_NOUN_LEAD = re.compile(r"(?<!\w)(?:het(?:\s\w+)?|te|tot)\s$")
_SUBJECT = re.compile(r"^\W*(?:ik|wij|we|het kabinet|de regering|Nederland)\s", re.IGNORECASE)
_DETERMINED = re.compile(r"\W*(?:de|het|een|geen|elke?|alle)\s", re.IGNORECASE)
_OBJECT_INSIDE = re.compile(r"(?<!\w)(?:de|het|een|geen|elke?|alle|meer|extra|nieuwe)\s+\w", re.IGNORECASE)
"""What shows that a stretch within a formula holds an object, not only words of the formula."""
_AMENDMENT = re.compile(
    r"(?<![\w-])(?:gewijzigd\s+|nader gewijzigd\s+|sub)?amendement(?:en)?(?:-[\w’'/-]+)?"
    r"(?:\s+van\s+(?:het\s+lid|de\s+leden|mevrouw|de\s+heer)\s+[^,.;:()]{2,60}?(?=\s*\(|\s+(?:over|tot|om|inzake|dat|waar\w+|wordt|is|acht|ontraad|laat|kan)(?!\w)|[,.;:]|$))?"
    r"(?:\s*\([^()]{1,60}\))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    empty: re.Pattern[str]
    finite: re.Pattern[str]
    request: re.Pattern[str]
    asking: PhraseBook
    whom: re.Pattern[str]
    openers: re.Pattern[str]
    describing: re.Pattern[str]
    behind: re.Pattern[str]
    person: re.Pattern[str]
    deed: re.Pattern[str]


def _any(values: Sequence[str]) -> str:
    return "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in sorted(values, key=len, reverse=True))


@cache
def _words() -> _Words:
    data, voices, proposals = load("naming"), load("voices"), load("proposals")["words"]
    edge, empty = _any(data["edges"]["words"]), _any(data["empty"]["nouns"])
    finite = _any([*voices["finite"]["verbs"], *data["finite"]["verbs"]])
    compiler = Compiler({}, {})
    nouns = f"(?:{_any(proposals['attributes'])})\\s+(?:[\\w-]{{2,30}}e\\s+)?[\\w-]{{3,40}}|(?:[\\w-]{{0,30}}-)?(?:{_any(proposals['nouns'])})"
    return _Words(
        leading=re.compile(rf"^\W*(?:{edge})(?![\w-])\s*", re.IGNORECASE),
        trailing=re.compile(rf"\s(?:{edge}|{_any(data['edges']['last'])})\W*$", re.IGNORECASE),
        empty=re.compile(rf"(?:{edge}|{empty})$", re.IGNORECASE),
        finite=re.compile(rf"(?<!\w)(?:{finite})(?!\w)"),
        request=re.compile(rf"(?<![\w-])(?:{nouns})(?![\w-])", re.IGNORECASE),
        asking=PhraseBook([compiler.phrase(phrase) for phrase in voices["asking"]["phrases"]]),
        whom=re.compile(rf"^\W*(?:{_any(data['asked']['addressees'])})(?!\w)\W*", re.IGNORECASE),
        openers=re.compile(rf"^\W*(?:{_any(data['asked']['openers'])})\s+", re.IGNORECASE),
        describing=re.compile(rf",\s+(?:{'|'.join(data['asked']['describing'])})(?!\w)", re.IGNORECASE),
        behind=re.compile(rf"^\W*(?:{_any(data['asked']['behind'])})\s", re.IGNORECASE),
        person=re.compile(rf"^(?:{_any(data['asked']['persons'])})(?!\w)", re.IGNORECASE),
        deed=re.compile(rf"(?:{_any(proposals['ending'])})$", re.IGNORECASE),
    )


def clipped(text: str) -> str:
    """A name of at most ``LONGEST`` words, without a mark at its ends."""
    words = text.strip(" ,.;:–-").split()
    return " ".join(words) if len(words) <= LONGEST else " ".join(words[:LONGEST]) + " …"


def says_something(name: str, *, named: bool = False) -> bool:
    """Whether a name holds a word that tells what is proposed, not only that something is."""
    if _words().person.match(name) or _words().leading.fullmatch(name) or _RELATIVE.match(name):
        return False
    words = re.findall(r"[^\W_]+", name)
    if len(words) == 1 and not named and not _words().deed.search(name) and len(name) < _TELLING:
        return False  # one short word is as likely an adverb or a participle
    return any(
        (len(word) >= _LETTERS or not word.islower()) and _words().empty.match(word) is None for word in words
    )


def _name(candidate: str) -> str:
    """A candidate without its edges; empty where it says nothing."""
    name = _trimmed(candidate)
    return clipped(name) if says_something(name, named=_DETERMINED.match(candidate) is not None) else ""


def answered(parsed: Parsed, start: int, end: int, first: int, last: int) -> str:
    """The name, in a sentence, of what a formula in it answers; empty where it only points back.

    Args:
        parsed: the sentence.
        start: offset at which the formula begins.
        end: offset behind it.
        first: index of the clause in which it begins.
        last: index of the clause in which it ends.
    """
    amendment = _AMENDMENT.search(parsed.text)
    if amendment is not None:
        return clipped(amendment.group())
    low, high = parsed.clauses[first].start, parsed.clauses[last].end
    for candidate in _fields(parsed, start, end, low, high):
        if name := _name(candidate):
            return name
    return ""


def put_forward(parsed: Parsed, start: int | None = None) -> str:
    """The name of what a sentence asks for, or its parts before the one at an offset; empty where they ask nothing."""
    before = len(parsed.text)
    if start is not None:
        part = parsed.clauses[parsed.clause_at(start)].part
        before = next(clause.start for clause in parsed.clauses if clause.part == part)
    return next(filter(None, map(_name, _objects(parsed, before))), "")


def asked(parsed: Parsed) -> str:
    """The name of what a sentence asks or puts forward: the object of its asking verb, or the request that it names."""
    amendment = _AMENDMENT.search(parsed.text)
    if amendment is not None:
        return clipped(amendment.group())
    whether = re.search(r"(?<!\w)(?:of|om)\s+([^.;:]{8,})", parsed.masked)
    for candidate in (
        *_objects(parsed),
        *(parsed.text[a:b] for a, b in _requests(parsed, 0, len(parsed.text))),
        parsed.text[whether.start(1) : whether.end(1)] if whether else "",
        *_around_verb(parsed),
    ):
        if (name := _name(candidate)) and not _WHEN.match(candidate):
            return name
    return clipped(_trimmed(parsed.text) or parsed.text)


def _fields(parsed: Parsed, start: int, end: int, low: int, high: int) -> Iterator[str]:
    """The places of a clause in which what is answered may stand, the likeliest first."""
    text, masked = parsed.text, parsed.masked
    part = parsed.clauses[parsed.clause_at(start)].part
    part_start = next(clause.start for clause in parsed.clauses if clause.part == part)
    reaching = list(_requests(parsed, part_start, high, start))
    yield from (text[a:b] for a, b in reaching if b > low)
    that = [m.end() for m in _THAT.finditer(masked, low, end)]
    if that:
        inner = text[that[-1] : start if that[-1] < start else end]
        if re.match(r"(?:dit|dat|deze|die|zulks|zij|hij)\s", inner):
            return  # a pronoun is its subject
        yield inner if that[-1] < start else re.split(r"\s(?:niet|wel)\s", inner, maxsplit=1)[0]
    verb = _finite(masked, that[-1] if that else low, high)
    front = text[low : verb.start()] if verb and not that else ""
    middle = ""
    if verb and verb.end() < end:
        middle = text[verb.end() : start if start > verb.end() else end]
        if start <= verb.end() and not _OBJECT_INSIDE.search(middle) and not _deeds(middle):
            middle = ""
        if none := _NO_SUCH.search(middle):
            middle = middle[none.end() :]
    adverbial = [field for field in (front, middle) if _PREPOSITION.match(field)]
    yield from (field for field in (front, middle) if field not in adverbial)
    if _words().behind.match(_SUBJECT.sub("", masked[end:high])):
        behind = _TO_DO.match(masked, end)
        yield text[end : behind.end()] if behind else text[end:high]
    yield from adverbial
    yield from (text[a:b] for a, b in reaching if b <= low)


def _around_verb(parsed: Parsed) -> Iterator[str]:
    """What stands before the finite verb, where that is something that one does, else what follows it."""
    verb = _finite(parsed.masked)
    if verb is None:
        return
    front, rest = parsed.text[: verb.start()], parsed.masked[verb.end() :]
    if _deeds(front):
        yield front
    stop = re.search(r"[,.;:]", rest)
    yield parsed.text[verb.end() : verb.end() + (stop.start() if stop else len(rest))]
    yield front


def _requests(parsed: Parsed, low: int, high: int, start: int | None = None) -> Iterator[tuple[int, int]]:
    """Where the requests stand that a stretch names, each with what belongs to it: ``de wens om …``, ``het voorstel voor …``.

    Where the predicate begins at ``start``, a request before it does not run into it.
    """
    for noun in _words().request.finditer(parsed.masked, low, high):
        end = _complement_end(parsed, noun.end())
        before = start is not None and noun.end() <= start
        yield noun.start(), min(end, start) if before and start is not None else end


def _complement_end(parsed: Parsed, at: int) -> int:
    """Where the complement of a request ends that may begin at an offset."""
    masked = parsed.masked
    opener = re.compile(r"\s+(om|dat|van|voor|tot|over|aan|uit|in|inzake|betreffende|op)\s+").match(
        masked, at
    )
    if opener is None:
        return at
    if opener.group(1) == "om":
        to_do = _TO_DO.match(masked, opener.end())
        if to_do is not None:
            return to_do.end()
    stop = re.compile(r"[,.;:]|\s+te\s").search(masked, opener.end())
    end = stop.start() if stop else len(masked)
    if opener.group(1) != "dat":
        verb = _finite(masked, opener.end(), end)
        nested = re.compile(r"\s(?:om|dat|waar\w+)\s").search(masked, opener.end(), end)
        if (
            nested is not None
            and nested.group().strip() == "om"
            and (to := _TO_DO.match(masked, nested.end()))
        ):
            return to.end()
        end = min(end, verb.start() if verb else end)
    return end


def _objects(parsed: Parsed, high: int | None = None) -> Iterator[str]:
    """What the asking verbs of a sentence, or of its part before an offset, ask for."""
    for start, end in _asking(parsed.masked[:high]):
        clause = parsed.clauses[parsed.clause_at(start)]
        inside = parsed.masked[start:end].split()
        if len(inside) > 1:
            yield parsed.text[start + len(inside[0]) : _particle_end(parsed, inside[-1], end, clause.end)]
        yield _object(parsed, end)
        if clause.start and _words().describing.match(parsed.masked, max(0, clause.start - 1)):
            before = parsed.clauses[parsed.clause_at(start) - 1]
            yield _until_verb(parsed, before.start, before.end)
        else:
            yield parsed.text[clause.start : start]


@lru_cache(maxsize=16)  # a sentence is asked for its requests more than once
def _asking(masked: str) -> tuple[tuple[int, int], ...]:
    """Where the asking verbs stand."""
    return tuple(
        sorted(m.span() for regex in _words().asking.in_text(masked) for m in regex.finditer(masked))
    )


def _particle_end(parsed: Parsed, particle: str, end: int, high: int) -> int:
    """Where the particle of a separable verb stands: of ``stelt … voor iedereen voor`` the last ``voor``."""
    last = re.search(rf"(?<!\w){re.escape(particle)}\W*$", parsed.masked[end:high])
    return end + last.end() if last else end


def _deeds(text: str) -> bool:
    """Whether a text has a word for something that one does or sets up."""
    return any(_words().deed.search(word) for word in re.findall(r"[^\W_]{6,}", text))


def _finite(text: str, low: int = 0, high: int | None = None) -> re.Match[str] | None:
    """The first finite verb of a stretch; an infinitive that is a noun (``het geven van``) or has ``te`` is none."""
    for match in _words().finite.finditer(text, low, len(text) if high is None else high):
        if not (
            match.group().endswith("n")
            and _NOUN_LEAD.search(text, max(low, match.start() - 24), match.start())
        ):
            return match
    return None


def _until_verb(parsed: Parsed, low: int, high: int) -> str:
    verb = _finite(parsed.masked, low, high)
    if verb is not None and verb.start() - low < _LETTERS:
        return parsed.text[verb.end() : high]
    return parsed.text[low : verb.start() if verb else high]


def _object(parsed: Parsed, at: int) -> str:
    """What follows an asking verb: whom it asks left out, up to a clause that only describes it."""
    rest = parsed.masked[at:]
    whom = _words().whom.match(rest)
    at += whom.end() if whom else 0
    rest = parsed.masked[at:]
    opener = _words().openers.match(rest)
    stop = re.search(r"[.;:]|\s[–—]\s", rest)
    end = stop.start() if stop else len(rest)
    to_do = _TO_DO.match(rest) if opener and opener.group().strip() in ("om", "te") else None
    if to_do is not None and to_do.end() <= end:
        return parsed.text[at : at + to_do.end()]
    describing = _words().describing.search(rest, 0, end)
    return parsed.text[at : at + (describing.start() if describing else end)]


def _trimmed(text: str) -> str:
    """A stretch without the words at its ends that name nothing."""
    text = text.strip(" ,.;:–-()")
    text = re.sub(r"^(?:\d{1,2}[.)]|\([a-z0-9]\)|[–•-])\s+", "", text)
    while (match := _words().leading.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    while (match := _words().trailing.search(text)) and match.start():
        text = text[: match.start()]
    return text.strip(" ,.;:–-")
