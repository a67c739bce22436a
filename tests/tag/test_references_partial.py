"""Numbers of documents whose dossier stands elsewhere: read only where the words around say so."""

import pytest

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in


def partial_numbers(text: str) -> list[str | None]:
    found = [m for m in references_in(text) if m.kind is ReferenceKind.KAMERSTUK and m.id is None]
    assert all(m.dossier is None and m.url is None for m in found)
    return [m.number for m in found]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("De motie van het lid Peters c.s. (nr. 213) is ontraden.", ["213"]),
        ("de motie-De Vries/Aartsen over veren (nr. 216)", ["216"]),
        ("Het lid Smit diende een motie in (nr. 60) om dit te keren", ["60"]),
        ("de moties van het lid Peters (nrs. 61 en 64)", ["61", "64"]),
        ("de moties van de leden Peters (Kamerstuk 29 521, nr. 411) en Smit (nr. 413)", ["413"]),
        ("Amendement-Smit (nr. 14) over toezicht", ["14"]),
        ("het gewijzigde amendement (nr. 14, ontraden)", ["14"]),
        ("de motie op stuk nr. 413", ["413"]),
        ("de motie op stuk 413", ["413"]),
        ("de motie op stuknummer 413", ["413"]),
        ("de moties op stukken nrs. 12, 14 en 15", ["12", "14", "15"]),
        ("Motie nr. 12 (Peters)", ["12"]),
        ("moties nrs. 1–3", ["1", "2", "3"]),
        ("de motie met nr. 12", ["12"]),
        ("de motie-Peters c.s., nr. 213, verzoekt hierom", ["213"]),
        ("de motie-Peters (nader gewijzigd, nr. 19)", ["19"]),
        ("de motie-Peters (t.v.v. nr. 12)", ["12"]),
        ("de motie-Smit (idem, nr. 98)", ["98"]),
        ("de motie van het lid Smit (Kamerstuk nr. 98)", ["98"]),
        ("de brief van 3 mei jl. (nr. 12)", ["12"]),
        ("Nr. 662, het lid Peters c.s. over sluizen", ["662"]),
        ("– nr. 343 van het lid Smit", ["343"]),
    ],
)
def test_number_of_a_motion_or_paper(text: str, numbers: list[str]) -> None:
    assert partial_numbers(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Nr. 6 BRIEF VAN DE MINISTER VAN DEFENSIE",
        "de AIV bracht advies nr. 97 uit",
        "de Raad bracht een advies uit (nr. 97)",
        "de motie over het AIV-advies (nr. 97)",
        "zie tabel nr. 3",
        "zie de tabel (nr. 3)",
        "Verordening (EG) nr. 883/2004",
        "zaak nr. 12",
        "maatregel nr. 12 van het actieplan",
        "op nummer 1 van de lijst",
        "perron nr. 5 (nr. 6)",
        "de vragen van het lid Smit (ingezonden 5 februari, nr. 2021Z02345)",
        "het project staat los van de motie.\n\nDe loods (nr. 12) is verkocht",
        "de motie is besproken op 14 mei (zie bijlage 2, nr. 3.1)",
    ],
)
def test_other_number_is_left_alone(text: str) -> None:
    assert partial_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Motie-Peters op stuk nr. 3 bij 35 570: ontraden", [("kst-35570-3", "nr. 3 bij 35 570")]),
        ("de motie (stuk nr. 8, 24 803)", [("kst-24803-8", "nr. 8, 24 803")]),
        (
            "de moties met de nummers 31 en 33 (Kamerstuk 34 104)",
            [("kst-34104-31", "nummers 31"), ("kst-34104-33", "33 (Kamerstuk 34 104)")],
        ),
        ("De motie kreeg nummer 24 (35 925 XVI).", [("kst-35925-XVI-24", "nummer 24 (35 925 XVI)")]),
        ("de motie, gedrukt onder nr. 71 op dossier 27 923, is", [("kst-27923-71", "nr. 71 op dossier 27 923")]),
        ("het amendement op stuk nr. 9 (36 200 VI)", [("kst-36200-VI-9", "nr. 9 (36 200 VI)")]),
        # The document behind has a number of its own; no number of a motion; no dossier.
        ("de motie-Peters (nr. 12) bij Kamerstuk 34 104, nr. 5", [(None, "nr. 12"), ("kst-34104-5", "Kamerstuk 34 104, nr. 5")]),
        ("de motie ziet op tabel nr. 12 (34 104)", []),
        ("de motie vraagt van nummer 12 van 24 803 deelnemers", []),
    ],
)  # fmt: skip
def test_dossier_behind_the_number(text: str, mentions: list[tuple[str | None, str]]) -> None:
    found = [m for m in references_in(text) if m.kind is ReferenceKind.KAMERSTUK]
    assert [(m.id, text[m.start : m.end]) for m in found] == mentions


def test_mention_is_the_number_with_its_label() -> None:
    text = "de moties van het lid Peters (nrs. 61 en 64)"
    assert [text[m.start : m.end] for m in references_in(text)] == ["nrs. 61", "64"]
