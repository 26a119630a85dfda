"""The picture itself: painted, zoomed, compared with another; words where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from nodes.frame_serving.messages import ArrivedFrame, FrameState, Raster
from pipelines.values import ClipFormat
from widgets.pictures import AlphaView, difference, pixel_at, to_qimage
from widgets.theme import Theme, theme_of
from widgets.viewer.backdrop import ground, paint_badge, paint_checks, paint_words
from widgets.viewer.framing import Framing, centred, fitted, next_step

_NEAR_WIPE = 8.0
_WHEEL_ZOOM = 1.2
_SHARP_FROM = 2.0
"""Screen pixels for one of the picture, from which on a zoomed one is shown in squares."""


class CompareMode(StrEnum):
    """How a second picture is shown with the first."""

    OFF = "off"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side by side"
    DIFFERENCE = "difference"


@dataclass(slots=True)
class _Layer:
    """One of the two pictures, as it arrived and as it is painted."""

    arrived: ArrivedFrame | None = None
    image: QImage | None = None
    format: ClipFormat | None = None

    def take(self, arrived: ArrivedFrame) -> None:
        """Another frame, or words; while one fails, the format is still that of the others."""
        self.arrived = arrived
        if arrived.answer.strip is not None:
            self.format = arrived.answer.strip.format
        elif arrived.answer.state is FrameState.EMPTY:
            self.format = None

    @property
    def raster(self) -> Raster | None:
        return self.arrived.raster if self.arrived is not None else None


class PictureView(QWidget):
    """Paints the frames it is given. Knows no time and asks for nothing."""

    picture_changed = Signal()
    """Another picture is shown, or none."""
    framing_changed = Signal()
    """Another zoom or place: more of the picture's pixels may be wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.framing = Framing()
        self.is_fitted = True
        self.alpha = AlphaView.CHECKERBOARD
        self.compare = CompareMode.OFF
        self.gain = 4
        self.wipe = 0.5
        self._a = _Layer()
        self._b = _Layer()
        self._apart: QImage | None = None
        self._pans_with_left = False
        self._dragged = ""
        self._drag_from = QPointF()
        self._pointer: QPointF | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.setAccessibleName("Picture")

    # What is shown

    def show_arrived(self, arrived: ArrivedFrame, *, compared: bool = False) -> None:
        """Show a frame, or the words that came instead."""
        layer = self._b if compared else self._a
        before = self.picture_size
        layer.take(arrived)
        self._convert(layer)
        if self.picture_size != before and self.is_fitted:
            self.fit()
        self.update()
        self.picture_changed.emit()

    def clear(self, *, compared: bool = False) -> None:
        """Show nothing."""
        layer = self._b if compared else self._a
        layer.arrived = layer.image = layer.format = self._apart = None
        self.update()
        self.picture_changed.emit()

    def set_alpha(self, alpha: AlphaView) -> None:
        """Show transparency in another way."""
        self.alpha = alpha
        self._convert(self._a)
        self._convert(self._b)
        self.update()

    def set_compare(self, mode: CompareMode) -> None:
        """Show the second picture in another way."""
        self.compare = mode
        self._apart = None
        if self.is_fitted:
            self.fit()
        self.update()

    def set_gain(self, gain: int) -> None:
        """How much brighter a difference is shown: 1, 2, 4 ... 64 times."""
        self.gain = gain
        self._apart = None
        self.update()

    @property
    def picture_size(self) -> QSizeF:
        """The size of the first picture in its own pixels, whatever was sent of it."""
        shown = self._a.format or self._b.format
        return QSizeF(shown.width, shown.height) if shown is not None else QSizeF()

    @property
    def arrived(self) -> ArrivedFrame | None:
        """The first picture as it arrived, or the words that came instead."""
        return self._a.arrived

    @property
    def pans_with_left(self) -> bool:
        """Whether the left button moves the picture just now."""
        return self._pans_with_left

    @property
    def state(self) -> FrameState | None:
        """How the first picture stands; None before there is one."""
        return self._a.arrived.answer.state if self._a.arrived is not None else None

    def wanted_size(self) -> tuple[int, int]:
        """The size in which the picture is worth having at this zoom, in pixels."""
        ratio = self.devicePixelRatioF()
        size = self.picture_size
        if size.isEmpty():
            return max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)
        scale = min(self.framing.scale * ratio, 1.0)
        return max(round(size.width() * scale), 1), max(round(size.height() * scale), 1)

    # Zoom and place

    def fit(self) -> None:
        """Show the whole picture, and keep doing so when the view changes."""
        self.is_fitted = True
        size = self.picture_size
        self._frame(Framing() if size.isEmpty() else fitted(self._pane(), size))

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Show one pixel of the picture as `scale` pixels of the screen."""
        self.is_fitted = False
        point = at if at is not None else self._middle()
        scale /= self.devicePixelRatioF()
        self._frame(self.framing.zoomed(scale, point))

    def zoom_step(self, *, larger: bool) -> None:
        """The next round zoom."""
        self.zoom_to(next_step(self.zoom, larger=larger), self._pointer)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the picture."""
        return self.framing.scale * self.devicePixelRatioF()

    def set_pans_with_left(self, *, pans: bool) -> None:
        """Whether the left button moves the picture (Space is held)."""
        self._pans_with_left = pans
        self.setCursor(Qt.CursorShape.OpenHandCursor if pans else Qt.CursorShape.ArrowCursor)

    def _frame(self, framing: Framing) -> None:
        self.framing = framing.kept_near(self._pane(), self.picture_size)
        self.framing_changed.emit()
        self.update()

    def _pane(self) -> QSizeF:
        """The room for one picture."""
        size = QSizeF(self.size())
        return QSizeF(size.width() / 2, size.height()) if self._is_split() else size

    def _middle(self) -> QPointF:
        pane = self._pane()
        return QPointF(pane.width() / 2, pane.height() / 2)

    def _is_split(self) -> bool:
        return self.compare is CompareMode.SIDE_BY_SIDE

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(self.rect(), ground(theme))
        area = QRectF(self.rect())
        match self.compare:
            case CompareMode.OFF:
                self._paint_layer(painter, theme, self._a, area)
            case CompareMode.WIPE:
                self._paint_wipe(painter, theme, area)
            case CompareMode.SIDE_BY_SIDE:
                self._paint_sides(painter, theme, area)
            case CompareMode.DIFFERENCE:
                self._paint_difference(painter, theme, area)
        words = self.pixel_words()
        if words and self._pointer is not None:
            low = self._pointer.y() > area.height() / 2
            paint_badge(painter, theme, area, words, theme.text, on_right=True, at_bottom=not low)

    def _paint_layer(
        self, painter: QPainter, theme: Theme, layer: _Layer, area: QRectF, shift: float = 0.0
    ) -> None:
        painter.save()
        painter.setClipRect(area)
        if layer.image is not None:
            place = self.framing.rect(self.picture_size).translated(shift, 0)
            self._paint_image(painter, layer.image, place, theme)
            if layer.arrived is not None and layer.arrived.answer.state is FrameState.STALE:
                paint_badge(
                    painter, theme, area, "Stale: made before the last change", theme.warning
                )
        elif layer.arrived is not None:
            paint_words(painter, theme, area, layer.arrived)
        painter.restore()

    def _paint_image(self, painter: QPainter, image: QImage, place: QRectF, theme: Theme) -> None:
        if image.hasAlphaChannel():
            paint_checks(painter, place, theme)
        smooth = self.is_fitted or self.zoom < _SHARP_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        if smooth and abs(self.zoom - 1) < 1e-6:
            ratio = self.devicePixelRatioF()
            place = QRectF(
                round(place.x() * ratio) / ratio,
                round(place.y() * ratio) / ratio,
                place.width(),
                place.height(),
            )
        painter.drawImage(place, image, QRectF(image.rect()))

    def _paint_wipe(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        x = self._wipe_x()
        left = QRectF(area.left(), area.top(), x - area.left(), area.height())
        right = QRectF(x, area.top(), area.right() - x, area.height())
        self._paint_layer(painter, theme, self._a, left)
        self._paint_layer(painter, theme, self._b, right)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(0, 0, 0, 120), 3))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(QColor("white"), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        grip = QRectF(x - 5, area.center().y() - 16, 10, 32)
        painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(grip, 4, 4)
        self._name_sides(painter, theme, left, right)

    def _paint_sides(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        half = area.width() / 2
        left = QRectF(area.left(), area.top(), half, area.height())
        right = left.translated(half, 0)
        self._paint_layer(painter, theme, self._a, left)
        self._paint_layer(painter, theme, self._b, right, half)
        painter.setPen(QPen(theme.border, 1))
        painter.drawLine(QPointF(half, area.top()), QPointF(half, area.bottom()))
        self._name_sides(painter, theme, left, right)

    def _paint_difference(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        if self._a.image is None or self._b.image is None:
            self._paint_layer(painter, theme, self._a if self._a.image is None else self._b, area)
            return
        if self._apart is None:
            self._apart = difference(self._a.image, self._b.image, self.gain)
        self._paint_image(painter, self._apart, self.framing.rect(self.picture_size), theme)
        paint_badge(painter, theme, area, f"Difference × {self.gain}", theme.text)

    def _name_sides(self, painter: QPainter, theme: Theme, left: QRectF, right: QRectF) -> None:
        paint_badge(painter, theme, left, "A", theme.text, at_bottom=True)
        paint_badge(painter, theme, right, "B", theme.text, at_bottom=True)

    def _wipe_x(self) -> float:
        place = self.framing.rect(self.picture_size)
        shown = place.intersected(QRectF(self.rect()))
        return shown.left() + shown.width() * self.wipe

    # The hand

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = _WHEEL_ZOOM ** (event.angleDelta().y() / 120)
        self.zoom_to(self.zoom * factor, self._within_pane(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_from = event.position()
        middle = event.button() is Qt.MouseButton.MiddleButton
        left = event.button() is Qt.MouseButton.LeftButton
        if middle or (left and self._pans_with_left):
            self._dragged = "picture"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left and self._is_at_wipe(event.position()):
            self._dragged = "wipe"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pointer = self._within_pane(point)
        match self._dragged:
            case "picture":
                self.is_fitted = False
                self._frame(self.framing.moved(point - self._drag_from))
                self._drag_from = point
            case "wipe":
                self._drag_wipe(point.x())
            case _:
                self._show_wipe_cursor(point)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = ""
        self.set_pans_with_left(pans=self._pans_with_left)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.is_fitted:
            self.fit()
        else:
            before = event.oldSize()
            by = QPointF((self.width() - before.width()) / 2, (self.height() - before.height()) / 2)
            self._frame(self.framing.moved(by))

    def show_actual_pixels(self) -> None:
        """One pixel of the picture on one of the screen: at the pointer, or in the middle."""
        if self._pointer is None:
            self.is_fitted = False
            scale = 1 / self.devicePixelRatioF()
            self._frame(centred(scale, self._pane(), self.picture_size))
        else:
            self.zoom_to(1.0, self._pointer)

    def _within_pane(self, point: QPointF) -> QPointF:
        """The point, or the one that shows the same of the first picture."""
        half = self._pane().width()
        if self._is_split() and point.x() > half:
            return QPointF(point.x() - half, point.y())
        return point

    def _is_at_wipe(self, point: QPointF) -> bool:
        return self.compare is CompareMode.WIPE and abs(point.x() - self._wipe_x()) < _NEAR_WIPE

    def _show_wipe_cursor(self, point: QPointF) -> None:
        if not self._pans_with_left:
            over = self._is_at_wipe(point)
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)

    def _drag_wipe(self, x: float) -> None:
        shown = self.framing.rect(self.picture_size).intersected(QRectF(self.rect()))
        if shown.width() > 0:
            self.wipe = min(max((x - shown.left()) / shown.width(), 0.0), 1.0)
            self.update()

    def pixel_words(self) -> str:
        """Place and values of the pixel under the pointer; empty where there is none."""
        raster, size = self._a.raster, self.picture_size
        if self._pointer is None or raster is None or size.isEmpty():
            return ""
        point = self.framing.to_picture(self._pointer)
        x, y = int(point.x() // 1), int(point.y() // 1)
        if not (0 <= x < size.width() and 0 <= y < size.height()):
            return ""
        words = f"{x}, {y}    {_values(raster, size, x, y)}"
        other = self._b.raster
        if other is not None and self.compare is not CompareMode.OFF:
            words += f"    B {_values(other, size, x, y)}"
        return words

    def _convert(self, layer: _Layer) -> None:
        raster = layer.raster
        layer.image = to_qimage(raster, self.alpha) if raster is not None else None
        self._apart = None


def _values(raster: Raster, size: QSizeF, x: int, y: int) -> str:
    at_x = min(int(x * raster.width / size.width()), raster.width - 1)
    at_y = min(int(y * raster.height / size.height()), raster.height - 1)
    return " ".join(str(value) for value in pixel_at(raster, at_x, at_y))
