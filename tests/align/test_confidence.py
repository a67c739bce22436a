"""A confidence is the share of rows like it that were right in passages not seen before."""

import tomllib

import calibration
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.align.confidence import calibrated, on_line

TABLE = tomllib.loads(calibration.TABLE.read_text(encoding="utf-8"))["point"]


def test_the_table_rises_and_lies_within_0_and_1() -> None:
    raw = [point["raw"] for point in TABLE]
    confidence = [point["confidence"] for point in TABLE]
    assert raw == sorted(set(raw))
    assert confidence == sorted(set(confidence))
    assert raw[0] >= 0
    assert raw[-1] <= 1
    assert confidence[0] >= 0
    assert confidence[-1] <= 1
    assert all(point["rows"] >= calibration.LEAST for point in TABLE)


def test_fitting_again_gives_the_table() -> None:
    rows = [row for found in calibration.first_measured().values() for row in found]
    pools = calibration.fitted(rows)
    assert calibration.points(pools) == tuple((point["raw"], point["confidence"]) for point in TABLE)
    assert [(pool.rows, pool.right) for pool in pools] == [(p["rows"], p["right"]) for p in TABLE]


def test_it_tells_better_than_the_weights_on_sets_that_it_has_not_seen() -> None:
    raw, told = calibration.held_out(calibration.first_measured())
    assert told < raw


@pytest.mark.parametrize(
    ("raw", "told"),
    [(0.0, 0.4), (0.5, 0.4), (0.75, 0.6), (1.0, 0.8)],
    ids=["below the first point", "at a point", "between two", "at the last"],
)
def test_a_line_through_points(raw: float, told: float) -> None:
    assert on_line(((0.5, 0.4), (1.0, 0.8)), raw) == told


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_firmer_row_is_never_less_sure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1


@given(st.lists(st.tuples(st.sampled_from([0.6, 0.7, 0.8, 0.9]), st.booleans()), min_size=1, max_size=200))
def test_fitted_bins_rise_and_lose_no_row(rows: list[tuple[float, bool]]) -> None:
    pools = calibration.fitted(rows)
    shares = [pool.share for pool in pools]
    assert shares == sorted(shares)
    assert sum(pool.rows for pool in pools) == len(rows)
    assert sum(pool.right for pool in pools) == sum(good for _, good in rows)
