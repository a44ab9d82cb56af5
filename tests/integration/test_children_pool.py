"""Children: killed when they take too long or too much, never missed, gone when idle."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.errors import SourceError
from bot.sources.children import Children

JOBS = "tests.child_jobs"


@pytest_asyncio.fixture
async def children(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Children]:
    pool = Children(size=2, seconds=1.0, memory=128 * 1024 * 1024)
    yield pool
    await pool.close()


def descendants() -> set[int]:
    found = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return {int(pid) for pid in found}


async def failing(children: Children, job: str, *args: object) -> str:
    with pytest.raises(SourceError) as failed:
        await children.run(f"{JOBS}:{job}", *args, returns=int)
    return failed.value.reason


async def test_runs_and_reuses_one_child(children: Children) -> None:
    assert await children.run(f"{JOBS}:double", 21, returns=int) == 42
    first = await children.run(f"{JOBS}:process", returns=int)
    assert await children.run(f"{JOBS}:process", returns=int) == first != os.getpid()
    assert children.living == 1


@pytest.mark.parametrize(
    ("job", "reason"),
    [("spin", "too-slow"), ("sleep", "too-slow"), ("swell", "too-big"), ("leave", "parser"), ("crash", "parser"),
     ("fail", "parser"), ("refuse", "malformed"), ("dig", "malformed"), ("lie", "parser"), ("shout", "")],
)  # fmt: skip
async def test_whatever_a_document_does_the_next_one_is_read(children: Children, job: str, reason: str) -> None:
    if reason:
        assert await failing(children, job) == reason
    else:
        assert await children.run(f"{JOBS}:{job}", returns=int) == 7
    assert await children.run(f"{JOBS}:double", 4, returns=int) == 8


async def test_messages_do_not_quote_documents(children: Children) -> None:
    with pytest.raises(SourceError, match=r"ValueError at child_jobs\.py:\d+") as failed:
        await children.run(f"{JOBS}:fail", returns=int)
    assert "secret" not in str(failed.value)


async def test_a_child_knows_nothing_of_our_environment(children: Children, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    names = await children.run(f"{JOBS}:environment", returns=list[str])
    assert "SLACK_BOT_TOKEN" not in names
    assert not any("TOKEN" in name or "SECRET" in name for name in names)


async def test_a_child_cannot_write_files(children: Children, tmp_path: Path) -> None:
    assert await failing(children, "write", str(tmp_path / "x")) == "parser"
    assert not (tmp_path / "x").exists() or (tmp_path / "x").stat().st_size == 0


async def test_the_loop_runs_on_meanwhile(children: Children) -> None:
    """Work in children takes nothing from commands: the loop turns while four documents are read."""
    await children.run(f"{JOBS}:double", 1, returns=int)
    turns = 0
    jobs = [asyncio.create_task(children.run(f"{JOBS}:work", 60, returns=int)) for _ in range(4)]
    while not all(job.done() for job in jobs):
        await asyncio.sleep(0.005)
        turns += 1
    assert turns > 10


async def test_another_child_starts_only_when_one_is_stuck() -> None:
    pool = Children(size=2, seconds=4.0)
    try:
        await asyncio.gather(*(pool.run(f"{JOBS}:work", 10, returns=int) for _ in range(20)))
        assert pool.living == 1
        stuck = asyncio.create_task(pool.run(f"{JOBS}:sleep", returns=int))
        await asyncio.sleep(0)
        assert await pool.run(f"{JOBS}:double", 3, returns=int) == 6
        assert not stuck.done()
        assert pool.living == 2
        with pytest.raises(SourceError):
            await stuck
    finally:
        await pool.close()


async def test_cancelled_work_is_stopped(children: Children) -> None:
    await children.run(f"{JOBS}:double", 1, returns=int)
    job = asyncio.create_task(children.run(f"{JOBS}:spin", returns=int))
    await asyncio.sleep(0.05)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert children.living == 0
    assert await children.run(f"{JOBS}:double", 2, returns=int) == 4


async def test_a_child_killed_from_outside_is_replaced(children: Children) -> None:
    pid = await children.run(f"{JOBS}:process", returns=int)
    os.kill(pid, signal.SIGKILL)
    for _ in range(200):
        if not Path(f"/proc/{pid}/stat").exists():
            break
        await asyncio.sleep(0.01)
    assert await children.run(f"{JOBS}:double", 2, returns=int) == 4


async def test_idle_children_end() -> None:
    pool = Children(size=1, idle_seconds=0.05)
    before = descendants()
    await pool.run(f"{JOBS}:double", 1, returns=int)
    assert descendants() - before
    for _ in range(300):
        if not descendants() - before:
            break
        await asyncio.sleep(0.01)
    assert not descendants() - before
    assert pool.living == 0
    assert await pool.run(f"{JOBS}:double", 3, returns=int) == 6
    await pool.close()


async def test_close_ends_what_runs(children: Children) -> None:
    before = descendants()
    jobs = [asyncio.create_task(children.run(f"{JOBS}:sleep", returns=int)) for _ in range(6)]
    while not children.living:
        await asyncio.sleep(0.01)
    await children.close()
    results = await asyncio.gather(*jobs, return_exceptions=True)
    assert all(isinstance(result, SourceError) for result in results)
    assert not descendants() - before


async def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    """`kill -9` of the bot leaves nothing behind: the child reads the end of its input."""
    script = tmp_path / "parent.py"
    script.write_text(
        "import asyncio, sys\nfrom bot.sources.children import Children\n"
        "async def main():\n    pool = Children(size=1)\n"
        f"    print(await pool.run('{JOBS}:process', returns=int), flush=True)\n    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    parent = await asyncio.create_subprocess_exec(
        sys.executable, str(script), stdout=asyncio.subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    until = time.monotonic() + 10
    while Path(f"/proc/{pid}/stat").exists() and time.monotonic() < until:
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            break
        await asyncio.sleep(0.02)
    gone = not Path(f"/proc/{pid}/stat").exists()
    assert gone or Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


async def test_close_waits_for_children_that_were_killed_before() -> None:
    """A process that was killed and not waited for outlives the loop, and is somebody else's surprise later."""
    before = descendants()
    pool = Children(size=1)
    await pool.run(f"{JOBS}:double", 1, returns=int)
    job = asyncio.create_task(pool.run(f"{JOBS}:spin", returns=int))
    for _ in range(3):  # until it is sent
        await asyncio.sleep(0)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    await pool.close()
    assert not descendants() - before
