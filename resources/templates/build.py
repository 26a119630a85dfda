"""Makes the starter projects from their drawings: python -m resources.templates.build [FOLDER]."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from nodes.document import Document
from nodes.edits import AddNode, Connect, PutPanels, SetSetting
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.frames import read
from pipelines.media.pictures import write_picture
from pipelines.painting.panel_frames import PanelFrames
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Panel
from pipelines.scaling import scale_image
from resources.templates.drawings import bouncing_ball, camera_push, character_turn

PREVIEW_SIZE = (320, 180)


class Starter(NamedTuple):
    """A starter project: its file name, what it says on its card, and its panels."""

    name: str
    title: str
    note: str
    draw: Callable[[MemoryTiles], tuple[Panel, ...]]
    size: tuple[int, int]
    preview: int


STARTERS = (
    Starter(
        "character_turn",
        "A girl turns her head",
        "Twenty drawings of one head on separate layers. Redraw any of them, or change how many "
        "frames one lasts: only the moves at its sides are made again.",
        character_turn.draw,
        (character_turn.WIDTH, character_turn.HEIGHT),
        5,
    ),
    Starter(
        "bouncing_ball",
        "A ball bounces through the garden",
        "Squash and stretch in keyframes. Try another easing on In-Between, or hold every drawing "
        "for two frames.",
        bouncing_ball.draw,
        (bouncing_ball.WIDTH, bouncing_ball.HEIGHT),
        6,
    ),
    Starter(
        "camera_push",
        "A push into the valley",
        "Two shots, joined by a cut. Render one alone with its id: shot-valley or shot-window.",
        camera_push.draw,
        (camera_push.WIDTH, camera_push.HEIGHT),
        2,
    ),
)


def build(folder: Path) -> list[Path]:
    """Write every starter project into a folder, replacing what is there."""
    return [_build(starter, folder) for starter in STARTERS]


def _build(starter: Starter, folder: Path) -> Path:
    tiles = MemoryTiles()
    panels = starter.draw(tiles)
    document = _document(starter, panels)
    file = folder / f"{starter.name}.loom"
    file.unlink(missing_ok=True)
    save_project(file, document, tiles, preview=_preview(starter, panels, tiles))
    return file


def _document(starter: Starter, panels: Sequence[Panel]) -> Document:
    width, height = starter.size
    document = Document(library())
    board = Node(
        id="board",
        type="story.storyboard",
        parameters={"width": width, "height": height},
        x=0,
        y=0,
    )
    document.apply(AddNode(node=board))
    document.apply(PutPanels(node="board", panels=tuple(panels)))
    move = Node(id="move", type="motion.in_between", x=320, y=0)
    document.apply(AddNode(node=move))
    export = Node(
        id="export",
        type="export.video",
        parameters={"path": f"exports/{starter.name}.mp4"},
        x=640,
        y=0,
    )
    document.apply(AddNode(node=export))
    note = Node(id="note", type="review.note", parameters={"text": starter.note}, x=0, y=-160)
    document.apply(AddNode(node=note))
    document.apply(Connect(node="move", socket="storyboard", link=Link("l1", "board")))
    document.apply(Connect(node="export", socket="clip", link=Link("l2", "move")))
    document.apply(SetSetting(name="title", value=starter.title))
    return document


def _preview(starter: Starter, panels: Sequence[Panel], tiles: MemoryTiles) -> bytes:
    picture = read(PanelFrames(panels, starter.size, tiles), starter.preview)
    small = scale_image(picture, PREVIEW_SIZE[0] / starter.size[0])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "preview.png"
        write_picture(file, small)
        return file.read_bytes()


if __name__ == "__main__":
    here = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    for made in build(here):
        print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")
