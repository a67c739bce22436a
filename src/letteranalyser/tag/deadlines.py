"""Deadlines: the words in which a letter says by when, and the last day that they mean.

A date is worked out only where the words leave one day: ``voor 1 juli`` is the 30th of June, a quarter ends on its last
day. Of words without an edge (``begin``, ``medio``, seasons) the convention is: begin ends with the first third of a month or
the first quarter of a year, medio with the second third or the second quarter, and seasons end as the calendar has it.
"""

import calendar
import re
from datetime import date, timedelta
from functools import cache

from letteranalyser.vocabulary import load

ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4}
NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "twaalf": 12,
}  # fmt: skip
SEASON_ENDS = {
    "voorjaar": (6, 20),
    "lente": (6, 20),
    "zomer": (9, 22),
    "najaar": (12, 20),
    "herfst": (12, 20),
    "winter": (3, 19),
}
YEAR = r"(?:19|20)\d\d"


_OCCASION_IN_MONTH = re.compile(
    r"(?:raad|top|conferentie|overleg|debat|behandeling|besluitvorming|nota)\b.* (?:van|in) "
)
"""``vóór de Raad van december``: the day in that month is not said."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("deadlines")["words"]
    months = "|".join(words["months"])
    seasons = "|".join(words["seasons"])
    recesses = "|".join(words["recesses"])
    occasions = "|".join(sorted(words["occasions"], key=len, reverse=True))
    numbers = "|".join([*words["numbers"], r"\d{1,2}"])
    this = r"(?:dit|volgend|komend|aankomend|het komende|het volgende|het huidige|deze|volgende|komende|de komende)"
    year = rf"(?:{YEAR}|(?:dit|volgend|komend) (?:jaar|kalenderjaar|parlementair jaar))"
    ordinal = "|".join(ORDINALS)
    time = (
        rf"(?:\d{{1,2}} (?:{months})(?: (?:{YEAR}|aanstaande|a\.s\.))?"
        rf"|(?:het )?(?:{ordinal}|laatste) (?:kwartaal|halfjaar|helft|weken|week|maanden)(?: van (?:{year}|(?:{months})(?: {YEAR})?))?"
        rf"|q[1-4](?: van)? {YEAR}"
        rf"|(?:begin|medio|eind|half|halverwege) (?:van )?(?:{year}|(?:{months})(?: {YEAR})?|dit jaar|volgend jaar|deze maand|volgende maand)"
        rf"|(?:{months})(?: en (?:{months}))?(?: (?:{YEAR}|aanstaande|a\.s\.))?"
        rf"|(?:het |de |dit |deze |volgend |komend |komende |aankomende? )?(?:late |vroege )?(?:{seasons})(?: van {YEAR}| {YEAR}| van (?:dit|volgend) jaar)?"
        rf"|(?:het )?(?:{recesses})(?: van {YEAR}| {YEAR})?"
        rf"|(?:het )?eind(?:e)? van (?:het |de |dit )?(?:jaar|maand|kalenderjaar|schooljaar|kabinetsperiode|zomer|{seasons}|{year})(?: {YEAR})?"
        rf"|(?:de )?(?:{occasions})(?: (?:van|voor|over|in) (?:het jaar )?(?:{YEAR}|(?:{months})(?: {YEAR})?))?(?: {YEAR})?"
        rf"|{this} (?:jaar|maand|maanden|weken|week|periode|tijd|kabinetsperiode|zitting|kwartaal|najaar|voorjaar)"
        rf"|(?:de )?loop van (?:het |de )?(?:{year}|jaar|{seasons}|(?:{months}))(?: {YEAR})?|{YEAR})"
    )
    lead = (
        r"(?:uiterlijk(?: op| in| eind| begin| medio| voor| bij)?|nog (?:voor|vóór|in)|op|in|voor|vóór|na|bij|rond|rondom|tot|per|tegen|omstreeks|vanaf|gedurende|aan|"
        r"voorafgaand aan|direct na|kort na|ruim voor|binnen)"
    )
    explicit = re.compile(
        rf"(?<![\w-])(?:{lead} (?:het |de |haar |zijn |mijn |uw )?(?:eind(?:e)? van |begin |medio |eind |loop van )?(?:het |de )?{time}"
        rf"|binnen (?:{numbers}) (?:weken|week|maanden|maand|dagen|werkdagen|jaar|tijd)"
        rf"|(?:uiterlijk )?(?:begin|medio|eind|half) (?:{year}|(?:{months})(?: {YEAR})?|volgende maand|deze maand)"
        rf"|(?:dit|deze|volgend|komend|komende|aankomend|aankomende) (?:jaar|najaar|voorjaar|zomer|herfst|winter|maand|maanden|week|weken)"
        rf"|(?:eerste|tweede|derde|vierde) kwartaal (?:van )?{year}|(?:de )?komende (?:maanden|weken|periode))(?![\w-])",
        re.IGNORECASE,
    )
    loose = re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted(words['adverbs'], key=len, reverse=True))})(?!\w)", re.IGNORECASE
    )
    return explicit, loose


PAST = re.compile(r"(?<!\w)(?:jl\.?|jongstleden|afgelopen|vorig|vorige|eerder)(?!\w)", re.IGNORECASE)


def find_deadline(text: str, written: date | None = None, promise: int = 0) -> tuple[int, int] | None:
    """Where in a sentence its deadline stands; None if it has none.

    ``uiterlijk …`` comes before other times, a time before an adverb (``tijdig``). Times before the letter's date are none.

    Args:
        text: the sentence.
        written: date of the letter.
        promise: where the verb of the promise stands: times behind it, or before it in its clause, come first.
    """
    explicit, loose = _patterns()
    times = [m for m in explicit.finditer(text) if not PAST.match(text[m.end() :].lstrip(" ,"))]
    if written is not None:
        times = [m for m in times if not _is_past(m.group(), written)]
    if times:
        best = next((m for m in times if m.group().lower().startswith("uiterlijk")), None)
        best = best or next(
            (m for m in times if m.start() >= promise),
            next((m for m in times if "," not in text[m.end() : promise]), None),
        )
        if best is not None:
            return best.span()
    adverb = loose.search(text, promise) or loose.search(text)
    if adverb is None and times:
        return times[0].span()
    return adverb.span() if adverb else None


def _is_past(words: str, written: date) -> bool:
    """Whether a time with a year in it lies before the letter."""
    years = [int(y) for y in re.findall(YEAR, words)]
    if not years:
        return False
    if max(years) < written.year:
        return True
    due = due_date(words, written)
    return due is not None and due < written


def due_date(words: str, written: date) -> date | None:
    """The last day that a deadline means, or None where its words do not fix one.

    Args:
        words: the deadline as worded.
        written: the letter's date.
    """
    low = " ".join(words.lower().replace("a.s.", "").replace("aanstaande", "").split())
    before = re.match(r"(?:uiterlijk |nog )?(?:voor|vóór|voorafgaand aan|ruim voor)\s", low) is not None
    if re.match(r"(?:direct |kort )?na\s|vanaf\s|rond|omstreeks", low):
        return None
    within = re.fullmatch(r"binnen (\w+) (weken|week|maanden|maand|dagen|jaar)", low)
    if within:
        return _within(within[1], within[2], written)
    found = _span(low, written)
    if found is None or (before and not re.search(r"\d", low) and _OCCASION_IN_MONTH.search(low)):
        return None
    first, last = found
    return first - timedelta(days=1) if before else last


def _within(number: str, unit: str, written: date) -> date | None:
    count = NUMBERS.get(number) or (int(number) if number.isdigit() else None)
    if count is None:
        return None
    if unit.startswith("week") or unit == "weken":
        return written + timedelta(weeks=count)
    if unit == "dagen":
        return written + timedelta(days=count)
    months = count * (12 if unit == "jaar" else 1)
    year, month = divmod(written.year * 12 + written.month - 1 + months, 12)
    return date(year, month + 1, min(written.day, calendar.monthrange(year, month + 1)[1]))


def _year(low: str, written: date) -> int | None:
    match = re.search(YEAR, low)
    if match:
        return int(match.group())
    if re.search(r"volgend (?:jaar|kalenderjaar|voorjaar|najaar)|komend jaar", low):
        return written.year + 1
    return written.year if re.search(r"\b(?:dit jaar|dit kalenderjaar)\b", low) else None


def _span(low: str, written: date) -> tuple[date, date] | None:
    """First and last day of a time; the next one to come where no year is said."""
    year = _year(low, written)
    day = re.search(rf"(\d{{1,2}}) ({'|'.join(load('deadlines')['words']['months'])})", low)
    if day:
        return _next(year, written, lambda y: _same(y, _month(day[2]), int(day[1])))
    quarter = re.search(r"(eerste|tweede|derde|vierde|laatste|[1-4]e) kwartaal|q([1-4])", low)
    if quarter:
        number = int(quarter[2]) if quarter[2] else ORDINALS.get(quarter[1], 4)
        return _next(year, written, lambda y: (date(y, number * 3 - 2, 1), _last(y, number * 3)))
    half = re.search(
        r"(eerste|tweede) (?:helft|halfjaar)(?! van \D*(?:januari|februari|maart|april|mei|ju|aug|sep|okt|nov|dec))",
        low,
    )
    if half:
        return _next(
            year,
            written,
            lambda y: (
                date(y, 1 if half[1] == "eerste" else 7, 1),
                _last(y, 6 if half[1] == "eerste" else 12),
            ),
        )
    month = re.findall("|".join(rf"\b{m}\b" for m in load("deadlines")["words"]["months"]), low)
    if month:
        number = _month(month[-1])
        part = re.search(r"begin|medio|half", low)
        return _next(
            year,
            written,
            lambda y: (
                date(y, number, 1),
                date(y, number, 10 if part[0] == "begin" else 20) if part else _last(y, number),
            ),
        )
    return _named(low, year, written)


def _named(low: str, year: int | None, written: date) -> tuple[date, date] | None:
    """Seasons, recesses, days with a name, and years."""
    recess = re.search("|".join(load("deadlines")["words"]["recesses"]), low)
    if recess:
        for entry in load("recess")["recess"]:
            first, last = entry["first"], entry["last"]
            if (
                entry["name"] == recess[0]
                and first >= written
                and (year is None or first.year == year)
                and (first - written).days < 400
            ):
                return first, last
        return None
    if "prinsjesdag" in low:
        return _next(year, written, lambda y: (prinsjesdag(y), prinsjesdag(y)))
    season = next((s for s in SEASON_ENDS if re.search(rf"\b{s}\b", low)), None)
    if season:
        month, day = SEASON_ENDS[season]
        return _next(year, written, lambda y: (date(y, month, day) - timedelta(days=92), date(y, month, day)))
    if re.search(r"\beinde? van (?:het |dit )?(?:kalender)?jaar\b", low):
        return date(written.year, 12, 31), date(written.year, 12, 31)
    if year is not None and re.fullmatch(
        rf"(?:uiterlijk )?(?:in |voor |vóór |per )?(?:de )?(?:loop van |(?:begin|medio|half|eind)(?:e van)? )?(?:het jaar )?(?:{YEAR}|(?:dit|volgend|komend) (?:kalender)?jaar)",
        low,
    ):
        part = re.search(r"begin|medio|half", low)
        month = {"begin": 3, "medio": 6, "half": 6}.get(part[0], 12) if part else 12
        return date(year, 1, 1), _last(year, month)
    return None


def prinsjesdag(year: int) -> date:
    """The third Tuesday of September, on which the parliamentary year opens (article 65 of the Grondwet)."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def _month(name: str) -> int:
    months: list[str] = load("deadlines")["words"]["months"]
    return months.index(name) + 1


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _same(year: int, month: int, day: int) -> tuple[date, date]:
    at = date(year, month, day)
    return at, at


def _next(year: int | None, written: date, make: "object") -> tuple[date, date] | None:
    """A time in the year said, else the first that has not passed when the letter was written."""
    for at in (year,) if year is not None else (written.year, written.year + 1):
        try:
            first, last = make(at)  # type: ignore[operator]
        except ValueError:  # 31 juni
            return None
        if year is not None or last >= written:
            return first, last
    return None
