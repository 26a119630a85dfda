"""The eye on a scene: pan, zoom, wheel, touchpad and pinch. It begins no gesture of the hand."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QInputDevice,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from widgets.canvas.repainting import LITTLE
from widgets.canvas.scene import CanvasScene

LEAST_SCALE, MOST_SCALE = 0.02, 4.0
_STEP = 1.2
_REST = 90
"""Milliseconds without a zoom after which everything is painted sharp."""
_HASTY, _SLICE, _NEXT_SLICE = 0.002, 0.005, 5
"""How many seconds a painting makes new pictures while the eye zooms, and once it rests;
milliseconds to the next one."""
_MOST_STRIPS = 4
"""Up to how many parts of the view are painted each by itself."""


class PannedView(QAbstractScrollArea):
    """Looks at a CanvasScene: a point p of the scene is seen at p * scale + origin, whose origin
    is whole pixels, so that a pan moves what is painted already.
    """

    zoomed = Signal(float)
    looked = Signal()
    """Another part of the scene is seen."""

    def __init__(self, scene: CanvasScene, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = scene
        self._scale = 1.0
        self._origin = QPoint()
        self._keeps_all = True
        self._rest = QTimer(self, singleShot=True)
        self._is_sharpening = False
        self._rest.timeout.connect(self._on_rested)
        scene.dirtied.connect(self._on_dirtied)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    @property
    def scale_now(self) -> float:
        return self._scale

    def to_scene(self, point: QPoint | QPointF) -> QPointF:
        """The point of the scene that is seen at a point of the viewport."""
        return QPointF(point - self._origin) / self._scale

    def from_scene(self, point: QPointF) -> QPoint:
        """Where a point of the scene is seen on the viewport."""
        return (point * self._scale).toPoint() + self._origin

    def rect_from_scene(self, rect: QRectF) -> QRect:
        """Where a rectangle of the scene is seen on the viewport, rounded outwards."""
        scale, x, y = self._scale, self._origin.x(), self._origin.y()
        left, top = rect.x() * scale + x, rect.y() * scale + y
        return QRectF(left, top, rect.width() * scale, rect.height() * scale).toAlignedRect()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom, keeping what lies under a point of the viewport (else its middle) there."""
        scale = min(max(self.scale_now * factor, LEAST_SCALE), MOST_SCALE)
        factor = scale / self.scale_now
        if factor == 1.0:
            return
        point = at if at is not None else QPointF(self.viewport().rect().center())
        fixed = self.to_scene(point)
        self._scale = self._canvas.scale = scale
        self._origin = (point - fixed * scale).toPoint()
        self._keeps_all = False
        self.viewport().update()
        self.looked.emit()
        self.zoomed.emit(scale)

    def zoom_on(self, factor: float, at: QPointF | None = None) -> None:
        """One of many steps by which a hand zooms: sharp only when it rests."""
        self._canvas.look.is_hasty = True
        self._is_sharpening = True
        self._rest.start(_REST)
        self.zoom(factor, at)

    @Slot()
    def _on_rested(self) -> None:
        self._canvas.look.is_hasty = False
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Zoom to a scale: 1 is full size."""
        self.zoom(scale / self.scale_now)

    def pan(self, dx: int, dy: int) -> None:
        """Move the picture by pixels."""
        self._scroll(QPoint(-dx, -dy))

    def look_at(self, rect: QRectF, *, most: float = 1.0) -> None:
        """Show a rectangle whole, no larger than `most`."""
        if rect.isEmpty():
            return
        room = self.viewport().rect().adjusted(40, 40, -40, -40)
        fit = min(max(room.width(), 1) / rect.width(), max(room.height(), 1) / rect.height())
        self.set_scale(min(fit, most))
        middle = self.from_scene(rect.center()) - self.viewport().rect().center()
        self._scroll(middle)

    def show_all(self) -> None:
        """Show every node, also after the window's size changes, until the eye is moved."""
        self.look_at(self._canvas.bounds())
        self._keeps_all = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._keeps_all:
            self.show_all()
        self.looked.emit()

    def show_node(self, node_id: str) -> None:
        """Bring a node into sight if it is not."""
        rect = self._canvas.node_rect(node_id)
        if not self.seen().contains(rect):
            self._scroll(self.from_scene(rect.center()) - self.viewport().rect().center())

    def show_rect(self, rect: QRectF) -> None:
        """Bring a rectangle into the middle, smaller if it does not fit otherwise."""
        fit = min(self.seen().width() / rect.width(), self.seen().height() / rect.height(), 1.0)
        self.look_from(rect.center(), self.scale_now * (fit * 0.9 if fit < 1.0 else 1.0))

    def seen(self) -> QRectF:
        """The part of the scene that is in sight."""
        return self._scene_rect(self.viewport().rect())

    def look_from(self, middle: QPointF, scale: float) -> None:
        """Show a point of the scene in the middle, at a scale."""
        self.set_scale(scale)
        self._scroll(self.from_scene(middle) - self.viewport().rect().center())

    @property
    def eye(self) -> tuple[QPoint, float]:
        """Where the eye is: what `look_again` goes back to."""
        return QPoint(self._origin), self._scale

    def look_again(self, eye: tuple[QPoint, float]) -> None:
        """Look from where the eye was."""
        origin, scale = eye
        self.set_scale(scale)
        self._scroll(self._origin - origin)

    def keep_place(self) -> None:
        """From now on a change of the window's size does not move the eye."""
        self._keeps_all = False

    def _scroll(self, way: QPoint) -> None:
        self._keeps_all = False
        self._origin -= way
        self.viewport().scroll(-way.x(), -way.y())
        self.looked.emit()

    def _scene_rect(self, rect: QRect) -> QRectF:
        size = QPointF(rect.width(), rect.height()) / self._scale
        corner = self.to_scene(rect.topLeft())
        return QRectF(corner, corner + size)

    def _on_dirtied(self, rect: QRectF) -> None:
        self.viewport().update(self.rect_from_scene(rect).adjusted(-1, -1, 1, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._canvas.look
        look.is_blurred = False
        look.spare = _HASTY if look.is_hasty else _SLICE if self._is_sharpening else math.inf
        self._paint_strips(_strips(event))
        look.spare = math.inf
        if self._is_sharpening and not look.is_hasty:
            if look.is_blurred:
                self._rest.start(_NEXT_SLICE)
            self._is_sharpening = look.is_blurred

    def _paint_strips(self, strips: list[QRect]) -> None:
        """Each strip by itself: Qt is slow where it must cut what it paints at several."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        x, y, scale = self._origin.x(), self._origin.y(), self._scale
        for strip in strips:
            painter.resetTransform()
            painter.setClipRect(strip)
            painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))
            self._canvas.paint(painter, self._scene_rect(strip))
            self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the nodes."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn, is_pad = event.angleDelta(), _is_pad(event)
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.pan(turn.y() or turn.x(), 0)
        elif is_pad and not keys & Qt.KeyboardModifier.ControlModifier:
            way = event.pixelDelta()
            way = turn / 2 if way.isNull() else way
            self.pan(way.x(), way.y())
        elif turn.y():
            self.zoom_on(_STEP ** (turn.y() / 120), event.position())
        else:
            self.pan(turn.x(), 0)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._on_native_gesture(event)
        return super().viewportEvent(event)

    def _on_native_gesture(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_on(max(0.2, 1.0 + event.value()), event.position())
            case Qt.NativeGestureType.PanNativeGesture:
                way = event.delta()
                self.pan(round(way.x()), round(way.y()))
            case Qt.NativeGestureType.SmartZoomNativeGesture:
                self.show_all()
            case _:
                return False
        return True


def _is_pad(event: QWheelEvent) -> bool:
    """Whether two fingers on a touchpad made this, and not a wheel."""
    if event.device().type() == QInputDevice.DeviceType.TouchPad:
        return True
    return not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase


def _strips(event: QPaintEvent) -> list[QRect]:
    """What is painted: the strips that a pan uncovers, or all in one go where that is little more
    than the parts."""
    region = event.region()
    whole, parts = region.boundingRect(), list(region)  # type: ignore[call-overload] - QRegion can be iterated
    spared = whole.width() * whole.height() - sum(one.width() * one.height() for one in parts)
    return [whole] if spared < LITTLE or len(parts) > _MOST_STRIPS else parts
