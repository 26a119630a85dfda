"""How soon painted masks are on the screen, and what frames between keys and undo cost.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.masking

GUI-thread CPU milliseconds where it says so, so that a busy machine does not count; otherwise
milliseconds of the thread that works: median and 95th percentile, 1080p. The rival between keys is
the plain interpolation of signed distances, whole frames, nothing remembered.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from math import cos, sin
from statistics import median, quantiles
from time import perf_counter, thread_time

import cv2
import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from nodes.document import Document
from nodes.edits import AddNode, Connect, PutMasks, SetParameter
from nodes.frame_serving.messages import ArrivedFrame, FrameAnswer, FrameState, Raster, Strip
from nodes.graph import Link, Node
from nodes.registry import library
from pipelines.masking.looking import MaskReading
from pipelines.masking.objects import MaskKey, MaskObject
from pipelines.masking.patches import Patch, cut_mask
from pipelines.painting.tiles import MemoryTiles
from pipelines.values import ClipFormat, Pixels8
from widgets.document_model import DocumentModel
from widgets.masking.commands import MaskCommands
from widgets.masking.easel import MaskEasel
from widgets.masking.hand import MaskHand, MaskView
from widgets.masking.mask_bar import MaskBar
from widgets.masking.painter import MaskPainter
from widgets.masking.sight import MaskSight
from widgets.viewer.tools.overlay import ToolOverlay
from widgets.viewer.viewer import Viewer

SIZE = (1920, 1080)
VIEW = QSize(1600, 1000)
OBJECTS = 4
EVENTS = 300
_NONE, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


class Bench(QObject):
    """A viewer with a picture of 1080p, and four objects to paint."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.application = application
        self.tiles = MemoryTiles()
        document = Document(library())
        document.apply(AddNode(node=Node(id="film", type="load.clip")))
        document.apply(AddNode(node=Node(id="masks", type="mask.paint")))
        document.apply(Connect(node="masks", socket="clip", link=Link("l", "film")))
        document.apply(SetParameter(node="masks", name="size", value=SIZE))
        objects = tuple(self.object_at(number) for number in range(OBJECTS))
        document.apply(PutMasks(node="masks", objects=objects))
        self.model = DocumentModel(document)
        self.viewer, self.hand, self.bar = Viewer(), MaskHand(), MaskBar()
        self.easel = MaskEasel(self.model, self)
        self.sight = MaskSight(self.easel, self.hand, self.tiles, self)
        commands = MaskCommands(self.sight, self.bar)
        self.bar.begin(self.hand, commands)
        self.easel.take_up((), "masks")
        self.painter = MaskPainter(self.sight, commands.actions)
        self.viewer.resize(VIEW)
        self.viewer.show()
        self.viewer.set_tool(self.painter, self.bar)
        self.show_frame(0)

    def object_at(self, number: int) -> MaskObject:
        keys = tuple(
            MaskKey(frame=frame, tiles=cut_mask(Patch(0, 0, blob(number, frame)), self.tiles))
            for frame in (0, 24, 48)
        )
        return MaskObject(id=f"object{number}", keys=keys)

    def show_frame(self, frame: int) -> None:
        """Bring a picture, and wait until its masks are read."""
        raster = Raster(*SIZE, 3, bytes(SIZE[0] * SIZE[1] * 3))
        strip = Strip(100, ClipFormat(*SIZE))
        answer = FrameAnswer("", 0, FrameState.SHOWN, frame, strip, (SIZE[1], SIZE[0], 3))
        self.viewer.picture.show_arrived(ArrivedFrame(answer, raster))
        self.settle()

    def settle(self) -> None:
        """Wait until what is seen is how the masks are."""
        while not self._is_settled:
            self.application.processEvents()

    @property
    def _is_settled(self) -> bool:
        shade = self.sight.shade
        return (
            shade is not None
            and self.sight.is_ready
            and shade.look.objects == self.easel.objects
            and shade.style.view is self.hand.view
        )

    def mouse(self, kind: QEvent.Type, x: float, y: float) -> None:
        """The mouse at a pixel of the picture."""
        overlay = self.viewer.findChild(ToolOverlay)
        assert isinstance(overlay, ToolOverlay)
        place = self.viewer.picture.framing.rect(self.viewer.picture.picture_size)
        scale = place.width() / SIZE[0]
        at = QPointF(place.x() + x * scale, place.y() + y * scale)
        button = _NONE if kind is QEvent.Type.MouseMove else _LEFT
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(overlay, QMouseEvent(kind, at, at, button, _LEFT, keys))


def blob(number: int, frame: int) -> Pixels8:
    """A soft disc that travels."""
    made = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    centre = (300 + 350 * number + 6 * frame, 400 + 80 * number + 2 * frame)
    cv2.circle(made, centre, 180 + frame, 255, -1, cv2.LINE_AA)
    return np.asarray(cv2.blur(made, (9, 9)), np.uint8)


def way(events: int) -> list[tuple[float, float]]:
    """A hand that moves some 5 px between events."""
    return [(960 + 500 * sin(at / 90), 540 + 300 * cos(at / 55)) for at in range(events)]


def main() -> None:
    """Print the table."""
    application = QApplication(sys.argv)
    bench = Bench(application)
    print(f"| {'ms':48} | {'median':>7} | {'p95':>7} |")
    for view in MaskView:
        for radius in (20, 100):
            for zoom in (0.5, 1.0, 2.0):
                times = event_to_paint(bench, view, radius, zoom)
                row(f"event to painted, {view.value}, r = {radius}, zoom {zoom:g} (GUI)", times)
    row("a stroke let go, kept as one step (GUI)", letting_go(bench))
    row("undo of a stroke: seen after, 4 objects", undoing(bench))
    row("another frame between keys: seen after, 4 objects", scrubbing(bench))
    reading = MaskReading(bench.tiles)
    shown = bench.easel.objects[:1]
    row("a gap measured", timed(lambda at: MaskReading(bench.tiles).look(shown, 1 + at, SIZE), 10))
    reading.look(shown, 1, SIZE)
    row("a frame of a measured gap", timed(lambda at: reading.look(shown, 1 + at % 23, SIZE), 40))
    row("the rival: a frame by plain signed distances", timed(plain_between, 10))
    bench.sight.close()


def event_to_paint(bench: Bench, view: MaskView, radius: int, zoom: float) -> list[float]:
    """From the mouse's event to the viewer repainted, for each event."""
    bench.hand.set_view(view)
    bench.hand.set_brush(size=2 * radius)
    bench.viewer.picture.zoom_to(zoom)
    bench.application.processEvents()
    bench.settle()
    times: list[float] = []
    for at, (x, y) in enumerate(way(EVENTS)):
        start = thread_time()
        bench.mouse(QEvent.Type.MouseMove if at else QEvent.Type.MouseButtonPress, x, y)
        bench.application.processEvents()
        times.append(1000 * (thread_time() - start))
    bench.mouse(QEvent.Type.MouseButtonRelease, *way(EVENTS)[-1])
    bench.settle()
    return times[1:]


def letting_go(bench: Bench) -> list[float]:
    """From the release to the step on the stack."""
    times: list[float] = []
    for at in range(20):
        bench.mouse(QEvent.Type.MouseButtonPress, 300 + 40 * at, 500)
        bench.mouse(QEvent.Type.MouseMove, 320 + 40 * at, 900)
        start = thread_time()
        bench.mouse(QEvent.Type.MouseButtonRelease, 320 + 40 * at, 900)
        times.append(1000 * (thread_time() - start))
        bench.settle()
    return times


def undoing(bench: Bench) -> list[float]:
    """From undo to the masks as they were, on the screen, by the clock."""
    times: list[float] = []
    for _ in range(15):
        start = perf_counter()
        bench.model.undo_stack.undo()
        bench.settle()
        times.append(1000 * (perf_counter() - start))
    return times


def scrubbing(bench: Bench) -> list[float]:
    """From a picture that arrives to its masks over it, by the clock."""
    times: list[float] = []
    for frame in range(1, 24):
        start = perf_counter()
        bench.show_frame(frame)
        times.append(1000 * (perf_counter() - start))
    return times[2:]


def plain_between(at: int) -> None:
    """Two whole masks, their distances, their mean."""
    depths: list[np.ndarray] = []  # type: ignore[type-arg] - a rival in one line
    for values in (blob(0, 0), blob(0, 24)):
        white = (values >= 128).astype(np.uint8)
        inside = cv2.distanceTransform(white, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        depths.append(inside - cv2.distanceTransform(1 - white, cv2.DIST_L2, cv2.DIST_MASK_PRECISE))
    np.clip((depths[0] + depths[1]) / 2 + 0.5, 0, 1)


def timed(call: Callable[[int], object], count: int) -> list[float]:
    """Milliseconds of each of some calls, which are given their number."""
    times: list[float] = []
    for at in range(count):
        start = thread_time()
        call(at)
        times.append(1000 * (thread_time() - start))
    return times


def row(name: str, times: Sequence[float]) -> None:
    """A line of the table."""
    print(f"| {name:48} | {median(times):7.2f} | {quantiles(times, n=20)[-1]:7.2f} |", flush=True)


if __name__ == "__main__":
    main()
