"""Undo holds digests, and the working store every tile: hundreds of strokes take little memory,
and none is dropped."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from math import cos, sin
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.journaled_model import JournaledModel
from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.registry import library
from nodes.working_store import begin
from pipelines.painting.brush import PENCIL
from tests.widgets.paper.conftest import Dot, Pen
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels

STROKES = 205
"""More than the working store keeps steps in memory."""
MOST_MEMORY = 64 << 20
MOST_BYTES = 300_000


def stroke(number: int) -> list[Dot]:
    """400 px long, each elsewhere."""
    x, y, turn = 500 + 37 * number % 900, 450 + 53 * number % 300, number * 0.7
    return [
        (x + far * cos(turn), y + far * sin(turn), 0.6 + 0.3 * sin(far / 40))
        for far in range(0, 401, 10)
    ]


def test_strokes_take_little_and_every_one_comes_back(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    document = Document(library())
    board = Node(id="b", type="story.storyboard", parameters={"width": 1920, "height": 1080})
    document.apply(AddNode(node=board))
    with begin(tmp_path, document) as store:
        model = JournaledModel(document, store)
        paper = Paper(model, store)
        for widget in (paper, paper.brush_panel, paper.layers_panel):
            qtbot.addWidget(widget)
        paper.resize(900, 600)
        paper.board.add_panel()
        paper.hand.set_steadiness(0)
        paper.hand.set_brush(replace(PENCIL, size=40))
        bare = opaque_pixels(paper.desk.sheet.flat)
        pen = Pen(paper, qapp)
        store.flush()
        on_disk = store.database.stat().st_size
        tracemalloc.start()
        seen: dict[int, int] = {}
        for number in range(STROKES):
            pen.draw(stroke(number))
            if number % 50 == 0:
                seen[number] = hash(opaque_pixels(paper.desk.sheet.flat).tobytes())
        store.flush()
        memory, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert memory < MOST_MEMORY
        stored = sum(one.stat().st_size for one in store.folder.glob("work.sqlite*")) - on_disk
        assert stored < STROKES * MOST_BYTES
        for number in reversed(range(STROKES)):
            if number in seen:
                assert hash(opaque_pixels(paper.desk.sheet.flat).tobytes()) == seen[number]
            model.undo_stack.undo()
        assert np.array_equal(opaque_pixels(paper.desk.sheet.flat), bare)
        assert store.step(2).name.endswith("stroke")  # of those that are no longer in memory
