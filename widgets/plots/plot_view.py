"""A plot that is looked at: hover for values, click or keys to jump to a frame."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.plots.content import Plot
from widgets.plots.painting import (
    PlotArea,
    paint_ground,
    paint_heights,
    paint_lines,
    paint_playhead,
    paint_readout,
    paint_worst,
    readings,
)
from widgets.theme import theme_of
from widgets.time_ruler.content import RulerScale
from widgets.words import tr

_LINES = 5
_MARGIN = 8.0


class PlotView(QWidget):
    """Lines over frames. By itself it shows all frames; `follow` lays it along a ruler.

    With the keyboard: Left and Right step a frame, Page Up and Page Down go to the dip before and
    after, Home and End to the ends, W to the worst frame.
    """

    frame_wanted = Signal(int)
    """The person wants to look at this frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Plot | None = None
        self.frame = 0
        self.line = 0
        """The line that is judged: its worst frame is marked, its dips are stepped through."""
        self._hovered: int | None = None
        self._followed: RulerScale | None = None
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Plot"))

    def show_plot(self, plot: Plot | None, line: int = 0) -> None:
        """Show other lines, one of them judged."""
        self.plot, self.line, self._hovered = plot, line, None
        self._repaint()

    def set_frame(self, frame: int) -> None:
        """Move the playhead."""
        if frame != self.frame:
            self.frame = frame
            self._say()
            self.update()

    def follow(self, scale: RulerScale) -> None:
        """Lie along a ruler."""
        if scale != self._followed:
            self._followed = scale
            self._repaint()

    @property
    def scale(self) -> RulerScale:
        """Which frames are seen, and where."""
        if self._followed is not None:
            return self._followed
        return RulerScale(self.plot.length if self.plot is not None else 0, self.width())

    def frame_at(self, x: float) -> int:
        """The frame at a place, or the nearest."""
        length = self.plot.length if self.plot is not None else 0
        return min(max(int(self.scale.place_at(x)), 0), max(length - 1, 0))

    def go_to_worst(self) -> None:
        """Ask for the worst frame of the judged line."""
        if self.plot is not None and self.line < len(self.plot.lines):
            self._go(self.plot.worst_frame(self.line))

    def go_to_dip(self, way: int) -> None:
        """Ask for the next dip of the judged line (way 1), or the one before (-1)."""
        if self.plot is None or self.line >= len(self.plot.lines):
            return
        dips = self.plot.dips(self.line)
        if way > 0:
            self._go(next((dip for dip in dips if dip > self.frame), None))
        else:
            self._go(next((dip for dip in reversed(dips) if dip < self.frame), None))

    def sizeHint(self) -> QSize:
        return QSize(200, ceil(self.fontMetrics().height() * _LINES + 2 * _MARGIN))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(self.frame_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame = self.frame_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(frame)
        if frame != self._hovered:
            self._hovered = frame
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        length = self.plot.length if self.plot is not None else 0
        match event.key():
            case Qt.Key.Key_Left:
                self._go(max(self.frame - 1, 0))
            case Qt.Key.Key_Right:
                self._go(min(self.frame + 1, max(length - 1, 0)))
            case Qt.Key.Key_PageUp:
                self.go_to_dip(-1)
            case Qt.Key.Key_PageDown:
                self.go_to_dip(1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(max(length - 1, 0))
            case Qt.Key.Key_W:
                self.go_to_worst()
            case _:
                super().keyPressEvent(event)

    def _go(self, frame: int | None) -> None:
        if frame is not None and self.plot is not None:
            self.frame_wanted.emit(frame)

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = QPixmap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        plot, theme = self.plot, theme_of(self.palette())
        painter = QPainter(self)
        painter.setFont(self._small_font())
        if plot is None:
            painter.fillRect(self.rect(), theme.surface)
            return
        area, ratio = self._area(), self.devicePixelRatioF()
        if self._picture.isNull() or self._picture.devicePixelRatioF() != ratio:
            self._picture = self._painted(plot, area, ratio)
        painter.drawPixmap(0, 0, self._picture)
        paint_playhead(painter, theme, area, self.frame)
        paint_worst(painter, theme, plot, area, self.line)
        if self._hovered is not None:
            paint_readout(painter, theme, plot, area, self._hovered)
        if self.hasFocus():
            painter.setPen(QPen(theme.selection, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75))

    def _painted(self, plot: Plot, area: PlotArea, ratio: float) -> QPixmap:
        """Ground and lines, kept: the playhead that moves leaves them as they are."""
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setFont(self._small_font())
        theme = theme_of(self.palette())
        paint_ground(painter, theme, plot, area)
        paint_lines(painter, theme, plot, area, self.line)
        paint_heights(painter, theme, plot, area)
        painter.end()
        return picture

    def _area(self) -> PlotArea:
        size = QSizeF(self.size())
        return PlotArea(self.scale, size, _MARGIN, size.height() - _MARGIN)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(self.font().pointSizeF() * 0.82, 7.0))
        return font

    def _repaint(self) -> None:
        self._picture = QPixmap()
        self._say()
        self.update()

    def _say(self) -> None:
        """Tell screen readers what stands at the playhead."""
        if self.plot is not None:
            here = ", ".join(readings(self.plot, self.frame))
            self.setAccessibleDescription(f"{self.plot.title}: {here}")
