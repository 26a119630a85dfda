"""What a drag on the storyboard strip costs: 200 panels, 1900 px wide, with sound.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.strip

Milliseconds of a move and the repaint after it, one each 16 ms as a hand makes them: of the GUI
thread's own processor time, which a busy machine does not change (median and 95th percentile), and
by the clock (95th percentile), which is what a hand feels. `--load N` keeps as many processes busy
beside it. The rival is a QListView in icon mode with the same 200 pictures: its whole viewport is
painted again while one of them is carried along, reordered each time another place is reached. It
shows neither time nor sound, shots or joints.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QMouseEvent, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

from nodes.document import Document
from nodes.edits import AddNode
from nodes.frame_serving.messages import ArrivedFrame, FrameAnswer, FrameState, Raster
from nodes.graph import Node
from nodes.registry import library
from pipelines.media.peaks import Peaks
from pipelines.panels import Layer, Panel
from pipelines.values import JointMode
from widgets.document_model import DocumentModel
from widgets.strip import StoryStrip
from widgets.strip.boards import STORYBOARD
from widgets.strip.header_painting import Sound
from widgets.strip.panel_pictures import PanelSupply

PANELS = 200
WIDTH, HEIGHT = 1900, 260
MOVES = 200
LIMIT_MS = 8.0
"""Of processor time."""
_PACE_MS = 16
FELT_LIMIT_MS = 16.0
"""By the clock: a frame of a screen."""


class Drawn(PanelSupply):
    """Pictures that are there at once, each of a colour of its own."""

    def request(self, lane: int, path: str, panel: str, size: tuple[int, int]) -> None:
        width, height = size
        raster = Raster(width, height, 3, picture_of(int(panel[1:]), width, height).tobytes())
        self.arrived.emit(lane, ArrivedFrame(FrameAnswer("strip", 1, FrameState.SHOWN), raster))


@dataclass(frozen=True, slots=True)
class Drag:
    """A press, and the places that the pointer is brought to."""

    name: str
    start: QPointF
    places: list[QPointF]


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds of one move: of the thread's processor time, and by the clock."""

    thread: float
    felt: float


def main() -> int:
    """Print the table; 1 where a drag is over a limit."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--load", type=int, default=0, help="busy processes beside it")
    wanted = parser.parse_args()
    application = QApplication(sys.argv)
    with busy(wanted.load):
        rival = median(one.thread for one in rival_times())
        worst = Taken(0, 0)
        heads = ("median", "p95", "p95 felt", "rival")
        print(f"| {'GUI thread, ms':34} | " + " | ".join(f"{head:>8}" for head in heads) + " |")
        for place in range(len(drags_on(shown_strip()))):
            strip = shown_strip()
            drag = drags_on(strip)[place]
            times = dragged(strip.view.viewport(), drag)
            usual = median(one.thread for one in times)
            late = quantiles((one.thread for one in times), n=20)[-1]
            felt = quantiles((one.felt for one in times), n=20)[-1]
            worst = Taken(max(worst.thread, late), max(worst.felt, felt))
            print(f"| {drag.name:34} | {usual:8.2f} | {late:8.2f} | {felt:8.2f} | {rival:8.2f} |")
            strip.close()
            strip.deleteLater()
    application.quit()
    print(f"worst p95 {worst.thread:.2f} ms of {LIMIT_MS:g}")
    print(f"worst p95 felt {worst.felt:.2f} ms of {FELT_LIMIT_MS:g}")
    return int(worst.thread > LIMIT_MS or worst.felt > FELT_LIMIT_MS)


@contextmanager
def busy(count: int) -> Generator[None]:
    """As many processes that compute without a pause."""
    spin = [sys.executable, "-c", "while True: pass"]
    others = [subprocess.Popen(spin) for _ in range(count)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def painted(widget: QWidget) -> None:
    """Wait until a widget that was shown has been painted."""
    loop = QEventLoop()
    watch = PaintWatch(loop)
    widget.installEventFilter(watch)
    widget.update()
    loop.exec()


class PaintWatch(QObject):
    """Ends a loop with the first paint that it sees."""

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__(loop)
        self._loop = loop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._loop.quit()
        return False


def shown_strip() -> StoryStrip:
    """A strip with all of its pictures in sight there."""
    joints = list(JointMode)
    panels = tuple(
        Panel(
            id=f"p{number}",
            layers=(Layer(id=f"ink{number}"),),
            duration=20 + number % 9,
            joint=joints[number % len(joints)],
            move=8 if joints[number % len(joints)] is JointMode.IN_BETWEEN else 0,
            prompt="rain" if number % 3 else "",
            shot=f"s{number // 6}",
        )
        for number in range(PANELS)
    )
    document = Document(library())
    document.apply(AddNode(node=Node(id="board", type=STORYBOARD, parameters={"panels": panels})))
    strip = StoryStrip(DocumentModel(document))
    strip.resize(WIDTH, HEIGHT)
    strip.set_supply(Drawn(), is_current=True)
    loud = np.abs(np.sin(np.arange(200 * 200) / 37)).astype(np.float32)
    strip.set_sound(Sound(Peaks(-loud, loud)))
    strip.show()
    painted(strip.view.viewport())
    return strip


def drags_on(strip: StoryStrip) -> list[Drag]:
    """What one does with a hand on a strip."""
    view = strip.view
    tile, edge, time = view.tile_rect(4), view.tile_rect(2), view.bands.time + 6
    over = tile.center()
    border = QPointF(edge.right(), edge.center().y())
    return [
        Drag("panels carried", over, [over + QPointF(at * 4 % 900, 3) for at in range(9, MOVES)]),
        Drag(
            "border pulled", border, [border + QPointF(9 + at * 4 % 700, 0) for at in range(MOVES)]
        ),
        Drag(
            "time scrubbed",
            QPointF(60, time),
            [QPointF(60 + at * 8, time) for at in range(MOVES)],
        ),
        Drag(
            "panels carried past the border",
            over,
            [QPointF(WIDTH - 4 - at % 3, over.y()) for at in range(MOVES)],
        ),
    ]


def dragged(under: QWidget, drag: Drag) -> list[Taken]:
    """What each move takes with its repaint, and with the roll that goes with it."""
    left = Qt.MouseButton.LeftButton
    send(under, QEvent.Type.MouseButtonPress, drag.start, left)
    loop = QEventLoop()
    hand = Hand(under, drag.places, loop)
    loop.exec()
    send(under, QEvent.Type.MouseButtonRelease, drag.places[-1], left)
    return hand.taken


class Hand(QObject):
    """Moves a pointer from place to place, at the pace of a screen, and ends a loop."""

    def __init__(self, under: QWidget, places: Sequence[QPointF], loop: QEventLoop) -> None:
        super().__init__(loop)
        self.taken: list[Taken] = []
        self._under = under
        self._places = iter(places)
        self._loop = loop
        self._ticks = QTimer(self, interval=_PACE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._on_tick)
        self._ticks.start()

    def _on_tick(self) -> None:
        place = next(self._places, None)
        if place is None:
            self._ticks.stop()
            self._loop.quit()
            return
        start = thread_time(), perf_counter()
        send(self._under, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)
        roll = getattr(self._under.parentWidget(), "roll_on", None)
        if roll is not None:
            roll()
        self._under.repaint()
        self.taken.append(taken_since(*start))


def taken_since(thread: float, felt: float) -> Taken:
    """Milliseconds from two moments on."""
    return Taken(1000 * (thread_time() - thread), 1000 * (perf_counter() - felt))


def rival_times() -> Iterator[Taken]:
    """What it takes to bring a picture one place on in a list, with the repaint."""
    view, model = QListView(), QStandardItemModel()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setFlow(QListView.Flow.LeftToRight)
    view.setWrapping(False)
    view.setIconSize(QSize(220, 124))
    for number in range(PANELS):
        icon = QIcon(pixmap_of(number, 220, 124))
        model.appendRow(QStandardItem(icon, f"{number + 1}   1 s"))
    view.setModel(model)
    view.resize(WIDTH, HEIGHT)
    view.show()
    painted(view.viewport())
    reorders: Callable[[int], None] = carried_on(model)
    for at in range(MOVES):
        start = thread_time(), perf_counter()
        if at % 12 == 0:
            reorders(at // 12 % 8)
        view.viewport().repaint()
        yield taken_since(*start)
    view.close()


def carried_on(model: QStandardItemModel) -> Callable[[int], None]:
    """Brings the item at a place to the next."""

    def carry(place: int) -> None:
        model.insertRow(place + 1, model.takeRow(place))

    return carry


def picture_of(
    number: int, width: int, height: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """RGB, (height, width, 3): a colour of its own with a falling light."""
    colour = QColor.fromHsv(number * 37 % 360, 120, 220).getRgb()
    assert isinstance(colour, tuple)
    light = np.linspace(0.6, 1, height)[:, None, None]
    return (light * np.array(colour[:3]) * np.ones((1, width, 1))).astype(np.uint8)


def pixmap_of(number: int, width: int, height: int) -> QPixmap:
    """The same, for the list."""
    made = QPixmap(width, height)
    made.fill(QColor.fromHsv(number * 37 % 360, 120, 220))
    return made


def send(to: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    """A mouse event with the left button held."""
    where = QPointF(to.mapToGlobal(at))
    keys, held = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QCoreApplication.sendEvent(to, QMouseEvent(kind, at, where, button, held, keys))


if __name__ == "__main__":
    sys.exit(main())
