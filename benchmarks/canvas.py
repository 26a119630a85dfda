"""What the node canvas costs the window's thread, beside NodeGraphQt in the same run.

    python -m benchmarks.canvas [--nodes 100,1000,5000] [--alone] [--limit 60]

CPU milliseconds of the window's thread for a step and the painting that follows: offscreen,
1920 x 1080, four sockets and one and a half wires to a node; the best of three rounds' medians, so
that a busy machine counts for less. Each canvas and size runs in a process of its own, and an
operation that takes longer than the limit is given up. NodeGraphQt is no dependency: install it for
the comparison, or leave it out with --alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from threading import Thread
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rich.console import Console
from rich.table import Table

from benchmarks.canvas_rivals import NodeGraphQt, Ours, Rival

STEPS = {
    "build": "build",
    "repaint all": "repaint, all visible",
    "pan near": "pan, about 20 nodes",
    "pan near p95": "  its 95th percentile",
    "pan all": "pan, all visible",
    "zoom": "zoom step",
    "zoom p95": "  its 95th percentile",
    "drag one": "drag one node",
    "drag all": "drag all selected",
    "loop": "cycle check",
    "pan near x2": "pan, about 20 nodes, pixel ratio 2",
    "kib": "memory, KiB a node",
}
ORDER = ("repaint all", "pan all", "pan near", "drag one", "zoom", "loop", "drag all")
BESIDE = {"pan near": ("pan near p95",), "zoom": ("zoom p95",), "build": ("kib",)}
GOALS = {
    "build": {1000: 60, 5000: 400},
    "repaint all": {1000: 8, 5000: 33},
    "pan near": {100: 1.5, 1000: 1.5, 5000: 1.5},
    "pan near p95": {100: 3, 1000: 3, 5000: 3},
    "pan all": {1000: 2, 5000: 5},
    "zoom": {100: 6, 1000: 6, 5000: 6},
    "zoom p95": {100: 16, 1000: 16, 5000: 16},
    "drag one": {1000: 0.8},
    "drag all": {1000: 16},
    "loop": {5000: 5},
    "pan near x2": {100: 6, 1000: 6, 5000: 6},
    "kib": {1000: 40, 5000: 40},
}
LEAST_BUILD_RATIO = 15
_ROUNDS = 3
_GIVEN_UP = -1.0


def measure(rival: Rival, step: str, count: int) -> dict[str, float]:
    """CPU milliseconds of one kind of step."""
    viewport = rival.view.viewport()
    match step:
        case "repaint all":
            rival.look(0)
            return {step: _best(viewport.repaint, 8)[0]}
        case "pan all":
            rival.look(0)
            return {step: _best(_panning(rival), 20)[0]}
        case "pan near" | "pan near x2":
            rival.select(everything=False)
            rival.look(1.0)
            median, p95 = _best(_panning(rival), 60)
            return {step: median, f"{step} p95": p95}
        case "zoom":
            rival.look(0)
            median, p95 = _best(_zooming(rival), 24)
            return {step: median, "zoom p95": p95}
        case "drag one":
            rival.look(1.0)
            return {step: _dragged(rival, everything=False, steps=30)}
        case "drag all":
            rival.look(0)
            return {step: _dragged(rival, everything=True, steps=8 if count < 5000 else 3)}
        case _:
            check = rival.loop_check()
            return {step: _best(check, 5)[0]} if check is not None else {}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", default="100,1000,5000")
    parser.add_argument("--alone", action="store_true", help="leave NodeGraphQt out")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for each operation")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.job:
        _job(arguments.job)
        return
    console = Console()
    limit = arguments.limit
    for count in (int(size) for size in arguments.nodes.split(",")):
        ours = _all("ours", count, limit)
        theirs = {} if arguments.alone else _all("theirs", count, limit)
        table = Table(title=f"{count} nodes: CPU ms of the window's thread")
        for heading in ("step", "Storyloom", "NodeGraphQt", "ratio", "goal"):
            table.add_column(heading, justify="left" if heading == "step" else "right")
        for step, title in STEPS.items():
            table.add_row(title, *_row(step, count, ours, theirs, limit))
        console.print(table)


def _row(
    step: str, count: int, ours: dict[str, float], theirs: dict[str, float], limit: float
) -> tuple[str, str, str, str]:
    mine, other = ours.get(step), theirs.get(step)
    gone = f"did not finish in {limit:.0f} s"
    shown = {None: "", _GIVEN_UP: gone}
    least = other if other != _GIVEN_UP else None
    ratio = f"{least / mine:.1f}x" if mine and mine > 0 and least else ""
    goal = GOALS.get(step, {}).get(count)
    met = (
        ""
        if goal is None or mine is None
        else f"<= {goal} {'met' if 0 <= mine <= goal else 'MISSED'}"
    )
    if step == "build" and mine and least:
        met += (
            f", >= {LEAST_BUILD_RATIO}x {'met' if least / mine >= LEAST_BUILD_RATIO else 'MISSED'}"
        )
    texts = [shown.get(one, f"{one:.2f}" if one is not None else "") for one in (mine, other)]
    return texts[0], texts[1], ratio, met.removeprefix(", ")


def _settle() -> None:
    """Deliver what was posted: syncs, dirty items, paints."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def _best(step: Callable[[], object], count: int) -> tuple[float, float]:
    """Median and 95th percentile of the best of some rounds; one round where it is slow."""
    step()
    _settle()
    rounds: list[list[float]] = []
    began = perf_counter()
    for _ in range(_ROUNDS):
        found: list[float] = []
        for _ in range(count):
            started = thread_time()
            step()
            _settle()
            found.append((thread_time() - started) * 1e3)
            if perf_counter() - began > 10:
                break
        rounds.append(sorted(found))
        if perf_counter() - began > 5:
            break
    return (
        min(statistics.median(one) for one in rounds),
        min(one[int(len(one) * 0.95)] for one in rounds),
    )


def _panning(rival: Rival) -> Callable[[], None]:
    ways = _forever((1, 1, -1, -1))

    def pan() -> None:
        way = next(ways)
        rival.pan(round(11 * way), round(7 * way))

    return pan


def _zooming(rival: Rival) -> Callable[[], None]:
    ways = _forever((*[1.2] * 12, *[1 / 1.2] * 12))

    def zoom() -> None:
        rival.zoom(next(ways))

    return zoom


def _forever(ways: tuple[float, ...]) -> Iterator[float]:
    while True:
        yield from ways


def _dragged(rival: Rival, *, everything: bool, steps: int) -> float:
    rival.select(everything=everything)
    _settle()
    viewport, at = rival.view.viewport(), rival.grip()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    places = iter([QPoint(at.x() + 20 + i, at.y() + 20 + i // 2) for i in range(999)])

    def move() -> None:
        QTest.mouseMove(viewport, next(places))

    found = _best(move, steps)[0]
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    _settle()
    return found


def _job(job: str) -> None:
    """In a process of its own: build, measure the steps that are named, and say each at once."""
    which, size, *steps = job.split(",")
    count, kind = int(size), Ours if which == "ours" else NodeGraphQt
    app = QApplication.instance() or QApplication([])
    warm: Rival = kind()
    warm.build(3)
    _settle()
    rival: Rival = kind()
    process = psutil.Process()
    gc.collect()
    before = process.memory_info().rss
    started = thread_time()
    rival.build(count)
    _settle()
    built = (thread_time() - started) * 1e3
    gc.collect()
    QTest.qWaitForWindowExposed(rival.view.window())
    _say({"build": built, "kib": (process.memory_info().rss - before) / 1024 / count})
    for step in steps:
        _say(measure(rival, step, count))
    del app
    os._exit(0)


def _say(found: dict[str, float]) -> None:
    print(json.dumps(found), flush=True)


def _all(which: str, count: int, limit: float) -> dict[str, float]:
    """Every step, each given up after the limit; the rest go on in a new process."""
    found: dict[str, float] = {}
    waiting: list[str] = list(ORDER)
    while waiting or "build" not in found:
        answers = _in_process(which, count, waiting, limit)
        if not answers or answers[0] is None:
            return {"build": _GIVEN_UP, **found}
        found = {**answers[0], **found}
        for step, answer in zip(list(waiting), answers[1:], strict=False):
            waiting.remove(step)
            names = (step, *BESIDE.get(step, ()))
            found |= dict.fromkeys(names, _GIVEN_UP) if answer is None else answer
    doubled = _in_process(which, count, ["pan near x2"], limit, ratio=2)
    last = doubled[-1] if len(doubled) == 2 else None
    return found | (last if last is not None else {"pan near x2": _GIVEN_UP})


def _in_process(
    which: str, count: int, steps: list[str], limit: float, *, ratio: int = 1
) -> list[dict[str, float] | None]:
    """What was said of the build and of each step; None, and no more, for what was given up."""
    job = ",".join([which, str(count), *steps])
    command = [sys.executable, "-m", "benchmarks.canvas", "--job", job]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(ratio)}
    errors = TemporaryFile("w+")  # noqa: SIM115 - the child holds it; a pipe would fill up
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdout=pipe, stderr=errors, text=True, env=environment)
    lines: SimpleQueue[str] = SimpleQueue()

    def read() -> None:
        assert child.stdout is not None
        for line in child.stdout:
            lines.put(line)
        lines.put("")

    reader = Thread(target=read, daemon=True)
    reader.start()
    answers: list[dict[str, float] | None] = []
    while len(answers) <= len(steps):
        try:
            line = lines.get(timeout=limit)
        except Empty:
            answers.append(None)
            break
        if not line:
            errors.seek(0)
            raise SystemExit(f"{which} at {count} nodes failed:\n{errors.read()[-2000:]}")
        answers.append(json.loads(line))
    child.kill()
    child.wait()
    return answers


if __name__ == "__main__":
    main()
