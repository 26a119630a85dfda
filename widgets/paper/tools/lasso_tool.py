"""Selecting a part of the drawing, and moving, turning and scaling it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform

from pipelines.masking.patches import changes_between
from pipelines.painting.canvas import Canvas
from pipelines.painting.composite import eight_bits
from pipelines.painting.coverage import Coverage
from pipelines.painting.lifted import Lifted, laid, lift, transformed
from pipelines.painting.tiles import Changes
from pipelines.panels import Layer
from widgets.paper.desk import Selection
from widgets.paper.tools.frame_drag import PIVOT, FrameDrag
from widgets.paper.tools.handles import draw_ants
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
    _is_lifting = False
    _is_laying = False
    _lays_next = False
    """It is laid down as soon as it is lifted."""

    @property
    def is_holding(self) -> bool:
        return self._path is not None or self._is_lifting or self._piece is not None

    @property
    def shows_selection(self) -> bool:
        return True

    def press(self, point: PenPoint) -> None:
        drag = self._drag if self.desk.selection is not None else None
        if drag is not None and drag.take(point, self._zoom, turns=self._piece is not None):
            if self._piece is None and drag.grip != PIVOT:
                self._lift()
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
        if box.width() < _LEAST or box.height() < _LEAST:
            self._redraw()
            return

        def cover() -> Coverage:
            coverage = Coverage()
            coverage.fill([[(point.x(), point.y()) for point in path]])
            return coverage

        def take(coverage: Coverage) -> None:
            if self._path is path:  # otherwise it was given up meanwhile
                self._path = None
                self._select(Selection(outline, coverage))

        self._path = path
        self.desk.work.make(cover, take)

    def cancel(self) -> None:
        if self._is_laying:
            return
        if self._path is not None:
            self._path = None
        elif self._piece is not None or self._is_lifting:
            self._forget()
            self.desk.is_busy = False
            self.desk.sheet.forget()
            self.desk.update_content()
        else:
            self.desk.select(None)
        self._redraw()

    def put_down(self) -> None:
        """Lay down what was lifted, where it is now."""
        piece, canvas, layer, drag = self._piece, self._canvas, self._layer, self._drag
        self._lays_next = self._is_lifting
        if piece is None or canvas is None or layer is None or self._is_laying:
            return
        if drag is None or drag.is_still:
            self.cancel()
            self.desk.select(None)
            return
        matrix = drag.matrix

        def lay() -> Changes:
            laid(canvas, transformed(piece, matrix))
            canvas.commit()
            return changes_between(layer.tiles, canvas.layer.tiles)

        self._is_laying = True
        self.desk.select(None)
        name = tr("Move selection")
        self.desk.paint_aside(layer, lay, name, panel=self._panel, then=self._on_laid)

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

    def _select(self, selection: Selection) -> None:
        self.desk.select(selection)
        layer = self.desk.board.layer
        pivot = layer.pivot if layer is not None else None
        about = QPointF(*pivot) if pivot is not None else None
        box = selection.outline.boundingRect()
        self._drag = FrameDrag(box, about, shows_pivot=pivot is not None)
        self._redraw()

    def _lift(self) -> None:
        """Take what is selected off the paper; the frame can be dragged at once."""
        layer, selection = self.desk.layer_to_paint(), self.desk.selection
        if layer is None or selection is None:
            self._forget()
            return
        canvas = self.desk.canvas(layer)

        def work() -> tuple[Lifted, QImage] | None:
            piece = lift(canvas, selection.coverage)
            canvas.commit()
            return (piece, straight_rgba(eight_bits(piece.picture))) if piece is not None else None

        def take(found: tuple[Lifted, QImage] | None) -> None:
            if self._is_lifting and self._canvas is canvas:
                self._on_lifted(found)

        self._panel, self._layer, self._canvas = self.desk.board.panel_id, layer, canvas
        self._is_lifting = self.desk.is_busy = True
        self.desk.work.make(work, take, refuse=self.cancel)

    def _on_lifted(self, found: tuple[Lifted, QImage] | None) -> None:
        lays, canvas = self._lays_next, self._canvas
        if found is None or canvas is None:
            self.desk.board.refused.emit(tr("Nothing is drawn there on this layer."))
            self.cancel()
            return
        self._is_lifting = self._lays_next = False
        self._piece, self._picture = found
        self.desk.sheet.show_instead(canvas.layer)
        self._redraw()
        if lays:
            self.put_down()

    def _on_laid(self) -> None:
        self._forget()
        self.desk.sheet.forget()

    def _forget(self) -> None:
        self._piece = self._canvas = self._layer = None
        self._is_lifting = self._is_laying = self._lays_next = False
        if self._drag is not None:
            self._drag = self._drag.anew()

    def _redraw(self) -> None:
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())
