"""All wires of a level: their ends as arrays, and one layer that paints those in sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.level import Wire
from widgets.canvas.painting import DETAIL, Look, wire_path, wire_reaches

_MARGIN = 270.0
"""How far a wire bulges beyond its ends at most."""
_SLACK = 8.0
"""How far from its middle a wire may still be seen: half its width and what lights it."""
_THIN = 0.6
"""Up to this scale a wire is a pixel wide, which Qt paints three times as fast."""
_FEW = 64
"""Up to how many wires are looked at closely for where they are seen."""
_PIECES = 24
_T = np.linspace(0.0, 1.0, _PIECES + 1)
_BERNSTEIN = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3], axis=1)


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
        self._boxes: NDArray[np.float64] | None = None
        self._users: list[list[int]] = []

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
        self._users = [[] for _ in rows]
        for row, ends in enumerate(
            zip(self._sources.tolist(), self._targets.tolist(), strict=True)
        ):
            for end in ends:
                self._users[end].append(row)

    def follow_some(self, places: NDArray[np.float64], moved: Iterable[int]) -> QRectF:
        """As `follow`, where only the nodes of some rows moved."""
        rows = np.array([wire for node in moved for wire in self._users[node]], np.intp)
        if len(rows) * 4 > len(self.ends):
            return self.follow(places)
        if not len(rows):
            return QRectF()
        old = self.ends[rows]
        sources, targets = self._sources[rows], self._targets[rows]
        new = np.hstack([places[sources], places[targets]]) + self._offsets[rows]
        self.ends[rows] = new
        if self._boxes is not None:
            self._boxes[:, rows] = _boxes(new)
        if self._lines is not None:
            for row, line in zip(rows.tolist(), new.tolist(), strict=True):
                self._lines[row] = QLineF(*line)
        return _around(np.vstack([old, new]))

    def follow(self, places: NDArray[np.float64]) -> QRectF:
        """Bring the ends to where the nodes are; answer what looks different."""
        old, self._lines, self._boxes = self.ends, None, None
        self.ends = np.hstack([places[self._sources], places[self._targets]]) + self._offsets
        if old.shape != self.ends.shape:
            return self.bounds()
        moved = (old != self.ends).any(axis=1)
        return _around(np.vstack([old[moved], self.ends[moved]]))

    def in_sight(self, rect: QRectF) -> NDArray[np.intp]:
        """The rows of the wires that may touch a rectangle."""
        if self._boxes is None:
            self._boxes = _boxes(self.ends)
        left, top, right, bottom = self._boxes
        hit = (left <= rect.right()) & (right >= rect.left())
        hit &= (top <= rect.bottom()) & (bottom >= rect.top())
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

    def bent_lines(self, rows: NDArray[np.intp]) -> dict[str | None, list[QLineF]]:
        """Each wire as some straight lines along its curve, by the value on them."""
        dots = np.einsum("sp,wpc->wsc", _BERNSTEIN[::3], _control_points(self.ends[rows]))
        parts = np.concatenate([dots[:, :-1], dots[:, 1:]], axis=2)
        codes = self._codes[rows]
        return {
            self._kinds[code]: list(starmap(QLineF, parts[codes == code].reshape(-1, 4).tolist()))
            for code in np.unique(codes).tolist()
        }

    def near(self, rect: QRectF) -> list[tuple[int, QPainterPath]]:
        """The wires in a rectangle with their rows, each only as far as it may be seen there."""
        rows = self.in_sight(rect)
        points = _control_points(self.ends[rows])
        dots = np.einsum("sp,wpc->wsc", _BERNSTEIN, points)
        low, high = (np.minimum, np.maximum)
        lows, highs = low(dots[:, :-1], dots[:, 1:]), high(dots[:, :-1], dots[:, 1:])
        slack = _SLACK + (highs - lows).max(axis=2) / 8
        inside = (lows[..., 0] - slack <= rect.right()) & (highs[..., 0] + slack >= rect.left())
        inside &= (lows[..., 1] - slack <= rect.bottom()) & (highs[..., 1] + slack >= rect.top())
        seen = np.flatnonzero(inside.any(axis=1))
        firsts = inside[seen].argmax(axis=1)
        lasts = _PIECES - inside[seen][:, ::-1].argmax(axis=1)
        parts = _parts(points[seen], firsts / _PIECES, lasts / _PIECES).reshape(-1, 8)
        return [
            (row, _cubic(*numbers))
            for row, numbers in zip(rows[seen].tolist(), parts.tolist(), strict=True)
        ]

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
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(-1)

    def show_moved(self, where: QRectF) -> None:
        """Paint again where wires moved."""
        if not self._bounds.contains(where):
            self.prepareGeometryChange()
            self._bounds = self.table.bounds().adjusted(-2000, -2000, 2000, 2000)
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
        self.paint_seen(painter, option.exposedRect)  # type: ignore[attr-defined] - missing in the stubs of PySide6

    def paint_seen(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what may be seen in a rectangle."""
        if painter.worldTransform().m11() < DETAIL:
            self._paint_far(painter, exposed)
        elif self.look.is_hasty:
            self._paint_hastily(painter, exposed)
        else:
            self._paint_near(painter, exposed)

    def _paint_far(self, painter: QPainter, exposed: QRectF) -> None:
        rows = self.table.in_sight(exposed)
        if self.hidden is not None:
            rows = rows[[self.table.wires[row] != self.hidden for row in rows.tolist()]]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for value, lines in self.table.lines(rows).items():
            painter.setPen(self.look.pen(value, 0.0))
            painter.drawLines(lines)

    def _paint_hastily(self, painter: QPainter, exposed: QRectF) -> None:
        """Curves as a few straight lines: they are seen for a moment only."""
        rows = self.table.in_sight(exposed)
        if self.hidden is not None:
            rows = rows[[self.table.wires[row] != self.hidden for row in rows.tolist()]]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for value, lines in self.table.bent_lines(rows).items():
            painter.setPen(self.look.pen(value, 0.0))
            painter.drawLines(lines)

    def _paint_near(self, painter: QPainter, exposed: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        table, look, selected = self.table, self.look, self.selected
        width = 2.0 if painter.worldTransform().m11() > _THIN else 0.0
        worn: QPen | None = None
        for row, path in table.near(exposed):
            wire = table.wires[row]
            if wire == self.hidden:
                continue
            if wire == self.aimed:
                painter.setPen(worn := QPen(look.theme.selection, 5.0))
                painter.drawPath(path)
            is_wide = wire.source in selected or wire.target in selected
            pen = look.pen(table.values[row], 3.0 if is_wide else width)
            if pen is not worn:
                painter.setPen(pen)
                worn = pen
            painter.drawPath(path)


def _control_points(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """The four points of each wire's curve: wires, 4, 2."""
    reach = wire_reaches(ends)
    points = np.empty((len(ends), 4, 2))
    points[:, 0], points[:, 3] = ends[:, :2], ends[:, 2:]
    points[:, 1], points[:, 2] = ends[:, :2], ends[:, 2:]
    points[:, 1, 0] += reach
    points[:, 2, 0] -= reach
    return points


def _parts(
    points: NDArray[np.float64], start: NDArray[np.float64], end: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The same curves between two of their moments (Farin, Curves and Surfaces, blossoms)."""
    found = np.empty_like(points)
    for place, moments in enumerate(
        ((start, start, start), (start, start, end), (start, end, end), (end, end, end))
    ):
        left = points
        for moment in moments:
            share = moment[:, None, None]
            left = left[:, :-1] * (1 - share) + left[:, 1:] * share
        found[:, place] = left[:, 0]
    return found


def _cubic(
    x0: float, y0: float, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float
) -> QPainterPath:
    path = QPainterPath(QPointF(x0, y0))
    path.cubicTo(x1, y1, x2, y2, x3, y3)
    return path


def _boxes(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each wire may touch: rows of left, top, right and bottom."""
    x0, y0, x1, y1 = ends.T
    back = np.where(x1 < x0, _MARGIN, 2.0)
    return np.stack(
        [
            np.minimum(x0, x1) - back,
            np.minimum(y0, y1) - 2,
            np.maximum(x0, x1) + back,
            np.maximum(y0, y1) + 2,
        ]
    )


def _around(ends: NDArray[np.float64]) -> QRectF:
    """What wires between these ends may touch."""
    if not len(ends):
        return QRectF()
    if len(ends) < _FEW:
        dots = np.einsum("sp,wpc->wsc", _BERNSTEIN, _control_points(ends)).reshape(-1, 2)
        (left, top), (right, bottom) = dots.min(axis=0).tolist(), dots.max(axis=0).tolist()
        rect = QRectF(QPointF(left, top), QPointF(right, bottom))
        return rect.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    x, y = ends[:, ::2], ends[:, 1::2]
    back = _MARGIN if (ends[:, 2] < ends[:, 0]).any() else 4.0
    rect = QRectF(QPointF(x.min(), y.min()), QPointF(x.max(), y.max()))
    return rect.adjusted(-back, -4, back, 4)
