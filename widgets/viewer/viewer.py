"""The viewer: frames of one output, played, scrubbed, stepped, and compared with another's."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nodes.frame_serving.messages import ArrivedFrame, FrameState, PixelAnswer, Raster, Strip
from pipelines.media.timecode import shifted
from widgets.pictures import AlphaView
from widgets.time_ruler.ruler import RulerContent, TimeRuler
from widgets.viewer.asking import Asking
from widgets.viewer.compare_mode import CompareMode, Wipe
from widgets.viewer.jumping import typed_frame, typed_timecode
from widgets.viewer.picture_view import PictureView
from widgets.viewer.play_clock import PlayClock
from widgets.viewer.playback import SPEEDS, Playback
from widgets.viewer.sounding import Sounding
from widgets.viewer.source_bar import Source, SourceBar
from widgets.viewer.supply import FrameSupply
from widgets.viewer.tools.overlay import ToolOverlay
from widgets.viewer.tools.tool import ViewTool
from widgets.viewer.transport import TransportBar
from widgets.viewer.viewer_commands import made_commands
from widgets.words import tr

_FAR = 10
_LOUDER = 0.1
_TURN = 45.0


class Viewer(QWidget):
    """Picture, ruler and bars on one playhead. It is given where its frames come from, and the
    clock that it plays by."""

    frame_changed = Signal(int)
    """Another frame is looked at."""
    marks_changed = Signal(object)
    """Marks, or None: the person set in and out."""
    tool_left = Signal()
    """Escape was pressed over the tool: the person is done with it."""
    run_wanted = Signal()
    """What is looked at has not run, and the person wants it to."""
    lock_toggled = Signal(bool)
    """Whether it stays with its node whatever is selected."""
    output_chosen = Signal(object)
    """The name of another output of the node."""
    compared_chosen = Signal(object)
    """The key of a Source that was offered; empty for nothing."""

    def __init__(self, parent: QWidget | None = None, *, clock: PlayClock | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self.ruler = TimeRuler(self)
        self.playback = Playback(self, clock=clock)
        self.sounding = Sounding(self.playback, self)
        self.asking = Asking(self.playback, self.picture, self)
        self._supply: FrameSupply | None = None
        self._compared: FrameSupply | None = None
        self._overlay: ToolOverlay | None = None
        self._strip: Strip | None = None
        self._space_held = False
        self._space_panned = False
        self.commands = made_commands(self)
        self.source = SourceBar(self.commands, self)
        self.bar = TransportBar(self.commands, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.source)
        column.addWidget(self.picture, 1)
        column.addWidget(self.ruler)
        column.addWidget(self.bar)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.picture, self.ruler):
            part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            part.setFocusProxy(self)
        self.setAccessibleName(tr("Viewer"))
        self._connect()
        self.commands["loop"].setChecked(self.playback.loops)
        self.bar.show_playing(plays=False)
        self.update_content()

    # What is looked at

    def set_supply(self, supply: FrameSupply | None) -> None:
        """Show the frames of another supply; None shows nothing."""
        if self._supply is not None:
            self._supply.frame_arrived.disconnect(self._on_frame_arrived)
            self._supply.output_changed.disconnect(self.refresh)
            self._supply.pixel_probed.disconnect(self._on_pixel_probed)
        self._supply = supply
        self.picture.show_preview(None)
        self.picture.clear()
        self.sounding.set_supply(supply)
        if supply is not None:
            supply.frame_arrived.connect(self._on_frame_arrived)
            supply.output_changed.connect(self.refresh)
            supply.pixel_probed.connect(self._on_pixel_probed)
        self.asking.set_supplies(supply, self._compared)

    def set_compared(self, supply: FrameSupply | None) -> None:
        """Compare with the frames of another supply; None compares with nothing."""
        if self._compared is not None:
            self._compared.frame_arrived.disconnect(self._on_compared_arrived)
            self._compared.output_changed.disconnect(self.refresh)
            self._compared.pixel_probed.disconnect(self._on_compared_probed)
        self._compared = supply
        self.picture.clear(compared=True)
        if supply is not None:
            supply.frame_arrived.connect(self._on_compared_arrived)
            supply.output_changed.connect(self.refresh)
            supply.pixel_probed.connect(self._on_compared_probed)
        self.asking.set_supplies(self._supply, supply)
        self.set_compare(self.picture.compare if supply is not None else CompareMode.OFF)

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Offer these to compare with."""
        self.source.set_sources(sources)

    def show_preview(self, raster: Raster | None) -> None:
        """Show what is being made in place of the frame; None shows the frame again."""
        self.picture.show_preview(raster)
        self.update_content()

    @property
    def is_locked(self) -> bool:
        """Whether it stays with its node."""
        return self.commands["lock"].isChecked()

    def set_compare(self, mode: CompareMode) -> None:
        """Compare in another way."""
        if self._compared is None:
            mode = CompareMode.OFF
        self.picture.set_compare(mode)
        self.source.show_compare(mode, possible=self._compared is not None)
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
        self.source.alpha.show_choice(alpha)

    def set_gain(self, gain: int) -> None:
        """Show a difference as many times as bright."""
        self.picture.set_gain(gain)
        self.source.show_gain(gain)

    @Slot()
    def refresh(self) -> None:
        """Ask again for the frame that is looked at: it may be another one now."""
        self.asking.refresh()

    @Slot()
    def update_content(self) -> None:
        """Show where one is."""
        playback, strip = self.playback, self._strip
        self.ruler.set_frame(playback.frame)
        self.ruler.set_marks(playback.marks)
        if strip is None:
            self.bar.timecode.show_place("")
            self.bar.frame.show_place("")
            self.bar.length.setText("")
        else:
            start = strip.format.start_timecode
            self.bar.timecode.show_place(shifted(start, playback.frame, strip.format.fps))
            self.bar.frame.show_place(str(playback.frame))
            self.bar.length.setText(f"/ {max(playback.length - 1, 0)}")
        has_zoom = not self.picture.picture_size.isEmpty()
        self.source.show_zoom(self.picture.zoom if has_zoom else None)
        self.source.show_scale(self.asking.shown_scale)
        self.bar.show_dropped(self.asking.dropped)

    def _connect(self) -> None:
        source, bar, playback = self.source, self.bar, self.playback
        playback.frame_changed.connect(self._on_frame_changed)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.marks_changed.connect(self._on_marks_changed)
        self.ruler.scrubbed.connect(self._on_scrubbed)
        self.ruler.marks_dragged.connect(playback.set_marks)
        self.picture.framing_changed.connect(self._on_framing_changed)
        self.picture.pixel_pointed.connect(self._on_pixel_pointed)
        self.picture.run_pressed.connect(self.run_wanted)
        bar.timecode_wanted.connect(self._on_timecode_wanted)
        bar.frame_wanted.connect(self._on_frame_wanted)
        bar.speed_chosen.connect(self.set_speed)
        bar.volume_changed.connect(self.set_volume)
        source.alpha_chosen.connect(self.set_alpha)
        source.compare_chosen.connect(self.set_compare)
        source.gain_chosen.connect(self.set_gain)
        source.detail_chosen.connect(self.asking.set_detail)
        source.output_chosen.connect(self.output_chosen)
        source.compared_chosen.connect(self.compared_chosen)

    # Commands

    @Slot()
    def play_on(self) -> None:
        """Play; faster where it plays already."""
        speed = self.playback.speed
        if not self.playback.is_playing or speed < 0:
            self.set_speed(1.0)
        else:
            self.set_speed(next((faster for faster in SPEEDS if faster > speed), SPEEDS[-1]))
        self.playback.play()

    @Slot()
    def play_back(self) -> None:
        """Play backwards."""
        self.set_speed(-1.0)
        self.playback.play()

    @Slot(object)
    def set_speed(self, speed: float) -> None:
        """Play as many times as fast."""
        self.playback.set_speed(speed)
        self.bar.show_speed(speed)

    @Slot()
    def step_back(self) -> None:
        """One frame back."""
        self.playback.step(-1)

    @Slot()
    def step_on(self) -> None:
        """One frame on."""
        self.playback.step(1)

    @Slot()
    def leap_back(self) -> None:
        """Some frames back."""
        self.playback.step(-_FAR)

    @Slot()
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

    @Slot()
    def type_timecode(self) -> None:
        """Let a timecode be typed."""
        self.bar.timecode.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.timecode.selectAll()

    @Slot()
    def clear_marks(self) -> None:
        """Play everything."""
        self.playback.set_marks(None)

    @Slot(bool)
    def set_loops(self, loops: bool) -> None:
        """Play again and again, or once."""
        self.playback.set_loops(loops=loops)

    @Slot(bool)
    def set_muted(self, muted: bool) -> None:
        """Silence, or as loud as before."""
        self.sounding.set_muted(muted=muted)
        self._show_sound()

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """How loud, 0 to 1."""
        self.sounding.set_volume(volume)
        self._show_sound()

    @Slot()
    def make_louder(self) -> None:
        """A little louder."""
        self.set_volume(self.sounding.volume + _LOUDER)

    @Slot()
    def make_quieter(self) -> None:
        """A little quieter."""
        self.set_volume(self.sounding.volume - _LOUDER)

    @Slot()
    def zoom_in(self) -> None:
        """The next larger zoom, at the pointer."""
        self.picture.zoom_step(larger=True)

    @Slot()
    def zoom_out(self) -> None:
        """The next smaller zoom, at the pointer."""
        self.picture.zoom_step(larger=False)

    @Slot()
    def cycle_alpha(self) -> None:
        """The next view of transparency."""
        self.set_alpha(_next_of(AlphaView, self.picture.alpha))

    @Slot()
    def cycle_compare(self) -> None:
        """The next way of comparing."""
        self.set_compare(_next_of(CompareMode, self.picture.compare))

    @Slot()
    def turn_wipe(self) -> None:
        """Wipe in another direction."""
        wipe = self.picture.wipe
        angle = wipe.angle + _TURN
        self.picture.set_wipe(Wipe(wipe.at, angle - 180 if angle > 90 else angle))

    @Slot(bool)
    def set_locked(self, locked: bool) -> None:
        """Stay with this node, or follow what is selected."""
        self.lock_toggled.emit(locked)

    @Slot()
    def want_run(self) -> None:
        """Have what is looked at made."""
        self.run_wanted.emit()

    # The hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._space_held, self._space_panned = True, False
            self.picture.installEventFilter(self)
            self.picture.set_pans_with_left(pans=True)

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
        self.asking.ask()

    def _let_go_of_space(self) -> None:
        if self._space_held:
            self._space_held = False
            self.picture.removeEventFilter(self)
            self.picture.set_pans_with_left(pans=False)

    # What happened

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        if answer.strip is not None and answer.strip != self._strip:
            self._take_strip(answer.strip)
        elif answer.state is FrameState.EMPTY:
            self._strip = None
            self.ruler.set_content(RulerContent())
            self.playback.pause()
            self.sounding.take_strip(None)
            self._show_sound()
        elif answer.state is FrameState.LOST:
            self.sounding.forget_asked()
        self.picture.show_arrived(arrived)
        self.asking.take(arrived)
        self.update_content()
        if not self.playback.is_playing:
            self._probe()

    @Slot(object)
    def _on_compared_arrived(self, arrived: ArrivedFrame) -> None:
        self.picture.show_arrived(arrived, compared=True)

    @Slot(int)
    def _on_frame_changed(self, frame: int) -> None:
        self.asking.ask()
        self.update_content()
        self.frame_changed.emit(frame)

    @Slot(bool)
    def _on_playing_changed(self, plays: bool) -> None:
        self.asking.begin_counting(plays=plays)
        self.bar.show_playing(plays=plays)
        self.update_content()

    @Slot()
    def _on_marks_changed(self) -> None:
        self.ruler.set_marks(self.playback.marks)
        self.marks_changed.emit(self.playback.marks)

    @Slot(int)
    def _on_scrubbed(self, frame: int) -> None:
        self.playback.pause()
        self.playback.go_to(frame)

    @Slot(str)
    def _on_timecode_wanted(self, text: str) -> None:
        if self._strip is not None:
            self._jump(typed_timecode(text, self.playback.frame, self._strip))

    @Slot(str)
    def _on_frame_wanted(self, text: str) -> None:
        self._jump(typed_frame(text, self.playback.frame))

    @Slot()
    def _on_framing_changed(self) -> None:
        self.update_content()
        self.asking.ask()

    @Slot(int, int)
    def _on_pixel_pointed(self, x: int, y: int) -> None:
        if not self.playback.is_playing:
            self._probe()

    @Slot(object)
    def _on_pixel_probed(self, told: PixelAnswer) -> None:
        self.picture.show_values(told)

    @Slot(object)
    def _on_compared_probed(self, told: PixelAnswer) -> None:
        self.picture.show_values(told, compared=True)

    def _jump(self, frame: int | None) -> None:
        if frame is not None:
            self.playback.pause()
            self.playback.go_to(frame)
            self.setFocus()
        self.update_content()

    def _probe(self) -> None:
        """Ask for the values of the pixel under the pointer, where they are not all here."""
        pixel = self.picture.pixel()
        if pixel is None:
            return
        if self._supply is not None and self.picture.needs_values():
            self._supply.probe(self.playback.frame, *pixel)
        if self._compared is not None and self.picture.needs_values(compared=True):
            self._compared.probe(self.playback.frame, *pixel)

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
        self.sounding.take_strip(strip)
        self._show_sound()

    def _show_sound(self) -> None:
        sounding = self.sounding
        self.bar.show_sound(
            volume=sounding.volume, is_muted=sounding.is_muted, is_there=sounding.has_sound
        )


def _next_of(kind: type[Enum], current: Enum) -> Any:
    """The choice after this one, around."""
    members = list(kind)
    return members[(members.index(current) + 1) % len(members)]
