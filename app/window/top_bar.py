"""The bar at the top: the rooms, the run at work, and the button that makes the film."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolBar,
    QWidget,
)

from app.window.rooms import Room, Rooms
from app.window.run_desk import RunDesk
from widgets.inspector.elided_label import ElidedLabel
from widgets.segmented import Segmented
from widgets.words import tr


class MainButton(QPushButton):
    """The button of an action that a newcomer should find first."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self.update_content)
        self._dress()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the action as it is now."""
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.fontMetrics().height(), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._dress()

    def _dress(self) -> None:
        shown = self.palette()
        fresh = QPalette()
        ground, words = fresh.highlight(), fresh.highlightedText()
        for role, brush in (
            (QPalette.ColorRole.Button, ground),
            (QPalette.ColorRole.ButtonText, words),
        ):
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                shown.setBrush(group, role, brush)
        self.setPalette(shown)


class TopBar(QToolBar):
    """Rooms at the left, the run and its button at the right."""

    def __init__(self, rooms: Rooms, desk: RunDesk, export: QAction, wiring: QAction) -> None:
        super().__init__(tr("Rooms"))
        self._rooms = rooms
        self._desk = desk
        self.setObjectName("Rooms")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
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
        self.export = MainButton(export)
        self._lay_out()
        self.choice.chosen.connect(rooms.show)
        rooms.entered.connect(self._on_room_entered)
        self.stop.clicked.connect(desk.stop)
        desk.changed.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show how far the run at work is."""
        desk = self._desk
        for part in (self.words, self.bar, self.stop):
            part.setVisible(desk.is_running)
        path = desk.working_on
        share = desk.states.of(path).progress if path else None
        self.words.show_text(tr("Making the film …") if desk.order is None else desk.order.title)
        self.bar.setRange(0, 100 if share else 0)
        self.bar.setValue(round(100 * (share or 0)))

    def _lay_out(self) -> None:
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        letter = self.fontMetrics().horizontalAdvance("x")
        self.bar.setFixedWidth(letter * 18)
        self.words.setMaximumWidth(letter * 40)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        row.setSpacing(gap)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for part in (self.choice, self.wiring, space, self.words, self.bar, self.stop, self.export):
            row.addWidget(part)
        self.addWidget(inside)

    @Slot(str)
    def _on_room_entered(self, room: str) -> None:
        self.choice.show_choice(room)
        self.wiring.setVisible(room != Room.WIRE)
