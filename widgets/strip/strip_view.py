"""The strip under the hand: what mouse, pen, keys and dropped files do to it.

Edits are in editing, what a drag does in gestures.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from pipelines.panels import Panel
from widgets.strip.dropping import dropped_pictures
from widgets.strip.editing import BoardEditing, shot_of
from widgets.strip.gestures import Gesture, Pan, begun_gesture
from widgets.strip.labels import plain_tip, spoken_joint, spoken_panel
from widgets.strip.panel_pictures import PanelPictures
from widgets.strip.strip_canvas import StripCanvas
from widgets.strip.targets import NOTHING, Part, Target
from widgets.words import tr

_ZOOM = 1.2
_ROLL_MS = 16
_WHEEL_STEP = 120
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_CURSORS = {
    Part.EDGE: Qt.CursorShape.SplitHCursor,
    Part.JOINT: Qt.CursorShape.PointingHandCursor,
    Part.MARK_IN: Qt.CursorShape.SizeHorCursor,
    Part.MARK_OUT: Qt.CursorShape.SizeHorCursor,
    Part.TIME: Qt.CursorShape.PointingHandCursor,
}


class StripView(StripCanvas):
    """The painted strip with a hand on it."""

    marks_dragged = Signal(object)
    """Marks: the person pulled one of them here."""
    menu_asked = Signal(object, object)
    """Target and point on the screen: a menu for what lies there."""
    shot_named = Signal(int)
    """The person wants to name the shot of the panel at this place."""
    pictures_dropped = Signal(object, int)
    """Paths, and the gap that they were dropped into."""

    def __init__(self, editing: BoardEditing, pictures: PanelPictures) -> None:
        super().__init__(editing, pictures)
        self._gesture: Gesture | None = None
        self._pointer = QPointF()
        self._keys = _NO_KEYS
        self._panels_seen = editing.panels
        self._rolling = QTimer(self, interval=_ROLL_MS)
        self._rolling.timeout.connect(self.roll_on)
        self.viewport().setAcceptDrops(True)
        editing.changed.connect(self._on_board_changed)
        editing.selection_changed.connect(self._on_selection_changed)
        self._describe()

    @property
    def is_held(self) -> bool:
        return self._gesture is not None

    @property
    def drag_distance(self) -> float:
        """How far a press may wander and be a click."""
        return QApplication.startDragDistance() / 2

    def tip_point(self) -> QPoint:
        below = QPoint(round(self._pointer.x()), round(self.bands.bottom))
        return self.viewport().mapToGlobal(below)

    @Slot()
    def roll_on(self) -> None:
        """While something is dragged at the border, more comes into sight."""
        if self._gesture is None or not self._gesture.scrolls:
            return
        edge = self.fontMetrics().height() * 2.0
        x, room = self._pointer.x(), self.viewport().width()
        beyond = min(x - edge, 0.0) + max(x - (room - edge), 0.0)
        if beyond:
            self.scroll_by(beyond * 0.8)
            self._gesture.move_to(x + self.offset, self._keys)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._keys = event.position(), event.modifiers()
        x = event.position().x() + self.offset
        if event.button() is Qt.MouseButton.MiddleButton:
            self._gesture = Pan(self, x)
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        target = self.target_at(event.position())
        if target.part is Part.SHOT:
            self.editing.select_shot(target.place)
            return
        self._gesture = begun_gesture(self, target, x, event.modifiers())
        if self._gesture is not None:
            self._gesture.move_to(x, event.modifiers())
            self._rolling.start()
        elif target.part is Part.EMPTY and not event.modifiers():
            self.editing.select(())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._keys = event.position(), event.modifiers()
        if self._gesture is not None:
            self._gesture.move_to(event.position().x() + self.offset, event.modifiers())
            return
        self._heat(self.target_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._rolling.stop()
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish()
            self._heat(self.target_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self.target_at(event.position())
        if target.part is Part.SHOT:
            self.shot_named.emit(target.place)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._heat(NOTHING)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self._rolling.stop()
            gesture, self._gesture = self._gesture, None
            gesture.cancel()
            return
        if self._gesture is not None:
            self._follow_keys(event.modifiers())
        event.ignore()  # commands are actions; a scroll area would take the arrows

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._gesture is not None:
            self._follow_keys(event.modifiers())
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = _ZOOM ** (turned.y() / _WHEEL_STEP)
            self.set_zoom(self._zoom * factor, around=event.position().x())
        elif not event.pixelDelta().isNull():
            by = event.pixelDelta()
            self.scroll_by(-(by.x() or by.y()))
        else:
            by = turned.x() or turned.y()
            self.scroll_by(-by / _WHEEL_STEP * self.picture_width * 0.75)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            ids = [panel.id for panel in self.panels]
            at = ids.index(self.editing.cursor) if self.editing.cursor in ids else -1
            point = self.tile_rect(at).center().toPoint() if at >= 0 else QPoint()
            target = Target(Part.PANEL, at) if at >= 0 else NOTHING
        else:
            point = event.pos()
            target = self.target_at(QPointF(point))
        if target.part in (Part.PANEL, Part.EDGE):
            panel = self.panels[target.place].id
            if panel not in self.editing.selected:
                self.editing.select([panel])
        self.menu_asked.emit(target, self.viewport().mapToGlobal(point))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        zooms = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is zooms:
            self.set_zoom(self._zoom * (1 + event.value()), around=event.position().x())
            return True
        return super().viewportEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.editing.board is not None and dropped_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        x = event.position().x() + self.offset
        self.show_insertion(self.layout_shown.gap_at(x))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.show_insertion(None)

    def dropEvent(self, event: QDropEvent) -> None:
        gap = self.layout_shown.gap_at(event.position().x() + self.offset)
        self.show_insertion(None)
        event.acceptProposedAction()
        self.pictures_dropped.emit(dropped_pictures(event.mimeData()), gap)

    def _follow_keys(self, keys: Qt.KeyboardModifier) -> None:
        """Shift pressed or let go in the middle of a drag changes what it does."""
        self._keys = keys
        if self._gesture is not None:
            self._gesture.move_to(self._pointer.x() + self.offset, keys)

    def _heat(self, target: Target) -> None:
        if target != self._hot:
            self._hot = target
            cursor = _CURSORS.get(target.part)
            if cursor is None:
                self.viewport().unsetCursor()
            else:
                self.viewport().setCursor(cursor)
            self.viewport().update()

    def _words_at(self, point: QPointF) -> str:
        target = self.target_at(point)
        if target.place < 0:
            return ""
        panel = self.panels[target.place]
        match target.part:
            case Part.PANEL:
                words = spoken_panel(panel, target.place + 1, len(self.panels), self.fps)
                board = self.editing.board
                why = self.pictures.refusal(board, panel) if board is not None else ""
                return f"{words}\n{why}" if why else words
            case Part.EDGE:
                return tr("Drag to retime the panel; with Shift its neighbour gives way.")
            case Part.JOINT:
                return self._words_of_joint(panel)
            case Part.SHOT:
                return tr(
                    "Shot “{id}”. Double-click to name it.", id=shot_of(self.panels, panel.id)
                )
            case _:
                return ""

    def _words_of_joint(self, panel: Panel) -> str:
        said = tr(
            "{joint}. Click for the next kind, drag for a move.", joint=spoken_joint(panel.joint)
        )
        if panel.id in self.doubtful:
            why = self.reasons.get(panel.id) or tr(
                "The drawings are too unlike, so the first holds and then the second."
            )
            said += "\n" + why
        return said

    # What happened

    @Slot()
    def _on_board_changed(self) -> None:
        before, self._panels_seen = self._panels_seen, self.editing.panels
        self.pictures.fall_behind()
        self._fit_bar()
        known = {panel.id: panel for panel in before}
        fresh = [
            place
            for place, panel in enumerate(self._panels_seen)
            if known.get(panel.id) is not panel
        ]
        if before and fresh and len(fresh) < len(self._panels_seen):
            self.reveal(fresh[0])
        self.viewport().update()
        self._describe()

    @Slot()
    def _on_selection_changed(self) -> None:
        ids = [panel.id for panel in self.panels]
        if self.editing.cursor in ids and self._gesture is None:
            self.reveal(ids.index(self.editing.cursor))
        self.viewport().update()
        self._describe()

    def set_doubtful(self, reasons: Mapping[str, str]) -> None:
        super().set_doubtful(reasons)
        self._describe()

    def _describe(self) -> None:
        """Say for a screen reader which panel the keyboard is at."""
        for place, panel in enumerate(self.editing.panels):
            if panel.id == self.editing.cursor:
                count = len(self.editing.panels)
                words = spoken_panel(panel, place + 1, count, self.fps)
                held = tr("Its move holds.") if panel.id in self.doubtful else ""
                self.setAccessibleDescription(f"{words} {held}".strip())
                return
        self.setAccessibleDescription("")
