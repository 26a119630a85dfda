"""An in-between under the playhead becomes a panel to draw on, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.program import window_made
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.easing import PRESETS, Preset
from pipelines.layer_motions import with_motion
from pipelines.painting.canvas import Canvas
from pipelines.painting.tiles import MemoryTiles, assemble, painted_area
from pipelines.panels import Layer, LayerMotion, LayerRole, Panel
from pipelines.values import JointMode
from widgets.strip import StoryStrip

WIDTH, HEIGHT = 320, 180
HELD, MOVE = 4, 7


def ball(tiles: MemoryTiles, x: float) -> Layer:
    canvas = Canvas(tiles, Layer(id="ball", name="Ball"))
    canvas.ellipse((x, 90), (24, 24), (200, 60, 40))
    canvas.commit()
    return canvas.layer


def ground(tiles: MemoryTiles) -> Layer:
    canvas = Canvas(tiles, Layer(id="ground", role=LayerRole.BACKGROUND))
    canvas.ellipse((160, 170), (150, 20), (90, 140, 80))
    canvas.commit()
    return canvas.layer


def save_roll(path: Path) -> Path:
    """A ball that rolls 40 pixels to the right in seven frames, eased; its film, "moves", and
    the first three frames of that, "still"."""
    tiles = MemoryTiles()
    hills = ground(tiles)
    mode = JointMode.IN_BETWEEN
    panels = (
        Panel(
            id="a", layers=(hills, ball(tiles, 120)), duration=HELD + MOVE, joint=mode, move=MOVE
        ),
        Panel(id="b", layers=(hills, ball(tiles, 160)), duration=5),
    )
    document = Document(library())
    board = {"panels": panels, "width": WIDTH, "height": HEIGHT}
    easing = {"easing": PRESETS[Preset.EASE]}
    for node in (
        Node(id="board", type="story.storyboard", parameters=board),
        Node(id="moves", type="motion.in_between", parameters=easing),
        Node(id="still", type="time.trim", parameters={"length": 3}),
    ):
        document.apply(AddNode(node=node))
    document.apply(Connect(node="moves", socket="storyboard", link=Link("l", "board")))
    document.apply(Connect(node="still", socket="clip", link=Link("l", "moves")))
    save_project(path, document, tiles)
    return path


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    palette = qapp.palette()
    with window_made(qapp, settings, tmp_path / "state", tmp_path / "results") as made:
        made.show()
        made.open_file(save_roll(tmp_path / "roll.loom"))
        yield made
        if made.project is not None:
            made.project.model.undo_stack.setClean()
        made.close()
    qapp.setPalette(palette)


def strip_of(window: MainWindow) -> StoryStrip:
    assert window.views is not None
    return window.views.strip


def middle_of(window: MainWindow, layer: Layer) -> float:
    """The x around which a layer is painted."""
    assert window.project is not None
    alpha = assemble(layer, (0, 0, WIDTH, HEIGHT), window.project.store).pixels[..., 3]
    columns = alpha.astype(np.float64).sum(axis=0)
    return float((columns * np.arange(WIDTH)).sum() / columns.sum())


def test_the_in_between_becomes_a_panel_and_no_other_frame_moves(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip, views = strip_of(window), window.views
    assert views is not None and window.project is not None
    before = strip.editing.panels
    frame = HELD + 2
    told: list[str] = []
    views.paper.board.told.connect(told.append)
    strip.set_frame(frame)
    strip.commands["add_breakdown"].trigger()
    assert "being made" in told[0]
    qtbot.waitUntil(lambda: len(strip.editing.panels) == 3, timeout=30_000)
    first, between, last = strip.editing.panels
    assert first.duration == frame
    assert first.duration + between.duration + last.duration == HELD + MOVE + 5
    assert last == before[1]
    hills, made = between.layers
    assert hills == before[0].layers[0]
    assert (made.id, made.name) == ("ball", "Ball")
    easing = PRESETS[Preset.EASE]
    share = pytest.approx(0.3, abs=0.06)  # at 3/8 of the time a slow start has come less far
    assert (middle_of(window, made) - 120) / 40 == share
    assert strip.selected_panels == (between.id,)
    assert views.paper.board.panel == between
    moves = window.project.model.graph.nodes["moves"]
    curves = dict(moves.parameters["gap_easing"])
    assert set(curves) == {"a", between.id}
    assert moves.parameters["easing"] == easing
    stack = window.project.model.undo_stack
    assert [stack.text(at) for at in range(stack.count())] == ["Add a breakdown"]
    stack.undo()
    assert strip.editing.panels == before
    assert "gap_easing" not in window.project.model.graph.nodes["moves"].parameters


def test_paint_beside_the_frame_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    strip, project = strip_of(window), window.project
    assert project is not None
    panels = list(strip.editing.panels)
    for place, x in ((0, -30), (1, 10)):
        canvas = Canvas(project.store, Layer(id="ball", name="Ball"))
        canvas.ellipse((x, 90), (60, 60), (200, 60, 40))
        canvas.commit()
        layers = (panels[place].layers[0], canvas.layer)
        panels[place] = replace(panels[place], layers=layers)
    strip.editing.put(panels, "to the edge")
    strip.set_frame(HELD + 2)
    strip.commands["add_breakdown"].trigger()
    qtbot.waitUntil(lambda: len(strip.editing.panels) == 3, timeout=30_000)
    made = strip.editing.panels[1].layers[1]
    area = painted_area(made, project.store)
    assert area is not None
    left, _, right, _ = area
    assert -90 < left < -50 and 30 < right < 70
    row = assemble(made, (left + 20, 90, right - 20, 91), project.store).pixels[0, :, 3]
    assert (row > 200).all()  # also across the edge of the frame, inside which it is the film's


def test_on_a_key_it_is_said_why_there_is_none(window: MainWindow) -> None:
    strip = strip_of(window)
    said: list[str] = []
    strip.refused.connect(said.append)
    strip.set_frame(HELD - 1)
    strip.commands["add_breakdown"].trigger()
    assert len(said) == 1 and "as it is drawn" in said[0]
    assert len(strip.editing.panels) == 2


def test_a_motion_that_a_hand_has_set_wins(window: MainWindow, qtbot: QtBot) -> None:
    strip, views = strip_of(window), window.views
    assert views is not None
    first = strip.editing.panels[0]
    far = LayerMotion(layer="ball", onto="b", pivot=(120, 90), move=(40, 60))
    views.paper.board.put(with_motion(first, far), "set")
    strip.set_frame(HELD + 1)
    strip.commands["add_breakdown"].trigger()
    qtbot.waitUntil(lambda: len(strip.editing.panels) == 3, timeout=30_000)
    before, between, _ = strip.editing.panels
    assert window.project is not None
    area = painted_area(between.layers[1], window.project.store)
    assert area is not None
    gone = ((area[0] + area[2]) / 2 - 120) / 40
    assert 0.05 < gone < 0.3
    assert (area[1] + area[3]) / 2 - 90 == pytest.approx(60 * gone, abs=1.5)
    assert before.motions[0].onto == between.id
    assert between.motions[0].onto == "b"
