"""How much is read from one letter, and what is said where there is more."""

from itertools import count

import pytest

from letteranalyser.models.analysis import Analysis
from letteranalyser.pipeline import analyse
from letteranalyser.tag.amounts import amounts_in
from letteranalyser.tag.limits import MOST, Limit
from letteranalyser.tag.motions import motions_in
from letteranalyser.tag.references import references_in

LETTER = (
    "Geachte voorzitter,\n\nDe motie-Rog (Kamerstuk 31 293, nr. 4) kost € 5 mln. en de motie-Kwint (nr. 5) € 6 mln. "
    "Zie ook Kamerstuk 29 544, nr. 8, waarin € 7 mln. staat, en de motie-Smit.\n"
)
ONLY = {
    "references": ["kst-31293-4", "kst-31293-5"],
    "motions": [["Rog"], ["Kwint"]],
    "amounts": [5e6, 6e6],
}


ENOUGH = {"references": (2, 3), "motions": (2, 3), "amounts": (5, 8)}
"""What must be read of each kind for what ``ONLY`` has, and for all; of amounts every number counts."""


def found(analysis: Analysis, kind: str) -> list[object]:
    if kind == "motions":
        return [[mover.name for mover in motion.movers] for motion in analysis.motions]
    return (
        [entry.id for entry in analysis.references]
        if kind == "references"
        else [a.value for a in analysis.amounts]
    )


def test_takes_what_is_left_and_asks_for_no_more() -> None:
    limit = Limit(3)
    assert limit.take(iter("ab")) == ["a", "b"]
    assert (limit.left, limit.reached) == (1, False)
    assert limit.take(map(str, count())) == ["0"]
    assert (limit.left, limit.reached) == (0, True)
    assert limit.take("c") == []


def test_as_many_as_there_are_is_not_too_many() -> None:
    limit = Limit(2)
    assert limit.take("ab") == ["a", "b"]
    assert not limit.reached


@pytest.mark.parametrize("kind", ONLY)
@pytest.mark.parametrize("kinds", [None, "alone"], ids=["with spaCy", "without"])
def test_a_letter_with_more_says_so(kind: str, kinds: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MOST, kind, ENOUGH[kind][0])
    wanted = [kind] if kinds else ["actors", kind]
    analysis = analyse(LETTER.encode(), "-", wanted, model="none")
    assert found(analysis, kind) == ONLY[kind]
    (problem,) = [p for p in analysis.problems if p.code == "too_many"]
    assert problem.message.startswith(f"more {kind} than are read")


@pytest.mark.parametrize("kind", ONLY)
def test_a_letter_with_no_more_says_nothing(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MOST, kind, ENOUGH[kind][1])
    analysis = analyse(LETTER.encode(), "-", [kind], model="none")
    assert len(found(analysis, kind)) == 3
    assert [p for p in analysis.problems if p.code == "too_many"] == []


def test_finders_read_no_further() -> None:
    assert len(amounts_in("€ 5 mln. " * 20, limit=Limit(7))) == 7
    assert len(references_in("Kamerstuk 31 293, nr. 4; " * 20, limit=Limit(7))) == 7
    assert len(motions_in("de motie-Rog. " * 20, limit=Limit(7))) == 7
    assert motions_in("de motie-Rog. " * 20, limit=Limit(0)) == []
