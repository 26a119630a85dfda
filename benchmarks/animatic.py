"""How soon a stroke is in the film, and how evenly the storyboard plays on the paper.

python -m benchmarks.animatic [--project FILE] [--strokes N]: in the window, with the frame server,
on a copy of a starter. Wall times: the machine should be quiet, and its load is printed. Every
stroke is another one, so that nothing is known from before.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from random import SystemRandom
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.frames.client import FrameClient
from app.window.main_window import MainWindow
from app.window.program import window_made
from nodes.frame_serving.messages import ArrivedFrame, FrameState
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper
from widgets.paper.tools.tool import PenPoint
from widgets.viewer.film_reel import FilmReel

STARTER = Path(__file__).parents[1] / "resources" / "templates" / "puddle_leap.loom"
_REST_MS = 1500
_LAPS = 3
_LAP_MS = 4000
_PATIENCE_MS = 30_000


class Arrivals(QObject):
    """Counts the frames that come for a view."""

    def __init__(self, client: FrameClient, view: str) -> None:
        super().__init__()
        self.count = 0
        self.newest = 0
        self._view = view
        self._loop = QEventLoop(self)
        client.frame_arrived.connect(self._on_frame_arrived)

    def wait(self) -> None:
        """Until the next one comes."""
        QTimer.singleShot(_PATIENCE_MS, self._loop.quit)
        self._loop.exec()

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        if answer.view == self._view and answer.state is FrameState.SHOWN:
            self.count += 1
            self.newest = answer.serial
            self._loop.quit()


class Shows(QObject):
    """Counts the frames that are seen on the paper."""

    def __init__(self, reel: FilmReel) -> None:
        super().__init__()
        self.count = 0
        reel.shown.connect(self._on_shown)

    @Slot(QImage)
    def _on_shown(self, picture: QImage) -> None:
        self.count += 1


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=STARTER)
    parser.add_argument("--strokes", type=int, default=12)
    given = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(given.project, folder))
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        state, results = Path(folder) / "state", Path(folder) / "results"
        with window_made(application, settings, state, results) as window:
            window.resize(1600, 1000)
            window.show()
            window.open_file(file)
            window.rooms.show("draw")
            _measure(window, given.strokes)
            window.projects.put_away()
            _rest(1)  # its views go


def _measure(window: MainWindow, strokes: int) -> None:
    client, views = window.viewing.client, window.views
    assert client is not None and views is not None
    paper, playback = views.paper, window.viewing.viewer.playback
    shown = Arrivals(client, "viewer")
    while not playback.length:
        shown.wait()
    panel = paper.board.panels[0]
    playback.go_to(panel.duration - max(panel.move // 2, 1))
    _rest(_REST_MS)
    times = [1000 * _stroke_to_film(paper, shown) for _ in range(strokes)]
    _tell("a stroke's end to its in-between, ms: median", median(times))
    _tell("worst", max(times))
    assert views.animatic is not None
    played = Shows(views.animatic.reel)
    playback.go_to(0)
    paper.space.tapped.emit()
    for lap in range(1, _LAPS + 1):
        before, start = played.count, perf_counter()
        _rest(_LAP_MS)
        seconds = perf_counter() - start
        _tell(f"frames a second on the paper, lap {lap}", (played.count - before) / seconds)
    _tell("of", float(playback.fps))
    playback.pause()
    print(f"load {os.getloadavg()[0]:.1f}")
    if window.project is not None:
        window.project.model.undo_stack.setClean()


def _stroke_to_film(paper: Paper, shown: Arrivals) -> float:
    """Draw somewhere else than ever before; seconds until the viewer shows frames of it."""
    random = SystemRandom()
    paper.hand.take(ToolKind.INK)
    width, height = paper.board.size
    tool = paper.view.tool
    dots = [
        PenPoint(random.uniform(0, width), random.uniform(0, height), 1.0, at / 200)
        for at in range(4)
    ]
    tool.press(dots[0])
    tool.move(dots[1:])
    tool.release()
    start, serial = perf_counter(), shown.newest
    after = serial
    while after <= serial:
        shown.wait()
        after = shown.newest
    took = perf_counter() - start
    _rest(_REST_MS)
    return took


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _tell(what: str, number: float) -> None:
    print(f"{what:48} {number:8.1f}")


if __name__ == "__main__":
    main()
