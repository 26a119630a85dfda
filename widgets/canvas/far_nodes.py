"""All nodes seen from afar, painted in one go: rectangles by their colour, then what few have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from widgets.canvas.faces import Form
from widgets.canvas.look import Look
from widgets.canvas.node_painting import TITLES, paint_far_details, paint_far_titles, paint_node
from widgets.canvas.places import Places, Rows
from widgets.canvas.shown_node import ShownNode

_MOST_NEIGHBOURS = 400
"""Where more nodes than this begin beside a node, all count as overlapping."""


class FarRects:
    """The head and the body of every node as rectangles, kept until nodes are laid out anew."""

    def __init__(self, places: Places, header: float) -> None:
        self._places, self._header = places, header
        count = len(places.ids)
        self.heads, self.bodies = [QRectF()] * count, [QRectF()] * count
        self.follow(np.arange(count))

    def follow(self, rows: Rows) -> None:
        """Some nodes stand elsewhere."""
        header = self._header
        corners, sizes = self._places.corners[rows].tolist(), self._places.sizes[rows].tolist()
        for row, (x, y), (width, height) in zip(rows.tolist(), corners, sizes, strict=True):
            self.heads[row] = QRectF(x, y, width, header)
            self.bodies[row] = QRectF(x, y + header, width, height - header)


class FarNodes:
    """The nodes of a level from afar, kept until one of them looks different."""

    def __init__(
        self, look: Look, nodes: Sequence[ShownNode], places: Places, rects: FarRects
    ) -> None:
        self._look, self._nodes, self._places, self._rects = look, nodes, places, rects
        count, colours = len(nodes), dict[int, int]()
        self._bodies, self._heads = np.zeros(count, np.intp), np.zeros(count, np.intp)
        is_node = np.array([one.face.shape.form is Form.NODE for one in nodes], bool)
        for row in np.flatnonzero(is_node).tolist():
            far = look.far(nodes[row].face, nodes[row].mark)
            self._bodies[row] = colours.setdefault(far.body_colour.rgba(), len(colours))
            self._heads[row] = colours.setdefault(far.head_colour.rgba(), len(colours))
        self._colours = [QColor.fromRgba(rgba) for rgba in colours]
        self._is_alone = ~is_node | _overlapping(places.corners, places.sizes, is_node)
        self._is_raised = np.array([one.mark.is_selected for one in nodes], bool)
        self._has_details = np.array([_has_details(one) for one in nodes], bool)

    def paint(self, painter: QPainter, rows: Rows) -> None:
        """Paint some rows, those that are selected over the rest."""
        raised = self._is_raised[rows]
        for some in (rows[~raised], rows[raised]):
            alone = self._is_alone[some]
            self._paint_batch(painter, some[~alone])
            self._paint_alone(painter, self._places.upward(some[alone]))

    def _paint_alone(self, painter: QPainter, rows: Rows) -> None:
        before = painter.worldTransform()
        scale, dx, dy = before.m11(), before.dx(), before.dy()
        for row, (x, y) in zip(rows.tolist(), self._places.corners[rows].tolist(), strict=True):
            paint_node(
                painter, self._look, self._nodes[row].seen, scale, x * scale + dx, y * scale + dy
            )
        painter.setWorldTransform(before)

    def _paint_batch(self, painter: QPainter, rows: Rows) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for codes, rects in (
            (self._bodies, self._rects.bodies),
            (self._heads, self._rects.heads),
        ):
            own = codes[rows]
            for code in np.unique(own).tolist():
                painter.setBrush(self._colours[code])
                painter.drawRects([rects[row] for row in rows[own == code].tolist()])
        scale = painter.worldTransform().m11()
        if scale >= TITLES:
            faces = [self._nodes[row].face for row in rows.tolist()]
            corners = self._places.corners[rows].tolist()
            paint_far_titles(painter, self._look, faces, corners, scale)
        for row in rows[self._has_details[rows]].tolist():
            before = painter.worldTransform()
            painter.translate(*self._places.corners[row].tolist())
            paint_far_details(painter, self._look, self._nodes[row].seen, scale)
            painter.setWorldTransform(before)


def _has_details(node: ShownNode) -> bool:
    state = node.state
    return bool(state.error or state.progress is not None or node.face.shape.picture)


def _overlapping(
    places: NDArray[np.float64], sizes: NDArray[np.float64], counted: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Which nodes lie over or under another one, so that their order is seen."""
    found = np.zeros(len(places), bool)
    chosen = np.flatnonzero(counted)
    order = chosen[np.argsort(places[chosen, 0], kind="stable")]
    low, high = places[order], places[order] + sizes[order]
    for step in range(1, len(order)):
        first, then = slice(None, -step), slice(step, None)
        beside = low[then, 0] < high[first, 0]
        if not beside.any():
            break
        if step > _MOST_NEIGHBOURS:
            found[chosen] = True
            break
        hit = beside & (low[then, 1] < high[first, 1]) & (low[first, 1] < high[then, 1])
        found[order[first][hit]] = True
        found[order[then][hit]] = True
    return found
