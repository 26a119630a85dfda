"""Lines, rectangles and ellipses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from pipelines.painting.brush import Response
from pipelines.painting.canvas import ellipse_outline
from pipelines.painting.tiles import Changes
from pipelines.panels import Layer
from widgets.paper.hand import ToolKind
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.words import tr

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


class ShapeTool(Tool):
    """Drawn with the last brush, or filled. Shift keeps it regular, Alt draws from the middle."""

    _layer: Layer | None = None
    _start = QPointF()
    _end = QPointF()
    _from_middle = False

    def press(self, point: PenPoint) -> None:
        self._layer = self.desk.layer_to_paint()
        self._start = self._end = point.place

    def move(self, points: Sequence[PenPoint]) -> None:
        if self._layer is None:
            return
        point = points[-1]
        regular = bool(point.modifiers & _SHIFT)
        self._from_middle = bool(point.modifiers & _ALT)
        self._end = self._regular(point.place) if regular else point.place
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())

    def release(self) -> None:
        layer = self._layer
        if layer is None:
            return
        if hypot(self._end.x() - self._start.x(), self._end.y() - self._start.y()) < 1:
            self.cancel()
            return
        hand, canvas = self.desk.hand, self.desk.canvas(layer, bounded=True)
        outline = [(point.x(), point.y()) for point in self._outline()]
        colour, opacity = hand.colour, hand.brush.opacity
        even = replace(hand.brush, size_by=Response(), opacity_by=Response())
        closes = hand.tool is not ToolKind.LINE
        fills = hand.fills_shapes and closes

        def draw() -> Changes:
            if fills:
                canvas.polygon(outline, colour, opacity=opacity)
            else:
                canvas.lines([*outline, outline[0]] if closes else outline, even, colour)
            return canvas.commit()

        hand.used_colour()
        self.desk.paint_aside(layer, draw, self._name, then=self.cancel)

    def cancel(self) -> None:
        self._layer = None
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())

    def paint(self, painter: QPainter, to_view: QTransform) -> None:
        if self._layer is None:
            return
        hand = self.desk.hand
        width = max(hand.brush.size * abs(to_view.determinant()) ** 0.5, 1.0)
        painter.setPen(QPen(QColor(*hand.colour), width))
        painter.setBrush(
            QColor(*hand.colour) if hand.fills_shapes else Qt.BrushStyle.NoBrush  # type: ignore[arg-type] - setBrush takes either
        )
        shape = to_view.map(QPolygonF(self._outline()))
        if hand.tool is ToolKind.LINE:
            painter.drawPolyline(shape)
        else:
            painter.drawPolygon(shape)

    @property
    def _name(self) -> str:
        match self.desk.hand.tool:
            case ToolKind.LINE:
                return tr("Line")
            case ToolKind.RECTANGLE:
                return tr("Rectangle")
            case _:
                return tr("Ellipse")

    def _outline(self) -> list[QPointF]:
        start = self._start * 2 - self._end if self._from_middle else self._start
        if self.desk.hand.tool is ToolKind.LINE:
            return [start, self._end]
        area = QRectF(start, self._end).normalized()
        if self.desk.hand.tool is ToolKind.RECTANGLE:
            return [area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()]
        centre = area.center()
        radii = max(area.width() / 2, 0.1), max(area.height() / 2, 0.1)
        return [QPointF(x, y) for x, y in ellipse_outline((centre.x(), centre.y()), radii)]

    def _regular(self, end: QPointF) -> QPointF:
        """A square, a circle, or a line at a multiple of 15 degrees."""
        across, down = end.x() - self._start.x(), end.y() - self._start.y()
        if self.desk.hand.tool is ToolKind.LINE:
            turn = round(atan2(down, across) / (pi / 12)) * pi / 12
            length = hypot(across, down)
            return self._start + QPointF(cos(turn) * length, sin(turn) * length)
        side = max(abs(across), abs(down))
        return self._start + QPointF(side if across >= 0 else -side, side if down >= 0 else -side)
