"""Programs with paper and pen are killed while somebody draws, and what they drew is looked for.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.crash_drawing [--kills 200] [--seed 0]

The pen is as quick as a hand that hatches: events 4 ms apart, strokes of some 80 ms, lifted for 60;
every other program has one that is hardly lifted at all. Every fifth stroke the project is saved in
a thread while the pen goes on. A stroke counts as begun when the pen touches the paper; a kill may
cost the newest and none before it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from math import cos, sin
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.project_file import open_project, save_project
from nodes.registry import library
from nodes.working_store import find_recoverable, open_for_work, recover
from pipelines.digest import digest_text
from pipelines.errors import StoryloomError
from pipelines.painting.brush import INK, PENCIL
from pipelines.painting.tiles import MemoryTiles, TileSource
from pipelines.panels import Layer, Panel

POINTS = 20
LIFTED = (15, 1)
"""Events between two strokes, for even and odd seeds."""
EVENT_MS = 4
LONGEST = 1.6
"""Seconds until the kill, at most."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one kill left: `fault` is empty where all is as it must be."""

    at: str
    begun: int
    lost: int
    """Strokes that were begun and did not come back."""
    ended: int = 0
    """Those of them that had come to their end."""
    fault: str = ""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=0)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sys.exit(drawing_kills(Path(name), chosen.kills, chosen.seed))


def drawing_kills(folder: Path, count: int, seed: int) -> int:
    """Kill so many programs and print what that cost; 1 where anything is damaged."""
    verdicts = [kill_once(folder / f"drawing{number}", seed + number) for number in range(count)]
    print(f"\n{'killed while':<14}{'kills':>7}{'damaged':>9}{'strokes lost, at most':>23}")
    for at in sorted({verdict.at for verdict in verdicts}):
        here = [verdict for verdict in verdicts if verdict.at == at]
        faults = Counter(verdict.fault for verdict in here if verdict.fault)
        most = max(verdict.lost for verdict in here)
        print(f"{at:<14}{len(here):>7}{sum(faults.values()):>9}{most:>23}")
        for fault, times in faults.items():
            print(f"    {times} x {fault}")
    strokes = sum(verdict.begun for verdict in verdicts)
    lost = sum(verdict.lost for verdict in verdicts)
    ended = sum(verdict.ended for verdict in verdicts)
    print(f"{strokes} strokes were begun, {lost} lost, {ended} of them after their end")
    return int(any(verdict.fault or verdict.lost > 1 for verdict in verdicts))


def kill_once(folder: Path, seed: int) -> Verdict:
    """Start a program that draws, kill it, and look for its strokes."""
    folder.mkdir(parents=True)
    document = Document(library())
    panels = (Panel(id="p", layers=(Layer(id="ink"),)),)
    parameters = {"width": 1920, "height": 1080, "panels": panels}
    document.apply(AddNode(node=Node(id="board", type="story.storyboard", parameters=parameters)))
    save_project(folder / "film.loom", document, MemoryTiles())
    context = get_context("forkserver")
    context.set_forkserver_preload(["app.window.journaled_model", "widgets.paper.paper"])
    receiving, sending = context.Pipe(duplex=False)
    program = context.Process(target=_draw, args=(folder, seed, sending))
    program.start()
    sending.close()
    receiving.recv()
    program.join(random.Random(seed).uniform(0.005, LONGEST))
    program.kill()
    program.join()
    begun, states, at = _said(receiving)
    receiving.close()
    if program.exitcode != -signal.SIGKILL:
        return Verdict(at, begun, 0, fault=f"the program ended by itself: {program.exitcode}")
    try:
        kept = _found(folder, states)
    except StoryloomError as error:
        return Verdict(at, begun, 0, fault=f"{type(error).__name__}: {error}")
    shutil.rmtree(folder)
    if kept is None:
        return Verdict(at, begun, 0, fault="the layer is as it never was")
    return Verdict(at, begun, begun - kept, len(states) - 1 - kept)


def _said(receiving: Connection) -> tuple[int, list[str], str]:
    """How many strokes were begun, the layer after each that ended, and what went on."""
    begun, states, at = 0, [_state(Layer(id="ink"))], "opening"
    try:
        while True:
            what, told = receiving.recv()
            if what == "begun":
                begun, at = int(told), "drawing"
            elif what == "ended":
                states.append(str(told))
            else:
                at = what
    except (EOFError, OSError):
        return begun, states, at


def _found(folder: Path, states: list[str]) -> int | None:
    """After how many strokes the layer was as it is recovered; every tile must be there."""
    with open_project(folder / "film.loom", library()) as project:
        found = _layer(project.document)
        _read(found, project.tiles)
    sessions = find_recoverable(folder / "state")
    if sessions:
        back = recover(sessions[0], library())
        try:
            found = _layer(back.document)
            _read(found, back.tiles)
        finally:
            back.tiles.close()
    state = _state(found)
    return states.index(state) if state in states else None


def _layer(document: Document) -> Layer:
    return document.graph.nodes["board"].parameters["panels"][0].layers[0]


def _state(layer: Layer) -> str:
    return digest_text(" ".join(sorted(f"{tile.x},{tile.y},{tile.digest}" for tile in layer.tiles)))


def _read(layer: Layer, tiles: TileSource) -> None:
    for tile in layer.tiles:
        tiles.read(tile.digest)


def _draw(folder: Path, seed: int, sending: Connection) -> None:
    """The program that is killed."""
    from PySide6.QtWidgets import QApplication

    from app.window.garbage import Garbage
    from app.window.journaled_model import JournaledModel
    from widgets.paper.paper import Paper

    application = QApplication(sys.argv[:1])
    Garbage(application).begin()
    project = open_for_work(folder / "film.loom", folder / "state", library())
    assert project.store is not None
    paper = Paper(JournaledModel(project.document, project.store), project.store)
    paper.resize(1200, 800)
    paper.show()
    paper.hand.set_steadiness(0)
    hand = _Hand(paper, seed, sending)
    sending.send(("drawing", 0))
    hand.begin()
    application.exec()


class _Hand:
    """Draws one stroke after another, as a timer moves it."""

    def __init__(self, paper: object, seed: int, sending: Connection) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtGui import QPointingDevice

        from widgets.paper.paper import Paper

        assert isinstance(paper, Paper)
        self._paper = paper
        self._chance = random.Random(seed)
        self._lifted = LIFTED[seed % 2]
        self._sending = sending
        self._device = QPointingDevice.primaryPointingDevice()
        self._timer = QTimer(paper, interval=EVENT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.move_on)
        self._number = self._step = 0
        self._saver: Thread | None = None
        paper.board.model.edited.connect(self.tell_stroke)

    def tell_stroke(self) -> None:
        """A stroke ended. It is told before the journal has it."""
        self._sending.send(("ended", _state(_layer(self._paper.board.model.document))))

    def begin(self) -> None:
        """Take the pen."""
        self._timer.start()

    def move_on(self) -> None:
        """The next event of the pen."""
        from PySide6.QtCore import QEvent

        if self._step == 0:
            self._take_another()
            self._send(QEvent.Type.TabletPress)
        elif self._step < POINTS:
            self._send(QEvent.Type.TabletMove)
        elif self._step == POINTS:
            self._send(QEvent.Type.TabletRelease)
            if self._number % 5 == 0:
                self._save()
        self._step = (self._step + 1) % (POINTS + self._lifted)

    def _take_another(self) -> None:
        chance = self._chance
        self._number += 1
        self._start = chance.uniform(200, 900), chance.uniform(150, 600)
        self._turn = chance.uniform(0, 6.3)
        brush = chance.choice((INK, PENCIL))
        self._paper.hand.set_brush(replace(brush, size=chance.uniform(4, 60)))
        self._sending.send(("begun", self._number))

    def _send(self, kind: object) -> None:
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QTabletEvent
        from PySide6.QtWidgets import QApplication

        assert isinstance(kind, QEvent.Type)
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        far = self._step * 18
        x, y = self._start[0] + far * cos(self._turn), self._start[1] + far * sin(self._turn)
        event = QTabletEvent(
            kind,
            self._device,
            QPointF(x, y),
            QPointF(x, y),
            *(0.3 + 0.03 * self._step, 0, 0, 0, 0, 0),
            Qt.KeyboardModifier.NoModifier,
            none if kind is QEvent.Type.TabletMove else left,
            left,
        )
        QApplication.sendEvent(self._paper.view, event)

    def _save(self) -> None:
        store = self._paper.board.tiles
        from nodes.working_store import WorkingStore

        assert isinstance(store, WorkingStore)
        if self._saver is not None and self._saver.is_alive():
            return
        self._sending.send(("saving", 0))
        checkpoint = store.capture(self._paper.board.model.document)
        self._saver = Thread(target=store.save, args=(checkpoint,), daemon=True)
        self._saver.start()


if __name__ == "__main__":
    main()
