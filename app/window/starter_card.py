"""A card of the start page: under its moving picture, a starter's name and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QStyle, QWidget

from app.window.project_name import spoken_name
from pipelines.errors import ProjectError
from widgets.theme import Theme, theme_of
from widgets.words import tr

_FRAMES = 24
_COLUMNS = 6
"""How a sheet is laid out: as resources.templates.animate writes it."""
_STEP_MS = 110


class _Reading(QThread):
    """Reads the pictures and the sheets of projects, one after another."""

    picture_read = Signal(int, QImage, QImage)
    """Which of the projects, its picture and its sheet; null where there is none."""

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__()
        self._paths = paths

    def run(self) -> None:
        for index, path in enumerate(self._paths):
            if self.isInterruptionRequested():
                return
            still = QImage.fromData(_preview(path))
            self.picture_read.emit(index, still, QImage(str(path.with_suffix(".jpg"))))


class StarterCard(QAbstractButton):
    """Its picture stands still until the page lets it play."""

    def __init__(self, path: Path, about: str = "") -> None:
        super().__init__()
        self.path = path
        self.about = about
        self._still = QImage()
        self._sheet = QImage()
        self._frame = -1
        self.setText(spoken_name(path))
        self.setAccessibleName(tr("Starter project: {name}", name=self.text()))
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def frame(self) -> int:
        """The frame that is shown; -1 for the still picture."""
        return self._frame

    def step(self) -> None:
        """Show the next frame, where there are frames."""
        if not self._sheet.isNull():
            self._frame = (self._frame + 1) % _FRAMES
            self.update()

    def stand_still(self) -> None:
        """Show the still picture."""
        self._frame = -1
        self.update()

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().height()
        return QSize(16 * letter, 9 * letter + self._caption())

    def _caption(self) -> int:
        return round(self.fontMetrics().height() * (3.6 if self.about else 2.6))

    def show_pictures(self, still: QImage, sheet: QImage) -> None:
        """Show these from now on."""
        self._still, self._sheet = still, sheet
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        is_near = self.underMouse() or self.hasFocus()
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.fillPath(outline, theme.surface)
        painter.save()
        painter.setClipPath(outline)
        self._paint_picture(painter)
        painter.restore()
        painter.setPen(QPen(theme.selection if is_near else theme.border, 2 if is_near else 1))
        painter.drawPath(outline)
        self._paint_words(painter, theme)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        line = self.fontMetrics().height()
        place = self.rect().adjusted(line, self.height() - self._caption(), -line, 0)
        if self.about:
            middle = place.center().y()
            below = QRect(place.left(), middle, place.width(), line + line // 4)
            place.setRect(place.left(), middle - line - line // 8, place.width(), line)
            painter.setPen(theme.dim_text)
            words = self.fontMetrics().elidedText(
                self.about, Qt.TextElideMode.ElideRight, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(theme.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_picture(self, painter: QPainter) -> None:
        """The picture fills its part of the card; what stands over is cut."""
        picture, part = self._shown()
        if picture.isNull():
            return
        target = QRectF(0, 0, self.width(), self.height() - self._caption())
        size = part.size().scaled(
            target.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        filled = QRectF(0, 0, size.width(), size.height())
        filled.moveCenter(target.center())
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        painter.drawImage(filled, picture, QRectF(part))

    def _shown(self) -> tuple[QImage, QRect]:
        if self._frame < 0:
            return self._still, self._still.rect()
        row, column = divmod(self._frame, _COLUMNS)
        width = self._sheet.width() // _COLUMNS
        height = self._sheet.height() // (_FRAMES // _COLUMNS)
        return self._sheet, QRect(column * width, row * height, width, height)


class StarterRow(QWidget):
    """Plays its cards while it is in sight and motion is welcome. Close it down before it goes."""

    def __init__(self, cards: list[StarterCard], *, may_move: bool | None = None) -> None:
        super().__init__()
        self._cards = cards
        self._may_move = may_move
        self._is_begun = False
        self._reading = _Reading([card.path for card in cards])
        self._reading.picture_read.connect(self._on_picture_read)
        self.clock = QTimer(self, interval=_STEP_MS)
        self.clock.timeout.connect(self._on_step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for card in cards:
            row.addWidget(card)
        row.addStretch(1)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self.update_content)

    @property
    def is_begun(self) -> bool:
        """Whether the pictures were asked for: they are once the row was seen."""
        return self._is_begun

    @property
    def is_reading(self) -> bool:
        """Whether pictures are being read."""
        return self._reading.isRunning()

    def close_down(self) -> None:
        """Read no more, and wait for that."""
        self._reading.requestInterruption()
        self._reading.wait()

    @Slot(int, QImage, QImage)
    def _on_picture_read(self, index: int, still: QImage, sheet: QImage) -> None:
        self._cards[index].show_pictures(still, sheet)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_begun:  # not before: reading would hold up the first picture
            self._is_begun = True
            self._reading.start()
        super().paintEvent(event)

    @Slot()
    def update_content(self) -> None:
        """Play or stand still."""
        away = (Qt.ApplicationState.ApplicationHidden, Qt.ApplicationState.ApplicationSuspended)
        in_sight = self.isVisible() and not self.window().isMinimized()
        if in_sight and QApplication.applicationState() not in away and self._is_welcome():
            self.clock.start()
        else:
            self.clock.stop()

    def _is_welcome(self) -> bool:
        """Whether the system plays animations at all."""
        if self._may_move is not None:
            return self._may_move
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self.style().styleHint(hint, None, self) > 0

    @Slot()
    def _on_step(self) -> None:
        if self.window().isMinimized():
            return
        for card in self._cards:
            card.step()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.update_content()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clock.stop()


def _preview(path: Path) -> bytes:
    from nodes.loom import LoomReader  # numpy; the cards are seen before

    try:
        with LoomReader(path) as reader:
            return reader.preview or b""
    except ProjectError:
        return b""
