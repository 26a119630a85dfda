"""The viewer: frames of one output, played, scrubbed, stepped, and compared with another's."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nodes.frame_serving.messages import Raster, Strip
from pipelines.media.timecode import shifted
from widgets.pictures import AlphaView
from widgets.time_ruler.content import RulerContent
from widgets.time_ruler.ruler import TimeRuler
from widgets.vace_sight.pane import SeenPane
from widgets.viewer.arrivals import Arrivals
from widgets.viewer.asking import Asking
from widgets.viewer.compare_mode import CompareMode, Wipe
from widgets.viewer.driving import Driving
from widgets.viewer.found_pane import FoundPane
from widgets.viewer.framing import WHOLE
from widgets.viewer.jumping import typed_frame, typed_timecode
from widgets.viewer.picture_view import PictureView
from widgets.viewer.play_clock import PlayClock
from widgets.viewer.playback import Playback
from widgets.viewer.plot_foot import PlotFoot
from widgets.viewer.sounding import Sounding
from widgets.viewer.source_bar import Source, SourceBar
from widgets.viewer.space_hand import SpaceHand
from widgets.viewer.supply import FrameSupply
from widgets.viewer.tools.overlay import ToolOverlay
from widgets.viewer.tools.tool import ViewTool
from widgets.viewer.transport import TransportBar
from widgets.viewer.viewer_commands import made_commands
from widgets.words import tr

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
    masking_wanted = Signal(bool)
    """Whether the person wants to paint a mask over what is looked at, or is done with it."""
    lock_toggled = Signal(bool)
    """Whether it stays with its node whatever is selected."""
    output_chosen = Signal(object)
    """The name of another output of the node."""
    compared_chosen = Signal(object)
    """The key of a Source that was offered; empty for nothing."""

    def __init__(self, parent: QWidget | None = None, *, clock: PlayClock | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self.found_pane = FoundPane(self.picture)
        self.seen = SeenPane(self)
        self.ruler = TimeRuler(self)
        self.plot = PlotFoot(self)
        self.playback = Playback(self, clock=clock)
        self.sounding = Sounding(self.playback, self)
        self.asking = Asking(self.playback, self.picture, self)
        self.arrivals = Arrivals(self.playback, self.picture, self.sounding, self.asking, self)
        self.driving = Driving(self.playback, self.sounding, self)
        self._overlay: ToolOverlay | None = None
        self._tool_bar: QWidget | None = None
        self._strip: Strip | None = None
        self._shows_latents = False
        self._space = SpaceHand(self.playback, self.picture, self)
        self.commands = made_commands(self)
        self.source = SourceBar(self.commands, self)
        self.bar = TransportBar(self.commands, self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.source)
        column.addWidget(self.picture, 1)
        column.addWidget(self.seen)
        column.addWidget(self.ruler)
        column.addWidget(self.plot)
        column.addWidget(self.bar)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.picture, self.ruler):
            part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            part.setFocusProxy(self)
        self.setAccessibleName(tr("Viewer"))
        self._connect()
        self.commands["loop"].setChecked(self.playback.loops)
        self.plot.serve(self.commands)
        self.seen.serve(self.commands)
        self.bar.show_playing(plays=False)
        self.update_content()

    # What is looked at

    def set_supply(self, supply: FrameSupply | None) -> None:
        """Show the frames of another supply; None shows nothing."""
        self.arrivals.set_supply(supply)

    def set_compared(self, supply: FrameSupply | None) -> None:
        """Compare with the frames of another supply; None compares with nothing."""
        self.arrivals.set_compared(supply)
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
        is_possible = self.arrivals.is_compared
        if not is_possible:
            mode = CompareMode.OFF
        self.picture.set_compare(mode)
        self.source.show_compare(mode, possible=is_possible)
        self.refresh()

    def set_tool(self, tool: ViewTool | None, bar: QWidget | None = None) -> None:
        """Lay a tool over the picture, with a bar of its own above; None takes both away."""
        if self._tool_bar is not None:
            self._tool_bar.hide()
            self._tool_bar.setParent(None)
        self._tool_bar = bar
        if bar is not None:
            self._column.insertWidget(1, bar)
            bar.show()
        if self._overlay is not None:
            had_focus = self._overlay.hasFocus()
            self.setFocusProxy(None)  # type: ignore[arg-type] - Qt takes it for “no proxy”
            self._overlay.hide()
            self._overlay.deleteLater()
            self._overlay = None
            if had_focus:
                self.setFocus()
        self.picture.has_tool = tool is not None
        self.picture.set_part(WHOLE)
        if tool is not None:
            self._overlay = ToolOverlay(self.picture, tool)
            self._overlay.left.connect(self.tool_left)
            self.setFocusProxy(self._overlay)  # keys are the tool's wherever one clicks
            self._overlay.setFocus()

    @property
    def tool(self) -> ViewTool | None:
        """The tool over the picture."""
        return self._overlay.tool if self._overlay is not None else None

    def set_shows_latents(self, *, shows: bool) -> None:
        """Mark where shots have whole latents (4n + 1 frames)."""
        self._shows_latents = shows
        self._show_ruler()

    @Slot(bool)
    def set_snapping(self, snaps: bool) -> None:
        """Let marks that are pulled snap to edges, seconds and the playhead, or not."""
        self.ruler.is_snapping = snaps

    def set_alpha(self, alpha: AlphaView) -> None:
        """Show transparency in another way."""
        self.picture.set_alpha(alpha)
        self.source.show_alpha(alpha)

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
        playback, strip = self.playback, self.arrivals.strip
        self.ruler.set_frame(playback.frame)
        self.plot.set_frame(playback.frame)
        self.seen.strip.set_frame(playback.frame)
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
            self.bar.length.setMinimumWidth(self.bar.length.sizeHint().width())
        has_zoom = not self.picture.picture_size.isEmpty()
        self.source.show_zoom(self.picture.zoom if has_zoom else None)
        self.source.show_scale(self.asking.shown_scale, is_proxied=self.asking.shows_proxy)
        self.bar.show_dropped(self.asking.dropped)

    def _connect(self) -> None:
        source, bar, playback = self.source, self.bar, self.playback
        playback.frame_changed.connect(self._on_frame_changed)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.marks_changed.connect(self._on_marks_changed)
        self.driving.speed_changed.connect(bar.show_speed)
        self.driving.sound_changed.connect(self._show_sound)
        self.arrivals.strip_changed.connect(self._on_strip_changed)
        self.arrivals.frame_taken.connect(self.update_content)
        self.sounding.loudness.changed.connect(self._show_ruler)
        self.ruler.scrubbed.connect(self.driving.scrub_to)
        self.ruler.marks_dragged.connect(playback.set_marks)
        self.ruler.scale_changed.connect(self.plot.view.follow)
        self.ruler.scale_changed.connect(self.seen.strip.follow)
        self.seen.strip.frame_wanted.connect(self.driving.scrub_to)
        self.seen.sampled_changed.connect(self._show_ruler)
        self.plot.frame_wanted.connect(self.driving.scrub_to)
        self.picture.framing_changed.connect(self._on_framing_changed)
        self.picture.run_pressed.connect(self.run_wanted)
        bar.timecode_wanted.connect(self._on_timecode_wanted)
        bar.frame_wanted.connect(self._on_frame_wanted)
        bar.speed_chosen.connect(self.driving.set_speed)
        bar.volume_changed.connect(self.driving.set_volume)
        source.alpha_chosen.connect(self.set_alpha)
        source.compare_chosen.connect(self.set_compare)
        source.gain_chosen.connect(self.set_gain)
        source.detail_chosen.connect(self.asking.set_detail)
        source.output_chosen.connect(self.output_chosen)
        source.compared_chosen.connect(self.compared_chosen)

    # Commands

    @Slot()
    def type_timecode(self) -> None:
        """Let a timecode be typed."""
        self.bar.timecode.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.timecode.selectAll()

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

    @Slot(bool)
    def want_masking(self, wanted: bool) -> None:
        """Paint a mask over what is looked at, or be done with it."""
        self.masking_wanted.emit(wanted)

    # The hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._space.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._space.release(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space.let_go()
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.asking.ask()

    # What happened

    @Slot()
    def _on_strip_changed(self) -> None:
        """Other frames: their number, rate, shots, and, where the clip brings some, its marks."""
        before, self._strip = self._strip, self.arrivals.strip
        strip = self._strip
        if strip is None:
            self.playback.pause()
        else:
            self.playback.set_extent(strip.length, strip.format.fps)
            if before is None or before.marks != strip.marks:
                self.playback.set_marks(strip.marks)
        self.sounding.take_strip(strip)
        self._show_sound()
        self._show_ruler()

    @Slot()
    def _show_ruler(self) -> None:
        """Show what lies along the frames."""
        strip = self._strip
        if strip is None:
            self.ruler.set_content(RulerContent())
            return
        shape = strip.format
        self.ruler.set_content(
            RulerContent(
                strip.length,
                shape.fps,
                shape.start_timecode,
                strip.shots,
                self.sounding.loudness.peaks,
                self._shows_latents,
                self.seen.sampled,
            )
        )

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

    def _jump(self, frame: int | None) -> None:
        if frame is not None:
            self.driving.scrub_to(frame)
            self.setFocus()
        self.update_content()

    @Slot()
    def _show_sound(self) -> None:
        sounding = self.sounding
        self.bar.show_sound(
            volume=sounding.volume, is_muted=sounding.is_muted, is_there=sounding.has_sound
        )


def _next_of(kind: type[Enum], current: Enum) -> Any:
    """The choice after this one, around."""
    members = list(kind)
    return members[(members.index(current) + 1) % len(members)]
