"""The time ruler: ticks, scrubbing, zoom and marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from pipelines.media.peaks import Peaks
from pipelines.values import Marks, Shot
from widgets.time_ruler.content import RulerContent
from widgets.time_ruler.keys import RulerKeys
from widgets.time_ruler.ruler import TimeRuler
from widgets.time_ruler.ticks import LEAST_GAP, frames_with, ticks_for

LEFT = Qt.MouseButton.LeftButton


@given(
    per_frame=st.floats(0.001, 80),
    width=st.floats(10, 300),
    fps=st.sampled_from(
        [Fraction(1), Fraction(16), Fraction(24), Fraction(25), Fraction(30000, 1001)]
    ),
)
def test_ticks_have_room_and_labels_stand_at_ticks(
    per_frame: float, width: float, fps: Fraction
) -> None:
    ticks = ticks_for(per_frame, fps, width)
    assert ticks.label * per_frame >= width or ticks.label >= 36000
    assert ticks.tick * per_frame >= LEAST_GAP or ticks.tick == ticks.label
    assert ticks.label % ticks.tick == 0


@pytest.mark.parametrize(("per_frame", "label"), [(100, 1), (10, 12), (4, 24), (0.5, 240)])
def test_labels_thin_out(per_frame: float, label: int) -> None:
    assert ticks_for(per_frame, Fraction(24), 80).label == label


def test_ticks_are_multiples_within_what_is_seen() -> None:
    assert list(frames_with(5, 7.5, 20)) == [10, 15, 20]
    assert list(frames_with(5, -3, 4)) == [0]


@pytest.fixture
def ruler(qtbot: QtBot) -> Iterator[TimeRuler]:
    made = TimeRuler()
    qtbot.addWidget(made)
    made.resize(1020, 50)
    made.set_content(RulerContent(100, Fraction(24), shots=(Shot("a", "One", 0, 100),)))
    yield made


def middle(ruler: TimeRuler, frame: int, y: int = 40) -> QPoint:
    return QPoint(round(ruler.x_of(frame + 0.5)), y)


def turn(ruler: TimeRuler, x: float, steps: int) -> None:
    none = Qt.KeyboardModifier.NoModifier
    at = QPointF(x, 40)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    ruler.wheelEvent(event)


def test_a_drag_scrubs_and_stays_within_the_frames(qtbot: QtBot, ruler: TimeRuler) -> None:
    seen: list[int] = []
    ruler.scrubbed.connect(seen.append)
    qtbot.mousePress(ruler, LEFT, pos=middle(ruler, 20))
    qtbot.mouseMove(ruler, middle(ruler, 35))
    qtbot.mouseMove(ruler, QPoint(5000, 40))
    qtbot.mouseRelease(ruler, LEFT, pos=QPoint(5000, 40))
    qtbot.mouseMove(ruler, middle(ruler, 50))
    assert seen == [20, 35, 99]


def test_the_wheel_zooms_at_the_pointer_and_out_again(ruler: TimeRuler) -> None:
    assert ruler.per_frame == 10
    place = ruler.x_of(60.5)
    turn(ruler, place, 5)
    assert ruler.per_frame > 25
    assert ruler.frame_at(place) == 60
    turn(ruler, place, -20)
    assert ruler.per_frame == 10
    assert ruler.x_of(0) == 10


def test_a_zoomed_ruler_follows_the_playhead(ruler: TimeRuler) -> None:
    turn(ruler, 10, 10)
    assert ruler.x_of(90) > ruler.width()
    ruler.set_frame(90)
    assert 0 < ruler.x_of(90) < ruler.width()


def test_marks_are_dragged_and_never_cross(qtbot: QtBot, ruler: TimeRuler) -> None:
    seen: list[Marks] = []
    ruler.marks_dragged.connect(seen.append)
    ruler.set_marks(Marks(20, 60))
    qtbot.mousePress(ruler, LEFT, pos=QPoint(round(ruler.x_of(20)) + 3, 18))
    qtbot.mouseMove(ruler, middle(ruler, 80))
    qtbot.mouseRelease(ruler, LEFT, pos=middle(ruler, 80))
    assert seen[-1] == Marks(59, 60)
    qtbot.mousePress(ruler, LEFT, pos=QPoint(round(ruler.x_of(60)) - 3, 18))
    qtbot.mouseMove(ruler, middle(ruler, 70))
    qtbot.mouseRelease(ruler, LEFT, pos=middle(ruler, 70))
    assert seen[-1] == Marks(20, 71)


def test_marks_snap_to_edges_only_where_that_was_asked(qtbot: QtBot, ruler: TimeRuler) -> None:
    seen: list[Marks] = []
    ruler.marks_dragged.connect(seen.append)
    ruler.set_marks(Marks(20, 60))
    for snaps, stop in ((False, 72), (True, 72), (True, 73)):
        ruler.is_snapping = snaps
        if stop == 73:
            ruler.set_frame(73)
        qtbot.mousePress(ruler, LEFT, pos=QPoint(round(ruler.x_of(60)) - 3, 22))
        qtbot.mouseMove(ruler, middle(ruler, 71 if not snaps else stop))
        qtbot.mouseRelease(ruler, LEFT, pos=middle(ruler, stop))
        assert seen[-1] == Marks(20, stop)


def test_latents_are_marked_from_the_start_of_each_shot_where_they_count() -> None:
    shots = (Shot("a", "One", 0, 6), Shot("b", "Two", 6, 12))
    content = RulerContent(12, Fraction(24), shots=shots)
    assert content.latents == ()
    assert replace(content, shows_latents=True).latents == (1, 5, 7, 11)
    assert replace(content, shows_latents=True, shots=()).latents == (1, 5, 9)


def test_latents_and_sound_are_seen(ruler: TimeRuler) -> None:
    plain, height = ruler.grab().toImage(), ruler.sizeHint().height()
    content = ruler.content
    ruler.set_content(replace(content, shows_latents=True))
    assert ruler.grab().toImage() != plain
    half = np.where(np.arange(1000) < 500, 0.9, 0).astype(np.float32)
    ruler.set_content(replace(content, peaks=Peaks(-half, half)))
    assert ruler.sizeHint().height() > height
    ruler.resize(1020, ruler.sizeHint().height())
    shown = ruler.grab().toImage()
    loud, silent = (round(ruler.x_of(frame)) for frame in (30, 80))
    row = ruler.height() - 5
    assert shown.pixelColor(loud, row) != shown.pixelColor(silent, row)


def test_an_empty_ruler_can_be_drawn_and_pressed(qtbot: QtBot) -> None:
    ruler = TimeRuler()
    qtbot.addWidget(ruler)
    with qtbot.assertNotEmitted(ruler.scrubbed):
        qtbot.mouseClick(ruler, LEFT)
    assert not ruler.grab().isNull()


def test_a_key_is_dragged_to_another_frame(ruler: TimeRuler, qtbot: QtBot) -> None:
    moved: list[tuple[int, int]] = []

    def note(start: int, end: int) -> None:
        moved.append((start, end))

    ruler.key_dragged.connect(note)
    low = ruler.sizeHint().height()
    ruler.set_keys(RulerKeys((10, 60), frozenset({10}), "#e5484d"))
    assert ruler.sizeHint().height() > low
    ruler.resize(ruler.width(), ruler.sizeHint().height())
    height = ruler.height() - 6
    start, end = (QPoint(round(ruler.x_of(frame + 0.5)), height) for frame in (60, 80))
    qtbot.mousePress(ruler, LEFT, pos=start)
    qtbot.mouseMove(ruler, end)
    assert not moved
    qtbot.mouseRelease(ruler, LEFT, pos=end)
    assert moved == [(60, 80)]
    qtbot.mouseClick(ruler, LEFT, pos=start)
    assert len(moved) == 1
