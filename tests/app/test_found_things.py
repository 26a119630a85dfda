"""What a run found is listed in the inspector, and shown over the viewer's picture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.painting.tiles import MemoryTiles
from tests.media.films import write_film
from widgets.found.line_painting import PICTURE
from widgets.inspector.found_row import FoundRow

LENGTH = 5


def boxed(label: str, frame: int, left: float) -> dict[str, object]:
    box = {"frame": frame, "box": [left, 0.25, left + 0.25, 0.75], "score": 0.5}
    return {"label": label, "boxes": [box]}


def save_boxes(path: Path) -> Path:
    """A cup all the time, and a pot on frame 3 only, written as JSON."""
    write_film(path.parent / "film.mp4", LENGTH)
    looked = list(range(LENGTH))
    pot = boxed("pot", 3, 0.5) | {"leads": False, "trails": False}
    cup = boxed("cup", 0, 0.0) | {"leads": True, "trails": True}
    text = json.dumps({"frames": LENGTH, "looked": looked, "objects": [cup, pot]})
    made = Document(library())
    made.apply(AddNode(node=Node(id="film", type="load.clip", parameters={"path": "film.mp4"})))
    made.apply(AddNode(node=Node(id="told", type="text.prompt", parameters={"text": text})))
    shape = {"shape": "rectangles"}
    made.apply(AddNode(node=Node(id="it", type="mask.boxes", parameters=shape)))
    made.apply(AddNode(node=Node(id="find", type="mask.detect")))
    made.apply(Connect(node="it", socket="clip", link=Link("a", "film")))
    made.apply(Connect(node="it", socket="objects", link=Link("b", "told")))
    made.apply(Connect(node="find", socket="clip", link=Link("c", "film")))
    save_project(path, made, MemoryTiles())
    return path


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window in which boxes became masks."""
    window.open_file(save_boxes(tmp_path / "film.loom"))
    assert window.canvas is not None
    window.canvas.select(["it"])
    with qtbot.waitSignal(window.desk.run_ended, timeout=60_000):
        window.menus.commands["run"].trigger()
    qtbot.waitUntil(lambda: row_of(window).list.count() == 2, timeout=20_000)
    return window


def row_of(window: MainWindow) -> FoundRow:
    assert window.views is not None
    row = window.views.inspector.found_row
    assert row is not None
    return row


def test_things_are_listed_and_ticked_and_the_one_that_is_chosen_is_shown_where_it_is(
    room: MainWindow, qtbot: QtBot
) -> None:
    row, viewer = row_of(room), room.viewing.viewer
    items, pane = [row.list.item(place) for place in range(2)], viewer.found_pane
    assert [item.text() for item in items] == ["cup 1", "pot 1"]
    qtbot.waitUntil(lambda: all(item.data(PICTURE) for item in items), timeout=20_000)
    assert room.project is not None and room.canvas is not None
    tick_all, untick_all = (command_of(room, f"{name}_all_found") for name in ("tick", "untick"))
    assert not untick_all.isEnabled()
    tick_all.trigger()
    assert room.project.model.graph.nodes["it"].parameters["ticks"] == ("cup 1", "pot 1")
    assert row.list.count() == 2
    untick_all.trigger()
    assert room.project.model.graph.nodes["it"].parameters["ticks"] == ()
    for _ in range(2):
        room.project.model.undo_stack.undo()
    assert "ticks" not in room.project.model.graph.nodes["it"].parameters

    qtbot.waitUntil(lambda: set(pane.boxes) == {"cup 1"}, timeout=20_000)
    row.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: set(pane.boxes) == {"cup 1", "pot 1"}, timeout=20_000)
    assert (viewer.playback.frame, pane.pointed) == (3, "pot 1")
    box, whole = pane.boxes["pot 1"], viewer.picture.framing.rect(viewer.picture.picture_size)
    assert box.left() == pytest.approx(whole.center().x())
    assert box.height() == pytest.approx(whole.height() / 2)
    row.list.pointed.emit("cup 1")
    assert pane.pointed == "cup 1"
    row.list.pointed.emit("")
    assert pane.pointed == "pot 1"

    room.canvas.select(["film"])
    assert not pane.isVisible()
    room.canvas.select(["find"])  # it has no picture: the clip that it searches is looked at
    assert row_of(room).list.count() == 0
    assert row_of(room).list.hint.startswith("Run the node")
    qtbot.waitUntil(lambda: channels(room) == 3, timeout=20_000)
    room.canvas.select(["it"])
    qtbot.waitUntil(lambda: channels(room) == 1, timeout=20_000)


def command_of(window: MainWindow, name: str) -> QAction:
    command = window.book.find(f"inspector.{name}")
    assert command is not None
    return command.action


def channels(window: MainWindow) -> int:
    """Those of the picture that is shown, 0 while there is none."""
    arrived = window.viewing.viewer.picture.arrived
    return arrived.raster.channels if arrived is not None and arrived.raster is not None else 0
