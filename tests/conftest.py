"""Where the test data lies, and analyses made once for all tests."""

import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "benchmarks"))


@cache
def _analysis(path: Path) -> dict[str, Any]:
    from letteranalyser.pipeline import analyse

    parsed: dict[str, Any] = json.loads(analyse(path.read_bytes(), str(path)).model_dump_json())
    return parsed


@pytest.fixture(scope="session")
def analysis() -> Callable[[Path], dict[str, Any]]:
    """The analysis of a file as the JSON that users get; each file is analysed once a session."""
    return _analysis
