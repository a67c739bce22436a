"""Linking as a whole: actors, operations, amounts, commitments, and any letter at all."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letteranalyser.link import link
from letteranalyser.models.analysis import ActorType, AmountKind, OperationType, Sender
from letteranalyser.models.findings import (
    ActorMention,
    AmountMention,
    CommitmentMention,
    Linked,
    OperationMention,
    Tags,
)
from letteranalyser.models.letter import Letter

Make = Callable[..., Letter]


def actor(start: int, end: int, name: str, kind: ActorType = ActorType.PERSON) -> ActorMention:
    return ActorMention(start=start, end=end, rule="test", name=name, type=kind)


def test_actors_are_grouped_by_name_and_type(letter_of: Make) -> None:
    letter = letter_of("Rog en Kwint. Het lid Rog. Rog BV.")
    mentions = (
        actor(0, 3, "Rog"),
        actor(7, 12, "Kwint"),
        actor(22, 25, "Rog"),
        actor(27, 30, "Rog", ActorType.ORGANISATION),
    )
    actors = link(letter, Tags(actors=mentions)).actors
    assert [(a.id, a.name, a.type, [m.start for m in a.mentions]) for a in actors] == [
        ("a1", "Rog", ActorType.PERSON, [0, 22]),
        ("a2", "Kwint", ActorType.PERSON, [7]),
        ("a3", "Rog", ActorType.ORGANISATION, [27]),
    ]


def test_operations_are_grouped_by_name_and_type(letter_of: Make) -> None:
    letter = letter_of("EUTM Mali en EUTM Mali.")
    mentions = tuple(
        OperationMention(start=s, end=s + 9, rule="test", name="EUTM Mali", type=OperationType.MISSION)
        for s in (0, 13)
    )
    (operation,) = link(letter, Tags(operations=mentions)).operations
    assert (operation.id, [m.text for m in operation.mentions]) == ("o1", ["EUTM Mali", "EUTM Mali"])


def test_commitment_names_the_actor_at_its_place(letter_of: Make) -> None:
    letter = letter_of("De Minister stuurt een brief. Iemand belt.")
    commitments = (
        CommitmentMention(start=0, end=29, rule="test", actor_start=3, deadline="in mei"),
        CommitmentMention(start=30, end=42, rule="test", actor_start=30),
    )
    mentions = (actor(3, 11, "Minister", ActorType.MINISTER_FUNCTION),)
    found = link(letter, Tags(actors=mentions, commitments=commitments)).commitments
    assert [(c.text, c.actor, c.deadline) for c in found] == [
        ("De Minister stuurt een brief.", "a1", "in mei"),
        ("Iemand belt.", None, None),
    ]


@pytest.mark.parametrize(
    ("senders", "who"),
    [
        pytest.param((("A. Bos", "Minister van Defensie"),), "a1", id="one signs"),
        pytest.param(
            (("A. Bos", "Minister van Defensie"), ("B. Es", "Minister van Financiën")), None, id="two sign"
        ),
        pytest.param((), None, id="nobody signs"),
    ],
)
def test_ik_is_the_only_one_who_signs(
    letter_of: Make, senders: tuple[tuple[str, str], ...], who: str | None
) -> None:
    letter = letter_of("Ik stuur een brief. Minister van Defensie")
    head = letter.head.model_copy(update={"senders": tuple(Sender(name=n, function=f) for n, f in senders)})
    mentions = (actor(20, 41, "Minister van Defensie", ActorType.MINISTER_FUNCTION),)
    commitments = (CommitmentMention(start=0, end=19, rule="test"),)
    found = link(replace(letter, head=head), Tags(actors=mentions, commitments=commitments)).commitments
    assert [c.actor for c in found] == [who]


def test_amounts_keep_their_fields(letter_of: Make) -> None:
    letter = letter_of("Het kost € 3 per jaar.^1", notes={"1": "Dat is 5%."})
    mentions = (
        AmountMention(start=9, end=21, rule="test", kind=AmountKind.MONEY, value=3, unit="EUR", per="year"),
        AmountMention(
            start=7, end=9, rule="test", footnote="1", kind=AmountKind.PERCENTAGE, value=5, unit="%"
        ),
    )
    money, share = link(letter, Tags(amounts=mentions)).amounts
    assert (money.text, money.value, money.unit, money.per) == ("€ 3 per jaar", 3, "EUR", "year")
    assert (share.text, share.footnote) == ("5%", "1")


PIECES = (
    "De motie-Rog", "De moties van de leden Rog en Kwint", "motie Van den Hul c.s.", " (Kamerstuk 27 923, nr. 4)", " (nr. 5)",
    " (nrs. 6 en 7)", " op stuk nr. 8", ". ", "\n", "\n# Kop\n", "Deze motie", "Beide moties", "De tweede motie", "^1", "^2",
    " een motie", "\t", " het lid Rog (CDA) diende een motie in", "Nr. 9, het lid Rog", "Moties:", " in lijn met de motie-Kwint",
)  # fmt: skip
NOTES = st.fixed_dictionaries(
    {"1": st.sampled_from(["Kamerstuk 27 923, nr. 4 en 5.", "Zie de motie-Rog (nr. 3).", ""])}
)


@settings(max_examples=60, deadline=None)
@given(source=st.lists(st.sampled_from(PIECES), max_size=25).map("".join), notes=NOTES, own=st.booleans())
def test_any_letter(linked: Callable[..., Linked], source: str, notes: dict[str, str], own: bool) -> None:
    result = linked(source, dossiers=["31293"] if own else [], number="30" if own else None, notes=notes)
    check(result)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text(linked: Callable[..., Linked], source: str) -> None:
    check(linked(source))


def check(result: Linked) -> None:
    for index, motion in enumerate(result.motions):
        assert motion.id == f"m{index + 1}"
        starts = [m.start for m in motion.mentions if m.footnote is None]
        assert starts == sorted(starts)
        mentioned = [m for m in result.tags.motions if m.motion == index]
        assert len(mentioned) == len(motion.mentions) > 0
        assert {(m.dossier, m.number) for m in mentioned} == {(motion.dossier, motion.number)}
    keys = [(m.dossier, m.number) for m in result.motions if m.dossier and m.number]
    assert len(keys) == len(set(keys))
    ids = [r.id for r in result.references]
    assert len(ids) == len(set(ids))
    footnotes = [m.footnote is not None for m in result.tags.motions]
    assert footnotes == sorted(footnotes)
