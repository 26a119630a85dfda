"""Followed masks in the mask room: seen between the keys, taken as keys, searched for the worst."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.masking import Masking
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.masking.objects import MaskObject
from pipelines.painting.tiles import MemoryTiles
from tests.masking.shapes import SIZE, disc, painted
from tests.media.films import write_film

LENGTH = 7


def save_follower(path: Path) -> Path:
    """A film whose ball is painted on two frames: a disc left, then a disc right, and no ball."""
    write_film(path.parent / "film.mp4", LENGTH)
    tiles, made = MemoryTiles(), Document(library())
    keys = {0: disc(20, 32, 8), 6: disc(68, 32, 8)}
    ball = painted(tiles, keys, output=1, colour="#3e8ef7")
    made.apply(AddNode(node=Node(id="film", type="load.clip", parameters={"path": "film.mp4"})))
    parameters = {"objects": (ball,), "size": SIZE}
    made.apply(AddNode(node=Node(id="it", type="mask.propagate", parameters=parameters)))
    made.apply(Connect(node="it", socket="clip", link=Link("a", "film")))
    save_project(path, made, tiles)
    return path


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window in which the follower has run and is in hand."""
    window.open_file(save_follower(tmp_path / "film.loom"))
    assert window.canvas is not None
    window.canvas.select(["it"])
    with qtbot.waitSignal(window.desk.run_ended, timeout=60_000):
        window.menus.commands["run"].trigger()
    sight = masking(window).sight
    qtbot.waitUntil(lambda: sight.is_ready, timeout=20_000)
    return window


def masking(window: MainWindow) -> Masking:
    assert window.views is not None and window.views.masking is not None
    return window.views.masking


def go(window: MainWindow, qtbot: QtBot, frame: int) -> None:
    window.viewing.viewer.driving.scrub_to(frame)
    sight = masking(window).sight
    qtbot.waitUntil(lambda: sight.frame == frame and sight.is_ready, timeout=20_000)


def ball(window: MainWindow) -> MaskObject:
    return masking(window).easel.objects[0]


def keys(window: MainWindow) -> list[int]:
    return [key.frame for key in ball(window).keys]


def is_followed(window: MainWindow) -> bool:
    """Whether what is seen of the mask in hand is what the run made of it."""
    sight = masking(window).sight
    followed = sight.followed.masks.get(ball(window).id)
    if followed is None or sight.shade is None or not sight.is_ready:
        return False
    return bool((sight.shade.values == followed).all())


def is_before_last_changes(window: MainWindow) -> bool:
    drift = window.viewing.viewer.ruler.drift
    return drift is not None and drift.is_stale


def test_between_keys_the_followed_mask_is_seen_and_taken_as_a_key(
    room: MainWindow, qtbot: QtBot
) -> None:
    go(room, qtbot, 3)
    qtbot.waitUntil(lambda: is_followed(room), timeout=20_000)
    sight, commands = masking(room).sight, masking(room).commands
    assert sight.shade is not None and sight.shade.values[32, 44] < 255  # no travelling disc
    painter = masking(room).painter
    assert painter is not None and "followed here" in painter.state()
    seen = sight.shade.values.copy()
    commands.actions["keep"].trigger()
    qtbot.waitUntil(lambda: keys(room) == [0, 3, 6], timeout=20_000)
    qtbot.waitUntil(lambda: sight.is_ready, timeout=20_000)
    assert (sight.shade.values == seen).all()
    assert room.project is not None
    stack = room.project.model.undo_stack
    assert stack.undoText() == "Take as a Key"
    drift = room.viewing.viewer.ruler.drift
    assert drift is not None and len(drift.sure) == LENGTH
    assert (drift.keys, drift.corrected) == ({0, 3, 6}, {3})
    qtbot.waitUntil(lambda: is_before_last_changes(room), timeout=20_000)
    go(room, qtbot, 2)
    qtbot.waitUntil(lambda: "before the last changes" in painter.state(), timeout=20_000)


def test_the_least_sure_frame_without_a_key_is_found(room: MainWindow, qtbot: QtBot) -> None:
    desk, commands = room.desk, masking(room).commands
    qtbot.waitUntil(lambda: bool(desk.curves_of("it")), timeout=20_000)
    sure = desk.curves_of("it")[ball(room).id]
    assert len(sure) == LENGTH and sure[0] == sure[6] == 1
    order = sorted(range(1, 6), key=lambda frame: (sure[frame], frame))
    ruler = room.viewing.viewer.ruler
    assert ruler.drift is not None and ruler.drift.worst == order[0]
    commands.actions["least_sure"].trigger()
    worst = order[0]
    sight = masking(room).sight
    qtbot.waitUntil(lambda: sight.frame == worst and sight.is_ready, timeout=20_000)
    commands.actions["keep"].trigger()
    qtbot.waitUntil(lambda: worst in keys(room), timeout=20_000)
    commands.actions["least_sure"].trigger()
    qtbot.waitUntil(lambda: sight.frame == order[1], timeout=20_000)


def test_before_a_run_it_is_said_that_nothing_is_known(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_follower(tmp_path / "film.loom"))
    assert window.canvas is not None
    window.canvas.select(["it"])
    sight = masking(window).sight
    qtbot.waitUntil(lambda: sight.is_ready, timeout=20_000)
    go(window, qtbot, 3)
    assert not sight.followed.masks and sight.shade is not None
    assert sight.shade.values[32, 44] == 255
    refused: list[str] = []
    masking(window).refused.connect(refused.append)
    masking(window).commands.actions["least_sure"].trigger()
    assert "Run Propagate Mask first" in refused[0]


def test_the_strip_goes_with_the_painter(room: MainWindow, qtbot: QtBot) -> None:
    ruler = room.viewing.viewer.ruler
    qtbot.waitUntil(lambda: ruler.drift is not None, timeout=20_000)
    assert room.canvas is not None
    room.canvas.select(["film"])
    assert ruler.drift is None
