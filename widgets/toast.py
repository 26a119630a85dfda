"""Short notes over a window: said, with up to two things to do about it, and gone by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from widgets.theme import theme_of
from widgets.words import tr

_QUIET_MS = 6_000
_OFFER_MS = 20_000
_MOST_ACTIONS = 2
_MOST_TOASTS = 3
_LAID_OUT = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide}
_WIDEST = 72
"""In widths of the letter x."""


class Toast(QWidget):
    """A note with its buttons. It stays while the pointer or the focus is on it."""

    gone = Signal()

    def __init__(self, words: str, actions: tuple[QAction, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.label = QLabel(words)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._actions = actions[:_MOST_ACTIONS]
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.setInterval(_OFFER_MS if self._actions else _QUIET_MS)
        self._leaving.timeout.connect(self.dismiss)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._leaving.start()

    @Slot()
    def dismiss(self) -> None:
        """Go away."""
        self._leaving.stop()
        self.hide()
        self.gone.emit()

    def size_within(self, room: int) -> QSize:
        """The size that its words want where it may be so wide."""
        layout = self.layout()
        assert layout is not None
        letter = self.fontMetrics().horizontalAdvance("x")
        words = self.fontMetrics().horizontalAdvance(self.words) + letter
        width = min(words + self._beside(), letter * _WIDEST, room)
        return QSize(width, max(layout.heightForWidth(width), layout.minimumSize().height()))

    def sizeHint(self) -> QSize:
        host = self.parentWidget()
        return self.size_within(host.width() if host is not None else self.width())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._leaving.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            if event.gotFocus():
                self._leaving.stop()
            else:
                self._leaving.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.selection, 1.5))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _lay_out(self) -> None:
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * gap, gap, gap, gap)
        row.addWidget(self.label, 1)
        for action in self._actions:
            button = QPushButton(action.text())
            button.setAutoDefault(True)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            button.clicked.connect(self.dismiss)
            self.buttons.append(button)
            row.addWidget(button)
        close = QToolButton()
        close.setAutoRaise(True)
        close.setText("\u00d7")  # a cross
        close.setToolTip(tr("Dismiss"))
        close.setAccessibleName(tr("Dismiss"))
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.dismiss)
        row.addWidget(close)
        for button in (*self.buttons, close):
            button.installEventFilter(self)
        self.label.setMinimumWidth(1)

    def _beside(self) -> int:
        """The width of all but the words."""
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize().width() - self.label.minimumWidth()


class Toasts(QObject):
    """The notes of a window, the newest lowest, above what is at its lower edge."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._floor = host
        self._spared: list[QWidget] = []
        self.shown: list[Toast] = []
        step = QAction(tr("Go to the Notification"), host)
        step.setShortcut("Ctrl+F6")
        step.triggered.connect(self.focus_newest)
        self.commands = {"go_to_notification": step}
        host.addAction(step)
        host.installEventFilter(self)

    def stand_on(self, floor: QWidget) -> None:
        """Notes end above the lower edge of this part of the window, so that what is below it,
        such as a log, stays in view."""
        self._floor = floor
        floor.installEventFilter(self)
        self.arrange()

    def spare(self, widget: QWidget) -> None:
        """Notes stand left of this while it is there, or above it: it is small, and worked with."""
        self._spared.append(widget)
        widget.installEventFilter(self)
        self.arrange()

    def tell(self, words: str, *actions: QAction) -> Toast:
        """Say something, and offer up to two things to do about it; screen readers hear it.

        The actions belong to the caller; a note that is already shown is not said twice.
        """
        for toast in self.shown:
            if toast.words == words:
                self._drop(toast)
                break
        toast = Toast(words, actions, self._host)
        toast.gone.connect(self._on_gone)
        self.shown.append(toast)
        for old in self.shown[:-_MOST_TOASTS]:
            self._drop(old)
        self.arrange()
        toast.show()
        toast.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, words))
        return toast

    def clear(self) -> None:
        """Take all notes away: what they are about is gone."""
        for toast in tuple(self.shown):
            self._drop(toast)

    @Slot()
    def focus_newest(self) -> None:
        """Give the keyboard to what the newest note offers."""
        if self.shown:
            toast = self.shown[-1]
            target = toast.buttons[0] if toast.buttons else toast.findChild(QToolButton)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def arrange(self) -> None:
        """Put the notes where they belong."""
        margin = self._host.fontMetrics().height()
        bottom = self._lowest() - 2 * margin
        for toast in reversed(self.shown):
            size = toast.size_within(self._host.width() - margin)
            left = (self._host.width() - size.width()) // 2
            place = QRect(QPoint(left, bottom - size.height()), size)
            for rect in self._in_the_way():
                if not rect.intersects(place):
                    continue
                beside = rect.left() - margin // 2 - place.width()
                if beside >= margin // 2:
                    place.moveLeft(beside)
                else:
                    place.moveBottom(rect.top() - margin // 2)
            place.moveTop(max(0, place.top()))
            toast.setGeometry(place)
            bottom = place.top() - margin // 2

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self._host, self._floor, *self._spared) and event.type() in _LAID_OUT:
            self.arrange()
        return super().eventFilter(watched, event)

    def _lowest(self) -> int:
        if self._floor is self._host or not self._floor.isVisible():
            return self._host.height()
        return self._floor.mapTo(self._host, QPoint(0, self._floor.height())).y()

    def _in_the_way(self) -> list[QRect]:
        """Where notes may not stand, the lowest first."""
        self._spared = [one for one in self._spared if isValid(one)]  # projects come and go
        rects = [
            QRect(one.mapTo(self._host, QPoint()), one.size())
            for one in self._spared
            if one.isVisible() and self._host.isAncestorOf(one)
        ]
        return sorted(rects, key=QRect.bottom, reverse=True)

    @Slot()
    def _on_gone(self) -> None:
        toast = self.sender()
        if isinstance(toast, Toast):
            self._drop(toast)

    def _drop(self, toast: Toast) -> None:
        if toast in self.shown:
            self.shown.remove(toast)
            toast.hide()
            toast.deleteLater()
            self.arrange()
