"""Painted masks from the command line, as they come out in the window."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np

import main
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.painting.tiles import MemoryTiles
from tests.masking.shapes import SIZE, disc, painted
from tests.media.films import write_film


def test_a_painted_mask_is_rendered_without_a_window(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    write_film(folder / "film.mp4", 7)
    tiles, made = MemoryTiles(), Document(library())
    ball = painted(tiles, {0: disc(20, 32, 8), 6: disc(68, 32, 8)})
    masks = {"objects": (ball,), "size": SIZE}
    for node_id, type_id, parameters in (
        ("film", "load.clip", {"path": "film.mp4"}),
        ("masks", "mask.paint", masks),
    ):
        made.apply(AddNode(node=Node(id=node_id, type=type_id, parameters=parameters)))
    made.apply(Connect(node="masks", socket="clip", link=Link("a", "film")))
    save_project(folder / "film.loom", made, tiles)
    out = tmp_path / "mask.mp4"
    project, cache = str(folder / "film.loom"), str(tmp_path / "cache")
    words = ["render", project, "--node", "masks", "--out", str(out), "--cache", cache]
    assert main.main(words) == 0
    with av.open(str(out)) as film:
        frames = [frame.to_ndarray(format="gray") for frame in film.decode(video=0)]
    assert len(frames) == 7
    wide = frames[3].shape[1] / SIZE[0]
    columns = np.nonzero(frames[3].max(axis=0) > 127)[0]
    assert abs(columns.mean() / wide - 44) < 1
