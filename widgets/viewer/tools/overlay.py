"""Where a tool meets the viewer: a clear pane over the picture, which has the pointer and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from widgets.pictures import AlphaView, to_qimage
from widgets.theme import theme_of
from widgets.viewer.backdrop import paint_badge
from widgets.viewer.picture_view import PictureView
from widgets.viewer.tools.tool import Shown, Touch, ViewTool
from widgets.words import tr

_SMALL = 10
"""Lines of text: where less room is there, words would hide the picture."""
_REACH = 9.0
"""How far from a handle it is still taken, in view units at least."""


class ToolOverlay(QWidget):
    """Hands on what the tool does not take: panning, zooming, and the viewer's keys."""

    left = Signal()
    """Escape: the person is done with the tool."""

    def __init__(self, picture: PictureView, tool: ViewTool) -> None:
        super().__init__(picture)
        self.tool = tool
        self._picture = picture
        self._is_held = False
        self._is_low = False
        """Whether the pointer is where the words stand: then they stand above."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Tool over the picture"))
        self.setGeometry(picture.rect())
        picture.installEventFilter(self)
        picture.framing_changed.connect(self.update)
        picture.picture_changed.connect(self.update_content)
        tool.changed.connect(self._on_tool_changed)
        tool.updated.connect(self._on_tool_updated)
        self.update_content()
        self.show()

    @Slot()
    def update_content(self) -> None:
        """Tell the tool which picture lies below."""
        picture = self._picture
        size = picture.picture_size
        arrived = picture.arrived
        raster = arrived.raster if arrived is not None else None
        image = to_qimage(raster, AlphaView.CHECKERBOARD) if raster is not None else None
        frame = arrived.answer.frame if arrived is not None else 0
        digest = arrived.answer.key if arrived is not None else ""
        whole = QSize(round(size.width()), round(size.height()))
        self.tool.show_picture(Shown(whole, frame, digest, image))
        self._fit()

    def _fit(self) -> None:
        """Bring all into sight that the tool is about, but not under a hand that pulls at it."""
        if not self._is_held:
            self._picture.set_part(self.tool.part)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.tool.shown.size.isEmpty():
            return
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.save()
        self.tool.paint(painter, theme, self._place())
        painter.restore()
        line = QRect(0, 0, self.width(), self.fontMetrics().height() * 3)
        if not self._is_low:
            line.moveBottom(self.height())
        if not event.rect().intersects(line):
            return
        area = QRectF(self.rect())
        colour = theme.warning if self.tool.warns else theme.text
        paint_badge(painter, theme, area, self.shown_words, colour, at_bottom=not self._is_low)

    @property
    def shown_words(self) -> str:
        """What stands over the picture: all that is said where there is room for it."""
        if self._is_held:
            return self.tool.state()
        if self.height() < _SMALL * self.fontMetrics().height():
            return self.tool.words() if self.tool.warns else self.tool.state()
        return self._said()

    def _said(self) -> str:
        return tr("{state}. {words}", state=self.tool.state(), words=self.tool.words())

    def event(self, event: QEvent) -> bool:
        is_shortcut = event.type() == QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._picture.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tool.wants(event):
            self.tool.key(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pans = self._picture.pans_with_left and event.button() == Qt.MouseButton.LeftButton
        if pans or self.tool.shown.size.isEmpty() or not self.tool.press(self._touch(event)):
            event.ignore()
            return
        self._is_held = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        touch = self._touch(event)
        is_low = event.position().y() > self.height() * 0.6
        if is_low != self._is_low:
            self._is_low = is_low
            self.update()
        if self._is_held:
            self.tool.move(touch)
            return
        over = not self._picture.pans_with_left and not self.tool.shown.size.isEmpty()
        self.setCursor(self.tool.cursor(touch) if over else self._picture.cursor())
        if over:
            self.tool.hover(touch)
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._is_held = False
            self.tool.release(self._touch(event))
            self._fit()
            self.update()
        else:
            event.ignore()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen, with its pressure; what the tool does not take comes again as a mouse."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.TabletPress if is_left and not self._picture.pans_with_left:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                empty = self.tool.shown.size.isEmpty()
                self._is_held = not empty and self.tool.press(self._touch(event))
            case QEvent.Type.TabletMove if self._is_held:
                self.tool.move(self._touch(event))
            case QEvent.Type.TabletRelease if self._is_held and is_left:
                self._is_held = False
                self.tool.release(self._touch(event))
                self.update()
                return
            case _:
                pass
        event.setAccepted(self._is_held)

    def leaveEvent(self, event: QEvent) -> None:
        self.tool.leave()
        super().leaveEvent(event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or self.tool.wants(event)

    def _place(self) -> QRectF:
        return self._picture.framing.rect(self._picture.picture_size)

    def _touch(self, event: QMouseEvent | QTabletEvent) -> Touch:
        place = self._place()
        wide, high = max(place.width(), 1.0), max(place.height(), 1.0)
        point = event.position() - place.topLeft()
        reach = max(_REACH, self.fontMetrics().height() * 0.5)
        return Touch(
            QPointF(point.x() / wide, point.y() / high),
            QSizeF(reach / wide, reach / high),
            event.button(),
            event.modifiers(),
            *_pen(event),
            self.devicePixelRatioF(),
        )

    @Slot(QRectF)
    def _on_tool_updated(self, shares: QRectF) -> None:
        place = self._place()
        across, down = place.width(), place.height()
        area = QRectF(shares.x() * across, shares.y() * down, shares.width() * across, 0)
        area.setHeight(shares.height() * down)
        self.update(area.translated(place.topLeft()).toAlignedRect().adjusted(-2, -2, 2, 2))

    @Slot()
    def _on_tool_changed(self) -> None:
        self.setAccessibleDescription(self._said())
        self._fit()
        self.update()


def _pen(event: QMouseEvent | QTabletEvent) -> tuple[float, bool]:
    """How hard a pen presses, and whether it is turned around."""
    if not isinstance(event, QTabletEvent):
        return 1.0, False
    return event.pressure(), event.pointerType() is QPointingDevice.PointerType.Eraser
