"""Where the nodes of a level stand, how large they are, and which lies over which. As arrays, so
that thousands are asked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

Rows = NDArray[np.intp]


class Places:
    """The rows are the nodes in the order of the document. `corners` are the top left ones."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.rows: dict[str, int] = {}
        self.corners: NDArray[np.float64] = np.zeros((0, 2))
        self.sizes: NDArray[np.float64] = np.zeros((0, 2))
        self._rest: NDArray[np.float64] = self.corners
        self._edges: NDArray[np.float64] = np.zeros((4, 0))
        self._heights: NDArray[np.intp] = np.zeros(0, np.intp)
        self._touched: dict[str, int] = {}
        self._touches = 0

    def lay(
        self,
        ids: Sequence[str],
        corners: Sequence[tuple[float, float]],
        sizes: Sequence[tuple[float, float]],
    ) -> None:
        """Take all nodes anew; nothing is displaced then."""
        if self.ids != ids:
            self.ids = list(ids)
            self.rows = {node_id: row for row, node_id in enumerate(ids)}
        self.corners = np.array(corners, np.float64).reshape(-1, 2)
        self.sizes = np.array(sizes, np.float64).reshape(-1, 2)
        self._rest = self.corners.copy()
        self._heights = np.array([self._touched.get(one, 0) for one in ids], np.intp)
        self._edges = np.vstack([self.corners.T, (self.corners + self.sizes).T])

    def put(self, node_id: str, corner: tuple[float, float], size: tuple[float, float]) -> None:
        """Another place and size for one of them."""
        row = self.rows[node_id]
        self.corners[row] = self._rest[row] = corner
        self.sizes[row] = size
        self._note_edges(np.array([row]))

    def displace(self, offsets: Mapping[str, tuple[float, float]]) -> Rows:
        """Show nodes away from where they were laid; answers their rows."""
        rows = np.array([self.rows[one] for one in offsets], np.intp)
        if len(rows):
            self.corners[rows] = self._rest[rows] + np.array(list(offsets.values()))
            self._note_edges(rows)
        return rows

    def _note_edges(self, rows: Rows) -> None:
        corners = self.corners[rows]
        self._edges[:2, rows] = corners.T
        self._edges[2:, rows] = (corners + self.sizes[rows]).T

    def touch(self, node_ids: Iterable[str]) -> None:
        """What is in hand lies over all others, the last of it topmost."""
        for node_id in node_ids:
            self._touches += 1
            self._touched[node_id] = self._touches
            if node_id in self.rows:
                self._heights[self.rows[node_id]] = self._touches

    def forget(self) -> None:
        """Another level: nothing was touched there."""
        self._touched.clear()

    def upward(self, rows: Rows) -> Rows:
        """Rows in the order in which they are painted: those untouched, then the last touched."""
        return rows[np.argsort(self._heights[rows], kind="stable")]

    def rect(self, node_id: str) -> QRectF:
        """Where a node is."""
        row = self.rows[node_id]
        return QRectF(*self.corners[row].tolist(), *self.sizes[row].tolist())

    def around(self, rows: Rows | slice) -> QRectF:
        """The rectangle around some rows."""
        corners, sizes = self.corners[rows], self.sizes[rows]
        if not len(corners):
            return QRectF()
        low, high = corners.min(axis=0), (corners + sizes).max(axis=0)
        return QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))

    def rects(self, rows: Sequence[int]) -> list[QRectF]:
        """The rectangle of each row."""
        edges = self._edges[:, rows].T.tolist()
        return [QRectF(x, y, right - x, bottom - y) for x, y, right, bottom in edges]

    def within(self, rect: QRectF, reach: float = 0.0) -> Rows:
        """The rows that a rectangle touches, or misses by no more than a distance."""
        left, top, right, bottom = self._edges
        hit = (left <= rect.right() + reach) & (right >= rect.left() - reach)
        hit &= (top <= rect.bottom() + reach) & (bottom >= rect.top() - reach)
        return np.flatnonzero(hit)

    def at(self, point: QPointF, reach: float = 0.0) -> list[int]:
        """The rows at a point, the topmost last."""
        return self.upward(self.within(QRectF(point, point), reach)).tolist()
