"""What the viewer asks its supply for, and when."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from pytestqt.qtbot import QtBot

from tests.viewer.clocks import Recorder
from tests.viewer.supplies import GrayFrames, RichFrames
from widgets.viewer.asking import SETTLE_MS
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def supply() -> RichFrames:
    return RichFrames()


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


def test_a_draft_that_is_late_is_waited_for_before_the_whole_frame_is_asked(
    qtbot: QtBot, viewer: Viewer, supply: RichFrames
) -> None:
    viewer.source.detail.choose(0.5)
    supply.answers = False
    viewer.playback.go_to(7)
    later = QTimer(singleShot=True, interval=SETTLE_MS + 200)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert supply.scales[-1] == 0.5
    supply.answer(7)
    qtbot.waitUntil(lambda: supply.scales[-1] == 1.0)


def test_frames_around_the_playhead_are_read_ahead(viewer: Viewer, supply: RichFrames) -> None:
    viewer.playback.go_to(50)
    assert set(supply.ahead[-1]) >= {49, 51, 52}
    viewer.playback.play()
    viewer.playback.go_to(80)
    assert list(supply.ahead[-1])[:3] == [81, 82, 83]


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


def test_a_picture_from_a_proxy_is_said_to_be_one(viewer: Viewer, supply: RichFrames) -> None:
    assert "proxy" not in viewer.source.detail.text()
    supply.is_proxied = True
    viewer.refresh()
    assert "proxy" in viewer.source.detail.text()


def test_a_frame_is_not_asked_for_twice_until_it_is_another(
    viewer: Viewer, supply: GrayFrames
) -> None:
    before = len(supply.asked)
    viewer.picture.fit()
    assert len(supply.asked) == before
    supply.output_changed.emit()
    assert len(supply.asked) == before + 1


def test_nothing_is_asked_while_nothing_is_seen(qtbot: QtBot, supply: GrayFrames) -> None:
    hidden = Viewer()
    qtbot.addWidget(hidden)
    hidden.set_supply(supply)
    assert supply.asked == []


def test_zooming_into_a_large_picture_asks_for_more_pixels(qtbot: QtBot) -> None:
    supply = GrayFrames()
    large = replace(supply.strip.format, width=6400, height=4800)
    supply.strip = replace(supply.strip, format=large)
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(660, 560)
    viewer.show()
    viewer.set_supply(supply)
    assert max(size[0] for _, size in supply.asked) <= 660
    viewer.picture.zoom_to(1.0)
    assert supply.asked[-1][1] == (6400, 4800)
    count = len(supply.asked)
    viewer.picture.zoom_to(0.5)
    viewer.picture.fit()
    assert len(supply.asked) == count


def test_no_more_pixels_are_asked_for_than_a_picture_has(viewer: Viewer) -> None:
    viewer.picture.zoom_to(8.0)
    assert viewer.picture.wanted_size() == (64, 48)
