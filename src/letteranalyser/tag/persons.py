"""Persons: members, ministers by name, signatories, and whoever is named with a title, an office or a given name."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.gazetteer import known_words
from letteranalyser.tag.names import INITIALS, UPPER, given_names, read_name, read_names, surname
from letteranalyser.vocabulary import load

_CAPITALISED = re.compile(rf"(?<![\w-])[{UPPER}]\w+(?:-[{UPPER}]\w+)?(?=[ \u00a0][{UPPER}a-z’'])")
_SHIP = re.compile(r"(?:Hr|Zr|Hare|Zijne)\.? ?M(?:s|ajesteits)\.? ?$")
_NO_INITIALS = frozenset(
    {
        "N.V.",
        "B.V.",
        "V.S.",
        "E.U.",
        "H.M.",
        "Z.M.",
        "Z.K.H.",
        "H.K.H.",
        "U.S.",
        "V.N.",
        "U.K.",
        "A.C.",
        "St.",
        "Mr.",
        "Dr.",
        "Drs.",
        "Ir.",
        "Ing.",
        "Prof.",
        "Mw.",
        "Dhr.",
    }
)
_BACKWARDS = re.compile(
    rf"(?<![\w-])(?:(?P<given>[{UPPER}]\w+) )?(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Ii]n|[Oo]p|[’']t) ){{0,3}}"
    rf"[{UPPER}][\w’'-]{{1,30}}(?: [{UPPER}][\w’'-]{{1,30}})?) $"
)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("persons")["words"]
    titles = rf"(?:(?:{_any(words['titles'])})\.[ \u00a0]?)"
    functions = [*words["functions"], *(word[:1].upper() + word[1:] for word in words["functions"])]
    parties = _any(sorted(known_words(("parties",), "party")))
    return {
        "one": re.compile(rf"(?<![\w-])(?:{_any(words['one'])}) {titles}{{0,4}}"),
        "many": re.compile(rf"(?<![\w-])(?:{_any(words['many'])}) {titles}{{0,4}}"),
        "named_after": re.compile(rf"(?<![\w])(?:{_any(words['named_after'])})(?:-| )(?:van (?=[{UPPER}]))?"),
        "function": re.compile(rf"(?<![\w-])(?:{_any(functions)}) {titles}{{0,4}}(?=[{UPPER}])"),
        "title": re.compile(rf"(?<![\w.]){titles}{{1,4}}(?=[{UPPER}a-z’'])", re.IGNORECASE),
        "party": re.compile(rf"(?<= )\((?:{parties})(?: c\.s\.)?\)"),
    }


def find_persons(letter: Letter, text: str, *, is_letter: bool) -> Iterator[Candidate]:
    """Persons in the letter's text, or in a footnote's.

    Args:
        letter: the letter.
        text: its text or a footnote's.
        is_letter: whether ``text`` is the letter's, with its paragraphs and signatures.
    """
    found: dict[tuple[int, int], tuple[str, Certainty]] = {}
    for rule, start, end in _spans(text):
        certainty = Certainty.NAMED if rule in ("function", "given_name") else Certainty.STATED
        found.setdefault((start, end), (rule, certainty))
    if is_letter:
        for start, end in _signatures(letter):
            found.setdefault((start, end), ("signature", Certainty.STATED))
    full = _full_names(text[start:end] for start, end in found)
    for (start, end), (rule, certainty) in found.items():
        name = text[start:end]
        yield Candidate(
            start, end, full.get(surname(name), _tidy(name)), "person", f"persons.{rule}", certainty
        )
    yield from _repeats(text, found, full)


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Rule and span of every name that something beside it announces."""
    for rule, start, end in chain(
        _announced(text), _with_party(text), _with_initials(text), _in_office(text), _with_given_name(text)
    ):
        if end is not None:
            yield rule, start, end


Named = Iterator[tuple[str, int, int | None]]
"""Rule, start, and end where a name was read."""


def _announced(text: str) -> Named:
    """After ``het lid``, ``de heren``, ``motie-``, ``drs.``."""
    patterns = _patterns()
    for rule in ("many", "named_after"):
        for trigger in patterns[rule].finditer(text):
            # `de leden van Aedes` are no members named: a list of names begins with a capital.
            if rule == "many" and text.startswith(("van ", "voor ", "uit "), trigger.end()):
                continue
            for start, end in read_names(text, trigger.end()):
                yield rule, start, end
    for rule in ("one", "title"):
        for trigger in patterns[rule].finditer(text):
            yield rule, trigger.end(), read_name(text, trigger.end())


def _with_party(text: str) -> Named:
    """Before a party in brackets."""
    for trigger in _patterns()["party"].finditer(text):
        offset = max(0, trigger.start() - 70)
        before = _BACKWARDS.search(text[offset : trigger.start()])
        if not before:
            continue
        start = offset + (before.start("given") if before["given"] in given_names() else before.start("name"))
        # A capitalised word that is no part of the name may stand before it: ``Ook Kuik (CDA)``.
        while start < trigger.start() and read_name(text, start) != trigger.start() - 1:
            start = text.find(" ", start) + 1
        if start < trigger.start():
            yield "party", start, trigger.start() - 1


def _with_initials(text: str) -> Named:
    for initials in INITIALS.finditer(text):
        end = read_name(text, initials.start())
        if end and initials.group().strip() not in _NO_INITIALS and end > initials.end():
            yield "initials", initials.start(), end


def _in_office(text: str) -> Named:
    """After the name of an office: ``voorzitter Jansen``; more than one after its plural."""
    for trigger in _patterns()["function"].finditer(text):
        names = read_names(text, trigger.end())
        plural = trigger.group().rstrip().endswith(("ministers", "staatssecretarissen"))
        for start, end in names if plural else islice(names, 1):
            yield "function", start, end


def _with_given_name(text: str) -> Named:
    for word in _CAPITALISED.finditer(text):
        if word.group() in given_names() and not _SHIP.search(text[max(0, word.start() - 20) : word.start()]):
            end = read_name(text, word.start())
            if end and end > word.end():
                yield "given_name", word.start(), end


def _signatures(letter: Letter) -> Iterator[tuple[int, int]]:
    """Names in the signature block, in capitals too, and wherever the splitter's senders stand in the text."""
    known = [sender.name for sender in letter.head.senders if sender.name]
    for paragraph in letter.paragraphs:
        if paragraph.kind is ParagraphKind.SIGNATURE:
            for name in known:
                at = letter.text.find(name, paragraph.start, paragraph.end)
                if at >= 0:
                    title = _patterns()["title"].match(letter.text, at, at + len(name))
                    yield (title.end() if title else at), at + len(name)


def _full_names(names: Iterator[str]) -> dict[str, str]:
    """Surname to the one fuller name that the letter gives with it."""
    fuller: dict[str, set[str]] = {}
    for name in names:
        if surname(name).lower() != name.lower():
            fuller.setdefault(surname(name), set()).add(name)
    return {last: next(iter(full)) for last, full in fuller.items() if len(full) == 1}


def _tidy(name: str) -> str:
    words = name.title() if name.isupper() else name
    return words[:1].upper() + words[1:]


def _repeats(
    text: str, found: dict[tuple[int, int], tuple[str, Certainty]], full: dict[str, str]
) -> Iterator[Candidate]:
    """Later mentions by surname of those whom the letter has introduced."""
    known = {
        surname(text[start:end])
        for (start, end), (_, certainty) in found.items()
        if certainty is Certainty.STATED
    }
    if not known:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{_any(sorted(known))})(?![\w-]| [{UPPER}])")
    for match in pattern.finditer(text):
        name = match.group()
        yield Candidate(
            match.start(),
            match.end(),
            full.get(name, name),
            "person",
            "persons.named_before",
            Certainty.NAMED,
        )
