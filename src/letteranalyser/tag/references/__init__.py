"""References: documents of parliament, law, case law and what else a letter cites.

``anchors`` finds where one may start; the grammar of its form reads it: ``kamerstuk``, ``partial`` (a number without its
dossier), ``proceedings``, ``law`` (articles and acts), ``eu`` (acts by number), ``case_law``, ``gazettes``, ``documents``.
Each module says which authority or style guide its forms come from. ``addresses`` makes the ids and public addresses.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention, Tags
from letteranalyser.models.letter import Letter
from letteranalyser.tag.limits import Limit, limit_of
from letteranalyser.tag.references import case_law, documents, eu, gazettes, kamerstuk, law, proceedings
from letteranalyser.tag.references.acts import law_url
from letteranalyser.tag.references.anchors import anchors
from letteranalyser.tag.references.numbering import Allowance
from letteranalyser.tag.references.partial import Surroundings, partial

__all__ = ["find_references", "references_in"]

Found = list[ReferenceMention]
_LAW_ID = re.compile(r"(?:BWB[RV]\d{6,8}|CVDR\d{4,8}(?:[_/]\d{1,3})?)(?!\w)")


class _Reading:
    """One text being read: what is needed to read on from a beginning of a reference.

    Attributes:
        text: the text.
        acts: the acts named so far.
        allowance: what ranges of numbers may still add.
        around: the documents of parliament that the text names.
        done: how far it has been read; beginnings before it belong to a reference already read.
    """

    __slots__ = ("acts", "allowance", "around", "done", "text")

    def __init__(self, text: str, acts: law.Mentioned) -> None:
        self.text = text
        self.acts = acts
        self.allowance = Allowance()
        self.around = Surroundings(text)
        self.done = 0

    def kamerstuk(self, match: re.Match[str]) -> Found:
        return kamerstuk.labelled(self.text, match.start(), match.end(), None, self.allowance)

    def kamerstuk_of_house(self, match: re.Match[str]) -> Found:
        return kamerstuk.labelled(self.text, match.start(), match.end(), match[0], self.allowance)

    def dossier(self, match: re.Match[str]) -> Found:
        found, self.done = kamerstuk.bare(self.text, match.start(), self.allowance)
        return found

    def identifier(self, match: re.Match[str]) -> Found:
        at = match.start()
        return (
            kamerstuk.identifier(self.text, at)
            or proceedings.identifier(self.text, at)
            or gazettes.identifier(self.text, at)
        )

    def number(self, match: re.Match[str]) -> Found:
        start, end = match.span()
        return (
            proceedings.register_number(self.text, start, end)
            or documents.bracketed_advice(self.text, start, end)
            or partial(self.text, (start, end), match[0].rstrip(), self.allowance, self.around)
        )

    def paper(self, match: re.Match[str]) -> Found:
        """``op stuk 413``: the word stays outside the mention."""
        start, end = match.span()
        if (
            not self.text.startswith(("op ", "op\n"), max(0, start - 3))
            and self.text[start - 1 : start] != "("
        ):
            return []
        return partial(self.text, (end, end), "nr.", self.allowance, self.around)

    def article(self, match: re.Match[str]) -> Found:
        found, self.done = law.article(self.text, match.start(), self.acts)
        return found

    def european(self, match: re.Match[str]) -> Found:
        at = match.start()
        found, act = eu.acts(self.text, at)
        if act is not None:
            self.acts.note_european(act, at)
            return found
        return law.act_alone(self.text, at, self.acts)

    def name(self, match: re.Match[str]) -> Found:
        at, end = match.span()
        if found := law.act_alone(self.text, at, self.acts):
            return found
        for name in _newspapers_by_first_word().get(match[0], ()):
            if self.text.startswith(name, at):
                return documents.newspaper(self.text, at, at + len(name))
        return documents.policy_paper(self.text, at) if self.text.endswith("nota", at, end) else []

    def law_id(self, match: re.Match[str]) -> Found:
        whole = _LAW_ID.match(self.text, match.start())
        if whole is None:
            return []
        url = law_url(whole[0]) if whole[0].startswith("BWB") else None
        rule = "references.law_id"
        return [
            ReferenceMention(
                start=whole.start(), end=whole.end(), rule=rule, kind=ReferenceKind.LAW, id=whole[0], url=url
            )
        ]


@cache
def _newspapers_by_first_word() -> dict[str, tuple[str, ...]]:
    """Names of newspapers by their first word, the longest first."""
    names: dict[str, list[str]] = {}
    for name in sorted(documents.newspapers(), key=len, reverse=True):
        names.setdefault(name.split()[0].split(".")[0], []).append(name)
    return {word: tuple(of_word) for word, of_word in names.items()}


_READERS: dict[str, Callable[[_Reading, re.Match[str]], Found]] = {
    "identifier": _Reading.identifier,
    "appendix": lambda r, m: proceedings.proceedings(r.text, m.start(), m.end(), True, r.allowance),
    "proceedings": lambda r, m: proceedings.proceedings(r.text, m.start(), m.end(), False, r.allowance),
    "kamerstuk": _Reading.kamerstuk,
    "dossier_word": _Reading.kamerstuk,
    "house": _Reading.kamerstuk_of_house,
    "article": _Reading.article,
    "eu": _Reading.european,
    "advice": lambda r, m: documents.advice(r.text, m.start()),
    "ecli": lambda r, m: case_law.ecli(r.text, m.start()),
    "ljn": lambda r, m: case_law.ljn(r.text, m.start()),
    "case": lambda r, m: case_law.case_number(r.text, m.start()),
    "national_gazette": lambda r, m: gazettes.national_gazette(r.text, m.start()),
    "official_journal": lambda r, m: gazettes.official_journal(r.text, m.start()),
    "state_council": lambda r, m: documents.state_council(r.text, m.start()),
    "commission": lambda r, m: documents.commission_document(r.text, m.start()),
    "resolution": lambda r, m: documents.resolution(r.text, m.start()),
    "bwb": _Reading.law_id,
    "number": _Reading.number,
    "paper": _Reading.paper,
    "register": lambda r, m: proceedings.register_number(r.text, m.start(), m.start()),
    "celex": lambda r, m: eu.celex_number(r.text, m.start()),
    "short_article": lambda r, m: law.short_article(r.text, m.start(), r.acts),
    "dossier": _Reading.dossier,
    "name": _Reading.name,
}


def _read(text: str, acts: law.Mentioned, limit: Limit) -> Found:
    reading = _Reading(text, acts)
    found: Found = []
    pattern, forms = anchors()
    for match in pattern.finditer(text):
        if match.start() < reading.done:
            continue
        references = _READERS[forms[match.lastindex or 0]](reading, match)
        if references:
            found += references
            reading.done = max(reading.done, references[-1].end)
            if len(found) > limit.left:
                text = text[: reading.done]
                break
    found += law.defined_abbreviations(text, acts, found)
    return limit.take(sorted(found, key=lambda mention: (mention.start, mention.end)))


def references_in(text: str, year: int | None = None, limit: Limit | None = None) -> list[ReferenceMention]:
    """All references in a text, in reading order; at most as many as the limit allows.

    Args:
        text: any text.
        year: year of the letter, for names that meant another act before; such a name stays without a number where it
            is not known.
        limit: of the references that are read.

    >>> [m.id for m in references_in("de motie-Visser (Kamerstuk 27 625, nr. 301) en artikel 7.2 van de Waterwet")]
    ['kst-27625-301', 'Waterwet artikel 7.2']
    """
    return _read(text, law.Mentioned(year), limit or limit_of("references"))


def find_references(
    letter: Letter,
    tags: Tags,  # noqa: ARG001  # every finder takes them
    limit: Limit,
) -> Iterable[ReferenceMention]:
    """All references of a letter, first those of its text, then those of its footnotes.

    Abbreviations that the text defines (``Wet kinderopvang (Wko)``) hold in the footnotes too.
    """
    acts = law.Mentioned(letter.head.date.year if letter.head.date else None)
    for passage in letter.passages():
        acts.last.clear()
        for mention in _read(passage.text, acts, limit):
            yield (
                mention
                if passage.footnote is None
                else mention.model_copy(update={"footnote": passage.footnote})
            )
