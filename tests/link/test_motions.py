"""Which motion each mention means, and which number it has."""

from collections.abc import Callable
from typing import Any

import pytest

from letteranalyser.models.findings import Linked

Make = Callable[..., Linked]


def rows(linked: Linked) -> list[tuple[str, str | None]]:
    """Each mention in a motion, in reading order within its text, with the motion's number."""
    found = [
        (span.footnote or "", span.start, span.text, f"{m.dossier}-{m.number}" if m.number else None)
        for m in linked.motions
        for span in m.mentions
    ]
    return [(text, number) for _, _, text, number in sorted(found, key=lambda r: (r[0], r[1]))]


OWN: dict[str, Any] = {"dossiers": ["31293"], "number": "30"}


@pytest.mark.parametrize(
    ("source", "given", "expected"),
    [
        pytest.param(
            "De motie van het lid Rog c.s. (Kamerstuk 27 923, nr. 4) is uitgevoerd.",
            {},
            [("motie van het lid Rog c.s.", "27923-4")],
            id="bracket",
        ),
        pytest.param(
            "De motie-Rog, Kamerstuk 27 923, nr. 4, is uitgevoerd.",
            {},
            [("motie-Rog", "27923-4")],
            id="commas",
        ),
        pytest.param(
            "De motie van het lid Rog is aangenomen. Zij is gepubliceerd als Kamerstuk 27 923, nr. 4.",
            {},
            [("motie van het lid Rog", "27923-4")],
            id="next sentence",
        ),
        pytest.param(
            "De motie van het lid Rog is aangenomen. Zie Kamerstuk 27 923, nr. 4.",
            {},
            [("motie van het lid Rog", "27923-4")],
            id="zie",
        ),
        pytest.param(
            "De motie van het lid Rog is aangenomen. Zie ook mijn brief (Kamerstuk 27 923, nr. 4).",
            {},
            [("motie van het lid Rog", None)],
            id="zie ook a letter",
        ),
        pytest.param(
            "Kamerstuk 27 923, nr. 4 betreft de motie-Rog/Kwint over lesgeld.",
            {},
            [("motie-Rog/Kwint", "27923-4")],
            id="number as the subject",
        ),
        pytest.param(
            "De brief bij Kamerstuk 27 923, nr. 4 betreft de motie-Rog/Kwint over lesgeld.",
            {},
            [("motie-Rog/Kwint", None)],
            id="number of a letter about it",
        ),
        pytest.param(
            "De motie is ingediend door het lid Rog en kreeg nummer 24 (35 925 XVI).",
            {},
            [("motie is ingediend door het lid Rog", "35925-XVI-24")],
            id="kreeg nummer",
        ),
        pytest.param(
            "Uw Kamer vroeg dit bij motie van het lid Rog. De motie, gedrukt onder nummer 71 op dossier 27 923, is klaar.",
            {},
            [("motie van het lid Rog", "27923-71"), ("De motie, gedrukt onder nummer 71", "27923-71")],
            id="number of the motion pointed back at",
        ),
        pytest.param(
            "Dit gaat over moties. De eerste is van het lid Rog c.s. (27 923, nr. 4). De tweede, van de leden Kwint en Smit (27 923, nr. 5), ook.",
            {},
            [("het lid Rog c.s.", "27923-4"), ("de leden Kwint en Smit", "27923-5")],
            id="the first and the second of moties",
        ),
        pytest.param(
            "Dit gaat over vragen. De eerste is van het lid Rog c.s. (27 923, nr. 4).",
            {},
            [],
            id="the first of something else",
        ),
        pytest.param(
            "De motie-Rog c.s. is ingediend, gedrukt onder Kamerstuk 26 732, nr. 72.",
            {},
            [("motie-Rog c.s.", "26732-72")],
            id="gedrukt onder",
        ),
        pytest.param(
            "De moties van het lid Rog op stuk nrs. 61 en 63 en de moties 70 en 71 ontraad ik.",
            OWN,
            [
                ("moties van het lid Rog", "31293-61"),
                ("nrs. 61 en 63", "31293-63"),
                ("moties 70", "31293-70"),
                ("71", "31293-71"),
            ],
            id="lists of numbers",
        ),
        pytest.param(
            "De motie-Rog (411) ontraad ik. Motie 412 is ontijdig en motie 411 blijft ontraden.",
            OWN,
            [("motie-Rog", "31293-411"), ("Motie 412", "31293-412"), ("motie 411", "31293-411")],
            id="bare numbers",
        ),
        pytest.param(
            "De motie-Rog (36 410 B, G) is uitgevoerd.",
            {"dossiers": ["36410-B"]},
            [("motie-Rog", "36410-B-G")],
            id="letter of the Eerste Kamer in a fund of the budget",
        ),
        pytest.param(
            "De motie-Rog op stuk nr. 12 ontraad ik.",
            OWN,
            [("motie-Rog", "31293-12")],
            id="op stuk, own dossier",
        ),
        pytest.param(
            "De motie van de leden Rog (CDA) en Kwint (SP) ingediend bij het debat van 3 mei (Kamerstuk 27 923, nr. 4) is klaar.",
            {},
            [("motie van de leden Rog (CDA) en Kwint (SP)", "27923-4")],
            id="further on in the sentence",
        ),
        pytest.param(
            "De motie-Rog voer ik uit met mijn brief van 3 mei (Kamerstuk 27 923, nr. 9).",
            {},
            [("motie-Rog", None)],
            id="number of a letter",
        ),
        pytest.param(
            "Over de motie-Rog is uw Kamer in mei geïnformeerd (Kamerstuk 27 923, nr. 9).",
            {},
            [("motie-Rog", None)],
            id="number of what informed the chamber",
        ),
        pytest.param(
            "De motie-Rog is klaar. Ik wijs op het plan (Kamerstuk 27 923, nr. 9).",
            {},
            [("motie-Rog", None)],
            id="number in another sentence",
        ),
        pytest.param(
            "De motie-Rog^1 vraagt om een brief. De motie-Kwint verzoekt om een plan.^2",
            {"notes": {"1": "Kamerstuk 27 923, nr. 4.", "2": "Kamerstukken II 2018/19, 31 293, nr. 5."}},
            [("motie-Rog", "27923-4"), ("motie-Kwint", "31293-5")],
            id="footnotes",
        ),
        pytest.param(
            "Aan die wens van het lid Rog, bij motie geuit, heb ik voldaan. De motie-Kwint is uitgevoerd met de brief van 3 mei.^1",
            {"notes": {"1": "Kamerstuk 27 923, nr. 4."}},
            [("motie-Kwint", None)],
            id="footnote of a letter",
        ),
        pytest.param(
            "De motie-Rog^1 is klaar.",
            {"notes": {"1": "Brief van 3 mei 2019, Kamerstuk 27 923, nr. 4."}},
            [("motie-Rog", None)],
            id="footnote that names a letter",
        ),
        pytest.param(
            "Het lid Rog heeft in zijn motie^1 verzocht om een brief.",
            {"notes": {"1": "Kamerstuk 27 923, nr. 4."}},
            [("Het lid Rog heeft in zijn motie verzocht", "27923-4")],
            id="footnote before the verb",
        ),
        pytest.param(
            "De moties van de leden Rog en Kwint^1 zijn klaar.",
            {"notes": {"1": "Kamerstuk 27 923, nrs. 4 en 5."}},
            [("moties van de leden Rog", "27923-4"), ("Kwint", "27923-5")],
            id="footnote with a number for each",
        ),
        pytest.param(
            "De moties-Rog^1 zijn klaar.",
            {"notes": {"1": "Kamerstuk 27 923, nrs. 4 en 5."}},
            [("moties-Rog", "27923-4"), ("moties-Rog", "27923-5")],
            id="footnote with two numbers for one mover",
        ),
        pytest.param(
            "De moties-Rog (27 923, nrs. 4 en 6) zijn klaar.",
            {},
            [("moties-Rog", "27923-4"), ("nrs. 4 en 6", "27923-6")],
            id="two numbers in a bracket",
        ),
        pytest.param(
            "De moties van de leden Rog en Kwint (Kamerstuk 27 923, nr. 4) en Smals (nr. 6) zijn klaar.",
            OWN,
            [("moties van de leden Rog en Kwint", "27923-4"), ("Smals", "27923-6")],
            id="joint form",
        ),
        pytest.param(
            "27 923, nr. 4: motie van het lid Rog\n27 923, nr. 5\tMotie van het lid Kwint\tOntraden",
            {},
            [("motie van het lid Rog", "27923-4"), ("Motie van het lid Kwint", "27923-5")],
            id="number before it in a list or table",
        ),
        pytest.param(
            "Motie van het lid Rog over lesgeld\t27 923, nr. 4\tOntraden",
            {},
            [("Motie van het lid Rog", "27923-4")],
            id="number in the next cell",
        ),
        pytest.param(
            "De gewijzigde motie-Rog (t.v.v. 27 923, nr. 4) is klaar.",
            {},
            [("gewijzigde motie-Rog", None)],
            id="number of what it replaces",
        ),
        pytest.param(
            "Moties:\nNr. 12, het lid Rog c.s.: ontraden.",
            OWN,
            [("Nr. 12, het lid Rog c.s.", "31293-12")],
            id="list item",
        ),
        pytest.param(
            "De motie-Rog, gedrukt onder nr. 12, ontraad ik.",
            OWN,
            [("motie-Rog", "31293-12")],
            id="gedrukt onder",
        ),
        pytest.param(
            "De moties bij dossier 27 923:\nNr. 12, het lid Rog over het amendement-Kwint.\nNr. 13, het lid Smals.",
            OWN,
            [("Nr. 12, het lid Rog", "27923-12"), ("Nr. 13, het lid Smals", "27923-13")],
            id="dossier of the whole list",
        ),
        pytest.param(
            "De motie op stuk nr. 12 (27 923) ontraad ik.",
            OWN,
            [("motie op stuk nr. 12 (27 923)", "27923-12")],
            id="dossier in a bracket",
        ),
        pytest.param(
            "# Motie Rog/Kwint\nDe motie op stuk nr. 12 ontraad ik.",
            OWN,
            [("Motie Rog/Kwint", "31293-12"), ("motie op stuk nr. 12", "31293-12")],
            id="heading names it, text numbers it",
        ),
        pytest.param(
            "De motie-Nooren c.s. (Kamerstukken I 2018/19, 35 000, N) is klaar.",
            {},
            [("motie-Nooren c.s.", "35000-N")],
            id="Eerste Kamer",
        ),
    ],
)
def test_number(
    linked: Make, source: str, given: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    assert rows(linked(source, **given)) == expected


@pytest.mark.parametrize(
    ("source", "given", "expected"),
    [
        pytest.param(
            "De motie-Rog (Kamerstuk 27 923, nr. 4) en de motie-Kwint (nr. 5).",
            OWN,
            ["27923-4", "27923-5"],
            id="dossier of the motion before",
        ),
        pytest.param(
            "De motie-Rog (Kamerstuk 27 923, nr. 4). Zie de brief (Kamerstuk 29 544, nr. 8). De motie-Kwint (nr. 5).",
            OWN,
            ["27923-4", "27923-5"],
            id="not that of a letter in between",
        ),
        pytest.param(
            "# Een\nDe motie-Rog (Kamerstuk 27 923, nr. 465).\n# Twee\nDe motie-Kwint (nr. 25).",
            OWN,
            ["27923-465", "31293-25"],
            id="own dossier in another section",
        ),
        pytest.param(
            "# Een\nDe motie-Rog (Kamerstuk 27 923, nr. 188).\n# Twee\nDe motie-Kwint (nr. 192).",
            {"dossiers": ["31293"], "number": "900"},
            ["27923-188", "27923-192"],
            id="nearer number in another section",
        ),
        pytest.param(
            "# Een\nDe motie-Rog (Kamerstuk 27 923, nr. 188).\n# Twee\nDe motie-Kwint (nr. 192).",
            {},
            ["27923-188", "27923-192"],
            id="no dossier of its own",
        ),
        pytest.param(
            "De motie-Rog (Kamerstuk 36 200 X, nr. 4). De motie-Smals (nr. 9).",
            {"dossiers": ["27830", "36200-X"], "number": "40"},
            ["36200-X-4", "36200-X-9"],
            id="one of two own dossiers",
        ),
        pytest.param("De motie-Rog (nr. 12).", {}, ["None-12"], id="nothing tells the dossier"),
    ],
)
def test_dossier_of_a_bare_number(
    linked: Make, source: str, given: dict[str, Any], expected: list[str | None]
) -> None:
    assert [number for _, number in rows(linked(source, **given))] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "De motie-Rog (Kamerstuk 27 923, nr. 4) vraagt. De motie is klaar.",
            {"De motie": ["4"]},
            id="same paragraph",
        ),
        pytest.param(
            "De motie-Rog (Kamerstuk 27 923, nr. 4) vraagt.\nDeze motie is klaar.",
            {"Deze motie": ["4"]},
            id="paragraph before",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4). De motie-Kwint (27 923, nr. 5). Die motie is klaar.",
            {"Die motie": ["5"]},
            id="the nearest",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4) vraagt dit, in lijn met de motie-Kwint (27 923, nr. 5). De motie is klaar.",
            {"De motie": ["4"]},
            id="not one brought up for comparison",
        ),
        pytest.param(
            "# Een\nDe motie-Rog (27 923, nr. 4). De motie-Kwint (27 923, nr. 5).\n# Twee\nDe motie is klaar.",
            {},
            id="open in another section",
        ),
        pytest.param(
            "# Een\nDe motie-Rog (27 923, nr. 4).\n# Twee\nDe motie is klaar.",
            {"De motie": ["4"]},
            id="the only one of the letter",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4) is klaar. Ook is een motie aangekondigd. De motie wacht ik af.",
            {},
            id="another came in between",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4) is klaar. Nu een aangenomen motie vragen oproept, past bespreking van de motie.",
            {"de motie": ["4"]},
            id="no other came in between",
        ),
        pytest.param(
            "De moties Rog (27 923, nr. 4) en Kwint (nr. 5). De motie is klaar.", {}, id="two in one breath"
        ),
        pytest.param("Ik ontraad de motie.", {}, id="none before"),
        pytest.param(
            "De motie-Rog (27 923, nr. 4) en de motie-Kwint (nr. 5). Beide moties zijn klaar.",
            {"Beide moties": ["4", "5"]},
            id="both",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4), de motie-Smals (nr. 6) en de motie-Kwint (nr. 5). Beide moties zijn klaar.",
            {},
            id="both of three",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4) en de motie-Kwint (nr. 5). Eerstgenoemde motie is klaar, laatstgenoemde motie niet.",
            {"Eerstgenoemde motie": ["4"], "laatstgenoemde motie": ["5"]},
            id="former and latter",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4) vraagt om lager lesgeld. De motie-Kwint (nr. 5) gaat over boeken. De motie over lesgeld is klaar.",
            {"De motie": ["4"]},
            id="by its subject",
        ),
        pytest.param("De motie-Rog (27 923, nr. 4). De motie van D66 is klaar.", {}, id="of someone else"),
        pytest.param(
            "De motie-Rog (27 923, nr. 4). Conform de motie van uw Kamer is dit klaar.",
            {"de motie": ["4"]},
            id="of the chamber",
        ),
        pytest.param(
            "De motie-Rog vraagt. Deze motie (27 923, nr. 4) is klaar.",
            {"Deze motie": ["4"]},
            id="numbered afterwards",
        ),
    ],
)
def test_pointing_back(linked: Make, source: str, expected: dict[str, list[str]]) -> None:
    result = linked(source)
    found: dict[str, list[str]] = {}
    for mention in result.tags.motions:
        if mention.motion is not None and not mention.movers:
            motion = result.motions[mention.motion]
            text = next(s.text for s in motion.mentions if s.start == mention.start)
            found.setdefault(text, []).append(motion.number or "")
    assert found == expected


@pytest.mark.parametrize(
    ("source", "motions"),
    [
        pytest.param(
            "De motie van het lid Rog c.s. (27 923, nr. 4). De motie Rog c.s. is klaar.",
            [("4", 2)],
            id="by name",
        ),
        pytest.param(
            "De motie van de leden Rog en Kwint (27 923, nr. 4). De motie-Rog is klaar.",
            [("4", 2)],
            id="by first mover",
        ),
        pytest.param(
            "De motie-Jasper van Dijk (27 923, nr. 4). De motie van het lid Van Dijk (SP).",
            [("4", 2)],
            id="without first name",
        ),
        pytest.param(
            "De motie van het lid Van Dijk (SP) (27 923, nr. 4). De motie van het lid Van Dijk (CDA).",
            [("4", 1), (None, 1)],
            id="another party",
        ),
        pytest.param(
            "De motie van het lid Van Dijk (27 923, nr. 4). De motie-Dijk.",
            [("4", 1), (None, 1)],
            id="another name",
        ),
        pytest.param(
            "De motie-Agema-Smit (27 923, nr. 4). De motie-Agema.", [("4", 2)], id="half of a double name"
        ),
        pytest.param(
            "# Motie Rog over lesgeld\nDe motie van het lid Rog c.s. (27 923, nr. 4) vraagt.",
            [("4", 2)],
            id="heading first",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4). De motie-Rog (27 923, nr. 5).",
            [("4", 1), ("5", 1)],
            id="two of one mover",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4). De motie-Rog (27 923, nr. 5). De motie-Rog.",
            [("4", 1), ("5", 1), (None, 1)],
            id="either of two is open",
        ),
        pytest.param(
            "De motie-Rog (27 923, nr. 4). Nogmaals de motie op stuk nr. 4.", [("4", 2)], id="by number"
        ),
        pytest.param(
            "De motie-Rog/Kwint (27 923, nr. 4). De motie-Kwint.", [("4", 2)], id="by second mover, nearby"
        ),
        pytest.param("De motie-Beckerman is klaar.", [(None, 1)], id="no number"),
    ],
)
def test_later_mentions(linked: Make, source: str, motions: list[tuple[str | None, int]]) -> None:
    assert [(m.number, len(m.mentions)) for m in linked(source).motions] == motions


def test_entries_have_movers_parties_and_address(linked: Make) -> None:
    result = linked(
        "Het lid Rog (CDA) vroeg hierom. De motie-Rog/Van den Hul c.s. (Kamerstuk 36 200 VIII, nr. 4) ook."
    )
    (motion,) = result.motions
    assert motion.id == "m1"
    assert [(m.name, m.party) for m in motion.movers] == [("Rog", "CDA"), ("Van den Hul", None)]
    assert motion.url == "https://zoek.officielebekendmakingen.nl/kst-36200-VIII-4.html"


def test_party_that_the_text_gives_twice_differently_is_left_open(linked: Make) -> None:
    (motion,) = linked("De leden Mulder (CDA) en Mulder (PVV). De motie-Mulder.").motions
    assert motion.movers[0].party is None
