"""The picture of a level, from the ground up: grid, backdrops, wires, nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.far_nodes import FarNodes, FarRects
from widgets.canvas.grid import paint_grid
from widgets.canvas.grounds import Grounds
from widgets.canvas.look import DETAIL, Look
from widgets.canvas.node_painting import SHADOW, paint_node
from widgets.canvas.places import Places, Rows
from widgets.canvas.shown_node import ShownNode
from widgets.canvas.wire_layer import WireLayer


class Scenery:
    """Paints what is in sight of the nodes of a level. It is told when one of them changed."""

    def __init__(
        self,
        look: Look,
        nodes: Mapping[str, ShownNode],
        places: Places,
        grounds: Grounds,
        wires: WireLayer,
    ) -> None:
        self.look = look
        self._nodes, self._places = nodes, places
        self._grounds, self._wires = grounds, wires
        self._rows: list[ShownNode] | None = None
        self._far: FarNodes | None = None
        self._rects: FarRects | None = None

    def forget(self) -> None:
        """Nodes look different from what was painted last."""
        self._far = None

    def lay(self) -> None:
        """Nodes were laid out anew."""
        self._rows = self._far = self._rects = None

    def follow(self, rows: Rows) -> None:
        """Some nodes stand elsewhere."""
        if self._rects is not None:
            self._rects.follow(rows)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what may be seen in a rectangle."""
        scale = painter.worldTransform().m11()
        if self._rows is None:
            self._rows = [self._nodes[one] for one in self._places.ids]
        paint_grid(painter, self.look.theme, exposed, scale)
        rows = self._places.within(exposed, SHADOW)
        if self._grounds.boxes:
            below, rows = self._parted(rows)
            self._paint_nodes(painter, below, self._rows)
        self._wires.paint(painter, exposed)
        if scale >= DETAIL:
            self._paint_nodes(painter, self._places.upward(rows), self._rows)
            return
        if self._rects is None:
            self._rects = FarRects(self._places, self.look.metrics.header)
        if self._far is None:
            self._far = FarNodes(self.look, self._rows, self._places, self._rects)
        self._far.paint(painter, rows)

    def _parted(self, rows: Rows) -> tuple[Rows, Rows]:
        """The backdrops among some rows, the lowest first, and all others."""
        there, grounds = set(rows.tolist()), [self._places.rows[one] for one in self._grounds]
        below = np.array([row for row in grounds if row in there], np.intp)
        return below, np.setdiff1d(rows, below)

    def _paint_nodes(self, painter: QPainter, rows: Rows, nodes: Sequence[ShownNode]) -> None:
        before = painter.worldTransform()
        scale, dx, dy = before.m11(), before.dx(), before.dy()
        for row, (x, y) in zip(rows.tolist(), self._places.corners[rows].tolist(), strict=True):
            paint_node(painter, self.look, nodes[row].seen, scale, x * scale + dx, y * scale + dy)
        painter.setWorldTransform(before)
