"""Paints the wires of a level."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.canvas.level import Wire
from widgets.canvas.look import DETAIL, Look
from widgets.canvas.places import Rows
from widgets.canvas.wire_table import WireTable

_THIN = 0.6
"""Up to this scale a wire is a pixel wide, which Qt paints three times as fast."""


class WireLayer:
    """Paints the wires of a table. `hidden` is the wire that hangs on the cursor, `aimed` the one
    that a node would be put into; those of `selected` nodes are wider.
    """

    def __init__(self, table: WireTable, look: Look) -> None:
        self.table = table
        self.look = look
        self.hidden: Wire | None = None
        self.aimed: Wire | None = None
        self.selected: frozenset[str] = frozenset()

    def paint(self, painter: QPainter, exposed: QRectF, rows: Rows) -> None:
        """Paint some wires, as much of them as may be seen in a rectangle."""
        if painter.worldTransform().m11() < DETAIL:
            self._paint_lines(painter, rows, is_bent=False)
        elif self.look.is_hasty:
            self._paint_lines(painter, rows, is_bent=True)
        else:
            self._paint_near(painter, exposed, rows)

    def _paint_lines(self, painter: QPainter, rows: Rows, *, is_bent: bool) -> None:
        """Wires as one line each, or as a few while they are seen for a moment only."""
        if self.hidden is not None:
            rows = rows[[self.table.wires[row] != self.hidden for row in rows.tolist()]]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        lines = self.table.bent_lines(rows) if is_bent else self.table.lines(rows)
        for value, some in lines.items():
            painter.setPen(self.look.pen(value, 0.0))
            painter.drawLines(some)

    def _paint_near(self, painter: QPainter, exposed: QRectF, rows: Rows) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        table, look, selected = self.table, self.look, self.selected
        width = 2.0 if painter.worldTransform().m11() > _THIN else 0.0
        worn: QPen | None = None
        for row, path in table.near(exposed, rows):
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
