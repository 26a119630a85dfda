"""Tiny project files, as a person would have saved them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from nodes.document import Document
from nodes.edits import AddNode, Connect, GroupNodes
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, Panel, Tile
from pipelines.values import JointMode

SIZE = {"width": 64, "height": 48}
FRAMES = 8


def save_board(
    path: Path, *, exports: int = 0, frames: int = FRAMES, grouped: bool = False, **settings: Any
) -> Path:
    """A project of two gray panels of equal length, each a shot of its own ("a", "b"), and words.

    `exports` export nodes stand behind it: export, export2 ... `grouped` puts the board and a
    node that plays it into a group "scene".
    """
    tiles = MemoryTiles()
    panels = tuple(
        _panel(name, level, frames // 2, tiles) for name, level in (("a", 40), ("b", 200))
    )
    document = Document(library())
    board = {"panels": panels, **SIZE, **settings}
    _add(document, Node(id="board", type="story.storyboard", parameters=board))
    for number in range(exports):
        name = f"export{number + 1 if number else ''}"
        node = Node(id=name, type="export.video", parameters={"path": f"films/{name}"})
        _add(document, node)
        document.apply(Connect(node=name, socket="clip", link=Link("l", "board")))
    _add(document, Node(id="words", type="text.prompt"))
    if grouped:
        _add(document, Node(id="fit", type="time.reverse"))
        document.apply(Connect(node="fit", socket="clip", link=Link("l", "board")))
        _add(document, Node(id="end", type="time.reverse"))
        document.apply(Connect(node="end", socket="clip", link=Link("l", "fit")))
        document.apply(GroupNodes(nodes=("board", "fit"), group="scene"))
    save_project(path, document, tiles)
    return path


def _panel(name: str, level: int, duration: int, tiles: MemoryTiles) -> Panel:
    pixels = np.full((256, 256, 4), level, np.uint8)
    pixels[..., 3] = 255
    layer = Layer(id=f"ink_{name}", tiles=(Tile(0, 0, tiles.put(pixels)),))
    return Panel(id=name, layers=(layer,), duration=duration, joint=JointMode.CUT, shot=name)


def _add(document: Document, node: Node) -> None:
    document.apply(AddNode(node=node))
