"""Articles of acts, and acts named without an article.

``artikel 28, eerste lid, aanhef en onder b, van de Vreemdelingenwet 2000``: Aanwijzingen voor de regelgeving, aanwijzingen
3.27 to 3.30 (mention of articles, paragraphs and parts); ``art. 6:80 lid 1 BW``: Leidraad voor juridische auteurs (2019),
§ 3.3. A citation is one mention from ``artikel`` to the end of the act's name; its id is the act and the article, with
paragraphs in words and parts behind ``onder``, however the letter wrote them. Articles of the Kieswet have the letter of
their chapter before their number: ``artikel J 25``.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.acts import Act, Named, find_act
from letteranalyser.tag.references.eu import EuAct, read_act
from letteranalyser.tag.references.titles import read_title, read_title_alone
from letteranalyser.vocabulary import load

REACH_OF_THE_ACT = 1200
"""Characters within which ``de verordening`` means the last act so called; ``die verordening`` has no such limit."""
MOST_DEFINED = 60
"""Abbreviations that a letter may define for itself."""

_ORDINALS = tuple(load("acts")["words"]["ordinals"])
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|laatste|enige)"
_NUMBER = r"(?:\d{1,4}[a-zA-Z]{0,3}(?:[.:]\d{1,4}[a-zA-Z]{0,2}){0,4}|[IVXL]{1,6}[A-Z]?|[A-Z][a-z]?\s\d{1,3}[a-z]?)(?:[°º]|\s(?:bis|ter|quater)(?!\w))?"
_TOKEN = (
    rf"(?:{_ORDINAL}|lid|leden|volzin(?:nen)?|zin|alinea|gedachtestreepje|aanhef|onder|onderdeel|onderdelen|sub|letters?|punt(?:en)?|"
    r"en|of|tot|met|t/m|jo\.?|jo°|juncto|j°|alsmede|respectievelijk|resp\.|dan\swel|gelezen\sin\ssamenhang\smet|"
    r"in\s(?:verbinding|samenhang)\smet|i\.v\.m\.|onderscheidenlijk|artikel(?:en)?|art\.?|oud|nieuw|"
    rf"(?<=onder\s)[A-Z]|(?<=onderdeel\s)[A-Z]|(?<=sub\s)[A-Z]|{_NUMBER}|[a-tv-z]|aa|bb|cc|dd|ee|ff)(?![\w’'])"
)
_ARTICLE = re.compile(rf"(?:(?:[Aa]rtikel(?:en)?|[Aa]rtt?\.?)\s{{1,3}})?{_NUMBER}(?![\w])")
_TAIL = re.compile(rf"(?:(?:\s?[,;]\s{{0,3}}|\s{{1,3}}|\s?\(|\s?[-–]\s?)\(?{_TOKEN}\)?){{0,30}}")
_LOOSE_END = re.compile(
    r"(?:[\s,;(–-]+(?:en|of|tot|met|t/m|jo\.?|juncto|alsmede|onder|sub|in|respectievelijk|resp\.|artikel(?:en)?|art\.?))+$"
)
_DEMONSTRATIVE = (
    r"(?:die|deze|dit|dat|genoemde|voornoemde|bovengenoemde|eerdergenoemde|laatstgenoemde|diezelfde|dezelfde)"
)
_TO_ACT = re.compile(
    r"(?:,?\s{1,3}(?:van|uit|in|bij)\s(?:het\s|de\s)?(?:[Bb]oek\s(?P<book>\d{1,2}A?)|(?:[Hh]oofdstuk|[Tt]itel|[Aa]fdeling|"
    r"[Pp]aragraaf|[Bb]ijlage|[Dd]eel)\s[\dIVX]{1,6}(?:\.\d{1,3}){0,3}[a-zA-Z]?))?"
    r",?\s{1,3}(?:(?P<of>van|uit|in|bij|onder)\s{1,3})?"
    rf"(?:(?P<pointing>{_DEMONSTRATIVE})\s{{1,3}}|(?P<the>de|het)\s{{1,3}}|d[e’']\s)?"
    r"(?:(?:huidige|nieuwe|oude|gewijzigde|toenmalige|voorgestelde|Europese|herziene|betreffende)\s{1,3})?"
)
_CALLED = re.compile(
    r"(?P<sort>wet|verordening|richtlijn|besluit|kaderbesluit|regeling|verdrag|handvest)(?![\w-])"
)
_SHORT = re.compile(
    rf"\d{{1,2}}:\d{{1,4}}[a-z]{{0,2}}(?:,?\s(?:lid\s\d{{1,2}}|{_ORDINAL}\slid|aanhef\sen|(?:onder|sub)\s[a-z])){{0,4}}(?=,?\s[A-Z])"
)
_ARTICLE_BEHIND = re.compile(r",?\s{1,3}(?=(?:[Aa]rtikel(?:en)?|[Aa]rtt?\.)\s{1,3}\d)")
_DEFINED = re.compile(
    r"\s{1,2}\((?:hierna(?:\s(?:te\snoemen|ook|verder))?:?\s|verder:?\s|afgekort:?\s)?(?:de\s|het\s)?[«“\"‘']?"
    r"(?P<short>(?:Wet\s)?[A-Z][A-Za-z]{1,8}(?:[\s-]?(?:(?:19|20)\d\d|\d))?)[»”\"’']?\)"
)
_OF_BOOK = re.compile(r"(?P<book>\d{1,2}A?):(?=\d)")
_COMMA_WANTED = re.compile(rf"(?<=[\w°º)])\s(?=(?:{_ORDINAL}|aanhef|onder)\b)")
_JOINED = ("(en", " en", " of", " met", " jo", " tot", " t/m", " jo.", "juncto")


@dataclass(slots=True)
class Mentioned:
    """Acts that a letter has named so far.

    Attributes:
        year: year of the letter, or None.
        last: by what it may be called afterwards, the last act named and where.
        defined: abbreviations that the letter defines itself.
    """

    year: int | None = None
    last: dict[str, tuple[Act, int]] = field(default_factory=dict)
    defined: dict[str, Act] = field(default_factory=dict)

    def note(self, act: Act, at: int) -> None:
        """Remember that an act is named at an offset."""
        self.last[act.sort] = (act, at)

    def note_european(self, act: EuAct, at: int) -> None:
        """Remember that an act of the EU is named at an offset."""
        self.last[act.kind] = (_of_union(act), at)


def _of_union(act: EuAct) -> Act:
    from letteranalyser.tag.references.addresses import celex_url

    url = celex_url(act.celex) if act.celex else None
    return Act(act.cited, ReferenceKind.EU_LAW, act.identifier, url, act.kind)


def canonical_article(cited: str) -> str:
    """An article as it is written in an id: ``Art. 28 lid 1 sub b`` gives ``artikel 28, eerste lid, onder b``."""
    words = " ".join(cited.split()).replace(" ,", ",").replace(";", ",")
    words = re.sub(r"^(?:[Aa]rt\.?|[Aa]rtikel)\s", "artikel ", words)
    words = re.sub(r"^(?:[Aa]rtt\.?|[Aa]rtikelen)\s", "artikelen ", words)
    if not words.startswith("art"):
        words = f"artikel {words}"
    words = re.sub(r"\blid (\d{1,2})\b", _paragraph_in_words, words)
    words = re.sub(r"\b(?:onderdeel|onderdelen|sub|letter|punt)\b(?= [a-z0-9])", "onder", words)
    pieces = [words]
    while (match := _COMMA_WANTED.search(pieces[-1])) is not None:
        piece = pieces.pop()
        head, rest = piece[: match.start()], piece[match.end() :]
        pieces += [head + (" " if head.endswith(_JOINED) else ", "), rest]
    return "".join(pieces)


def _paragraph_in_words(match: re.Match[str]) -> str:
    number = int(match[1])
    return f"{_ORDINALS[number - 1]} lid" if 0 < number <= len(_ORDINALS) else match[0]


def _ends_word(text: str, at: int) -> bool:
    return not (
        text[at : at + 1].isalnum()
        or (text[at : at + 1] in {"-", "’", "'"} and text[at + 1 : at + 2].isalnum())
    )


def _act_at(text: str, at: int, mentioned: Mentioned, *, behind_article: bool) -> Named | None:
    """The act that stands at ``at``: defined by the letter, of the vocabulary, by number, or by the form of its title."""
    for name, act in mentioned.defined.items():
        if text.startswith(name, at) and _ends_word(text, at + len(name)):
            return Named(act, at + len(name), alone=True)
    found = find_act(text, at, mentioned.year, any_case=behind_article)
    if found is not None and (behind_article or found.alone):
        return found
    if behind_article and (european := read_act(text, at)) is not None:
        return Named(_of_union(european[0]), european[1], alone=True)
    title = read_title(text, at) if behind_article else read_title_alone(text, at)
    return Named(title[0], title[1], alone=True) if title else None


def _called(text: str, at: int, match: re.Match[str], mentioned: Mentioned) -> Named | None:
    """The act meant by ``die verordening``, or ``de verordening`` soon after it was named."""
    called = _CALLED.match(text, at) if match["pointing"] or match["the"] else None
    if called is None:
        return None
    meant = mentioned.last.get(called["sort"])
    if meant is None or (match["the"] and at - meant[1] > REACH_OF_THE_ACT):
        return None
    return Named(meant[0], called.end(), alone=True)


def _mention(span: tuple[int, int], act: Act, article: str | None, rule: str) -> ReferenceMention:
    return ReferenceMention(
        start=span[0],
        end=span[1],
        rule=f"references.{rule}",
        kind=act.kind,
        id=f"{act.identifier} {article}" if article else act.identifier,
        url=act.url,
    )


def _in_book(act: Act, article: str, book: str | None) -> tuple[Act, str]:
    """Of the Burgerlijk Wetboek the book and the article in it: ``7:658`` is article 658 of book 7."""
    number = _OF_BOOK.search(article)
    if act.books and (book or number):
        act = act.book(book or (number["book"] if number else ""))
    elif " Boek " not in act.name:
        return act, article
    return act, article.replace(f"{number['book']}:", "") if number else article


def _article_end(text: str, at: int) -> int | None:
    """Where an article ends that starts at ``at``, with its paragraphs and parts."""
    match = _ARTICLE.match(text, at)
    if match is None:
        return None
    tail = _TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    if text[end - 1] == ")" and text.count("(", at, end) < text.count(")", at, end):
        end -= 1  # the bracket around the citation
    loose = _LOOSE_END.search(text, match.end(), end)
    return loose.start() if loose else end


def article(text: str, at: int, mentioned: Mentioned) -> tuple[list[ReferenceMention], int]:
    """An article of an act, from ``artikel`` to the act's name; nothing where no act is named.

    Returns:
        The mention, and where reading may go on.
    """
    end = _article_end(text, at)
    to_act = _TO_ACT.match(text, end) if end is not None else None
    if end is None or to_act is None:
        return [], at
    position = to_act.end()
    found = _called(text, position, to_act, mentioned) or _act_at(
        text, position, mentioned, behind_article=True
    )
    if found is None:
        return [], end
    cited = canonical_article(text[at:end])
    act, cited = _in_book(found.act, cited, to_act["book"])
    mentioned.note(act, at)
    mention = _mention((at, found.end), act, cited, "article")
    found_here = [mention, *_defines(text, found, mentioned)]
    return found_here, found_here[-1].end


def short_article(text: str, at: int, mentioned: Mentioned) -> list[ReferenceMention]:
    """An article without the word: ``3:2 Awb``, ``5:1 lid 2 BW``."""
    match = _SHORT.match(text, at)
    if match is None:
        return []
    end = match.end()
    found = find_act(text, end + (2 if text[end] == "," else 1), mentioned.year)
    if found is None or found.act.kind is not ReferenceKind.LAW:
        return []
    act, cited = _in_book(found.act, canonical_article(text[at:end]), None)
    return [_mention((at, found.end), act, cited, "article")]


def _defines(text: str, found: Named, mentioned: Mentioned) -> list[ReferenceMention]:
    """An abbreviation in brackets behind an act, which the letter may use for it from there on."""
    match = _DEFINED.match(text, found.end)
    if match is None or len(mentioned.defined) >= MOST_DEFINED:
        return []
    short = match["short"]
    if not _abbreviates(short, found.act.name, text[found.end - len(short) : found.end]):
        return []
    mentioned.defined[short] = found.act
    return [_mention(match.span("short"), found.act, None, "act.defined")]


def _abbreviates(short: str, name: str, cited: str) -> bool:
    """Whether the letters of an abbreviation stand in the name in their order, its first letter first."""
    if short == cited or short[0].lower() != name[0].lower():
        return False
    letters = iter(name.lower())
    return all(letter in letters for letter in short.lower() if letter.isalpha())


def act_alone(text: str, at: int, mentioned: Mentioned) -> list[ReferenceMention]:
    """An act named without an article before it; an article may follow it (``Wabo, art. 2.12``)."""
    found = _act_at(text, at, mentioned, behind_article=False)
    if found is None:
        return []
    mentioned.note(found.act, at)
    rule = "eu.name" if found.act.kind is ReferenceKind.EU_LAW else "act"
    behind = _ARTICLE_BEHIND.match(text, found.end)
    if behind is not None and (end := _article_end(text, behind.end())) is not None:
        to_act = _TO_ACT.match(text, end)
        another = to_act and _act_at(text, to_act.end(), mentioned, behind_article=True)
        if not another:
            act, cited = _in_book(found.act, canonical_article(text[behind.end() : end]), None)
            return [_mention((at, end), act, cited, "article")]
    return [_mention((at, found.end), found.act, None, rule), *_defines(text, found, mentioned)]


def defined_abbreviations(
    text: str, mentioned: Mentioned, found: list[ReferenceMention]
) -> list[ReferenceMention]:
    """Abbreviations that the letter defined, wherever they stand in the text by themselves."""
    if not mentioned.defined:
        return []
    names = "|".join(map(re.escape, sorted(mentioned.defined, key=len, reverse=True)))
    taken = {offset for mention in found for offset in (mention.start, mention.end)}
    spans = sorted((mention.start, mention.end) for mention in found)
    starts = [start for start, _ in spans]
    mentions = []
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", text):
        before = bisect_right(starts, match.start()) - 1
        if match.end() in taken or (before >= 0 and spans[before][1] > match.start()):
            continue
        mentions.append(_mention(match.span(), mentioned.defined[match[0]], None, "act.defined"))
    return mentions
