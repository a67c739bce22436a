import gzip
import tomllib
from pathlib import Path

import pytest

from training import inputs
from training.inputs import InputError, read_input


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one corpus, and a list that names it."""
    import hashlib

    data = gzip.compress("één\n".encode())
    (tmp_path / "a.gz").write_bytes(data)
    entries = f'"a.gz" = "{hashlib.sha256(data).hexdigest()}"\n"gone.gz" = "0"\n'
    (tmp_path / "inputs.toml").write_text(f"[sha256]\n{entries}", encoding="utf-8")
    monkeypatch.setattr(inputs, "_LIST", tmp_path / "inputs.toml")
    return tmp_path


def test_a_corpus_is_read(listed: Path) -> None:
    assert read_input(listed, "a.gz") == "één\n"


@pytest.mark.parametrize(("name", "said"), [("b.gz", "not in"), ("gone.gz", "not there")])
def test_what_cannot_be_read_is_told(listed: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_input(listed, name)


def test_a_changed_corpus_is_refused(listed: Path) -> None:
    (listed / "a.gz").write_bytes(gzip.compress(b"two"))
    with pytest.raises(InputError, match="has changed"):
        read_input(listed, "a.gz")


def test_nothing_of_frog_or_conll_is_read() -> None:
    names = tomllib.loads(inputs._LIST.read_text(encoding="utf-8"))["sha256"]
    assert [n for n in names if "silver" in n] == ["silver_ner_nl/silver_ner_nl.nofrog.iob2.gz"]
    assert not [n for n in names if "conll2002" in n.lower() or "ned." in n]
