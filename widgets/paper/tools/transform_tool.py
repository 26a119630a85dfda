"""Moving, turning and scaling a whole layer about its pivot, and with it what hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QImage, QPainter, QTransform

from pipelines.errors import StoryloomError
from pipelines.painting.composite import eight_bits
from pipelines.painting.layers import with_layer
from pipelines.painting.lifted import Lifted
from pipelines.painting.limbs import content_box, followers, lifted_whole, transformed_layer
from pipelines.painting.tiles import TileSource
from pipelines.panels import Layer, Panel
from widgets.paper.tools.frame_drag import PIVOT, FrameDrag
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.pictures import straight_rgba
from widgets.theme import theme_of
from widgets.words import told, tr


@dataclass(frozen=True, slots=True)
class _Held:
    """A layer that is off the paper."""

    layer: Layer
    piece: Lifted | None
    picture: QImage


class TransformTool(Tool):
    """Drag within the frame to move, a corner to scale, around it to turn; the cross is the pivot.

    Enter, another tool or another panel lays it down; Escape puts it back.
    """

    _drag: FrameDrag | None = None
    _framed: tuple[object, ...] = ()
    """What the frame was put around."""
    _panel: Panel | None = None
    _held: tuple[_Held, ...] = ()
    _zoom = 1.0
    _lifting: Panel | None = None
    """What the layers are being lifted off."""
    _lays_next = False
    """They are laid down as soon as they are lifted."""
    _is_laying = False

    @property
    def cursor(self) -> QCursor:
        return QCursor(Qt.CursorShape.SizeAllCursor)

    @property
    def is_holding(self) -> bool:
        return bool(self._held) or self._lifting is not None

    def press(self, point: PenPoint) -> None:
        if self.desk.layer_to_paint() is None:
            return
        drag = self._frame()
        if drag is None:
            self.desk.board.refused.emit(tr("Nothing is drawn on this layer."))
            return
        held = drag.take(point, self._zoom)
        if held and held != PIVOT and not self.is_holding:
            self._lift()

    def move(self, points: Sequence[PenPoint]) -> None:
        if self._drag is not None:
            self._drag.drag(points[-1])
            self._redraw()

    def release(self) -> None:
        drag = self._drag
        if drag is not None:
            was_pivot = drag.grip == PIVOT
            drag.release()
            if was_pivot and not self.is_holding:
                self._keep_pivot(drag.pivot)

    def cancel(self) -> None:
        """Put back what was lifted."""
        if self.is_holding and not self._is_laying:
            self._forget()
            self.desk.update_content()
        self._redraw()

    def put_down(self) -> None:
        """Lay everything down where it is now, as one step."""
        drag, panel, held = self._drag, self._panel, self._held
        self._lays_next = self._lifting is not None
        if self._is_laying or not held:
            return
        if drag is None or panel is None or self.desk.board.panel_of(panel.id) != panel:
            self.cancel()  # undone or deleted meanwhile: nothing to lay down
            return
        if drag.is_still:
            self.cancel()
            return
        pivot = drag.to_now.map(drag.pivot) if drag.has_moved_pivot else None
        about = (pivot.x(), pivot.y()) if pivot is not None else None
        matrix, tiles = drag.matrix, self.desk.board.tiles

        def change(one: Panel) -> Panel:
            for limb in held:
                layer = transformed_layer(limb.layer, limb.piece, matrix, tiles)
                if about is not None and limb is held[0]:
                    layer = replace(layer, pivot=about)
                one = with_layer(one, layer)
            return one

        self._is_laying = True
        self.desk.work.do(panel, change, tr("Transform layer"), then=self._on_laid)

    def paint(self, painter: QPainter, to_view: QTransform) -> None:
        self._zoom = abs(to_view.determinant()) ** 0.5
        drag = self._frame()
        if drag is None:
            return
        if self._held and self._panel is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(drag.to_now * to_view, combine=True)
            by_id = {one.layer.id: one for one in self._held}
            for layer in self._panel.layers:
                one = by_id.get(layer.id)
                if one is not None and one.piece is not None and layer.visible:
                    painter.setOpacity(layer.opacity)
                    painter.drawImage(QPointF(one.piece.x, one.piece.y), one.picture)
            painter.restore()
        drag.paint(painter, theme_of(self.desk.palette), to_view)

    # Inside

    def _frame(self) -> FrameDrag | None:
        """The frame around the layer in hand; none where nothing is painted."""
        if self.is_holding:
            return self._drag
        layer = self.desk.board.layer
        around = (layer.tiles, layer.pivot, layer.id) if layer is not None else ()
        if around != self._framed:
            self._framed = around
            self._drag = self._made_frame(layer) if layer is not None else None
        return self._drag

    def _made_frame(self, layer: Layer) -> FrameDrag | None:
        try:
            box = content_box(layer, self.desk.board.tiles)
        except StoryloomError as error:
            self.desk.board.refused.emit(told(error))
            return None
        if box is None:
            return None
        left, top, right, bottom = box
        pivot = QPointF(*layer.pivot) if layer.pivot is not None else None
        return FrameDrag(QRectF(left, top, right - left, bottom - top), pivot)

    def _lift(self) -> None:
        """Take the layer in hand off the paper, and all that follows it."""
        panel, layer = self.desk.board.panel, self.desk.board.layer
        if panel is None or layer is None:
            return
        beneath = followers(panel.layers, layer.id)
        moving = [layer, *(one for one in panel.layers if one.id in beneath and one is not layer)]
        tiles = self.desk.board.tiles

        def work() -> tuple[_Held, ...]:
            return tuple(_taken(one, tiles) for one in moving)

        def take(held: tuple[_Held, ...]) -> None:
            if self._lifting is panel:  # otherwise it was given up meanwhile
                self._on_lifted(panel, held)

        self._lifting = panel
        self.desk.is_busy = True
        self.desk.work.make(work, take, refuse=self.cancel)

    def _on_lifted(self, panel: Panel, held: tuple[_Held, ...]) -> None:
        lays, self._lifting, self._lays_next = self._lays_next, None, False
        self._panel, self._held = panel, held
        self.desk.show_without([one.layer.id for one in held])
        self._redraw()
        if lays:
            self.put_down()

    def _keep_pivot(self, pivot: QPointF) -> None:
        panel, layer = self.desk.board.panel, self.desk.board.layer
        if panel is not None and layer is not None:
            moved = replace(layer, pivot=(round(pivot.x(), 2), round(pivot.y(), 2)))
            if moved != layer:
                self.desk.board.put(with_layer(panel, moved), tr("Move pivot"))

    def _on_laid(self) -> None:
        self._forget()
        self.desk.update_content()
        self._redraw()

    def _forget(self) -> None:
        """Hold nothing; the paper shows the panel as it is again."""
        self._held, self._panel, self._drag, self._framed = (), None, None, ()
        self._lifting, self._lays_next, self._is_laying = None, False, False
        self.desk.is_busy = False

    def _redraw(self) -> None:
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())


def _taken(layer: Layer, tiles: TileSource) -> _Held:
    piece = lifted_whole(layer, tiles)
    picture = straight_rgba(eight_bits(piece.picture)) if piece is not None else QImage()
    return _Held(layer, piece, picture)
