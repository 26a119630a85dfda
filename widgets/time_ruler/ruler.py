"""The time ruler: drag to scrub, wheel to zoom, marks and shots along it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pipelines.media.timecode import ZERO, shifted
from pipelines.values import Marks, Shot
from widgets.theme import Theme, mixed, theme_of
from widgets.time_ruler.ticks import Ticks, frames_with, ticks_for
from widgets.words import tr

_SHOT_BAND = 16
_SCALE_BAND = 24
_SIDE = 10.0
_NEAR = 6.0
_ZOOM = 1.25
_MOST_PER_FRAME = 60.0
_SHOTS = ("#4f8fd6", "#d99a3a", "#5f9e6e", "#c678b4", "#5aa7a7", "#d9734e")


@dataclass(frozen=True, slots=True)
class RulerContent:
    """What lies along a ruler."""

    length: int = 0
    fps: Fraction = Fraction(24)
    start_timecode: str = ZERO
    shots: tuple[Shot, ...] = ()


class TimeRuler(QWidget):
    """Frames from left to right. Says where the person wants to be, and shows where one is."""

    scrubbed = Signal(int)
    """The person wants to look at this frame."""
    marks_dragged = Signal(object)
    """Marks: the person pulled one of them here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = RulerContent()
        self.frame = 0
        self.marks: Marks | None = None
        self._shows_timecode = True
        self._first = 0.0
        self._per_frame = 0.0
        self._dragged = ""
        self._pan_from = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Time ruler"))

    def set_content(self, content: RulerContent) -> None:
        """Show other frames; the zoom is kept while their number is."""
        if content.length != self.content.length:
            self._per_frame = 0.0
            self._first = 0.0
        if content != self.content:
            self.content = content
            self.update()

    def set_frame(self, frame: int) -> None:
        """Move the playhead; a zoomed ruler follows it."""
        if frame != self.frame:
            self.frame = frame
            shown = self._span()
            if not self._dragged and not self._first <= frame <= self._first + shown:
                self._look_from(frame - shown * 0.1)
            self.update()

    def set_marks(self, marks: Marks | None) -> None:
        """Show in and out marks."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def label_with(self, *, timecode: bool) -> None:
        """Label with timecode, or with frame numbers."""
        self._shows_timecode = timecode
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _SCALE_BAND + _SHOT_BAND + 2)

    def x_of(self, frame: float) -> float:
        """Where a frame begins."""
        return _SIDE + (frame - self._first) * self.per_frame

    def frame_at(self, x: float) -> int:
        """The frame at a place, or the nearest."""
        frame = int((x - _SIDE) / self.per_frame + self._first)
        return min(max(frame, 0), max(self.content.length - 1, 0))

    @property
    def per_frame(self) -> float:
        """View units that a frame takes."""
        return max(self._per_frame, self._fitting())

    def _fitting(self) -> float:
        return max(self.width() - 2 * _SIDE, 1.0) / max(self.content.length, 1)

    def _span(self) -> float:
        return max(self.width() - 2 * _SIDE, 1.0) / self.per_frame

    def _look_from(self, first: float) -> None:
        self._first = min(max(first, 0.0), max(self.content.length - self._span(), 0.0))
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self.palette())
        painter.fillRect(self.rect(), theme.surface)
        if not self.content.length:
            return
        font = QFont(self.font())
        font.setPointSizeF(max(self.font().pointSizeF() * 0.82, 7.0))
        painter.setFont(font)
        top = self._paint_shots(painter, theme)
        self._paint_marks(painter, theme, top)
        self._paint_ticks(painter, theme, top)
        self._paint_playhead(painter, theme, top)

    def _paint_shots(self, painter: QPainter, theme: Theme) -> float:
        if not self.content.shots:
            return 0.0
        for place, shot in enumerate(self.content.shots):
            colour = mixed(theme.surface, QColor(_SHOTS[place % len(_SHOTS)]), 0.45)
            left, right = self.x_of(shot.start), self.x_of(shot.stop)
            band = QRectF(left + 0.5, 1, right - left - 1, _SHOT_BAND - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(band, 3, 3)
            room = band.intersected(QRectF(self.rect())).adjusted(6, 0, -4, 0)
            if room.width() > 24:
                painter.setPen(theme.text)
                name = painter.fontMetrics().elidedText(
                    shot.name, Qt.TextElideMode.ElideRight, int(room.width())
                )
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        return float(_SHOT_BAND)

    def _paint_marks(self, painter: QPainter, theme: Theme, top: float) -> None:
        if self.marks is None:
            return
        left, right = self.x_of(self.marks.first), self.x_of(self.marks.stop)
        shade = QColor(theme.canvas)
        shade.setAlpha(190)
        painter.fillRect(QRectF(0, top, left, self.height() - top), shade)
        painter.fillRect(QRectF(right, top, self.width() - right, self.height() - top), shade)
        painter.fillRect(QRectF(left, top, right - left, 3), theme.selection)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.selection)
        for x, side in ((left, 1), (right, -1)):
            corner = [QPointF(x, top), QPointF(x + side * 8, top), QPointF(x, top + 9)]
            painter.drawPolygon(QPolygonF(corner))

    def _paint_ticks(self, painter: QPainter, theme: Theme, top: float) -> None:
        ticks = self._ticks(painter)
        first, last = self._first - 1, self._first + self._span() + 1
        last = min(last, self.content.length)
        bottom = float(self.height())
        painter.setPen(QPen(theme.border, 1))
        for frame in frames_with(ticks.tick, first, last):
            x = round(self.x_of(frame)) + 0.5
            height = 9 if frame % ticks.label == 0 else 4
            painter.drawLine(QPointF(x, bottom - height), QPointF(x, bottom))
        painter.setPen(theme.dim_text)
        for frame in frames_with(ticks.label, first, min(last, self.content.length - 1)):
            label = self._label(frame)
            place = QRectF(self.x_of(frame) + 4, top + 2, 200, bottom - top - 6)
            if place.left() + painter.fontMetrics().horizontalAdvance(label) + 4 < self.width():
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label)

    def _ticks(self, painter: QPainter) -> Ticks:
        widest = painter.fontMetrics().horizontalAdvance(self._label(self.content.length)) + 16
        return ticks_for(self.per_frame, self.content.fps, widest)

    def _paint_playhead(self, painter: QPainter, theme: Theme, top: float) -> None:
        left = self.x_of(self.frame)
        wide = max(self.per_frame, 1.0)
        glow = QColor(theme.selection)
        glow.setAlpha(60)
        painter.fillRect(QRectF(left, top, wide, self.height() - top), glow)
        painter.setPen(QPen(theme.selection, 2))
        painter.drawLine(QPointF(left, top), QPointF(left, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.selection)
        head = [QPointF(left - 5, top), QPointF(left + 5, top), QPointF(left, top + 7)]
        painter.drawPolygon(QPolygonF(head))

    def _label(self, frame: int) -> str:
        if not self._shows_timecode:
            return str(frame)
        return shifted(self.content.start_timecode, frame, self.content.fps)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._dragged, self._pan_from = "view", event.position()
        elif event.button() is Qt.MouseButton.LeftButton and self.content.length:
            self._dragged = self._mark_near(event.position()) or "playhead"
            self._drag_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._drag_to(event.position())
        else:
            over = bool(self._mark_near(event.position()))
            self.setCursor(
                Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.PointingHandCursor
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if turned.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            by = turned.x() or turned.y()
            self._look_from(self._first - by / 120 * self._span() * 0.15)
            event.accept()
            return
        self._zoom(_ZOOM ** (turned.y() / 120), event.position().x())
        event.accept()

    def _zoom(self, factor: float, x: float) -> None:
        under = (x - _SIDE) / self.per_frame + self._first
        wanted = min(self.per_frame * factor, max(_MOST_PER_FRAME, self._fitting()))
        self._per_frame = wanted if wanted > self._fitting() * 1.001 else 0.0
        self._look_from(under - (x - _SIDE) / self.per_frame)

    def _mark_near(self, point: QPointF) -> str:
        """Which mark lies under a point: "in", "out" or none."""
        if self.marks is None or point.y() > self._top() + 10 or point.y() < self._top():
            return ""
        if abs(point.x() - self.x_of(self.marks.first) - 3) < _NEAR:
            return "in"
        return "out" if abs(point.x() - self.x_of(self.marks.stop) + 3) < _NEAR else ""

    def _top(self) -> float:
        return float(_SHOT_BAND) if self.content.shots else 0.0

    def _drag_to(self, point: QPointF) -> None:
        frame = self.frame_at(point.x())
        marks = self.marks
        match self._dragged:
            case "view":
                self._look_from(self._first - (point.x() - self._pan_from.x()) / self.per_frame)
                self._pan_from = point
            case "in" if marks is not None:
                self.marks_dragged.emit(Marks(min(frame, marks.stop - 1), marks.stop))
            case "out" if marks is not None:
                self.marks_dragged.emit(Marks(marks.first, max(frame, marks.first) + 1))
            case _:
                self.scrubbed.emit(frame)
