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
    playback, driving = viewer.playback, viewer.driving
    wishes = (
        _Wish("play", noted("Play"), (), playback.toggle),
        _Wish("play on", noted("Play, faster each time"), ("L",), driving.play_on),
        _Wish("play back", noted("Play backwards"), ("J",), driving.play_back),
        _Wish("stop", noted("Stop playing"), ("K",), driving.stop),
        _Wish("step back", noted("One frame back"), ("Left",), driving.step_back),
        _Wish("step on", noted("One frame on"), ("Right",), driving.step_on),
        _Wish("leap back", noted("Ten frames back"), ("Shift+Left",), driving.leap_back),
        _Wish("leap on", noted("Ten frames on"), ("Shift+Right",), driving.leap_on),
        _Wish("first frame", noted("First frame"), ("Home",), driving.go_to_start),
        _Wish("last frame", noted("Last frame"), ("End",), driving.go_to_end),
        _Wish("jump", noted("Go to a timecode"), ("Ctrl+J",), viewer.type_timecode),
        _Wish("mark in", noted("Mark in"), ("I",), playback.mark_in),
        _Wish("mark out", noted("Mark out"), ("O",), playback.mark_out),
        _Wish("clear marks", noted("Clear the marks"), ("X",), driving.clear_marks),
        _Wish("snapping", noted("Snap the marks"), ("G",), viewer.set_snapping, is_switch=True),
        _Wish("loop", noted("Play again and again"), ("R",), driving.set_loops, is_switch=True),
        _Wish("mute", noted("Mute"), ("M",), driving.set_muted, is_switch=True),
        _Wish("louder", noted("Louder"), ("Ctrl+Up",), driving.make_louder),
        _Wish("quieter", noted("Quieter"), ("Ctrl+Down",), driving.make_quieter),
        _Wish("fit", noted("Fit the picture"), ("F",), viewer.picture.fit),
        _Wish("actual pixels", noted("Actual pixels"), ("1",), viewer.picture.show_actual_pixels),
        _Wish("zoom in", noted("Zoom in"), ("+", "=", "Ctrl++"), viewer.zoom_in),
        _Wish("zoom out", noted("Zoom out"), ("-", "Ctrl+-"), viewer.zoom_out),
        _Wish("alpha", noted("Next view of transparency"), ("A",), viewer.cycle_alpha),
        _Wish("compare", noted("Next way of comparing"), ("C",), viewer.cycle_compare),
        _Wish("turn wipe", noted("Turn the wipe"), ("Shift+C",), viewer.turn_wipe),
        _Wish("paint mask", noted("Paint a mask"), ("Shift+M",), viewer.want_masking, True),
        _Wish("lock", noted("Lock to this node"), ("Ctrl+L",), viewer.set_locked, is_switch=True),
        _Wish("run", noted("Run what is looked at"), (), viewer.want_run),
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
