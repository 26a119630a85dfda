"""The rows of what VACE sees, along a ruler: a click goes to the frame."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.theme import Theme, theme_of
from widgets.time_ruler.content import RulerScale
from widgets.vace_sight.film import Column, Row, SeenFilm
from widgets.words import noted, said, tr

_NAMES = {
    Row.KEPT: noted("Kept"),
    Row.GUIDES: noted("Guides"),
    Row.TOLD: noted("Made"),
}
_HELP = {
    Row.KEPT: noted("What VACE keeps of frame {frame}. Gray: nothing is known there."),
    Row.GUIDES: noted("What guides VACE in frame {frame}. Gray: nothing does."),
    Row.TOLD: noted("Frame {frame}: VACE is told the mask of frame {told}. White is made."),
}
_LINES = 2.6
_GAP = 2.0


class SeenStrip(QWidget):
    """Three rows of pictures, each under the frames that it stands for."""

    frame_wanted = Signal(int)
    """The person wants to look at this frame."""
    columns_changed = Signal()
    """Other frames are shown: their pictures are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.film: SeenFilm | None = None
        self.frame = 0
        self._scale = RulerScale()
        self._columns: list[Column] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("What VACE sees"))

    def show_film(self, film: SeenFilm | None) -> None:
        """Show what is known by now."""
        self.film = film
        self._lay_out()

    def set_frame(self, frame: int) -> None:
        """Move the playhead."""
        if frame != self.frame:
            self.frame = frame
            self.update()

    def follow(self, scale: RulerScale) -> None:
        """Lie along a ruler."""
        self._scale = scale
        self._lay_out()

    @property
    def frames(self) -> list[int]:
        """The frames that are shown."""
        return [column.frame for column in self._columns]

    def sizeHint(self) -> QSize:
        return QSize(200, ceil(len(Row) * (self._row_height() + _GAP) + _GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def words_at(self, point: QPointF) -> str:
        """What is said of the picture that lies there; empty for none."""
        film, column = self.film, self._column_at(point.x())
        place = int(point.y() / (self._row_height() + _GAP))
        if film is None or column is None or not 0 <= place < len(Row):
            return ""
        row, frame = list(Row)[place], column.frame
        words = said(_HELP[row], frame=frame, told=film.told[frame])
        if row is not Row.GUIDES and frame in film.untold:
            words = f"{words} {tr('The mask does not say that this frame is kept.')}"
        return words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(self.rect(), theme.canvas)
        if self.film is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, row in enumerate(Row):
            for column in self._columns:
                self._paint_picture(painter, theme, self.film, row, column, self._top(place))
        self._paint_playhead(painter, theme)
        painter.setFont(self._small_font())
        for place, row in enumerate(Row):
            self._paint_name(painter, theme, said(_NAMES[row]), self._top(place))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        film = self.film
        if film is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        place = int(self._scale.place_at(event.position().x()))
        self.frame_wanted.emit(min(max(place, 0), film.length - 1))

    def _lay_out(self) -> None:
        film, before = self.film, self._columns
        shown = film.columns(self._shown_scale(film), self._width(film)) if film else []
        self._columns = shown
        self.update()
        if [one.frame for one in shown] != [one.frame for one in before]:
            self.columns_changed.emit()

    def _shown_scale(self, film: SeenFilm) -> RulerScale:
        """The ruler's, or all frames while the ruler shows another film."""
        if self._scale.length == film.length:
            return self._scale
        return RulerScale(film.length, self._scale.width or self.width())

    def _width(self, film: SeenFilm) -> float:
        return self._row_height() * film.aspect

    def _row_height(self) -> float:
        return round(QFontMetricsF(self.font()).height() * _LINES)

    def _top(self, place: int) -> float:
        return _GAP + place * (self._row_height() + _GAP)

    def _column_at(self, x: float) -> Column | None:
        return next((one for one in self._columns if one.left <= x < one.right), None)

    def _paint_picture(
        self, painter: QPainter, theme: Theme, film: SeenFilm, row: Row, column: Column, top: float
    ) -> None:
        cell = QRectF(column.left, top, column.right - column.left, self._row_height())
        width = min(self._width(film), cell.width() - 1)
        place = QRectF(cell.left(), top, width, cell.height())
        place.moveCenter(cell.center())
        picture = film.picture(row, column.frame)
        if picture is None:
            painter.fillRect(place, theme.surface)
        else:
            part = QRectF(picture.rect())
            share = width / self._width(film)
            part.setWidth(part.width() * share)
            part.moveCenter(QRectF(picture.rect()).center())
            painter.drawPixmap(place, picture, part)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_untold = row is not Row.GUIDES and column.frame in film.untold
        pen = QPen(theme.warning, 2) if is_untold else QPen(theme.border, 1)
        painter.setPen(pen)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_playhead(self, painter: QPainter, theme: Theme) -> None:
        film = self.film
        if film is None or self.frame >= film.length:
            return
        x = self._shown_scale(film).x_of(self.frame)
        painter.setPen(QPen(theme.selection, 2))
        painter.drawLine(QLineF(x, 0, x, self.height()))

    def _paint_name(self, painter: QPainter, theme: Theme, words: str, top: float) -> None:
        metrics = painter.fontMetrics()
        chip = QRectF(0, 0, metrics.horizontalAdvance(words) + 10, metrics.height() + 2)
        chip.moveTopLeft(QPointF(12, top + 2))
        ground = QColor(theme.surface)
        ground.setAlpha(225)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(theme.text)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(self.font().pointSizeF() * 0.82, 7.0))
        return font
