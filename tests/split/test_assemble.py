from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.split.assemble import assemble

TEXTS = st.text(alphabet="aB1. \n\t«»?é\u00a0", max_size=40)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    return Block(
        draw(st.sampled_from(BlockKind)),
        text,
        draw(st.none() | st.integers(1, 4)),
        draw(st.integers(0, 3)),
        draw(st.none() | st.sampled_from(["1", "2"])),
        tuple((at, draw(st.sampled_from(["1", "2"]))) for at in draw(st.lists(places, max_size=2))),
        tuple((at, draw(st.integers(1, 5))) for at in sorted(draw(st.lists(places, max_size=2)))),
        tuple(draw(st.lists(st.tuples(st.none() | TEXTS, st.none() | TEXTS), max_size=3))),
    )


@given(st.lists(blocks(), max_size=6), st.none() | st.integers(1, 5))
def test_every_offset_is_right(parts: list[Block], pages: int | None) -> None:
    letter = assemble(parts, Document("text/plain", page_count=pages))
    size = len(letter.text)
    assert [s.start for s in letter.sections] == [0, *(s.end for s in letter.sections[:-1])][
        : len(letter.sections)
    ]
    assert not letter.sections or letter.sections[-1].end == size
    assert all(s.heading is None or letter.text.startswith(s.heading, s.start) for s in letter.sections)
    assert all(0 <= p.start < p.end <= size for p in letter.paragraphs)
    assert all(
        letter.paragraphs[s.paragraph].start <= s.start < s.end <= letter.paragraphs[s.paragraph].end
        for s in letter.sentences
    )
    assert all(n.anchor is None or 0 <= n.anchor <= size for n in letter.footnotes)
    assert len({n.marker for n in letter.footnotes}) == len(letter.footnotes)
    assert [at for at, _ in letter.page_starts] == sorted(at for at, _ in letter.page_starts)
    assert pages is not None or not letter.page_starts


def test_layout() -> None:
    letter = assemble(
        [
            Block(BlockKind.LETTERHEAD, "Postbus 1"),
            Block(BlockKind.PARAGRAPH, "Geachte voorzitter,", 1),
            Block(BlockKind.PARAGRAPH, "Een zin. Nog een.", 1, marks=((8, "1"),), breaks=((9, 2),)),
            Block(BlockKind.HEADING, "Kop", 2, 1),
            Block(BlockKind.TABLE, "", 2, rows=((None, "2001"), ("Rest", "f 3"))),
            Block(BlockKind.SIGNATURE, "De Minister,\nA. Bos", 2),
            Block(BlockKind.FOOTNOTE, "Bron.", 1, marker="1"),
        ],
        Document("application/pdf", page_count=2),
    )
    assert (
        letter.text
        == "Geachte voorzitter,\n\nEen zin. Nog een.\n\nKop\n\n\t2001\nRest\tf 3\n\nDe Minister,\nA. Bos"
    )
    assert [s.heading for s in letter.sections] == [None, "Kop"]
    assert letter.text[: letter.footnotes[0].anchor].endswith("Een zin.")
    assert letter.page_starts == ((0, 1), (30, 2))
