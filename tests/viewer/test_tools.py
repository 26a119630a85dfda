"""Tools over the picture: what the hand does, what becomes of it, and how it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nodes.edits import (
    AddNode,
    Connect,
    ExposeParameter,
    RemoveNodes,
    SetParameter,
)
from nodes.feeding import Output, feeding
from nodes.graph import Graph, Link, Node
from nodes.node import node
from nodes.parameters import On
from nodes.registry import Registry, library
from pipelines.pointing import Boxes, Click, Clicks, HandBox, Strokes
from pipelines.values import Image
from tests.fakes import document
from tests.viewer.supplies import HEIGHT, WIDTH, GrayFrames
from widgets.document_model import DocumentModel
from widgets.viewer.tools.hand import Hand
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
RIGHT = Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@node("test.point", icon="mdi6.cursor-default-click")
def point(
    image: Image,
    *,
    clicks: Annotated[Clicks, On("image")] = Clicks(),  # noqa: B008 - frozen
    boxes: Annotated[Boxes, On("image")] = Boxes(),  # noqa: B008 - frozen
    strokes: Annotated[Strokes, On("image")] = Strokes(),  # noqa: B008 - frozen
) -> Image:
    """Points at things."""
    return image


class Stage(NamedTuple):
    """A viewer, a document, and the hand between them."""

    viewer: Viewer
    supply: GrayFrames
    model: DocumentModel
    hand: Hand

    def values(self, name: str = "n") -> dict[str, Any]:
        return dict(self.model.graph.nodes[name].parameters)

    def at(self, x: float, y: float) -> QPoint:
        """A pixel of the picture as a point of the overlay."""
        place = self.viewer.picture.framing.rect(self.viewer.picture.picture_size)
        wide, high = place.width() / WIDTH, place.height() / HEIGHT
        return QPoint(round(place.x() + x * wide), round(place.y() + y * high))

    def drag(self, *points: tuple[float, float], shift: bool = False) -> None:
        """Drag over pixels of the picture."""
        overlay = self.viewer.focusWidget()
        keys = SHIFT if shift else Qt.KeyboardModifier.NoModifier
        first, *others = (self.at(*one) for one in points)
        QTest.mousePress(overlay, LEFT, keys, first)
        for one in others:
            move(overlay, one, keys)
        QTest.mouseRelease(overlay, LEFT, keys, ([first, *others])[-1])

    def press(self, key: Qt.Key, times: int = 1, *, shift: bool = False) -> None:
        """Press a key over the picture."""
        for _ in range(times):
            QTest.keyClick(
                self.viewer.focusWidget(),
                key,
                SHIFT if shift else Qt.KeyboardModifier.NoModifier,
            )


def move(overlay: Any, to: QPoint, keys: Qt.KeyboardModifier) -> None:
    """A move with keys held, which QTest.mouseMove cannot say."""
    where = QPointF(to)
    far = QPointF(overlay.mapToGlobal(to))
    event = QMouseEvent(QEvent.Type.MouseMove, where, far, Qt.MouseButton.NoButton, LEFT, keys)
    QApplication.sendEvent(overlay, event)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    viewer, supply = Viewer(), GrayFrames()
    qtbot.addWidget(viewer)
    viewer.resize(760, 660)
    viewer.show()
    viewer.set_supply(supply)
    made = document({})
    made.registry = Registry([*library().specs.values(), point.spec])  # type: ignore[attr-defined] - set by @node
    for name, kind in (("source", "load.image"), ("n", "frame.crop"), ("pad", "frame.pad")):
        made.apply(AddNode(node=Node(id=name, type=kind)))
    made.apply(AddNode(node=Node(id="p", type="test.point")))
    for name in ("n", "pad", "p"):
        made.apply(Connect(node=name, socket="image", link=Link("l", "source")))
    model = DocumentModel(made)
    hand = Hand(model, viewer, viewer)
    yield Stage(viewer, supply, model, hand)
    hand.put_down()
    viewer.playback.pause()


def test_a_drag_of_a_corner_crops_in_one_step(stage: Stage) -> None:
    assert stage.hand.take_up((), ("n",), "left")
    stage.drag((0, 0), (4, 4), (10, 6))
    assert stage.values() == {"left": 10, "top": 6}
    assert stage.model.undo_stack.count() == 1
    stage.drag((WIDTH, 30), (50, 30))
    assert stage.values() == {"left": 10, "top": 6, "right": 14}
    stage.drag((30, 30), (34, 40))
    assert stage.values() == {"left": 14, "top": 6, "right": 10}
    stage.model.undo_stack.undo()
    stage.model.undo_stack.undo()
    stage.model.undo_stack.undo()
    assert stage.values() == {}


def test_a_crop_is_dragged_whole_and_stays_within_the_picture(stage: Stage) -> None:
    for name, far in (("left", 20), ("right", 20), ("top", 10), ("bottom", 10)):
        stage.model.do(SetParameter(node="n", name=name, value=far), "Set")
    stage.hand.take_up((), ("n",), "left")
    stage.drag((32, 24), (40, 60))
    assert stage.values() == {"left": 28, "right": 12, "top": 20, "bottom": 0}
    stage.drag((28, 30), (63.4, 30), (90, 30))
    assert stage.values()["left"] == WIDTH - 12 - 1


def test_shift_keeps_the_proportions(stage: Stage) -> None:
    stage.hand.take_up((), ("n",), "left")
    stage.drag((WIDTH, HEIGHT), (48, 40), (32, 40), shift=True)
    kept = stage.values()
    width, height = WIDTH - kept["right"], HEIGHT - kept["bottom"]
    assert abs(width / height - WIDTH / HEIGHT) < 0.05
    assert height == 40


def test_arrow_keys_move_what_was_held_last(stage: Stage) -> None:
    stage.hand.take_up((), ("n",), "left")
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Right, 3)
    stage.press(Key.Key_Right, shift=True)
    assert stage.values() == {"left": 13}
    assert stage.model.undo_stack.count() == 1
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Down, 2)
    assert stage.values() == {"left": 13, "top": 2}
    assert stage.viewer.playback.frame == 0


def test_margins_are_dragged_out_and_never_in(stage: Stage) -> None:
    stage.hand.take_up((), ("pad",), "left")
    stage.drag((0, 24), (-6, 24))
    stage.drag((-6, 24), (-12, 24))
    assert stage.values("pad") == {"left": 12}
    stage.drag((-12, 24), (20, 24))
    assert stage.values("pad") == {"left": 0}


def test_what_is_added_around_a_picture_is_in_sight_with_room_to_pull(stage: Stage) -> None:
    picture = stage.viewer.picture
    before = picture.framing
    stage.model.do(SetParameter(node="pad", name="left", value=640), "Pad")
    stage.hand.take_up((), ("pad",), "left")
    assert stage.at(-640, 24).x() > 20
    stage.hand.put_down()
    assert picture.framing == before


def test_escape_puts_the_tool_down_and_looks_where_one_looked(stage: Stage, qtbot: QtBot) -> None:
    wanted: list[object] = []
    held: list[str] = []
    stage.hand.source_wanted.connect(wanted.append)
    stage.hand.held_changed.connect(held.append)
    stage.hand.take_up((), ("n",), "left")
    assert stage.viewer.tool is not None
    stage.press(Key.Key_Escape)
    assert stage.viewer.tool is None
    assert wanted == [Output("source", "out"), None]
    assert held == ["left", ""]


def test_a_tool_goes_with_its_node_and_with_a_wire(stage: Stage) -> None:
    stage.hand.take_up((), ("n",), "left")
    stage.model.do(AddNode(node=Node(id="number", type="number.value")), "Add")
    stage.model.do(ExposeParameter(node="n", name="left"), "Socket")
    stage.model.do(Connect(node="n", socket="left", link=Link("l", "number")), "Wire")
    assert stage.hand.held == ""
    stage.model.undo_stack.undo()
    stage.hand.take_up((), ("n",), "left")
    stage.model.do(RemoveNodes(nodes=("n",)), "Remove")
    assert stage.hand.held == ""
    assert stage.viewer.tool is None


def test_the_viewer_still_pans_zooms_and_plays_under_a_tool(stage: Stage) -> None:
    stage.hand.take_up((), ("pad",), "left")
    overlay = stage.viewer.focusWidget()
    assert overlay is not None
    before = stage.viewer.picture.framing
    middle = Qt.MouseButton.MiddleButton
    QTest.mousePress(overlay, middle, pos=QPoint(300, 200))
    QTest.mouseMove(overlay, QPoint(310, 200))
    QTest.mouseRelease(overlay, middle, pos=QPoint(310, 200))
    assert stage.viewer.picture.framing.x - before.x == 10
    stage.press(Key.Key_Space)
    assert stage.viewer.playback.is_playing


def test_clicks_are_set_moved_and_removed(stage: Stage) -> None:
    stage.viewer.playback.go_to(7)
    stage.hand.take_up((), ("p",), "clicks")
    overlay = stage.viewer.focusWidget()
    QTest.mouseClick(overlay, LEFT, pos=stage.at(16, 12))
    QTest.mouseClick(overlay, RIGHT, pos=stage.at(48, 36))
    clicks = stage.values("p")["clicks"].clicks
    assert [(click.positive, click.frame) for click in clicks] == [(True, 7), (False, 7)]
    assert (clicks[0].x, clicks[0].y) == (pytest.approx(0.25, abs=0.01),) * 2
    assert stage.model.undo_stack.count() == 2
    stage.drag((16, 12), (20, 12), (32, 12))
    assert stage.values("p")["clicks"].clicks[0].x == pytest.approx(0.5, abs=0.01)
    assert stage.model.undo_stack.count() == 3
    stage.press(Key.Key_Delete)
    assert [click.positive for click in stage.values("p")["clicks"].clicks] == [False]
    stage.viewer.playback.go_to(8)
    QTest.mouseClick(overlay, LEFT, pos=stage.at(48, 36))
    assert len(stage.values("p")["clicks"].clicks) == 2


def test_clicks_outlive_a_change_upstream_and_say_so(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "clicks")
    stage.supply.key = "first"
    stage.supply.answer(0)
    QTest.mouseClick(stage.viewer.focusWidget(), LEFT, pos=stage.at(16, 12))
    made = stage.values("p")["clicks"]
    assert made.clicks[0].picture == "first"
    tool = stage.viewer.tool
    assert tool is not None
    assert "changed" not in tool.words()
    stage.model.do(SetParameter(node="source", name="path", value="b.png"), "Set")
    stage.supply.key = "second"
    stage.supply.answer(0)
    assert stage.values("p")["clicks"] == made
    assert "The picture has changed" in tool.words()
    stage.drag((16, 12), (17, 12))
    assert "changed" not in tool.words()


def test_boxes_are_drawn_moved_and_removed(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "boxes")
    stage.drag((16, 12), (30, 30), (48, 36))
    (box,) = stage.values("p")["boxes"].boxes
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx(
        (0.25, 0.25, 0.75, 0.75), abs=0.01
    )
    assert stage.model.undo_stack.count() == 1
    stage.drag((32, 24), (0, 24))
    (box,) = stage.values("p")["boxes"].boxes
    assert (box.left, box.right) == (pytest.approx(0, abs=0.01), pytest.approx(0.5, abs=0.01))
    stage.press(Key.Key_Plus)
    assert len(stage.values("p")["boxes"].boxes) == 2
    stage.press(Key.Key_Delete)
    assert len(stage.values("p")["boxes"].boxes) == 1
    assert stage.model.undo_stack.count() == 4


def test_a_box_drawn_backwards_is_in_order(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "boxes")
    stage.drag((48, 36), (16, 12))
    (box,) = stage.values("p")["boxes"].boxes
    assert box.left < box.right
    assert box.top < box.bottom


def test_a_colour_is_taken_from_the_picture(stage: Stage) -> None:
    stage.viewer.playback.go_to(64)
    stage.hand.take_up((), ("pad",), "colour")
    stage.drag((40, 40), (10.5, 20.5))
    assert stage.values("pad") == {"colour": "#ffffff"}
    assert stage.model.undo_stack.count() == 1
    stage.drag((40, 40))
    assert stage.values("pad") == {"colour": "#404040"}


def test_what_was_pointed_at_is_saved_and_wired_like_any_value() -> None:
    spec = point.spec.parameters["clicks"]  # type: ignore[attr-defined] - set by @node
    tree = {"clicks": [{"x": 0.5, "y": 0.25, "positive": False, "frame": 3}]}
    assert spec.convert(tree) == Clicks((Click(0.5, 0.25, positive=False, frame=3),))
    assert spec.socket == "clicks"
    boxes = point.spec.parameters["boxes"]  # type: ignore[attr-defined] - set by @node
    tree = {"boxes": [{"left": 0, "top": 0, "right": 1, "bottom": 1}]}
    assert boxes.convert(tree) == Boxes((HandBox(0, 0, 1, 1),))


def test_what_feeds_a_socket_is_found_through_dots_and_groups() -> None:
    dot = Node(id="dot", type="reroute", inputs={"in": (Link("a", "load"),)})
    inner = Node(id="crop", type="frame.crop", inputs={"image": (Link("b", "^", "plate"),)})
    group = Node(
        id="g", type="group", graph=Graph({"crop": inner}), inputs={"plate": (Link("c", "dot"),)}
    )
    load = Node(id="load", type="load.image")
    graph = Graph({"load": load, "dot": dot, "g": group})
    assert feeding(graph, ("g",), "crop", "image") == Output("load", "out")
    assert feeding(graph, (), "dot", "in") == Output("load", "out")
    assert feeding(graph, (), "load", "image") is None
