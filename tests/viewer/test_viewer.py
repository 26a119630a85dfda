"""The viewer with a supply of frames in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from nodes.frame_serving.messages import FrameState
from pipelines.values import Marks
from tests.viewer.supplies import GrayFrames
from widgets.pictures import AlphaView
from widgets.viewer.compare_mode import CompareMode
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def supply() -> GrayFrames:
    return GrayFrames()


@pytest.fixture
def viewer(qtbot: QtBot, supply: GrayFrames) -> Iterator[Viewer]:
    made = Viewer()
    qtbot.addWidget(made)
    made.resize(660, 560)
    made.show()
    made.activateWindow()
    made.setFocus()
    made.set_supply(supply)
    qtbot.waitUntil(made.hasFocus)
    yield made
    made.playback.pause()


def level(viewer: Viewer, x: float = 0.5, y: float = 0.5) -> int:
    """How bright the picture is painted at a place, 0..1 of it."""
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    at = QPointF(place.x() + place.width() * x, place.y() + place.height() * y).toPoint()
    return QColor(viewer.picture.grab().toImage().pixel(at)).red()


def test_the_frame_that_is_looked_at_is_asked_for_and_painted(
    viewer: Viewer, supply: GrayFrames
) -> None:
    assert supply.asked[0][0] == 0
    viewer.playback.go_to(40)
    assert supply.asked[-1][0] == 40
    assert level(viewer) == 40
    assert viewer.bar.timecode.text() == "01:00:01:15"
    assert (viewer.bar.frame.text(), viewer.bar.length.text()) == ("40", "/ 99")


def test_nothing_is_asked_while_nothing_is_seen(qtbot: QtBot, supply: GrayFrames) -> None:
    hidden = Viewer()
    qtbot.addWidget(hidden)
    hidden.set_supply(supply)
    assert supply.asked == []


def test_a_frame_is_not_asked_for_twice_until_it_is_another(
    viewer: Viewer, supply: GrayFrames
) -> None:
    before = len(supply.asked)
    viewer.picture.fit()
    assert len(supply.asked) == before
    supply.output_changed.emit()
    assert len(supply.asked) == before + 1


def test_keys_step_and_jump(qtbot: QtBot, viewer: Viewer) -> None:
    for key, shift, frame in (
        (Key.Key_Right, False, 1),
        (Key.Key_Right, True, 11),
        (Key.Key_Left, False, 10),
        (Key.Key_Left, True, 0),
        (Key.Key_Left, False, 0),
        (Key.Key_End, False, 99),
        (Key.Key_Home, False, 0),
    ):
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(viewer, key, held)
        assert viewer.playback.frame == frame


def test_marks_by_keys_bound_home_and_end(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.playback.go_to(20)
    qtbot.keyClick(viewer, Key.Key_I)
    viewer.playback.go_to(30)
    with qtbot.waitSignal(viewer.marks_changed) as told:
        qtbot.keyClick(viewer, Key.Key_O)
    assert told.args == [Marks(20, 31)]
    assert viewer.ruler.marks == Marks(20, 31)
    qtbot.keyClick(viewer, Key.Key_Home)
    assert viewer.playback.frame == 20
    qtbot.keyClick(viewer, Key.Key_Home)
    assert viewer.playback.frame == 0
    qtbot.keyClick(viewer, Key.Key_X)
    assert viewer.playback.marks is None


def test_the_marks_of_a_clip_are_taken_over(viewer: Viewer, supply: GrayFrames) -> None:
    supply.mark(Marks(5, 10))
    supply.output_changed.emit()
    assert viewer.playback.marks == Marks(5, 10)


def test_a_tap_of_space_plays_and_stops(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.keyClick(viewer, Key.Key_Space)
    assert viewer.playback.is_playing
    qtbot.keyClick(viewer, Key.Key_Space)
    assert not viewer.playback.is_playing


def test_holding_space_pans_and_does_not_play(qtbot: QtBot, viewer: Viewer) -> None:
    before = viewer.picture.framing
    QTest.keyPress(viewer, Key.Key_Space)
    qtbot.mousePress(viewer.picture, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(viewer.picture, QPoint(340, 190))
    qtbot.mouseRelease(viewer.picture, LEFT, pos=QPoint(340, 190))
    QTest.keyRelease(viewer, Key.Key_Space)
    after = viewer.picture.framing
    assert (after.x - before.x, after.y - before.y) == (40, -10)
    assert not viewer.playback.is_playing
    assert not viewer.picture.is_fitted


def test_a_click_on_picture_or_ruler_brings_the_keys_here(qtbot: QtBot, viewer: Viewer) -> None:
    for part in (viewer.picture, viewer.ruler):
        viewer.clearFocus()
        qtbot.mouseClick(part, LEFT)
        assert viewer.hasFocus()


def test_the_middle_button_pans(qtbot: QtBot, viewer: Viewer) -> None:
    before = viewer.picture.framing
    middle = Qt.MouseButton.MiddleButton
    qtbot.mousePress(viewer.picture, middle, pos=QPoint(300, 200))
    qtbot.mouseMove(viewer.picture, QPoint(310, 200))
    qtbot.mouseRelease(viewer.picture, middle, pos=QPoint(310, 200))
    assert viewer.picture.framing.x - before.x == 10


def test_pixels_are_shown_one_to_one_at_the_pointer(qtbot: QtBot, viewer: Viewer) -> None:
    picture = viewer.picture
    place = picture.framing.rect(picture.picture_size)
    over = QPointF(
        place.x() + 10.5 * picture.framing.scale, place.y() + 20.5 * picture.framing.scale
    )
    qtbot.mouseMove(picture, over.toPoint())
    assert picture.pixel_words().startswith("10, 20    255 255 255")
    qtbot.keyClick(viewer, Key.Key_1)
    assert picture.zoom == 1
    assert picture.pixel_words().startswith("10, 20    255 255 255")
    qtbot.keyClick(viewer, Key.Key_F)
    assert picture.is_fitted


def test_scrubbing_the_ruler_stops_and_goes_there(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.playback.play()
    at = QPoint(round(viewer.ruler.x_of(70.5)), 30)
    qtbot.mouseClick(viewer.ruler, LEFT, pos=at)
    assert viewer.playback.frame == 70
    assert not viewer.playback.is_playing


@pytest.mark.parametrize("state", [FrameState.NOT_RUN, FrameState.EMPTY, FrameState.FAILED])
def test_words_take_the_place_of_a_picture(
    viewer: Viewer, supply: GrayFrames, state: FrameState
) -> None:
    supply.answers = False
    supply.refuse(state, "“grade” has not run yet.")
    assert viewer.picture.state is state
    blank = Viewer()
    blank.resize(viewer.size())
    assert viewer.picture.grab().toImage() != blank.picture.grab().toImage()
    viewer.playback.go_to(3)
    supply.answer(3)
    assert level(viewer) == 3


def test_a_stale_picture_stays_and_says_so(viewer: Viewer, supply: GrayFrames) -> None:
    viewer.playback.go_to(60)
    fresh = viewer.picture.grab().toImage()
    supply.answer(60, FrameState.STALE)
    assert level(viewer) == 60
    assert viewer.picture.grab().toImage() != fresh


def test_two_supplies_are_compared(qtbot: QtBot, viewer: Viewer) -> None:
    other = GrayFrames(level=20)
    viewer.set_compared(other)
    assert other.asked == []
    viewer.playback.go_to(50)
    viewer.set_compare(CompareMode.WIPE)
    assert other.asked[-1][0] == 50
    assert (level(viewer, 0.25), level(viewer, 0.75)) == (50, 70)
    viewer.set_compare(CompareMode.DIFFERENCE)
    assert level(viewer) == 20 * viewer.picture.gain
    viewer.set_compare(CompareMode.SIDE_BY_SIDE)
    half = viewer.picture.width() / 2
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    assert place.right() < half
    seen = viewer.picture.grab().toImage()
    assert QColor(seen.pixel(QPoint(round(half * 1.5), seen.height() // 2))).red() == 70
    over = place.topLeft() + QPointF(10.5, 20.5) * viewer.picture.framing.scale
    qtbot.mouseMove(viewer.picture, (over + QPointF(half, 0)).toPoint())
    assert viewer.picture.pixel_words() == "10, 20    255 255 255    B 255 255 255"
    viewer.set_compared(None)
    assert viewer.picture.compare is CompareMode.OFF


def test_the_wipe_is_dragged(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.set_compared(GrayFrames(level=20))
    viewer.set_compare(CompareMode.WIPE)
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    centre = place.center().toPoint()
    qtbot.mousePress(viewer.picture, LEFT, pos=centre)
    to = QPoint(round(place.left() + place.width() * 0.8), centre.y())
    qtbot.mouseMove(viewer.picture, to)
    qtbot.mouseRelease(viewer.picture, LEFT, pos=to)
    assert level(viewer, 0.7) == 0
    assert level(viewer, 0.9) == 20


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


def test_choices_in_the_bar_reach_the_picture(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.keyClick(viewer, Key.Key_A)
    assert viewer.picture.alpha is AlphaView.MATTE
    assert viewer.source.alpha.label == "Matte"
    assert level(viewer) == 255
    qtbot.keyClick(viewer, Key.Key_R)
    assert not viewer.playback.loops


def test_a_narrow_viewer_spares_what_it_can_into_a_menu(qtbot: QtBot) -> None:
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(900, 500)
    viewer.show()
    bar = viewer.bar
    assert bar.more.isHidden() and not bar.first.isHidden()
    assert viewer.minimumSizeHint().width() <= bar.fontMetrics().horizontalAdvance("0") * 54
    viewer.resize(viewer.minimumSizeHint().width(), 500)
    assert not bar.more.isHidden() and bar.first.isHidden()
    offered = [action.text() for action in bar.more_menu.actions()]
    assert viewer.commands["loop"].text() in offered
    assert bar.volume.accessibleName()
    rights = [part.geometry().right() for part in bar.findChildren(QToolButton) if part.isVisible()]
    assert max(rights) < bar.width()
    viewer.resize(900, 500)
    assert bar.more.isHidden() and not bar.first.isHidden()
