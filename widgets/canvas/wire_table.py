"""All wires of a level: their ends as arrays, so that those in sight are found at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from widgets.canvas.level import Wire
from widgets.canvas.wire_shapes import wire_path, wire_reaches

_MARGIN = 270.0
"""How far a wire bulges beyond its ends at most."""
_SLACK = 8.0
"""How far from its middle a wire may still be seen: half its width and what lights it."""
_FEW = 16
"""Up to how many wires are painted anew each by itself."""
_PIECES = 24
_LONG = 64.0
"""How far a piece of a wire may reach out of sight before it is cut a second time."""
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

    def follow_some(self, places: NDArray[np.float64], moved: Iterable[int]) -> list[QRectF]:
        """As `follow`, where only the nodes of some rows moved."""
        rows = self._of(moved)
        if len(rows) * 4 > len(self.ends):
            return self.follow(places)
        if not len(rows):
            return []
        old = self.ends[rows]
        sources, targets = self._sources[rows], self._targets[rows]
        new = np.hstack([places[sources], places[targets]]) + self._offsets[rows]
        self.ends[rows] = new
        if self._boxes is not None:
            self._boxes[:, rows] = _boxes(new)
        if self._lines is not None:
            for row, line in zip(rows.tolist(), new.tolist(), strict=True):
                self._lines[row] = QLineF(*line)
        return _rects(old, new)

    def follow(self, places: NDArray[np.float64]) -> list[QRectF]:
        """Bring the ends to where the nodes are; answer what looks different."""
        old, self._lines, self._boxes = self.ends, None, None
        self.ends = np.hstack([places[self._sources], places[self._targets]]) + self._offsets
        if old.shape != self.ends.shape:
            return _rects(old, self.ends)
        moved = (old != self.ends).any(axis=1)
        return _rects(old[moved], self.ends[moved])

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
        if not len(rows):
            return []
        chosen, parts = _cut(_control_points(self.ends[rows]), rect)
        rows = rows[chosen]
        if (np.ptp(parts, axis=1) > (rect.width() + _LONG, rect.height() + _LONG)).any():
            chosen, parts = _cut(parts, rect)
            rows = rows[chosen]
        numbers = parts.reshape(-1, 8).tolist()
        return [(row, _cubic(*eight)) for row, eight in zip(rows.tolist(), numbers, strict=True)]

    def around(self, moved: Iterable[int]) -> list[QRectF]:
        """What the wires of some nodes touch: each by itself where they are few."""
        rows = self._of(moved)
        return _rects(self.ends[rows])

    def _of(self, nodes: Iterable[int]) -> NDArray[np.intp]:
        found = dict.fromkeys(wire for node in nodes for wire in self._users[node])
        return np.array(list(found), np.intp)

    def path(self, row: int) -> QPainterPath:
        x0, y0, x1, y1 = self.ends[row].tolist()
        return wire_path(QPointF(x0, y0), QPointF(x1, y1))


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


def _cut(points: NDArray[np.float64], rect: QRectF) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Which curves may be seen in a rectangle, and as much of each as may be."""
    dots = np.einsum("sp,wpc->wsc", _BERNSTEIN, points)
    low, high = (np.minimum, np.maximum)
    lows, highs = low(dots[:, :-1], dots[:, 1:]), high(dots[:, :-1], dots[:, 1:])
    slack = _SLACK + (highs - lows).max(axis=2) / 8
    inside = (lows[..., 0] - slack <= rect.right()) & (highs[..., 0] + slack >= rect.left())
    inside &= (lows[..., 1] - slack <= rect.bottom()) & (highs[..., 1] + slack >= rect.top())
    seen = np.flatnonzero(inside.any(axis=1))
    firsts = inside[seen].argmax(axis=1)
    lasts = _PIECES - inside[seen][:, ::-1].argmax(axis=1)
    if (lasts - firsts == _PIECES).all():
        return seen, points[seen]
    return seen, _parts(points[seen], firsts / _PIECES, lasts / _PIECES)


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


def _rects(*ends: NDArray[np.float64]) -> list[QRectF]:
    """What wires with these ends may touch, before and after they moved: each by itself, or one
    rectangle where they are many.
    """
    every = np.vstack(ends)
    if not len(every):
        return []
    if len(ends[0]) > _FEW:
        left, top, right, bottom = _boxes(every)
        low, high = QPointF(left.min(), top.min()), QPointF(right.max(), bottom.max())
        return [QRectF(low, high)]
    dots = _control_points(every)  # a curve stays within them
    boxes = np.hstack([dots.min(axis=1) - _SLACK, dots.max(axis=1) + _SLACK])
    half = len(ends[0]) if len(ends) > 1 else 0
    if half == len(every) - half:
        both = boxes[:half], boxes[half:]
        low, high = np.minimum(*both)[:, :2], np.maximum(*both)[:, 2:]
        boxes = np.hstack([low, high])
    return [QRectF(QPointF(*box[:2]), QPointF(*box[2:])) for box in boxes.tolist()]
