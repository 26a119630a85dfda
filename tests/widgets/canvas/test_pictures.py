"""What was painted once is painted from a picture, and never from one of another state."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap
from pytestqt.qtbot import QtBot

from nodes.evaluator import CacheState
from tests.widgets.canvas.stage import Stage, wide_sums
from widgets.canvas import NodeState, NodeStates
from widgets.canvas.node_menu import colour_backdrops
from widgets.canvas.pictures import PictureStore
from widgets.canvas.thumbnails import Thumbnail


def shown(stage: Stage) -> QImage:
    return stage.canvas.view.viewport().grab().toImage()


def wait_for_rest(qtbot: QtBot, stage: Stage) -> None:
    """Wait until all is sharp after a zoom."""

    def is_rested() -> bool:
        return not stage.canvas.scene.look.is_hasty and not stage.canvas.scene.look.is_blurred

    qtbot.waitUntil(is_rested)


def test_what_changes_on_a_node_is_seen_at_once(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number", "two": "test.number"})
    picture = QPixmap(32, 18)
    picture.fill(QColor("orange"))
    for scale in (1.0, 0.4):
        stage.canvas.view.set_scale(scale)
        seen = [shown(stage)]
        assert shown(stage) == seen[0]
        stage.canvas.select(["one"])
        seen.append(shown(stage))
        stage.canvas.set_states(NodeStates({"one": NodeState(error="Too large")}))
        seen.append(shown(stage))
        stage.canvas.scene.show_thumbnails({"two": Thumbnail(picture)})
        seen.append(shown(stage))
        for place, before in enumerate(seen):
            assert all(before != after for after in seen[place + 1 :])
        stage.canvas.scene.show_thumbnails({"two": None})
        stage.canvas.set_states(NodeStates({"one": NodeState(cache=CacheState.NOT_RUN)}))
        stage.canvas.select([])
        assert shown(stage) == seen[0]


def test_a_title_is_painted_anew_when_it_changes_and_when_that_is_undone(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number"})
    before = shown(stage)
    stage.canvas.editor.rename("one", "Another name")
    stage.canvas.editor.update_content()
    assert shown(stage) != before
    stage.undo()
    assert shown(stage) == before


def test_pictures_take_no_more_than_their_room(qtbot: QtBot) -> None:
    store = PictureStore(room=5 * 400)
    for name in range(20):
        store.keep(name, QPixmap(10, 10))
        store.find(0)
    assert len(store) == 5
    assert store.taken == 5 * 400
    assert store.find(0) is not None
    assert store.find(1) is None
    store.keep(0, QPixmap(5, 5))
    assert store.taken == 4 * 400 + 100


def test_from_afar_a_dragged_node_leaves_nothing_where_it_was(qtbot: QtBot) -> None:
    stage = Stage(
        qtbot,
        {"one": "test.number", "sum": "test.add"},
        ["one > sum.a"],
        places={"one": (0.0, 0.0), "sum": (500.0, 100.0)},
    )
    stage.canvas.view.set_scale(0.3)
    before = shown(stage)
    stage.canvas.scene.displace({"one": (300.0, 400.0)})
    moved = shown(stage)
    stage.canvas.view.viewport().update()
    assert shown(stage) == moved != before
    stage.canvas.scene.displace({})
    assert shown(stage) == before


def test_after_a_zoom_by_wheel_all_is_painted_as_sharp_as_without_one(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number", "sum": "test.add"}, ["one > sum.a"])
    view = stage.canvas.view
    at_first = shown(stage)
    view.zoom_on(1.5)
    view.zoom_on(1.1)
    on_the_way = shown(stage)
    assert on_the_way != at_first

    wait_for_rest(qtbot, stage)
    rested = shown(stage)
    assert rested != on_the_way
    stage.canvas.scene.look.pictures = PictureStore()
    assert shown(stage) == rested


def test_what_changes_below_a_dragged_node_is_seen_at_once(qtbot: QtBot) -> None:
    places = {"a": (0.0, 0.0), "b": (0.0, 200.0), "s": (400.0, 0.0), "t": (400.0, 300.0)}
    stage = Stage(
        qtbot,
        {"a": "test.number", "b": "test.number", "s": "test.add", "t": "test.text"},
        ["a > s.a", "b > s.b"],
        places,
    )
    scene, view, editor = stage.canvas.scene, stage.canvas.view, stage.canvas.editor
    ground = editor.add_backdrop(QPointF(0, 420))
    editor.update_content()
    assert ground is not None
    stage.canvas.select([])
    still = next(wire for wire in scene.table.wires if wire.source == "a")
    held = {"b": (90.0, 40.0)}
    scene.displace(held)

    def drag(node: str, x: float, y: float) -> None:
        held.clear()
        held[node] = (x, y)
        scene.displace(held)

    def zoom() -> None:
        view.zoom_on(1.1)
        shown(stage)
        wait_for_rest(qtbot, stage)

    def tint() -> None:
        stage.canvas.select([ground])
        colour_backdrops(editor, "#c03030")
        editor.update_content()

    def cut() -> None:
        editor.cut_wires([still])
        editor.update_content()
        assert shown(stage) != seen
        drag("b", 60, 60)

    changes: list[Callable[[], object]] = [
        lambda: drag("b", 390, 240),
        lambda: view.pan(-17, 5),
        lambda: view.set_scale(0.8),
        zoom,
        lambda: stage.canvas.resize(800, 600),
        lambda: scene.show_aimed_wire(still),
        lambda: scene.show_aimed_ground(ground),
        lambda: scene.hide_wire(still),
        lambda: scene.hide_wire(None),
        tint,
        lambda: stage.canvas.setPalette(QPalette(QColor("black"))),
        lambda: drag("a", 40, 340),
        lambda: drag("b", 40, 40),
        cut,
        lambda: drag(ground, 40, -40),
        lambda: drag(ground, 60, -80),
    ]
    seen = shown(stage)
    for change in changes:
        change()
        before, seen = seen, shown(stage)
        assert seen != before
        scene.show_look(scene.look)
        assert shown(stage) == seen
        scene.displace({})
        scene.displace(held)
        assert shown(stage) == seen


def test_a_dragged_node_looks_as_it_will_where_it_is_dropped(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ("a > s.a", "b > s.b"))
    grip = stage.title("b")
    stage.press(grip)
    for step in range(1, 40):
        stage.move(grip + QPoint(5 * step, 2 * step), Qt.KeyboardModifier.ControlModifier)
        stage.canvas.view.viewport().repaint()
    held = shown(stage)
    stage.release(grip + QPoint(195, 78))
    stage.canvas.update_content()
    assert shown(stage) == held


_DRAGGED_AT_150 = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from nodes.edits import MoveNodes
from tests.fakes import document
from widgets.canvas import NodeCanvas
from widgets.document_model import DocumentModel

app = QApplication([])
made = document({"a": "test.number", "b": "test.number", "s": "test.add"}, ["a > s.a", "b > s.b"])
made.apply(MoveNodes(positions={"a": (0, 0), "b": (30, 170), "s": (330, 40)}))
canvas, window = NodeCanvas(DocumentModel(made)), QWidget()
column = QVBoxLayout(window)
column.setContentsMargins(7, 13, 5, 5)
column.addWidget(canvas)
window.resize(901, 603)
window.show()
QTest.qWaitForWindowExposed(window)
canvas.view.set_scale(0.9)
before = window.grab().toImage()
canvas.scene.displace({"a": (0.0, 0.0)})
assert before.devicePixelRatio() == 1.5
assert window.grab().toImage() == before
"""


def test_where_pixels_are_scaled_by_half_nothing_jumps_when_a_drag_begins() -> None:
    subprocess.run(
        [sys.executable, "-c", _DRAGGED_AT_150],
        check=True,
        env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
        timeout=120,
    )
