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


def find_fractions(text: str) -> Iterator[Candidate]:
    """Groups in parliament, called after their party: ``SP-fractie``."""
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
    for start, end in sorted(places):
        name = text[start:end]
        if name not in _excluded() and not is_stop(name):
            yield Candidate(start, end, name, "organisation", "guesses.company", Certainty.GUESS)
