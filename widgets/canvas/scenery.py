"""The picture of a level, from the ground up: grid, backdrops, wires, nodes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

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
from widgets.canvas.still_picture import StillPicture
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
        self._held: frozenset[str] = frozenset()
        self._held_wires: Rows | None = None
        self._still = StillPicture(self._paint_still)

    def hold(self, node_ids: Collection[str]) -> None:
        """These nodes are dragged, and no others: what lies below the rest stands still."""
        held = frozenset(node_ids)
        if held != self._held:
            self._held, self._held_wires = held, None
            self._still.forget()

    def forget(self) -> None:
        """Nodes look different from what was painted last."""
        self._far = None
        if self._grounds.boxes:
            self._still.forget()

    def forget_wires(self) -> None:
        """Wires look different from what was painted last."""
        self._still.forget()

    def lay(self) -> None:
        """Nodes were laid out anew."""
        self._rows = self._far = self._rects = self._held_wires = None
        self._still.forget()

    def follow(self, rows: Rows) -> None:
        """Some nodes stand elsewhere."""
        if self._rects is not None:
            self._rects.follow(rows)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what may be seen in a rectangle."""
        scale = painter.worldTransform().m11()
        table = self._wires.table
        if scale >= DETAIL and self._is_below_still:
            self._still.paint(painter, exposed)
            self._wires.paint(painter, exposed, table.in_sight(exposed, self._held_rows))
        else:
            self._paint_below(painter, exposed, table.in_sight(exposed))
        rows = self._places.within(exposed, SHADOW)
        if self._grounds.boxes:
            rows = np.setdiff1d(rows, self._ground_rows())
        if scale >= DETAIL:
            self._paint_nodes(painter, self._places.upward(rows))
            return
        if self._rects is None:
            self._rects = FarRects(self._places, self.look.metrics.header)
        if self._far is None:
            self._far = FarNodes(self.look, self._in_order, self._places, self._rects)
        self._far.paint(painter, rows)

    @property
    def _in_order(self) -> Sequence[ShownNode]:
        """Every node by its row."""
        if self._rows is None:
            self._rows = [self._nodes[one] for one in self._places.ids]
        return self._rows

    @property
    def _is_below_still(self) -> bool:
        """Whether some nodes are dragged, and no backdrop is, before an eye that rests."""
        is_dragged = bool(self._held) and not self.look.is_hasty
        return is_dragged and self._held.isdisjoint(self._grounds)

    @property
    def _held_rows(self) -> Rows:
        """The wires that follow the dragged nodes."""
        if self._held_wires is None:
            places = self._places.rows
            rows = (places[one] for one in self._held if one in places)
            self._held_wires = np.sort(self._wires.table.rows_of(rows))
        return self._held_wires

    def _paint_still(self, painter: QPainter, exposed: QRectF) -> None:
        wires = self._wires.table.in_sight(exposed)
        self._paint_below(painter, exposed, np.setdiff1d(wires, self._held_rows))

    def _paint_below(self, painter: QPainter, exposed: QRectF, wires: Rows) -> None:
        """What lies below the nodes: the grid, backdrops from the lowest on, and some wires."""
        paint_grid(painter, self.look.theme, exposed, painter.worldTransform().m11())
        if self._grounds.boxes:
            grounds, there = self._ground_rows(), self._places.within(exposed, SHADOW)
            self._paint_nodes(painter, grounds[np.isin(grounds, there)])
        self._wires.paint(painter, exposed, wires)

    def _ground_rows(self) -> Rows:
        return np.array([self._places.rows[one] for one in self._grounds], np.intp)

    def _paint_nodes(self, painter: QPainter, rows: Rows) -> None:
        nodes = self._in_order
        before = painter.worldTransform()
        scale, dx, dy = before.m11(), before.dx(), before.dy()
        for row, (x, y) in zip(rows.tolist(), self._places.corners[rows].tolist(), strict=True):
            paint_node(painter, self.look, nodes[row].seen, scale, x * scale + dx, y * scale + dy)
        painter.setWorldTransform(before)
