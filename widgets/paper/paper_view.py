"""The paper under the pen: events in, strokes out, painted once a frame."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from widgets.paper.brush_outline import BrushOutline
from widgets.paper.desk import PaperDesk
from widgets.paper.framing import PaperFraming
from widgets.paper.guides import Guides
from widgets.paper.hand import BRUSHES, ToolKind
from widgets.paper.held_pen import HeldPen
from widgets.paper.pen_palette import PenPalette
from widgets.paper.pen_points import is_touch, mouse_point, pen_point
from widgets.paper.tools.handles import draw_ants
from widgets.paper.tools.kit import made_tools
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.paper.touches import Touches
from widgets.theme import mixed, theme_of
from widgets.words import tr

FRAME_MS = 8


class PaperView(QWidget):
    """Shows the sheet of a desk and hands the pen to its tools."""

    framing_changed = Signal()
    escaped = Signal()
    """Escape was pressed, and there was nothing to give up."""

    def __init__(self, desk: PaperDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.framing = PaperFraming()
        self.guides = Guides()
        self.pen_palette: PenPalette | None = None
        """What the pen's button opens."""
        self._tools = made_tools(desk)
        self._waiting: list[PenPoint] = []
        self._later = HeldPen(desk.work, self)
        self._held: Tool | None = None
        self._pan_from: QPointF | None = None
        self._space_held = False
        self._pressure = 1.0
        """That of the last point on the paper: a pen that leaves it presses with nothing."""
        self._outline = BrushOutline(self)
        self._touches = Touches()
        self._frame = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._on_frame_due)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Paper"))
        self.setAccessibleDescription(tr("Draw here with the pen or the mouse."))
        desk.redrawn.connect(self._on_redrawn)
        desk.selection_changed.connect(self.update)
        desk.hand.changed.connect(self._on_hand_changed)
        desk.board.changed.connect(self._on_board_changed)
        self._tool_kind = desk.hand.tool
        self._in_hand = (desk.board.panel_id, desk.board.layer_id)
        self._on_hand_changed()

    # Commands

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tools[self.desk.hand.tool]

    @Slot()
    def fit(self) -> None:
        """Show the whole paper, upright."""
        before = self._to_canvas, self.framing.is_fitted
        self.framing.fit(self.desk.board.size, self._view)
        if (self._to_canvas, self.framing.is_fitted) != before:
            self._on_framed()

    def zoom(self, factor: float, point: QPointF | None = None) -> None:
        """Zoom about a point of the view, or its middle."""
        at = point if point is not None else QRectF(self.rect()).center()
        self.framing.zoom_at(factor, at, self._view)
        self._on_framed()

    def turn(self, degrees: float) -> None:
        """Turn the paper, clockwise."""
        self.framing.turn_at(degrees, QRectF(self.rect()).center(), self._view)
        self._on_framed()

    @Slot()
    def mirror(self) -> None:
        """Look at the paper from behind."""
        self.framing.mirror(self.desk.board.size)
        self._on_framed()

    @Slot()
    def toggle_guides(self) -> None:
        """Show or hide the safe areas."""
        self.guides.shows_safe_areas = not self.guides.shows_safe_areas
        self.update()

    @Slot()
    def frame_next_aspect(self) -> None:
        """Dim what a picture of the next aspect would leave out, or nothing."""
        self.guides.frame_next(self.desk.board.size)
        self.update()

    @Slot()
    def deselect(self) -> None:
        """Give up what is under way, or the selection."""
        if self._later.drop():
            return
        if self._held is not None:
            self._held.cancel()
            self._held = None
            self._frame.stop()
            self._waiting.clear()
        elif self.tool.is_holding:
            self.tool.cancel()
        elif self.desk.selection is not None:
            self.desk.select(None)
        else:
            self.escaped.emit()

    @Slot()
    def put_down(self) -> None:
        """Finish what the tool holds."""
        self.tool.put_down()

    # The pen

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        self._touches.see_pen(event.timestamp())
        point = self._timed(pen_point(event, self._to_canvas))
        match event.type():
            case QEvent.Type.TabletPress if event.button() is Qt.MouseButton.LeftButton:
                self._press(point, event.position())
            case QEvent.Type.TabletPress if event.button() is Qt.MouseButton.RightButton:
                self._open_palette(event.position())
            case QEvent.Type.TabletRelease if event.button() is Qt.MouseButton.RightButton:
                self._close_palette(event.position())
            case QEvent.Type.TabletMove:
                self._go_on(point, event.position())
            case QEvent.Type.TabletRelease if event.button() is Qt.MouseButton.LeftButton:
                self._release(point, event.position())
            case _:
                pass

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan_from = event.position()
        elif event.button() is Qt.MouseButton.RightButton:
            self._open_palette(event.position())
        elif event.button() is Qt.MouseButton.LeftButton and not is_touch(event):
            self._press(self._timed(mouse_point(event, self._to_canvas)), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(self._timed(mouse_point(event, self._to_canvas)), event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self._close_palette(event.position())
        elif event.button() in (Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton):
            self._release(self._timed(mouse_point(event, self._to_canvas)), event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, steps = event.pixelDelta(), event.angleDelta().y() / 120
        if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.framing.pan(QPointF(pixels), self._view)
            self._on_framed()
        else:
            self.zoom(1.2**steps, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = True
            self._show_cursor()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    @Slot(bool)
    def set_pen_near(self, near: bool) -> None:
        """The pen is within reach: fingers rest, they do not mean anything."""
        self._touches.set_pen_near(near)

    def _touch(self, event: QTouchEvent) -> None:
        event.accept()  # no mouse is made of it
        pull = self._touches.read(event)
        if pull is not None and self._held is None:
            self.framing.pan(pull.by, self._view)
            self.framing.zoom_at(pull.factor, self.mapFromGlobal(pull.at), self._view)
            self._on_framed()

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
            case Qt.NativeGestureType.RotateNativeGesture:
                self.framing.turn_at(event.value(), event.position(), self._view)
                self._on_framed()
            case _:
                return False
        return True

    @Slot()
    def open_palette(self) -> None:
        """Open the palette where the pointer is, or in the middle."""
        at = self.mapFromGlobal(QCursor.pos())
        if self.pen_palette is not None and self._held is None:
            inside = self.rect().contains(at)
            self.pen_palette.open_at(QPointF(at if inside else self.rect().center()))

    def _open_palette(self, at: QPointF) -> None:
        if self.pen_palette is not None and self._held is None:
            self.pen_palette.open_at(at, pulled=True)

    def _close_palette(self, at: QPointF) -> None:
        if self.pen_palette is not None:
            self.pen_palette.let_go(at)

    def _press(self, point: PenPoint, at: QPointF) -> None:
        if self.pen_palette is not None and self.pen_palette.isVisible():
            self.pen_palette.close_palette()
            return
        if self._space_held:
            self._pan_from = at
            return
        if self._later.takes(self._press, point, at, begins=True):
            return
        picks = bool(point.modifiers & Qt.KeyboardModifier.AltModifier)
        is_brush = self.desk.hand.tool in BRUSHES or self.desk.hand.tool is ToolKind.FILL
        self._held = self._tools[ToolKind.PICK] if picks and is_brush else self.tool
        self._held.press(point)
        self._pressure = point.pressure
        self._frame.start()

    def leaveEvent(self, event: QEvent) -> None:
        self._outline.follow(None)
        super().leaveEvent(event)

    def _go_on(self, point: PenPoint, at: QPointF) -> None:
        self._outline.follow(at)
        if self._later.takes(self._go_on, point, at):
            return
        if self.pen_palette is not None and self.pen_palette.is_pulled:
            self.pen_palette.follow(at)
        elif self._pan_from is not None:
            self.framing.pan(at - self._pan_from, self._view)
            self._pan_from = at
            self._on_framed()
        elif self._held is not None:
            self._pressure = point.pressure
            self._waiting.append(point)

    def _release(self, point: PenPoint, at: QPointF) -> None:
        if self._later.takes(self._release, point, at):
            return
        self._pan_from = None
        held, self._held = self._held, None
        if held is None:
            return
        self._frame.stop()
        self._waiting.append(point._replace(pressure=self._pressure))
        held.move(self._taken())
        held.release()

    @Slot()
    def _on_frame_due(self) -> None:
        if self._held is None:
            return
        points = self._taken()
        if points:
            self._held.move(points)
        else:
            self._held.rest(perf_counter() - self._clock_offset)

    def _taken(self) -> list[PenPoint]:
        points, self._waiting = self._waiting, []
        return points

    def _timed(self, point: PenPoint) -> PenPoint:
        """The point, after its clock was compared with the one that frames go by."""
        self._clock_offset = perf_counter() - point.at
        return point

    _clock_offset = 0.0

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(event.rect(), mixed(theme.canvas, theme.border, 0.35))
        flat = self.desk.picture
        to_view = self.framing.to_view(self._view)
        painter.save()
        painter.setTransform(to_view, combine=True)
        zoom, is_upright = self.framing.zoom, self.framing.angle == 0
        smooth = not is_upright or (zoom < 2 and zoom != 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        # As a whole, clipped to what is due: a part by itself would be sampled a little otherwise.
        painter.drawImage(0, 0, flat)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.guides.paint(painter, self.desk.board.size, to_view)
        (self._held or self.tool).paint(painter, to_view)
        if self.desk.selection is not None and not self.tool.shows_selection:
            draw_ants(painter, to_view.map(self.desk.selection.outline), closed=True)
        self._outline.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.framing.is_fitted:
            self.framing.fit(self.desk.board.size, self._view)
        self._on_framed()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.desk.palette = self.palette()
            self.update()
        super().changeEvent(event)

    @Slot(QRect)
    def _on_redrawn(self, area: QRect) -> None:
        if self.desk.picture.rect() == area:
            self.update()
            return
        self.update(self.framing.area_in_view(QRectF(area), self._view).toAlignedRect())

    @Slot()
    def _on_hand_changed(self) -> None:
        if self.desk.hand.tool is not self._tool_kind:
            self._tools[self._tool_kind].put_down()
            self._tool_kind = self.desk.hand.tool
        self._show_cursor()
        self.update()

    @Slot()
    def _on_board_changed(self) -> None:
        """What a tool holds is laid down where it was taken before another drawing is in hand."""
        before, self._in_hand = self._in_hand, (self.desk.board.panel_id, self.desk.board.layer_id)
        if before != self._in_hand:
            self.tool.put_down()
        if before != self._in_hand or (self._held or self.tool).draws_over:
            self.update()

    def _on_framed(self) -> None:
        self._show_cursor()
        self.update()
        self.framing_changed.emit()

    @property
    def _view(self) -> QSizeF:
        return QSizeF(self.size())

    @property
    def _to_canvas(self) -> QTransform:
        return self.framing.to_canvas(self._view)

    def _show_cursor(self) -> None:
        size, tool_cursor = self.tool.size, self.tool.cursor
        if self._space_held:
            size, tool_cursor = None, QCursor(Qt.CursorShape.OpenHandCursor)
        diameter = None if size is None else size * self.framing.zoom
        self._outline.show(diameter, tool_cursor)
