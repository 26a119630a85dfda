"""Boxes of found things over the viewer's picture. Clicks go through it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pipelines.detection.found import FoundObject
from widgets.theme import theme_of
from widgets.viewer.picture_view import PictureView
from widgets.viewer.tools.tool import outline

_GROUND = QColor(0, 0, 0, 170)
_WHITE = QColor("white")
_PAD = 4


class FoundPane(QWidget):
    """Lies over a picture for as long as there are things to show."""

    def __init__(self, picture: PictureView) -> None:
        super().__init__(picture)
        self._picture = picture
        self.things: tuple[FoundObject, ...] = ()
        self._pointed: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(picture.rect())
        picture.installEventFilter(self)
        picture.framing_changed.connect(self.update)
        picture.picture_changed.connect(self.update)
        self.hide()

    def show_things(self, things: tuple[FoundObject, ...], *pointed: str) -> None:
        """Show the boxes of these; the first of those pointed at that is there stands out."""
        self.things, self._pointed = things, pointed
        self.setVisible(bool(things))
        self.lower()  # tools lie above
        self.update()

    @property
    def pointed(self) -> str:
        """The id of the thing that stands out on the frame that is shown, empty for none."""
        boxes = self.boxes
        return next((name for name in self._pointed if name in boxes), "")

    @property
    def boxes(self) -> dict[str, QRectF]:
        """The boxes on the frame that is shown, by id, in the pixels of the pane."""
        arrived = self._picture.arrived
        size = self._picture.picture_size
        if arrived is None or size.isEmpty():
            return {}
        place = self._picture.framing.rect(size)
        found: dict[str, QRectF] = {}
        for one in self.things:
            seen = one.place(arrived.answer.frame)
            if seen is not None:
                box = seen.box
                corner = QPointF(
                    place.left() + box.left * place.width(), place.top() + box.top * place.height()
                )
                wide, high = box.right - box.left, box.bottom - box.top
                found[one.id] = QRectF(
                    corner.x(), corner.y(), wide * place.width(), high * place.height()
                )
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes, pointed = self.boxes, self.pointed
        for name, box in boxes.items():
            if name != pointed:
                outline(painter, box, _WHITE, 1.0)
        if pointed:
            outline(painter, boxes[pointed], theme_of(self.palette()).selection.lighter(130), 3.0)
            self._paint_name(painter, boxes[pointed], pointed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._picture.rect())
        return False

    def _paint_name(self, painter: QPainter, box: QRectF, name: str) -> None:
        """Above the box, or in it where there is no room above."""
        metrics = self.fontMetrics()
        room = max(self.width() - 4 * _PAD, 1)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        chip = QRectF(0, 0, metrics.horizontalAdvance(words) + 2 * _PAD, metrics.height() + _PAD)
        chip.moveBottomLeft(box.topLeft() - QPointF(0, 3))
        if chip.top() < 0:
            chip.moveTop(max(box.top(), 0) + 3)
        chip.moveLeft(max(min(chip.left(), self.width() - chip.width()), 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(_WHITE)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self.show_things(())
