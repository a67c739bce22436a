"""A folder of 300 letters: nothing is lost, whatever happens meanwhile."""

import json
import os
import resource
import signal
from pathlib import Path

import pytest

from tests.batch.conftest import BAD, QUICK, analyse, kill, start, tree, wait_for, words, workers_of


def records(found: dict[str, bytes]) -> dict[str, dict[str, object]]:
    return {name: json.loads(data) for name, data in found.items() if name.endswith(".json")}


def test_every_letter_has_its_json(letters: Path, whole: dict[str, bytes]) -> None:
    given = {
        str(path.relative_to(letters / "brieven"))
        for path in (letters / "brieven").rglob("*")
        if path.is_file()
    }
    found = records(whole)
    assert {name.removesuffix(".json") for name in found} == given
    assert len(found) == 300
    assert {name.removesuffix(".json") for name, record in found.items() if "text" not in record} == set(BAD)
    for name, record in found.items():
        source = record["source"]
        assert isinstance(source, dict)
        assert source["path"] == f"brieven/{name.removesuffix('.json')}"


def test_what_failed_is_told(letters: Path, whole: dict[str, bytes]) -> None:
    lines = [json.loads(line) for line in whole["problems.jsonl"].splitlines()]
    assert sorted(line["path"] for line in lines if not line["analysed"]) == sorted(
        f"brieven/{name}" for name in BAD
    )
    done = analyse("brieven", "-o", "heel", *QUICK, cwd=letters)
    assert done.returncode == 1
    assert done.stderr.endswith("analyse: 3 of 300 letters could not be analysed\n")
    assert "What to do" in done.stderr


def test_two_jobs_give_the_same_bytes(letters: Path, whole: dict[str, bytes]) -> None:
    analyse("brieven", "-o", "twee", *QUICK, "-j", "2", cwd=letters)
    assert tree(letters / "twee") == whole


def test_killed_in_the_middle_and_resumed(letters: Path, whole: dict[str, bytes]) -> None:
    out = letters / "hervat"
    process = start("brieven", "-o", "hervat", *QUICK, "-j", "2", cwd=letters)
    wait_for(lambda: len(list(out.rglob("*.json"))) > 60)
    kill(process.pid)
    process.communicate()
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.json")}
    assert 60 < len(before) < 300
    plan = analyse("brieven", "-o", "hervat", *QUICK, "--dry-run", cwd=letters).stdout.splitlines()
    assert len(plan) == 300
    assert 50 < sum(line.startswith("unchanged\t") for line in plan) <= len(before)
    analyse("brieven", "-o", "hervat", *QUICK, "-j", "2", cwd=letters)
    assert tree(out) == whole
    # What was there was not written again, but for what was in hand.
    assert sum(path.stat().st_mtime_ns == stamp for path, stamp in before.items()) >= len(before) - 8


def test_stopped_with_ctrl_c_and_resumed(letters: Path, whole: dict[str, bytes]) -> None:
    out = letters / "gestopt"
    process = start("brieven", "-o", "gestopt", *QUICK, "-j", "2", cwd=letters)
    wait_for(lambda: len(list(out.rglob("*.json"))) > 20)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.endswith("analyse: stopped\n")
    assert "Traceback" not in said
    assert 20 < len(list(out.rglob("*.json"))) < 300
    analyse("brieven", "-o", "gestopt", *QUICK, cwd=letters)
    assert tree(out) == whole


def test_a_killed_worker_costs_at_most_its_letter(letters: Path, whole: dict[str, bytes]) -> None:
    out = letters / "gedood"
    process = start("brieven", "-o", "gedood", *QUICK, "-j", "2", cwd=letters)
    wait_for(lambda: len(list(out.rglob("*.json"))) > 20)
    os.kill(process.pid, signal.SIGSTOP)
    victims = workers_of(process)
    assert len(victims) == 2
    kill(victims[0])
    os.kill(process.pid, signal.SIGCONT)
    process.communicate(timeout=60)
    found = tree(out)
    different = {name for name in records(whole) if found.get(name) != whole[name]}
    assert len(different) <= 1
    for name in different:
        assert json.loads(found[name])["problems"][0]["code"] == "worker_lost"
    analyse("brieven", "-o", "gedood", *QUICK, cwd=letters)
    assert tree(out) == whole


def test_disk_full(letters: Path, tmp_path: Path, whole: dict[str, bytes]) -> None:
    # The manifest grows past this, the letters do not.
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    done = analyse("brieven", "-o", tmp_path / "vol", *QUICK, "-j", "2", cwd=letters, limit=limit)
    assert done.returncode == 5
    [line] = [line for line in done.stderr.splitlines() if "cannot be written" in line]
    assert "File too large" in line
    analyse("brieven", "-o", tmp_path / "vol", *QUICK, "-j", "2", cwd=letters)
    assert tree(tmp_path / "vol") == whole


def test_a_folder_that_cannot_be_made(letters: Path) -> None:
    (letters / "bestand").touch()
    done = analyse("brieven", "-o", "bestand/uit/", *QUICK, cwd=letters)
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.startswith("analyse: bestand/uit")
    assert done.stderr.count("\n") == 1


def test_two_runs_into_one_folder(letters: Path) -> None:
    process = start("brieven", "-o", "bezet", *QUICK, "-j", "1", cwd=letters)
    wait_for(lambda: list((letters / "bezet").rglob("*.json")))
    os.kill(process.pid, signal.SIGSTOP)
    done = analyse("brieven", "-o", "bezet", *QUICK, cwd=letters)
    os.kill(process.pid, signal.SIGCONT)
    process.communicate(timeout=60)
    assert done.returncode == 5
    assert done.stderr == "analyse: bezet: another run is writing there – wait until that one is done\n"
    assert process.returncode == 1


@pytest.mark.parametrize("what", ["vanish", "change"])
def test_a_letter_that_vanishes_or_changes(what: str, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(words(number), encoding="utf-8")
    last = folder / "199.txt"
    process = start("b", "-o", "uit", *QUICK, "-j", "1", cwd=tmp_path)
    wait_for(lambda: len(list((tmp_path / "uit").rglob("*.json"))) > 10)
    os.kill(process.pid, signal.SIGSTOP)
    if what == "vanish":
        last.unlink()
    else:
        last.write_text(words(700), encoding="utf-8")
    os.kill(process.pid, signal.SIGCONT)
    process.communicate(timeout=60)
    record = json.loads((tmp_path / "uit" / "199.txt.json").read_text(encoding="utf-8"))
    if what == "vanish":
        assert process.returncode == 1
        assert record["problems"][0]["code"] == "not_found"
    else:
        assert process.returncode == 0
        assert "702 miljoen" in record["text"]
    # Whatever was written is told apart from what is there now.
    (folder / "003.txt").write_text(words(800), encoding="utf-8")
    plan = analyse("b", "-o", "uit", *QUICK, "--dry-run", cwd=tmp_path).stdout.splitlines()
    assert [line for line in plan if not line.startswith("unchanged")] == ["analyse\tb/003.txt"]


def test_what_changes_a_result_is_a_reason_to_analyse_again(letters: Path, whole: dict[str, bytes]) -> None:
    def again(*more: str) -> int:
        done = analyse("brieven", "-o", "heel", "--dry-run", *more, cwd=letters)
        return sum(not line.startswith("unchanged") for line in done.stdout.splitlines())

    assert whole
    assert again(*QUICK) == len(BAD)
    assert again(*QUICK, "--force") == 300
    assert again(*QUICK, "--max-pages", "3") == 300
    assert again("--only", "amounts", "--ocr", "off") == 300


def test_fail_fast(letters: Path) -> None:
    done = analyse("brieven", "-o", "snel", *QUICK, "-j", "1", "--fail-fast", cwd=letters)
    assert done.returncode == 1
    assert len(list((letters / "snel").rglob("*.json"))) < 300


def test_lines_to_standard_output_are_in_the_order_given(letters: Path) -> None:
    one, two = (analyse("brieven", "-f", "jsonl", *QUICK, "-j", jobs, cwd=letters).stdout for jobs in "12")
    assert one == two
    paths = [json.loads(line)["source"]["path"] for line in one.splitlines()]
    assert len(paths) == 300
    assert paths == sorted(paths, key=lambda path: [*Path(path).parts])


def test_a_file_of_lines_is_whole_or_the_old_one(letters: Path) -> None:
    target = letters / "alles.jsonl"
    target.write_text("oud\n", encoding="utf-8")
    process = start("brieven", "-o", "alles.jsonl", *QUICK, "-j", "2", cwd=letters)
    wait_for(lambda: [path for path in letters.glob(".alles.jsonl.*") if path.stat().st_size > 1000])
    kill(process.pid)
    process.communicate()
    assert target.read_text(encoding="utf-8") == "oud\n"
