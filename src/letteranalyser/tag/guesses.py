"""Party groups, and names that only the company they keep tells to be an organisation's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.gazetteer import forms_in, known_words
from letteranalyser.tag.names import UPPER, is_stop
from letteranalyser.vocabulary import load

_LETTERS = rf"[{UPPER}](?=\w{{0,9}}[{UPPER}])\w{{1,9}}(?:&\w{{1,4}})?"
"""An abbreviation: at least two capitals."""

_COMPANY = re.compile(
    rf"(?:[Vv]olgens|[Aa]ldus|[Nn]amens|[Vv]anuit|(?:lid|leden|voorzitter|directeur|bestuur|woordvoerder|advies|rapport|onderzoek|oordeel|"
    rf"verzoek|brief|reactie|standpunt|bevindingen|cijfers|initiatief|steun|medewerking|brandbrief|petitie|manifest|enquête|oproep|"
    rf"aanbevelingen|leden|raming|berekeningen) van|(?:overleg|gesprek|gesprekken|samenwerking|afspraken|overlegd|gesproken|contact|"
    rf"afstemming|overeenstemming|samen|akkoord|convenant) met|(?:uitgevoerd|opgesteld|aangeboden|ingediend|ondertekend|verricht|uitgebracht|"
    rf"gepubliceerd|ontwikkeld|georganiseerd|beheerd|geleid|gesteld|aangevraagd|ondersteund|gefinancierd) door|[Pp]artijen als|onder meer|"
    rf"onder andere) (?:de |het )?(?P<name>{_LETTERS})(?![\w/-])"
)
_ACTING = re.compile(
    rf"(?<![\w-])(?P<name>{_LETTERS}) (?:adviseert|stelt|concludeert|constateert|pleit|vindt|meldt|schrijft|raamt|verwacht|beveelt|onderschrijft|"
    rf"benadrukt|waarschuwt|vreest|wil|oordeelt|publiceerde|presenteerde|bracht|heeft|hebben|zal|gaat|geeft|gaf|adviseerde|stelde|concludeerde|"
    rf"constateerde|ziet|voert|onderzoekt|onderzocht|ontvangt|houdt|signaleert|rapporteert|acht|eist|betwist|meent|steunt|kreeg|krijgt|werkt)\b"
)
_BESIDE = re.compile(rf"(?:,| en|, en|/| dan wel| of) ?(?:de |het )?(?P<name>{_LETTERS})(?![\w/-])")


_WORD = rf"[{UPPER}][a-zà-ÿ]{{2,20}}(?: [{UPPER}][a-zà-ÿ]{{2,20}}){{0,2}}"
_WORD_BESIDE = re.compile(rf"(?:,| en|, en) (?:de |het )?(?P<name>{_WORD})(?![\w/’-])")
_DONE_BY = re.compile(
    rf"(?:uitgevoerd|opgesteld|verricht|ontwikkeld|in opdracht|geproduceerd|gebouwd) (?:door|van) (?:de |het )?(?:onderzoeksbureau |bureau )?"
    rf"(?P<name>{_WORD})(?![\w/’-])"
)
_PLACE = re.compile(
    rf"\b(?:[Ii]n|te|nabij|rond|rondom|[Vv]anuit|[Uu]it|[Bb]ij|naar|tussen|omgeving van|[Ii]n de)(?: {_WORD} en)? (?P<name>"
    rf"(?:(?:Nieuw|Oud|Noord|Zuid|Oost|West|Sint)[ -])?[{UPPER}][a-zà-ÿ]{{1,14}}(?:meer|waard|dam|drecht|veen|huizen|hoven|burg|berg|bergen|wijk|broek|"
    rf"ingen|beek|donk|sluis|woude|horst|rade|kerk|kerke|haven|vliet|zijl|muiden|dijk|oord|wolde|laren|heim|hout|polder|eiland|gouw|woud|rijk|dorp))"
    rf"(?![\w’-]| [{UPPER}])"
)


@cache
def _fractions() -> re.Pattern[str]:
    parties = "|".join(
        re.escape(form) for form in sorted(known_words(("parties",), "party"), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![\w-])(?P<party>{parties})[ -](?:Tweede Kamer|Eerste Kamer|Kamer|senaats)?fracties?(?!\w)"
    )


@cache
def _names_of_parties() -> dict[str, str]:
    return {form: entry.name for form, entry in forms_in(("parties",))}


_GROUP = re.compile(rf"(?<![\w-])(?:Fractie|Groep|Lid)-(?:(?:Van|De|Den|Der) ){{0,2}}[{UPPER}]\w+")
"""A group of those who left their party: ``Fractie-Otten``."""


def find_fractions(text: str) -> Iterator[Candidate]:
    """Groups in parliament, called after their party or member: ``SP-fractie``, ``Fractie-Otten``."""
    for found in _GROUP.finditer(text):
        yield Candidate(found.start(), found.end(), found.group(), "party", "parties.group")
    for found in _fractions().finditer(text):
        name = _names_of_parties()[found["party"]]
        yield Candidate(found.start(), found.end(), name, "party", "parties.fractie")


@cache
def _excluded() -> frozenset[str]:
    return frozenset(load("not_actors")["words"]["abbreviations"])


def find_guesses(text: str, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Abbreviations that do what an actor does, or stand in one row with an actor."""
    places = {found.span("name") for pattern in (_COMPANY, _ACTING) for found in pattern.finditer(text)}
    for candidate in named:
        if candidate.kind in ("organisation", "agency", "international_org", "institution"):
            beside = _BESIDE.match(text, candidate.end)
            while beside:
                places.add(beside.span("name"))
                beside = _BESIDE.match(text, beside.end())
    places |= _words_beside(text, named)
    for start, end in sorted(places):
        name = text[start:end]
        if name not in _excluded() and not is_stop(name.split()[0]):
            yield Candidate(start, end, name, "organisation", "guesses.company", Certainty.GUESS)
    yield from _places(text)


def _words_beside(text: str, named: Sequence[Candidate]) -> set[tuple[int, int]]:
    """Names in one row with an organisation, or of those who did a study: ``de VGN en Arcares``."""
    ends = _not_ends()
    found = {match.span("name") for match in _DONE_BY.finditer(text)}
    for candidate in named:
        if candidate.kind == "organisation":
            beside = _WORD_BESIDE.match(text, candidate.end)
            while beside:
                found.add(beside.span("name"))
                beside = _WORD_BESIDE.match(text, beside.end())
    return {(start, end) for start, end in found if not text[start:end].lower().endswith(ends)}


def _places(text: str) -> Iterator[Candidate]:
    """Places that no list has, by a preposition before and the way their names end: ``in Middenmeer``."""
    for found in _PLACE.finditer(text):
        name = found["name"]
        if not is_stop(name) and not name.lower().endswith(_not_ends()):
            yield Candidate(
                found.start("name"), found.end("name"), name, "country", "guesses.place", Certainty.GUESS
            )


@cache
def _not_ends() -> tuple[str, ...]:
    """What a word with a capital ends in that names a document, a rule or the like."""
    return tuple({word.lower() for word in load("not_actors")["words"]["heads"]})
