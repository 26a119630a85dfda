"""The viewer with a supply of frames in memory."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from nodes.frame_serving.messages import (
    FrameState,
    Raster,
    Strip,
)
from pipelines.values import ClipFormat, Marks
from tests.viewer.seen import level
from tests.viewer.supplies import GrayFrames, RichFrames
from widgets.pictures import AlphaView
from widgets.viewer.jumping import typed_frame, typed_timecode
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def supply() -> RichFrames:
    return RichFrames()


def test_the_frame_that_is_looked_at_is_asked_for_and_painted(
    viewer: Viewer, supply: GrayFrames
) -> None:
    assert supply.asked[0][0] == 0
    viewer.playback.go_to(40)
    assert supply.asked[-1][0] == 40
    assert level(viewer) == 40
    assert viewer.bar.timecode.text() == "01:00:01:15"
    assert (viewer.bar.frame.text(), viewer.bar.length.text()) == ("40", "/ 99")


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


def test_keys_play_backwards_and_faster(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.keyClick(viewer, Key.Key_L)
    qtbot.keyClick(viewer, Key.Key_L)
    assert (viewer.playback.is_playing, viewer.playback.speed) == (True, 2.0)
    qtbot.keyClick(viewer, Key.Key_J)
    assert viewer.playback.speed == -1.0
    qtbot.keyClick(viewer, Key.Key_K)
    assert not viewer.playback.is_playing
    assert viewer.playback.speed == 1.0  # what plays next goes on forwards
    viewer.bar.speed.choose(0.5)
    qtbot.keyClick(viewer, Key.Key_J)
    qtbot.keyClick(viewer, Key.Key_K)
    assert viewer.playback.speed == 0.5


def test_space_still_plays_after_a_button_was_clicked(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.source.lock, Qt.MouseButton.LeftButton)
    assert viewer.is_locked
    assert viewer.hasFocus()
    qtbot.keyClick(viewer, Key.Key_Space)
    assert viewer.playback.is_playing


def test_a_long_name_is_elided_and_told_whole_by_its_tooltip(viewer: Viewer) -> None:
    name = "a name that is longer than any bar " * 9
    viewer.source.show_name(name)
    assert viewer.source.name.text().endswith("…")
    assert viewer.source.name.toolTip() == name
