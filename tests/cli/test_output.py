"""Files of results: whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from letteranalyser.cli.output import ENDINGS, SUFFIXES, format_of, is_folder, make_folder, open_file
from letteranalyser.errors import NotWritableError, UsageError
from letteranalyser.render.choices import Format


@pytest.mark.parametrize(
    ("output", "many", "expected"),
    [
        ("uit", False, False),
        ("uit", True, True),
        ("uit/", False, True),
        ("uit.json", False, False),
        ("uit.json", True, False),
        ("bestaat", False, True),
        ("bestand", True, False),
    ],
)
def test_is_folder(
    output: str, *, many: bool, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bestaat").mkdir()
    (tmp_path / "bestand").touch()
    assert is_folder(output, many=many) is expected


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("a.json", Format.JSON),
        ("a.JSONL", Format.JSONL),
        ("a.ndjson", Format.JSONL),
        ("a.csv", Format.CSV),
        ("a.md", Format.MARKDOWN),
        ("a.txt", Format.TEXT),
        ("map.d/a", None),
        ("/dev/fd/3", None),
    ],
)
def test_the_suffix_says_the_format(output: str, expected: Format | None) -> None:
    assert format_of(output) is expected


def test_an_unknown_suffix_is_not_guessed_at() -> None:
    with pytest.raises(UsageError, match="xlsx"):
        format_of("a.xlsx")


def test_every_format_has_an_ending_that_means_it() -> None:
    assert {format_: SUFFIXES[ending] for format_, ending in ENDINGS.items()} == {f: f for f in Format}


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "uit.json"
    path.write_text("oud", encoding="utf-8")
    with open_file(path) as file:
        file.write("één\n")
        assert path.read_text(encoding="utf-8") == "oud"
    assert path.read_bytes() == "één\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "uit.json"
    path.write_text("oud", encoding="utf-8")

    def stopped_halfway() -> None:
        with open_file(path) as file:
            file.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_halfway()
    assert path.read_text(encoding="utf-8") == "oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    (tmp_path / "gewoon").touch()
    usual = (tmp_path / "gewoon").stat().st_mode
    (tmp_path / "oud.json").touch(mode=0o600)
    for name in ("nieuw.json", "oud.json"):
        with open_file(tmp_path / name) as file:
            file.write("x")
    assert (tmp_path / "nieuw.json").stat().st_mode == usual
    assert stat.S_IMODE((tmp_path / "oud.json").stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.json").write_text("oud", encoding="utf-8")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "echt.json")
    with open_file(link) as file:
        file.write("nieuw")
    assert link.is_symlink()
    assert (tmp_path / "echt.json").read_text(encoding="utf-8") == "nieuw"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with open_file(Path(os.devnull)) as file:
        file.write("x")
    assert not Path(os.devnull).is_file()


def test_what_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(NotWritableError, match=r"uit\.json"), open_file(tmp_path / "geen" / "uit.json"):
        pytest.fail("nothing may be done before")
    with pytest.raises(NotWritableError):
        make_folder(tmp_path / "bestand" / "map")
