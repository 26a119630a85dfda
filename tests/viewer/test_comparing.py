"""Two pictures compared: wiped, side by side, their difference."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.viewer.seen import level
from tests.viewer.supplies import GrayFrames
from widgets.viewer.compare_mode import CompareMode, Wipe
from widgets.viewer.source_bar import Source
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


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
