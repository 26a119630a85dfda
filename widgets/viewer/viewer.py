"""The viewer: frames of one output, played, scrubbed, stepped, and compared with another's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nodes.frame_serving.messages import ArrivedFrame, FrameState, Strip
from pipelines.media.timecode import shifted
from widgets.pictures import AlphaView
from widgets.time_ruler.ruler import RulerContent, TimeRuler
from widgets.viewer.picture_view import CompareMode, PictureView
from widgets.viewer.playback import Playback
from widgets.viewer.supply import FrameSupply
from widgets.viewer.tools.overlay import ToolOverlay
from widgets.viewer.tools.tool import ViewTool
from widgets.viewer.transport import TransportBar, next_of

_FAR = 10
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
Keys = tuple[Qt.Key, Qt.KeyboardModifier]


class Viewer(QWidget):
    """Picture, ruler and transport on one playhead. It is given where its frames come from."""

    frame_changed = Signal(int)
    """Another frame is looked at."""
    marks_changed = Signal(object)
    """Marks, or None: the person set in and out."""

    tool_left = Signal()
    """Escape was pressed over the tool: the person is done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self.ruler = TimeRuler(self)
        self.bar = TransportBar(self)
        self.playback = Playback(self)
        self._supply: FrameSupply | None = None
        self._compared: FrameSupply | None = None
        self._overlay: ToolOverlay | None = None
        self._strip: Strip | None = None
        self._asked = (-1, (0, 0))
        self._space_held = False
        self._space_panned = False
        self._keys = self._bindings()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        column.addWidget(self.ruler)
        column.addWidget(self.bar)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.picture, self.ruler):
            part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            part.setFocusProxy(self)
        self.setAccessibleName("Viewer")
        self._connect()
        self.bar.loop.setChecked(self.playback.loops)
        self.update_content()

    def set_supply(self, supply: FrameSupply | None) -> None:
        """Show the frames of another supply; None shows nothing."""
        if self._supply is not None:
            self._supply.frame_arrived.disconnect(self._on_frame_arrived)
            self._supply.output_changed.disconnect(self.refresh)
        self._supply = supply
        self.picture.clear()
        if supply is not None:
            supply.frame_arrived.connect(self._on_frame_arrived)
            supply.output_changed.connect(self.refresh)
        self.refresh()

    def set_compared(self, supply: FrameSupply | None) -> None:
        """Compare with the frames of another supply; None compares with nothing."""
        if self._compared is not None:
            self._compared.frame_arrived.disconnect(self._on_compared_arrived)
            self._compared.output_changed.disconnect(self.refresh)
        self._compared = supply
        self.picture.clear(compared=True)
        if supply is not None:
            supply.frame_arrived.connect(self._on_compared_arrived)
            supply.output_changed.connect(self.refresh)
        self.set_compare(self.picture.compare if supply is not None else CompareMode.OFF)

    def set_compare(self, mode: CompareMode) -> None:
        """Compare in another way."""
        if self._compared is None:
            mode = CompareMode.OFF
        self.picture.set_compare(mode)
        self.bar.show_compare(mode, possible=self._compared is not None)
        self.refresh()

    def set_tool(self, tool: ViewTool | None) -> None:
        """Lay a tool over the picture; None takes it away."""
        if self._overlay is not None:
            had_focus = self._overlay.hasFocus()
            self._overlay.hide()
            self._overlay.deleteLater()
            self._overlay = None
            if had_focus:
                self.setFocus()
        if tool is not None:
            self._overlay = ToolOverlay(self.picture, tool)
            self._overlay.left.connect(self.tool_left)
            self._overlay.setFocus()

    @property
    def tool(self) -> ViewTool | None:
        """The tool over the picture."""
        return self._overlay.tool if self._overlay is not None else None

    def set_alpha(self, alpha: AlphaView) -> None:
        """Show transparency in another way."""
        self.picture.set_alpha(alpha)
        self.bar.show_alpha(alpha)

    @Slot()
    def refresh(self) -> None:
        """Ask again for the frame that is looked at: it may be another one now."""
        self._asked = (-1, (0, 0))
        self._ask()

    @Slot()
    def update_content(self) -> None:
        """Show where one is."""
        playback, strip = self.playback, self._strip
        self.ruler.set_frame(playback.frame)
        self.ruler.set_marks(playback.marks)
        if strip is None:
            self.bar.timecode.setText("")
            self.bar.frame.setText("")
        else:
            start = strip.format.start_timecode
            self.bar.timecode.setText(shifted(start, playback.frame, strip.format.fps))
            self.bar.frame.setText(f"{playback.frame} / {max(playback.length - 1, 0)}")
        has_zoom = not self.picture.picture_size.isEmpty()
        self.bar.zoom.setText(f"{self.picture.zoom * 100:.0f} %" if has_zoom else "")

    def _connect(self) -> None:
        bar, playback = self.bar, self.playback
        playback.frame_changed.connect(self._on_frame_changed)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.marks_changed.connect(self._on_marks_changed)
        self.ruler.scrubbed.connect(self._on_scrubbed)
        self.ruler.marks_dragged.connect(playback.set_marks)
        self.picture.framing_changed.connect(self._on_framing_changed)
        bar.start_pressed.connect(self.go_to_start)
        bar.end_pressed.connect(self.go_to_end)
        bar.back_pressed.connect(self.step_back)
        bar.on_pressed.connect(self.step_on)
        bar.play_pressed.connect(playback.toggle)
        bar.loop_toggled.connect(self._on_loop_toggled)
        bar.fit_pressed.connect(self.picture.fit)
        bar.alpha_chosen.connect(self.set_alpha)
        bar.compare_chosen.connect(self.set_compare)
        bar.gain_chosen.connect(self.picture.set_gain)

    # Commands

    def _bindings(self) -> dict[Keys, Callable[[], None]]:
        key = Qt.Key
        return {
            (key.Key_Left, _NONE): self.step_back,
            (key.Key_Right, _NONE): self.step_on,
            (key.Key_Left, _SHIFT): self.leap_back,
            (key.Key_Right, _SHIFT): self.leap_on,
            (key.Key_Home, _NONE): self.go_to_start,
            (key.Key_End, _NONE): self.go_to_end,
            (key.Key_I, _NONE): self.playback.mark_in,
            (key.Key_O, _NONE): self.playback.mark_out,
            (key.Key_X, _NONE): self.clear_marks,
            (key.Key_R, _NONE): self.bar.loop.toggle,
            (key.Key_F, _NONE): self.picture.fit,
            (key.Key_1, _NONE): self.picture.show_actual_pixels,
            (key.Key_Plus, _NONE): self.zoom_in,
            (key.Key_Plus, _CTRL): self.zoom_in,
            (key.Key_Minus, _NONE): self.zoom_out,
            (key.Key_Minus, _CTRL): self.zoom_out,
            (key.Key_A, _NONE): self.cycle_alpha,
            (key.Key_C, _NONE): self.cycle_compare,
        }

    @Slot()
    def step_back(self) -> None:
        """One frame back."""
        self.playback.step(-1)

    @Slot()
    def step_on(self) -> None:
        """One frame on."""
        self.playback.step(1)

    def leap_back(self) -> None:
        """Some frames back."""
        self.playback.step(-_FAR)

    def leap_on(self) -> None:
        """Some frames on."""
        self.playback.step(_FAR)

    @Slot()
    def go_to_start(self) -> None:
        """The first frame within the marks, or of all."""
        at_first = self.playback.frame == self.playback.first
        self.playback.go_to(0 if at_first else self.playback.first)

    @Slot()
    def go_to_end(self) -> None:
        """The last frame within the marks, or of all."""
        at_last = self.playback.frame == self.playback.last
        self.playback.go_to(self.playback.length - 1 if at_last else self.playback.last)

    def clear_marks(self) -> None:
        """Play everything."""
        self.playback.set_marks(None)

    def zoom_in(self) -> None:
        """The next larger zoom, at the pointer."""
        self.picture.zoom_step(larger=True)

    def zoom_out(self) -> None:
        """The next smaller zoom, at the pointer."""
        self.picture.zoom_step(larger=False)

    def cycle_alpha(self) -> None:
        """The next view of transparency."""
        self.set_alpha(next_of(AlphaView, self.picture.alpha))

    def cycle_compare(self) -> None:
        """The next way of comparing."""
        self.set_compare(next_of(CompareMode, self.picture.compare))

    # The hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space_held, self._space_panned = True, False
                self.picture.installEventFilter(self)
                self.picture.set_pans_with_left(pans=True)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._keys.get((Qt.Key(event.key()), modifiers & ~_shift_of(event)))
        if command is None:
            super().keyPressEvent(event)
        else:
            command()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self._space_held:
            super().keyReleaseEvent(event)
            return
        self._let_go_of_space()
        if not self._space_panned:
            self.playback.toggle()

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QMouseEvent.Type.MouseButtonPress:
            self._space_panned = True
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go_of_space()
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _let_go_of_space(self) -> None:
        if self._space_held:
            self._space_held = False
            self.picture.removeEventFilter(self)
            self.picture.set_pans_with_left(pans=False)

    # What happened

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        strip = arrived.answer.strip
        if strip is not None and strip != self._strip:
            self._take_strip(strip)
        elif arrived.answer.state is FrameState.EMPTY:
            self._strip = None
            self.ruler.set_content(RulerContent())
            self.playback.pause()
        self.picture.show_arrived(arrived)
        self.update_content()
        self._ask()

    @Slot(object)
    def _on_compared_arrived(self, arrived: ArrivedFrame) -> None:
        self.picture.show_arrived(arrived, compared=True)

    @Slot(int)
    def _on_frame_changed(self, frame: int) -> None:
        self.update_content()
        self._ask()
        self.frame_changed.emit(frame)

    @Slot(bool)
    def _on_playing_changed(self, plays: bool) -> None:
        self.bar.show_playing(plays=plays)

    @Slot()
    def _on_marks_changed(self) -> None:
        self.ruler.set_marks(self.playback.marks)
        self.marks_changed.emit(self.playback.marks)

    @Slot(int)
    def _on_scrubbed(self, frame: int) -> None:
        self.playback.pause()
        self.playback.go_to(frame)

    @Slot(bool)
    def _on_loop_toggled(self, loops: bool) -> None:
        self.playback.set_loops(loops=loops)

    @Slot()
    def _on_framing_changed(self) -> None:
        self.update_content()
        self._ask()

    def _take_strip(self, strip: Strip) -> None:
        """Other frames: their number, rate, shots, and, where the clip brings some, its marks."""
        before, self._strip = self._strip, strip
        shape = strip.format
        self.ruler.set_content(
            RulerContent(strip.length, shape.fps, shape.start_timecode, strip.shots)
        )
        self.playback.set_extent(strip.length, shape.fps)
        if before is None or before.marks != strip.marks:
            self.playback.set_marks(strip.marks)

    def _ask(self) -> None:
        """Ask for the frame that is looked at, unless that is what was asked last."""
        wanted = (self.playback.frame, self.picture.wanted_size())
        if self._supply is None or not self.isVisible() or self._is_enough(wanted):
            return
        self._asked = wanted
        self._supply.request(*wanted)
        if self._compared is not None and self.picture.compare is not CompareMode.OFF:
            self._compared.request(*wanted)

    def _is_enough(self, wanted: tuple[int, tuple[int, int]]) -> bool:
        """Whether what was asked last shows this as well: the frame, in this size or larger."""
        (frame, (width, height)), (asked, (had_width, had_height)) = wanted, self._asked
        return frame == asked and width <= had_width and height <= had_height


def _shift_of(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Shift where it only makes the character: "+" is typed with it on many keyboards."""
    return _SHIFT if event.text() in ("+", "-") else _NONE
