"""Mentions of motions to entries: one per motion, with every mention of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from letteranalyser.link.antecedents import Antecedents
from letteranalyser.link.members import can_be, joined, same_member, surname_key
from letteranalyser.link.parties import Parties
from letteranalyser.link.places import Places
from letteranalyser.models.analysis import Motion, Mover, Span
from letteranalyser.models.findings import MotionMention, ReferenceMention
from letteranalyser.models.letter import Letter
from letteranalyser.tag.references.addresses import kamerstuk_url

MOST_CANDIDATES = 50
"""Motions of one member that are told apart; no letter names more."""


@dataclass
class Known:
    """A motion met so far."""

    movers: tuple[Mover, ...]
    cosigned: bool
    dossier: str | None
    number: str | None
    first: int
    """Place of its first mention among all mentions in reading order."""
    sections: set[str] = field(default_factory=set)

    def named_by(self, at: int, mention: MotionMention) -> bool:
        """Whether a mention without number can mean this motion.

        What was introduced may be named by its first mover alone afterwards, but not before.
        """
        open_list = self.cosigned or mention.cosigned
        if at < self.first and not open_list and len(mention.movers) != len(self.movers):
            return False
        return can_be(mention.movers, self.movers, open_list=open_list)

    def learn(self, mention: MotionMention) -> None:
        """Take over what a mention says."""
        self.movers = joined(self.movers, mention.movers)
        self.cosigned = self.cosigned or mention.cosigned
        self.dossier = self.dossier or mention.dossier
        self.number = self.number or mention.number


def numbered(
    motions: Sequence[MotionMention],
    numbers: Mapping[int, tuple[int, ...]],
    references: Sequence[ReferenceMention],
    dossiers: Mapping[int, str],
) -> list[MotionMention]:
    """The mentions with their dossier and number; one that has several numbers is there once for each.

    Args:
        motions: the mentions.
        numbers: index of a mention to the indices of the references that number it.
        references: completed.
        dossiers: index of a mention to the dossier of a number that no reference gives.
    """
    done = []
    for index, mention in enumerate(motions):
        found = [references[i] for i in numbers.get(index, ())]
        if not found:
            done.append(mention.model_copy(update={"dossier": dossiers.get(index, mention.dossier)}))
        done += [
            mention.model_copy(
                update={
                    "dossier": r.dossier,
                    "number": r.number,
                    "plural": mention.plural and len(found) == 1,
                }
            )
            for r in found
        ]
    return done


def resolve(
    letter: Letter, motions: Sequence[MotionMention], references: Sequence[ReferenceMention] = ()
) -> tuple[tuple[MotionMention, ...], tuple[Motion, ...]]:
    """Say which motion each mention means.

    Args:
        letter: the letter.
        motions: its mentions, with dossier and number where known.
        references: its mentions of documents, for their addresses.

    Returns:
        The mentions with ``motion`` set where the letter tells (one that means several is there once for each), text
        first and then footnotes; and the motions, in the order in which the letter first names them.
    """
    places = Places(letter)
    reading = sorted(motions, key=lambda m: places.of(m).order)
    known = Register()
    meant: list[tuple[int, ...]] = [()] * len(reading)
    for index in [i for i, m in enumerate(reading) if m.number is not None and m.movers]:
        meant[index] = known.by_number(index, reading[index], places.of(reading[index]).section)
    for index in [i for i, m in enumerate(reading) if m.number is None and m.movers]:
        meant[index] = known.by_movers(index, reading[index], places.of(reading[index]).section)
    antecedents = Antecedents(letter, places, reading)
    for index, mention in enumerate(reading):
        if mention.number is not None and (mention.anaphoric or not mention.movers):
            meant[index] = known.by_number_or(
                antecedents.introduced(index), index, mention, places.of(mention).section
            )
        elif mention.number is None and not mention.movers:
            meant[index] = antecedents.of(index)
        antecedents.add(index, meant[index])
    addresses = {r.id: r.url for r in references if r.id and r.url}
    return entries(letter, known.motions, reading, meant, addresses)


class Register:
    """The motions met so far, to be found by number or by mover."""

    def __init__(self) -> None:
        """Begin with none."""
        self.motions: list[Known] = []
        self.numbers: dict[tuple[str | None, str | None], int] = {}
        self.surnames: dict[str, list[int]] = {}

    def add(self, at: int, mention: MotionMention, section: str) -> tuple[int, ...]:
        """A motion not met before."""
        index = len(self.motions)
        self.motions.append(Known((), False, None, None, at))
        self.take(index, mention, section)
        return (index,)

    def take(self, index: int, mention: MotionMention, section: str) -> None:
        """Take over what a mention of a motion says."""
        motion = self.motions[index]
        motion.learn(mention)
        motion.sections.add(section)
        if motion.number is not None:
            self.numbers.setdefault((motion.dossier, motion.number), index)
            self.numbers.setdefault((None, motion.number), index)
        if motion.movers:
            bucket = self.surnames.setdefault(surname_key(motion.movers[0].name), [])
            if index not in bucket[-MOST_CANDIDATES:]:
                bucket.append(index)

    def by_number(self, at: int, mention: MotionMention, section: str) -> tuple[int, ...]:
        """The motion with this number, new if it was not met before."""
        index = self.numbers.get((mention.dossier, mention.number))
        if index is None:
            return self.add(at, mention, section)
        self.take(index, mention, section)
        return (index,)

    def by_number_or(
        self, pointed: tuple[int, ...], at: int, mention: MotionMention, section: str
    ) -> tuple[int, ...]:
        """The motion with this number, or the one pointed back at if its number was not known: ``deze motie (nr. 12)``."""
        if (mention.dossier, mention.number) not in self.numbers:
            for index in pointed if len(pointed) == 1 and self.motions[pointed[0]].number is None else ():
                self.take(index, mention, section)
                return (index,)
        return self.by_number(at, mention, section)

    def by_movers(self, at: int, mention: MotionMention, section: str) -> tuple[int, ...]:
        """The motion that these members moved; where several can be meant, an entry without number stands for it."""
        bucket = self.surnames.get(surname_key(mention.movers[0].name), [])[:MOST_CANDIDATES]
        candidates = [i for i in bucket if self.motions[i].named_by(at, mention)]
        with_number = [i for i in candidates if self.motions[i].number]
        if mention.plural and len(with_number) > 1:
            return tuple(with_number)
        if len(candidates) > 1:
            nearby = [i for i in with_number if section in self.motions[i].sections]
            candidates = nearby if len(nearby) == 1 else [i for i in candidates if i not in with_number]
        if not candidates:
            candidates = self.by_later_mover(mention, section)
        if not candidates:
            return self.add(at, mention, section)
        self.take(candidates[0], mention, section)
        return (candidates[0],)

    def by_later_mover(self, mention: MotionMention, section: str) -> list[int]:
        """The only motion of the section that the member named first moved as second or later."""
        recent = range(max(0, len(self.motions) - MOST_CANDIDATES), len(self.motions))
        found = [
            i
            for i in recent
            if section in self.motions[i].sections
            and any(same_member(mention.movers[0], mover) for mover in self.motions[i].movers[1:])
        ]
        return found if len(found) == 1 else []


def entries(
    letter: Letter,
    known: Sequence[Known],
    reading: Sequence[MotionMention],
    meant: Sequence[tuple[int, ...]],
    addresses: Mapping[str, str],
) -> tuple[tuple[MotionMention, ...], tuple[Motion, ...]]:
    """Number the motions by first mention and collect the mentions of each."""
    order: dict[int, int] = {}
    for index in (index for several in meant for index in several):
        order.setdefault(index, len(order))
    mentions: list[MotionMention] = []
    for mention, several in zip(reading, meant, strict=True):
        mentions += [filled(mention, known[i], order[i]) for i in several] or [mention]
    parties = Parties(letter)
    spans: dict[int, list[Span]] = {}
    for mention in mentions:
        if mention.motion is not None:
            span = letter.span(mention.start, mention.end, mention.rule, mention.footnote)
            spans.setdefault(mention.motion, []).append(span)
    motions = tuple(
        Motion(
            id=f"m{place + 1}",
            movers=parties.complete(known[index].movers),
            dossier=known[index].dossier,
            number=known[index].number,
            url=address(known[index], addresses),
            mentions=tuple(spans[place]),
        )
        for index, place in order.items()
    )
    mentions.sort(key=lambda m: m.footnote is not None)
    return tuple(mentions), motions


def filled(mention: MotionMention, motion: Known, index: int) -> MotionMention:
    """A mention with what is known of its motion."""
    return mention.model_copy(update={"motion": index, "dossier": motion.dossier, "number": motion.number})


def address(motion: Known, addresses: Mapping[str, str]) -> str | None:
    """Where a motion can be read, if its number says so."""
    if motion.dossier is None or motion.number is None:
        return None
    cited = addresses.get(f"kst-{motion.dossier}-{motion.number}")
    return cited or kamerstuk_url(motion.dossier, motion.number, None, None)
