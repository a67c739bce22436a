"""Bare numbers completed, and mentions grouped by document."""

from collections.abc import Callable

from letteranalyser.models.findings import Linked

Make = Callable[..., Linked]


def test_bare_number_is_completed(linked: Make) -> None:
    result = linked("De motie-Rog (Kamerstuk 27 923, nr. 4). De motie-Kwint (nr. 5).")
    assert [(r.id, r.url) for r in result.references] == [
        ("kst-27923-4", "https://zoek.officielebekendmakingen.nl/kst-27923-4.html"),
        ("kst-27923-5", "https://zoek.officielebekendmakingen.nl/kst-27923-5.html"),
    ]
    assert [r.dossier for r in result.tags.references] == ["27923", "27923"]


def test_bare_number_stays_out_where_no_dossier_is_known(linked: Make) -> None:
    assert linked("De motie-Rog (nr. 5) ontraad ik.").references == ()


def test_amendment_goes_on_with_the_dossier_of_the_amendment_before(linked: Make) -> None:
    result = linked(
        "De motie-Rog (Kamerstuk 27 923, nr. 4). Het amendement-Kwint (35 925 VIII, nr. 12). Het amendement-Smals (nr. 14).",
        dossiers=["27923"],
        number="9",
    )
    assert [r.id for r in result.references] == ["kst-27923-4", "kst-35925-VIII-12", "kst-35925-VIII-14"]


def test_mentions_of_one_document_are_one_entry_in_reading_order(linked: Make) -> None:
    result = linked(
        "Eerst dit.^1 Dan Kamerstuk 27 923, nr. 5. Weer Kamerstuk 27 923, nr. 4.",
        notes={"1": "Kamerstukken II 2018/19, 27 923, nr. 4."},
    )
    assert [(r.id, [(m.footnote, m.text) for m in r.mentions]) for r in result.references] == [
        ("kst-27923-4", [("1", "Kamerstukken II 2018/19, 27 923, nr. 4"), (None, "Kamerstuk 27 923, nr. 4")]),
        ("kst-27923-5", [(None, "Kamerstuk 27 923, nr. 5")]),
    ]


def test_number_in_a_list_item_is_a_document_too(linked: Make) -> None:
    result = linked("Moties:\nNr. 12, het lid Rog c.s.: ontraden.", dossiers=["31293"], number="30")
    assert [r.id for r in result.references] == ["kst-31293-12"]
