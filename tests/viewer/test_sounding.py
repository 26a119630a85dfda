"""What the viewer lets be heard, and how loud that is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.viewer.clocks import Recorder
from tests.viewer.supplies import RichFrames
from widgets.viewer.sound_memory import SoundMemory, kept_volume
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def supply() -> RichFrames:
    return RichFrames()


def test_sound_is_asked_for_ahead_and_follows_the_playback(
    viewer: Viewer, supply: RichFrames, clock: Recorder
) -> None:
    assert viewer.sounding.has_sound
    assert set(supply.seconds[-1]) == {0, 1}
    viewer.playback.play()
    assert clock.courses[-1] == viewer.playback.course
    assert viewer.sounding.track.has(3)
    viewer.playback.pause()
    assert clock.courses[-1] is None
    viewer.playback.go_to(50)
    assert clock.touched == [2.0]


def test_the_loudness_of_the_whole_is_asked_for_piece_by_piece(
    viewer: Viewer, supply: RichFrames
) -> None:
    assert supply.stretches == [(0, 4)]
    supply.strip = replace(supply.strip, length=25 * 50)
    supply.output_changed.emit()
    assert supply.stretches[1:] == [(4, 24), (24, 44), (44, 50)]
    peaks = viewer.ruler.content.peaks
    assert peaks is not None and peaks.seconds == 50
    supply.strip = replace(supply.strip, sound=0)
    supply.output_changed.emit()
    assert viewer.ruler.content.peaks is None


def test_volume_and_mute_by_keys(qtbot: QtBot, viewer: Viewer, clock: Recorder) -> None:
    qtbot.keyClick(viewer, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert clock.volume == pytest.approx(0.9)
    qtbot.keyClick(viewer, Key.Key_M)
    assert clock.volume == 0
    assert viewer.commands["mute"].isChecked()
    qtbot.keyClick(viewer, Key.Key_M)
    assert clock.volume == pytest.approx(0.9)


def test_the_volume_is_kept_between_starts(
    qtbot: QtBot, viewer: Viewer, clock: Recorder, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    memory = SoundMemory(viewer, settings)
    assert viewer.sounding.volume == 1
    viewer.driving.set_volume(0.3)
    viewer.commands["mute"].setChecked(True)
    qtbot.waitUntil(partial(settings.contains, "viewer/muted"))
    again = Viewer()
    qtbot.addWidget(again)
    SoundMemory(again, settings)
    assert again.sounding.volume == pytest.approx(0.3)
    assert again.sounding.is_muted
    settings.setValue("viewer/volume", "loud")
    assert kept_volume(settings) == 1
    memory.keep()
    assert kept_volume(settings) == pytest.approx(0.3)
