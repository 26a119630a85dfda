"""What every tool over the picture is. It knows shares of the picture and no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QImage, QKeyEvent, QPainter, QPen

from nodes.graph import Graph
from widgets.theme import Theme
from widgets.viewer.framing import WHOLE


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture that a tool works on: its size in full, which frame it is, and its digest.

    `image` is what was sent of it, maybe smaller; None while there is none.
    """

    size: QSize = field(default_factory=QSize)
    frame: int = 0
    digest: str = ""
    image: QImage | None = None


@dataclass(frozen=True, slots=True)
class Touch:
    """Where the pointer is: shares of the picture (may leave 0..1), and how far a hand is off."""

    at: QPointF
    reach: QSizeF
    button: Qt.MouseButton = Qt.MouseButton.NoButton
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    pressure: float = 1.0
    is_tail: bool = False
    """The eraser's end of the pen."""
    ratio: float = 1.0
    """Pixels of the screen for one of the view."""

    def is_near(self, x: float, y: float) -> bool:
        """Whether the pointer is on a place."""
        off = self.at - QPointF(x, y)
        return abs(off.x()) <= self.reach.width() and abs(off.y()) <= self.reach.height()


class ViewTool(QObject):
    """Paints over the picture, takes pointer and keys, and tells the values that the person wants.

    `names` are the parameters that it edits; values travel as {name: value}.
    """

    chosen = Signal(object)
    """{name: value}: the person wants these values."""
    gesture_ended = Signal()
    """What is chosen from now on is another step to undo."""
    changed = Signal()
    """It looks different now."""
    updated = Signal(QRectF)
    """It looks different in a part of the picture, in shares of it."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names
        self.shown = Shown()

    def show_values(self, values: Mapping[str, Any]) -> None:
        """The values are these now."""
        raise NotImplementedError

    def show_surroundings(self, graph: Graph, path: str) -> None:
        """The node stands here in the graph now, for tools that are about more than its values."""

    def show_picture(self, shown: Shown) -> None:
        """Another picture lies below."""
        self.shown = shown
        self.changed.emit()

    @property
    def part(self) -> QRectF:
        """What has to be in sight for it, in shares of the picture."""
        return WHOLE

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        """Paint over the picture, which fills `place`."""
        raise NotImplementedError

    def press(self, touch: Touch) -> bool:
        """A button went down; whether the tool takes it."""
        raise NotImplementedError

    def move(self, touch: Touch) -> None:
        """The pointer moved while the tool has it."""

    def release(self, touch: Touch) -> None:
        """The button went up."""

    def hover(self, touch: Touch) -> None:
        """The pointer is here, and nothing is pressed."""

    def leave(self) -> None:
        """The pointer is elsewhere."""

    def cursor(self, touch: Touch) -> Qt.CursorShape | QCursor:
        """What the pointer looks like here."""
        return Qt.CursorShape.CrossCursor

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the tool rather than for the viewer."""
        return False

    def key(self, event: QKeyEvent) -> None:
        """A key that it wants was pressed."""

    @property
    def warns(self) -> bool:
        """Whether what it says is a warning."""
        return False

    def state(self) -> str:
        """How it stands, in a word or two."""
        raise NotImplementedError

    def words(self) -> str:
        """What to do."""
        raise NotImplementedError


ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Where the arrow keys lead: (x, y)."""
NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that take hold of the next part. Tab stays what it is everywhere: the way out."""
FAR = 10
"""Pixels of an arrow key with Shift."""


def place_of(place: QRectF, x: float, y: float) -> QPointF:
    """A share of the picture as a point of the view."""
    return QPointF(place.x() + place.width() * x, place.y() + place.height() * y)


def within(share: float) -> float:
    """A share kept within the picture."""
    return min(max(share, 0.0), 1.0)


def outline(painter: QPainter, rect: QRectF, colour: QColor, width: float = 1.5) -> None:
    """A frame that is seen on any picture: a dark line under a coloured one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, pen in ((width + 2, QColor(0, 0, 0, 150)), (width, colour)):
        painter.setPen(QPen(pen, line))
        painter.drawRect(rect)


def handle(painter: QPainter, at: QPointF, colour: QColor, *, held: bool) -> None:
    """A square to take hold of."""
    side = 10.0 if held else 8.0
    square = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
    painter.setBrush(colour if held else QColor("white"))
    painter.drawRect(square)
