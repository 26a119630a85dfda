"""The film on the paper: while it plays, its frames lie where the drawing lies."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTabletEvent
from PySide6.QtWidgets import QWidget

from widgets.paper.paper_view import PaperView
from widgets.theme import mixed, theme_of
from widgets.words import tr


class PaperFilm(QWidget):
    """Lies over a paper view while something plays there, framed as the paper is."""

    touched = Signal()
    """The pen or the mouse came down on it."""

    def __init__(self, view: PaperView) -> None:
        super().__init__(view)
        self._view = view
        self._picture = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The film plays on the paper"))
        self.hide()
        view.installEventFilter(self)
        view.framing_changed.connect(self.update)

    @property
    def wanted_size(self) -> QSize:
        """How large a frame is wanted, in pixels of the screen; never larger than the paper."""
        width, height = self._view.desk.board.size
        share = min(self._view.framing.zoom * self.devicePixelRatioF(), 1.0)
        return QSize(max(round(width * share), 1), max(round(height * share), 1))

    def show_frame(self, picture: QImage) -> None:
        """Show this frame in place of the drawing."""
        self._picture = picture
        if not self.isVisible():
            self.setGeometry(self._view.rect())
            self.raise_()
            self.show()
        self.update()

    def end(self) -> None:
        """The drawing is seen again."""
        self.hide()
        self._picture = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(event.rect(), mixed(theme.canvas, theme.border, 0.35))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self._view.framing.to_view(QSizeF(self.size())), combine=True)
        width, height = self._view.desk.board.size
        painter.drawImage(QRectF(0, 0, width, height), self._picture)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.touched.emit()
        else:
            super().mousePressEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        if event.type() is QEvent.Type.TabletPress:
            self.touched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return False


class SpaceTap(QObject):
    """Tells a tap of Space from Space held to pan, over a paper view."""

    tapped = Signal()

    def __init__(self, view: PaperView) -> None:
        super().__init__(view)
        self._is_tap = False
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
                    self._is_tap = True
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                is_space = event.key() == Qt.Key.Key_Space and not event.isAutoRepeat()
                if is_space and self._is_tap:
                    self._is_tap = False
                    self.tapped.emit()
            case QEvent.Type.MouseButtonPress | QEvent.Type.TabletPress | QEvent.Type.FocusOut:
                self._is_tap = False
            case _:
                pass
        return False
