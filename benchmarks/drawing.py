"""How soon paint is on the screen, and what switching panels and undo cost.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.drawing

GUI-thread CPU milliseconds, so that a busy machine does not count: median and 95th percentile. The
rival draws the same stroke with QPainter stamps into a plain picture of the same size and shows it,
without layers, undo or coverage of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import cos, sin
from statistics import median, quantiles
from time import thread_time

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QRadialGradient
from PySide6.QtWidgets import QApplication, QWidget

from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.registry import library
from pipelines.painting.brush import AIRBRUSH, INK, PENCIL, Brush, Response
from pipelines.painting.canvas import Canvas
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, Panel
from widgets.document_model import DocumentModel
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper
from widgets.paper.tools.tool import PenPoint

SIZE = (1920, 1080)
VIEW = (1600, 900)
LAYERS = 6
EVENTS = 300


def way(events: int) -> list[tuple[float, float]]:
    """A pen that moves some 5 px between events."""
    return [(960 + 600 * sin(at / 90), 540 + 350 * cos(at / 55)) for at in range(events)]


def main() -> None:
    """Print the tables."""
    application = QApplication(sys.argv)
    print(f"| {'dabs per second':34} | {'r = 20':>9} | {'r = 100':>9} |")
    for name, brush in (("ink", INK), ("airbrush", AIRBRUSH), ("pencil", PENCIL)):
        rates = [dabs_per_second(brush, radius) for radius in (20, 100)]
        print(f"| {name:34} | {rates[0]:9.0f} | {rates[1]:9.0f} |")
    print(f"\n| {'GUI thread, ms':34} | {'median':>7} | {'p95':>7} | {'rival':>7} | ratio |")
    for radius in (20, 100):
        for zoom in (0.5, 1.0, 2.0):
            paper = drawn_paper(application)
            times = event_to_paint(application, paper, radius, zoom)
            rival = plain_stroke(application, radius, zoom)
            row(f"event to painted, r = {radius}, zoom {zoom:g}", times, rival)
    paper = drawn_paper(application)
    whole = QRect(0, 0, *SIZE)
    row("stack put together, cached", timed(lambda: paper.desk.sheet.compose(whole), 20))
    row("panel switch", switching(application, paper))
    undo, redo = undoing(paper)
    row("undo of a 400-px stroke", undo)
    row("redo of a 400-px stroke", redo)


def drawn_paper(application: QApplication) -> Paper:
    """Paper with three panels of six painted layers each, without layers' picture cached."""
    tiles = MemoryTiles()
    panels: list[Panel] = []
    for number in range(3):
        layers: list[Layer] = []
        for depth in range(LAYERS):
            canvas = Canvas(tiles, Layer(id=f"layer{depth}"))
            middle = (300.0 + 250 * depth, 300.0 + 150 * number)
            canvas.ellipse(middle, (280, 240), (40 * depth, 90, 200), opacity=0.8)
            canvas.commit()
            layers.append(canvas.layer)
        panels.append(Panel(id=f"panel{number}", layers=tuple(layers)))
    document = Document(library())
    parameters = {"width": SIZE[0], "height": SIZE[1], "panels": tuple(panels)}
    document.apply(AddNode(node=Node(id="b", type="story.storyboard", parameters=parameters)))
    paper = Paper(DocumentModel(document), tiles)
    paper.board.choose_layer(f"layer{LAYERS // 2}")
    paper.resize(*VIEW)
    paper.show()
    application.processEvents()
    return paper


def event_to_paint(
    application: QApplication, paper: Paper, radius: int, zoom: float
) -> list[float]:
    """From the pen's point to the paper repainted, for each point."""
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=2.0 * radius, size_by=Response()))
    view = paper.view
    view.zoom(zoom / view.framing.zoom)
    tool, times = view.tool, []
    for at, (x, y) in enumerate(way(EVENTS)):
        point = PenPoint(x, y, 1.0, at / 200)
        start = thread_time()
        if at:
            tool.move([point])
        else:
            tool.press(point)
        application.processEvents()
        times.append(1000 * (thread_time() - start))
    tool.release()
    paper.close()
    return times[1:]


class PlainSheet(QWidget):
    """The rival: a picture that is drawn into and shown."""

    def __init__(self, radius: int, zoom: float) -> None:
        super().__init__()
        self.picture = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        self.picture.fill(0xFFFFFFFF)
        self.zoom = zoom
        self.stamp = QImage(2 * radius, 2 * radius, QImage.Format.Format_ARGB32_Premultiplied)
        self.stamp.fill(0)
        painter = QPainter(self.stamp)
        gradient = QRadialGradient(radius, radius, radius)
        gradient.setColorAt(0, Qt.GlobalColor.black)
        gradient.setColorAt(1, Qt.GlobalColor.transparent)
        painter.fillRect(self.stamp.rect(), gradient)
        painter.end()
        self.radius = radius

    def draw(self, x: float, y: float) -> None:
        """One stamp."""
        painter = QPainter(self.picture)
        painter.drawImage(QPointF(x - self.radius, y - self.radius), self.stamp)
        painter.end()
        area = QRectF(x - self.radius, y - self.radius, 2 * self.radius, 2 * self.radius)
        scaled = QRectF(area.topLeft() * self.zoom, QSizeF(area.size() * self.zoom))
        self.update(scaled.toAlignedRect())

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self.zoom, self.zoom)
        painter.drawImage(0, 0, self.picture)
        painter.end()


def plain_stroke(application: QApplication, radius: int, zoom: float) -> list[float]:
    """The rival's time for each point: five stamps, a pixel apart."""
    sheet = PlainSheet(radius, zoom)
    sheet.resize(*VIEW)
    sheet.show()
    application.processEvents()
    times: list[float] = []
    for x, y in way(EVENTS):
        start = thread_time()
        for step in range(5):
            sheet.draw(x + step, y)
        application.processEvents()
        times.append(1000 * (thread_time() - start))
    sheet.close()
    return times


def switching(application: QApplication, paper: Paper) -> list[float]:
    """Flipping between panels, each new to the screen at first."""
    times: list[float] = []
    for step in (1, 1, -1, -1, 1, 1):
        start = thread_time()
        paper.board.step(step)
        application.processEvents()
        times.append(1000 * (thread_time() - start))
    return times


def undoing(paper: Paper) -> tuple[list[float], list[float]]:
    """Undo and redo of a stroke of 400 px with a radius of 20."""
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=40.0, size_by=Response()))
    undo: list[float] = []
    redo: list[float] = []
    for round_ in range(12):
        tool = paper.view.tool
        points = [PenPoint(500 + 10 * at, 300 + 20 * round_, 1.0, at / 200) for at in range(41)]
        tool.press(points[0])
        tool.move(points[1:])
        tool.release()
        for times, step in (
            (undo, paper.board.model.undo_stack.undo),
            (redo, paper.board.model.undo_stack.redo),
        ):
            start = thread_time()
            step()
            times.append(1000 * (thread_time() - start))
    return undo, redo


def dabs_per_second(brush: Brush, radius: int) -> float:
    """How many dabs of a radius are laid in a second of CPU time."""
    brush = replace(brush, size=2.0 * radius, spacing=0.05, size_by=Response())
    step = max(0.05 * 2 * radius, 0.5)
    best = 0.0
    for _ in range(3):
        points = [Sample(x, y, 0.7) for x, y in way(500)]
        stroke = Stroke(brush)
        start = thread_time()
        stroke.extend(points)
        stroke.finish()
        spent = thread_time() - start
        length = float(np.hypot(*np.diff(np.array(way(500)), axis=0).T).sum())
        best = max(best, length / step / spent)
    return best


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of CPU time for each round."""
    times: list[float] = []
    for _ in range(rounds):
        start = thread_time()
        work()
        times.append(1000 * (thread_time() - start))
    return times


def row(name: str, times: Sequence[float], rival: Sequence[float] = ()) -> None:
    """Print a line of the table."""
    late = quantiles(times, n=20)[-1]
    other = (
        f"{median(rival):7.2f} | {median(rival) / median(times):4.1f}x" if rival else "        |"
    )
    print(f"| {name:34} | {median(times):7.2f} | {late:7.2f} | {other} |")


if __name__ == "__main__":
    main()
