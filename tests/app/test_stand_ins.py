"""A run where models are not here: what is built in works, it is said, and they can be fetched."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Picture
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.workers.orders import Ending, RunEnding
from nodes.edits import AddNode, Batch
from nodes.evaluator import CacheState
from nodes.graph import Link, Node
from pipelines.pointing import Boxes, HandBox
from tests.models.machine import settle
from widgets.canvas import NodeState

PATIENCE = 60_000


def picture(folder: Path) -> str:
    """A square on a ground."""
    pixels = np.full((48, 64, 3), 40, np.uint8)
    pixels[12:36, 20:44] = (220, 120, 60)
    Picture.fromarray(pixels).save(folder / "square.png")
    return str(folder / "square.png")


def project(window: MainWindow, file: str) -> None:
    """A picture, what is pointed at in it, and what words find; the models of both are absent."""
    assert window.projects.begin_empty()
    assert window.project is not None
    box = {"boxes": [{"frame": 0, "left": 0.3, "top": 0.2, "right": 0.7, "bottom": 0.8}]}
    film = {"clip": (Link("l", "film"),)}
    nodes = (
        Node(id="film", type="load.image", parameters={"path": file}),
        Node(
            id="seg",
            type="mask.segment",
            parameters={"model": "sam2-tiny", "boxes": box},
            inputs=film,
        ),
        Node(id="det", type="mask.detect", parameters={"text": "square."}, inputs=film),
    )
    edits = tuple(AddNode(node=node) for node in nodes)
    window.project.model.do(Batch(edits=edits), "Add nodes")


def state(window: MainWindow, path: str) -> NodeState:
    assert window.canvas is not None
    return window.canvas.scene.state(path)


def ended(window: MainWindow, qtbot: QtBot, *sinks: str) -> RunEnding:
    with qtbot.waitSignal(window.desk.run_ended, timeout=PATIENCE) as told:
        window.runner.run(sinks)
    return told.args[0]
