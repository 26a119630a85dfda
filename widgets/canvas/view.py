"""The view: which gesture a press begins, and its keys. What gestures do stands in gestures."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from widgets.canvas.bubble import Bubble
from widgets.canvas.clicking import clicked_at
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.faces import Form
from widgets.canvas.gestures import Gesture
from widgets.canvas.grounds import Edge
from widgets.canvas.level import is_border
from widgets.canvas.linking import End
from widgets.canvas.look import DETAIL
from widgets.canvas.moving import MoveSelected, StretchGround
from widgets.canvas.overlay import Overlay
from widgets.canvas.panned_view import PannedView
from widgets.canvas.scene import CanvasScene
from widgets.canvas.selecting import BoxSelect, Lasso
from widgets.canvas.telling import tooltip
from widgets.canvas.touching import Fingers
from widgets.canvas.walking import step
from widgets.canvas.wiring import DragWire, Knife, LazyLink, PlaceDot, wires_at
from widgets.words import tr

_GRIP = 11.0
"""How near, in pixels, a press must be to a socket to take it."""
_BORDER = 5.0
"""How near, in pixels, a press must be to the edge of a backdrop to take it."""
_EDGES = {
    (1, 0, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1, 0): Qt.CursorShape.SizeVerCursor,
    (1, 1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1, -1): Qt.CursorShape.SizeBDiagCursor,
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Tool(Enum):
    """What the next drag is done with."""

    HAND = 0
    KNIFE = 1
    LASSO = 2


class CanvasView(PannedView):
    """Begins the gestures of a hand on a CanvasScene."""

    opened = Signal(str)
    """A node was double-clicked, or Enter was pressed on it."""
    search_asked = Signal(QPointF)
    """A node is wanted at a point of the scene."""
    wire_dropped = Signal(object, QPointF)
    """A wire (its End) was dropped on nothing."""
    value_asked = Signal(str, str)
    """A value that stands on a node was clicked: the node, and the parameter."""
    model_asked = Signal(str)
    """The button on a node whose model is not here was clicked."""
    menu_asked = Signal(QPoint)

    def __init__(self, scene: CanvasScene, editor: CanvasEditor, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self.setAccessibleName(tr("Node canvas"))
        self._editor = editor
        self.overlay = Overlay(scene)
        self._gesture: Gesture | None = None
        self._pressed_at = QPoint()
        self._is_dragging = False
        self._clicked: str | None = None
        self._pan_from: QPoint | None = None
        self._is_space_down = False
        self._tool = Tool.HAND
        self._bubble = Bubble(self.viewport())
        self._fingers = Fingers()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        scene.nodes_removed.connect(self._on_nodes_removed)

    # --- The mouse ---

    def take_knife(self) -> None:
        """Let the next drag cut wires."""
        self._take(Tool.KNIFE)

    def take_lasso(self) -> None:
        """Let the next drag select what it is drawn around."""
        self._take(Tool.LASSO)

    def place_dot(self) -> None:
        """Put a dot on the wire in hand, or on the one under the cursor."""
        if isinstance(self._gesture, DragWire):
            self._gesture.place_dot()
            return
        point = self.hand()
        wires = wires_at(self._canvas, point, _GRIP / self.scale_now)
        if wires:
            self._editor.add_dot(wires, point)

    @property
    def _is_busy(self) -> bool:
        return self._gesture is not None or self._tool is not Tool.HAND

    def _take(self, tool: Tool) -> None:
        self._tool = tool
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        self.keep_place()
        self._is_dragging, self._clicked = False, None
        point, keys = self.to_scene(self._pressed_at), event.modifiers()
        button = event.button()
        if self._gesture is not None:
            self._end_gesture(is_kept=False)
        if button == Qt.MouseButton.MiddleButton or self._is_space_down:
            self._pan_from = self._pressed_at
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button == Qt.MouseButton.RightButton:
            if keys & Qt.KeyboardModifier.ControlModifier:
                self._gesture = Knife(self._editor, self.overlay, point)
        elif button == Qt.MouseButton.LeftButton:
            self._gesture = self._begun(point, keys)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pan_from is not None:
            way, self._pan_from = at - self._pan_from, at
            self.pan(way.x(), way.y())
            return
        if self._gesture is None:
            if self._canvas.grounds.boxes and not self._is_busy:
                self._show_cursor()
            return
        far = (at - self._pressed_at).manhattanLength()
        if not self._is_dragging and far < QApplication.startDragDistance():
            return
        self._is_dragging = True
        self._bubble.stand_beside(at)
        when = event.timestamp()
        self._gesture.move(self.to_scene(at), event.modifiers(), self.scale_now, when)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._show_cursor()
        elif self._gesture is not None:
            gesture = self._gesture
            self._end_gesture(is_kept=self._is_dragging, is_let_go=True)
            if not self._is_dragging and isinstance(gesture, MoveSelected):
                self._on_clicked(event.position().toPoint())
        event.accept()

    def _on_clicked(self, at: QPoint) -> None:
        """A press without a drag."""
        if self._clicked is not None:
            self._canvas.select([self._clicked])
        is_legible = self.scale_now >= DETAIL
        found = clicked_at(self._canvas, self.to_scene(at)) if is_legible else None
        if found is None or found.node not in self._canvas.selected:
            return
        if found.parameter:
            self.value_asked.emit(*found)
        else:
            self.model_asked.emit(found.node)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = self.to_scene(event.position().toPoint())
        node = self._canvas.node_at(point)
        if node is None:
            self.search_asked.emit(point)
        else:
            self.opened.emit(node)

    def _begun(self, point: QPointF, keys: Qt.KeyboardModifier) -> Gesture | None:
        """The gesture that a press with the left button begins."""
        if self._tool is Tool.KNIFE:
            return Knife(self._editor, self.overlay, point)
        if self._tool is Tool.LASSO:
            return Lasso(self._canvas, self.overlay, point, keys)
        node, is_lazy = self._canvas.node_at(point), keys & Qt.KeyboardModifier.AltModifier
        end = self._canvas.end_at(point, _GRIP / self.scale_now)
        if end is not None and self.scale_now >= DETAIL and not self._is_on_dot(point, node):
            return self._wire_from(end)
        edge = self._edge_at(point)
        if edge is not None:
            self._canvas.select([edge.ground])
            return StretchGround(self._editor, edge, point)
        if node is None:
            return self._on_ground(point, keys)
        if is_lazy and node not in self._canvas.grounds:
            return LazyLink(self._editor, self.overlay, node, self._say)
        if is_border(node):
            return None
        self._pick(node, keys)
        if node not in self._canvas.selected:
            return None
        return MoveSelected(self._editor, self.overlay, point, node)

    def _edge_at(self, point: QPointF) -> Edge | None:
        """The border of a backdrop at a point where no node lies over it."""
        node = self._canvas.node_at(point)
        if node is not None and node not in self._canvas.grounds:
            return None
        return self._canvas.grounds.edge_at(point, _BORDER / self.scale_now)

    def _on_ground(self, point: QPointF, keys: Qt.KeyboardModifier) -> Gesture:
        """What a press beside all nodes begins."""
        if keys & Qt.KeyboardModifier.AltModifier:
            wires = wires_at(self._canvas, point, _GRIP / 2 / self.scale_now)
            if wires:
                return PlaceDot(self._editor, self.overlay, point, wires)
            return Lasso(self._canvas, self.overlay, point, keys)
        return BoxSelect(self._canvas, self.overlay, point, keys)

    def _is_on_dot(self, point: QPointF, node: str | None) -> bool:
        """Whether a point is in the middle of a dot, where it is moved and not wired."""
        if node is None or self._canvas.face(node).shape.form is not Form.DOT:
            return False
        rect = self._canvas.node_rect(node)
        return abs(point.x() - rect.center().x()) <= rect.height() * 0.4

    def _wire_from(self, end: End) -> DragWire:
        """A new wire, or the one that a socket has, held by its loose end."""
        taken = None
        if not end.is_output and not is_border(end.node):
            taken = self._canvas.level.wire(end.node, end.name)
        start = End(taken.source, taken.output, True) if taken is not None else end
        return DragWire(
            self._editor,
            self.overlay,
            start,
            taken=taken,
            on_dropped=self.wire_dropped.emit,
            say=self._say,
        )

    def _pick(self, node: str, keys: Qt.KeyboardModifier) -> None:
        selected = self._canvas.selected
        if keys & Qt.KeyboardModifier.ControlModifier and node in selected:
            self._canvas.select(one for one in selected if one != node)
        elif keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            self._canvas.select((*(one for one in selected if one != node), node))
        elif node not in selected:
            self._canvas.select([node])
        else:
            self._clicked = node

    def _end_gesture(self, *, is_kept: bool, is_let_go: bool = False) -> None:
        gesture, self._gesture = self._gesture, None
        tool, self._tool = self._tool, Tool.HAND
        if gesture is None:
            return
        if is_kept or (gesture.is_click and is_let_go):
            gesture.finish()
        else:
            gesture.cancel()
        if tool is not Tool.HAND:
            self._show_cursor()

    def _on_nodes_removed(self) -> None:
        self._end_gesture(is_kept=False)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._is_space_down:
            shape = Qt.CursorShape.OpenHandCursor
        elif (edge := self._edge_at(self.hand())) is not None:
            shape = _EDGES[abs(edge.across), abs(edge.down), edge.across * edge.down]
        if shape is not self.viewport().cursor().shape():
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        node = self._canvas.node_at(self.to_scene(event.pos()))
        if node is not None and node not in self._canvas.selected:
            self._canvas.select([node])
        self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            return self._on_touched(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event)
            return True
        return super().viewportEvent(event)

    def _on_touched(self, event: QTouchEvent) -> bool:
        """One finger is the hand; a second one takes over and moves the picture."""
        for mouse in self._fingers.take(event, self.viewport()):
            handler = {
                QEvent.Type.MouseButtonPress: self.mousePressEvent,
                QEvent.Type.MouseMove: self.mouseMoveEvent,
                QEvent.Type.MouseButtonRelease: self.mouseReleaseEvent,
            }[mouse.type()]
            handler(mouse)
        way = self._fingers.way
        if way is not None:
            self._end_gesture(is_kept=False)
            self.zoom_on(way.factor, way.at)
            self.pan(round(way.shift.x()), round(way.shift.y()))
        return True

    def paint_over(self, painter: QPainter) -> None:
        self.overlay.paint(painter)

    # --- Keys ---

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Tab and plain:
                self.search_asked.emit(self.hand())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._is_space_down = True
            self._show_cursor()
        elif key == Qt.Key.Key_Escape and (
            self._gesture is not None or self._tool is not Tool.HAND
        ):
            self._end_gesture(is_kept=False)
            self._tool = Tool.HAND
            self._show_cursor()
        elif key == Qt.Key.Key_Alt and isinstance(self._gesture, DragWire):
            if not event.isAutoRepeat():
                self._gesture.place_dot()
        elif key in _ARROWS:
            found = step(self._canvas, *_ARROWS[key])
            if found is not None:
                self.show_node(found)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._canvas.selected:
                self.opened.emit(self._canvas.selected[-1])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_space_down = False
        super().focusOutEvent(event)

    def hand(self) -> QPointF:
        """Where the cursor is on the scene, or the middle of what is seen."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if not self.viewport().rect().contains(at):
            at = self.viewport().rect().center()
        return self.to_scene(at)

    # --- Words beside the cursor ---

    @property
    def words_shown(self) -> str:
        """What is said beside the cursor: why a socket cannot take the dragged wire."""
        return self._bubble.words

    def _say(self, words: str) -> None:
        self._bubble.say(words, self._canvas.look.theme)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        point = self.to_scene(event.pos())
        words = tooltip(self._canvas, point, _GRIP / self.scale_now)
        if words:
            QToolTip.showText(event.globalPos(), words, self.viewport())
        else:
            QToolTip.hideText()
