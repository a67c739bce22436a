"""What one writes in an afternoon: one regular expression a kind, to compare the finders with."""

import re

KAMERSTUK = re.compile(
    r"(?:Kamerstuk(?:ken)?(?: II| I)?,? )?(?:\d{4}[-/–]\d{2,4},? )?(\d{2}[ .]?\d{3}(?:[- ](?:\d{2}|[IVX]+))?),? nrs?\.? ?(\d+)"
)
ARTICLE = re.compile(
    r"[Aa]rt(?:ikel|\.) [\d.:a-z]+(?:, [a-z]+ lid)?,? (?:van )?(?:de |het )?([A-Z]\w+(?: \d{4})?)"
)
EU = re.compile(r"(?:[Vv]erordening|[Rr]ichtlijn) (?:\(E[UG]\) )?(?:nr\. )?\d+/\d+(?:/E[UG])?")
ECLI = re.compile(r"ECLI:[A-Z]+:[A-Z]+:\d{4}:\w+")
MONEY = re.compile(
    r"€ ?([\d.]+(?:,\d+)?) ?(miljoen|miljard|mln|mld)?|([\d.]+(?:,\d+)?) (miljoen|miljard|mln\.?|mld\.?) euro"
)
FACTORS = {"miljoen": 1e6, "mln": 1e6, "miljard": 1e9, "mld": 1e9}


def parliamentary_id(dossier: str, number: str | None) -> str:
    """The canonical id of a Kamerstuk."""
    parts = re.findall(r"\d+|[a-z]+", dossier.replace(" ", "-", 1).lower()) if dossier else []
    digits = "".join(part for part in parts if part.isdigit())
    addition = [digits[5:]] if digits[5:] else [part for part in parts if part.isalpha()]
    return "-".join(["kst", digits[:5], *addition, *([str(number).lower()] if number else [])])


def naive_parliamentary(text: str) -> frozenset[str]:
    """Ids of Kamerstukken."""
    return frozenset(parliamentary_id(match[1], match[2]) for match in KAMERSTUK.finditer(text))


def naive_legal(text: str) -> frozenset[str]:
    """Words of articles, EU acts and case law."""
    return frozenset(match[0] for pattern in (ARTICLE, EU, ECLI) for match in pattern.finditer(text))


def naive_amounts(text: str) -> frozenset[str]:
    """Sums of money in euro."""
    found = set()
    for match in MONEY.finditer(text):
        digits = (match[1] or match[3]).strip(".").replace(".", "").replace(",", ".")
        scale = (match[2] or match[4] or "").strip(".")
        if digits.replace(".", "", 1).isdigit():
            found.add(f"EUR {float(digits) * FACTORS.get(scale, 1.0):.2f}")
    return frozenset(found)


def naive_amount_words(text: str) -> frozenset[str]:
    """Words of sums of money in euro."""
    return frozenset(match[0] for match in MONEY.finditer(text))
