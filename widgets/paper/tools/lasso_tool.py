"""Selecting a part of the drawing, and moving, turning and scaling it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF, QTransform

from pipelines.painting.canvas import Canvas
from pipelines.painting.composite import eight_bits
from pipelines.painting.coverage import Coverage
from pipelines.painting.lifted import Lifted, laid, lift, transformed
from pipelines.panels import Layer
from widgets.paper.desk import Selection
from widgets.paper.tools.frame_drag import PIVOT, FrameDrag
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.pictures import straight_rgba
from widgets.theme import theme_of
from widgets.words import tr

_LEAST = 3.0


class LassoTool(Tool):
    """Draw around a part, then drag it; a corner scales it, outside its frame turns it.

    Enter, a click elsewhere or another tool lays it down; Escape puts it back.
    """

    _path: list[QPointF] | None = None
    _panel = ""
    """Where the piece was lifted; it is laid down there."""
    _layer: Layer | None = None
    _canvas: Canvas | None = None
    _piece: Lifted | None = None
    _picture = QImage()
    _drag: FrameDrag | None = None
    _zoom = 1.0

    def press(self, point: PenPoint) -> None:
        drag = self._drag if self.desk.selection is not None else None
        if drag is not None and drag.take(point, self._zoom, turns=self._piece is not None):
            if self._piece is None and drag.grip != PIVOT:
                self._lift()
                if self._piece is None:
                    drag.release()
            return
        self.put_down()
        self.desk.select(None)
        self._path = [point.place]

    def move(self, points: Sequence[PenPoint]) -> None:
        if self._path is not None:
            self._path += [point.place for point in points]
        elif self._drag is not None:
            self._drag.drag(points[-1])
        self._redraw()

    def release(self) -> None:
        path, self._path = self._path, None
        if self._drag is not None:
            self._drag.release()
        if path is None:
            return
        outline = QPolygonF(path)
        box = outline.boundingRect()
        if box.width() >= _LEAST and box.height() >= _LEAST:
            coverage = Coverage()
            coverage.fill([[(point.x(), point.y()) for point in path]])
            self.desk.select(Selection(outline, coverage))
            layer = self.desk.board.layer
            pivot = layer.pivot if layer is not None else None
            about = QPointF(*pivot) if pivot is not None else None
            self._drag = FrameDrag(box, about, shows_pivot=pivot is not None)
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
        drag = self._drag
        if drag is None or drag.is_still:
            self.cancel()
            self.desk.select(None)
            return
        before = {(tile.x, tile.y): tile.digest for tile in layer.tiles}
        laid(canvas, transformed(piece, drag.matrix))
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
        self.desk.paint(layer, changes, tr("Move selection"), panel=self._panel)

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
        draw_ants(painter, to_view.map(line), closed=self._path is None)
        if self._path is None and self.desk.selection is not None:
            drag = self._drag
            if drag is not None:
                drag.paint(painter, theme_of(self.desk.palette), to_view)

    # Inside

    def _outline(self) -> QPolygonF:
        selection = self.desk.selection
        return self._to_now.map(selection.outline) if selection is not None else QPolygonF()

    @property
    def _to_now(self) -> QTransform:
        return self._drag.to_now if self._drag is not None else QTransform()

    def _lift(self) -> None:
        layer, selection = self.desk.layer_to_paint(), self.desk.selection
        if layer is None or selection is None:
            return
        self._panel = self.desk.board.panel_id
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
        if self._drag is not None:
            self._drag = self._drag.anew()

    def _redraw(self) -> None:
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())


def draw_ants(painter: QPainter, line: QPolygonF, *, closed: bool) -> None:
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
