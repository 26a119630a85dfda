"""Timing curves: chosen, dragged, and stepped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from pipelines.easing import PRESETS, Bezier, Easing, Points, Preset
from tests.inspector.stage import editor, row, shown
from widgets.curve_view import moved, with_point
from widgets.inspector.easing_editor import EasingEditor


def test_an_easing_is_chosen_and_its_curve_dragged(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"moves": "motion.in_between"})
    easing = editor(inspector, "easing", EasingEditor)
    easing.presets.setCurrentIndex(list(Preset).index(Preset.EASE))
    easing.presets.activated.emit(easing.presets.currentIndex())
    assert model.graph.nodes["moves"].parameters["easing"] == PRESETS[Preset.EASE]
    start, end = easing.view.place_of((0.42, 0)), easing.view.place_of((0.7, 0.2))
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(easing.view, left, pos=_whole(start))
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(easing.view, _whole(start + (end - start) * share))
    qtbot.mouseRelease(easing.view, left, pos=_whole(end))
    curve = model.graph.nodes["moves"].parameters["easing"].curve
    assert isinstance(curve, Bezier)
    assert (curve.x1, curve.y1) == (pytest.approx(0.7, abs=0.02), pytest.approx(0.2, abs=0.04))
    assert model.undo_stack.count() == 2
    assert easing.presets.currentIndex() == -1
    model.undo_stack.undo()
    assert easing.view.curve == PRESETS[Preset.EASE].curve


def test_drawings_stay_for_a_number_of_frames(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"moves": "motion.in_between"})
    every = editor(inspector, "easing", EasingEditor).every
    every.selectAll()
    qtbot.keyClicks(every, "0")
    assert "0 frames" in row(inspector, "easing").refusal.text()
    every.selectAll()
    qtbot.keyClicks(every, "2")
    assert model.graph.nodes["moves"].parameters["easing"] == Easing(every=2)


def test_points_of_a_curve_keep_their_order_and_handles_their_time() -> None:
    lines = with_point(with_point(Points(), (0.5, 0.2)), (0.25, 0.9))
    assert lines == Points(((0.25, 0.9), (0.5, 0.2)))
    assert with_point(lines, (0.505, 0.5)) is lines
    assert moved(lines, 0, (0.9, 0.5)) == Points(((0.49, 0.5), (0.5, 0.2)))
    assert moved(Bezier(0.1, 0, 0.9, 1), 1, (1.5, 3)) == Bezier(0.1, 0, 1.0, 1.45)


def _whole(point: QPointF) -> QPoint:
    return QPoint(round(point.x()), round(point.y()))
