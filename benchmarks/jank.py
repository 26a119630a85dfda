"""How late a tick of 16 ms comes in the window's thread while others work hard.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.jank [--trace]

With --trace a session is worked through instead: for each thing that is done, how long the turns of
the window's thread held it (the goal is 16 ms), and where it was in the longest.
Each row is a process of its own. "worker" is the real window with a project open, whose worker
process imports torch, loads 500 MB of weights and draws in-betweens; "previews" adds 20 pictures at
24 a second from the frame server; "thread" is the rival: the same work in a thread of the window's
process. Lateness is wall time and grows with the load of the machine, which is printed; the CPU
column is time spent in the window's own thread for a tick, which does not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from threading import Thread
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtCore import QObject, QPoint, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from app.frames.client import FrameClient, ViewSupply
from app.window.appearance import Appearance, Dresser
from app.window.furnishing import calm_memory
from app.window.main_window import MainWindow
from app.window.program import take_apart
from app.window.run_desk import RunDesk
from app.window.viewing import Viewing
from app.workers.orders import RunEnding
from benchmarks.jank_session import traced
from benchmarks.turns import GOAL_MS, Turn, TurnWatch
from nodes.edits import AddNode
from nodes.frame_serving.messages import ArrivedFrame
from nodes.graph import Node
from nodes.node import node
from nodes.registry import Registry, library
from nodes.serve import WorkerSetup
from nodes.work import Work
from pipelines.in_between import prepare, render
from pipelines.values import Image
from widgets.pictures import to_qimage

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "resources" / "templates" / "teapot_turn.loom"
MEGABYTES = 500
RENDERED = 24
VIEWS = 20
RATE = 24
IDLE_SECONDS = 5.0
_TICK_MS = 16
_LONGEST = 40
ROWS = ("idle", "worker", "previews", "thread")


def labour(weights: Path, work: Work | None = None) -> int:
    """Import torch, load weights, draw in-betweens."""
    import torch
    from safetensors.torch import load_file

    loaded = {name: tensor.to(torch.float32) for name, tensor in load_file(weights).items()}
    rng = np.random.default_rng(1)
    a, b = (Image(rng.integers(0, 255, (480, 832, 3), np.uint8)) for _ in range(2))
    gap = prepare(a, b)
    for step in range(RENDERED):
        picture = render(gap, a, b, (step + 1) / (RENDERED + 1))
        if work is not None:
            work.preview(picture)
            work.progress(step + 1, RENDERED)
    return len(loaded)


@node("bench.labour", icon="mdi6.weight-lifter")
def labour_node(work: Work, *, weights: str = "") -> float:
    """The work, in a worker."""
    return float(labour(Path(weights), work))


@cache
def kinds() -> Registry:
    """The library and the work."""
    return library().with_specs([labour_node.spec])  # type: ignore[attr-defined] - set by @node


class Ticks(QObject):
    """Lateness and own CPU time of each tick, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self.cpu: list[float] = []
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._last, self._spent = perf_counter(), thread_time()
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        now, spent = perf_counter(), thread_time()
        self.late.append(max(0.0, (now - self._last) * 1000 - _TICK_MS))
        self.cpu.append((spent - self._spent) * 1000)
        self._last, self._spent = now, spent

    def figures(self) -> dict[str, float]:
        """What the table shows."""
        late, cpu = np.array(self.late[5:]), np.array(self.cpu[5:])
        return {
            "p50": float(np.percentile(late, 50)),
            "p99": float(np.percentile(late, 99)),
            "max": float(late.max()),
            "cpu99": float(np.percentile(cpu, 99)),
            "cpumax": float(cpu.max()),
            "ticks": len(late),
        }


class Thumb(QWidget):
    """A picture that is asked for again and again."""

    def __init__(self, client: FrameClient, name: str) -> None:
        super().__init__()
        self.shown = 0
        self._frame = 0
        self._waits = False
        self._image: QImage | None = None
        self._supply = ViewSupply(client, name, parent=self)
        self._supply.frame_arrived.connect(self._on_frame_arrived)
        self._supply.look_at("board")
        self.setFixedSize(160, 90)

    def ask(self) -> None:
        """The next frame, unless one is on its way."""
        if not self._waits:
            self._waits = True
            self._frame = (self._frame + 1) % 80
            self._supply.request(self._frame, (160, 90))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is not None:
            QPainter(self).drawImage(QPoint(0, 0), self._image)

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        self._waits = False
        if arrived.raster is not None:
            self._image = to_qimage(arrived.raster)
            self.shown += 1
            self.update()


class Thumbs(QWidget):
    """Twenty of them, drained by one timer."""

    def __init__(self, client: FrameClient) -> None:
        super().__init__()
        self.thumbs = [Thumb(client, f"thumb{number}") for number in range(VIEWS)]
        grid = QGridLayout(self)
        for place, thumb in enumerate(self.thumbs):
            grid.addWidget(thumb, place // 5, place % 5)
        self._timer = QTimer(self, interval=round(1000 / RATE))
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        for thumb in self.thumbs:
            thumb.ask()


class Row(QObject):
    """One measurement in the real window."""

    def __init__(self, row: str, folder: Path, weights: Path) -> None:
        super().__init__()
        self.row = row
        self._application = QApplication([])
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        dresser = Dresser(self._application, Appearance.LIGHT)
        setup = WorkerSetup(
            device="cpu",
            store=folder / "results",
            faults=folder / "faults.txt",
            registry="benchmarks.jank:kinds",
        )
        self._desk = RunDesk(setup)
        self._viewing = Viewing(folder / "results")
        self._window = MainWindow(
            settings, dresser, state_folder=folder / "sessions", starters=[PROJECT]
        )
        for _ in self._window.furnish(kinds(), self._desk, self._viewing):
            pass
        self._weights = weights
        self._thumbs: Thumbs | None = None
        self._ticks: Ticks | None = None
        self._seconds = 0.0
        self._patience = QTimer(self, interval=100)
        self._patience.timeout.connect(self._on_patience)
        self._thread = Thread(target=labour, args=(weights,), daemon=True)

    def measure(self) -> dict[str, float]:
        """Show the window, wait a second, work, and answer the figures."""
        self._window.show()
        self._window.open_file(PROJECT)
        calm_memory()
        QTimer.singleShot(3000, self, self.begin)
        self._application.exec()
        assert self._ticks is not None
        figures = {**self._ticks.figures(), "seconds": self._seconds, "load": os.getloadavg()[0]}
        if self._thumbs is not None:
            shown = sum(thumb.shown for thumb in self._thumbs.thumbs)
            figures["rate"] = shown / VIEWS / self._seconds
        project = self._window.project
        if project is not None:
            project.model.undo_stack.setClean()
        self._window.projects.put_away()
        self._desk.close()
        self._viewing.close()
        take_apart(self._window)
        return figures

    @Slot()
    def begin(self) -> None:
        """Start the work and the ticks."""
        project = self._window.project
        assert project is not None
        if self.row == "previews":
            assert self._viewing.client is not None
            self._thumbs = Thumbs(self._viewing.client)
            self._thumbs.show()
        if self.row in ("worker", "previews"):
            labourer = Node(
                id="labour", type="bench.labour", parameters={"weights": str(self._weights)}
            )
            project.model.do(AddNode(node=labourer), "Add")
            self._desk.run_ended.connect(self._on_run_ended)
            self._window.runner.run(("labour",))
        elif self.row == "thread":
            self._thread.start()
        self._seconds = -perf_counter()
        self._ticks = Ticks()
        self._patience.start()

    @Slot()
    def _on_patience(self) -> None:
        is_over = self.row == "thread" and not self._thread.is_alive()
        is_over |= self.row == "idle" and self._seconds + perf_counter() > IDLE_SECONDS
        if is_over:
            self._end()

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        if ending.message:
            print(ending.message, file=sys.stderr)
        self._end()

    def _end(self) -> None:
        self._seconds += perf_counter()
        self._patience.stop()
        self._application.exit()


def write_weights(path: Path) -> None:
    """A file of weights, as models have them."""
    from safetensors.numpy import save_file

    count = MEGABYTES << 20 >> 1
    layers = np.ones(count, np.float16).reshape(50, -1)
    save_file({f"layer{place}": layer for place, layer in enumerate(layers)}, path)


def main() -> None:
    """Print a table, each row measured in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--row", choices=ROWS, help="measure one row here and print it as JSON")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--trace", action="store_true", help="say where a session is held")
    given = parser.parse_args()
    if given.trace:
        _print_turns(traced())
        return
    if given.row:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(Row(given.row, Path(folder), given.weights).measure()), flush=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        weights = Path(folder) / "weights.safetensors"
        write_weights(weights)
        measured = {row: _measured(row, weights) for row in ROWS}
    _print_table(measured)


def _print_turns(watch: TurnWatch) -> None:
    """The turns of each thing that was done, then the longest of all."""
    print(f"turns of the window's thread in ms, goal {GOAL_MS}; load {os.getloadavg()[0]:.1f}")
    print("| during | turns | p99 | worst | over |")
    everything = [held for turns in watch.held.values() for held in turns]
    for during, held in {**watch.held, "all": everything}.items():
        figures = np.array(held)
        p99, over = np.percentile(figures, 99), int((figures > GOAL_MS).sum())
        print(f"| {during} | {len(held)} | {p99:.1f} | {figures.max():.0f} | {over} |")
    print("\n| during | held ms | own CPU ms | where |")
    for turn in sorted(watch.long, key=_held, reverse=True)[:_LONGEST]:
        print(f"| {turn.during} | {turn.held:.0f} | {turn.cpu:.0f} | {turn.where} |")


def _held(turn: Turn) -> float:
    return turn.held


def _measured(row: str, weights: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.jank", "--row", row, "--weights", str(weights)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return json.loads(told.splitlines()[-1])


def _print_table(measured: dict[str, dict[str, float]]) -> None:
    print("| row | late p50 | p99 | max ms | own CPU a tick p99 | max ms | s | load | previews/s |")
    for row, found in measured.items():
        cells = [found[name] for name in ("p50", "p99", "max", "cpu99", "cpumax", "seconds")]
        figures = " | ".join(f"{cell:.1f}" for cell in cells)
        rate = f"{found['rate']:.1f}" if "rate" in found else ""
        print(f"| {row} | {figures} | {found['load']:.1f} | {rate} |")
    ours, rival = measured["worker"], measured["thread"]
    print(f"thread / worker: p99 {_ratio(rival, ours, 'p99')}, max {_ratio(rival, ours, 'max')}")


def _ratio(rival: dict[str, float], ours: dict[str, float], name: str) -> str:
    return f"{rival[name] / max(ours[name], 0.1):.1f} times"


if __name__ == "__main__":
    main()
