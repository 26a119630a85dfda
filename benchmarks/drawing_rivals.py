"""What the paper is measured beside: QPainter alone, without layers, undo or coverage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import thread_time

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient, QTransform
from PySide6.QtWidgets import QWidget

from benchmarks.painting_waits import Paints

Size = tuple[int, int]


class PlainSheet(QWidget):
    """A picture that is stamped into and shown."""

    def __init__(self, size: Size, radius: int, zoom: float) -> None:
        super().__init__()
        self.picture = _picture(size, Qt.GlobalColor.white)
        self.zoom = zoom
        self.stamp = _stamp(radius)
        self.radius = radius

    def draw(self, x: float, y: float) -> None:
        """One stamp."""
        painter = QPainter(self.picture)
        painter.drawImage(QPointF(x - self.radius, y - self.radius), self.stamp)
        painter.end()
        area = QRectF(x - self.radius, y - self.radius, 2 * self.radius, 2 * self.radius)
        self.update(self._to_view.mapRect(area).toAlignedRect())

    @property
    def _to_view(self) -> QTransform:
        """The middle of the picture in the middle of the view."""
        middle, there = QRectF(self.picture.rect()).center(), QRectF(self.rect()).center()
        made = QTransform.fromTranslate(there.x(), there.y()).scale(self.zoom, self.zoom)
        return made.translate(-middle.x(), -middle.y())

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self._to_view)
        painter.drawImage(0, 0, self.picture)
        painter.end()


def plain_stroke(sheet: PlainSheet, way: Sequence[tuple[float, float]], view: Size) -> list[float]:
    """Milliseconds for each point of a pen: five stamps, a pixel apart, and the paint."""
    sheet.resize(*view)
    paints = Paints(sheet)
    sheet.show()
    paints.wait()
    times: list[float] = []
    for x, y in way:
        start = thread_time()
        for step in range(5):
            sheet.draw(x + step, y)
        paints.wait()
        times.append(1000 * (thread_time() - start))
    sheet.close()
    return times


def gradient_dabs(size: Size, radius: int, way: Sequence[tuple[float, float]]) -> float:
    """Dabs a second, each an antialiased radial gradient where the pen is."""
    picture = _picture(size, Qt.GlobalColor.white)

    def draw() -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y in way:
            painter.setBrush(_gradient(QPointF(x, y), radius))
            painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.end()

    return len(way) / _seconds(draw)


def stamped_dabs(size: Size, radius: int, way: Sequence[tuple[float, float]]) -> float:
    """Dabs a second, each a ready stamp, scaled by pressure and smoothed, as many painters do."""
    picture, stamp = _picture(size, Qt.GlobalColor.white), _stamp(radius)

    def draw() -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, (x, y) in enumerate(way):
            half = radius * (0.9 + 0.1 * (at % 7) / 7)
            painter.drawImage(QRectF(x - half, y - half, 2 * half, 2 * half), stamp)
        painter.end()

    return len(way) / _seconds(draw)


def plain_stack(pictures: Sequence[QImage], ghosts: Sequence[QImage]) -> Callable[[], None]:
    """Puts all pictures and tinted neighbours together, each time anew."""
    size = pictures[0].size()
    flat = QImage(size, QImage.Format.Format_RGB32)
    area = QRect(0, 0, size.width(), size.height())

    def compose() -> None:
        flat.fill(Qt.GlobalColor.white)
        painter = QPainter(flat)
        for ghost in ghosts:
            tinted = QImage(ghost)
            tint = QPainter(tinted)
            tint.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            tint.fillRect(area, QColor(214, 69, 65))
            tint.end()
            painter.setOpacity(0.35)
            painter.drawImage(0, 0, tinted)
        painter.setOpacity(1)
        for picture in pictures:
            painter.drawImage(0, 0, picture)
        painter.end()

    return compose


def copied_back(size: Size) -> Callable[[], None]:
    """Undo by a copy of the whole picture: brought back, and a copy taken for redo."""
    picture = _picture(size, Qt.GlobalColor.white)
    kept = [picture.copy()]

    def undo() -> None:
        kept.append(picture.copy())
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, 0, kept.pop(0))
        painter.end()

    return undo


def _seconds(work: Callable[[], None]) -> float:
    times: list[float] = []
    for _ in range(3):
        start = thread_time()
        work()
        times.append(thread_time() - start)
    return min(times)


def _picture(size: Size, colour: Qt.GlobalColor) -> QImage:
    picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(colour)
    return picture


def _stamp(radius: int) -> QImage:
    stamp = _picture((2 * radius, 2 * radius), Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.fillRect(stamp.rect(), _gradient(QPointF(radius, radius), radius))
    painter.end()
    return stamp


def _gradient(middle: QPointF, radius: int) -> QRadialGradient:
    gradient = QRadialGradient(middle, radius)
    gradient.setColorAt(0, Qt.GlobalColor.black)
    gradient.setColorAt(1, Qt.GlobalColor.transparent)
    return gradient
