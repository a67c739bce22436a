"""Handelingen, Aanhangsel Handelingen and numbers of the Tweede Kamer's register."""

import pytest

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in

ADDRESS = "https://zoek.officielebekendmakingen.nl/"
H, AH, OTHER = ReferenceKind.HANDELINGEN, ReferenceKind.AANHANGSEL_HANDELINGEN, ReferenceKind.OTHER


@pytest.mark.parametrize(
    ("text", "kind", "identifiers"),
    [
        ("Handelingen II 2014/15, nr. 66", H, ["h-tk-20142015-66"]),
        ("Handelingen II 2012/13, nr. 64, item 15", H, ["h-tk-20122013-64-15"]),
        ("Handelingen II 2012/13, nr. 64, items 3 en 7", H, ["h-tk-20122013-64-3", "h-tk-20122013-64-7"]),
        ("Handelingen Tweede Kamer 2007-08, nr. 49, p. 3623", H, ["h-tk-20072008-49"]),
        ("Handelingen der Kamer II, vergaderjaar 2005–2006, nr. 95, blz. 5892", H, ["h-tk-20052006-95"]),
        ("Handelingen EK 2001-2002, nr. 10, blz. 525", H, ["h-ek-20012002-10"]),
        ("Handelingen II, 2016-2017, 12-5-9", H, ["h-tk-20162017-12-5"]),
        ("Handelingen I 2012/13, nr. 12, item 5", H, ["h-ek-20122013-12-5"]),
        ("Handelingen II 1994/95, p. 35-2345", H, ["h-tk-19941995-35"]),
        ("Handelingen II, nr. 66, item 3 (2014/15)", H, ["h-tk-20142015-66-3"]),
        ("h-tk-20142015-66-8", H, ["h-tk-20142015-66-8"]),
        ("Aanhangsel Handelingen II 2013/14, nr. 2231", AH, ["ah-tk-20132014-2231"]),
        ("Aanhangsel Handelingen TK, 2007/08, nr. 1835, blz 33", AH, ["ah-tk-20072008-1835"]),
        ("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 1379", AH, ["ah-tk-20232024-1379"]),
        ("Aanhangsel der Handelingen II 2006/07, nrs. 520 en 521", AH, ["ah-tk-20062007-520", "ah-tk-20062007-521"]),
        ("Aanhangsel Handelingen, nr. 2231, vergaderjaar 2013-2014", AH, ["ah-tk-20132014-2231"]),
        ("Aanh. Handelingen II 2009/10, nr. 77", AH, ["ah-tk-20092010-77"]),
        ("Tweede Kamer, vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 2145", AH, ["ah-tk-20192020-2145"]),
        ("Eerste Kamer, vergaderjaar 2019–2020, Aanhangsel, nr. 3", AH, ["ah-ek-20192020-3"]),
        ("ah-tk-20242025-100", AH, ["ah-tk-20242025-100"]),
        ("vraagnummer 2022Z24775", OTHER, ["2022Z24775"]),
        ("2025D18687", OTHER, ["2025D18687"]),
        ("ingezonden 5 februari 2021, nr. 2021Z02345", OTHER, ["2021Z02345"]),
        ("toezegging TZ202103-045", OTHER, ["TZ202103-045"]),
        ("toezegging T03357", OTHER, ["T03357"]),
    ],
)  # fmt: skip
def test_form_is_read(text: str, kind: ReferenceKind, identifiers: list[str]) -> None:
    found = references_in(f"Zie {text}.")
    assert [(m.kind, m.id) for m in found] == [(kind, identifier) for identifier in identifiers]


@pytest.mark.parametrize(
    "text",
    [
        "Zijn handelingen in 2014 waren rechtmatig.",
        "strafbare handelingen, nr. 3 op de lijst",
        "Handelingen II 2014/19, nr. 66",  # no session year
        "Tweede Kamer, vergaderjaar 2019–2024, Aanhangsel van de Handelingen, nr. 2145",  # no session year
        "aanh. 3 bij het verslag van de Tweede Kamer",
        "een aanhangsel van 12 pagina's",
        "2021Z0234",
        "12021Z023456",
        "T0335",
    ],
)
def test_near_miss(text: str) -> None:
    assert references_in(text) == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Handelingen II 2012/13, nr. 64, item 15", ADDRESS + "h-tk-20122013-64-15.html"),
        ("Handelingen II 2012/13, nr. 64", None),  # the item is missing
        ("Handelingen II 2005/06, nr. 95, item 3", None),  # published by page then
        ("Aanhangsel Handelingen II 2013/14, nr. 2231", ADDRESS + "ah-tk-20132014-2231.html"),
        ("Aanhangsel Handelingen II 1988/89, nr. 22", None),
    ],
)
def test_address(text: str, url: str | None) -> None:
    (mention,) = references_in(text)
    assert mention.url == url
