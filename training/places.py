"""Where the recipe reads and writes."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONFIGS = Path(__file__).resolve().parent / "configs"
PACKAGED = ROOT / "src" / "letteranalyser" / "model"
"""The weights as users get them."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one run.

    Attributes:
        corpora: the Dutch corpora, as they came.
        work: everything made on the way; may be thrown away.
        letters: the development letters with what is to be found in them.
    """

    corpora: Path = ROOT.parent / "shared" / "corpora"
    work: Path = ROOT / "training" / "work"
    letters: Path = ROOT.parent / "shared" / "letters"

    def made(self, name: str) -> Path:
        """A file of this run, its folder made."""
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path
