"""What the node canvas costs the window's thread, beside NodeGraphQt in the same run.

    python benchmarks/canvas.py [--nodes 100,1000,5000] [--alone]

CPU milliseconds of a step and the painting that follows, offscreen, 1920 x 1080, four sockets and
one and a half wires to a node. Each canvas and size runs in a process of its own. NodeGraphQt is
no dependency: install it for the comparison, or leave it out with --alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import statistics
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import psutil
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView
from rich.console import Console
from rich.table import Table

from nodes.document import Document
from nodes.graph import Graph, Link, Node
from nodes.node import node
from nodes.registry import Registry
from pipelines.values import Image, Mask

SIZE = (1920, 1080)
APART = (260, 180)
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
    "kib": "memory, KiB a node",
}
GOALS = {
    ("build", 1000): 60,
    ("build", 5000): 400,
    ("repaint all", 1000): 8,
    ("repaint all", 5000): 33,
    ("pan near", 100): 1.5,
    ("pan near", 1000): 1.5,
    ("pan near", 5000): 1.5,
    ("pan near p95", 1000): 3,
    ("pan near p95", 5000): 3,
    ("pan all", 1000): 2,
    ("pan all", 5000): 5,
    ("zoom", 1000): 6,
    ("zoom", 5000): 6,
    ("zoom p95", 1000): 16,
    ("zoom p95", 5000): 16,
    ("drag one", 1000): 0.8,
    ("drag all", 1000): 16,
    ("kib", 1000): 40,
    ("kib", 5000): 40,
}


@node("bench.mix", icon="mdi6.layers", title="Mix")
def mix(a: Image, b: Image, mask: Mask | None = None) -> Image:
    """Two pictures through a mask."""
    return a


class Rival(ABC):
    """A canvas that is measured. `view` is on the screen when it has been built."""

    view: QGraphicsView

    @abstractmethod
    def build(self, count: int) -> None:
        """Make the graph and show it."""

    @abstractmethod
    def look(self, scale: float) -> None:
        """Show at a scale; 0 shows everything."""

    @abstractmethod
    def pan(self, dx: int, dy: int) -> None: ...

    @abstractmethod
    def zoom(self, factor: float) -> None: ...

    @abstractmethod
    def select(self, *, everything: bool) -> None: ...

    @abstractmethod
    def grip(self) -> QPoint:
        """Where a node can be taken, on the viewport."""


class Ours(Rival):
    """widgets.canvas."""

    def build(self, count: int) -> None:
        from widgets.canvas import NodeCanvas
        from widgets.document_model import DocumentModel

        registry = Registry([mix.spec])  # type: ignore[attr-defined] - set by @node
        graph = Graph({one.id: one for one in (_node(i, count) for i in range(count))})
        self.model = DocumentModel(Document(registry, graph))
        self.canvas = NodeCanvas(self.model)
        self.view = self.canvas.view
        self.canvas.resize(*SIZE)
        self.canvas.show()

    def look(self, scale: float) -> None:
        self.canvas.fit()
        if scale:
            self.canvas.view.set_scale(scale)

    def pan(self, dx: int, dy: int) -> None:
        self.canvas.view.pan(dx, dy)

    def zoom(self, factor: float) -> None:
        self.canvas.view.zoom(factor)

    def select(self, *, everything: bool) -> None:
        if everything:
            self.canvas.select_all()
        else:
            self.canvas.select([])

    def grip(self) -> QPoint:
        scene = self.canvas.scene
        middle = self.view.mapToScene(self.view.viewport().rect().center())
        near = min(scene.ids, key=lambda one: _far(scene.node_rect(one).center(), middle))
        rect = scene.node_rect(near)
        return self.view.mapFromScene(QPointF(rect.center().x(), rect.top() + 12))


class NodeGraphQt(Rival):
    """NodeGraphQt 0.6.44."""

    def build(self, count: int) -> None:
        from NodeGraphQt import BaseNode, NodeGraph  # type: ignore[import-untyped] - only here

        class Mix(BaseNode):  # pyright: ignore[reportUntypedBaseClass] - only where it is installed
            __identifier__ = "bench"
            NODE_NAME = "Mix"

            def __init__(self) -> None:
                super().__init__()
                for name in ("a", "b", "mask"):
                    self.add_input(name)
                self.add_output("out")

        self.graph: Any = NodeGraph()
        self.graph.register_node(Mix)
        self.graph.set_acyclic(False)
        made: list[Any] = []
        for i in range(count):
            one = _node(i, count)
            found = self.graph.create_node(
                "bench.Mix", pos=[one.x, one.y], push_undo=False, selected=False
            )
            made.append(found)
            for socket, link in one.links():
                source = made[int(link.node[1:])]
                found.inputs()[socket].connect_to(source.outputs()["out"], push_undo=False)
        self.view = self.graph.viewer()
        self.graph.widget.resize(*SIZE)
        self.graph.widget.show()
        self.nodes = made

    def look(self, scale: float) -> None:
        self.view.fitInView(
            self.view.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio
        )
        viewer: Any = self.view
        viewer._scene_range = self.view.sceneRect()
        if scale:
            self.graph.reset_zoom()
            viewer.center_selection([self.nodes[len(self.nodes) // 2].view])

    def pan(self, dx: int, dy: int) -> None:
        viewer: Any = self.view
        viewer._set_viewer_pan(-dx, -dy)

    def zoom(self, factor: float) -> None:
        viewer: Any = self.view
        viewer.scale(factor, factor, viewer.viewport().rect().center())

    def select(self, *, everything: bool) -> None:
        if everything:
            self.graph.select_all()
        else:
            self.graph.clear_selection()

    def grip(self) -> QPoint:
        middle = self.view.mapToScene(self.view.viewport().rect().center())
        near = min(self.nodes, key=lambda one: _far(one.view.scenePos(), middle))
        rect = near.view.sceneBoundingRect()
        return self.view.mapFromScene(QPointF(rect.center().x(), rect.top() + 8))


def measure(rival: Rival, count: int) -> dict[str, float]:
    """CPU milliseconds of every kind of step, and memory."""
    process = psutil.Process()
    gc.collect()
    before = process.memory_info().rss
    started = process_time()
    rival.build(count)
    _settle()
    found = {"build": (process_time() - started) * 1e3}
    gc.collect()
    QTest.qWaitForWindowExposed(rival.view.window())
    found["kib"] = (process.memory_info().rss - before) / 1024 / count
    slow = count >= 5000
    rival.look(0)
    found["repaint all"] = statistics.median(_timed(rival.view.viewport().repaint, 8))
    found["pan all"] = statistics.median(_timed(_panning(rival), 6 if slow else 20))
    rival.look(0)
    found["drag all"] = _dragged(rival, everything=True, steps=2 if slow else 8)
    rival.select(everything=False)
    rival.look(1.0)
    panned = sorted(_timed(_panning(rival), 60))
    found["pan near"] = panned[len(panned) // 2]
    found["pan near p95"] = panned[int(len(panned) * 0.95)]
    found["drag one"] = _dragged(rival, everything=False, steps=30)
    rival.look(0)
    zoomed = sorted(_timed(_zooming(rival), 24))
    found["zoom"] = zoomed[len(zoomed) // 2]
    found["zoom p95"] = zoomed[int(len(zoomed) * 0.95)]
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", default="100,1000,5000")
    parser.add_argument("--alone", action="store_true", help="leave NodeGraphQt out")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.job:
        _job(arguments.job)
        return
    console = Console()
    for count in (int(size) for size in arguments.nodes.split(",")):
        ours = _in_process("ours", count)
        theirs = {} if arguments.alone else _in_process("theirs", count)
        table = Table(title=f"{count} nodes: CPU ms of the window's thread")
        for heading in ("step", "Storyloom", "NodeGraphQt", "ratio", "goal"):
            table.add_column(heading, justify="left" if heading == "step" else "right")
        for step, title in STEPS.items():
            goal = GOALS.get((step, count))
            met = "" if goal is None else f"<= {goal} {'met' if ours[step] <= goal else 'MISSED'}"
            other = theirs.get(step)
            ratio = f"{other / ours[step]:.1f}x" if other and ours[step] > 0 else ""
            shown = f"{other:.2f}" if other is not None else ""
            table.add_row(title, f"{ours[step]:.2f}", shown, ratio, met)
        console.print(table)


def _node(place: int, count: int) -> Node:
    """A node of a square is fed by its left neighbour, every second one also from above."""
    columns = max(1, round(math.sqrt(count)))
    inputs: dict[str, tuple[Link, ...]] = {}
    if place % columns:
        inputs["a"] = (Link("l1", f"n{place - 1}"),)
    if place > columns and place % 2 == 0:
        inputs["b"] = (Link("l1", f"n{place - columns - 1}"),)
    x, y = place % columns * APART[0], place // columns * APART[1]
    return Node(id=f"n{place}", type="bench.mix", x=float(x), y=float(y), inputs=inputs)


def _settle() -> None:
    """Deliver what was posted: syncs, dirty items, paints."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def _timed(step: Callable[[], object], count: int) -> list[float]:
    step()
    _settle()
    found: list[float] = []
    for _ in range(count):
        started = process_time()
        step()
        _settle()
        found.append((process_time() - started) * 1e3)
    return found


def _panning(rival: Rival) -> Callable[[], None]:
    ways = iter([1, 1, -1, -1] * 100)

    def pan() -> None:
        way = next(ways)
        rival.pan(11 * way, 7 * way)

    return pan


def _zooming(rival: Rival) -> Callable[[], None]:
    ways = iter(([1.2] * 12 + [1 / 1.2] * 12) * 4)

    def zoom() -> None:
        rival.zoom(next(ways))

    return zoom


def _dragged(rival: Rival, *, everything: bool, steps: int) -> float:
    rival.select(everything=everything)
    _settle()
    viewport, at = rival.view.viewport(), rival.grip()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    places = iter([QPoint(at.x() + 20 + i, at.y() + 20 + i // 2) for i in range(steps + 2)])

    def move() -> None:
        QTest.mouseMove(viewport, next(places))

    found = statistics.median(_timed(move, steps))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    _settle()
    return found


def _far(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def _job(job: str) -> None:
    which, _, count = job.partition(" ")
    app = QApplication.instance() or QApplication([])
    if which == "ours":
        warm: Rival = Ours()
        warm.build(3)
        _settle()
        rival: Rival = Ours()
    else:
        warm = NodeGraphQt()
        warm.build(3)
        _settle()
        rival = NodeGraphQt()
    print(json.dumps(measure(rival, int(count))))
    sys.stdout.flush()
    del app
    os._exit(0)


def _in_process(which: str, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--job", f"{which} {count}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    lines = done.stdout.strip().splitlines()
    if not lines:
        raise SystemExit(f"{which} at {count} nodes failed:\n{done.stderr[-2000:]}")
    return json.loads(lines[-1])


if __name__ == "__main__":
    main()
