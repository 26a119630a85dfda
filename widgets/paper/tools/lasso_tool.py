"""Selecting a part of the drawing, and moving, turning and scaling it."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF, QTransform

from pipelines.painting.canvas import Canvas
from pipelines.painting.composite import eight_bits
from pipelines.painting.coverage import Coverage
from pipelines.painting.lifted import Lifted, laid, lift, transformed
from pipelines.panels import Layer
from widgets.paper.desk import Selection
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.pictures import straight_rgba
from widgets.theme import theme_of
from widgets.words import tr

_HANDLE = 9.0
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEAST = 3.0


class LassoTool(Tool):
    """Draw around a part, then drag it; a corner scales it, outside its frame turns it.

    Enter, a click elsewhere or another tool lays it down; Escape puts it back.
    """

    _path: list[QPointF] | None = None
    _layer: Layer | None = None
    _canvas: Canvas | None = None
    _piece: Lifted | None = None
    _picture = QImage()
    _frame = QRectF()
    _to_now = QTransform()
    _before = QTransform()
    _grip = ""
    _start = QPointF()
    _zoom = 1.0

    def press(self, point: PenPoint) -> None:
        self._start, self._before = point.place, QTransform(self._to_now)
        self._grip = self._grip_at(point.place)
        if self._grip:
            if self._piece is None:
                self._lift()
            if self._piece is None:
                self._grip = ""
            return
        self.put_down()
        self.desk.select(None)
        self._path = [point.place]

    def move(self, points: Sequence[PenPoint]) -> None:
        if self._path is not None:
            self._path += [point.place for point in points]
        elif self._grip:
            self._drag(points[-1])
        self._redraw()

    def release(self) -> None:
        path, self._path, self._grip = self._path, None, ""
        if path is None:
            return
        outline = QPolygonF(path)
        box = outline.boundingRect()
        if box.width() >= _LEAST and box.height() >= _LEAST:
            coverage = Coverage()
            coverage.fill([[(point.x(), point.y()) for point in path]])
            self.desk.select(Selection(outline, coverage))
            self._frame, self._to_now = box, QTransform()
        self._redraw()

    def cancel(self) -> None:
        if self._path is not None:
            self._path = None
        elif self._piece is not None:
            self._forget()
            self.desk.is_busy = False
            self.desk.sheet.forget()
            self.desk.update_content()
        else:
            self.desk.select(None)
        self._redraw()

    def put_down(self) -> None:
        """Lay down what was lifted, where it is now."""
        piece, canvas, layer = self._piece, self._canvas, self._layer
        if piece is None or canvas is None or layer is None:
            return
        if self._to_now.isIdentity():
            self.cancel()
            self.desk.select(None)
            return
        before = {(tile.x, tile.y): tile.digest for tile in layer.tiles}
        laid(canvas, transformed(piece, _matrix(self._to_now)))
        canvas.commit()
        after = {(tile.x, tile.y): tile.digest for tile in canvas.layer.tiles}
        changes = {
            place: after.get(place)
            for place in before.keys() | after.keys()
            if before.get(place) != after.get(place)
        }
        self._forget()
        self.desk.select(None)
        self.desk.is_busy = False
        self.desk.sheet.forget()
        self.desk.paint(layer, changes, tr("Move selection"))

    def paint(self, painter: QPainter, to_view: QTransform) -> None:
        self._zoom = abs(to_view.determinant()) ** 0.5
        if self._piece is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(self._to_now * to_view, combine=True)
            painter.drawImage(QPointF(self._piece.x, self._piece.y), self._picture)
            painter.restore()
        line = QPolygonF(self._path) if self._path is not None else self._outline()
        if line.isEmpty():
            return
        _draw_ants(painter, to_view.map(line), closed=self._path is None)
        if self._path is None and self.desk.selection is not None:
            self._draw_handles(painter, to_view)

    # Inside

    def _outline(self) -> QPolygonF:
        selection = self.desk.selection
        return self._to_now.map(selection.outline) if selection is not None else QPolygonF()

    def _corners(self) -> list[QPointF]:
        box = self._frame
        corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
        return [self._to_now.map(corner) for corner in corners]

    def _grip_at(self, point: QPointF) -> str:
        """What a press there takes hold of: a corner's number, the inside, or what turns it."""
        if self.desk.selection is None:
            return ""
        near = 1.6 * _HANDLE / max(self._zoom, 0.01)
        for number, corner in enumerate(self._corners()):
            if QLineF(corner, point).length() <= near:
                return f"{number}"
        if QPolygonF(self._corners()).containsPoint(point, Qt.FillRule.OddEvenFill):
            return "inside"
        outside = min(QLineF(corner, point).length() for corner in self._corners())
        return "turn" if self._piece is not None and outside <= 4 * near else ""

    def _drag(self, point: PenPoint) -> None:
        now, middle = point.place, self._before.map(self._frame.center())
        change = QTransform()
        if self._grip == "inside":
            by = now - self._start
            change.translate(round(by.x()), round(by.y()))
        elif self._grip == "turn":
            angle = degrees(_angle(middle, now) - _angle(middle, self._start))
            if point.modifiers & _SHIFT:
                angle = round(angle / 15) * 15
            change.translate(middle.x(), middle.y()).rotate(angle)
            change.translate(-middle.x(), -middle.y())
        else:
            change = self._scaled(int(self._grip), now, free=bool(point.modifiers & _SHIFT))
            self._to_now = change * self._before
            return
        self._to_now = self._before * change

    def _scaled(self, corner: int, now: QPointF, *, free: bool) -> QTransform:
        """Scaling in the piece's own frame about the corner across; `free` along each side."""
        box = self._frame
        corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
        fixed, held = corners[(corner + 2) % 4], corners[corner]
        back, _ = self._before.inverted()
        moved = back.map(now - self._start + self._before.map(held))
        way, span = moved - fixed, held - fixed
        across = way.x() / span.x() if span.x() else 1.0
        down = way.y() / span.y() if span.y() else 1.0
        if not free:
            length = span.x() ** 2 + span.y() ** 2
            across = down = (way.x() * span.x() + way.y() * span.y()) / length if length else 1.0
        made = QTransform()
        made.translate(fixed.x(), fixed.y()).scale(_kept(across), _kept(down))
        made.translate(-fixed.x(), -fixed.y())
        return made

    def _lift(self) -> None:
        layer, selection = self.desk.layer_to_paint(), self.desk.selection
        if layer is None or selection is None:
            return
        canvas = self.desk.canvas(layer)
        piece = lift(canvas, selection.coverage)
        if piece is None:
            self.desk.board.refused.emit(tr("Nothing is drawn there on this layer."))
            return
        canvas.commit()
        self._layer, self._canvas, self._piece = layer, canvas, piece
        self._picture = straight_rgba(eight_bits(piece.picture))
        self.desk.is_busy = True
        self.desk.sheet.show_instead(canvas.layer)
        self._redraw()

    def _forget(self) -> None:
        self._piece = self._canvas = self._layer = None
        self._to_now = QTransform()

    def _redraw(self) -> None:
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())

    def _draw_handles(self, painter: QPainter, to_view: QTransform) -> None:
        theme = theme_of(self.desk.palette)
        corners = [to_view.map(corner) for corner in self._corners()]
        painter.setPen(QPen(theme.selection, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(corners))
        painter.setBrush(theme.surface)
        for corner in corners:
            painter.drawRect(
                QRectF(-_HANDLE / 2, -_HANDLE / 2, _HANDLE, _HANDLE).translated(corner)
            )


def _draw_ants(painter: QPainter, line: QPolygonF, *, closed: bool) -> None:
    """A dashed line that is legible on any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, style in (
        (Qt.GlobalColor.white, Qt.PenStyle.SolidLine),
        (Qt.GlobalColor.black, Qt.PenStyle.DashLine),
    ):
        painter.setPen(QPen(colour, 1, style))
        if closed:
            painter.drawPolygon(line)
        else:
            painter.drawPolyline(line)


def _matrix(transform: QTransform) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array(
        [
            [transform.m11(), transform.m21(), transform.dx()],
            [transform.m12(), transform.m22(), transform.dy()],
        ]
    )


def _angle(about: QPointF, point: QPointF) -> float:
    return atan2(point.y() - about.y(), point.x() - about.x())


def _kept(scale: float) -> float:
    """A scale that leaves something to hold."""
    return scale if hypot(scale) >= 0.01 else 0.01
