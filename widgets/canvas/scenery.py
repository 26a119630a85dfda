"""The picture of a level, from the ground up: grid, backdrops, wires, nodes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.far_nodes import FarNodes
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

    def forget(self) -> None:
        """Nodes look different from what was painted last."""
        self._rows = self._far = None

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what may be seen in a rectangle."""
        scale = painter.worldTransform().m11()
        if self._rows is None:
            self._rows = [self._nodes[one] for one in self._places.ids]
        paint_grid(painter, self.look.theme, exposed, scale)
        rows = self._places.within(exposed, SHADOW)
        if self._grounds.boxes:
            rows = self._paint_grounds(painter, rows, scale)
        self._wires.paint(painter, exposed)
        if scale >= DETAIL:
            for row in self._places.upward(rows).tolist():
                self._paint_one(painter, row, scale)
            return
        if self._far is None:
            self._far = FarNodes(self.look, self._rows, self._places)
        self._far.paint(painter, rows)

    def _paint_grounds(self, painter: QPainter, rows: Rows, scale: float) -> Rows:
        """Paint the backdrops among some rows, the lowest first; answers the rest."""
        places, there = self._places, set(rows.tolist())
        for row in (places.rows[one] for one in self._grounds):
            if row in there:
                self._paint_one(painter, row, scale)
                there.discard(row)
        return rows[[row in there for row in rows.tolist()]]

    def _paint_one(self, painter: QPainter, row: int, scale: float) -> None:
        assert self._rows is not None
        before = painter.worldTransform()
        painter.translate(*self._places.corners[row].tolist())
        paint_node(painter, self.look, self._rows[row].seen, scale)
        painter.setWorldTransform(before)
