"""What a viewer does beside playing: jumps, values, drafts, previews, sound, comparing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nodes.frame_serving.messages import (
    ArrivedFrame,
    FrameAnswer,
    FrameState,
    PeaksAnswer,
    PixelAnswer,
    Raster,
    SoundAnswer,
    Strip,
)
from pipelines.media.peaks import Peaks
from pipelines.values import ClipFormat
from tests.viewer.supplies import HEIGHT, WIDTH, GrayFrames
from widgets.viewer.compare_mode import CompareMode, Wipe
from widgets.viewer.course import Course
from widgets.viewer.jumping import typed_frame, typed_timecode
from widgets.viewer.play_clock import PlayClock
from widgets.viewer.sound_track import SoundTrack
from widgets.viewer.source_bar import Source
from widgets.viewer.viewer import Viewer

Key = Qt.Key


class Recorder(PlayClock):
    """Remembers what is to be heard; its time is set."""

    def __init__(self) -> None:
        super().__init__(self.told)
        self.moment = 10.0
        self.courses: list[Course | None] = []
        self.touched: list[float] = []
        self.volume = 1.0

    def told(self) -> float:
        return self.moment

    def play(self, track: SoundTrack, course: Course | None, fps: float) -> None:
        self.courses.append(course)

    def touch(self, track: SoundTrack, seconds: float) -> None:
        self.touched.append(seconds)

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class RichFrames(GrayFrames):
    """Frames with sound, made at the scale that is asked for, whose pixels can be probed."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = replace(self.strip, sound=1)
        self.scales: list[float] = []
        self.probes: list[tuple[int, int, int]] = []
        self.ahead: list[Sequence[int]] = []
        self.seconds: list[Sequence[int]] = []
        self.stretches: list[tuple[int, int]] = []

    def request(self, frame: int, size: tuple[int, int]) -> None:
        self.scales.append(self.scale)
        super().request(frame, size)

    def answer(self, frame: int, state: FrameState = FrameState.SHOWN) -> None:
        raster = Raster(WIDTH, HEIGHT, 3, bytes([frame]) * (WIDTH * HEIGHT * 3))
        answer = FrameAnswer(
            "", 0, state, frame, self.strip, scale=self.scale, is_proxied=self.is_proxied
        )
        self.frame_arrived.emit(ArrivedFrame(answer, raster))

    def probe(self, frame: int, x: int, y: int) -> None:
        self.probes.append((frame, x, y))
        self.pixel_probed.emit(PixelAnswer("", frame, x, y, (1, 300, 65535), 16))

    def read_ahead(self, frames: Sequence[int], size: tuple[int, int]) -> None:
        self.ahead.append(frames)

    def ask_sound(self, seconds: Sequence[int], rate: int) -> None:
        self.seconds.append(seconds)
        for second in seconds:
            samples = np.full((rate, 2), 0.25, np.float32).tobytes()
            self.sound_arrived.emit(SoundAnswer("", 1, second, rate, samples))

    def ask_peaks(self, first: int, stop: int) -> None:
        self.stretches.append((first, stop))
        level = np.full((stop - first) * 200, 0.25, np.float32)
        self.peaks_arrived.emit(PeaksAnswer("", 1, first, Peaks(-level, level)))


@pytest.fixture
def clock() -> Recorder:
    return Recorder()


@pytest.fixture
def supply() -> RichFrames:
    return RichFrames()


@pytest.fixture
def viewer(qtbot: QtBot, supply: RichFrames, clock: Recorder) -> Iterator[Viewer]:
    made = Viewer(clock=clock)
    qtbot.addWidget(made)
    made.resize(660, 560)
    made.show()
    made.activateWindow()
    made.setFocus()
    made.set_supply(supply)
    qtbot.waitUntil(made.hasFocus)
    yield made
    made.playback.pause()


def test_a_typed_frame_or_timecode_is_gone_to(qtbot: QtBot, viewer: Viewer) -> None:
    for field, typed, frame in (
        (viewer.bar.frame, "42", 42),
        (viewer.bar.frame, "+10", 52),
        (viewer.bar.timecode, "01:00:02:05", 55),
        (viewer.bar.timecode, "1:03", 28),
        (viewer.bar.frame, "nonsense", 28),
    ):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Key.Key_Return)
        assert viewer.playback.frame == frame
        assert viewer.bar.frame.text() == str(frame)


def test_what_is_no_place_is_not_gone_to() -> None:
    strip = Strip(100, ClipFormat(8, 8, fps=Fraction(25), start_timecode="01:00:00:00"))
    assert typed_frame("-5", 20) == 15
    assert typed_frame("x", 20) is None
    assert typed_timecode("00:59:59:24", 0, strip) == -1
    assert typed_timecode("00:00:00:25", 0, strip) is None
    assert typed_timecode("75:00:00", 0, strip) is None


def test_pixel_values_are_told_in_the_clip_s_own_depth(
    qtbot: QtBot, viewer: Viewer, supply: RichFrames
) -> None:
    deep = replace(supply.strip.format, bits=16)
    supply.strip = replace(supply.strip, format=deep)
    supply.output_changed.emit()
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    over = place.topLeft() + QPointF(10.5, 20.5) * viewer.picture.framing.scale
    qtbot.mouseMove(viewer.picture, over.toPoint())
    assert supply.probes[-1] == (0, 10, 20)
    assert viewer.picture.pixel_words() == "10, 20    1 300 65535 / 65535"


def test_what_moves_is_a_draft_and_what_rests_is_whole(
    qtbot: QtBot, viewer: Viewer, supply: RichFrames
) -> None:
    viewer.source.detail.choose(0.5)
    viewer.playback.go_to(7)
    assert supply.scales[-1] == 0.5
    assert viewer.source.detail.text() == "1/2"
    qtbot.waitUntil(lambda: supply.scales[-1] == 1.0)
    assert supply.asked[-1][0] == 7
    assert viewer.source.detail.text() == "1"


def test_frames_around_the_playhead_are_read_ahead(viewer: Viewer, supply: RichFrames) -> None:
    viewer.playback.go_to(50)
    assert set(supply.ahead[-1]) >= {49, 51, 52}
    viewer.playback.play()
    viewer.playback.go_to(80)
    assert list(supply.ahead[-1])[:3] == [81, 82, 83]


def test_a_preview_takes_the_place_of_the_frame(viewer: Viewer) -> None:
    viewer.show_preview(Raster(2, 2, 1, bytes([200] * 4)))
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    shown = viewer.picture.grab().toImage()
    assert QColor(shown.pixel(place.center().toPoint())).red() == 200
    viewer.show_preview(None)
    shown = viewer.picture.grab().toImage()
    assert QColor(shown.pixel(place.center().toPoint())).red() == 0


def test_what_has_not_run_offers_to(qtbot: QtBot, viewer: Viewer, supply: RichFrames) -> None:
    button = viewer.picture.run_button
    assert not button.isVisible()
    supply.answers = False
    supply.refuse(FrameState.NOT_RUN, "It has not run.")
    assert button.isVisible()
    with qtbot.waitSignal(viewer.run_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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


def test_frames_that_come_too_late_are_counted(
    viewer: Viewer, supply: RichFrames, clock: Recorder
) -> None:
    viewer.playback.play()
    supply.answers = False
    for due in (1.5, 2.5, 5.5):  # the first comes too late, then two are left out
        clock.moment = 10.0 + due / 25
        viewer.playback.catch_up()
    assert viewer.asking.dropped == 4
    assert viewer.bar.dropped.text() == "4 dropped"


def test_keys_play_backwards_and_faster(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.keyClick(viewer, Key.Key_L)
    qtbot.keyClick(viewer, Key.Key_L)
    assert (viewer.playback.is_playing, viewer.playback.speed) == (True, 2.0)
    qtbot.keyClick(viewer, Key.Key_J)
    assert viewer.playback.speed == -1.0
    qtbot.keyClick(viewer, Key.Key_K)
    assert not viewer.playback.is_playing


def test_a_wipe_lies_in_any_direction(viewer: Viewer) -> None:
    viewer.set_compared(GrayFrames(level=20))
    viewer.playback.go_to(50)
    viewer.set_compare(CompareMode.WIPE)
    viewer.picture.set_wipe(Wipe(0.5, 90.0))
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    shown = viewer.picture.grab().toImage()
    top = place.center() - QPointF(0, place.height() / 4)
    low = place.center() + QPointF(0, place.height() / 4)
    assert QColor(shown.pixel(top.toPoint())).red() == 50
    assert QColor(shown.pixel(low.toPoint())).red() == 70
    viewer.set_compare(CompareMode.ONION)
    shown = viewer.picture.grab().toImage()
    assert QColor(shown.pixel(top.toPoint())).red() == pytest.approx(60, abs=1)


def test_a_turned_wipe_goes_through_its_grip_and_the_pointer() -> None:
    picture = QRectF(0, 0, 200, 100)
    wipe = Wipe(0.25)
    grip = wipe.grip(picture)
    turned = wipe.turned_to(grip + QPointF(30, 30), picture, snaps=True)
    assert abs(turned.angle) == 45
    assert turned.is_near(grip, picture)
    assert turned.is_near(grip + QPointF(30, 30), picture)
    assert not turned.is_near(grip + QPointF(30, -30), picture)


def test_what_is_offered_to_compare_with_is_chosen(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.set_sources([Source("node:a", "A & B"), Source("run:1", "Earlier")])
    assert viewer.source.source.isVisible()
    with qtbot.waitSignal(viewer.compared_chosen) as told:
        viewer.source.source.choose("run:1")
    assert told.args == ["run:1"]


def test_space_still_plays_after_a_button_was_clicked(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.source.lock, Qt.MouseButton.LeftButton)
    assert viewer.is_locked
    assert viewer.hasFocus()
    qtbot.keyClick(viewer, Key.Key_Space)
    assert viewer.playback.is_playing


def test_a_picture_from_a_proxy_is_said_to_be_one(viewer: Viewer, supply: RichFrames) -> None:
    assert "proxy" not in viewer.source.detail.text()
    supply.is_proxied = True
    viewer.refresh()
    assert "proxy" in viewer.source.detail.text()


def test_a_long_name_is_elided_and_told_whole_by_its_tooltip(viewer: Viewer) -> None:
    name = "a name that is longer than any bar " * 9
    viewer.source.show_name(name)
    assert viewer.source.name.text().endswith("…")
    assert viewer.source.name.toolTip() == name
