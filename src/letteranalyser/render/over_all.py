"""Over all letters: where each motion stands after the latest of them, and what is still to be done."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from letteranalyser.models.analysis import Analysis
from letteranalyser.render import letter_report, wording
from letteranalyser.render.report import QUIET, STRONG, Cell, Column, Row, Table
from letteranalyser.render.standings import standings
from letteranalyser.render.wording import printable

KINDS = ("motions", "commitments")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one letter says of one motion.

    Attributes:
        motion: what it is known by in all letters: its Kamerstuk, else the letter and its id there.
        movers: who moved it, as far as the letter says.
        kamerstuk: its number, with its address.
        standing: where the letter leaves it.
        stated: whether the letter takes a position on it.
        date: of the letter.
        letter: its path.
    """

    motion: tuple[str, str]
    movers: str
    kamerstuk: Cell
    standing: Cell
    stated: bool
    date: dt.date | None
    letter: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment in one letter."""

    due: dt.date | None
    text: str
    actor: str
    deadline: str
    letter: str


def answers(analysis: Analysis) -> tuple[Answer, ...]:
    """What a letter says of each motion that it names."""
    path, found = printable(analysis.source.path), standings(analysis)
    made = []
    for motion in analysis.motions:
        numbered = motion.dossier is not None and motion.number is not None
        key = (motion.dossier or "", motion.number or "") if numbered else (path, motion.id)
        kamerstuk = wording.motion_document(motion)
        movers = wording.listed([wording.mover(who) for who in motion.movers])
        words = movers or (letter_report.quote(motion.mentions[0]) if motion.mentions else motion.id)
        made.append(
            Answer(
                key,
                words,
                Cell(kamerstuk, link=wording.web_address(motion.url) if kamerstuk else ""),
                letter_report.left_at(found[motion.id]),
                bool(found[motion.id].positions),
                analysis.letter.date,
                path,
            )
        )
    return tuple(made)


def promises(analysis: Analysis) -> tuple[Promise, ...]:
    """What a letter promises."""
    names = {actor.id: printable(actor.name) for actor in analysis.actors}
    path = printable(analysis.source.path)
    return tuple(
        Promise(
            item.due,
            letter_report.quote(item),
            names.get(item.actor or "", ""),
            printable(item.deadline or ""),
            path,
        )
        for item in analysis.commitments
    )


def motions(given: Sequence[Answer]) -> Table:
    """A row a motion: where the latest letter that takes a position leaves it, and the letters that say so."""
    by_motion: dict[tuple[str, str], list[Answer]] = {}
    for answer in given:
        by_motion.setdefault(answer.motion, []).append(answer)
    rows = []
    for said in by_motion.values():
        # A letter without a date counts as earlier than any with one; of one day the later in the list is the latest.
        told = sorted(said, key=lambda answer: answer.date or dt.date.min)
        last = next((answer for answer in reversed(told) if answer.stated), told[-1])
        letters = [answer.letter for answer in told if answer.standing.text == last.standing.text]
        rows.append(
            Row(
                (
                    Cell(max((answer.movers for answer in told), key=len), STRONG),
                    last.kamerstuk,
                    last.standing,
                    Cell(last.date.isoformat() if last.date and last.stated else ""),
                    Cell(", ".join(dict.fromkeys(letters)), QUIET),
                )
            )
        )
    columns = (
        Column("Moved by", weight=2),
        Column("Kamerstuk"),
        Column("Standing"),
        Column("Since"),
        Column("Letters", weight=3),
    )
    return Table("Motions over all letters", columns, tuple(rows))


def commitments(given: Sequence[Promise], latest: dt.date) -> Table:
    """What is still to be done as far as the letters tell, by its last day.

    A commitment is open if its last day is not before the date of the latest letter, or is not known. Not today's date:
    the same letters give the same table.

    Args:
        given: the commitments of all letters.
        latest: date of the latest letter, also of those without any.
    """
    still = [promise for promise in given if promise.due is None or promise.due >= latest]
    rows = [
        Row(
            (
                Cell(promise.due.isoformat() if promise.due else ""),
                Cell(promise.text),
                Cell(promise.actor),
                Cell(promise.deadline, STRONG),
                Cell(promise.letter, QUIET),
            )
        )
        for promise in sorted(still, key=lambda promise: promise.due or dt.date.max)
    ]
    columns = (
        Column("Due"),
        Column("Commitment", weight=4),
        Column("By", weight=1),
        Column("Deadline", weight=1),
        Column("Letter", weight=2),
    )
    return Table("Open commitments", columns, tuple(rows))
