"""Widths of columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.render.columns import GAP, broken, fit, folded, share_out
from letteranalyser.render.report import Cell, Column, Row, Table

COLUMNS = (Column("What", weight=3), Column("Position"), Column("Sentence", weight=5), Column("Page"))


def table(*cells: str) -> Table:
    return Table("T", COLUMNS, (Row(tuple(Cell(text) for text in cells)),))


def test_a_table_that_fits_is_as_wide_as_what_is_in_it() -> None:
    assert fit(table("motie", "aligned", "Ja.", "1"), 80) == [5, 8, 8, 4]


def test_sentences_get_the_room_that_is_left() -> None:
    widths = fit(table("een motie " * 9, "partially aligned", "een zin " * 40, "12"), 100)
    assert widths is not None
    assert sum(widths) + 3 * GAP == 100
    assert widths[1] == len("partially aligned")
    assert widths[2] > widths[0] > 20


def test_narrow_columns_wrap_before_sentences_get_too_narrow() -> None:
    widths = fit(table("een motie " * 9, "partially aligned", "een zin " * 40, "12"), 80)
    assert widths is not None
    assert widths[1] == len("partially")


@given(st.lists(st.text(alphabet="ab -", max_size=60), min_size=4, max_size=4), st.integers(20, 120))
def test_no_word_is_wider_than_its_column(cells: list[str], width: int) -> None:
    widths = fit(table(*cells), width)
    if widths is None:
        return
    assert sum(widths) + 3 * GAP <= width
    for cell, room in zip(cells, widths, strict=True):
        assert all(len(word) <= room for word in broken(cell, room).split())


def test_too_narrow_a_screen_has_no_columns() -> None:
    assert fit(table("a" * 30, "aligned", "b" * 30, "1"), 60) is None


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("een twee", 5, "een twee"),
        ("nota-over-veren.pdf", 11, "nota-over-\nveren.pdf"),
        ("zie brieven/2020/veren.pdf nu", 12, "zie brieven/\n2020/\nveren.pdf nu"),
        ("a\nbrieven/veren", 8, "a\nbrieven/\nveren"),
        ("aaaaaaaaaaaa", 5, "aaaaaaaaaaaa"),
    ],
)
def test_only_hyphens_and_slashes_break_a_word(text: str, width: int, expected: str) -> None:
    assert broken(text, width) == expected


def test_a_column_that_folds_goes_under_the_one_before_it() -> None:
    columns = (Column("Letter", weight=1), Column("From", folds=True), Column("Page"))
    row = Row((Cell("veren.pdf", note="Veren"), Cell("Minister"), Cell("1")))
    made = folded(Table("T", columns, (row,)))
    assert [column.title for column in made.columns] == ["Letter, from", "Page"]
    assert made.rows[0].cells == (Cell("veren.pdf", note="Veren\nMinister"), Cell("1"))


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 9), st.integers(0, 40)), min_size=1),
    st.integers(0, 99),
)
def test_shares_lie_between_least_and_most(columns: list[tuple[int, int, int]], spare: int) -> None:
    weights, least, more = zip(*columns, strict=True)
    most = [low + extra for low, extra in zip(least, more, strict=True)]
    shares = share_out(sum(least) + spare, weights, least, most)
    assert all(low <= share <= high for low, share, high in zip(least, shares, most, strict=True))
    assert sum(shares) == min(sum(least) + spare, sum(most))
