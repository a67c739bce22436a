"""Each row of docs/references.md is true."""

import re

import pytest

from letteranalyser.tag.references import references_in
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "references.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(.+?)` \| (.+?) \| .+ \|$", PAGE, re.MULTILINE)
NONE = re.findall(r"`(.+?)`", PAGE.partition("Not a reference: ")[2])


def test_the_page_has_rows() -> None:
    assert len(ROWS) > 15
    assert len(NONE) == 5


@pytest.mark.parametrize(("written", "ids"), ROWS)
def test_each_form_gives_its_id(written: str, ids: str) -> None:
    assert [found.id for found in references_in(written)] == re.findall(r"`(.+?)`", ids)


@pytest.mark.parametrize("written", NONE)
def test_what_is_no_reference(written: str) -> None:
    assert references_in(written) == []
