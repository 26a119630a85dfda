"""What a drag on the storyboard strip costs: 200 panels, 1900 px wide, with sound.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.strip

GUI-thread CPU milliseconds of one move and the repaint after it, so that a busy machine does not
count: median and 95th percentile. The rival is a QListView in icon mode with the same 200
pictures: its whole viewport is painted again while one of them is carried along, reordered each
time another place is reached. It shows neither time nor sound, shots or joints.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from statistics import median, quantiles
from time import thread_time

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt
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


def main() -> int:
    """Print the table; 1 where a drag is over the limit."""
    application = QApplication(sys.argv)
    rival = sorted(rival_times(application))
    print(f"| {'GUI thread, ms':30} | {'median':>7} | {'p95':>7} | {'rival':>7} | ratio |")
    worst = 0.0
    for place in count():
        strip = shown_strip(application)
        drags = drags_on(strip)
        if place == len(drags):
            break
        times = list(dragged(application, strip.view.viewport(), drags[place]))
        late = quantiles(times, n=20)[-1]
        worst = max(worst, late)
        row = f"| {drags[place].name:30} | {median(times):7.2f} | {late:7.2f} |"
        print(f"{row} {median(rival):7.2f} | {median(rival) / median(times):4.1f}x |")
        strip.close()
        strip.deleteLater()
    print(f"worst p95 {worst:.2f} ms, limit {LIMIT_MS:g} ms")
    return int(worst > LIMIT_MS)


def shown_strip(application: QApplication) -> StoryStrip:
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
    application.processEvents()
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


def dragged(application: QApplication, under: QWidget, drag: Drag) -> Iterator[float]:
    """Milliseconds of each move with its repaint, and of the roll that goes with it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    send(under, QEvent.Type.MouseButtonPress, drag.start, left)
    application.processEvents()
    for place in drag.places:
        start = thread_time()
        send(under, QEvent.Type.MouseMove, place, none)
        roll = getattr(under.parentWidget(), "roll_on", None)
        if roll is not None:
            roll()
        under.repaint()
        yield 1000 * (thread_time() - start)
    send(under, QEvent.Type.MouseButtonRelease, drag.places[-1], left)
    application.processEvents()


def rival_times(application: QApplication) -> Iterator[float]:
    """Milliseconds of bringing a picture one place on in a list, with the repaint."""
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
    application.processEvents()
    reorders: Callable[[int], None] = carried_on(model)
    for at in range(MOVES):
        start = thread_time()
        if at % 12 == 0:
            reorders(at // 12 % 8)
        view.viewport().repaint()
        yield 1000 * (thread_time() - start)
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
