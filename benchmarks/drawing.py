"""How soon paint is on the screen, what switching panels and undo cost, and what a film of drawings
takes.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.drawing [--panels 60]

GUI-thread CPU milliseconds, so that a busy machine does not count: median and 95th percentile. An
event counts from the point that a tool is handed to the end of the paint that it caused. There is a
working store on the disk. Rivals are QPainter alone, in the same run: the same stroke as
stamps on a plain picture, dabs as radial gradients and as scaled stamps, all layers drawn anew, and
undo by a copy of the picture.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import cos, sin
from os import getloadavg
from pathlib import Path
from statistics import median, quantiles
from time import thread_time

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication

from app.window.garbage import Garbage
from app.window.journaled_model import JournaledModel
from benchmarks.drawing_project import met, panels_row, photograph, undo_rows
from benchmarks.drawing_rivals import (
    PlainSheet,
    copied_back,
    gradient_dabs,
    plain_stack,
    plain_stroke,
    stamped_dabs,
)
from benchmarks.painting_waits import Paints, wait_until_shown
from nodes.document import Document
from nodes.edits import AddNode, PaintTiles
from nodes.graph import Node
from nodes.registry import library
from nodes.working_store import WorkingStore, begin
from pipelines.painting.brush import AIRBRUSH, INK, MARKER, PENCIL, Brush, Response
from pipelines.painting.canvas import Canvas
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import TileStore
from pipelines.panels import Layer, Panel
from widgets.paper.hand import ToolKind
from widgets.paper.onion import OnionSkin
from widgets.paper.paper import Paper
from widgets.paper.tile_pictures import TilePictures
from widgets.paper.tools.tool import PenPoint

SIZE = (1920, 1080)
VIEW = (1600, 900)
LAYERS = 6
IN_HAND = f"layer{LAYERS // 2}"
EVENTS = 300
PANELS = 60
STROKES = 20
_GOALS = (50_000, 10_000)
"""Dabs a second with a radius of 20 and of 100."""


def way(events: int, reach: float = 1.0) -> list[tuple[float, float]]:
    """A pen that moves some 5 px between events; `reach` makes its way shorter, not its steps."""
    turns = [at / reach for at in range(events)]
    return [(960 + 600 * reach * sin(at / 90), 540 + 350 * reach * cos(at / 55)) for at in turns]


def reach(zoom: float) -> float:
    """How far the pen may go so that its way is in sight."""
    return min(1.0, 1.1 / zoom)


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--panels", type=int, default=PANELS)
    chosen = arguments.parse_args()
    application = QApplication(sys.argv[:1])
    Garbage(application).begin()
    print(f"load {getloadavg()[0]:.1f}\n")
    dab_rows()
    heads = f"{'median':>7} | {'p95':>7} | {'goal':>5} | met | rival  | ratio |"
    print(f"\n| {'GUI thread, ms':36} | {heads}")
    for radius in (20, 100):
        for zoom in (0.5, 1.0, 2.0):
            with drawn_paper() as paper:
                times = event_to_paint(paper, radius, zoom)
            rival = plain_stroke(PlainSheet(SIZE, radius, zoom), way(EVENTS, reach(zoom)), VIEW)
            row(f"event to painted, r = {radius}, zoom {zoom:g}", times, 2, rival)
    with drawn_paper() as paper:
        row("the same, pressure 0 to 1, r = 100", event_to_paint(paper, 100, 1.0, pressed=True), 2)
        row("a pen's event taken, to be drawn", taking(application, paper), 0.1)
        stack_rows(paper)
    rival = timed(copied_back(SIZE), 20)
    with drawn_paper() as paper:
        draw_strokes(paper)
        undo, redo = undoing(paper)
        row("undo of a 400-px stroke, r = 20", undo, 5, rival)
        row("redo of it", redo, 5)
    with drawn_paper() as paper:
        paste(paper)
        draw_strokes(paper)
        undo, redo = undoing(paper)
        row("undo on a pasted photograph", undo, 5, rival)
        row("redo of it", redo, 5)
    with drawn_paper(paint_unseen) as paper:
        undo, _ = undoing(paper)
        row("the same, all read from the disk", undo, 5, rival)
    switch_rows()
    print()
    undo_rows()
    panels_row(chosen.panels)


def dab_rows() -> None:
    """Dabs a second of CPU time."""
    print(f"| {'dabs a second':36} | {'r = 20':>9} | {'r = 100':>9} | met |")
    print(f"| {'goal':36} | {_GOALS[0]:9} | {_GOALS[1]:9} |     |")
    named = {"ink": INK, "marker": MARKER, "airbrush": AIRBRUSH, "pencil": PENCIL}
    for name, brush in named.items():
        rates = [dabs_per_second(brush, radius) for radius in (20, 100)]
        dab_row(name, rates)
    rates = [dabs_per_second(INK, radius, pressed=True) for radius in (20, 100)]
    dab_row("ink, pressure 0 to 1", rates)
    for name, rival in (("gradients", gradient_dabs), ("scaled stamps", stamped_dabs)):
        rates = [rival(SIZE, radius, way(2000)) for radius in (20, 100)]
        print(f"| {'rival: QPainter, ' + name:36} | {rates[0]:9.0f} | {rates[1]:9.0f} |     |")


def dab_row(name: str, rates: Sequence[float]) -> None:
    """Print a line of the first table."""
    kept = met(max(goal / rate for goal, rate in zip(_GOALS, rates, strict=True)), 1)
    print(f"| {name:36} | {rates[0]:9.0f} | {rates[1]:9.0f} | {kept} |")


@contextmanager
def drawn_paper(
    before: Callable[[JournaledModel, WorkingStore], None] | None = None,
) -> Generator[Paper]:
    """Paper with three panels of six painted layers each, no layer's picture made yet. What is
    done `before` happens where no paper sees it."""
    with tempfile.TemporaryDirectory() as folder:
        document = Document(library())
        with begin(Path(folder), document) as store:
            panels = tuple(_panel(store, number) for number in range(3))
            parameters = {"width": SIZE[0], "height": SIZE[1], "panels": panels}
            board = Node(id="b", type="story.storyboard", parameters=parameters)
            document.apply(AddNode(node=board))
            model = JournaledModel(document, store)
            if before is not None:
                before(model, store)
            store.flush()
            paper = Paper(model, store)
            paper.board.choose_layer(IN_HAND)
            paper.resize(*VIEW)
            paints = Paints(paper.view)
            paper.show()
            wait_until_shown(paper, paints)
            yield paper
            paper.close()


def _panel(tiles: TileStore, number: int) -> Panel:
    layers: list[Layer] = []
    for depth in range(LAYERS):
        canvas = Canvas(tiles, Layer(id=f"layer{depth}"))
        middle = (300.0 + 250 * depth, 300.0 + 150 * number)
        canvas.ellipse(middle, (280, 240), (40 * depth, 90, 200), opacity=0.8)
        canvas.commit()
        layers.append(canvas.layer)
    return Panel(id=f"panel{number}", layers=tuple(layers))


class Redraws:
    """Counts what a desk says is to be drawn anew."""

    def __init__(self, paper: Paper) -> None:
        self.count = 0
        paper.desk.redrawn.connect(self.on_redrawn)

    def on_redrawn(self, area: QRect) -> None:
        """An area is another."""
        self.count += 1


def event_to_paint(paper: Paper, radius: int, zoom: float, *, pressed: bool = False) -> list[float]:
    """From the pen's point to the paper repainted, for each point."""
    paper.hand.take(ToolKind.INK)
    felt = Response(0.05) if pressed else Response()
    paper.hand.set_brush(replace(INK, size=2.0 * radius, size_by=felt))
    view, redraws, paints = paper.view, Redraws(paper), Paints(paper.view)
    view.zoom(zoom / view.framing.zoom)
    paints.wait()
    tool, times = view.tool, []
    for at, (x, y) in enumerate(way(EVENTS, reach(zoom))):
        point = PenPoint(x, y, 0.5 + 0.5 * sin(at / 9) if pressed else 1.0, at / 200)
        redraws.count = 0
        start = thread_time()
        if at:
            tool.move([point])
        else:
            tool.press(point)
        if redraws.count:
            paints.wait()
        times.append(1000 * (thread_time() - start))
    tool.release()
    return times[1:]


def taking(application: QApplication, paper: Paper) -> list[float]:
    """What the window's thread spends on each event of a pen before it is drawn."""
    view, device = paper.view, QPointingDevice.primaryPointingDevice()
    times: list[float] = []
    for x, y in way(EVENTS):
        event = QTabletEvent(
            QEvent.Type.TabletMove,
            device,
            QPointF(x, y),
            QPointF(x, y),
            *(0.5, 20, 10, 0, 0, 0),
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
        )
        start = thread_time()
        application.sendEvent(view, event)
        times.append(1000 * (thread_time() - start))
    return times


def stack_rows(paper: Paper) -> None:
    """The stack put together with onion skin, from kept pictures and from kept stacks."""
    desk, whole = paper.desk, QRect(0, 0, *SIZE)
    paper.board.show_panel("panel1")
    desk.set_skin(OnionSkin(before=1, after=1))
    pictures = TilePictures(paper.board.tiles)
    panels = paper.board.panels
    plain = plain_stack(
        [pictures.whole(layer, SIZE) for layer in panels[1].layers],
        [pictures.whole(panels[at].layers[0], SIZE) for at in (0, 2)],
    )

    def anew() -> None:
        desk.sheet.forget()
        desk.update_content()

    row("6 layers and onion skin, all anew", timed(anew, 20), 12, timed(plain, 20))
    row("the same, cached", timed(lambda: desk.sheet.compose(whole), 20), 3, timed(plain, 20))


def switch_rows() -> None:
    """Flipping between panels until they are painted: at once, and after a moment on the first."""
    hasty: list[float] = []
    calm: list[float] = []
    for _ in range(4):
        for times, rests in ((hasty, False), (calm, True)):
            with drawn_paper() as paper:
                paints = Paints(paper.view)
                for step in (1, 1, -1):
                    if rests:
                        read_all_ahead(paper)
                    start = thread_time()
                    paper.board.step(step)
                    wait_until_shown(paper, paints)
                    times.append(1000 * (thread_time() - start))
    row("panel switch, at once", hasty, 30)
    row("panel switch, neighbours read ahead", calm, 30)


def read_all_ahead(paper: Paper) -> None:
    """Wait until the neighbours of the panel in hand are read."""
    loop = QEventLoop()
    watch = QTimer(interval=5)

    def look() -> None:
        if not paper.desk.read_ahead.is_reading:
            loop.quit()

    watch.timeout.connect(look)
    watch.start()
    loop.exec()


def paint_unseen(model: JournaledModel, store: WorkingStore) -> None:
    """A photograph with strokes on the layer in hand."""
    canvas = Canvas(store, Layer(id=IN_HAND))
    canvas.lay(photograph(), (0, 0))
    for number in range(STROKES + 1):
        tiles = tuple((*place, digest or "") for place, digest in sorted(canvas.commit().items()))
        model.do(PaintTiles(node="b", panel="panel0", layer=IN_HAND, tiles=tiles), "Paint")
        samples = [Sample(x, y) for x, y in stroke_way(number)]
        canvas.stroke(samples, replace(INK, size=40.0), (30, 30, 40))


def paste(paper: Paper) -> None:
    """A photograph on the layer in hand."""
    layer = paper.board.layer
    assert layer is not None
    canvas = Canvas(paper.board.tiles, layer)
    canvas.lay(photograph(), (0, 0))
    paper.board.paint(layer.id, canvas.commit(), "Paste")


def stroke_way(number: int) -> list[tuple[float, float]]:
    """400 px from the middle, each into another direction."""
    turn = number * 0.7
    return [(700 + far * cos(turn), 500 + far * sin(turn)) for far in range(0, 401, 10)]


def draw_strokes(paper: Paper) -> None:
    """Strokes of 400 px with a radius of 20, partly over each other."""
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=40.0, size_by=Response()))
    paints = Paints(paper.view)
    for number in range(STROKES):
        points = [PenPoint(x, y, 1.0, at / 200) for at, (x, y) in enumerate(stroke_way(number))]
        tool = paper.view.tool
        tool.press(points[0])
        tool.move(points[1:])
        tool.release()
        paints.wait()
    store = paper.board.tiles
    assert isinstance(store, WorkingStore)
    store.flush()


def undoing(paper: Paper) -> tuple[list[float], list[float]]:
    """Undo of the newest strokes and redo of them, each until it is painted."""
    stack, paints = paper.board.model.undo_stack, Paints(paper.view)
    undo: list[float] = []
    redo: list[float] = []
    for times, step in ((undo, stack.undo), (redo, stack.redo)):
        for _ in range(STROKES):
            start = thread_time()
            step()
            wait_until_shown(paper, paints)
            times.append(1000 * (thread_time() - start))
    return undo, redo


def dabs_per_second(brush: Brush, radius: int, *, pressed: bool = False) -> float:
    """How many dabs of a radius are laid in a second of CPU time."""
    felt = Response(0.9) if pressed else Response()
    brush = replace(brush, size=2.0 * radius, spacing=0.05, size_by=felt)
    step = max(0.05 * 2 * radius, 0.5)
    length = float(np.hypot(*np.diff(np.array(way(500)), axis=0).T).sum())

    def draw() -> None:
        stroke = Stroke(brush)
        points = enumerate(way(500))
        stroke.extend(Sample(x, y, 0.5 + 0.5 * sin(at / 9)) for at, (x, y) in points)
        stroke.finish()

    return length / step / (min(timed(draw, 3)) / 1000)


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of CPU time for each round."""
    times: list[float] = []
    for _ in range(rounds):
        start = thread_time()
        work()
        times.append(1000 * (thread_time() - start))
    return times


def row(name: str, times: Sequence[float], goal: float, rival: Sequence[float] = ()) -> None:
    """Print a line of the table."""
    late = quantiles(times, n=20)[-1]
    ratio = median(rival) / median(times) if rival else 0.0
    other = f"{median(rival):6.2f} | {ratio:4.1f}x" if rival else "       |"
    kept = met(late, goal)
    print(f"| {name:36} | {median(times):7.2f} | {late:7.2f} | {goal:5g} | {kept} | {other} |")


if __name__ == "__main__":
    main()
