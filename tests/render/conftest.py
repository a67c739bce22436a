"""Analyses made by hand: rendering is tested without any stage before it."""

import datetime as dt

import pytest

from letteranalyser.models.analysis import (
    Actor,
    AlignmentRow,
    Amount,
    Analysis,
    Commitment,
    Dossier,
    Failure,
    Footnote,
    LetterHead,
    Motion,
    Mover,
    Operation,
    Problem,
    Reference,
    Section,
    Sender,
    Source,
    Span,
)

TEXT = """Hierbij reageer ik op de nota over veerdiensten en op de motie van de leden De Wit (SP) en Ter Horst (VVD) \
(Kamerstuk 31 999-X, nr. 12). Sluiting van alle veerdiensten is geen onderdeel van het kabinetsbeleid.

Veerdiensten op de Westerschelde
Het openhouden van veerdiensten is staand kabinetsbeleid. Voor het Programma Veren is in 2020 € 12 miljoen en \
daarna 3,5 miljoen euro per jaar beschikbaar. De motie-De Wit c.s. sluit hier dan ook bij aan.

Arbeidsongeschiktheidsverzekeringsvoorwaarden voor schippers
Afhankelijk van het advies van de Sociaal-Economische Raad kan dit onderdeel van de motie-De Wit c.s. worden \
overgenomen. Ik stuur uw Kamer vóór de zomer van 2021 een brief over de uitkomsten van het overleg met de \
Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking."""

NOTE = "Zie Kamerstuk 31 999-X, nr. 7, waarin 40 procent wordt genoemd."

SECTIONS = (
    (None, "Hierbij"),
    ("Veerdiensten op de Westerschelde", "Veerdiensten op"),
    ("Arbeidsongeschiktheidsverzekeringsvoorwaarden voor schippers", "Arbeidsong"),
)
KAMERSTUK = "https://zoek.officielebekendmakingen.nl/kst-31999-X-12"


def sections() -> tuple[Section, ...]:
    starts = [TEXT.index(begin) for _, begin in SECTIONS]
    return tuple(
        Section(id=f"s{i}", heading=heading, level=1, start=start, end=end, page=i + 1)
        for i, ((heading, _), start, end) in enumerate(
            zip(SECTIONS, starts, [*starts[1:], len(TEXT)], strict=True)
        )
    )


def span(words: str, nth: int = 0) -> dict[str, object]:
    """Fields of the span of the nth occurrence of words in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    section = max((s for s in sections() if s.start <= start), key=lambda s: s.start)
    return {
        "start": start,
        "end": start + len(words),
        "text": words,
        "section": section.id,
        "page": section.page,
        "rule": "test",
    }


def in_note(words: str) -> dict[str, object]:
    """Fields of the span of words in the footnote."""
    start = NOTE.index(words)
    return {
        "start": start,
        "end": start + len(words),
        "text": words,
        "footnote": "1",
        "page": 1,
        "rule": "test",
    }


def spans(*words: str) -> list[dict[str, object]]:
    return [span(text, words[:i].count(text)) for i, text in enumerate(words)]


def row(about: str, target: str, target_id: str | None, position: str, evidence: str) -> AlignmentRow:
    return AlignmentRow.model_validate(
        {
            "about": about,
            "target": target,
            "target_id": target_id,
            "position": position,
            "evidence": span(evidence),
            "confidence": 0.9,
        }
    )


@pytest.fixture
def letter() -> Analysis:
    """A letter with something of every kind."""
    note, percentage = in_note("Kamerstuk 31 999-X, nr. 7"), in_note("40 procent")
    openhouden = "Het openhouden van veerdiensten is staand kabinetsbeleid."
    return Analysis(
        source=Source(path="brieven/veren.pdf", media_type="application/pdf", sha256="0" * 64, pages=3),
        letter=LetterHead(
            date=dt.date(2020, 11, 3),
            place="Den Haag",
            subject="Reactie op de nota over veerdiensten",
            senders=(Sender(name="A.B. Cornelissen", function="Minister van Waterwegen en Veerdiensten"),),
            addressee="de Voorzitter van de Tweede Kamer",
            dossiers=(Dossier(number="31999-X", title="Veren"),),
            number="14",
            session_year="2020-2021",
        ),
        text=TEXT,
        sections=sections(),
        footnotes=(Footnote(marker="1", text=NOTE, page=1, anchor=40),),
        actors=(
            Actor.model_validate(
                {
                    "id": "a1",
                    "name": "De Wit",
                    "type": "person",
                    "mentions": spans("De Wit", "De Wit", "De Wit"),
                }
            ),
            Actor.model_validate(
                {"id": "a2", "name": "Ter Horst", "type": "person", "mentions": spans("Ter Horst")}
            ),
            Actor.model_validate({"id": "a3", "name": "SP", "type": "party", "mentions": spans("SP")}),
        ),
        operations=(
            Operation.model_validate(
                {
                    "id": "o1",
                    "name": "Programma Veren",
                    "type": "programme",
                    "mentions": spans("Programma Veren"),
                }
            ),
        ),
        amounts=(
            Amount.model_validate(span("€ 12 miljoen") | {"kind": "money", "value": 12e6, "unit": "EUR"}),
            Amount.model_validate(
                span("3,5 miljoen euro per jaar")
                | {"kind": "money", "value": 3.5e6, "unit": "EUR", "per": "year"}
            ),
            Amount.model_validate(percentage | {"kind": "percentage", "value": 40, "unit": "%"}),
        ),
        motions=(
            Motion(
                id="m1",
                movers=(Mover(name="De Wit", party="SP"), Mover(name="Ter Horst", party="VVD")),
                dossier="31999-X",
                number="12",
                url=KAMERSTUK,
                mentions=tuple(
                    Span.model_validate(item)
                    for item in spans("motie van de leden De Wit (SP)", "motie-De Wit c.s.")
                ),
            ),
        ),
        references=(
            Reference.model_validate(
                {
                    "id": "kst-31999-X-12",
                    "kind": "kamerstuk",
                    "url": KAMERSTUK,
                    "mentions": spans("Kamerstuk 31 999-X, nr. 12"),
                }
            ),
            Reference.model_validate(
                {"id": "kst-31999-X-7", "kind": "kamerstuk", "url": None, "mentions": [note]}
            ),
        ),
        commitments=(
            Commitment.model_validate(
                span(TEXT[TEXT.index("Ik stuur") :])
                | {"deadline": "vóór de zomer van 2021", "due": "2021-06-20", "actor": "a9"}
            ),
        ),
        alignment=(
            row(
                "proposal",
                "Sluiting van alle veerdiensten",
                None,
                "rejected",
                "Sluiting van alle veerdiensten is geen onderdeel van het kabinetsbeleid.",
            ),
            row("section", "Veerdiensten op de Westerschelde", "s1", "existing_policy", openhouden),
            row(
                "motion",
                "motie-De Wit c.s.",
                "m1",
                "aligned",
                "De motie-De Wit c.s. sluit hier dan ook bij aan.",
            ),
            row(
                "motion",
                "motie-De Wit c.s.",
                "m1",
                "conditional",
                "Afhankelijk van het advies van de Sociaal-Economische Raad kan dit onderdeel van de motie-De Wit "
                "c.s. worden overgenomen.",
            ),
        ),
        problems=(Problem(code="no_text", message="no text on this page", hint="run OCR", page=2),),
    )


@pytest.fixture
def bare() -> Analysis:
    """A letter in which nothing was found."""
    return Analysis(source=Source(path="leeg.txt"), letter=LetterHead(), text="Niets aan de hand.")


@pytest.fixture
def failure() -> Failure:
    """A letter that could not be read."""
    problem = Problem(code="encrypted", message="it has a password", hint="remove the password")
    return Failure(source=Source(path="geheim.pdf"), problems=(problem,))
