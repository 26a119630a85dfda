"""What the hand draws over the nodes: a wire on the cursor, a box, a knife, guides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from widgets.canvas.scene import CanvasScene
from widgets.canvas.snapping import Guide
from widgets.canvas.wire_shapes import wire_path

_DOT = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What is drawn; `wires` run from an output to a socket and carry `value`."""

    wires: tuple[tuple[QPointF, QPointF], ...] = ()
    dots: tuple[QPointF, ...] = ()
    lasso: tuple[QPointF, ...] = ()
    value: str | None = None
    box: QRectF | None = None
    knife: tuple[QPointF, QPointF] | None = None
    guides: tuple[Guide, ...] = ()


NOTHING = Drawn()


class Overlay:
    """Lies over everything and takes no input."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._drawn = NOTHING
        self._bounds: list[QRectF] = []

    def draw(self, drawn: Drawn) -> None:
        """Draw this instead of what was drawn."""
        if drawn == self._drawn:
            return
        before, self._bounds = self._bounds, _bounds(drawn)
        self._drawn = drawn
        for rect in (*before, *self._bounds):
            self._scene.dirtied.emit(rect)

    def paint(self, painter: QPainter) -> None:
        """Paint what is drawn."""
        if self._drawn is NOTHING:
            return
        theme, drawn = self._scene.look.theme, self._drawn
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.value(drawn.value), 3.0))
        for wire in drawn.wires:
            painter.drawPath(wire_path(*wire))
        painter.setBrush(theme.value(drawn.value))
        for dot in drawn.dots:
            painter.drawEllipse(dot, _DOT, _DOT)
        if drawn.lasso:
            self._paint_lasso(painter, drawn.lasso)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if drawn.box is not None:
            fill = QColor(theme.selection)
            fill.setAlpha(36)
            painter.setPen(_cosmetic(theme.selection, 1.0))
            painter.setBrush(fill)
            painter.drawRect(drawn.box)
        if drawn.knife is not None:
            painter.setPen(_cosmetic(theme.refusal, 2.0, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(*drawn.knife))
        painter.setPen(_cosmetic(theme.selection, 1.0))
        for guide in drawn.guides:
            painter.drawLine(QLineF(*_guide_ends(guide)))

    def _paint_lasso(self, painter: QPainter, lasso: tuple[QPointF, ...]) -> None:
        fill = QColor(self._scene.look.theme.selection)
        fill.setAlpha(36)
        painter.setPen(_cosmetic(self._scene.look.theme.selection, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(lasso))


def _bounds(drawn: Drawn) -> list[QRectF]:
    """What each thing that is drawn touches."""
    found = [wire_path(*wire).controlPointRect().adjusted(-8, -8, 8, 8) for wire in drawn.wires]
    if drawn.lasso:
        found.append(QPolygonF(drawn.lasso).boundingRect().adjusted(-4, -4, 4, 4))
    if drawn.box is not None:
        found.append(drawn.box.adjusted(-4, -4, 4, 4))
    if drawn.knife is not None:
        found.append(QRectF(*drawn.knife).normalized().adjusted(-8, -8, 8, 8))
    guides = (QRectF(*_guide_ends(guide)) for guide in drawn.guides)
    return [*found, *(rect.adjusted(-4, -4, 4, 4) for rect in guides)]


def _guide_ends(guide: Guide) -> tuple[QPointF, QPointF]:
    """The upper or left end of a guide, and the other one."""
    if guide.is_upright:
        return QPointF(guide.at, guide.start), QPointF(guide.at, guide.end)
    return QPointF(guide.start, guide.at), QPointF(guide.end, guide.at)


def _cosmetic(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
