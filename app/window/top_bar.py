"""The bar at the top: the rooms, the run at work, and the button that makes the film."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStyle,
    QToolBar,
    QWidget,
)

from app.window.rooms import Room, Rooms
from app.window.run_desk import RunDesk
from app.window.run_forecast import spoken_forecast
from app.window.run_queue_view import said_of_run
from widgets.elided_label import ElidedLabel
from widgets.segmented import Segmented
from widgets.theme import READABLE_TEXT, mixed, readable, theme_of
from widgets.words import tr

_TICK_MS = 500


class MainButton(QPushButton):
    """The button of an action that a newcomer should find first."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self.update_content)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the action as it is now."""
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.fontMetrics().height(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.selection if self.isEnabled() else theme.border
        if self.isDown() or self.underMouse():
            ground = mixed(ground, theme.text, 0.2 if self.isDown() else 0.1)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        words = QColor("black" if theme.is_dark else "white")
        painter.setPen(readable(words, READABLE_TEXT, ground))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.text, 1.5))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 6, 6)


class TopBar(QToolBar):
    """Rooms at the left, the run and its button at the right."""

    def __init__(self, rooms: Rooms, desk: RunDesk, export: QAction) -> None:
        super().__init__(tr("Rooms"))
        self._rooms = rooms
        self._desk = desk
        self.setObjectName("Rooms")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        wiring = rooms.commands["show_wiring"]
        choices = {room.value: (room.label, room.about) for room in Room}
        self.choice = Segmented(choices, tr("Rooms"))
        self.wiring = QPushButton(wiring.text())
        self.wiring.setFlat(True)
        self.wiring.setToolTip(wiring.toolTip())
        self.wiring.clicked.connect(wiring.trigger)
        self.words = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress of the node at work"))
        self.stop = QPushButton(tr("Stop"))
        self.stop.setToolTip(tr("Stop the run and empty the queue. What is finished is kept."))
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.update_content)
        self.export = MainButton(export)
        self._lay_out()
        self.choice.chosen.connect(rooms.show)
        rooms.entered.connect(self._on_room_entered)
        self.stop.clicked.connect(desk.stop)
        desk.changed.connect(self.update_content)
        desk.forecast_changed.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show how far the run at work is."""
        desk = self._desk
        if desk.order is not None and not self._ticking.isActive():
            self._ticking.start()
        elif desk.order is None:
            self._ticking.stop()
        self.bar.setVisible(desk.order is not None)
        self.stop.setVisible(desk.is_running)
        self.words.show_text(self._said())
        share = desk.states.of(desk.working_on).progress if desk.working_on else None
        self.bar.setRange(0, 100 if share else 0)
        self.bar.setValue(round(100 * (share or 0)))

    def _said(self) -> str:
        """What is at work; where nothing is, what a long run would make."""
        desk, found = self._desk, self._desk.forecast
        if desk.order is not None:
            return tr("{title}: {how}", title=desk.order.title, how=said_of_run(desk))
        if desk.is_running:
            return tr("Paused") if desk.queue.is_paused else tr("Making the film …")
        return spoken_forecast(found) if found is not None and found.is_long else ""

    def _lay_out(self) -> None:
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        letter = self.fontMetrics().horizontalAdvance("x")
        self.bar.setFixedWidth(letter * 18)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.words.setAlignment(right)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        row.setSpacing(gap)
        for part in (self.choice, self.wiring):
            row.addWidget(part)
        row.addWidget(self.words, 1)
        for part in (self.bar, self.stop, self.export):
            row.addWidget(part)
        self.addWidget(inside)

    @Slot(str)
    def _on_room_entered(self, room: str) -> None:
        self.choice.show_choice(room)
        self.wiring.setVisible(room != Room.WIRE)
