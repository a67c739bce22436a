"""How good the weights of the wording are, each part of the passages held out in turn, and what their rows are worth."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from letteranalyser.align.opinion import NOTHING, likeliest
from letteranalyser.tag.promising import KEPT_FROM, PROMISED_FROM
from training.places import ROOT

if TYPE_CHECKING:
    from training.wording import Labelled

CONFIDENCE = ROOT / "src" / "letteranalyser" / "vocabulary" / "confidence_wording.toml"
BINS = 5
"""Points of the table of confidence."""

Shares = Mapping[str, Sequence[Mapping[str, float]]]
"""Name of a part to the probability of each outcome, for each of its sentences."""


def scores(gold: Sequence[str], said: Sequence[str]) -> str:
    """Precision, recall and F1 as cells of a table, and F1 of finding it at all."""
    right = sum(g == s != NOTHING for g, s in zip(gold, said, strict=True))
    found = sum(NOTHING not in (g, s) for g, s in zip(gold, said, strict=True))
    there, given = sum(g != NOTHING for g in gold), sum(s != NOTHING for s in said)
    precision, recall = right / max(given, 1), right / max(there, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{precision:.2f} | {recall:.2f} | {f1:.2f} | {2 * found / max(there + given, 1):.2f}"


def told(
    parts: "Mapping[str, Sequence[Labelled]]", shares: Shares
) -> "list[tuple[str, Sequence[Labelled], Sequence[Mapping[str, float]]]]":
    """Each part and then all of them, with what the weights say of each sentence."""
    rows = [(name, sentences, shares[name]) for name, sentences in parts.items()]
    everything = [sentence for _, sentences, _ in rows for sentence in sentences]
    return [*rows, ("all", everything, [share for *_, given in rows for share in given])]


def report(
    parts: "Mapping[str, Sequence[Labelled]]",
    held_out: Mapping[str, Shares],
    added_from: float,
    day: str,
) -> str:
    """What is measured, as Markdown."""
    lines = [
        "# What the weights of the wording are worth",
        "",
        f"Written by `python -m training wording` on {day}. Each part of `training/passages` was told by weights learned from the",
        "others. *Rules*: what the formulas alone say. *Weights*: what the learned weights say that see the formulas' findings too. A",
        "passage is a paragraph or two around an answer; letters are whole. Both are worded more freely than most letters are.",
        "",
        "## Positions",
        "",
        "| part | sentences | with a position | rules P | R | F1 | found | weights P | R | F1 | found |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, sentences, shares in told(parts, held_out["positions"]):
        gold = [sentence.position for sentence in sentences]
        rules = [next(iter(sentence.said), NOTHING) for sentence in sentences]
        said = [likeliest(share) if 1 - share[NOTHING] >= added_from else NOTHING for share in shares]
        there = sum(position != NOTHING for position in gold)
        lines.append(f"| {name} | {len(gold)} | {there} | {scores(gold, rules)} | {scores(gold, said)} |")
    lines += [
        "",
        "## Commitments",
        "",
        "| part | commitments | rules P | R | F1 | weights P | R | F1 |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, sentences, shares in told(parts, held_out["commitments"]):
        gold = ["yes" if sentence.commitment else NOTHING for sentence in sentences]
        rules = ["yes" if sentence.promised else NOTHING for sentence in sentences]
        said = [
            "yes" if share["yes"] >= (KEPT_FROM if sentence.promised else PROMISED_FROM) else NOTHING
            for sentence, share in zip(sentences, shares, strict=True)
        ]
        cells = (" | ".join(scores(gold, answers).split(" | ")[:3]) for answers in (rules, said))
        lines.append(f"| {name} | {gold.count('yes')} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def write_confidence(
    parts: "Mapping[str, Sequence[Labelled]]", shares: Shares, added_from: float, day: str
) -> None:
    """Write what share of the rows that only the wording gives was right in whole letters held out, by how likely they were found."""
    rows = sorted(
        (share[likeliest(share)], likeliest(share) == sentence.position)
        for name, sentences in parts.items()
        if name.startswith("letters")
        for sentence, share in zip(sentences, shares[name], strict=True)
        if not sentence.said and 1 - share[NOTHING] >= added_from
    )
    lines = [
        "# What a row is worth that the wording as a whole gives and no formula: the share of rows found about as likely that was",
        "# right, in letters held out. Written by `python -m training wording`; read as confidence.toml is.",
        "",
        "[about]",
        'source = "Whole letters of training/passages, each file told by weights learned from the others"',
        f'date = "{day}"',
    ]
    size = math.ceil(len(rows) / BINS)
    before = 0.0
    for start in range(0, len(rows), size):
        taken = rows[start : start + size]
        raw = sum(likely for likely, _ in taken) / len(taken)
        right = sum(good for _, good in taken)
        before = max(before, (right + 1) / (len(taken) + 2))  # one right and one wrong added; never falling
        numbers = [f"rows = {len(taken)}", f"right = {right}"]
        lines += ["", "[[point]]", f"raw = {raw:.3f}", f"confidence = {before:.3f}", *numbers]
    CONFIDENCE.write_text("\n".join(lines) + "\n", encoding="utf-8")
