"""A motion path under the hand: arcs by one drag, points, handles, ticks, and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodes.edits import AddNode, Connect, SetParameter
from nodes.feeding import Output
from nodes.graph import Link, Node
from pipelines.easing import PRESETS, Preset
from pipelines.motion_paths import MotionPath, place_at
from pipelines.panels import Panel
from pipelines.values import JointMode
from tests.fakes import document
from tests.viewer.supplies import HEIGHT, WIDTH, GrayFrames
from tests.viewer.test_tools import Stage
from widgets.document_model import DocumentModel
from widgets.viewer.tools.hand import Hand
from widgets.viewer.tools.path import PathTool
from widgets.viewer.viewer import Viewer

Key = Qt.Key
ASPECT = WIDTH / HEIGHT
ARCH = [(32 - 24 * cos(pi * step / 30), 40 - 30 * sin(pi * step / 30)) for step in range(31)]
"""An arc over the picture, in pixels."""
PANELS = (
    Panel(id="a", duration=10, joint=JointMode.IN_BETWEEN, move=3),
    Panel(id="b", duration=10, joint=JointMode.IN_BETWEEN, move=7),
    Panel(id="c", duration=4),
)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    viewer, supply = Viewer(), GrayFrames()
    qtbot.addWidget(viewer)
    viewer.resize(760, 660)
    viewer.show()
    viewer.set_supply(supply)
    made = document({})
    board = Node(id="board", type="story.storyboard", parameters={"panels": PANELS})
    for node in (
        board,
        Node(id="n", type="motion.path"),
        Node(id="curve", type="motion.timing"),
        Node(id="moves", type="motion.in_between"),
    ):
        made.apply(AddNode(node=node))
    for name, socket, source in (
        ("n", "storyboard", "board"),
        ("moves", "storyboard", "board"),
        ("moves", "paths", "n"),
        ("moves", "timings", "curve"),
    ):
        made.apply(Connect(node=name, socket=socket, link=Link(f"{name} {socket}", source)))
    made.apply(SetParameter(node="curve", name="easing", value=PRESETS[Preset.LINEAR]))
    model = DocumentModel(made)
    hand = Hand(model, viewer, viewer)
    assert hand.take_up((), ("n",), "path")
    yield Stage(viewer, supply, model, hand)
    hand.put_down()
    viewer.playback.pause()


def path_of(stage: Stage) -> MotionPath:
    return stage.values().get("path", MotionPath())


def tool_of(stage: Stage) -> PathTool:
    assert isinstance(stage.viewer.tool, PathTool)
    return stage.viewer.tool


def pixels(share: tuple[float, float]) -> tuple[float, float]:
    return share[0] * WIDTH, share[1] * HEIGHT


def test_one_drag_is_an_arc_and_one_step(stage: Stage) -> None:
    stage.drag(*ARCH)
    path = path_of(stage)
    assert len(path.points) == 2
    assert place_at(path, 0.5, aspect=ASPECT) == pytest.approx((0.5, 10 / HEIGHT), abs=0.03)
    assert stage.model.undo_stack.count() == 1
    assert stage.model.undo_stack.undoText() == "Set Path by hand"
    stage.model.undo_stack.undo()
    assert not path_of(stage).leads
    QTest.mouseClick(stage.viewer.focusWidget(), Qt.MouseButton.LeftButton, pos=stage.at(20, 20))
    assert not path_of(stage).leads


def test_the_viewer_looks_at_the_in_between_meanwhile(stage: Stage) -> None:
    wanted: list[object] = []
    stage.hand.source_wanted.connect(wanted.append)
    stage.hand.take_up((), ("n",), "path")
    assert wanted[-1] == Output("moves", "")


def test_ticks_are_the_frames_of_the_move_in_their_timing(stage: Stage) -> None:
    stage.drag(*ARCH)
    tool = tool_of(stage)
    assert [frame for frame, _ in tool.ticks] == [7, 8, 9]
    assert tool.ticks[1][1] == pytest.approx(place_at(path_of(stage), 0.5, aspect=ASPECT))
    slow = PRESETS[Preset.EASE_IN]
    stage.model.do(SetParameter(node="curve", name="easing", value=slow), "Set")
    assert tool.ticks[1][1][0] < 0.45
    stage.model.do(SetParameter(node="n", name="move", value="b"), "Set")
    assert [frame for frame, _ in tool.ticks] == list(range(13, 20))


def test_a_tick_that_is_dragged_pins_the_layer_in_that_frame(stage: Stage) -> None:
    stage.drag(*ARCH)
    _, place = tool_of(stage).ticks[0]
    x, y = pixels(place)
    stage.drag((x, y), (x, y + 3), (x, y + 6))
    path = path_of(stage)
    assert [point.at for point in path.points] == [None, 0.25, None]
    assert stage.model.undo_stack.count() == 2
    _, moved = tool_of(stage).ticks[0]
    assert pixels(moved) == pytest.approx((x, y + 6), abs=0.5)
    assert "frame 7" in tool_of(stage).state()


def test_points_are_dragged_added_and_removed(stage: Stage) -> None:
    stage.drag(*ARCH)
    x, y = pixels((path_of(stage).points[1].x, path_of(stage).points[1].y))
    stage.drag((x, y), (x - 4, y))
    assert path_of(stage).points[1].x * WIDTH == pytest.approx(x - 4, abs=0.5)
    left = Qt.MouseButton.LeftButton
    on_line = pixels(place_at(path_of(stage), 0.62, aspect=ASPECT))
    QTest.mouseClick(stage.viewer.focusWidget(), left, pos=stage.at(*on_line))
    assert [point.at for point in path_of(stage).points] == [None, None, None]
    assert stage.model.undo_stack.count() == 3
    stage.press(Key.Key_Delete)
    assert len(path_of(stage).points) == 2
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Delete)
    assert not path_of(stage).leads


def test_a_handle_bends_the_path_and_turns_the_other_one(stage: Stage) -> None:
    stage.drag(*ARCH)
    left = Qt.MouseButton.LeftButton
    on_line = pixels(place_at(path_of(stage), 0.62, aspect=ASPECT))
    QTest.mouseClick(stage.viewer.focusWidget(), left, pos=stage.at(*on_line))
    point = path_of(stage).points[1]
    x, y = pixels((point.x + point.after[0], point.y + point.after[1]))
    stage.drag((x, y), (x, y - 5))
    changed = path_of(stage).points[1]
    assert changed.after != point.after
    before, after = changed.before, changed.after
    cross = before[0] * ASPECT * after[1] - before[1] * after[0] * ASPECT
    assert cross == pytest.approx(0, abs=1e-6)
    assert before[0] * after[0] < 0


def test_a_path_is_made_by_keyboard(stage: Stage) -> None:
    stage.press(Key.Key_Plus)
    assert len(path_of(stage).points) == 2
    stage.press(Key.Key_Plus)
    assert len(path_of(stage).points) == 3
    before = path_of(stage).points[1]
    stage.press(Key.Key_Up, 2)
    stage.press(Key.Key_Up, shift=True)
    moved = path_of(stage).points[1]
    assert (before.y - moved.y) * HEIGHT == pytest.approx(12)
    stage.viewer.playback.go_to(9)
    stage.press(Key.Key_T)
    assert path_of(stage).points[1].at == pytest.approx(0.75)
    stage.press(Key.Key_T)
    assert path_of(stage).points[1].at is None
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Right)
    assert path_of(stage).points[1].before != moved.before


def test_a_move_that_is_gone_is_said(stage: Stage) -> None:
    stage.model.do(SetParameter(node="n", name="move", value="lost"), "Set")
    tool = tool_of(stage)
    assert tool.warns
    assert "gone" in tool.state()
    assert tool.ticks == []
