"""A plot that is looked at: clicks, keys, what is chosen, and its place along a ruler."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pipelines.values import Axis, Curve
from widgets.plots.plot_pane import PlotPane
from widgets.time_ruler.content import RulerScale

LEFT = Qt.MouseButton.LeftButton
CURVES: dict[str, Curve] = {
    "a": (9.0, 9.0, 2.0, 9.0, 8.0, 9.0, 3.0, None, 9.0, 9.0),
    "b": (5.0, 5.0, 5.0, 5.0, 1.0, 5.0, 5.0, 5.0, 5.0, 5.0),
    "c": (0.1, 0.2),
}
AXES = {
    "a": Axis("PSNR", "dB", "This clip"),
    "b": Axis("PSNR", "dB", "Cross-fade"),
    "c": Axis("Coverage", "%"),
}


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[PlotPane]:
    made = PlotPane()
    qtbot.addWidget(made)
    made.resize(520, 200)
    made.show()
    made.show_curves(CURVES, AXES)
    yield made


@pytest.fixture
def asked(pane: PlotPane) -> list[int]:
    frames: list[int] = []
    pane.frame_wanted.connect(frames.append)
    return frames


def place(pane: PlotPane, frame: float) -> QPoint:
    return QPointF(pane.view.scale.x_of(frame + 0.5), 20).toPoint()


def test_a_click_and_a_drag_ask_for_the_frame_under_them(pane: PlotPane, asked: list[int]) -> None:
    QTest.mouseClick(pane.view, LEFT, pos=place(pane, 4))
    assert asked == [4]
    QTest.mousePress(pane.view, LEFT, pos=place(pane, 0))
    QTest.mouseMove(pane.view, place(pane, 7))
    assert asked[1] == 0


def test_keys_step_through_frames_dips_and_ends(pane: PlotPane, asked: list[int]) -> None:
    pane.set_frame(3)
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_W,
    ):
        QTest.keyClick(pane.view, key)
    assert asked == [2, 4, 2, 6, 0, 9, 2]


def test_behind_the_last_dip_there_is_none(pane: PlotPane, asked: list[int]) -> None:
    pane.set_frame(6)
    pane.go_to_next_dip()
    assert asked == []


def test_the_worst_frame_of_the_line_that_is_judged_is_named(
    pane: PlotPane, asked: list[int]
) -> None:
    assert pane.worst.iconText() == "Worst: 2"
    pane.legend.entries[1].click()
    assert pane.worst.iconText() == "Worst: 4"
    pane.go_to_worst()
    assert asked == [4]


def test_what_was_chosen_stays_when_the_node_has_run_again(pane: PlotPane) -> None:
    pane.legend.entries[1].click()
    changed: dict[str, Curve] = {**CURVES, "b": (5.0, 0.0, 5.0)}
    pane.show_curves(changed, AXES)
    assert pane.legend.entries[1].isChecked()
    assert pane.worst.iconText() == "Worst: 1"


def test_one_of_several_plots_is_chosen(pane: PlotPane) -> None:
    assert [pane.chooser.itemText(at) for at in range(2)] == ["PSNR (dB)", "Coverage (%)"]
    pane.chooser.setCurrentIndex(1)
    pane.chooser.activated.emit(1)
    assert pane.view.plot is not None and pane.view.plot.title == "Coverage"
    assert not pane.legend.isVisible()


def test_without_curves_it_says_so(pane: PlotPane) -> None:
    pane.show_curves({}, {})
    assert pane.empty.isVisible() and not pane.view.isVisible() and not pane.has_curves


def test_along_a_ruler_frames_lie_where_the_ruler_has_them(
    pane: PlotPane, asked: list[int]
) -> None:
    zoomed = RulerScale(10, 520, first=4, wanted=120)
    pane.view.follow(zoomed)
    assert pane.view.scale == zoomed
    QTest.mouseClick(pane.view, LEFT, pos=QPoint(round(zoomed.x_of(5.5)), 20))
    assert asked == [5]


def test_the_value_at_the_playhead_is_told_to_screen_readers(pane: PlotPane) -> None:
    pane.set_frame(2)
    assert pane.view.accessibleDescription() == "PSNR: 2.0 dB  This clip, 5.0 dB  Cross-fade"
    pane.set_frame(7)
    assert "–  This clip" in pane.view.accessibleDescription()


def blue_pixels(pane: PlotPane) -> int:
    """How much of the first line is seen."""
    picture = pane.view.grab().toImage()
    colours = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return sum(colour.blue() > colour.red() + 100 for colour in colours)


@pytest.mark.parametrize("length", [10, 3000])
def test_lines_of_any_length_are_drawn(pane: PlotPane, length: int) -> None:
    pane.show_curves({"a": (None,) * length}, {"a": Axis("Motion")})
    before = blue_pixels(pane)
    pane.show_curves({"a": tuple(float(at % 97) for at in range(length))}, {"a": Axis("Motion")})
    assert blue_pixels(pane) > before + 200
