"""Numbers whose noun was named before: ``Van de 9.300 vacatures waren er op 1 mei 3.755 vervuld``."""

import re
from itertools import takewhile

from letteranalyser.models.analysis import AmountKind
from letteranalyser.models.findings import AmountMention
from letteranalyser.tag.amounts_units import approximate
from letteranalyser.tag.numbers import Number

REACH = 240
"""Code points back from the number in which its noun must have been counted, or named."""

NEAR = 160
"""Code points back within which the words that point back stand."""

LONGEST_END = 8
"""Code points between two sentences."""

SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|\n")

# "Daarvan zijn er 18 gerealiseerd", "waarvan 12 in Limburg", "waren er op 1 mei 3.755 vervuld"
BACK_BEFORE = re.compile(
    r"\b(?:daarvan|hiervan|waarvan|waaronder|van wie|onder wie)(?: [\w’'-]+){0,3} (?:er (?:[\w’'-]+ ){0,4})?$"
    r"|\b(?:daarvan|hiervan|waarvan|waaronder|van wie|onder wie) $"
    r"|\bvan (?:de|deze|die) (?:[^.;:\n]|\.(?=\d)){3,130}? er (?:[\w’'-]+ ){0,5}$"
)
# "428.000 jongeren, tegen 366.000 in 2015"
COMPARED_BEFORE = re.compile(r"\b(?:tegen|tegenover|waren (?:dat )?er|was dat|naar|van) $")
COMPARED_AFTER = re.compile(
    r" (?:in (?:19|20)\d\d\b|(?:een|het) jaar (?:eerder|ervoor|daarvoor|geleden)\b|vorig jaar\b|nu\b|thans\b|destijds\b)"
)
# "in Drenthe ging het om 41 kinderen, in Noord-Holland om 612.", "tegen een streefcijfer van 15.000"
BESIDE_BEFORE = re.compile(
    r"(?:,|;| en|, en) (?:in|bij|voor|op|uit) (?:de (?:regio|provincie|gemeente|stad) )?[A-Z][\w’'-]+(?:(?: en| de| van| den)? [A-Z][\w’'-]+){0,3} (?:om |nog |slechts |maar )?$"
    r"|\b(?:streef(?:cijfer|getal|waarde|aantal)|doel(?:stelling|aantal)?|raming|prognose|taakstelling) van (?:ruim |circa |ongeveer |bijna )?$"
)
AN_ARTICLE = "een"
"""``waaronder een supermarkt``: no number, unlike ``één``."""
BESIDE_AFTER = frozenset(",.;:)")
"""What stands behind such a number: no noun of its own."""
BESIDE = 80
"""Code points before it in which all these words stand."""
BACK_BEGINS = re.compile(r"(?<!\w)(?:daarvan|hiervan|waarvan|waaronder|van (?:wie|de|deze|die)|onder wie) ")
"""How everything that ``BACK_BEFORE`` reads begins; only the last two places where it may begin are tried."""
# "12 daarvan", "3.755 van de 9.300 vacatures"
BACK_AFTER = re.compile(r" (?:daarvan|hiervan|ervan)\b")
# "De eerste kwartiermakers, dertig in getal"
IN_NUMBER = re.compile(r",? (?:in getal|in aantal|in totaal)\b")
NAMED = re.compile(r"(?:^|[\s(])([a-zë][\w-]*(?:en|ën|s|['’]s)), (?:in totaal |samen )?$")
STOP_AFTER = re.compile(
    r"[ \u00a0]?(?:jaar|maand|we[e]?k|dag|uur|keer|maal|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|%|procent|(?:der|vier|vijf|zes|zeven|acht|negen|tien)de[ln]?\b|kwart\b)|[-/]\w"
)
MONEY = re.compile(r"[ \u00a0](?:euro|gulden|dollar)")
FIRST_AFTER = frozenset("deghintv")
"""First letters of what ``MONEY``, ``BACK_AFTER`` and ``COMPARED_AFTER`` read."""


def elliptical(text: str, number: Number, before: list[AmountMention]) -> AmountMention | None:
    """A quantity whose noun stands with an amount before it, or None.

    Args:
        text: the whole text.
        number: a number without unit or noun of its own.
        before: the amounts found so far that count a noun of their own.
    """
    window_start = max(0, number.start - REACH)
    in_number = IN_NUMBER.match(text, number.end) if text.startswith((" in ", ", in "), number.end) else None
    if in_number is None and not (before and before[-1].start >= window_start):
        return None
    if number.value < 1 or number.year_like or STOP_AFTER.match(text, number.end):
        return None
    if text[number.start : number.end].lower() == AN_ARTICLE:
        return None
    if in_number and (found := NAMED.search(text[window_start : number.start])):
        return _quantity(text, number, found[1], "named")
    if text[number.end : number.end + 1] in BESIDE_AFTER and _is_beside(text, number, before[-1]):
        return _quantity(text, number, before[-1].unit, "beside")
    if not _points_back(text, number):
        return None
    near = takewhile(lambda a: a.start >= window_start, reversed(before))
    counted = next((a for a in near if number.value <= (a.value_max or a.value)), None)
    return None if counted is None else _quantity(text, number, counted.unit, "back")


def _is_beside(text: str, number: Number, counted: AmountMention) -> bool:
    """Whether it counts elsewhere, or as an aim, what the same sentence has counted before it."""
    if counted.end < number.start - NEAR or SENTENCE_END.search(text, counted.end, number.start):
        return False
    return BESIDE_BEFORE.search(text, max(0, number.start - BESIDE), number.start) is not None


def _points_back(text: str, number: Number) -> bool:
    """Whether ``daarvan``, ``waarvan``, ``van de … er`` or the like stands at the number."""
    if number.start and text[number.start - 1] not in " \u00a0":
        return False
    if text[number.end + 1 : number.end + 2] in FIRST_AFTER:
        if MONEY.match(text, number.end):
            return False
        if BACK_AFTER.match(text, number.end):
            return True
        if COMPARED_AFTER.match(text, number.end) and COMPARED_BEFORE.search(
            text, max(0, number.start - 12), number.start
        ):
            return True
    near = text[max(0, number.start - NEAR) : number.start].lower()
    if "van" not in near and "onder" not in near:
        return False  # without these words no pattern can match: spares the search
    sentence = text[max(_sentence_start(text, number.start), number.start - NEAR) : number.start].lower()
    return any(BACK_BEFORE.match(sentence, begin) for begin in _beginnings(sentence))


def _beginnings(sentence: str) -> list[int]:
    """The last two places where words that point back begin, the last first."""
    return [found.start() for found in BACK_BEGINS.finditer(sentence)][:-3:-1]


def _sentence_start(text: str, position: int) -> int:
    start = max(0, position - NEAR - LONGEST_END)
    for found in SENTENCE_END.finditer(text, start, position):
        start = found.end()
    return start


def _quantity(text: str, number: Number, unit: str, rule: str) -> AmountMention:
    return AmountMention(
        start=number.start,
        end=number.end,
        rule=f"amounts.quantity.{rule}",
        kind=AmountKind.QUANTITY,
        value=number.value,
        unit=unit,
        approximate=approximate(text, number.start, number.end),
    )
