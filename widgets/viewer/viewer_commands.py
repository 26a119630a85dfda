"""What can be done in a viewer, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from widgets.words import noted, said

if TYPE_CHECKING:
    from widgets.viewer.viewer import Viewer


class _Wish(NamedTuple):
    key: str
    words: str
    keys: tuple[str, ...]
    does: Callable[[], None] | Callable[[bool], None]
    is_switch: bool = False


def made_commands(viewer: Viewer) -> dict[str, QAction]:
    """The viewer's actions, by stable names. Space is no key of theirs: tapped it plays, held it
    pans."""
    playback, driving, plot = viewer.playback, viewer.driving, viewer.plot
    wishes = (
        _Wish("play", noted("Play"), (), playback.toggle),
        _Wish("play_on", noted("Play, Faster Each Time"), ("L",), driving.play_on),
        _Wish("play_back", noted("Play Backwards"), ("J",), driving.play_back),
        _Wish("stop", noted("Stop Playing"), ("K",), driving.stop),
        _Wish("step_back", noted("One Frame Back"), ("Left",), driving.step_back),
        _Wish("step_on", noted("One Frame On"), ("Right",), driving.step_on),
        _Wish("leap_back", noted("Ten Frames Back"), ("Shift+Left",), driving.leap_back),
        _Wish("leap_on", noted("Ten Frames On"), ("Shift+Right",), driving.leap_on),
        _Wish("first_frame", noted("First Frame"), ("Home",), driving.go_to_start),
        _Wish("last_frame", noted("Last Frame"), ("End",), driving.go_to_end),
        _Wish("jump", noted("Go to a Timecode"), ("Ctrl+J",), viewer.type_timecode),
        _Wish("mark_in", noted("Mark In"), ("I",), playback.mark_in),
        _Wish("mark_out", noted("Mark Out"), ("O",), playback.mark_out),
        _Wish("clear_marks", noted("Clear the Marks"), ("X",), driving.clear_marks),
        _Wish("snapping", noted("Snap the Marks"), ("G",), viewer.set_snapping, is_switch=True),
        _Wish("loop", noted("Play Again and Again"), ("R",), driving.set_loops, is_switch=True),
        _Wish("mute", noted("Mute"), ("M",), driving.set_muted, is_switch=True),
        _Wish("louder", noted("Louder"), ("Ctrl+Up",), driving.make_louder),
        _Wish("quieter", noted("Quieter"), ("Ctrl+Down",), driving.make_quieter),
        _Wish("fit", noted("Fit the Picture"), ("F",), viewer.picture.fit),
        _Wish("actual_pixels", noted("Actual Pixels"), ("1",), viewer.picture.show_actual_pixels),
        _Wish("zoom_in", noted("Zoom In"), ("+", "=", "Ctrl++"), viewer.zoom_in),
        _Wish("zoom_out", noted("Zoom Out"), ("-", "Ctrl+-"), viewer.zoom_out),
        _Wish("alpha", noted("Next View of Transparency"), ("A",), viewer.cycle_alpha),
        _Wish("compare", noted("Next Way of Comparing"), ("C",), viewer.cycle_compare),
        _Wish("turn_wipe", noted("Turn the Wipe"), ("Shift+C",), viewer.turn_wipe),
        _Wish("paint_mask", noted("Paint a Mask"), ("Shift+M",), viewer.want_masking, True),
        _Wish("lock", noted("Lock to This Node"), ("Ctrl+L",), viewer.set_locked, is_switch=True),
        _Wish("plot", noted("Plot Under the Ruler"), ("Y",), plot.set_wanted, is_switch=True),
        _Wish(
            "seen", noted("What VACE Sees"), ("Shift+V",), viewer.seen.set_wanted, is_switch=True
        ),
        _Wish("worst_frame", noted("Worst Frame of the Plot"), ("Shift+Y",), plot.go_to_worst),
        _Wish("next_dip", noted("Next Dip of the Plot"), ("Ctrl+Right",), plot.go_to_next_dip),
        _Wish(
            "previous_dip",
            noted("Previous Dip of the Plot"),
            ("Ctrl+Left",),
            plot.go_to_previous_dip,
        ),
        _Wish("run", noted("Run What Is Looked At"), (), viewer.want_run),
    )
    return {wish.key: _action(viewer, wish) for wish in wishes}


def _action(viewer: Viewer, wish: _Wish) -> QAction:
    action = QAction(said(wish.words), viewer)
    action.setShortcuts([QKeySequence(key) for key in wish.keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setCheckable(wish.is_switch)
    if wish.is_switch:
        action.toggled.connect(wish.does)
    else:
        action.triggered.connect(wish.does)
    viewer.addAction(action)
    return action
