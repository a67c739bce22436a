"""Which letters a user means."""

import os
from pathlib import Path

import pytest

from letteranalyser.cli.sources import find_sources, valid
from letteranalyser.errors import UnreadableError


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("b/2.txt", "b/10.PDF", "b/c/x.docx", "b/c/y.html", "b/c/z.htm", "b/d/k.xml", "b/a.md", "a.txt"),
        *("b/.hidden.txt", "b/~$a.docx", "b/tabel.xlsx", "b/.git/config.txt", "b/zonder", "leeg/tabel.xlsx"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*given: str) -> list[str]:
    return [source.name for source in find_sources(given)]


def places(*given: str) -> list[str]:
    return [str(source.place) for source in find_sources(given)]


def test_a_folder_is_read_to_the_bottom_in_order() -> None:
    assert names("b") == [
        "b/10.PDF",
        "b/2.txt",
        "b/a.md",
        "b/c/x.docx",
        "b/c/y.html",
        "b/c/z.htm",
        "b/d/k.xml",
    ]


def test_the_order_of_the_user_is_kept() -> None:
    assert names("b/d", "a.txt", "-", "b/c") == ["b/d/k.xml", "a.txt", "-", "b/c/x.docx", "b/c/y.html", "b/c/z.htm"]  # fmt: skip


def test_a_named_file_may_have_any_suffix() -> None:
    assert names("b/zonder", "b/.hidden.txt") == ["b/zonder", "b/.hidden.txt"]


@pytest.mark.parametrize(
    "given", [("a.txt", "a.txt"), ("a.txt", "./a.txt"), ("a.txt", "b/../a.txt"), ("-", "-")]
)
def test_a_letter_named_twice_is_read_once(given: tuple[str, ...]) -> None:
    assert len(names(*given)) == 1


def test_a_folder_and_a_file_in_it() -> None:
    assert names("b/c/x.docx", "b/c") == ["b/c/x.docx", "b/c/y.html", "b/c/z.htm"]


def test_links_are_followed_but_not_in_circles(in_folder: Path) -> None:
    (in_folder / "b/c/up").symlink_to(in_folder / "b", target_is_directory=True)
    (in_folder / "b/d/broken.txt").symlink_to(in_folder / "weg.txt")
    (in_folder / "b/e").symlink_to(in_folder / "leeg", target_is_directory=True)
    (in_folder / "leeg/l.txt").write_text("x", encoding="utf-8")
    assert [name for name in names("b") if "up" in name] == []
    assert "b/e/l.txt" in names("b")
    assert "b/d/broken.txt" not in names("b")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("a.txt",), ["a.txt"]),
        (("b/c/x.docx",), ["x.docx"]),
        (("b/c",), ["x.docx", "y.html", "z.htm"]),
        (("b/c/x.docx", "b/d/k.xml"), ["c/x.docx", "d/k.xml"]),
        (("b/d", "a.txt"), ["b/d/k.xml", "a.txt"]),
        (("-", "a.txt"), ["stdin", "a.txt"]),
    ],
)
def test_places_of_results_never_collide(given: tuple[str, ...], expected: list[str]) -> None:
    assert places(*given) == expected


def test_standard_input_may_have_a_name() -> None:
    [source] = find_sources(["-"], "map/kst-1.pdf")
    assert (source.name, str(source.place)) == ("map/kst-1.pdf", "kst-1.pdf")


@pytest.mark.parametrize(("name", "code"), [("weg.pdf", "not_found"), ("leeg", "no_letters")])
def test_what_is_not_there_is_an_error_of_that_letter(name: str, code: str) -> None:
    [source] = find_sources([name])
    with pytest.raises(UnreadableError) as told:
        source.read()
    assert told.value.code == code
    assert told.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read(in_folder: Path) -> None:
    (in_folder / "a.txt").chmod(0)
    with pytest.raises(UnreadableError, match="Permission denied"):
        find_sources(["a.txt"])[0].read()


def test_a_name_that_is_no_utf8_can_be_written() -> None:
    name = os.fsdecode(b"brief-\xff.txt")
    assert valid(name).encode("utf-8").startswith(b"brief-")
