"""How fast frames reach the window: a stored clip scrubbed through the real frame server.

    QT_QPA_PLATFORM=offscreen python benchmarks/frame_server.py

Every frame is asked for, waited for and painted before the next one is asked for.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Slot
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.frames.client import FrameClient, ViewSupply
from nodes.evaluator import Evaluator
from nodes.frame_serving.messages import ArrivedFrame, scene_of
from nodes.project_file import open_project
from nodes.registry import library
from nodes.serving.sent_snapshot import LoomTiles
from nodes.store import ResultStore
from widgets.viewer.viewer import Viewer

PROJECT = Path(__file__).resolve().parents[1] / "resources" / "templates" / "teapot_turn.loom"
SIZE = {"board.width": 832, "board.height": 480}
SCRUBS = 400


class Scrub(QObject):
    """Asks through a viewer and waits for what was asked."""

    def __init__(self, viewer: Viewer, supply: ViewSupply) -> None:
        super().__init__()
        self.loop = QEventLoop()
        self.viewer = viewer
        self.arrived: ArrivedFrame | None = None
        supply.frame_arrived.connect(self._on_frame_arrived)

    def wait_for(self, frame: int) -> ArrivedFrame:
        """The answer for a frame, which the viewer has asked for."""
        while self.arrived is None or self.arrived.answer.frame != frame:
            self.loop.exec()
        return self.arrived

    def seconds(self, frames: Iterable[int]) -> list[float]:
        """How long each frame took to be painted."""
        taken: list[float] = []
        for frame in frames:
            started = perf_counter()
            self.viewer.playback.go_to(frame)
            self.wait_for(self.viewer.playback.frame)
            self.viewer.picture.repaint()
            taken.append(perf_counter() - started)
        return taken

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        self.arrived = arrived
        self.loop.quit()


def main() -> None:
    """Store a clip, scrub it in order and at random, and print."""
    app = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        with open_project(PROJECT, library()) as project:
            with ResultStore(store) as results:
                Evaluator(results).run(project.snapshot().override(SIZE), ["move"])
            scene = scene_of(project.snapshot().override(SIZE), LoomTiles(str(PROJECT)))
        client = FrameClient(store)
        client.show_scene(scene)
        _measure(client)
        client.stop()
    app.quit()


def _measure(client: FrameClient) -> None:
    supply = ViewSupply(client, "viewer")
    supply.look_at("move")
    viewer = Viewer()
    viewer.resize(1000, 700)
    scrub = Scrub(viewer, supply)
    started = perf_counter()
    viewer.show()
    viewer.set_supply(supply)
    first = scrub.wait_for(0).answer
    assert first.strip is not None
    assert first.shape is not None
    count = first.strip.length
    print(f"{first.shape[1]}x{first.shape[0]}, {count} frames stored")
    print(f"first frame, with the start of the process: {perf_counter() - started:.2f} s")
    _say("in order", scrub.seconds(at % (count - 1) + 1 for at in range(SCRUBS)))
    places = np.random.default_rng(0).permutation(np.arange(SCRUBS) % count)
    _say("at random", scrub.seconds(int(place) for place in places))


def _say(how: str, seconds: list[float]) -> None:
    p50, p95, worst = np.percentile(np.array(seconds) * 1000, [50, 95, 100])
    rate = len(seconds) / sum(seconds)
    print(f"{how}: {rate:.0f} fps, p50 {p50:.2f} ms, p95 {p95:.2f} ms, worst {worst:.1f} ms")


if __name__ == "__main__":
    main()
