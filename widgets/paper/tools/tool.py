"""What the view and a tool say to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QPainter, QTransform

from pipelines.painting.stroke import Sample
from widgets.paper.desk import PaperDesk


class PenPoint(NamedTuple):
    """Where the pen was, in canvas pixels; `at` is in seconds."""

    x: float
    y: float
    pressure: float
    at: float
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    is_tail: bool = False
    """The eraser's end of the pen."""
    lean: tuple[float, float] = (0.0, 0.0)
    """As in a Sample."""

    @property
    def sample(self) -> Sample:
        """As the brush takes it."""
        return Sample(self.x, self.y, self.pressure, *self.lean)

    @property
    def place(self) -> QPointF:
        """Without pressure."""
        return QPointF(self.x, self.y)


class Tool:
    """A tool. Between `press` and `release` it may paint; `cancel` undoes that."""

    draws_over = True
    """Whether `paint` draws what goes by the board, so that an edit may change it."""

    def __init__(self, desk: PaperDesk) -> None:
        self.desk = desk

    @property
    def size(self) -> float | None:
        """The diameter of the outline around the pen in canvas pixels, None for a cross."""
        return None

    @property
    def cursor(self) -> QCursor:
        """The pointer while there is no outline."""
        return QCursor(Qt.CursorShape.CrossCursor)

    @property
    def shows_selection(self) -> bool:
        """Whether it draws the outline of what is selected itself."""
        return False

    @property
    def is_holding(self) -> bool:
        """Whether something waits to be laid down, or given up."""
        return False

    def press(self, point: PenPoint) -> None:
        """The pen touched the paper."""

    def move(self, points: Sequence[PenPoint]) -> None:
        """The pen moved along these, on the paper."""

    def rest(self, at: float) -> None:
        """The pen is on the paper and did not move."""

    def release(self) -> None:
        """The pen left the paper."""

    def cancel(self) -> None:
        """What was begun is given up."""

    def put_down(self) -> None:
        """Another tool is taken: finish what waits."""

    def paint(self, painter: QPainter, to_view: QTransform) -> None:
        """Draw over the paper, in the view's pixels."""
