"""The whole level, small, in a corner: shows what is seen, and leads the eye elsewhere."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.canvas.panned_view import PannedView
from widgets.canvas.scene import CanvasScene
from widgets.theme import mixed
from widgets.words import tr

_EDGE = 6.0
_AWAY = 12


class Minimap(QWidget):
    """A small picture of a scene over its view. Nodes are painted once after each change."""

    def __init__(self, scene: CanvasScene, view: PannedView, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene, self._view = scene, view
        self._picture: QPixmap | None = None
        self._area = QRectF()
        self.setAccessibleName(tr("Minimap"))
        self.setToolTip(tr("Drag to look elsewhere"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        scene.changed_places.connect(self._on_places_changed)
        scene.selection_changed.connect(self._on_places_changed)
        view.looked.connect(self.update)
        view.installEventFilter(self)
        self.hide()

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        return QSize(unit * 14, unit * 9)

    def toggle(self) -> None:
        """Come up or go away."""
        self._picture = None
        self._settle()
        self.setVisible(not self.isVisible())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._scene.look.theme
        if self._picture is None:
            self._picture = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(self._to_map(self._view.seen().topLeft()), QPointF())
        seen.setBottomRight(self._to_map(self._view.seen().bottomRight()))
        fill = QColor(theme.selection)
        fill.setAlpha(28)
        painter.setPen(QPen(theme.selection, 1.5))
        painter.setBrush(fill)
        painter.drawRect(seen.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._lead(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._lead(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._picture = None
        self.update()

    def _lead(self, event: QMouseEvent) -> None:
        self._view.look_from(self._to_scene(event.position()), self._view.scale_now)
        event.accept()

    def _on_places_changed(self) -> None:
        self._picture = None
        self.update()

    def _settle(self) -> None:
        self.resize(self.sizeHint())
        room = self._view.geometry()
        x, y = room.right() - self.width() - _AWAY, room.bottom() - self.height() - _AWAY
        self.move(max(room.left(), x), max(room.top(), y))
        self._picture = None

    def _painted(self) -> QPixmap:
        scene, theme = self._scene, self._scene.look.theme
        self._area = scene.bounds() or QRectF(0, 0, 1, 1)
        ratio = self.devicePixelRatioF()
        picture = QPixmap((self.size() * ratio).expandedTo(QSize(1, 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(mixed(theme.canvas, theme.surface, 0.5))
        painter = QPainter(picture)
        for colour, boxes in self._boxes().items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRects(boxes)
        painter.setPen(QPen(theme.border, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        return picture

    def _boxes(self) -> dict[str, list[QRectF]]:
        """The nodes by their colour, backdrops first."""
        scene, theme = self._scene, self._scene.look.theme
        scale, shift = self._fit()
        corners = (scene.places.corners * scale + shift).tolist()
        sizes = np.maximum(scene.places.sizes * scale, 1.5).tolist()
        selected, found = set(scene.selected), dict[str, list[QRectF]]()
        grounds = set(scene.grounds)
        order = [*scene.grounds, *(one for one in scene.ids if one not in grounds)]
        for node_id in order:
            row = scene.places.rows[node_id]
            colour = theme.category(scene.face(node_id).shape.category)
            if node_id in grounds:
                tint = scene.face(node_id).tint
                own = QColor(tint) if tint else theme.border
                colour = mixed(theme.canvas, theme.selection if node_id in selected else own, 0.4)
            elif node_id in selected:
                colour = theme.selection
            found.setdefault(colour.name(), []).append(QRectF(*corners[row], *sizes[row]))
        return found

    def _fit(self) -> tuple[float, tuple[float, float]]:
        """Scale and shift from the scene to the picture."""
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        area = self._area
        scale = min(room.width() / max(area.width(), 1), room.height() / max(area.height(), 1))
        middle = room.center() - area.center() * scale
        return scale, (middle.x(), middle.y())

    def _to_map(self, point: QPointF) -> QPointF:
        scale, (dx, dy) = self._fit()
        return point * scale + QPointF(dx, dy)

    def _to_scene(self, point: QPointF) -> QPointF:
        scale, (dx, dy) = self._fit()
        return (point - QPointF(dx, dy)) / scale
