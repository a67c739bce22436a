"""The command over a pipeline that finds the same in every letter: fast, for tests of the process around it."""

import sys
from collections.abc import Collection
from types import ModuleType

from letteranalyser.cli.app import main
from letteranalyser.errors import UnreadableError
from letteranalyser.models.analysis import AlignmentRow, Analysis, LetterHead, Motion, Mover, Source
from letteranalyser.settings import ReadSettings

URL = "https://zoek.officielebekendmakingen.nl/kst-31999-12.html"
SENTENCE = (
    "Ik ontraad de motie-De Wit, omdat het openhouden van alle veerdiensten vóór de zomer niet haalbaar is."
)


def analyse(
    data: bytes, path: str, kinds: Collection[str], settings: ReadSettings, **others: object
) -> Analysis:
    """One motion, rejected."""
    del settings, others
    if not data.strip():
        raise UnreadableError("empty", "the file is empty", "check that the download is complete")
    span = {"start": 0, "end": len(SENTENCE), "text": SENTENCE, "rule": "stub"}
    row = {"about": "motion", "target": "motie-De Wit", "target_id": "m1", "position": "rejected"}
    motion = Motion.model_validate(
        {
            "id": "m1",
            "movers": [Mover(name="De Wit")],
            "dossier": "31999",
            "number": "12",
            "url": URL,
            "mentions": [span],
        }
    )
    return Analysis(
        source=Source(path=path),
        letter=LetterHead(subject="Veerdiensten"),
        text=SENTENCE,
        motions=(motion,) if "motions" in kinds else (),
        alignment=(AlignmentRow.model_validate(row | {"evidence": span, "confidence": 0.9}),),
    )


if __name__ == "__main__":
    pipeline = ModuleType("letteranalyser.pipeline")
    pipeline.analyse = analyse  # type: ignore[attr-defined]
    sys.modules["letteranalyser.pipeline"] = pipeline
    main()
