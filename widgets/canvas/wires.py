"""All wires of a level: their ends as arrays, and one layer that paints those in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import starmap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.level import Wire
from widgets.canvas.painting import DETAIL, Look, wire_path

_MARGIN = 270.0
"""How far a wire bulges beyond its ends at most."""


class WireTable:
    """Where every wire runs. Its ends follow the places of the nodes."""

    def __init__(self) -> None:
        self.wires: list[Wire] = []
        self.values: list[str | None] = []
        self.ends: NDArray[np.float64] = np.zeros((0, 4))
        self._sources: NDArray[np.intp] = np.zeros(0, np.intp)
        self._targets: NDArray[np.intp] = np.zeros(0, np.intp)
        self._offsets: NDArray[np.float64] = np.zeros((0, 4))
        self._kinds: list[str | None] = []
        self._codes: NDArray[np.intp] = np.zeros(0, np.intp)
        self._lines: list[QLineF] | None = None

    def fill(
        self,
        wires: Sequence[tuple[Wire, str | None, tuple[float, float, float, float]]],
        rows: Mapping[str, int],
    ) -> None:
        """Take all wires, the value on each, and its ends as seen from the nodes' corners."""
        self.wires = [wire for wire, _, _ in wires]
        self.values = [value for _, value, _ in wires]
        self._sources = np.array([rows[wire.source] for wire in self.wires], np.intp)
        self._targets = np.array([rows[wire.target] for wire in self.wires], np.intp)
        self._kinds = list(dict.fromkeys(self.values))
        codes = {value: code for code, value in enumerate(self._kinds)}
        self._codes = np.array([codes[value] for value in self.values], np.intp)
        self._offsets = np.array([offsets for _, _, offsets in wires]).reshape(-1, 4)

    def follow(self, places: NDArray[np.float64]) -> QRectF:
        """Bring the ends to where the nodes are; answer what looks different."""
        old, self._lines = self.ends, None
        self.ends = np.hstack([places[self._sources], places[self._targets]]) + self._offsets
        if old.shape != self.ends.shape:
            return self.bounds()
        moved = (old != self.ends).any(axis=1)
        return _around(np.vstack([old[moved], self.ends[moved]]))

    def in_sight(self, *rects: QRectF) -> NDArray[np.intp]:
        """The rows of the wires that may touch one of some rectangles."""
        if not len(self.ends):
            return np.zeros(0, np.intp)
        x0, y0, x1, y1 = self.ends.T
        back = np.where(x1 < x0, _MARGIN, 2.0)
        left, right = np.minimum(x0, x1) - back, np.maximum(x0, x1) + back
        top, bottom = np.minimum(y0, y1) - 2, np.maximum(y0, y1) + 2
        hit = np.zeros(len(self.ends), np.bool_)
        for rect in rects:
            across = (left <= rect.right()) & (right >= rect.left())
            hit |= across & (top <= rect.bottom()) & (bottom >= rect.top())
        return np.flatnonzero(hit)

    def lines(self, rows: NDArray[np.intp]) -> dict[str | None, list[QLineF]]:
        """Straight lines in place of wires, by the value that flows on them."""
        if self._lines is None:
            self._lines = list(starmap(QLineF, self.ends.tolist()))
        found: dict[str | None, list[QLineF]] = {}
        codes, lines = self._codes[rows], self._lines
        for code, value in enumerate(self._kinds):
            chosen = rows[codes == code].tolist()
            if chosen:
                found[value] = [lines[row] for row in chosen]
        return found

    def path(self, row: int) -> QPainterPath:
        x0, y0, x1, y1 = self.ends[row].tolist()
        return wire_path(QPointF(x0, y0), QPointF(x1, y1))

    def bounds(self) -> QRectF:
        """What all wires may touch."""
        return _around(self.ends)


class WireLayer(QGraphicsItem):
    """Paints the wires of a table. `hidden` is the wire that hangs on the cursor, `aimed` the one
    that a node would be put into, `lit` are those of the selection.
    """

    def __init__(self, table: WireTable, look: Look) -> None:
        super().__init__()
        self.table = table
        self.look = look
        self.hidden: Wire | None = None
        self.aimed: Wire | None = None
        self.selected: frozenset[str] = frozenset()
        self.exposed: tuple[QRectF, ...] = ()
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(-1)

    def show_moved(self, where: QRectF) -> None:
        """Paint again where wires moved."""
        bounds = self.table.bounds()
        if not self._bounds.contains(bounds):
            self.prepareGeometryChange()
            self._bounds = bounds.adjusted(-2000, -2000, 2000, 2000)
        if not where.isEmpty():
            self.update(where)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        rects = self.exposed or (option.exposedRect,)  # type: ignore[attr-defined] - missing in the stubs of PySide6
        rows = self.table.in_sight(*rects)
        if self.hidden is not None:
            rows = rows[[self.table.wires[row] != self.hidden for row in rows.tolist()]]
        if painter.worldTransform().m11() < DETAIL:
            self._paint_far(painter, rows)
        else:
            self._paint_near(painter, rows.tolist())

    def _paint_far(self, painter: QPainter, rows: NDArray[np.intp]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for value, lines in self.table.lines(rows).items():
            painter.setPen(self._pen(value, 0.0))
            painter.drawLines(lines)

    def _paint_near(self, painter: QPainter, rows: list[int]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row in rows:
            wire = self.table.wires[row]
            wide = wire.source in self.selected or wire.target in self.selected
            if wire == self.aimed:
                painter.setPen(QPen(self.look.theme.selection, 5.0))
                painter.drawPath(self.table.path(row))
            painter.setPen(self._pen(self.table.values[row], 3.0 if wide else 2.0))
            painter.drawPath(self.table.path(row))

    def _pen(self, value: str | None, width: float) -> QPen:
        return QPen(QColor(self.look.theme.value(value)), width)


def _around(ends: NDArray[np.float64]) -> QRectF:
    """What wires between these ends may touch."""
    if not len(ends):
        return QRectF()
    x, y = ends[:, ::2], ends[:, 1::2]
    back = _MARGIN if (ends[:, 2] < ends[:, 0]).any() else 4.0
    rect = QRectF(QPointF(x.min(), y.min()), QPointF(x.max(), y.max()))
    return rect.adjusted(-back, -4, back, 4)
