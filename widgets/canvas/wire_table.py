"""All wires of a level: their ends as arrays, so that those in sight are found at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from widgets.canvas.level import Wire
from widgets.canvas.places import Rows
from widgets.canvas.wire_shapes import bent, control_points, cut_to, wire_path

_SLACK = 8.0
"""How far from its middle a wire may still be seen: half its width and what lights it."""
_THIN, _LONG = 64.0, 500.0
"""How thin a part of the scene is that all wires leave soon; how long a wire is cut anywhere."""
_OUTWARD = np.array([[-1.0], [-1.0], [1.0], [1.0]])
"""Which way each side of a box goes when it grows."""
_FEW = 16
"""Up to how many wires are painted anew each by itself, wherever they are."""


class WireTable:
    """Where every wire runs. Its ends follow the places of the nodes."""

    def __init__(self) -> None:
        self.wires: list[Wire] = []
        self.values: list[str | None] = []
        self.ends: NDArray[np.float64] = np.zeros((0, 4))
        self._nodes: NDArray[np.intp] = np.zeros((0, 2), np.intp)
        self._offsets: NDArray[np.float64] = np.zeros((0, 4))
        self._kinds: list[str | None] = []
        self._codes: NDArray[np.intp] = np.zeros(0, np.intp)
        self._lines: list[QLineF] | None = None
        self.boxes: NDArray[np.float64] = np.zeros((4, 0))
        self._points: NDArray[np.float64] = np.zeros((0, 4, 2))
        self._users: list[list[int]] = []

    def fill(
        self,
        wires: Sequence[tuple[Wire, str | None, tuple[float, float, float, float]]],
        rows: Mapping[str, int],
    ) -> None:
        """Take all wires, the value on each, and its ends as seen from the nodes' corners."""
        self.wires = [wire for wire, _, _ in wires]
        self.values = [value for _, value, _ in wires]
        between = [(rows[wire.source], rows[wire.target]) for wire in self.wires]
        self._nodes = np.array(between, np.intp).reshape(-1, 2)
        self._kinds = list(dict.fromkeys(self.values))
        codes = {value: code for code, value in enumerate(self._kinds)}
        self._codes = np.array([codes[value] for value in self.values], np.intp)
        self._offsets = np.array([offsets for _, _, offsets in wires]).reshape(-1, 4)
        self._users = [[] for _ in rows]
        for row, nodes in enumerate(between):
            for node in nodes:
                self._users[node].append(row)

    def follow_some(self, places: NDArray[np.float64], moved: Iterable[int]) -> list[QRectF]:
        """As `follow`, where only the nodes of some rows moved; answers what looks different."""
        rows = self.rows_of(moved)
        if len(rows) * 4 > len(self.ends):
            before = self._whole()
            self.follow(places)
            return [before.united(self._whole())]
        if not len(rows):
            return []
        before = self.boxes[:, rows]
        new = places.take(self._nodes[rows], 0).reshape(-1, 4) + self._offsets[rows]
        self.ends[rows] = new
        self._points[rows] = points = control_points(new)
        self.boxes[:, rows] = after = _boxes(points)
        if self._lines is not None:
            for row, line in zip(rows.tolist(), new.tolist(), strict=True):
                self._lines[row] = QLineF(*line)
        return _rects(np.maximum(before * _OUTWARD, after * _OUTWARD) * _OUTWARD)

    def follow(self, places: NDArray[np.float64]) -> None:
        """Bring the ends to where the nodes are."""
        self._lines = None
        self.ends = places.take(self._nodes, 0).reshape(-1, 4) + self._offsets
        self._points = control_points(self.ends)
        self.boxes = _boxes(self._points)

    def in_sight(self, rect: QRectF, among: Rows | None = None) -> Rows:
        """The rows of the wires that may touch a rectangle; among few, which is not looked at."""
        if among is not None and len(among) <= _FEW:
            return among
        left, top, right, bottom = self.boxes if among is None else self.boxes[:, among]
        hit = (left <= rect.right()) & (right >= rect.left())
        hit &= (top <= rect.bottom()) & (bottom >= rect.top())
        return np.flatnonzero(hit) if among is None else among[hit]

    def lines(self, rows: Rows) -> dict[str | None, list[QLineF]]:
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

    def bent_lines(self, rows: Rows) -> dict[str | None, list[QLineF]]:
        """Each wire as some straight lines along its curve, by the value on them."""
        parts = bent(self._points[rows])
        codes = self._codes[rows]
        return {
            self._kinds[code]: list(starmap(QLineF, parts[codes == code].reshape(-1, 4).tolist()))
            for code in np.unique(codes).tolist()
        }

    def near(self, rect: QRectF, rows: Rows) -> list[tuple[int, QPainterPath]]:
        """Some wires with their rows, each only as far as it may be seen in a rectangle."""
        if not len(rows):
            return []
        parts = self._points[rows]
        if self._is_worth_cutting(rows, rect):
            box = (rect.left(), rect.top(), rect.right(), rect.bottom())
            chosen, parts = cut_to(parts, box, _SLACK)
            rows = rows[chosen]
        numbers = parts.reshape(-1, 8).tolist()
        return [(row, _cubic(*eight)) for row, eight in zip(rows.tolist(), numbers, strict=True)]

    def _is_worth_cutting(self, rows: Rows, rect: QRectF) -> bool:
        """Whether wires reach so far out of a rectangle that most of them is painted in vain."""
        if min(rect.width(), rect.height()) < _THIN:
            return True
        left, top, right, bottom = self.boxes[:, rows]
        return bool(max((right - left).max(), (bottom - top).max()) > _LONG)

    def around(self, moved: Iterable[int]) -> list[QRectF]:
        """What the wires of some nodes touch: each by itself where they are few."""
        return _rects(self.boxes[:, self.rows_of(moved)])

    def _whole(self) -> QRectF:
        return _rect(self.boxes) if len(self.ends) else QRectF()

    def rows_of(self, nodes: Iterable[int]) -> Rows:
        """The wires of the nodes of some rows."""
        found = dict.fromkeys(wire for node in nodes for wire in self._users[node])
        return np.array(list(found), np.intp)

    def path(self, row: int) -> QPainterPath:
        x0, y0, x1, y1 = self.ends[row].tolist()
        return wire_path(QPointF(x0, y0), QPointF(x1, y1))


def _cubic(
    x0: float, y0: float, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float
) -> QPainterPath:
    path = QPainterPath(QPointF(x0, y0))
    path.cubicTo(x1, y1, x2, y2, x3, y3)
    return path


def _boxes(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """What curves may touch, which lie between their control points: left, top, right, bottom."""
    boxes = np.empty((4, len(points)))
    boxes[:2], boxes[2:] = points.min(axis=1).T - _SLACK, points.max(axis=1).T + _SLACK
    return boxes


def _rects(boxes: NDArray[np.float64]) -> list[QRectF]:
    """Each box as a rectangle, or one around all where they are many."""
    if boxes.shape[1] > _FEW:
        return [_rect(boxes)]
    return [
        QRectF(left, top, right - left, bottom - top)
        for left, top, right, bottom in boxes.T.tolist()
    ]


def _rect(boxes: NDArray[np.float64]) -> QRectF:
    left, top, right, bottom = boxes
    return QRectF(QPointF(left.min(), top.min()), QPointF(right.max(), bottom.max()))
