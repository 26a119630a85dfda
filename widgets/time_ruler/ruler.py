"""The time ruler: drag to scrub, wheel to zoom, marks, shots and sound along it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from pipelines.panel_edits import snapped
from pipelines.values import Marks
from widgets.theme import theme_of
from widgets.time_ruler.content import RulerContent, RulerScale
from widgets.time_ruler.drift import Drift
from widgets.time_ruler.keys import RulerKeys, key_near
from widgets.time_ruler.painting import RulerBands, RulerScene, paint_ruler, ruler_bands
from widgets.words import tr

_NEAR = 6.0
_SNAP_REACH = 8.0
"""View units within which a mark is drawn to what it snaps to."""
_ZOOM = 1.25


class TimeRuler(QWidget):
    """Frames from left to right. Says where the person wants to be, and shows where one is."""

    scrubbed = Signal(int)
    """The person wants to look at this frame."""
    marks_dragged = Signal(object)
    """Marks: the person pulled one of them here."""
    key_dragged = Signal(int, int)
    """The person pulled a key from one frame to another."""
    scale_changed = Signal(object)
    """A RulerScale: other frames are seen, or they lie elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = RulerContent()
        self.frame = 0
        self.marks: Marks | None = None
        self.keys: RulerKeys | None = None
        self.drift: Drift | None = None
        self.is_snapping = False
        """Whether marks that are pulled snap to edges, seconds and the playhead."""
        self._shows_timecode = True
        self._scale = RulerScale()
        self._dragged = ""
        self._key = (0, 0)
        """Where a key that is dragged comes from, and where it is now."""
        self._pan_from = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Time ruler"))

    def set_content(self, content: RulerContent) -> None:
        """Show other frames; the zoom is kept while their number is."""
        if content == self.content:
            return
        if content.length != self.content.length:
            self._look_at(RulerScale(content.length, self.width()))
        self.content = content
        self.updateGeometry()
        self.update()

    def set_frame(self, frame: int) -> None:
        """Move the playhead; a zoomed ruler follows it."""
        if frame != self.frame:
            self.frame = frame
            first, span = self._scale.first, self._scale.span
            if not self._dragged and not first <= frame <= first + span:
                self._look_at(self._scale.from_frame(frame - span * 0.1))
            self.update()

    def set_marks(self, marks: Marks | None) -> None:
        """Show in and out marks."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def set_keys(self, keys: RulerKeys | None) -> None:
        """Show keys; None where what is looked at has none."""
        if keys != self.keys:
            self.keys = keys
            self.updateGeometry()
            self.update()

    def set_drift(self, drift: Drift | None) -> None:
        """Show how sure followed masks are; None where nothing was followed."""
        if drift != self.drift:
            self.drift = drift
            self.updateGeometry()
            self.update()

    def label_with(self, *, timecode: bool) -> None:
        """Label with timecode, or with frame numbers."""
        self._shows_timecode = timecode
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, ceil(self._bands().bottom))

    def x_of(self, frame: float) -> float:
        """Where a frame begins."""
        return self._scale.x_of(frame)

    def frame_at(self, x: float) -> int:
        """The frame at a place, or the nearest."""
        return min(max(int(self._scale.place_at(x)), 0), max(self.content.length - 1, 0))

    @property
    def per_frame(self) -> float:
        """View units that a frame takes."""
        return self._scale.per_frame

    def _bands(self) -> RulerBands:
        metrics = QFontMetricsF(self._small_font())
        has_keys, has_drift = self.keys is not None, self.drift is not None
        return ruler_bands(metrics, self.content, has_keys=has_keys, has_drift=has_drift)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(self.font().pointSizeF() * 0.82, 7.0))
        return font

    def _look_at(self, scale: RulerScale) -> None:
        self._scale = scale
        self.scale_changed.emit(scale)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._small_font())
        scene = RulerScene(
            self.content,
            self._scale,
            self._bands(),
            QSizeF(self.size()),
            self.frame,
            self.marks,
            self._shows_timecode,
            self.keys,
            self._key if self._dragged == "key" else None,
            self.drift,
        )
        paint_ruler(painter, theme_of(self.palette()), scene)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """What is said of a key, or of a followed frame, that lies there; empty for nothing."""
        bands = self._bands()
        if self.drift is not None and bands.drift <= point.y() < bands.sound:
            return self.drift.words_at(self.frame_at(point.x()))
        frame = self._key_near(point)
        if frame is None or self.keys is None:
            return ""
        if frame in self.keys.doubtful:
            return tr("Key on frame {frame}: the picture has changed since", frame=frame)
        return tr("Key on frame {frame}", frame=frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self._scale
        wider = RulerScale(self.content.length, self.width(), scale.first, scale.wanted)
        self._look_at(wider.from_frame(scale.first))

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._dragged, self._pan_from = "view", event.position()
        elif event.button() is Qt.MouseButton.LeftButton and self.content.length:
            key = self._key_near(event.position())
            if key is not None:
                self._dragged, self._key = "key", (key, key)
                self.scrubbed.emit(key)
                return
            self._dragged = self._mark_near(event.position()) or "playhead"
            self._drag_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._drag_to(event.position())
        else:
            point = event.position()
            over = bool(self._mark_near(point)) or self._key_near(point) is not None
            self.setCursor(
                Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.PointingHandCursor
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragged = self._dragged, ""
        if dragged == "key":
            start, end = self._key
            self.update()
            if start != end:
                self.key_dragged.emit(start, end)
                self.scrubbed.emit(end)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, scale = event.angleDelta(), self._scale
        if turned.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            by = turned.x() or turned.y()
            self._look_at(scale.from_frame(scale.first - by / 120 * scale.span * 0.15))
        else:
            self._look_at(scale.zoomed(_ZOOM ** (turned.y() / 120), event.position().x()))
        event.accept()

    def _key_near(self, point: QPointF) -> int | None:
        """The key under a point."""
        bands = self._bands()
        if self.keys is None or not bands.keys <= point.y() < bands.drift:
            return None
        return key_near(self.keys, self._scale, point.x())

    def _mark_near(self, point: QPointF) -> str:
        """Which mark lies under a point: "in", "out" or none."""
        top = self._bands().time
        if self.marks is None or not top <= point.y() <= top + 10:
            return ""
        if abs(point.x() - self.x_of(self.marks.first) - 3) < _NEAR:
            return "in"
        return "out" if abs(point.x() - self.x_of(self.marks.stop) + 3) < _NEAR else ""

    def _drag_to(self, point: QPointF) -> None:
        frame = self.frame_at(point.x())
        marks = self.marks
        match self._dragged:
            case "view":
                by = (point.x() - self._pan_from.x()) / self.per_frame
                self._look_at(self._scale.from_frame(self._scale.first - by))
                self._pan_from = point
            case "key":
                self._key = (self._key[0], frame)
                self.update()
            case "in" if marks is not None:
                first = self._drawn_to_edges(frame)
                self.marks_dragged.emit(Marks(min(first, marks.stop - 1), marks.stop))
            case "out" if marks is not None:
                stop = self._drawn_to_edges(frame + 1)
                self.marks_dragged.emit(Marks(marks.first, max(stop, marks.first + 1)))
            case _:
                self.scrubbed.emit(frame)

    def _drawn_to_edges(self, border: int) -> int:
        """Where a border between frames goes that is pulled here."""
        if not self.is_snapping:
            return border
        reach = ceil(_SNAP_REACH / self.per_frame)
        return snapped(border, (*self.content.edges, self.frame), reach)
