"""A real scheduler with two worker processes, one of which is killed in the middle."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.batch.conftest import QUICK, analyse, kill, start, tree, wait_for

pytest.importorskip("distributed")

Cluster = tuple[str, list["subprocess.Popen[bytes]"]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    told = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    with contextlib.ExitStack() as stack:

        def begin(*arguments: str) -> "subprocess.Popen[bytes]":
            process = subprocess.Popen([sys.executable, "-m", *arguments], **quiet)  # type: ignore[call-overload]
            stack.callback(process.wait)
            stack.callback(process.kill)
            made: subprocess.Popen[bytes] = process
            return made

        begin("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
              "--scheduler-file", str(told))  # fmt: skip
        wait_for(told.exists)
        import distributed

        library: Any = distributed  # without types
        with library.Client(scheduler_file=str(told), timeout=30, set_as_default=False) as client:
            address = client.scheduler.address
            workers = [
                begin(
                    "distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard"
                )
                for _ in range(2)
            ]
            client.wait_for_workers(2, timeout=60)
        yield address, workers


def test_a_lost_worker_costs_no_letter(letters: Path, whole: dict[str, bytes], cluster: Cluster) -> None:
    address, workers = cluster
    out = letters / "wolk"
    process = start("brieven", "-o", "wolk", *QUICK, "--scheduler", address, cwd=letters)
    wait_for(lambda: len(list(out.rglob("*.json"))) > 40, 60)
    kill(workers[0].pid)
    assert len(list(out.rglob("*.json"))) < 290
    _, said = process.communicate(timeout=90)
    assert process.returncode == 1, said
    assert tree(out) == whole


def test_no_scheduler(letters: Path) -> None:
    done = analyse("brieven", "-o", "geen", *QUICK, "--scheduler", "tcp://127.0.0.1:1", cwd=letters)
    assert done.returncode == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr.splitlines()[-1]
