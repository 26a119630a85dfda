"""What the hand draws over the nodes: a wire on the cursor, a box, a knife, guides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.painting import Look, wire_path
from widgets.canvas.snapping import Guide

_ENDLESS = 1e5
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


class Overlay(QGraphicsItem):
    """Lies over everything and takes no input."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._drawn = NOTHING
        self._bounds = QRectF()
        self.setZValue(10)

    def draw(self, drawn: Drawn) -> None:
        """Draw this instead of what was drawn."""
        if drawn == self._drawn:
            return
        self.prepareGeometryChange()
        self.scene().update(self._bounds)  # Qt does not know where it was painted from afar
        self._drawn, self._bounds = drawn, _bounds(drawn)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self.paint_by(painter)

    def paint_by(self, painter: QPainter) -> None:
        """Paint what is drawn."""
        theme, drawn = self.look.theme, self._drawn
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
            painter.drawLine(_guide_line(guide))

    def _paint_lasso(self, painter: QPainter, lasso: tuple[QPointF, ...]) -> None:
        fill = QColor(self.look.theme.selection)
        fill.setAlpha(36)
        painter.setPen(_cosmetic(self.look.theme.selection, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(lasso))


def _bounds(drawn: Drawn) -> QRectF:
    rect = QRectF()
    for wire in drawn.wires:
        rect = rect.united(wire_path(*wire).controlPointRect().adjusted(-8, -8, 8, 8))
    if drawn.lasso:
        rect = rect.united(QPolygonF(drawn.lasso).boundingRect().adjusted(-4, -4, 4, 4))
    if drawn.box is not None:
        rect = rect.united(drawn.box.adjusted(-4, -4, 4, 4))
    if drawn.knife is not None:
        rect = rect.united(QRectF(*drawn.knife).normalized().adjusted(-8, -8, 8, 8))
    for guide in drawn.guides:
        line = _guide_line(guide)
        rect = rect.united(QRectF(line.p1(), line.p2()).adjusted(-4, -4, 4, 4))
    return rect


def _guide_line(guide: Guide) -> QLineF:
    if guide.is_upright:
        return QLineF(guide.at, -_ENDLESS, guide.at, _ENDLESS)
    return QLineF(-_ENDLESS, guide.at, _ENDLESS, guide.at)


def _cosmetic(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
