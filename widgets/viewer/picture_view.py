"""The picture itself: painted, zoomed, compared with another; words where there is none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from nodes.frame_serving.messages import ArrivedFrame, FrameState, PixelAnswer, Raster
from widgets.pictures import AlphaView, difference, to_qimage
from widgets.theme import theme_of
from widgets.viewer.backdrop import ground, paint_badge
from widgets.viewer.compare_mode import CompareMode, Wipe
from widgets.viewer.framing import WHOLE, Framing, centred, fitted, next_step
from widgets.viewer.layer import Layer
from widgets.viewer.layer_painting import LayerPainting
from widgets.words import tr

_WHEEL_ZOOM = 1.2
_SHARP_FROM = 2.0
"""Screen pixels for one of the picture, from which on a zoomed one is shown in squares."""


class PictureView(QWidget):
    """Paints the frames it is given. Knows no time and asks for nothing."""

    picture_changed = Signal()
    """Another picture is shown, or none."""
    framing_changed = Signal()
    """Another zoom or place: more of the picture's pixels may be wanted."""
    pixel_pointed = Signal(int, int)
    """The pointer is at another pixel."""
    run_pressed = Signal()
    """What is not made is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.framing = Framing()
        self.is_fitted = True
        self.alpha = AlphaView.CHECKERBOARD
        self.compare = CompareMode.OFF
        self.gain = 4
        self.wipe = Wipe()
        self._a = Layer()
        self._b = Layer()
        self._apart: QImage | None = None
        self._pans_with_left = False
        self._part = WHOLE
        self.has_tool = False
        """Whether a tool lies over it, which says what there is to say of the pixel."""
        self._dragged = ""
        self._drag_from = QPointF()
        self._pointer: QPointF | None = None
        self._pointed = (-1, -1)
        self.run_button = QPushButton(tr("Run"), self)
        self.run_button.clicked.connect(self.run_pressed)
        self.run_button.hide()
        self.setMouseTracking(True)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(tr("Picture"))

    # What is shown

    def show_arrived(self, arrived: ArrivedFrame, *, compared: bool = False) -> None:
        """Show a frame, or the words that came instead."""
        layer = self._b if compared else self._a
        before = self.picture_size
        layer.take(arrived, self.alpha)
        self._apart = None
        self._offer_run()
        if self.picture_size != before and self.is_fitted:
            self.fit()
        self.update()
        self.picture_changed.emit()

    def clear(self, *, compared: bool = False) -> None:
        """Show nothing."""
        (self._b if compared else self._a).clear()
        self._apart = None
        self._offer_run()
        self.update()

    def show_preview(self, raster: Raster | None) -> None:
        """Show what is being made in place of the first picture; None ends that."""
        before = self.picture_size
        self._a.preview = to_qimage(raster, self.alpha) if raster is not None else None
        self._apart = None
        self._offer_run()
        if self.picture_size != before and self.is_fitted:
            self.fit()
        self.update()

    def show_values(self, told: PixelAnswer, *, compared: bool = False) -> None:
        """The values of the pixel under the pointer, in the clip's own depth."""
        (self._b if compared else self._a).probed = told
        self.update()

    def set_wipe(self, wipe: Wipe) -> None:
        """Move or turn the line between the two."""
        self.wipe = wipe
        self.update()
        self.picture_changed.emit()

    def set_alpha(self, alpha: AlphaView) -> None:
        """Show transparency in another way."""
        self.alpha = alpha
        self._a.convert(alpha)
        self._b.convert(alpha)
        self._apart = None
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
        return self._b.size if self._a.size.isEmpty() else self._a.size

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
        return self._a.state

    @property
    def shows_preview(self) -> bool:
        """Whether what is being made is shown."""
        return self._a.preview is not None

    def needs_values(self, *, compared: bool = False) -> bool:
        """Whether the values of a pixel have to be asked for."""
        layer = self._b if compared else self._a
        return layer.raster is not None and not layer.has_all_values

    @property
    def compared_size(self) -> QSizeF:
        """The size of the second picture in its own pixels."""
        return self._b.size

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
        self._frame(Framing() if size.isEmpty() else fitted(self._pane(), size, self._part))

    def set_part(self, part: QRectF) -> None:
        """Fit this, in shares of the picture, instead of all of it."""
        if part != self._part:
            self._part = part
            if self.is_fitted:
                self.fit()

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
        painting = LayerPainting(
            painter,
            theme,
            QRectF(self.rect()),
            self.framing.rect(self.picture_size),
            zoom=self.zoom,
            smooth=self.is_fitted or self.zoom < _SHARP_FROM,
        )
        match self.compare:
            case CompareMode.OFF:
                painting.paint_one(self._a)
            case CompareMode.WIPE:
                painting.paint_wipe(self._a, self._b, self.wipe, self._wiped())
            case CompareMode.SIDE_BY_SIDE:
                painting.paint_sides(self._a, self._b)
            case CompareMode.DIFFERENCE:
                painting.paint_difference(self._a, self._b, self._difference(), self.gain)
            case CompareMode.ONION:
                painting.paint_onion(self._a, self._b)
        words = self.pixel_words()
        if words and self._pointer is not None and not self.has_tool:
            low = self._pointer.y() > self.height() / 2
            area = QRectF(self.rect())
            paint_badge(painter, theme, area, words, theme.text, on_right=True, at_bottom=not low)

    def _difference(self) -> QImage | None:
        one, other = self._a.shown, self._b.shown
        if self._apart is None and one is not None and other is not None:
            self._apart = difference(one, other, self.gain)
        return self._apart

    def _wiped(self) -> QRectF:
        """What is seen of the picture, across which the line goes."""
        return self.framing.rect(self.picture_size).intersected(QRectF(self.rect()))

    def _offer_run(self) -> None:
        """A button where the picture is not made, or not as it would be now."""
        unmade = self._a.state in (FrameState.NOT_RUN, FrameState.STALE)
        self.run_button.setVisible(unmade and self._a.preview is None)
        self._place_button()

    def _place_button(self) -> None:
        button = self.run_button
        button.adjustSize()
        below = self.height() - button.height() - self.fontMetrics().height()
        button.move(round(self._pane().width() - button.width()) // 2, below)

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
            turns = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._dragged = "turn" if turns else "wipe"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pointer = self._within_pane(point)
        match self._dragged:
            case "picture":
                self.is_fitted = False
                self._frame(self.framing.moved(point - self._drag_from))
                self._drag_from = point
            case "wipe":
                self.wipe = self.wipe.moved_to(point, self._wiped())
            case "turn":
                snaps = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self.wipe = self.wipe.turned_to(point, self._wiped(), snaps=snaps)
            case _:
                self._show_wipe_cursor(point)
        self._point()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = ""
        self.set_pans_with_left(pans=self._pans_with_left)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_button()
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
        return self.compare is CompareMode.WIPE and self.wipe.is_near(point, self._wiped())

    def _show_wipe_cursor(self, point: QPointF) -> None:
        if not self._pans_with_left:
            over = self._is_at_wipe(point)
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)

    def _point(self) -> None:
        """Say which pixel is pointed at, where it is another one."""
        pointed = self.pixel()
        if pointed is not None and pointed != self._pointed:
            self._pointed = pointed
            self.pixel_pointed.emit(*pointed)

    def pixel(self) -> tuple[int, int] | None:
        """The pixel of the picture under the pointer."""
        size = self.picture_size
        if self._pointer is None or size.isEmpty():
            return None
        point = self.framing.to_picture(self._pointer)
        x, y = int(point.x() // 1), int(point.y() // 1)
        return (x, y) if 0 <= x < size.width() and 0 <= y < size.height() else None

    def pixel_words(self) -> str:
        """Place and values of the pixel under the pointer; empty where there is none."""
        pixel = self.pixel()
        if pixel is None or self._a.raster is None or self._a.preview is not None:
            return ""
        words = f"{pixel[0]}, {pixel[1]}    {self._a.values_at(*pixel)}"
        if self._b.raster is not None and self.compare is not CompareMode.OFF:
            words += f"    B {self._b.values_at(*pixel)}"
        return words
