"""A tagger of one's own: quays by number (``kade 12``) as places."""

import re
from collections.abc import Callable

from letteranalyser.models.analysis import ActorType
from letteranalyser.models.findings import ActorMention
from letteranalyser.tag.nlp import add_findings
from spacy.language import Language
from spacy.tokens import Doc

QUAY = re.compile(r"\bkade \d{1,3}\b")


@Language.factory("quay_tagger")
def quay_tagger(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; ``doc._.letter`` is the letter, and ``doc.text`` its text."""
    del nlp, name

    def component(doc: Doc) -> Doc:
        found = [
            ActorMention(
                start=m.start(), end=m.end(), rule="quay_tagger", name=m.group(), type=ActorType.COUNTRY
            )
            for m in QUAY.finditer(doc.text)
        ]
        return add_findings(doc, "actors", found)

    return component
